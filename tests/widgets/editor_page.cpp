// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statementlistmodel.h"
#include "tests/widgets/guitest.h"
#include "widgets/common/buttons.h"
#include "widgets/common/messagebar.h"
#include "widgets/editor/editorpage.h"
#include "widgets/editor/editortabbar.h"
#include "widgets/editor/editortabs.h"
#include "widgets/editor/findbar.h"
#include "widgets/editor/runbar.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/statementlist.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

RunBarState someState()
{
    RunBarState state;
    state.connections = {{.id = u"1"_s, .text = u"shop-test"_s, .environment = Environment::Test},
        {.id = u"2"_s, .text = u"shop-prod"_s, .environment = Environment::Production}};
    state.connection = u"1"_s;
    state.catalogs = {u"default_catalog"_s, u"shop"_s};
    state.catalog = u"shop"_s;
    state.canRun = true;
    state.canChooseCatalog = true;
    return state;
}

} // namespace

class PageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp, {.mode = ThemeMode::Light}); }

    void init() { test::failOnWarnings(); }

    void runBarFollowsItsState()
    {
        RunBar bar;
        bar.resize(1200, bar.sizeHint().height());
        QVERIFY(test::showActive(bar));
        auto* run = bar.findChild<ActionButton*>(u"run"_s);
        auto* cancel = bar.findChild<ActionButton*>(u"cancel"_s);
        QVERIFY(!run->isEnabled());
        RunBarState state = someState();
        bar.setState(state);
        QVERIFY(run->isEnabled());
        QVERIFY(!cancel->isEnabled());
        QCOMPARE(bar.findChild<QComboBox*>(u"connection"_s)->currentText(), u"shop-test"_s);
        QCOMPARE(bar.findChild<QComboBox*>(u"catalog"_s)->currentText(), u"shop"_s);
        QCOMPARE(bar.findChild<QComboBox*>(u"database"_s)->currentIndex(), -1);
        state.canRun = false;
        state.runReason = u"Choose a connection first."_s;
        state.canCancel = true;
        bar.setState(state);
        QCOMPARE(run->toolTip(), state.runReason);
        QVERIFY(cancel->isEnabled());
        state.cancelling = true;
        bar.setState(state);
        QVERIFY(!cancel->isEnabled());
    }

    void runBarSaysWhatWasChosen()
    {
        RunBar bar;
        bar.resize(1200, bar.sizeHint().height());
        QVERIFY(test::showActive(bar));
        RunBarState state = someState();
        state.canCancel = true;
        bar.setState(state);
        QSignalSpy run(&bar, &RunBar::runRequested);
        QSignalSpy cancel(&bar, &RunBar::cancelRequested);
        QSignalSpy connection(&bar, &RunBar::connectionChosen);
        QSignalSpy streaming(&bar, &RunBar::streamingChosen);
        QSignalSpy catalog(&bar, &RunBar::catalogChosen);
        QSignalSpy cap(&bar, &RunBar::rowCapChosen);
        bar.setState(state); // by program: silence
        QTest::mouseClick(bar.findChild<ActionButton*>(u"run"_s), Qt::LeftButton);
        QTest::mouseClick(bar.findChild<ActionButton*>(u"cancel"_s), Qt::LeftButton);
        auto* connections = bar.findChild<QComboBox*>(u"connection"_s);
        connections->setFocus();
        QTest::keyClick(connections, Qt::Key_Down);
        auto* catalogs = bar.findChild<QComboBox*>(u"catalog"_s);
        QTest::keyClick(catalogs, Qt::Key_Up);
        auto* mode = bar.findChild<SegmentedControl*>(u"mode"_s);
        QTest::keyClick(mode, Qt::Key_Left);
        QCOMPARE(run.count(), 1);
        QCOMPARE(cancel.count(), 1);
        QCOMPARE(connection.count(), 1);
        QCOMPARE(connection.first().first().toString(), u"2"_s);
        QCOMPARE(catalog.first().first().toString(), u"default_catalog"_s);
        QCOMPARE(streaming.first().first().toBool(), false);
        QCOMPARE(cap.count(), 0);
    }

    void rowCapReadsWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<qint64>("rows");
        QTest::newRow("plain") << u"500"_s << qint64(500);
        QTest::newRow("grouped") << u"20 000"_s << qint64(20'000);
        QTest::newRow("commas") << u"1,000,000"_s << qint64(1'000'000);
        QTest::newRow("none") << u"No cap"_s << qint64(0);
        QTest::newRow("empty") << QString() << qint64(0);
        QTest::newRow("words") << u"many"_s << qint64(-1);
        QTest::newRow("negative") << u"-5"_s << qint64(-1);
        QTest::newRow("too long") << u"99999999999999999999"_s << qint64(-1);
    }

    void rowCapReadsWhatPeopleWrite()
    {
        QFETCH(QString, written);
        QFETCH(qint64, rows);
        RunBar bar;
        bar.resize(1200, bar.sizeHint().height());
        QVERIFY(test::showActive(bar));
        bar.setState(someState());
        QSignalSpy cap(&bar, &RunBar::rowCapChosen);
        auto* field = bar.findChild<QComboBox*>(u"rowCap"_s)->lineEdit();
        const QString before = field->text();
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, written);
        QTest::keyClick(field, Qt::Key_Return);
        if (rows < 0) {
            QCOMPARE(cap.count(), 0);
            QCOMPARE(field->text(), before);
        } else {
            QVERIFY(cap.count() >= 1);
            QCOMPARE(cap.first().first().toLongLong(), rows);
        }
    }

    void runBarGivesWay()
    {
        RunBar bar;
        bar.setState(someState());
        bar.resize(1300, bar.sizeHint().height());
        QVERIFY(test::showActive(bar));
        auto* run = bar.findChild<ActionButton*>(u"run"_s);
        const int wide = run->width();
        bar.resize(620, bar.height());
        QTRY_VERIFY(run->width() < wide);
        bar.resize(1300, bar.height());
        QTRY_COMPARE(run->width(), wide);
    }

    void tabsHoldPagesInTheirOrder()
    {
        EditorTabs tabs;
        tabs.resize(800, 300);
        QSignalSpy current(&tabs, &EditorTabs::currentChanged);
        QSignalSpy order(&tabs, &EditorTabs::orderChanged);
        auto* a = new QWidget;
        auto* b = new QWidget;
        auto* c = new QWidget;
        tabs.addPage(a, {.title = u"a.sql"_s});
        tabs.addPage(b, {.title = u"b.sql"_s, .environment = Environment::Production}, false);
        tabs.addPage(c, {.title = u"c.sql"_s, .modified = true});
        QCOMPARE(tabs.pages(), (std::vector<QWidget*>{a, b, c}));
        QCOMPARE(tabs.currentPage(), c);
        QVERIFY(test::showActive(tabs));
        QVERIFY(c->isVisible());
        QTest::mouseClick(tabs.tabBar(), Qt::LeftButton, {}, tabs.tabBar()->tabRect(0).center());
        QCOMPARE(tabs.currentPage(), a);
        QVERIFY(a->isVisible());
        // drag the first behind the second
        EditorTabBar* bar = tabs.tabBar();
        QTest::mousePress(bar, Qt::LeftButton, {}, bar->tabRect(0).center());
        QTest::mouseMove(bar, bar->tabRect(0).center() + QPoint(40, 0));
        const QPoint target(bar->tabRect(1).right() - 4, 10);
        QMouseEvent move(QEvent::MouseMove, target, bar->mapToGlobal(target), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(bar, &move);
        QTest::mouseRelease(bar, Qt::LeftButton, {}, target);
        QCOMPARE(tabs.pages(), (std::vector<QWidget*>{b, a, c}));
        QCOMPARE(tabs.currentPage(), a);
        QCOMPARE(order.count(), 1);
        tabs.removePage(a);
        QVERIFY(tabs.currentPage() != a);
        delete a;
        tabs.removePage(tabs.currentPage());
        tabs.removePage(tabs.currentPage());
        QVERIFY(!tabs.currentPage());
        QCOMPARE(current.last().first().value<QWidget*>(), static_cast<QWidget*>(nullptr));
        delete b;
        delete c;
    }

    void tabsAskBeforeTheyClose()
    {
        EditorTabs tabs;
        tabs.resize(800, 300);
        auto* a = new QWidget;
        auto* b = new QWidget;
        tabs.addPage(a, {.title = u"a.sql"_s});
        tabs.addPage(b, {.title = u"b.sql"_s, .modified = true});
        QVERIFY(test::showActive(tabs));
        QSignalSpy close(&tabs, &EditorTabs::closeRequested);
        QSignalSpy added(&tabs, &EditorTabs::newTabRequested);
        QTest::mouseClick(tabs.tabBar(), Qt::LeftButton, {}, tabs.tabBar()->closeRect(1).center());
        QTest::mouseClick(tabs.tabBar(), Qt::MiddleButton, {}, tabs.tabBar()->tabRect(0).center());
        QCOMPARE(close.count(), 2);
        QCOMPARE(close.at(0).first().value<QWidget*>(), b);
        QCOMPARE(close.at(1).first().value<QWidget*>(), a);
        QCOMPARE(tabs.count(), 2);
        QCOMPARE(tabs.currentPage(), b);
        QTest::mouseClick(tabs.findChild<QToolButton*>(u"newTab"_s), Qt::LeftButton);
        QCOMPARE(added.count(), 1);
        tabs.selectNext();
        QCOMPARE(tabs.currentPage(), a);
        tabs.selectPrevious();
        QCOMPARE(tabs.currentPage(), b);
        const QString spoken = tabs.tabBar()->accessibleTabName(1);
        QVERIFY2(spoken.contains("b.sql"_L1) && spoken != "b.sql"_L1, qPrintable(spoken));
    }

    void pageOpensEditsAndSaves()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sql"_s);
        QVERIFY(write(path, "SELECT 1;\r\n"));
        EditorPage page;
        page.resize(900, 400);
        QVERIFY(test::showActive(page));
        QVERIFY(page.open(path));
        QCOMPARE(page.title(), u"a.sql"_s);
        QVERIFY(!page.isModified());
        page.editor()->setFocus();
        QTest::keyClicks(page.editor(), u"-- x"_s);
        QVERIFY(page.isModified());
        QVERIFY(page.save());
        QVERIFY(!page.isModified());
        QCOMPARE(read(path), QByteArray("-- xSELECT 1;\r\n"));
        Error error;
        QVERIFY(!page.open(folder.filePath(u"none.sql"_s), &error));
        QVERIFY(!error.message.isEmpty());
        QCOMPARE(page.title(), u"a.sql"_s);
    }

    void pageSaysWhatHappenedToTheFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sql"_s);
        QVERIFY(write(path, "SELECT 1;"));
        EditorPage page;
        page.resize(900, 400);
        QVERIFY(test::showActive(page));
        QVERIFY(page.open(path));
        auto* bar = page.findChild<MessageBar*>(u"fileBar"_s);
        QVERIFY(!bar->hasMessage());
        QVERIFY(write(path, "SELECT 22;"));
        QTRY_VERIFY(bar->hasMessage());
        QTest::mouseClick(bar->findChild<QPushButton*>(u"messageAction.reload"_s), Qt::LeftButton);
        QCOMPARE(page.editor()->text(), u"SELECT 22;"_s);
        QVERIFY(!bar->hasMessage());
        QVERIFY(QFile::remove(path));
        QTRY_VERIFY(bar->hasMessage());
        QVERIFY(page.isModified()); // the only copy
        QTest::mouseClick(bar->findChild<QPushButton*>(u"messageAction.save"_s), Qt::LeftButton);
        QCOMPARE(read(path), QByteArray("SELECT 22;"));
        QVERIFY(!page.isModified());
    }

    void aForeignChangeIsNotWrittenOverAtOnce()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sql"_s);
        QVERIFY(write(path, "SELECT 1;"));
        EditorPage page;
        QVERIFY(page.open(path));
        page.editor()->append(u" -- mine"_s);
        QVERIFY(write(path, "SELECT 333;"));
        QVERIFY(!page.save());
        QCOMPARE(read(path), QByteArray("SELECT 333;"));
        QVERIFY(page.save()); // asked for again
        QCOMPARE(read(path), QByteArray("SELECT 1; -- mine"));
    }

    void aTextThatTheEncodingLacksIsNotLost()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sql"_s);
        QVERIFY(write(path,
            "-- Stra\xDF"
            "e"));
        EditorPage page;
        page.resize(900, 400);
        QVERIFY(test::showActive(page));
        QVERIFY(page.open(path));
        auto* bar = page.findChild<MessageBar*>(u"fileBar"_s);
        QVERIFY(bar->hasMessage()); // how it was read
        page.document()->setFormat({.encoding = TextEncoding::Latin1});
        page.editor()->append(u"店"_s);
        QVERIFY(!page.save());
        QCOMPARE(bar->message().kind, MessageBar::Kind::Error);
        QCOMPARE(read(path),
            QByteArray("-- Stra\xDF"
                       "e"));
        QTest::mouseClick(bar->findChild<QPushButton*>(u"messageAction.saveUtf8"_s), Qt::LeftButton);
        QVERIFY(read(path).contains("店"));
        QVERIFY(!page.isModified());
    }

    void unsavedTextAsksForAName()
    {
        EditorPage page;
        page.setText(u"SELECT 1;"_s, true);
        QVERIFY(page.isModified());
        QSignalSpy needed(&page, &EditorPage::savePathNeeded);
        QVERIFY(!page.save());
        QCOMPARE(needed.count(), 1);
    }

    void findAndReplace()
    {
        EditorPage page;
        page.resize(900, 400);
        QVERIFY(test::showActive(page));
        SqlEditor& editor = *page.editor();
        editor.loadText(u"店 a\nA b\na"_s);
        page.showReplace();
        FindBar& bar = *page.findBar();
        auto* pattern = bar.findChild<QLineEdit*>(u"findPattern"_s);
        QTRY_VERIFY(pattern->hasFocus());
        QTest::keyClicks(pattern, u"a"_s);
        QCOMPARE(bar.matchCount(), 3);
        QCOMPARE(editor.caretPosition(), (TextPosition{1, 4}));
        QTest::keyClick(pattern, Qt::Key_Return);
        QCOMPARE(editor.caretPosition(), (TextPosition{2, 2}));
        QTest::keyClick(pattern, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(editor.caretPosition(), (TextPosition{1, 4}));
        auto* replacement = bar.findChild<QLineEdit*>(u"findReplacement"_s);
        QTest::keyClicks(replacement, u"aa"_s);
        QCOMPARE(bar.replaceAll(), 3);
        QCOMPARE(editor.text(), u"店 aa\naa b\naa"_s);
        editor.undo();
        QCOMPARE(editor.text(), u"店 a\nA b\na"_s); // one step
        QTest::keyClick(pattern, Qt::Key_Escape);
        QVERIFY(bar.isHidden());
        QTRY_VERIFY(editor.hasFocus());
    }

    void statementListKeepsItsPlace()
    {
        StatementListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const StatementRow one{.title = u"SELECT 1"_s, .line = 1};
        const StatementRow two{.title = u"SELECT 2"_s, .line = 2, .state = RunState::Running, .time = u"03:12"_s};
        model.setRows({one, two});
        model.setRows({one, two});
        QCOMPARE(changed.count(), 0);
        model.setRows({two});
        model.setRows({two, one, two});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.index(0).data(StatementListModel::SideRole).toString(), u"03:12"_s);
        QCOMPARE(model.index(1).data(StatementListModel::SideRole).toString(), u"1"_s);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);

        StatementList list;
        list.resize(268, 200);
        list.setRows({one, two});
        QVERIFY(test::showActive(list));
        QSignalSpy chosen(&list, &StatementList::statementChosen);
        QTest::mouseClick(list.view()->viewport(), Qt::LeftButton, {},
            list.view()->visualRect(list.view()->model()->index(1, 0)).center());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toInt(), 1);
    }
};

QTEST_MAIN(PageTest)
#include "editor_page.moc"
