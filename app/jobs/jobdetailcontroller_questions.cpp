// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of a job's detail and where their answers go. Each one: ask only when it is time, and look after the
// answer whether anybody still wants it.
#include "app/jobs/jobdetailcontroller.h"

#include "core/checkpoints.h"
#include "core/jobcontrol.h"
#include "core/metrics.h"
#include "widgets/jobdetail/checkpointstab.h"
#include "widgets/jobdetail/flametab.h"
#include "widgets/jobdetail/flameview.h"
#include "widgets/jobdetail/metricstab.h"
#include "widgets/jobdetail/overviewtab.h"
#include "widgets/jobdetail/savepointstab.h"
#include "widgets/jobdetail/vertexpanel.h"

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 s_flamePause = 10'000;
constexpr int s_taskPause = 200;

template <typename T> const Error* errorOf(const Result<T>& answer)
{
    return answer ? nullptr : &answer.error();
}

} // namespace

/// What a question needs while its answer is on the way: the controller, its view and even the connection may be gone
/// or be about another job when it comes.
struct JobDetailController::Asking {
    explicit Asking(JobDetailController& controller)
        : guard(&controller), generation(controller.m_generation), connection(controller.m_connection),
          jobId(controller.m_key.jobId), token(controller.m_cancel.token())
    {
    }

    [[nodiscard]] bool isWanted() const { return guard && guard->m_generation == generation && guard->m_view; }

    QPointer<JobDetailController> guard;
    quint64 generation;
    std::shared_ptr<Connection> connection;
    QString jobId;
    CancellationToken token;
};

QCoro::Task<void> JobDetailController::askJob()
{
    if (!begin(AskJob)) {
        co_return;
    }
    const Asking asking(*this);
    if (!asking.connection->jobMonitor()) {
        co_return;
    }
    auto answer = co_await asking.connection->jobMonitor()->job(asking.jobId, asking.token);
    if (!asking.isWanted() || !end(AskJob, errorOf(answer), JobTab::Overview)) {
        co_return;
    }
    if (answer->sql.isEmpty() && m_parts.statementOf) {
        answer->sql = m_parts.statementOf(m_key);
    }
    m_view->setFresh();
    m_view->setDetail(*answer);
    setTabs();
    setBusyHistory(*answer);
}

void JobDetailController::setBusyHistory(const JobDetail& detail)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    MetricHistory& kept = history();
    for (const VertexStatus& status : detail.vertices) {
        kept.append({.kind = MetricScope::Kind::Vertex, .id = status.id, .name = u"busy"_s}, now, status.busy);
        kept.append({.kind = MetricScope::Kind::Vertex, .id = status.id, .name = u"backpressured"_s}, now,
            status.backpressured);
    }
    showBusyHistory();
}

void JobDetailController::showBusyHistory()
{
    VertexPanel* panel = m_view->overview()->vertexPanel();
    const QString id = m_view->overview()->currentVertex();
    if (!id.isEmpty()) {
        const MetricHistory& kept = history();
        panel->setBusySeries(kept.series({.kind = MetricScope::Kind::Vertex, .id = id, .name = u"busy"_s}),
            kept.series({.kind = MetricScope::Kind::Vertex, .id = id, .name = u"backpressured"_s}));
    }
}

QCoro::Task<void> JobDetailController::askSubtasks()
{
    const QString vertex = m_view->overview()->currentVertex();
    if (vertex.isEmpty() || !m_connection || !m_connection->vertexInspector() || !begin(AskSubtasks)) {
        co_return;
    }
    const Asking asking(*this);
    const auto answer = co_await asking.connection->vertexInspector()->subtasks(asking.jobId, vertex, asking.token);
    if (!asking.isWanted() || vertex != m_view->overview()->currentVertex()) {
        co_return;
    }
    Asked& asked = m_asked[AskSubtasks];
    asked.underWay = false;
    if (answer) {
        m_view->overview()->vertexPanel()->setSubtasks(*answer);
    } else if (!answer.error().isCancelled()) {
        // The panel says it: the rest of the tab is as good as before.
        asked.givenUp = answer.error().kind == ErrorKind::Unsupported;
        m_view->overview()->vertexPanel()->setSubtasksError(answer.error());
    }
}

QCoro::Task<void> JobDetailController::askCheckpoints()
{
    if (!m_connection || !m_connection->checkpoints() || !begin(AskCheckpoints)) {
        co_return;
    }
    const Asking asking(*this);
    const auto answer = co_await asking.connection->checkpoints()->overview(asking.jobId, asking.token);
    if (!asking.isWanted() || !end(AskCheckpoints, errorOf(answer), JobTab::Checkpoints)) {
        co_return;
    }
    m_view->checkpoints()->setOverview(*answer);
}

QCoro::Task<void> JobDetailController::askCheckpointTasks()
{
    const auto checkpoint = m_view->checkpoints()->wantedTasks();
    if (!checkpoint || !m_connection || !m_connection->checkpoints() || !begin(AskCheckpointTasks)) {
        co_return;
    }
    const Asking asking(*this);
    const auto answer = co_await asking.connection->checkpoints()->tasks(asking.jobId, *checkpoint, asking.token);
    if (!asking.isWanted()) {
        co_return;
    }
    Asked& asked = m_asked[AskCheckpointTasks];
    asked.underWay = false;
    if (answer) {
        m_view->checkpoints()->setTasks(*checkpoint, *answer);
        // The charts fill up one by one, without a burst of questions.
        QTimer::singleShot(s_taskPause, this, &JobDetailController::askMoreTasks);
    } else if (!answer.error().isCancelled()) {
        // Older ones are forgotten by the server: no reason to stop asking for the others.
        asked.givenUp = answer.error().kind == ErrorKind::Unsupported;
        m_view->checkpoints()->setTasksError(*checkpoint, answer.error());
    }
}

void JobDetailController::askMoreTasks()
{
    if (m_view && m_view->currentTab() == JobTab::Checkpoints) {
        askCheckpointTasks();
    }
}

QCoro::Task<void> JobDetailController::askSavepoints()
{
    if (!m_connection || !m_connection->savepoints() || !begin(AskSavepoints)) {
        co_return;
    }
    const Asking asking(*this);
    const auto answer = co_await asking.connection->savepoints()->savepoints(asking.jobId, asking.token);
    if (!asking.isWanted() || !end(AskSavepoints, errorOf(answer), JobTab::Savepoints)) {
        co_return;
    }
    m_view->savepoints()->setSavepoints(*answer);
    m_view->setTabCount(JobTab::Savepoints, static_cast<int>(answer->size()));
}

QCoro::Task<void> JobDetailController::askScopes()
{
    if (!m_connection || !m_connection->metrics() || !begin(AskScopes)) {
        co_return;
    }
    const Asking asking(*this);
    auto answer = co_await asking.connection->metrics()->scopes(asking.jobId, asking.token);
    if (!asking.isWanted() || !end(AskScopes, errorOf(answer), JobTab::Metrics)) {
        co_return;
    }
    // The members are an extra: a job's own metrics show without them.
    const QString noJob;
    const auto members = co_await asking.connection->metrics()->scopes(noJob, asking.token);
    if (!asking.isWanted()) {
        co_return;
    }
    if (members) {
        answer->insert(answer->end(), members->begin(), members->end());
    }
    m_view->metrics()->setScopes(*answer);
}

QCoro::Task<void> JobDetailController::askNames()
{
    const auto scope = m_view->metrics()->currentScope();
    if (!scope || !m_connection || !m_connection->metrics() || !begin(AskNames)) {
        co_return;
    }
    const Asking asking(*this);
    const auto answer = co_await asking.connection->metrics()->names(*scope, asking.token);
    if (!asking.isWanted() || m_view->metrics()->currentScope() != scope
        || !end(AskNames, errorOf(answer), JobTab::Metrics)) {
        co_return;
    }
    m_view->metrics()->setNames(*scope, *answer);
    askValues();
}

QCoro::Task<void> JobDetailController::askValues()
{
    const auto scope = m_view->metrics()->currentScope();
    const QStringList names = m_view->metrics()->wantedNames();
    if (!scope || names.isEmpty() || !m_connection || !m_connection->metrics() || !begin(AskValues)) {
        co_return;
    }
    const Asking asking(*this);
    const auto answer = co_await asking.connection->metrics()->values(*scope, names, asking.token);
    if (!asking.isWanted() || m_view->metrics()->currentScope() != scope
        || !end(AskValues, errorOf(answer), JobTab::Metrics)) {
        co_return;
    }
    history().append(*scope, *answer, QDateTime::currentMSecsSinceEpoch());
    m_view->metrics()->refreshCharts();
}

QCoro::Task<void> JobDetailController::askFlame()
{
    FlameTab* tab = m_view->flameGraph();
    const QString vertex = tab->currentVertex();
    const FlameGraphs::Kind kind = tab->currentKind();
    const bool waits = tab->view()->graph().isEmpty();
    if (vertex.isEmpty() || !m_connection || !m_connection->flameGraphs() || (!waits && !isDue(AskFlame, s_flamePause))
        || !begin(AskFlame)) {
        co_return;
    }
    const Asking asking(*this);
    auto answer = co_await asking.connection->flameGraphs()->flameGraph(asking.jobId, vertex, kind, asking.token);
    if (!asking.isWanted() || tab->currentVertex() != vertex || tab->currentKind() != kind
        || !end(AskFlame, errorOf(answer), JobTab::FlameGraph)) {
        co_return;
    }
    tab->setFlameGraph(vertex, kind, std::move(*answer));
}

} // namespace millrace
