// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flink/flinkfixture.h"
#include "tests/support/fakegateway.h"

#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

/// Servers that are down, slow, foreign or broken: each with the sentence that a person gets.
class FlinkBadInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opening_data();
    void opening();
    void gatewayDown();
    void noAddress();
    void otherOrigin();
    void untrusted();
    void submitting_data();
    void submitting();
    void fetching_data();
    void fetching();
    void killedInTheMiddle();
    void slowGateway();
    void secretsStayOut();
};

void FlinkBadInputTest::opening_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("part");
    const QByteArray versions = "/api_versions";
    const QByteArray info = "/v4/info";
    const QByteArray sessions = "/v4/sessions";
    const int protocol = int(ErrorKind::Protocol);
    const int auth = int(ErrorKind::Auth);
    const int http = int(ErrorKind::Http);
    QTest::newRow("another web server") << versions << Answer::html("<html><title>Grafana</title>") << protocol
                                        << u"a web page (\"Grafana\")"_s;
    QTest::newRow("web server without that page")
        << versions << Answer::html("<html><title>nginx</title>", 404) << http << u"not as a SQL Gateway does"_s;
    QTest::newRow("a JobManager") << versions << Answer::json(R"({"errors":["Not found: /api_versions"]})", 404) << http
                                  << u"the JobManager's is 8081"_s;
    QTest::newRow("another API") << versions << Answer::json(R"({"status":"ok"})") << protocol
                                 << u"no versions in it"_s;
    QTest::newRow("cut JSON") << versions << Answer::json(R"({"versions":["V1")") << protocol << u"no JSON"_s;
    QTest::newRow("empty") << versions << Answer::json("") << protocol << u"it is empty"_s;
    QTest::newRow("too new") << versions << Answer::json(R"({"versions":["V9"]})") << int(ErrorKind::Unsupported)
                             << u"speaks V9"_s;
    QTest::newRow("closed") << versions << Answer::tricked(Answer::Trick::CloseAtOnce) << int(ErrorKind::Network)
                            << u"closed the connection"_s;
    QTest::newRow("cut") << versions << Answer::tricked(Answer::Trick::CutBody, R"({"versions":["V1"]})")
                         << int(ErrorKind::Network) << u"in the middle"_s;
    QTest::newRow("compressed") << versions << Answer{.body = "\x1f\x8b", .headers = {{"Content-Encoding", "gzip"}}}
                                << protocol << u"compressed"_s;
    QTest::newRow("401") << versions << Answer::json("{}", 401) << auth << u"refuses the login (401)"_s;
    QTest::newRow("403") << info << Answer::html("<title>Forbidden</title>", 403) << auth << u"(403)"_s;
    QTest::newRow("500 without a stack") << info << Answer::json("oops", 500) << http << u"failed with status 500"_s;
    QTest::newRow("502") << sessions << Answer::html("<title>Bad Gateway</title>", 502) << http << u"not ready (502)"_s;
    QTest::newRow("500 with a stack") << sessions
                                      << stacks::answer(stacks::notPossible(
                                             u"Failed to openSession."_s, u"java.lang.X: Too many sessions."_s))
                                      << int(ErrorKind::Sql) << u"Too many sessions."_s;
    QTest::newRow("no handle") << sessions << Answer::json("{}") << protocol << u"no sessionHandle in it"_s;
}

void FlinkBadInputTest::opening()
{
    QFETCH(QByteArray, path);
    QFETCH(Answer, answer);
    QFETCH(int, kind);
    QFETCH(QString, part);
    FakeGateway gateway;
    QVERIFY(gateway.start());
    for (int i = 0; i < 5; ++i) { // Qt asks again when a connection breaks
        gateway.server().answerNext(path, answer);
    }
    const auto connection = connectTo(gateway.url());
    const auto session = await(connection->sqlExecution()->openSession({}, {}));
    QVERIFY(session && !*session);
    const Error& error = session->error();
    QVERIFY2(error.message.contains(part), qPrintable(error.message));
    QCOMPARE(error.kind, ErrorKind(kind));
    QCOMPARE(gateway.openSessions(), QStringList());
}

void FlinkBadInputTest::gatewayDown()
{
    const quint16 port = unusedPort();
    const auto connection = connectTo(QUrl(u"http://127.0.0.1:%1"_s.arg(port)));
    const auto session = await(connection->sqlExecution()->openSession({}, {}));
    QVERIFY(session && !*session);
    QCOMPARE(session->error().kind, ErrorKind::Network);
    QCOMPARE(session->error().message,
        u"Nothing listens on 127.0.0.1:%1: start the server, or correct the address."_s.arg(port));
    // It is up now: the same connection works.
    FakeGateway gateway;
    QVERIFY(gateway.start(port));
    auto later = openSession(*connection);
    QVERIFY(later);
    QVERIFY(awaitDone(later->close()));
}

void FlinkBadInputTest::noAddress()
{
    const auto connection = connectTo(QUrl(), {}, {{u"gateway"_s, u"http://h:80810"_s}});
    const auto session = await(connection->sqlExecution()->openSession({}, {}));
    QVERIFY(session && !*session);
    QCOMPARE(session->error().kind, ErrorKind::Usage);
}

void FlinkBadInputTest::otherOrigin()
{
    LoopbackServer other;
    QVERIFY(other.listen());
    LoopbackServer front;
    QVERIFY(front.listen());
    front.setHandler([&other](const ReceivedRequest& request) {
        return Answer::redirect(other.url(QString::fromUtf8(request.path())), 307);
    });
    const auto connection =
        connectTo(front.url(), {}, {{u"login"_s, u"basic"_s}, {u"user"_s, u"me"_s}, {u"headers"_s, u"X-Key: k123"_s}});
    const auto session = await(connection->sqlExecution()->openSession({}, {}));
    QVERIFY(session && !*session);
    QVERIFY2(session->error().message.contains(other.url().toString()), qPrintable(session->error().message));
    QCOMPARE(other.connectionCount(), 0);
}

void FlinkBadInputTest::untrusted()
{
    QTemporaryDir folder;
    const TestCertificates files = TestCertificates::make(folder.path());
    QVERIFY(files.isValid());
    FakeGateway gateway;
    QVERIFY(gateway.server().listenTls(files.serverCertificate, files.serverKey));
    const auto connection = connectTo(gateway.url());
    const auto session = await(connection->sqlExecution()->openSession({}, {}));
    QVERIFY(session && !*session);
    QCOMPARE(session->error().kind, ErrorKind::Tls);
    QVERIFY2(session->error().message.contains("Trusted CA"_L1), qPrintable(session->error().message));

    const auto trusting = connectTo(gateway.url(), {}, {{u"caFile"_s, files.ca}});
    const auto opened = openSession(*trusting);
    QVERIFY(opened);
    const auto summary = run(*opened, u"SELECT 1"_s);
    QVERIFY(summary && *summary);
    QVERIFY(awaitDone(opened->close()));
}

void FlinkBadInputTest::submitting_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("part");
    QTest::newRow("web page") << Answer::html("<title>Sign in</title>") << int(ErrorKind::Protocol) << u"Sign in"_s;
    QTest::newRow("no handle") << Answer::json("{}") << int(ErrorKind::Protocol) << u"operationHandle"_s;
    QTest::newRow("stack") << stacks::answer(stacks::notPossible(u"Failed."_s, u"java.lang.X: Queue is full."_s))
                           << int(ErrorKind::Sql) << u"Queue is full."_s;
    QTest::newRow("session lost") << stacks::answer(stacks::unknownSession(u"x"_s)) << int(ErrorKind::SessionLost)
                                  << u"no longer knows this session"_s;
    QTest::newRow("reset") << Answer::tricked(Answer::Trick::Reset) << int(ErrorKind::Network) << u"closed"_s;
    QTest::newRow("403") << Answer::json("{}", 403) << int(ErrorKind::Auth) << u"403"_s;
}

void FlinkBadInputTest::submitting()
{
    QFETCH(Answer, answer);
    QFETCH(int, kind);
    QFETCH(QString, part);
    FakeGateway gateway;
    QVERIFY(gateway.start());
    FakeStatement statement = FakeStatement::ok();
    statement.submitInstead = answer;
    gateway.script(u"INSERT"_s, statement);
    const auto connection = connectTo(gateway.url());
    const auto session = openSession(*connection);
    QVERIFY(session);
    const auto summary = run(*session, u"INSERT INTO t SELECT 1"_s);
    QVERIFY(summary && !*summary);
    QCOMPARE(summary->error().kind, ErrorKind(kind));
    QVERIFY2(summary->error().message.contains(part), qPrintable(summary->error().message));
    QCOMPARE(gateway.statements().size(), 1); // never submitted twice
    QVERIFY(awaitDone(session->close()));
}

void FlinkBadInputTest::fetching_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("part");
    const QByteArray page = R"({"resultType":"PAYLOAD","isQueryResult":true,"results":{"columns":[)";
    const int protocol = int(ErrorKind::Protocol);
    QTest::newRow("web page") << Answer::html("<title>Maintenance</title>") << protocol << u"Maintenance"_s;
    QTest::newRow("cut JSON") << Answer::json(page) << protocol << QString();
    QTest::newRow("empty") << Answer::json("") << protocol << QString();
    QTest::newRow("foreign JSON") << Answer::json(R"({"a":1})") << protocol << QString();
    QTest::newRow("does not go on") << Answer::json(
        R"({"resultType":"PAYLOAD","isQueryResult":true,"resultKind":"SUCCESS","results":{"columns":[],"rowFormat":"JSON","data":[]}})")
                                    << protocol << QString();
    QTest::newRow("cut") << Answer::tricked(Answer::Trick::CutBody, page) << int(ErrorKind::Network)
                         << u"in the middle"_s;
    QTest::newRow("503") << Answer::html("<title>x</title>", 503) << int(ErrorKind::Http) << u"not ready (503)"_s;
    QTest::newRow("closed by somebody") << stacks::answer(stacks::unknownOperation(u"x"_s)) << int(ErrorKind::Sql)
                                        << u"no longer knows this operation"_s;
}

void FlinkBadInputTest::fetching()
{
    QFETCH(Answer, answer);
    QFETCH(int, kind);
    QFETCH(QString, part);
    FakeGateway gateway;
    QVERIFY(gateway.start());
    FakeStatement statement = FakeStatement::counted(30, 10);
    statement.pages[2].instead = answer;
    gateway.script(u"SELECT"_s, statement);
    const auto connection = connectTo(gateway.url());
    const auto session = openSession(*connection);
    QVERIFY(session);
    const auto sink = std::make_shared<CollectingSink>();
    const auto summary = run(*session, u"SELECT * FROM t"_s, sink);
    QVERIFY(summary && !*summary);
    QVERIFY2(summary->error().kind == ErrorKind(kind), qPrintable(summary->error().message));
    QVERIFY2(summary->error().message.contains(part), qPrintable(summary->error().message));
    QVERIFY(!summary->error().message.isEmpty());
    QCOMPARE(sink->rowCount(), 10); // what had come stays
    const auto next = run(*session, u"SHOW TABLES"_s);
    QVERIFY2(next && *next, "the session goes on");
    QVERIFY(awaitDone(session->close()));
}

void FlinkBadInputTest::killedInTheMiddle()
{
    auto gateway = std::make_unique<FakeGateway>();
    QVERIFY(gateway->start());
    gateway->script(u"SELECT"_s, FakeStatement::counted(20, 5, true));
    const auto connection = connectTo(gateway->url());
    auto session = openSession(*connection);
    QVERIFY(session);
    const auto sink = std::make_shared<CollectingSink>();
    RunRequest request;
    request.statement = u"SELECT * FROM t"_s;
    Pending<Result<RunSummary>> running(session->run(request, sink, {}));
    QTRY_COMPARE(sink->rowCount(), 20);
    gateway->server().kill();
    QVERIFY(running.wait());
    QCOMPARE(running.value().error().kind, ErrorKind::Network);
    QVERIFY2(running.value().error().message.contains("127.0.0.1:"_L1), qPrintable(running.value().error().message));
    QVERIFY2(!session->isLost(), "a gateway that is away may come back with the session");
    QVERIFY2(awaitDone(session->close(), 10000), "closing does not wait for a dead gateway for ever");
}

void FlinkBadInputTest::slowGateway()
{
    FakeGateway gateway;
    QVERIFY(gateway.start());
    FakeStatement slow = FakeStatement::counted(5, 5);
    slow.pages[1].delayMs = 1500;
    gateway.script(u"SELECT * FROM slow"_s, slow);
    const auto hasty = connectTo(gateway.url(), {}, {{u"readTimeout"_s, u"1"_s}});
    auto session = openSession(*hasty);
    const auto late = run(*session, u"SELECT * FROM slow"_s);
    QVERIFY(late && !*late);
    QCOMPARE(late->error().kind, ErrorKind::Timeout);
    QVERIFY2(late->error().message.contains("silent for 1 s"_L1), qPrintable(late->error().message));
    QVERIFY(awaitDone(session->close()));
    const auto patient = connectTo(gateway.url(), {}, {{u"readTimeout"_s, u"20"_s}});
    session = openSession(*patient);
    const auto good = run(*session, u"SELECT * FROM slow"_s);
    QVERIFY(good && *good);
    QVERIFY(awaitDone(session->close()));
}

void FlinkBadInputTest::secretsStayOut()
{
    FakeGateway gateway;
    QVERIFY(gateway.start());
    gateway.script(u"CREATE"_s,
        FakeStatement::failing(stacks::notPossible(u"Failed."_s,
            u"org.apache.flink.table.api.ValidationException: Unable to create a sink.\n\nTable options are:\n\n'password'='hunter2'"_s)));
    const auto connection = connectTo(gateway.url());
    const auto session = openSession(*connection);
    QVERIFY(session);
    const auto summary = run(*session, u"CREATE TABLE t (a INT) WITH ('password' = 'hunter2')"_s);
    QVERIFY(summary && !*summary);
    QVERIFY(!QString(summary->error().message + summary->error().detail).contains("hunter2"_L1));
    QVERIFY(summary->error().detail.contains("'password'='***'"_L1));
    QVERIFY(awaitDone(session->close()));
}

QTEST_GUILESS_MAIN(FlinkBadInputTest)
#include "tst_flinkbadinput.moc"
