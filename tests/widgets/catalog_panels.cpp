// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogmodel.h"
#include "models/connectionlistmodel.h"
#include "tests/widgets/guitest.h"
#include "widgets/catalog/catalogpanel.h"
#include "widgets/common/labels.h"
#include "widgets/connections/connectionspanel.h"
#include "widgets/files/filespanel.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace millrace;
using namespace Qt::StringLiterals;
using Kind = CatalogEntryKind;

namespace {

/// Names in sight, top to bottom.
QStringList rows(const QTreeView& tree)
{
    QStringList names;
    for (QModelIndex index = tree.model()->index(0, 0); index.isValid(); index = tree.indexBelow(index)) {
        names += index.data().toString();
    }
    return names;
}

QModelIndex rowNamed(const QTreeView& tree, const QString& name)
{
    for (QModelIndex index = tree.model()->index(0, 0); index.isValid(); index = tree.indexBelow(index)) {
        if (index.data().toString() == name) {
            return index;
        }
    }
    return {};
}

QPoint centerOf(QTreeView& tree, const QString& name)
{
    const QModelIndex index = rowNamed(tree, name);
    tree.scrollTo(index);
    return tree.visualRect(index).center();
}

/// Triggers an entry of the menu that is open; false when there is no such menu or it is disabled.
bool choose(const QString& menuName, const QString& action)
{
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (!menu || menu->objectName() != menuName) {
        return false;
    }
    auto* found = menu->findChild<QAction*>(action);
    const bool isEnabled = found && found->isEnabled();
    if (isEnabled) {
        found->trigger();
    }
    menu->close();
    return isEnabled;
}

} // namespace

class PanelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp, {.mode = ThemeMode::Light}); }

    void init() { test::failOnWarnings(); }

    void catalogOpensBranchesLazily()
    {
        CatalogModel model;
        QStringList asked;
        connect(&model, &CatalogModel::childrenWanted, this,
            [&](const CatalogEntry& entry) { asked += entry.path.join(u'.'); });
        CatalogPanel panel;
        panel.resize(268, 500);
        panel.setModel(&model);
        QVERIFY(test::showActive(panel));
        QVERIFY(asked.isEmpty());
        model.reset(true);
        QCOMPARE(asked, QStringList{QString()});
        auto& tree = *panel.findChild<QTreeView*>(u"catalogTree"_s);
        QCOMPARE(rows(tree), QStringList{u"Loading…"_s});

        // The only catalog opens by itself, as does its only database.
        model.setChildren({}, {catalog()});
        QTRY_COMPARE(asked.value(1), u"shop"_s);
        model.setChildren(catalog(), {dim()});
        QTRY_COMPARE(asked.value(2), u"shop.dim"_s);
        model.setChildren(dim(), {table(u"orders"_s), table(u"customers"_s)});
        QCOMPARE(rows(tree), (QStringList{u"shop"_s, u"dim"_s, u"orders"_s, u"customers"_s}));
        QCOMPARE(asked.size(), 3);

        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, centerOf(tree, u"orders"_s));
        QTest::keyClick(&tree, Qt::Key_Right);
        QCOMPARE(asked.value(3), u"shop.dim.orders"_s);
        model.setChildren(table(u"orders"_s), {column(u"id"_s)});
        QCOMPARE(rows(tree).value(3), u"id"_s);

        // A refresh keeps what is open and what is chosen.
        panel.findChild<QToolButton*>()->click();
        model.setChildren(dim(), {table(u"a_new_one"_s), table(u"orders"_s)});
        QCOMPARE(rows(tree), (QStringList{u"shop"_s, u"dim"_s, u"a_new_one"_s, u"orders"_s, u"id"_s}));
        QCOMPARE(tree.currentIndex().data().toString(), u"orders"_s);
    }

    void catalogFilterFindsAndShowsColumnsOfWhatItFound()
    {
        CatalogModel model;
        CatalogPanel panel;
        load(model, panel);
        QVERIFY(test::showActive(panel));
        auto& tree = *panel.findChild<QTreeView*>(u"catalogTree"_s);
        auto& filter = *panel.findChild<QLineEdit*>(u"filter"_s);
        panel.focusFilter();
        QTRY_VERIFY(filter.hasFocus());
        test::type(filter, u"CUST"_s);
        QCOMPARE(rows(tree), (QStringList{u"shop"_s, u"dim"_s, u"customers"_s}));
        QTest::keyClick(&filter, Qt::Key_Down);
        QVERIFY(tree.hasFocus());
        QVERIFY(tree.currentIndex().isValid());
        filter.setFocus();
        QTest::keyClick(&filter, Qt::Key_Escape);
        QVERIFY(filter.text().isEmpty());
        QVERIFY(rows(tree).contains(u"orders"_s));
    }

    void catalogMenuAndKeysAskForThings()
    {
        CatalogModel model;
        CatalogPanel panel;
        load(model, panel);
        QVERIFY(test::showActive(panel));
        auto& tree = *panel.findChild<QTreeView*>(u"catalogTree"_s);
        QSignalSpy insert(&panel, &CatalogPanel::insertRequested);
        QSignalSpy preview(&panel, &CatalogPanel::previewRequested);
        QSignalSpy describe(&panel, &CatalogPanel::describeRequested);
        const QPoint orders = centerOf(tree, u"orders"_s);
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, orders);
        QTest::keyClick(&tree, Qt::Key_Return);
        QCOMPARE(insert.value(0).value(0).toString(), u"shop.dim.orders"_s);

        Q_EMIT tree.customContextMenuRequested(orders);
        QVERIFY(choose(u"catalogMenu"_s, u"preview"_s));
        QCOMPARE(preview.value(0).value(0).value<CatalogEntry>(), table(u"orders"_s));
        Q_EMIT tree.customContextMenuRequested(orders);
        QVERIFY(choose(u"catalogMenu"_s, u"describe"_s));
        QCOMPARE(describe.count(), 1);
        Q_EMIT tree.customContextMenuRequested(orders);
        QVERIFY(choose(u"catalogMenu"_s, u"copy"_s));
        QCOMPARE(QApplication::clipboard()->text(), u"shop.dim.orders"_s);
        Q_EMIT tree.customContextMenuRequested(centerOf(tree, u"dim"_s));
        QVERIFY2(!choose(u"catalogMenu"_s, u"preview"_s), "a database has no rows");
    }

    void catalogErrorIsARowWithRetry()
    {
        CatalogModel model;
        CatalogPanel panel;
        panel.setModel(&model);
        model.reset(true);
        QVERIFY(test::showActive(panel));
        model.setError({}, {.kind = ErrorKind::Network, .message = u"The gateway does not answer."_s});
        auto& tree = *panel.findChild<QTreeView*>(u"catalogTree"_s);
        QCOMPARE(rows(tree), QStringList{u"The gateway does not answer."_s});
        QSignalSpy wanted(&model, &CatalogModel::childrenWanted);
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, centerOf(tree, u"The gateway does not answer."_s));
        QTest::mouseDClick(tree.viewport(), Qt::LeftButton, {}, centerOf(tree, u"The gateway does not answer."_s));
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(rows(tree), QStringList{u"Loading…"_s});
    }

    void catalogWithoutASessionSaysSo()
    {
        CatalogPanel panel;
        auto model = std::make_unique<CatalogModel>();
        panel.setModel(model.get());
        QVERIFY(test::showActive(panel));
        QVERIFY(panel.findChild<QTreeView*>()->isVisible());
        model.reset();
        QVERIFY(!panel.findChild<QTreeView*>()->isVisible());
        QVERIFY(!panel.findChild<QLineEdit*>(u"filter"_s)->isEnabled());
        panel.setModel(nullptr, u"This connection has no catalogs."_s);
        const auto labels = panel.findChildren<TextLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const TextLabel* label) {
            return label->isVisible() && label->text() == u"This connection has no catalogs."_s;
        }));
    }

    void connectionsByKeyboardAndMouse()
    {
        ConnectionListModel model;
        ConnectionsPanel panel(&model);
        panel.resize(268, 500);
        QVERIFY(test::showActive(panel));
        auto& tree = *panel.findChild<QTreeView*>(u"connectionTree"_s);
        QVERIFY(!tree.isVisible());
        using E = Environment;
        model.setConnections(
            {{u"1"_s, u"prod"_s, u"flink"_s, E::Production}, {u"2"_s, u"shop"_s, u"flink"_s, E::Test}});
        QVERIFY(tree.isVisible());
        QCOMPARE(rows(tree), (QStringList{u"Production"_s, u"prod"_s, u"Test"_s, u"shop"_s}));

        QSignalSpy edit(&panel, &ConnectionsPanel::editRequested);
        QSignalSpy remove(&panel, &ConnectionsPanel::deleteRequested);
        QSignalSpy duplicate(&panel, &ConnectionsPanel::duplicateRequested);
        QSignalSpy openTab(&panel, &ConnectionsPanel::openTabRequested);
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, centerOf(tree, u"shop"_s));
        QCOMPARE(panel.selectedId(), u"2"_s);
        QTest::keyClick(&tree, Qt::Key_Return);
        QCOMPARE(edit.value(0).value(0).toString(), u"2"_s);
        QTest::keyClick(&tree, Qt::Key_Delete);
        QCOMPARE(remove.value(0).value(0).toString(), u"2"_s);
        panel.findChild<QToolButton*>(u"menu"_s)->click();
        QVERIFY(choose(u"connectionMenu"_s, u"duplicate"_s));
        QCOMPARE(duplicate.value(0).value(0).toString(), u"2"_s);
        Q_EMIT tree.customContextMenuRequested(centerOf(tree, u"prod"_s));
        QVERIFY(choose(u"connectionMenu"_s, u"openTab"_s));
        QCOMPARE(openTab.value(0).value(0).toString(), u"1"_s);
        Q_EMIT tree.customContextMenuRequested(centerOf(tree, u"Production"_s));
        QVERIFY2(!choose(u"connectionMenu"_s, u"edit"_s), "a group is no connection");

        auto& filter = *panel.findChild<QLineEdit*>(u"filter"_s);
        filter.setFocus();
        test::type(filter, u"pro"_s);
        QCOMPARE(rows(tree), (QStringList{u"Production"_s, u"prod"_s}));
        QTest::keyClick(&filter, Qt::Key_Escape);
        QCOMPARE(rows(tree).size(), 4);

        // A change elsewhere keeps the choice.
        panel.select(u"2"_s);
        model.setConnections({{u"2"_s, u"aaa"_s, u"flink"_s, E::Test}, {u"3"_s, u"new"_s, u"flink"_s, E::Production}});
        QCOMPARE(panel.selectedId(), u"2"_s);
        QCOMPARE(rows(tree), (QStringList{u"Production"_s, u"new"_s, u"Test"_s, u"aaa"_s}));
    }

    void localFlinkOffersTheOneThingToDo_data()
    {
        QTest::addColumn<LocalFlinkStatus>("status");
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("heard");
        using State = LocalFlinkStatus::State;
        QTest::newRow("stopped") << LocalFlinkStatus{.state = State::Stopped} << u"Start"_s << u"start"_s;
        QTest::newRow("starting") << LocalFlinkStatus{.state = State::Starting, .progress = 0.5} << u"Cancel"_s
                                  << u"cancel"_s;
        QTest::newRow("running") << LocalFlinkStatus{.state = State::Running} << u"Stop"_s << u"stop"_s;
        QTest::newRow("stopping") << LocalFlinkStatus{.state = State::Stopping} << u"Stop"_s << QString();
        QTest::newRow("failed") << LocalFlinkStatus{.state = State::Failed, .message = u"Port taken."_s}
                                << u"Start again"_s << u"start"_s;
    }

    void localFlinkOffersTheOneThingToDo()
    {
        QFETCH(LocalFlinkStatus, status);
        ConnectionListModel model;
        ConnectionsPanel panel(&model);
        QString heard;
        connect(&panel, &ConnectionsPanel::startLocalFlinkRequested, this, [&] { heard = u"start"_s; });
        connect(&panel, &ConnectionsPanel::stopLocalFlinkRequested, this, [&] { heard = u"stop"_s; });
        connect(&panel, &ConnectionsPanel::cancelLocalFlinkRequested, this, [&] { heard = u"cancel"_s; });
        panel.setLocalFlink(status);
        QVERIFY(test::showActive(panel));
        auto& button = *panel.findChild<QPushButton*>(u"mainButton"_s);
        QTEST(button.text(), "button");
        QTest::mouseClick(&button, Qt::LeftButton);
        QTEST(heard, "heard");
        const bool isBusy =
            status.state == LocalFlinkStatus::State::Starting || status.state == LocalFlinkStatus::State::Stopping;
        QCOMPARE(panel.findChild<QProgressBar*>()->isVisible(), isBusy);
        QVERIFY(!panel.findChild<TextLabel*>(u"state"_s)->text().isEmpty());
    }

    void filesOpenByEnter()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a.sql"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        FilesPanel panel;
        panel.resize(268, 500);
        QVERIFY(test::showActive(panel));
        QSignalSpy chooseFolder(&panel, &FilesPanel::chooseFolderRequested);
        QTest::mouseClick(panel.findChild<QPushButton*>(u"chooseFolderWide"_s), Qt::LeftButton);
        QCOMPARE(chooseFolder.count(), 1);

        panel.setFolder(folder.path());
        auto& tree = *panel.findChild<QTreeView*>(u"fileTree"_s);
        QVERIFY(tree.isVisible());
        QTRY_COMPARE(tree.model()->rowCount(tree.rootIndex()), 1);
        QSignalSpy open(&panel, &FilesPanel::openRequested);
        tree.setCurrentIndex(tree.model()->index(0, 0, tree.rootIndex()));
        QTest::keyClick(&tree, Qt::Key_Return);
        QCOMPARE(open.value(0).value(0).toString(), folder.filePath(u"a.sql"_s));

        auto& recent = *panel.findChild<QListView*>(u"recentFiles"_s);
        QVERIFY(!recent.isVisible());
        panel.setRecentFiles({u"/x/one.sql"_s, u"/x/two.sql"_s});
        QVERIFY(recent.isVisible());
        recent.setCurrentIndex(recent.model()->index(1, 0));
        QTest::keyClick(&recent, Qt::Key_Return);
        QCOMPARE(open.value(1).value(0).toString(), u"/x/two.sql"_s);
        QSignalSpy forget(&panel, &FilesPanel::forgetRecentRequested);
        Q_EMIT recent.customContextMenuRequested(recent.visualRect(recent.model()->index(0, 0)).center());
        QVERIFY(choose(u"fileMenu"_s, u"forget"_s));
        QCOMPARE(forget.value(0).value(0).toString(), u"/x/one.sql"_s);
    }

private:
    static CatalogEntry catalog() { return {.kind = Kind::Catalog, .path = {u"shop"_s}}; }

    static CatalogEntry dim() { return {.kind = Kind::Database, .path = {u"shop"_s, u"dim"_s}}; }

    static CatalogEntry table(const QString& name)
    {
        return {.kind = Kind::Table, .path = {u"shop"_s, u"dim"_s, name}};
    }

    static CatalogEntry column(const QString& name)
    {
        return {.kind = Kind::Column, .path = {u"shop"_s, u"dim"_s, u"orders"_s, name}, .detail = u"INT"_s};
    }

    static void load(CatalogModel& model, CatalogPanel& panel)
    {
        panel.resize(268, 500);
        panel.setModel(&model);
        model.reset(true);
        model.setChildren({}, {catalog()});
        model.setChildren(catalog(), {dim()});
        model.setChildren(dim(), {table(u"orders"_s), table(u"customers"_s)});
        panel.findChild<QTreeView*>(u"catalogTree"_s)->expandToDepth(1);
    }
};

QTEST_MAIN(PanelsTest)
#include "catalog_panels.moc"
