// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace millrace {

/// One line of two texts laid over each other.
struct DiffLine {
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    int oldLine = 0; ///< 1-based; 0: not in the old text
    int newLine = 0;
    QString text;

    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

struct LineDiff {
    std::vector<DiffLine> lines; ///< removed lines stand before the added ones that take their place
    int added = 0;
    int removed = 0;

    [[nodiscard]] bool isSame() const { return added == 0 && removed == 0; }
};

/// The lines to remove and to add that make after of before, as few as there can be. White space at the end of lines
/// and after the last one does not count. Texts that differ in more than a few thousand lines are taken as a whole.
[[nodiscard]] LineDiff diffLines(const QString& before, const QString& after);

} // namespace millrace
