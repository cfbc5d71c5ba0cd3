// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "widgets/panels/apicallsview.h"
#include "widgets/panels/historyview.h"
#include "widgets/panels/logview.h"
#include "widgets/panels/problemsview.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

Problem problem(ProblemSeverity severity, int line, const QString& message)
{
    return {.file = u"a.sql"_s, .severity = severity, .message = message, .range = {{line, 3}, {line, 9}}};
}

void clickRow(QTableView& table, int row, int column = 1)
{
    QTest::mouseClick(
        table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(row, column)).center());
}

} // namespace

class PanelsListsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init() { failOnWarnings(); }

    void problemsAreActivatedFilteredAndFixed()
    {
        ProblemsModel model;
        ProblemsView view;
        view.resize(1000, 300);
        view.setModel(&model);
        QVERIFY(showActive(view));
        auto* table = view.findChild<QTableView*>(u"problems"_s);
        QVERIFY(!table->isVisible());
        Problem fixable = problem(ProblemSeverity::Warning, 6, u"A password stands in the options."_s);
        fixable.fix = u"Use variable"_s;
        model.setProblems(u"d1"_s, ProblemOrigin::Offline, {problem(ProblemSeverity::Error, 4, u"e"_s), fixable});
        model.setProblems(u"d2"_s, ProblemOrigin::Offline, {problem(ProblemSeverity::Note, 1, u"n"_s)});
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 3);
        QSignalSpy activated(&view, &ProblemsView::problemActivated);
        clickRow(*table, 0);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.at(0).at(0).value<Problem>().message, u"e"_s);
        clickRow(*table, 2);
        QTest::mouseDClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(2, 1)).center());
        QCOMPARE(activated.count(), 2);
        QSignalSpy fixed(&view, &ProblemsView::fixRequested);
        clickRow(*table, 1, ProblemsModel::Fix);
        QCOMPARE(fixed.count(), 1);
        QTest::keyClick(table, Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(fixed.count(), 2);
        QCOMPARE(activated.count(), 2);
        QTest::mouseClick(view.findChild<QPushButton*>(u"showErrors"_s), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 2);
        view.setCurrentDocument(u"d2"_s);
        view.findChild<QComboBox*>(u"problemScope"_s)->setCurrentIndex(1);
        QCOMPARE(table->model()->rowCount(), 1);
        view.setCurrentDocument(u"d1"_s);
        QCOMPARE(table->model()->index(0, ProblemsModel::Message).data().toString(), fixable.message);
    }

    void theRootCauseAndTheStack()
    {
        ProblemsModel model;
        ProblemsView view;
        view.resize(1000, 300);
        view.setModel(&model);
        Problem failed = problem(ProblemSeverity::Error, 1, u"Table x does not exist."_s);
        failed.documentId = u"d"_s;
        failed.rootCause = u"Object 'x' not found"_s;
        failed.stack = u"at a\nat b\nat c\n"_s;
        model.setProblems(u"d"_s, ProblemOrigin::Engine, {failed});
        QVERIFY(showActive(view));
        auto* stackButton = view.findChild<QPushButton*>(u"problemStack"_s);
        QVERIFY(!stackButton->isVisible());
        view.select(failed);
        QVERIFY(view.currentProblem());
        QVERIFY(stackButton->isVisible());
        QVERIFY(stackButton->text().contains(u'3'));
        auto* stack = view.findChild<QPlainTextEdit*>(u"problemStackText"_s);
        QVERIFY(!stack->isVisible());
        QTest::mouseClick(stackButton, Qt::LeftButton);
        QVERIFY(stack->isVisible());
        QCOMPARE(stack->toPlainText(), failed.stack);
        QTest::mouseClick(view.findChild<QToolButton*>(u"copyProblem"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Object 'x' not found\n\nat a\nat b\nat c\n"_s);
        QVERIFY(!view.findChild<QPushButton*>(u"problemApiCall"_s)->isVisible());
        model.removeDocument(u"d"_s);
        QVERIFY(!view.currentProblem());
        QVERIFY(!stackButton->isVisible());
    }

    void theLogFollowsUntilOneScrollsAway()
    {
        MessageLogModel model;
        LogView view;
        view.resize(800, 200);
        view.setModel(&model);
        QVERIFY(showActive(view));
        auto* table = view.findChild<QTableView*>(u"log"_s);
        QScrollBar* bar = table->verticalScrollBar();
        for (int i = 0; i < 100; ++i) {
            model.append({.level = i % 10 ? MessageLevel::Info : MessageLevel::Error, .text = u"line %1"_s.arg(i)});
        }
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        QVERIFY(!view.isFollowing());
        model.append({.text = u"more"_s});
        QCoreApplication::processEvents();
        QCOMPARE(bar->value(), 0);
        view.setFollowing(true);
        QTRY_COMPARE(bar->value(), bar->maximum());
        auto* level = view.findChild<QComboBox*>(u"logLevel"_s);
        level->setCurrentIndex(level->count() - 1);
        QCOMPARE(table->model()->rowCount(), 10);
        QTest::keyClicks(view.findChild<QLineEdit*>(u"logFilter"_s), u"LINE 90"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QTest::mouseClick(view.findChild<QToolButton*>(u"copyLog"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"line 90"_s));
        QTest::mouseClick(view.findChild<QToolButton*>(u"clearLog"_s), Qt::LeftButton);
        QCOMPARE(model.rowCount(), 0);
    }

    void historyIsSearchedOpenedAndCopied()
    {
        HistoryModel model;
        HistoryView view;
        view.resize(900, 300);
        view.setModel(&model);
        QVERIFY(showActive(view));
        model.setRows({{.id = 2, .startedAt = QDateTime::currentDateTimeUtc(), .statement = u"SELECT 1"_s},
                          {.id = 1, .startedAt = QDateTime::currentDateTimeUtc(), .statement = u"SHOW TABLES"_s}},
            false);
        auto* table = view.findChild<QTableView*>(u"history"_s);
        QVERIFY(table->isVisible());
        QVERIFY(!table->isColumnHidden(HistoryModel::Connection));
        QSignalSpy searched(&view, &HistoryView::searchChanged);
        auto* search = view.findChild<QLineEdit*>(u"historySearch"_s);
        view.focusSearch();
        QTest::keyClicks(search, u"show"_s);
        QTRY_COMPARE(searched.count(), 1);
        QCOMPARE(searched.at(0).at(0).toString(), u"show"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Down);
        QSignalSpy opened(&view, &HistoryView::openRequested);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.at(0).at(0).value<HistoryRow>().statement, u"SHOW TABLES"_s);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"SHOW TABLES"_s);
        view.resize(268, 300);
        QTRY_VERIFY(table->isColumnHidden(HistoryModel::Connection));
        model.clear();
        QVERIFY(!table->isVisible());
    }

    void callsShowTheirAnswersAndCopyAsCurl()
    {
        ApiCallModel model;
        ApiCallsView view;
        view.resize(1000, 300);
        view.setModel(&model);
        QVERIFY(showActive(view));
        for (int i = 0; i < 60; ++i) {
            model.append({.id = i,
                .method = u"POST"_s,
                .url = u"http://127.0.0.1:8083/v4/sessions/%1"_s.arg(i),
                .requestBody = u"{\"sessionName\":\"x\"}"_s,
                .status = i == 7 ? 500 : 200,
                .responsePreview = u"{\"sessionHandle\":\"%1\"}"_s.arg(i)});
        }
        auto* table = view.findChild<QTableView*>(u"apiCalls"_s);
        QTRY_COMPARE(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());
        QVERIFY(!view.currentCall());
        QVERIFY(!view.findChild<QToolButton*>(u"copyAsCurl"_s)->isEnabled());
        QTest::mouseClick(view.findChild<QToolButton*>(u"failedCalls"_s), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 1);
        clickRow(*table, 0);
        QVERIFY(view.currentCall());
        QCOMPARE(view.currentCall()->id, 7);
        QVERIFY(view.findChild<QPlainTextEdit*>(u"apiResponse"_s)->toPlainText().contains(u"\"7\""_s));
        QVERIFY(view.findChild<QPlainTextEdit*>(u"apiRequest"_s)->toPlainText().contains(u"sessionName"_s));
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"curl "_s));
        QVERIFY(view.select(59));
        QCOMPARE(view.currentCall()->id, 59);
        QVERIFY(!view.select(1234));
        model.clear();
        QVERIFY(!view.currentCall());
    }
};

QTEST_MAIN(PanelsListsTest)
#include "panels_lists.moc"
