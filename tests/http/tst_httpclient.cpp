// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/httpclient.h"
#include "backends/http/httperrors.h"
#include "backends/http/redaction.h"
#include "tests/support/await.h"
#include "tests/support/loopbackserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Answer)

class HttpClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void get();
    void postSendsBodyAndHeaders();
    void login_data();
    void login();
    void statuses_data();
    void statuses();
    void statusesOnDemand();
    void failures_data();
    void failures();
    void silentAfterPost();
    void brokenChunks_data();
    void brokenChunks();
    void webPage_data();
    void webPage();
    void nobodyListens();
    void unknownHost();
    void postIsSentOnce_data();
    void postIsSentOnce();
    void connectionIsKept();
    void bodyCap_data();
    void bodyCap();
    void slowIsNotSilent();
    void cancelBefore();
    void cancelInFlight();
    void cancelAfter();
    void clientGone();
    void records();
    void recordsOfFailures();
    void manualProxy();
    void manyAtOnce();

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

void HttpClientTest::init()
{
    m_server = std::make_unique<LoopbackServer>();
    QVERIFY(m_server->listen());
}

void HttpClientTest::cleanup()
{
    m_server.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

HttpSettings HttpClientTest::settings() const
{
    HttpSettings settings;
    settings.connectTimeout = 10s;
    settings.readTimeout = 10s;
    return settings;
}

std::optional<Result<HttpResponse>> HttpClientTest::get(HttpClient& client, const QString& path)
{
    HttpRequest request;
    request.url = m_server->url(path);
    return await(client.send(request, {}));
}

void HttpClientTest::get()
{
    m_server->answerNext("/a", Answer::json(R"({"x":1})"));
    HttpClient client(settings());
    const auto response = get(client, u"/a"_s);
    QVERIFY(response && *response);
    QCOMPARE((*response)->status, 200);
    QCOMPARE((*response)->body, R"({"x":1})");
    QCOMPARE((*response)->header("content-TYPE"), "application/json");
    QVERIFY(!(*response)->tls);
    const ReceivedRequest& seen = m_server->requests().first();
    QCOMPARE(seen.method, "GET");
    QCOMPARE(seen.target, "/a");
    QCOMPARE(seen.header("Accept"), "application/json");
    QCOMPARE(seen.header("Accept-Encoding"), "identity");
    QVERIFY(seen.header("User-Agent").startsWith("Millrace/"));
    QVERIFY(seen.header("Authorization").isEmpty());
    QVERIFY(seen.body.isEmpty());
}

void HttpClientTest::postSendsBodyAndHeaders()
{
    m_server->answerNext("/p", Answer::json("{}"));
    HttpSettings with = settings();
    with.headers = {{"X-Team", "shop"}};
    HttpClient client(with);
    const QByteArray body(100'000, 'b');
    const auto response = await(client.send(post(m_server->url(u"/p"_s), body), {}));
    QVERIFY(response && *response);
    const ReceivedRequest& seen = m_server->requests().first();
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.body, body);
    QCOMPARE(seen.header("Content-Type"), "application/json");
    QCOMPARE(seen.header("Content-Length"), "100000");
    QCOMPARE(seen.header("X-Team"), "shop");
}

void HttpClientTest::login_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("none") << int(HttpLogin::Method::None) << QByteArray();
    QTest::newRow("basic") << int(HttpLogin::Method::Basic) << "Basic " + QByteArray("jörg:pa:ss").toBase64();
    QTest::newRow("bearer") << int(HttpLogin::Method::Bearer) << QByteArray("Bearer tok.en");
}

void HttpClientTest::login()
{
    QFETCH(int, method);
    QFETCH(QByteArray, header);
    HttpSettings with = settings();
    with.login = {.method = HttpLogin::Method(method), .user = u"jörg"_s, .password = u"pa:ss"_s, .token = u"tok.en"_s};
    HttpClient client(with);
    m_server->answerNext("/a", Answer::json("{}"));
    QVERIFY(get(client, u"/a"_s));
    QCOMPARE(m_server->requests().first().header("Authorization"), header);
}

void HttpClientTest::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("part");
    QTest::newRow("400") << 400 << int(ErrorKind::Http) << u"400"_s;
    QTest::newRow("401") << 401 << int(ErrorKind::Auth) << u"login"_s;
    QTest::newRow("403") << 403 << int(ErrorKind::Auth) << u"right"_s;
    QTest::newRow("404") << 404 << int(ErrorKind::Http) << u"/a"_s;
    QTest::newRow("409") << 409 << int(ErrorKind::Http) << u"409"_s;
    QTest::newRow("500") << 500 << int(ErrorKind::Http) << u"500"_s;
    QTest::newRow("502") << 502 << int(ErrorKind::Http) << u"not ready"_s;
    QTest::newRow("503") << 503 << int(ErrorKind::Http) << u"not ready"_s;
    QTest::newRow("599") << 599 << int(ErrorKind::Http) << u"599"_s;
}

void HttpClientTest::statuses()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    QFETCH(QString, part);
    Answer answer = Answer::json(R"({"errors":["no","password":"hunter2"]})", status);
    if (status == 401) {
        answer.headers = {{"WWW-Authenticate", "Basic realm=\"x\""}};
    }
    m_server->answerNext("/a", answer);
    HttpClient client(settings());
    const auto response = get(client, u"/a"_s);
    QVERIFY(response && !*response);
    const Error& error = response->error();
    QCOMPARE(error.kind, ErrorKind(kind));
    QCOMPARE(error.httpStatus, status);
    QVERIFY2(error.message.contains(part), qPrintable(error.message));
    QVERIFY2(error.message.contains(u"127.0.0.1:%1"_s.arg(m_server->port())), qPrintable(error.message));
    QVERIFY2(error.detail.contains("errors"_L1), qPrintable(error.detail));
    QVERIFY(!error.detail.contains("hunter2"_L1));
    QCOMPARE(m_server->requests().size(), 1);
}

void HttpClientTest::statusesOnDemand()
{
    m_server->answerNext("/a", Answer::json(R"({"errors":["x"]})", 500));
    HttpClient client(settings());
    HttpRequest request;
    request.url = m_server->url(u"/a"_s);
    request.anyStatus = true;
    const auto response = await(client.send(request, {}));
    QVERIFY(response && *response);
    QCOMPARE((*response)->status, 500);
    QCOMPARE((*response)->body, R"({"errors":["x"]})");
}

void HttpClientTest::failures_data()
{
    QTest::addColumn<int>("trick");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("part");
    using Trick = Answer::Trick;
    const int network = int(ErrorKind::Network);
    QTest::newRow("closed at once") << int(Trick::CloseAtOnce) << network << u"closed the connection"_s;
    QTest::newRow("reset") << int(Trick::Reset) << network << u"closed the connection"_s;
    QTest::newRow("headers cut") << int(Trick::CutHeaders) << network << u"closed the connection"_s;
    QTest::newRow("body cut") << int(Trick::CutBody) << network << u"in the middle"_s;
    QTest::newRow("not HTTP") << int(Trick::NotHttp) << network << u"check that the port is right"_s;
    QTest::newRow("silent") << int(Trick::Hang) << int(ErrorKind::Timeout) << u"silent for 0.3 s"_s;
    QTest::newRow("silent in the middle")
        << int(Trick::HangAfterHeaders) << int(ErrorKind::Timeout) << u"silent for 0.3 s"_s;
}

void HttpClientTest::failures()
{
    QFETCH(int, trick);
    QFETCH(int, kind);
    QFETCH(QString, part);
    m_server->setHandler(
        [trick](const ReceivedRequest&) { return Answer::tricked(Answer::Trick(trick), R"({"a":"0123456789"})"); });
    HttpSettings with = settings();
    with.readTimeout = 300ms;
    HttpClient client(with);
    const auto response = get(client, u"/a"_s);
    QVERIFY(response && !*response);
    const Error& error = response->error();
    QVERIFY2(error.kind == ErrorKind(kind), qPrintable(toId(error.kind) + u": "_s + error.message + error.detail));
    QVERIFY2(error.message.contains(part), qPrintable(error.message));
    QVERIFY2(error.message.contains(u"127.0.0.1:%1"_s.arg(m_server->port())), qPrintable(error.message));
}

void HttpClientTest::silentAfterPost()
{
    m_server->setHandler([](const ReceivedRequest&) { return Answer::tricked(Answer::Trick::Hang); });
    HttpSettings with = settings();
    with.readTimeout = 300ms;
    HttpClient client(with);
    for (const QByteArray& body : {QByteArray("{}"), QByteArray()}) {
        const auto response = await(client.send(post(m_server->url(u"/a"_s), body), {}));
        QVERIFY(response && !*response);
        QVERIFY2(response->error().message.contains("silent for 0.3 s"_L1), qPrintable(response->error().message));
    }
}

void HttpClientTest::brokenChunks_data()
{
    QTest::addColumn<int>("trick");
    QTest::newRow("no size") << int(Answer::Trick::BadChunk);
    QTest::newRow("cut") << int(Answer::Trick::CutChunk);
}

/// Qt takes a chunk size that is none, and as a rule an early end, for the end of the body; at least it may not pass
/// for a whole answer, and what is missing makes the JSON unreadable.
void HttpClientTest::brokenChunks()
{
    QFETCH(int, trick);
    m_server->answerNext("/a", Answer::tricked(Answer::Trick(trick), R"({"a":"0123456789"})"));
    HttpClient client(settings());
    const auto response = get(client, u"/a"_s);
    QVERIFY(response);
    QVERIFY(!*response || !(*response)->body.endsWith('}'));
}

void HttpClientTest::webPage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("part");
    QTest::newRow("title") << QByteArray("<!DOCTYPE html><html><head><title>\n Sign&nbsp;in &amp; go </title>")
                           << QByteArray("text/html") << u"(\"Sign in & go\")"_s;
    QTest::newRow("no title") << QByteArray("<html><body>x") << QByteArray("text/html; charset=utf-8")
                              << u"a web page instead"_s;
    QTest::newRow("wrong type") << QByteArray("  <HTML><TITLE>Hello</TITLE>") << QByteArray("application/json")
                                << u"(\"Hello\")"_s;
    QTest::newRow("json") << QByteArray("{}") << QByteArray("text/plain") << QString();
}

void HttpClientTest::webPage()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(QString, part);
    m_server->answerNext("/a", {.body = body, .contentType = type});
    HttpClient client(settings());
    const auto response = get(client, u"/a"_s);
    QVERIFY(response && *response);
    const auto error = httperrors::notJson(**response, client.redactor());
    QCOMPARE(error.has_value(), !part.isEmpty());
    if (error) {
        QCOMPARE(error->kind, ErrorKind::Protocol);
        QVERIFY2(error->message.contains(part), qPrintable(error->message));
    }
}

void HttpClientTest::nobodyListens()
{
    HttpClient client(settings());
    HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(unusedPort()));
    const auto response = await(client.send(request, {}));
    QVERIFY(response && !*response);
    QCOMPARE(response->error().kind, ErrorKind::Network);
    QVERIFY2(response->error().message.startsWith("Nothing listens on 127.0.0.1:"_L1),
        qPrintable(response->error().message));
}

void HttpClientTest::unknownHost()
{
    HttpSettings with = settings();
    with.proxy.kind = HttpProxy::Kind::None;
    HttpClient client(with);
    HttpRequest request;
    request.url = QUrl(u"http://no-such-host.invalid:8083/"_s);
    const auto response = await(client.send(request, {}));
    QVERIFY(response && !*response);
    QVERIFY2(response->error().kind == ErrorKind::Network, qPrintable(response->error().message));
    QVERIFY2(response->error().message.contains("no-such-host.invalid"_L1), qPrintable(response->error().message));
}

void HttpClientTest::postIsSentOnce_data()
{
    QTest::addColumn<int>("trick");
    QTest::newRow("closed") << int(Answer::Trick::CloseAtOnce);
    QTest::newRow("reset") << int(Answer::Trick::Reset);
    QTest::newRow("cut") << int(Answer::Trick::CutHeaders);
}

/// A statement that went out must not run twice because the answer got lost.
void HttpClientTest::postIsSentOnce()
{
    QFETCH(int, trick);
    m_server->answerNext("/a", Answer::json("{}"));
    m_server->setHandler([trick](const ReceivedRequest&) { return Answer::tricked(Answer::Trick(trick)); });
    HttpClient client(settings());
    QVERIFY(get(client, u"/a"_s)); // so that the connection is one that was used before
    const auto response = await(client.send(post(m_server->url(u"/p"_s), "{\"statement\":\"INSERT\"}"), {}));
    QVERIFY(response && !*response);
    QVERIFY2(response->error().kind == ErrorKind::Network, qPrintable(response->error().message));
    QVERIFY2(response->error().message.contains("closed the connection"_L1), qPrintable(response->error().message));
    QCOMPARE(m_server->requestCount("/p"), 1);
}

void HttpClientTest::connectionIsKept()
{
    m_server->setHandler([](const ReceivedRequest&) { return Answer::json("{}"); });
    HttpClient client(settings());
    for (int i = 0; i < 5; ++i) {
        QVERIFY(get(client, u"/a"_s));
        QVERIFY(await(client.send(post(m_server->url(u"/p"_s), "{}"), {})));
    }
    QCOMPARE(m_server->requests().size(), 10);
    QCOMPARE(m_server->connectionCount(), 1);
}

void HttpClientTest::bodyCap_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("announced") << false;
    QTest::newRow("chunked") << true;
}

void HttpClientTest::bodyCap()
{
    QFETCH(bool, chunked);
    m_server->setHandler([chunked](const ReceivedRequest&) {
        Answer answer = Answer::json(QByteArray(3'000'000, 'x'));
        answer.chunked = chunked;
        return answer;
    });
    HttpSettings with = settings();
    with.maxBodyBytes = 2 * 1024 * 1024;
    HttpClient client(with);
    const auto response = get(client, u"/a"_s);
    QVERIFY(response && !*response);
    QCOMPARE(response->error().kind, ErrorKind::Protocol);
    QVERIFY2(response->error().message.contains("larger than 2 MB"_L1), qPrintable(response->error().message));
    HttpSettings more = settings();
    HttpClient patient(more);
    const auto whole = get(patient, u"/a"_s);
    QVERIFY(whole && *whole);
    QCOMPARE((*whole)->body.size(), 3'000'000);
}

/// The read time-out counts silence, not the whole answer.
void HttpClientTest::slowIsNotSilent()
{
    m_server->setHandler(
        [](const ReceivedRequest&) { return Answer::tricked(Answer::Trick::Drip, QByteArray(600, 'x')); });
    HttpSettings with = settings();
    with.readTimeout = 1s;
    HttpClient client(with);
    const auto response = get(client, u"/a"_s);
    QVERIFY(response);
    QVERIFY2(response->has_value(), "a dripping answer is still an answer");
    QCOMPARE((*response)->body.size(), 600);
    QVERIFY((*response)->elapsedMs > 1000);
}

void HttpClientTest::cancelBefore()
{
    HttpClient client(settings());
    CancellationSource source;
    source.cancel();
    HttpRequest request;
    request.url = m_server->url(u"/a"_s);
    const auto response = await(client.send(request, source.token()));
    QVERIFY(response && !*response);
    QVERIFY(response->error().isCancelled());
    QCOMPARE(m_server->connectionCount(), 0);
}

void HttpClientTest::cancelInFlight()
{
    m_server->setHandler([](const ReceivedRequest&) { return Answer::tricked(Answer::Trick::Hang); });
    HttpClient client(settings());
    CancellationSource source;
    HttpRequest request;
    request.url = m_server->url(u"/a"_s);
    Pending<Result<HttpResponse>> pending(client.send(request, source.token()));
    QTRY_COMPARE(m_server->requests().size(), 1);
    QVERIFY(!pending.isDone());
    source.cancel();
    QVERIFY2(!pending.isDone(), "nothing may resume inside cancel()");
    QVERIFY(pending.wait());
    QVERIFY(pending.value().error().isCancelled());
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void HttpClientTest::cancelAfter()
{
    m_server->answerNext("/a", Answer::json("{}"));
    HttpClient client(settings());
    CancellationSource source;
    HttpRequest request;
    request.url = m_server->url(u"/a"_s);
    const auto response = await(client.send(request, source.token()));
    QVERIFY(response && *response);
    source.cancel();
    QCOMPARE((*response)->status, 200);
}

void HttpClientTest::clientGone()
{
    m_server->setHandler([](const ReceivedRequest&) { return Answer::tricked(Answer::Trick::Hang); });
    auto client = std::make_unique<HttpClient>(settings());
    HttpRequest request;
    request.url = m_server->url(u"/a"_s);
    Pending<Result<HttpResponse>> pending(client->send(request, {}));
    Pending<Result<HttpResponse>> another(client->send(request, {}));
    QTRY_COMPARE(m_server->requests().size(), 2);
    client.reset();
    QVERIFY(pending.wait());
    QVERIFY(pending.value().error().isCancelled());
    QVERIFY(another.wait());
    QVERIFY(another.value().error().isCancelled());
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void HttpClientTest::records()
{
    m_server->answerNext("/a", Answer::redirect(QUrl(u"/b"_s)));
    m_server->answerNext("/b", Answer::json(R"({"password":"hunter2","x":")" + QByteArray(100'000, 'x') + "\"}"));
    HttpSettings with = settings();
    with.login = {.method = HttpLogin::Method::Bearer, .token = u"secret-token"_s};
    with.headers = {{"X-Api-Key", "key-12345"}};
    HttpClient client(with);
    QSignalSpy spy(&client, &HttpClient::exchanged);
    QVERIFY(spy.isValid());
    HttpRequest request = post(m_server->url(u"/a"_s), R"({"statement":"SET 'a.password' = 'hunter3'"})");
    QVERIFY(await(client.send(request, {})));
    QCOMPARE(spy.count(), 2);
    const auto first = spy.at(0).at(0).value<ApiCall>();
    QCOMPARE(first.id, 1);
    QCOMPARE(first.method, u"POST"_s);
    QCOMPARE(first.status, 302);
    QVERIFY(first.startedAt.isValid());
    QVERIFY2(first.requestBody.contains("'a.password' = '$MILLRACE_SECRET'"_L1), qPrintable(first.requestBody));
    const auto second = spy.at(1).at(0).value<ApiCall>();
    QCOMPARE(second.id, 2);
    QCOMPARE(second.status, 200);
    QVERIFY(second.responseBytes > 100'000);
    QVERIFY(second.responsePreview.size() <= 64 * 1024);
    for (const ApiCall& call : {first, second}) {
        const QString all = call.toCurl() + call.responsePreview + call.url;
        for (const QLatin1StringView secret : {"hunter"_L1, "secret-token"_L1, "key-12345"_L1}) {
            QVERIFY2(!all.contains(secret), qPrintable(all.left(2000)));
        }
    }
}

void HttpClientTest::recordsOfFailures()
{
    m_server->setHandler([](const ReceivedRequest&) { return Answer::tricked(Answer::Trick::CloseAtOnce); });
    HttpClient client(settings());
    QSignalSpy spy(&client, &HttpClient::exchanged);
    QVERIFY(get(client, u"/a"_s));
    QCOMPARE(spy.count(), 1);
    const auto call = spy.at(0).at(0).value<ApiCall>();
    QCOMPARE(call.status, 0);
    QVERIFY(call.error.contains("closed the connection"_L1));
}

void HttpClientTest::manualProxy()
{
    LoopbackServer proxy;
    QVERIFY(proxy.listen());
    proxy.setHandler([](const ReceivedRequest&) { return Answer::json(R"({"via":"proxy"})"); });
    HttpSettings with = settings();
    with.proxy = {.kind = HttpProxy::Kind::Manual, .host = u"127.0.0.1"_s, .port = proxy.port()};
    HttpClient client(with);
    HttpRequest request;
    request.url = QUrl(u"http://gateway.example:8083/v1/info"_s);
    const auto response = await(client.send(request, {}));
    QVERIFY(response && *response);
    QCOMPARE((*response)->body, R"({"via":"proxy"})");
    QCOMPARE(proxy.requests().first().target, "http://gateway.example:8083/v1/info");

    with.proxy.port = unusedPort();
    HttpClient broken(with);
    const auto failed = await(broken.send(request, {}));
    QVERIFY(failed && !*failed);
    QVERIFY2(failed->error().message.contains("proxy"_L1), qPrintable(failed->error().message));
}

/// More requests than Qt opens connections: those that wait must not run into the connect time-out.
void HttpClientTest::manyAtOnce()
{
    m_server->setHandler([](const ReceivedRequest&) {
        Answer answer = Answer::json("{}");
        answer.delayMs = 400;
        return answer;
    });
    HttpSettings with = settings();
    with.connectTimeout = 300ms;
    HttpClient client(with);
    HttpRequest request;
    request.url = m_server->url(u"/a"_s);
    std::vector<Pending<Result<HttpResponse>>> all;
    for (int i = 0; i < 20; ++i) {
        all.emplace_back(client.send(request, {}));
    }
    for (auto& each : all) {
        QVERIFY(each.wait());
        QVERIFY2(each.value().has_value(), "a request that waited its turn timed out");
    }
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
