// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectionpool.h"
#include "app/jobs/incidentbundle.h"
#include "app/jobs/jobdetailcontroller.h"
#include "core/checkpoints.h"
#include "core/jobcontrol.h"
#include "core/joblogs.h"
#include "core/metrics.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/secretstore.h"
#include "storage/settings.h"
#include "tests/widgets/guitest.h"
#include "tests/widgets/jobdetailfixture.h"
#include "widgets/common/messagebar.h"
#include "widgets/jobdetail/checkpointstab.h"
#include "widgets/jobdetail/metricstab.h"
#include "widgets/jobdetail/overviewtab.h"

#include "tests/support/inflight.h"

#include <QCoroTimer>

#include <QProcess>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

const QString s_secret = u"hunter2-top"_s;

/// What a fake server knows, and what it was asked.
struct FakeCluster {
    test::InFlight inFlight;
    JobDetail detail = ordersJob(QDateTime::currentDateTimeUtc());
    std::optional<Error> jobError;
    std::optional<Error> checkpointError;
    QMap<QString, int> asked;
    QString held; ///< answers about this job wait
    bool hasCheckpoints = true;
};

class FakeJobConnection : public Connection,
                          public JobMonitor,
                          public VertexInspector,
                          public Checkpoints,
                          public Savepoints,
                          public Metrics,
                          public JobLogs {
public:
    FakeJobConnection(ConnectionProfile profile, std::shared_ptr<FakeCluster> cluster)
        : Connection(std::move(profile)), m_cluster(std::move(cluster))
    {
    }

    JobMonitor* jobMonitor() override { return this; }

    VertexInspector* vertexInspector() override { return this; }

    Checkpoints* checkpoints() override { return m_cluster->hasCheckpoints ? this : nullptr; }

    Savepoints* savepoints() override { return this; }

    Metrics* metrics() override { return this; }

    JobLogs* jobLogs() override { return this; }

    QCoro::Task<ConnectionTest> test(std::function<void(const TestStep&)>, CancellationToken) override
    {
        co_return ConnectionTest{};
    }

    QCoro::Task<Result<JobList>> jobs(JobQuery, CancellationToken) override { co_return JobList{}; }

    QCoro::Task<Result<JobDetail>> job(QString jobId, CancellationToken token) override
    {
        const auto cluster = m_cluster;
        ++cluster->asked[u"job"_s];
        const auto call = cluster->inFlight.enter();
        do {
            co_await QCoro::sleepFor(std::chrono::milliseconds(1));
        } while (cluster->held == jobId && !token.isCancelled());
        if (cluster->jobError) {
            co_return failure(*cluster->jobError);
        }
        JobDetail detail = cluster->detail;
        detail.summary.id = jobId;
        if (jobId != "first"_L1) {
            detail.summary.name = jobId;
        }
        co_return detail;
    }

    QCoro::Task<Result<std::vector<SubtaskStatus>>> subtasks(QString, QString, CancellationToken) override
    {
        ++m_cluster->asked[u"subtasks"_s];
        co_return ordersSubtasks();
    }

    QCoro::Task<Result<CheckpointOverview>> overview(QString, CancellationToken) override
    {
        ++m_cluster->asked[u"checkpoints"_s];
        if (m_cluster->checkpointError) {
            co_return failure(*m_cluster->checkpointError);
        }
        co_return ordersCheckpoints(QDateTime::currentDateTimeUtc(), 20);
    }

    QCoro::Task<Result<std::vector<CheckpointTask>>> tasks(QString, qint64, CancellationToken) override
    {
        ++m_cluster->asked[u"tasks"_s];
        co_return ordersCheckpointTasks();
    }

    SavepointLimits limits() const override { return {}; }

    QCoro::Task<Result<SavepointInfo>> take(SavepointRequest, CancellationToken) override { co_return SavepointInfo{}; }

    QCoro::Task<Result<void>> dispose(QString, CancellationToken) override { co_return {}; }

    QCoro::Task<Result<std::vector<SavepointInfo>>> savepoints(QString, CancellationToken) override
    {
        ++m_cluster->asked[u"savepoints"_s];
        std::vector<SavepointInfo> known{{.location = u"s3://s/sp-1"_s, .bytes = 7}};
        co_return known;
    }

    QCoro::Task<Result<std::vector<MetricScope>>> scopes(QString jobId, CancellationToken) override
    {
        ++m_cluster->asked[u"scopes"_s];
        std::vector<MetricScope> scopes;
        if (jobId.isEmpty()) {
            scopes.push_back({.kind = MetricScope::Kind::Member, .id = u"tm-1"_s, .title = u"TaskManager tm-1"_s});
        } else {
            scopes.push_back({.kind = MetricScope::Kind::Job, .jobId = jobId, .id = {}, .title = u"The job"_s});
        }
        co_return scopes;
    }

    QCoro::Task<Result<QStringList>> names(MetricScope, CancellationToken) override
    {
        co_return QStringList{u"uptime"_s, u"fullRestarts"_s};
    }

    QCoro::Task<Result<std::vector<MetricSample>>> values(MetricScope, QStringList names, CancellationToken) override
    {
        ++m_cluster->asked[u"values"_s];
        std::vector<MetricSample> samples;
        for (const QString& name : names) {
            samples.push_back({.name = name, .value = 42.0, .text = u"42"_s});
        }
        co_return samples;
    }

    QCoro::Task<Result<std::vector<LogSource>>> sources(QString, CancellationToken) override
    {
        std::vector<LogSource> sources{{.id = u"jm"_s, .title = u"jobmanager.log"_s, .group = u"JobManager"_s},
            {.id = u"gone"_s, .title = u"../../etc/tm.log"_s, .group = u"TaskManager"_s}};
        co_return sources;
    }

    QCoro::Task<Result<LogChunk>> read(LogSource source, qint64 from, qint64, CancellationToken) override
    {
        if (source.id == "gone"_L1) {
            co_return failure(ErrorKind::Http, u"The TaskManager is lost."_s);
        }
        const QByteArray text = "INFO start\nERROR password=" + s_secret.toUtf8() + " refused\n";
        co_return LogChunk{.bytes = text.mid(from), .offset = from, .next = text.size(), .atEnd = true};
    }

private:
    std::shared_ptr<FakeCluster> m_cluster;
};

class FakeJobBackend : public Backend {
public:
    explicit FakeJobBackend(std::shared_ptr<FakeCluster> cluster) : m_cluster(std::move(cluster)) { }

    QString id() const override { return u"fake"_s; }

    QString displayName() const override { return u"Fake 1.0"_s; }

    FormDescription form() const override { return {}; }

    FormValues valuesForUrl(const QString&) const override { return {}; }

    std::unique_ptr<Connection> connect(ConnectionProfile profile, Secrets) const override
    {
        return std::make_unique<FakeJobConnection>(std::move(profile), m_cluster);
    }

private:
    std::shared_ptr<FakeCluster> m_cluster;
};

QByteArray contentOf(const std::vector<IncidentFile>& files, const QString& name)
{
    for (const IncidentFile& file : files) {
        if (file.name == name) {
            return file.content;
        }
    }
    return "(none)";
}

} // namespace

class JobDetailTest : public QObject {
    Q_OBJECT

private:
    /// All that a controller needs, with one saved connection "c".
    struct World {
        World()
        {
            backends.add(std::make_unique<FakeJobBackend>(cluster));
            ConnectionProfile profile{.id = u"c"_s, .name = u"fake-prod"_s, .system = u"fake"_s};
            profile.environment = Environment::Production;
            std::ignore = connections.save(profile);
            view.resize(1200, 500);
            controller = std::make_unique<JobDetailController>(
                JobDetailController::Parts{.backends = backends,
                    .connections = connections,
                    .pool = pool,
                    .settings = settings,
                    .statementOf = [](const JobKey&) { return u"INSERT INTO kept SELECT 1"_s; }},
                &view, JobDetailPace{.tick = 10, .slowTicks = 2, .lastRetry = 20});
        }

        ~World()
        {
            controller.reset();
            cluster->held.clear();
            std::ignore = cluster->inFlight.drain();
        }

        std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
        BackendRegistry backends;
        QTemporaryDir folder;
        std::unique_ptr<Database> database = Database::inMemory();
        ConnectionStore connections{*database};
        SecretStore secrets;
        Settings settings{folder.filePath(u"settings.json"_s)};
        ConnectionPool pool{backends, connections, secrets};
        JobDetailView view;
        std::unique_ptr<JobDetailController> controller;
    };

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init() { failOnWarnings(); }

    void onlyTheVisibleTabIsAskedFor()
    {
        World world;
        QVERIFY(showActive(world.view));
        world.controller->show({u"c"_s, u"first"_s});
        QTRY_COMPARE(world.view.detail().summary.name, u"orders-enriched"_s);
        QVERIFY(!world.view.hasTab(JobTab::FlameGraph));
        QVERIFY(world.view.hasTab(JobTab::Sql));
        QTRY_VERIFY(world.cluster->asked[u"job"_s] >= 3);
        QCOMPARE(world.cluster->asked[u"checkpoints"_s], 0);
        QCOMPARE(world.cluster->asked[u"subtasks"_s], 0);
        world.view.overview()->selectVertex(u"v3"_s);
        QTRY_VERIFY(world.cluster->asked[u"subtasks"_s] >= 1);
        world.view.setCurrentTab(JobTab::Checkpoints);
        QTRY_COMPARE(world.view.checkpoints()->model().rowCount(), 20);
        // The charts learn of one checkpoint after the other.
        QTRY_VERIFY(world.cluster->asked[u"tasks"_s] >= 3);
        world.view.setCurrentTab(JobTab::Savepoints);
        QTRY_VERIFY(world.cluster->asked[u"savepoints"_s] >= 1);
        world.view.setCurrentTab(JobTab::Metrics);
        QTRY_COMPARE(world.cluster->asked[u"scopes"_s] >= 2, true);
        world.view.hide();
        const auto asked = world.cluster->asked;
        int ticks = 0;
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&ticks] { ++ticks; });
        clock.start(10);
        QTRY_VERIFY(ticks >= 6);
        QVERIFY(world.cluster->asked[u"job"_s] <= asked[u"job"_s] + 1);
    }

    void lateAnswersAreDropped()
    {
        World world;
        QVERIFY(showActive(world.view));
        world.cluster->held = u"slow"_s;
        world.controller->show({u"c"_s, u"slow"_s});
        QTRY_VERIFY(world.cluster->asked[u"job"_s] >= 1);
        world.controller->show({u"c"_s, u"other"_s});
        QTRY_COMPARE(world.view.detail().summary.id, u"other"_s);
        world.cluster->held.clear();
        const int before = world.cluster->asked[u"job"_s];
        QTRY_VERIFY(world.cluster->asked[u"job"_s] > before + 2);
        QCOMPARE(world.view.detail().summary.id, u"other"_s);
        world.controller->show({});
        QVERIFY(world.controller->shown().isEmpty());
        world.controller->show({u"c"_s, u"slow"_s});
        world.controller.reset();
    }

    void aJobThatVanishesStaysGreyed()
    {
        World world;
        QVERIFY(showActive(world.view));
        world.controller->show({u"c"_s, u"first"_s});
        QTRY_COMPARE(world.view.detail().summary.name, u"orders-enriched"_s);
        world.cluster->jobError = Error{.kind = ErrorKind::Network, .message = u"No answer."_s};
        QTRY_VERIFY(world.view.messageBar()->isVisible());
        QCOMPARE(world.view.messageBar()->message().text, u"No answer."_s);
        world.cluster->jobError = Error{.kind = ErrorKind::Http, .message = u"Not found."_s, .httpStatus = 404};
        QTRY_VERIFY(world.view.isGone());
        QCOMPARE(world.view.detail().summary.name, u"orders-enriched"_s);
        world.cluster->jobError.reset();
        world.controller->refresh();
        QTRY_VERIFY(!world.view.isGone());
    }

    void whatAServerCannotDoIsSaidInTheTab()
    {
        World world;
        world.cluster->checkpointError =
            Error{.kind = ErrorKind::Unsupported, .message = u"Checkpoints are off for this job."_s};
        QVERIFY(showActive(world.view));
        world.controller->show({u"c"_s, u"first"_s});
        QTRY_VERIFY(world.view.hasTab(JobTab::Checkpoints));
        world.view.setCurrentTab(JobTab::Checkpoints);
        MessageBar* bar = world.view.checkpoints()->messageBar();
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->message().text, u"Checkpoints are off for this job."_s);
        const int asked = world.cluster->asked[u"checkpoints"_s];
        const int jobs = world.cluster->asked[u"job"_s];
        QTRY_VERIFY(world.cluster->asked[u"job"_s] > jobs + 2);
        QCOMPARE(world.cluster->asked[u"checkpoints"_s], asked);
        world.cluster->checkpointError.reset();
        Q_EMIT bar->actionTriggered(u"retry"_s);
        QTRY_COMPARE(world.view.checkpoints()->model().rowCount(), 20);
    }

    void aMissingCapabilityHasNoTab()
    {
        World world;
        world.cluster->hasCheckpoints = false;
        QVERIFY(showActive(world.view));
        world.controller->show({u"c"_s, u"first"_s});
        QTRY_VERIFY(world.view.hasTab(JobTab::Savepoints));
        QVERIFY(!world.view.hasTab(JobTab::Checkpoints));
    }

    void tickedMetricsAreRememberedAndKept()
    {
        World world;
        world.settings.setValue(u"jobs.metrics.job"_s, QJsonArray{u"uptime"_s});
        auto again = std::make_unique<JobDetailController>(JobDetailController::Parts{.backends = world.backends,
                                                               .connections = world.connections,
                                                               .pool = world.pool,
                                                               .settings = world.settings,
                                                               .statementOf = {}},
            &world.view, JobDetailPace{.tick = 10, .slowTicks = 2});
        world.controller = std::move(again);
        QVERIFY(showActive(world.view));
        world.controller->show({u"c"_s, u"first"_s});
        QTRY_VERIFY(world.view.hasTab(JobTab::Metrics));
        world.view.setCurrentTab(JobTab::Metrics);
        QTRY_VERIFY(world.cluster->asked[u"values"_s] >= 2);
        QCOMPARE(world.view.metrics()->wantedNames(), QStringList{u"uptime"_s});
    }

    void aBundleHoldsEverythingButSecrets()
    {
        IncidentParts parts;
        parts.connectionName = u"fake-prod"_s;
        parts.jobId = u"first"_s;
        parts.takenAt = QDateTime::currentDateTimeUtc();
        parts.detail = ordersJob(parts.takenAt);
        parts.detail.configuration.push_back({u"s3.secret-key"_s, s_secret});
        parts.detail.configuration.push_back({u"jdbc.url"_s, u"jdbc:mysql://u:"_s + s_secret + u"@db/x"_s});
        parts.detail.failures[0].text +=
            u"\n\"password\" : \""_s + s_secret + u"\"\nAuthorization: Bearer "_s + s_secret;
        parts.detail.failures[0].rootCause = u"<script> & password="_s + s_secret;
        parts.detail.graph.nodes[0].description = u"'password' = '"_s + s_secret + u"'"_s;
        parts.sql = u"CREATE TABLE t (x INT) WITH ('connector' = 'jdbc', 'password' = '"_s + s_secret + u"')"_s;
        parts.checkpoints = ordersCheckpoints(parts.takenAt, 30);
        parts.savepoints = {{.location = u"s3://s/sp,1"_s}};
        parts.metrics.append({.kind = MetricScope::Kind::Job, .id = {}, .name = u"uptime"_s}, 1000, 5.0);
        parts.logs = {{.source = {.title = u"../../jm.log"_s}, .bytes = "password=" + s_secret.toUtf8() + "\n"}};
        parts.missing = {u"tm.log: The TaskManager is lost."_s};
        const auto files = incidentFiles(parts);
        QCOMPARE(files.front().name, u"summary.html"_s);
        for (const QString& name : {u"configuration.txt"_s, u"exceptions.txt"_s, u"checkpoints.csv"_s,
                 u"savepoints.csv"_s, u"vertices.csv"_s, u"metrics.csv"_s, u"job.sql"_s, u"plan.json"_s, u"plan.dot"_s,
                 u"plan.svg"_s, u"logs/01-..-..-jm.log"_s}) {
            QVERIFY2(contentOf(files, name) != "(none)", qPrintable(name));
            QVERIFY2(files.front().content.contains(name.toUtf8()), qPrintable(name));
        }
        for (const IncidentFile& file : files) {
            QVERIFY2(!file.content.contains(s_secret.toUtf8()), qPrintable(file.name));
        }
        QVERIFY(!files.front().content.contains("<script>"));
        QVERIFY(files.front().content.contains("The TaskManager is lost."));
        QVERIFY(contentOf(files, u"savepoints.csv"_s).contains("\"s3://s/sp,1\""));
        QCOMPARE(incidentFileName(u"a/b: c"_s, QDateTime({2026, 3, 17}, {14, 22, 5})),
            u"incident-a-b--c-20260317-142205.zip"_s);
    }

    void aBundleIsWrittenWithProgress()
    {
        World world;
        QVERIFY(showActive(world.view));
        world.controller->show({u"c"_s, u"first"_s});
        QTRY_COMPARE(world.view.detail().summary.name, u"orders-enriched"_s);
        QSignalSpy started(world.controller.get(), &JobDetailController::operationStarted);
        const QString path = world.folder.filePath(u"incident.zip"_s);
        world.controller->writeBundle(path);
        QCOMPARE(started.count(), 1);
        const auto operation = started.at(0).at(0).value<std::shared_ptr<Operation>>();
        QTRY_COMPARE(operation->state(), Operation::State::Succeeded);
        QProcess unzip;
        unzip.start(u"unzip"_s, {u"-p"_s, path});
        QVERIFY(unzip.waitForFinished());
        const QByteArray all = unzip.readAllStandardOutput();
        QCOMPARE(unzip.exitCode(), 0);
        QVERIFY(all.contains("INFO start") && all.contains("uptime") && all.contains("The TaskManager is lost."));
        QVERIFY(!all.contains(s_secret.toUtf8()));
        // A folder that is not there.
        world.controller->writeBundle(world.folder.filePath(u"none/incident.zip"_s));
        const auto refused = started.at(1).at(0).value<std::shared_ptr<Operation>>();
        QTRY_COMPARE(refused->state(), Operation::State::Failed);
        QVERIFY(refused->error()->message.contains(u"cannot be written"_s));
        // Cancelled: no file.
        world.cluster->held = u"first"_s;
        const QString none = world.folder.filePath(u"cancelled.zip"_s);
        world.controller->writeBundle(none);
        const auto cancelled = started.at(2).at(0).value<std::shared_ptr<Operation>>();
        cancelled->cancel();
        world.cluster->held.clear();
        QTRY_COMPARE(cancelled->state(), Operation::State::Cancelled);
        QVERIFY(!QFile::exists(none));
    }
};

QTEST_MAIN(JobDetailTest)
#include "tst_jobdetail.moc"
