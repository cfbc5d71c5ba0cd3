// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "resultfixture.h"
#include "widgets/common/messagebar.h"
#include "widgets/results/recordpanel.h"
#include "widgets/results/resultpage.h"

#include <QClipboard>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QToolButton>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// The text of the message bar that is shown, if any.
QString notice(const QWidget& page)
{
    for (const MessageBar* bar : page.findChildren<MessageBar*>()) {
        if (bar->isVisible() && bar->hasMessage()) {
            return bar->message().text;
        }
    }
    return {};
}

} // namespace

class ResultsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init() { failOnWarnings(); }

    void theTableFollowsItsChangelog()
    {
        ResultPage page;
        page.resize(1100, 400);
        const auto store = shopStore();
        page.setView(streamingView(u"r"_s, store));
        QVERIFY(showActive(page));
        feed(*store, {{.shop = "a", .orders = 1}, {.shop = "b", .orders = 1}});
        ResultGrid* grid = nullptr;
        QTRY_VERIFY((grid = visibleGrid(page)));
        QTRY_COMPARE(columnTexts(*grid, 0), (QStringList{u"a"_s, u"b"_s}));
        // From the first retraction on rows are changes of a table.
        feed(*store, {{.kind = RowKind::Delete, .shop = "a", .orders = 1}, {.shop = "c", .orders = 1}});
        QTRY_COMPARE(columnTexts(*grid, 0), (QStringList{u"b"_s, u"c"_s}));
        page.setMode(ResultsPane::Mode::Changelog);
        grid = visibleGrid(page);
        QTRY_COMPARE(columnTexts(*grid, GridModel::Op), (QStringList{u"+I"_s, u"+I"_s, u"-D"_s, u"+I"_s}));
    }

    void pausingHoldsStillAndLosesNothing()
    {
        ResultPage page;
        page.resize(1100, 400);
        const auto store = shopStore();
        page.setMode(ResultsPane::Mode::Changelog);
        page.setView(streamingView(u"r"_s, store));
        QVERIFY(showActive(page));
        feed(*store, {{.shop = "a", .orders = 1}, {.shop = "b", .orders = 1}});
        QTRY_VERIFY(visibleGrid(page));
        ResultGrid* grid = visibleGrid(page);
        QTRY_COMPARE(grid->model()->rowCount(), 2);
        QSignalSpy paused(&page, &ResultPage::pausedChanged);
        page.setPaused(true);
        feed(*store, {{.shop = "c", .orders = 1}});
        QTRY_COMPARE(page.receivedRows(), 3);
        QCOMPARE(grid->model()->rowCount(), 2);
        page.setPaused(false);
        QCOMPARE(grid->model()->rowCount(), 3);
        QCOMPARE(paused.count(), 2);
    }

    void theSliderGoesBackInOrderOfArrival()
    {
        ResultPage page;
        page.resize(1100, 400);
        page.setMode(ResultsPane::Mode::Changelog);
        page.setView(streamingView(u"r"_s, sampleChanges()));
        QVERIFY(showActive(page));
        auto* slider = page.findChild<QSlider*>(u"arrivalSlider"_s);
        QVERIFY(slider);
        QTRY_COMPARE(slider->maximum(), 7);
        ResultGrid* grid = visibleGrid(page);
        QTRY_COMPARE(grid->model()->rowCount(), 7);
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Left);
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(grid->model()->rowCount(), 5);
        QVERIFY(page.isPaused());
        page.setMode(ResultsPane::Mode::Table);
        QTRY_VERIFY(visibleGrid(page)
            && columnTexts(*visibleGrid(page), 0) == (QStringList{u"Altona"_s, u"Mitte"_s, u"NULL"_s}));
        QTRY_COMPARE(columnTexts(*visibleGrid(page), 1), (QStringList{u"2"_s, u"1"_s, u"7"_s}));
        QTest::mouseClick(page.findChild<QToolButton*>(u"firstChange"_s), Qt::LeftButton);
        QTRY_COMPARE(columnTexts(*visibleGrid(page), 1), (QStringList{u"1"_s}));
        slider->setValue(slider->maximum());
        QVERIFY(!page.isPaused());
        QTRY_COMPARE(columnTexts(*visibleGrid(page), 1), (QStringList{u"2"_s, u"2"_s, u"7"_s}));
    }

    void theRecordShowsTheChangeAndItsHistory()
    {
        ResultPage page;
        page.resize(1100, 400);
        page.setMode(ResultsPane::Mode::Changelog);
        page.setView(streamingView(u"r"_s, sampleChanges()));
        QVERIFY(showActive(page));
        QTRY_VERIFY(visibleGrid(page) && visibleGrid(page)->model()->rowCount() == 7);
        ResultGrid* grid = visibleGrid(page);
        auto* record = page.findChild<RecordPanel*>();
        QVERIFY(!record->isVisible());
        grid->setCurrentIndex(grid->model()->index(3, 4));
        QVERIFY(record->isVisible());
        auto* fields = record->findChild<QListView*>(u"recordFields"_s);
        QCOMPARE(fields->model()->rowCount(), 3);
        QCOMPARE(fields->currentIndex().row(), 1);
        QVERIFY(fields->model()->index(1, 0).data(RecordModel::ChangedRole).toBool());
        QTest::keyClick(fields, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"2"_s);
        auto* history = record->findChild<QPushButton*>(u"rowHistory"_s);
        QTRY_VERIFY(history->isVisible());
        QTest::mouseClick(history, Qt::LeftButton);
        QTRY_COMPARE(columnTexts(*grid, 3), (QStringList{u"Altona"_s, u"Altona"_s, u"Altona"_s}));
        QTRY_VERIFY(notice(page).contains(u"shop = Altona"_s));
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_F7);
        QVERIFY(!record->isVisible());
        QTest::keyClick(grid, Qt::Key_F7);
        QVERIFY(record->isVisible());
    }

    void historyFromTheTableAsksForTheChangelog()
    {
        ResultPage page;
        page.resize(1100, 400);
        page.setView(streamingView(u"r"_s, sampleChanges()));
        connect(&page, &ResultPage::modeWanted, &page, &ResultPage::setMode);
        QVERIFY(showActive(page));
        QTRY_VERIFY(visibleGrid(page) && visibleGrid(page)->model()->rowCount() == 3);
        visibleGrid(page)->setCurrentIndex(visibleGrid(page)->model()->index(1, 0));
        auto* history = page.findChild<QPushButton*>(u"rowHistory"_s);
        QTRY_VERIFY(history->isVisible());
        QTest::mouseClick(history, Qt::LeftButton);
        QTRY_COMPARE(columnTexts(*visibleGrid(page), 3), (QStringList{u"Mitte"_s, u"Mitte"_s, u"Mitte"_s}));
    }

    void aFilterKeepsUpWithTheStream()
    {
        ResultPage page;
        page.resize(1100, 400);
        const auto store = shopStore();
        page.setMode(ResultsPane::Mode::Changelog);
        page.setView(streamingView(u"r"_s, store));
        QVERIFY(showActive(page));
        feed(*store, {{.shop = "Altona", .orders = 1}, {.shop = "Mitte", .orders = 1}});
        QTRY_VERIFY(visibleGrid(page) && visibleGrid(page)->model()->rowCount() == 2);
        page.setFilter(u"alt"_s);
        QTRY_COMPARE(columnTexts(*visibleGrid(page), 3), (QStringList{u"Altona"_s}));
        feed(*store, {{.shop = "Altmarkt", .orders = 1}, {.shop = "Mitte", .orders = 1}});
        QTRY_COMPARE(columnTexts(*visibleGrid(page), 3), (QStringList{u"Altona"_s, u"Altmarkt"_s}));
        page.setFilter({});
        QTRY_COMPARE(visibleGrid(page)->model()->rowCount(), 4);
    }

    void hiddenItReadsNothing()
    {
        ResultPage hidden;
        ResultPage seen;
        hidden.setView(streamingView(u"hidden"_s, shopStore()));
        const auto store = shopStore();
        hidden.setView(streamingView(u"r"_s, store));
        seen.setView(streamingView(u"r2"_s, shopStore()));
        QVERIFY(showActive(seen));
        const auto other = shopStore();
        seen.setView(streamingView(u"r3"_s, other));
        QSignalSpy arrived(&hidden, &ResultPage::rowsArrived);
        feed(*store, {{.shop = "a", .orders = 1}});
        feed(*other, {{.shop = "a", .orders = 1}});
        // By the time that the one in sight has its row, the other would have had it too.
        QTRY_COMPARE(seen.receivedRows(), 1);
        QCOMPARE(arrived.count(), 0);
        QVERIFY(showActive(hidden));
        QTRY_COMPARE(hidden.receivedRows(), 1);
    }

    void errorsStandAboveTheRows()
    {
        ResultPage page;
        page.resize(900, 300);
        RunResultView view = streamingView(u"r"_s, sampleChanges());
        page.setView(view);
        QVERIFY(showActive(page));
        QCOMPARE(notice(page), QString());
        view.state = RunState::Failed;
        view.error = Error{.kind = ErrorKind::Sql, .message = u"The job was cancelled by its owner."_s};
        page.setView(view);
        QCOMPARE(notice(page), view.error->message);
        QVERIFY(visibleGrid(page));
        QSignalSpy triggered(&page, &ResultPage::actionTriggered);
        for (QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->text() == u"Run Again"_s) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(triggered.count(), 1);
        QCOMPARE(triggered.at(0).at(0).toString(), u"rerun"_s);
    }

    void theCapIsSaid()
    {
        ResultPage page;
        RunResultView view = streamingView(u"r"_s, sampleChanges());
        view.state = RunState::Done;
        view.cap = 7;
        view.capped = true;
        page.setView(view);
        QVERIFY(showActive(page));
        QVERIFY(notice(page).contains(u"row cap of 7"_s));
    }

    void oneLongTextIsShownWhole()
    {
        ResultPage page;
        auto store = std::make_shared<ResultStore>();
        ResultSchema schema = shopSchema();
        schema.columns.resize(1);
        store->begin(schema);
        RowBatch batch(schema.columns);
        QVERIFY(batch.appendText(0, "== Physical Plan ==\nCalc\n+- Source"));
        batch.endRow(RowKind::Insert);
        store->append(std::move(batch));
        page.setView({.id = u"r"_s, .state = RunState::Done, .store = store});
        QVERIFY(showActive(page));
        auto* text = page.findChild<QPlainTextEdit*>(u"resultText"_s);
        QTRY_VERIFY(text->isVisible());
        QVERIFY(text->toPlainText().startsWith(u"== Physical Plan ==\nCalc"_s));
        page.copy();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"+- Source"_s));
    }
};

QTEST_MAIN(ResultsPageTest)
#include "results_page.moc"
