// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apicallmodel.h"
#include "models/historymodel.h"
#include "models/messagelogmodel.h"
#include "models/operationlistmodel.h"
#include "models/problemsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

constexpr auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;

Problem problem(ProblemSeverity severity, int line, const QString& message)
{
    return {.severity = severity, .message = message, .range = {{line, 1}, {line, 5}}};
}

QStringList messages(const ProblemsModel& model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts.append(model.index(row, ProblemsModel::Message).data().toString());
    }
    return texts;
}

HistoryRow run(qint64 id, const QString& statement)
{
    return {.id = id, .startedAt = QDateTime::fromSecsSinceEpoch(id), .statement = statement};
}

} // namespace

class TestPanelModels : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void problemsAreMergedNotReset()
    {
        ProblemsModel model;
        const QAbstractItemModelTester tester(&model, mode);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy counts(&model, &ProblemsModel::countsChanged);
        model.setProblems(u"d1"_s, ProblemOrigin::Offline,
            {problem(ProblemSeverity::Note, 1, u"n1"_s), problem(ProblemSeverity::Error, 9, u"e9"_s),
                problem(ProblemSeverity::Warning, 4, u"w4"_s), problem(ProblemSeverity::Error, 2, u"e2"_s)});
        model.setProblems(u"d2"_s, ProblemOrigin::Engine, {problem(ProblemSeverity::Error, 1, u"other"_s)});
        QCOMPARE(messages(model), (QStringList{u"e2"_s, u"e9"_s, u"w4"_s, u"n1"_s, u"other"_s}));
        QCOMPARE(counts.count(), 2);
        const QPersistentModelIndex kept = model.index(1, ProblemsModel::Message);
        model.setProblems(u"d1"_s, ProblemOrigin::Offline,
            {problem(ProblemSeverity::Error, 9, u"e9"_s), problem(ProblemSeverity::Error, 1, u"e1"_s)});
        QCOMPARE(messages(model), (QStringList{u"e1"_s, u"e9"_s, u"other"_s}));
        QCOMPARE(kept.data().toString(), u"e9"_s);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(removed.count(), 3);
        // Another origin of the same document stays as it is.
        model.setProblems(u"d1"_s, ProblemOrigin::Engine, {problem(ProblemSeverity::Error, 5, u"engine"_s)});
        model.setProblems(u"d1"_s, ProblemOrigin::Offline, {});
        QCOMPARE(messages(model), (QStringList{u"engine"_s, u"other"_s}));
        model.setProblems(u"d1"_s, ProblemOrigin::Offline, {});
        model.removeDocument(u"d1"_s);
        model.removeDocument(u"unknown"_s);
        QCOMPARE(messages(model), (QStringList{u"other"_s}));
    }

    void equalProblemsAreAllKept()
    {
        ProblemsModel model;
        const QAbstractItemModelTester tester(&model, mode);
        const Problem twice = problem(ProblemSeverity::Error, 1, u"same"_s);
        model.setProblems(u"d"_s, ProblemOrigin::Offline, {twice, twice});
        QCOMPARE(model.rowCount(), 2);
        model.setProblems(u"d"_s, ProblemOrigin::Offline, {twice});
        QCOMPARE(model.rowCount(), 1);
    }

    void problemTexts()
    {
        ProblemsModel model;
        Problem engine = problem(ProblemSeverity::Error, 13, u"bad"_s);
        engine.range.begin.column = 35;
        engine.foundBy = u"Flink"_s;
        engine.foundAt = QDateTime(QDate(2026, 3, 17), QTime(14, 22, 31), Qt::UTC);
        model.setProblems(u"d"_s, ProblemOrigin::Engine, {engine});
        QCOMPARE(model.index(0, ProblemsModel::Place).data().toString(), u"13:35"_s);
        QCOMPARE(model.index(0, ProblemsModel::FoundBy).data().toString(), u"Flink · 14:22:31"_s);
        Problem offline = engine;
        offline.foundBy = u"offline"_s;
        offline.rule = u"ML013"_s;
        model.setProblems(u"d"_s, ProblemOrigin::Engine, {offline});
        QCOMPARE(model.index(0, ProblemsModel::FoundBy).data().toString(), u"offline · ML013"_s);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.renameDocument(u"d"_s, u"new.sql"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.index(0, ProblemsModel::File).data().toString(), u"new.sql"_s);
    }

    void nextProblemGoesRound()
    {
        ProblemsModel model;
        QCOMPARE(model.next(u"d"_s, {1, 1}), -1);
        model.setProblems(u"d"_s, ProblemOrigin::Offline,
            {problem(ProblemSeverity::Note, 2, u"n2"_s), problem(ProblemSeverity::Error, 7, u"e7"_s)});
        const auto next = [&model](int line) { return model.problem(model.next(u"d"_s, {line, 1})).message; };
        QCOMPARE(next(1), u"n2"_s);
        QCOMPARE(next(2), u"e7"_s);
        QCOMPARE(next(7), u"n2"_s);
        QCOMPARE(model.next(u"other"_s, {1, 1}), -1);
    }

    void historyAsksForOnePageAtATime()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, mode);
        QSignalSpy wanted(&model, &HistoryModel::moreWanted);
        model.setRows({run(9, u"a"_s), run(8, u"b"_s)}, true);
        // The tester itself may have looked for more rows.
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).toLongLong(), 8);
        QVERIFY(!model.canFetchMore({}));
        model.appendPage({run(7, u"c"_s)}, true);
        QCOMPARE(model.rowCount(), 3);
        model.fetchMore({});
        QCOMPARE(wanted.last().at(0).toLongLong(), 7);
        model.appendPage({}, false);
        QVERIFY(!model.canFetchMore({}));
        HistoryRow newer = run(10, u"d"_s);
        model.upsert(newer);
        QCOMPARE(model.row(0).id, 10);
        newer.state = RunState::Failed;
        newer.durationMs = 1200;
        model.upsert(newer);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0, HistoryModel::Duration).data().toString(), u"1.2 s"_s);
        QCOMPARE(model.index(0, HistoryModel::Rows).data().toString(), u"—"_s);
        model.clear();
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void apiCallsAreARing()
    {
        ApiCallModel model(nullptr, 3);
        const QAbstractItemModelTester tester(&model, mode);
        for (int i = 1; i <= 5; ++i) {
            model.append({.id = i, .method = u"GET"_s, .url = u"u%1"_s.arg(i), .status = i == 5 ? 0 : 200});
        }
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.call(0).id, 3);
        QCOMPARE(model.rowOf(2), -1);
        QCOMPARE(model.rowOf(5), 2);
        QVERIFY(model.index(2, 0).data(ApiCallModel::FailedRole).toBool());
        QVERIFY(!model.index(1, 0).data(ApiCallModel::FailedRole).toBool());
        QCOMPARE(model.index(2, ApiCallModel::Status).data().toString(), u"no answer"_s);
        model.clear();
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void theLogDropsItsOldestTenth()
    {
        MessageLogModel model(nullptr, 100);
        const QAbstractItemModelTester tester(&model, mode);
        for (int i = 0; i < 100; ++i) {
            model.append({.text = QString::number(i)});
        }
        QCOMPARE(model.dropped(), 0);
        model.append({.text = u"100"_s});
        QCOMPARE(model.rowCount(), 91);
        QCOMPARE(model.dropped(), 10);
        QCOMPARE(model.message(0).text, u"10"_s);
        std::vector<LogMessage> flood;
        for (int i = 0; i < 1000; ++i) {
            flood.push_back({.text = u"f%1"_s.arg(i)});
        }
        model.append(std::move(flood));
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.message(99).text, u"f999"_s);
        QCOMPARE(model.message(0).text, u"f900"_s);
        QCOMPARE(model.dropped(), 1001);
        const LogMessage line{.time = QDateTime(QDate(2026, 3, 17), QTime(14, 22, 5, 404), Qt::UTC),
            .level = MessageLevel::Warning,
            .source = u"shop-test"_s,
            .text = u"slow"_s};
        model.append(line);
        QCOMPARE(model.plainText(model.rowCount() - 1), u"14:22:05.404 warning shop-test slow"_s);
        model.append(std::vector<LogMessage>());
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void operationsComeGoAndEnd()
    {
        OperationListModel model;
        const QAbstractItemModelTester tester(&model, mode);
        QSignalSpy active(&model, &OperationListModel::activeCountChanged);
        auto first = std::make_unique<Operation>(u"first"_s);
        auto second = std::make_unique<Operation>(u"second"_s);
        model.add(first.get());
        model.add(second.get());
        model.add(second.get());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), u"second"_s);
        first->start();
        first->setProgress(0.5, u"half"_s);
        QCOMPARE(model.index(1).data(OperationListModel::ProgressRole).toDouble(), 0.5);
        QCOMPARE(model.index(1).data(OperationListModel::MessageRole).toString(), u"half"_s);
        QVERIFY(model.index(1).data(OperationListModel::CanCancelRole).toBool());
        first->finish(failure(ErrorKind::Network, u"gone"_s));
        QCOMPARE(model.index(1).data(OperationListModel::MessageRole).toString(), u"gone"_s);
        QVERIFY(!model.index(1).data(OperationListModel::CanCancelRole).toBool());
        QCOMPARE(model.activeCount(), 1);
        model.removeFinished();
        QCOMPARE(model.rowCount(), 1);
        first.reset();
        QCOMPARE(model.rowCount(), 1);
        second.reset();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(active.last().at(0).toInt(), 0);
        model.removeFinished();
        model.refreshElapsed();
    }
};

QTEST_GUILESS_MAIN(TestPanelModels)
#include "tst_panelmodels.moc"
