// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fakecluster.h"

#include <QCoroTimer>

#include <chrono>

namespace millrace::test {

using namespace Qt::StringLiterals;

namespace {

class FakeClusterConnection : public Connection,
                              public JobMonitor,
                              public JobControl,
                              public Savepoints,
                              public JobSubmission {
public:
    FakeClusterConnection(ConnectionProfile profile, std::shared_ptr<FakeCluster> cluster)
        : Connection(std::move(profile)), m_cluster(std::move(cluster))
    {
    }

    JobMonitor* jobMonitor() override { return m_cluster->hasMonitor ? this : nullptr; }

    JobControl* jobControl() override { return this; }

    Savepoints* savepoints() override { return this; }

    JobSubmission* jobSubmission() override { return this; }

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)>, CancellationToken) override
    {
        co_return ConnectionTest{};
    }

    QCoro::Task<Result<JobList>> jobs(JobQuery, CancellationToken) override
    {
        const auto cluster = m_cluster;
        const std::shared_ptr<void> underWay = cluster->inFlight.enter();
        ++cluster->listed;
        const std::vector<JobSummary> now = cluster->jobs;
        const std::optional<Error> error = cluster->listError;
        if (cluster->holdsList) {
            const auto promise = std::make_shared<QPromise<void>>();
            promise->start();
            cluster->held.push_back(promise);
            co_await promise->future();
        } else {
            co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        }
        if (error) {
            co_return failure(*error);
        }
        co_return JobList{.jobs = now};
    }

    QCoro::Task<Result<JobDetail>> job(QString, CancellationToken) override { co_return JobDetail{}; }

    QCoro::Task<Result<void>> cancel(QString jobId, ProgressObserver progress, CancellationToken) override
    {
        const auto cluster = m_cluster;
        progress(u"cancelling"_s);
        co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        cluster->done << u"cancel "_s + jobId;
        end(*cluster, jobId, JobState::Cancelled);
        co_return {};
    }

    QString restartUnsupported() const override { return u"not this one"_s; }

    QCoro::Task<Result<QString>> restart(QString, QString, ProgressObserver, CancellationToken) override
    {
        co_return failure(ErrorKind::Unsupported, u"not this one"_s);
    }

    SavepointLimits limits() const override { return m_cluster->limits; }

    QCoro::Task<Result<SavepointInfo>> take(SavepointRequest request, CancellationToken) override
    {
        const auto cluster = m_cluster;
        if (request.progress) {
            request.progress(u"in progress"_s);
        }
        co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        if (cluster->savepointError) {
            co_return failure(*cluster->savepointError);
        }
        QString what = (request.stop ? u"stop "_s : u"savepoint "_s) + request.jobId;
        if (request.drain) {
            what += u" drain"_s;
        }
        if (!request.target.isEmpty()) {
            what += u" to "_s + request.target;
        }
        cluster->done << what;
        if (request.stop) {
            end(*cluster, request.jobId, JobState::Finished);
        }
        co_return SavepointInfo{.location = u"file:/sp/savepoint-%1-%2"_s.arg(request.jobId).arg(cluster->done.size()),
            .jobId = request.jobId,
            .bytes = 1024,
            .takenAt = QDateTime::currentDateTimeUtc()};
    }

    QCoro::Task<Result<void>> dispose(QString location, CancellationToken) override
    {
        m_cluster->done << u"dispose "_s + location;
        co_return {};
    }

    QCoro::Task<Result<std::vector<SavepointInfo>>> savepoints(QString, CancellationToken) override
    {
        co_return m_cluster->known;
    }

    FormDescription form() const override
    {
        // As carelessly as a system may have it.
        return {.fields = {{.id = u"allowNonRestoredState"_s,
                    .label = u"Allow lost state"_s,
                    .kind = FieldKind::Toggle,
                    .defaultValue = u"true"_s}}};
    }

    QStringList formats() const override { return {u"sql"_s}; }

    QCoro::Task<Result<Submission>> submit(SubmitRequest request, CancellationToken) override
    {
        const auto cluster = m_cluster;
        co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        if (cluster->submitError) {
            co_return failure(*cluster->submitError);
        }
        cluster->done << u"submit from %1 lossy=%2: %3"_s.arg(
            request.fromSavepoint, request.values.value(u"allowNonRestoredState"_s), request.text.simplified());
        const QString id = u"new%1"_s.arg(cluster->done.size());
        cluster->jobs.push_back(runningJob(id, u"orders"_s));
        co_return Submission{.jobId = id, .jobName = u"orders"_s};
    }

private:
    static void end(FakeCluster& cluster, const QString& id, JobState state)
    {
        if (JobSummary* job = cluster.find(id)) {
            job->state = state;
            job->rawState = toId(state).toUpper();
            job->end = QDateTime::currentDateTimeUtc();
        }
    }

    std::shared_ptr<FakeCluster> m_cluster;
};

} // namespace

void FakeCluster::release()
{
    holdsList = false;
    for (const auto& promise : std::exchange(held, {})) {
        promise->finish();
    }
}

JobSummary* FakeCluster::find(const QString& id)
{
    for (JobSummary& job : jobs) {
        if (job.id == id) {
            return &job;
        }
    }
    return nullptr;
}

FakeClusterBackend::FakeClusterBackend(std::shared_ptr<FakeCluster> cluster) : m_cluster(std::move(cluster)) { }

QString FakeClusterBackend::id() const
{
    return u"cluster"_s;
}

QString FakeClusterBackend::displayName() const
{
    return u"Cluster"_s;
}

FormDescription FakeClusterBackend::form() const
{
    return {};
}

FormValues FakeClusterBackend::valuesForUrl(const QString&) const
{
    return {};
}

std::unique_ptr<Connection> FakeClusterBackend::connect(ConnectionProfile profile, Secrets) const
{
    return std::make_unique<FakeClusterConnection>(std::move(profile), m_cluster);
}

JobSummary runningJob(const QString& id, const QString& name)
{
    return {.id = id,
        .name = name,
        .state = JobState::Running,
        .rawState = u"RUNNING"_s,
        .start = QDateTime::currentDateTimeUtc().addSecs(-600),
        .durationMs = 600'000};
}

} // namespace millrace::test
