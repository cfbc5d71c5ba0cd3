// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scriptexplainer.h"

#include "app/cli/console.h"
#include "sql/outline.h"
#include "sql/tokenizer.h"

#include <QCoreApplication>

namespace millrace::cli {

using namespace Qt::StringLiterals;
using sql::StatementKind;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScriptExplainer)
};

/// Takes what a setting or a definition answers, which is "OK".
class IgnoringSink : public ResultSink {
public:
    void begin(const ResultSchema& /*schema*/) override { }

    void append(RowBatch&& /*rows*/) override { }
};

bool isCreate(StatementKind kind)
{
    return kind >= StatementKind::CreateTable && kind <= StatementKind::CreateConnection
        && kind != StatementKind::ReplaceTable && kind != StatementKind::CreateMaterializedTable;
}

/// DROP TEMPORARY …: gone with the session anyway.
bool isTemporary(QStringView statement)
{
    sql::Tokenizer tokenizer(sql::view(statement));
    sql::Token token;
    return tokenizer.nextSignificant(token) && tokenizer.nextSignificant(token)
        && statement.sliced(token.offset, token.length).compare(u"TEMPORARY", Qt::CaseInsensitive) == 0;
}

} // namespace

ScriptExplainer::ScriptExplainer(ScriptSource source, Options options)
    : m_source(std::move(source)), m_options(std::move(options)), m_statements(sql::splitStatements(m_source.text)),
      m_lines(m_source.text)
{
}

ScriptExplainer::Treatment ScriptExplainer::treatmentOf(const sql::Statement& statement) const
{
    if (sql::isExplainable(statement.kind)) {
        return Treatment::Explain;
    }
    if (isCreate(statement.kind) || sql::changesSession(statement.kind)) {
        return Treatment::Run;
    }
    if (sql::isReadOnly(statement.kind) || sql::isClientCommand(statement.kind)) {
        return Treatment::Ignore; // SHOW, DESCRIBE, HELP: nothing depends on them
    }
    const bool isDrop = statement.kind >= StatementKind::DropTable && statement.kind <= StatementKind::DropConnection;
    return isDrop && isTemporary(statement.text(QStringView(m_source.text))) ? Treatment::Run : Treatment::LeaveOut;
}

QString ScriptExplainer::place(const sql::Statement& statement) const
{
    const TextPosition begin = m_lines.position(m_source.text, statement.offset);
    return u"%1:%2:%3"_s.arg(m_source.name, QString::number(begin.line), QString::number(begin.column));
}

ExitStatus ScriptExplainer::check() const
{
    bool explains = false;
    for (const sql::Statement& statement : m_statements) {
        const Treatment treatment = treatmentOf(statement);
        explains = explains || treatment == Treatment::Explain;
        if (m_options.readOnly && treatment == Treatment::Run && !sql::isReadOnly(statement.kind)) {
            note(place(statement) + u": "_s
                + Texts::tr("%1 is a read-only connection: %2 is not sent, and nothing of the script was run.")
                      .arg(m_options.connectionName, sql::toText(statement.kind)));
            return Usage;
        }
    }
    if (!explains) {
        complain(Texts::tr("There is nothing to explain in %1: give a query, an INSERT or a statement set.")
                     .arg(m_source.name));
        return Usage;
    }
    return Done;
}

QCoro::Task<ExitStatus> ScriptExplainer::run(
    std::shared_ptr<SqlSession> session, PlanExplainer* explainer, CancellationToken token)
{
    for (const sql::Statement& statement : m_statements) {
        if (statement.kind == StatementKind::Quit) {
            break;
        }
        if (treatmentOf(statement) == Treatment::LeaveOut) {
            note(place(statement) + u": "_s
                + Texts::tr("%1 was left out: explaining changes nothing.").arg(sql::toText(statement.kind)));
            continue;
        }
        const Result<void> done = co_await take(statement, session, explainer, token);
        if (!done) {
            report(done.error(), statement);
            co_return exitStatusOf(done.error());
        }
    }
    co_return Done;
}

QCoro::Task<Result<void>> ScriptExplainer::take(
    sql::Statement statement, std::shared_ptr<SqlSession> session, PlanExplainer* explainer, CancellationToken token)
{
    const QString text = statement.text(QStringView(m_source.text)).toString();
    const Treatment treatment = treatmentOf(statement);
    if (treatment == Treatment::Run) {
        RunRequest request{.statement = text};
        const auto sink = std::make_shared<IgnoringSink>();
        const Result<RunSummary> outcome = co_await session->run(std::move(request), sink, token);
        if (!outcome) {
            co_return failure(outcome.error());
        }
    } else if (treatment == Treatment::Explain) {
        Result<Explanation> explanation = co_await explainer->explain(session, text, token);
        if (!explanation) {
            co_return failure(explanation.error());
        }
        m_explained.push_back({place(statement), sql::shortTitle(text, 100), std::move(*explanation)});
    }
    co_return Result<void>();
}

void ScriptExplainer::report(const Error& error, const sql::Statement& statement) const
{
    if (error.isCancelled()) {
        return;
    }
    const TextPosition begin = m_lines.position(m_source.text, statement.offset);
    const TextRange range = sql::toScript(error.range.value_or(TextRange()), begin);
    note(u"%1:%2:%3: "_s.arg(m_source.name, QString::number(range.begin.line), QString::number(range.begin.column))
        + Texts::tr("error: %1").arg(error.message));
}

Graph joinedGraph(const std::vector<ExplainedStatement>& statements)
{
    if (statements.size() == 1) {
        return statements.front().explanation.graph;
    }
    Graph joined;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const QString prefix = QString::number(i + 1) + u'.';
        for (GraphNode node : statements[i].explanation.graph.nodes) {
            node.id.prepend(prefix);
            if (!node.chain.isEmpty()) {
                node.chain.prepend(prefix);
            }
            joined.nodes.push_back(std::move(node));
        }
        for (GraphEdge edge : statements[i].explanation.graph.edges) {
            edge.from.prepend(prefix);
            edge.to.prepend(prefix);
            joined.edges.push_back(std::move(edge));
        }
    }
    return joined;
}

} // namespace millrace::cli
