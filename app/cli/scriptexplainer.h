// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitstatus.h"
#include "app/cli/scriptsource.h"
#include "core/planexplainer.h"
#include "sql/positions.h"
#include "sql/statements.h"

#include <QCoroTask>

namespace millrace::cli {

/// A statement of a script that was explained.
struct ExplainedStatement {
    QString place; ///< "FILE:3:1"
    QString title; ///< "INSERT INTO revenue SELECT …"
    Explanation explanation;
};

/// Explains the statements of a script in a session, in order. What they need runs on the way: CREATE, SET, USE and the
/// like, and DROP TEMPORARY. Nothing that would start a job, change data or change a catalog for good in another way is
/// run; stderr says what was left out.
class ScriptExplainer {
public:
    struct Options {
        bool readOnly = false; ///< refuse what changes anything
        QString connectionName; ///< for messages
    };

    ScriptExplainer(ScriptSource source, Options options);

    /// The status for a script that must not be sent at all, after stderr has said why; Done when all is well.
    [[nodiscard]] ExitStatus check() const;

    /// Ends at the first failure, which stderr tells with its place. session must outlive the call, and so must this
    /// object.
    QCoro::Task<ExitStatus> run(std::shared_ptr<SqlSession> session, PlanExplainer* explainer, CancellationToken token);

    [[nodiscard]] const std::vector<ExplainedStatement>& explained() const { return m_explained; }

private:
    enum class Treatment { Explain, Run, LeaveOut, Ignore };

    [[nodiscard]] Treatment treatmentOf(const sql::Statement& statement) const;
    [[nodiscard]] QString place(const sql::Statement& statement) const;
    QCoro::Task<Result<void>> take(sql::Statement statement, std::shared_ptr<SqlSession> session,
        PlanExplainer* explainer, CancellationToken token);
    void report(const Error& error, const sql::Statement& statement) const;

    ScriptSource m_source;
    Options m_options;
    std::vector<sql::Statement> m_statements;
    sql::LineIndex m_lines;
    std::vector<ExplainedStatement> m_explained;
};

/// The plans of several statements as one graph: ids begin with the number of the statement, "2.5". That of one
/// statement stays as it is.
Graph joinedGraph(const std::vector<ExplainedStatement>& statements);

} // namespace millrace::cli
