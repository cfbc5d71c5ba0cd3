// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/positions.h"

#include "sql/characters.h"
#include "sql/tokenizer.h"

#include <algorithm>

namespace millrace::sql {

using characters::widthAt;

namespace {

/// How many units a line break at this place takes; 0 where there is none.
template <typename Char> int breakWidth(const Char* at, const Char* end)
{
    if (*at == Char('\n')) {
        return 1;
    }
    if (*at != Char('\r')) {
        return 0;
    }
    return end - at > 1 && at[1] == Char('\n') ? 2 : 1;
}

} // namespace

template <typename Char> void LineIndex::build(std::basic_string_view<Char> text)
{
    m_starts.push_back(0);
    const Char* end = text.data() + text.size();
    for (const Char* at = text.data(); at != end;) {
        if (const int width = breakWidth(at, end)) {
            at += width;
            m_starts.push_back(static_cast<int>(at - text.data()));
        } else {
            ++at;
        }
    }
}

LineIndex::LineIndex(QStringView text)
{
    build(view(text));
}

LineIndex::LineIndex(std::string_view utf8Text)
{
    build(utf8Text);
}

qsizetype LineIndex::lineStart(int line) const
{
    return m_starts[static_cast<std::size_t>(std::clamp(line, 1, lineCount()) - 1)];
}

template <typename Char> TextPosition LineIndex::positionIn(std::basic_string_view<Char> text, qsizetype offset) const
{
    offset = std::clamp<qsizetype>(offset, 0, static_cast<qsizetype>(text.size()));
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    const qsizetype start = *std::prev(next);
    TextPosition position{static_cast<int>(next - m_starts.begin()), 1};
    const Char* end = text.data() + text.size();
    const Char* target = text.data() + offset;
    for (const Char* at = text.data() + start; at < target; ++position.column) {
        const int width = widthAt(at, end);
        if (at + width > target) {
            break;
        }
        at += width;
    }
    return position;
}

template <typename Char> qsizetype LineIndex::offsetIn(std::basic_string_view<Char> text, TextPosition position) const
{
    if (position.line > lineCount()) {
        return static_cast<qsizetype>(text.size());
    }
    const Char* end = text.data() + text.size();
    const Char* at = text.data() + lineStart(position.line);
    for (int column = 1; column < position.column && at != end && breakWidth(at, end) == 0; ++column) {
        at += widthAt(at, end);
    }
    return at - text.data();
}

TextPosition LineIndex::position(QStringView text, qsizetype offset) const
{
    return positionIn(view(text), offset);
}

TextPosition LineIndex::position(std::string_view utf8Text, qsizetype offset) const
{
    return positionIn(utf8Text, offset);
}

TextRange LineIndex::range(QStringView text, qsizetype begin, qsizetype end) const
{
    return {position(text, begin), position(text, end)};
}

TextRange LineIndex::range(std::string_view utf8Text, qsizetype begin, qsizetype end) const
{
    return {position(utf8Text, begin), position(utf8Text, end)};
}

qsizetype LineIndex::offset(QStringView text, TextPosition position) const
{
    return offsetIn(view(text), position);
}

qsizetype LineIndex::offset(std::string_view utf8Text, TextPosition position) const
{
    return offsetIn(utf8Text, position);
}

TextPosition positionAt(QStringView text, qsizetype offset)
{
    return LineIndex(text).position(text, offset);
}

qsizetype offsetAt(QStringView text, TextPosition position)
{
    return LineIndex(text).offset(text, position);
}

qsizetype utf8Offset(QStringView text, qsizetype utf16Offset)
{
    utf16Offset = std::clamp<qsizetype>(utf16Offset, 0, text.size());
    qsizetype bytes = 0;
    const char16_t* end = text.utf16() + text.size();
    const char16_t* target = text.utf16() + utf16Offset;
    for (const char16_t* at = text.utf16(); at < target;) {
        const auto [point, width] = characters::decode(at, end);
        if (at + width > target) {
            break;
        }
        at += width;
        bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
    return bytes;
}

qsizetype utf16Offset(std::string_view utf8Text, qsizetype utf8Offset)
{
    utf8Offset = std::clamp<qsizetype>(utf8Offset, 0, static_cast<qsizetype>(utf8Text.size()));
    qsizetype units = 0;
    const char* end = utf8Text.data() + utf8Text.size();
    const char* target = utf8Text.data() + utf8Offset;
    for (const char* at = utf8Text.data(); at < target;) {
        const auto [point, width] = characters::decode(at, end);
        if (at + width > target) {
            break;
        }
        at += width;
        units += point >= 0x10000 ? 2 : 1;
    }
    return units;
}

TextPosition fromServerPosition(QStringView statement, int line, int column)
{
    const LineIndex index(statement);
    const qsizetype start = index.lineStart(line);
    const qsizetype lineEnd = line < index.lineCount() ? index.lineStart(line + 1) : statement.size();
    return index.position(statement, std::min(start + std::max(column, 1) - 1, lineEnd));
}

TextRange fromServerRange(QStringView statement, TextPosition first, TextPosition last)
{
    TextRange range{
        fromServerPosition(statement, first.line, first.column), fromServerPosition(statement, last.line, last.column)};
    // Flink's last column is that of the last unit inside: one character further is the end.
    ++range.end.column;
    return range;
}

TextPosition toScript(TextPosition inStatement, TextPosition statementBegin)
{
    return {statementBegin.line + inStatement.line - 1,
        inStatement.line == 1 ? statementBegin.column + inStatement.column - 1 : inStatement.column};
}

TextRange toScript(TextRange inStatement, TextPosition statementBegin)
{
    return {toScript(inStatement.begin, statementBegin), toScript(inStatement.end, statementBegin)};
}

} // namespace millrace::sql
