// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actionregistry.h"
#include "app/editorcontroller.h"
#include "app/localflink.h"
#include "app/localseatunnel.h"
#include "app/mainwindow.h"
#include "app/program.h"
#include "app/scripttab.h"
#include "app/services.h"
#include "backends/flink/flinkbackend.h"
#include "core/jobcontrol.h"
#include "core/joblogs.h"
#include "models/jobtablemodel.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/savepointledger.h"
#include "storage/settings.h"
#include "tests/support/await.h"
#include "widgets/jobs/jobactionsheet.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/jobs/jobstable.h"
#include "widgets/jobs/restartsheet.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// Counts per key, at a few rows a second; checkpoints often.
const QString s_counting = uR"(SET 'execution.checkpointing.interval' = '1s';
SET 'pipeline.name' = '%1';
CREATE TEMPORARY TABLE src (k INT) WITH ('connector' = 'datagen', 'rows-per-second' = '20',
    'fields.k.min' = '0', 'fields.k.max' = '1');
CREATE TEMPORARY TABLE snk (k INT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = '%1');
INSERT INTO snk SELECT k, COUNT(*) FROM src GROUP BY k;
)"_s;

void press(QWidget* button)
{
    QVERIFY(button && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

/// The window on a real Flink: what one does to a job by clicking.
class JobClicksLiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theCountGoesOn();

private:
    template <typename SheetType> SheetType* sheet() const { return m_program->window().findChild<SheetType*>(); }

    QAction* action(QLatin1StringView id) const { return m_program->window().actions().action(id); }

    JobsPage* page() const { return m_program->window().findChild<JobsPage*>(); }

    template <typename Child> static Child* part(QWidget* of, const char* name)
    {
        return of->findChild<Child*>(QString::fromLatin1(name));
    }

    /// The job of this name that is listed in this state; empty when there is none.
    JobKey jobNamed(const QString& name, const QString& state) const;
    /// The highest count that a job printed for key 0.
    qint64 counted(const QString& identifier);
    /// The text that stands beside the job when its sheet is through; empty when it never is.
    QString actOn(QLatin1StringView actionId);

    std::unique_ptr<Program> m_program;
    std::unique_ptr<Connection> m_connection; ///< to look with, beside the window
    QString m_connectionId;
    SavepointLedger* m_ledger = nullptr;
    QStringList m_jobs;
};

void JobClicksLiveTest::init()
{
    // A run before this one may have left its connections and its ledger here.
    QVERIFY(QDir(QFileInfo(Database::defaultFile()).absolutePath()).removeRecursively());
    QVERIFY(QDir(QFileInfo(Settings::defaultFile()).absolutePath()).removeRecursively());
    QFile file(qEnvironmentVariable("MILLRACE_LIVE_FLINK_JSON"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject live = QJsonDocument::fromJson(file.readAll()).object();
    const flink::FlinkBackend backend;
    ConnectionProfile profile{.name = u"live"_s, .system = backend.id()};
    profile.values = backend.valuesForUrl(live.value("gateway"_L1).toString());
    profile.values.insert(QString(flink::fields::jobManager), live.value("jobManager"_L1).toString());
    m_connection = backend.connect(profile, {});
    auto services = Services::open();
    services->localFlink = std::make_unique<LocalFlink>(QString());
    services->localSeaTunnel.reset();
    const auto saved = services->connections->save(profile);
    QVERIFY(saved);
    m_connectionId = saved->id;
    m_ledger = services->ledger.get();
    m_program = std::make_unique<Program>(*qApp, std::move(services));
    m_program->show({});
    m_program->window().resize(1440, 900);
    QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
}

void JobClicksLiveTest::cleanup()
{
    m_program.reset();
    for (const QString& id : std::exchange(m_jobs, {})) {
        await(m_connection->jobControl()->cancel(id, {}, {}));
    }
    m_connection.reset();
}

JobKey JobClicksLiveTest::jobNamed(const QString& name, const QString& state) const
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

qint64 JobClicksLiveTest::counted(const QString& identifier)
{
    const auto sources = await(m_connection->jobLogs()->sources({}, {}));
    if (!sources || !*sources) {
        return -1;
    }
    qint64 most = 0;
    for (const LogSource& source : **sources) {
        if (!source.title.endsWith(".out"_L1) || !source.group.startsWith("TaskManager"_L1)) {
            continue;
        }
        const auto chunk = await(m_connection->jobLogs()->read(source, 0, 8 << 20, {}));
        if (!chunk || !*chunk) {
            return -1;
        }
        for (const QByteArray& line : (*chunk)->bytes.split('\n')) {
            if (line.startsWith(QByteArray(identifier.toUtf8() + "> +U[0, "))) {
                const QByteArray number = line.mid(line.indexOf(", ") + 2);
                most = std::max(most, number.left(number.indexOf(']')).toLongLong());
            }
        }
    }
    return most;
}

QString JobClicksLiveTest::actOn(QLatin1StringView actionId)
{
    if (!QTest::qWaitFor([&] { return action(actionId)->isEnabled(); }, 30000)) {
        return {};
    }
    action(actionId)->trigger();
    auto* opened = sheet<JobActionSheet>();
    if (!opened) {
        return {};
    }
    press(part<QPushButton>(opened, "sheetGo"));
    auto* leave = part<QPushButton>(opened, "sheetLeave");
    if (!QTest::qWaitFor([&] { return leave->text() == u"Close"_s; }, 90000)) {
        return {};
    }
    const QString outcome = part<QTableWidget>(opened, "sheetList")->item(0, 2)->text();
    press(leave);
    return QTest::qWaitFor([&] { return !sheet<JobActionSheet>(); }, 10000) ? outcome : QString();
}

/// Run, watched, savepointed, stopped with a savepoint and restarted from it, each by its click.
void JobClicksLiveTest::theCountGoesOn()
{
    const QString name = u"clicked%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
    ScriptTab* tab = m_program->editors().newTab(s_counting.arg(name), u"counts.sql"_s);
    QVERIFY(tab);
    tab->setConnection(m_connectionId);
    QTRY_VERIFY(action("run.script"_L1)->isEnabled());
    action("run.script"_L1)->trigger();
    m_program->window().showFullPage(u"jobs"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!jobNamed(name, u"running"_s).isEmpty(), 90000);
    const JobKey first = jobNamed(name, u"running"_s);
    m_jobs << first.jobId;
    page()->setCurrentJob(first);
    action("jobs.watch"_L1)->trigger();
    QVERIFY(action("jobs.watch"_L1)->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(counted(name) >= 20, 90000);

    const QString taken = actOn("jobs.savepoint"_L1);
    QVERIFY2(taken.startsWith("file:"_L1), qPrintable(taken));
    const QString stopped = actOn("jobs.stop"_L1);
    QVERIFY2(stopped.startsWith("file:"_L1) && stopped != taken, qPrintable(stopped));
    QTRY_VERIFY_WITH_TIMEOUT(jobNamed(name, u"finished"_s) == first, 30000);
    const qint64 last = counted(name);

    page()->setCurrentJob(first);
    QTRY_VERIFY(action("jobs.restart"_L1)->isEnabled());
    action("jobs.restart"_L1)->trigger();
    QTRY_VERIFY(sheet<RestartSheet>());
    RestartSheet* restart = sheet<RestartSheet>();
    QTRY_COMPARE(part<QLineEdit>(restart, "restartPath")->text(), stopped);
    auto* verdict = part<QLabel>(restart, "restartVerdict");
    QTRY_VERIFY2_WITH_TIMEOUT(verdict->text().contains("Compatible:"_L1), qPrintable(verdict->text()), 60000);
    QVERIFY(part<QTableView>(restart, "stateAdvice")->model()->rowCount() >= 1);
    press(part<QPushButton>(restart, "sheetGo"));
    QTRY_VERIFY_WITH_TIMEOUT(!sheet<RestartSheet>(), 90000);
    QTRY_VERIFY_WITH_TIMEOUT(!jobNamed(name, u"running"_s).isEmpty(), 60000);
    const JobKey second = jobNamed(name, u"running"_s);
    QVERIFY(second != first);
    m_jobs << second.jobId;
    // The new job prints under the same name: its first lines already count on from the state.
    QTRY_VERIFY_WITH_TIMEOUT(counted(name) > last, 90000);
    QTRY_COMPARE(page()->currentJob().jobId, second.jobId);
    const auto entries = m_ledger->entries({.connectionId = m_connectionId, .jobName = name});
    QVERIFY(entries && entries->size() >= 2);
}

QTEST_MAIN(JobClicksLiveTest)
#include "tst_jobclicks.moc"
