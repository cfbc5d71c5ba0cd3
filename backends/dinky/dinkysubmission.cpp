// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/catalogue.h"
#include "backends/dinky/dinkycontrol.h"
#include "backends/dinky/dinkyrun.h"
#include "backends/dinky/readoffers.h"
#include "backends/dinky/runform.h"
#include "sql/statements.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkySubmission)
};

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
    for (const QLatin1StringView own :
        {submitfields::what, submitfields::task, submitfields::again, submitfields::folder}) {
        order.properties.remove(own);
    }
    order.properties.insert(runfields::jobName, nameFor(request));
    if (!request.fromSavepoint.isEmpty()) {
        order.properties.insert(runfields::savepointPath, request.fromSavepoint);
    }
    return order;
}

TaskOrder taskOrder(const SubmitRequest& request, const QString& taskId)
{
    return {.taskId = taskId,
        .name = nameFor(request),
        .savepoint = request.fromSavepoint,
        .variables = settingLinesOf(request.values.value(runfields::variables)),
        .again = request.values.value(submitfields::again) == "true"_L1,
        .progress = request.progress,
        .onLog = request.onLog};
}

/// 1.x says "Task is existed" to a second task of one name, wherever it stands.
QCoro::Task<Result<void>> refuseTaken(std::shared_ptr<DinkyClient> client, QString name, CancellationToken token)
{
    const Result<std::vector<CatalogueNode>> tree = co_await readCatalogue(client, token);
    const std::vector<CatalogueNode> nodes = tree ? *tree : std::vector<CatalogueNode>();
    const bool isTaken = std::ranges::any_of(
        nodes, [&name](const CatalogueNode& node) { return node.name == name && !node.taskId.isEmpty(); });
    if (isTaken) {
        co_return failure(ErrorKind::Usage,
            Texts::tr("The server has a task %1 already: choose it as a task of the server, or give the job another "
                      "name.")
                .arg(name));
    }
    co_return Result<void>();
}

/// A new task of 1.x with the text; gives its id.
QCoro::Task<Result<QString>> createTask(
    std::shared_ptr<DinkyClient> client, SubmitRequest request, CancellationToken token)
{
    const QString name = nameFor(request);
    const Result<void> free = co_await refuseTaken(client, name, token);
    if (!free) {
        co_return failure(free.error());
    }
    QJsonObject task = taskBody(orderFrom(request));
    task.insert(u"name"_s, name);
    const QJsonObject body{{u"parentId"_s, request.values.value(submitfields::folder).toInt()}, {u"name"_s, name},
        {u"type"_s, u"FlinkSql"_s}, {u"dialect"_s, u"FlinkSql"_s}, {u"note"_s, QString()},
        {u"configJson"_s, task.value("configJson"_L1)}, {u"firstLevelOwner"_s, 1},
        {u"secondLevelOwners"_s, QJsonArray()}, {u"task"_s, task}};
    const Result<Payload> answer = co_await call(client, u"catalogue.saveTask"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return textOf(answer->data.toObject().value("taskId"_L1));
}

QCoro::Task<Result<Submission>> submitJar(
    std::shared_ptr<DinkyClient> client, SubmitRequest request, CancellationToken token)
{
    if (!client->isOld()) {
        co_return failure(ErrorKind::Unsupported,
            Texts::tr("Dinky %1 starts no jar by itself: make it a task of the server.").arg(client->version()));
    }
    RunOrder order = orderFrom(request);
    order.statement.clear();
    const QJsonObject body = jarBody(order);
    const Result<Payload> answer = co_await call(client, u"executeJar"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const json::JobResult result = json::jobResult(answer->data.toObject());
    if (!result.success) {
        co_return failure(failedRun(result));
    }
    co_return Submission{.jobId = result.jobId, .jobName = nameFor(request), .warnings = {}};
}

QCoro::Task<Result<Submission>> submitText(
    std::shared_ptr<DinkyClient> client, SubmitRequest request, CancellationToken token)
{
    if (request.text.trimmed().isEmpty()) {
        co_return failure(ErrorKind::Usage, Texts::tr("There is nothing to submit: give a text or a task."));
    }
    if (!client->isOld()) {
        const Result<QString> made = co_await createTask(client, request, token);
        if (!made) {
            co_return failure(made.error());
        }
        TaskOrder order = taskOrder(request, *made);
        co_return co_await submitTask(client, std::move(order), token);
    }
    RunOrder order = orderFrom(request);
    const QString name = nameFor(request);
    const Result<json::JobResult> result = co_await execute(client, std::move(order), token);
    if (!result) {
        co_return failure(result.error());
    }
    co_return Submission{.jobId = result->jobId, .jobName = name, .warnings = {}};
}

/// What fails in a jar or in a task of the server is no fault of the text at hand, and has no place in it.
Result<Submission> ofAnotherText(Result<Submission> done)
{
    if (!done && done.error().kind == ErrorKind::Sql) {
        Error error = done.error();
        error.kind = ErrorKind::Unsupported;
        error.range.reset();
        return failure(std::move(error));
    }
    return done;
}

} // namespace

DinkySubmission::DinkySubmission(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

FormDescription DinkySubmission::form() const
{
    return submitForm(*m_client);
}

QCoro::Task<Result<void>> DinkySubmission::prepareForm(CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    co_return co_await readOffers(client, token);
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
    const QString what = request.values.value(submitfields::what);
    const QString taskId = request.values.value(submitfields::task).trimmed();
    if (what == "jar"_L1) {
        Result<Submission> done = co_await submitJar(client, std::move(request), token);
        co_return ofAnotherText(std::move(done));
    }
    if (what != "task"_L1 && taskId.isEmpty()) {
        co_return co_await submitText(client, std::move(request), token);
    }
    if (taskId.isEmpty()) {
        co_return failure(ErrorKind::Usage, Texts::tr("No task is chosen: choose the one to submit."));
    }
    TaskOrder order = taskOrder(request, taskId);
    for (const FormField::Option& known : client->offers().tasks) {
        order.name = known.id == taskId ? known.label : order.name;
    }
    Result<Submission> done = co_await submitTask(client, std::move(order), token);
    if (done && what.isEmpty() && !request.text.trimmed().isEmpty()) {
        done->warnings.append(Texts::tr("The task ran as it stands on the server; the text was not sent."));
    }
    co_return ofAnotherText(std::move(done));
}

} // namespace millrace::dinky
