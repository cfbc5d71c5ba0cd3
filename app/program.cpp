// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "app/actionregistry.h"
#include "app/activitycontroller.h"
#include "app/api/apicontroller.h"
#include "app/appearancecontroller.h"
#include "app/catalogcontroller.h"
#include "app/connectionpool.h"
#include "app/connectionscontroller.h"
#include "app/dialogs.h"
#include "app/editorcontroller.h"
#include "app/historycontroller.h"
#include "app/inventory/inventorycontroller.h"
#include "app/inventory/servertexts.h"
#include "app/jobs/jobpolling.h"
#include "app/jobs/jobscontroller.h"
#include "app/localflinkcontroller.h"
#include "app/localseatunnelcontroller.h"
#include "app/logs/logscontroller.h"
#include "app/logs/rebalancescontroller.h"
#include "app/mainwindow.h"
#include "app/palettecontroller.h"
#include "app/plans/plancontroller.h"
#include "app/resultscontroller.h"
#include "app/services.h"
#include "app/startcontroller.h"
#include "app/statuscontroller.h"
#include "app/submitcontroller.h"
#include "app/templatecontroller.h"
#include "storage/connectionstore.h"
#include "storage/settings.h"
#include "storage/workspacejournal.h"
#include "widgets/common/messagebar.h"
#include "widgets/connections/connectionspanel.h"
#include "widgets/editor/editorpage.h"
#include "widgets/files/filespanel.h"
#include "widgets/panels/bottomdock.h"
#include "widgets/panels/statusbar.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QTimer>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// How long the program waits for servers to end its sessions before it goes without their answer.
constexpr int s_patienceMs = 3000;

} // namespace

Program::Program(QApplication& application, std::unique_ptr<Services> services)
    : m_services(std::move(services)),
      m_appearance(std::make_unique<AppearanceController>(application, *m_services->settings)),
      m_window(std::make_unique<MainWindow>(*m_services->settings)),
      m_editors(std::make_unique<EditorController>(*m_window, *m_services)), m_dock(new BottomDock)
{
    auto* statusBar = new StatusBar;
    m_window->setBottomDock(m_dock);
    wireFiles();
    new CatalogController(*m_window, *m_editors, m_editors.get());
    m_activity = new ActivityController(*m_dock, *statusBar, *m_services->pool, m_editors.get());
    m_results = new ResultsController(*m_window, *m_editors, *m_dock, m_editors.get());
    new PlanController(*m_window, *m_editors, *m_dock, *m_services, m_editors.get());
    m_connections = new ConnectionsController(*m_window, *m_services, m_editors.get());
    m_flink = new LocalFlinkController(*m_services, m_editors.get());
    m_jobs = new JobsController(*m_window, *m_editors, *m_services, m_editors.get());
    m_history = new HistoryController(*m_window, *m_editors, *m_services, m_editors.get());
    m_status = new StatusController(*m_window, *m_editors, *m_results, *statusBar, *m_services, m_editors.get());
    m_start = new StartController(*m_window, *m_editors, *m_flink, *m_appearance, *m_services, m_editors.get());
    m_logs = new LogsController(*m_window, *m_services, m_editors.get());
    new RebalancesController(*m_window, *m_logs, *m_services, m_editors.get());
    new ApiController(*m_window, *m_services, m_editors.get());
    m_submit = new SubmitController(*m_window, *m_editors, *m_services, m_editors.get());
    auto* servers = new InventoryController(*m_window, *m_services, m_editors.get());
    connect(servers, &InventoryController::operationStarted, m_activity, &ActivityController::keepOperation);
    connect(servers, &InventoryController::failed, this, &Program::report);
    wireServers(servers);
    new TemplateController(*m_window, *m_editors, *m_services, m_editors.get());
    new PaletteController(*m_window, m_editors.get());
    m_appearance->connectActions(*m_window);
    wireConnections();
    wireLocalFlink();
    wireErrors();
    connect(m_window.get(), &MainWindow::closing, this, &Program::end);
}

Program::~Program()
{
    // The controllers go before the window whose parts they hold.
    m_editors.reset();
}

void Program::wireConnections()
{
    connect(m_connections, &ConnectionsController::openTabRequested, this,
        [this](const QString& id) { m_editors->newTab()->setConnection(id); });
    connect(m_connections, &ConnectionsController::showCallsRequested, this,
        [this] { showDock(BottomDock::Tab::ApiCalls); });
    connect(m_results, &ResultsController::exportStarted, m_activity, &ActivityController::keepOperation);
    connect(m_jobs, &JobsController::operationStarted, m_activity, &ActivityController::keepOperation);
    connect(m_submit, &SubmitController::operationStarted, m_activity, &ActivityController::keepOperation);
    connect(m_submit, &SubmitController::submitted, m_jobs, &JobsController::showStarted);
    connect(m_submit, &SubmitController::failed, this, &Program::report);
    connect(m_editors.get(), &EditorController::tabAdded, this, [this](ScriptTab* tab) {
        connect(tab->session(), &ScriptSession::logged, this,
            [this, tab](const QString& lines) { m_activity->log(MessageLevel::Info, tab->page()->title(), lines); });
    });
    connect(m_jobs, &JobsController::logOfFailureRequested, this, [this](const JobKey& key, const FailureGroup& group) {
        const std::shared_ptr<Connection> connection = m_jobs->polling().connection(key.connectionId);
        if (connection && connection->jobLogs()) {
            m_logs->openJobLogs(connection, key.jobId, group.last, group.rootCause, group.locations.value(0));
        }
    });
    connect(m_jobs, &JobsController::statusChanged, m_status, &StatusController::setPageParts);
    connect(m_window->actions().action("help.about"_L1), &QAction::triggered, this, [this] {
        QMessageBox::about(m_window.get(), tr("About Millrace"),
            tr("<b>Millrace %1</b><p>A workbench for FlinkSQL. Free software under the GNU General Public License, "
               "version 3 or later.</p>")
                .arg(QCoreApplication::applicationVersion()));
    });
}

void Program::wireServers(InventoryController* servers)
{
    auto* texts = new ServerTexts(*m_window, *m_editors, *m_services, m_editors.get());
    connect(servers, &InventoryController::scriptOpened, texts, &ServerTexts::open);
    connect(texts, &ServerTexts::operationStarted, m_activity, &ActivityController::keepOperation);
    connect(texts, &ServerTexts::saved, servers, &InventoryController::invalidate);
    const auto log = [this](const QString& source, const QString& lines) {
        m_activity->log(MessageLevel::Info, source, lines);
    };
    connect(servers, &InventoryController::logged, this, log);
    connect(servers, &InventoryController::savepointsTaken, m_jobs, &JobsController::keepSavepoints);
    connect(m_submit, &SubmitController::logged, this, log);
}

void Program::wireLocalFlink()
{
    const auto log = [this](const QString& line, bool isError) {
        m_activity->log(isError ? MessageLevel::Error : MessageLevel::Info, tr("local Flink"), line);
    };
    connect(m_flink, &LocalFlinkController::logged, this, log);
    connect(m_flink, &LocalFlinkController::operationStarted, m_activity, &ActivityController::addOperation);
    connect(m_flink, &LocalFlinkController::statusChanged, m_connections, &ConnectionsController::setLocalFlink);
    connect(m_connections, &ConnectionsController::startLocalFlinkRequested, m_flink, &LocalFlinkController::start);
    connect(m_connections, &ConnectionsController::stopLocalFlinkRequested, m_flink, &LocalFlinkController::stop);
    connect(m_connections, &ConnectionsController::cancelLocalFlinkRequested, m_flink, &LocalFlinkController::cancel);
    connect(m_connections, &ConnectionsController::showLocalFlinkLogRequested, this,
        [this] { showDock(BottomDock::Tab::Log); });
    if (m_services->localSeaTunnel) {
        auto* seaTunnel = new LocalSeaTunnelController(*m_window,
            *m_connections->panel()->addLocalServer(u"localSeaTunnel"_s, tr("Local SeaTunnel")), *m_services,
            m_editors.get());
        connect(seaTunnel, &LocalSeaTunnelController::logged, this, [this](const QString& line, bool isError) {
            m_activity->log(isError ? MessageLevel::Error : MessageLevel::Info, tr("local SeaTunnel"), line);
        });
        connect(seaTunnel, &LocalSeaTunnelController::operationStarted, m_activity, &ActivityController::addOperation);
        connect(seaTunnel, &LocalSeaTunnelController::logRequested, this, [this] { showDock(BottomDock::Tab::Log); });
        connect(seaTunnel, &LocalSeaTunnelController::failed, this, &Program::report);
    }
    // A tab that was opened before there was any connection takes the first one.
    connect(m_services->connections.get(), &ConnectionStore::changed, this, [this] {
        for (ScriptTab* tab : m_editors->tabs()) {
            if (tab->target().connectionId.isEmpty() && !m_services->connections->all().empty()) {
                tab->setConnection(m_services->connections->all().front().id);
            }
        }
    });
}

void Program::showDock(BottomDock::Tab tab)
{
    // Asked for, so it opens beside a form, too.
    m_window->setBottomDockFits(true);
    m_window->setBottomDockShown(true);
    m_dock->setCurrentTab(tab);
}

void Program::wireFiles()
{
    auto* panel = new FilesPanel;
    Settings* settings = m_services->settings.get();
    m_window->addSidePanel(u"files"_s, "document-multiple"_L1, tr("Files"), panel);
    panel->setFolder(settings->filesFolder());
    panel->setRecentFiles(settings->recentFiles());
    const auto chooseFolder = [this, settings] {
        const QString folder = dialogs::chooseFolder(m_window.get(), settings->filesFolder());
        if (!folder.isEmpty()) {
            settings->setFilesFolder(folder);
            m_window->showSidePanel(u"files"_s);
        }
    };
    connect(m_window->actions().action("file.openFolder"_L1), &QAction::triggered, this, chooseFolder);
    connect(panel, &FilesPanel::chooseFolderRequested, this, chooseFolder);
    connect(panel, &FilesPanel::openRequested, this, [this](const QString& path) { m_editors->openFile(path); });
    connect(panel, &FilesPanel::newFileRequested, this, [this] { m_editors->newTab(); });
    connect(panel, &FilesPanel::forgetRecentRequested, settings, &Settings::removeRecentFile);
    connect(settings, &Settings::filesFolderChanged, panel, &FilesPanel::setFolder);
    connect(settings, &Settings::recentFilesChanged, panel,
        [panel, settings] { panel->setRecentFiles(settings->recentFiles()); });
}

void Program::wireErrors()
{
    const auto show = [this](const Error& error) { report(error); };
    connect(m_connections, &ConnectionsController::failed, this, show);
    connect(m_history, &HistoryController::failed, this, show);
    connect(m_jobs, &JobsController::failed, this, show);
    connect(m_flink, &LocalFlinkController::failed, this, show);
    connect(m_services->settings.get(), &Settings::failed, this, show);
    if (m_services->journal) {
        connect(m_services->journal.get(), &WorkspaceJournal::failed, this, show);
    }
    connect(m_appearance.get(), &AppearanceController::languageChosen, this, [this] {
        if (ScriptTab* tab = m_editors->current()) {
            tab->page()->messageBar()->showMessage({.text = tr("The new language holds from the next start on.")});
        } else {
            QMessageBox::information(
                m_window.get(), u"Millrace"_s, tr("The new language holds from the next start on."));
        }
    });
}

void Program::report(const Error& error)
{
    m_activity->logError(error);
    if (ScriptTab* tab = m_editors->current()) {
        tab->page()->messageBar()->showError(error);
    }
}

void Program::show(const Options& options)
{
    m_window->restoreLayout();
    m_editors->restore();
    for (const QString& file : options.files) {
        m_editors->openFile(file);
    }
    m_window->show();
    m_window->activateWindow();
    showStartProblems();
    if (options.startLocalFlink) {
        m_flink->start();
    }
}

void Program::terminate()
{
    end();
}

void Program::showStartProblems()
{
    for (const Error& problem : m_services->problems) {
        report(problem);
    }
}

QCoro::Task<void> Program::end()
{
    // Whatever the servers do, the program ends; but they get a moment to end what was ours.
    QTimer::singleShot(s_patienceMs, this, &Program::ended);
    std::ignore = m_services->settings->flush();
    if (m_services->journal) {
        std::ignore = m_services->journal->flush();
    }
    co_await m_editors->closeSessions();
    m_services->localFlink->stopAndWait();
    if (m_services->localSeaTunnel) {
        m_services->localSeaTunnel->stopAndWait();
    }
    Q_EMIT ended();
}

} // namespace millrace
