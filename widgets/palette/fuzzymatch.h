// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace millrace {

/// How a text answers to what was typed: its letters in order, in any case, blanks ignored.
struct FuzzyMatch {
    int score = 0; ///< lower is better: letters that follow each other or begin words cost nothing
    QList<int> positions; ///< of the matched UTF-16 units, for marking them
};

/// Nothing when a letter of typed is missing. Everything matches an empty text.
std::optional<FuzzyMatch> fuzzyMatch(const QString& text, const QString& typed);

} // namespace millrace
