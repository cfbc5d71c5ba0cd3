// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/checkpointjson.h"
#include "backends/flink/jobapi.h"
#include "backends/flink/jobcontrol.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jobmanagerclient.h"

#include <QCoreApplication>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct SavepointTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkJobs)
};

bool isCut(QChar last)
{
    return last == u'.' || last == u'!' || last == u'?';
}

QString asSentence(QString text)
{
    text = text.trimmed();
    return text.isEmpty() || isCut(text.back()) ? text : text + u'.';
}

/// Why it was not taken, what became of the job, and what to do.
Error refused(Error error, const SavepointRequest& request)
{
    if (error.isCancelled() || error.kind == ErrorKind::Unsupported || error.httpStatus == 404) {
        return error;
    }
    const QString cause = asSentence(error.message);
    if (error.detail.contains("Config key [state.savepoints.dir]"_L1)
        || error.detail.contains("execution.checkpointing.savepoint-dir"_L1)) {
        error.message = SavepointTexts::tr("The cluster has no folder for savepoints of its own: name one, or set "
                                           "execution.checkpointing.savepoint-dir. The job runs on.");
    } else if (request.stop) {
        error.message = SavepointTexts::tr("The savepoint failed and the job was not stopped: %1").arg(cause);
    } else {
        error.message = SavepointTexts::tr("The savepoint failed and the job runs on: %1").arg(cause);
    }
    return error;
}

/// The JobManager that took the request is not the one that answers now, or none does.
Error lostInBetween(Error error)
{
    if (error.isCancelled()) {
        return error;
    }
    if (error.httpStatus == 404) {
        error.message = SavepointTexts::tr(
            "The JobManager was started anew meanwhile and knows nothing of this savepoint: look into "
            "the folder of the savepoints before you take another one.");
    } else if (isOutage(error)) {
        error.message = SavepointTexts::tr("The JobManager was lost while it took the savepoint, so that nobody knows "
                                           "whether it is complete: see whether it comes back. (%1)")
                            .arg(error.message);
    }
    return error;
}

QCoro::Task<Result<SavepointInfo>> takeSavepoint(
    std::shared_ptr<GatewayClient> client, SavepointRequest request, CancellationToken token)
{
    const auto tell = [&request](const QString& message) {
        if (request.progress) {
            request.progress(message);
        }
    };
    tell(request.stop ? SavepointTexts::tr("Asking the job to stop with a savepoint")
                      : SavepointTexts::tr("Asking for a savepoint"));
    const QString path = request.stop ? api::stop(request.jobId) : api::savepoints(request.jobId);
    const QByteArray wish = request.stop ? api::stopBody(request) : api::savepointBody(request);
    const Result<QByteArray> body = co_await callJobManager(client, "POST", path, wish, token);
    if (!body) {
        co_return failure(refused(body.error(), request));
    }
    const Result<QString> id = json::requestId(*body);
    if (!id) {
        co_return failure(id.error());
    }
    tell(SavepointTexts::tr("The tasks write their state"));
    const QString statusPath = api::savepointStatus(request.jobId, *id);
    const Result<QString> location = co_await waitForTriggered(client, statusPath, request.progress, token);
    if (!location) {
        const Error& error = location.error();
        const bool inFlink = error.httpStatus == 0 && error.kind == ErrorKind::Http;
        co_return failure(inFlink ? refused(jobManagerError(error), request) : lostInBetween(error));
    }
    SavepointInfo info;
    info.location = *location;
    info.jobId = request.jobId;
    info.format = request.format == SavepointFormat::Native ? u"NATIVE"_s : u"CANONICAL"_s;
    info.takenAt = QDateTime::currentDateTimeUtc();
    info.rawState = u"COMPLETED"_s;
    if (!request.stop) {
        co_return info;
    }
    tell(SavepointTexts::tr("The savepoint is complete; waiting for the job to end"));
    const Result<JobSummary> ended = co_await waitForEnd(client, request.jobId, request.progress, token);
    if (ended && ended->state != JobState::Finished) {
        co_return failure(ErrorKind::Http,
            SavepointTexts::tr("The savepoint is complete (%1), but the job ended as %2.")
                .arg(info.location, ended->rawState));
    }
    if (!ended && ended.error().httpStatus != 404) {
        Error error = ended.error();
        if (!error.isCancelled()) {
            error.message =
                SavepointTexts::tr("The savepoint is complete (%1), but nobody says whether the job ended: %2")
                    .arg(info.location, error.message);
        }
        co_return failure(std::move(error));
    }
    co_return info;
}

QCoro::Task<Result<void>> disposeSavepoint(
    std::shared_ptr<GatewayClient> client, QString location, CancellationToken token)
{
    const QByteArray wish = api::disposalBody(location);
    const Result<QByteArray> body = co_await callJobManager(client, "POST", api::disposal(), wish, token);
    if (!body) {
        co_return failure(body.error());
    }
    const Result<QString> id = json::requestId(*body);
    if (!id) {
        co_return failure(id.error());
    }
    const Result<QString> done = co_await waitForTriggered(client, api::disposalStatus(*id), nullptr, token);
    if (done) {
        co_return Result<void>();
    }
    Error error = done.error();
    if (error.detail.contains("Cannot find checkpoint or savepoint"_L1)
        || error.detail.contains("FileNotFoundException"_L1)) {
        error.httpStatus = 404;
        error.message = SavepointTexts::tr("There is no savepoint at %1 (any more).").arg(location);
    }
    co_return failure(std::move(error));
}

QCoro::Task<Result<std::vector<SavepointInfo>>> listSavepoints(
    std::shared_ptr<GatewayClient> client, QString jobId, CancellationToken token)
{
    const QString path = api::jobPart(jobId, "checkpoints"_L1);
    const Result<QByteArray> body = co_await askJobManager(client, path, token);
    if (!body && body.error().message.contains("Checkpointing has not been enabled"_L1)) {
        // A job without checkpoints is no fault of the question: it has none to list.
        std::vector<SavepointInfo> none;
        co_return none;
    }
    if (!body) {
        co_return failure(body.error());
    }
    const Result<CheckpointOverview> overview = json::checkpoints(*body);
    if (!overview) {
        co_return failure(overview.error());
    }
    co_return json::restorable(*overview, jobId);
}

} // namespace

FlinkSavepoints::FlinkSavepoints(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

SavepointLimits FlinkSavepoints::limits() const
{
    return {};
}

QCoro::Task<Result<SavepointInfo>> FlinkSavepoints::take(SavepointRequest request, CancellationToken token)
{
    return takeSavepoint(m_client, std::move(request), std::move(token));
}

QCoro::Task<Result<void>> FlinkSavepoints::dispose(QString location, CancellationToken token)
{
    return disposeSavepoint(m_client, std::move(location), std::move(token));
}

QCoro::Task<Result<std::vector<SavepointInfo>>> FlinkSavepoints::savepoints(QString jobId, CancellationToken token)
{
    return listSavepoints(m_client, std::move(jobId), std::move(token));
}

} // namespace millrace::flink
