// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation.h"
#include "guitest.h"
#include "resultfixture.h"
#include "widgets/results/resulttabs.h"

#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

ResultTabButton* button(const ResultsPane& pane, const QString& id)
{
    return pane.findChild<ResultTabButton*>(u"result:"_s + id);
}

} // namespace

class ResultsPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init() { failOnWarnings(); }

    void newestResultIsShown()
    {
        ResultsPane pane;
        pane.resize(1100, 400);
        QVERIFY(showActive(pane));
        QSignalSpy current(&pane, &ResultsPane::currentResultChanged);
        pane.setResult({.id = u"one"_s, .title = u"SET"_s, .number = 1, .state = RunState::Done});
        pane.setResult(streamingView(u"two"_s, sampleChanges()));
        QCOMPARE(pane.resultIds(), (QStringList{u"two"_s, u"one"_s}));
        QCOMPARE(pane.currentResult(), u"two"_s);
        QCOMPARE(current.count(), 2);
        QTRY_VERIFY(visibleGrid(pane));
        QVERIFY(button(pane, u"two"_s)->isChecked());
        QTest::mouseClick(button(pane, u"one"_s), Qt::LeftButton);
        QCOMPARE(pane.currentResult(), u"one"_s);
        QVERIFY(!visibleGrid(pane));
        QVERIFY(button(pane, u"one"_s)->isChecked());
        QVERIFY(!button(pane, u"two"_s)->isChecked());
    }

    void anUpdateKeepsWhatIsChosen()
    {
        ResultsPane pane;
        pane.resize(1100, 400);
        QVERIFY(showActive(pane));
        RunResultView view = streamingView(u"two"_s, sampleChanges());
        pane.setResult(view);
        pane.setResult({.id = u"three"_s, .title = u"SHOW"_s, .state = RunState::Running});
        pane.setCurrentResult(u"two"_s);
        QTRY_VERIFY(visibleGrid(pane));
        ResultGrid* grid = visibleGrid(pane);
        QTRY_COMPARE(grid->model()->rowCount(), 3);
        grid->setCurrentIndex(grid->model()->index(1, 1));
        view.state = RunState::Done;
        pane.setResult(view);
        QCOMPARE(pane.currentResult(), u"two"_s);
        QCOMPARE(visibleGrid(pane), grid);
        QCOMPARE(grid->currentIndex().row(), 1);
        QCOMPARE(pane.result(u"two"_s)->state, RunState::Done);
    }

    void pinsAndCloses()
    {
        ResultsPane pane;
        pane.resize(1100, 400);
        QVERIFY(showActive(pane));
        for (const QString& id : {u"a"_s, u"b"_s, u"c"_s}) {
            pane.setResult({.id = id, .title = id, .state = RunState::Done});
        }
        QSignalSpy pinned(&pane, &ResultsPane::pinnedChanged);
        QSignalSpy closed(&pane, &ResultsPane::resultClosed);
        pane.setCurrentResult(u"a"_s);
        button(pane, u"a"_s)->setFocus();
        QTest::keyClick(button(pane, u"a"_s), Qt::Key_P);
        QCOMPARE(pinned.count(), 1);
        QVERIFY(pane.result(u"a"_s)->pinned);
        // A controller that does not know of pins takes none away.
        pane.setResult({.id = u"a"_s, .title = u"a"_s, .state = RunState::Done});
        QVERIFY(pane.result(u"a"_s)->pinned);
        pane.removeUnpinned();
        QCOMPARE(pane.resultIds(), (QStringList{u"a"_s}));
        QTest::mouseClick(button(pane, u"a"_s), Qt::MiddleButton);
        QCOMPARE(closed.count(), 1);
        QCOMPARE(pane.currentResult(), QString());
        QVERIFY(pane.resultIds().isEmpty());
        pane.clear();
    }

    void thePinIsClicked()
    {
        ResultsPane pane;
        pane.resize(1100, 400);
        pane.setResult(streamingView(u"r"_s, sampleChanges()));
        QVERIFY(showActive(pane));
        ResultTabButton* tab = button(pane, u"r"_s);
        QTest::mouseClick(tab, Qt::LeftButton, {}, QPoint(tab->width() - 14, tab->height() / 2));
        QVERIFY(pane.result(u"r"_s)->pinned);
    }

    void liveComesAndGoes()
    {
        ResultsPane pane;
        QSignalSpy live(&pane, &ResultsPane::liveChanged);
        RunResultView view = streamingView(u"r"_s, shopStore());
        pane.setResult(view);
        QVERIFY(pane.hasLiveChangelog());
        view.state = RunState::Cancelled;
        pane.setResult(view);
        QVERIFY(!pane.hasLiveChangelog());
        QCOMPARE(live.count(), 2);
    }

    void pauseIsAButtonAndAnAction()
    {
        ResultsPane pane;
        pane.resize(1100, 400);
        pane.setResult(streamingView(u"r"_s, sampleChanges()));
        QVERIFY(showActive(pane));
        auto* pause = pane.findChild<QPushButton*>(u"pauseResult"_s);
        QVERIFY(pause->isVisible());
        QCOMPARE(pause->text(), u"Pause"_s);
        QTest::mouseClick(pause, Qt::LeftButton);
        QCOMPARE(pause->text(), u"Resume"_s);
        pane.togglePause();
        QCOMPARE(pause->text(), u"Pause"_s);
        pane.setResult({.id = u"batch"_s, .title = u"SHOW"_s, .state = RunState::Done});
        QVERIFY(!pause->isVisible());
    }

    void eachResultKeepsItsFilter()
    {
        ResultsPane pane;
        pane.resize(1100, 400);
        pane.setResult(streamingView(u"a"_s, sampleChanges()));
        pane.setResult(streamingView(u"b"_s, sampleChanges()));
        QVERIFY(showActive(pane));
        auto* filter = pane.findChild<QLineEdit*>(u"resultFilter"_s);
        pane.focusFilter();
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"mitte"_s);
        QTRY_VERIFY(visibleGrid(pane) && columnTexts(*visibleGrid(pane), 0) == QStringList{u"Mitte"_s});
        pane.setCurrentResult(u"a"_s);
        QCOMPARE(filter->text(), QString());
        QTRY_COMPARE(visibleGrid(pane)->model()->rowCount(), 3);
        pane.setCurrentResult(u"b"_s);
        QCOMPARE(filter->text(), u"mitte"_s);
        filter->clear();
        QTRY_COMPARE(visibleGrid(pane)->model()->rowCount(), 3);
    }

    void oneColumnIsFilteredUntilTheFilterIsEmptied()
    {
        ResultsPane pane;
        pane.resize(1100, 400);
        const auto store = shopStore();
        feed(*store, {{.shop = "1", .orders = 5}, {.shop = "5", .orders = 1}});
        pane.setResult(streamingView(u"r"_s, store));
        QVERIFY(showActive(pane));
        QTRY_VERIFY(visibleGrid(pane) && visibleGrid(pane)->model()->rowCount() == 2);
        auto* filter = pane.findChild<QLineEdit*>(u"resultFilter"_s);
        Q_EMIT visibleGrid(pane)->filterByColumnRequested(1);
        QVERIFY(filter->hasFocus());
        QCOMPARE(filter->placeholderText(), u"Filter orders"_s);
        QTest::keyClicks(filter, u"5"_s);
        QTRY_COMPARE(columnTexts(*visibleGrid(pane), 0), (QStringList{u"1"_s}));
        filter->clear();
        QTRY_COMPARE(visibleGrid(pane)->model()->rowCount(), 2);
        QCOMPARE(filter->placeholderText(), u"Filter loaded rows"_s);
        QTest::keyClicks(filter, u"5"_s);
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY(!visibleGrid(pane)->gridModel()->isBusy());
        QCOMPARE(visibleGrid(pane)->model()->rowCount(), 2);
    }

    void exportsWhatIsShown()
    {
        const QTemporaryDir folder;
        ResultsPane pane;
        pane.resize(1100, 400);
        pane.setMode(ResultsPane::Mode::Changelog);
        pane.setResult(streamingView(u"r"_s, sampleChanges()));
        QVERIFY(showActive(pane));
        QTRY_VERIFY(visibleGrid(pane) && visibleGrid(pane)->model()->rowCount() == 7);
        std::shared_ptr<Operation> operation;
        connect(&pane, &ResultsPane::exportStarted, this,
            [&operation](const std::shared_ptr<Operation>& started) { operation = started; });
        QTest::mouseClick(pane.findChild<QToolButton*>(u"exportResult"_s), Qt::LeftButton);
        QMenu* menu = nullptr;
        QTRY_VERIFY((menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())));
        menu->actions().constFirst()->trigger();
        menu->close();
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = pane.findChild<QFileDialog*>(u"exportFile"_s)));
        const QString path = folder.filePath(u"out.csv"_s);
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
        QTRY_VERIFY(operation && operation->state() == Operation::State::Succeeded);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 8);
        QCOMPARE(lines.at(0).trimmed(), "op,shop,orders,revenue"_ba);
        QCOMPARE(lines.at(3).trimmed(), "-U,Altona,1,10.00"_ba);
    }

    void manyResultsDoNotPushTheBarApart()
    {
        ResultsPane pane;
        for (int i = 0; i < 40; ++i) {
            pane.setResult({.id = u"r%1"_s.arg(i),
                .title = u"CREATE TEMPORARY TABLE t%1"_s.arg(i),
                .number = i,
                .state = RunState::Done});
        }
        pane.setCurrentResult(u"r3"_s);
        pane.resize(700, 300);
        QVERIFY(showActive(pane));
        QVERIFY(pane.minimumSizeHint().width() < 700);
        QVERIFY(button(pane, u"r3"_s)->isVisible());
        int shown = 0;
        for (const ResultTabButton* tab : pane.findChildren<ResultTabButton*>()) {
            shown += tab->isVisible() ? 1 : 0;
            QVERIFY(!tab->isVisible() || tab->geometry().right() <= tab->parentWidget()->width());
        }
        QVERIFY(shown < 40);
    }
};

QTEST_MAIN(ResultsPaneTest)
#include "results_pane.moc"
