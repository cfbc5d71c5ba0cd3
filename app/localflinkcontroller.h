// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localflink.h"
#include "models/localflinkstatus.h"

#include <QObject>

#include <functional>

namespace millrace {

struct Services;

/// The local Flink as the window sees it: its status for the views, the connection "local" that follows its addresses,
/// what it says for the log.
class LocalFlinkController : public QObject {
    Q_OBJECT

public:
    explicit LocalFlinkController(Services& services, QObject* parent = nullptr);
    ~LocalFlinkController() override;

    /// The id of the connection that always leads to the local Flink.
    static QString connectionId();

    [[nodiscard]] const LocalFlinkStatus& status() const { return m_status; }

    [[nodiscard]] const JavaStatus& java() const { return m_java; }

    [[nodiscard]] bool isRunning() const { return m_status.state == LocalFlinkStatus::State::Running; }

    void start();
    void stop();
    void cancel();
    /// Starts it when it does not run, and calls back once when it answers; not when it fails.
    void whenRunning(std::function<void()> callback);

Q_SIGNALS:
    void statusChanged(const millrace::LocalFlinkStatus& status);
    void javaChanged(const millrace::JavaStatus& java);
    void operationStarted(millrace::Operation* operation);
    void logged(const QString& line, bool isError);
    void failed(const millrace::Error& error);

private:
    void followState(LocalFlink::State state);
    void followOperation(Operation* operation);
    void saveConnection();
    void lookForJava();
    void setStatus(const LocalFlinkStatus& status);

    Services& m_services;
    LocalFlink& m_flink;
    LocalFlinkStatus m_status;
    JavaStatus m_java;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace millrace
