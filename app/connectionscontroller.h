// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>
#include <QPointer>

namespace millrace {

class ConnectionListModel;
class ConnectionPage;
class ConnectionsPanel;
class MainWindow;
struct LocalFlinkStatus;
struct Services;

/// The saved connections: the side panel, a page for each one that is being edited, testing, saving, deleting.
class ConnectionsController : public QObject {
    Q_OBJECT

public:
    /// Both outlive the controller.
    ConnectionsController(MainWindow& window, Services& services, QObject* parent = nullptr);
    ~ConnectionsController() override;

    [[nodiscard]] ConnectionsPanel* panel() const { return m_panel; }

    void addConnection();
    void edit(const QString& connectionId);
    void setLocalFlink(const LocalFlinkStatus& status);

Q_SIGNALS:
    void openTabRequested(const QString& connectionId);
    void startLocalFlinkRequested();
    void stopLocalFlinkRequested();
    void cancelLocalFlinkRequested();
    void showLocalFlinkLogRequested();
    void showCallsRequested();
    void failed(const millrace::Error& error);

private:
    struct Test {
        CancellationSource cancellation;
        std::shared_ptr<Connection> connection;
        QList<ApiCall> calls;
    };

    void connectPanel();
    void refreshList();
    ConnectionPage* open(const ConnectionProfile& profile);
    void connectPage(ConnectionPage* page);
    void updateTab(ConnectionPage* page);
    bool mayClose(ConnectionPage* page);
    void close(ConnectionPage* page);
    void duplicate(const QString& connectionId);
    void remove(const QString& connectionId);
    QCoro::Task<void> loadStoredSecrets(QPointer<ConnectionPage> page, ConnectionProfile profile);
    QCoro::Task<void> save(QPointer<ConnectionPage> page, ConnectionProfile profile, Secrets secrets);
    QCoro::Task<void> test(QPointer<ConnectionPage> page, ConnectionProfile profile, Secrets typed);
    QCoro::Task<void> forgetSecrets(QString connectionId, QString system);

    MainWindow& m_window;
    Services& m_services;
    ConnectionListModel* m_model = nullptr;
    ConnectionsPanel* m_panel = nullptr;
    QList<ConnectionPage*> m_pages;
    QHash<ConnectionPage*, std::shared_ptr<Test>> m_tests;
};

} // namespace millrace
