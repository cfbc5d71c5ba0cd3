// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scriptlanguage.h"

#include <optional>
#include <string_view>

namespace millrace {

/// Byte offsets of a bracket and its partner; close is -1 when it has none.
struct BracketPair {
    int open = 0;
    int close = -1;

    friend bool operator==(const BracketPair&, const BracketPair&) = default;
};

/// The bracket before the caret, or else behind it, and its partner. Brackets in strings, names and comments do not
/// count. open is the bracket at the caret. Nothing when there is no bracket at the caret, or the text is very long.
[[nodiscard]] std::optional<BracketPair> matchBracket(std::string_view statement, int caret);

/// The same for a text in another language, in a piece [begin, end) of it that starts with a line; state is
/// CodeScanner's there. Offsets are the text's. What may have its partner outside of the piece gives nothing.
[[nodiscard]] std::optional<BracketPair> matchCodeBracket(
    ScriptLanguage language, std::string_view text, int begin, int end, int state, int caret);

} // namespace millrace
