// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/httperrors.h"

#include "backends/http/certificates.h"
#include "backends/http/httpclient.h"
#include "backends/http/redaction.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QSslCertificate>

#include <algorithm>

namespace millrace::httperrors {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

Error error(ErrorKind kind, const QString& message, const QString& detail = {}, int status = 0)
{
    return {.kind = kind, .message = message, .detail = detail, .httpStatus = status};
}

QString seconds(std::chrono::milliseconds time)
{
    const double value = double(time.count()) / 1000.0;
    return QLocale::c().toString(value, 'f', time.count() % 1000 == 0 ? 0 : 1);
}

bool isHtml(const HttpResponse& response)
{
    const QByteArray type = response.header("Content-Type").toLower();
    if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
        return true;
    }
    const QByteArray start = response.body.left(512).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

QString detailOf(const HttpResponse& response, const Redactor& redactor)
{
    const QString body = QString::fromUtf8(response.body.left(64 * 1024));
    return redactor.text(u"HTTP %1 %2\n%3\n\n%4"_s.arg(response.status)
                             .arg(QString::fromUtf8(response.reason), redactor.url(response.url), body));
}

/// The error that decides, with what to do about it.
QString tlsSentence(const QUrl& url, const QSslError& problem, bool hasCaFile)
{
    const CertificateSummary peer = summaryOf(problem.certificate());
    const QString host = hostAndPort(url);
    switch (problem.error()) {
    case QSslError::CertificateExpired:
        return Texts::tr("The certificate of %1 ended on %2: the server needs a new one.")
            .arg(host, QLocale().toString(peer.validUntil.date(), QLocale::ShortFormat));
    case QSslError::CertificateNotYetValid:
        return Texts::tr("The certificate of %1 is not valid before %2: check the clocks of both computers.")
            .arg(host, QLocale().toString(peer.validFrom.date(), QLocale::ShortFormat));
    case QSslError::HostNameMismatch:
        return Texts::tr(
            "The certificate of %1 is made out to %2: use that name in the address, or switch off Check host "
            "name.")
            .arg(host, peer.subject);
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return hasCaFile
            ? Texts::tr("The certificate of %1 is not trusted: %2 signed it, and that is not in the file under "
                        "Trusted CA. Choose the file that holds it.")
                  .arg(host, peer.issuer)
            : Texts::tr("The certificate of %1 is not trusted: %2 signed it, whom this computer does not know. "
                        "Choose the CA's file under Trusted CA.")
                  .arg(host, peer.issuer);
    case QSslError::NoPeerCertificate:
        return Texts::tr("%1 shows no certificate: it cannot be trusted.").arg(host);
    default:
        return Texts::tr("The certificate of %1 is not accepted: %2.").arg(host, problem.errorString());
    }
}

} // namespace

QString hostAndPort(const QUrl& url)
{
    const QString host = url.host();
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    return u"%1:%2"_s.arg(host.contains(u':') ? u'[' + host + u']' : host).arg(port);
}

QString origin(const QUrl& url)
{
    return url.scheme() + u"://"_s + hostAndPort(url);
}

Error transport(QNetworkReply::NetworkError code, const QString& reason, const QUrl& url)
{
    const QString host = hostAndPort(url);
    const auto network = [&](const QString& message) { return error(ErrorKind::Network, message, reason); };
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return network(Texts::tr("Nothing listens on %1: start the server, or correct the address.").arg(host));
    case QNetworkReply::HostNotFoundError:
        return network(Texts::tr("No host is named %1: correct the address, or check the network.").arg(url.host()));
    case QNetworkReply::RemoteHostClosedError:
        return network(
            Texts::tr("%1 closed the connection without an answer: check that the port is right, and look into "
                      "the server's log.")
                .arg(host));
    case QNetworkReply::TimeoutError:
        return error(
            ErrorKind::Timeout, Texts::tr("%1 did not answer: check the address and the network.").arg(host), reason);
    case QNetworkReply::SslHandshakeFailedError:
        if (reason.contains("wrong version number"_L1) || reason.contains("record layer"_L1)) {
            return error(ErrorKind::Tls,
                Texts::tr("%1 does not speak TLS: use http:// in the address, or the server's TLS port.").arg(host),
                reason);
        }
        if (reason.contains("certificate required"_L1) || reason.contains("bad certificate"_L1)
            || reason.contains("handshake failure"_L1)) {
            return error(ErrorKind::Tls,
                Texts::tr("%1 asks for a client certificate that it accepts: choose one under Login.").arg(host),
                reason);
        }
        return error(ErrorKind::Tls, Texts::tr("No secure connection to %1: %2.").arg(host, reason), reason);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return network(
            Texts::tr("The proxy on the way to %1 cannot be reached: correct it in the connection.").arg(host));
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return error(ErrorKind::Auth,
            Texts::tr("The proxy on the way to %1 wants a login: choose another proxy in the connection.").arg(host),
            reason);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return error(ErrorKind::Protocol, Texts::tr("%1 does not answer in HTTP: check the port.").arg(host), reason);
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::TemporaryNetworkFailureError:
        return network(Texts::tr("The network is down: %1 cannot be reached.").arg(host));
    default:
        return network(Texts::tr("The connection to %1 failed: %2.").arg(host, reason));
    }
}

Error connectTimeout(const QUrl& url, std::chrono::milliseconds allowed)
{
    return error(ErrorKind::Timeout,
        Texts::tr("No connection to %1 within %2 s: check the address and the network, or allow more time.")
            .arg(hostAndPort(url), seconds(allowed)));
}

Error readTimeout(const QUrl& url, std::chrono::milliseconds allowed)
{
    return error(ErrorKind::Timeout,
        Texts::tr("%1 was silent for %2 s: try again, or allow more time in the connection.")
            .arg(hostAndPort(url), seconds(allowed)));
}

Error untrusted(const QUrl& url, const QList<QSslError>& errors, bool hasCaFile)
{
    // An unknown signer says more than the other errors which follow from it.
    const auto worst = std::ranges::find_if(errors, [](const QSslError& problem) {
        return problem.error() != QSslError::HostNameMismatch && problem.error() != QSslError::CertificateUntrusted
            && problem.error() != QSslError::UnableToVerifyFirstCertificate;
    });
    const QSslError& problem = worst != errors.end() ? *worst : errors.first();
    QStringList detail;
    for (const QSslError& each : errors) {
        detail << each.errorString();
    }
    const CertificateSummary peer = summaryOf(problem.certificate());
    detail << u"%1 ← %2"_s.arg(peer.subject, peer.issuer)
           << peer.validFrom.toString(Qt::ISODate) + u" … "_s + peer.validUntil.toString(Qt::ISODate)
           << u"SHA-256 "_s + peer.fingerprint;
    return error(ErrorKind::Tls, tlsSentence(url, problem, hasCaFile), detail.join(u'\n'));
}

Error redirectElsewhere(const QUrl& from, const QUrl& target)
{
    return error(ErrorKind::Protocol,
        Texts::tr(
            "%1 redirects to %2, which is not followed, so that the login stays where it belongs: enter that address "
            "in the connection if it is right.")
            .arg(origin(from), origin(target)),
        Redactor().url(target));
}

Error redirectLoop(const QUrl& url)
{
    return error(ErrorKind::Protocol,
        Texts::tr("%1 redirects again and again: check the address.").arg(hostAndPort(url)), Redactor().url(url));
}

Error tooLarge(const QUrl& url, qint64 cap)
{
    return error(ErrorKind::Protocol,
        Texts::tr("The answer of %1 is larger than %2 MB and was dropped: ask for less at a time.")
            .arg(hostAndPort(url))
            .arg(cap / (1024 * 1024)));
}

Error cutShort(const QUrl& url, qint64 got, qint64 announced)
{
    return error(ErrorKind::Network,
        Texts::tr(
            "%1 closed the connection in the middle of its answer: try again, and look into the server's log if it "
            "stays so.")
            .arg(hostAndPort(url)),
        announced > 0 ? Texts::tr("%1 of %2 bytes came.").arg(got).arg(announced)
                      : Texts::tr("%1 bytes came.").arg(got));
}

Error status(const HttpResponse& response, const Redactor& redactor)
{
    const QString host = hostAndPort(response.url);
    const int code = response.status;
    QString message;
    ErrorKind kind = ErrorKind::Http;
    if (code == 401) {
        kind = ErrorKind::Auth;
        message = Texts::tr("%1 refuses the login (401): check it in the connection.").arg(host);
    } else if (code == 403) {
        kind = ErrorKind::Auth;
        message = Texts::tr("%1 does not allow this (403): this login lacks the right to it.").arg(host);
    } else if (code == 407) {
        kind = ErrorKind::Auth;
        message = Texts::tr("The proxy on the way to %1 wants a login (407): choose another proxy.").arg(host);
    } else if (code == 404) {
        message = Texts::tr("%1 knows nothing at %2 (404): check the address.").arg(host, response.url.path());
    } else if (code == 502 || code == 503 || code == 504) {
        message = Texts::tr("%1 is not ready (%2): the server behind it is down or starting. Try again later.")
                      .arg(host)
                      .arg(code);
    } else if (code >= 500) {
        message = Texts::tr("%1 failed with status %2: its log says why.").arg(host).arg(code);
    } else {
        message = Texts::tr("%1 refused the request with status %2.").arg(host).arg(code);
    }
    if (isHtml(response)) {
        const QString title = pageTitle(response.body);
        if (!title.isEmpty()) {
            message += u' ' + Texts::tr("It sent a web page: \"%1\".").arg(title);
        }
    }
    return error(kind, message, detailOf(response, redactor), code);
}

std::optional<Error> notJson(const HttpResponse& response, const Redactor& redactor)
{
    const QString host = hostAndPort(response.url);
    const QByteArray encoding = response.header("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity") {
        return error(ErrorKind::Protocol,
            Texts::tr("%1 compressed its answer (%2) although it was asked not to: a proxy on the way may do so.")
                .arg(host, QString::fromLatin1(encoding)),
            {}, response.status);
    }
    if (!isHtml(response)) {
        return std::nullopt;
    }
    const QString title = pageTitle(response.body);
    const QString message = title.isEmpty()
        ? Texts::tr("%1 answered with a web page instead of JSON: check that the address is the server's own.")
              .arg(host)
        : Texts::tr("%1 answered with a web page (\"%2\") instead of JSON: check that the address is the server's own.")
              .arg(host, title);
    return error(ErrorKind::Protocol, message, detailOf(response, redactor), response.status);
}

QString pageTitle(const QByteArray& body)
{
    static const QRegularExpression s_title(u"<title[^>]*>(.*?)</title>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    QString title = s_title.match(QString::fromUtf8(body.left(16 * 1024))).captured(1).simplified();
    title.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    title.replace("&#39;"_L1, "'"_L1).replace("&nbsp;"_L1, " "_L1).replace("&amp;"_L1, "&"_L1);
    return title.size() > 80 ? title.left(79) + u'…' : title;
}

} // namespace millrace::httperrors
