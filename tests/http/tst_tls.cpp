// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/httpclient.h"
#include "backends/http/probe.h"
#include "tests/support/await.h"
#include "tests/support/loopbackserver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

class TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trust_data();
    void trust();
    void clientCertificate_data();
    void clientCertificate();
    void plainServer();
    void tlsServerAskedPlainly();
    void badFiles_data();
    void badFiles();
    void summary();
    void probes();
    void probesThatFail();
    void probeCancelled();

private:
    QTemporaryDir m_folder;
    TestCertificates m_files;
};

namespace {

std::optional<Result<HttpResponse>> get(const HttpSettings& settings, const QUrl& url)
{
    HttpClient client(settings);
    HttpRequest request;
    request.url = url;
    return await(client.send(request, {}));
}

} // namespace

void TlsTest::initTestCase()
{
    m_files = TestCertificates::make(m_folder.path());
    QVERIFY2(m_files.isValid(), "the openssl command failed");
}

void TlsTest::trust_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("ca");
    QTest::addColumn<bool>("checkHostName");
    QTest::addColumn<QString>("part"); // of the error; empty when it shall work

    const QString good = m_files.serverCertificate;
    QTest::newRow("trusted") << good << m_files.ca << true << QString();
    QTest::newRow("unknown to the system") << good << QString() << true << u"Test Root signed it, whom this computer"_s;
    QTest::newRow("another CA") << good << m_files.otherCa << true << u"not in the file under Trusted CA"_s;
    QTest::newRow("another CA, no host check") << good << m_files.otherCa << false << u"not in the file"_s;
    QTest::newRow("expired") << m_files.expiredCertificate << m_files.ca << true << u"ended on"_s;
    QTest::newRow("expired, no host check") << m_files.expiredCertificate << m_files.ca << false << u"ended on"_s;
    QTest::newRow("wrong host") << m_files.wrongHostCertificate << m_files.ca << true << u"made out to elsewhere"_s;
    QTest::newRow("wrong host, unchecked") << m_files.wrongHostCertificate << m_files.ca << false << QString();
    QTest::newRow("wrong host, unknown CA, unchecked")
        << m_files.wrongHostCertificate << QString() << false << u"not trusted"_s;
}

void TlsTest::trust()
{
    QFETCH(QString, certificate);
    QFETCH(QString, ca);
    QFETCH(bool, checkHostName);
    QFETCH(QString, part);
    LoopbackServer server;
    QVERIFY(server.listenTls(certificate, m_files.serverKey));
    server.setHandler([](const ReceivedRequest&) { return Answer::json("{}"); });
    HttpSettings settings;
    settings.caFile = ca;
    settings.checkHostName = checkHostName;
    settings.login = {.method = HttpLogin::Method::Bearer, .token = u"secret-token"_s};
    const auto response = get(settings, server.url(u"/a"_s));
    QVERIFY(response);
    if (part.isEmpty()) {
        QVERIFY2(response->has_value(), response->has_value() ? "" : qPrintable(response->error().message));
        QVERIFY((*response)->tls);
        QCOMPARE((*response)->tls->protocol, u"TLS 1.3"_s);
        QCOMPARE((*response)->tls->peer.issuer, u"Test Root"_s);
    } else {
        QVERIFY(!response->has_value());
        QCOMPARE(response->error().kind, ErrorKind::Tls);
        QVERIFY2(response->error().message.contains(part), qPrintable(response->error().message));
        QVERIFY2(response->error().detail.contains("SHA-256 "_L1), qPrintable(response->error().detail));
        QVERIFY2(server.requests().isEmpty(), "the request must not go out");
    }
}

void TlsTest::clientCertificate_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<bool>("works");
    QTest::newRow("none") << QString() << QString() << QString() << false;
    QTest::newRow("plain key") << m_files.clientCertificate << m_files.clientKey << QString() << true;
    QTest::newRow("encrypted key") << m_files.clientCertificate << m_files.encryptedClientKey << u"opensesame"_s
                                   << true;
}

void TlsTest::clientCertificate()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, passphrase);
    QFETCH(bool, works);
    LoopbackServer server;
    QVERIFY(server.listenTls(m_files.serverCertificate, m_files.serverKey, m_files.ca));
    server.setHandler([](const ReceivedRequest&) { return Answer::json("{}"); });
    HttpSettings settings;
    settings.caFile = m_files.ca;
    if (!certificate.isEmpty()) {
        settings.login = {.method = HttpLogin::Method::ClientCertificate,
            .certificateFile = certificate,
            .keyFile = key,
            .keyPassphrase = passphrase};
    }
    const auto response = get(settings, server.url(u"/a"_s));
    QVERIFY(response);
    QVERIFY2(response->has_value() == works, works ? qPrintable(response->error().message) : "it must fail");
    if (!works) {
        QVERIFY2(response->error().kind == ErrorKind::Tls || response->error().kind == ErrorKind::Network,
            qPrintable(response->error().message));
        QVERIFY(server.requests().isEmpty());
    }
}

void TlsTest::plainServer()
{
    LoopbackServer server;
    QVERIFY(server.listen());
    QUrl url = server.url(u"/a"_s);
    url.setScheme(u"https"_s);
    const auto response = get({}, url);
    QVERIFY(response && !*response);
    QVERIFY2(response->error().message.contains("does not speak TLS"_L1) || response->error().kind == ErrorKind::Timeout
            || response->error().kind == ErrorKind::Network,
        qPrintable(response->error().message));
}

void TlsTest::tlsServerAskedPlainly()
{
    LoopbackServer server;
    QVERIFY(server.listenTls(m_files.serverCertificate, m_files.serverKey));
    QUrl url = server.url(u"/a"_s);
    url.setScheme(u"http"_s);
    const auto response = get({}, url);
    QVERIFY(response && !*response);
    QVERIFY2(response->error().kind == ErrorKind::Network || response->error().kind == ErrorKind::Protocol,
        qPrintable(response->error().message));
}

void TlsTest::badFiles_data()
{
    QTest::addColumn<QString>("ca");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("part");
    const QString missing = m_folder.filePath(u"missing.pem"_s);
    QTest::newRow("no CA file") << missing << QString() << QString() << QString() << u"missing.pem cannot be read"_s;
    QTest::newRow("CA file without certificate")
        << m_files.serverKey << QString() << QString() << QString() << u"holds no certificate"_s;
    QTest::newRow("no client certificate")
        << m_files.ca << missing << m_files.clientKey << QString() << u"missing.pem cannot be read"_s;
    QTest::newRow("no key") << m_files.ca << m_files.clientCertificate << missing << QString()
                            << u"missing.pem cannot be read"_s;
    QTest::newRow("certificate as key") << m_files.ca << m_files.clientCertificate << m_files.clientCertificate
                                        << QString() << u"no private key"_s;
    QTest::newRow("wrong passphrase") << m_files.ca << m_files.clientCertificate << m_files.encryptedClientKey
                                      << u"open"_s << u"passphrase"_s;
}

void TlsTest::badFiles()
{
    QFETCH(QString, ca);
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, passphrase);
    QFETCH(QString, part);
    LoopbackServer server;
    QVERIFY(server.listenTls(m_files.serverCertificate, m_files.serverKey));
    HttpSettings settings;
    settings.caFile = ca;
    if (!certificate.isEmpty()) {
        settings.login = {.method = HttpLogin::Method::ClientCertificate,
            .certificateFile = certificate,
            .keyFile = key,
            .keyPassphrase = passphrase};
    }
    const auto response = get(settings, server.url(u"/a"_s));
    QVERIFY(response && !*response);
    QCOMPARE(response->error().kind, ErrorKind::Tls);
    QVERIFY2(response->error().message.contains(part), qPrintable(response->error().message));
    QCOMPARE(server.connectionCount(), 0);
}

void TlsTest::summary()
{
    const auto certificate = certificateSummary(m_files.expiringCertificate);
    QVERIFY(certificate);
    QCOMPARE(certificate->subject, u"localhost"_s);
    QCOMPARE(certificate->issuer, u"Test Root"_s);
    QCOMPARE(QDateTime::currentDateTimeUtc().secsTo(certificate->validUntil) / 86400, 12);
    QCOMPARE(certificate->fingerprint.size(), 95);
    QVERIFY(!certificateSummary(m_files.serverKey));
}

void TlsTest::probes()
{
    LoopbackServer server;
    QVERIFY(server.listenTls(m_files.serverCertificate, m_files.serverKey));
    HttpSettings settings;
    settings.caFile = m_files.ca;
    QUrl url = server.url();
    const auto found = await(probe::findHost(settings, url, {}));
    QVERIFY(found && *found);
    QCOMPARE(**found, QStringList{u"127.0.0.1"_s});
    const auto connected = await(probe::connectToPort(settings, url, {}));
    QVERIFY(connected && *connected);
    const auto shaken = await(probe::handshake(settings, url, {}));
    QVERIFY(shaken);
    QVERIFY2(shaken->has_value(), shaken->has_value() ? "" : qPrintable(shaken->error().message));
    QCOMPARE((*shaken)->peer.subject, u"localhost"_s);
    QVERIFY(!probe::usesProxy(settings, url));
    settings.proxy = {.kind = HttpProxy::Kind::Manual, .host = u"proxy.example"_s, .port = 3128};
    QVERIFY(probe::usesProxy(settings, url));
}

void TlsTest::probesThatFail()
{
    HttpSettings settings;
    const auto found = await(probe::findHost(settings, QUrl(u"https://no-such-host.invalid"_s), {}));
    QVERIFY(found && !*found);
    const QUrl closed(u"https://127.0.0.1:%1"_s.arg(unusedPort()));
    const auto connected = await(probe::connectToPort(settings, closed, {}));
    QVERIFY(connected && !*connected);
    QVERIFY2(connected->error().message.startsWith("Nothing listens"_L1), qPrintable(connected->error().message));
    LoopbackServer server;
    QVERIFY(server.listenTls(m_files.serverCertificate, m_files.serverKey));
    const auto shaken = await(probe::handshake(settings, server.url(), {}));
    QVERIFY(shaken && !*shaken);
    QCOMPARE(shaken->error().kind, ErrorKind::Tls);
    QVERIFY2(shaken->error().message.contains("not trusted"_L1), qPrintable(shaken->error().message));
}

void TlsTest::probeCancelled()
{
    LoopbackServer silent; // never answers the handshake
    QVERIFY(silent.listen());
    QUrl url = silent.url();
    url.setScheme(u"https"_s);
    CancellationSource source;
    Pending<Result<TlsInfo>> pending(probe::handshake({}, url, source.token()));
    QTRY_COMPARE(silent.connectionCount(), 1);
    source.cancel();
    QVERIFY(pending.wait());
    QVERIFY(pending.value().error().isCancelled());
    HttpSettings hasty;
    hasty.connectTimeout = std::chrono::milliseconds(200);
    const auto late = await(probe::handshake(hasty, url, {}));
    QVERIFY(late && !*late);
    QCOMPARE(late->error().kind, ErrorKind::Timeout);
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
