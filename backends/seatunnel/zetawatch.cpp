// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetawatch.h"

#include "backends/seatunnel/zetaclusterjson.h"
#include "backends/seatunnel/zetajobs.h"
#include "backends/seatunnel/zetavalues.h"

#include <algorithm>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

struct WatchTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelWatch)
};

constexpr QLatin1StringView s_telemetry = "telemetry"_L1;

/// Says from which version on a call exists, where the server said only that it has none.
Error since(Error error, const QString& what, const QString& version)
{
    if (error.kind == ErrorKind::Unsupported) {
        error.message = WatchTexts::tr("This server does not tell %1: SeaTunnel does from %2 on.").arg(what, version);
    }
    return error;
}

QCoro::Task<Result<std::vector<json::LogFile>>> listLogs(
    std::shared_ptr<ZetaClient> client, QString jobId, CancellationToken token)
{
    ZetaCall list{.path = jobId.isEmpty() ? u"logs"_s : u"logs/"_s + jobId, .query = {{u"format"_s, u"json"_s}}};
    const Result<QByteArray> body = co_await ask(client, list, token);
    Result<std::vector<json::LogFile>> files =
        body ? json::logFiles(*body) : Result<std::vector<json::LogFile>>(failure(body.error()));
    if (jobId.isEmpty() || !files || !files->empty()) {
        co_return files;
    }
    // v1 of 2.3.13 answers an empty list for every job; the list of all files has it.
    ZetaCall all{.path = u"get-all-log-name"_s};
    const Result<QByteArray> names = co_await ask(client, all, token);
    if (!names) {
        co_return files;
    }
    files = json::logFiles(*names);
    if (files) {
        std::erase_if(*files, [&](const json::LogFile& file) { return !file.name.contains(jobId); });
    }
    co_return files;
}

std::vector<MetricSample> samplesOf(const json::Job& job, const QString& vertexKey)
{
    std::vector<MetricSample> samples;
    if (vertexKey.isEmpty()) {
        for (auto it = job.totals.begin(); it != job.totals.end(); ++it) {
            samples.push_back({it.key(), values::number(it.value()), it.value()});
        }
    }
    for (auto it = job.tables.begin(); it != job.tables.end(); ++it) {
        for (auto table = it.value().begin(); table != it.value().end(); ++table) {
            if (vertexKey.isEmpty() || table.key().startsWith(vertexKey + u'.')) {
                samples.push_back({it.key() + u'.' + table.key(), values::number(table.value()), table.value()});
            }
        }
    }
    return samples;
}

QCoro::Task<Result<std::vector<MetricSample>>> readTelemetry(
    std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    const Result<ServerInfo> server = co_await findServer(client, false, token);
    if (!server) {
        co_return failure(server.error());
    }
    ZetaCall call{.path = server->dialect == Dialect::V1 ? u"/hazelcast/rest/instance/metrics"_s : u"metrics"_s,
        .name = u"metrics"_s,
        .accept = "text/plain"};
    const Result<QByteArray> body = co_await ask(client, std::move(call), token);
    if (!body) {
        co_return failure(since(body.error(), WatchTexts::tr("its telemetry"), u"2.3.8"_s));
    }
    Result<std::vector<MetricSample>> samples = json::prometheus(*body);
    if (!samples) {
        // Hazelcast's own answer at that address, before there was telemetry.
        co_return failure(ErrorKind::Unsupported,
            WatchTexts::tr("This server has no telemetry: SeaTunnel has it from 2.3.8 on, where it is enabled."));
    }
    co_return samples;
}

QCoro::Task<Result<std::vector<json::Member>>> readMembers(std::shared_ptr<ZetaClient> client, CancellationToken token)
{
    ZetaCall call{.path = u"system-monitoring-information"_s};
    const Result<QByteArray> body = co_await ask(client, std::move(call), token);
    co_return body ? json::members(*body) : Result<std::vector<json::Member>>(failure(body.error()));
}

QCoro::Task<Result<std::vector<MetricSample>>> readSamples(
    std::shared_ptr<ZetaClient> client, MetricScope scope, CancellationToken token)
{
    std::vector<MetricSample> samples;
    if (scope.kind != MetricScope::Kind::Member) {
        const Result<json::Job> job = co_await readJob(client, scope.jobId, token);
        if (!job) {
            co_return failure(job.error());
        }
        const bool isVertex = scope.kind == MetricScope::Kind::Vertex;
        co_return samplesOf(*job, isVertex ? vertexKey(scope.id) : QString());
    }
    if (scope.id == s_telemetry) {
        co_return co_await readTelemetry(client, token);
    }
    const auto members = co_await readMembers(client, token);
    if (!members) {
        co_return failure(members.error());
    }
    const auto it = std::ranges::find(*members, scope.id, &json::Member::address);
    if (it == members->end()) {
        co_return failure(Error{.kind = ErrorKind::Http,
            .message = WatchTexts::tr("The member %1 has left the cluster.").arg(scope.id),
            .httpStatus = 404});
    }
    for (const NamedText& figure : it->figures) {
        samples.push_back({figure.name, values::number(figure.value), figure.value});
    }
    co_return samples;
}

} // namespace

QCoro::Task<Result<CheckpointOverview>> ZetaCheckpoints::overview(QString jobId, CancellationToken token)
{
    if (auto problem = badJobId(jobId)) {
        co_return failure(std::move(*problem));
    }
    ZetaCall call{.path = u"jobs/checkpoints/"_s + jobId, .name = u"jobs/checkpoints"_s};
    const Result<QByteArray> body = co_await ask(m_client, std::move(call), token);
    if (!body) {
        co_return failure(since(body.error(), WatchTexts::tr("the checkpoints of its jobs"), tr("2.3.13, in REST v2")));
    }
    co_return json::checkpoints(*body);
}

QCoro::Task<Result<std::vector<CheckpointTask>>> ZetaCheckpoints::tasks(QString, qint64, CancellationToken)
{
    co_return failure(ErrorKind::Unsupported, tr("SeaTunnel does not tell how each vertex took part in a checkpoint."));
}

QCoro::Task<Result<std::vector<LogSource>>> ZetaLogs::sources(QString jobId, CancellationToken token)
{
    const auto files = co_await listLogs(m_client, jobId, token);
    if (!files) {
        co_return failure(since(files.error(), WatchTexts::tr("its log files"), u"2.3.9"_s));
    }
    std::vector<LogSource> list;
    for (const json::LogFile& file : *files) {
        list.push_back({.id = file.name, .title = file.name, .group = file.node});
    }
    std::ranges::sort(list, {}, [](const LogSource& source) { return std::pair(source.group, source.title); });
    co_return list;
}

QCoro::Task<Result<LogChunk>> ZetaLogs::read(LogSource source, qint64 from, qint64 maxBytes, CancellationToken token)
{
    if (source.id.contains(u'/') || source.id.isEmpty()) {
        co_return failure(ErrorKind::Usage, tr("\"%1\" is no log file of this server.").arg(source.id));
    }
    ZetaCall call{.path = u"logs/"_s + source.id, .name = u"logs"_s, .accept = "text/plain"};
    const Result<QByteArray> body = co_await ask(m_client, std::move(call), token);
    if (!body) {
        Error error = body.error();
        if (error.kind == ErrorKind::Unsupported) {
            error.kind = ErrorKind::Http;
            error.httpStatus = 404;
            error.message = tr("The server does not have the log %1 (any more).").arg(source.id);
        }
        co_return failure(std::move(error));
    }
    LogChunk chunk;
    chunk.restarted = from > body->size();
    chunk.offset = chunk.restarted ? 0 : from;
    chunk.bytes = body->mid(chunk.offset, maxBytes > 0 ? maxBytes : -1);
    chunk.next = chunk.offset + chunk.bytes.size();
    chunk.atEnd = chunk.next >= body->size();
    co_return chunk;
}

QCoro::Task<Result<std::vector<MetricScope>>> ZetaMetrics::scopes(QString jobId, CancellationToken token)
{
    const std::shared_ptr<ZetaClient> client = m_client;
    std::vector<MetricScope> scopes;
    if (jobId.isEmpty()) {
        const auto members = co_await readMembers(client, token);
        if (!members) {
            co_return failure(members.error());
        }
        for (const json::Member& member : *members) {
            scopes.push_back({MetricScope::Kind::Member, {}, member.address, member.address});
        }
        scopes.push_back({MetricScope::Kind::Member, {}, s_telemetry, WatchTexts::tr("Telemetry")});
        co_return scopes;
    }
    const Result<json::Job> job = co_await readJob(client, jobId, token);
    if (!job) {
        co_return failure(job.error());
    }
    scopes.push_back({MetricScope::Kind::Job, jobId, {}, job->name});
    for (const GraphNode& node : job->dag.graph.nodes) {
        // Only newer engines say which vertex a table's figures belong to.
        if (!samplesOf(*job, vertexKey(node.id)).empty() && !vertexKey(node.id).isEmpty()) {
            scopes.push_back({MetricScope::Kind::Vertex, jobId, node.id, node.id});
        }
    }
    co_return scopes;
}

QCoro::Task<Result<QStringList>> ZetaMetrics::names(MetricScope scope, CancellationToken token)
{
    const auto samples = co_await readSamples(m_client, std::move(scope), std::move(token));
    if (!samples) {
        co_return failure(samples.error());
    }
    QStringList names;
    for (const MetricSample& sample : *samples) {
        names.append(sample.name);
    }
    co_return names;
}

QCoro::Task<Result<std::vector<MetricSample>>> ZetaMetrics::values(
    MetricScope scope, QStringList names, CancellationToken token)
{
    Result<std::vector<MetricSample>> samples = co_await readSamples(m_client, std::move(scope), std::move(token));
    if (samples) {
        std::erase_if(*samples, [&](const MetricSample& sample) { return !names.contains(sample.name); });
    }
    co_return samples;
}

} // namespace millrace::seatunnel
