// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkexplain.h"

#include "backends/flink/flinkerrors.h"
#include "backends/flink/flinksession.h"
#include "backends/flink/plantext.h"
#include "backends/flink/sentstatement.h"
#include "backends/flink/statementrun.h"
#include "sql/statements.h"
#include "sql/tokenizer.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QtConcurrentRun>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this file: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FlinkPlan)
};

/// What to ask for, the most first: PLAN_ADVICE is for streaming alone and came with Flink 1.17.
constexpr QLatin1StringView s_details[]{
    "ESTIMATED_COST, CHANGELOG_MODE, PLAN_ADVICE, JSON_EXECUTION_PLAN"_L1,
    "ESTIMATED_COST, CHANGELOG_MODE, JSON_EXECUTION_PLAN"_L1,
    "ESTIMATED_COST, CHANGELOG_MODE"_L1,
};

bool isWord(QStringView statement, const sql::Token& token, QStringView word)
{
    return token.kind == sql::TokenKind::Word
        && statement.sliced(token.offset, token.length).compare(word, Qt::CaseInsensitive) == 0;
}

void blank(QString& statement, qsizetype begin, qsizetype end)
{
    for (qsizetype i = begin; i < end; ++i) {
        if (statement[i] != u'\n' && statement[i] != u'\r') {
            statement[i] = u' ';
        }
    }
}

/// What EXPLAIN takes behind itself: STATEMENT SET without EXECUTE, a query without EXECUTE, a statement without
/// COMPILE PLAN '…' FOR. What goes is replaced by spaces, so that places stay.
QString explainable(QString statement)
{
    std::vector<sql::Token> words;
    for (const sql::Token& token : sql::tokenize(statement)) {
        if (!sql::isTrivia(token.kind)) {
            words.push_back(token);
        }
    }
    if (words.empty()) {
        return statement;
    }
    if (isWord(statement, words.front(), u"EXECUTE") && !(words.size() > 1 && isWord(statement, words[1], u"PLAN"))) {
        blank(statement, words.front().offset, words.front().end());
    } else if (isWord(statement, words.front(), u"COMPILE")) {
        for (const sql::Token& token : words) {
            if (isWord(statement, token, u"FOR")) {
                blank(statement, words.front().offset, token.end());
                break;
            }
        }
    }
    return statement;
}

bool isRefusedDetail(const Error& error)
{
    const bool namesDetail = error.detail.contains("PLAN_ADVICE"_L1) || error.detail.contains("JSON_EXECUTION_PLAN"_L1);
    return error.detail.contains("PLAN_ADVICE is not supported"_L1) || (namesDetail && errors::isSyntaxError(error));
}

QCoro::Task<Result<QString>> fetchText(std::shared_ptr<SessionCore> core, QString statement, CancellationToken token)
{
    const Result<TextTable> table = co_await fetchTable(std::move(core), std::move(statement), std::move(token));
    if (!table) {
        co_return failure(table.error());
    }
    if (table->rows.empty() || table->rows.front().isEmpty()) {
        co_return failure(ErrorKind::Protocol, Texts::tr("The gateway answered EXPLAIN without a plan."));
    }
    co_return table->rows.front().front();
}

/// CREATE TABLE … AS: before Flink 2 it cannot be explained, but its query can. Empty when there is none.
QString queryOf(const QString& statement)
{
    if (sql::kindOf(statement) != sql::StatementKind::CreateTableAs
        && sql::kindOf(statement) != sql::StatementKind::ReplaceTable) {
        return {};
    }
    int depth = 0;
    const std::vector<sql::Token> tokens = sql::tokenize(statement);
    for (const sql::Token& token : tokens) {
        depth += token.kind == sql::TokenKind::LeftParen ? 1 : token.kind == sql::TokenKind::RightParen ? -1 : 0;
        if (depth == 0 && isWord(statement, token, u"AS")) {
            QString query = statement;
            blank(query, 0, token.end());
            return query;
        }
    }
    return {};
}

/// With fewer details each time that the gateway does not know one of them.
QCoro::Task<Result<QString>> explainText(std::shared_ptr<SessionCore> core, QString statement, CancellationToken token)
{
    const bool isBatch = core->properties().value(u"execution.runtime-mode"_s).toLower() == u"batch";
    Error last;
    for (const QLatin1StringView details : s_details) {
        if (isBatch && details.contains("PLAN_ADVICE"_L1)) {
            continue;
        }
        const ExplainStatement sent(statement, details);
        const Result<QString> text = co_await fetchText(core, sent.text(), token);
        if (text) {
            co_return *text;
        }
        last = sent.located(text.error());
        if (!isRefusedDetail(text.error())) {
            break;
        }
    }
    co_return failure(last);
}

QCoro::Task<Result<Explanation>> explainIn(
    std::shared_ptr<SessionCore> core, QString statement, CancellationToken token)
{
    Result<QString> text;
    if (sql::kindOf(statement) == sql::StatementKind::Explain) {
        text = co_await fetchText(core, statement, token);
        if (!text) {
            co_return failure(ExplainStatement(statement, {}).located(text.error()));
        }
    } else {
        text = co_await explainText(core, statement, token);
    }
    const QString query = queryOf(statement);
    const bool onlyQuery = !text && errors::isSyntaxError(text.error()) && !query.isEmpty();
    if (onlyQuery) {
        text = co_await explainText(core, query, token);
    }
    if (!text) {
        co_return failure(text.error());
    }
    // A plan may have thousands of steps.
    const QString answer = *text;
    const QFuture<Result<Explanation>> reading = QtConcurrent::run([answer] { return readExplanation(answer); });
    Result<Explanation> explanation = co_await reading;
    if (explanation && onlyQuery) {
        explanation->advice.prepend(
            Texts::tr("This version of Flink cannot explain CREATE TABLE … AS: the plan is that of its query alone."));
    }
    co_return explanation;
}

QCoro::Task<Result<Explanation>> noSession()
{
    co_return failure(
        ErrorKind::Usage, Texts::tr("Flink explains in a session only: open one on a SQL Gateway first."));
}

} // namespace

ExplainStatement::ExplainStatement(const QString& statement, const QString& details)
    : m_statement(statement), m_sent(statement)
{
    if (sql::kindOf(statement) != sql::StatementKind::Explain) {
        const QString head = details.isEmpty() ? u"EXPLAIN PLAN FOR\n"_s : u"EXPLAIN "_s + details + u'\n';
        m_sent = head + explainable(SentStatement(statement).text());
        m_shift = 1;
    }
}

Error ExplainStatement::located(Error error) const
{
    if (error.kind != ErrorKind::Sql || error.range) {
        return error;
    }
    if (auto place = errors::placeOf(error)) {
        place->first.line -= m_shift;
        if (place->last) {
            place->last->line -= m_shift;
        }
        if (place->first.line >= 1) {
            error.range = SentStatement(m_statement).range(*place);
        }
    }
    return error;
}

QCoro::Task<Result<Explanation>> FlinkExplainer::explain(
    std::shared_ptr<SqlSession> session, QString statement, CancellationToken token)
{
    const auto* flinkSession = qobject_cast<const FlinkSession*>(session.get());
    if (!flinkSession) {
        return noSession();
    }
    return explainIn(flinkSession->core(), std::move(statement), std::move(token));
}

} // namespace millrace::flink
