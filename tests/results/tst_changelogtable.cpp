// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/results/replay.h"

#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

class TestChangelogTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tables_data();
    void tables();
    void problems();
    void updateKeepsItsPlace();
    void splitPairKeepsItsPlace();
    void deltasSayWhatChanged();
    void randomAgainstTheNaiveModel_data();
    void randomAgainstTheNaiveModel();
    void everyStateCanBeHadAgain_data();
    void everyStateCanBeHadAgain();
    void manyEqualRowsStayQuick();
    void manyRangesReset();
    void applyFromAnotherThread();
};

void TestChangelogTable::tables_data()
{
    QTest::addColumn<std::vector<int>>("key");
    QTest::addColumn<std::vector<Change>>("changes");
    QTest::addColumn<QStringList>("rows");
    const std::vector<int> keyed{0};
    const std::vector<int> none;
    QTest::newRow("inserts") << none << std::vector<Change>{{I, "a", 1}, {I, "b", 2}}
                             << QStringList{u"a=1"_s, u"b=2"_s};
    QTest::newRow("duplicates stay") << none << std::vector<Change>{{I, "a", 1}, {I, "a", 1}}
                                     << QStringList{u"a=1"_s, u"a=1"_s};
    QTest::newRow("one duplicate goes") << none
                                        << std::vector<Change>{{I, "a", 1}, {I, "a", 1}, {I, "b", 2}, {D, "a", 1}}
                                        << QStringList{u"a=1"_s, u"b=2"_s};
    QTest::newRow("update") << none << std::vector<Change>{{I, "a", 1}, {I, "b", 2}, {UB, "a", 1}, {UA, "a", 3}}
                            << QStringList{u"a=3"_s, u"b=2"_s};
    QTest::newRow("nulls are equal") << none << std::vector<Change>{{I, "a", {}}, {I, "a", 0}, {D, "a", {}}}
                                     << QStringList{u"a=0"_s};
    QTest::newRow("upsert") << keyed << std::vector<Change>{{I, "a", 1}, {I, "b", 2}, {UA, "a", 3}, {UA, "c", 4}}
                            << QStringList{u"a=3"_s, u"b=2"_s, u"c=4"_s};
    QTest::newRow("delete by key") << keyed << std::vector<Change>{{I, "a", 1}, {I, "b", 2}, {D, "a", {}}}
                                   << QStringList{u"b=2"_s};
    QTest::newRow("retract by key") << keyed
                                    << std::vector<Change>{{I, "a", 1}, {I, "b", 1}, {UB, "a", 1}, {UA, "a", 2}}
                                    << QStringList{u"a=2"_s, u"b=1"_s};
    QTest::newRow("nothing left") << none << std::vector<Change>{{I, "a", 1}, {D, "a", 1}} << QStringList();
    QTest::newRow("retraction first") << none << std::vector<Change>{{D, "a", 1}, {I, "a", 1}} << QStringList{u"a=1"_s};
}

void TestChangelogTable::tables()
{
    QFETCH(std::vector<int>, key);
    QFETCH(std::vector<Change>, changes);
    QFETCH(QStringList, rows);
    Replay replay(key);
    replay.feed(changes);
    TableView view;
    view.apply(replay.table.takeDelta());
    QCOMPARE(replay.texts(view.rows()), rows);
    QCOMPARE(replay.table.rowCount(), rows.size());
    QCOMPARE(replay.table.changeCount(), qint64(changes.size()));
    // Change by change it comes to the same.
    Replay slow(key);
    TableView slowView;
    for (const Change& change : changes) {
        slow.feed({change});
        slowView.apply(slow.table.takeDelta());
    }
    QCOMPARE(slow.texts(slowView.rows()), rows);
}

void TestChangelogTable::problems()
{
    Replay multiset;
    multiset.feed({{D, "a", 1}, {I, "a", 1}, {UB, "a", 2}, {D, "a", 1}});
    QCOMPARE(multiset.table.problems().unmatched, 2);
    QCOMPARE(multiset.table.problems().examples, (std::vector<qint64>{0, 2}));
    Replay keyed({0});
    keyed.feed({{I, "a", 1}, {I, "a", 2}, {D, "b", 1}});
    QCOMPARE(keyed.table.problems().duplicateKeys, 1);
    QCOMPARE(keyed.table.problems().unmatched, 1);
    Replay many;
    many.feed(std::vector<Change>(500, {D, "x", 1}));
    QCOMPARE(many.table.problems().unmatched, 500);
    QCOMPARE(many.table.problems().examples.size(), size_t(100));
}

void TestChangelogTable::updateKeepsItsPlace()
{
    Replay replay;
    replay.feed({{I, "a", 1}, {I, "b", 1}, {I, "c", 1}});
    TableView view;
    view.apply(replay.table.takeDelta());
    Mirror mirror(view);
    mirror.reset();
    replay.feed({{UB, "b", 1}, {UA, "b", 2}});
    view.apply(replay.table.takeDelta(), &mirror);
    QCOMPARE(replay.texts(view.rows()), (QStringList{u"a=1"_s, u"b=2"_s, u"c=1"_s}));
    QVERIFY(mirror.isRight());
    QCOMPARE(mirror.resets, 1);
}

void TestChangelogTable::splitPairKeepsItsPlace()
{
    // A page may end between a -U and its +U, and pairs of several tasks may be mixed.
    Replay replay;
    replay.feed({{I, "a", 1}, {I, "b", 1}, {I, "c", 1}});
    TableView view;
    Mirror mirror(view);
    view.apply(replay.table.takeDelta(), &mirror);
    replay.feed({{UB, "a", 1}, {UB, "b", 1}});
    view.apply(replay.table.takeDelta(), &mirror);
    QCOMPARE(replay.texts(view.rows()), QStringList{u"c=1"_s});
    QVERIFY(mirror.isRight());
    replay.feed({{UA, "b", 2}, {I, "d", 1}, {UA, "a", 2}});
    view.apply(replay.table.takeDelta(), &mirror);
    QCOMPARE(replay.texts(view.rows()), (QStringList{u"a=2"_s, u"b=2"_s, u"c=1"_s, u"d=1"_s}));
    QVERIFY(mirror.isRight());
}

void TestChangelogTable::deltasSayWhatChanged()
{
    Replay replay({0});
    replay.feed({{I, "a", 1}, {I, "b", 1}});
    TableDelta delta = replay.table.takeDelta();
    QCOMPARE(delta.appendFrom, 0U);
    QCOMPARE(delta.appended, (std::vector<StoreRow>{0, 1}));
    QVERIFY(delta.touched.empty());
    replay.feed({{UA, "b", 2}, {UA, "b", 3}, {I, "c", 1}, {D, "c", 1}});
    delta = replay.table.takeDelta();
    QCOMPARE(delta.touched.size(), size_t(1));
    QCOMPARE(delta.touched[0].slot, 1U);
    QCOMPARE(delta.touched[0].row, 3U);
    QCOMPARE(delta.appendFrom, 2U);
    QCOMPARE(delta.appended, std::vector<StoreRow>{noRow});
    QVERIFY(replay.table.takeDelta().isEmpty());
}

void TestChangelogTable::randomAgainstTheNaiveModel_data()
{
    QTest::addColumn<std::vector<int>>("key");
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("wild");
    for (quint32 seed = 1; seed <= 6; ++seed) {
        QTest::addRow("multiset %u", seed) << std::vector<int>() << seed << false;
        QTest::addRow("multiset, wild %u", seed) << std::vector<int>() << seed << true;
        QTest::addRow("keyed, wild %u", seed) << std::vector<int>{0} << seed << true;
    }
}

void TestChangelogTable::randomAgainstTheNaiveModel()
{
    QFETCH(std::vector<int>, key);
    QFETCH(quint32, seed);
    QFETCH(bool, wild);
    const std::vector<Change> changes = randomChanges(1000, seed, wild);
    Replay replay(key);
    TableView view;
    Mirror mirror(view);
    QRandomGenerator generator(seed);
    for (size_t at = 0; at < changes.size();) {
        const size_t count = std::min<size_t>(1 + generator.bounded(60), changes.size() - at);
        replay.feed({changes.begin() + qsizetype(at), changes.begin() + qsizetype(at + count)});
        at += count;
        view.apply(replay.table.takeDelta(), &mirror, generator.bounded(3) == 0 ? 5 : 1000);
        QVERIFY(mirror.isRight());
        QCOMPARE(view.changeCount(), qint64(at));
        const auto expected = naive({changes.begin(), changes.begin() + qsizetype(at)}, !key.empty());
        QCOMPARE(counted(replay.texts(view.rows())), expected);
        QCOMPARE(replay.table.rowCount(), view.rowCount());
        for (int row = 0; row < view.rowCount(); row += 7) {
            QCOMPARE(view.at(row), mirror.rows[size_t(row)]);
        }
    }
}

void TestChangelogTable::everyStateCanBeHadAgain_data()
{
    randomAgainstTheNaiveModel_data();
}

void TestChangelogTable::everyStateCanBeHadAgain()
{
    QFETCH(std::vector<int>, key);
    QFETCH(quint32, seed);
    QFETCH(bool, wild);
    const std::vector<Change> changes = randomChanges(600, seed, wild);
    Replay replay(key);
    std::vector<std::vector<StoreRow>> states{{}};
    TableView live;
    for (const Change& change : changes) {
        replay.feed({change});
        live.apply(replay.table.takeDelta());
        states.push_back(live.rows());
    }
    TableView view;
    Mirror mirror(view);
    qint64 at = 0;
    QRandomGenerator generator(seed);
    for (int i = 0; i < 200; ++i) {
        const qint64 to = generator.bounded(int(changes.size()) + 1);
        view.apply(replay.table.deltaBetween(at, to), &mirror);
        at = to;
        QCOMPARE(view.rows(), states[size_t(to)]);
        QCOMPARE(view.changeCount(), to);
        QVERIFY(mirror.isRight());
    }
    // Back to the present, and on with what comes.
    view.apply(replay.table.deltaBetween(at, replay.table.changeCount()), &mirror);
    replay.feed({{I, "new", 1}, {I, "newer", 2}, {D, "new", 1}});
    const TableDelta delta = replay.table.takeDelta();
    view.apply(delta, &mirror);
    live.apply(delta);
    QCOMPARE(view.rows(), live.rows());
    QVERIFY(mirror.isRight());
}

void TestChangelogTable::manyEqualRowsStayQuick()
{
    // Every row is the same: a list of equal hashes that is walked along would take hours.
    Replay replay;
    for (int i = 0; i < 20; ++i) {
        replay.feed(std::vector<Change>(10000, {I, "same", 1}));
    }
    replay.feed({{D, "other", 1}});
    for (int i = 0; i < 10; ++i) {
        replay.feed(std::vector<Change>(10000, {I, "same", 1}));
        replay.feed(std::vector<Change>(20000, {D, "same", 1}));
    }
    QCOMPARE(replay.table.rowCount(), 100000);
    QCOMPARE(replay.table.problems().unmatched, 1);
}

void TestChangelogTable::manyRangesReset()
{
    Replay replay;
    std::vector<Change> changes;
    for (int i = 0; i < 1000; ++i) {
        changes.push_back({I, "k" + std::to_string(i), i});
    }
    replay.feed(changes);
    TableView view;
    Mirror mirror(view);
    view.apply(replay.table.takeDelta(), &mirror);
    QCOMPARE(mirror.resets, 0);
    changes.clear();
    for (int i = 0; i < 1000; i += 2) {
        changes.push_back({D, "k" + std::to_string(i), i});
    }
    replay.feed(changes);
    view.apply(replay.table.takeDelta(), &mirror, 100);
    QCOMPARE(mirror.resets, 1);
    QVERIFY(mirror.isRight());
    QCOMPARE(view.rowCount(), 500);
}

void TestChangelogTable::applyFromAnotherThread()
{
    Replay replay;
    const std::vector<Change> changes = randomChanges(20000, 5, false);
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (size_t at = 0; at < changes.size(); at += 100) {
            const size_t end = std::min(at + 100, changes.size());
            replay.feed({changes.begin() + qsizetype(at), changes.begin() + qsizetype(end)});
        }
        done = true;
    });
    TableView view;
    Mirror mirror(view);
    while (!done) {
        view.apply(replay.table.takeDelta(), &mirror);
        (void)replay.table.deltaBetween(0, 50);
        (void)replay.table.memoryBytes();
    }
    writer.join();
    view.apply(replay.table.takeDelta(), &mirror);
    QVERIFY(mirror.isRight());
    QCOMPARE(counted(replay.texts(view.rows())), naive(changes, false));
}

QTEST_GUILESS_MAIN(TestChangelogTable)
#include "tst_changelogtable.moc"
