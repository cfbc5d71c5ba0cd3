// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checkpointmodel.h"
#include "models/exceptionmodel.h"
#include "models/humantext.h"
#include "models/jobdetailtexts.h"
#include "models/jobdetailvertexmodel.h"
#include "models/metricseries.h"
#include "models/metricseriesnames.h"
#include "models/subtaskmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

constexpr auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;

QDateTime at(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'773'750'000 + seconds, Qt::UTC);
}

Checkpoint checkpoint(qint64 id, Checkpoint::State state = Checkpoint::State::Completed)
{
    return {.id = id,
        .state = state,
        .triggeredAt = at(id * 10),
        .durationMs = 1200,
        .stateBytes = 2048,
        .checkpointedBytes = 1024,
        .subtasksDone = 4,
        .subtasks = 4};
}

QStringList columnOf(const QAbstractItemModel& model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts.append(model.index(row, column).data().toString());
    }
    return texts;
}

JobFailure failureOf(qint64 seconds, const QString& cause, const QString& task = {})
{
    return {.at = at(seconds), .rootCause = cause, .text = cause + u" with its stack"_s, .task = task, .location = {}};
}

} // namespace

class TestJobDetailModels : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void theHistoryIsMergedById()
    {
        CheckpointModel model;
        const QAbstractItemModelTester tester(&model, mode);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setHistory({checkpoint(3, Checkpoint::State::InProgress), checkpoint(2), checkpoint(1)});
        const QPersistentModelIndex two = model.index(1, CheckpointModel::Id);
        model.setParts(2, {.alignmentMs = 200, .syncMs = 10, .asyncMs = 900});
        model.setHistory({checkpoint(5), checkpoint(4), checkpoint(3), checkpoint(2)});
        QCOMPARE(columnOf(model, CheckpointModel::Id), (QStringList{u"5"_s, u"4"_s, u"3"_s, u"2"_s}));
        QCOMPARE(two.row(), 3);
        QCOMPARE(two.data().toString(), u"2"_s);
        QCOMPARE(model.row(3).parts.alignmentMs, 200);
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.nextWithoutParts(60), std::optional<qint64>(5));
        QCOMPARE(model.nextWithoutParts(0), std::nullopt);
        model.clear();
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void checkpointCellsSayWhatIsKnown()
    {
        CheckpointModel model;
        Checkpoint failed = checkpoint(7, Checkpoint::State::Failed);
        failed.failure = u"Subtask 3 did not acknowledge\nin time"_s;
        failed.stateBytes = -1;
        model.setHistory({failed});
        const auto text = [&model](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(text(CheckpointModel::State), u"Failed"_s);
        QCOMPARE(text(CheckpointModel::FullSize), dashText());
        QCOMPARE(text(CheckpointModel::Alignment), dashText());
        QCOMPARE(text(CheckpointModel::Acks), u"4/4"_s);
        QCOMPARE(text(CheckpointModel::Failure), u"Subtask 3 did not acknowledge in time"_s);
        QCOMPARE(checkpointName({.id = 5, .location = u"s3://b/chk-3987"_s}), u"chk-3987"_s);
        QCOMPARE(checkpointName({.id = 5}), u"chk-5"_s);
        QCOMPARE(valueNamed({{u"Interval"_s, u"2"_s}}, {u"interval"_s}), u"2"_s);
        const CheckpointParts parts = partsOf({{.alignmentMs = 5, .syncMs = 9}, {.alignmentMs = 7, .asyncMs = 2}});
        QCOMPARE(parts.alignmentMs, 7);
        QCOMPARE(parts.syncMs, 9);
        QCOMPARE(parts.asyncMs, 2);
    }

    void rowsFollowANewOrder()
    {
        JobSavepointModel model;
        const QAbstractItemModelTester tester(&model, mode);
        const auto savepoint = [](const QString& location) { return SavepointInfo{.location = location}; };
        model.setSavepoints({savepoint(u"a"_s), savepoint(u"b"_s), savepoint(u"c"_s), savepoint(u"c"_s)});
        QCOMPARE(model.rowCount(), 3);
        const QPersistentModelIndex a = model.index(0, JobSavepointModel::Location);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setSavepoints({savepoint(u"c"_s), savepoint(u"x"_s), savepoint(u"a"_s)});
        QCOMPARE(columnOf(model, JobSavepointModel::Location), (QStringList{u"c"_s, u"x"_s, u"a"_s}));
        QCOMPARE(a.row(), 2);
        QCOMPARE(reset.count(), 0);
    }

    void failuresAreGroupedByTheirCause()
    {
        const auto groups = groupFailures({failureOf(30, u"Timeout after 500 ms on attempt #3"_s, u"Join (1/4)"_s),
            failureOf(40, u"NullPointerException: id"_s), failureOf(10, u"Timeout after 700 ms on attempt #1"_s),
            failureOf(20, u"Timeout after 700 ms on attempt #2"_s, u"Join (1/4)"_s)});
        QCOMPARE(groups.size(), 2U);
        QCOMPARE(groups[0].rootCause, u"NullPointerException: id"_s);
        QCOMPARE(groups[1].count, 3);
        QCOMPARE(groups[1].rootCause, u"Timeout after 500 ms on attempt #3"_s);
        QCOMPARE(groups[1].first, at(10));
        QCOMPARE(groups[1].last, at(30));
        QCOMPARE(groups[1].tasks, QStringList{u"Join (1/4)"_s});
        QVERIFY(groups[1].text.startsWith(u"Timeout after 500"_s));
        ExceptionModel model;
        const QAbstractItemModelTester tester(&model, mode);
        model.setFailures({failureOf(1, u"a"_s), failureOf(2, u"b"_s)});
        model.setFailures({failureOf(3, u"a"_s), failureOf(2, u"b"_s), failureOf(1, u"a"_s)});
        QCOMPARE(columnOf(model, ExceptionModel::RootCause), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(columnOf(model, ExceptionModel::Count), (QStringList{u"2"_s, u"1"_s}));
        model.setFailures({});
        QCOMPARE(groupFailures({}).size(), 0U);
    }

    void failurePatterns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("numbers") << u"took 12 of 30"_s << u"took # of #"_s;
        QTest::newRow("uuid") << u"job 7f2ac3d4-11aa-22bb-33cc-445566778899 lost"_s << u"job # lost"_s;
        QTest::newRow("hex") << u"at 0x7F2A"_s << u"at #"_s;
        QTest::newRow("words") << u"a dead beef"_s << u"a dead beef"_s;
    }

    void failurePatterns()
    {
        QFETCH(QString, text);
        QFETCH(QString, pattern);
        QCOMPARE(failurePattern(text), pattern);
    }

    void subtasksAndSkew()
    {
        SubtaskModel model;
        const QAbstractItemModelTester tester(&model, mode);
        model.setSubtasks(
            {{.index = 1, .busy = 0.5, .recordsIn = 300}, {.index = 0, .recordsIn = 100}, {.index = 1, .attempt = 2}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(columnOf(model, SubtaskModel::Index), (QStringList{u"0"_s, u"1"_s}));
        QCOMPARE(columnOf(model, SubtaskModel::Busy), (QStringList{dashText(), u"50"_s}));
        QVERIFY(!model.index(0, SubtaskModel::Busy).data(SubtaskModel::ShareRole).isValid());
        QCOMPARE(skewOf(model.rows()), std::optional(1.5));
        QCOMPARE(mostLoaded(model.rows()), 1);
        QCOMPARE(skewOf({{.index = 0}}), std::nullopt);
        QCOMPARE(skewOf({{.index = 0, .recordsIn = 0}}), std::nullopt);
        QCOMPARE(mostLoaded({}), -1);
        model.setSubtasks({});
    }

    void verticesStandInTheOrderOfTheGraph()
    {
        VertexModel model;
        const QAbstractItemModelTester tester(&model, mode);
        Graph graph;
        graph.nodes = {{.id = u"v1"_s, .type = u"Source"_s}, {.id = u"v2"_s, .type = u"Join"_s, .title = u"Join[2]"_s}};
        model.setVertices(graph, {{.id = u"v2"_s, .busy = 0.97}, {.id = u"other"_s}, {.id = u"v1"_s}});
        QCOMPARE(columnOf(model, VertexModel::Name), (QStringList{u"Source"_s, u"Join[2]"_s, u"other"_s}));
        QCOMPARE(model.rowOf(u"v2"_s), 1);
        QCOMPARE(model.rowOf(u"none"_s), -1);
        QCOMPARE(model.index(1, VertexModel::Busy).data().toString(), u"97"_s);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setVertices(graph, {{.id = u"v2"_s, .busy = 0.5}, {.id = u"other"_s}, {.id = u"v1"_s}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    }

    void textsAndStates()
    {
        JobTextModel texts;
        const QAbstractItemModelTester tester(&texts, mode);
        texts.setTexts({{u"a"_s, u"1"_s}, {u"a"_s, u"2"_s}}, {{u"a"_s, u"3"_s}});
        QCOMPARE(columnOf(texts, JobTextModel::Value), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        texts.setTexts({{u"a"_s, u"1"_s}}, {});
        QCOMPARE(texts.rowCount(), 1);
        StateTimelineModel timeline;
        const QAbstractItemModelTester timelineTester(&timeline, mode);
        timeline.setTimeline({{u"CREATED"_s, at(0)}, {u"RUNNING"_s, at(2)}});
        QCOMPARE(columnOf(timeline, StateTimelineModel::State), (QStringList{u"RUNNING"_s, u"CREATED"_s}));
        QCOMPARE(columnOf(timeline, StateTimelineModel::Lasted), (QStringList{u"until now"_s, u"2.0 s"_s}));
        timeline.setTimeline({{u"CREATED"_s, at(0)}, {u"RUNNING"_s, at(2)}, {u"FAILED"_s, at(5)}});
        QCOMPARE(timeline.rowCount(), 3);
    }

    void seriesKeepGapsAndABound()
    {
        MetricSeries series;
        series.append(1, std::nullopt);
        QVERIFY(series.points().empty());
        series.append(1, 4.0);
        series.append(1, 5.0);
        series.append(2, std::numeric_limits<double>::quiet_NaN());
        series.append(3, std::nullopt);
        QCOMPARE(series.points().size(), 2U);
        QCOMPARE(series.last(), std::optional(4.0));
        for (int i = 10; i < 5010; ++i) {
            series.append(i, i);
        }
        QVERIFY(series.points().size() <= MetricSeries::capacity);
        QCOMPARE(series.points().front().at, 1);
        QCOMPARE(series.points().back().at, 5009);
        // The last minutes are exact.
        const auto& points = series.points();
        QCOMPARE(points[points.size() - 2].at, 5008);
    }

    void metricsAreSearchedAndTicked()
    {
        const QStringList names{u"numRecordsIn"_s, u"Status.JVM.CPU.Load"_s, u"0.numRecordsInPerSecond"_s};
        QCOMPARE(
            searchMetrics(names, u"num records"_s), (QStringList{u"numRecordsIn"_s, u"0.numRecordsInPerSecond"_s}));
        QCOMPARE(searchMetrics(names, u"JVM load"_s), QStringList{u"Status.JVM.CPU.Load"_s});
        QCOMPARE(searchMetrics(names, {}).size(), 3);
        QCOMPARE(shortMetricName(u"0.Source__orders.numRecordsIn"_s), u"numRecordsIn"_s);
        QCOMPARE(shortMetricName(u"heap.memory.used"_s), u"heap.memory.used"_s);
        MetricNameModel model;
        const QAbstractItemModelTester tester(&model, mode);
        QSignalSpy chosen(&model, &MetricNameModel::choiceChanged);
        model.setChosen({u"gone"_s});
        model.setNames(names);
        QVERIFY(model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(model.chosen().size(), 2);
        QCOMPARE(model.chosenHere().size(), 1);
        model.setSearch(u"cpu"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.chosenHere().size(), 1);
        model.setNames({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJobDetailModels)
#include "tst_jobdetailmodels.moc"
