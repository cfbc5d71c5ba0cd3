// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/scriptplan.h"

#include "core/connection.h"
#include "core/planexplainer.h"
#include "core/sqlexecution.h"
#include "sql/outline.h"
#include "sql/statements.h"
#include "sql/tokenizer.h"

#include <QCoreApplication>

namespace millrace {

using namespace Qt::StringLiterals;
using sql::StatementKind;

namespace {

/// tr() of this file: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScriptPlan)
};

/// Takes what a definition or a setting answers, which is "OK".
class OkSink : public ResultSink {
public:
    void begin(const ResultSchema& /*schema*/) override { }

    void append(RowBatch&& /*rows*/) override { }
};

bool isWord(QStringView statement, const sql::Token& token, QLatin1StringView word)
{
    return statement.sliced(token.offset, token.length).compare(word, Qt::CaseInsensitive) == 0;
}

/// CREATE TABLE as CREATE TEMPORARY TABLE, DROP VIEW as DROP TEMPORARY VIEW; what is temporary stays as it is.
QString madeTemporary(const QString& statement)
{
    const QStringView text(statement);
    sql::Tokenizer tokenizer(sql::view(text));
    sql::Token verb;
    sql::Token next;
    if (!tokenizer.nextSignificant(verb) || !tokenizer.nextSignificant(next) || isWord(text, next, "TEMPORARY"_L1)) {
        return statement;
    }
    QString temporary = statement;
    // What was not defined as a temporary thing here is not there to be dropped.
    sql::Token after;
    const bool isDrop = isWord(text, verb, "DROP"_L1);
    if (isDrop && tokenizer.nextSignificant(after) && !isWord(text, after, "IF"_L1)) {
        temporary.insert(after.offset, u"IF EXISTS "_s);
    }
    return temporary.insert(next.offset, u"TEMPORARY "_s);
}

enum class Treatment { Explain, Prepare, PrepareTemporary, PrepareInMemory, LeaveOut };

Treatment treatmentOf(StatementKind kind)
{
    switch (kind) {
    case StatementKind::CompilePlan:
    case StatementKind::Explain:
        return Treatment::LeaveOut;
    case StatementKind::CreateTable:
    case StatementKind::CreateView:
    case StatementKind::CreateFunction:
    case StatementKind::CreateModel:
    case StatementKind::DropTable:
    case StatementKind::DropView:
    case StatementKind::DropFunction:
    case StatementKind::DropModel:
        return Treatment::PrepareTemporary;
    case StatementKind::CreateCatalog:
        return Treatment::Prepare;
    case StatementKind::CreateDatabase:
        return Treatment::PrepareInMemory;
    default:
        break;
    }
    if (sql::isExplainable(kind) && !sql::isQuery(kind)) {
        return Treatment::Explain;
    }
    return sql::changesSession(kind) ? Treatment::Prepare : Treatment::LeaveOut;
}

QCoro::Task<Result<Graph>> explainSteps(std::shared_ptr<Connection> connection, std::shared_ptr<SqlSession> session,
    std::vector<PlanStep> steps, CancellationToken token)
{
    Graph plan;
    for (const PlanStep& step : steps) {
        if (!step.explains) {
            RunRequest request{.statement = step.statement};
            const auto sink = std::make_shared<OkSink>();
            const Result<RunSummary> done = co_await session->run(std::move(request), sink, token);
            if (!done) {
                Error error = done.error();
                error.message = Texts::tr("%1: %2").arg(sql::shortTitle(step.statement), error.message);
                co_return failure(error);
            }
            continue;
        }
        const QString statement = step.statement;
        Result<Explanation> explained = co_await connection->planExplainer()->explain(session, statement, token);
        if (!explained) {
            co_return failure(explained.error());
        }
        if (!plan.isEmpty()) {
            co_return failure(ErrorKind::Unsupported,
                Texts::tr("The text starts several jobs: it cannot be told which of them this one is."));
        }
        plan = std::move(explained->graph);
    }
    co_return plan;
}

} // namespace

std::vector<PlanStep> planStepsOf(const QString& script)
{
    std::vector<PlanStep> steps;
    // Until a script says otherwise it works in the catalog of its session, which holds everything in memory.
    bool inMemory = true;
    for (const sql::Statement& statement : sql::splitStatements(QStringView(script))) {
        if (statement.kind == StatementKind::Quit) {
            break;
        }
        const QString text = statement.text(QStringView(script)).toString();
        const Treatment treatment = treatmentOf(statement.kind);
        inMemory = inMemory && statement.kind != StatementKind::UseCatalog;
        if (treatment == Treatment::LeaveOut || (treatment == Treatment::PrepareInMemory && !inMemory)) {
            continue;
        }
        steps.push_back(
            {treatment == Treatment::Explain, treatment == Treatment::PrepareTemporary ? madeTemporary(text) : text});
    }
    return steps;
}

QCoro::Task<Result<Graph>> planOfScript(std::shared_ptr<Connection> connection, QString script, CancellationToken token)
{
    const std::vector<PlanStep> steps = planStepsOf(script);
    if (!std::ranges::any_of(steps, &PlanStep::explains)) {
        co_return failure(ErrorKind::Usage, Texts::tr("Nothing in this text starts a job that can be explained."));
    }
    if (!connection->planExplainer() || !connection->sqlExecution()) {
        co_return failure(ErrorKind::Unsupported, Texts::tr("This connection explains no SQL."));
    }
    SessionOptions options{.name = u"millrace-plan"_s, .properties = {}};
    const auto session = co_await connection->sqlExecution()->openSession(std::move(options), token);
    if (!session) {
        co_return failure(session.error());
    }
    const std::shared_ptr<SqlSession> held = *session;
    Result<Graph> plan = co_await explainSteps(connection, held, steps, token);
    co_await held->close();
    co_return plan;
}

} // namespace millrace
