// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphfixture.h"
#include "models/graphdot.h"
#include "models/graphlayered.h"
#include "models/graphlayout.h"
#include "models/graphtext.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::vector<QSizeF> boxes(const Graph& graph)
{
    return std::vector<QSizeF>(graph.nodes.size(), QSizeF(100, 40));
}

GraphLayoutOptions ownLayout()
{
    GraphLayoutOptions options;
    options.mostForDot = 0;
    return options;
}

} // namespace

class TestGraphLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void aDiamondInLayers()
    {
        const Graph graph = graphOf(u"a>b a>c b>d c>d"_s);
        const GraphGeometry geometry = layoutLayered(shapeOf(graph, boxes(graph)));
        QCOMPARE(geometryAsText(graph, geometry),
            u"size 228×208\n"
            "a: 64,0 100×40\n"
            "b: 0,84 100×40\n"
            "c: 128,84 100×40\n"
            "d: 64,168 100×40\n"
            "a -> b: 88,40 88,62 50,62 50,84\n"
            "a -> c: 140,40 140,62 178,62 178,84\n"
            "b -> d: 50,124 50,146 88,146 88,168\n"
            "c -> d: 178,124 178,146 140,146 140,168\n"_s);
    }

    void aLongEdgePassesBetweenTheOthers()
    {
        const Graph graph = graphOf(u"a>b>c>d a>d"_s);
        const GraphShape shape = shapeOf(graph, boxes(graph));
        const GraphGeometry geometry = layoutLayered(shape);
        QCOMPARE(flawOf(geometry, shape), QString());
        const std::vector<QPointF>& path = geometry.edges[3].path;
        QVERIFY(path.size() > 4);
        for (const size_t between : {1U, 2U}) {
            QVERIFY(!geometry.nodes[between].contains(path[path.size() / 2]));
        }
    }

    void theOddOnes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("one") << u"a"_s;
        QTest::newRow("loop") << u"a>a"_s;
        QTest::newRow("cycle of two") << u"a>b>a"_s;
        QTest::newRow("cycle without a source") << u"a>b>c>d>a b>d"_s;
        QTest::newRow("parallel edges") << u"a>b a>b a>b"_s;
        QTest::newRow("parts") << u"a>b c>d e f g>h>g"_s;
        QTest::newRow("many sources") << u"a>z b>z c>z d>z e>z f>z g>z h>z i>z j>y>z"_s;
    }

    void theOddOnes()
    {
        QFETCH(const QString, text);
        const Graph graph = graphOf(text);
        const GraphShape shape = shapeOf(graph, boxes(graph));
        QCOMPARE(flawOf(layoutLayered(shape), shape), QString());
        const GraphLayoutResult byDot = layoutGraph(shape);
        QCOMPARE(flawOf(byDot.geometry, shape), QString());
        QCOMPARE(byDot.note, QString());
    }

    void anEdgeToNowhereIsLeftOut()
    {
        Graph graph = graphOf(u"a>b"_s);
        graph.edges.push_back({u"b"_s, u"missing"_s, {}, {}});
        const GraphShape shape = shapeOf(graph, boxes(graph));
        QCOMPARE(shape.edges[1].to, -1);
        for (const GraphGeometry& geometry : {layoutLayered(shape), layoutGraph(shape).geometry}) {
            QCOMPARE(flawOf(geometry, shape), QString());
            QVERIFY(geometry.edges[1].isEmpty());
        }
    }

    void randomGraphsByOurselves()
    {
        for (quint32 seed = 1; seed <= 120; ++seed) {
            const int nodes = static_cast<int>(seed % 40) + 1;
            const GraphShape shape = randomShape(seed, nodes, static_cast<int>(seed * 7 % 90));
            const GraphGeometry geometry = layoutLayered(shape);
            QVERIFY2(flawOf(geometry, shape).isEmpty(), qPrintable(u"seed %1: "_s.arg(seed) + flawOf(geometry, shape)));
            QVERIFY2(layoutLayered(shape) == geometry, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void randomGraphsByDot()
    {
        for (quint32 seed = 1; seed <= 25; ++seed) {
            const GraphShape shape = randomShape(seed, static_cast<int>(seed) + 1, static_cast<int>(seed * 2));
            const graphdot::Answer first = graphdot::run(shape, {}, nullptr);
            QVERIFY(first.outcome == graphdot::Outcome::Good);
            QVERIFY2(flawOf(first.geometry, shape).isEmpty(),
                qPrintable(u"seed %1: "_s.arg(seed) + flawOf(first.geometry, shape)));
            QVERIFY(graphdot::run(shape, {}, nullptr).geometry == first.geometry);
        }
    }

    void fiveThousandNodes()
    {
        const GraphShape shape = layeredShape(7, 5000, 50);
        QElapsedTimer clock;
        clock.start();
        const GraphLayoutResult result = layoutGraph(shape);
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(flawOf(result.geometry, shape), QString());
    }

    void namesNeverReachDot()
    {
        Graph graph = graphOf(u"a>b"_s);
        graph.nodes[0].id = QString(10'000, u'"');
        graph.edges[0].from = graph.nodes[0].id;
        const QByteArray input = graphdot::toInput(shapeOf(graph, boxes(graph)));
        QVERIFY(input.size() < 600);
        QVERIFY(input.contains("0->1;"));
    }

    void equalShapesHaveEqualHashes()
    {
        const GraphShape shape = randomShape(3, 12, 20);
        GraphShape other = shape;
        QCOMPARE(hashOf(other), hashOf(shape));
        std::swap(other.edges[0], other.edges[1]);
        QVERIFY(hashOf(other) != hashOf(shape));
        other = shape;
        other.nodes[3].rwidth() += 1;
        QVERIFY(hashOf(other) != hashOf(shape));
    }

    void garbledAnswersAreNoLayouts_data()
    {
        QTest::addColumn<QByteArray>("plain");
        const QByteArray head = "graph 1 4 3\nnode 0 1 2.5 1.4 .5 \"\" solid box black lightgrey\n";
        const QByteArray second = "node 1 1 .5 1.4 .5 \"\" solid box black lightgrey\n";
        const QByteArray edge = "edge 0 1 4 1 2 1 1.5 1 1.5 1 1 solid black\n";
        QTest::newRow("good") << head + second + edge + "stop\n";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no end") << head + second + edge;
        QTest::newRow("a node is missing") << head + edge + "stop\n";
        QTest::newRow("an edge is missing") << head + second + "stop\n";
        QTest::newRow("a node too many") << head + second + "node 2 1 1 1 1\n" + edge + "stop\n";
        QTest::newRow("not a number") << head + second + "edge 0 1 4 1 2 1 x 1 1.5 1 1 solid black\nstop\n";
        QTest::newRow("infinite") << head + second + "edge 0 1 4 1 2 1 inf 1 1.5 1 1 solid black\nstop\n";
        QTest::newRow("cut edge") << head + second + "edge 0 1 4 1 2 1\nstop\n";
        QTest::newRow("bad count") << head + second + "edge 0 1 5 1 2 1 1 1 1 1 1 1 1\nstop\n";
        QTest::newRow("a page") << QByteArray("<html>\n<body>dot</body>\n");
    }

    void garbledAnswersAreNoLayouts()
    {
        QFETCH(const QByteArray, plain);
        const Graph graph = graphOf(u"a>b"_s);
        const bool good = qstrcmp(QTest::currentDataTag(), "good") == 0;
        QCOMPARE(graphdot::fromPlain(plain, shapeOf(graph, boxes(graph))).has_value(), good);
    }

    void withoutDotOurLayoutStandsIn_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing") << QByteArray() << u"not installed"_s;
        QTest::newRow("hangs") << QByteArray("exec sleep 600") << u"0.3 s"_s;
        QTest::newRow("hangs and writes") << QByteArray("while :; do echo graph 1 1 1; done") << u"more plainly"_s;
        QTest::newRow("fails") << QByteArray("exit 3") << u"ended with an error"_s;
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << u"ended with an error"_s;
        QTest::newRow("garbled") << QByteArray("cat > /dev/null; echo hello") << u"not a layout"_s;
        QTest::newRow("says nothing") << QByteArray("cat > /dev/null") << u"not a layout"_s;
    }

    void withoutDotOurLayoutStandsIn()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const QString, says);
        const QTemporaryDir folder;
        GraphLayoutOptions options;
        options.dot = script.isEmpty() ? folder.filePath(u"dot"_s) : fakeDot(folder, script);
        options.timeLimit = says == u"0.3 s"_s || says == u"more plainly"_s ? 300ms : 20'000ms;
        const GraphShape shape = randomShape(11, 9, 14);
        GraphLayouter layouter;
        layouter.setOptions(options);
        QSignalSpy spy(&layouter, &GraphLayouter::laidOut);
        layouter.layout(shape);
        QTRY_COMPARE(spy.count(), 1);
        QVERIFY2(spy[0][1].toString().contains(says), qPrintable(spy[0][1].toString()));
        QVERIFY(spy[0][0].value<GraphGeometry>() == layoutLayered(shape));
        QVERIFY(!layouter.isBusy());
    }

    void aNewerRequestCancelsTheOneBefore()
    {
        const QTemporaryDir folder;
        GraphLayoutOptions hanging;
        hanging.dot = fakeDot(folder, "exec sleep 600");
        hanging.timeLimit = 500s;
        GraphLayouter layouter;
        QSignalSpy spy(&layouter, &GraphLayouter::laidOut);
        layouter.setOptions(hanging);
        layouter.layout(randomShape(21, 5, 6));
        QVERIFY(layouter.isBusy());
        layouter.setOptions(ownLayout());
        const GraphShape shape = randomShape(22, 6, 6);
        layouter.layout(shape);
        QTRY_COMPARE(spy.count(), 1);
        QVERIFY(spy[0][0].value<GraphGeometry>() == layoutLayered(shape));
        layouter.setOptions(hanging);
        layouter.layout(randomShape(23, 5, 6));
        layouter.cancel();
        QVERIFY(!layouter.isBusy());
    }

    void aLayouterMayDieWhileItWorks()
    {
        const QTemporaryDir folder;
        GraphLayoutOptions hanging;
        hanging.dot = fakeDot(folder, "exec sleep 600");
        hanging.timeLimit = 500s;
        {
            GraphLayouter layouter;
            layouter.setOptions(hanging);
            layouter.layout(randomShape(31, 5, 6));
        }
        GraphLayouter next; // its turn comes only when the threads are free again
        QSignalSpy spy(&next, &GraphLayouter::laidOut);
        next.setOptions(ownLayout());
        next.layout(randomShape(32, 5, 6));
        QTRY_COMPARE(spy.count(), 1);
    }

    void aKnownShapeIsThereAtOnce()
    {
        GraphLayouter layouter;
        QSignalSpy spy(&layouter, &GraphLayouter::laidOut);
        const GraphShape shape = randomShape(41, 12, 18);
        layouter.layout(shape);
        QTRY_COMPARE(spy.count(), 1);
        GraphLayouter other;
        QSignalSpy again(&other, &GraphLayouter::laidOut);
        other.layout(shape);
        QCOMPARE(again.count(), 1);
        QVERIFY(again[0][0].value<GraphGeometry>() == spy[0][0].value<GraphGeometry>());
    }
};

QTEST_GUILESS_MAIN(TestGraphLayout)
#include "tst_graphlayout.moc"
