// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localseatunnel.h"
#include "models/localflinkstatus.h"

namespace millrace {

class LocalFlinkBox;
class MainWindow;
struct Services;

/// The local SeaTunnel as the window sees it: its place in the panel of connections, its two actions, the connection
/// that follows its address, what it says for the log.
class LocalSeaTunnelController : public QObject {
    Q_OBJECT

public:
    /// box is the panel's; services has a local SeaTunnel.
    LocalSeaTunnelController(MainWindow& window, LocalFlinkBox& box, Services& services, QObject* parent = nullptr);

    /// The id of the connection that always leads to the local SeaTunnel.
    static QString connectionId();

    [[nodiscard]] const LocalFlinkStatus& status() const { return m_status; }

Q_SIGNALS:
    void operationStarted(millrace::Operation* operation);
    void logged(const QString& line, bool isError);
    void logRequested();
    void failed(const millrace::Error& error);

private:
    void connectServer();
    void connectWindow();
    void followState(LocalServer::State state);
    void followOperation(Operation* operation);
    void saveConnection();
    void setStatus(const LocalFlinkStatus& status);

    MainWindow& m_window;
    LocalFlinkBox& m_box;
    Services& m_services;
    LocalSeaTunnel& m_server;
    LocalFlinkStatus m_status;
};

} // namespace millrace
