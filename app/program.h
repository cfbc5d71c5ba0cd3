// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "widgets/panels/bottomdock.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

class QApplication;

namespace millrace {

class ActivityController;
class AppearanceController;
class CatalogController;
class ConnectionsController;
class EditorController;
class HistoryController;
class JobsController;
class LocalFlinkController;
class LogsController;
class MainWindow;
class ResultsController;
class StartController;
class StatusController;
class SubmitController;
struct Services;

/// The window and its controllers, wired. One object for the life of the program; main() shows it and waits.
class Program : public QObject {
    Q_OBJECT

public:
    struct Options {
        QStringList files;
        bool startLocalFlink = false;
    };

    Program(QApplication& application, std::unique_ptr<Services> services);
    ~Program() override;

    /// Shows the window with what was open before, then the files.
    void show(const Options& options);

    /// Ends without a question, as when the desktop closes: texts are in the journal, sessions are ended.
    void terminate();

    [[nodiscard]] MainWindow& window() const { return *m_window; }

    [[nodiscard]] EditorController& editors() const { return *m_editors; }

    [[nodiscard]] Services& services() const { return *m_services; }

Q_SIGNALS:
    /// The window is closed, the sessions are ended: nothing is left to wait for.
    void ended();

private:
    void wireConnections();
    void wireServers(class InventoryController* servers);
    void wireLocalFlink();
    void wireFiles();
    void wireErrors();
    void showStartProblems();
    QCoro::Task<void> end();
    void showDock(BottomDock::Tab tab);
    void report(const Error& error);

    std::unique_ptr<Services> m_services;
    std::unique_ptr<AppearanceController> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<EditorController> m_editors;
    BottomDock* m_dock = nullptr;
    ResultsController* m_results = nullptr;
    ActivityController* m_activity = nullptr;
    ConnectionsController* m_connections = nullptr;
    LocalFlinkController* m_flink = nullptr;
    HistoryController* m_history = nullptr;
    JobsController* m_jobs = nullptr;
    LogsController* m_logs = nullptr;
    StatusController* m_status = nullptr;
    SubmitController* m_submit = nullptr;
    StartController* m_start = nullptr;
};

} // namespace millrace
