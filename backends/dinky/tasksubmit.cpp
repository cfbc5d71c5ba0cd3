// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkycontrol.h"
#include "backends/dinky/dinkyrun.h"
#include "backends/dinky/submitconsole.h"

#include <QCoreApplication>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkySubmission)
};

/// Dinky submits a task that runs a second time without a word.
QCoro::Task<Result<void>> refuseRunning(std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token)
{
    const Result<json::Instance> last = co_await instanceOfJob(client, taskId, token);
    if (last && !isFinal(last->summary.state) && last->summary.state != JobState::Unknown) {
        co_return failure(ErrorKind::Usage,
            Texts::tr("The task %1 runs already as the job %2, and would run twice: cancel it first, or choose to "
                      "submit it again (again=true).")
                .arg(taskId, last->jid));
    }
    co_return Result<void>();
}

/// The documented call of the dialect; the one with a login where only that keeps a console.
struct Call {
    QString operation = u"submitTask"_s;
    CallValues values;
    QJsonObject body;
};

Call callFor(const DinkyClient& client, const TaskOrder& order)
{
    Call made;
    const bool plain = order.savepoint.isEmpty() && order.variables.isEmpty();
    if (client.isOld()) {
        made.values.insert(u"id"_s, order.taskId);
        if (!order.savepoint.isEmpty()) {
            made.operation = u"selectSavePointRestartTask"_s;
            made.values.insert(u"savePointPath"_s, order.savepoint);
        }
    } else if (plain && client.canLogIn()) {
        made.operation = u"task.submit"_s;
        made.values.insert(u"id"_s, order.taskId);
    } else {
        made.body.insert(u"id"_s, order.taskId.toInt());
        if (!order.savepoint.isEmpty()) {
            made.body.insert(u"savePointPath"_s, order.savepoint);
        }
        QJsonObject variables;
        for (auto it = order.variables.begin(); it != order.variables.end(); ++it) {
            variables.insert(it.key(), *it);
        }
        if (!variables.isEmpty()) {
            made.body.insert(u"variables"_s, variables);
        }
    }
    return made;
}

/// 1.x throws what Flink says of the statement; the sentence stands above a stack.
Error placedFault(Error error)
{
    if (error.kind == ErrorKind::Http && error.httpStatus == 200 && !error.detail.isEmpty()) {
        const QString sentence = error.message;
        error = json::sqlFault(error.detail, {});
        error.message = sentence;
    }
    return error;
}

} // namespace

QCoro::Task<Result<Submission>> submitTask(
    std::shared_ptr<DinkyClient> client, TaskOrder order, CancellationToken token)
{
    if (!order.again) {
        const Result<void> free = co_await refuseRunning(client, order.taskId, token);
        if (!free) {
            co_return failure(free.error());
        }
    }
    if (order.progress) {
        order.progress(Texts::tr("Submitting the task; the first one after a start of the server can take minutes"));
    }
    const Call made = callFor(*client, order);
    SubmitConsole console(client, order.taskId, order.onLog);
    co_await console.begin(token);
    const Result<Payload> answer = co_await call(client, made.operation, made.values, made.body, token);
    co_await console.end(token);
    if (!answer) {
        co_return failure(placedFault(answer.error()));
    }
    const json::JobResult result = json::jobResult(answer->data.toObject());
    if (!result.success) {
        co_return failure(failedRun(result));
    }
    Submission submission{.jobId = order.taskId, .jobName = order.name, .warnings = {}};
    if (made.operation == "submitTask"_L1 && !client->isOld() && client->canLogIn()) {
        submission.warnings.append(Texts::tr("Dinky keeps no console of a task that is submitted with variables or "
                                             "from a savepoint."));
    }
    co_return submission;
}

} // namespace millrace::dinky
