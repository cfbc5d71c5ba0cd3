// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkistasks.h"

#include "backends/http/pause.h"
#include "backends/linkis/linkistexts.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QtConcurrentRun>

namespace millrace::linkis {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisTasks)
};

constexpr auto s_firstPoll = 300ms;
constexpr auto s_poll = 2s;
constexpr int s_logLines = 1000;
constexpr int s_logPieces = 5;
constexpr int s_lastPieces = 40;
constexpr int s_historyTries = 6; // the entrance runs ahead of the history
constexpr int s_mostFailures = 5;

/// One piece of the log; how many lines it advanced.
QCoro::Task<qint64> readLogPiece(std::shared_ptr<LinkisClient> client, json::TaskHandle handle, qint64* next,
    TaskObserver observer, CancellationToken token)
{
    const CallValues values{{u"execID"_s, handle.execId}, {u"taskID"_s, handle.taskId},
        {u"fromLine"_s, QString::number(*next)}, {u"size"_s, QString::number(s_logLines)}};
    const Result<QJsonObject> data = co_await call(client, u"entrance.log"_s, values, {}, token);
    if (!data) {
        co_return 0;
    }
    const json::LogBlock block = json::logBlock(*data, *next);
    const qint64 advance = block.next - *next;
    *next = block.next;
    if (observer.onLog && !block.all.isEmpty()) {
        observer.onLog(block.all + u'\n');
    }
    co_return advance;
}

/// What there is of the log by now. Of a flood only so much at a time: the run goes on meanwhile.
QCoro::Task<void> readLog(std::shared_ptr<LinkisClient> client, json::TaskHandle handle, qint64* next,
    TaskObserver observer, CancellationToken token)
{
    for (int piece = 0; piece < s_logPieces; ++piece) {
        const qint64 advance = co_await readLogPiece(client, handle, next, observer, token);
        if (advance < s_logLines) {
            co_return;
        }
    }
}

/// The rest of the log of a task that has ended: there is no mark at its end.
QCoro::Task<void> readLogToItsEnd(std::shared_ptr<LinkisClient> client, json::TaskHandle handle, qint64* next,
    TaskObserver observer, CancellationToken token)
{
    for (int piece = 0; piece < s_lastPieces; ++piece) {
        const qint64 advance = co_await readLogPiece(client, handle, next, observer, token);
        if (advance <= 0) {
            co_return;
        }
    }
    if (observer.onLog) {
        observer.onLog(u"WARN "_s
            + Texts::tr("The log is longer: the rest of it stands in the log of task %1 in Jobs.").arg(handle.taskId)
            + u'\n');
    }
}

QCoro::Task<void> readProgress(
    std::shared_ptr<LinkisClient> client, json::TaskHandle handle, TaskObserver observer, CancellationToken token)
{
    const CallValues values{{u"execID"_s, handle.execId}, {u"taskID"_s, handle.taskId}};
    const Result<QJsonObject> data = co_await call(client, u"entrance.progressWithResource"_s, values, {}, token);
    if (!data || !observer.onProgress) {
        co_return; // no progress yet is an error to the server, and none to us
    }
    const QString stages = texts::stagesText(*data);
    observer.onProgress({.done = realOf(data->value("progress"_L1), 0), .message = stages});
}

QCoro::Task<Result<JobState>> liveState(
    std::shared_ptr<LinkisClient> client, json::TaskHandle handle, CancellationToken token)
{
    const CallValues values{{u"execID"_s, handle.execId}, {u"taskID"_s, handle.taskId}};
    const Result<QJsonObject> data = co_await call(client, u"entrance.status"_s, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    co_return json::taskState(data->value("status"_L1).toString());
}

/// The history's row once it is final; its last one when it stays behind.
QCoro::Task<Result<json::Task>> finalTask(std::shared_ptr<LinkisClient> client, QString taskId, CancellationToken token)
{
    for (int attempt = 1;; ++attempt) {
        Result<json::Task> task = co_await historyTask(client, taskId, token);
        if (!task || isFinal(task->summary.state) || attempt == s_historyTries) {
            co_return task;
        }
        co_await pauseFor(500ms, token);
    }
}

/// A task that lives on although it was to end must not be forgotten.
void tellFailedKill(const TaskObserver& observer, const Result<void>& killed)
{
    if (!killed && observer.onLog) {
        observer.onLog(u"ERROR "_s + killed.error().message + u'\n');
    }
}

} // namespace

QString runTypeOf(const QString& engine)
{
    const QString type = engine.section(u'-', 0, 0).toLower();
    static const QHash<QString, QString> s_types{{u"shell"_s, u"shell"_s}, {u"python"_s, u"python"_s},
        {u"jdbc"_s, u"jdbc"_s}, {u"hive"_s, u"hql"_s}, {u"flink"_s, u"fql"_s}, {u"presto"_s, u"psql"_s},
        {u"trino"_s, u"tsql"_s}, {u"openlookeng"_s, u"sql"_s}, {u"elasticsearch"_s, u"essql"_s}};
    return s_types.value(type, u"sql"_s);
}

ScriptLanguage languageOf(const QString& engine, const QString& runType)
{
    const QString kind = (runType.trimmed().isEmpty() ? runTypeOf(engine) : runType.trimmed()).toLower();
    static const QHash<QString, ScriptLanguage> s_languages{{u"py"_s, ScriptLanguage::Python},
        {u"python"_s, ScriptLanguage::Python}, {u"pyspark"_s, ScriptLanguage::Python},
        {u"scala"_s, ScriptLanguage::Scala}, {u"sh"_s, ScriptLanguage::Shell}, {u"shell"_s, ScriptLanguage::Shell},
        {u"hql"_s, ScriptLanguage::HiveSql}, {u"fql"_s, ScriptLanguage::FlinkSql},
        {u"data_calc"_s, ScriptLanguage::Json}};
    if (const auto known = s_languages.constFind(kind); known != s_languages.constEnd()) {
        return *known;
    }
    // Other dialects (jdbc, psql, tsql, …) are split as Spark's: at semicolons, with no sets of statements.
    return engine.startsWith("flink"_L1, Qt::CaseInsensitive) ? ScriptLanguage::FlinkSql : ScriptLanguage::SparkSql;
}

QCoro::Task<Result<json::TaskHandle>> submitTask(
    std::shared_ptr<LinkisClient> client, TaskOrder order, CancellationToken token)
{
    const QJsonObject configuration{{u"runtime"_s, order.runtime}, {u"startup"_s, order.startup}};
    QJsonObject labels{{u"engineType"_s, order.engine}};
    if (!client->user().isEmpty()) {
        labels.insert(u"userCreator"_s, QString(client->user() + u'-' + order.creator));
    }
    const QJsonObject body{{u"executionContent"_s, QJsonObject{{u"code"_s, order.code}, {u"runType"_s, order.runType}}},
        {u"params"_s, QJsonObject{{u"variable"_s, order.variables}, {u"configuration"_s, configuration}}},
        {u"source"_s, QJsonObject{{u"scriptPath"_s, order.scriptPath}}}, {u"labels"_s, labels}};
    const Result<QJsonObject> data = co_await call(client, u"entrance.submit"_s, {}, body, token);
    if (!data) {
        Error error = data.error();
        error.kind = error.kind == ErrorKind::Http ? ErrorKind::Sql : error.kind;
        co_return failure(error);
    }
    co_return json::TaskHandle{textOf(data->value("taskID"_L1)), textOf(data->value("execID"_L1))};
}

QCoro::Task<Result<json::Task>> historyTask(
    std::shared_ptr<LinkisClient> client, QString taskId, CancellationToken token)
{
    const CallValues values{{u"id"_s, taskId}};
    const Result<QJsonObject> data = co_await call(client, u"jobhistory.get"_s, values, {}, token);
    if (!data) {
        Error error = data.error();
        if (error.message.contains("not found"_L1)) {
            error.httpStatus = 404; // the server says 400 for what is not there
        }
        co_return failure(error);
    }
    co_return json::task(data->value("task"_L1).toObject());
}

QCoro::Task<Result<json::Task>> awaitTask(
    std::shared_ptr<LinkisClient> client, json::TaskHandle handle, TaskObserver observer, CancellationToken token)
{
    qint64 nextLine = 0;
    int failures = 0;
    for (int round = 0;; ++round) {
        if (token.isCancelled()) {
            if (!observer.letGo || !observer.letGo->contains(handle.taskId)) {
                const Result<void> killed = co_await killTask(client, handle.taskId, {});
                tellFailedKill(observer, killed);
            }
            co_return failure(Error::cancelled());
        }
        const std::chrono::milliseconds wait = round < 5 ? std::chrono::milliseconds(s_firstPoll) : s_poll;
        co_await pauseFor(wait, token);
        const Result<JobState> state = co_await liveState(client, handle, token);
        if (!state && !state.error().isCancelled() && ++failures >= s_mostFailures) {
            // The entrance forgets tasks; the history decides.
            Result<json::Task> known = co_await historyTask(client, handle.taskId, token);
            if (!known || isFinal(known->summary.state)) {
                co_return known;
            }
            failures = 0;
        }
        if (!state) {
            continue;
        }
        co_await readLog(client, handle, &nextLine, observer, token);
        co_await readProgress(client, handle, observer, token);
        if (isFinal(*state)) {
            co_await readLogToItsEnd(client, handle, &nextLine, observer, token);
            Result<json::Task> last = co_await finalTask(client, handle.taskId, token);
            if (!last || isFinal(last->summary.state)) {
                co_return last;
            }
            // The entrance gives its ids again after a restart: this may have been another task's end.
        }
    }
}

QCoro::Task<Result<void>> killTask(std::shared_ptr<LinkisClient> client, QString taskId, CancellationToken token)
{
    const Result<json::Task> known = co_await historyTask(client, taskId, token);
    if (!known) {
        co_return failure(known.error());
    }
    if (isFinal(known->summary.state)) {
        co_return failure(
            ErrorKind::Usage, Texts::tr("The task %1 has ended already: %2.").arg(taskId, known->summary.rawState));
    }
    // With an id that is not known any more the server would mark the task of anybody.
    if (!client->user().isEmpty() && known->summary.owner.compare(client->user(), Qt::CaseInsensitive) != 0
        && !client->isAdmin()) {
        co_return failure(ErrorKind::Auth, Texts::tr("The task %1 belongs to %2.").arg(taskId, known->summary.owner));
    }
    if (known->execId.isEmpty()) {
        co_return failure(ErrorKind::Usage, Texts::tr("The task %1 never ran: there is nothing to kill.").arg(taskId));
    }
    const CallValues values{{u"execID"_s, known->execId}, {u"taskID"_s, taskId}};
    const Result<QJsonObject> killed = co_await call(client, u"entrance.kill"_s, values, {}, token);
    const Result<json::Task> after = co_await finalTask(client, taskId, token);
    if (after && isFinal(after->summary.state)) {
        co_return Result<void>(); // whatever the kill said
    }
    if (!killed) {
        co_return failure(killed.error());
    }
    co_return failure(ErrorKind::Protocol,
        Texts::tr("The server says that the task %1 is killed, but its history says that it lives.").arg(taskId));
}

QCoro::Task<Result<std::vector<json::FileNode>>> resultSetsOf(
    std::shared_ptr<LinkisClient> client, json::Task task, CancellationToken token)
{
    std::vector<json::FileNode> sets;
    if (task.resultLocation.isEmpty()) {
        co_return sets;
    }
    const CallValues values{{u"path"_s, task.resultLocation}};
    const Result<QJsonObject> data = co_await call(client, u"filesystem.getDirFileTrees"_s, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    sets = json::resultSets(json::fileNodes(*data));
    co_return sets;
}

QCoro::Task<Result<json::ResultPage>> openResult(
    std::shared_ptr<LinkisClient> client, QString path, int page, CancellationToken token)
{
    const CallValues values{{u"path"_s, path}, {u"page"_s, QString::number(page)},
        {u"pageSize"_s, QString::number(resultPageRows)}, {u"charset"_s, u"utf-8"_s},
        {u"nullValue"_s, u"LINKIS_NULL"_s}}; // the only one that keeps NULL apart from texts
    const Result<HttpResponse> response = co_await answerOf(client, u"filesystem.openFile"_s, values, {}, token);
    if (!response) {
        co_return failure(response.error());
    }
    // Megabytes of JSON are read beside the event loop.
    const QFuture<Result<json::ResultPage>> reading =
        QtConcurrent::run([client, answer = *response]() -> Result<json::ResultPage> {
            const Result<QJsonObject> data = readEnvelope(answer, client->http().redactor());
            if (!data) {
                return failure(data.error());
            }
            return json::resultPage(*data, resultPageRows);
        });
    co_return co_await reading;
}

} // namespace millrace::linkis
