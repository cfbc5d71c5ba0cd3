// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpclient.h"

#include <QCoroTask>

#include <chrono>
#include <memory>
#include <optional>

namespace millrace::seatunnel {

/// The two ways to reach a Zeta engine: the member's own port, which Hazelcast serves, and Jetty's from 2.3.9 on.
enum class Dialect { V1, V2 };

QString toId(Dialect dialect); ///< "v1", "v2"

/// One call by its name: the same below both addresses.
struct ZetaCall {
    QByteArray method = "GET";
    QString path; ///< "job-info/733584788375666689"; with a leading / it is of the server itself and not of its API
    QList<QPair<QString, QString>> query; ///< decoded
    QByteArray body;
    QByteArray contentType = "application/json; charset=utf-8"; ///< sent with a body
    QString name; ///< for error texts; empty: the path up to its first /
    QByteArray accept = "application/json";
};

/// The server that answers for a connection.
struct ServerInfo {
    Dialect dialect = Dialect::V1;
    QString version; ///< "2.3.8"; empty before 2.3.6, which does not tell
    QString commit;

    /// "SeaTunnel 2.3.8 · v1"
    [[nodiscard]] QString text() const;
};

/// The addresses of a connection, how to reach them, and what is known of the server. Shared by the capabilities; lives
/// in their thread.
class ZetaClient {
public:
    /// Either address may be empty. Two that are the same are one of which it is not known what it is.
    ZetaClient(QUrl v1, QUrl v2, const HttpSettings& settings, QString zone);

    [[nodiscard]] const QUrl& address(Dialect dialect) const { return dialect == Dialect::V1 ? m_v1 : m_v2; }

    /// v1 never asks for a login and is never sent one.
    [[nodiscard]] HttpClient& http(Dialect dialect) { return dialect == Dialect::V1 ? m_plain : m_http; }

    /// The absolute address of a call.
    [[nodiscard]] QUrl url(Dialect dialect, const ZetaCall& call) const;

    [[nodiscard]] const std::optional<ServerInfo>& server() const { return m_server; }

    /// Seconds by which the server's clock is ahead of UTC: as the connection says, else as its job ids tell, else as
    /// on this computer.
    [[nodiscard]] int zoneOffset() const;
    /// Where that comes from, in a few words.
    [[nodiscard]] QString zoneText() const;
    /// Learns the offset from a job, unless it is known.
    void learnZone(const QString& jobId, const QString& createTime);

private:
    friend QCoro::Task<Result<ServerInfo>> findServer(
        std::shared_ptr<ZetaClient> client, bool again, CancellationToken token);

    HttpClient m_http;
    HttpClient m_plain;
    QUrl m_v1;
    QUrl m_v2;
    QString m_zone;
    std::optional<int> m_learned;
    std::optional<ServerInfo> m_server;
};

/// Finds out which address answers, in which dialect and version: v2 first, since it can do more. Once, unless asked to
/// do it again.
QCoro::Task<Result<ServerInfo>> findServer(std::shared_ptr<ZetaClient> client, bool again, CancellationToken token);

/// The answer whatever its status is.
QCoro::Task<Result<HttpResponse>> send(std::shared_ptr<ZetaClient> client, ZetaCall call, CancellationToken token);

/// The body of a good answer. A call that the server lacks is Unsupported; a web page, or nothing, where JSON was asked
/// for is an Error too.
QCoro::Task<Result<QByteArray>> ask(std::shared_ptr<ZetaClient> client, ZetaCall call, CancellationToken token);

} // namespace millrace::seatunnel
