// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkbackend.h"
#include "core/apiconsole.h"
#include "core/checkpoints.h"
#include "core/inventory.h"
#include "core/jobcontrol.h"
#include "core/joblogs.h"
#include "core/jobmonitor.h"
#include "core/jobsubmission.h"
#include "core/metrics.h"
#include "models/backpressure.h"
#include "tests/support/await.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// Counts per key, at a few rows a second; checkpoints often.
const QString s_counting = uR"(
SET 'execution.checkpointing.interval' = '1s';
CREATE TEMPORARY TABLE src (k INT) WITH ('connector' = 'datagen', 'rows-per-second' = '20',
    'fields.k.min' = '0', 'fields.k.max' = '1');
CREATE TEMPORARY TABLE snk (k INT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = '%1');
INSERT INTO snk SELECT k, COUNT(*) FROM src GROUP BY k;
)"_s;

const QString s_failing = uR"(
SET 'restart-strategy.type' = 'none';
CREATE TEMPORARY TABLE src (k INT) WITH ('connector' = 'datagen', 'rows-per-second' = '5');
CREATE TEMPORARY TABLE snk (k INT) WITH ('connector' = 'blackhole');
INSERT INTO snk SELECT 1 / (k - k) FROM src;
)"_s;

/// The aggregate has far more to do for each row than the source.
const QString s_slow = uR"(
CREATE TEMPORARY TABLE src (k INT) WITH ('connector' = 'datagen', 'rows-per-second' = '100000',
    'fields.k.min' = '0', 'fields.k.max' = '3');
CREATE TEMPORARY TABLE snk (k INT, n BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO snk SELECT k, CHAR_LENGTH(REGEXP_REPLACE(REPEAT(CAST(n AS STRING) || 'abcdefgh', 400), '(a.)+?h', 'x'))
    FROM (SELECT k, COUNT(*) AS n FROM src GROUP BY k);
)"_s;

} // namespace

/// What is done to jobs, on real Flinks of both major versions.
class FlinkJobsLiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void stateComesBack_data() { versions(); }

    void stateComesBack();

    void failureNamesItsCause_data() { versions(); }

    void failureNamesItsCause();

    void brakeIsNamed_data() { versions(); }

    void brakeIsNamed();

    void badTargetLeavesTheJobRunning_data() { versions(); }

    void badTargetLeavesTheJobRunning();

    void clusterIsReadable_data() { versions(); }

    void clusterIsReadable();

private:
    static void versions();
    QString submit(const QString& sql, const QString& name, const QString& savepoint = {});
    std::optional<JobDetail> detail(const QString& jobId);
    /// The highest count that the job printed for key 0.
    qint64 counted(const QString& identifier);

    std::unique_ptr<Connection> m_connection;
    QString m_savepoints;
    QStringList m_jobs;
};

void FlinkJobsLiveTest::versions()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::newRow("2.x") << QByteArray("MILLRACE_LIVE_FLINK_JSON");
    QTest::newRow("1.x") << QByteArray("MILLRACE_LIVE_FLINK_1_JSON");
}

void FlinkJobsLiveTest::init()
{
    QFETCH(QByteArray, variable);
    QFile file(qEnvironmentVariable(variable.constData()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject live = QJsonDocument::fromJson(file.readAll()).object();
    m_savepoints = live.value("savepoints"_L1).toString();
    const flink::FlinkBackend backend;
    ConnectionProfile profile;
    profile.values = backend.valuesForUrl(live.value("gateway"_L1).toString());
    profile.values.insert(QString(flink::fields::jobManager), live.value("jobManager"_L1).toString());
    m_connection = backend.connect(profile, {});
}

void FlinkJobsLiveTest::cleanup()
{
    for (const QString& id : std::exchange(m_jobs, {})) {
        await(m_connection->jobControl()->cancel(id, {}, {}));
    }
    m_connection.reset();
}

QString FlinkJobsLiveTest::submit(const QString& sql, const QString& name, const QString& savepoint)
{
    SubmitRequest request;
    request.text = sql;
    request.fromSavepoint = savepoint;
    request.values = m_connection->jobSubmission()->form().defaults();
    request.values.insert(u"name"_s, name);
    const auto submitted = await(m_connection->jobSubmission()->submit(request, {}), 90000);
    if (!submitted || !*submitted) {
        qWarning() << (submitted ? submitted->error().message : u"no answer"_s);
        return {};
    }
    m_jobs << (*submitted)->jobId;
    return (*submitted)->jobId;
}

std::optional<JobDetail> FlinkJobsLiveTest::detail(const QString& jobId)
{
    const auto answer = await(m_connection->jobMonitor()->job(jobId, {}));
    return answer && *answer ? std::optional(**answer) : std::nullopt;
}

qint64 FlinkJobsLiveTest::counted(const QString& identifier)
{
    const auto sources = await(m_connection->jobLogs()->sources({}, {}));
    if (!sources || !*sources) {
        return -1;
    }
    qint64 most = 0;
    for (const LogSource& source : **sources) {
        if (!source.title.endsWith(".out"_L1) || !source.group.startsWith("TaskManager"_L1)) {
            continue;
        }
        const auto chunk = await(m_connection->jobLogs()->read(source, 0, 8 << 20, {}));
        if (!chunk || !*chunk) {
            return -1;
        }
        for (const QByteArray& line : (*chunk)->bytes.split('\n')) {
            if (line.startsWith(QByteArray(identifier.toUtf8() + "> +U[0, "))) {
                const QByteArray number = line.mid(line.indexOf(", ") + 2);
                most = std::max(most, number.left(number.indexOf(']')).toLongLong());
            }
        }
    }
    return most;
}

/// Watched, savepointed, stopped with a savepoint, restarted from it: the count goes on where it stopped.
void FlinkJobsLiveTest::stateComesBack()
{
    const QString before = u"before%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
    const QString job = submit(s_counting.arg(before), u"count per key"_s);
    QVERIFY(!job.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(detail(job) && detail(job)->summary.state == JobState::Running, 60000);
    const auto list = await(m_connection->jobMonitor()->jobs({}, {}));
    QVERIFY(list && *list);
    const auto row = std::ranges::find((*list)->jobs, job, &JobSummary::id);
    QVERIFY(row != (*list)->jobs.end());
    QCOMPARE(row->name, u"count per key"_s);
    QCOMPARE(int(row->state), int(JobState::Running));
    QVERIFY(row->start.isValid());

    QTRY_VERIFY_WITH_TIMEOUT(counted(before) >= 30, 90000);
    const auto seen = detail(job);
    QVERIFY(seen);
    QCOMPARE(seen->graph.nodes.size(), size_t(2));
    QCOMPARE(seen->vertices.size(), size_t(2));
    const auto subtasks = await(m_connection->vertexInspector()->subtasks(job, seen->vertices[0].id, {}));
    QVERIFY(subtasks && *subtasks);
    QCOMPARE((*subtasks)->size(), size_t(1));

    SavepointRequest take{.jobId = job};
    const auto taken = await(m_connection->savepoints()->take(take, {}), 60000);
    QVERIFY(taken);
    QVERIFY2(taken->has_value(), qPrintable(taken->has_value() ? QString() : taken->error().message));
    QVERIFY(!(*taken)->location.isEmpty());

    SavepointRequest stop{.jobId = job, .stop = true};
    const auto stopped = await(m_connection->savepoints()->take(stop, {}), 60000);
    QVERIFY(stopped);
    QVERIFY2(stopped->has_value(), qPrintable(stopped->has_value() ? QString() : stopped->error().message));
    QCOMPARE(int(detail(job)->summary.state), int(JobState::Finished));
    const qint64 last = counted(before);

    const QString after = u"after%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
    const QString next = submit(s_counting.arg(after), u"count per key, again"_s, (*stopped)->location);
    QVERIFY(!next.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(counted(after) > 0, 90000);
    const qint64 goesOn = counted(after);
    QVERIFY2(goesOn > last, qPrintable(u"%1 after %2"_s.arg(goesOn).arg(last)));
    const auto overview = await(m_connection->checkpoints()->overview(next, {}));
    QVERIFY(overview && *overview && (*overview)->restoredFrom);
    QCOMPARE((*overview)->restoredFrom->location, (*stopped)->location);

    const auto disposed = await(m_connection->savepoints()->dispose((*taken)->location, {}));
    QVERIFY(disposed && disposed->has_value());
    const auto again = await(m_connection->savepoints()->dispose((*taken)->location, {}));
    QVERIFY(again && !again->has_value());
    QCOMPARE(again->error().httpStatus, 404);
}

void FlinkJobsLiveTest::failureNamesItsCause()
{
    const QString job = submit(s_failing, u"fails"_s);
    if (job.isEmpty()) {
        return; // it failed before submit() was back, which said so
    }
    QTRY_VERIFY_WITH_TIMEOUT(detail(job) && detail(job)->summary.state == JobState::Failed, 60000);
    const auto failed = detail(job);
    QCOMPARE(failed->summary.failure, u"ArithmeticException: / by zero"_s);
    QVERIFY(!failed->failures.front().task.isEmpty());
    m_jobs.clear();
}

void FlinkJobsLiveTest::brakeIsNamed()
{
    const QString job = submit(s_slow, u"slow aggregate"_s);
    QVERIFY(!job.isEmpty());
    std::optional<Brake> brake;
    const auto find = [&] {
        const auto seen = detail(job);
        brake = seen ? findBrake(seen->graph, seen->vertices) : std::nullopt;
        return brake.has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(find(), 90000);
    QVERIFY2(brake->sentence.contains("GroupAggregate"_L1), qPrintable(brake->sentence));
}

void FlinkJobsLiveTest::badTargetLeavesTheJobRunning()
{
    const QString job = submit(s_counting.arg(u"bad"_s), u"runs on"_s);
    QVERIFY(!job.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(detail(job) && detail(job)->summary.tasks.value(u"RUNNING"_s) == 2, 60000);
    for (const QString& target : {u"file:///proc/nowhere"_s, u"s3://bucket/path"_s}) {
        SavepointRequest request{.jobId = job, .target = target, .stop = true};
        const auto taken = await(m_connection->savepoints()->take(request, {}), 60000);
        QVERIFY(taken && !taken->has_value());
        QVERIFY2(taken->error().message.startsWith("The savepoint failed and the job was not stopped: "_L1),
            qPrintable(taken->error().message));
        QVERIFY2(!taken->error().message.contains(u'\n'), qPrintable(taken->error().message));
        QTRY_COMPARE_WITH_TIMEOUT(detail(job)->summary.tasks.value(u"RUNNING"_s), 2, 30000);
    }
    const auto cancelled = await(m_connection->jobControl()->cancel(job, {}, {}));
    QVERIFY(cancelled && cancelled->has_value());
    QCOMPARE(int(detail(job)->summary.state), int(JobState::Cancelled));
    const auto unknown = await(m_connection->jobMonitor()->job(QString(32, u'0'), {}));
    QVERIFY(unknown && !unknown->has_value());
    QCOMPARE(unknown->error().httpStatus, 404);
    m_jobs.clear();
}

void FlinkJobsLiveTest::clusterIsReadable()
{
    const auto sources = await(m_connection->jobLogs()->sources({}, {}));
    QVERIFY(sources && *sources);
    const auto log = std::ranges::find_if(
        **sources, [](const LogSource& source) { return source.group == "JobManager"_L1 && source.bytes > 100; });
    QVERIFY(log != (*sources)->end());
    const auto head = await(m_connection->jobLogs()->read(*log, 0, 60, {}));
    QVERIFY(head && *head);
    QCOMPARE((*head)->bytes.size(), 60);
    QCOMPARE((*head)->next, 60);
    QVERIFY(!(*head)->atEnd);
    const auto more = await(m_connection->jobLogs()->read(*log, 50, 10, {}));
    QVERIFY(more && *more);
    QCOMPARE((*more)->bytes, (*head)->bytes.mid(50, 10));
    const auto shorter = await(m_connection->jobLogs()->read(*log, qint64(1) << 40, 10, {}));
    QVERIFY(shorter && *shorter);
    QVERIFY((*shorter)->restarted);

    const auto scopes = await(m_connection->metrics()->scopes({}, {}));
    QVERIFY(scopes && *scopes);
    QVERIFY((*scopes)->size() >= 2);
    const MetricScope member = (*scopes)->front();
    const auto values = await(m_connection->metrics()->values(member, {u"numRegisteredTaskManagers"_s, u"nope"_s}, {}));
    QVERIFY(values && *values);
    QCOMPARE((*values)->size(), size_t(1));
    QCOMPARE((*values)->front().value, std::optional(1.0));

    for (const InventoryKind& kind : m_connection->inventory()->kinds()) {
        const auto items = await(m_connection->inventory()->items(kind.id, {}, {}));
        QVERIFY2(items && *items, qPrintable(kind.id));
        for (const InventoryItem& item : **items) {
            QCOMPARE(item.cells.size(), kind.columns.size());
            const auto parts = await(m_connection->inventory()->detail(kind.id, item.id, {}));
            QVERIFY2(parts && *parts && !(*parts)->empty(), qPrintable(item.id));
        }
    }
}

QTEST_GUILESS_MAIN(FlinkJobsLiveTest)
#include "tst_flinkjobs.moc"
