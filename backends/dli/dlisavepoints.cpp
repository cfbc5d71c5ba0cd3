// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlicontrol.h"
#include "backends/dli/dlijobjson.h"
#include "backends/dli/flinkjobcalls.h"

#include <QCoreApplication>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliSavepoints)
};

Error onlyFlink()
{
    return {.kind = ErrorKind::Unsupported, .message = Texts::tr("Only Flink jobs have savepoints.")};
}

SavepointInfo infoOf(const QJsonObject& detail, const QString& fallback)
{
    const QString path = detail.value("savepoint_path"_L1).toString();
    return {.location = path.isEmpty() ? fallback : path,
        .jobId = textOf(detail.value("job_id"_L1)),
        .takenAt = json::timeOf(detail.value("update_time"_L1))};
}

QCoro::Task<Result<SavepointInfo>> stopWithSavepoint(
    std::shared_ptr<DliClient> client, SavepointRequest request, CancellationToken token)
{
    const Result<void> asked = co_await stopFlinkJob(client, request.jobId, true, token);
    if (!asked) {
        co_return failure(asked.error());
    }
    const Result<QJsonObject> stopped = co_await awaitFlinkStopped(client, request.jobId, request.progress, token);
    if (!stopped) {
        co_return failure(stopped.error());
    }
    const SavepointInfo info = infoOf(*stopped, {});
    if (info.location.isEmpty()) {
        co_return failure(ErrorKind::Protocol,
            Texts::tr("The job is stopped, but the service names no savepoint: look into the bucket of the job under "
                      "jobs/savepoint/%1/.")
                .arg(request.jobId));
    }
    co_return info;
}

} // namespace

DliSavepoints::DliSavepoints(std::shared_ptr<DliClient> client) : m_client(std::move(client)) { }

SavepointLimits DliSavepoints::limits() const
{
    SavepointLimits limits;
    limits.drainUnsupported = Texts::tr("Data Lake Insight cannot drain a job.");
    limits.formatUnsupported = Texts::tr("Data Lake Insight chooses the format itself.");
    limits.disposeUnsupported = Texts::tr("Savepoints lie in your own bucket: delete them there.");
    limits.listUnsupported = Texts::tr("Data Lake Insight knows only the last savepoint of a job.");
    return limits;
}

QCoro::Task<Result<SavepointInfo>> DliSavepoints::take(SavepointRequest request, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    if (!json::isFlinkId(request.jobId)) {
        co_return failure(onlyFlink());
    }
    if (request.stop && !request.target.isEmpty()) {
        co_return failure(ErrorKind::Usage,
            Texts::tr(
                "The service writes the savepoint of a stop into the bucket of the job: leave the folder empty."));
    }
    if (request.stop) {
        co_return co_await stopWithSavepoint(client, request, token);
    }
    QString folder = request.target;
    if (folder.isEmpty()) {
        // The service has no folder of its own, but a job with a bucket has a place.
        const Result<QJsonObject> job = co_await flinkJobDetail(client, request.jobId, token);
        if (!job) {
            co_return failure(job.error());
        }
        const QString bucket = job->value("job_config"_L1).toObject().value("obs_bucket"_L1).toString();
        if (bucket.isEmpty()) {
            co_return failure(ErrorKind::Usage,
                Texts::tr("The job has no bucket of its own: name the folder for the savepoint as bucket/folder/."));
        }
        folder = bucket + u"/savepoints/"_s;
    }
    const Result<QJsonObject> after = co_await takeSavepoint(client, request.jobId, folder, request.progress, token);
    if (!after) {
        co_return failure(after.error());
    }
    co_return infoOf(*after, folder);
}

QCoro::Task<Result<void>> DliSavepoints::dispose(QString, CancellationToken)
{
    co_return failure(ErrorKind::Unsupported, limits().disposeUnsupported);
}

QCoro::Task<Result<std::vector<SavepointInfo>>> DliSavepoints::savepoints(QString jobId, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    std::vector<SavepointInfo> known;
    if (!json::isFlinkId(jobId)) {
        co_return known;
    }
    const Result<QJsonObject> detail = co_await flinkJobDetail(client, jobId, token);
    if (!detail) {
        co_return failure(detail.error());
    }
    const SavepointInfo info = infoOf(*detail, {});
    if (!info.location.isEmpty()) {
        known.push_back(info);
    }
    co_return known;
}

} // namespace millrace::dli
