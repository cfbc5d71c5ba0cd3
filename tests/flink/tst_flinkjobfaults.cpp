// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory.h"
#include "core/jobcontrol.h"
#include "core/joblogs.h"
#include "core/jobmonitor.h"
#include "core/jobsubmission.h"
#include "core/metrics.h"
#include "tests/flink/flinkfixture.h"
#include "tests/support/loopbackserver.h"

#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray s_unknownJob =
    R"({"errors":["org.apache.flink.runtime.rest.NotFoundException: Job 0a not found\n\tat a.B.c(B.java:1)\nCaused by: org.apache.flink.runtime.messages.FlinkJobNotFoundException: Could not find Flink job (0a)\n\tat a.B.c(B.java:1)\n"]})";
const QByteArray s_unknownTrigger =
    R"({"errors":["org.apache.flink.runtime.rest.handler.RestHandlerException: There is no savepoint operation with triggerId=r1 for job 0a.\n\tat a.B.c(B.java:1)\n"]})";

} // namespace

/// JobManagers that misbehave.
class FlinkJobFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void cleanup()
    {
        m_connection.reset();
        m_server.reset();
    }

    void noAddress();
    void serverDown();
    void foreignAnswer();
    void jobVanished();
    void tenThousandJobs();
    void jobEndsBetweenTwoPolls();
    void managerRestartedDuringSavepoint();
    void managerBlinksDuringSavepoint();
    void stopWaitsForTheEnd();
    void cancelledWhileWaiting();
    void cancelOfAnEndedJob();
    void logGrowsAndStartsAnew();
    void logOfALostTaskManager();
    void flameGraphsOff();
    void queryIsNoJob();

private:
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<Connection> m_connection;
};

void FlinkJobFaultsTest::init()
{
    m_server = std::make_unique<LoopbackServer>();
    QVERIFY(m_server->listen());
    m_connection = connectTo(m_server->url(), m_server->url());
}

void FlinkJobFaultsTest::noAddress()
{
    const auto alone = connectTo(m_server->url());
    const auto jobs = await(alone->jobMonitor()->jobs({}, {}));
    QVERIFY(jobs && !jobs->has_value());
    QCOMPARE(int(jobs->error().kind), int(ErrorKind::Unsupported));
    QVERIFY(jobs->error().message.contains("JobManager"_L1));
    const auto logs = await(alone->jobLogs()->sources({}, {}));
    QVERIFY(logs && !logs->has_value());
    QVERIFY(m_server->requests().isEmpty());
}

void FlinkJobFaultsTest::serverDown()
{
    m_server->kill();
    const auto jobs = await(m_connection->jobMonitor()->jobs({}, {}));
    QVERIFY(jobs && !jobs->has_value());
    QCOMPARE(int(jobs->error().kind), int(ErrorKind::Network));
}

void FlinkJobFaultsTest::foreignAnswer()
{
    for (const Answer& answer : {Answer::html("<html><title>Portal</title></html>"), Answer::json("[]"),
             Answer::json("{\"jobs\": 1}"), Answer::tricked(Answer::Trick::CutBody, R"({"jobs": []})")}) {
        m_server->answerNext("/jobs/overview", answer);
        const auto jobs = await(m_connection->jobMonitor()->jobs({}, {}));
        QVERIFY(jobs && !jobs->has_value());
        QVERIFY(!jobs->error().message.isEmpty());
    }
}

void FlinkJobFaultsTest::jobVanished()
{
    m_server->answerNext("/jobs/0a", Answer::json(s_unknownJob, 404));
    const auto job = await(m_connection->jobMonitor()->job(u"0a"_s, {}));
    QVERIFY(job && !job->has_value());
    QCOMPARE(job->error().httpStatus, 404);
    QVERIFY(job->error().message.startsWith("The JobManager does not know this job any more"_L1));
}

/// The list is one call; what it lacks is asked for of a bounded number of running jobs.
void FlinkJobFaultsTest::tenThousandJobs()
{
    QByteArray body = R"({"jobs": [)";
    for (int i = 0; i < 10000; ++i) {
        body += (i ? "," : "") + QByteArray(R"({"jid":"j)") + QByteArray::number(i)
            + R"(","name":"n","state":"RUNNING","start-time":)" + QByteArray::number(1000 + i) + "}";
    }
    body += "]}";
    m_server->setHandler([body](const ReceivedRequest& request) {
        return request.path() == "/jobs/overview" ? Answer::json(body) : Answer::json("[]");
    });
    JobQuery query;
    query.limit = 100;
    const auto jobs = await(m_connection->jobMonitor()->jobs(query, {}));
    QVERIFY(jobs && jobs->has_value());
    QCOMPARE((*jobs)->jobs.size(), size_t(100));
    QCOMPARE((*jobs)->jobs.front().id, u"j9999"_s);
    QVERIFY2(m_server->requests().size() < 130, qPrintable(QString::number(m_server->requests().size())));
}

void FlinkJobFaultsTest::jobEndsBetweenTwoPolls()
{
    m_server->setHandler([](const ReceivedRequest& request) {
        return request.path() == "/jobs/overview"
            ? Answer::json(R"({"jobs": [{"jid": "0a", "name": "n", "state": "RUNNING"}]})")
            : Answer::json(s_unknownJob, 404);
    });
    const auto jobs = await(m_connection->jobMonitor()->jobs({}, {}));
    QVERIFY(jobs && jobs->has_value());
    QCOMPARE((*jobs)->jobs.size(), size_t(1));
    QVERIFY(!(*jobs)->jobs[0].restarts && !(*jobs)->jobs[0].recordsInPerSecond);
}

void FlinkJobFaultsTest::managerRestartedDuringSavepoint()
{
    m_server->answerNext("/jobs/0a/savepoints", Answer::json(R"({"request-id": "r1"})", 202));
    m_server->answerNext("/jobs/0a/savepoints/r1", Answer::json(R"({"status": {"id": "IN_PROGRESS"}})"));
    m_server->answerNext("/jobs/0a/savepoints/r1", Answer::json(s_unknownTrigger, 404));
    QStringList told;
    SavepointRequest request{.jobId = u"0a"_s};
    request.progress = [&told](const QString& message) { told << message; };
    const auto taken = await(m_connection->savepoints()->take(request, {}));
    QVERIFY(taken && !taken->has_value());
    QVERIFY2(taken->error().message.startsWith("The JobManager was started anew meanwhile"_L1),
        qPrintable(taken->error().message));
    QVERIFY(told.size() >= 2);
}

void FlinkJobFaultsTest::managerBlinksDuringSavepoint()
{
    m_server->answerNext("/jobs/0a/savepoints", Answer::json(R"({"request-id": "r1"})", 202));
    m_server->answerNext("/jobs/0a/savepoints/r1", Answer::tricked(Answer::Trick::Reset));
    m_server->answerNext("/jobs/0a/savepoints/r1",
        Answer::json(R"({"status": {"id": "COMPLETED"}, "operation": {"location": "file:/s/1"}})"));
    const auto taken = await(m_connection->savepoints()->take({.jobId = u"0a"_s}, {}));
    QVERIFY(taken && taken->has_value());
    QCOMPARE((*taken)->location, u"file:/s/1"_s);
}

void FlinkJobFaultsTest::stopWaitsForTheEnd()
{
    m_server->answerNext("/jobs/0a/stop", Answer::json(R"({"request-id": "r1"})", 202));
    m_server->answerNext("/jobs/0a/savepoints/r1",
        Answer::json(R"({"status": {"id": "COMPLETED"}, "operation": {"location": "file:/s/1"}})"));
    m_server->answerNext("/jobs/0a", Answer::json(R"({"jid": "0a", "state": "RUNNING"})"));
    m_server->answerNext("/jobs/0a", Answer::json(R"({"jid": "0a", "state": "FINISHED"})"));
    SavepointRequest request{
        .jobId = u"0a"_s, .target = u"file:/s"_s, .format = SavepointFormat::Native, .stop = true, .drain = true};
    const auto taken = await(m_connection->savepoints()->take(request, {}));
    QVERIFY(taken && taken->has_value());
    QCOMPARE(m_server->requestCount("/jobs/0a"), 2);
    QCOMPARE(m_server->requests().first().body,
        QByteArray(R"({"drain":true,"formatType":"NATIVE","targetDirectory":"file:/s"})"));
}

void FlinkJobFaultsTest::cancelledWhileWaiting()
{
    m_server->answerNext("/jobs/0a/savepoints", Answer::json(R"({"request-id": "r1"})", 202));
    m_server->setHandler([](const ReceivedRequest&) { return Answer::json(R"({"status": {"id": "IN_PROGRESS"}})"); });
    const CancellationSource source;
    Pending<Result<SavepointInfo>> pending(m_connection->savepoints()->take({.jobId = u"0a"_s}, source.token()));
    QTRY_VERIFY(m_server->requestCount("/jobs/0a/savepoints/r1") > 1);
    source.cancel();
    QVERIFY(pending.wait());
    QVERIFY(!pending.value().has_value() && pending.value().error().isCancelled());
}

void FlinkJobFaultsTest::cancelOfAnEndedJob()
{
    m_server->answerNext("/jobs/0a",
        Answer::json(R"J({"errors":["o.a.RestHandlerException: Job cancellation failed because the job has already reached another terminal state (FAILED).\n\tat a.B.c(B.java:1)"]})J", 409));
    const auto cancelled = await(m_connection->jobControl()->cancel(u"0a"_s, {}, {}));
QVERIFY(cancelled && !cancelled->has_value());
QVERIFY(cancelled->error().message.startsWith("The job had already ended"_L1));
QVERIFY(!m_connection->jobControl()->restartUnsupported().isEmpty());
}

void FlinkJobFaultsTest::logGrowsAndStartsAnew()
{
    QByteArray log = "one\ntwo\n";
    m_server->setHandler([&log](const ReceivedRequest& request) {
        if (request.path() == "/jobmanager/logs") {
            return Answer::json(R"({"logs": [{"name": "jm.log", "size": )" + QByteArray::number(log.size()) + "}]}");
        }
        Answer answer;
        answer.contentType = "text/plain";
        answer.body = log;
        return answer;
    });
    const LogSource source{.id = u"/jobmanager/logs/jm.log"_s, .title = u"jm.log"_s};
    auto chunk = await(m_connection->jobLogs()->read(source, 4, 100, {}));
    QVERIFY(chunk && chunk->has_value());
    QCOMPARE((*chunk)->bytes, QByteArray("two\n"));
    QCOMPARE((*chunk)->next, 8);
    QVERIFY((*chunk)->atEnd);
    const int files = m_server->requestCount("/jobmanager/logs/jm.log");
    chunk = await(m_connection->jobLogs()->read(source, 8, 100, {}));
    QVERIFY(chunk && chunk->has_value() && (*chunk)->bytes.isEmpty());
    QCOMPARE(m_server->requestCount("/jobmanager/logs/jm.log"), files); // nothing new: not fetched
    log = "new\n";
    chunk = await(m_connection->jobLogs()->read(source, 8, 100, {}));
    QVERIFY(chunk && chunk->has_value() && (*chunk)->restarted);
    QCOMPARE((*chunk)->bytes, log);
    QCOMPARE((*chunk)->offset, 0);
    chunk = await(m_connection->jobLogs()->read(source, 0, 2, {}));
    QVERIFY(chunk && chunk->has_value() && !(*chunk)->atEnd);
    QCOMPARE((*chunk)->bytes, QByteArray("ne"));
}

void FlinkJobFaultsTest::logOfALostTaskManager()
{
    const LogSource source{.id = u"/taskmanagers/tm-1/logs/tm.log"_s, .title = u"tm.log"_s};
    m_server->answerNext("/taskmanagers/tm-1/logs",
        Answer::json(R"J({"errors":["o.a.RestHandlerException: Could not find TaskExecutor tm-1\n\tat a.B.c(B.java:1)"]})J", 404));
    const auto chunk = await(m_connection->jobLogs()->read(source, 0, 100, {}));
QVERIFY(chunk && !chunk->has_value());
QCOMPARE(chunk->error().httpStatus, 404);
QVERIFY(chunk->error().message.startsWith("tm.log is gone: its TaskManager left"_L1));
}

void FlinkJobFaultsTest::flameGraphsOff()
{
    m_server->setHandler([](const ReceivedRequest& request) {
        return request.path() == "/jobmanager/config"
            ? Answer::json(R"([{"key": "rest.flamegraph.enabled", "value": "false"}])")
            : Answer::json(R"({"endTimestamp": -2})");
    });
    const auto graph = await(m_connection->flameGraphs()->flameGraph(u"0a"_s, u"v"_s, FlameGraphs::Kind::Full, {}));
    QVERIFY(graph && !graph->has_value());
    QCOMPARE(int(graph->error().kind), int(ErrorKind::Unsupported));
    QVERIFY(graph->error().message.contains("rest.flamegraph.enabled: true"_L1));
}

void FlinkJobFaultsTest::queryIsNoJob()
{
    SubmitRequest request{.text = u"SET 'a' = 'b';\nSELECT 1;"_s};
    const auto submitted = await(m_connection->jobSubmission()->submit(request, {}));
    QVERIFY(submitted && !submitted->has_value());
    QVERIFY(submitted->error().range);
    QCOMPARE(submitted->error().range->begin.line, 2);
    QVERIFY(m_server->requests().isEmpty()); // found before anything ran
}

QTEST_GUILESS_MAIN(FlinkJobFaultsTest)
#include "tst_flinkjobfaults.moc"
