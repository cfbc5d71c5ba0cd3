// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphfixture.h"
#include "models/graphfold.h"
#include "models/graphtext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// "a>b b>c d": edges, then nodes that stand alone.
QString brief(const Graph& graph)
{
    QStringList parts;
    QSet<QString> linked;
    for (const GraphEdge& edge : graph.edges) {
        parts << QString(edge.from + u'>' + edge.to);
        linked << edge.from << edge.to;
    }
    for (const GraphNode& node : graph.nodes) {
        if (!linked.contains(node.id)) {
            parts << node.id;
        }
    }
    return parts.join(u' ');
}

Graph shop()
{
    Graph graph = graphOf(u"orders>calc>join users>join>agg>sink"_s);
    graph.nodes[0].chain = u"v1"_s;
    graph.nodes[1].chain = u"v1"_s;
    graph.nodes[4].chain = u"v3"_s;
    graph.nodes[5].chain = u"v3"_s;
    graph.nodes[2].parallelism = 4;
    graph.nodes[2].advice = {u"State grows without bound."_s};
    graph.edges[1].description = u"hash[user_id]"_s;
    return graph;
}

} // namespace

class TestGraphText : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void anOutlineReadsFromTheSources()
    {
        QCOMPARE(graphAsText(shop()),
            u"orders; a source\n"
            "calc; from orders by HASH\n"
            "users; a source\n"
            "join, parallelism 4; from calc by HASH[user_id], users by HASH; advice: State grows without bound.\n"
            "agg; from join by HASH\n"
            "sink; from agg by HASH\n"_s);
        QVERIFY(graphAsText(graphOf(u"a"_s), {u"busy 97 %"_s}).startsWith(u"a, busy 97 %;"_s));
    }

    void cyclesHaveAnOrderToo()
    {
        const std::vector<int> order = nodesInOrder(graphOf(u"a>b>c>b c>d x>y>x"_s));
        QCOMPARE(order, (std::vector<int>{0, 1, 2, 3, 4, 5}));
        QVERIFY(nodesInOrder({}).empty());
    }

    void subtitlesSayWhatTheTitleDoesNot_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("description");
        QTest::addColumn<QString>("subtitle");
        QTest::newRow("own words") << u"Join"_s << u"Join(where=[a = b])"_s << u"where=[a = b]"_s;
        QTest::newRow("table") << u"TableSourceScan"_s << u"TableSourceScan(table=[[c, d, orders]], fields=[id])"_s
                               << u"orders, fields=[id]"_s;
        QTest::newRow("lines") << u"Calc"_s << u"one\n  two"_s << u"one two"_s;
        QTest::newRow("nothing more") << u"Calc"_s << u"Calc"_s << QString();
        QTest::newRow("only the type") << u"Calc"_s << u"Calc()"_s << u""_s;
    }

    void subtitlesSayWhatTheTitleDoesNot()
    {
        QFETCH(const QString, type);
        QFETCH(const QString, description);
        QFETCH(const QString, subtitle);
        GraphNode node = graphNode(u"1"_s, type);
        node.description = description;
        QCOMPARE(subtitleOf(node), subtitle);
    }

    void titlesFallBack()
    {
        GraphNode node;
        node.id = u"7"_s;
        QCOMPARE(titleOf(node), u"7"_s);
        node.type = u"Join"_s;
        QCOMPARE(titleOf(node), u"Join"_s);
        node.title = u"Join users"_s;
        QCOMPARE(titleOf(node), u"Join users"_s);
        QVERIFY(!titleOf({}).isEmpty());
    }

    void labelsJoinShippingAndKeys()
    {
        QCOMPARE(labelOf({u"a"_s, u"b"_s, u"HASH"_s, u"hash[id]"_s}), u"HASH[id]"_s);
        QCOMPARE(labelOf({u"a"_s, u"b"_s, u"HASH"_s, {}}), u"HASH"_s);
        QCOMPARE(labelOf({u"a"_s, u"b"_s, {}, u"broadcast"_s}), u"broadcast"_s);
        QCOMPARE(labelOf({u"a"_s, u"b"_s, u"FORWARD"_s, u"something else"_s}), u"FORWARD"_s);
    }

    void dotIsQuoted()
    {
        Graph graph = graphOf(u"a>b b>missing"_s);
        graph.nodes.pop_back();
        graph.nodes[0].title = u"say \"hi\" \\ \n there"_s;
        QCOMPARE(graphAsDot(graph),
            u"digraph {\n"
            "  node [shape=box];\n"
            "  n0 [label=\"say \\\"hi\\\" \\\\ there\", tooltip=\"a\"];\n"
            "  n1 [label=\"b\"];\n"
            "  n0 -> n1 [label=\"HASH\"];\n"
            "}\n"_s);
    }

    void jsonIsStable()
    {
        Graph graph = graphOf(u"a>b"_s);
        graph.nodes[0].description = u"x = 'ü' \"\n"_s;
        graph.nodes[1].parallelism = 3;
        const QByteArray json = graphAsJson(graph);
        QCOMPARE(QString::fromUtf8(json),
            u"{\"nodes\":[{\"id\":\"a\",\"type\":\"a\",\"description\":\"x = 'ü' \\\"\\n\",\"parallelism\":0},"
            "{\"id\":\"b\",\"type\":\"b\",\"description\":\"\",\"parallelism\":3}],"
            "\"edges\":[{\"from\":\"a\",\"to\":\"b\",\"ship\":\"HASH\"}]}"_s);
        QVERIFY(!QJsonDocument::fromJson(json).isNull());
        QCOMPARE(graphAsJson({}), QByteArray("{\"nodes\":[],\"edges\":[]}"));
    }

    void folds_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("result");
        QTest::newRow("none") << u"none"_s << QString() << u"orders>calc calc>join users>join join>agg agg>sink"_s;
        QTest::newRow("chains") << u"chains"_s << QString() << u"v1>join users>join join>v3"_s;
        QTest::newRow("up") << u"up"_s << u"join"_s
                            << u"upstream of join>join upstream of join>join join>agg agg>sink"_s;
        QTest::newRow("down") << u"down"_s << u"join"_s
                              << u"orders>calc calc>join users>join join>downstream of join"_s;
        QTest::newRow("nothing above") << u"up"_s << u"orders"_s
                                       << u"orders>calc calc>join users>join join>agg agg>sink"_s;
        QTest::newRow("focus") << u"focus"_s << u"users"_s << u"users>join join>agg agg>sink"_s;
        QTest::newRow("unknown") << u"focus"_s << u"nobody"_s
                                 << u"orders>calc calc>join users>join join>agg agg>sink"_s;
    }

    void folds()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, id);
        QFETCH(const QString, result);
        GraphFolds folds;
        folds.chains = kind == u"chains"_s;
        folds.upstream = kind == u"up"_s ? QSet<QString>{id} : QSet<QString>();
        folds.downstream = kind == u"down"_s ? QSet<QString>{id} : QSet<QString>();
        folds.focus = kind == u"focus"_s ? id : QString();
        QCOMPARE(brief(foldGraph(shop(), folds).graph), result);
    }

    void aFoldedNodeStandsForItsMembers()
    {
        GraphFolds folds;
        folds.chains = true;
        const FoldedGraph folded = foldGraph(shop(), folds);
        QCOMPARE(folded.graph.nodes[0].title, u"orders → calc"_s);
        QCOMPARE(folded.shownAs.value(u"calc"_s), u"v1"_s);
        QCOMPARE(folded.members.value(u"v3"_s), (QStringList{u"agg"_s, u"sink"_s}));
        QVERIFY(hasChains(shop()));
        QVERIFY(!hasChains(graphOf(u"a>b"_s)));
        folds.chains = false;
        folds.upstream = {u"agg"_s};
        const FoldedGraph up = foldGraph(shop(), folds);
        QCOMPARE(up.upstreamOf.size(), 1);
        QCOMPARE(up.graph.nodes[0].advice.size(), 1);
    }

    void foldsOverlapWithoutLosingNodes()
    {
        for (quint32 seed = 1; seed < 60; ++seed) {
            const GraphShape shape = randomShape(seed, 14, 22);
            Graph graph;
            for (size_t i = 0; i < shape.nodes.size(); ++i) {
                graph.nodes.push_back(graphNode(QString::number(i)));
                graph.nodes.back().chain = i % 3 == 0 ? QString::number(i % 4) : QString();
            }
            for (const GraphShape::Edge& edge : shape.edges) {
                graph.edges.push_back({QString::number(edge.from), QString::number(edge.to), {}, {}});
            }
            GraphFolds folds;
            folds.chains = seed % 2 == 0;
            folds.upstream = {u"3"_s, u"7"_s};
            folds.downstream = {u"5"_s, u"3"_s};
            const FoldedGraph folded = foldGraph(graph, folds);
            QHash<QString, int> index = indexById(folded.graph);
            QCOMPARE(index.size(), static_cast<qsizetype>(folded.graph.nodes.size()));
            for (const GraphNode& node : graph.nodes) {
                QVERIFY(index.contains(folded.shownAs.value(node.id)));
            }
            for (const GraphEdge& edge : folded.graph.edges) {
                QVERIFY(index.contains(edge.from) && index.contains(edge.to));
            }
        }
    }

    void waysUpAndDownEndInCycles()
    {
        const Graph graph = graphOf(u"a>b>c>a c>d"_s);
        QCOMPARE(ancestorsOf(graph, u"b"_s), (QSet<QString>{u"a"_s, u"c"_s}));
        QCOMPARE(descendantsOf(graph, u"b"_s), (QSet<QString>{u"a"_s, u"c"_s, u"d"_s}));
        QVERIFY(ancestorsOf(graph, u"nobody"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGraphText)
#include "tst_graphtext.moc"
