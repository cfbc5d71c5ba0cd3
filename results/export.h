// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/rowspan.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace millrace {

enum class ExportFormat {
    Csv, ///< RFC 4180, CRLF line ends; NULL is an empty field and '' is ""
    Tsv, ///< tab, backslash escapes; NULL is \N
    Json, ///< one array of objects
    JsonLines, ///< one object a line
    Markdown, ///< a table
    InsertStatements, ///< INSERT INTO t VALUES …
};

struct ExportOptions {
    ExportFormat format = ExportFormat::Csv;
    bool header = true; ///< CSV, TSV
    bool rowKinds = false; ///< a first column "op" with +I, -U, +U, -D
    QString table = QStringLiteral("result"); ///< INSERT: the table's name, quoted when it must be
    std::vector<int> columns; ///< which columns, in which order; empty: all
};

/// Writes rows as text, piece by piece, into a buffer that the caller empties whenever it likes: header(), row() any
/// number of times, footer(). JSON keeps numbers exact (BIGINT and DECIMAL as bare numbers with the wire's digits),
/// nested values as JSON, times as ISO 8601. Everything is UTF-8. One writer per export, one thread.
class RowWriter {
public:
    virtual ~RowWriter() = default;

    virtual void header(std::string& out) = 0;
    virtual void row(std::string& out, const RowRef& row) = 0;
    virtual void footer(std::string& out) = 0;

    /// All rows of a span.
    void rows(std::string& out, const RowSpan& span);
};

std::unique_ptr<RowWriter> makeRowWriter(const ResultSchema& schema, const ExportOptions& options);

/// "csv", "tsv", "json", "jsonl", "md", "sql": also the usual suffix of a file's name.
QLatin1StringView toId(ExportFormat format);

} // namespace millrace
