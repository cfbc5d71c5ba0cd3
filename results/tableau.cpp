// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/tableau.h"

#include "results/utf8.h"

#include <algorithm>
#include <limits>

namespace millrace {

namespace {

constexpr std::string_view s_null = "<NULL>";
constexpr std::string_view s_cut = "...";
constexpr size_t s_flushAt = 64 * 1024;

bool isShownAsHeld(TypeRoot root)
{
    switch (root) {
    case TypeRoot::VarChar:
    case TypeRoot::Float:
    case TypeRoot::Double:
    case TypeRoot::Date:
        return true;
    default:
        return false;
    }
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

int timestampWidth(int precision)
{
    return precision <= 0 ? 19 : precision <= 3 ? 23 : precision <= 6 ? 26 : 29;
}

/// The width that the SQL client gives a column before it has seen a row.
qsizetype widthByType(const LogicalType& type, qsizetype otherwise)
{
    switch (type.root) {
    case TypeRoot::TinyInt:
        return 4;
    case TypeRoot::SmallInt:
        return 6;
    case TypeRoot::Integer:
        return 11;
    case TypeRoot::BigInt:
        return 20;
    case TypeRoot::Decimal:
        return type.precision + 2;
    case TypeRoot::Boolean:
        return 5;
    case TypeRoot::Date:
        return 10;
    case TypeRoot::Time:
        return type.precision <= 0 ? 8 : type.precision + 9;
    case TypeRoot::Timestamp:
    case TypeRoot::TimestampLtz:
        return timestampWidth(type.precision);
    default:
        return otherwise;
    }
}

} // namespace

qsizetype tableauWidth(std::string_view utf8)
{
    if (isAscii(utf8)) {
        return qsizetype(utf8.size());
    }
    qsizetype width = 0;
    while (!utf8.empty()) {
        const char32_t character = takeCharacter(utf8);
        width += (character > 0xffff ? 2 : 1) + (isWide(character) ? 1 : 0);
    }
    return width;
}

TableauWriter::TableauWriter(ResultSchema schema, TableauStyle style, Output output, int maxColumnWidth)
    : m_schema(std::move(schema)), m_style(style), m_output(std::move(output)),
      m_maxColumnWidth(style == TableauStyle::Content ? std::numeric_limits<qsizetype>::max() : maxColumnWidth),
      m_format(m_schema)
{
    for (const ResultColumn& column : m_schema.columns) {
        m_verbatim.push_back(isShownAsHeld(column.type.root));
        m_names.push_back(column.name.toStdString());
        if (m_style == TableauStyle::Streaming) {
            const qsizetype width =
                std::max<qsizetype>(widthByType(column.type, m_maxColumnWidth), qsizetype(s_null.size()));
            m_widths.push_back(std::max(width, column.name.size()));
        } else {
            // Only the results of SHOW and the like measure their names as they are shown; the others count units.
            const qsizetype width =
                m_style == TableauStyle::Content ? tableauWidth(m_names.back()) : column.name.size();
            m_widths.push_back(std::min(m_maxColumnWidth, width));
        }
    }
    if (m_style != TableauStyle::Streaming) {
        m_held = std::make_unique<ResultStore>();
        m_held->begin(m_schema);
    }
}

TableauWriter::~TableauWriter() = default;

void TableauWriter::begin()
{
    if (m_style == TableauStyle::Streaming) {
        printHead();
        flush();
    }
}

void TableauWriter::append(RowBatch&& rows)
{
    m_rowCount += rows.rowCount();
    if (m_held) {
        measure(rows.span());
        m_held->append(std::move(rows));
    } else {
        print(rows.span());
        flush();
    }
}

void TableauWriter::finish(const TableauEnd& end)
{
    if (end.terminated) {
        m_out.append("Query terminated, received a total of ");
    } else if (m_style == TableauStyle::Streaming) {
        if (m_rowCount > 0) {
            printBorder();
        }
        m_out.append("Received a total of ");
    } else if (m_rowCount > 0) {
        printHead();
        m_held->snapshot().forEachSpan(0, m_rowCount, [this](const RowSpan& span) {
            print(span);
            return true;
        });
        printBorder();
    }
    const bool counts = end.terminated || m_style == TableauStyle::Streaming;
    if (counts || m_rowCount > 0) {
        m_out.append(std::to_string(m_rowCount))
            .append(m_rowCount > 1 ? " rows" : " row")
            .append(counts ? "" : " in set");
    } else {
        m_out.append("Empty set");
    }
    if (end.seconds && !end.terminated) {
        m_out.append(" (").append(QByteArray::number(*end.seconds, 'f', 2).toStdString()).append(" seconds)");
    }
    m_out.push_back('\n');
    flush();
}

void TableauWriter::print(const RowSpan& rows)
{
    for (qsizetype i = 0; i < rows.count; ++i) {
        printRow(rows.row(i));
        if (m_out.size() >= s_flushAt) {
            flush();
        }
    }
}

void TableauWriter::measure(const RowSpan& rows)
{
    for (size_t column = 0; column < m_widths.size(); ++column) {
        qsizetype& width = m_widths[column];
        // A column that is as wide as it may be needs no more looks.
        for (qsizetype i = 0; i < rows.count && width < m_maxColumnWidth; ++i) {
            width = std::max(width, tableauWidth(cellText(rows.row(i), int(column))));
        }
        width = std::min(width, m_maxColumnWidth);
    }
}

void TableauWriter::printHead()
{
    printBorder();
    m_out.push_back('|');
    if (m_style == TableauStyle::Streaming) {
        m_out.append(" op |");
    }
    for (size_t i = 0; i < m_names.size(); ++i) {
        printCell(m_names[i], m_widths[i]);
    }
    m_out.push_back('\n');
    printBorder();
}

void TableauWriter::printBorder()
{
    m_out.push_back('+');
    if (m_style == TableauStyle::Streaming) {
        m_out.append("----+");
    }
    for (const qsizetype width : m_widths) {
        m_out.append(size_t(width) + 2, '-').push_back('+');
    }
    m_out.push_back('\n');
}

void TableauWriter::printRow(const RowRef& row)
{
    m_out.push_back('|');
    if (m_style == TableauStyle::Streaming) {
        m_out.push_back(' ');
        m_out.append(toOp(row.kind).data(), 2).append(" |");
    }
    for (int column = 0; column < row.columnCount; ++column) {
        printCell(cellText(row, column), m_widths[size_t(column)]);
    }
    m_out.push_back('\n');
}

void TableauWriter::printCell(std::string_view text, qsizetype width)
{
    m_out.push_back(' ');
    if (const qsizetype own = tableauWidth(text); own <= width) {
        m_out.append(size_t(width - own), ' ').append(text);
    } else {
        printCut(text, width - qsizetype(s_cut.size()));
        m_out.append(s_cut);
    }
    m_out.append(" |");
}

/// As much of a text as fits, filled up from the left. The SQL client counts UTF-16 units and may cut a character of
/// two units in the middle, of which Java then prints a question mark.
void TableauWriter::printCut(std::string_view text, qsizetype width)
{
    const std::string_view whole = text;
    size_t kept = 0;
    qsizetype used = 0;
    bool half = false;
    while (!text.empty()) {
        const char32_t character = takeCharacter(text);
        const qsizetype first = isWide(character) ? 2 : 1;
        if (used + first > width) {
            break;
        }
        if (character > 0xffff && used + first + 1 > width) {
            half = true;
            ++used;
            break;
        }
        used += first + (character > 0xffff ? 1 : 0);
        kept = whole.size() - text.size();
    }
    m_out.append(size_t(std::max<qsizetype>(0, width - used)), ' ')
        .append(whole.substr(0, kept))
        .append(half ? "?" : "");
}

std::string_view TableauWriter::cellText(const RowRef& row, int column)
{
    const CellView cell = row.cell(column);
    if (cell.isNull) {
        return m_style == TableauStyle::Content ? std::string_view() : s_null;
    }
    if (m_verbatim[size_t(column)]) {
        return cell.text;
    }
    m_cell.clear();
    m_format.append(m_cell, column, cell);
    return m_cell;
}

void TableauWriter::flush()
{
    if (!m_out.empty()) {
        m_output(m_out);
        m_out.clear();
    }
}

} // namespace millrace
