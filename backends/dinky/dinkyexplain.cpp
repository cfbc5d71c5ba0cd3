// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyexplain.h"

#include "backends/dinky/dinkysql.h"
#include "backends/dinky/runform.h"
#include "backends/flink/planjson.h"
#include "backends/flink/plantext.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyExplain)
};

QString jsonText(const QJsonValue& value)
{
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson());
}

/// The vertices that each step runs in, as the job's plan has them.
void addPlan(Explanation& explanation, const QJsonValue& plan)
{
    const Result<Graph> graph = flink::planjson::jobPlan(plan.toObject());
    if (!graph) {
        return;
    }
    if (explanation.graph.isEmpty()) {
        explanation.graph = *graph;
    } else {
        explanation.graphs.push_back({Texts::tr("Job plan"), *graph});
    }
}

/// Which columns come from which; only a login sees it, and nothing depends on it.
QCoro::Task<void> addLineage(
    std::shared_ptr<DinkyClient> client, RunOrder order, Explanation* explanation, CancellationToken token)
{
    if (!client->canLogIn()) {
        co_return;
    }
    const QJsonObject body = lineageBody(order, client->isOld());
    const Result<Payload> answer = co_await call(client, u"studio.getLineage"_s, {}, body, token);
    if (answer) {
        const Graph lineage = json::lineage(answer->data.toObject());
        if (!lineage.edges.empty()) {
            explanation->graphs.push_back({Texts::tr("Lineage"), lineage});
        }
    }
}

} // namespace

DinkyExplainer::DinkyExplainer(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<Explanation>> DinkyExplainer::explain(
    std::shared_ptr<SqlSession> session, QString statement, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    auto own = std::dynamic_pointer_cast<DinkySession>(session);
    if (!own) {
        own = std::make_shared<DinkySession>(client, runForm(*client).defaults());
    }
    const QJsonObject body = explainBody(own->orderFor(statement), client->isOld());
    const Result<Payload> explained = co_await call(client, u"explainSql"_s, {}, body, token);
    if (!explained) {
        co_return failure(explained.error());
    }
    const std::vector<json::ExplainedSql> rows = json::explainedSql(explained->data);
    if (rows.empty()) {
        co_return failure(ErrorKind::Protocol, Texts::tr("The server explained nothing of this text."));
    }
    if (const auto fault = firstFault(rows, statement)) {
        co_return failure(*fault);
    }
    Explanation explanation;
    const Result<Explanation> read = flink::readExplanation(rows.back().explain);
    if (read) {
        explanation = *read;
    } else if (!rows.back().explain.isEmpty()) {
        explanation.texts.push_back({Texts::tr("Explanation"), rows.back().explain});
    }
    // The server makes these of INSERTs only.
    const Result<Payload> stream = co_await call(client, u"getStreamGraph"_s, {}, body, token);
    if (stream) {
        explanation.json = jsonText(stream->data);
        if (const Result<Graph> graph = flink::planjson::executionPlan(stream->data.toObject())) {
            explanation.graph = *graph;
        }
        const Result<Payload> plan = co_await call(client, u"getJobPlan"_s, {}, body, token);
        if (plan) {
            addPlan(explanation, plan->data);
        }
        const RunOrder order = own->orderFor(statement);
        co_await addLineage(client, order, &explanation, token);
    } else if (stream.error().isCancelled()) {
        co_return failure(stream.error());
    } else if (explanation.graph.isEmpty()) {
        explanation.advice.append(stream.error().message);
    }
    co_return explanation;
}

} // namespace millrace::dinky
