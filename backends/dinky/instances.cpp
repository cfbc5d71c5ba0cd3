// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/instances.h"

#include "backends/http/pause.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyInstances)
};

constexpr int s_pageSize = 100;
constexpr int s_mostSearched = 1000;
constexpr int s_looksForTheEnd = 70; // a local job's state takes a minute

tl::unexpected<Error> noInstance(const QString& jobId)
{
    Error error{.kind = ErrorKind::Http};
    error.message = isTaskId(jobId) ? Texts::tr("The task %1 never ran: it has no job.").arg(jobId)
                                    : Texts::tr("The server knows no job %1.").arg(jobId);
    error.httpStatus = 404;
    return failure(std::move(error));
}

} // namespace

bool isTaskId(const QString& jobId)
{
    constexpr int s_longest = 10;
    return !jobId.isEmpty() && jobId.size() <= s_longest
        && std::ranges::all_of(jobId, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QCoro::Task<Result<std::vector<json::Instance>>> instances(
    std::shared_ptr<DinkyClient> client, int most, CancellationToken token)
{
    std::vector<json::Instance> found;
    for (int page = 1; int(found.size()) < most; ++page) {
        QJsonObject body{
            {u"current"_s, page}, {u"pageSize"_s, s_pageSize}, {u"sorter"_s, QJsonObject{{u"id"_s, u"descend"_s}}}};
        const Result<Payload> answer = co_await call(client, u"jobInstance.list"_s, {}, body, token);
        if (!answer) {
            co_return failure(answer.error());
        }
        const QJsonArray rows = answer->data.toArray();
        for (const QJsonValue& row : rows) {
            json::Instance each = json::instance(row.toObject(), client->isOld());
            const auto same = std::ranges::find_if(
                found, [&](const json::Instance& other) { return other.summary.id == each.summary.id; });
            if (same != found.end()) {
                each.summary.id = each.jid; // an older run of the same task
            }
            found.push_back(std::move(each));
        }
        if (rows.size() < s_pageSize) {
            break;
        }
    }
    co_return found;
}

QCoro::Task<Result<json::Instance>> instanceOfJob(
    std::shared_ptr<DinkyClient> client, QString jobId, CancellationToken token)
{
    if (isTaskId(jobId)) {
        const CallValues values{{u"id"_s, jobId}};
        const Result<Payload> answer = co_await call(client, u"getJobInstanceByTaskId"_s, values, {}, token);
        if (!answer) {
            Error error = answer.error();
            error.httpStatus = error.kind == ErrorKind::Http ? 404 : error.httpStatus;
            co_return failure(error);
        }
        if (!answer->data.isObject()) {
            co_return noInstance(jobId);
        }
        co_return json::instance(answer->data.toObject(), client->isOld());
    }
    const Result<std::vector<json::Instance>> known = co_await instances(client, s_mostSearched, token);
    if (!known) {
        co_return failure(known.error());
    }
    const auto it = std::ranges::find(*known, jobId, &json::Instance::jid);
    if (it == known->end()) {
        co_return noInstance(jobId);
    }
    const json::Instance found = *it;
    co_return found;
}

QCoro::Task<Result<json::Instance>> refreshed(
    std::shared_ptr<DinkyClient> client, json::Instance instance, CancellationToken token)
{
    CallValues values{{u"id"_s, instance.id}};
    if (!client->isOld()) {
        values.insert(u"isForce"_s, u"true"_s);
    }
    const Result<Payload> answer = co_await call(client, u"jobInstance.refresh"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const QJsonObject row = answer->data.toObject().value("instance"_L1).toObject();
    if (row.isEmpty()) {
        co_return instance;
    }
    json::Instance fresh = json::instance(row, client->isOld());
    fresh.summary.kind = fresh.summary.kind.isEmpty() ? instance.summary.kind : fresh.summary.kind;
    co_return fresh;
}

QCoro::Task<QString> addressOf(std::shared_ptr<DinkyClient> client, json::Instance instance, CancellationToken token)
{
    QString address = instance.address;
    if (address.isEmpty() && client->canLogIn() && !instance.clusterId.isEmpty()) {
        const Result<Payload> answer = co_await call(client, u"cluster.list"_s, {}, {}, token);
        const QJsonArray clusters = answer ? answer->data.toArray() : QJsonArray();
        for (const QJsonValue& value : clusters) {
            const QJsonObject cluster = value.toObject();
            if (textOf(cluster.value("id"_L1)) == instance.clusterId) {
                address = cluster.value("jobManagerHost"_L1).toString();
            }
        }
    }
    if (address.isEmpty()) {
        address = client->settings().flinkAddress;
    }
    co_return address;
}

QCoro::Task<Result<void>> awaitTaskEnd(std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token)
{
    QString last;
    for (int look = 0; look < s_looksForTheEnd && !token.isCancelled(); ++look) {
        Result<json::Instance> now = co_await instanceOfJob(client, taskId, token);
        if (now && client->canLogIn()) {
            const Result<json::Instance> fresh = co_await refreshed(client, *now, token);
            if (fresh) {
                now = *fresh;
            }
        }
        if (!now) {
            co_return failure(now.error());
        }
        last = now->summary.rawState;
        // A cancelled local job takes its cluster with it: it ends as UNKNOWN, after a minute of RECONNECTING.
        if (isFinal(now->summary.state) || last == "UNKNOWN"_L1 || last == "RECONNECTING"_L1) {
            co_return Result<void>();
        }
        co_await pauseFor(1s, token);
    }
    if (token.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    co_return failure(ErrorKind::Protocol,
        Texts::tr("The server says that the job of the task %1 is ended, but it is %2.").arg(taskId, last));
}

} // namespace millrace::dinky
