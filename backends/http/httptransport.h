// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpexchange.h"
#include "backends/http/redaction.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSet>
#include <QSslConfiguration>

#include <optional>

namespace millrace {

/// What an HttpClient and its exchanges share. Outlives the client as long as a coroutine holds it, but does nothing
/// any more after shutDown().
class HttpTransport : public QObject {
    Q_OBJECT

public:
    explicit HttpTransport(HttpSettings settings);
    ~HttpTransport() override;

    [[nodiscard]] const HttpSettings& settings() const { return m_settings; }

    [[nodiscard]] const Redactor& redactor() const { return m_redactor; }

    /// Null after shutDown().
    [[nodiscard]] QNetworkAccessManager* network() const { return m_network.get(); }

    /// Read from the files once; the error stays until the connection is made anew.
    const Result<QSslConfiguration>& tls();

    QFuture<Result<HttpResponse>> exchange(HttpRequest request, const CancellationToken& token);
    /// More requests run than Qt opens connections to one host, so some wait for their turn.
    [[nodiscard]] bool isCrowded() const;
    [[nodiscard]] bool wantsRecords() const;
    void shutDown();

Q_SIGNALS:
    void exchanged(const millrace::ApiCall& call);

private:
    HttpSettings m_settings;
    Redactor m_redactor;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::optional<Result<QSslConfiguration>> m_tls;
    QSet<HttpExchange*> m_exchanges;
};

/// The proxies of the settings; never one for this computer itself when the system decides.
QList<QNetworkProxy> proxiesFor(const HttpSettings& settings, const QNetworkProxyQuery& query);

} // namespace millrace
