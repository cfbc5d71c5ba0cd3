// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitstatus.h"
#include "app/cli/resultprinter.h"
#include "app/cli/scriptsource.h"
#include "sql/positions.h"
#include "sql/statements.h"

#include <QCoroTask>

namespace millrace::cli {

/// Runs the statements of a script one after the other in a session, prints their results, and tells of failures on
/// stderr with their place in the script.
class ScriptRunner {
public:
    struct Options {
        OutputFormat format = OutputFormat::Tableau;
        qint64 maxRows = 0; ///< of each query; 0 is no cap
        bool continuesOnError = false;
        bool readOnly = false; ///< refuse what changes anything
        QString connectionName; ///< for messages
    };

    /// Why a run ends before its script does.
    enum class StopReason { None, Interrupted, TimedOut, OutputClosed, OutputFailed };

    ScriptRunner(ScriptSource source, Options options, Output& output);

    /// The status for a script that must not be sent at all, after stderr has said why; Done when all is well.
    [[nodiscard]] ExitStatus check() const;

    /// A script that is no SQL is one piece: nothing of it is split. To be told before run().
    void setLanguage(ScriptLanguage language);

    /// Runs the script. session must outlive the run, and so must this object.
    QCoro::Task<ExitStatus> run(std::shared_ptr<SqlSession> session);

    /// Ends the run as soon as the server lets go: cancels what runs. The first reason counts.
    void stop(StopReason reason);

    [[nodiscard]] StopReason stopReason() const { return m_stopReason; }

    [[nodiscard]] CancellationToken cancellation() const { return m_cancellation.token(); }

private:
    QCoro::Task<Result<void>> runStatement(std::shared_ptr<SqlSession> session, sql::Statement statement);
    void report(const Error& error) const;
    [[nodiscard]] QString place(const TextPosition& position) const;
    [[nodiscard]] QStringView textOf(const sql::Statement& statement) const;

    ScriptSource m_source;
    Options m_options;
    Output& m_output;
    ScriptPrinter m_printer;
    std::vector<sql::Statement> m_statements;
    sql::LineIndex m_lines;
    CancellationSource m_cancellation;
    StopReason m_stopReason = StopReason::None;
};

} // namespace millrace::cli
