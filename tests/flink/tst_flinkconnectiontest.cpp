// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flink/flinkfixture.h"
#include "tests/support/fakegateway.h"

#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

QString stateName(TestStep::State state)
{
    switch (state) {
    case TestStep::State::Ok:
        return u"ok"_s;
    case TestStep::State::Warning:
        return u"warning"_s;
    case TestStep::State::Failed:
        return u"failed"_s;
    case TestStep::State::NotTried:
        return u"not tried"_s;
    }
    return {};
}

QStringList texts(const ConnectionTest& test)
{
    QStringList lines;
    for (const TestStep& step : test.steps) {
        lines << stateName(step.state) + u": "_s + step.title;
    }
    return lines;
}

QStringList available(const ConnectionTest& test)
{
    QStringList titles;
    for (const CapabilityState& capability : test.capabilities) {
        titles << (capability.available ? capability.title : capability.title + u" · "_s + capability.reason);
    }
    return titles;
}

ConnectionTest testOf(Connection& connection, QStringList* observed = nullptr)
{
    auto result = await(connection.test(
        [observed](const TestStep& step) {
            if (observed) {
                observed->append(step.title);
            }
        },
        {}));
    return result ? *result : ConnectionTest();
}

} // namespace

/// What the Test button of the connection form says.
class FlinkConnectionTestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allIsWell();
    void noJobManager();
    void badJobManagerAddress();
    void jobManagerDown();
    void gatewayDown();
    void unknownHost();
    void notAGateway();
    void login_data();
    void login();
    void certificate_data();
    void certificate();
    void untrusted();
    void cancelled();

private:
    QTemporaryDir m_folder;
    TestCertificates m_files;
};

void FlinkConnectionTestTest::initTestCase()
{
    m_files = TestCertificates::make(m_folder.path());
    QVERIFY(m_files.isValid());
}

void FlinkConnectionTestTest::allIsWell()
{
    FakeGateway gateway;
    QVERIFY(gateway.start());
    const auto connection = connectTo(gateway.url(), gateway.jobManagerUrl());
    QStringList observed;
    const ConnectionTest test = testOf(*connection, &observed);
    QCOMPARE(texts(test),
        (QStringList{u"ok: Find 127.0.0.1"_s, u"ok: Connect to port %1"_s.arg(gateway.url().port()),
            u"ok: SQL Gateway"_s, u"ok: Open and close a session"_s, u"ok: JobManager"_s}));
    QCOMPARE(observed.size(), 5);
    QCOMPARE(test.steps[2].detail, u"Flink 2.3.0 · v1, v2, v3, v4 answered · v4 used"_s);
    QCOMPARE(test.verdict, u"SQL and jobs work."_s);
    QCOMPARE(test.advice, QString());
    QCOMPARE(test.worst(), TestStep::State::Ok);
    QVERIFY(test.finishedAt.isValid());
    QCOMPARE(available(test),
        (QStringList{u"SQL execution"_s, u"Catalogs"_s, u"Plans"_s, u"Submission of SQL"_s, u"Jobs"_s, u"Savepoints"_s,
            u"Cluster"_s, u"Logs and metrics"_s}));
    for (const TestStep& step : test.steps) {
        QVERIFY(step.elapsedMs >= 0);
    }
    QCOMPARE(gateway.openSessions(), QStringList());
    QCOMPARE(gateway.complaints(), QStringList());
}

void FlinkConnectionTestTest::noJobManager()
{
    FakeGateway gateway;
    QVERIFY(gateway.start());
    const auto connection = connectTo(gateway.url());
    const ConnectionTest test = testOf(*connection);
    QCOMPARE(texts(test).last(), u"not tried: JobManager"_s);
    QCOMPARE(test.verdict, u"SQL works; jobs do not yet."_s);
    QCOMPARE(test.advice, u"Add the JobManager address to see jobs, savepoints and logs."_s);
    QCOMPARE(available(test).last(), u"Logs and metrics · needs the JobManager"_s);
}

void FlinkConnectionTestTest::badJobManagerAddress()
{
    FakeGateway gateway;
    QVERIFY(gateway.start());
    const auto connection = connectTo(gateway.url(), {}, {{u"jobManager"_s, u"https://jm.example:80810"_s}});
    const ConnectionTest test = testOf(*connection);
    QCOMPARE(texts(test).last(), u"failed: JobManager"_s);
    QCOMPARE(test.steps.back().detail, u"not tried: the address is not valid"_s);
    QCOMPARE(test.steps.back().elapsedMs, -1);
    QCOMPARE(test.verdict, u"SQL works; jobs do not yet."_s);
    QCOMPARE(test.advice, u"Correct the JobManager address, then test again."_s);
}

void FlinkConnectionTestTest::jobManagerDown()
{
    FakeGateway gateway;
    QVERIFY(gateway.start());
    const auto connection = connectTo(gateway.url(), QUrl(u"http://127.0.0.1:%1"_s.arg(unusedPort())));
    const ConnectionTest test = testOf(*connection);
    QCOMPARE(texts(test).last(), u"failed: JobManager"_s);
    QVERIFY2(test.steps.back().detail.startsWith("Nothing listens"_L1), qPrintable(test.steps.back().detail));
    QCOMPARE(test.verdict, u"SQL works; jobs do not yet."_s);
}

void FlinkConnectionTestTest::gatewayDown()
{
    FakeGateway jobManager;
    QVERIFY(jobManager.start());
    const quint16 port = unusedPort();
    const auto connection = connectTo(QUrl(u"http://127.0.0.1:%1"_s.arg(port)), jobManager.jobManagerUrl(),
        {{u"login"_s, u"basic"_s}, {u"user"_s, u"svc"_s}});
    const ConnectionTest test = testOf(*connection);
    QCOMPARE(texts(test),
        (QStringList{u"ok: Find 127.0.0.1"_s, u"failed: Connect to port %1"_s.arg(port), u"not tried: SQL Gateway"_s,
            u"not tried: Log in as svc"_s, u"not tried: Open and close a session"_s, u"ok: JobManager"_s}));
    QCOMPARE(test.verdict, u"Jobs work; SQL does not yet."_s);
    QVERIFY(!test.advice.isEmpty());
    QCOMPARE(test.worst(), TestStep::State::Failed);
    QCOMPARE(available(test).first(), u"SQL execution · needs the SQL Gateway"_s);
}

void FlinkConnectionTestTest::unknownHost()
{
    const auto connection = connectTo(QUrl(u"http://no-such-host.invalid:8083"_s), {}, {{u"proxy"_s, u"none"_s}});
    const ConnectionTest test = testOf(*connection);
    QCOMPARE(texts(test).mid(0, 2),
        (QStringList{u"failed: Find no-such-host.invalid"_s, u"not tried: Connect to port 8083"_s}));
    QCOMPARE(test.verdict, u"This connection does not work yet."_s);
}

void FlinkConnectionTestTest::notAGateway()
{
    LoopbackServer server;
    QVERIFY(server.listen());
    server.setHandler([](const ReceivedRequest&) { return Answer::html("<title>Grafana</title>"); });
    const auto connection = connectTo(server.url());
    const ConnectionTest test = testOf(*connection);
    QCOMPARE(texts(test).mid(2, 2), (QStringList{u"failed: SQL Gateway"_s, u"not tried: Open and close a session"_s}));
    QVERIFY2(test.steps[2].detail.contains("Grafana"_L1), qPrintable(test.steps[2].detail));
}

void FlinkConnectionTestTest::login_data()
{
    QTest::addColumn<FormValues>("values");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("step");
    QTest::newRow("none") << FormValues() << QString() << u"failed: Log in"_s;
    QTest::newRow("right") << FormValues{{u"login"_s, u"basic"_s}, {u"user"_s, u"svc"_s}} << u"opensesame"_s
                           << u"ok: Log in as svc"_s;
    QTest::newRow("wrong") << FormValues{{u"login"_s, u"basic"_s}, {u"user"_s, u"svc"_s}} << u"open"_s
                           << u"failed: Log in as svc"_s;
    QTest::newRow("bearer") << FormValues{{u"login"_s, u"bearer"_s}} << u"opensesame"_s
                            << u"failed: Log in with the token"_s;
}

void FlinkConnectionTestTest::login()
{
    QFETCH(FormValues, values);
    QFETCH(QString, password);
    QFETCH(QString, step);
    FakeGateway gateway;
    QVERIFY(gateway.start());
    gateway.setAuthorization("Basic " + QByteArray("svc:opensesame").toBase64());
    const flink::FlinkBackend backend;
    ConnectionProfile profile;
    profile.values = backend.valuesForUrl(gateway.url().toString());
    profile.values.insert(values);
    const auto connection = backend.connect(profile, {{u"password"_s, password}, {u"token"_s, password}});
    const ConnectionTest test = testOf(*connection);
    QCOMPARE(texts(test).at(2), u"ok: SQL Gateway"_s);
    QCOMPARE(texts(test).at(3), step);
    QCOMPARE(texts(test).at(4),
        step.startsWith("ok"_L1) ? u"ok: Open and close a session"_s : u"not tried: Open and close a session"_s);
}

void FlinkConnectionTestTest::certificate_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("detail");
    QTest::newRow("good") << m_files.serverCertificate << u"ok: TLS 1.3, trusted by ca.pem"_s << QString();
    QTest::newRow("ends soon") << m_files.expiringCertificate << u"warning: TLS 1.3, trusted by ca.pem"_s
                               << u"the certificate of the server ends in 12 day(s), on "_s;
}

void FlinkConnectionTestTest::certificate()
{
    QFETCH(QString, file);
    QFETCH(QString, step);
    QFETCH(QString, detail);
    FakeGateway gateway;
    QVERIFY(gateway.server().listenTls(file, m_files.serverKey));
    const auto connection = connectTo(gateway.url(), gateway.url(), {{u"caFile"_s, m_files.ca}});
    const ConnectionTest test = testOf(*connection);
    QCOMPARE(texts(test).at(2), step);
    QVERIFY2(test.steps[2].detail.startsWith(detail), qPrintable(test.steps[2].detail));
    QCOMPARE(test.verdict, u"SQL and jobs work."_s);
    QCOMPARE(test.advice.isEmpty(), detail.isEmpty());
}

void FlinkConnectionTestTest::untrusted()
{
    FakeGateway gateway;
    QVERIFY(gateway.server().listenTls(m_files.serverCertificate, m_files.serverKey));
    const auto connection = connectTo(gateway.url());
    const ConnectionTest test = testOf(*connection);
    QCOMPARE(texts(test).mid(2, 2), (QStringList{u"failed: TLS"_s, u"not tried: SQL Gateway"_s}));
    QVERIFY2(test.steps[2].detail.contains("Trusted CA"_L1), qPrintable(test.steps[2].detail));
}

void FlinkConnectionTestTest::cancelled()
{
    LoopbackServer silent;
    QVERIFY(silent.listen());
    silent.setHandler([](const ReceivedRequest&) { return Answer::tricked(Answer::Trick::Hang); });
    const auto connection = connectTo(silent.url());
    CancellationSource source;
    Pending<ConnectionTest> pending(connection->test({}, source.token()));
    QTRY_COMPARE(silent.requests().size(), 1);
    source.cancel();
    QVERIFY(pending.wait());
    QCOMPARE(pending.value().verdict, u"The test was cancelled."_s);
}

QTEST_GUILESS_MAIN(FlinkConnectionTestTest)
#include "tst_flinkconnectiontest.moc"
