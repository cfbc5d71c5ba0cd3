// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

constexpr auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;

const QDateTime noon(QDate(2026, 3, 17), QTime(12, 0), Qt::UTC);

JobSource source(const QString& id, const QString& system = u"flink"_s)
{
    return {.id = id, .name = id, .system = system, .systemName = system};
}

JobSummary job(const QString& id, const QString& name, JobState state = JobState::Running)
{
    return {.id = id, .name = name, .state = state, .rawState = toId(state).toUpper(), .start = noon.addSecs(-600)};
}

struct Fixture {
    Fixture()
    {
        table.setNow(noon);
        table.setSources({source(u"a"_s), source(u"b"_s, u"dinky"_s)});
    }

    QStringList names() const
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row) {
            const JobRow* shown = model.job(row);
            found << (shown ? shown->job.name : u"["_s + model.index(row, 0).data().toString() + u']');
        }
        return found;
    }

    JobTable table;
    JobTableModel model{table};
    QAbstractItemModelTester tester{&model, mode};
};

} // namespace

class TestJobTable : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void theWorstStateComesFirst()
    {
        Fixture f;
        JobSummary failing = job(u"5"_s, u"failing"_s, JobState::Stopping);
        failing.rawState = u"FAILING"_s;
        f.table.merge(u"a"_s,
            {job(u"1"_s, u"runs"_s), job(u"2"_s, u"done"_s, JobState::Finished), failing,
                job(u"3"_s, u"waits"_s, JobState::Pending), job(u"4"_s, u"failed"_s, JobState::Failed)},
            noon);
        f.table.merge(u"b"_s, {job(u"1"_s, u"comes back"_s, JobState::Restarting)}, noon);
        QCOMPARE(
            f.names(), (QStringList{u"failing"_s, u"failed"_s, u"comes back"_s, u"runs"_s, u"waits"_s, u"done"_s}));
        QCOMPARE(f.model.index(0, 0).data().toString(), u"Failing"_s);
        QVERIFY(f.model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"FAILING"_s));
    }

    void anAnswerThatChangesNothingSaysNothing()
    {
        Fixture f;
        JobSummary odd = job(u"1"_s, u"one"_s);
        odd.recordsInPerSecond = std::nan("");
        f.table.merge(u"a"_s, {odd, job(u"2"_s, u"two"_s)}, noon);
        const QSignalSpy data(&f.model, &QAbstractItemModel::dataChanged);
        const QSignalSpy layout(&f.model, &QAbstractItemModel::layoutChanged);
        const QSignalSpy moved(&f.table, &JobTable::jobMoved);
        f.table.merge(u"a"_s, {odd, job(u"2"_s, u"two"_s)}, noon.addSecs(2));
        QCOMPARE(data.count() + layout.count() + moved.count(), 0);
        QCOMPARE(f.model.index(0, static_cast<int>(JobColumn::RecordsIn)).data().toString(), u"—"_s);
    }

    void onlyChangedRowsAreTold()
    {
        Fixture f;
        f.table.merge(u"a"_s, {job(u"1"_s, u"one"_s), job(u"2"_s, u"two"_s), job(u"3"_s, u"x"_s)}, noon);
        QSignalSpy data(&f.model, &QAbstractItemModel::dataChanged);
        const QSignalSpy layout(&f.model, &QAbstractItemModel::layoutChanged);
        JobSummary two = job(u"2"_s, u"two"_s);
        two.recordsInPerSecond = 17;
        f.table.merge(u"a"_s, {job(u"1"_s, u"one"_s), two, job(u"3"_s, u"x"_s)}, noon);
        QCOMPARE(data.count(), 1);
        QCOMPARE(data.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(data.at(0).at(1).toModelIndex().row(), 1);
        QCOMPARE(layout.count(), 0);
    }

    void aJobThatVanishedIsNotGuessed()
    {
        Fixture f;
        f.table.merge(u"a"_s, {job(u"1"_s, u"lives"_s), job(u"2"_s, u"ended"_s, JobState::Finished)}, noon);
        QSignalSpy moved(&f.table, &JobTable::jobMoved);
        f.table.merge(u"a"_s, {}, noon.addSecs(5));
        // The one that had ended is forgotten as the server forgot it; the other stays with its last known state.
        QCOMPARE(f.names(), QStringList{u"lives"_s});
        QVERIFY(!f.model.job(0)->listed);
        QCOMPARE(f.model.job(0)->lastListed, noon);
        QVERIFY(f.model.index(0, 0).data(Qt::ToolTipRole).toString().startsWith(u"Not listed any more"_s));
        QCOMPARE(moved.count(), 1);
        f.table.merge(u"a"_s, {job(u"1"_s, u"lives"_s)}, noon.addSecs(10));
        QVERIFY(f.model.job(0)->listed);
        f.table.merge(u"a"_s, {}, noon.addSecs(15));
        f.table.forget({u"a"_s, u"1"_s});
        QCOMPARE(f.model.rowCount(), 0);
    }

    void aJobListedTwiceIsOneRow()
    {
        Fixture f;
        f.table.merge(u"a"_s, {job(u"1"_s, u"one"_s), job(u"1"_s, u"again"_s), job({}, u"nameless"_s)}, noon);
        QCOMPARE(f.names(), QStringList{u"again"_s});
    }

    void selectionStaysWithItsJobs()
    {
        Fixture f;
        f.table.merge(u"a"_s, {job(u"1"_s, u"one"_s), job(u"2"_s, u"two"_s), job(u"3"_s, u"three"_s)}, noon);
        QItemSelectionModel selection(&f.model);
        const int row = f.model.rowOf({u"a"_s, u"2"_s});
        selection.setCurrentIndex(
            f.model.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        f.table.merge(u"a"_s,
            {job(u"1"_s, u"one"_s, JobState::Finished), job(u"2"_s, u"two"_s, JobState::Failed),
                job(u"4"_s, u"four"_s, JobState::Failed), job(u"3"_s, u"three"_s)},
            noon);
        const auto selected = selection.selectedRows();
        QCOMPARE(selected.size(), 1);
        QCOMPARE(f.model.job(selected.front().row())->job.name, u"two"_s);
        QCOMPARE(selection.currentIndex().row(), selected.front().row());
    }

    void sortsWithUnknownValuesLast()
    {
        Fixture f;
        JobSummary slow = job(u"1"_s, u"slow"_s);
        slow.recordsInPerSecond = 1;
        JobSummary fast = job(u"2"_s, u"fast"_s);
        fast.recordsInPerSecond = 1000;
        f.table.merge(u"a"_s, {job(u"3"_s, u"unknown"_s), slow, fast}, noon);
        f.model.sort(static_cast<int>(JobColumn::RecordsIn), Qt::DescendingOrder);
        QCOMPARE(f.names(), (QStringList{u"fast"_s, u"slow"_s, u"unknown"_s}));
        f.model.sort(static_cast<int>(JobColumn::RecordsIn), Qt::AscendingOrder);
        QCOMPARE(f.names(), (QStringList{u"slow"_s, u"fast"_s, u"unknown"_s}));
    }

    void filters_data()
    {
        QTest::addColumn<JobFilter>("filter");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("none") << JobFilter{.ended = JobFilter::Ended::All}
                              << QStringList{u"lost"_s, u"orders"_s, u"old"_s, u"new"_s};
        QTest::newRow("the last day") << JobFilter{} << QStringList{u"lost"_s, u"orders"_s, u"new"_s};
        QTest::newRow("alive") << JobFilter{.ended = JobFilter::Ended::None} << QStringList{u"orders"_s};
        QTest::newRow("text in the name") << JobFilter{.text = u"ORD"_s} << QStringList{u"orders"_s};
        QTest::newRow("text in the id") << JobFilter{.text = u"id-4"_s} << QStringList{u"lost"_s};
        QTest::newRow("state") << JobFilter{.states = {JobState::Failed}} << QStringList{u"lost"_s};
        QTest::newRow("system") << JobFilter{.systems = {u"dinky"_s}} << QStringList{u"lost"_s};
        QTest::newRow("connection") << JobFilter{.connections = {u"a"_s}} << QStringList{u"orders"_s, u"new"_s};
        QTest::newRow("watched") << JobFilter{.watchedOnly = true} << QStringList{u"orders"_s};
        QTest::newRow("started here") << JobFilter{.startedHereOnly = true} << QStringList{u"lost"_s};
    }

    void filters()
    {
        QFETCH(const JobFilter, filter);
        QFETCH(const QStringList, names);
        Fixture f;
        JobSummary old = job(u"id-1"_s, u"old"_s, JobState::Finished);
        old.end = noon.addDays(-2);
        JobSummary recent = job(u"id-2"_s, u"new"_s, JobState::Finished);
        recent.end = noon.addSecs(-60);
        f.table.merge(u"a"_s, {old, recent, job(u"id-3"_s, u"orders"_s)}, noon);
        f.table.merge(u"b"_s, {job(u"id-4"_s, u"lost"_s, JobState::Failed)}, noon);
        f.table.setWatched({u"a"_s, u"id-3"_s}, true);
        f.table.setStartedHere({u"b"_s, u"id-4"_s}, u"INSERT"_s);
        f.model.setFilter(filter);
        QStringList shown = f.names();
        QStringList expected = names;
        shown.sort();
        expected.sort();
        QCOMPARE(shown, expected);
        QCOMPARE(f.model.shownJobs(), static_cast<int>(names.size()));
        QCOMPARE(JobFilter::fromJson(filter.toJson()), filter);
    }

    void groupsHaveTitles()
    {
        Fixture f;
        f.table.merge(u"a"_s, {job(u"1"_s, u"one"_s), job(u"2"_s, u"two"_s, JobState::Failed)}, noon);
        f.table.merge(u"b"_s, {job(u"3"_s, u"three"_s)}, noon);
        f.model.setFilter({.group = JobFilter::Group::Connection});
        QCOMPARE(f.names(), (QStringList{u"[a · 2]"_s, u"two"_s, u"one"_s, u"[b · 1]"_s, u"three"_s}));
        QCOMPARE(f.model.index(0, 0).flags(), Qt::NoItemFlags);
        f.model.setFilter({.group = JobFilter::Group::State});
        QCOMPARE(f.names(), (QStringList{u"[Failed · 1]"_s, u"two"_s, u"[Running · 2]"_s, u"one"_s, u"three"_s}));
        f.table.merge(u"a"_s, {job(u"1"_s, u"one"_s), job(u"2"_s, u"two"_s)}, noon);
        QCOMPARE(f.names(), (QStringList{u"[Running · 3]"_s, u"one"_s, u"three"_s, u"two"_s}));
        f.model.setFilter({});
        QCOMPARE(f.names(), (QStringList{u"one"_s, u"three"_s, u"two"_s}));
        QCOMPARE(f.model.shownJobs(), 3);
    }

    void aConnectionTakesItsJobsAlong()
    {
        Fixture f;
        f.table.merge(u"a"_s, {job(u"1"_s, u"one"_s)}, noon);
        f.table.merge(u"b"_s, {job(u"2"_s, u"two"_s)}, noon);
        f.table.setSources({source(u"b"_s)});
        QCOMPARE(f.names(), QStringList{u"two"_s});
        f.table.merge(u"a"_s, {job(u"1"_s, u"late"_s)}, noon);
        QCOMPARE(f.names(), QStringList{u"two"_s});
        f.table.setSources({source(u"b"_s), source(u"c"_s)});
        f.table.merge(u"c"_s, {job(u"3"_s, u"three"_s)}, noon);
        QCOMPARE(f.names(), (QStringList{u"three"_s, u"two"_s}));
    }

    void watchingOutlivesTheJob()
    {
        Fixture f;
        f.table.setWatched({u"a"_s, u"1"_s}, true);
        f.table.merge(u"a"_s, {job(u"1"_s, u"one"_s)}, noon);
        QVERIFY(f.model.job(0)->watched);
        f.table.setWatched(QSet<JobKey>{});
        QVERIFY(!f.model.job(0)->watched);
    }

    void tenThousandJobsInAnyOrder()
    {
        Fixture f;
        QRandomGenerator random(7);
        std::vector<JobSummary> jobs;
        for (int i = 0; i < 10'000; ++i) {
            jobs.push_back(job(QString::number(i), u"job %1"_s.arg(random.bounded(1'000'000))));
        }
        f.table.merge(u"a"_s, jobs, noon);
        QCOMPARE(f.model.rowCount(), 10'000);
        f.model.setFilter({.ended = JobFilter::Ended::All, .group = JobFilter::Group::State});
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < 300; ++i) {
                JobSummary& changed = jobs[random.bounded(static_cast<quint32>(jobs.size()))];
                changed.state = static_cast<JobState>(random.bounded(9));
                changed.recordsInPerSecond = random.bounded(1000);
            }
            const auto first = jobs.begin() + random.bounded(5000);
            jobs.erase(first, first + random.bounded(100));
            jobs.push_back(job(u"new %1"_s.arg(round), u"new"_s));
            f.table.merge(u"a"_s, jobs, noon.addSecs(round));
            expectSorted(f);
        }
    }

private:
    static void expectSorted(const Fixture& f)
    {
        QCOMPARE(f.model.shownJobs(), f.table.jobCount());
        int jobs = 0;
        for (int row = 1; row < f.model.rowCount(); ++row) {
            const JobRow* before = f.model.job(row - 1);
            const JobRow* after = f.model.job(row);
            jobs += after ? 1 : 0;
            if (before && after) {
                QVERIFY(compareJobs(*before, *after, f.table, JobColumn::State, false) < 0);
                QCOMPARE(f.model.rowOf(after->key), row);
            }
        }
        QCOMPARE(jobs, f.table.jobCount());
    }
};

QTEST_GUILESS_MAIN(TestJobTable)
#include "tst_jobtable.moc"
