// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/export.h"

#include "results/exportwriters.h"

namespace millrace {

void RowWriter::rows(std::string& out, const RowSpan& span)
{
    for (qsizetype i = 0; i < span.count; ++i) {
        row(out, span.row(i));
    }
}

std::unique_ptr<RowWriter> makeRowWriter(const ResultSchema& schema, const ExportOptions& options)
{
    switch (options.format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvWriter>(schema, options);
    case ExportFormat::Tsv:
        return std::make_unique<TsvWriter>(schema, options);
    case ExportFormat::Json:
    case ExportFormat::JsonLines:
        return std::make_unique<JsonWriter>(schema, options);
    case ExportFormat::Markdown:
        return std::make_unique<MarkdownWriter>(schema, options);
    case ExportFormat::InsertStatements:
        return std::make_unique<InsertWriter>(schema, options);
    }
    return nullptr;
}

QLatin1StringView toId(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return QLatin1StringView("csv");
    case ExportFormat::Tsv:
        return QLatin1StringView("tsv");
    case ExportFormat::Json:
        return QLatin1StringView("json");
    case ExportFormat::JsonLines:
        return QLatin1StringView("jsonl");
    case ExportFormat::Markdown:
        return QLatin1StringView("md");
    case ExportFormat::InsertStatements:
        return QLatin1StringView("sql");
    }
    return {};
}

} // namespace millrace
