// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyjobs.h"

#include "backends/flink/checkpointjson.h"
#include "backends/flink/jobjson.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyJobs)
};

constexpr int s_mostJobs = 500;

QByteArray bytesOf(const QJsonValue& value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

/// What the server keeps of Flink's answers about the job.
void addFlink(JobDetail& detail, const QJsonObject& kept)
{
    if (const auto page = flink::json::jobPage(bytesOf(kept.value("job"_L1)))) {
        detail.graph = page->graph;
        detail.vertices = page->vertices;
        detail.timeline = page->timeline;
        detail.summary.tasks = page->summary.tasks;
        // Flink's times have no zone to guess.
        detail.summary.start = page->summary.start.isValid() ? page->summary.start : detail.summary.start;
        detail.summary.end = page->summary.end.isValid() ? page->summary.end : detail.summary.end;
        detail.summary.durationMs = std::max(page->summary.durationMs, detail.summary.durationMs);
    }
    if (auto failures = flink::json::failures(bytesOf(kept.value("exceptions"_L1)))) {
        std::ranges::move(*failures, std::back_inserter(detail.failures));
    }
    if (const auto config = flink::json::executionConfig(bytesOf(kept.value("config"_L1)))) {
        detail.configuration = *config;
    }
    if (const auto checkpoints = flink::json::checkpointConfig(bytesOf(kept.value("checkpointsConfig"_L1)))) {
        std::ranges::copy(*checkpoints, std::back_inserter(detail.configuration));
    }
}

void addKept(JobDetail& detail, const QJsonObject& info)
{
    const QJsonObject history = info.value("history"_L1).toObject();
    detail.sql = history.value("statement"_L1).toString();
    const QString error = history.value("error"_L1).toString();
    if (!error.isEmpty()) {
        detail.failures.push_back({.at = json::timeOf(history.value("endTime"_L1)),
            .rootCause = plainCause(error),
            .text = error,
            .task = {},
            .location = {}});
    }
    const QJsonObject cluster =
        info.value(info.contains("clusterInstance"_L1) ? "clusterInstance"_L1 : "cluster"_L1).toObject();
    if (!cluster.isEmpty()) {
        detail.summary.cluster = cluster.value("name"_L1).toString();
        detail.facts.push_back({Texts::tr("JobManager"), cluster.value("jobManagerHost"_L1).toString()});
        detail.facts.push_back({Texts::tr("Flink"), cluster.value("version"_L1).toString()});
    }
    addFlink(detail, info.value(info.contains("jobDataDto"_L1) ? "jobDataDto"_L1 : "jobHistory"_L1).toObject());
}

} // namespace

DinkyJobs::DinkyJobs(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<JobList>> DinkyJobs::jobs(JobQuery query, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    if (!client->canLogIn()) {
        co_return failure(
            ErrorKind::Auth, Texts::tr("Dinky lists its jobs to logged-in users only: give a user in the connection."));
    }
    const int most = query.limit > 0 && !query.state ? query.limit : s_mostJobs;
    const Result<std::vector<json::Instance>> found = co_await instances(client, most, token);
    if (!found) {
        co_return failure(found.error());
    }
    JobList list;
    for (const json::Instance& each : *found) {
        const bool wanted = !query.state || each.summary.state == *query.state;
        if (wanted && (query.limit == 0 || int(list.jobs.size()) < query.limit)) {
            list.jobs.push_back(each.summary);
        }
    }
    if (int(found->size()) >= most && query.limit == 0) {
        list.warnings.append(Texts::tr("The newest %n job(s) are shown.", nullptr, int(found->size())));
    }
    co_return list;
}

QCoro::Task<Result<JobDetail>> DinkyJobs::job(QString jobId, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const Result<json::Instance> found = co_await instanceOfJob(client, jobId, token);
    if (!found) {
        co_return failure(found.error());
    }
    JobDetail detail;
    detail.summary = found->summary;
    detail.summary.id = jobId;
    detail.facts = {{Texts::tr("Flink job"), found->jid}, {Texts::tr("Instance"), found->id}};
    if (!found->taskId.isEmpty()) {
        detail.facts.push_back({Texts::tr("Task"), found->taskId});
    }
    if (!found->summary.failure.isEmpty()) {
        detail.failures.push_back({.at = found->summary.end,
            .rootCause = found->summary.failure,
            .text = found->summary.failure,
            .task = {},
            .location = {}});
    }
    if (!client->canLogIn()) {
        detail.notes.append(Texts::tr("Graph, failures and SQL are shown to logged-in users only."));
        co_return detail;
    }
    const CallValues values{{u"id"_s, found->id}};
    const Result<Payload> info = co_await call(client, u"jobInstance.detail"_s, values, {}, token);
    if (info) {
        addKept(detail, info->data.toObject());
    } else {
        detail.notes.append(info.error().message);
    }
    detail.notes.append(
        Texts::tr("Dinky tells its own times without their zone: they are read as those of this computer."));
    co_return detail;
}

DinkyLogs::DinkyLogs(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<std::vector<LogSource>>> DinkyLogs::sources(QString jobId, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    std::vector<LogSource> sources;
    if (client->isOld()) {
        sources.push_back({.id = u"console"_s, .title = Texts::tr("Console of the user"), .group = u"Dinky"_s});
        co_return sources;
    }
    if (isTaskId(jobId)) {
        sources.push_back({.id = u"process\nFlinkSubmit/"_s + jobId,
            .title = Texts::tr("Console of the submission"),
            .group = u"Dinky"_s});
    }
    QString address = client->settings().flinkAddress;
    if (!jobId.isEmpty()) {
        const Result<json::Instance> found = co_await instanceOfJob(client, jobId, token);
        if (found) {
            address = co_await addressOf(client, *found, token);
        }
    }
    if (!address.isEmpty()) {
        sources.push_back({.id = u"jobmanager\n"_s + address,
            .title = Texts::tr("Log"),
            .group = Texts::tr("JobManager %1").arg(address)});
    }
    co_return sources;
}

QCoro::Task<Result<LogChunk>> DinkyLogs::read(LogSource source, qint64 from, qint64 maxBytes, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    QString operation = u"process.console"_s;
    CallValues values;
    const QString subject = source.id.section(u'\n', 1);
    if (source.id.startsWith("process\n"_L1)) {
        operation = u"process.get"_s;
        values.insert(u"processName"_s, subject);
    } else if (source.id.startsWith("jobmanager\n"_L1)) {
        operation = u"jobInstance.jobManagerLog"_s;
        values.insert(u"address"_s, subject);
    }
    const Result<Payload> answer = co_await call(client, operation, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    if (operation == "process.get"_L1 && !answer->data.isObject()) {
        Error error{.kind = ErrorKind::Http};
        error.message =
            Texts::tr("The server keeps no console of this task: it was submitted without a login, or never.");
        error.httpStatus = 404;
        co_return failure(error);
    }
    const QJsonObject process = answer->data.toObject();
    const QByteArray whole =
        (process.isEmpty() ? answer->data.toString() : process.value("log"_L1).toString()).toUtf8();
    LogChunk chunk;
    // The text comes whole each time; a new submission begins it anew.
    chunk.restarted = from > whole.size();
    chunk.offset = chunk.restarted ? 0 : from;
    chunk.bytes = whole.mid(chunk.offset, maxBytes > 0 ? maxBytes : -1);
    chunk.next = chunk.offset + chunk.bytes.size();
    chunk.atEnd = chunk.next >= whole.size();
    const QString status = process.value("status"_L1).toString();
    chunk.complete = chunk.atEnd && (status == "FINISHED"_L1 || status == "FAILED"_L1);
    co_return chunk;
}

} // namespace millrace::dinky
