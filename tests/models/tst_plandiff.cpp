// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plandiff.h"
#include "models/plandiffmodel.h"
#include "models/planoperators.h"
#include "sql/planoperator.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

/// A chain of steps, the source first; "|" begins another input of the last step.
Graph chain(const QStringList& steps)
{
    Graph graph;
    for (const QString& step : steps) {
        const QString id = QString::number(graph.nodes.size() + 1);
        graph.nodes.push_back(sql::planNode(id, step));
        graph.nodes.back().parallelism = 1;
        if (graph.nodes.size() > 1) {
            graph.edges.push_back({QString::number(graph.nodes.size() - 1), id, u"FORWARD"_s, {}});
        }
    }
    return graph;
}

const QString s_source = u"TableSourceScan(table=[[c, d, orders]], fields=[shop, amount])"_s;
const QString s_calc = u"Calc(select=[shop, amount], where=[(amount > 5)])"_s;
const QString s_aggregate = u"GroupAggregate(groupBy=[shop], select=[shop, SUM(amount) AS total])"_s;
const QString s_sink = u"Sink(table=[c.d.revenue], fields=[shop, total])"_s;

/// Two sources, a join, a sink.
Graph joined(const QString& join, const QString& right = u"TableSourceScan(table=[[c, d, shops]], fields=[id])"_s)
{
    Graph graph;
    graph.nodes = {sql::planNode(u"1"_s, s_source), sql::planNode(u"2"_s, right), sql::planNode(u"3"_s, join),
        sql::planNode(u"4"_s, s_sink)};
    graph.edges = {{u"1"_s, u"3"_s, u"HASH"_s, u"hash[shop]"_s}, {u"2"_s, u"3"_s, u"HASH"_s, u"hash[id]"_s},
        {u"3"_s, u"4"_s, u"FORWARD"_s, {}}};
    return graph;
}

QString join(const QString& kind, const QString& where, const QString& select = u"shop, amount, id"_s)
{
    return u"Join(joinType=[%1], where=[%2], select=[%3])"_s.arg(kind, where, select);
}

const PlanNodeDiff* nodeOf(const PlanDiff& diff, const QString& after)
{
    const auto found = std::ranges::find(diff.nodes, after, &PlanNodeDiff::after);
    return found == diff.nodes.end() ? nullptr : &*found;
}

} // namespace

class PlanDiffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samePlans();
    void verdicts_data();
    void verdicts();
    void text();
    void compiledIds();
    void parallelismIsNoLoss();
    void translationSteps();
    void jobBesidePlan();
    void randomGraphs();
    void model();
};

void PlanDiffTest::samePlans()
{
    const Graph graph = chain({s_source, s_calc, s_aggregate, s_sink});
    Graph renumbered = graph;
    for (GraphNode& node : renumbered.nodes) {
        node.id = u"n"_s + node.id;
        node.properties.push_back({u"rowcount"_s, u"1.0E8"_s});
    }
    for (GraphEdge& edge : renumbered.edges) {
        edge.from = u"n"_s + edge.from;
        edge.to = u"n"_s + edge.to;
    }
    const PlanDiff diff = diffPlans(graph, renumbered);
    QVERIFY(diff.isSame());
    QCOMPARE(diff.verdict, StateFit::Compatible);
    QCOMPARE(nodeOf(diff, u"n3"_s)->before, u"3"_s);
}

void PlanDiffTest::verdicts_data()
{
    QTest::addColumn<Graph>("before");
    QTest::addColumn<Graph>("after");
    QTest::addColumn<StateFit>("verdict");
    const Graph plain = chain({s_source, s_calc, s_aggregate, s_sink});
    const auto with = [&](int step, const QString& text) {
        QStringList steps{s_source, s_calc, s_aggregate, s_sink};
        steps[step] = text;
        return chain(steps);
    };
    QTest::newRow("other key") << plain
                               << with(2, u"GroupAggregate(groupBy=[day], select=[day, SUM(amount) AS total])"_s)
                               << StateFit::Incompatible;
    QTest::newRow("other aggregate") << plain
                                     << with(
                                            2, u"GroupAggregate(groupBy=[shop], select=[shop, MAX(amount) AS total])"_s)
                                     << StateFit::Incompatible;
    QTest::newRow("other name only") << plain
                                     << with(2, u"GroupAggregate(groupBy=[shop], select=[shop, SUM(amount) AS sum])"_s)
                                     << StateFit::Compatible;
    QTest::newRow("other filter") << plain << with(1, u"Calc(select=[shop, amount], where=[(amount > 9)])"_s)
                                  << StateFit::Partly;
    QTest::newRow("other source") << plain
                                  << with(0, u"TableSourceScan(table=[[c, d, returns]], fields=[shop, amount])"_s)
                                  << StateFit::Incompatible;
    QTest::newRow("other sink") << plain << with(3, u"Sink(table=[c.d.report], fields=[shop, total])"_s)
                                << StateFit::Unknown;
    QTest::newRow("step before") << plain << chain({s_source, u"DropUpdateBefore"_s, s_calc, s_aggregate, s_sink})
                                 << StateFit::Incompatible;
    QTest::newRow("aggregate gone") << plain << chain({s_source, s_calc, s_sink}) << StateFit::Incompatible;
    QTest::newRow("two phases") << plain
                                << with(
                                       2, u"GlobalGroupAggregate(groupBy=[shop], select=[shop, SUM(sum$0) AS total])"_s)
                                << StateFit::Incompatible;
    const Graph inner = joined(join(u"InnerJoin"_s, u"(shop = id)"_s));
    QTest::newRow("join kind") << inner << joined(join(u"LeftOuterJoin"_s, u"(shop = id)"_s)) << StateFit::Incompatible;
    QTest::newRow("join key") << inner << joined(join(u"InnerJoin"_s, u"(amount = id)"_s)) << StateFit::Incompatible;
    QTest::newRow("join columns") << inner << joined(join(u"InnerJoin"_s, u"(shop = id)"_s, u"shop, id"_s))
                                  << StateFit::Incompatible;
    QTest::newRow("join condition") << inner << joined(join(u"InnerJoin"_s, u"((shop = id) AND (amount > 3))"_s))
                                    << StateFit::Partly;
    QTest::newRow("to nothing") << plain << Graph() << StateFit::Incompatible;
    QTest::newRow("from nothing") << Graph() << plain << StateFit::Partly;
    QTest::newRow("nothing at all") << Graph() << Graph() << StateFit::Compatible;
}

void PlanDiffTest::verdicts()
{
    QFETCH(Graph, before);
    QFETCH(Graph, after);
    QFETCH(StateFit, verdict);
    const PlanDiff diff = diffPlans(before, after);
    QVERIFY2(diff.verdict == verdict, qPrintable(planDiffAsText(diff)));
    for (const PlanNodeDiff& node : diff.nodes) {
        QVERIFY2(node.fit < StateFit::Partly || !node.reason.isEmpty(), qPrintable(node.title));
    }
}

void PlanDiffTest::text()
{
    const PlanDiff diff = diffPlans(chain({s_source, s_aggregate, s_sink}),
        chain({s_source, u"GroupAggregate(groupBy=[day], select=[day, SUM(amount) AS total])"_s, s_sink}));
    QCOMPARE(planDiffAsText(diff),
        u"state: incompatible\n"
        "State would be lost: that of 1 operator(s) does not fit.\n"
        "This is advice: a plan does not say all that Flink looks at.\n"
        "\n"
        "1 changed, 0 added, 0 removed, 2 same\n"
        "= Source: orders [compatible]\n"
        "~ GroupAggregate by day [incompatible]\n"
        "    The key of the groups changes from shop to day: what was kept belongs to the old ones.\n"
        "    groupBy: shop -> day\n"
        "    select: shop, SUM(amount) AS total -> day, SUM(amount) AS total\n"
        "    upsertKeys: [shop] -> [day]\n"
        "= Sink: revenue [stateless]\n"_s);
}

void PlanDiffTest::compiledIds()
{
    Graph before = chain({s_source, s_aggregate, s_sink});
    for (GraphNode& node : before.nodes) {
        node.properties.push_back({u"plan id"_s, node.id});
    }
    QCOMPARE(diffPlans(before, before).verdict, StateFit::Compatible);
    Graph after = before;
    after.nodes[1].properties.back().value = u"77"_s;
    const PlanDiff diff = diffPlans(before, after);
    QVERIFY(diff.isSame());
    QCOMPARE(diff.verdict, StateFit::Unknown);
    // A compiled plan beside one that is none: there are no ids to compare.
    QCOMPARE(diffPlans(chain({s_source, s_aggregate, s_sink}), before).verdict, StateFit::Compatible);
}

void PlanDiffTest::parallelismIsNoLoss()
{
    const Graph before = chain({s_source, s_aggregate, s_sink});
    Graph after = before;
    after.nodes[1].parallelism = 8;
    const PlanDiff diff = diffPlans(before, after);
    QCOMPARE(diff.count(PlanNodeDiff::Kind::Changed), 1);
    QCOMPARE(nodeOf(diff, u"2"_s)->changes, (std::vector<PlanValueChange>{{u"parallelism"_s, u"1"_s, u"8"_s}}));
    QCOMPARE(diff.verdict, StateFit::Compatible);
}

void PlanDiffTest::translationSteps()
{
    const PlanDiff diff = diffPlans(chain({s_source, s_aggregate, s_sink}),
        chain({s_source, s_aggregate, u"ConstraintEnforcer[NotNullEnforcer(fields=[shop])]"_s, s_sink}));
    QVERIFY(diff.isSame());
    QCOMPARE(diff.nodes.size(), std::size_t(3));
}

void PlanDiffTest::jobBesidePlan()
{
    Graph job;
    job.nodes.push_back(
        {.id = u"a"_s, .description = u"[1]:"_s + s_source + u"\n+- [2]:"_s + s_calc, .parallelism = 1});
    job.nodes.push_back(
        {.id = u"b"_s, .description = u"[4]:"_s + s_aggregate + u"\n+- revenue[5]: Writer"_s, .parallelism = 1});
    job.edges.push_back({u"a"_s, u"b"_s, u"FORWARD"_s, {}});
    const Graph steps = operatorsOf(job);
    QCOMPARE(steps.nodes.size(), std::size_t(4));
    QCOMPARE(steps.nodes[1].chain, u"a"_s);
    QCOMPARE(steps.edges.back(), (GraphEdge{u"a.2"_s, u"b.1"_s, u"FORWARD"_s, {}}));
    QCOMPARE(steps.nodes[3].title, u"Sink: revenue"_s);
    QCOMPARE(operatorsOf(steps), steps);
    QVERIFY(diffPlans(steps, chain({s_source, s_calc, s_aggregate, s_sink})).isSame());
}

/// Whatever the graphs: every node of both is told of once, and the same comes out each time.
void PlanDiffTest::randomGraphs()
{
    QRandomGenerator random(7);
    const QStringList steps{s_source, s_calc, s_aggregate, s_sink, join(u"InnerJoin"_s, u"(a = b)"_s), u"Union"_s};
    for (int round = 0; round < 60; ++round) {
        const auto make = [&] {
            Graph graph;
            const int count = random.bounded(30);
            for (int i = 0; i < count; ++i) {
                graph.nodes.push_back(sql::planNode(QString::number(i), steps[random.bounded(int(steps.size()))]));
            }
            for (int i = 0; i < count; ++i) {
                graph.edges.push_back({QString::number(random.bounded(count)),
                    QString::number(random.bounded(count + 1)), u"HASH"_s, {}});
            }
            return graph;
        };
        const Graph before = make();
        const Graph after = make();
        const PlanDiff diff = diffPlans(before, after);
        const auto told = [&diff](QString PlanNodeDiff::*id) {
            return std::ranges::count_if(diff.nodes, [id](const PlanNodeDiff& node) { return !(node.*id).isEmpty(); });
        };
        QCOMPARE(told(&PlanNodeDiff::before), std::ptrdiff_t(before.nodes.size()));
        QCOMPARE(told(&PlanNodeDiff::after), std::ptrdiff_t(after.nodes.size()));
        QCOMPARE(planDiffAsText(diffPlans(before, after)), planDiffAsText(diff));
        QVERIFY(diffPlans(before, before).isSame());
    }
}

void PlanDiffTest::model()
{
    PlanDiffModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDiff({});
    QCOMPARE(model.rowCount(), 0);
    model.setDiff(diffPlans(chain({s_source, s_calc, s_aggregate, s_sink}), chain({s_source, s_calc, s_sink})));
    QCOMPARE(model.index(0, PlanDiffModel::Change).data().toString(), u"removed"_s);
    QCOMPARE(model.index(0, PlanDiffModel::State).data().toString(), u"lost"_s);
    QCOMPARE(model.index(0, PlanDiffModel::Key).data().toString(), u"shop"_s);
    QVERIFY(!model.index(0, PlanDiffModel::Reason).data().toString().isEmpty());
    model.setDiff({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(PlanDiffTest)
#include "tst_plandiff.moc"
