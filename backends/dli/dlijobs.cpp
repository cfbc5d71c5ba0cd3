// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlijobs.h"

#include "backends/dli/dlijobjson.h"
#include "backends/dli/flinkjobcalls.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliJobs)
};

constexpr int s_pageSize = 100; // the most that a list gives at once
constexpr int s_mostFlinkJobs = 1000;

/// What one page of a list told.
struct JobPage {
    std::vector<JobSummary> jobs;
    qint64 total = 0;
};

QCoro::Task<Result<JobPage>> flinkPage(std::shared_ptr<DliClient> client, int offset, CancellationToken token)
{
    const CallValues values{{u"limit"_s, QString::number(s_pageSize)}, {u"offset"_s, QString::number(offset)}};
    const Result<QJsonObject> answer = co_await callObject(client, u"list_flink_jobs"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const QJsonObject list = answer->value("job_list"_L1).toObject();
    JobPage page{.total = numberOf(list.value("total_count"_L1))};
    for (const QJsonValue& job : list.value("jobs"_L1).toArray()) {
        page.jobs.push_back(json::flinkJob(job.toObject()));
    }
    co_return page;
}

QCoro::Task<Result<JobPage>> allFlinkJobs(std::shared_ptr<DliClient> client, CancellationToken token)
{
    JobPage all;
    for (int offset = 0; offset < s_mostFlinkJobs; offset += s_pageSize) {
        Result<JobPage> page = co_await flinkPage(client, offset, token);
        if (!page) {
            co_return failure(page.error());
        }
        all.total = page->total;
        const bool isLast = page->jobs.empty() || offset + int(page->jobs.size()) >= page->total;
        std::ranges::move(page->jobs, std::back_inserter(all.jobs));
        if (isLast) {
            break;
        }
    }
    co_return all;
}

QCoro::Task<Result<JobPage>> newestSqlJobs(std::shared_ptr<DliClient> client, CancellationToken token)
{
    const CallValues values{
        {u"page-size"_s, QString::number(s_pageSize)}, {u"current-page"_s, u"1"_s}, {u"order"_s, u"start_time_desc"_s}};
    const Result<QJsonObject> answer = co_await callObject(client, u"list_sql_jobs"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    JobPage page{.total = numberOf(answer->value("job_count"_L1))};
    for (const QJsonValue& job : answer->value("jobs"_L1).toArray()) {
        page.jobs.push_back(json::sqlJob(job.toObject()));
    }
    co_return page;
}

QCoro::Task<Result<JobPage>> newestBatches(std::shared_ptr<DliClient> client, CancellationToken token)
{
    const CallValues values{{u"size"_s, QString::number(s_pageSize)}, {u"order"_s, u"CREATE_TIME_DESC"_s}};
    const Result<QJsonObject> answer = co_await callObject(client, u"list_spark_jobs"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    JobPage page{.total = numberOf(answer->value("total"_L1))};
    for (const QJsonValue& session : answer->value("sessions"_L1).toArray()) {
        page.jobs.push_back(json::sparkJob(session.toObject()));
    }
    co_return page;
}

/// Where the logs of a Flink job are, since the service hands out none.
QString logsText(const QJsonObject& job)
{
    const QString logs = json::logAddress(job);
    return logs.isEmpty() ? Texts::tr(
               "The service hands out no Flink logs, and this job writes none: switch logging on to have them in a "
               "bucket.")
                          : Texts::tr("The service hands out no Flink logs: those of this job lie in %1").arg(logs);
}

QCoro::Task<Result<JobDetail>> flinkDetail(std::shared_ptr<DliClient> client, QString jobId, CancellationToken token)
{
    const CallValues id{{u"job_id"_s, jobId}};
    const Result<QJsonObject> answer = co_await callObject(client, u"show_flink_job"_s, id, {}, token);
    if (!answer) {
        Error error = answer.error();
        // The service says 400 for what is not there.
        if (error.message.contains("DLI.16001"_L1)) {
            error.httpStatus = 404;
        }
        co_return failure(error);
    }
    const QJsonObject job = answer->value("job_detail"_L1).toObject();
    JobDetail detail;
    detail.summary = json::flinkJob(job);
    detail.sql = job.value("sql_body"_L1).toString();
    detail.configuration = json::factsOf(job.value("job_config"_L1).toObject());
    detail.facts = json::factsOf(job, {u"job_config"_s, u"sql_body"_s, u"execution_graph"_s});
    if (!detail.summary.failure.isEmpty()) {
        detail.failures.push_back({.at = json::timeOf(job.value("update_time"_L1)),
            .rootCause = detail.summary.failure,
            .text = job.value("status_desc"_L1).toString()});
    }
    const Result<QJsonObject> graph = co_await callObject(client, u"show_flink_job_execution_graph"_s, id, {}, token);
    if (graph) {
        const QJsonObject execute = graph->value("execute_graph"_L1).toObject();
        detail.graph = json::executeGraph(execute);
        detail.vertices = json::vertices(execute);
        detail.timeline = json::timeline(execute);
    }
    if (detail.graph.isEmpty()) {
        detail.graph = json::streamGraph(job.value("execution_graph"_L1));
    }
    if (detail.graph.isEmpty()) {
        detail.notes.append(Texts::tr("The service keeps no execution plan of this job while it does not run."));
    }
    detail.notes.append(logsText(job));
    co_return detail;
}

QCoro::Task<Result<JobDetail>> sqlDetail(std::shared_ptr<DliClient> client, QString jobId, CancellationToken token)
{
    const CallValues id{{u"job_id"_s, jobId}};
    const Result<QJsonObject> status = co_await callObject(client, u"show_sql_job_status"_s, id, {}, token);
    if (!status) {
        co_return failure(status.error());
    }
    JobDetail detail;
    detail.summary = json::sqlJob(*status);
    detail.sql = status->value("statement"_L1).toString();
    detail.facts = json::factsOf(*status, {u"statement"_s, u"user_conf"_s, u"is_success"_s});
    for (const QString& line : status->value("user_conf"_L1).toString().split(u'\n', Qt::SkipEmptyParts)) {
        detail.configuration.push_back({line.section(u'=', 0, 0).trimmed(), line.section(u'=', 1).trimmed()});
    }
    if (!detail.summary.failure.isEmpty()) {
        detail.failures.push_back({.at = detail.summary.end,
            .rootCause = detail.summary.failure,
            .text = status->value("message"_L1).toString()});
    }
    const Result<QJsonObject> progress = co_await callObject(client, u"show_sql_job_progress"_s, id, {}, token);
    if (progress) {
        for (const QJsonValue& value : progress->value("sub_jobs"_L1).toArray()) {
            const QJsonObject part = value.toObject();
            detail.facts.push_back({Texts::tr("Sub job %1").arg(textOf(part.value("id"_L1))),
                Texts::tr("%1: %2 of %3 tasks done, %4 failed")
                    .arg(part.value("status"_L1).toString(), textOf(part.value("num_completed_tasks"_L1)),
                        textOf(part.value("num_tasks"_L1)), textOf(part.value("num_failed_tasks"_L1)))});
        }
    }
    co_return detail;
}

QCoro::Task<Result<JobDetail>> sparkDetail(std::shared_ptr<DliClient> client, QString jobId, CancellationToken token)
{
    const CallValues id{{u"batch_id"_s, jobId}};
    const Result<QJsonObject> batch = co_await callObject(client, u"show_spark_job"_s, id, {}, token);
    if (!batch) {
        co_return failure(batch.error());
    }
    JobDetail detail;
    detail.summary = json::sparkJob(*batch);
    const QJsonObject asked = QJsonDocument::fromJson(batch->value("req_body"_L1).toString().toUtf8()).object();
    detail.configuration = json::factsOf(asked);
    detail.facts = json::factsOf(*batch, {u"req_body"_s, u"log"_s});
    if (detail.summary.state == JobState::Failed) {
        QStringList lines;
        for (const QJsonValue& line : batch->value("log"_L1).toArray()) {
            lines.append(line.toString());
        }
        detail.failures.push_back({.at = detail.summary.end,
            .rootCause = Texts::tr("The batch is dead: its log tells why."),
            .text = lines.join(u'\n')});
    }
    co_return detail;
}

} // namespace

DliJobs::DliJobs(std::shared_ptr<DliClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<JobList>> DliJobs::jobs(JobQuery query, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    JobList list;
    std::optional<Error> first;
    int failed = 0;
    const auto take = [&](Result<JobPage>& page, const QString& what) {
        if (!page) {
            ++failed;
            first = first ? first : page.error();
            list.warnings.append(Texts::tr("%1 are missing: %2").arg(what, page.error().message));
            return;
        }
        if (page->total > qint64(page->jobs.size())) {
            list.warnings.append(
                Texts::tr("Of %1 the newest %2 of %3 are shown.").arg(what).arg(page->jobs.size()).arg(page->total));
        }
        std::ranges::move(page->jobs, std::back_inserter(list.jobs));
    };
    Result<JobPage> flink = co_await allFlinkJobs(client, token);
    take(flink, Texts::tr("Flink jobs"));
    Result<JobPage> sql = co_await newestSqlJobs(client, token);
    take(sql, Texts::tr("SQL jobs"));
    Result<JobPage> spark = co_await newestBatches(client, token);
    take(spark, Texts::tr("Spark batches"));
    if (failed == 3) {
        co_return failure(*first);
    }
    std::erase_if(list.jobs, [&](const JobSummary& job) { return query.state && job.state != *query.state; });
    std::ranges::stable_sort(list.jobs, [](const JobSummary& a, const JobSummary& b) { return a.start > b.start; });
    if (query.limit > 0 && list.jobs.size() > size_t(query.limit)) {
        list.jobs.resize(size_t(query.limit));
    }
    co_return list;
}

QCoro::Task<Result<JobDetail>> DliJobs::job(QString jobId, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    if (json::isFlinkId(jobId)) {
        co_return co_await flinkDetail(client, jobId, token);
    }
    // The id does not tell a SQL job from a Spark batch.
    Result<JobDetail> sql = co_await sqlDetail(client, jobId, token);
    if (sql || sql.error().kind != ErrorKind::Http) {
        co_return sql;
    }
    Result<JobDetail> spark = co_await sparkDetail(client, jobId, token);
    if (!spark && spark.error().kind == ErrorKind::Http) {
        Error error = spark.error();
        error.httpStatus = 404;
        co_return failure(error);
    }
    co_return spark;
}

DliLogs::DliLogs(std::shared_ptr<DliClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<std::vector<LogSource>>> DliLogs::sources(QString jobId, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    std::vector<LogSource> sources;
    if (jobId.isEmpty()) {
        co_return sources;
    }
    if (json::isFlinkId(jobId)) {
        const Result<QJsonObject> job = co_await flinkJobDetail(client, jobId, token);
        if (!job) {
            co_return failure(job.error());
        }
        co_return failure(ErrorKind::Unsupported, logsText(*job));
    }
    // The id does not tell a Spark batch from a SQL job, which has no log.
    const CallValues id{{u"batch_id"_s, jobId}};
    const Result<QJsonObject> batch = co_await callObject(client, u"show_spark_job_status"_s, id, {}, token);
    if (batch) {
        sources.push_back({.id = jobId, .title = u"driver"_s, .group = Texts::tr("Spark batch"), .bytes = -1});
    } else if (batch.error().kind != ErrorKind::Http) {
        co_return failure(batch.error());
    }
    co_return sources;
}

QCoro::Task<Result<LogChunk>> DliLogs::read(LogSource source, qint64 from, qint64, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    constexpr int lines = 500;
    const CallValues values{{u"batch_id"_s, source.id}, {u"from"_s, QString::number(from)},
        {u"size"_s, QString::number(lines)}, {u"type"_s, u"driver"_s}};
    const Result<QJsonObject> answer = co_await callObject(client, u"show_spark_job_log"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    LogChunk chunk;
    chunk.offset = std::max<qint64>(from, numberOf(answer->value("from"_L1)));
    const QJsonArray log = answer->value("log"_L1).toArray();
    for (const QJsonValue& line : log) {
        chunk.bytes += line.toString().toUtf8() + '\n';
    }
    const qint64 total = numberOf(answer->value("total"_L1));
    chunk.restarted = total >= 0 && total < from;
    chunk.next = chunk.restarted ? 0 : chunk.offset + log.size();
    chunk.atEnd = chunk.next >= total || log.isEmpty();
    co_return chunk;
}

} // namespace millrace::dli
