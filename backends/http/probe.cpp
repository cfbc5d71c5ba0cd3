// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/probe.h"

#include "backends/http/completion.h"
#include "backends/http/httperrors.h"
#include "backends/http/httptransport.h"

#include <QCoroFuture>

#include <QHostInfo>
#include <QNetworkProxy>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

namespace millrace::probe {

using namespace Qt::StringLiterals;

namespace {

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

QNetworkReply::NetworkError networkError(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::HostNotFoundError:
        return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::RemoteHostClosedError:
        return QNetworkReply::RemoteHostClosedError;
    case QAbstractSocket::SocketTimeoutError:
        return QNetworkReply::TimeoutError;
    case QAbstractSocket::SslHandshakeFailedError:
        return QNetworkReply::SslHandshakeFailedError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

/// A socket, its deadline and its cancellation; lives in the frame of the coroutine that awaits.
template <typename T> class Attempt {
public:
    Attempt(const HttpSettings& settings, const QUrl& url, const CancellationToken& token)
    {
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, &timer, [done = done, url, allowed = settings.connectTimeout] {
            done.complete(failure(httperrors::connectTimeout(url, allowed)));
        });
        timer.start(settings.connectTimeout);
        subscription = token.onCancel([done = done] { done.complete(failure(Error::cancelled())); });
    }

    QTimer timer;
    CancellationSubscription subscription;
    Completion<Result<T>> done;
};

} // namespace

bool usesProxy(const HttpSettings& settings, const QUrl& url)
{
    const QList<QNetworkProxy> proxies = proxiesFor(settings, QNetworkProxyQuery(url));
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy
        && proxies.first().type() != QNetworkProxy::DefaultProxy;
}

QCoro::Task<Result<QStringList>> findHost(HttpSettings settings, QUrl url, CancellationToken token)
{
    Attempt<QStringList> attempt(settings, url, token);
    const int lookup = QHostInfo::lookupHost(url.host(), &attempt.timer, [&attempt, url](const QHostInfo& info) {
        if (info.addresses().isEmpty()) {
            attempt.done.complete(
                failure(httperrors::transport(QNetworkReply::HostNotFoundError, info.errorString(), url)));
            return;
        }
        QStringList addresses;
        for (const QHostAddress& address : info.addresses()) {
            addresses << address.toString();
        }
        attempt.done.complete(addresses);
    });
    const QFuture<Result<QStringList>> future = attempt.done.future();
    Result<QStringList> outcome = co_await future;
    QHostInfo::abortHostLookup(lookup);
    co_return outcome;
}

QCoro::Task<Result<void>> connectToPort(HttpSettings settings, QUrl url, CancellationToken token)
{
    Attempt<void> attempt(settings, url, token);
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&attempt] { attempt.done.complete(Result<void>()); });
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &socket, [&](QAbstractSocket::SocketError error) {
        attempt.done.complete(failure(httperrors::transport(networkError(error), socket.errorString(), url)));
    });
    socket.connectToHost(url.host(), quint16(portOf(url)));
    const QFuture<Result<void>> future = attempt.done.future();
    Result<void> outcome = co_await future;
    socket.disconnect();
    socket.abort();
    co_return outcome;
}

QCoro::Task<Result<TlsInfo>> handshake(HttpSettings settings, QUrl url, CancellationToken token)
{
    const auto configuration = tlsConfiguration(settings);
    if (!configuration) {
        co_return failure(configuration.error());
    }
    Attempt<TlsInfo> attempt(settings, url, token);
    QSslSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setSslConfiguration(*configuration);
    if (!settings.checkHostName) {
        // Offers the name to the server as ever, but lets any name in the certificate pass.
        QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [&socket](const QList<QSslError>& errors) {
            const bool onlyHostName = std::ranges::all_of(
                errors, [](const QSslError& error) { return error.error() == QSslError::HostNameMismatch; });
            if (onlyHostName) {
                socket.ignoreSslErrors(errors);
            }
        });
    }
    QObject::connect(&socket, &QSslSocket::encrypted, &socket, [&] {
        const QString protocol = socket.sessionProtocol() == QSsl::TlsV1_3 ? u"TLS 1.3"_s : u"TLS 1.2"_s;
        attempt.done.complete(TlsInfo{protocol, summaryOf(socket.peerCertificate())});
    });
    QObject::connect(&socket, &QSslSocket::errorOccurred, &socket, [&](QAbstractSocket::SocketError error) {
        const QList<QSslError> problems = socket.sslHandshakeErrors();
        attempt.done.complete(
            failure(problems.isEmpty() ? httperrors::transport(networkError(error), socket.errorString(), url)
                                       : httperrors::untrusted(url, problems, !settings.caFile.isEmpty())));
    });
    socket.connectToHostEncrypted(url.host(), quint16(portOf(url)));
    const QFuture<Result<TlsInfo>> future = attempt.done.future();
    Result<TlsInfo> outcome = co_await future;
    socket.disconnect();
    socket.abort();
    co_return outcome;
}

} // namespace millrace::probe
