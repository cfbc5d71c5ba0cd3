// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkycontrol.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkySavepoints)
};

using Known = std::vector<SavepointInfo>;

QCoro::Task<Result<Known>> listOf(std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token)
{
    // The name of the parameter is written in two ways, and only the right one is taken.
    const CallValues values{{client->isOld() ? u"taskID"_s : u"taskId"_s, taskId}};
    const Result<Payload> answer = co_await call(client, u"savepoint.list"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    Known known;
    const QJsonArray rows = answer->data.toArray();
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        known.push_back({.location = row.value("path"_L1).toString(),
            .jobId = taskId,
            .format = {},
            .takenAt = json::timeOf(row.value("createTime"_L1)),
            .rawState = row.value("type"_L1).toString()});
    }
    std::ranges::reverse(known);
    std::ranges::stable_sort(known, std::ranges::greater(), &SavepointInfo::takenAt);
    co_return known;
}

/// By the Flink job and its JobManager, which tells the path.
QCoro::Task<Result<SavepointInfo>> takeOfJob(
    std::shared_ptr<DinkyClient> client, QString jid, QString address, QString type, CancellationToken token)
{
    if (address.isEmpty()) {
        co_return failure(ErrorKind::Usage,
            Texts::tr("A savepoint of a Flink job needs the address of its JobManager: give it in the connection."));
    }
    const QJsonObject body{{u"jobId"_s, jid}, {u"savePointType"_s, type}, {u"address"_s, address}};
    const Result<Payload> answer = co_await call(client, u"savepoint"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return json::savepointResult(answer->data);
}

/// 0.7 says of a task's savepoint only that it was asked for; its path stands in the list.
QCoro::Task<Result<SavepointInfo>> takeOfOldTask(
    std::shared_ptr<DinkyClient> client, QString taskId, QString type, CancellationToken token)
{
    const Result<json::Instance> running = co_await instanceOfJob(client, taskId, token);
    if (!running) {
        co_return failure(running.error());
    }
    if (isFinal(running->summary.state)) {
        co_return failure(ErrorKind::Usage,
            Texts::tr("The job of the task %1 has ended: %2.").arg(taskId, running->summary.rawState));
    }
    if (!client->canLogIn()) {
        const QString address = co_await addressOf(client, *running, token);
        co_return co_await takeOfJob(client, running->jid, address, type, token);
    }
    const Result<Known> before = co_await listOf(client, taskId, token);
    const QJsonObject body{{u"taskId"_s, taskId.toInt()}, {u"type"_s, type}};
    const Result<Payload> answer = co_await call(client, u"savepointTask"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const Result<Known> after = co_await listOf(client, taskId, token);
    if (!after) {
        co_return failure(after.error());
    }
    for (const SavepointInfo& info : *after) {
        const bool wasThere = before && std::ranges::any_of(*before, [&](const SavepointInfo& other) {
            return other.location == info.location;
        });
        if (!wasThere) {
            const SavepointInfo taken = info;
            co_return taken;
        }
    }
    co_return failure(ErrorKind::Protocol,
        Texts::tr("The server says that a savepoint was taken, but its list of the task %1 has no new one.")
            .arg(taskId));
}

} // namespace

QCoro::Task<Result<SavepointInfo>> takeSavepointOfTask(
    std::shared_ptr<DinkyClient> client, QString taskId, QString type, CancellationToken token)
{
    if (client->isOld()) {
        co_return co_await takeOfOldTask(client, taskId, type, token);
    }
    const CallValues values{{u"taskId"_s, taskId}, {u"savePointType"_s, type}};
    const QString operation = client->canLogIn() ? u"task.savepoint"_s : u"savepoint"_s;
    const Result<Payload> answer = co_await call(client, operation, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    Result<SavepointInfo> taken = json::savepointResult(answer->data);
    if (taken) {
        taken->jobId = taskId;
    }
    co_return taken;
}

DinkySavepoints::DinkySavepoints(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

SavepointLimits DinkySavepoints::limits() const
{
    SavepointLimits limits;
    limits.targetUnsupported = Texts::tr("Dinky names no folder: Flink's state.savepoints.dir has to be set.");
    limits.drainUnsupported = Texts::tr("Dinky cannot drain a job.");
    limits.formatUnsupported = Texts::tr("Dinky leaves the format to Flink.");
    limits.disposeUnsupported = Texts::tr("Dinky deletes no savepoint: delete it where it lies.");
    if (!m_client->canLogIn()) {
        limits.listUnsupported = Texts::tr("Dinky lists savepoints to logged-in users only.");
    }
    return limits;
}

QCoro::Task<Result<SavepointInfo>> DinkySavepoints::take(SavepointRequest request, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    if (!request.target.isEmpty()) {
        co_return failure(ErrorKind::Unsupported, limits().targetUnsupported);
    }
    if (request.progress) {
        request.progress(Texts::tr("Waiting for the savepoint"));
    }
    const QString type = request.stop ? u"stop"_s : u"trigger"_s;
    if (isTaskId(request.jobId)) {
        co_return co_await takeSavepointOfTask(client, request.jobId, type, token);
    }
    if (client->isOld()) {
        QString address = client->settings().flinkAddress;
        if (client->canLogIn()) {
            const Result<json::Instance> found = co_await instanceOfJob(client, request.jobId, token);
            if (found) {
                address = co_await addressOf(client, *found, token);
            }
        }
        co_return co_await takeOfJob(client, request.jobId, address, type, token);
    }
    co_return failure(ErrorKind::Unsupported, Texts::tr("Dinky 1.x takes savepoints of tasks: give a task's id."));
}

QCoro::Task<Result<void>> DinkySavepoints::dispose(QString, CancellationToken)
{
    co_return failure(ErrorKind::Unsupported, limits().disposeUnsupported);
}

QCoro::Task<Result<std::vector<SavepointInfo>>> DinkySavepoints::savepoints(QString jobId, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    if (!isTaskId(jobId)) {
        co_return Known();
    }
    co_return co_await listOf(client, jobId, token);
}

} // namespace millrace::dinky
