// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/restartadvisor.h"

#include "app/jobs/scriptplan.h"
#include "core/checkpoints.h"
#include "core/connection.h"
#include "core/jobmonitor.h"
#include "models/planoperators.h"
#include "widgets/jobs/restartsheet.h"

#include <QPointer>

namespace millrace {

RestartAdvisor::RestartAdvisor(std::shared_ptr<Connection> connection, JobKey key, RestartSheet* sheet)
    : QObject(sheet), m_connection(std::move(connection)), m_key(std::move(key)), m_sheet(sheet)
{
    connect(m_sheet, &RestartSheet::plansWanted, this, &RestartAdvisor::compare);
    findFailedCheckpoints();
}

RestartAdvisor::~RestartAdvisor()
{
    m_comparing.cancel();
    m_looking.cancel();
}

QCoro::Task<void> RestartAdvisor::compare(QString before, QString after)
{
    m_comparing.cancel();
    m_comparing = CancellationSource();
    const CancellationToken token = m_comparing.token();
    const QPointer guard(this);
    RestartComparison* shown = m_sheet->comparison();
    if (!m_connection->planExplainer()) {
        shown->setNoPlans(tr("This system explains no plans: whether the state fits shows when the job starts."));
        co_return;
    }
    shown->setPlansBusy(
        before.isEmpty() ? tr("Reading the plan of the job…") : tr("Having the SQL of the savepoint explained…"));
    // Two awaits and no conditional expression: GCC 12 destroys the temporaries of that one twice.
    Result<Graph> old = failure(Error::cancelled());
    if (before.isEmpty()) {
        old = co_await planOfJob(token);
    } else {
        old = co_await planOf(before, token);
    }
    if (!guard || token.isCancelled()) {
        co_return;
    }
    if (!old) {
        shown->setPlansUnknown(before.isEmpty()
                ? tr("the SQL of the savepoint is not known, and no plan of its job either.")
                : tr("the SQL of the savepoint cannot be explained here: %1").arg(old.error().message));
        co_return;
    }
    shown->setPlansBusy(tr("Having the SQL to go on with explained…"));
    const Result<Graph> next = co_await planOf(after, token);
    if (!guard || token.isCancelled()) {
        co_return;
    }
    if (!next) {
        shown->setPlansUnknown(tr("the SQL to go on with cannot be explained: %1").arg(next.error().message));
        co_return;
    }
    shown->setPlans({*old, *next});
}

QCoro::Task<Result<Graph>> RestartAdvisor::planOf(QString sql, CancellationToken token)
{
    if (m_plans.contains(sql)) {
        co_return m_plans.value(sql);
    }
    const QPointer guard(this);
    const auto connection = m_connection;
    Result<Graph> plan = co_await planOfScript(connection, sql, token);
    if (guard && plan) {
        m_plans.insert(sql, *plan);
    }
    co_return plan;
}

QCoro::Task<Result<Graph>> RestartAdvisor::planOfJob(CancellationToken token)
{
    const auto connection = m_connection;
    const QString id = m_key.jobId;
    if (!connection->jobMonitor()) {
        co_return failure(ErrorKind::Unsupported, tr("This connection shows no jobs."));
    }
    const auto detail = co_await connection->jobMonitor()->job(id, token);
    if (!detail) {
        co_return failure(detail.error());
    }
    if (detail->graph.isEmpty()) {
        co_return failure(ErrorKind::Unsupported, tr("The server shows no plan of this job."));
    }
    co_return operatorsOf(detail->graph);
}

QCoro::Task<void> RestartAdvisor::findFailedCheckpoints()
{
    const auto connection = m_connection;
    if (!connection->checkpoints()) {
        co_return;
    }
    const QPointer guard(this);
    const QString id = m_key.jobId;
    const CancellationToken token = m_looking.token();
    const auto overview = co_await connection->checkpoints()->overview(id, token);
    if (!guard || !overview) {
        co_return; // a help only: what can be chosen is there without it
    }
    std::vector<Checkpoint> failed;
    for (const Checkpoint& checkpoint : overview->history) {
        if (checkpoint.state == Checkpoint::State::Failed) {
            failed.push_back(checkpoint);
        }
    }
    m_sheet->setFailedCheckpoints(std::move(failed));
}

} // namespace millrace
