// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobscommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/joboutput.h"
#include "app/cli/output.h"
#include "app/cli/targets.h"
#include "app/cli/taskrunner.h"
#include "backends/http/pause.h"
#include "core/jobmonitor.h"

#include <QCoreApplication>
#include <QHash>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_command = QLatin1StringView("jobs");

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(JobsCommand)
};

struct JobsArguments {
    std::vector<Target> targets;
    JobQuery query;
    bool asJson = false;
    bool watches = false;
    bool isChosen = false; ///< the connection was named, so that one without jobs is wrong usage
    std::chrono::seconds interval{2};
};

/// A connection that is open, or the reason why it is not.
struct OpenTarget {
    ConnectionProfile profile;
    std::shared_ptr<Connection> connection;
};

/// What one round over all connections gave.
struct Round {
    std::vector<ListedJob> jobs;
    QStringList complaints; ///< one line per connection that did not answer, and per warning
    int answered = 0;
    int status = Done; ///< of the last one that did not answer
};

QCoro::Task<Result<JobList>> jobsOf(std::shared_ptr<Connection> connection, JobQuery query, CancellationToken token)
{
    auto list = co_await connection->jobMonitor()->jobs(query, token);
    co_return list;
}

void append(Round& round, const ConnectionProfile& profile, const JobQuery& query, Result<JobList> list)
{
    if (!list) {
        if (!list.error().isCancelled()) {
            round.complaints << u"%1: %2"_s.arg(profile.name, list.error().message);
        }
        round.status = exitStatusOf(list.error());
        return;
    }
    ++round.answered;
    for (const QString& warning : list->warnings) {
        round.complaints << u"%1: %2"_s.arg(profile.name, warning);
    }
    for (JobSummary& summary : list->jobs) {
        // The server filters where it can; what it cannot is left out here.
        if (!query.state || summary.state == *query.state) {
            round.jobs.push_back({profile.system, profile.name, std::move(summary)});
        }
    }
}

/// Asks all connections at the same time.
QCoro::Task<Round> askAll(std::vector<OpenTarget> targets, JobQuery query, CancellationToken token)
{
    std::vector<QCoro::Task<Result<JobList>>> tasks;
    for (const OpenTarget& target : targets) {
        tasks.push_back(jobsOf(target.connection, query, token));
    }
    Round round;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        auto list = co_await tasks[i];
        append(round, targets[i].profile, query, std::move(list));
    }
    co_return round;
}

/// Opens all of them; complains about those that cannot be opened.
QCoro::Task<std::vector<OpenTarget>> openAll(
    const JobsArguments& arguments, const BackendRegistry& backends, int& status)
{
    std::vector<OpenTarget> open;
    for (const Target& target : arguments.targets) {
        auto connection = co_await openTarget(target, backends);
        if (!connection) {
            complain(u"%1: %2"_s.arg(target.profile.name, connection.error().message));
            status = exitStatusOf(connection.error());
        } else if ((*connection)->jobMonitor()) {
            open.push_back({target.profile, *connection});
        } else if (arguments.isChosen) {
            complain(Texts::tr("%1 has no jobs that could be listed.").arg(target.profile.name));
            status = Usage;
        }
    }
    co_return open;
}

/// What is the same on stderr is said once.
void tellNew(const QStringList& complaints, QStringList& told)
{
    for (const QString& complaint : complaints) {
        if (!told.contains(complaint)) {
            complain(complaint);
        }
    }
    told = complaints;
}

/// Prints one round after the other: on a terminal in place, otherwise only what is new.
class Watcher {
public:
    Watcher(Output& output, bool asJson) : m_output(output), m_asJson(asJson) { }

    void show(const std::vector<ListedJob>& jobs)
    {
        if (m_asJson || !m_output.isTerminal()) {
            appendChanges(jobs);
        } else {
            m_output.write(u"\x1b[H\x1b[2J"_s + jobsAsTable(jobs));
        }
        m_output.flush();
    }

private:
    void appendChanges(const std::vector<ListedJob>& jobs)
    {
        std::vector<ListedJob> changed;
        for (const ListedJob& job : jobs) {
            // Time goes by: only that is no change.
            ListedJob timeless = job;
            timeless.summary.durationMs = -1;
            const QString line = jobAsJsonLine(timeless);
            QString& before = m_before[job.connection + u'\n' + job.summary.id];
            if (before != line) {
                before = line;
                changed.push_back(job);
            }
        }
        if (m_asJson) {
            for (const ListedJob& job : changed) {
                m_output.write(jobAsJsonLine(job) + u'\n');
            }
        } else if (!changed.empty()) {
            const QString table = jobsAsTable(changed);
            m_output.write(m_hasHead ? table.sliced(table.indexOf(u'\n') + 1) : table);
            m_hasHead = true;
        }
    }

    Output& m_output;
    bool m_asJson = false;
    bool m_hasHead = false;
    QHash<QString, QString> m_before;
};

QCoro::Task<int> watch(
    const JobsArguments& arguments, std::vector<OpenTarget> targets, Round round, CancellationToken token)
{
    const auto output = Output::open({});
    Watcher watcher(**output, arguments.asJson);
    QStringList told;
    tellNew(round.complaints, told);
    while (!token.isCancelled() && !(*output)->isBroken()) {
        watcher.show(round.jobs);
        co_await pauseFor(arguments.interval, token);
        Round next = co_await askAll(targets, arguments.query, token);
        tellNew(next.complaints, told);
        if (next.answered > 0) {
            round = std::move(next);
        }
        (*output)->checkReader();
    }
    co_return token.isCancelled() ? int(Cancelled) : int(Done);
}

QCoro::Task<int> listJobs(const JobsArguments& arguments, const BackendRegistry& backends, CancellationToken token)
{
    int status = Done;
    const std::vector<OpenTarget> targets = co_await openAll(arguments, backends, status);
    if (targets.empty()) {
        if (status == Done) {
            complain(Texts::tr("None of the saved connections has jobs that could be listed."));
        }
        co_return status == Done ? int(Usage) : status;
    }
    Round round = co_await askAll(targets, arguments.query, token);
    if (token.isCancelled()) {
        co_return Cancelled;
    }
    if (round.answered == 0) {
        QStringList told;
        tellNew(round.complaints, told);
        co_return arguments.isChosen ? round.status : int(NoConnection);
    }
    if (arguments.watches) {
        co_return co_await watch(arguments, targets, std::move(round), token);
    }
    QStringList told;
    tellNew(round.complaints, told);
    co_return printText(arguments.asJson ? jobsAsJson(round.jobs) : jobsAsTable(round.jobs));
}

void addOptions(QCommandLineParser& parser, const BackendRegistry& backends)
{
    parser.setApplicationDescription(
        Texts::tr("Lists jobs: of one connection, or of all saved ones when none is named.\n"
                  "A connection that does not answer is named on stderr; with 3 it ends when none did."));
    addTargetOptions(parser, backends);
    parser.addOption({u"state"_s,
        Texts::tr("Only jobs in this state: pending, running, restarting, stopping, finished, cancelled, failed, "
                  "suspended or unknown."),
        u"STATE"_s});
    parser.addOption({u"format"_s, Texts::tr("table or json."), u"table|json"_s, u"table"_s});
    parser.addOption({u"watch"_s,
        Texts::tr(
            "Asks again and again until Ctrl+C: a table in place on a terminal, otherwise each job that is new or "
            "has changed, as a line.")});
    parser.addOption({u"interval"_s, Texts::tr("Seconds between two rounds of --watch."), u"S"_s, u"2"_s});
}

std::optional<JobsArguments> readJobsArguments(
    const QCommandLineParser& parser, const BackendRegistry& backends, int& status)
{
    JobsArguments jobs;
    const auto format = choiceOf(parser, s_command, u"format"_s, {u"table"_s, u"json"_s});
    const auto interval = numberOf(parser, s_command, u"interval"_s, 2);
    if (!format || !interval) {
        return std::nullopt;
    }
    if (!parser.positionalArguments().isEmpty()) {
        wrongUsage(s_command, Texts::tr("“%1” is too much.").arg(parser.positionalArguments().constFirst()));
        return std::nullopt;
    }
    if (parser.isSet(u"state"_s)) {
        jobs.query.state = jobStateFromId(parser.value(u"state"_s));
        if (!jobs.query.state) {
            wrongUsage(s_command, Texts::tr("“%1” is no state of a job.").arg(parser.value(u"state"_s)));
            return std::nullopt;
        }
    }
    auto targets = targetsFrom(parser, backends);
    if (!targets) {
        status = failWith(targets.error());
        return std::nullopt;
    }
    jobs.targets = std::move(*targets);
    jobs.asJson = *format == u"json";
    jobs.watches = parser.isSet(u"watch"_s);
    jobs.isChosen = namesTarget(parser);
    jobs.interval = std::chrono::seconds(*interval);
    return jobs;
}

} // namespace

int jobsCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    addOptions(parser, backends);
    if (const auto ended = readArguments(parser, arguments)) {
        return *ended;
    }
    int status = Usage;
    const auto jobs = readJobsArguments(parser, backends, status);
    if (!jobs) {
        return status;
    }
    return runTask([&](CancellationToken token) { return listJobs(*jobs, backends, token); });
}

} // namespace millrace::cli
