// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetacontrol.h"

#include "backends/http/pause.h"
#include "backends/seatunnel/zetaerrors.h"
#include "backends/seatunnel/zetajobs.h"

#include <QElapsedTimer>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct ControlTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelControl)
};

/// How long a job may take to end before that counts as a failure.
constexpr qint64 s_patienceMs = 10LL * 60 * 1000;
/// A savepoint is done within two seconds unless its order was lost or its state is large.
constexpr qint64 s_firstOrderAgainMs = 3000;
constexpr auto s_firstPause = 100ms;
constexpr auto s_longestPause = 1000ms;

} // namespace

QCoro::Task<Result<QString>> waitForEnd(std::shared_ptr<ZetaClient> client, QString jobId, bool withSavepoint,
    ProgressObserver progress, CancellationToken token)
{
    QElapsedTimer clock;
    clock.start();
    QString last;
    auto wait = std::chrono::milliseconds(s_firstPause);
    qint64 orderAgainMs = s_firstOrderAgainMs;
    for (;;) {
        const Result<json::Job> job = co_await readJob(client, jobId, token);
        if (!job) {
            // Cancelled before it ran, a job of 2.3.13 can never be looked at again.
            if (errors::isBrokenRecord(job.error())) {
                co_return u"CANCELED"_s;
            }
            co_return failure(job.error());
        }
        if (isFinal(json::stateOf(job->status)) || job->status == "UNKNOWABLE"_L1) {
            co_return job->status;
        }
        if (job->status != last && progress) {
            progress(ControlTexts::tr("The job is %1").arg(job->status));
        }
        last = job->status;
        if (withSavepoint && last == "DOING_SAVEPOINT"_L1 && clock.elapsed() > orderAgainMs) {
            orderAgainMs *= 2;
            ZetaCall again{.method = "POST", .path = u"stop-job"_s, .body = stopBody(jobId, true)};
            const Result<QByteArray> answer = co_await ask(client, std::move(again), token);
            if (!answer) {
                co_return failure(answer.error());
            }
        }
        if (clock.elapsed() > s_patienceMs) {
            co_return failure(ErrorKind::Timeout,
                ControlTexts::tr("The job %1 was told to stop and is still %2: look into its log.").arg(jobId, last));
        }
        co_await pauseFor(wait, token);
        wait = std::min(wait * 2, std::chrono::milliseconds(s_longestPause));
    }
}

QByteArray stopBody(const QString& jobId, bool withSavepoint)
{
    return R"({"jobId":)" + jobId.toLatin1() + R"(,"isStopWithSavePoint":)" + (withSavepoint ? "true}" : "false}");
}

QCoro::Task<Result<QString>> stopJob(std::shared_ptr<ZetaClient> client, QString jobId, bool withSavepoint,
    ProgressObserver progress, CancellationToken token)
{
    // The engine answers "stopped" for jobs that it does not know and for those that ended long ago.
    const Result<json::Job> before = co_await readJob(client, jobId, token);
    if (!before) {
        co_return failure(before.error());
    }
    if (isFinal(json::stateOf(before->status))) {
        co_return failure(
            ErrorKind::Usage, ControlTexts::tr("The job %1 has ended already: it is %2.").arg(jobId, before->status));
    }
    ZetaCall call{.method = "POST", .path = u"stop-job"_s, .body = stopBody(before->id, withSavepoint)};
    const Result<QByteArray> answer = co_await ask(client, std::move(call), token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return co_await waitForEnd(client, before->id, withSavepoint, std::move(progress), token);
}

QCoro::Task<Result<void>> ZetaControl::cancel(QString jobId, ProgressObserver progress, CancellationToken token)
{
    const Result<QString> ended = co_await stopJob(m_client, jobId, false, std::move(progress), token);
    if (!ended) {
        co_return failure(ended.error());
    }
    if (json::stateOf(*ended) == JobState::Failed) {
        co_return failure(ErrorKind::Http,
            ControlTexts::tr("The job %1 failed before it could be cancelled: its exceptions say why.").arg(jobId));
    }
    co_return Result<void>();
}

QString ZetaControl::restartUnsupported() const
{
    return tr("SeaTunnel keeps no text of a job: submit its file again, from the savepoint if there is one.");
}

QCoro::Task<Result<QString>> ZetaControl::restart(QString, QString, ProgressObserver, CancellationToken)
{
    co_return failure(ErrorKind::Unsupported, restartUnsupported());
}

SavepointLimits ZetaSavepoints::limits() const
{
    return {.takeUnsupported = tr("SeaTunnel takes a savepoint only when it stops the job."),
        .targetUnsupported = tr("SeaTunnel keeps savepoints where its checkpoint storage is configured."),
        .drainUnsupported = tr("SeaTunnel does not drain."),
        .formatUnsupported = tr("SeaTunnel knows one format of savepoints."),
        .disposeUnsupported = tr("SeaTunnel cannot delete a savepoint: it lies in its checkpoint storage."),
        .listUnsupported = tr("SeaTunnel lists no savepoints: the record here is the only one.")};
}

QCoro::Task<Result<SavepointInfo>> ZetaSavepoints::take(SavepointRequest request, CancellationToken token)
{
    const SavepointLimits known = limits();
    if (!request.stop) {
        co_return failure(ErrorKind::Unsupported, known.takeUnsupported);
    }
    if (!request.target.isEmpty()) {
        co_return failure(ErrorKind::Unsupported, known.targetUnsupported);
    }
    if (request.drain || request.format != SavepointFormat::Default) {
        co_return failure(ErrorKind::Unsupported, request.drain ? known.drainUnsupported : known.formatUnsupported);
    }
    const QString jobId = request.jobId;
    const Result<QString> ended = co_await stopJob(m_client, jobId, true, request.progress, token);
    if (!ended) {
        co_return failure(ended.error());
    }
    if (*ended != "SAVEPOINT_DONE"_L1) {
        co_return failure(ErrorKind::Http, tr("The job %1 ended as %2 and left no savepoint.").arg(jobId, *ended));
    }
    co_return SavepointInfo{
        .location = jobId, .jobId = jobId, .takenAt = QDateTime::currentDateTimeUtc(), .rawState = *ended};
}

QCoro::Task<Result<void>> ZetaSavepoints::dispose(QString, CancellationToken)
{
    co_return failure(ErrorKind::Unsupported, limits().disposeUnsupported);
}

QCoro::Task<Result<std::vector<SavepointInfo>>> ZetaSavepoints::savepoints(QString jobId, CancellationToken token)
{
    const Result<json::Job> job = co_await readJob(m_client, jobId, token);
    if (!job) {
        co_return failure(job.error());
    }
    std::vector<SavepointInfo> found;
    if (job->status == "SAVEPOINT_DONE"_L1) {
        found.push_back({.location = jobId, .jobId = jobId, .rawState = job->status});
    }
    co_return found;
}

} // namespace millrace::seatunnel
