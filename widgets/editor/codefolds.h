// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scriptlanguage.h"

#include <optional>
#include <string_view>
#include <vector>

namespace millrace {

/// A stretch of lines that folds into its first one, as byte offsets into the text: one on its first line and one on
/// its last.
struct CodeFold {
    int first = 0;
    int last = 0;

    friend bool operator==(const CodeFold&, const CodeFold&) = default;
};

/// Whether something begins on the line at lineBegin that goes on below it: a bracket or a word that is closed further
/// down, in Python a line with deeper ones under it. state is CodeScanner's at the line's begin. Reads the line alone,
/// for Python to the next line that says something.
[[nodiscard]] bool opensFold(ScriptLanguage language, std::string_view text, int lineBegin, int state);

/// The fold that begins on the line. A closing line that opens something else is not hidden with it; what nothing
/// closes ends with the text. Nothing when the line opens none, or none of more than one line.
[[nodiscard]] std::optional<CodeFold> foldAt(ScriptLanguage language, std::string_view text, int lineBegin, int state);

/// All folds, in the order of their first lines. A bracket around the whole text is left out: folding it would leave
/// nothing to see.
[[nodiscard]] std::vector<CodeFold> allFolds(ScriptLanguage language, std::string_view text);

} // namespace millrace
