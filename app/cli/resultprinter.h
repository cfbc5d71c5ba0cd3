// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlexecution.h"

#include <memory>

namespace millrace::cli {

class Output;

enum class OutputFormat { Tableau, Csv, Json, JsonLines };

/// "tableau", "csv", "json", "jsonl".
QStringList outputFormatIds();
std::optional<OutputFormat> outputFormatFromId(const QString& id);

/// What the session says about how results look.
struct PrintSettings {
    bool streaming = true; ///< execution.runtime-mode
    int maxColumnWidth = 30; ///< table.display.max-column-width
    bool printsTime = true; ///< sql-client.display.print-time-cost
    bool waitsForJobs = false; ///< table.dml-sync

    static PrintSettings from(const QMap<QString, QString>& properties);
};

/// How a statement's run ended, for the printer's last lines.
struct RunEnd {
    RunInfo info;
    bool cancelled = false;
    double seconds = 0;
};

/// Prints the result of one statement. Rows of a query go out as they come and are dropped; begin() and append() are
/// called wherever rows are fetched, finish() afterwards. A statement that fails is never finished.
class ResultPrinter : public ResultSink {
public:
    virtual void finish(const RunEnd& end) = 0;
};

/// Prints the results of a script's statements in one format.
class ScriptPrinter {
public:
    ScriptPrinter(OutputFormat format, Output& output);

    /// A printer for the next statement.
    [[nodiscard]] std::shared_ptr<ResultPrinter> statement(const PrintSettings& settings);

    /// What Flink's SQL client says for each piece of a statement set that it takes; in other formats nothing.
    void acceptedPieces(int count);

private:
    OutputFormat m_format;
    Output& m_output;
    int m_results = 0; ///< printed so far
};

} // namespace millrace::cli
