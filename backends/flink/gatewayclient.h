// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpclient.h"

#include <QCoroTask>

#include <chrono>
#include <memory>
#include <optional>

namespace millrace::flink {

/// One call of the SQL Gateway or the JobManager.
struct GatewayCall {
    enum class Server { Gateway, JobManager };

    Server server = Server::Gateway;
    QByteArray method = "GET";
    QString path; ///< with its query
    QByteArray body; ///< JSON
    std::optional<std::chrono::milliseconds> readTimeout;
    qsizetype previewBytes = 64 * 1024;
};

/// The two servers of a connection, how to reach them, and what is known of them. Shared by the connection and the
/// sessions it opened; lives in their thread.
class GatewayClient {
public:
    GatewayClient(QUrl gateway, QUrl jobManager, HttpSettings settings, std::chrono::seconds sessionIdle);

    [[nodiscard]] HttpClient& http() { return m_http; }

    [[nodiscard]] const QUrl& gateway() const { return m_gateway; }

    /// Empty when the connection names none.
    [[nodiscard]] const QUrl& jobManager() const { return m_jobManager; }

    /// After how long the gateway may forget a session that nobody uses.
    [[nodiscard]] std::chrono::seconds sessionIdle() const { return m_sessionIdle; }

    /// 0 until negotiate() was there.
    [[nodiscard]] int version() const { return m_version; }

    [[nodiscard]] const QStringList& offeredVersions() const { return m_offered; }

    /// "2.3.0"
    [[nodiscard]] const QString& productVersion() const { return m_product; }

    /// "Flink 2.3.0 · v4"
    [[nodiscard]] QString serverText() const;

    /// The zone of the gateway's own JVM, once somebody had to find it out.
    std::optional<QString> gatewayZone;

private:
    friend QCoro::Task<Result<void>> negotiate(
        std::shared_ptr<GatewayClient> client, bool again, CancellationToken token);

    HttpClient m_http;
    QUrl m_gateway;
    QUrl m_jobManager;
    std::chrono::seconds m_sessionIdle;
    QStringList m_offered;
    QString m_product;
    int m_version = 0;
};

/// The body of a good answer. A failed one is an Error as flinkerrors.h makes it, redacted; a web page, an empty or a
/// foreign answer is one of kind Protocol.
QCoro::Task<Result<QByteArray>> call(std::shared_ptr<GatewayClient> client, GatewayCall call, CancellationToken token);

/// Finds out the version to speak and the product's own; once, unless asked to do it again.
QCoro::Task<Result<void>> negotiate(std::shared_ptr<GatewayClient> client, bool again, CancellationToken token);

/// Makes sure that a job is ended which the gateway should have ended: watches it for a while on the JobManager and
/// cancels it there when it still runs. Does nothing without a JobManager. Never fails aloud.
QCoro::Task<void> endJob(std::shared_ptr<GatewayClient> client, QString jobId, std::chrono::milliseconds patience);

} // namespace millrace::flink
