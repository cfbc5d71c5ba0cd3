// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/httpclient.h"

#include "backends/http/httperrors.h"
#include "backends/http/httptransport.h"

#include <QCoroFuture>

#include <QHostAddress>
#include <QMetaMethod>
#include <QNetworkProxyFactory>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_mostRedirects = 5;
constexpr int s_connectionsPerHost = 6; // Qt's own limit

bool isLoopback(const QString& host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

class SettingsProxyFactory : public QNetworkProxyFactory {
public:
    explicit SettingsProxyFactory(HttpSettings settings) : m_settings(std::move(settings)) { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override { return proxiesFor(m_settings, query); }

private:
    HttpSettings m_settings;
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// The request that a redirect asks for; methods change as the fetch standard says.
HttpRequest redirected(HttpRequest request, int status, const QUrl& target)
{
    const bool toGet = (status == 303 && request.method != "GET" && request.method != "HEAD")
        || ((status == 301 || status == 302) && request.method == "POST");
    if (toGet) {
        request.method = "GET";
        request.body.clear();
        request.contentType.clear();
    }
    request.url = target;
    return request;
}

QCoro::Task<Result<HttpResponse>> sendFollowing(
    std::shared_ptr<HttpTransport> transport, HttpRequest request, CancellationToken token)
{
    for (int hops = 0; hops <= s_mostRedirects; ++hops) {
        if (token.isCancelled() || !transport->network()) {
            co_return failure(Error::cancelled());
        }
        const QFuture<Result<HttpResponse>> future = transport->exchange(request, token);
        Result<HttpResponse> outcome = co_await future;
        if (!outcome) {
            co_return outcome;
        }
        const QByteArray location = outcome->header("Location");
        if (!request.followRedirects || !isRedirect(outcome->status) || location.isEmpty()) {
            if (outcome->status >= 400 && !request.anyStatus) {
                co_return failure(httperrors::status(*outcome, transport->redactor()));
            }
            co_return outcome;
        }
        const QUrl target = request.url.resolved(QUrl::fromEncoded(location));
        if (httperrors::origin(target) != httperrors::origin(request.url)) {
            co_return failure(httperrors::redirectElsewhere(request.url, target));
        }
        request = redirected(std::move(request), outcome->status, target);
    }
    co_return failure(httperrors::redirectLoop(request.url));
}

} // namespace

QList<QNetworkProxy> proxiesFor(const HttpSettings& settings, const QNetworkProxyQuery& query)
{
    switch (settings.proxy.kind) {
    case HttpProxy::Kind::Manual:
        return {QNetworkProxy(QNetworkProxy::HttpProxy, settings.proxy.host, settings.proxy.port)};
    case HttpProxy::Kind::System:
        if (!isLoopback(query.peerHostName())) {
            return QNetworkProxyFactory::systemProxyForQuery(query);
        }
        break;
    case HttpProxy::Kind::None:
        break;
    }
    return {QNetworkProxy(QNetworkProxy::NoProxy)};
}

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

HttpTransport::HttpTransport(HttpSettings settings)
    : m_settings(std::move(settings)), m_redactor(m_settings.secrets()),
      m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setAutoDeleteReplies(false);
    m_network->setProxyFactory(new SettingsProxyFactory(m_settings)); // which it then owns
}

HttpTransport::~HttpTransport()
{
    shutDown();
}

const Result<QSslConfiguration>& HttpTransport::tls()
{
    if (!m_tls) {
        m_tls = tlsConfiguration(m_settings);
    }
    return *m_tls;
}

QFuture<Result<HttpResponse>> HttpTransport::exchange(HttpRequest request, const CancellationToken& token)
{
    auto* exchange = new HttpExchange(*this, std::move(request));
    m_exchanges.insert(exchange);
    connect(exchange, &HttpExchange::ended, this, &HttpTransport::exchanged);
    connect(exchange, &QObject::destroyed, this, [this, exchange] { m_exchanges.remove(exchange); });
    return exchange->start(token);
}

bool HttpTransport::isCrowded() const
{
    return m_exchanges.size() > s_connectionsPerHost;
}

bool HttpTransport::wantsRecords() const
{
    static const QMetaMethod s_signal = QMetaMethod::fromSignal(&HttpTransport::exchanged);
    return isSignalConnected(s_signal);
}

void HttpTransport::shutDown()
{
    disconnect(this, &HttpTransport::exchanged, nullptr, nullptr);
    const QSet<HttpExchange*> exchanges = std::exchange(m_exchanges, {});
    for (HttpExchange* exchange : exchanges) {
        disconnect(exchange, nullptr, this, nullptr);
        exchange->cancel();
    }
    m_network.reset();
}

class HttpClient::Private {
public:
    std::shared_ptr<HttpTransport> transport;
    qint64 lastId = 0;
    bool forwarding = false;
};

HttpClient::HttpClient(HttpSettings settings, QObject* parent) : QObject(parent), m_d(std::make_unique<Private>())
{
    m_d->transport = std::make_shared<HttpTransport>(std::move(settings));
}

HttpClient::~HttpClient()
{
    m_d->transport->shutDown();
}

const HttpSettings& HttpClient::settings() const
{
    return m_d->transport->settings();
}

const Redactor& HttpClient::redactor() const
{
    return m_d->transport->redactor();
}

QCoro::Task<Result<HttpResponse>> HttpClient::send(HttpRequest request, CancellationToken token)
{
    return sendFollowing(m_d->transport, std::move(request), std::move(token));
}

void HttpClient::connectNotify(const QMetaMethod& signal)
{
    // Records cost more than the calls themselves when results stream in: made only when somebody looks.
    if (m_d->forwarding || signal != QMetaMethod::fromSignal(&HttpClient::exchanged)) {
        return;
    }
    m_d->forwarding = true;
    connect(m_d->transport.get(), &HttpTransport::exchanged, this, [this](ApiCall call) {
        call.id = ++m_d->lastId;
        Q_EMIT exchanged(call);
    });
}

} // namespace millrace
