// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlichecker.h"

#include "core/sqlexecution.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliChecker)
};

} // namespace

std::optional<TextRange> faultIn(const QString& message)
{
    static const QRegularExpression s_place(u"line (\\d+)(?:, pos |:)(\\d+)"_s);
    const QRegularExpressionMatch match = s_place.match(message);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const TextPosition begin{match.captured(1).toInt(), match.captured(2).toInt() + 1};
    return TextRange{begin, {begin.line, begin.column + 1}};
}

Error withPlace(Error error)
{
    if (error.kind == ErrorKind::Sql && !error.range) {
        error.range = faultIn(error.message);
    }
    return error;
}

DliChecker::DliChecker(std::shared_ptr<DliClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<Explanation>> DliChecker::explain(
    std::shared_ptr<SqlSession> session, QString statement, CancellationToken token)
{
    QJsonObject body{{u"sql"_s, statement}};
    const QString database = session ? session->properties().value(u"database"_s) : QString();
    if (!database.isEmpty()) {
        body.insert(u"currentdb"_s, database);
    }
    const std::shared_ptr<DliClient> client = m_client;
    const Result<QJsonObject> answer = co_await callObject(client, u"check_sql"_s, {}, body, token);
    if (!answer) {
        co_return failure(withPlace(answer.error()));
    }
    const QString kind = answer->value("job_type"_L1).toString();
    const QString said = answer->value("message"_L1).toString().simplified();
    GraphNode node{
        .id = u"1"_s, .type = kind.isEmpty() ? u"SQL"_s : kind, .title = Texts::tr("The statement is right")};
    if (!kind.isEmpty()) {
        node.title = kind + u": "_s + node.title;
    }
    node.description = said;
    Explanation explanation;
    explanation.graph.nodes.push_back(node);
    explanation.texts = {{Texts::tr("Check"), said.isEmpty() ? node.title : said}, {Texts::tr("Kind"), kind}};
    explanation.advice = {
        Texts::tr("Data Lake Insight checks a statement without running it, and shows no plan of it.")};
    co_return explanation;
}

} // namespace millrace::dli
