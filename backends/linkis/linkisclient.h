// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/envelope.h"
#include "backends/linkis/linkissettings.h"
#include "core/apidescription.h"

#include <QCoroTask>

#include <memory>

namespace millrace::linkis {

/// What the server lists for tasks, as far as it was asked.
struct Served {
    QStringList engines; ///< "spark-3.2.1"
    QStringList creators; ///< "IDE"
};

/// The gateway with the login of one connection: logs in when it is first needed and again when the session is gone,
/// and goes on with the same call. Shared by the capabilities of a connection; lives in their thread.
class LinkisClient {
public:
    LinkisClient(LinkisSettings settings, const QByteArray& apiDescription);

    [[nodiscard]] const LinkisSettings& settings() const { return m_settings; }

    [[nodiscard]] HttpClient& http() { return m_http; }

    [[nodiscard]] const ApiDescription& description() const { return m_description; }

    /// Who works: the proxy user, else the one who logged in.
    [[nodiscard]] QString user() const;

    /// Of the last login; invalid before.
    [[nodiscard]] const QDateTime& sessionUntil() const { return m_sessionUntil; }

    [[nodiscard]] bool isAdmin() const { return m_isAdmin; }

    [[nodiscard]] const Served& served() const { return m_served; }

    void setServed(Served served) { m_served = std::move(served); }

private:
    friend QCoro::Task<Result<void>> logIn(std::shared_ptr<LinkisClient> client, CancellationToken token);

    LinkisSettings m_settings;
    HttpClient m_http;
    ApiDescription m_description;
    Served m_served;
    QDateTime m_sessionUntil;
    bool m_loggedIn = false;
    bool m_isAdmin = false;

    friend QCoro::Task<Result<HttpResponse>> send(
        std::shared_ptr<LinkisClient> client, ApiRequest request, CancellationToken token);
};

/// Makes a session anew, whatever there was before.
QCoro::Task<Result<void>> logIn(std::shared_ptr<LinkisClient> client, CancellationToken token);

/// Sends a call that is ready, whatever its status is; logs in first when that is needed.
QCoro::Task<Result<HttpResponse>> send(
    std::shared_ptr<LinkisClient> client, ApiRequest request, CancellationToken token);

using CallValues = QMultiMap<QString, QString>;

/// Makes a documented call by its name and gives the answer as it is.
QCoro::Task<Result<HttpResponse>> answerOf(std::shared_ptr<LinkisClient> client, QString operation, CallValues values,
    QJsonObject body, CancellationToken token);

/// Makes a documented call by its name and gives the data of its envelope.
QCoro::Task<Result<QJsonObject>> call(std::shared_ptr<LinkisClient> client, QString operation, CallValues values,
    QJsonObject body, CancellationToken token);

} // namespace millrace::linkis
