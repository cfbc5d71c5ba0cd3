// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/jobdetailcontroller.h"

#include "app/connectionpool.h"
#include "app/jobs/incidentbundle.h"
#include "app/logs/connectionshelf.h"
#include "app/logs/logshelf.h"
#include "core/checkpoints.h"
#include "core/jobcontrol.h"
#include "core/metrics.h"
#include "storage/connectionstore.h"
#include "storage/settings.h"
#include "widgets/common/messagebar.h"
#include "widgets/jobdetail/checkpointstab.h"
#include "widgets/jobdetail/flametab.h"
#include "widgets/jobdetail/joblogstab.h"
#include "widgets/jobdetail/metricstab.h"
#include "widgets/jobdetail/overviewtab.h"
#include "widgets/jobdetail/savepointstab.h"
#include "widgets/jobdetail/vertexpanel.h"
#include "widgets/logs/logspage.h"

#include <QFileDialog>
#include <QJsonArray>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t s_mostHistories = 20;
constexpr std::array s_kinds{MetricScope::Kind::Job, MetricScope::Kind::Vertex, MetricScope::Kind::Member};

QString choiceKey(MetricScope::Kind kind)
{
    switch (kind) {
    case MetricScope::Kind::Job:
        return u"jobs.metrics.job"_s;
    case MetricScope::Kind::Vertex:
        return u"jobs.metrics.vertex"_s;
    case MetricScope::Kind::Member:
        break;
    }
    return u"jobs.metrics.member"_s;
}

QStringList toTexts(const QJsonArray& array)
{
    QStringList texts;
    for (const QJsonValue& value : array) {
        texts.append(value.toString());
    }
    return texts;
}

} // namespace

JobDetailController::JobDetailController(Parts parts, JobDetailView* view, const JobDetailPace& pace, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_view(view), m_pace(pace)
{
    m_clock.start();
    m_timer.setInterval(pace.tick);
    connect(&m_timer, &QTimer::timeout, this, &JobDetailController::tick);
    for (const MetricScope::Kind kind : s_kinds) {
        m_view->metrics()->setChoice(kind, toTexts(m_parts.settings.value(choiceKey(kind)).toArray()));
    }
    connectView();
    connectTabs();
}

JobDetailController::~JobDetailController()
{
    m_cancel.cancel();
}

void JobDetailController::connectView()
{
    JobDetailView* view = m_view;
    connect(view, &JobDetailView::currentTabChanged, this, [this](JobTab tab) {
        if (isSeen()) {
            askTab(tab, true);
        }
    });
    connect(view, &JobDetailView::seenChanged, this, [this](bool seen) {
        if (seen && !m_key.isEmpty()) {
            tick();
            m_timer.start();
        } else {
            m_timer.stop();
        }
    });
    connect(view, &JobDetailView::retryRequested, this, &JobDetailController::refresh);
    connect(view, &JobDetailView::bundleRequested, this, &JobDetailController::chooseBundleFile);
    connect(view, &JobDetailView::expandToggled, this, &JobDetailController::expandToggled);
    connect(view, &JobDetailView::closeRequested, this, &JobDetailController::closeRequested);
    connect(view, &JobDetailView::restartRequested, this,
        [this](const QString& location) { Q_EMIT restartRequested(m_key, location); });
    connect(view, &JobDetailView::disposeRequested, this,
        [this](const QString& location) { Q_EMIT disposeRequested(m_key, location); });
    connect(view, &JobDetailView::openSqlRequested, this,
        [this](const QString& sql) { Q_EMIT openSqlRequested(m_key, sql); });
    connect(view, &JobDetailView::logOfFailureRequested, this,
        [this](const FailureGroup& group) { Q_EMIT logOfFailureRequested(m_key, group); });
}

void JobDetailController::connectTabs()
{
    connect(m_view->overview(), &OverviewTab::vertexSelected, this, [this](const QString& id) {
        if (!id.isEmpty()) {
            showBusyHistory();
            m_asked[AskSubtasks] = {};
            askSubtasks();
        }
    });
    connect(m_view->checkpoints(), &CheckpointsTab::checkpointChosen, this, [this] { askCheckpointTasks(); });
    connect(m_view->metrics(), &MetricsTab::scopeChosen, this, [this] {
        m_asked[AskNames] = {};
        m_asked[AskValues] = {};
        askNames();
    });
    connect(m_view->metrics(), &MetricsTab::choiceChanged, this, &JobDetailController::rememberChoice);
    connect(m_view->flameGraph(), &FlameTab::wanted, this, [this] {
        m_asked[AskFlame] = {};
        if (isSeen() && m_view->currentTab() == JobTab::FlameGraph) {
            m_view->flameGraph()->clearError();
            askFlame();
        }
    });
}

void JobDetailController::rememberChoice(MetricScope::Kind kind, const QStringList& names)
{
    m_parts.settings.setValue(choiceKey(kind), QJsonArray::fromStringList(names));
    askValues();
}

bool JobDetailController::isSeen() const
{
    return m_view && m_view->isVisible() && m_connection && !m_key.isEmpty();
}

void JobDetailController::show(const JobKey& key)
{
    if (key == m_key || !m_view) {
        return;
    }
    m_cancel.cancel();
    m_cancel = {};
    ++m_generation;
    m_asked = {};
    m_ticks = 0;
    m_key = key;
    m_connection.reset();
    delete m_shelf;
    m_shelf = nullptr;
    if (key.isEmpty()) {
        m_timer.stop();
        m_view->clear();
        return;
    }
    const auto profile = m_parts.connections.find(key.connectionId);
    const Backend* backend = profile ? m_parts.backends.find(profile->system) : nullptr;
    m_view->setSubject({.key = key,
        .connectionName = profile ? profile->name : QString(),
        .systemName = backend ? backend->displayName() : QString(),
        .environment = profile ? profile->environment : Environment::Development,
        .startedBy = {}});
    m_view->savepoints()->setReadOnly(profile && profile->readOnly);
    open(m_generation, key);
}

QCoro::Task<void> JobDetailController::open(quint64 generation, JobKey key)
{
    const QPointer guard(this);
    const auto connection = co_await m_parts.pool.connection(key.connectionId);
    if (!guard || generation != m_generation || !m_view) {
        co_return;
    }
    if (!connection) {
        m_view->setStale(connection.error());
        co_return;
    }
    m_connection = *connection;
    m_view->metrics()->setHistory(&history());
    setTabs();
    if (m_view->isVisible()) {
        tick();
        m_timer.start();
    }
}

void JobDetailController::setTabs()
{
    QSet<JobTab> tabs{JobTab::Overview, JobTab::Exceptions, JobTab::Configuration};
    const auto add = [&tabs](bool has, JobTab tab) {
        if (has) {
            tabs.insert(tab);
        }
    };
    const JobDetail& detail = m_view->detail();
    add(m_connection->checkpoints() != nullptr, JobTab::Checkpoints);
    add(m_connection->savepoints() != nullptr, JobTab::Savepoints);
    add(m_connection->jobLogs() != nullptr, JobTab::Logs);
    add(m_connection->metrics() != nullptr, JobTab::Metrics);
    add(m_connection->flameGraphs() != nullptr, JobTab::FlameGraph);
    add(!detail.timeline.empty(), JobTab::Timeline);
    add(!detail.sql.isEmpty(), JobTab::Sql);
    m_view->setTabs(tabs);
    if (Savepoints* savepoints = m_connection->savepoints()) {
        m_view->savepoints()->setLimits(savepoints->limits());
    }
}

void JobDetailController::refresh()
{
    if (!m_view || m_key.isEmpty()) {
        return;
    }
    if (!m_connection) {
        open(m_generation, m_key);
        return;
    }
    for (Asked& asked : m_asked) {
        asked.givenUp = false;
        asked.failures = 0;
        asked.notBefore = 0;
    }
    if (m_shelf && m_view->currentTab() == JobTab::Logs) {
        m_shelf->refresh();
    }
    m_ticks = 0;
    tick();
}

void JobDetailController::tick()
{
    if (!isSeen()) {
        return;
    }
    const bool slow = m_ticks++ % m_pace.slowTicks == 0;
    if (slow || m_view->currentTab() == JobTab::Overview) {
        askJob();
    }
    askTab(m_view->currentTab(), slow);
}

void JobDetailController::askTab(JobTab tab, bool slow)
{
    switch (tab) {
    case JobTab::Overview:
        askSubtasks();
        break;
    case JobTab::Checkpoints:
        askCheckpoints();
        askCheckpointTasks();
        break;
    case JobTab::Savepoints:
        if (slow) {
            askSavepoints();
        }
        break;
    case JobTab::Logs:
        openLogs();
        break;
    case JobTab::Metrics:
        if (slow) {
            askScopes();
            askNames();
        }
        askValues();
        break;
    case JobTab::FlameGraph:
        askFlame();
        break;
    default:
        break;
    }
}

void JobDetailController::openLogs()
{
    // The shelf follows what is open by itself.
    if (!m_shelf && m_connection->jobLogs()) {
        m_shelf = new ConnectionShelf(m_connection, m_key.jobId, this);
        bindLogs(*m_view->logs()->logs(), *m_shelf);
    }
}

bool JobDetailController::begin(Question question)
{
    Asked& asked = m_asked[question];
    if (asked.underWay || asked.givenUp || m_clock.elapsed() < asked.notBefore || !isSeen()
        || (m_view->isGone() && question != AskJob)) {
        return false;
    }
    asked.underWay = true;
    return true;
}

bool JobDetailController::end(Question question, const Error* error, JobTab tab)
{
    Asked& asked = m_asked[question];
    asked.underWay = false;
    if (!error) {
        asked.failures = 0;
        asked.lastAnswer = m_clock.elapsed();
        return true;
    }
    if (error->isCancelled()) {
        return false;
    }
    const bool isJob = question == AskJob;
    if (isJob && error->httpStatus == 404) {
        asked.givenUp = true;
        m_view->setGone();
        return false;
    }
    asked.givenUp = error->kind == ErrorKind::Unsupported || error->kind == ErrorKind::Auth;
    ++asked.failures;
    asked.notBefore =
        m_clock.elapsed() + std::min<qint64>(m_pace.lastRetry, qint64{m_pace.tick} << std::min(asked.failures, 10));
    if (isJob && error->kind != ErrorKind::Unsupported) {
        m_view->setStale(*error);
    } else if (JobTabPage* page = m_view->page(tab)) {
        page->showError(*error);
    }
    return false;
}

bool JobDetailController::isDue(Question question, qint64 everyMs) const
{
    const qint64 last = m_asked[question].lastAnswer;
    return last < 0 || m_clock.elapsed() - last >= everyMs;
}

MetricHistory& JobDetailController::history()
{
    const auto known =
        std::find_if(m_histories.begin(), m_histories.end(), [this](const auto& each) { return each.first == m_key; });
    if (known != m_histories.end()) {
        std::rotate(known, known + 1, m_histories.end());
    } else {
        if (m_histories.size() == s_mostHistories) {
            m_histories.erase(m_histories.begin());
        }
        m_histories.emplace_back(m_key, std::make_unique<MetricHistory>());
    }
    return *m_histories.back().second;
}

void JobDetailController::chooseBundleFile()
{
    const QString name = m_view->detail().summary.name.isEmpty() ? m_key.jobId : m_view->detail().summary.name;
    const QString path = QFileDialog::getSaveFileName(m_view, tr("Save the incident bundle"),
        incidentFileName(name, QDateTime::currentDateTime()), tr("Archives (*.zip)"));
    if (!path.isEmpty()) {
        writeBundle(path);
    }
}

void JobDetailController::writeBundle(const QString& path)
{
    if (!m_connection) {
        return;
    }
    IncidentRequest request{.connection = m_connection,
        .key = m_key,
        .path = path,
        .known = m_view->detail(),
        .systemName = m_view->subject().systemName,
        .sql = m_parts.statementOf ? m_parts.statementOf(m_key) : QString(),
        .metrics = history()};
    const auto operation = std::make_shared<Operation>(
        tr("Incident bundle of %1")
            .arg(request.known.summary.name.isEmpty() ? m_key.jobId : request.known.summary.name));
    Q_EMIT operationStarted(operation);
    connect(operation.get(), &Operation::finished, this, [this, path, operation = operation.get()] {
        if (!m_view) {
            return;
        }
        if (operation->state() == Operation::State::Succeeded) {
            m_view->messageBar()->showMessage({.text = tr("The incident bundle is written: %1").arg(path)});
        } else if (operation->error()) {
            m_view->messageBar()->showError(*operation->error());
        }
    });
    runIncidentBundle(operation, std::move(request));
}

} // namespace millrace
