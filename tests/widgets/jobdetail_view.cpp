// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "jobdetailfixture.h"
#include "widgets/common/messagebar.h"
#include "widgets/dag/graphpanel.h"
#include "widgets/jobdetail/checkpointstab.h"
#include "widgets/jobdetail/flametab.h"
#include "widgets/jobdetail/flameview.h"
#include "widgets/jobdetail/jobdetailtabbar.h"
#include "widgets/jobdetail/jobdetailview.h"
#include "widgets/jobdetail/metricstab.h"
#include "widgets/jobdetail/overviewtab.h"
#include "widgets/jobdetail/savepointstab.h"
#include "widgets/jobdetail/timechart.h"
#include "widgets/jobdetail/vertexpanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

const QSet<JobTab> s_allTabs{JobTab::Overview, JobTab::Checkpoints, JobTab::Savepoints, JobTab::Exceptions,
    JobTab::Logs, JobTab::Metrics, JobTab::FlameGraph, JobTab::Configuration, JobTab::Timeline, JobTab::Sql};

JobDetailSubject subject()
{
    return {.key = {u"c1"_s, u"a1d49c60e5b94f27a6b30c4f1d2e7be2"_s},
        .connectionName = u"flink-prod-eu"_s,
        .systemName = u"Flink 1.20.3"_s,
        .environment = Environment::Production,
        .startedBy = u"m.keller"_s};
}

void clickTab(JobDetailView& view, JobTab tab)
{
    auto* bar = view.findChild<JobDetailTabBar*>();
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(static_cast<int>(tab)).center());
}

void clickRow(QTableView& table, int row, int column = 0)
{
    QTest::mouseClick(
        table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(row, column)).center());
}

} // namespace

class JobDetailViewTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<JobDetailView> m_view;

    template <typename T> T* part(const QString& name) const { return m_view->findChild<T*>(name); }

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init()
    {
        failOnWarnings();
        m_view = std::make_unique<JobDetailView>();
        m_view->resize(1340, 520);
        m_view->setSubject(subject());
        m_view->setTabs(s_allTabs);
        m_view->setDetail(ordersJob(QDateTime::currentDateTimeUtc()));
        QVERIFY(showActive(*m_view));
    }

    void cleanup() { m_view.reset(); }

    void theHeadSaysWhoseDetailItIs()
    {
        auto* header = m_view->findChild<JobDetailHeader*>();
        QVERIFY(header->line().startsWith(u"flink-prod-eu · job a1d49c60…7be2 · Flink 1.20.3"_s));
        QVERIFY(header->line().endsWith(u"started by m.keller"_s));
        QTest::mouseClick(part<QToolButton>(u"copyJobId"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), subject().key.jobId);
        QSignalSpy expand(m_view.get(), &JobDetailView::expandToggled);
        QSignalSpy closed(m_view.get(), &JobDetailView::closeRequested);
        QSignalSpy bundle(m_view.get(), &JobDetailView::bundleRequested);
        QTest::mouseClick(part<QToolButton>(u"expandDetail"_s), Qt::LeftButton);
        QTest::mouseClick(part<QToolButton>(u"incidentBundle"_s), Qt::LeftButton);
        QTest::mouseClick(part<QToolButton>(u"closeDetail"_s), Qt::LeftButton);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(expand.count(), 1);
        QCOMPARE(bundle.count(), 1);
        QCOMPARE(closed.count(), 2);
    }

    void tabsAreChosenByMouseAndKeyboard()
    {
        QSignalSpy changed(m_view.get(), &JobDetailView::currentTabChanged);
        auto* bar = m_view->findChild<JobDetailTabBar*>();
        for (int tab = 1; tab < jobTabCount; ++tab) {
            clickTab(*m_view, static_cast<JobTab>(tab));
            QCOMPARE(m_view->currentTab(), static_cast<JobTab>(tab));
            QVERIFY(m_view->page(static_cast<JobTab>(tab))->isVisible());
        }
        QCOMPARE(changed.count(), jobTabCount - 1);
        bar->setFocus();
        QTest::keyClick(bar, Qt::Key_Left);
        QCOMPARE(m_view->currentTab(), JobTab::Timeline);
        QCOMPARE(bar->countOf(static_cast<int>(JobTab::Exceptions)), 1);
        // What the system cannot do is not there; arrows pass over it.
        m_view->setTabs({JobTab::Overview, JobTab::Configuration});
        QCOMPARE(m_view->currentTab(), JobTab::Overview);
        QTest::keyClick(bar, Qt::Key_Right);
        QCOMPARE(m_view->currentTab(), JobTab::Configuration);
    }

    void aVertexOpensItsSubtasks()
    {
        OverviewTab* overview = m_view->overview();
        QSignalSpy selected(overview, &OverviewTab::vertexSelected);
        auto* table = part<QTableView>(u"vertices"_s);
        QCOMPARE(table->model()->rowCount(), 4);
        clickRow(*table, 2);
        QCOMPARE(overview->currentVertex(), u"v3"_s);
        QCOMPARE(selected.last().at(0).toString(), u"v3"_s);
        VertexPanel* panel = overview->vertexPanel();
        panel->setSubtasks(ordersSubtasks());
        auto* subtasks = part<QTableView>(u"subtasks"_s);
        QCOMPARE(subtasks->model()->rowCount(), 8);
        QTRY_VERIFY(panel->isVisible());
        // A refresh keeps the choice, other vertices forget the subtasks.
        m_view->setDetail(ordersJob(QDateTime::currentDateTimeUtc()));
        QCOMPARE(overview->currentVertex(), u"v3"_s);
        QCOMPARE(subtasks->model()->rowCount(), 8);
        clickRow(*table, 3);
        QCOMPARE(subtasks->model()->rowCount(), 0);
        panel->setSubtasksError({.kind = ErrorKind::Unsupported, .message = u"This version tells no subtasks."_s});
        QCOMPARE(panel->findChild<MessageBar*>()->message().text, u"This version tells no subtasks."_s);
    }

    void theBrakeIsNamedAndShown()
    {
        OverviewTab* overview = m_view->overview();
        auto* bar = part<MessageBar>(u"brakeBar"_s);
        QVERIFY(bar->isVisible());
        QVERIFY(bar->message().text.contains(u"IntervalJoin"_s));
        Q_EMIT bar->actionTriggered(u"show"_s);
        QCOMPARE(overview->currentVertex(), u"v3"_s);
        // Once closed it does not come back for the same vertex.
        QTest::mouseClick(bar->findChild<QToolButton*>(u"messageClose"_s), Qt::LeftButton);
        JobDetail next = ordersJob(QDateTime::currentDateTimeUtc());
        next.vertices[2].busy = 0.98;
        m_view->setDetail(next);
        QVERIFY(!bar->isVisible());
        next.vertices[2].backpressured = 0.9;
        next.vertices[3].busy = 0.99;
        m_view->setDetail(next);
        QVERIFY(bar->isVisible());
        for (VertexStatus& status : next.vertices) {
            status.backpressured = 0;
        }
        m_view->setDetail(next);
        QVERIFY(!bar->isVisible());
    }

    void checkpointsShowTheirTasksAndFailures()
    {
        clickTab(*m_view, JobTab::Checkpoints);
        CheckpointsTab* tab = m_view->checkpoints();
        QVERIFY(!tab->hasContent());
        tab->setOverview(ordersCheckpoints(QDateTime::currentDateTimeUtc(), 60));
        auto* table = part<QTableView>(u"checkpoints"_s);
        QCOMPARE(table->model()->rowCount(), 60);
        QCOMPARE(part<QLabel>(u"completedCount"_s)->text().remove(QChar(0x202F)), u"8151"_s);
        QVERIFY(part<QLabel>(u"failedCount"_s)->text().startsWith(u"9 · last"_s));
        QVERIFY(part<QLabel>(u"checkpointInterval"_s)->text().contains(u"2 min, exactly once"_s));
        QVERIFY(part<QLabel>(u"nextDue"_s)->text().startsWith(u"in 1 min"_s)
            || part<QLabel>(u"nextDue"_s)->text().startsWith(u"in "_s));
        QCOMPARE(tab->wantedTasks(), std::optional<qint64>(8160));
        clickRow(*table, 1);
        QCOMPARE(tab->wantedTasks(), std::optional<qint64>(8159));
        tab->setTasks(8159, ordersCheckpointTasks());
        auto* tasks = part<QTableView>(u"checkpointTasks"_s);
        QVERIFY(tasks->isVisible());
        QCOMPARE(tasks->model()->index(1, CheckpointTaskModel::Vertex).data().toString(), u"IntervalJoin"_s);
        QCOMPARE(tab->model().row(1).parts.alignmentMs, 11'800);
        auto* failure = part<QPlainTextEdit>(u"checkpointFailure"_s);
        QVERIFY(!failure->isVisible());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_End);
        table->setCurrentIndex(table->model()->index(23, 0));
        QVERIFY(failure->isVisible());
        QVERIFY(failure->toPlainText().contains(u"did not acknowledge"_s));
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"8137\tFailed"_s));
        tab->setTasksError(8137, {.kind = ErrorKind::Http, .message = u"Forgotten."_s});
        QVERIFY(tab->wantedTasks() != std::optional<qint64>(8137));
        // Ten thousand are no burden, and the chosen one stays.
        tab->setOverview(ordersCheckpoints(QDateTime::currentDateTimeUtc(), 8000));
        QCOMPARE(table->model()->rowCount(), 8000);
        QCOMPARE(tab->chosenCheckpoint(), std::optional<qint64>(8137));
    }

    void savepointsAreOfferedForWhatTheyCanDo()
    {
        clickTab(*m_view, JobTab::Savepoints);
        SavepointsTab* tab = m_view->savepoints();
        tab->setSavepoints(
            {{.location = u"s3://s/savepoint-41a7c2"_s, .bytes = 2048, .takenAt = QDateTime::currentDateTimeUtc()},
                {.location = u"s3://c/chk-3"_s, .isCheckpoint = true}});
        auto* table = part<QTableView>(u"jobSavepoints"_s);
        auto* restart = part<QPushButton>(u"restartFromSavepoint"_s);
        auto* dispose = part<QPushButton>(u"disposeSavepoint"_s);
        QVERIFY(!restart->isEnabled());
        QSignalSpy restarted(m_view.get(), &JobDetailView::restartRequested);
        QSignalSpy disposed(m_view.get(), &JobDetailView::disposeRequested);
        clickRow(*table, 0);
        QVERIFY(restart->isEnabled() && dispose->isEnabled());
        QTest::mouseClick(restart, Qt::LeftButton);
        QTest::mouseClick(dispose, Qt::LeftButton);
        QCOMPARE(restarted.at(0).at(0).toString(), u"s3://s/savepoint-41a7c2"_s);
        QCOMPARE(disposed.at(0).at(0).toString(), u"s3://s/savepoint-41a7c2"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(!dispose->isEnabled());
        QVERIFY(!dispose->toolTip().isEmpty());
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(restarted.count(), 2);
        tab->setReadOnly(true);
        QVERIFY(!restart->isVisible() && !dispose->isVisible());
    }

    void exceptionsAreReadAndCopied()
    {
        clickTab(*m_view, JobTab::Exceptions);
        auto* table = part<QTableView>(u"exceptions"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(part<QLabel>(u"rootCause"_s)->text(), u"java.io.IOException: No space left on device"_s);
        QVERIFY(part<QPlainTextEdit>(u"exceptionText"_s)->toPlainText().contains(u"FileOutputStream"_s));
        QSignalSpy toLog(m_view.get(), &JobDetailView::logOfFailureRequested);
        QTest::mouseClick(part<QToolButton>(u"exceptionInLog"_s), Qt::LeftButton);
        QCOMPARE(toLog.size(), 1);
        QVERIFY(!toLog.constFirst().constFirst().value<FailureGroup>().rootCause.isEmpty());
        QTest::mouseClick(part<QToolButton>(u"copyException"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"FileOutputStream"_s));
    }

    void metricsAreTickedAndCharted()
    {
        clickTab(*m_view, JobTab::Metrics);
        MetricsTab* tab = m_view->metrics();
        MetricHistory history;
        tab->setHistory(&history);
        const MetricScope job{.kind = MetricScope::Kind::Job, .jobId = u"j"_s, .id = {}, .title = u"The job"_s};
        const MetricScope vertex{
            .kind = MetricScope::Kind::Vertex, .jobId = u"j"_s, .id = u"v3"_s, .title = u"IntervalJoin"_s};
        QSignalSpy chosen(tab, &MetricsTab::choiceChanged);
        tab->setChoice(MetricScope::Kind::Job, {u"uptime"_s});
        tab->setScopes({job, vertex});
        tab->setNames(job, {u"uptime"_s, u"numRestarts"_s, u"lastCheckpointDuration"_s});
        QCOMPARE(tab->wantedNames(), QStringList{u"uptime"_s});
        auto* search = part<QLineEdit>(u"metricSearch"_s);
        auto* list = part<QListView>(u"metricNames"_s);
        search->setFocus();
        QTest::keyClicks(search, u"dura"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.at(0).at(1).toStringList(), (QStringList{u"uptime"_s, u"lastCheckpointDuration"_s}));
        history.append(job, {{.name = u"uptime"_s, .value = 1.0}}, 1000);
        history.append(job, {{.name = u"uptime"_s, .value = 2.0}}, 3000);
        tab->refreshCharts();
        const auto charts = tab->findChildren<TimeChart*>();
        QCOMPARE(charts.size(), 2);
        QCOMPARE(charts[0]->data().lines.at(0).points.size(), 2U);
        tab->chooseScope(MetricScope::Kind::Vertex, u"v3"_s);
        QCOMPARE(tab->currentScope()->id, u"v3"_s);
        QVERIFY(tab->wantedNames().isEmpty());
        // An answer for the scope that was left does nothing.
        tab->setNames(job, {u"uptime"_s});
        QCOMPARE(list->model()->rowCount(), 0);
        tab->showError({.kind = ErrorKind::Unsupported, .message = u"This server has no metrics."_s});
        QSignalSpy retry(m_view.get(), &JobDetailView::retryRequested);
        QVERIFY(tab->messageBar()->isVisible());
        Q_EMIT tab->messageBar()->actionTriggered(u"retry"_s);
        QCOMPARE(retry.count(), 1);
        QVERIFY(!tab->messageBar()->isVisible());
        tab->setHistory(nullptr);
    }

    void flameGraphsAreCompared()
    {
        clickTab(*m_view, JobTab::FlameGraph);
        FlameTab* tab = m_view->flameGraph();
        QCOMPARE(tab->currentVertex(), u"v1"_s);
        QSignalSpy wanted(tab, &FlameTab::wanted);
        tab->setFlameGraph(u"v2"_s, FlameGraphs::Kind::Full, flameOf(3, 3, 2700));
        QVERIFY(tab->view()->graph().isEmpty());
        tab->setFlameGraph(u"v1"_s, FlameGraphs::Kind::Full, flameOf(3, 3, 2700));
        QTRY_VERIFY(!tab->view()->graph().isEmpty());
        auto* compare = part<QPushButton>(u"flameCompare"_s);
        QTest::mouseClick(compare, Qt::LeftButton);
        QTRY_VERIFY(tab->view()->graph().isDifference());
        QCOMPARE(wanted.count(), 1);
        QTest::keyClicks(part<QLineEdit>(u"flameSearch"_s), u"level2"_s);
        QVERIFY(!part<QLabel>(u"flameMatched"_s)->text().isEmpty());
        auto* vertices = part<QComboBox>(u"flameVertex"_s);
        vertices->setFocus();
        QTest::keyClick(vertices, Qt::Key_Down);
        QTRY_COMPARE(tab->currentVertex(), u"v2"_s);
        QVERIFY(!tab->view()->graph().isDifference());
        QVERIFY(!compare->isEnabled());
        // What is still being made flat when another vertex is chosen belongs to nobody.
        tab->setFlameGraph(u"v2"_s, FlameGraphs::Kind::Full, flameOf(3, 3, 2700));
        QTest::keyClick(vertices, Qt::Key_Up);
        QTRY_COMPARE(tab->currentVertex(), u"v1"_s);
        QCoreApplication::processEvents();
        QVERIFY(tab->view()->graph().isEmpty());
    }

    void configurationIsSearched()
    {
        clickTab(*m_view, JobTab::Configuration);
        auto* table = part<QTableView>(u"jobConfiguration"_s);
        QCOMPARE(table->model()->rowCount(), 3);
        QTest::keyClicks(part<QLineEdit>(u"configurationSearch"_s), u"2 MIN"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        clickTab(*m_view, JobTab::Sql);
        QSignalSpy open(m_view.get(), &JobDetailView::openSqlRequested);
        QTest::mouseClick(part<QToolButton>(u"copySql"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"INSERT INTO"_s));
        QTest::mouseClick(part<QPushButton>(u"openSql"_s), Qt::LeftButton);
        QCOMPARE(open.count(), 1);
    }

    void aJobThatIsGoneStaysInSight()
    {
        m_view->setStale({.kind = ErrorKind::Network, .message = u"127.0.0.1 does not answer."_s});
        QVERIFY(m_view->messageBar()->isVisible());
        m_view->setFresh();
        QVERIFY(!m_view->messageBar()->isVisible());
        m_view->setGone();
        m_view->setGone();
        QVERIFY(m_view->isGone());
        QVERIFY(m_view->messageBar()->message().text.contains(u"not know this job any more"_s));
        QCOMPARE(part<QTableView>(u"vertices"_s)->model()->rowCount(), 4);
        JobDetailSubject other = subject();
        other.key.jobId = u"other"_s;
        m_view->setSubject(other);
        QVERIFY(!m_view->isGone());
        QCOMPARE(part<QTableView>(u"vertices"_s)->model()->rowCount(), 0);
        QVERIFY(!m_view->messageBar()->isVisible());
        m_view->clear();
    }
};

QTEST_MAIN(JobDetailViewTest)
#include "jobdetail_view.moc"
