// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/guitest.h"
#include "widgets/jobs/diffview.h"
#include "widgets/jobs/jobactionsheet.h"
#include "widgets/jobs/restartsheet.h"
#include "widgets/jobs/savepointtimeline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

template <typename Child> Child* part(QWidget& of, const char* name)
{
    return of.findChild<Child*>(QString::fromLatin1(name));
}

LedgerEntry entry(qint64 id, const QString& location, const QString& sql)
{
    return {.id = id, .sql = sql, .location = location, .takenAt = QDateTime::currentDateTimeUtc().addSecs(-60 * id)};
}

struct Host {
    Host()
    {
        applyTheme(*qApp, {.mode = ThemeMode::Light});
        page.resize(1200, 800);
    }

    QWidget page;
};

} // namespace

class TestJobSheets : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { failOnWarnings(); }

    void theSheetListsWhatItIsDoneTo()
    {
        Host host;
        auto* sheet = new JobActionSheet(JobSheetKind::Savepoint,
            {{.name = u"orders"_s, .connection = u"shop"_s},
                {.name = u"done"_s, .connection = u"shop"_s, .refusal = u"It has ended already."_s}},
            &host.page);
        QVERIFY(showActive(host.page));
        sheet->open();
        auto* list = part<QTableWidget>(*sheet, "sheetList");
        QCOMPARE(list->rowCount(), 2);
        QCOMPARE(list->item(1, 2)->text(), u"It has ended already."_s);
        auto* go = part<QPushButton>(*sheet, "sheetGo");
        QCOMPARE(sheet->allowed(), std::vector<int>{0});
        QSignalSpy accepted(sheet, &JobActionSheet::accepted);
        QTest::mouseClick(go, Qt::LeftButton);
        QCOMPARE(accepted.count(), 1);
        QVERIFY(!go->isVisible());
        sheet->setOutcome(0, JobActionSheet::Outcome::Done, u"s3://sp"_s);
        auto* leave = part<QPushButton>(*sheet, "sheetLeave");
        QCOMPARE(leave->text(), u"Close"_s);
        QTest::mouseClick(leave, Qt::LeftButton);
        QVERIFY(sheet->isHidden());
    }

    void whatIsNotSupportedSaysWhy()
    {
        Host host;
        auto* sheet = new JobActionSheet(JobSheetKind::Stop, {{.name = u"orders"_s}}, &host.page);
        sheet->setLimits(
            {.stopUnsupported = u"This system stops without one."_s, .drainUnsupported = u"It cannot drain."_s}, {});
        QVERIFY(showActive(host.page));
        sheet->open();
        auto* drain = part<QCheckBox>(*sheet, "savepointDrain");
        QVERIFY(!drain->isEnabled());
        QCOMPARE(drain->toolTip(), u"It cannot drain."_s);
        QVERIFY(!sheet->choice().withSavepoint);
        QVERIFY(part<QPushButton>(*sheet, "sheetGo")->isEnabled());
    }

    void tabStaysInsideAndEscapeCloses()
    {
        Host host;
        QPushButton behind(u"behind"_s, &host.page);
        auto* sheet = new JobActionSheet(JobSheetKind::Stop, {{.name = u"orders"_s}}, &host.page);
        QVERIFY(showActive(host.page));
        sheet->open();
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
            QVERIFY(sheet->isAncestorOf(qApp->focusWidget()));
        }
        QSignalSpy closed(sheet, &Sheet::closed);
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void theTypedNameWakesTheButton()
    {
        Host host;
        auto* sheet = new RestartSheet({.jobName = u"orders"_s, .environment = Environment::Production}, &host.page);
        sheet->setEntries({entry(1, u"s3://a"_s, u"INSERT INTO t SELECT 1"_s)}, QDateTime::currentDateTimeUtc());
        QVERIFY(showActive(host.page));
        sheet->open();
        auto* go = part<QPushButton>(*sheet, "sheetGo");
        auto* typed = part<QLineEdit>(*sheet, "typedName");
        QVERIFY(!go->isEnabled());
        QTest::keyClicks(typed, u"order"_s);
        QVERIFY(!go->isEnabled());
        QTest::keyClicks(typed, u"s"_s);
        QVERIFY(go->isEnabled());
        QSignalSpy accepted(sheet, &RestartSheet::accepted);
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
        QVERIFY(!go->isEnabled());
        sheet->setFailed({.kind = ErrorKind::Http, .message = u"No."_s});
        QVERIFY(go->isEnabled());
    }

    void theChoiceFollowsTheTimeline()
    {
        Host host;
        auto* sheet = new RestartSheet(
            {.jobName = u"orders"_s, .runs = true, .texts = {{.name = u"orders.sql"_s, .text = u"a\nb\nc"_s}}},
            &host.page);
        sheet->setEntries(
            {entry(1, u"s3://new"_s, u"a\nb"_s), entry(2, u"s3://old"_s, u"a"_s)}, QDateTime::currentDateTimeUtc());
        QVERIFY(showActive(host.page));
        sheet->open();
        sheet->setKnownSql(u"a\nb"_s);
        QVERIFY(sheet->choice().fromNow);
        auto* timeline = part<SavepointTimeline>(*sheet, "savepointTimeline");
        QCOMPARE(timeline->model()->rowCount(), 3);
        sheet->choose(u"s3://old"_s);
        QCOMPARE(sheet->choice().location, u"s3://old"_s);
        QVERIFY(!sheet->choice().fromNow);
        QCOMPARE(sheet->choice().sql, u"a"_s);
        part<QComboBox>(*sheet, "restartText")->setCurrentIndex(1);
        QCOMPARE(sheet->choice().sql, u"a\nb\nc"_s);
        const auto* diff = part<DiffView>(*sheet, "diffView");
        QCOMPARE(diff->diff().added, 2);
        QCOMPARE(diff->diff().removed, 0);
        auto* path = part<QLineEdit>(*sheet, "restartPath");
        path->selectAll();
        QTest::keyClicks(path, u"hdfs://typed"_s);
        QCOMPARE(sheet->choice().location, u"hdfs://typed"_s);
        // New entries of the server leave the choice alone.
        sheet->setEntries(
            {entry(3, u"s3://newest"_s, u"a"_s), entry(2, u"s3://old"_s, u"a"_s)}, QDateTime::currentDateTimeUtc());
        QCOMPARE(timeline->chosen()->id, 2);
        QCOMPARE(sheet->choice().location, u"hdfs://typed"_s);
    }

    void failedCheckpointsCannotBeChosen()
    {
        Host host;
        auto* sheet = new RestartSheet({.jobName = u"orders"_s}, &host.page);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        sheet->setEntries({entry(1, u"s3://a"_s, u"a"_s), entry(4, u"s3://b"_s, u"a"_s)}, now);
        sheet->setFailedCheckpoints({{.id = 7,
                                         .state = Checkpoint::State::Failed,
                                         .triggeredAt = now.addSecs(-120),
                                         .failure = u"Expired before completing."_s},
            {.id = 9, .state = Checkpoint::State::Failed, .triggeredAt = now}});
        QVERIFY(showActive(host.page));
        sheet->open();
        auto* timeline = part<SavepointTimeline>(*sheet, "savepointTimeline");
        QCOMPARE(timeline->model()->rowCount(), 4);
        QCOMPARE(sheet->choice().location, u"s3://a"_s);
        const QModelIndex failed = timeline->model()->index(2, 0);
        QVERIFY(failed.data(Qt::ToolTipRole).toString().contains("Expired before completing."_L1));
        QVERIFY(!failed.flags().testFlag(Qt::ItemIsSelectable));
        QTest::mouseClick(timeline->viewport(), Qt::LeftButton, {}, timeline->visualRect(failed).center());
        QCOMPARE(sheet->choice().location, u"s3://a"_s);
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Down);
        QCOMPARE(sheet->choice().location, u"s3://b"_s);
        timeline->setShow(SavepointTimeline::Show::Savepoints);
        QCOMPARE(timeline->model()->rowCount(), 2);
    }

    void bothTextsAreComparedOnceTheChoiceRests()
    {
        Host host;
        auto* sheet = new RestartSheet(
            {.jobName = u"orders"_s, .texts = {{.name = u"orders.sql"_s, .text = u"new"_s}}}, &host.page);
        QSignalSpy wanted(sheet, &RestartSheet::plansWanted);
        sheet->setEntries(
            {entry(1, u"s3://a"_s, u"first"_s), entry(2, u"s3://b"_s, u"second"_s)}, QDateTime::currentDateTimeUtc());
        QVERIFY(showActive(host.page));
        sheet->open();
        auto* timeline = part<SavepointTimeline>(*sheet, "savepointTimeline");
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Down);
        part<QComboBox>(*sheet, "restartText")->setCurrentIndex(1);
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().at(0).toString(), u"second"_s);
        QCOMPARE(wanted.front().at(1).toString(), u"new"_s);
        auto* verdict = part<QLabel>(*sheet, "restartVerdict");
        auto* go = part<QPushButton>(*sheet, "sheetGo");
        sheet->comparison()->setPlansBusy(u"Having it explained…"_s);
        QVERIFY(verdict->text().contains("explained"_L1));
        QVERIFY(go->isEnabled());
        const auto plan = [](const QString& key) {
            return Graph{.nodes = {{.id = u"1"_s,
                             .type = u"GroupAggregate"_s,
                             .title = u"GroupAggregate"_s,
                             .properties = {{u"groupBy"_s, key}}}},
                .edges = {}};
        };
        sheet->comparison()->setPlans({plan(u"[shop]"_s), plan(u"[day]"_s)});
        QVERIFY2(verdict->text().contains("Incompatible:"_L1), qPrintable(verdict->text()));
        const auto* table = part<QTableView>(*sheet, "stateAdvice");
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(go->isEnabled());
        QTest::mouseClick(part<QPushButton>(*sheet, "restartPlans"), Qt::LeftButton);
        QVERIFY(sheet->findChild<QWidget*>(u"planDiffView"_s)->isVisible());
        sheet->comparison()->setPlansUnknown(u"nobody knows."_s);
        QVERIFY(verdict->isVisible());
        QVERIFY2(verdict->text().contains("Unknown:"_L1), qPrintable(verdict->text()));
        QVERIFY(go->isEnabled());
    }

    void withoutSqlThereIsNothingToStart()
    {
        Host host;
        auto* sheet = new RestartSheet({.jobName = u"orders"_s}, &host.page);
        sheet->setEntries({entry(1, u"s3://a"_s, {})}, QDateTime::currentDateTimeUtc());
        QVERIFY(showActive(host.page));
        sheet->open();
        QVERIFY(!part<QPushButton>(*sheet, "sheetGo")->isEnabled());
    }
};

QTEST_MAIN(TestJobSheets)
#include "jobs_sheets.moc"
