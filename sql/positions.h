// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/textposition.h"

#include <QStringView>

#include <string_view>
#include <vector>

namespace millrace::sql {

/// Line starts of a text, for going between offsets and the 1-based line and column that people count. Lines end with
/// LF, CR LF or CR. Offsets are UTF-16 units of a QString or bytes of UTF-8, whichever it was built from; the text is
/// not kept and must be handed in again, unchanged. Offsets and positions outside the text are moved to its nearest
/// place; an offset inside a character counts as the character's begin.
class LineIndex {
public:
    explicit LineIndex(QStringView text);
    explicit LineIndex(std::string_view utf8Text);

    [[nodiscard]] int lineCount() const { return static_cast<int>(m_starts.size()); }

    /// Where a 1-based line begins.
    [[nodiscard]] qsizetype lineStart(int line) const;

    [[nodiscard]] TextPosition position(QStringView text, qsizetype offset) const;
    [[nodiscard]] TextPosition position(std::string_view utf8Text, qsizetype offset) const;
    [[nodiscard]] TextRange range(QStringView text, qsizetype begin, qsizetype end) const;
    [[nodiscard]] TextRange range(std::string_view utf8Text, qsizetype begin, qsizetype end) const;

    [[nodiscard]] qsizetype offset(QStringView text, TextPosition position) const;
    [[nodiscard]] qsizetype offset(std::string_view utf8Text, TextPosition position) const;

private:
    template <typename Char> void build(std::basic_string_view<Char> text);
    template <typename Char>
    [[nodiscard]] TextPosition positionIn(std::basic_string_view<Char> text, qsizetype offset) const;
    template <typename Char>
    [[nodiscard]] qsizetype offsetIn(std::basic_string_view<Char> text, TextPosition position) const;

    std::vector<int> m_starts;
};

/// The same for one question about a short text.
TextPosition positionAt(QStringView text, qsizetype offset);
qsizetype offsetAt(QStringView text, TextPosition position);

/// UTF-16 offset to UTF-8 byte offset and back, in the same text.
qsizetype utf8Offset(QStringView text, qsizetype utf16Offset);
qsizetype utf16Offset(std::string_view utf8Text, qsizetype utf8Offset);

/// A place in a statement as Flink's parser names it: lines as here, columns in UTF-16 units, a tab is one column.
TextPosition fromServerPosition(QStringView statement, int line, int column);
/// "From line 1, column 8 to line 1, column 10" of Flink, whose end is inclusive, as a range with an exclusive end.
TextRange fromServerRange(QStringView statement, TextPosition first, TextPosition last);

/// A place inside a statement, as a place in the script in which the statement begins at statementBegin.
TextPosition toScript(TextPosition inStatement, TextPosition statementBegin);
TextRange toScript(TextRange inStatement, TextPosition statementBegin);

} // namespace millrace::sql
