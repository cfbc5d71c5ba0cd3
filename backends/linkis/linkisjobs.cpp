// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisjobs.h"

#include "backends/linkis/linkisforms.h"
#include "backends/linkis/linkistexts.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisJobs)
};

constexpr int s_pageSize = 100;
constexpr int s_mostRows = 500;

/// The names under which the server knows a state.
QString statusFilter(JobState state)
{
    switch (state) {
    case JobState::Pending:
        return u"Inited,WaitForRetry,Scheduled"_s;
    case JobState::Running:
        return u"Running"_s;
    case JobState::Finished:
        return u"Succeed"_s;
    case JobState::Failed:
        return u"Failed,Timeout"_s;
    case JobState::Cancelled:
        return u"Cancelled"_s;
    default:
        return {};
    }
}

/// The code, which the detail of a task leaves out.
QCoro::Task<QString> codeOf(std::shared_ptr<LinkisClient> client, QString taskId, CancellationToken token)
{
    const CallValues values{{u"taskID"_s, taskId}, {u"pageNow"_s, u"1"_s}, {u"pageSize"_s, u"1"_s}};
    const Result<QJsonObject> data = co_await call(client, u"jobhistory.list"_s, values, {}, token);
    QString code;
    if (data) {
        code = data->value("tasks"_L1).toArray().at(0).toObject().value("executionCode"_L1).toString();
    }
    co_return code;
}

/// A log file comes whole, whatever its size is: openLog refuses long ones, the download does not.
QCoro::Task<Result<LogChunk>> readLogFile(
    std::shared_ptr<LinkisClient> client, QString path, qint64 from, CancellationToken token)
{
    LogChunk chunk{.bytes = {}, .offset = from, .next = 1, .atEnd = true, .restarted = false, .complete = true};
    if (from > 0) {
        co_return chunk;
    }
    const QJsonObject body{{u"path"_s, path}, {u"charset"_s, u"utf-8"_s}};
    const Result<HttpResponse> file = co_await answerOf(client, u"filesystem.download"_s, {}, body, token);
    const Result<QByteArray> bytes =
        file ? readDownload(*file, client->http().redactor()) : Result<QByteArray>(failure(file.error()));
    if (bytes) {
        chunk.bytes = *bytes;
        co_return chunk;
    }
    const CallValues values{{u"path"_s, path}};
    const Result<QJsonObject> data = co_await call(client, u"filesystem.openLog"_s, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    chunk.bytes = json::logBlock(*data, 0).all.toUtf8();
    co_return chunk;
}

void addFailure(JobDetail& detail, const json::Task& task)
{
    if (task.summary.state != JobState::Failed && task.errorText.isEmpty()) {
        return;
    }
    const QString sentence = texts::sentenceOf(task.errorCode, task.errorText);
    const QString advice = texts::adviceFor(task.errorCode);
    const QString heading =
        task.errorCode.isEmpty() ? QString() : QString(Texts::tr("Error %1").arg(task.errorCode) + u"\n\n"_s);
    detail.failures.push_back({.at = task.summary.end,
        .rootCause = sentence.isEmpty() ? Texts::tr("The server does not say why: the log may.") : sentence,
        .text = heading + task.errorText + (advice.isEmpty() ? QString() : QString(u"\n\n"_s + advice)),
        .location = task.summary.cluster});
    if (!advice.isEmpty()) {
        detail.notes.append(advice);
    }
}

} // namespace

LinkisJobs::LinkisJobs(std::shared_ptr<LinkisClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<JobList>> LinkisJobs::jobs(JobQuery query, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    const int most = query.limit > 0 ? query.limit : s_mostRows;
    std::vector<json::Task> tasks;
    qint64 total = 0;
    for (int page = 1; int(tasks.size()) < most; ++page) {
        CallValues values{{u"pageNow"_s, QString::number(page)}, {u"pageSize"_s, QString::number(s_pageSize)}};
        if (query.state && !statusFilter(*query.state).isEmpty()) {
            values.insert(u"status"_s, statusFilter(*query.state));
        }
        const Result<QJsonObject> data = co_await call(client, u"jobhistory.list"_s, values, {}, token);
        if (!data) {
            co_return failure(data.error());
        }
        total = numberOf(data->value("totalPage"_L1)); // which is the number of rows
        const QJsonArray rows = data->value("tasks"_L1).toArray();
        std::vector<json::Task> found;
        std::ranges::transform(
            rows, std::back_inserter(found), [](const QJsonValue& row) { return json::task(row.toObject()); });
        json::mergeTasks(tasks, std::move(found));
        if (rows.size() < s_pageSize || qint64(page) * s_pageSize >= total) {
            break;
        }
    }
    JobList list;
    for (json::Task& task : tasks) {
        if (!query.state || task.summary.state == *query.state) {
            list.jobs.push_back(std::move(task.summary));
        }
    }
    std::ranges::stable_sort(list.jobs, [](const JobSummary& a, const JobSummary& b) { return a.start > b.start; });
    if (int(list.jobs.size()) > most) {
        list.jobs.resize(size_t(most));
    }
    if (qint64(tasks.size()) < total) {
        list.warnings.append(Texts::tr("The newest %1 of %2 tasks are shown.").arg(tasks.size()).arg(total));
    }
    co_return list;
}

QCoro::Task<Result<JobDetail>> LinkisJobs::job(QString jobId, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    const Result<json::Task> task = co_await historyTask(client, jobId, token);
    if (!task) {
        co_return failure(task.error());
    }
    JobDetail detail;
    detail.summary = task->summary;
    detail.facts = task->facts;
    detail.timeline = task->timeline;
    detail.sql = task->code;
    if (detail.sql.isEmpty()) {
        detail.sql = co_await codeOf(client, jobId, token);
    }
    detail.summary.name = json::nameOf(detail.sql, detail.summary.name); // as the list has it, which knows the code
    detail.configuration = {{Texts::tr("Engine"), task->engine}, {Texts::tr("Kind of code"), task->summary.kind},
        {Texts::tr("Creator"), task->creator}};
    addFailure(detail, *task);
    detail.notes.append(Texts::tr("Parameters of the task are not shown: the server keeps passwords among them."));
    const Result<std::vector<json::FileNode>> sets = co_await resultSetsOf(client, *task, token);
    if (sets) {
        for (const json::FileNode& set : *sets) {
            detail.facts.push_back({Texts::tr("Result set"), set.name});
        }
    }
    co_return detail;
}

LinkisControl::LinkisControl(std::shared_ptr<LinkisClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<void>> LinkisControl::cancel(QString jobId, ProgressObserver progress, CancellationToken token)
{
    if (progress) {
        progress(Texts::tr("Asking the server to kill the task"));
    }
    return killTask(m_client, std::move(jobId), std::move(token));
}

QString LinkisControl::restartUnsupported() const
{
    return Texts::tr("Linkis starts no task again: open its code and run it.");
}

QCoro::Task<Result<QString>> LinkisControl::restart(QString, QString, ProgressObserver, CancellationToken)
{
    co_return failure(ErrorKind::Unsupported, restartUnsupported());
}

LinkisLogs::LinkisLogs(std::shared_ptr<LinkisClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<std::vector<LogSource>>> LinkisLogs::sources(QString jobId, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    std::vector<LogSource> sources;
    if (jobId.isEmpty()) {
        co_return sources;
    }
    const Result<json::Task> task = co_await historyTask(client, jobId, token);
    if (!task) {
        co_return failure(task.error());
    }
    const bool isLive = !isFinal(task->summary.state) && !task->execId.isEmpty();
    if (isLive) {
        sources.push_back(
            {.id = u"live\n"_s + jobId + u'\n' + task->execId, .title = Texts::tr("Log"), .group = task->engine});
    } else if (!task->logPath.isEmpty()) {
        sources.push_back({.id = u"file\n"_s + task->logPath, .title = Texts::tr("Log"), .group = task->engine});
    }
    co_return sources;
}

QCoro::Task<Result<LogChunk>> LinkisLogs::read(LogSource source, qint64 from, qint64, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    LogChunk chunk;
    chunk.offset = from;
    if (source.id.startsWith("file\n"_L1)) {
        co_return co_await readLogFile(client, source.id.mid(5), from, token);
    }
    const CallValues values{{u"execID"_s, source.id.section(u'\n', 2)}, {u"taskID"_s, source.id.section(u'\n', 1, 1)},
        {u"fromLine"_s, QString::number(from)}, {u"size"_s, u"1000"_s}};
    const Result<QJsonObject> data = co_await call(client, u"entrance.log"_s, values, {}, token);
    if (!data) {
        Error error = data.error();
        error.httpStatus = 404; // evicted: the file has it
        co_return failure(error);
    }
    const json::LogBlock block = json::logBlock(*data, from);
    chunk.bytes = block.all.isEmpty() ? QByteArray() : block.all.toUtf8() + '\n';
    chunk.next = block.next;
    chunk.atEnd = block.next == from;
    co_return chunk;
}

LinkisSubmission::LinkisSubmission(std::shared_ptr<LinkisClient> client) : m_client(std::move(client)) { }

FormDescription LinkisSubmission::form() const
{
    return {.title = Texts::tr("Task on Linkis"), .fields = taskFields(*m_client)};
}

QCoro::Task<Result<void>> LinkisSubmission::prepareForm(CancellationToken token)
{
    return readServed(m_client, std::move(token));
}

QStringList LinkisSubmission::formats() const
{
    return {u"sql"_s, u"hql"_s, u"py"_s, u"sh"_s, u"scala"_s, u"fql"_s};
}

QCoro::Task<Result<Submission>> LinkisSubmission::submit(SubmitRequest request, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    if (!request.fromSavepoint.isEmpty()) {
        co_return failure(ErrorKind::Unsupported, Texts::tr("Linkis starts no task from a savepoint."));
    }
    TaskOrder order = orderFrom(request.values, client->settings());
    order.code = request.text;
    order.scriptPath = request.fileName;
    const Result<json::TaskHandle> handle = co_await submitTask(client, std::move(order), token);
    if (!handle) {
        co_return failure(handle.error());
    }
    co_return Submission{.jobId = handle->taskId, .jobName = request.fileName.section(u'/', -1), .warnings = {}};
}

} // namespace millrace::linkis
