// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/jobcontrol.h"

#include "backends/flink/checkpointjson.h"
#include "backends/flink/flinkapi.h"
#include "backends/flink/jobapi.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jobmanagerclient.h"
#include "backends/http/pause.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace millrace::flink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct ControlTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkJobs)
};

/// Quick at first, since most things are done in a moment.
class Waiting {
public:
    Waiting() { m_clock.start(); }

    [[nodiscard]] std::chrono::milliseconds next()
    {
        m_pause = std::min<std::chrono::milliseconds>(m_pause * 3 / 2, 2s);
        return m_pause;
    }

    /// False when nobody has answered for too long.
    bool mayGoOn(bool answered)
    {
        if (answered) {
            m_lastAnswer = m_clock.elapsed();
        }
        return std::chrono::milliseconds(m_clock.elapsed() - m_lastAnswer) < outagePatience;
    }

private:
    QElapsedTimer m_clock;
    qint64 m_lastAnswer = 0;
    std::chrono::milliseconds m_pause{100};
};

void tell(const ProgressObserver& progress, const QString& message)
{
    if (progress) {
        progress(message);
    }
}

QCoro::Task<Result<JobSummary>> askJob(std::shared_ptr<GatewayClient> client, QString jobId, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, api::jobPart(jobId, ""_L1), std::move(token));
    if (!body) {
        co_return failure(body.error());
    }
    Result<json::JobPage> page = json::jobPage(*body);
    if (!page) {
        co_return failure(page.error());
    }
    co_return std::move(page->summary);
}

QCoro::Task<Result<void>> cancelJob(
    std::shared_ptr<GatewayClient> client, QString jobId, ProgressObserver progress, CancellationToken token)
{
    const Result<QByteArray> sent = co_await callJobManager(client, "PATCH", api::jobCancel(jobId), "", token);
    if (!sent) {
        Error error = sent.error();
        if (error.httpStatus == 409) {
            error.message = ControlTexts::tr("The job had already ended by itself: there is nothing to cancel.");
        }
        co_return failure(std::move(error));
    }
    tell(progress, ControlTexts::tr("Waiting for the tasks to end"));
    const Result<JobSummary> ended = co_await waitForEnd(client, jobId, progress, token);
    if (!ended) {
        co_return failure(ended.error());
    }
    if (ended->state == JobState::Cancelled) {
        co_return Result<void>();
    }
    co_return failure(
        ErrorKind::Http, ControlTexts::tr("The job ended as %1 before it could be cancelled.").arg(ended->rawState));
}

} // namespace

QCoro::Task<Result<JobSummary>> waitForEnd(
    std::shared_ptr<GatewayClient> client, QString jobId, ProgressObserver progress, CancellationToken token)
{
    Waiting waiting;
    QString lastState;
    for (;;) {
        Result<JobSummary> job = co_await askJob(client, jobId, token);
        if (token.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (job && isFinal(job->state)) {
            co_return job;
        }
        if (!job && !isOutage(job.error())) {
            co_return job;
        }
        if (!waiting.mayGoOn(job.has_value())) {
            co_return job;
        }
        if (job && job->rawState != lastState) {
            lastState = job->rawState;
            tell(progress, ControlTexts::tr("The job is %1").arg(lastState));
        } else if (!job) {
            tell(progress, ControlTexts::tr("The JobManager does not answer; asking again"));
        }
        co_await pauseFor(waiting.next(), token);
    }
}

QCoro::Task<Result<QString>> waitForTriggered(
    std::shared_ptr<GatewayClient> client, QString path, ProgressObserver progress, CancellationToken token)
{
    Waiting waiting;
    for (;;) {
        const Result<QByteArray> body = co_await askJobManager(client, path, token);
        if (token.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (!body && !isOutage(body.error())) {
            co_return failure(body.error());
        }
        if (!waiting.mayGoOn(body.has_value())) {
            co_return failure(body.error());
        }
        if (body) {
            const Result<json::AsyncStatus> status = json::asyncStatus(*body);
            if (!status) {
                co_return failure(status.error());
            }
            if (status->failure) {
                co_return failure(*status->failure);
            }
            if (status->done) {
                co_return status->location;
            }
        } else {
            tell(progress, ControlTexts::tr("The JobManager does not answer; asking again"));
        }
        co_await pauseFor(waiting.next(), token);
    }
}

FlinkJobControl::FlinkJobControl(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<void>> FlinkJobControl::cancel(QString jobId, ProgressObserver progress, CancellationToken token)
{
    return cancelJob(m_client, std::move(jobId), std::move(progress), std::move(token));
}

QString FlinkJobControl::restartUnsupported() const
{
    return ControlTexts::tr("Flink keeps no job that it could start again: run its SQL or its jar from a savepoint.");
}

QCoro::Task<Result<QString>> FlinkJobControl::restart(QString, QString, ProgressObserver, CancellationToken)
{
    co_return failure(ErrorKind::Unsupported, restartUnsupported());
}

} // namespace millrace::flink
