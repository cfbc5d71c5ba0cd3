// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actionregistry.h"
#include "app/editorcontroller.h"
#include "app/localflink.h"
#include "app/localseatunnel.h"
#include "app/mainwindow.h"
#include "app/program.h"
#include "app/services.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/historystore.h"
#include "storage/savepointledger.h"
#include "storage/settings.h"
#include "tests/app/fakecluster.h"
#include "widgets/common/messagebar.h"
#include "widgets/jobs/jobactionsheet.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/jobs/jobstable.h"
#include "widgets/jobs/restartsheet.h"
#include "widgets/jobs/savepointspage.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// The whole program on a fake cluster with two jobs.
class Fixture {
public:
    explicit Fixture(Environment environment = Environment::Development, bool readOnly = false)
    {
        auto services = Services::open();
        services->localFlink = std::make_unique<LocalFlink>(QString());
        services->localSeaTunnel.reset();
        services->backends.add(std::make_unique<FakeClusterBackend>(cluster));
        ledger = services->ledger.get();
        history = services->history.get();
        cluster->jobs = {runningJob(u"1"_s, u"orders"_s), runningJob(u"2"_s, u"payments"_s)};
        connectionId =
            services->connections
                ->save({.name = u"shop"_s, .system = u"cluster"_s, .environment = environment, .readOnly = readOnly})
                ->id;
        program = std::make_unique<Program>(*qApp, std::move(services));
    }

    /// Shows the jobs with these rows selected.
    bool choose(const QStringList& ids)
    {
        program->show({});
        if (!QTest::qWaitForWindowExposed(&program->window())) {
            return false;
        }
        program->window().showFullPage(u"jobs"_s);
        if (!QTest::qWaitFor([this] { return page()->table()->model()->rowCount() == 2; })) {
            return false;
        }
        page()->setCurrentJob({connectionId, ids.front()});
        if (ids.size() > 1) {
            page()->table()->selectAll();
        }
        return page()->chosenJobs().size() == static_cast<std::size_t>(ids.size());
    }

    JobsPage* page() const { return program->window().findChild<JobsPage*>(); }

    QAction* action(QLatin1StringView id) const { return program->window().actions().action(id); }

    template <typename SheetType> SheetType* sheet() const { return program->window().findChild<SheetType*>(); }

    template <typename Child> static Child* part(QWidget* of, const char* name)
    {
        return of->findChild<Child*>(QString::fromLatin1(name));
    }

    static QString outcome(JobActionSheet* sheet, int row)
    {
        return part<QTableWidget>(sheet, "sheetList")->item(row, 2)->text();
    }

    std::vector<LedgerEntry> entries() const { return ledger->entries().value_or(std::vector<LedgerEntry>()); }

    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    SavepointLedger* ledger = nullptr;
    HistoryStore* history = nullptr;
    QString connectionId;
    std::unique_ptr<Program> program;
};

void click(QWidget* button)
{
    QVERIFY(button && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

class TestJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        QVERIFY(QDir(QFileInfo(Database::defaultFile()).absolutePath()).removeRecursively());
        QVERIFY(QDir(QFileInfo(Settings::defaultFile()).absolutePath()).removeRecursively());
    }

    void aSavepointGoesIntoTheLedger()
    {
        Fixture f;
        QVERIFY(f.choose({u"1"_s}));
        QTRY_VERIFY(f.action("jobs.savepoint"_L1)->isEnabled());
        f.action("jobs.savepoint"_L1)->trigger();
        auto* sheet = f.sheet<JobActionSheet>();
        QVERIFY(sheet && sheet->isVisible());
        QTest::keyClicks(f.part<QLineEdit>(sheet, "savepointTarget"), u"s3://bucket/sp"_s);
        click(f.part<QPushButton>(sheet, "sheetGo"));
        QTRY_VERIFY(f.outcome(sheet, 0).startsWith(u"file:/sp/savepoint-1"_s));
        QCOMPARE(f.cluster->done, QStringList{u"savepoint 1 to s3://bucket/sp"_s});
        QCOMPARE(f.entries().size(), std::size_t(1));
        QCOMPARE(f.entries().front().jobName, u"orders"_s);
        QCOMPARE(f.entries().front().connectionName, u"shop"_s);
        click(f.part<QPushButton>(sheet, "sheetLeave"));
        QTRY_VERIFY(!f.sheet<JobActionSheet>());
    }

    void productionWantsTheNameTyped()
    {
        Fixture f(Environment::Production);
        QVERIFY(f.choose({u"1"_s}));
        QTRY_VERIFY(f.action("jobs.stop"_L1)->isEnabled());
        f.action("jobs.stop"_L1)->trigger();
        auto* sheet = f.sheet<JobActionSheet>();
        QVERIFY(sheet);
        auto* go = f.part<QPushButton>(sheet, "sheetGo");
        auto* typed = f.part<QLineEdit>(sheet, "typedName");
        QTRY_VERIFY(typed->hasFocus());
        QVERIFY(!go->isEnabled());
        QTest::keyClicks(typed, u"order"_s);
        QVERIFY(!go->isEnabled());
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(f.cluster->done, QStringList());
        QTest::keyClicks(typed, u"s"_s);
        QVERIFY(go->isEnabled());
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_COMPARE(f.cluster->done, QStringList{u"stop 1"_s});
        QTRY_VERIFY(f.outcome(sheet, 0).contains(u"savepoint-1"_s));
    }

    void aJobWhoseSavepointFailsRunsOn()
    {
        Fixture f;
        f.cluster->savepointError = Error{.kind = ErrorKind::Http, .message = u"The folder cannot be written."_s};
        QVERIFY(f.choose({u"1"_s, u"2"_s}));
        QTRY_VERIFY(f.action("jobs.stop"_L1)->isEnabled());
        f.action("jobs.stop"_L1)->trigger();
        auto* sheet = f.sheet<JobActionSheet>();
        click(f.part<QPushButton>(sheet, "sheetGo"));
        for (const int row : {0, 1}) {
            QTRY_VERIFY(f.outcome(sheet, row).contains(u"runs on"_s));
            QVERIFY(f.outcome(sheet, row).contains(u"The folder cannot be written."_s));
        }
        QCOMPARE(f.cluster->find(u"1"_s)->state, JobState::Running);
        QCOMPARE(f.entries().size(), std::size_t(0));
        // What fails behind a closed sheet is said on the page.
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!f.sheet<JobActionSheet>());
        QVERIFY(f.page()->isVisible());
    }

    void manyAreStoppedTogether()
    {
        Fixture f;
        QVERIFY(f.choose({u"1"_s, u"2"_s}));
        QTRY_VERIFY(f.action("jobs.stop"_L1)->isEnabled());
        f.action("jobs.stop"_L1)->trigger();
        auto* sheet = f.sheet<JobActionSheet>();
        auto* way = f.part<QWidget>(sheet, "stopWay");
        way->setFocus();
        QTest::keyClick(way, Qt::Key_Right);
        click(f.part<QPushButton>(sheet, "sheetGo"));
        QTRY_COMPARE(f.cluster->done.size(), 2);
        QVERIFY(f.cluster->done.contains(u"cancel 1"_s) && f.cluster->done.contains(u"cancel 2"_s));
        QTRY_COMPARE(f.outcome(sheet, 1), u"stopped"_s);
    }

    void readOnlyConnectionsOfferNothing()
    {
        Fixture f(Environment::Development, true);
        QVERIFY(f.choose({u"1"_s}));
        QTRY_VERIFY(f.action("jobs.stop"_L1)->toolTip().contains(u"read-only"_s));
        for (const QLatin1StringView id : {"jobs.savepoint"_L1, "jobs.stop"_L1, "jobs.restart"_L1}) {
            QVERIFY(!f.action(id)->isEnabled());
        }
        QVERIFY(f.action("jobs.watch"_L1)->isEnabled());
    }

    void aJobIsRestartedFromItsLedger()
    {
        Fixture f;
        QVERIFY(f.ledger
                    ->record({.connectionId = f.connectionId,
                        .connectionName = u"shop"_s,
                        .system = u"cluster"_s,
                        .jobId = u"1"_s,
                        .jobName = u"orders"_s,
                        .sql = u"INSERT INTO t SELECT * FROM s"_s,
                        .location = u"file:/old"_s,
                        .takenAt = QDateTime::currentDateTimeUtc().addSecs(-60)})
                    .has_value());
        QVERIFY(f.choose({u"1"_s}));
        QTRY_VERIFY(f.action("jobs.restart"_L1)->isEnabled());
        f.action("jobs.restart"_L1)->trigger();
        QTRY_VERIFY(f.sheet<RestartSheet>());
        auto* sheet = f.sheet<RestartSheet>();
        auto* timeline = f.part<QAbstractItemView>(sheet, "savepointTimeline");
        QTRY_COMPARE(timeline->model()->rowCount(), 2); // now, and the old one
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Down);
        QCOMPARE(f.part<QLineEdit>(sheet, "restartPath")->text(), u"file:/old"_s);
        click(f.part<QPushButton>(sheet, "sheetGo"));
        QTRY_COMPARE(f.cluster->done.size(), 2);
        QCOMPARE(f.cluster->done.at(0), u"stop 1"_s);
        // Whatever the system's form begins with, state is dropped only when a person says so.
        QCOMPARE(f.cluster->done.at(1), u"submit from file:/old lossy=false: INSERT INTO t SELECT * FROM s"_s);
        QTRY_VERIFY(!f.sheet<RestartSheet>());
        QTRY_COMPARE(f.page()->currentJob().jobId, u"new2"_s);
        // The next start of the program knows it by the history.
        const auto history = f.history->page({.connectionId = f.connectionId});
        QVERIFY(history && !history->empty());
        QCOMPARE(history->front().jobId, u"new2"_s);
        QCOMPARE(history->front().statement, u"INSERT INTO t SELECT * FROM s"_s);
    }

    void aRestartThatFailsSaysWhereTheStateIs()
    {
        Fixture f;
        f.cluster->submitError = Error{.kind = ErrorKind::Sql, .message = u"No such table."_s};
        f.cluster->known = {{.location = u"file:/chk-3"_s,
            .jobId = u"1"_s,
            .isCheckpoint = true,
            .takenAt = QDateTime::currentDateTimeUtc()}};
        QVERIFY(f.choose({u"1"_s}));
        ScriptTab* tab = f.program->editors().newTab(u"INSERT INTO t SELECT 1;"_s, u"orders.sql"_s);
        QVERIFY(tab);
        f.program->window().showFullPage(u"jobs"_s);
        QTRY_VERIFY(f.action("jobs.restart"_L1)->isEnabled());
        f.action("jobs.restart"_L1)->trigger();
        QTRY_VERIFY(f.sheet<RestartSheet>());
        auto* sheet = f.sheet<RestartSheet>();
        QTRY_VERIFY(f.part<QPushButton>(sheet, "sheetGo")->isEnabled());
        click(f.part<QPushButton>(sheet, "sheetGo"));
        auto* messages = sheet->findChild<MessageBar*>();
        QTRY_VERIFY(messages->hasMessage());
        QVERIFY(messages->message().text.contains(u"No such table."_s));
        QVERIFY(messages->message().text.contains(u"file:/sp/savepoint-1-1"_s));
        // It is stopped now: nothing is stopped again.
        f.action("jobs.refresh"_L1)->trigger();
        QTRY_VERIFY(!f.action("jobs.stop"_L1)->isEnabled());
        Q_EMIT f.ledger->changed();
        QTRY_COMPARE(f.part<QPushButton>(sheet, "sheetGo")->text(), u"Restart"_s);
        // What the server lists got into the ledger, and so did the savepoint of the stop.
        QCOMPARE(f.entries().size(), std::size_t(2));
    }

    void checkpointsThatWentWithTheirJobAreGone()
    {
        Fixture f;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const SavepointInfo taken{.location = u"file:/sp"_s, .jobId = u"1"_s, .takenAt = now};
        f.cluster->known = {
            taken, {.location = u"file:/chk-3"_s, .jobId = u"1"_s, .isCheckpoint = true, .takenAt = now.addSecs(-5)}};
        QVERIFY(f.choose({u"1"_s}));
        QTRY_COMPARE(f.entries().size(), std::size_t(2));
        f.cluster->known = {taken};
        f.cluster->jobs.front().state = JobState::Finished;
        f.action("jobs.refresh"_L1)->trigger();
        QTRY_VERIFY(!f.action("jobs.stop"_L1)->isEnabled());
        f.action("jobs.restart"_L1)->trigger();
        const auto gone = [&f] {
            return std::ranges::count(f.entries(), LedgerEntry::State::Gone, &LedgerEntry::state) == 1;
        };
        QTRY_VERIFY(gone());
    }

    void savepointsAreDisposedOf()
    {
        Fixture f;
        QVERIFY(f.ledger
                    ->record({.connectionId = f.connectionId,
                        .connectionName = u"shop"_s,
                        .system = u"cluster"_s,
                        .jobId = u"1"_s,
                        .jobName = u"orders"_s,
                        .location = u"file:/old"_s,
                        .takenAt = QDateTime::currentDateTimeUtc()})
                    .has_value());
        QVERIFY(f.choose({u"1"_s}));
        f.program->window().showFullPage(u"savepoints"_s);
        auto* page = f.program->window().findChild<SavepointsPage*>();
        auto* table = f.part<QTableView>(page, "savepointsTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        click(f.part<QPushButton>(page, "ledgerDispose"));
        auto* sheet = f.sheet<JobActionSheet>();
        QVERIFY(sheet);
        click(f.part<QPushButton>(sheet, "sheetGo"));
        QTRY_COMPARE(f.cluster->done, QStringList{u"dispose file:/old"_s});
        QTRY_COMPARE(f.entries().front().state, LedgerEntry::State::Disposed);
    }

    void whatIsWatchedIsRemembered()
    {
        {
            Fixture f;
            QVERIFY(f.choose({u"2"_s}));
            f.action("jobs.watch"_L1)->trigger();
            QVERIFY(f.action("jobs.watch"_L1)->isChecked());
            QVERIFY(f.program->window().close());
        }
        const Settings settings;
        QVERIFY(settings.value(u"jobs.watched"_s).isArray());
    }
};

QTEST_MAIN(TestJobs)
#include "tst_jobs.moc"
