// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkycontrol.h"
#include "backends/dinky/dinkyrun.h"
#include "sql/statements.h"

#include <QCoreApplication>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkySubmission)
};

const QString s_task = u"taskId"_s;
const QString s_again = u"again"_s;
const QString s_folder = u"folder"_s;

/// The text with separators that the server splits at.
QString splittable(const QString& text)
{
    QStringList statements;
    for (const sql::Statement& statement : sql::splitStatements(QStringView(text))) {
        statements.append(statement.text(QStringView(text)).toString());
    }
    return joined(statements);
}

QString nameFor(const SubmitRequest& request)
{
    const QString given = request.values.value(runfields::jobName);
    const QString file = request.fileName.section(u'/', -1).section(u'.', 0, 0);
    return given.isEmpty() || given == "millrace"_L1 ? (file.isEmpty() ? u"millrace"_s : file) : given;
}

RunOrder orderFrom(const SubmitRequest& request)
{
    RunOrder order;
    order.statement = splittable(request.text);
    order.properties = request.values;
    for (const QString& own : {s_task, s_again, s_folder}) {
        order.properties.remove(own);
    }
    order.properties.insert(runfields::jobName, nameFor(request));
    if (!request.fromSavepoint.isEmpty()) {
        order.properties.insert(runfields::savepointPath, request.fromSavepoint);
    }
    return order;
}

/// Dinky submits a task that runs a second time without a word.
QCoro::Task<Result<void>> refuseRunning(std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token)
{
    const Result<json::Instance> last = co_await instanceOfJob(client, taskId, token);
    if (last && !isFinal(last->summary.state) && last->summary.state != JobState::Unknown) {
        co_return failure(ErrorKind::Usage,
            Texts::tr("The task %1 runs already as the job %2, and would run twice: cancel it first, or set %3.")
                .arg(taskId, last->jid, s_again + u"=true"_s));
    }
    co_return Result<void>();
}

QCoro::Task<Result<Submission>> submitTaskById(
    std::shared_ptr<DinkyClient> client, QString taskId, SubmitRequest request, CancellationToken token)
{
    if (request.values.value(s_again) != "true"_L1) {
        const Result<void> free = co_await refuseRunning(client, taskId, token);
        if (!free) {
            co_return failure(free.error());
        }
    }
    const bool fromSavepoint = !request.fromSavepoint.isEmpty();
    CallValues values;
    QJsonObject body;
    QString operation = u"submitTask"_s;
    if (client->isOld()) {
        values.insert(u"id"_s, taskId);
        if (fromSavepoint) {
            operation = u"selectSavePointRestartTask"_s;
            values.insert(u"savePointPath"_s, request.fromSavepoint);
        }
    } else {
        body.insert(u"id"_s, taskId.toInt());
        if (fromSavepoint) {
            body.insert(u"savePointPath"_s, request.fromSavepoint);
        }
    }
    const Result<Payload> answer = co_await call(client, operation, values, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const json::JobResult result = json::jobResult(answer->data.toObject());
    if (!result.success) {
        co_return failure(json::sqlFault(result.error, {}));
    }
    co_return Submission{.jobId = taskId, .jobName = nameFor(request), .warnings = {}};
}

/// A new task of 1.x with the text; gives its id.
QCoro::Task<Result<QString>> createTask(
    std::shared_ptr<DinkyClient> client, SubmitRequest request, CancellationToken token)
{
    QJsonObject task = taskBody(orderFrom(request));
    const QString name = nameFor(request);
    task.insert(u"name"_s, name);
    const QJsonObject body{{u"parentId"_s, request.values.value(s_folder).toInt()}, {u"name"_s, name},
        {u"type"_s, u"FlinkSql"_s}, {u"dialect"_s, u"FlinkSql"_s}, {u"note"_s, QString()},
        {u"configJson"_s, task.value("configJson"_L1)}, {u"firstLevelOwner"_s, 1},
        {u"secondLevelOwners"_s, QJsonArray()}, {u"task"_s, task}};
    const Result<Payload> answer = co_await call(client, u"catalogue.saveTask"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return textOf(answer->data.toObject().value("taskId"_L1));
}

} // namespace

DinkySubmission::DinkySubmission(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

FormDescription DinkySubmission::form() const
{
    FormDescription form = runForm(m_client->settings(), m_client->isOld());
    form.title = Texts::tr("Job on Dinky");
    const QString section = Texts::tr("Task");
    FormField task{.id = s_task, .section = section, .label = Texts::tr("Task"), .kind = FieldKind::Number};
    task.help = Texts::tr("Id of a task to submit as it stands on the server, instead of the text.");
    FormField again{.id = s_again, .section = section, .label = Texts::tr("Again"), .kind = FieldKind::Toggle};
    again.defaultValue = u"false"_s;
    again.caption = Texts::tr("Submit it also while it runs");
    FormField folder{.id = s_folder, .section = section, .label = Texts::tr("Folder"), .kind = FieldKind::Number};
    folder.defaultValue = u"0"_s;
    folder.help = Texts::tr("Id of the folder for the task that 1.x makes of the text.");
    form.fields.insert(form.fields.begin(), {task, again, folder});
    return form;
}

QStringList DinkySubmission::formats() const
{
    return {u"sql"_s};
}

QCoro::Task<Result<Submission>> DinkySubmission::submit(SubmitRequest request, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    QString taskId = request.values.value(s_task).trimmed();
    if (!taskId.isEmpty()) {
        Result<Submission> done = co_await submitTaskById(client, taskId, request, token);
        if (done && !request.text.trimmed().isEmpty()) {
            done->warnings.append(Texts::tr("The task ran as it stands on the server; the text was not sent."));
        }
        co_return done;
    }
    if (request.text.trimmed().isEmpty()) {
        co_return failure(ErrorKind::Usage, Texts::tr("There is nothing to submit: give a text or a task."));
    }
    if (!client->isOld()) {
        const Result<QString> made = co_await createTask(client, request, token);
        if (!made) {
            co_return failure(made.error());
        }
        taskId = *made;
        co_return co_await submitTaskById(client, taskId, std::move(request), token);
    }
    RunOrder order = orderFrom(request);
    const QString name = nameFor(request);
    const Result<json::JobResult> result = co_await execute(client, std::move(order), token);
    if (!result) {
        co_return failure(result.error());
    }
    co_return Submission{.jobId = result->jobId, .jobName = name, .warnings = {}};
}

} // namespace millrace::dinky
