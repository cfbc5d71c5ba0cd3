// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectionpool.h"
#include "app/jobs/jobpolling.h"
#include "app/jobs/jobwatcher.h"
#include "models/jobtable.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/secretstore.h"
#include "tests/app/fakecluster.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// Lets everything happen that is due now.
void settle()
{
    for (int round = 0; round < 20; ++round) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

struct Fixture {
    Fixture()
    {
        backends.add(std::make_unique<FakeClusterBackend>(cluster));
        database = Database::inMemory();
        store = std::make_unique<ConnectionStore>(*database);
        pool = std::make_unique<ConnectionPool>(backends, *store, secrets);
        cluster->jobs = {runningJob(u"1"_s, u"orders"_s)};
    }

    QString add(const QString& name) { return store->save({.name = name, .system = u"cluster"_s})->id; }

    std::unique_ptr<JobPolling> polling(const PollPace& pace)
    {
        return std::make_unique<JobPolling>(backends, *store, *pool, table, pace);
    }

    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    BackendRegistry backends;
    std::unique_ptr<Database> database;
    std::unique_ptr<ConnectionStore> store;
    SecretStore secrets;
    std::unique_ptr<ConnectionPool> pool;
    JobTable table;
};

constexpr PollPace s_fast{.seen = 5, .inactive = 20, .unseen = 40, .firstRetry = 10, .lastRetry = 40};
constexpr PollPace s_slow{
    .seen = 600'000, .inactive = 600'000, .unseen = 600'000, .firstRetry = 600'000, .lastRetry = 2'000'000};

} // namespace

class TestJobPoller : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void nothingIsAskedBeforeItIsWanted()
    {
        Fixture f;
        const QString one = f.add(u"one"_s);
        f.add(u"two"_s);
        const auto polling = f.polling(s_slow);
        settle();
        QCOMPARE(f.cluster->listed, 0);
        polling->start(one);
        QTRY_COMPARE(f.table.jobCount(), 1);
        QCOMPARE(f.cluster->listed, 1);
        polling->start();
        QTRY_COMPARE(f.table.jobCount(), 2);
        QCOMPARE(f.table.sources().front()->systemName, u"Cluster"_s);
    }

    void asksAgainAndAgain()
    {
        Fixture f;
        f.add(u"one"_s);
        const auto polling = f.polling(s_fast);
        polling->setAttention(Attention::Full);
        polling->start();
        QTRY_VERIFY(f.cluster->listed > 3);
        f.cluster->jobs.push_back(runningJob(u"2"_s, u"late"_s));
        QTRY_COMPARE(f.table.jobCount(), 2);
    }

    void anErrorLeavesTheRowsAndIsTriedAgain()
    {
        Fixture f;
        const QString one = f.add(u"one"_s);
        const auto polling = f.polling(s_slow);
        polling->start();
        QTRY_COMPARE(f.table.jobCount(), 1);
        f.cluster->listError = Error{.kind = ErrorKind::Http, .message = u"HTTP 429"_s};
        polling->refresh();
        QTRY_COMPARE(f.table.findSource(one)->error, u"HTTP 429"_s);
        const QDateTime first = f.table.findSource(one)->nextTry;
        QVERIFY(first > QDateTime::currentDateTimeUtc());
        QCOMPARE(f.table.jobCount(), 1);
        QVERIFY(f.table.row(0).listed);
        QVERIFY(f.table.findSource(one)->isStale(QDateTime::currentDateTimeUtc()));
        polling->refresh();
        // Twice as long after the second one.
        QTRY_VERIFY(f.table.findSource(one)->nextTry > first.addSecs(300));
        f.cluster->listError.reset();
        polling->refresh();
        QTRY_VERIFY(f.table.findSource(one)->error.isEmpty());
        QVERIFY(!f.table.findSource(one)->nextTry.isValid());
    }

    void aLateAnswerIsDropped()
    {
        Fixture f;
        f.add(u"one"_s);
        const auto polling = f.polling(s_slow);
        f.cluster->holdsList = true;
        polling->start();
        QTRY_COMPARE(f.cluster->held.size(), std::size_t(1));
        f.cluster->holdsList = false;
        f.cluster->jobs = {runningJob(u"2"_s, u"newer"_s)};
        polling->refresh();
        QTRY_COMPARE(f.table.jobCount(), 1);
        f.cluster->release();
        settle();
        QCOMPARE(f.table.jobCount(), 1);
        QVERIFY(f.table.row(0).listed);
        QCOMPARE(f.table.row(0).job.name, u"newer"_s);
    }

    void aJobThatIsNotListedStays()
    {
        Fixture f;
        f.add(u"one"_s);
        const auto polling = f.polling(s_slow);
        polling->start();
        QTRY_COMPARE(f.table.jobCount(), 1);
        f.cluster->jobs.clear();
        polling->refresh();
        QTRY_VERIFY(!f.table.row(0).listed);
        QCOMPARE(f.table.row(0).job.state, JobState::Running);
    }

    void aConnectionWithoutJobsIsLeftAlone()
    {
        Fixture f;
        f.cluster->hasMonitor = false;
        f.add(u"one"_s);
        const auto polling = f.polling(s_fast);
        polling->start();
        QTRY_VERIFY(f.table.sources().empty());
        QCOMPARE(f.cluster->listed, 0);
    }

    void theConnectionMayGoWhileItIsAsked()
    {
        Fixture f;
        const QString one = f.add(u"one"_s);
        const auto polling = f.polling(s_slow);
        f.cluster->holdsList = true;
        polling->start();
        QTRY_COMPARE(f.cluster->held.size(), std::size_t(1));
        QVERIFY(f.store->remove(one).has_value());
        f.cluster->release();
        settle();
        QCOMPARE(f.table.jobCount(), 0);
        QVERIFY(f.table.sources().empty());
    }

    void watchedJobsAreToldOf()
    {
        Fixture f;
        const QString one = f.add(u"one"_s);
        JobWatcher watcher(f.table);
        QSignalSpy happened(&watcher, &JobWatcher::happened);
        const auto polling = f.polling(s_slow);
        polling->start();
        QTRY_COMPARE(f.table.jobCount(), 1);
        f.table.setWatched(JobKey{one, u"1"_s}, true);
        f.cluster->jobs.front().restarts = 1;
        polling->refresh();
        QTRY_COMPARE(f.table.row(0).job.restarts, std::optional<int>(1));
        QCOMPARE(happened.count(), 0); // that they were not known before is no restart
        f.cluster->jobs.front().restarts = 2;
        polling->refresh();
        QTRY_COMPARE(happened.count(), 1);
        f.cluster->jobs.front().state = JobState::Failed;
        f.cluster->jobs.front().failure = u"Disk full"_s;
        polling->refresh();
        QTRY_COMPARE(happened.count(), 2);
        QCOMPARE(happened.at(1).at(1).toString(), u"orders failed"_s);
        QVERIFY(happened.at(1).at(2).toString().contains(u"Disk full"_s));
        QCOMPARE(watcher.unseen(), 2);
        watcher.setLookedAt(true);
        QCOMPARE(watcher.unseen(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJobPoller)
#include "tst_jobpoller.moc"
