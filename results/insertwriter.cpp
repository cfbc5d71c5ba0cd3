// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/exportwriters.h"
#include "results/jsonscan.h"

#include <algorithm>
#include <charconv>

namespace millrace {

namespace {

constexpr int s_rowsPerStatement = 100;

void appendIdentifier(std::string& out, std::string_view name)
{
    out.push_back('`');
    for (const char c : name) {
        out.append(c == '`' ? 2 : 1, c);
    }
    out.push_back('`');
}

/// A dotted path of plain names stays as it is, anything else becomes one quoted name.
std::string tableName(std::string_view name)
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'
            || c == '`';
    };
    std::string out;
    if (!name.empty() && std::all_of(name.begin(), name.end(), plain)) {
        out.append(name);
    } else {
        appendIdentifier(out, name);
    }
    return out;
}

void appendQuoted(std::string& out, std::string_view text)
{
    out.push_back('\'');
    for (const char c : text) {
        out.append(c == '\'' ? 2 : 1, c);
    }
    out.push_back('\'');
}

std::string sqlOf(LogicalType type)
{
    type.nullable = true;
    return type.toSql().toStdString();
}

void appendNull(std::string& out, const LogicalType& type)
{
    out.append("CAST(NULL AS ").append(sqlOf(type)).append(")");
}

/// A value that is no collection; text is as the wire has it.
void appendScalar(std::string& out, const LogicalType& type, std::string_view text)
{
    switch (type.root) {
    case TypeRoot::Decimal:
        valuetext::appendDecimal(out, text, -1);
        return;
    case TypeRoot::Float:
    case TypeRoot::Double:
        out.append("CAST(");
        appendQuoted(out, text);
        out.append(" AS ").append(sqlOf(type)).append(")");
        return;
    case TypeRoot::Date:
        out.append("DATE ");
        appendQuoted(out, text);
        return;
    case TypeRoot::Time:
        out.append("TIME ");
        appendQuoted(out, text);
        return;
    case TypeRoot::Timestamp:
    case TypeRoot::TimestampLtz: {
        std::string shown;
        valuetext::appendTimestamp(shown, text, 0);
        out.append(type.root == TypeRoot::TimestampLtz ? "CAST(TIMESTAMP " : "TIMESTAMP ");
        appendQuoted(out, shown);
        if (type.root == TypeRoot::TimestampLtz) {
            out.append(" AS ").append(sqlOf(type)).append(")");
        }
        return;
    }
    case TypeRoot::Binary:
    case TypeRoot::VarBinary: {
        const size_t begin = out.size();
        valuetext::appendBinary(out, text);
        if (out[begin] == 'x') {
            out[begin] = 'X'; // Flink's grammar takes only the capital
        }
        return;
    }
    default:
        appendQuoted(out, text);
    }
}

void appendNumber(std::string& out, const LogicalType& type, qint64 value)
{
    switch (type.root) {
    case TypeRoot::Boolean:
        out.append(value ? "TRUE" : "FALSE");
        return;
    case TypeRoot::IntervalYearMonth:
        out.append("INTERVAL '");
        valuetext::appendYearMonth(out, value);
        out.append("' YEAR(4) TO MONTH");
        return;
    case TypeRoot::IntervalDayTime:
        out.append("INTERVAL '");
        valuetext::appendDayTime(out, value);
        out.append("' DAY(6) TO SECOND(3)");
        return;
    default:
        valuetext::appendInteger(out, value);
    }
}

/// A value inside a collection, from its JSON.
bool appendJson(std::string& out, const LogicalType& type, JsonScanner& json)
{
    static const LogicalType unknown;
    const auto child = [&type](size_t i) -> const LogicalType& {
        return i < type.children.size() ? type.children[i].type : unknown;
    };
    const char next = json.peek();
    if (next == 'n') {
        appendNull(out, type);
        return !json.value().empty();
    }
    if (next == '[' || next == '{') {
        const bool row = type.root == TypeRoot::Row;
        out.append(next == '[' ? "ARRAY[" : row ? "ROW(" : "MAP[");
        json.take(next);
        const char close = next == '[' ? ']' : '}';
        size_t index = 0;
        while (!json.take(close)) {
            if (index > 0) {
                if (!json.take(',')) {
                    return false;
                }
                out.append(", ");
            }
            if (next == '{') {
                std::string key;
                if (!json.string(key) || !json.take(':')) {
                    return false;
                }
                if (!row) {
                    appendScalar(out, child(0), key);
                    out.append(", ");
                }
            }
            if (!appendJson(out, next == '[' ? child(0) : row ? child(index) : child(1), json)) {
                return false;
            }
            ++index;
        }
        out.push_back(row ? ')' : ']');
        return true;
    }
    if (next == '"') {
        std::string text;
        if (!json.string(text)) {
            return false;
        }
        appendScalar(out, type, text);
        return true;
    }
    const std::string_view value = json.value();
    qint64 number = value == "true" ? 1 : 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    if (storageOf(type.root) == ColumnStorage::Text) {
        appendScalar(out, type, value);
    } else {
        appendNumber(out, type, number);
    }
    return !value.empty();
}

} // namespace

InsertWriter::InsertWriter(const ResultSchema& schema, const ExportOptions& options) : ColumnWriter(schema, options)
{
    m_head = "INSERT INTO " + tableName(options.table.toStdString()) + " (";
    for (const Column& column : m_columns) {
        if (&column != &m_columns.front()) {
            m_head.append(", ");
        }
        appendIdentifier(m_head, column.name);
    }
    m_head.append(") VALUES\n");
}

void InsertWriter::row(std::string& out, const RowRef& row)
{
    if (m_rowsInStatement == s_rowsPerStatement) {
        out.append(";\n");
        m_rowsInStatement = 0;
    }
    out.append(m_rowsInStatement++ == 0 ? m_head : ",\n").append("    (");
    for (const Column& column : m_columns) {
        if (&column != &m_columns.front()) {
            out.append(", ");
        }
        appendLiteral(out, column, row.cell(column.index));
    }
    out.push_back(')');
}

void InsertWriter::footer(std::string& out)
{
    if (m_rowsInStatement > 0) {
        out.append(";\n");
    }
}

void InsertWriter::appendLiteral(std::string& out, const Column& column, const CellView& cell)
{
    if (cell.isNull) {
        appendNull(out, column.type);
    } else if (cell.isInteger) {
        appendNumber(out, column.type, cell.integer);
    } else if (column.type.children.empty()) {
        appendScalar(out, column.type, cell.text);
    } else {
        const size_t begin = out.size();
        JsonScanner json(cell.text);
        if (!appendJson(out, column.type, json)) {
            out.resize(begin);
            appendQuoted(out, cell.text);
        }
    }
}

} // namespace millrace
