// SPDX-License-Identifier: GPL-3.0-or-later
// What PlanController compares, and where it gets it from.
#include "app/connectionpool.h"
#include "app/dialogs.h"
#include "app/editorcontroller.h"
#include "app/mainwindow.h"
#include "app/plans/plancontroller.h"
#include "app/services.h"
#include "backends/flink/planfile.h"
#include "core/jobmonitor.h"
#include "models/planoperators.h"
#include "sql/outline.h"
#include "storage/historystore.h"
#include "widgets/panels/bottomdock.h"
#include "widgets/panels/plandiffview.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// How many statements of the history are offered.
constexpr int s_offeredStatements = 20;

} // namespace

void PlanController::compare()
{
    offerComparison();
}

QCoro::Task<void> PlanController::offerComparison()
{
    const QPointer guard(this);
    ScriptTab* tab = m_editors.current();
    std::vector<PlanSource> sources = knownSources();
    if (tab && !tab->target().connectionId.isEmpty()) {
        m_work.cancel();
        m_work = CancellationSource();
        m_view->setBusy(tr("looking for running jobs"));
        const std::vector<PlanSource> jobs = co_await runningJobs(tab->target().connectionId);
        if (!guard) {
            co_return;
        }
        m_view->setBusy({});
        std::ranges::copy(jobs, std::back_inserter(sources));
    }
    sources.push_back({PlanSource::Kind::File, {}, tr("A plan file …"), {}});
    auto* dialog = new PlanCompareDialog(sources, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PlanCompareDialog::chosen, this, &PlanController::compareSources);
    dialog->open();
}

std::vector<PlanSource> PlanController::knownSources()
{
    std::vector<PlanSource> sources;
    ScriptTab* tab = m_editors.current();
    const TabPlans& plans = m_plans[tab];
    const auto add = [&sources](const Entry& entry) {
        sources.push_back({PlanSource::Kind::Explained, entry.plan.id, entry.plan.title, {}});
    };
    // The one that is shown first: it is the new plan.
    for (const Entry& entry : plans.entries) {
        if (entry.plan.id == plans.current) {
            add(entry);
        }
    }
    for (const Entry& entry : plans.entries) {
        if (entry.plan.id != plans.current) {
            add(entry);
        }
    }
    m_historyStatements.clear();
    if (!tab) {
        return sources;
    }
    const auto page = m_services.history->page({.text = {}, .connectionId = tab->target().connectionId});
    for (const HistoryEntry& entry : page.value_or(std::vector<HistoryEntry>())) {
        const bool isKnown = m_historyStatements.values().contains(entry.statement);
        if (sql::isExplainable(sql::kindOf(entry.statement)) && !isKnown
            && m_historyStatements.size() < s_offeredStatements) {
            const QString id = QString::number(entry.id);
            m_historyStatements.insert(id, entry.statement);
            sources.push_back(
                {PlanSource::Kind::History, id, sql::shortTitle(entry.statement), tab->target().connectionId});
        }
    }
    return sources;
}

QCoro::Task<std::vector<PlanSource>> PlanController::runningJobs(QString connectionId)
{
    std::vector<PlanSource> sources;
    const CancellationToken token = m_work.token();
    const auto connection = co_await m_services.pool->connection(connectionId);
    JobMonitor* monitor = connection ? (*connection)->jobMonitor() : nullptr;
    if (!monitor) {
        co_return sources;
    }
    const std::shared_ptr<Connection> held = *connection;
    JobQuery query{.state = JobState::Running, .limit = 50};
    const auto jobs = co_await monitor->jobs(std::move(query), token);
    if (jobs) {
        for (const JobSummary& job : jobs->jobs) {
            sources.push_back({PlanSource::Kind::Job, job.id, job.name.isEmpty() ? job.id : job.name, connectionId});
        }
    }
    co_return sources;
}

QCoro::Task<void> PlanController::compareSources(PlanSource before, PlanSource after)
{
    const QPointer guard(this);
    m_work.cancel();
    m_work = CancellationSource();
    m_view->clearMessage();
    m_view->setBusy(tr("comparing"));
    const Result<NamedPlan> oldPlan = co_await planOf(before);
    if (!guard) {
        co_return;
    }
    if (!oldPlan) {
        showError(oldPlan.error());
        co_return;
    }
    const Result<NamedPlan> newPlan = co_await planOf(after);
    if (!guard) {
        co_return;
    }
    if (!newPlan) {
        showError(newPlan.error());
        co_return;
    }
    m_view->setBusy({});
    openDock();
    m_view->showDiff(*oldPlan, *newPlan);
}

QCoro::Task<Result<NamedPlan>> PlanController::planOf(PlanSource source)
{
    if (source.kind == PlanSource::Kind::Job) {
        co_return co_await planOfJob(std::move(source));
    }
    if (source.kind == PlanSource::Kind::History) {
        co_return co_await planOfStatement(std::move(source));
    }
    if (source.kind == PlanSource::Kind::File) {
        const QString path = source.id.isEmpty()
            ? QFileDialog::getOpenFileName(&m_window, tr("Open a plan"), {}, tr("Plans (*.json *.txt);;All files (*)"))
            : source.id;
        co_return planOfFile(path);
    }
    for (const TabPlans& plans : std::as_const(m_plans)) {
        for (const Entry& entry : plans.entries) {
            if (entry.plan.id == source.id) {
                co_return NamedPlan{entry.plan.title, entry.plan.explanation->graph};
            }
        }
    }
    co_return failure(ErrorKind::Usage, tr("This plan is gone: explain its statement again."));
}

QCoro::Task<Result<NamedPlan>> PlanController::planOfJob(PlanSource source)
{
    const CancellationToken token = m_work.token();
    const auto connection = co_await m_services.pool->connection(source.connectionId);
    if (!connection) {
        co_return failure(connection.error());
    }
    const std::shared_ptr<Connection> held = *connection;
    JobMonitor* monitor = held->jobMonitor();
    if (!monitor) {
        co_return failure(ErrorKind::Unsupported, tr("This connection shows no jobs."));
    }
    const auto detail = co_await monitor->job(source.id, token);
    if (!detail) {
        co_return failure(detail.error());
    }
    co_return NamedPlan{source.title, operatorsOf(detail->graph)};
}

QCoro::Task<Result<NamedPlan>> PlanController::planOfStatement(PlanSource source)
{
    const CancellationToken token = m_work.token();
    ScriptTab* tab = m_editors.current();
    if (!tab) {
        co_return failure(ErrorKind::Usage, tr("Open a script on the connection first: its session explains."));
    }
    const bool streaming = tab->target().streaming;
    const auto explanation = co_await tab->session()->explain(m_historyStatements.value(source.id), streaming, token);
    if (!explanation) {
        co_return failure(explanation.error());
    }
    co_return NamedPlan{source.title, explanation->graph};
}

Result<NamedPlan> PlanController::planOfFile(const QString& path)
{
    if (path.isEmpty()) {
        return failure(Error::cancelled());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Storage, tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    }
    const auto explanation = flink::readPlanFile(file.readAll());
    if (!explanation) {
        return failure(explanation.error());
    }
    return NamedPlan{QFileInfo(path).fileName(), operatorsOf(explanation->graph)};
}

} // namespace millrace
