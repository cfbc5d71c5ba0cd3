// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/joblogs.h"

#include "backends/flink/clusterjson.h"
#include "backends/flink/flinkapi.h"
#include "backends/flink/jobapi.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jobmanagerclient.h"
#include "backends/flink/metricjson.h"
#include "backends/http/httperrors.h"

#include <QCoreApplication>
#include <QSet>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct LogTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkLogs)
};

constexpr size_t s_atOnce = 6;
constexpr size_t s_mostVertices = 50;

using Sources = std::vector<LogSource>;

/// The TaskManagers that a job's subtasks run on; empty when that is not known.
QCoro::Task<QSet<QString>> taskManagersOf(std::shared_ptr<GatewayClient> client, QString jobId, CancellationToken token)
{
    QSet<QString> found;
    const Result<QByteArray> body = co_await askJobManager(client, api::jobPart(jobId, ""_L1), token);
    if (!body) {
        co_return found;
    }
    const Result<json::JobPage> page = json::jobPage(*body);
    if (!page || page->vertices.size() > s_mostVertices) {
        co_return found;
    }
    std::vector<QCoro::Task<Result<QByteArray>>> running;
    for (const VertexStatus& vertex : page->vertices) {
        running.push_back(askJobManager(client, api::vertexPart(jobId, vertex.id, ""_L1), token));
    }
    for (QCoro::Task<Result<QByteArray>>& each : running) {
        const Result<QByteArray> answer = co_await each;
        if (!answer) {
            continue;
        }
        for (const SubtaskStatus& subtask : json::subtasks(*answer).value_or(std::vector<SubtaskStatus>())) {
            found.insert(subtask.taskManager);
        }
    }
    found.remove(QString());
    found.remove(u"(unassigned)"_s);
    co_return found;
}

QCoro::Task<void> addLogs(std::shared_ptr<GatewayClient> client, QString member, QString group,
    std::shared_ptr<Sources> all, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, member + u"/logs"_s, token);
    if (!body) {
        co_return; // a TaskManager that goes away takes its logs along
    }
    const Result<Sources> logs = json::logList(*body, member, group);
    if (logs) {
        all->insert(all->end(), logs->begin(), logs->end());
    }
}

QCoro::Task<Result<Sources>> listLogs(std::shared_ptr<GatewayClient> client, QString jobId, CancellationToken token)
{
    const auto all = std::make_shared<Sources>();
    const Result<QByteArray> own = co_await askJobManager(client, api::jobManagerPart("logs"_L1), token);
    if (!own) {
        co_return failure(own.error());
    }
    const QString member = api::jobManagerPart(""_L1);
    *all = json::logList(*own, member, LogTexts::tr("JobManager")).value_or(Sources());
    const Result<QByteArray> body = co_await askJobManager(client, api::taskManagers(), token);
    const auto members =
        body ? json::taskManagers(*body) : Result<std::vector<json::TaskManager>>(failure(body.error()));
    if (!members) {
        co_return failure(members.error());
    }
    QSet<QString> wanted;
    if (!jobId.isEmpty()) {
        wanted = co_await taskManagersOf(client, jobId, token);
    }
    std::vector<QCoro::Task<void>> running;
    for (const json::TaskManager& each : *members) {
        if (!wanted.isEmpty() && !wanted.contains(each.id)) {
            continue;
        }
        running.push_back(addLogs(
            client, api::taskManagerPart(each.id, ""_L1), LogTexts::tr("TaskManager %1").arg(each.id), all, token));
        if (running.size() == s_atOnce) {
            for (QCoro::Task<void>& task : running) {
                co_await task;
            }
            running.clear();
        }
    }
    for (QCoro::Task<void>& task : running) {
        co_await task;
    }
    if (token.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    co_return std::move(*all);
}

Error gone(const LogSource& source)
{
    const bool isTask = source.id.startsWith("/taskmanagers/"_L1);
    return {.kind = ErrorKind::Http,
        .message = isTask
            ? LogTexts::tr("%1 is gone: its TaskManager left the cluster, or the file was deleted.").arg(source.title)
            : LogTexts::tr("%1 is gone: the JobManager does not list it any more.").arg(source.title),
        .httpStatus = 404};
}

/// How long the log is now.
QCoro::Task<Result<qint64>> sizeOf(std::shared_ptr<GatewayClient> client, LogSource source, CancellationToken token)
{
    const QString member = source.id.section("/logs/"_L1, 0, 0);
    const Result<QByteArray> body = co_await askJobManager(client, member + u"/logs"_s, token);
    if (!body) {
        co_return failure(body.error().httpStatus == 404 ? gone(source) : body.error());
    }
    const Result<Sources> logs = json::logList(*body, member, source.group);
    if (!logs) {
        co_return failure(logs.error());
    }
    for (const LogSource& each : *logs) {
        if (each.id == source.id) {
            co_return each.bytes;
        }
    }
    co_return failure(gone(source));
}

/// What is wanted of a file that comes in from its beginning.
struct Window {
    qint64 from = 0;
    qint64 most = 0;
    qint64 seen = 0;
    QByteArray kept;

    /// False when there is enough.
    bool take(QByteArrayView part)
    {
        const qint64 skip = std::clamp<qint64>(from - seen, 0, part.size());
        const qint64 room = most - kept.size();
        const qint64 count = std::min<qint64>(part.size() - skip, room);
        if (count > 0) {
            kept.append(part.sliced(skip, count));
        }
        seen += part.size();
        return kept.size() < most;
    }
};

QCoro::Task<Result<void>> fetchWindow(
    std::shared_ptr<GatewayClient> client, LogSource source, std::shared_ptr<Window> window, CancellationToken token)
{
    HttpRequest request;
    request.url = api::joined(client->jobManager(), source.id);
    request.accept = "text/plain, */*";
    request.anyStatus = true;
    request.onBody = [window](QByteArrayView part) { return window->take(part); };
    const Result<HttpResponse> response = co_await client->http().send(std::move(request), std::move(token));
    if (!response) {
        co_return failure(response.error());
    }
    if (response->status == 404 || response->status == 500) {
        co_return failure(gone(source)); // Flink says 500 for a file that a TaskManager does not have
    }
    if (response->status >= 400) {
        co_return failure(httperrors::status(*response, client->http().redactor()));
    }
    co_return Result<void>();
}

QCoro::Task<Result<LogChunk>> readLog(
    std::shared_ptr<GatewayClient> client, LogSource source, qint64 from, qint64 maxBytes, CancellationToken token)
{
    const Result<qint64> size = co_await sizeOf(client, source, token);
    if (!size) {
        co_return failure(size.error());
    }
    LogChunk chunk;
    chunk.restarted = *size < from;
    chunk.offset = chunk.restarted ? 0 : from;
    chunk.next = chunk.offset;
    if (*size == chunk.offset) {
        co_return chunk;
    }
    const auto window = std::make_shared<Window>();
    window->from = chunk.offset;
    window->most = std::max<qint64>(maxBytes, 1);
    const Result<void> fetched = co_await fetchWindow(client, source, window, token);
    if (!fetched) {
        co_return failure(fetched.error());
    }
    // A TaskManager's file may be a copy of a few seconds ago: shorter than its list says, and no new one for that.
    chunk.bytes = window->kept;
    chunk.next = chunk.offset + chunk.bytes.size();
    chunk.atEnd = chunk.bytes.size() < window->most || chunk.next >= *size;
    co_return chunk;
}

} // namespace

FlinkJobLogs::FlinkJobLogs(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<std::vector<LogSource>>> FlinkJobLogs::sources(QString jobId, CancellationToken token)
{
    return listLogs(m_client, std::move(jobId), std::move(token));
}

QCoro::Task<Result<LogChunk>> FlinkJobLogs::read(
    LogSource source, qint64 from, qint64 maxBytes, CancellationToken token)
{
    return readLog(m_client, std::move(source), from, maxBytes, std::move(token));
}

} // namespace millrace::flink
