// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridfixture.h"
#include "models/recordmodel.h"
#include "models/resultmodel.h"
#include "models/tablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

class TestGridModels : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void resultRowsComeInBlocks()
    {
        ResultModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const auto store = std::make_unique<ResultStore>();
        model.sync(store->snapshot());
        QCOMPARE(model.columnCount(), 0);
        QCOMPARE(model.rowCount(), 0);
        store->begin(schema());
        model.sync(store->snapshot());
        QCOMPARE(model.columnCount(), 3);
        append(*store, {{.name = "a", .count = 1, .amount = "1.5"}, {.name = nullptr, .count = -2, .amount = nullptr}});
        append(*store, {{.name = "", .count = 3, .amount = "10"}});
        QCOMPARE(model.rowCount(), 0);
        model.sync(store->snapshot());
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted.at(0).at(1).toInt(), 0);
        QCOMPARE(inserted.at(0).at(2).toInt(), 2);
        QCOMPARE(dump(model), u"a|1|1.50\nNULL|-2|NULL\n|3|10.00\n"_s);
        model.sync(store->snapshot());
        QCOMPARE(inserted.count(), 1);
    }

    void nullIsNotText()
    {
        ResultModel model;
        const auto store = makeStore({{.name = nullptr}, {.name = "NULL"}, {.name = ""}});
        model.sync(store->snapshot());
        QVERIFY(model.index(0, 0).data(GridModel::NullRole).toBool());
        QVERIFY(!model.index(1, 0).data(GridModel::NullRole).toBool());
        QVERIFY(!model.index(2, 0).data(GridModel::NullRole).toBool());
        QVERIFY(!model.index(0, 0).data(GridModel::FullTextRole).isValid());
        QCOMPARE(model.index(1, 0).data(GridModel::FullTextRole).toString(), u"NULL"_s);
        QVERIFY(model.index(2, 0).data(GridModel::FullTextRole).isValid());
    }

    void headsNameTypes()
    {
        ChangelogModel model;
        model.sync(makeStore()->snapshot());
        QStringList heads;
        for (int column = 0; column < model.columnCount(); ++column) {
            heads.append(model.headerData(column, Qt::Horizontal).toString() + u':'
                + model.headerData(column, Qt::Horizontal, GridModel::TypeRole).toString());
        }
        QCOMPARE(heads.join(u' '), u"#: Received: op: name:STRING count:BIGINT amount:DECIMAL(12, 2)"_s);
        QCOMPARE(model.headerData(99, Qt::Horizontal), QVariant());
    }

    void changelogKeepsOrderAndKinds()
    {
        ChangelogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto store =
            makeStore({{.name = "a", .count = 1}, {.kind = RowKind::UpdateBefore, .name = "a", .count = 1},
                {.kind = RowKind::UpdateAfter, .name = "a", .count = 2},
                {.kind = RowKind::Delete, .name = "a", .count = 2}});
        model.sync(store->snapshot());
        QCOMPARE(column(model, GridModel::Op), (QStringList{u"+I"_s, u"-U"_s, u"+U"_s, u"-D"_s}));
        QCOMPARE(column(model, GridModel::Number), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        QCOMPARE(model.index(0, GridModel::Received).data().toString(), u"22:13:20.123"_s);
    }

    void aLimitFreezesTheViewWhileTheStoreGoesOn()
    {
        ChangelogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto store = makeStore({{.name = "a"}, {.name = "b"}, {.name = "c"}});
        model.sync(store->snapshot());
        model.setLimit(2);
        QCOMPARE(column(model, 3), (QStringList{u"a"_s, u"b"_s}));
        append(*store, {{.name = "d"}});
        model.sync(store->snapshot());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.receivedRows(), 4);
        model.setLimit(0);
        QCOMPARE(model.rowCount(), 0);
        model.setLimit(99);
        QCOMPARE(model.rowCount(), 4);
        append(*store, {{.name = "e"}});
        model.setLimit(std::nullopt);
        QCOMPARE(model.rowCount(), 4);
        model.sync(store->snapshot());
        QCOMPARE(model.rowCount(), 5);
    }

    void tableReplaysUpdatesInPlace()
    {
        TableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const auto store = makeStore({{.name = "a", .count = 1}, {.name = "b", .count = 1}, {.name = "c", .count = 1}});
        model.sync(store->snapshot());
        QTRY_VERIFY(model.isIdle());
        QCOMPARE(column(model, 0), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        const qsizetype resets = reset.count();
        append(*store,
            {{.kind = RowKind::UpdateBefore, .name = "b", .count = 1},
                {.kind = RowKind::UpdateAfter, .name = "b", .count = 2},
                {.kind = RowKind::Delete, .name = "a", .count = 1}, {.name = "d", .count = 1}});
        model.sync(store->snapshot());
        QTRY_VERIFY(model.isIdle());
        QCOMPARE(dump(model), u"b|2|NULL\nc|1|NULL\nd|1|NULL\n"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), resets);
        QCOMPARE(model.shownChanges(), 7);
    }

    void tableShowsAnyEarlierState()
    {
        TableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto store =
            makeStore({{.name = "a", .count = 1}, {.kind = RowKind::UpdateBefore, .name = "a", .count = 1},
                {.kind = RowKind::UpdateAfter, .name = "a", .count = 2},
                {.kind = RowKind::Delete, .name = "a", .count = 2}, {.name = "b", .count = 1}});
        model.sync(store->snapshot());
        QTRY_COMPARE(model.shownChanges(), 5);
        const QStringList states[] = {{}, {u"1"_s}, {}, {u"2"_s}, {}, {u"1"_s}};
        for (const int at : {3, 1, 0, 5, 2, 4}) {
            model.setLimit(at);
            QTRY_COMPARE(model.shownChanges(), at);
            QCOMPARE(column(model, 1), states[at]);
        }
        // What comes while one looks back is there when one returns.
        append(*store, {{.name = "c", .count = 9}});
        model.sync(store->snapshot());
        QTRY_VERIFY(model.isIdle());
        QCOMPARE(model.rowCount(), 0);
        model.setLimit(std::nullopt);
        QTRY_COMPARE(column(model, 0), (QStringList{u"b"_s, u"c"_s}));
        append(*store, {{.name = "d", .count = 9}});
        model.sync(store->snapshot());
        QTRY_COMPARE(column(model, 0), (QStringList{u"b"_s, u"c"_s, u"d"_s}));
    }

    void onlyChangedCellsTint()
    {
        TableModel model;
        const auto store = makeStore({{.name = "a", .count = 1, .amount = "1.00"}});
        model.sync(store->snapshot());
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(!model.recentChange(0, 1));
        append(*store,
            {{.kind = RowKind::UpdateBefore, .name = "a", .count = 1, .amount = "1.00"},
                {.kind = RowKind::UpdateAfter, .name = "a", .count = 2, .amount = "1.00"}});
        model.sync(store->snapshot());
        QTRY_COMPARE(model.shownChanges(), 3);
        QCOMPARE(model.recentChange(0, 1), std::optional(RowKind::UpdateAfter));
        QVERIFY(!model.recentChange(0, 0));
        QVERIFY(!model.recentChange(0, 2));
        QTRY_VERIFY(!model.recentChange(0, 1));
    }

    void aReplayInFlightOutlivesItsModel()
    {
        const auto store = makeStore();
        for (int i = 0; i < 50; ++i) {
            append(*store, std::vector<Row>(200, Row{.name = "x", .count = i}));
        }
        for (int i = 0; i < 20; ++i) {
            TableModel model;
            model.sync(store->snapshot());
        }
    }

    void recordShowsWhatAnUpdateChanged()
    {
        RecordModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto store = makeStore({{.name = "a", .count = 1, .amount = "1.00"},
            {.kind = RowKind::UpdateBefore, .name = "a", .count = 1, .amount = "1.00"},
            {.kind = RowKind::UpdateAfter, .name = "a", .count = 2, .amount = nullptr}});
        QCOMPARE(model.rowCount(), 0);
        model.setRow(store->snapshot(), 2);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!model.index(0).data(RecordModel::ChangedRole).toBool());
        QVERIFY(model.index(1).data(RecordModel::ChangedRole).toBool());
        QCOMPARE(model.index(1).data(RecordModel::OldValueRole).toString(), u"1"_s);
        QCOMPARE(model.index(1).data(RecordModel::ValueRole).toString(), u"2"_s);
        QVERIFY(!model.index(2).data(RecordModel::ValueRole).isValid());
        QCOMPARE(model.index(2).data(RecordModel::OldValueRole).toString(), u"1.00"_s);
        QVERIFY(model.fullText(2).isNull());
        model.setRow(store->snapshot(), 0);
        QVERIFY(!model.index(1).data(RecordModel::ChangedRole).toBool());
        model.setRow(store->snapshot(), 99);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGridModels)
#include "tst_gridmodels.moc"
