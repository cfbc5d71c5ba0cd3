// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridfixture.h"
#include "models/resultmodel.h"
#include "models/sortfiltermodel.h"
#include "models/tablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

GridArrangement filtered(const QString& text, int column = -1)
{
    GridArrangement wanted;
    wanted.filter.text = text;
    wanted.filter.column = column;
    return wanted;
}

GridArrangement sortedBy(int column, bool descending = false)
{
    GridArrangement wanted;
    wanted.sort.push_back({.column = column, .descending = descending});
    return wanted;
}

} // namespace

class TestSortFilterModel : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void plainPassesEverythingThrough()
    {
        ResultModel source;
        SortFilterModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setSource(&source);
        const auto store = makeStore({{.name = "b"}, {.name = "a"}});
        source.sync(store->snapshot());
        QCOMPARE(column(model, 0), (QStringList{u"b"_s, u"a"_s}));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        append(*store, {{.name = "c"}});
        source.sync(store->snapshot());
        QCOMPARE(inserted.count(), 1);
        source.setLimit(1);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.isStale());
    }

    void sortsByValueAndBack()
    {
        ResultModel source;
        SortFilterModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSource(&source);
        const auto store =
            makeStore({{.name = "x", .count = 10}, {.name = "y", .count = 9}, {.name = "z", .count = -1}});
        source.sync(store->snapshot());
        model.setArrangement(sortedBy(1));
        QTRY_COMPARE(column(model, 1), (QStringList{u"-1"_s, u"9"_s, u"10"_s}));
        model.setArrangement(sortedBy(1, true));
        QTRY_COMPARE(column(model, 1), (QStringList{u"10"_s, u"9"_s, u"-1"_s}));
        model.setArrangement({});
        QCOMPARE(column(model, 0), (QStringList{u"x"_s, u"y"_s, u"z"_s}));
    }

    void newestFirstTurnsTheOrderRound()
    {
        ChangelogModel source;
        SortFilterModel model;
        model.setSource(&source);
        const auto store = makeStore({{.name = "a"}, {.name = "b"}, {.name = "c"}});
        source.sync(store->snapshot());
        GridArrangement wanted;
        wanted.newestFirst = true;
        model.setArrangement(wanted);
        QTRY_COMPARE(column(model, 0), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
    }

    void rowsThatStreamInAreFilteredAndAppended()
    {
        ResultModel source;
        SortFilterModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSource(&source);
        const auto store = makeStore({{.name = "apple"}, {.name = "pear"}});
        source.sync(store->snapshot());
        model.setArrangement(filtered(u"PL"_s));
        QTRY_COMPARE(column(model, 0), (QStringList{u"apple"_s}));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        append(*store, {{.name = "plum"}, {.name = "fig"}});
        source.sync(store->snapshot());
        QVERIFY(model.isStale());
        QCOMPARE(model.rowCount(), 1);
        model.refresh();
        QTRY_COMPARE(column(model, 0), (QStringList{u"apple"_s, u"plum"_s}));
        QVERIFY(!model.isStale());
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(reset.count(), 0);
    }

    void theSelectionFollowsItsRows()
    {
        ResultModel source;
        SortFilterModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSource(&source);
        const auto store = makeStore({{.name = "m", .count = 1}, {.name = "k", .count = 2}, {.name = "z", .count = 3}});
        source.sync(store->snapshot());
        model.setArrangement(sortedBy(0));
        QTRY_COMPARE(column(model, 0), (QStringList{u"k"_s, u"m"_s, u"z"_s}));
        const QPersistentModelIndex kept = model.index(1, 0);
        const QPersistentModelIndex last = model.index(2, 0);
        append(*store, {{.name = "a", .count = 4}, {.name = "l", .count = 5}});
        source.sync(store->snapshot());
        model.refresh();
        QTRY_COMPARE(column(model, 0), (QStringList{u"a"_s, u"k"_s, u"l"_s, u"m"_s, u"z"_s}));
        QCOMPARE(kept.data().toString(), u"m"_s);
        QCOMPARE(kept.row(), 3);
        // Fewer rows: what is gone loses its index, the rest keep theirs.
        GridArrangement fewer = sortedBy(0);
        fewer.filter.text = u"z"_s;
        model.setArrangement(fewer);
        QTRY_COMPARE(column(model, 0), (QStringList{u"z"_s}));
        QVERIFY(!kept.isValid());
        QCOMPARE(last.data().toString(), u"z"_s);
        fewer.filter.text = u"no such row"_s;
        model.setArrangement(fewer);
        QTRY_COMPARE(model.rowCount(), 0);
        QVERIFY(!last.isValid());
        model.setArrangement(sortedBy(0));
        QTRY_COMPARE(model.rowCount(), 5);
    }

    void onlyTheLastArrangementShows()
    {
        ResultModel source;
        SortFilterModel model;
        model.setSource(&source);
        std::vector<Row> rows;
        for (int i = 0; i < 20'000; ++i) {
            rows.push_back({.name = i % 2 ? "odd" : "even", .count = (i * 7919) % 20'000});
        }
        const auto store = makeStore(rows);
        source.sync(store->snapshot());
        model.setArrangement(sortedBy(1));
        model.setArrangement(sortedBy(1, true));
        model.setArrangement(filtered(u"odd"_s));
        QSignalSpy arranged(&model, &SortFilterModel::arranged);
        QTRY_COMPARE(model.rowCount(), 10'000);
        QCOMPARE(arranged.count(), 1);
        // Plain again while something is being computed: nothing late may overwrite it.
        model.setArrangement(sortedBy(1));
        model.setArrangement({});
        QCOMPARE(model.rowCount(), 20'000);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.rowCount(), 20'000);
        QCOMPARE(model.index(0, 1).data().toString(), u"0"_s);
    }

    void aTableUnderneathMayShrinkAndChange()
    {
        TableModel source;
        SortFilterModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSource(&source);
        const auto store = makeStore({{.name = "a", .count = 3}, {.name = "b", .count = 2}, {.name = "c", .count = 1}});
        source.sync(store->snapshot());
        QTRY_COMPARE(model.rowCount(), 3);
        model.setArrangement(sortedBy(1));
        QTRY_COMPARE(column(model, 0), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
        append(*store,
            {{.kind = RowKind::UpdateBefore, .name = "c", .count = 1},
                {.kind = RowKind::UpdateAfter, .name = "c", .count = 9},
                {.kind = RowKind::Delete, .name = "b", .count = 2}});
        source.sync(store->snapshot());
        QTRY_VERIFY(model.isStale());
        model.refresh();
        QTRY_COMPARE(dump(model), u"a|3|NULL\nc|9|NULL\n"_s);
    }

    void historyOfARowIsItsKeyAndNothingElse()
    {
        ChangelogModel source;
        SortFilterModel model;
        model.setSource(&source);
        const auto store = makeStore({{.name = "a", .count = 1}, {.name = "b", .count = 1},
            {.kind = RowKind::UpdateBefore, .name = "a", .count = 1},
            {.kind = RowKind::UpdateAfter, .name = "a", .count = 2}, {.name = nullptr, .count = 1}});
        source.sync(store->snapshot());
        GridArrangement wanted;
        wanted.likeRow = 0;
        wanted.likeColumns = {0};
        model.setArrangement(wanted);
        QTRY_COMPARE(column(model, 0), (QStringList{u"1"_s, u"3"_s, u"4"_s}));
        wanted.likeRow = 4;
        model.setArrangement(wanted);
        QTRY_COMPARE(column(model, 0), (QStringList{u"5"_s}));
    }

    void anotherSourceDropsWhatWasComputedOfTheFirst()
    {
        ResultModel first;
        ResultModel second;
        const auto firstStore = makeStore({{.name = "a"}, {.name = "b"}});
        const auto secondStore = makeStore({{.name = "z"}, {.name = "y"}, {.name = "x"}});
        first.sync(firstStore->snapshot());
        second.sync(secondStore->snapshot());
        SortFilterModel model;
        model.setSource(&first);
        model.setArrangement(sortedBy(0, true));
        model.setSource(&second);
        QTRY_VERIFY(!model.isBusy() && !model.isStale());
        QCOMPARE(column(model, 0), (QStringList{u"z"_s, u"y"_s, u"x"_s}));
    }

    void destroyedWhileComputing()
    {
        ResultModel source;
        std::vector<Row> rows(50'000, Row{.name = "x", .count = 1});
        const auto store = makeStore(rows);
        source.sync(store->snapshot());
        for (int i = 0; i < 10; ++i) {
            SortFilterModel model;
            model.setSource(&source);
            model.setArrangement(sortedBy(0));
        }
    }
};

QTEST_GUILESS_MAIN(TestSortFilterModel)
#include "tst_sortfiltermodel.moc"
