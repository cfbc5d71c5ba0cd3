// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that belong to the server: they go on when the tab leaves them, and can be watched again.
#include "app/scriptsession.h"

#include "core/lastingruns.h"
#include "results/resultstore.h"

#include <algorithm>
#include <utility>

namespace millrace {

namespace {

/// The side of the run's session that lets it go; null when the run cannot outlive it.
LastingRuns* lastingOf(const StatementRun& run)
{
    return run.session() ? run.session()->lastingRuns() : nullptr;
}

/// Whether it goes on when the session is left. One that is being cancelled was given up by the person.
bool goesOn(const StatementRun& run)
{
    return run.isActive() && run.state() != RunState::Cancelling && !run.info().jobId.isEmpty() && lastingOf(run);
}

} // namespace

bool ScriptSession::runsOutliveIt() const
{
    return std::ranges::all_of(m_runs, [](const StatementRun* run) { return !run->isActive() || goesOn(*run); });
}

std::vector<const StatementRun*> ScriptSession::lastingRuns() const
{
    std::vector<const StatementRun*> lasting;
    std::ranges::copy_if(
        m_runs, std::back_inserter(lasting), [](const StatementRun* run) { return run->isLetGo() || goesOn(*run); });
    return lasting;
}

StatementRun* ScriptSession::resume(const ScriptStatement& statement, const QString& jobId, const RunOptions& options)
{
    StatementRun* run = addRun(statement, options);
    run->setResumedJob(jobId);
    runSequence({QPointer(run)}, options);
    return run;
}

QCoro::Task<Result<RunSummary>> ScriptSession::watchAgain(
    QPointer<StatementRun> run, std::shared_ptr<SqlSession> session, RunRequest request)
{
    LastingRuns* lasting = session->lastingRuns();
    if (!lasting) {
        co_return failure(ErrorKind::Unsupported, tr("This connection cannot watch a job again: look for it in Jobs."));
    }
    const QString jobId = run->resumedJob();
    const std::shared_ptr<ResultStore> store = run->store();
    const CancellationToken token = run->operation()->cancellation();
    co_return co_await lasting->resume(jobId, std::move(request), store, token);
}

void ScriptSession::letRunsGo()
{
    for (StatementRun* run : m_runs) {
        if (goesOn(*run)) {
            lastingOf(*run)->letGo(run->info().jobId);
            run->letGo();
        }
    }
}

void ScriptSession::leave()
{
    if (activeRuns() == 0 || !runsOutliveIt()) {
        drop();
        return;
    }
    // The runs hold what they need of the session; only the next ones begin in another.
    m_lifetime.cancel();
    if (m_session) {
        m_session->disconnect(this);
        m_session.reset();
    }
    forgetPlace();
}

} // namespace millrace
