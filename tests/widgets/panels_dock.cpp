// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "resultfixture.h"
#include "widgets/panels/apicallsview.h"
#include "widgets/panels/bottomdock.h"
#include "widgets/panels/docktabbar.h"
#include "widgets/panels/problemsview.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

class PanelsDockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init() { failOnWarnings(); }

    void tabsSwitchByMouseAndKeys()
    {
        BottomDock dock;
        dock.resize(900, 300);
        QVERIFY(showActive(dock));
        auto* tabs = dock.findChild<DockTabBar*>();
        QCOMPARE(dock.currentTab(), BottomDock::Tab::Results);
        QSignalSpy changed(&dock, &BottomDock::currentTabChanged);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
        QCOMPARE(dock.currentTab(), BottomDock::Tab::Plan);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(3).center());
        QCOMPARE(dock.currentTab(), BottomDock::Tab::Problems);
        QVERIFY(dock.problems()->isVisible());
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QCOMPARE(dock.currentTab(), BottomDock::Tab::Log);
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(tabs, Qt::Key_Right);
        }
        QCOMPARE(dock.currentTab(), BottomDock::Tab::ApiCalls);
        QCOMPARE(changed.count(), 4);
    }

    void resultsAndChangelogShareThePane()
    {
        BottomDock dock;
        dock.resize(1100, 400);
        ResultsPane pane;
        pane.setResult(streamingView(u"r"_s, sampleChanges()));
        dock.setResultsPane(&pane);
        QVERIFY(showActive(dock));
        QTRY_VERIFY(visibleGrid(dock) && visibleGrid(dock)->model()->columnCount() == 3);
        dock.setCurrentTab(BottomDock::Tab::Changelog);
        QTRY_VERIFY(visibleGrid(dock) && visibleGrid(dock)->model()->columnCount() == 6);
        Q_EMIT pane.modeRequested(ResultsPane::Mode::Table);
        QCOMPARE(dock.currentTab(), BottomDock::Tab::Results);
        dock.setResultsPane(nullptr);
        QCOMPARE(pane.parentWidget(), nullptr);
        QVERIFY(!pane.isVisible());
    }

    void aPaneMayDieWhileShown()
    {
        BottomDock dock;
        QVERIFY(showActive(dock));
        auto pane = std::make_unique<ResultsPane>();
        dock.setResultsPane(pane.get());
        pane->setResult(streamingView(u"r"_s, sampleChanges()));
        pane.reset();
        QCOMPARE(dock.resultsPane(), nullptr);
        dock.setCurrentTab(BottomDock::Tab::Changelog);
    }

    void foldsAndCloses()
    {
        BottomDock dock;
        dock.resize(900, 300);
        QVERIFY(showActive(dock));
        QSignalSpy folded(&dock, &BottomDock::foldedChanged);
        QSignalSpy closed(&dock, &BottomDock::closeRequested);
        QTest::mouseClick(dock.findChild<QToolButton*>(u"foldDock"_s), Qt::LeftButton);
        QVERIFY(dock.isFolded());
        QCOMPARE(dock.maximumHeight(), dock.foldedHeight());
        dock.setCurrentTab(BottomDock::Tab::Log);
        QVERIFY(!dock.isFolded());
        QCOMPARE(folded.count(), 2);
        QTest::mouseClick(dock.findChild<QToolButton*>(u"closeDock"_s), Qt::LeftButton);
        QCOMPARE(closed.count(), 1);
    }

    void aProblemLeadsToItsCall()
    {
        ProblemsModel problems;
        ApiCallModel calls;
        BottomDock dock;
        dock.resize(1000, 300);
        dock.problems()->setModel(&problems);
        dock.apiCalls()->setModel(&calls);
        calls.append({.id = 41, .method = u"GET"_s, .url = u"http://h/a"_s, .status = 200});
        calls.append({.id = 42, .method = u"GET"_s, .url = u"http://h/b"_s, .status = 500});
        problems.setProblems(u"d"_s, ProblemOrigin::Engine, {{.message = u"bad"_s, .apiCallId = 42}});
        QVERIFY(showActive(dock));
        dock.setCurrentTab(BottomDock::Tab::Problems);
        dock.problems()->select(problems.problem(0));
        auto* button = dock.findChild<QPushButton*>(u"problemApiCall"_s);
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(dock.currentTab(), BottomDock::Tab::ApiCalls);
        QVERIFY(dock.apiCalls()->currentCall());
        QCOMPARE(dock.apiCalls()->currentCall()->id, 42);
    }

    void everyTabFitsItsWord()
    {
        BottomDock dock;
        QVERIFY(showActive(dock));
        auto* tabs = dock.findChild<DockTabBar*>();
        const int before = tabs->tabRect(4).left();
        dock.setBadge(BottomDock::Tab::Problems, 120, true);
        QVERIFY(tabs->tabRect(4).left() > before);
        dock.setBadge(BottomDock::Tab::Problems, 0, false);
        QCOMPARE(tabs->tabRect(4).left(), before);
        for (int i = 1; i < tabs->count(); ++i) {
            QCOMPARE(tabs->tabRect(i).left(), tabs->tabRect(i - 1).right() + 1);
        }
    }
};

QTEST_MAIN(PanelsDockTest)
#include "panels_dock.moc"
