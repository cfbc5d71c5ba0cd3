// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/jobmetrics.h"

#include "backends/flink/clusterjson.h"
#include "backends/flink/jobapi.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jobmanagerclient.h"
#include "backends/flink/metricjson.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QtConcurrentRun>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct MetricTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkMetrics)
};

constexpr qsizetype s_namesACall = 80; ///< addresses must not grow beyond what proxies take
const QString s_jobManager = u"jobmanager"_s;

QString pathOf(const MetricScope& scope)
{
    switch (scope.kind) {
    case MetricScope::Kind::Job:
        return api::jobPart(scope.jobId, "metrics"_L1);
    case MetricScope::Kind::Vertex:
        return api::vertexPart(scope.jobId, scope.id, "metrics"_L1);
    case MetricScope::Kind::Member:
        break;
    }
    return scope.id == s_jobManager ? api::jobManagerPart("metrics"_L1) : api::taskManagerPart(scope.id, "metrics"_L1);
}

QCoro::Task<Result<std::vector<MetricScope>>> jobScopes(
    std::shared_ptr<GatewayClient> client, QString jobId, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, api::jobPart(jobId, ""_L1), token);
    if (!body) {
        co_return failure(body.error());
    }
    const Result<json::JobPage> page = json::jobPage(*body);
    if (!page) {
        co_return failure(page.error());
    }
    std::vector<MetricScope> scopes;
    scopes.push_back({MetricScope::Kind::Job, jobId, {}, MetricTexts::tr("Job %1").arg(page->summary.name)});
    for (const json::VertexName& vertex : page->names) {
        scopes.push_back({MetricScope::Kind::Vertex, jobId, vertex.id, vertex.name});
    }
    co_return scopes;
}

QCoro::Task<Result<std::vector<MetricScope>>> memberScopes(
    std::shared_ptr<GatewayClient> client, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, api::taskManagers(), token);
    if (!body) {
        co_return failure(body.error());
    }
    const Result<std::vector<json::TaskManager>> members = json::taskManagers(*body);
    if (!members) {
        co_return failure(members.error());
    }
    std::vector<MetricScope> scopes;
    scopes.push_back({MetricScope::Kind::Member, {}, s_jobManager, MetricTexts::tr("JobManager")});
    for (const json::TaskManager& each : *members) {
        scopes.push_back({MetricScope::Kind::Member, {}, each.id, MetricTexts::tr("TaskManager %1").arg(each.id)});
    }
    co_return scopes;
}

QCoro::Task<Result<QStringList>> readNames(
    std::shared_ptr<GatewayClient> client, MetricScope scope, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, pathOf(scope), token);
    if (!body) {
        co_return failure(body.error());
    }
    co_return json::metricNames(*body);
}

QCoro::Task<Result<std::vector<MetricSample>>> readValues(
    std::shared_ptr<GatewayClient> client, MetricScope scope, QStringList names, CancellationToken token)
{
    std::vector<MetricSample> all;
    for (qsizetype first = 0; first < names.size(); first += s_namesACall) {
        const QString path = api::withMetrics(pathOf(scope), names.mid(first, s_namesACall));
        const Result<QByteArray> body = co_await askJobManager(client, path, token);
        if (!body) {
            co_return failure(body.error());
        }
        const Result<std::vector<MetricSample>> samples = json::metricSamples(*body);
        if (!samples) {
            co_return failure(samples.error());
        }
        all.insert(all.end(), samples->begin(), samples->end());
    }
    co_return all;
}

/// Some versions say "disabled" also before their first sample: the cluster's own setting decides.
QCoro::Task<bool> isSampling(std::shared_ptr<GatewayClient> client, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, api::jobManagerPart("config"_L1), token);
    const auto settings = body ? json::configuration(*body) : Result<std::vector<NamedText>>(failure(body.error()));
    if (!settings) {
        co_return false;
    }
    co_return std::ranges::any_of(*settings, [](const NamedText& option) {
        return option.name == "rest.flamegraph.enabled"_L1 && option.value == "true"_L1;
    });
}

QLatin1StringView flamePart(FlameGraphs::Kind kind)
{
    switch (kind) {
    case FlameGraphs::Kind::OnCpu:
        return "flamegraph?type=ON_CPU"_L1;
    case FlameGraphs::Kind::OffCpu:
        return "flamegraph?type=OFF_CPU"_L1;
    case FlameGraphs::Kind::Full:
        break;
    }
    return "flamegraph?type=FULL"_L1;
}

QCoro::Task<Result<FlameFrame>> readFlameGraph(std::shared_ptr<GatewayClient> client, QString jobId, QString vertexId,
    FlameGraphs::Kind kind, CancellationToken token)
{
    const QString path = api::vertexPart(jobId, vertexId, flamePart(kind));
    const auto read = std::make_shared<Result<json::FlameAnswer>>(json::FlameAnswer());
    const Result<QByteArray> body = co_await askJobManager(client, path, token);
    if (!body && body.error().httpStatus == 404 && body.error().detail.contains("Unable to load"_L1)) {
        co_return failure(ErrorKind::Unsupported, MetricTexts::tr("Flame graphs need Flink 1.13 or newer."));
    }
    if (!body) {
        co_return failure(body.error());
    }
    // Megabytes of JSON are read beside the event loop.
    const QFuture<void> reading = QtConcurrent::run([read, bytes = *body] { *read = json::flameGraph(bytes); });
    co_await reading;
    Result<json::FlameAnswer>& answer = *read;
    if (!answer) {
        co_return failure(answer.error());
    }
    if (answer->disabled) {
        const bool sampling = co_await isSampling(client, token);
        if (!sampling) {
            co_return failure(ErrorKind::Unsupported,
                MetricTexts::tr("This cluster samples no threads. Set rest.flamegraph.enabled: true in its "
                                "configuration and start the JobManager anew."));
        }
    }
    co_return std::move(answer->root);
}

} // namespace

FlinkMetrics::FlinkMetrics(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<std::vector<MetricScope>>> FlinkMetrics::scopes(QString jobId, CancellationToken token)
{
    if (jobId.isEmpty()) {
        return memberScopes(m_client, std::move(token));
    }
    return jobScopes(m_client, std::move(jobId), std::move(token));
}

QCoro::Task<Result<QStringList>> FlinkMetrics::names(MetricScope scope, CancellationToken token)
{
    return readNames(m_client, std::move(scope), std::move(token));
}

QCoro::Task<Result<std::vector<MetricSample>>> FlinkMetrics::values(
    MetricScope scope, QStringList names, CancellationToken token)
{
    return readValues(m_client, std::move(scope), std::move(names), std::move(token));
}

FlinkFlameGraphs::FlinkFlameGraphs(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<FlameFrame>> FlinkFlameGraphs::flameGraph(
    QString jobId, QString vertexId, Kind kind, CancellationToken token)
{
    return readFlameGraph(m_client, std::move(jobId), std::move(vertexId), kind, std::move(token));
}

} // namespace millrace::flink
