// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/redaction.h"
#include "backends/seatunnel/zetaclusterjson.h"
#include "backends/seatunnel/zetaerrors.h"
#include "backends/seatunnel/zetajobjson.h"
#include "backends/seatunnel/zetavalues.h"
#include "tests/seatunnel/exchanges.h"

#include <QTest>

#include <algorithm>

using namespace millrace;
using namespace millrace::seatunnel;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// The call that a recorded path is of: "job-info" of /hazelcast/rest/maps/job-info/1?x=y.
QString callOf(const QString& path)
{
    QString plain = path.section(u'?', 0, 0);
    for (const QLatin1StringView prefix : {"/hazelcast/rest/maps/"_L1, "/hazelcast/rest/instance/"_L1,
             "/hazelcast/rest/"_L1, "/hazelcast/"_L1, "/seatunnel/"_L1, "/"_L1}) {
        if (plain.startsWith(prefix)) {
            plain.remove(0, prefix.size());
            break;
        }
    }
    if (plain.startsWith("jobs/checkpoints/history"_L1)) {
        return u"history"_s;
    }
    return plain.startsWith("jobs/checkpoints"_L1) ? u"checkpoints"_s : plain.section(u'/', 0, 0);
}

template <typename T> QString told(const Result<T>& result, const QString& value)
{
    return result ? value : u"error: "_s + result.error().message;
}

template <typename T> QString counted(const Result<std::vector<T>>& result)
{
    return result ? u"list of %1"_s.arg(result->size()) : u"error: "_s + result.error().message;
}

/// What is wrong with a job that was read, or its shape.
QString checkedJob(const Result<json::Job>& job)
{
    if (!job) {
        return u"error: "_s + job.error().message;
    }
    if (!job->isKnown()) {
        return u"unknown job"_s;
    }
    const bool complete = !job->name.isEmpty() && !job->createTime.isEmpty()
        && json::stateOf(job->status) != JobState::Unknown && !job->dag.graph.isEmpty();
    for (const GraphEdge& edge : job->dag.graph.edges) {
        const auto has = [&](const QString& id) {
            return std::ranges::find(job->dag.graph.nodes, id, &GraphNode::id) != job->dag.graph.nodes.end();
        };
        if (!has(edge.from) || !has(edge.to)) {
            return u"error: an edge without end"_s;
        }
    }
    return complete ? u"job"_s : u"error: a job with holes"_s;
}

QString checkedJobs(const Result<json::JobPage>& page)
{
    if (!page) {
        return u"error: "_s + page.error().message;
    }
    for (const json::Job& job : page->jobs) {
        if (const QString text = checkedJob(job); text != u"job"_s) {
            return text;
        }
    }
    return page->skipped == 0 ? u"list of jobs"_s : u"error: skipped entries"_s;
}

/// A good answer read as what the call promises.
QString readGood(const Exchange& exchange)
{
    const QString call = callOf(exchange.path);
    const QByteArray& body = exchange.body;
    if (call == u"job-info"_s || call == u"running-job"_s) {
        return checkedJob(json::job(body));
    }
    if (call == u"running-jobs"_s || call == u"finished-jobs"_s) {
        return checkedJobs(json::jobs(body));
    }
    if (call == u"submit-job"_s || call == u"stop-job"_s) {
        return told(json::submitted(body), u"id"_s);
    }
    if (call == u"submit-jobs"_s || call == u"stop-jobs"_s) {
        // Before 2.3.8 these are the calls for one.
        return body.startsWith('{') ? told(json::submitted(body), u"id"_s) : told(json::submittedMany(body), u"ids"_s);
    }
    if (call == u"overview"_s) {
        return exchange.method == "HEAD" ? u"nothing"_s : told(json::overview(body), u"overview"_s);
    }
    if (call == u"system-monitoring-information"_s) {
        return counted(json::members(body));
    }
    if (call == u"running-threads"_s || call == u"thread-dump"_s) {
        return told(json::threads(body), u"threads"_s);
    }
    if (call == u"logs"_s && !exchange.path.contains(u".log"_s)) {
        return told(json::logFiles(body), u"log files"_s);
    }
    if (call == u"get-all-log-name"_s) {
        return told(json::logFiles(body), u"log files"_s);
    }
    if (call == u"metrics"_s || call == u"openmetrics"_s) {
        return told(json::prometheus(body), u"samples"_s);
    }
    if (call == u"pending-jobs"_s) {
        return counted(json::pendingJobs(body));
    }
    if (call == u"checkpoints"_s) {
        return told(json::checkpoints(body), u"checkpoints"_s);
    }
    if (call == u"history"_s) {
        return told(json::checkpointHistory(body), u"checkpoints"_s);
    }
    if (call == u"update-tags"_s) {
        return told(json::message(body), u"message"_s);
    }
    if (call == u"encrypt-config"_s) {
        return told(values::object(body), u"job"_s);
    }
    return u"text"_s;
}

HttpResponse responseOf(const Exchange& exchange)
{
    HttpResponse response;
    response.status = exchange.status;
    response.url = QUrl(u"http://seatunnel.example:5801"_s + exchange.path, QUrl::TolerantMode);
    response.body = exchange.body;
    if (!exchange.contentType.isEmpty()) {
        response.headers.append({"Content-Type", exchange.contentType});
    }
    return response;
}

/// What is wrong with the sentence that stands for a failed answer; empty when it will do.
QString complaintAbout(const Error& error)
{
    if (error.message.isEmpty() || error.message.contains(u"\n"_s) || error.message.contains(u"\tat "_s)) {
        return u"no sentence: "_s + error.message;
    }
    if (error.message.size() > 400 || error.message.contains(u"org.apache"_s)) {
        return u"not for people: "_s + error.message;
    }
    return error.httpStatus == 0 || error.detail.isEmpty() ? u"no detail: "_s + error.message : QString();
}

} // namespace

/// Every reader over everything that real servers answered.
class TestSeaTunnelJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryAnswer_data();
    void readsEveryAnswer();
    void readsAllShapesOfAGraph_data();
    void readsAllShapesOfAGraph();
    void readsBothShapesOfAJob();
    void readsIdsOfEveryKind();
    void findsTheFiguresOfAVertex();
    void readsCheckpoints();
    void readsWaitingJobs();
    void survivesWhatNoServerShouldSay();
};

void TestSeaTunnelJson::readsEveryAnswer_data()
{
    QTest::addColumn<int>("exchanges");
    QTest::addColumn<int>("values");
    QTest::addColumn<int>("errors");
    QTest::addColumn<int>("silent");
    QTest::newRow("2.3.4-v1") << 168 << 59 << 107 << 2;
    QTest::newRow("2.3.5-v1") << 168 << 59 << 107 << 2;
    QTest::newRow("2.3.8-v1") << 175 << 95 << 78 << 2;
    QTest::newRow("2.3.13-hybrid-v1") << 178 << 107 << 69 << 2;
    QTest::newRow("2.3.13-hybrid-v2") << 186 << 120 << 66 << 0;
    QTest::newRow("2.3.13-hybrid-v2-auth-context") << 14 << 4 << 9 << 1;
    QTest::newRow("2.3.13-hybrid-v2-https") << 2 << 2 << 0 << 0;
    QTest::newRow("2.3.13-hybrid-v2-pending") << 13 << 10 << 3 << 0;
}

void TestSeaTunnelJson::readsEveryAnswer()
{
    QFETCH(int, exchanges);
    const std::vector<Exchange> recorded = exchangesOf(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(int(recorded.size()), exchanges);
    const Redactor redactor;
    int values = 0;
    int errors = 0;
    int silent = 0;
    for (const Exchange& exchange : recorded) {
        if (exchange.status == 0) {
            ++silent; // the transport's own error
        } else if (exchange.status == 200) {
            const QString read = readGood(exchange);
            const bool isHazelcast = exchange.method == "DELETE"
                || exchange.path == u"/hazelcast/rest/instance/metrics"_s
                || exchange.path == u"/hazelcast/rest/instance/openmetrics"_s || exchange.method == "OPTIONS";
            QVERIFY2(!read.startsWith(u"error"_s) || isHazelcast, qPrintable(exchange.name + u": "_s + read));
            ++(read.startsWith(u"error"_s) ? errors : values);
        } else if (exchange.status < 400 && exchange.status != 204) {
            ++silent; // a redirect, which the transport follows
        } else {
            const Error error = errors::fromAnswer(responseOf(exchange), callOf(exchange.path), redactor);
            const QString complaint = complaintAbout(error);
            QVERIFY2(complaint.isEmpty(), qPrintable(exchange.name + u": "_s + complaint));
            ++errors;
        }
    }
    QTEST(values, "values");
    QTEST(errors, "errors");
    QTEST(silent, "silent");
}

void TestSeaTunnelJson::readsAllShapesOfAGraph_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isPhysical");
    QTest::addColumn<int>("pipelines");
    QTest::newRow("A: running") << u"2.3.8-v1"_s << u"job-info-running-branches"_s << false << 0;
    QTest::newRow("B: a text") << u"2.3.8-v1"_s << u"job-info-finished-branches"_s << true << 3;
    QTest::newRow("B: cancelled") << u"2.3.8-v1"_s << u"job-info-canceled-branches"_s << true << 3;
    QTest::newRow("C: running") << u"2.3.13-hybrid-v2"_s << u"job-info-running-branches"_s << true << 3;
    QTest::newRow("C: ended") << u"2.3.13-hybrid-v2"_s << u"job-info-canceled-branches"_s << true << 3;
}

void TestSeaTunnelJson::readsAllShapesOfAGraph()
{
    QFETCH(QString, server);
    QFETCH(QString, name);
    const auto recorded = exchangesOf(server);
    const auto it = std::ranges::find(recorded, name, &Exchange::name);
    QVERIFY(it != recorded.end());
    const auto job = json::job(it->body);
    QVERIFY(job);
    const Dag& dag = job->dag;
    QTEST(dag.isPhysical, "isPhysical");
    QTEST(dag.pipelines, "pipelines");
    QCOMPARE(dag.vertices, dag.isPhysical ? 7 : 5);
    QStringList text;
    for (const GraphNode& node : dag.graph.nodes) {
        text.append(node.id);
    }
    for (const GraphEdge& edge : dag.graph.edges) {
        text.append(edge.from + u" > "_s + edge.to);
    }
    text.sort();
    const QStringList expected{u"Sink[0]-Console-MultiTableSink"_s, u"Sink[1]-Console-left"_s,
        u"Source[0]-FakeSource"_s, u"Source[0]-FakeSource > Sink[1]-Console-left"_s,
        u"Source[0]-FakeSource > Transform[0]-Sql"_s, u"Source[1]-FakeSource"_s,
        u"Source[1]-FakeSource > Sink[1]-Console-left"_s, u"Transform[0]-Sql"_s,
        u"Transform[0]-Sql > Sink[0]-Console-MultiTableSink"_s};
    QCOMPARE(text, expected);
}

void TestSeaTunnelJson::readsBothShapesOfAJob()
{
    const auto recorded = exchangesOf(u"2.3.13-hybrid-v2"_s);
    const auto get = [&](const QString& name) {
        const auto it = std::ranges::find(recorded, name, &Exchange::name);
        return json::job(it != recorded.end() ? it->body : QByteArray()).value_or(json::Job());
    };
    const json::Job settled = get(u"job-info-finished-late"_s);
    QVERIFY(!settled.isUnsettled());
    QVERIFY(!settled.hasRunningShape);
    // The moment between the end and its record.
    const json::Job unsettled = get(u"job-info-finished"_s);
    QVERIFY(unsettled.isUnsettled());
    QVERIFY(unsettled.hasRunningShape);
    const JobSummary summary = json::summaryOf(settled, 8 * 3600);
    QCOMPARE(summary.start, QDateTime(QDate(2026, 11, 22), QTime(11, 33, 23), Qt::UTC));
    QCOMPARE(summary.durationMs, 6000);
    QCOMPARE(summary.kind, u"batch"_s);
    QCOMPARE(get(u"job-info-failed"_s).status, u"FAILED"_s);
    QVERIFY(json::summaryOf(get(u"job-info-failed"_s), 0).failure.startsWith(u"NumberFormatException: For input"_s));
    QVERIFY(get(u"job-info-running-from-savepoint"_s).startedFromSavepoint);
    // 2.3.4 sends the physical plan as an object with vertices by id.
    const auto oldest = exchangesOf(u"2.3.4-v1"_s);
    const auto list = std::ranges::find(oldest, u"finished-jobs-FINISHED"_s, &Exchange::name);
    QVERIFY(list != oldest.end());
    const auto page = json::jobs(list->body);
    QVERIFY(page && !page->jobs.empty());
    QVERIFY(page->jobs.front().dag.isPhysical);
    QCOMPARE(page->jobs.front().dag.graph.nodes.size(), 2U);
    QCOMPARE(page->jobs.front().dag.graph.edges.size(), 1U);
}

void TestSeaTunnelJson::readsIdsOfEveryKind()
{
    QCOMPARE(json::submitted(R"({"jobId":733584788375666689,"jobName":"a"})")->id, u"733584788375666689"_s);
    QCOMPARE(json::submitted(R"({"jobId":"733584788375666689"})")->id, u"733584788375666689"_s);
    QCOMPARE(json::submittedMany(R"([{"jobId":9007199254740993}])")->front().id, u"9007199254740993"_s);
    QVERIFY(!json::submitted("{}"));
    QVERIFY(!json::submittedMany(R"([{"x":1}])"));
    QCOMPARE(json::submittedMany("[]")->size(), 0U);
}

void TestSeaTunnelJson::findsTheFiguresOfAVertex()
{
    const auto recorded = exchangesOf(u"2.3.13-hybrid-v2"_s);
    const auto it = std::ranges::find(recorded, u"job-info-running-branches"_s, &Exchange::name);
    const auto job = json::job(it->body);
    QVERIFY(job);
    const auto vertices = json::vertexFigures(*job);
    const auto left = std::ranges::find(vertices, u"Source[0]-FakeSource"_s, &VertexStatus::id);
    QVERIFY(left != vertices.end());
    QCOMPARE(left->recordsOut, std::optional<qint64>(6));
    QVERIFY(left->recordsOutPerSecond.value_or(0) > 1.4);
    // 2.3.8 sums tables of one name over its sources: nobody knows whose they are.
    const auto older = exchangesOf(u"2.3.8-v1"_s);
    const auto before = std::ranges::find(older, u"job-info-running-branches"_s, &Exchange::name);
    for (const VertexStatus& vertex : json::vertexFigures(*json::job(before->body))) {
        QVERIFY(!vertex.recordsOut);
    }
}

void TestSeaTunnelJson::readsCheckpoints()
{
    const auto recorded = exchangesOf(u"2.3.13-hybrid-v2"_s);
    const auto it = std::ranges::find(recorded, u"checkpoints-overview"_s, &Exchange::name);
    const auto overview = json::checkpoints(it->body);
    QVERIFY(overview);
    QCOMPARE(overview->completed, std::optional<int>(4));
    QCOMPARE(overview->history.size(), 4U);
    QCOMPARE(overview->history.front().id, 4);
    QCOMPARE(overview->history.front().durationMs, 6);
    QCOMPARE(overview->history.front().state, Checkpoint::State::Completed);
    const auto unknown = json::checkpoints(R"({"jobId":"1"})");
    QVERIFY(unknown && !unknown->completed && unknown->history.empty());
}

void TestSeaTunnelJson::readsWaitingJobs()
{
    const auto recorded = exchangesOf(u"2.3.13-hybrid-v2-pending"_s);
    const auto it = std::ranges::find(recorded, u"pending-jobs"_s, &Exchange::name);
    const auto pending = json::pendingJobs(it->body);
    QVERIFY(pending);
    QCOMPARE(pending->size(), 1U);
    QCOMPARE(pending->front().id, u"1176969033342451713"_s);
    QCOMPARE(pending->front().waitedMs, 3040);
    QCOMPARE(pending->front().blockedBy, QStringList{u"1176969033342255105"_s});
    QVERIFY(pending->front().reason.startsWith(u"RESOURCE_NOT_ENOUGH"_s));
}

void TestSeaTunnelJson::survivesWhatNoServerShouldSay()
{
    const QList<QByteArray> bodies{"", "null", "[]", "{}", "7", "\"x\"", "[[]]", "[null,{}]", "{\"jobId\":{}}",
        "<html></html>", R"({"jobDag":{"vertices":{},"edges":[{}]}})", R"({"jobDag":"{"})",
        R"({"jobStatus":"NEW_ONE","jobId":1,"jobDag":{"vertexInfoMap":[{}],"pipelineEdges":{"1":[{}]}}})",
        "{\"data\":[]}"};
    for (const QByteArray& body : bodies) {
        (void)checkedJob(json::job(body));
        (void)checkedJobs(json::jobs(body));
        (void)json::overview(body);
        (void)json::members(body);
        (void)json::threads(body);
        (void)json::logFiles(body);
        (void)json::pendingJobs(body);
        (void)json::checkpoints(body);
        (void)json::checkpointHistory(body);
        (void)json::prometheus(body);
    }
    QVERIFY(!json::overview("{}"));
    QVERIFY(!json::overview(R"({"name":"suspicious_lichterman"})"));
    QVERIFY(!json::prometheus(R"({"name":"suspicious_lichterman"})"));
    const auto job = json::job(R"({"jobStatus":"NEW_ONE","jobId":1})");
    QVERIFY(job && job->isKnown());
    QCOMPARE(json::stateOf(job->status), JobState::Unknown);
}

QTEST_GUILESS_MAIN(TestSeaTunnelJson)
#include "tst_seatunneljson.moc"
