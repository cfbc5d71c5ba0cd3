// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyanswer.h"
#include "backends/dinky/dinkysettings.h"
#include "backends/dinky/offers.h"
#include "core/apidescription.h"

#include <QCoroTask>

#include <memory>

namespace millrace::dinky {

/// The server with the login of one connection: finds its dialect, logs in when a call needs it and again when the
/// login is gone. Shared by the capabilities of a connection; lives in their thread.
class DinkyClient {
public:
    DinkyClient(DinkySettings settings, const QByteArray& apiDescription);

    [[nodiscard]] const DinkySettings& settings() const { return m_settings; }

    [[nodiscard]] HttpClient& http() { return m_http; }

    [[nodiscard]] const ApiDescription& description() const { return m_description; }

    /// "0.7" or "1.x"; empty before it was asked.
    [[nodiscard]] QString dialect() const { return m_dialect; }

    /// "1.1.0"; empty when the server does not tell.
    [[nodiscard]] QString version() const { return m_version; }

    [[nodiscard]] bool isOld() const { return m_dialect == QLatin1String("0.7"); }

    /// Whether calls that need a login can be made.
    [[nodiscard]] bool canLogIn() const { return !m_settings.user.isEmpty(); }

    [[nodiscard]] bool isLoggedIn() const { return !m_token.isEmpty(); }

    struct Tenant {
        QString id;
        QString code;
    };

    /// Of the last login.
    [[nodiscard]] const std::vector<Tenant>& tenants() const { return m_tenants; }

    /// The one that calls are made for.
    [[nodiscard]] QString tenantId() const { return m_tenantId; }

    /// What forms can offer; empty until readOffers() was there.
    [[nodiscard]] const Offers& offers() const { return m_offers; }

    void setOffers(Offers offers) { m_offers = std::move(offers); }

    /// Headers of a call: its login and tenant, as cookies.
    [[nodiscard]] HttpHeaders headersFor(const QString& path) const;

private:
    friend QCoro::Task<Result<QString>> findDialect(std::shared_ptr<DinkyClient> client, CancellationToken token);
    friend QCoro::Task<Result<void>> logIn(std::shared_ptr<DinkyClient> client, CancellationToken token);

    DinkySettings m_settings;
    HttpClient m_http;
    ApiDescription m_description;
    QString m_dialect;
    QString m_version;
    QByteArray m_token;
    QString m_tenantId;
    std::vector<Tenant> m_tenants;
    Offers m_offers;
};

/// Asks the server which dialect it speaks, once: /openapi/version is there or not.
QCoro::Task<Result<QString>> findDialect(std::shared_ptr<DinkyClient> client, CancellationToken token);

/// Makes a login anew, whatever there was before, and chooses the tenant.
QCoro::Task<Result<void>> logIn(std::shared_ptr<DinkyClient> client, CancellationToken token);

/// Sends a call that is ready, whatever its status is; logs in first when it needs that.
QCoro::Task<Result<HttpResponse>> send(
    std::shared_ptr<DinkyClient> client, ApiRequest request, CancellationToken token);

using CallValues = QMultiMap<QString, QString>;

/// Makes a documented call of this server's dialect by its name.
QCoro::Task<Result<Payload>> call(std::shared_ptr<DinkyClient> client, QString operation, CallValues values,
    QJsonValue body, CancellationToken token);

/// The bytes of the answer beside what they say: for rows, whose numbers must stay exact.
QCoro::Task<Result<HttpResponse>> callRaw(std::shared_ptr<DinkyClient> client, QString operation, CallValues values,
    QJsonValue body, CancellationToken token);

} // namespace millrace::dinky
