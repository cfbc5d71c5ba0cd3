// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flink/flinkfixture.h"
#include "tests/support/fakegateway.h"

#include <QElapsedTimer>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

const QString s_job = u"c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0"_s;

} // namespace

/// However a run is ended, nothing stays behind at the gateway or on the cluster.
class FlinkCancelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void before();
    void whileSubmitting();
    void whileNotReady();
    void whileRowsFlow();
    void whileAPageIsAwaited();
    void after();
    void insert();
    void gatewayHangs_data();
    void gatewayHangs();
    void jobRunsOn();
    void noJobManager();
    void closeWhileRunning();
    void sessionDropped();
    void everythingDropped();
    void opening();

private:
    Pending<Result<RunSummary>> start(const QString& statement, CancellationToken token = {});

    std::unique_ptr<FakeGateway> m_gateway;
    std::unique_ptr<Connection> m_connection;
    std::shared_ptr<SqlSession> m_session;
    std::shared_ptr<CollectingSink> m_sink;
    CancellationSource m_source;
};

void FlinkCancelTest::init()
{
    m_gateway = std::make_unique<FakeGateway>();
    QVERIFY(m_gateway->start());
    m_gateway->script(u"SELECT * FROM endless"_s, FakeStatement::counted(20, 5, true));
    m_connection = connectTo(m_gateway->url(), m_gateway->jobManagerUrl());
    m_session = openSession(*m_connection);
    QVERIFY(m_session);
    m_sink = std::make_shared<CollectingSink>();
    m_source = CancellationSource();
}

void FlinkCancelTest::cleanup()
{
    if (m_session) {
        QVERIFY(awaitDone(m_session->close()));
        m_session.reset();
    }
    QCOMPARE(m_gateway->complaints(), QStringList());
    m_connection.reset();
    m_gateway.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

Pending<Result<RunSummary>> FlinkCancelTest::start(const QString& statement, CancellationToken token)
{
    RunRequest request;
    request.statement = statement;
    return Pending<Result<RunSummary>>(m_session->run(request, m_sink, token));
}

void FlinkCancelTest::before()
{
    m_source.cancel();
    auto run = start(u"SELECT * FROM endless"_s, m_source.token());
    QVERIFY(run.wait());
    QVERIFY(run.value().error().isCancelled());
    QCOMPARE(m_gateway->statements(), QStringList());
}

/// The answer that names the operation is waited for, or else nobody could cancel it.
void FlinkCancelTest::whileSubmitting()
{
    FakeStatement slow = FakeStatement::counted(5, 5, true);
    m_gateway->script(u"SELECT * FROM slow"_s, slow);
    const QByteArray path = "/v4/sessions/" + m_session->id().toUtf8() + "/statements";
    connect(
        &m_gateway->server(), &LoopbackServer::requested, this, [this](const QByteArray&, const QByteArray& target) {
            if (target.endsWith("/statements")) {
                m_source.cancel();
            }
        });
    auto run = start(u"SELECT * FROM slow"_s, m_source.token());
    QVERIFY(run.wait());
    QVERIFY(run.value().error().isCancelled());
    QCOMPARE(m_gateway->statements().size(), 1);
    QCOMPARE(m_gateway->openOperations(), QStringList());
    QCOMPARE(m_gateway->jobState(s_job), u"CANCELED"_s);
    QCOMPARE(m_sink->begins, 0);
}

void FlinkCancelTest::whileNotReady()
{
    FakeStatement slow = FakeStatement::counted(5, 5);
    slow.pages[0].notReadyTimes = 100'000;
    m_gateway->script(u"SELECT * FROM slow"_s, slow);
    auto run = start(u"SELECT * FROM slow"_s, m_source.token());
    QTRY_VERIFY(m_gateway->server().requests().size() > 10);
    m_source.cancel();
    QVERIFY2(!run.isDone(), "nothing may resume inside cancel()");
    QVERIFY(run.wait());
    QVERIFY(run.value().error().isCancelled());
    QCOMPARE(m_gateway->cancelledOperations().size(), 1);
    QCOMPARE(m_gateway->openOperations(), QStringList());
    QCOMPARE(m_gateway->jobState(s_job), u"CANCELED"_s);
}

void FlinkCancelTest::whileRowsFlow()
{
    auto run = start(u"SELECT * FROM endless"_s, m_source.token());
    QTRY_COMPARE(m_sink->rowCount(), 20);
    QElapsedTimer clock;
    clock.start();
    m_source.cancel();
    QVERIFY(run.wait());
    QVERIFY2(clock.elapsed() < 1000, "a cancel is sent within a second");
    QVERIFY(run.value().error().isCancelled());
    QCOMPARE(m_gateway->openOperations(), QStringList());
    QCOMPARE(m_gateway->jobState(s_job), u"CANCELED"_s);
    const auto next = test::run(*m_session, u"SELECT 1"_s);
    QVERIFY2(next && *next, "the session goes on");
}

void FlinkCancelTest::whileAPageIsAwaited()
{
    FakeStatement hanging = FakeStatement::counted(20, 5);
    hanging.pages[2].instead = Answer::tricked(Answer::Trick::Hang);
    m_gateway->script(u"SELECT * FROM hanging"_s, hanging);
    auto run = start(u"SELECT * FROM hanging"_s, m_source.token());
    QTRY_COMPARE(m_sink->rowCount(), 5);
    m_source.cancel();
    QVERIFY(run.wait());
    QVERIFY(run.value().error().isCancelled());
    QCOMPARE(m_gateway->openOperations(), QStringList());
}

void FlinkCancelTest::after()
{
    auto run = start(u"SELECT 1"_s, m_source.token());
    QVERIFY(run.wait());
    QVERIFY(run.value());
    m_source.cancel();
    QTRY_COMPARE(m_gateway->openOperations(), QStringList());
    QCOMPARE(m_gateway->cancelledOperations(), QStringList());
}

/// Cancelling while an INSERT is being planned leaves no job; one that was submitted is not the run's to end.
void FlinkCancelTest::insert()
{
    FakeStatement slow = FakeStatement::inserted(s_job);
    slow.pages[0].notReadyTimes = 100'000;
    m_gateway->script(u"INSERT INTO slow"_s, slow);
    auto run = start(u"INSERT INTO slow SELECT 1"_s, m_source.token());
    QTRY_VERIFY(m_gateway->server().requests().size() > 10);
    m_source.cancel();
    QVERIFY(run.wait());
    QVERIFY(run.value().error().isCancelled());
    QCOMPARE(m_gateway->openOperations(), QStringList());
}

void FlinkCancelTest::gatewayHangs_data()
{
    QTest::addColumn<int>("trick");
    QTest::newRow("hangs") << int(Answer::Trick::Hang);
    QTest::newRow("hangs after the headers") << int(Answer::Trick::HangAfterHeaders);
    QTest::newRow("closes") << int(Answer::Trick::CloseAtOnce);
}

/// A gateway that does not answer cannot hold up a cancel; the job is ended at the JobManager.
void FlinkCancelTest::gatewayHangs()
{
    QFETCH(int, trick);
    FakeStatement stuck = FakeStatement::counted(20, 5, true);
    stuck.cancelInstead = Answer::tricked(Answer::Trick(trick));
    m_gateway->script(u"SELECT * FROM stuck"_s, stuck);
    auto run = start(u"SELECT * FROM stuck"_s, m_source.token());
    QTRY_COMPARE(m_sink->rowCount(), 20);
    QElapsedTimer clock;
    clock.start();
    m_source.cancel();
    QVERIFY(run.wait());
    QVERIFY(run.value().error().isCancelled());
    QVERIFY2(clock.elapsed() < 4500, qPrintable(QString::number(clock.elapsed())));
    QTRY_COMPARE(m_gateway->jobState(s_job), u"CANCELED"_s);
}

void FlinkCancelTest::jobRunsOn()
{
    FakeStatement stubborn = FakeStatement::counted(20, 5, true);
    stubborn.stubborn = true;
    m_gateway->script(u"SELECT * FROM stubborn"_s, stubborn);
    auto run = start(u"SELECT * FROM stubborn"_s, m_source.token());
    QTRY_COMPARE(m_sink->rowCount(), 20);
    m_source.cancel();
    QVERIFY(run.wait());
    QCOMPARE(m_gateway->jobState(s_job), u"RUNNING"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->jobState(s_job), u"CANCELED"_s, 10000);
}

void FlinkCancelTest::noJobManager()
{
    m_connection = connectTo(m_gateway->url());
    const auto session = openSession(*m_connection);
    RunRequest request;
    request.statement = u"SELECT * FROM endless"_s;
    Pending<Result<RunSummary>> run(session->run(request, m_sink, m_source.token()));
    QTRY_COMPARE(m_sink->rowCount(), 20);
    m_source.cancel();
    QVERIFY(run.wait());
    QVERIFY(run.value().error().isCancelled());
    QVERIFY(awaitDone(session->close()));
    QCOMPARE(m_gateway->server().requestCount("/jobs/" + s_job.toUtf8()), 0);
}

void FlinkCancelTest::closeWhileRunning()
{
    auto run = start(u"SELECT * FROM endless"_s);
    auto another = start(u"SELECT * FROM endless"_s);
    QTRY_COMPARE(m_sink->rowCount(), 40);
    QVERIFY(awaitDone(m_session->close()));
    QVERIFY(run.wait());
    QVERIFY(run.value().error().isCancelled());
    QVERIFY(another.wait());
    QVERIFY(another.value().error().isCancelled());
    QCOMPARE(m_gateway->openSessions(), QStringList());
    QCOMPARE(m_gateway->openOperations(), QStringList());
    QCOMPARE(m_gateway->jobState(s_job), u"CANCELED"_s);
    auto late = start(u"SELECT 1"_s);
    QVERIFY(late.wait());
    QCOMPARE(late.value().error().kind, ErrorKind::SessionLost);
}

void FlinkCancelTest::sessionDropped()
{
    auto run = start(u"SELECT * FROM endless"_s);
    QTRY_COMPARE(m_sink->rowCount(), 20);
    m_session.reset();
    QVERIFY(run.wait());
    QVERIFY(run.value().error().isCancelled());
    QTRY_COMPARE(m_gateway->openSessions(), QStringList());
    QCOMPARE(m_gateway->openOperations(), QStringList());
}

void FlinkCancelTest::everythingDropped()
{
    auto run = start(u"SELECT * FROM endless"_s);
    QTRY_COMPARE(m_sink->rowCount(), 20);
    m_connection.reset();
    m_session.reset();
    QVERIFY(run.wait());
    QVERIFY(run.value().error().isCancelled());
    QTRY_COMPARE(m_gateway->openSessions(), QStringList());
}

void FlinkCancelTest::opening()
{
    FakeGateway slow;
    QVERIFY(slow.start());
    slow.server().answerNext("/api_versions", Answer::tricked(Answer::Trick::Hang));
    const auto connection = connectTo(slow.url());
    Pending<Result<std::shared_ptr<SqlSession>>> opening(connection->sqlExecution()->openSession({}, m_source.token()));
    QTRY_COMPARE(slow.server().requests().size(), 1);
    m_source.cancel();
    QVERIFY(opening.wait());
    QVERIFY(opening.value().error().isCancelled());
}

QTEST_GUILESS_MAIN(FlinkCancelTest)
#include "tst_flinkcancel.moc"
