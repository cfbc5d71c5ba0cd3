// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actionregistry.h"
#include "app/editorcontroller.h"
#include "app/localflink.h"
#include "app/localseatunnel.h"
#include "app/mainwindow.h"
#include "app/program.h"
#include "app/scripttab.h"
#include "app/services.h"
#include "backends/seatunnel/seatunnelbackend.h"
#include "core/jobcontrol.h"
#include "core/jobsubmission.h"
#include "models/jobtablemodel.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/savepointledger.h"
#include "storage/settings.h"
#include "tests/support/await.h"
#include "widgets/editor/editorpage.h"
#include "widgets/editor/runbar.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/inventory/inventorydetail.h"
#include "widgets/inventory/inventorypage.h"
#include "widgets/inventory/inventorysheet.h"
#include "widgets/jobs/jobactionsheet.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/jobs/jobstable.h"
#include "widgets/jobs/restartsheet.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

void press(QWidget* button)
{
    QVERIFY(button && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

template <typename Child> Child* part(QWidget* of, const char* name)
{
    return of->findChild<Child*>(QString::fromLatin1(name));
}

} // namespace

/// The window on a real SeaTunnel: what one does to a job by clicking.
class SeaTunnelClicksLiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theStreamGoesOnFromItsSavepoint();
    void aMistakeStandsAtItsPlace();
    void aJobFails();
    void theServerIsLookedAt();

private:
    template <typename SheetType> SheetType* sheet() const { return m_program->window().findChild<SheetType*>(); }

    QAction* action(QLatin1StringView id) const { return m_program->window().actions().action(id); }

    JobsPage* page() const { return m_program->window().findChild<JobsPage*>(); }

    /// A tab with a template's text, under a name of its own.
    ScriptTab* open(const QString& templateFile, const QString& jobName);
    /// Presses Submit in the bar and in the sheet.
    void submit(ScriptTab* tab);
    JobKey jobNamed(const QString& name, const QString& state) const;

    std::unique_ptr<Program> m_program;
    std::unique_ptr<Connection> m_connection; ///< to look with, beside the window
    QString m_connectionId;
    SavepointLedger* m_ledger = nullptr;
    QStringList m_jobs;
};

void SeaTunnelClicksLiveTest::init()
{
    // A run before this one may have left its connections and its ledger here.
    QVERIFY(QDir(QFileInfo(Database::defaultFile()).absolutePath()).removeRecursively());
    QVERIFY(QDir(QFileInfo(Settings::defaultFile()).absolutePath()).removeRecursively());
    QFile file(qEnvironmentVariable("MILLRACE_LIVE_SEATUNNEL_JSON"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject live = QJsonDocument::fromJson(file.readAll()).object();
    const seatunnel::SeaTunnelBackend backend;
    ConnectionProfile profile{.name = u"live"_s, .system = backend.id(), .values = backend.form().defaults()};
    profile.values.insert(QString(seatunnel::fields::v1), live.value("v1"_L1).toString());
    m_connection = backend.connect(profile, {});
    auto services = Services::open();
    services->localFlink = std::make_unique<LocalFlink>(QString());
    services->localSeaTunnel.reset();
    profile.name = services->connections->freeName(profile.name);
    const auto saved = services->connections->save(profile);
    QVERIFY(saved);
    m_connectionId = saved->id;
    m_ledger = services->ledger.get();
    m_program = std::make_unique<Program>(*qApp, std::move(services));
    m_program->show({});
    m_program->window().resize(1440, 900);
    QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
}

void SeaTunnelClicksLiveTest::cleanup()
{
    m_program.reset();
    for (const QString& id : std::exchange(m_jobs, {})) {
        await(m_connection->jobControl()->cancel(id, {}, {}));
    }
    m_connection.reset();
}

ScriptTab* SeaTunnelClicksLiveTest::open(const QString& templateFile, const QString& jobName)
{
    for (const JobTemplate& each : m_connection->jobSubmission()->templates()) {
        if (each.fileName == templateFile) {
            QString text = each.text;
            text.replace(u"fake-to-console-streaming"_s, jobName);
            ScriptTab* tab = m_program->editors().newTab(text, each.fileName);
            tab->setConnection(m_connectionId);
            return tab;
        }
    }
    return nullptr;
}

void SeaTunnelClicksLiveTest::submit(ScriptTab* tab)
{
    QTRY_VERIFY(tab->page()->runBar()->state().submits);
    press(part<QPushButton>(tab->page()->runBar(), "run"));
    QTRY_VERIFY(sheet<InventorySheet>());
    press(part<QPushButton>(sheet<InventorySheet>(), "sheetGo"));
}

JobKey SeaTunnelClicksLiveTest::jobNamed(const QString& name, const QString& state) const
{
    const auto* model = qobject_cast<const JobTableModel*>(page()->table()->model());
    for (int row = 0; row < model->rowCount(); ++row) {
        const JobRow* job = model->job(row);
        if (job && job->job.name == name && toId(job->job.state) == state) {
            return job->key;
        }
    }
    return {};
}

/// Submitted as HOCON, watched, stopped with a savepoint, restarted from the ledger, cancelled: each by its click.
void SeaTunnelClicksLiveTest::theStreamGoesOnFromItsSavepoint()
{
    const QString name = u"clicked%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
    ScriptTab* tab = open(u"fake-to-console-streaming.conf"_s, name);
    QVERIFY(tab);
    submit(tab);
    QTRY_VERIFY_WITH_TIMEOUT(!jobNamed(name, u"running"_s).isEmpty(), 60000);
    const JobKey job = jobNamed(name, u"running"_s);
    m_jobs << job.jobId;

    const auto stop = [&](bool withSavepoint) {
        page()->setCurrentJob(job);
        QTRY_VERIFY_WITH_TIMEOUT(action("jobs.stop"_L1)->isEnabled(), 30000);
        action("jobs.stop"_L1)->trigger();
        auto* opened = sheet<JobActionSheet>();
        QVERIFY(opened);
        if (!withSavepoint) {
            auto* way = part<QWidget>(opened, "stopWay");
            QVERIFY(way);
            QTest::mouseClick(way, Qt::LeftButton, {}, {way->sizeHint().width() - 12, way->height() / 2});
        }
        press(part<QPushButton>(opened, "sheetGo"));
        auto* leave = part<QPushButton>(opened, "sheetLeave");
        QTRY_COMPARE_WITH_TIMEOUT(leave->text(), u"Close"_s, 60000);
        press(leave);
        QTRY_VERIFY(!sheet<JobActionSheet>());
    };
    stop(true);
    QTRY_VERIFY_WITH_TIMEOUT(jobNamed(name, u"running"_s).isEmpty(), 30000);
    const auto taken = m_ledger->entries({.connectionId = m_connectionId, .jobId = job.jobId});
    QVERIFY(taken && taken->size() == 1);
    QVERIFY(taken->front().sql.contains(name));

    page()->setCurrentJob(job);
    QTRY_VERIFY(action("jobs.restart"_L1)->isEnabled());
    action("jobs.restart"_L1)->trigger();
    QTRY_VERIFY(sheet<RestartSheet>());
    auto* restart = part<QPushButton>(sheet<RestartSheet>(), "sheetGo");
    QVERIFY(restart);
    QTRY_VERIFY_WITH_TIMEOUT(restart->isEnabled(), 30000);
    press(restart);
    QTRY_COMPARE_WITH_TIMEOUT(jobNamed(name, u"running"_s), job, 60000); // under its id
    stop(false);
    QTRY_COMPARE_WITH_TIMEOUT(jobNamed(name, u"cancelled"_s), job, 30000);
}

void SeaTunnelClicksLiveTest::aMistakeStandsAtItsPlace()
{
    ScriptTab* tab = open(u"fake-to-console-streaming.conf"_s, u"wrong"_s);
    QVERIFY(tab);
    const QString text = tab->editor()->text();
    tab->editor()->replaceRange(
        0, static_cast<int>(text.size()), QString(text).replace(u"FakeSource"_s, u"FakeSourcx"_s));
    submit(tab);
    QTRY_COMPARE_WITH_TIMEOUT(tab->problems().size(), 1U, 30000);
    const Problem problem = tab->problems().front();
    QVERIFY2(problem.message.contains(u"FakeSourcx"_s), qPrintable(problem.message));
    QCOMPARE(problem.range.begin, (TextPosition{10, 3}));
    QCOMPARE(problem.range.end, (TextPosition{10, 13}));
}

void SeaTunnelClicksLiveTest::aJobFails()
{
    const QString name = u"failing%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
    const QString text = uR"(env { job.name = "%1", job.mode = BATCH, job.retry.times = 0 }
source { FakeSource { result_table_name = a, row.num = 4, schema { fields { name = string } } } }
transform { Sql { source_table_name = a, result_table_name = b, query = "select cast(name as int) as n from a" } }
sink { Console { source_table_name = b } }
)"_s;
    ScriptTab* tab = m_program->editors().newTab(text.arg(name), u"failing.conf"_s);
    tab->setConnection(m_connectionId);
    submit(tab);
    QTRY_VERIFY_WITH_TIMEOUT(!jobNamed(name, u"failed"_s).isEmpty(), 60000);
    const auto* model = qobject_cast<const JobTableModel*>(page()->table()->model());
    const JobRow* job = model->job(model->rowOf(jobNamed(name, u"failed"_s)));
    QVERIFY2(job->job.failure.startsWith(u"NumberFormatException"_s), qPrintable(job->job.failure));
}

void SeaTunnelClicksLiveTest::theServerIsLookedAt()
{
    m_program->window().showFullPage(u"servers"_s);
    auto* inventory = m_program->window().findChild<InventoryPage*>();
    QVERIFY(inventory);
    auto* kinds = part<QAbstractItemView>(inventory, "inventoryKinds");
    QTRY_VERIFY_WITH_TIMEOUT(kinds && kinds->model() && kinds->model()->rowCount() >= 6, 30000);
    for (int row = 0; row < kinds->model()->rowCount(); ++row) {
        const QModelIndex index = kinds->model()->index(row, 0);
        QTest::mouseClick(kinds->viewport(), Qt::LeftButton, {}, kinds->visualRect(index).center());
        QTRY_COMPARE(kinds->currentIndex(), index);
    }
    // the last one encrypts: the form brings an example along
    QTRY_VERIFY(part<QAbstractButton>(inventory, "inventoryButton.encrypt-config"));
    press(part<QAbstractButton>(inventory, "inventoryButton.encrypt-config"));
    QTRY_VERIFY(sheet<InventorySheet>());
    press(part<QPushButton>(sheet<InventorySheet>(), "sheetGo"));
    auto* detail = m_program->window().findChild<InventoryDetail*>();
    QVERIFY(detail);
    QTRY_COMPARE_WITH_TIMEOUT(detail->partCount(), 1, 30000);
}

QTEST_MAIN(SeaTunnelClicksLiveTest)
#include "tst_seatunnelclicks.moc"
