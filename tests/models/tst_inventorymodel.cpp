// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventorymodel.h"
#include "models/inventorytext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

InventoryKind kindOf(bool isTree)
{
    return {.id = u"things"_s, .title = u"Things"_s, .columns = {u"Name"_s, u"Size"_s}, .isTree = isTree};
}

InventoryItem item(const QString& id, const QString& size = u"1"_s, bool hasChildren = false)
{
    return {.id = id, .name = u"name of "_s + id, .cells = {id, size}, .hasChildren = hasChildren};
}

std::vector<InventoryItem> items(const QStringList& ids)
{
    std::vector<InventoryItem> made;
    for (const QString& id : ids) {
        made.push_back(item(id));
    }
    return made;
}

/// "a 1\n  b 2": the model as text.
QString dump(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(2 * depth, u' ') + index.data().toString() + u' ' + index.siblingAtColumn(1).data().toString()
            + u'\n';
        text += dump(model, index, depth + 1);
    }
    return text;
}

/// The model and what people see of it, both under the eyes of a tester.
struct Fixture {
    explicit Fixture(bool isTree = false)
    {
        filter.setSourceModel(&model);
        model.setKind(kindOf(isTree));
    }

    InventoryModel model;
    InventoryFilter filter;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester filterTester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestInventoryModel : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void listsAreMerged_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::newRow("first") << QStringList() << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("same") << QStringList{u"a"_s, u"b"_s} << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("all go") << QStringList{u"a"_s, u"b"_s} << QStringList();
        QTest::newRow("still empty") << QStringList() << QStringList();
        QTest::newRow("one goes") << QStringList{u"a"_s, u"b"_s, u"c"_s} << QStringList{u"a"_s, u"c"_s};
        QTest::newRow("one comes") << QStringList{u"a"_s, u"c"_s} << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("turned round") << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}
                                      << QStringList{u"d"_s, u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("all at once") << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}
                                     << QStringList{u"x"_s, u"d"_s, u"a"_s, u"y"_s, u"c"_s};
    }

    void listsAreMerged()
    {
        QFETCH(const QStringList, before);
        QFETCH(const QStringList, after);
        Fixture f;
        f.model.merge({}, items(before));
        f.model.merge({}, items(after));
        QStringList shown;
        for (int row = 0; row < f.model.rowCount(); ++row) {
            shown << f.model.index(row, 0).data().toString();
        }
        QCOMPARE(shown, after);
        QCOMPARE(f.model.itemCount(), int(after.size()));
        for (const QString& id : before) {
            QCOMPARE(f.model.find(id) != nullptr, after.contains(id));
            QCOMPARE(f.model.indexOf(id).isValid(), after.contains(id));
        }
    }

    void whatIsSelectedStays()
    {
        Fixture f;
        f.model.merge({}, items({u"a"_s, u"b"_s, u"c"_s}));
        const QPersistentModelIndex source(f.model.indexOf(u"b"_s));
        const QPersistentModelIndex shown(f.filter.mapFromSource(source));
        f.filter.sort(0, Qt::DescendingOrder);
        f.model.merge({}, {item(u"c"_s), item(u"d"_s), item(u"b"_s, u"7"_s)});
        QCOMPARE(source.data(InventoryModel::IdRole).toString(), u"b"_s);
        QCOMPARE(source.row(), 2);
        QCOMPARE(shown.data(InventoryModel::IdRole).toString(), u"b"_s);
        QCOMPARE(QModelIndex(shown).siblingAtColumn(1).data().toString(), u"7"_s);
    }

    void onlyWhatChangedIsTold()
    {
        Fixture f;
        f.model.merge({}, items({u"a"_s, u"b"_s}));
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.model.merge({}, items({u"a"_s, u"b"_s}));
        QCOMPARE(changed.count(), 0);
        f.model.merge({}, {item(u"a"_s), item(u"b"_s, u"2"_s)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.front().front().toModelIndex(), f.model.indexOf(u"b"_s));
    }

    void idsThatComeTwiceAreTakenOnce()
    {
        Fixture f;
        f.model.merge({}, items({u"a"_s, u"a"_s, u"b"_s}));
        QCOMPARE(dump(f.model), u"a 1\nb 1\n"_s);
    }

    void branchesAreAskedForOnce()
    {
        InventoryModel model;
        model.setKind(kindOf(true));
        QSignalSpy wanted(&model, &InventoryModel::childrenWanted);
        model.merge({}, {item(u"folder"_s, u"1"_s, true), item(u"file"_s)});
        const QModelIndex folder = model.indexOf(u"folder"_s);
        QVERIFY(model.hasChildren(folder));
        QVERIFY(!model.hasChildren(model.indexOf(u"file"_s)));
        QVERIFY(model.canFetchMore(folder));
        QVERIFY(!model.canFetchMore(model.indexOf(u"file"_s)));
        model.fetchMore(folder);
        model.fetchMore(folder);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().toString(), u"folder"_s);
        model.giveUp(u"folder"_s);
        QVERIFY(model.canFetchMore(folder));
        model.fetchMore(folder);
        model.merge(u"folder"_s, {});
        QVERIFY(!model.hasChildren(folder));
        QVERIFY(!model.canFetchMore(folder));
        QCOMPARE(model.loadedBranches(), QStringList{u"folder"_s});
    }

    void treesAreMerged()
    {
        Fixture f(true);
        const InventoryItem folder = item(u"folder"_s, u"1"_s, true);
        f.model.merge({}, {folder, item(u"file"_s)});
        f.model.merge(u"folder"_s, {item(u"inner"_s, u"1"_s, true), item(u"x"_s)});
        f.model.merge(u"inner"_s, items({u"deep"_s}));
        QCOMPARE(dump(f.model), u"folder 1\n  inner 1\n    deep 1\n  x 1\nfile 1\n"_s);
        QCOMPARE(f.model.loadedBranches(), (QStringList{u"folder"_s, u"inner"_s}));
        const QPersistentModelIndex deep(f.model.indexOf(u"deep"_s));
        f.model.merge({}, {item(u"file"_s), folder});
        QVERIFY(deep.isValid());
        QCOMPARE(deep.parent().parent().row(), 1);
        // What is no branch any more loses all that stood below it.
        f.model.merge({}, {item(u"file"_s), item(u"folder"_s)});
        QVERIFY(!deep.isValid());
        QCOMPARE(dump(f.model), u"file 1\nfolder 1\n"_s);
        QCOMPARE(f.model.itemCount(), 2);
        f.model.merge(u"inner"_s, items({u"late"_s}));
        QVERIFY(!f.model.find(u"late"_s));
    }

    void whatMovesToAnotherBranchStandsThereAlone()
    {
        Fixture f(true);
        f.model.merge({}, {item(u"one"_s, u"1"_s, true), item(u"two"_s, u"1"_s, true)});
        f.model.merge(u"one"_s, items({u"x"_s}));
        f.model.merge(u"two"_s, items({u"x"_s, u"two"_s}));
        QCOMPARE(dump(f.model), u"one 1\ntwo 1\n  x 1\n"_s);
        f.model.setKind(kindOf(false));
        QCOMPARE(f.model.rowCount(), 0);
        QVERIFY(!f.model.find(u"x"_s));
    }

    void filtersKeepWhatStandsAbove()
    {
        Fixture f(true);
        f.model.merge({}, {item(u"folder"_s, u"1"_s, true), item(u"file"_s)});
        f.model.merge(u"folder"_s, {item(u"inner"_s, u"needle"_s), item(u"x"_s)});
        f.filter.setText(u" NEEDLE "_s);
        QCOMPARE(dump(f.filter), u"folder 1\n  inner needle\n"_s);
        f.filter.setText(u"nothing of it"_s);
        QCOMPARE(f.filter.rowCount(), 0);
        f.filter.setText({});
        QCOMPARE(dump(f.filter), dump(f.model));
    }

    void cellsSortAsPeopleRead_data()
    {
        QTest::addColumn<QString>("less");
        QTest::addColumn<QString>("more");
        QTest::newRow("numbers") << u"9"_s << u"10"_s;
        QTest::newRow("bytes") << u"84 MB"_s << u"8.62 GB"_s;
        QTest::newRow("with a bound") << u"84 MB / 1 GB"_s << u"1.5 GB / 1 GB"_s;
        QTest::newRow("per cent") << u"9 %"_s << u"80 %"_s;
        QTest::newRow("numbers in texts") << u"node 2"_s << u"node 10"_s;
        QTest::newRow("case") << u"apple"_s << u"Banana"_s;
        QTest::newRow("nothing comes last") << u"z"_s << u"–"_s;
        QTest::newRow("empty comes last") << u"0"_s << QString();
    }

    void cellsSortAsPeopleRead()
    {
        QFETCH(const QString, less);
        QFETCH(const QString, more);
        QVERIFY(inventoryLess(less, more));
        QVERIFY(!inventoryLess(more, less));
        QVERIFY(!inventoryLess(less, less));
    }

    void refusalsSayWhy_data()
    {
        QTest::addColumn<QStringList>("chosen"); // the actions that each of them allows
        QTest::addColumn<bool>("onItems");
        QTest::addColumn<bool>("many");
        QTest::addColumn<bool>("changes");
        QTest::addColumn<bool>("readOnly");
        QTest::addColumn<QString>("refusal");
        const QString some = u"delete"_s;
        QTest::newRow("fine") << QStringList{some} << true << false << true << false << QString();
        QTest::newRow("none chosen") << QStringList() << true << false << true << false << u"Choose an item first."_s;
        QTest::newRow("above the list") << QStringList() << false << false << true << false << QString();
        QTest::newRow("too many") << QStringList{some, some} << true << false << true << false << u"one item"_s;
        QTest::newRow("many") << QStringList{some, some} << true << true << true << false << QString();
        QTest::newRow("one that does not")
            << QStringList{some, u"other"_s} << true << true << true << false << u"b does not allow this now."_s;
        QTest::newRow("read-only") << QStringList{some} << true << false << true << true << u"shop is read-only"_s;
        QTest::newRow("a mere look") << QStringList{some} << true << false << false << true << QString();
    }

    void refusalsSayWhy()
    {
        QFETCH(const QStringList, chosen);
        QFETCH(const bool, onItems);
        QFETCH(const bool, many);
        QFETCH(const bool, changes);
        QFETCH(const bool, readOnly);
        QFETCH(const QString, refusal);
        std::vector<InventoryItem> kept;
        for (const QString& action : chosen) {
            kept.push_back({.name = kept.empty() ? u"a"_s : u"b"_s, .actions = {action}});
        }
        std::vector<const InventoryItem*> pointers;
        for (const InventoryItem& each : kept) {
            pointers.push_back(&each);
        }
        const InventoryAction action{.id = u"delete"_s, .onItems = onItems, .many = many, .changes = changes};
        const QString said = inventoryRefusal(action, {.name = u"shop"_s, .readOnly = readOnly}, pointers);
        QCOMPARE(said.isEmpty(), refusal.isEmpty());
        QVERIFY2(said.contains(refusal), qPrintable(said));
    }

    void questionsNameWhatGoes()
    {
        const InventoryAction remove{.id = u"delete"_s, .text = u"Delete…"_s, .confirm = u"Delete %1 for good?"_s};
        QCOMPARE(questionText(remove, {u"a%2.jar"_s}), u"Delete a%2.jar for good?"_s);
        QCOMPARE(questionText(remove, {u"a"_s, u"b"_s}), u"Delete a and b for good?"_s);
        QCOMPARE(
            questionText(remove, {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}), u"Delete a, b, c and 2 more for good?"_s);
        QCOMPARE(plainText(remove), u"Delete"_s);
        QCOMPARE(questionText({}, {u"a"_s}), QString());
    }

    void productionWantsANameThatCanBeTyped()
    {
        const InventoryAction change{.id = u"x"_s};
        const InventoryAction look{.id = u"y"_s, .changes = false};
        const InventorySource shop{.name = u"shop"_s, .environment = Environment::Production};
        const InventorySource test{.name = u"test"_s, .environment = Environment::Test};
        QCOMPARE(nameToType(change, shop, {u"a.jar"_s}), u"a.jar"_s);
        QCOMPARE(nameToType(change, shop, {u"a.jar"_s, u"b.jar"_s}), u"shop"_s);
        QCOMPARE(nameToType(change, shop, {}), u"shop"_s);
        QCOMPARE(nameToType(change, shop, {u" spaced"_s}), u"shop"_s);
        QCOMPARE(nameToType(change, shop, {QString(80, u'x')}), u"shop"_s);
        QCOMPARE(nameToType(look, shop, {u"a.jar"_s}), QString());
        QCOMPARE(nameToType(change, test, {u"a.jar"_s}), QString());
    }

    void tablesStandShortRows()
    {
        TextTableModel model({.columns = {u"a"_s, u"b"_s}, .rows = {{u"1"_s}, {u"2"_s, u"3"_s, u"4"_s}, {}}});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 1).data().toString(), u"—"_s);
        QCOMPARE(model.index(1, 1).data().toString(), u"3"_s);
        model.setTable({.columns = {u"a"_s}});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(factsTable({{u"k"_s, u"v"_s}}).rows, (std::vector<QStringList>{{u"k"_s, u"v"_s}}));
        QCOMPARE(shownText(u"{\"a\":1.50}"_s, u"json"_s).simplified(), u"{ \"a\": 1.50 }"_s);
        QCOMPARE(shownText(u"not { json"_s, u"json"_s), u"not { json"_s);
    }
};

QTEST_GUILESS_MAIN(TestInventoryModel)
#include "tst_inventorymodel.moc"
