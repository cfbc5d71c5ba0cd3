// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/export.h"
#include "results/valueformat.h"
#include "results/valuetext.h"

namespace millrace {

/// What the writers share: which columns, their names, the text of a value. Internal to export.
class ColumnWriter : public RowWriter {
public:
    ColumnWriter(const ResultSchema& schema, const ExportOptions& options);

protected:
    struct Column {
        int index = 0;
        std::string name;
        LogicalType type;
    };

    /// The value as Flink shows it.
    void appendText(std::string& out, int column, const CellView& cell) const { m_format.append(out, column, cell); }

    std::vector<Column> m_columns;
    ExportOptions m_options;
    ZoneOffsets m_offsets;
    std::string m_scratch;

private:
    ValueFormatter m_format;
};

class CsvWriter final : public ColumnWriter {
public:
    using ColumnWriter::ColumnWriter;
    void header(std::string& out) override;
    void row(std::string& out, const RowRef& row) override;

    void footer(std::string&) override { }
};

class TsvWriter final : public ColumnWriter {
public:
    using ColumnWriter::ColumnWriter;
    void header(std::string& out) override;
    void row(std::string& out, const RowRef& row) override;

    void footer(std::string&) override { }
};

class JsonWriter final : public ColumnWriter {
public:
    JsonWriter(const ResultSchema& schema, const ExportOptions& options);
    void header(std::string& out) override;
    void row(std::string& out, const RowRef& row) override;
    void footer(std::string& out) override;

private:
    void appendValue(std::string& out, const LogicalType& type, const CellView& cell);

    bool m_array;
    bool m_first = true;
    std::vector<std::string> m_keys; ///< "name": with quotes and colon; a repeated name gets a number
};

class MarkdownWriter final : public ColumnWriter {
public:
    using ColumnWriter::ColumnWriter;
    void header(std::string& out) override;
    void row(std::string& out, const RowRef& row) override;

    void footer(std::string&) override { }
};

class InsertWriter final : public ColumnWriter {
public:
    InsertWriter(const ResultSchema& schema, const ExportOptions& options);

    void header(std::string&) override { }

    void row(std::string& out, const RowRef& row) override;
    void footer(std::string& out) override;

private:
    void appendLiteral(std::string& out, const Column& column, const CellView& cell);

    std::string m_head;
    int m_rowsInStatement = 0;
};

} // namespace millrace
