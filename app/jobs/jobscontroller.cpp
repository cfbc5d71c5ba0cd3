// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/jobscontroller.h"

#include "app/actionregistry.h"
#include "app/connectionscontroller.h"
#include "app/editorcontroller.h"
#include "app/jobs/jobactions.h"
#include "app/jobs/jobdetailcontroller.h"
#include "app/jobs/joborigins.h"
#include "app/jobs/jobpolling.h"
#include "app/jobs/jobwatcher.h"
#include "app/jobs/ledgerkeeper.h"
#include "app/jobs/restartcontroller.h"
#include "app/jobs/savepointscontroller.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "models/jobtablemodel.h"
#include "storage/connectionstore.h"
#include "storage/savepointledger.h"
#include "storage/settings.h"
#include "widgets/common/activitybar.h"
#include "widgets/common/messagebar.h"
#include "widgets/jobs/freshnessstrip.h"
#include "widgets/jobs/jobfilterbar.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/jobs/jobstable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QMenu>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_clockMs = 1000;
constexpr int s_refilterTicks = 60;
constexpr int s_ledgerTicks = 20; ///< the keeper asks each job once a minute at most

} // namespace

JobsController::JobsController(MainWindow& window, EditorController& editors, Services& services, QObject* parent)
    : QObject(parent), m_window(window), m_editors(editors), m_services(services), m_table(new JobTable(this)),
      m_model(new JobTableModel(*m_table, this)),
      m_polling(new JobPolling(services.backends, *services.connections, *services.pool, *m_table, {}, this)),
      m_origins(new JobOrigins(&editors, *services.history, this)),
      m_keeper(new LedgerKeeper(*services.ledger, *services.connections, *services.pool, *m_table, *m_origins, this)),
      m_actions(new JobActions({.connections = *services.connections,
                                   .pool = *services.pool,
                                   .table = *m_table,
                                   .polling = *m_polling,
                                   .keeper = *m_keeper,
                                   .ledger = *services.ledger},
          this)),
      m_watcher(new JobWatcher(*m_table, this)), m_page(new JobsPage)
{
    window.addFullPage(u"jobs"_s, "view-list-details"_L1, tr("Jobs"), m_page);
    m_page->setModel(m_model);
    m_restart = new RestartController({.actions = *m_actions,
                                          .origins = *m_origins,
                                          .keeper = *m_keeper,
                                          .polling = *m_polling,
                                          .table = *m_table,
                                          .editors = editors,
                                          .services = services},
        this);
    m_savepoints = new SavepointsController(window, *m_actions, *m_restart, services, this);
    connectPage();
    connectDetail();
    connectActions();
    connectKeeping();
    restore();
    updateActions();
}

JobsController::~JobsController()
{
    m_polling->stop();
}

void JobsController::connectPage()
{
    connect(m_page, &JobsPage::chosenJobsChanged, this, &JobsController::updateActions);
    connect(m_page, &JobsPage::currentJobChanged, this, [this](const JobKey& key) { m_keeper->look(key); });
    connect(m_page, &JobsPage::refreshRequested, m_polling, qOverload<>(&JobPolling::refresh));
    connect(m_page->freshness(), &FreshnessStrip::refreshRequested, m_polling,
        qOverload<const QString&>(&JobPolling::refresh));
    connect(
        m_page, &JobsPage::addConnectionRequested, m_window.actions().action("connection.add"_L1), &QAction::trigger);
    connect(m_page, &JobsPage::menuRequested, this, [this](const QPoint& place) {
        auto* menu = new QMenu(m_page);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        menu->popup(place);
    });
    connect(m_window.activityBar(), &ActivityBar::currentChanged, this, &JobsController::updateAttention);
    connect(&m_window, &MainWindow::activated, this, &JobsController::updateAttention);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &JobsController::updateAttention);
    connect(m_table, &JobTable::changed, this, [this] {
        updateActions();
        if (!m_wanted.isEmpty() && m_model->rowOf(m_wanted) >= 0) {
            m_page->setCurrentJob(std::exchange(m_wanted, {}));
        }
    });
    connect(m_table, &JobTable::sourceChanged, this, &JobsController::updateActions);
    m_clock.setInterval(s_clockMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_table->setNow(QDateTime::currentDateTimeUtc());
        ++m_ticks;
        if (m_ticks % s_refilterTicks == 0) {
            m_model->refilter();
        }
        if (m_ticks % s_ledgerTicks == 0) {
            lookAtLedger();
        }
        updateStatus();
    });
    m_clock.start();
}

void JobsController::connectDetail()
{
    auto* view = new JobDetailView;
    m_page->setDetailWidget(view);
    m_detail = new JobDetailController({.backends = m_services.backends,
                                           .connections = *m_services.connections,
                                           .pool = *m_services.pool,
                                           .settings = *m_services.settings,
                                           .statementOf = [this](const JobKey& key) { return m_origins->script(key); }},
        view, {}, this);
    // A job whose detail nobody sees is asked for nothing.
    const auto show = [this] { m_detail->show(m_page->isDetailShown() ? m_page->currentJob() : JobKey()); };
    connect(m_page, &JobsPage::currentJobChanged, this, show);
    connect(m_page, &JobsPage::detailShownChanged, this, show);
    connect(m_detail, &JobDetailController::closeRequested, m_page, [this] { m_page->setDetailShown(false); });
    connect(m_detail, &JobDetailController::expandToggled, m_page, &JobsPage::setDetailMaximized);
    connect(m_detail, &JobDetailController::operationStarted, this, &JobsController::operationStarted);
    connect(m_detail, &JobDetailController::restartRequested, this,
        [this](const JobKey& key, const QString& location) { m_restart->open(key, m_page, location); });
    connect(m_detail, &JobDetailController::disposeRequested, this, &JobsController::disposeOf);
    connect(m_detail, &JobDetailController::logOfFailureRequested, this, &JobsController::logOfFailureRequested);
    connect(m_detail, &JobDetailController::openSqlRequested, this, [this](const JobKey&, const QString& sql) {
        m_window.showTabs();
        m_editors.newTab(sql);
    });
}

void JobsController::disposeOf(const JobKey& key, const QString& location)
{
    // What the server lists and the ledger does not know yet gets its entry first: it will say what became of it.
    const auto entry = m_services.ledger->record(m_keeper->entryOf(key, {.location = location, .jobId = key.jobId}));
    if (entry) {
        m_actions->openDispose({*entry}, m_page);
    } else {
        report(entry.error());
    }
}

void JobsController::connectActions()
{
    const ActionRegistry& actions = m_window.actions();
    const auto on = [this, &actions](QLatin1StringView id, auto handler) {
        connect(actions.action(id), &QAction::triggered, this, handler);
    };
    on("jobs.refresh"_L1, [this] { m_polling->refresh(); });
    on("jobs.open"_L1, [this] { m_page->setDetailShown(true); });
    on("jobs.watch"_L1, [this] { toggleWatched(); });
    on("jobs.savepoint"_L1, [this] { openSheet(JobSheetKind::Savepoint); });
    on("jobs.stop"_L1, [this] { openSheet(JobSheetKind::Stop); });
    on("jobs.restart"_L1, [this] { m_restart->open(chosen().front(), m_page); });
    JobFilterBar* bar = m_page->filterBar();
    bar->addActionButton(actions.action("jobs.savepoint"_L1), tr("Savepoint"));
    bar->addActionButton(actions.action("jobs.stop"_L1), tr("Stop…"));
    bar->addActionButton(actions.action("jobs.restart"_L1), tr("Restart from…"));
    bar->setMoreMenu([this](QMenu* menu) { fillMore(menu); });
}

void JobsController::connectKeeping()
{
    connect(m_origins, &JobOrigins::found, this, [this](const JobKey& key, const QString& statement) {
        m_table->setStartedHere(key, statement);
        m_polling->start(key.connectionId);
        m_polling->refresh(key.connectionId);
    });
    connect(m_polling, &JobPolling::answered, m_origins, &JobOrigins::load);
    connect(m_watcher, &JobWatcher::unseenChanged, this,
        [this](int count) { m_window.activityBar()->setBadge(u"jobs"_s, count); });
    connect(m_watcher, &JobWatcher::happened, this,
        [](const JobKey&, const QString& title, const QString& text) { notifyDesktop(title, text); });
    connect(m_keeper, &LedgerKeeper::failed, this, &JobsController::failed);
    connect(m_actions, &JobActions::failed, this, &JobsController::report);
    connect(m_actions, &JobActions::operationStarted, this, &JobsController::operationStarted);
    connect(m_restart, &RestartController::operationStarted, this, &JobsController::operationStarted);
    connect(m_restart, &RestartController::failed, this, &JobsController::report);
    connect(m_restart, &RestartController::started, this, &JobsController::show);
    connect(m_savepoints, &SavepointsController::failed, this, &JobsController::failed);
    Settings* settings = m_services.settings.get();
    connect(m_model, &JobTableModel::filterChanged, this, [this, settings] {
        m_page->filterBar()->setFilter(m_model->filter());
        settings->setValue(u"jobs.filter"_s, m_model->filter().toJson());
    });
    connect(m_page->filterBar(), &JobFilterBar::savedFiltersEdited, this, [this, settings] {
        QJsonArray saved;
        for (const SavedJobFilter& each : m_page->filterBar()->savedFilters()) {
            saved.append(QJsonObject{{u"name"_s, each.name}, {u"filter"_s, each.filter.toJson()}});
        }
        settings->setValue(u"jobs.savedFilters"_s, saved);
    });
    connect(&m_window, &MainWindow::closing, this, [this, settings] {
        settings->setBlob(u"jobs.page"_s, m_page->saveState());
        m_polling->stop();
        m_clock.stop();
    });
}

void JobsController::restore()
{
    const Settings& settings = *m_services.settings;
    m_page->restoreState(settings.blob(u"jobs.page"_s));
    const QJsonObject filter = settings.value(u"jobs.filter"_s).toObject();
    if (!filter.isEmpty()) {
        m_model->setFilter(JobFilter::fromJson(filter));
    }
    std::vector<SavedJobFilter> saved;
    const QJsonArray filters = settings.value(u"jobs.savedFilters"_s).toArray();
    for (const QJsonValue& each : filters) {
        saved.push_back(
            {.name = each[u"name"_s].toString(), .filter = JobFilter::fromJson(each[u"filter"_s].toObject())});
    }
    m_page->filterBar()->setSavedFilters(std::move(saved));
    QSet<JobKey> watched;
    const QJsonArray keys = settings.value(u"jobs.watched"_s).toArray();
    for (const QJsonValue& each : keys) {
        const JobKey key{each[0].toString(), each[1].toString()};
        if (m_services.connections->find(key.connectionId)) {
            watched.insert(key);
        }
    }
    m_table->setWatched(watched);
    for (const JobKey& key : watched) {
        m_polling->start(key.connectionId);
    }
}

void JobsController::saveWatched()
{
    QJsonArray keys;
    for (const JobKey& key : m_table->watched()) {
        keys.append(QJsonArray{key.connectionId, key.jobId});
    }
    m_services.settings->setValue(u"jobs.watched"_s, keys);
}

bool JobsController::isSeen() const
{
    return m_window.activityBar()->current() == "jobs"_L1;
}

void JobsController::updateAttention()
{
    const bool seen = isSeen() && !m_window.isMinimized();
    const bool active = qGuiApp->applicationState() == Qt::ApplicationActive;
    if (seen) {
        m_polling->start();
    }
    m_polling->setAttention(!seen ? Attention::Unseen : active ? Attention::Full : Attention::Side);
    m_watcher->setLookedAt(seen && active);
    updateActions();
    updateStatus();
}

std::vector<JobKey> JobsController::chosen() const
{
    return isSeen() ? m_page->chosenJobs() : std::vector<JobKey>();
}

void JobsController::updateActions()
{
    const std::vector<JobKey> keys = chosen();
    const auto allow = [this](QLatin1StringView id, const QString& refusal) {
        QAction* action = m_window.actions().action(id);
        action->setEnabled(refusal.isEmpty());
        action->setToolTip(refusal.isEmpty() ? action->text().remove(u'&') : refusal);
    };
    const QString none = tr("Choose a job first.");
    allow("jobs.savepoint"_L1, m_actions->refusal(JobSheetKind::Savepoint, keys));
    allow("jobs.stop"_L1, m_actions->refusal(JobSheetKind::Stop, keys));
    allow("jobs.restart"_L1,
        keys.size() > 1    ? tr("One job at a time can be restarted.")
            : keys.empty() ? none
                           : m_restart->refusal(keys.front()));
    allow("jobs.watch"_L1, keys.empty() ? none : QString());
    allow("jobs.open"_L1, keys.empty() ? none : QString());
    m_window.actions().action("jobs.refresh"_L1)->setEnabled(isSeen());
    const JobRow* first = keys.empty() ? nullptr : m_table->find(keys.front());
    m_window.actions().action("jobs.watch"_L1)->setChecked(first && first->watched);
    updateStatus();
}

void JobsController::updateStatus()
{
    if (!isSeen()) {
        Q_EMIT statusChanged({});
        return;
    }
    int failing = 0;
    int restarting = 0;
    for (int slot = 0; slot < m_table->slotCount(); ++slot) {
        if (m_table->isUsed(slot)) {
            const JobSummary& job = m_table->row(slot).job;
            failing += stateRank(job) == 0 || job.state == JobState::Failed ? 1 : 0;
            restarting += job.state == JobState::Restarting ? 1 : 0;
        }
    }
    QStringList jobs{tr("%n job(s)", nullptr, m_table->jobCount())};
    if (failing > 0) {
        jobs << tr("%n failing", nullptr, failing);
    }
    if (restarting > 0) {
        jobs << tr("%n restarting", nullptr, restarting);
    }
    const auto sources = m_table->sources();
    QStringList connections{tr("%n connection(s)", nullptr, static_cast<int>(sources.size()))};
    const auto stale = std::ranges::count_if(sources,
        [this](const JobSource* source) { return !source->error.isEmpty() || source->isStale(m_table->now()); });
    if (stale > 0) {
        connections << tr("%n stale", nullptr, static_cast<int>(stale));
    }
    QStringList parts{jobs.join(u" · "_s), connections.join(u" · "_s)};
    if (const auto count = chosen().size(); count > 0) {
        parts << tr("%n selected", nullptr, static_cast<int>(count));
    }
    Q_EMIT statusChanged(parts);
}

void JobsController::openSheet(JobSheetKind kind)
{
    m_actions->open(kind, chosen(), m_page);
}

void JobsController::toggleWatched()
{
    const std::vector<JobKey> keys = chosen();
    const JobRow* first = keys.empty() ? nullptr : m_table->find(keys.front());
    const bool watched = first && !first->watched;
    for (const JobKey& key : keys) {
        m_table->setWatched(key, watched);
    }
    saveWatched();
    updateActions();
}

void JobsController::lookAtLedger()
{
    for (int slot = 0; slot < m_table->slotCount(); ++slot) {
        if (!m_table->isUsed(slot)) {
            continue;
        }
        const JobRow& row = m_table->row(slot);
        if ((row.watched || !row.startedHere.isEmpty()) && row.listed && row.job.state == JobState::Running) {
            m_keeper->look(row.key);
        }
    }
}

void JobsController::fillMenu(QMenu* menu)
{
    const ActionRegistry& actions = m_window.actions();
    menu->addAction(actions.action("jobs.open"_L1));
    menu->addAction(actions.action("jobs.watch"_L1));
    menu->addSeparator();
    for (const QLatin1StringView id : {"jobs.savepoint"_L1, "jobs.stop"_L1, "jobs.restart"_L1}) {
        menu->addAction(actions.action(id));
    }
    menu->addSeparator();
    menu->addAction(tr("Copy the id"), this, [this] {
        QStringList ids;
        for (const JobKey& key : chosen()) {
            ids << key.jobId;
        }
        QGuiApplication::clipboard()->setText(ids.join(u'\n'));
    });
    const JobRow* row = m_table->find(m_page->currentJob());
    if (row && !row->listed) {
        menu->addAction(tr("Forget this job"), this, [this, key = row->key] { m_table->forget(key); });
    }
}

void JobsController::fillMore(QMenu* menu)
{
    const ActionRegistry& actions = m_window.actions();
    menu->addAction(actions.action("jobs.refresh"_L1));
    menu->addAction(actions.action("jobs.watch"_L1));
    menu->addSeparator();
    menu->addAction(tr("Columns as at first"), m_page->table(), &JobsTable::resetColumns);
}

void JobsController::show(const JobKey& key)
{
    m_window.showFullPage(u"jobs"_s);
    if (m_model->rowOf(key) >= 0) {
        m_page->setCurrentJob(key);
    } else {
        m_wanted = key;
        m_polling->start(key.connectionId);
        m_polling->refresh(key.connectionId);
    }
}

void JobsController::showStarted(const JobKey& key, const QString& text)
{
    m_origins->add(key, text);
    show(key);
}

void JobsController::keepSavepoints(const QString& connectionId, const QStringList& jobIds, const QStringList& names)
{
    for (qsizetype i = 0; i < jobIds.size(); ++i) {
        m_keeper->keepLast({connectionId, jobIds[i]}, names.value(i));
    }
}

void JobsController::report(const Error& error)
{
    if (isSeen()) {
        m_page->messageBar()->showError(error);
    } else {
        Q_EMIT failed(error);
    }
}

} // namespace millrace
