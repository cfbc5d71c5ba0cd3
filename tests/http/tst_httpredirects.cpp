// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/loopbackserver.h"

#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Where an answer sends the request elsewhere: within an origin it follows, to another one nothing goes.
class HttpRedirectsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void redirects_data();
    void redirects();
    void redirectElsewhere_data();
    void redirectElsewhere();
    void redirectLoop();

private:
    [[nodiscard]] HttpSettings settings() const;
    std::optional<Result<HttpResponse>> get(HttpClient& client, const QString& path);

    std::unique_ptr<LoopbackServer> m_server;
};

namespace {

HttpRequest post(const QUrl& url, const QByteArray& body)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.body = body;
    request.contentType = "application/json";
    return request;
}

} // namespace

void HttpRedirectsTest::init()
{
    m_server = std::make_unique<LoopbackServer>();
    QVERIFY(m_server->listen());
}

void HttpRedirectsTest::cleanup()
{
    m_server.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

HttpSettings HttpRedirectsTest::settings() const
{
    HttpSettings settings;
    settings.connectTimeout = 10s;
    settings.readTimeout = 10s;
    return settings;
}

std::optional<Result<HttpResponse>> HttpRedirectsTest::get(HttpClient& client, const QString& path)
{
    HttpRequest request;
    request.url = m_server->url(path);
    return await(client.send(request, {}));
}

void HttpRedirectsTest::redirects_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("then");
    QTest::newRow("GET 301") << QByteArray("GET") << 301 << QByteArray("GET");
    QTest::newRow("GET 307") << QByteArray("GET") << 307 << QByteArray("GET");
    QTest::newRow("POST 302") << QByteArray("POST") << 302 << QByteArray("GET");
    QTest::newRow("POST 303") << QByteArray("POST") << 303 << QByteArray("GET");
    QTest::newRow("POST 307") << QByteArray("POST") << 307 << QByteArray("POST");
    QTest::newRow("POST 308") << QByteArray("POST") << 308 << QByteArray("POST");
    QTest::newRow("DELETE 302") << QByteArray("DELETE") << 302 << QByteArray("DELETE");
    QTest::newRow("DELETE 303") << QByteArray("DELETE") << 303 << QByteArray("GET");
}

void HttpRedirectsTest::redirects()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    QFETCH(QByteArray, then);
    m_server->answerNext("/a", Answer::redirect(QUrl(u"/b?x=1"_s), status));
    m_server->answerNext("/b", Answer::json(R"({"here":true})"));
    HttpSettings with = settings();
    with.login = {.method = HttpLogin::Method::Bearer, .token = u"secret-token"_s};
    HttpClient client(with);
    HttpRequest request = post(m_server->url(u"/a"_s), method == "POST" ? "body" : "");
    request.method = method;
    const auto response = await(client.send(request, {}));
    QVERIFY(response && *response);
    QCOMPARE((*response)->body, R"({"here":true})");
    QCOMPARE((*response)->url.path(), u"/b"_s);
    QCOMPARE(m_server->requests().size(), 2);
    const ReceivedRequest& second = m_server->requests().last();
    QCOMPARE(second.method, then);
    QCOMPARE(second.target, "/b?x=1");
    QCOMPARE(second.body, then == "POST" ? "body" : "");
    QCOMPARE(second.header("Authorization"), "Bearer secret-token");
}

void HttpRedirectsTest::redirectElsewhere_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d", status) << status;
    }
}

/// Another port is another origin: nothing goes there, the login least of all.
void HttpRedirectsTest::redirectElsewhere()
{
    QFETCH(int, status);
    LoopbackServer other;
    QVERIFY(other.listen());
    m_server->answerNext("/a", Answer::redirect(other.url(u"/steal"_s), status));
    HttpSettings with = settings();
    with.login = {.method = HttpLogin::Method::Basic, .user = u"u"_s, .password = u"hunter2"_s};
    HttpClient client(with);
    const auto response = get(client, u"/a"_s);
    QVERIFY(response && !*response);
    QCOMPARE(response->error().kind, ErrorKind::Protocol);
    QVERIFY2(response->error().message.contains(u"http://127.0.0.1:%1"_s.arg(other.port())),
        qPrintable(response->error().message));
    QCOMPARE(other.connectionCount(), 0);
}

void HttpRedirectsTest::redirectLoop()
{
    m_server->setHandler([](const ReceivedRequest&) { return Answer::redirect(QUrl(u"/a"_s)); });
    HttpClient client(settings());
    const auto response = get(client, u"/a"_s);
    QVERIFY(response && !*response);
    QCOMPARE(response->error().kind, ErrorKind::Protocol);
    QCOMPARE(m_server->requests().size(), 6);
}

QTEST_GUILESS_MAIN(HttpRedirectsTest)
#include "tst_httpredirects.moc"
