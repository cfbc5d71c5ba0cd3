// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resultprinter.h"

#include "app/cli/console.h"
#include "app/cli/output.h"
#include "results/export.h"
#include "results/tableau.h"

#include <unistd.h>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// The SQL client's "[INFO] …", an empty line behind it, blue on a terminal as there.
void printInfo(Output& output, const QString& text)
{
    const bool colours = output.isTerminal() && usesColour(STDOUT_FILENO);
    const QString line = u"[INFO] "_s + text;
    output.write(colours ? u"\x1b[34;1m%1\x1b[0m\n"_s.arg(line) : QString(line + u'\n'));
}

/// Byte for byte what Flink's SQL client prints in tableau mode, without its banner and prompts.
class TableauPrinter final : public ResultPrinter {
public:
    TableauPrinter(const PrintSettings& settings, Output& output) : m_settings(settings), m_output(output) { }

    void begin(const ResultSchema& schema) override
    {
        m_isQuery = schema.isQuery;
        const TableauStyle style = !schema.isQuery ? TableauStyle::Content
            : m_settings.streaming                 ? TableauStyle::Streaming
                                                   : TableauStyle::Batch;
        m_writer = std::make_unique<TableauWriter>(
            schema, style, [this](std::string_view bytes) { m_output.write(bytes); }, m_settings.maxColumnWidth);
        m_writer->begin();
        m_output.flush();
    }

    void append(RowBatch&& rows) override
    {
        if (m_output.isBroken()) {
            return;
        }
        m_writer->append(std::move(rows));
        m_output.flush();
    }

    void finish(const RunEnd& end) override
    {
        if (!m_isQuery && !end.info.jobId.isEmpty()) {
            printJob(end.info.jobId);
        } else if (m_writer && (m_isQuery || end.info.hasContent)) {
            TableauEnd last{.terminated = end.cancelled};
            if (m_isQuery && m_settings.printsTime) {
                last.seconds = end.seconds;
            }
            m_writer->finish(last);
        } else if (!end.cancelled) {
            printInfo(m_output, u"Execute statement succeeded."_s);
        }
        m_output.write(u"\n"_s);
        m_output.flush();
    }

private:
    void printJob(const QString& jobId)
    {
        if (m_settings.waitsForJobs) {
            printInfo(m_output, u"Complete execution of the SQL update statement."_s);
            return;
        }
        printInfo(m_output, u"Submitting SQL update statement to the cluster..."_s);
        printInfo(m_output, u"SQL update statement has been successfully submitted to the cluster:"_s);
        m_output.write(u"Job ID: %1\n\n"_s.arg(jobId));
    }

    PrintSettings m_settings;
    Output& m_output;
    std::unique_ptr<TableauWriter> m_writer;
    bool m_isQuery = false;
};

/// CSV, JSON and JSON lines: the rows of queries, of SHOW and the like, and the job ids of what runs on the cluster.
class RowsPrinter final : public ResultPrinter {
public:
    RowsPrinter(OutputFormat format, const PrintSettings& settings, Output& output, int& results)
        : m_format(format), m_settings(settings), m_output(output), m_results(results)
    {
    }

    void begin(const ResultSchema& schema) override
    {
        m_schema = schema;
        if (schema.isQuery) {
            open();
        }
    }

    void append(RowBatch&& rows) override
    {
        if (m_output.isBroken()) {
            return;
        }
        if (!m_writer) {
            // Whether this is the OK of a definition or a result worth printing is known at the end.
            m_held.push_back(std::move(rows));
            return;
        }
        write(rows);
        m_output.flush();
    }

    void finish(const RunEnd& end) override
    {
        const bool prints = m_writer || end.info.hasContent || !end.info.jobId.isEmpty();
        if (!prints || m_schema.columns.empty()) {
            return;
        }
        if (!m_writer) {
            open();
        }
        for (const RowBatch& rows : m_held) {
            write(rows);
        }
        m_text.clear();
        m_writer->footer(m_text);
        m_output.write(m_text);
        m_output.flush();
    }

private:
    void open()
    {
        ExportOptions options;
        options.format = m_format == OutputFormat::Csv ? ExportFormat::Csv
            : m_format == OutputFormat::Json           ? ExportFormat::Json
                                                       : ExportFormat::JsonLines;
        options.rowKinds = m_schema.isQuery && m_settings.streaming;
        m_writer = makeRowWriter(m_schema, options);
        if (m_format == OutputFormat::Csv && m_results > 0) {
            m_text += "\r\n";
        }
        ++m_results;
        m_writer->header(m_text);
        m_output.write(m_text);
    }

    void write(const RowBatch& rows)
    {
        m_text.clear();
        m_writer->rows(m_text, rows.span());
        m_output.write(m_text);
    }

    OutputFormat m_format;
    PrintSettings m_settings;
    Output& m_output;
    int& m_results;
    ResultSchema m_schema;
    std::unique_ptr<RowWriter> m_writer;
    std::vector<RowBatch> m_held;
    std::string m_text;
};

} // namespace

QStringList outputFormatIds()
{
    return {u"tableau"_s, u"csv"_s, u"json"_s, u"jsonl"_s};
}

std::optional<OutputFormat> outputFormatFromId(const QString& id)
{
    static constexpr OutputFormat formats[]{
        OutputFormat::Tableau, OutputFormat::Csv, OutputFormat::Json, OutputFormat::JsonLines};
    const qsizetype index = outputFormatIds().indexOf(id);
    return index < 0 ? std::nullopt : std::optional(formats[index]);
}

PrintSettings PrintSettings::from(const QMap<QString, QString>& properties)
{
    PrintSettings settings;
    settings.streaming =
        properties.value(u"execution.runtime-mode"_s, u"streaming"_s).compare(u"batch"_s, Qt::CaseInsensitive) != 0;
    for (const QString& key : {u"sql-client.display.max-column-width"_s, u"table.display.max-column-width"_s}) {
        bool ok = false;
        const int width = properties.value(key).toInt(&ok);
        if (ok && width > 0) {
            settings.maxColumnWidth = width;
        }
    }
    settings.printsTime = properties.value(u"sql-client.display.print-time-cost"_s, u"true"_s) != u"false";
    settings.waitsForJobs = properties.value(u"table.dml-sync"_s) == u"true";
    return settings;
}

ScriptPrinter::ScriptPrinter(OutputFormat format, Output& output) : m_format(format), m_output(output) { }

std::shared_ptr<ResultPrinter> ScriptPrinter::statement(const PrintSettings& settings)
{
    if (m_format == OutputFormat::Tableau) {
        return std::make_shared<TableauPrinter>(settings, m_output);
    }
    return std::make_shared<RowsPrinter>(m_format, settings, m_output, m_results);
}

void ScriptPrinter::acceptedPieces(int count)
{
    for (int i = 0; i < count && m_format == OutputFormat::Tableau; ++i) {
        printInfo(m_output, u"Execute statement succeeded."_s);
        m_output.write(u"\n"_s);
    }
}

} // namespace millrace::cli
