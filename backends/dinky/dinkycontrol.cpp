// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkycontrol.h"

#include "backends/dinky/dinkyrun.h"

#include <QCoreApplication>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyControl)
};

/// Asks the server to cancel a task's job, in the way of its dialect.
QCoro::Task<Result<Payload>> askCancel(std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token)
{
    if (client->isOld()) {
        const QJsonObject body{{u"taskId"_s, taskId.toInt()}, {u"type"_s, u"canceljob"_s}};
        co_return co_await call(client, u"savepointTask"_s, {}, body, token);
    }
    const CallValues values{{u"id"_s, taskId}, {u"withSavePoint"_s, u"false"_s}, {u"forceCancel"_s, u"true"_s}};
    // The call with a login knows its tenant; the open one may say that there is no such task.
    const QString operation = client->canLogIn() ? u"task.cancel"_s : u"cancel"_s;
    co_return co_await call(client, operation, values, {}, token);
}

} // namespace

DinkyControl::DinkyControl(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<void>> DinkyControl::cancel(QString jobId, ProgressObserver progress, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    if (progress) {
        progress(Texts::tr("Asking the server to cancel the job"));
    }
    if (!isTaskId(jobId)) {
        QString address = client->settings().flinkAddress;
        if (client->canLogIn()) {
            const Result<json::Instance> found = co_await instanceOfJob(client, jobId, token);
            if (found) {
                address = co_await addressOf(client, *found, token);
            }
        } else if (progress) {
            progress(Texts::tr("Dinky says yes to every cancel, and shows only to logged-in users whether it worked"));
        }
        co_return co_await cancelFlinkJob(client, jobId, address, token);
    }
    const Result<json::Instance> before = co_await instanceOfJob(client, jobId, token);
    if (!before) {
        co_return failure(before.error());
    }
    if (isFinal(before->summary.state)) {
        co_return failure(ErrorKind::Usage,
            Texts::tr("The job of the task %1 has ended already: %2.").arg(jobId, before->summary.rawState));
    }
    const Result<Payload> asked = co_await askCancel(client, jobId, token);
    if (!asked) {
        co_return failure(asked.error());
    }
    if (progress) {
        progress(Texts::tr("Waiting until the job has ended"));
    }
    co_return co_await awaitTaskEnd(client, jobId, token);
}

QString DinkyControl::restartUnsupported() const
{
    return {};
}

QCoro::Task<Result<QString>> DinkyControl::restart(
    QString jobId, QString location, ProgressObserver progress, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    if (!isTaskId(jobId)) {
        co_return failure(ErrorKind::Unsupported,
            Texts::tr("Only tasks can be started again: run the SQL of this job, or make it a task."));
    }
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    if (progress) {
        progress(Texts::tr("Starting the task again; a running job is ended with a savepoint first"));
    }
    CallValues values{{u"id"_s, jobId}};
    QString operation = u"restartTask"_s;
    if (!location.isEmpty()) {
        values.insert(u"savePointPath"_s, location);
        operation = client->isOld() ? u"selectSavePointRestartTask"_s : operation;
    }
    if (!client->isOld() && client->canLogIn()) {
        operation = u"task.restart"_s;
    }
    const Result<Payload> answer = co_await call(client, operation, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const json::JobResult result = json::jobResult(answer->data.toObject());
    if (answer->data.isObject() && !result.success) {
        co_return failure(json::sqlFault(result.error, {}));
    }
    co_return jobId;
}

} // namespace millrace::dinky
