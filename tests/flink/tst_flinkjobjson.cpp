// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/checkpointjson.h"
#include "backends/flink/clusterjson.h"
#include "backends/flink/flinkbackend.h"
#include "backends/flink/jobfigures.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jobsubmission.h"
#include "backends/flink/metricjson.h"
#include "core/apidescription.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace millrace;
using namespace millrace::flink;
using namespace Qt::StringLiterals;

namespace {

/// An answer of a real JobManager, by the name under which it was recorded.
QByteArray recorded(const QString& version, const QString& name)
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/flink/jobs/%1.json").arg(version));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject exchanges = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonValue body = exchanges.value(name).toObject().value("body"_L1);
    return body.isArray() ? QJsonDocument(body.toArray()).toJson() : QJsonDocument(body.toObject()).toJson();
}

} // namespace

class FlinkJobJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void jobs_data() { versions(); }

    void jobs();

    void page_data() { versions(); }

    void page();

    void failures_data() { versions(); }

    void failures();

    void checkpoints_data() { versions(); }

    void checkpoints();

    void triggered_data() { versions(); }

    void triggered();

    void vertices_data() { versions(); }

    void vertices();

    void cluster_data() { versions(); }

    void cluster();

    void badBodies();
    void oddFigures();
    void flames();
    void restoreNames();
    void ratesOutliveUnreadTotals();
    void description();

private:
    static void versions()
    {
        QTest::addColumn<QString>("version");
        QTest::newRow("2.3") << u"2.3.0"_s;
        QTest::newRow("1.20") << u"1.20.3"_s;
    }
};

void FlinkJobJsonTest::jobs()
{
    QFETCH(QString, version);
    const auto overview = json::jobsOverview(recorded(version, u"jobs"_s));
    QVERIFY(overview);
    QCOMPARE(overview->jobs.size(), size_t(2));
    QCOMPARE(overview->unreadable, 0);
    QMap<QString, JobSummary> byName;
    for (const JobSummary& job : overview->jobs) {
        byName.insert(job.name, job);
    }
    const JobSummary running = byName.value(u"count per key"_s);
    QCOMPARE(int(running.state), int(JobState::Running));
    QCOMPARE(running.tasks, (QMap<QString, int>{{u"RUNNING"_s, 2}}));
    QVERIFY(running.start.isValid() && !running.end.isValid());
    const JobSummary failed = byName.value(u"fails"_s);
    QCOMPARE(int(failed.state), int(JobState::Failed));
    QCOMPARE(failed.rawState, u"FAILED"_s);
    QVERIFY(failed.end > failed.start);
}

void FlinkJobJsonTest::page()
{
    QFETCH(QString, version);
    const auto page = json::jobPage(recorded(version, u"run.job"_s));
    QVERIFY(page);
    QCOMPARE(page->graph.nodes.size(), size_t(2));
    QCOMPARE(page->graph.edges.size(), size_t(1));
    QCOMPARE(page->graph.edges[0].ship, u"HASH"_s);
    QCOMPARE(page->vertices.size(), size_t(2));
    QCOMPARE(page->sourceRecords, std::optional<qint64>(320));
    QCOMPARE(page->sinkRecords, std::optional<qint64>(320));
    QVERIFY(page->now > 0);
    QCOMPARE(page->timeline.front().rawState, u"INITIALIZING"_s);
    QCOMPARE(page->timeline.back().rawState, u"RUNNING"_s);
}

void FlinkJobJsonTest::failures()
{
    QFETCH(QString, version);
    const auto failures = json::failures(recorded(version, u"fail.exceptions"_s));
    QVERIFY(failures);
    QCOMPARE(failures->size(), size_t(2));
    for (const JobFailure& failure : *failures) {
        QCOMPARE(failure.rootCause, u"ArithmeticException: / by zero"_s);
        QVERIFY(failure.text.contains(u'\n'));
    }
    QVERIFY(failures->front().at > failures->back().at);
    QVERIFY(failures->back().task.startsWith("Source: src[6]"_L1));
    QVERIFY(!failures->back().location.isEmpty());
}

void FlinkJobJsonTest::checkpoints()
{
    QFETCH(QString, version);
    const auto overview = json::checkpoints(recorded(version, u"run.checkpoints"_s));
    QVERIFY(overview);
    QVERIFY(overview->completed.value_or(0) > 0);
    QVERIFY(!overview->restoredFrom);
    const Checkpoint newest = overview->history.front();
    QCOMPARE(int(newest.state), int(Checkpoint::State::Completed));
    QCOMPARE(newest.stateBytes, 5715);
    QCOMPARE(newest.subtasksDone, 2);
    QVERIFY(newest.location.endsWith(u"chk-%1"_s.arg(newest.id)));
    const auto kept = json::restorable(*overview, u"j"_s);
    QCOMPARE(kept.size(), size_t(1)); // the others were discarded
    QVERIFY(kept[0].isCheckpoint);
    auto tasks = json::checkpointTasks(recorded(version, u"run.checkpoint"_s));
    QVERIFY(tasks);
    QCOMPARE(tasks->size(), size_t(2));
    json::addTimes((*tasks)[0], recorded(version, u"run.checkpoint.task.90be"_s));
    QVERIFY((*tasks)[0].syncMs >= 0 && (*tasks)[0].asyncMs >= 0 && (*tasks)[0].alignmentMs >= 0);
    const auto failed = json::checkpoints(recorded(version, u"fail.checkpoints"_s));
    QVERIFY(failed);
    const auto bad = std::ranges::find(failed->history, Checkpoint::State::Failed, &Checkpoint::state);
    QVERIFY(bad == failed->history.end() || !bad->failure.isEmpty());
    QVERIFY(!json::checkpointConfig(recorded(version, u"run.checkpoints.config"_s))->empty());
}

void FlinkJobJsonTest::triggered()
{
    QFETCH(QString, version);
    QCOMPARE(json::requestId(recorded(version, u"sp.trigger"_s))->size(), 32);
    QVERIFY(!json::asyncStatus(recorded(version, u"stop.progress"_s))->done);
    const auto taken = json::asyncStatus(recorded(version, u"sp.status"_s));
    QVERIFY(taken && taken->done && !taken->failure);
    QVERIFY(taken->location.startsWith("file:/flink/savepoints/savepoint-"_L1));
    const auto folder = json::asyncStatus(recorded(version, u"sp.baddir.status"_s));
    QVERIFY(folder && folder->failure);
    QCOMPARE(folder->failure->message, u"Failed to create savepoint directory at file:/proc/nope"_s);
    const auto scheme = json::asyncStatus(recorded(version, u"sp.badfs.status"_s));
    QVERIFY(scheme && scheme->failure);
    QVERIFY(scheme->failure->message.startsWith("Could not find a file system implementation for scheme 's3'"_L1));
    QVERIFY(!scheme->failure->message.contains(u'\n'));
    const auto disposed = json::asyncStatus(recorded(version, u"dispose.status"_s));
    QVERIFY(disposed && disposed->done && !disposed->failure);
    QVERIFY(json::asyncStatus(recorded(version, u"dispose.bad.status"_s))->failure);
}

void FlinkJobJsonTest::vertices()
{
    QFETCH(QString, version);
    auto subtasks = json::subtasks(recorded(version, u"run.v1."_s));
    QVERIFY(subtasks);
    QCOMPARE(subtasks->size(), size_t(1));
    QCOMPARE((*subtasks)[0].recordsIn, std::optional<qint64>(320));
    QVERIFY(!(*subtasks)[0].taskManager.isEmpty());
    json::addPressure(*subtasks, recorded(version, u"run.v1.backpressure"_s));
    QVERIFY((*subtasks)[0].idle);
    json::addWatermarks(*subtasks, recorded(version, u"run.v1.watermarks"_s));
    QVERIFY(!(*subtasks)[0].watermark); // Long.MIN_VALUE: none yet
    const auto names = json::metricNames(recorded(version, u"run.metrics"_s));
    QVERIFY(names && names->contains(u"numRestarts"_s));
    const auto samples = json::metricSamples(recorded(version, u"run.metrics.values"_s));
    QVERIFY(samples);
    for (const MetricSample& sample : *samples) {
        QCOMPARE(sample.value.has_value(), sample.name != "lastCheckpointExternalPath"_L1);
    }
}

void FlinkJobJsonTest::cluster()
{
    QFETCH(QString, version);
    const auto members = json::taskManagers(recorded(version, u"taskmanagers"_s));
    QVERIFY(members);
    QCOMPARE(members->size(), size_t(1));
    QCOMPARE((*members)[0].slotCount, 8);
    QVERIFY((*members)[0].lastHeartbeat.isValid());
    QVERIFY(json::taskManagerFacts(recorded(version, u"taskmanager"_s))->size() > 10);
    QVERIFY(json::threadDump(recorded(version, u"threaddump"_s))->contains(u"\n"_s));
    const auto logs = json::logList(recorded(version, u"jmlogs"_s), u"/jobmanager"_s, u"JobManager"_s);
    QVERIFY(logs);
    QCOMPARE(logs->front().id, u"/jobmanager/logs/jobmanager.log"_s);
    QVERIFY(logs->front().bytes > 0);
    QVERIFY(json::jars(recorded(version, u"jars"_s))->empty());
    const auto settings = json::configuration(recorded(version, u"jmconfig"_s));
    QVERIFY(settings && std::ranges::is_sorted(*settings, {}, &NamedText::name));
}

void FlinkJobJsonTest::badBodies()
{
    for (const QByteArray body : {"", "<html>", "[]", "{\"jobs\": 7}", "{\"jobs\"", "null"}) {
        const auto overview = json::jobsOverview(body);
        QVERIFY2(!overview, body.constData());
        QCOMPARE(int(overview.error().kind), int(ErrorKind::Protocol));
        QVERIFY(!json::jobPage(body));
        QVERIFY(!json::requestId(body));
        QVERIFY(!json::asyncStatus(body));
        QVERIFY(!json::taskManagers(body));
        QVERIFY(!json::jars(body));
    }
    const auto partly = json::jobsOverview(R"({"jobs": [7, {"jid": "a", "state": "NEWSTATE"}, {"name": "b"}]})");
    QVERIFY(partly);
    QCOMPARE(partly->unreadable, 2);
    QCOMPARE(int(partly->jobs[0].state), int(JobState::Unknown));
    QCOMPARE(partly->jobs[0].rawState, u"NEWSTATE"_s);
}

void FlinkJobJsonTest::oddFigures()
{
    VertexStatus vertex{.id = u"v"_s, .parallelism = 2};
    const auto metrics = json::aggregates(R"([
        {"id": "busyTimeMsPerSecond", "min": "NaN", "max": "NaN", "avg": "NaN", "sum": "NaN"},
        {"id": "idleTimeMsPerSecond", "min": 250.0, "max": 1000.0, "avg": 600, "sum": 1250},
        {"id": "backPressuredTimeMsPerSecond", "min": 0, "max": 1200, "avg": 600, "sum": 1200},
        {"id": "numRecordsIn", "min": 10, "max": 30, "avg": 20, "sum": 40},
        {"id": "currentInputWatermark", "min": 1000, "max": 5000}])");
    QVERIFY(metrics);
    json::fillIn(vertex, *metrics);
    QVERIFY(!vertex.busy);
    QCOMPARE(vertex.idle, std::optional(0.25));
    QCOMPARE(vertex.backpressured, std::optional(1.0));
    QCOMPARE(vertex.skew, std::optional(1.5));
    QCOMPARE(vertex.watermark, std::optional(QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC)));
    QVERIFY(!vertex.recordsInPerSecond);
    QVERIFY(!json::watermarkOf(9.3e18));
    QVERIFY(!json::watermarkOf(std::nullopt));
}

void FlinkJobJsonTest::flames()
{
    QVERIFY(json::flameGraph(R"({"endTimestamp": -2})")->disabled);
    QVERIFY(!json::flameGraph(R"({"endTimestamp": -3})")->disabled);
    QVERIFY(json::flameGraph(R"({"endTimestamp": -1})")->root.children.empty());
    const auto graph = json::flameGraph(
        R"({"endTimestamp": 1795395769000, "data": {"name": "root", "value": 100, "children": [
            {"name": "run", "value": 60, "children": []}, {"name": "park", "value": 40, "children": []}]}})");
    QVERIFY(graph);
    QCOMPARE(graph->root.samples, 100);
    QCOMPARE(graph->root.children.size(), size_t(2));
    QCOMPARE(graph->root.children[1].name, u"park"_s);
}

void FlinkJobJsonTest::restoreNames()
{
    const auto two = restoreSettings(2, u"file:/s"_s, {});
    QCOMPARE(two.value(u"execution.state-recovery.path"_s), u"file:/s"_s);
    QCOMPARE(two.value(u"execution.state-recovery.claim-mode"_s), u"NO_CLAIM"_s);
    QCOMPARE(two.value(u"execution.state-recovery.ignore-unclaimed-state"_s), u"false"_s);
    const auto one = restoreSettings(1, u"file:/s"_s, {{u"allowNonRestoredState"_s, u"true"_s}});
    QCOMPARE(one.value(u"execution.savepoint.path"_s), u"file:/s"_s);
    QCOMPARE(one.value(u"execution.savepoint.ignore-unclaimed-state"_s), u"true"_s);
}

/// The server reads the totals every ten seconds and is asked more often: the same ones again are no standstill.
void FlinkJobJsonTest::ratesOutliveUnreadTotals()
{
    JobFigures figures;
    std::vector<JobSummary> jobs{{.id = u"1"_s, .state = JobState::Running}};
    const auto rate = [&] {
        figures.apply(jobs, 10);
        return jobs.front().recordsInPerSecond;
    };
    QVERIFY(!rate());
    figures.takeTotals(u"1"_s, 100'000, 1000, 500);
    // The first ones may have been read long before.
    figures.takeTotals(u"1"_s, 103'000, 5000, 2500);
    QVERIFY(!rate());
    figures.takeTotals(u"1"_s, 113'000, 9000, 4500);
    QCOMPARE(rate(), std::optional(400.0));
    figures.takeTotals(u"1"_s, 117'000, 9000, 4500);
    QCOMPARE(rate(), std::optional(400.0));
    figures.takeTotals(u"1"_s, 123'000, 13'000, 6500);
    QCOMPARE(rate(), std::optional(400.0));
    figures.takeTotals(u"1"_s, 136'000, 13'000, 6500);
    QCOMPARE(rate(), std::optional(0.0));
}

/// The described calls can be read, have names of their own, and know their server.
void FlinkJobJsonTest::description()
{
    const auto description = ApiDescription::read(FlinkBackend().apiDescription());
    QVERIFY2(description, qPrintable(description ? QString() : description.error().message));
    QVERIFY(description->operations().size() > 80);
    QSet<QString> ids;
    for (const ApiOperation& operation : description->operations()) {
        QVERIFY2(!ids.contains(operation.id), qPrintable(operation.id));
        ids.insert(operation.id);
        QVERIFY2(operation.server == "gateway"_L1 || operation.server == "jobmanager"_L1, qPrintable(operation.id));
        QVERIFY2(!operation.summary.isEmpty() && !operation.tag.isEmpty(), qPrintable(operation.id));
    }
    for (const auto id : {"jobs.overview"_L1, "job.plan"_L1, "job.cancel"_L1, "savepoint.trigger"_L1,
             "gateway.sessions.open"_L1, "jar.upload"_L1}) {
        QVERIFY2(description->find(QString(id), u""), id.data());
    }
}

QTEST_GUILESS_MAIN(FlinkJobJsonTest)
#include "tst_flinkjobjson.moc"
