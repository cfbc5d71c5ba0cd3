// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "models/exceptionmodel.h"
#include "models/jobkey.h"
#include "widgets/jobs/jobactionsheet.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QMenu;

namespace millrace {

class EditorController;
class JobActions;
class JobDetailController;
class JobOrigins;
class JobPolling;
class JobsPage;
class JobTable;
class JobTableModel;
class JobWatcher;
class LedgerKeeper;
class MainWindow;
class RestartController;
class SavepointsController;
struct LedgerEntry;
struct Services;

/// The jobs of all connections: the page, how often the servers are asked, watching, and what is done to jobs. Also
/// makes the page of savepoints, which shares all of that.
class JobsController : public QObject {
    Q_OBJECT

public:
    JobsController(MainWindow& window, EditorController& editors, Services& services, QObject* parent = nullptr);
    ~JobsController() override;

    [[nodiscard]] JobsPage* page() const { return m_page; }

    [[nodiscard]] JobTable& table() const { return *m_table; }

    [[nodiscard]] JobPolling& polling() const { return *m_polling; }

    [[nodiscard]] JobActions& actions() const { return *m_actions; }

    /// Shows the page with this job open; it is asked for when it is not known yet.
    void show(const JobKey& key);
    /// A job was started from a text: it can be started again from that, and is shown.
    void showStarted(const JobKey& key, const QString& text);
    /// These jobs were stopped from elsewhere: the savepoints that they left go into the ledger.
    void keepSavepoints(const QString& connectionId, const QStringList& jobIds, const QStringList& names);

Q_SIGNALS:
    void failed(const millrace::Error& error);
    void operationStarted(const std::shared_ptr<millrace::Operation>& operation);
    /// The place of a failure in the job's logs is wanted.
    void logOfFailureRequested(const millrace::JobKey& key, const millrace::FailureGroup& group);
    /// "31 jobs · 2 failing", "6 connections · 1 stale", "1 selected"; empty while another page is in front.
    void statusChanged(const QStringList& parts);

private:
    void connectPage();
    void connectDetail();
    void connectActions();
    void connectKeeping();
    void updateActions();
    void updateAttention();
    void updateStatus();
    void fillMenu(QMenu* menu);
    void fillMore(QMenu* menu);
    void openSheet(JobSheetKind kind);
    void disposeOf(const JobKey& key, const QString& location);
    void toggleWatched();
    void lookAtLedger();
    void report(const Error& error);
    void restore();
    void saveWatched();
    [[nodiscard]] bool isSeen() const;
    [[nodiscard]] std::vector<JobKey> chosen() const;

    MainWindow& m_window;
    EditorController& m_editors;
    Services& m_services;
    JobTable* m_table = nullptr;
    JobTableModel* m_model = nullptr;
    JobPolling* m_polling = nullptr;
    JobOrigins* m_origins = nullptr;
    LedgerKeeper* m_keeper = nullptr;
    JobActions* m_actions = nullptr;
    JobWatcher* m_watcher = nullptr;
    RestartController* m_restart = nullptr;
    SavepointsController* m_savepoints = nullptr;
    JobDetailController* m_detail = nullptr;
    JobsPage* m_page = nullptr;
    JobKey m_wanted; ///< to be shown as soon as it is listed
    QTimer m_clock;
    int m_ticks = 0;
};

} // namespace millrace
