// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlicontrol.h"

#include "backends/dli/dlijobjson.h"
#include "backends/dli/flinkjobcalls.h"
#include "backends/http/pause.h"

#include <QCoreApplication>

namespace millrace::dli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliControl)
};

constexpr auto s_pollEvery = 2s;

/// Waits until a SQL job has ended, and says when it has ended otherwise than asked.
QCoro::Task<Result<void>> awaitSqlCancelled(std::shared_ptr<DliClient> client, QString jobId, CancellationToken token)
{
    while (!token.isCancelled()) {
        const CallValues id{{u"job_id"_s, jobId}};
        const Result<QJsonObject> status = co_await callObject(client, u"show_sql_job_status"_s, id, {}, token);
        if (!status) {
            co_return failure(status.error());
        }
        const JobState state = json::sqlState(status->value("status"_L1).toString());
        if (state == JobState::Finished) {
            co_return failure(ErrorKind::Usage, Texts::tr("The job had finished before it could be cancelled."));
        }
        if (isFinal(state)) {
            co_return Result<void>();
        }
        co_await pauseFor(s_pollEvery, token);
    }
    co_return failure(Error::cancelled());
}

/// Cancels a job whose id does not tell whether it is a SQL job or a Spark batch.
QCoro::Task<Result<void>> cancelByUuid(std::shared_ptr<DliClient> client, QString jobId, CancellationToken token)
{
    const CallValues sqlId{{u"job_id"_s, jobId}};
    const Result<QJsonObject> sql = co_await callObject(client, u"cancel_sql_job"_s, sqlId, {}, token);
    if (sql) {
        co_return co_await awaitSqlCancelled(client, jobId, token);
    }
    const CallValues batchId{{u"batch_id"_s, jobId}};
    const Result<QJsonObject> known = co_await callObject(client, u"show_spark_job_status"_s, batchId, {}, token);
    if (!known) {
        co_return failure(sql.error());
    }
    const Result<QJsonValue> spark = co_await call(client, u"cancel_spark_job"_s, batchId, {}, token);
    if (!spark) {
        co_return failure(spark.error());
    }
    co_return Result<void>();
}

} // namespace

DliControl::DliControl(std::shared_ptr<DliClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<void>> DliControl::cancel(QString jobId, ProgressObserver progress, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    if (!json::isFlinkId(jobId)) {
        co_return co_await cancelByUuid(client, jobId, token);
    }
    if (progress) {
        progress(Texts::tr("Asking the service to stop the job"));
    }
    const Result<void> asked = co_await stopFlinkJob(client, jobId, false, token);
    if (!asked) {
        co_return failure(asked.error());
    }
    const Result<QJsonObject> stopped = co_await awaitFlinkStopped(client, jobId, progress, token);
    if (!stopped) {
        co_return failure(stopped.error());
    }
    co_return Result<void>();
}

QString DliControl::restartUnsupported() const
{
    return {};
}

QCoro::Task<Result<QString>> DliControl::restart(
    QString jobId, QString location, ProgressObserver progress, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    if (!json::isFlinkId(jobId)) {
        co_return failure(ErrorKind::Unsupported,
            Texts::tr(
                "Only Flink jobs can be started again: run the statement of a SQL job, or submit the batch anew."));
    }
    if (!location.isEmpty()) {
        if (progress) {
            progress(Texts::tr("Naming the savepoint to the service"));
        }
        const Result<void> imported = co_await importSavepoint(client, jobId, location, token);
        if (!imported) {
            co_return failure(imported.error());
        }
    }
    const Result<void> started = co_await runFlinkJob(client, jobId, !location.isEmpty(), token);
    if (!started) {
        co_return failure(started.error());
    }
    const Result<void> running = co_await awaitFlinkRunning(client, jobId, progress, token);
    if (!running) {
        co_return failure(running.error());
    }
    co_return jobId;
}

} // namespace millrace::dli
