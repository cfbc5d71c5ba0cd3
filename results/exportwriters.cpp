// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/exportwriters.h"

#include "results/jsonscan.h"

#include <QMap>

#include <numeric>

namespace millrace {

namespace {

using namespace Qt::StringLiterals;

void appendCsvField(std::string& out, std::string_view text)
{
    const bool quoted = text.empty() || text.find_first_of(",\"\r\n") != std::string_view::npos || text.front() == ' '
        || text.back() == ' ';
    if (!quoted) {
        out.append(text);
        return;
    }
    out.push_back('"');
    for (const char c : text) {
        if (c == '"') {
            out.push_back('"');
        }
        out.push_back(c);
    }
    out.push_back('"');
}

void appendTsvField(std::string& out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '\t':
            out.append("\\t");
            break;
        case '\n':
            out.append("\\n");
            break;
        case '\r':
            out.append("\\r");
            break;
        case '\\':
            out.append("\\\\");
            break;
        default:
            out.push_back(c);
        }
    }
}

void appendMarkdownField(std::string& out, std::string_view text)
{
    for (const char c : text) {
        if (c == '\n') {
            out.append("<br>");
        } else if (c != '\r') {
            if (c == '|' || c == '\\') {
                out.push_back('\\');
            }
            out.push_back(c);
        }
    }
}

std::vector<int> shownColumns(const ResultSchema& schema, const ExportOptions& options)
{
    std::vector<int> columns = options.columns;
    if (columns.empty()) {
        columns.resize(schema.columns.size());
        std::iota(columns.begin(), columns.end(), 0);
    }
    return columns;
}

} // namespace

ColumnWriter::ColumnWriter(const ResultSchema& schema, const ExportOptions& options)
    : m_options(options), m_offsets(schema.timeZone), m_format(schema)
{
    for (const int index : shownColumns(schema, options)) {
        const ResultColumn& column = schema.columns[size_t(index)];
        m_columns.push_back({.index = index, .name = column.name.toStdString(), .type = column.type});
    }
}

void CsvWriter::header(std::string& out)
{
    if (!m_options.header) {
        return;
    }
    std::string_view separator;
    if (m_options.rowKinds) {
        out.append("op");
        separator = ",";
    }
    for (const Column& column : m_columns) {
        out.append(separator);
        appendCsvField(out, column.name);
        separator = ",";
    }
    out.append("\r\n");
}

void CsvWriter::row(std::string& out, const RowRef& row)
{
    std::string_view separator;
    if (m_options.rowKinds) {
        out.append(toOp(row.kind).data(), 2);
        separator = ",";
    }
    for (const Column& column : m_columns) {
        out.append(separator);
        separator = ",";
        const CellView cell = row.cell(column.index);
        if (!cell.isNull) {
            m_scratch.clear();
            appendText(m_scratch, column.index, cell);
            appendCsvField(out, m_scratch);
        }
    }
    out.append("\r\n");
}

void TsvWriter::header(std::string& out)
{
    if (!m_options.header) {
        return;
    }
    std::string_view separator;
    if (m_options.rowKinds) {
        out.append("op");
        separator = "\t";
    }
    for (const Column& column : m_columns) {
        out.append(separator);
        appendTsvField(out, column.name);
        separator = "\t";
    }
    out.push_back('\n');
}

void TsvWriter::row(std::string& out, const RowRef& row)
{
    std::string_view separator;
    if (m_options.rowKinds) {
        out.append(toOp(row.kind).data(), 2);
        separator = "\t";
    }
    for (const Column& column : m_columns) {
        out.append(separator);
        separator = "\t";
        const CellView cell = row.cell(column.index);
        if (cell.isNull) {
            out.append("\\N");
            continue;
        }
        m_scratch.clear();
        appendText(m_scratch, column.index, cell);
        appendTsvField(out, m_scratch);
    }
    out.push_back('\n');
}

void MarkdownWriter::header(std::string& out)
{
    out.append(m_options.rowKinds ? "| op |" : "|");
    for (const Column& column : m_columns) {
        out.push_back(' ');
        appendMarkdownField(out, column.name);
        out.append(" |");
    }
    out.append(m_options.rowKinds ? "\n|---|" : "\n|");
    for (const Column& column : m_columns) {
        out.append(column.type.isNumeric() ? "---:|" : "---|");
    }
    out.push_back('\n');
}

void MarkdownWriter::row(std::string& out, const RowRef& row)
{
    out.push_back('|');
    if (m_options.rowKinds) {
        out.push_back(' ');
        out.append(toOp(row.kind).data(), 2).append(" |");
    }
    for (const Column& column : m_columns) {
        const CellView cell = row.cell(column.index);
        m_scratch.clear();
        appendText(m_scratch, column.index, cell);
        out.push_back(' ');
        appendMarkdownField(out, cell.isNull ? std::string_view("NULL") : std::string_view(m_scratch));
        out.append(" |");
    }
    out.push_back('\n');
}

JsonWriter::JsonWriter(const ResultSchema& schema, const ExportOptions& options)
    : ColumnWriter(schema, options), m_array(options.format == ExportFormat::Json)
{
    // An object whose keys repeat loses values in most readers.
    QMap<QByteArray, int> seen;
    if (options.rowKinds) {
        seen.insert("op", 1);
    }
    for (const Column& column : m_columns) {
        QByteArray name = QByteArray::fromStdString(column.name);
        while (const int count = seen[name]++) {
            name = QByteArray::fromStdString(column.name) + "_" + QByteArray::number(count + 1);
        }
        std::string key;
        appendJsonString(key, std::string_view(name.constData(), size_t(name.size())));
        m_keys.push_back(key + ":");
    }
}

void JsonWriter::header(std::string& out)
{
    if (m_array) {
        out.push_back('[');
    }
}

void JsonWriter::row(std::string& out, const RowRef& row)
{
    if (m_array) {
        out.append(m_first ? "\n" : ",\n");
    }
    m_first = false;
    out.push_back('{');
    std::string_view separator;
    if (m_options.rowKinds) {
        out.append("\"op\":\"").append(toOp(row.kind).data(), 2).append("\"");
        separator = ",";
    }
    for (size_t i = 0; i < m_columns.size(); ++i) {
        out.append(separator).append(m_keys[i]);
        separator = ",";
        const CellView cell = row.cell(m_columns[i].index);
        if (cell.isNull) {
            out.append("null");
        } else {
            appendValue(out, m_columns[i].type, cell);
        }
    }
    out.append(m_array ? "}" : "}\n");
}

void JsonWriter::footer(std::string& out)
{
    if (m_array) {
        out.append(m_first ? "]\n" : "\n]\n");
    }
}

void JsonWriter::appendValue(std::string& out, const LogicalType& type, const CellView& cell)
{
    switch (type.root) {
    case TypeRoot::Boolean:
        out.append(cell.integer ? "true" : "false");
        return;
    case TypeRoot::TinyInt:
    case TypeRoot::SmallInt:
    case TypeRoot::Integer:
    case TypeRoot::BigInt:
        valuetext::appendInteger(out, cell.integer);
        return;
    case TypeRoot::IntervalYearMonth:
        m_scratch.clear();
        valuetext::appendYearMonth(m_scratch, cell.integer);
        appendJsonString(out, m_scratch);
        return;
    case TypeRoot::IntervalDayTime:
        m_scratch.clear();
        valuetext::appendDayTime(m_scratch, cell.integer);
        appendJsonString(out, m_scratch);
        return;
    case TypeRoot::Decimal:
    case TypeRoot::Float:
    case TypeRoot::Double:
        if (isJsonNumber(cell.text)) {
            out.append(cell.text);
            return;
        }
        break; // NaN, Infinity
    case TypeRoot::Array:
    case TypeRoot::Multiset:
    case TypeRoot::Map:
    case TypeRoot::Row:
        if (isJsonValue(cell.text)) {
            out.append(cell.text);
            return;
        }
        break;
    case TypeRoot::TimestampLtz: {
        // The wire has the session's local time and a Z that is not meant.
        qint64 local = 0;
        size_t length = 0;
        if (parseTimestamp(cell.text, local, length)) {
            m_scratch.assign(cell.text.substr(0, cell.text.size() - (cell.text.back() == 'Z' ? 1 : 0)));
            appendOffset(m_scratch, m_offsets.offsetAtLocal(local));
            appendJsonString(out, m_scratch);
            return;
        }
        break;
    }
    default:
        break;
    }
    appendJsonString(out, cell.text);
}

} // namespace millrace
