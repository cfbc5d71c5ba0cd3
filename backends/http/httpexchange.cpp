// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/httpexchange.h"

#include "backends/http/httperrors.h"
#include "backends/http/httptransport.h"
#include "backends/http/probe.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QSslConfiguration>

#include <algorithm>
#include <cstring>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype s_previewCap = 64 * 1024;

/// A body that can be read once. Qt sends a request again when a connection breaks before an answer; a statement must
/// not run twice, so there is nothing to send again.
class OneTimeBody : public QIODevice {
public:
    OneTimeBody(QByteArray body, QObject* parent) : QIODevice(parent), m_body(std::move(body)) { open(ReadOnly); }

    [[nodiscard]] bool isSequential() const override { return true; }

    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_body.size() - m_position + QIODevice::bytesAvailable();
    }

    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

    bool seek(qint64) override { return false; }

    bool reset() override { return false; }

protected:
    qint64 readData(char* data, qint64 maxSize) override
    {
        const qint64 size = std::min<qint64>(maxSize, m_body.size() - m_position);
        if (size <= 0) {
            return m_position >= m_body.size() ? -1 : 0;
        }
        std::memcpy(data, m_body.constData() + m_position, size_t(size));
        m_position += size;
        return size;
    }

    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_position = 0;
};

QString preview(const QByteArray& body, qsizetype cap, const Redactor& redactor)
{
    return redactor.text(QString::fromUtf8(body.left(std::min(cap, s_previewCap))));
}

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    default:
        return u"TLS"_s;
    }
}

/// Qt says of a broken proxy what it says of a broken server.
QNetworkReply::NetworkError proxyError(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return QNetworkReply::ProxyConnectionRefusedError;
    case QNetworkReply::HostNotFoundError:
        return QNetworkReply::ProxyNotFoundError;
    default:
        return code;
    }
}

/// Statuses come as errors of these ranges; everything else is a failure of the transport.
bool isStatusError(QNetworkReply::NetworkError code)
{
    return code == QNetworkReply::NoError || (code >= QNetworkReply::ContentAccessDenied && code <= 299)
        || code == QNetworkReply::ProtocolInvalidOperationError || (code >= QNetworkReply::InternalServerError);
}

} // namespace

HttpExchange::HttpExchange(HttpTransport& transport, HttpRequest request)
    : QObject(&transport), m_transport(&transport), m_request(std::move(request))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HttpExchange::onTimeout);
}

HttpExchange::~HttpExchange()
{
    // Only a transport that goes away without shutDown() gets here early; nobody may wait for ever.
    m_completion.complete(failure(Error::cancelled()));
}

QFuture<Result<HttpResponse>> HttpExchange::start(const CancellationToken& token)
{
    m_startedAt = QDateTime::currentDateTimeUtc();
    m_clock.start();
    m_response.url = m_request.url;
    auto prepared = networkRequest();
    if (!prepared) {
        finish(failure(prepared.error()));
        return m_completion.future();
    }
    for (const QByteArray& name : prepared->rawHeaderList()) {
        m_sentHeaders.append({name, prepared->rawHeader(name)});
    }
    QNetworkAccessManager* network = m_transport->network();
    if (m_request.body.isEmpty()) {
        m_reply = network->sendCustomRequest(*prepared, m_request.method, static_cast<QIODevice*>(nullptr));
    } else {
        auto* body = new OneTimeBody(m_request.body, this);
        m_reply = network->sendCustomRequest(*prepared, m_request.method, body);
    }
    connectReply();
    m_timer.start(m_transport->settings().connectTimeout);
    m_subscription = token.onCancel([this] {
        // From whichever thread; and never inside the caller's cancel().
        QMetaObject::invokeMethod(this, &HttpExchange::cancel, Qt::QueuedConnection);
    });
    return m_completion.future();
}

Result<QNetworkRequest> HttpExchange::networkRequest() const
{
    const HttpSettings& settings = m_transport->settings();
    QNetworkRequest request(m_request.url);
    if (m_request.url.scheme() == "https"_L1) {
        const auto& tls = m_transport->tls();
        if (!tls) {
            return failure(tls.error());
        }
        request.setSslConfiguration(*tls);
    }
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("User-Agent", "Millrace/" + QCoreApplication::applicationVersion().toLatin1());
    request.setRawHeader("Accept", m_request.accept);
    request.setRawHeader("Accept-Encoding", "identity");
    if (!m_request.contentType.isEmpty()) {
        request.setRawHeader("Content-Type", m_request.contentType);
    }
    if (!m_request.body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    const HttpLogin& login = settings.login;
    if (login.method == HttpLogin::Method::Basic) {
        const QByteArray pair = login.user.toUtf8() + ':' + login.password.toUtf8();
        request.setRawHeader("Authorization", "Basic " + pair.toBase64());
    } else if (login.method == HttpLogin::Method::Bearer) {
        request.setRawHeader("Authorization", "Bearer " + login.token.toUtf8());
    }
    for (const HttpHeaders& headers : {settings.headers, m_request.headers}) {
        for (const auto& [name, value] : headers) {
            request.setRawHeader(name, value);
            if (name.compare("Cookie", Qt::CaseInsensitive) == 0) {
                // Qt would put the cookies of earlier answers in its place.
                request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
            }
        }
    }
    return request;
}

void HttpExchange::connectReply()
{
    QNetworkReply* reply = m_reply;
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_connecting = true; });
    connect(reply, &QNetworkReply::requestSent, this, &HttpExchange::onSent);
    // requestSent() does not come when there is a body.
    connect(reply, &QNetworkReply::uploadProgress, this, &HttpExchange::onSent);
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::onHeaders);
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::onData);
    connect(reply, &QNetworkReply::sslErrors, this, &HttpExchange::onSslErrors);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
}

void HttpExchange::cancel()
{
    finish(failure(Error::cancelled()));
}

void HttpExchange::onSent()
{
    m_sent = true;
    m_timer.start(m_request.readTimeout.value_or(m_transport->settings().readTimeout));
}

void HttpExchange::onHeaders()
{
    if (!m_reply) {
        return;
    }
    onSent();
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const qint64 cap = m_transport->settings().maxBodyBytes;
    if (handsOn()) {
        return;
    }
    if (length > cap) {
        finish(failure(httperrors::tooLarge(m_request.url, cap)));
    } else if (length > 0) {
        m_response.body.reserve(length);
    }
}

void HttpExchange::onData()
{
    if (!m_reply) {
        return;
    }
    onSent();
    if (!take(m_reply->readAll())) {
        readHead();
        finish(m_response);
        return;
    }
    const qint64 cap = m_transport->settings().maxBodyBytes;
    if (m_response.body.size() > cap) {
        finish(failure(httperrors::tooLarge(m_request.url, cap)));
    }
}

bool HttpExchange::handsOn() const
{
    return m_request.onBody && m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() / 100 == 2;
}

bool HttpExchange::take(const QByteArray& part)
{
    m_received += part.size();
    if (handsOn()) {
        return part.isEmpty() || m_request.onBody(part);
    }
    m_response.body += part;
    return true;
}

void HttpExchange::readHead()
{
    m_response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_response.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    m_response.elapsedMs = m_clock.elapsed();
    for (const auto& header : m_reply->rawHeaderPairs()) {
        m_response.headers.append(header);
    }
}

void HttpExchange::onSslErrors(const QList<QSslError>& errors)
{
    const bool onlyHostName = std::ranges::all_of(
        errors, [](const QSslError& error) { return error.error() == QSslError::HostNameMismatch; });
    if (onlyHostName && !m_transport->settings().checkHostName) {
        m_reply->ignoreSslErrors(errors);
        return;
    }
    m_tlsErrors = errors;
}

void HttpExchange::onTimeout()
{
    const HttpSettings& settings = m_transport->settings();
    if (!m_sent && !m_connecting && m_transport->isCrowded()) {
        m_timer.start(settings.connectTimeout); // it waits behind our own requests, not for the server
        return;
    }
    finish(failure(m_sent ? httperrors::readTimeout(m_request.url, m_request.readTimeout.value_or(settings.readTimeout))
                          : httperrors::connectTimeout(m_request.url, settings.connectTimeout)));
}

void HttpExchange::onFinished()
{
    if (!m_done) {
        finish(outcomeOf());
    }
}

Result<HttpResponse> HttpExchange::outcomeOf()
{
    take(m_reply->readAll());
    readHead();
    if (!m_tlsErrors.isEmpty()) {
        const bool hasCaFile = !m_transport->settings().caFile.isEmpty();
        return failure(httperrors::untrusted(m_request.url, m_tlsErrors, hasCaFile));
    }
    const bool viaProxy = probe::usesProxy(m_transport->settings(), m_request.url);
    const QNetworkReply::NetworkError code = viaProxy ? proxyError(m_reply->error()) : m_reply->error();
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_response.status == 0 || !isStatusError(code)) {
        if (m_response.status != 0 && code == QNetworkReply::RemoteHostClosedError) {
            return failure(httperrors::cutShort(m_request.url, m_received, announced));
        }
        // Our body cannot be sent twice: that is how Qt says that the connection broke before an answer.
        const bool broke = code == QNetworkReply::ContentReSendError;
        return failure(httperrors::transport(
            broke ? QNetworkReply::RemoteHostClosedError : code, m_reply->errorString(), m_request.url));
    }
    if (announced > m_received && m_request.method != "HEAD") {
        return failure(httperrors::cutShort(m_request.url, m_received, announced));
    }
    const QSslConfiguration tls = m_reply->sslConfiguration();
    if (!tls.peerCertificate().isNull()) {
        m_response.tls = TlsInfo{protocolName(tls.sessionProtocol()), summaryOf(tls.peerCertificate())};
    }
    return m_response;
}

void HttpExchange::finish(Result<HttpResponse> outcome)
{
    if (m_done) {
        return;
    }
    m_done = true;
    m_timer.stop();
    m_subscription.reset();
    if (m_transport->wantsRecords()) {
        Q_EMIT ended(record(outcome));
    }
    if (m_reply) {
        // abort() emits finished() at once; nobody listens any more.
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    m_completion.complete(std::move(outcome));
    deleteLater();
}

ApiCall HttpExchange::record(const Result<HttpResponse>& outcome) const
{
    const Redactor forShell(m_transport->settings().secrets(), Redactor::environmentName);
    ApiCall call;
    call.startedAt = m_startedAt;
    call.method = QString::fromLatin1(m_request.method);
    call.url = forShell.url(m_request.url);
    call.requestHeaders = forShell.headers(m_sentHeaders);
    call.requestBody = preview(m_request.body, s_previewCap, forShell);
    call.status = m_response.status;
    call.elapsedMs = m_clock.elapsed();
    call.responseBytes = m_received;
    call.responsePreview = preview(m_response.body, m_request.previewBytes, m_transport->redactor());
    if (!outcome) {
        call.error = outcome.error().message;
    }
    return call;
}

} // namespace millrace
