// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/jobmonitor.h"

#include "backends/flink/checkpointjson.h"
#include "backends/flink/jobapi.h"
#include "backends/flink/jobfigures.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jobmanagerclient.h"

#include <QCoroFuture>

#include <QCoreApplication>
#include <QtConcurrentRun>

#include <algorithm>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct MonitorTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkJobs)
};

constexpr int s_figuresAPoll = 40;
constexpr size_t s_mostTasks = 100;

void reduce(std::vector<JobSummary>& jobs, const JobQuery& query)
{
    if (query.state) {
        std::erase_if(jobs, [&](const JobSummary& job) { return job.state != *query.state; });
    }
    std::ranges::stable_sort(jobs, std::ranges::greater(), &JobSummary::start);
    if (query.limit > 0 && jobs.size() > size_t(query.limit)) {
        jobs.resize(size_t(query.limit));
    }
}

QCoro::Task<Result<JobList>> listJobs(
    std::shared_ptr<GatewayClient> client, std::shared_ptr<JobFigures> figures, JobQuery query, CancellationToken token)
{
    const Result<QByteArray> body = co_await askJobManager(client, api::jobsOverview(), token);
    if (!body) {
        co_return failure(body.error());
    }
    // Thousands of jobs take a while to read: not in this thread.
    const QFuture<Result<json::JobsOverview>> reading =
        QtConcurrent::run([bytes = *body] { return json::jobsOverview(bytes); });
    Result<json::JobsOverview> overview = co_await reading;
    if (!overview) {
        co_return failure(overview.error());
    }
    const QStringList due = figures->apply(overview->jobs, s_figuresAPoll);
    if (!due.isEmpty()) {
        co_await readFigures(client, figures, due, token);
        figures->apply(overview->jobs, 0);
    }
    JobList list;
    if (overview->unreadable > 0) {
        list.warnings << MonitorTexts::tr(
            "%n job(s) of the list could not be read and are left out.", nullptr, overview->unreadable);
    }
    list.jobs = std::move(overview->jobs);
    reduce(list.jobs, query);
    co_return list;
}

QCoro::Task<Result<std::vector<SubtaskStatus>>> readSubtasks(
    std::shared_ptr<GatewayClient> client, QString jobId, QString vertexId, CancellationToken token)
{
    const QString path = api::vertexPart(jobId, vertexId, ""_L1);
    const Result<QByteArray> body = co_await askJobManager(client, path, token);
    if (!body) {
        co_return failure(body.error());
    }
    Result<std::vector<SubtaskStatus>> subtasks = json::subtasks(*body);
    if (!subtasks) {
        co_return subtasks;
    }
    // What they do now is nicer than what they did since they started, but not worth an error.
    const QString nowPath = api::vertexPart(jobId, vertexId, "backpressure"_L1);
    const Result<QByteArray> now = co_await askJobManager(client, nowPath, token);
    if (now) {
        json::addPressure(*subtasks, *now);
    }
    const QString watermarkPath = api::vertexPart(jobId, vertexId, "watermarks"_L1);
    const Result<QByteArray> watermarks = co_await askJobManager(client, watermarkPath, token);
    if (watermarks) {
        json::addWatermarks(*subtasks, *watermarks);
    }
    co_return subtasks;
}

QCoro::Task<Result<CheckpointOverview>> readCheckpoints(
    std::shared_ptr<GatewayClient> client, QString jobId, CancellationToken token)
{
    const QString path = api::jobPart(jobId, "checkpoints"_L1);
    const Result<QByteArray> body = co_await askJobManager(client, path, token);
    if (!body) {
        co_return failure(body.error());
    }
    Result<CheckpointOverview> overview = json::checkpoints(*body);
    if (!overview) {
        co_return overview;
    }
    const QString configPath = api::jobPart(jobId, "checkpoints/config"_L1);
    const Result<QByteArray> config = co_await askJobManager(client, configPath, token);
    if (config) {
        overview->configuration = json::checkpointConfig(*config).value_or(std::vector<NamedText>());
    }
    co_return overview;
}

QCoro::Task<Result<std::vector<CheckpointTask>>> readTasks(
    std::shared_ptr<GatewayClient> client, QString jobId, qint64 checkpointId, CancellationToken token)
{
    const QString path = api::checkpoint(jobId, checkpointId);
    const Result<QByteArray> body = co_await askJobManager(client, path, token);
    if (!body) {
        Error error = body.error();
        if (error.httpStatus == 404 && !error.detail.contains("Job"_L1)) {
            error.message =
                MonitorTexts::tr("The JobManager no longer keeps this checkpoint: it remembers the last few.");
        }
        co_return failure(std::move(error));
    }
    Result<std::vector<CheckpointTask>> tasks = json::checkpointTasks(*body);
    if (!tasks) {
        co_return tasks;
    }
    for (size_t i = 0; i < tasks->size() && i < s_mostTasks; ++i) {
        const QString taskPath = api::checkpointVertex(jobId, checkpointId, tasks->at(i).vertexId);
        const Result<QByteArray> times = co_await askJobManager(client, taskPath, token);
        if (times) {
            json::addTimes((*tasks)[i], *times);
        } else if (times.error().isCancelled()) {
            co_return failure(times.error());
        }
    }
    co_return tasks;
}

} // namespace

FlinkJobMonitor::FlinkJobMonitor(std::shared_ptr<GatewayClient> client)
    : m_client(std::move(client)), m_figures(std::make_shared<JobFigures>())
{
}

FlinkJobMonitor::~FlinkJobMonitor() = default;

QCoro::Task<Result<JobList>> FlinkJobMonitor::jobs(JobQuery query, CancellationToken token)
{
    return listJobs(m_client, m_figures, query, std::move(token));
}

QCoro::Task<Result<JobDetail>> FlinkJobMonitor::job(QString jobId, CancellationToken token)
{
    return jobDetail(m_client, std::move(jobId), std::move(token));
}

FlinkVertexInspector::FlinkVertexInspector(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<std::vector<SubtaskStatus>>> FlinkVertexInspector::subtasks(
    QString jobId, QString vertexId, CancellationToken token)
{
    return readSubtasks(m_client, std::move(jobId), std::move(vertexId), std::move(token));
}

FlinkCheckpoints::FlinkCheckpoints(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<CheckpointOverview>> FlinkCheckpoints::overview(QString jobId, CancellationToken token)
{
    return readCheckpoints(m_client, std::move(jobId), std::move(token));
}

QCoro::Task<Result<std::vector<CheckpointTask>>> FlinkCheckpoints::tasks(
    QString jobId, qint64 checkpointId, CancellationToken token)
{
    return readTasks(m_client, std::move(jobId), checkpointId, std::move(token));
}

} // namespace millrace::flink
