// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/fakejobs.h"

#include <QCoroTimer>

namespace millrace::test {

using namespace Qt::StringLiterals;

namespace {

QCoro::Task<void> aMoment()
{
    co_await QCoro::sleepFor(std::chrono::milliseconds(1));
}

class FakeJobsConnection : public Connection,
                           public JobMonitor,
                           public JobControl,
                           public Savepoints,
                           public JobLogs,
                           public JobSubmission,
                           public ApiConsole {
public:
    FakeJobsConnection(ConnectionProfile profile, std::shared_ptr<FakeCluster> cluster)
        : Connection(std::move(profile)), m_cluster(std::move(cluster))
    {
    }

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)>, CancellationToken) override
    {
        co_return ConnectionTest();
    }

    JobMonitor* jobMonitor() override { return m_cluster->hasCapabilities ? this : nullptr; }

    JobControl* jobControl() override { return m_cluster->hasCapabilities ? this : nullptr; }

    Savepoints* savepoints() override { return m_cluster->hasCapabilities ? this : nullptr; }

    JobLogs* jobLogs() override { return m_cluster->hasCapabilities ? this : nullptr; }

    JobSubmission* jobSubmission() override { return m_cluster->hasCapabilities ? this : nullptr; }

    ApiConsole* apiConsole() override { return m_cluster->hasCapabilities ? this : nullptr; }

    QCoro::Task<Result<JobList>> jobs(JobQuery, CancellationToken token) override
    {
        const auto cluster = m_cluster;
        const QString address = profile().values.value(u"address"_s);
        co_await aMoment();
        while (cluster->hangs && !token.isCancelled()) {
            co_await aMoment();
        }
        if (token.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (cluster->unreachable.contains(address)) {
            co_return failure(cluster->unreachable.value(address));
        }
        JobList list;
        list.warnings = cluster->warnings;
        list.jobs = cluster->jobs.value(address);
        if (!cluster->rounds.empty()) {
            list.jobs = cluster->rounds.front();
            if (cluster->rounds.size() > 1) {
                cluster->rounds.erase(cluster->rounds.begin());
            }
        }
        co_return list;
    }

    QCoro::Task<Result<JobDetail>> job(QString jobId, CancellationToken) override
    {
        const auto cluster = m_cluster;
        co_await aMoment();
        if (jobId != cluster->detail.summary.id) {
            co_return failure(
                Error{.kind = ErrorKind::Http, .message = u"There is no job %1."_s.arg(jobId), .httpStatus = 404});
        }
        JobDetail detail = cluster->detail;
        co_return detail;
    }

    QCoro::Task<Result<void>> cancel(QString jobId, ProgressObserver progress, CancellationToken) override
    {
        const auto cluster = m_cluster;
        cluster->log << u"cancel "_s + jobId;
        progress(u"CANCELLING"_s);
        co_await aMoment();
        if (cluster->refuses) {
            co_return failure(*cluster->refuses);
        }
        co_return Result<void>();
    }

    QString restartUnsupported() const override { return {}; }

    QCoro::Task<Result<QString>> restart(QString, QString, ProgressObserver, CancellationToken) override
    {
        co_return QString();
    }

    SavepointLimits limits() const override { return m_cluster->limits; }

    QCoro::Task<Result<SavepointInfo>> take(SavepointRequest request, CancellationToken) override
    {
        const auto cluster = m_cluster;
        cluster->log << QStringList{u"savepoint"_s, request.jobId, request.target,
            request.stop ? u"stop"_s : u"go on"_s, request.drain ? u"drain"_s : u"-"_s,
            QString::number(int(request.format))}
                            .join(u' ');
        request.progress(u"Taking it"_s);
        co_await aMoment();
        if (cluster->refuses) {
            co_return failure(*cluster->refuses);
        }
        SavepointInfo info;
        info.location = cluster->location;
        info.jobId = request.jobId;
        co_return info;
    }

    QCoro::Task<Result<void>> dispose(QString location, CancellationToken) override
    {
        const auto cluster = m_cluster;
        cluster->log << u"dispose "_s + location;
        co_await aMoment();
        if (cluster->refuses) {
            co_return failure(*cluster->refuses);
        }
        co_return Result<void>();
    }

    QCoro::Task<Result<std::vector<SavepointInfo>>> savepoints(QString jobId, CancellationToken) override
    {
        const auto cluster = m_cluster;
        cluster->log << u"savepoints of "_s + jobId;
        co_await aMoment();
        std::vector<SavepointInfo> found;
        for (const SavepointInfo& info : cluster->known) {
            if (info.jobId == jobId) {
                found.push_back(info);
            }
        }
        co_return found;
    }

    QCoro::Task<Result<std::vector<LogSource>>> sources(QString jobId, CancellationToken) override
    {
        m_cluster->log << u"logs of "_s + jobId;
        // Copied first: GCC 12 moves out of a member that is returned.
        std::vector<LogSource> all = m_cluster->logSources;
        co_return all;
    }

    QCoro::Task<Result<LogChunk>> read(LogSource source, qint64 from, qint64, CancellationToken) override
    {
        const auto cluster = m_cluster;
        cluster->log << u"read %1 from %2"_s.arg(source.id, QString::number(from));
        co_await aMoment();
        LogChunk chunk = cluster->logChunks.front();
        if (cluster->logChunks.size() > 1) {
            cluster->logChunks.erase(cluster->logChunks.begin());
        }
        co_return chunk;
    }

    FormDescription form() const override
    {
        return {.fields = {{.id = u"name"_s, .kind = FieldKind::Text, .defaultValue = u"unnamed"_s},
                    {.id = u"parallelism"_s, .kind = FieldKind::Number, .check = checks::wholeNumber(1, 100)}}};
    }

    QStringList formats() const override { return {u"sql"_s}; }

    QCoro::Task<Result<Submission>> submit(SubmitRequest request, CancellationToken) override
    {
        const auto cluster = m_cluster;
        cluster->submitted = request;
        co_await aMoment();
        if (cluster->refuses) {
            co_return failure(*cluster->refuses);
        }
        Submission submission;
        submission.jobId = u"new-1"_s;
        submission.jobName = request.values.value(u"name"_s);
        submission.warnings = cluster->warnings;
        co_return submission;
    }

    QCoro::Task<Result<QString>> dialect(CancellationToken) override
    {
        m_cluster->log << u"dialect"_s;
        QString spoken = m_cluster->dialect;
        co_return spoken;
    }

    QCoro::Task<Result<ApiAnswer>> call(ApiRequest request, CancellationToken) override
    {
        const auto cluster = m_cluster;
        cluster->called = request;
        cluster->log << u"call "_s + QString::fromLatin1(request.operation.method) + u' ' + request.path;
        co_await aMoment();
        if (cluster->refuses) {
            co_return failure(*cluster->refuses);
        }
        ApiAnswer answer = cluster->answer;
        co_return answer;
    }

private:
    std::shared_ptr<FakeCluster> m_cluster;
};

} // namespace

FakeJobs::FakeJobs(std::shared_ptr<FakeCluster> cluster, QString id)
    : m_cluster(std::move(cluster)), m_id(std::move(id))
{
}

FormDescription FakeJobs::form() const
{
    return {.fields = {{.id = u"address"_s, .kind = FieldKind::Url, .required = true, .check = checks::httpUrl},
                {.id = u"project"_s, .kind = FieldKind::Text, .defaultValue = u"none"_s},
                {.id = u"token"_s, .kind = FieldKind::Secret, .required = true}}};
}

FormValues FakeJobs::valuesForUrl(const QString& url) const
{
    return {{u"address"_s, url}};
}

std::vector<QuickOption> FakeJobs::quickOptions() const
{
    return {{.name = u"project"_s, .field = u"project"_s, .help = u"The project."_s},
        {.name = u"MILLRACE_FAKE_TOKEN"_s, .field = u"token"_s}};
}

QByteArray FakeJobs::apiDescription() const
{
    QByteArray text = "{'openapi':'3.1.0','info':{'title':'Fake'},'paths':{"
                      "'/jobs/{id}':{'get':{'operationId':'job','tags':['Jobs'],'summary':'One job','parameters':["
                      "{'name':'id','in':'path','required':true,'schema':{'type':'string'}},"
                      "{'name':'part','in':'query','schema':{'type':'array','items':{'type':'string'}}}]},"
                      "'delete':{'operationId':'drop','tags':['Jobs']}},"
                      "'/run':{'post':{'operationId':'run','tags':['Runs'],'requestBody':{'required':true,"
                      "'content':{'application/json':{'example':{'sql':'SELECT 1'}}}}}},"
                      "'/v1/info':{'get':{'operationId':'infoV1','x-millrace-operation':'info',"
                      "'x-millrace-dialect':'v1'}},"
                      "'/v2/info':{'get':{'operationId':'infoV2','x-millrace-operation':'info',"
                      "'x-millrace-dialect':'v2'}}}}";
    return text.replace('\'', '"');
}

std::unique_ptr<Connection> FakeJobs::connect(ConnectionProfile profile, Secrets secrets) const
{
    m_cluster->values = profile.values;
    m_cluster->secrets = secrets;
    return std::make_unique<FakeJobsConnection>(std::move(profile), m_cluster);
}

} // namespace millrace::test
