// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flink/flinkfixture.h"
#include "tests/support/fakegateway.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

/// Sessions and runs against a gateway that keeps state and checks every request.
class FlinkSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void versions_data();
    void versions();
    void opensWithProperties();
    void runsDdl();
    void runsQuery_data();
    void runsQuery();
    void tellsOfTheRun();
    void insertKeepsItsJob();
    void emptyResult();
    void rowCap_data();
    void rowCap();
    void settingsChange();
    void zones_data();
    void zones();
    void statementSet();
    void errorPlace();
    void failsInTheMiddle();
    void completes();
    void completeNeedsV2();
    void severalAtOnce();
    void plainTextWhenJsonFails();
    void sessionExpires();
    void heartbeatNoticesLoss();
    void closesWhenDropped();
    void connectionGoesFirst();
    void recordsCalls();

private:
    std::unique_ptr<FakeGateway> m_gateway;
    std::unique_ptr<Connection> m_connection;
    std::shared_ptr<SqlSession> m_session;
    bool m_mayStayOpen = false;
};

void FlinkSessionTest::init()
{
    m_gateway = std::make_unique<FakeGateway>();
    QVERIFY(m_gateway->start());
    m_connection = connectTo(m_gateway->url(), m_gateway->jobManagerUrl());
    m_session = openSession(*m_connection);
    QVERIFY(m_session);
    m_mayStayOpen = false;
}

void FlinkSessionTest::cleanup()
{
    if (m_session) {
        QVERIFY(awaitDone(m_session->close()));
        m_session.reset();
    }
    QCOMPARE(m_gateway->openSessions(), QStringList());
    QCOMPARE(m_gateway->openOperations(), QStringList());
    QCOMPARE(m_gateway->complaints(), QStringList());
    m_connection.reset();
    m_gateway.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void FlinkSessionTest::versions_data()
{
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<QString>("product");
    QTest::addColumn<QString>("server");
    QTest::newRow("1.16") << QStringList{u"V1"_s} << u"1.16.3"_s << u"Flink 1.16.3 · v1"_s;
    QTest::newRow("1.20") << QStringList{u"V1"_s, u"V2"_s, u"V3"_s} << u"1.20.3"_s << u"Flink 1.20.3 · v3"_s;
    QTest::newRow("2.3") << QStringList{u"V1"_s, u"V2"_s, u"V3"_s, u"V4"_s} << u"2.3.0"_s << u"Flink 2.3.0 · v4"_s;
    QTest::newRow("to come") << QStringList{u"V4"_s, u"V5"_s} << u"3.0.0"_s << u"Flink 3.0.0 · v4"_s;
}

void FlinkSessionTest::versions()
{
    QFETCH(QStringList, offered);
    QFETCH(QString, product);
    QFETCH(QString, server);
    FakeGateway gateway;
    gateway.setVersions(offered);
    gateway.setProductVersion(product);
    gateway.script(u"SELECT * FROM t"_s, FakeStatement::counted(10, 3));
    QVERIFY(gateway.start());
    const auto connection = connectTo(gateway.url());
    auto session = openSession(*connection);
    QVERIFY(session);
    QCOMPARE(session->server(), server);
    QCOMPARE(session->id(), gateway.openSessions().first());
    const auto sink = std::make_shared<CollectingSink>();
    const auto summary = run(*session, u"SELECT * FROM t"_s, sink);
    QVERIFY(summary && *summary);
    QCOMPARE(sink->rowCount(), 10);
    QVERIFY(awaitDone(session->close()));
    QCOMPARE(gateway.complaints(), QStringList());
}

void FlinkSessionTest::opensWithProperties()
{
    const auto session = openSession(*m_connection, {{u"execution.runtime-mode"_s, u"batch"_s}});
    QVERIFY(session);
    QCOMPARE(m_gateway->sessionProperties(session->id()).value(u"execution.runtime-mode"_s), u"batch"_s);
    QCOMPARE(session->properties().value(u"execution.runtime-mode"_s), u"batch"_s);
    QVERIFY(awaitDone(session->close()));
    QVERIFY2(awaitDone(session->close()), "closing twice is fine");
}

void FlinkSessionTest::runsDdl()
{
    const auto sink = std::make_shared<CollectingSink>();
    const auto summary = run(*m_session, u"CREATE TABLE t (a INT) WITH ('connector' = 'print')"_s, sink);
    QVERIFY(summary && *summary);
    QVERIFY(!(*summary)->info.isQuery);
    QVERIFY(!(*summary)->info.hasContent);
    QCOMPARE((*summary)->info.jobId, QString());
    QCOMPARE(sink->complaint(), QString());
    QCOMPARE(m_gateway->statements().last(), u"CREATE TABLE t (a INT) WITH ('connector' = 'print')"_s);
}

void FlinkSessionTest::runsQuery_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("pageSize");
    QTest::newRow("one page") << 5 << 10;
    QTest::newRow("many small pages") << 200 << 7;
    QTest::newRow("full pages, asked for ahead") << 30000 << 5000;
    QTest::newRow("full and small pages") << 12345 << 1000;
}

void FlinkSessionTest::runsQuery()
{
    QFETCH(int, rows);
    QFETCH(int, pageSize);
    m_gateway->script(u"SELECT * FROM t"_s, FakeStatement::counted(rows, pageSize));
    const auto sink = std::make_shared<CollectingSink>();
    const auto summary = run(*m_session, u"select *\n  from t"_s, sink);
    QVERIFY(summary && *summary);
    QCOMPARE((*summary)->rows, rows);
    QVERIFY((*summary)->bytes > rows * 20);
    QVERIFY(!(*summary)->capped);
    QVERIFY((*summary)->info.isQuery);
    QCOMPARE(sink->complaint(), QString());
    QList<qint64> expected(rows);
    std::iota(expected.begin(), expected.end(), 0);
    QCOMPARE(sink->firstColumn, expected);
    QCOMPARE(sink->schema.columns.size(), size_t(2));
    QCOMPARE(sink->schema.columns[0].name, u"id"_s);
    QVERIFY(sink->schema.isQuery);
    QTRY_COMPARE(m_gateway->openOperations(), QStringList());
}

void FlinkSessionTest::tellsOfTheRun()
{
    m_gateway->script(u"SELECT * FROM t"_s, FakeStatement::counted(100, 10));
    QList<RunInfo> infos;
    bool wrongThread = false;
    qint64 rowsAtFirst = -1;
    const auto sink = std::make_shared<CollectingSink>();
    RunRequest request;
    request.statement = u"SELECT * FROM t"_s;
    request.onInfo = [&](const RunInfo& info) {
        wrongThread = wrongThread || QThread::currentThread() != thread();
        if (infos.isEmpty()) {
            rowsAtFirst = sink->rowCount();
        }
        infos << info;
    };
    const auto summary = await(m_session->run(request, sink, {}));
    QVERIFY(summary && *summary);
    QCOMPARE(infos.size(), 1);
    QCOMPARE(infos.first().jobId, u"c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0"_s);
    QVERIFY(infos.first().isQuery);
    QVERIFY(!wrongThread);
    QCOMPARE(rowsAtFirst, 0);
}

void FlinkSessionTest::insertKeepsItsJob()
{
    m_gateway->script(u"INSERT INTO"_s, FakeStatement::inserted(u"aaaabbbbccccddddaaaabbbbccccdddd"_s));
    const auto summary = run(*m_session, u"INSERT INTO t SELECT 1"_s);
    QVERIFY(summary && *summary);
    QCOMPARE((*summary)->info.jobId, u"aaaabbbbccccddddaaaabbbbccccdddd"_s);
    QVERIFY(!(*summary)->info.isQuery);
    QVERIFY(awaitDone(m_session->close()));
    QCOMPARE(m_gateway->jobState(u"aaaabbbbccccddddaaaabbbbccccdddd"_s), u"RUNNING"_s);
}

void FlinkSessionTest::emptyResult()
{
    m_gateway->script(u"SELECT * FROM t"_s, FakeStatement::counted(0, 10));
    const auto sink = std::make_shared<CollectingSink>();
    const auto summary = run(*m_session, u"SELECT * FROM t"_s, sink);
    QVERIFY(summary && *summary);
    QCOMPARE((*summary)->rows, 0);
    QVERIFY2(sink->begins == 1, "the columns of an empty result are known too");
}

void FlinkSessionTest::rowCap_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("pageSize");
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("got");
    QTest::addColumn<bool>("capped");
    QTest::newRow("within a page") << 100 << 50 << 70 << 70 << true;
    QTest::newRow("at the end of a page") << 100 << 50 << 50 << 50 << true;
    QTest::newRow("more than there is") << 100 << 50 << 101 << 100 << false;
    QTest::newRow("full pages") << 20000 << 5000 << 5001 << 5001 << true;
    QTest::newRow("one row") << 20000 << 5000 << 1 << 1 << true;
}

void FlinkSessionTest::rowCap()
{
    QFETCH(int, rows);
    QFETCH(int, pageSize);
    QFETCH(int, cap);
    QFETCH(int, got);
    QFETCH(bool, capped);
    m_gateway->script(u"SELECT * FROM t"_s, FakeStatement::counted(rows, pageSize));
    const auto sink = std::make_shared<CollectingSink>();
    const auto summary = run(*m_session, u"SELECT * FROM t"_s, sink, cap);
    QVERIFY(summary && *summary);
    QCOMPARE((*summary)->rows, got);
    QCOMPARE(sink->rowCount(), got);
    QCOMPARE((*summary)->capped, capped);
    QTRY_COMPARE(m_gateway->openOperations(), QStringList());
    if (capped) {
        QTRY_COMPARE(m_gateway->jobState(u"c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0"_s), u"CANCELED"_s);
    }
}

void FlinkSessionTest::settingsChange()
{
    QSignalSpy spy(m_session.get(), &SqlSession::propertiesChanged);
    QVERIFY(run(*m_session, u"SELECT 1"_s));
    QCOMPARE(spy.count(), 0);
    const auto set = run(*m_session, u"-- mine\nSET 'pipeline.name' = 'it''s'"_s);
    QVERIFY(set && *set && !(*set)->info.isQuery);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(m_session->properties().value(u"pipeline.name"_s), u"it's"_s);
    QVERIFY(run(*m_session, u"RESET 'pipeline.name'"_s));
    QCOMPARE(spy.count(), 2);
    QVERIFY(!m_session->properties().contains(u"pipeline.name"_s));
    QVERIFY(run(*m_session, u"USE CATALOG default_catalog"_s));
    QCOMPARE(spy.count(), 3);
    const auto refreshed = await(m_session->refreshProperties({}));
    QVERIFY(refreshed && *refreshed);
    QCOMPARE(spy.count(), 4);
}

void FlinkSessionTest::zones_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<int>("winter");
    QTest::addColumn<int>("summer");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("zone");
    const QString local = u"TIMESTAMP_WITH_LOCAL_TIME_ZONE"_s;
    QTest::newRow("set") << u"Asia/Shanghai"_s << 3600 << 7200 << local << u"Asia/Shanghai"_s;
    QTest::newRow("the gateway's") << QString() << 3600 << 7200 << local << u"Europe/Berlin"_s;
    QTest::newRow("default means the gateway's") << u"default"_s << 0 << 0 << local << u"UTC"_s;
    QTest::newRow("not asked for without need") << QString() << 3600 << 7200 << u"BIGINT"_s << QString();
}

void FlinkSessionTest::zones()
{
    QFETCH(QString, setting);
    QFETCH(int, winter);
    QFETCH(int, summer);
    QFETCH(QString, type);
    QFETCH(QString, zone);
    m_gateway->setZone(winter, summer);
    FakeStatement statement;
    statement.isQuery = true;
    statement.columns = {FakeStatement::column(u"t"_s, type, true, {{u"precision"_s, 3}})};
    statement.pages = {{}};
    m_gateway->script(u"SELECT t"_s, statement);
    if (!setting.isEmpty()) {
        QVERIFY(run(*m_session, u"SET 'table.local-time-zone' = '%1'"_s.arg(setting)));
    }
    for (int i = 0; i < 2; ++i) {
        const auto sink = std::make_shared<CollectingSink>();
        const auto summary = run(*m_session, u"SELECT t"_s, sink);
        QVERIFY(summary && *summary);
        QCOMPARE(sink->schema.timeZone, zone);
        QCOMPARE(sink->complaint(), QString());
    }
    const bool asked = zone == "Europe/Berlin"_L1 || zone == "UTC"_L1;
    QCOMPARE(m_gateway->statements().filter(u"EXPLAIN"_s).size(), asked ? 1 : 0);
}

void FlinkSessionTest::statementSet()
{
    const auto summary =
        run(*m_session, u"BEGIN STATEMENT SET;\nINSERT INTO a SELECT 1;\nINSERT INTO b SELECT 2;\nEND"_s);
    QVERIFY(summary && *summary);
    QVERIFY(!(*summary)->info.jobId.isEmpty());
    QCOMPARE(m_gateway->statements(),
        QStringList{u"EXECUTE STATEMENT SET BEGIN\nINSERT INTO a SELECT 1;\nINSERT INTO b SELECT 2;\nEND"_s});
}

void FlinkSessionTest::errorPlace()
{
    m_gateway->script(u"SELECT *"_s, FakeStatement::failing(stacks::unknownTable(u"nowhere"_s, 2, 8)));
    const auto summary = run(*m_session, u"SELECT *\n  FROM nowhere"_s);
    QVERIFY(summary && !*summary);
    const Error& error = summary->error();
    QCOMPARE(error.kind, ErrorKind::Sql);
    QCOMPARE(error.message, u"Object 'nowhere' not found"_s);
    QVERIFY(error.range);
    QCOMPARE(*error.range, (TextRange{{2, 8}, {2, 15}}));
    QVERIFY(error.detail.contains("SqlValidatorException"_L1));
    QTRY_COMPARE(m_gateway->openOperations(), QStringList());
}

void FlinkSessionTest::failsInTheMiddle()
{
    FakeStatement failing = FakeStatement::counted(100, 10);
    failing.stack = stacks::divisionByZero();
    failing.failAtToken = 4;
    m_gateway->script(u"SELECT"_s, failing);
    const auto sink = std::make_shared<CollectingSink>();
    const auto summary = run(*m_session, u"SELECT * FROM t"_s, sink);
    QVERIFY(summary && !*summary);
    QCOMPARE(summary->error().message, u"The job failed: / by zero"_s);
    QVERIFY(!summary->error().range);
    QCOMPARE(sink->rowCount(), 30);
}

void FlinkSessionTest::completes()
{
    const auto candidates = await(m_session->complete(u"SELECT * FROM ord"_s, 17, {}));
    QVERIFY(candidates && *candidates);
    QCOMPARE(**candidates, QStringList{u"default_catalog.default_database.orders"_s});
}

void FlinkSessionTest::completeNeedsV2()
{
    FakeGateway old;
    old.setVersions({u"V1"_s});
    QVERIFY(old.start());
    const auto connection = connectTo(old.url());
    auto session = openSession(*connection);
    QVERIFY(session);
    const auto candidates = await(session->complete(u"SEL"_s, 3, {}));
    QVERIFY(candidates && !*candidates);
    QCOMPARE(candidates->error().kind, ErrorKind::Unsupported);
    QVERIFY(awaitDone(session->close()));
    QCOMPARE(old.complaints(), QStringList());
}

void FlinkSessionTest::severalAtOnce()
{
    m_gateway->script(u"SELECT * FROM t"_s, FakeStatement::counted(500, 50));
    std::vector<Pending<Result<RunSummary>>> runs;
    std::vector<std::shared_ptr<CollectingSink>> sinks;
    for (int i = 0; i < 8; ++i) {
        sinks.push_back(std::make_shared<CollectingSink>());
        RunRequest request;
        request.statement = u"SELECT * FROM t"_s;
        runs.emplace_back(m_session->run(request, sinks.back(), {}));
    }
    for (size_t i = 0; i < runs.size(); ++i) {
        QVERIFY(runs[i].wait());
        QVERIFY(runs[i].value());
        QCOMPARE(sinks[i]->rowCount(), 500);
        QCOMPARE(sinks[i]->complaint(), QString());
    }
}

/// The gateway cannot write a MAP with numbers for keys as JSON; it can as text.
void FlinkSessionTest::plainTextWhenJsonFails()
{
    FakeStatement statement = FakeStatement::counted(3, 10);
    statement.pages[1].instead = stacks::answer(stacks::notPossible(u"Could not map response to JSON."_s,
        u"java.lang.UnsupportedOperationException: JSON format doesn't support non-string as key type of map."_s));
    m_gateway->script(u"SELECT"_s, statement);
    const auto sink = std::make_shared<CollectingSink>();
    const auto summary = run(*m_session, u"SELECT MAP[1, 2]"_s, sink);
    QVERIFY(summary && *summary);
    QCOMPARE(sink->rowCount(), 3);
    QList<QByteArray> formats;
    for (const ReceivedRequest& request : m_gateway->server().requests()) {
        if (request.path().contains("/result/1")) {
            formats << request.query("rowFormat");
        }
    }
    QCOMPARE(formats, (QList<QByteArray>{"JSON", "PLAIN_TEXT"}));
}

void FlinkSessionTest::sessionExpires()
{
    QSignalSpy lost(m_session.get(), &SqlSession::lost);
    m_gateway->expireAllSessions();
    const auto first = run(*m_session, u"SELECT 1"_s);
    QVERIFY(first && !*first);
    QCOMPARE(first->error().kind, ErrorKind::SessionLost);
    QVERIFY(m_session->isLost());
    const auto second = run(*m_session, u"SELECT 2"_s);
    QVERIFY(second && !*second);
    QCOMPARE(second->error().kind, ErrorKind::SessionLost);
    QCOMPARE(lost.count(), 1);
    QCOMPARE(lost.at(0).at(0).value<Error>().kind, ErrorKind::SessionLost);
    const auto fresh = openSession(*m_connection);
    QVERIFY(fresh);
    const auto third = run(*fresh, u"SELECT 3"_s);
    QVERIFY(third && *third);
    QVERIFY(awaitDone(fresh->close()));
}

void FlinkSessionTest::heartbeatNoticesLoss()
{
    const auto connection = connectTo(m_gateway->url(), {}, {{QString(flink::fields::sessionIdle), u"3"_s}});
    const auto session = openSession(*connection);
    QVERIFY(session);
    QSignalSpy lost(session.get(), &SqlSession::lost);
    QTRY_VERIFY_WITH_TIMEOUT(m_gateway->heartbeats() > 0, 10000);
    QVERIFY(!session->isLost());
    m_gateway->expireSession(session->id());
    QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 10000);
    QVERIFY(session->isLost());
    QVERIFY(awaitDone(session->close()));
}

void FlinkSessionTest::closesWhenDropped()
{
    m_session.reset();
    QTRY_COMPARE(m_gateway->openSessions(), QStringList());
}

void FlinkSessionTest::connectionGoesFirst()
{
    m_connection.reset();
    const auto summary = run(*m_session, u"SELECT 1"_s);
    QVERIFY(summary && *summary);
}

void FlinkSessionTest::recordsCalls()
{
    QSignalSpy calls(m_connection.get(), &Connection::apiCalled);
    QVERIFY(run(*m_session, u"SET 's3.secret-key' = 'hunter2'"_s));
    QVERIFY(calls.count() >= 4);
    bool seen = false;
    for (const QList<QVariant>& call : calls) {
        const auto record = call.at(0).value<ApiCall>();
        QVERIFY(!QString(record.toCurl() + record.responsePreview).contains("hunter2"_L1));
        seen = seen || (record.method == "POST"_L1 && record.url.endsWith("/statements"_L1));
    }
    QVERIFY(seen);
}

QTEST_GUILESS_MAIN(FlinkSessionTest)
#include "tst_flinksession.moc"
