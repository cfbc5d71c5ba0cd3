// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/flinkjobcalls.h"

#include "backends/dli/dlijobjson.h"
#include "backends/http/pause.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace millrace::dli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliFlinkJobs)
};

constexpr auto s_pollEvery = 2s;

QCoro::Task<Result<void>> callForJob(
    std::shared_ptr<DliClient> client, QString operation, QJsonObject body, CancellationToken token)
{
    const Result<QJsonValue> answer = co_await call(client, operation, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    if (const auto refusal = refusalInArray(*answer)) {
        co_return failure(ErrorKind::Http, *refusal);
    }
    co_return Result<void>();
}

/// Asks for the job until its state is none of those that pass.
QCoro::Task<Result<QJsonObject>> awaitOther(std::shared_ptr<DliClient> client, QString jobId, QStringList passing,
    ProgressObserver progress, CancellationToken token)
{
    QString last;
    while (!token.isCancelled()) {
        Result<QJsonObject> detail = co_await flinkJobDetail(client, jobId, token);
        if (!detail) {
            co_return detail;
        }
        const QString status = detail->value("status"_L1).toString();
        if (!passing.contains(status)) {
            co_return detail;
        }
        if (progress && status != last) {
            progress(Texts::tr("The service says: %1").arg(status));
        }
        last = status;
        co_await pauseFor(s_pollEvery, token);
    }
    co_return failure(Error::cancelled());
}

/// A trigger's answer is a JSON text in message, with Flink's own words in it; a reason when it failed.
std::optional<QString> triggerProblem(const QString& message)
{
    const QJsonObject inner = QJsonDocument::fromJson(message.toUtf8()).object();
    const QJsonObject cause = inner.value("operation"_L1).toObject().value("failure-cause"_L1).toObject();
    if (cause.isEmpty()) {
        return std::nullopt;
    }
    return cause.value("class"_L1).toString() + u": "_s
        + cause.value("stack-trace"_L1).toString().section(u'\n', 0, 0).simplified();
}

} // namespace

std::optional<QString> refusalInArray(const QJsonValue& answer)
{
    const QJsonArray elements = answer.isArray() ? answer.toArray() : QJsonArray{answer};
    for (const QJsonValue& element : elements) {
        if (isSuccess(element.toObject()) == false) {
            const QString message = element.toObject().value("message"_L1).toString().simplified();
            return message.isEmpty() ? Texts::tr("The service refused without a reason.") : message;
        }
    }
    return std::nullopt;
}

QCoro::Task<Result<void>> stopFlinkJob(
    std::shared_ptr<DliClient> client, QString jobId, bool withSavepoint, CancellationToken token)
{
    const QJsonObject body{{u"trigger_savepoint"_s, withSavepoint}, {u"job_ids"_s, QJsonArray{jobId.toLongLong()}}};
    return callForJob(std::move(client), u"batch_stop_flink_jobs"_s, body, std::move(token));
}

QCoro::Task<Result<void>> runFlinkJob(
    std::shared_ptr<DliClient> client, QString jobId, bool fromSavepoint, CancellationToken token)
{
    const QJsonObject body{{u"resume_savepoint"_s, fromSavepoint}, {u"job_ids"_s, QJsonArray{jobId.toLongLong()}}};
    return callForJob(std::move(client), u"batch_run_flink_jobs"_s, body, std::move(token));
}

QCoro::Task<Result<void>> importSavepoint(
    std::shared_ptr<DliClient> client, QString jobId, QString location, CancellationToken token)
{
    const CallValues values{{u"job_id"_s, jobId}};
    const QJsonObject body{{u"job_id"_s, jobId.toLongLong()}, {u"savepoint_path"_s, location}};
    const Result<QJsonValue> answer = co_await call(client, u"import_flink_job_savepoint"_s, values, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return Result<void>();
}

QCoro::Task<Result<QJsonObject>> flinkJobDetail(
    std::shared_ptr<DliClient> client, QString jobId, CancellationToken token)
{
    const CallValues values{{u"job_id"_s, jobId}};
    const Result<QJsonObject> answer = co_await callObject(client, u"show_flink_job"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return answer->value("job_detail"_L1).toObject();
}

QCoro::Task<Result<QJsonObject>> awaitFlinkStopped(
    std::shared_ptr<DliClient> client, QString jobId, ProgressObserver progress, CancellationToken token)
{
    const QStringList passing{u"job_submitting"_s, u"job_running"_s, u"job_idle"_s, u"job_downloading"_s,
        u"job_canceling"_s, u"job_savepointing"_s, u"job_arrearage_recovering"_s};
    Result<QJsonObject> detail = co_await awaitOther(client, jobId, passing, progress, token);
    if (detail && detail->value("status"_L1).toString() == "job_cancel_fail"_L1) {
        co_return failure(ErrorKind::Http,
            Texts::tr("The service could not stop the job: %1").arg(detail->value("status_desc"_L1).toString()));
    }
    co_return detail;
}

QCoro::Task<Result<void>> awaitFlinkRunning(
    std::shared_ptr<DliClient> client, QString jobId, ProgressObserver progress, CancellationToken token)
{
    const QStringList passing{u"job_init"_s, u"job_submitting"_s, u"job_downloading"_s};
    const Result<QJsonObject> detail = co_await awaitOther(client, jobId, passing, progress, token);
    if (!detail) {
        co_return failure(detail.error());
    }
    if (json::flinkState(detail->value("status"_L1).toString()) == JobState::Failed) {
        co_return failure(ErrorKind::Http,
            Texts::tr("The service could not start the job: %1").arg(detail->value("status_desc"_L1).toString()));
    }
    co_return Result<void>();
}

QCoro::Task<Result<QJsonObject>> takeSavepoint(std::shared_ptr<DliClient> client, QString jobId, QString folder,
    ProgressObserver progress, CancellationToken token)
{
    folder.remove("obs://"_L1);
    const CallValues values{{u"job_id"_s, jobId}};
    const QJsonObject body{{u"action"_s, u"TRIGGER"_s}, {u"savepoint_path"_s, folder}};
    const Result<QJsonObject> answer =
        co_await callObject(client, u"execute_flink_job_savepoint"_s, values, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    if (const auto problem = triggerProblem(answer->value("message"_L1).toString())) {
        co_return failure(ErrorKind::Http, Texts::tr("The savepoint failed and the job runs on: %1").arg(*problem));
    }
    const QStringList passing{u"job_savepointing"_s};
    co_return co_await awaitOther(client, jobId, passing, progress, token);
}

} // namespace millrace::dli
