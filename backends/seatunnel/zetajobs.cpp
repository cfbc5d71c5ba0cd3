// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetajobs.h"

#include "backends/http/pause.h"
#include "backends/http/redaction.h"
#include "backends/seatunnel/zetaerrors.h"
#include "backends/seatunnel/zetavalues.h"

#include <algorithm>
#include <array>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct JobTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelJobs)
};

/// How often an answer of the moment after a job's end is asked for again, and how long apart.
constexpr int s_settleTries = 10;
constexpr auto s_settlePause = 100ms;

constexpr std::array s_endedStatuses{"FINISHED"_L1, "FAILED"_L1, "CANCELED"_L1, "SAVEPOINT_DONE"_L1, "UNKNOWABLE"_L1};

QCoro::Task<Result<json::JobPage>> readList(std::shared_ptr<ZetaClient> client, QString path, CancellationToken token)
{
    ZetaCall call{.path = std::move(path)};
    const Result<QByteArray> body = co_await ask(client, std::move(call), std::move(token));
    co_return body ? json::jobs(*body) : Result<json::JobPage>(failure(body.error()));
}

/// Those that ended. When one of them breaks the whole list, state by state; what cannot be read is told.
QCoro::Task<Result<json::JobPage>> readEnded(
    std::shared_ptr<ZetaClient> client, QStringList* warnings, CancellationToken token)
{
    Result<json::JobPage> all = co_await readList(client, u"finished-jobs"_s, token);
    if (all || all.error().httpStatus < 500) {
        co_return all;
    }
    json::JobPage merged;
    int read = 0;
    for (const QLatin1StringView status : s_endedStatuses) {
        const QString path = u"finished-jobs/"_s + status;
        Result<json::JobPage> page = co_await readList(client, path, token);
        if (!page) {
            if (page.error().httpStatus < 500) {
                co_return failure(page.error());
            }
            warnings->append(
                JobTexts::tr("The jobs that ended as %1 are missing, since the server cannot list them: %2")
                    .arg(status, page.error().message));
            continue;
        }
        ++read;
        merged.skipped += page->skipped;
        std::ranges::move(page->jobs, std::back_inserter(merged.jobs));
    }
    if (read == 0) {
        co_return all;
    }
    co_return merged;
}

bool wantsEnded(const JobQuery& query)
{
    return !query.state || isFinal(*query.state) || *query.state == JobState::Unknown;
}

void addFact(std::vector<NamedText>& facts, const QString& name, const QString& value)
{
    if (!value.isEmpty()) {
        facts.push_back({name, value});
    }
}

void addNotes(JobDetail& detail, const json::Job& job)
{
    const Dag& dag = job.dag;
    if (dag.isPhysical && dag.vertices > int(dag.graph.nodes.size())) {
        detail.notes.append(
            JobTexts::tr("The engine runs this graph as %n pipeline(s), with a copy of a vertex in each "
                         "that needs it; here every vertex stands once.",
                nullptr, dag.pipelines));
    } else if (dag.isPhysical && dag.pipelines > 1) {
        detail.notes.append(JobTexts::tr("The engine runs this graph as %n pipeline(s).", nullptr, dag.pipelines));
    } else if (!dag.graph.isEmpty() && !dag.isPhysical) {
        detail.notes.append(
            JobTexts::tr("The graph is the logical one: this version tells the pipelines only after the "
                         "job has ended."));
    }
    if (job.isUnsettled()) {
        detail.notes.append(JobTexts::tr("The job has just ended and the server has not written down when."));
    }
    if (job.status == "SAVEPOINT_DONE"_L1) {
        detail.notes.append(
            JobTexts::tr("The job ended with a savepoint: it can be started again from it under its id."));
    }
    const bool several = std::ranges::any_of(job.tables, [](const auto& byTable) { return byTable.size() > 1; });
    if (several && dag.pipelines > 1) {
        detail.notes.append(
            JobTexts::tr("Rows are counted once for each pipeline, so the figures of the tables need not "
                         "add up to the totals."));
    }
}

void addTimeline(JobDetail& detail, const json::Job& job, int offset)
{
    const auto add = [&](const QString& state, const QString& time) {
        if (const QDateTime at = values::time(time, offset); at.isValid()) {
            detail.timeline.push_back({state, at});
        }
    };
    const bool isEnded = !job.finishTime.isEmpty();
    if (!isEnded && job.startTime.isEmpty()) {
        // older versions tell no more than when the job was made: it is in its state since about then
        return add(job.status, job.createTime);
    }
    add(u"CREATED"_s, job.createTime);
    add(isEnded ? u"STARTED"_s : job.status, job.startTime);
    add(job.status, job.finishTime);
}

JobDetail detailOf(const json::Job& job, const ZetaClient& client, const Redactor& redactor)
{
    const int offset = client.zoneOffset();
    JobDetail detail;
    detail.summary = json::summaryOf(job, offset);
    detail.graph = job.dag.graph;
    detail.vertices = json::vertexFigures(job);
    if (!job.errorText.isEmpty()) {
        detail.failures.push_back({.at = detail.summary.end,
            .rootCause = redactor.text(json::rootCause(job.errorText)),
            .text = redactor.text(job.errorText)});
    }
    addTimeline(detail, job, offset);
    for (auto it = job.environment.begin(); it != job.environment.end(); ++it) {
        detail.configuration.push_back({it.key(), it.value()});
    }
    addFact(detail.facts, JobTexts::tr("Server time zone"), client.zoneText());
    addFact(detail.facts, JobTexts::tr("Created"), job.createTime);
    addFact(detail.facts, JobTexts::tr("Started"), job.startTime);
    addFact(detail.facts, JobTexts::tr("Ended"), job.finishTime);
    if (job.hasRunningShape) {
        addFact(detail.facts, JobTexts::tr("Started from a savepoint"),
            job.startedFromSavepoint ? JobTexts::tr("yes") : JobTexts::tr("no"));
    }
    addFact(detail.facts, JobTexts::tr("Plug-in jars"), job.jars.join(u'\n'));
    for (auto it = job.totals.begin(); it != job.totals.end(); ++it) {
        addFact(detail.facts, it.key(), it.value());
    }
    for (auto it = job.tables.begin(); it != job.tables.end(); ++it) {
        QStringList lines;
        for (auto table = it.value().begin(); table != it.value().end(); ++table) {
            lines.append(table.key() + u": "_s + table.value());
        }
        addFact(detail.facts, it.key(), lines.join(u'\n'));
    }
    addNotes(detail, job);
    return detail;
}

/// The only way to an ended job before 2.3.6.
QCoro::Task<Result<json::Job>> readFromEnded(std::shared_ptr<ZetaClient> client, QString jobId, CancellationToken token)
{
    QStringList warnings;
    Result<json::JobPage> ended = co_await readEnded(client, &warnings, token);
    if (!ended) {
        co_return failure(ended.error());
    }
    const auto it = std::ranges::find(ended->jobs, jobId, &json::Job::id);
    co_return it != ended->jobs.end() ? std::move(*it) : json::Job{.id = jobId};
}

QCoro::Task<Result<json::Job>> readOnce(std::shared_ptr<ZetaClient> client, QString jobId, CancellationToken token)
{
    ZetaCall call{.path = u"job-info/"_s + jobId};
    Result<QByteArray> body = co_await ask(client, call, token);
    if (!body && body.error().kind == ErrorKind::Unsupported) {
        ZetaCall older{.path = u"running-job/"_s + jobId};
        body = co_await ask(client, older, token);
    }
    if (!body) {
        co_return failure(body.error());
    }
    Result<json::Job> job = json::job(*body);
    if (job && !job->isKnown() && client->server()->version.isEmpty()) {
        job = co_await readFromEnded(client, jobId, token);
    }
    co_return job;
}

} // namespace

std::optional<Error> badJobId(const QString& jobId)
{
    bool isNumber = false;
    jobId.toLongLong(&isNumber);
    if (isNumber) {
        return std::nullopt;
    }
    return Error{.kind = ErrorKind::Usage,
        .message = JobTexts::tr("\"%1\" is no id of a SeaTunnel job: these are whole numbers.").arg(jobId)};
}

QCoro::Task<Result<json::Job>> readJob(std::shared_ptr<ZetaClient> client, QString jobId, CancellationToken token)
{
    if (auto problem = badJobId(jobId)) {
        co_return failure(std::move(*problem));
    }
    Result<json::Job> job = co_await readOnce(client, jobId, token);
    for (int i = 0; i < s_settleTries && job && job->isUnsettled() && !token.isCancelled(); ++i) {
        co_await pauseFor(s_settlePause, token);
        job = co_await readOnce(client, jobId, token);
    }
    if (job && !job->isKnown()) {
        co_return failure(Error{.kind = ErrorKind::Http,
            .message = JobTexts::tr("The server does not know a job %1: it keeps ended jobs for a day unless it was "
                                    "configured, and none over a restart.")
                           .arg(jobId),
            .httpStatus = 404});
    }
    if (job) {
        client->learnZone(job->id, job->createTime);
    }
    co_return job;
}

QCoro::Task<Result<std::vector<json::Job>>> readJobs(
    std::shared_ptr<ZetaClient> client, JobQuery query, QStringList* warnings, CancellationToken token)
{
    Result<json::JobPage> running = co_await readList(client, u"running-jobs"_s, token);
    if (!running) {
        co_return failure(running.error());
    }
    std::vector<json::Job> jobs = std::move(running->jobs);
    int skipped = running->skipped;
    if (wantsEnded(query)) {
        Result<json::JobPage> ended = co_await readEnded(client, warnings, token);
        if (!ended && ended.error().kind != ErrorKind::Unsupported) {
            co_return failure(ended.error());
        }
        if (!ended) {
            warnings->append(JobTexts::tr("Jobs that have ended are missing: this version does not list them."));
        } else {
            skipped += ended->skipped;
            for (json::Job& job : ended->jobs) {
                if (std::ranges::find(jobs, job.id, &json::Job::id) == jobs.end()) {
                    jobs.push_back(std::move(job));
                }
            }
        }
    }
    if (skipped > 0) {
        warnings->append(JobTexts::tr("%n entry(s) of the server's list could not be read as jobs.", nullptr, skipped));
    }
    for (const json::Job& job : jobs) {
        client->learnZone(job.id, job.createTime);
    }
    // The texts sort as the times do; of one second, the later id is the later job.
    std::ranges::stable_sort(jobs, [](const json::Job& a, const json::Job& b) {
        return std::pair(a.createTime, a.id.toLongLong()) > std::pair(b.createTime, b.id.toLongLong());
    });
    co_return jobs;
}

QCoro::Task<Result<JobList>> ZetaJobs::jobs(JobQuery query, CancellationToken token)
{
    const std::shared_ptr<ZetaClient> client = m_client;
    JobList list;
    const auto jobs = co_await readJobs(client, query, &list.warnings, token);
    if (!jobs) {
        co_return failure(jobs.error());
    }
    for (const json::Job& job : *jobs) {
        JobSummary summary = json::summaryOf(job, client->zoneOffset());
        if (query.state && summary.state != *query.state) {
            continue;
        }
        if (query.limit > 0 && int(list.jobs.size()) >= query.limit) {
            break;
        }
        list.jobs.push_back(std::move(summary));
    }
    co_return list;
}

QCoro::Task<Result<JobDetail>> ZetaJobs::job(QString jobId, CancellationToken token)
{
    const std::shared_ptr<ZetaClient> client = m_client;
    const Result<json::Job> job = co_await readJob(client, jobId, token);
    if (!job) {
        co_return failure(job.error());
    }
    co_return detailOf(*job, *client, client->http(client->server()->dialect).redactor());
}

} // namespace millrace::seatunnel
