// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"
#include "backends/http/completion.h"

#include <QCoroTask>

#include <QMap>
#include <QObject>
#include <QTimer>

#include <memory>

namespace millrace::flink {

/// What a session is, apart from the object that the program holds: coroutines keep it alive until they have cleaned
/// up behind themselves, also when the program let go of the session.
class SessionCore : public QObject {
    Q_OBJECT

public:
    SessionCore(std::shared_ptr<GatewayClient> client, QString handle);

    [[nodiscard]] const std::shared_ptr<GatewayClient>& client() const { return m_client; }

    [[nodiscard]] const QString& handle() const { return m_handle; }

    [[nodiscard]] const QMap<QString, QString>& properties() const { return m_properties; }

    void setProperties(QMap<QString, QString> properties);

    [[nodiscard]] bool isLost() const { return m_lost; }

    [[nodiscard]] bool isClosing() const { return m_closing; }

    /// Notes the error if it says that the session is gone; tells of it once.
    void note(const Error& error);

    /// The session's zone, or nothing when it is that of the gateway.
    [[nodiscard]] std::optional<QString> zone() const;

    /// Between beginWork() and endWork() a run, or the cleaning up after one, goes on.
    int beginWork(CancellationSource cancellation);
    void endWork(int id);
    /// Completed when nothing goes on any more.
    [[nodiscard]] QFuture<bool> idle();

    /// True for the first caller. Stops the heartbeat and cancels what goes on.
    bool beginClosing();

    Completion<bool> closed;

Q_SIGNALS:
    void propertiesChanged();
    void lost(const millrace::Error& why);
    void heartbeatDue();

private:
    std::shared_ptr<GatewayClient> m_client;
    QString m_handle;
    QMap<QString, QString> m_properties;
    QMap<int, CancellationSource> m_work;
    Completion<bool> m_idle;
    QTimer m_heartbeat;
    int m_lastWork = 0;
    bool m_lost = false;
    bool m_closing = false;
};

/// Opens a session and reads its properties.
QCoro::Task<Result<std::shared_ptr<SessionCore>>> openSession(
    std::shared_ptr<GatewayClient> client, QString name, QMap<QString, QString> properties, CancellationToken token);

QCoro::Task<Result<void>> refreshProperties(std::shared_ptr<SessionCore> core, CancellationToken token);

/// Cancels what runs, waits for it for a bounded time, and closes the session at the gateway.
QCoro::Task<void> closeSession(std::shared_ptr<SessionCore> core);

QCoro::Task<void> sendHeartbeat(std::shared_ptr<SessionCore> core);

/// Like flink::call(), and notes when the answer says that the session is gone.
QCoro::Task<Result<QByteArray>> callIn(
    std::shared_ptr<SessionCore> core, GatewayCall gatewayCall, CancellationToken token);

/// How often a session with that idle time-out needs a sign of life.
std::chrono::milliseconds heartbeatInterval(std::chrono::seconds sessionIdle);

} // namespace millrace::flink
