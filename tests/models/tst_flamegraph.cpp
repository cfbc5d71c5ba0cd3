// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flamegraph.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

FlameFrame frame(const QString& name, qint64 samples, std::vector<FlameFrame> children = {})
{
    return {.name = name, .samples = samples, .children = std::move(children)};
}

/// One line a row: "name begin+width".
QString dump(const FlameGraph& graph)
{
    QStringList rows;
    for (int row = 0; row < graph.rowCount(); ++row) {
        QStringList frames;
        for (int i = 0; i < static_cast<int>(graph.row(row).size()); ++i) {
            const FlameGraph::Frame& each = graph.frame({row, i});
            frames.append(u"%1 %2+%3"_s.arg(graph.name({row, i})).arg(each.begin * 100).arg(each.width * 100));
        }
        rows.append(frames.join(u" | "_s));
    }
    return rows.join(u'\n');
}

FlameFrame sample()
{
    return frame(u"root"_s, 100,
        {frame(u"java.lang.Thread.run"_s, 60, {frame(u"b.C.work"_s, 40), frame(u"a.A.idle"_s, 10)}),
            frame(u"a.A.idle"_s, 30), frame(u"java.lang.Thread.run"_s, 10, {frame(u"b.C.work"_s, 10)})});
}

} // namespace

class TestFlameGraph : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void framesOfOneNameAreOne()
    {
        const FlameGraph graph(sample());
        QCOMPARE(
            dump(graph), u"root 0+100\na.A.idle 0+30 | java.lang.Thread.run 30+70\na.A.idle 30+10 | b.C.work 40+50"_s);
        QCOMPARE(graph.frameCount(), 5U);
        QVERIFY(!graph.isDifference());
        QCOMPARE(graph.row(1)[0].before, -1.0);
    }

    void placesAndPaths()
    {
        const FlameGraph graph(sample());
        QCOMPARE(graph.name(graph.at(1, 0.2)), u"a.A.idle"_s);
        QCOMPARE(graph.name(graph.at(2, 0.6)), u"b.C.work"_s);
        QVERIFY(!graph.at(2, 0.95).isValid());
        QVERIFY(!graph.at(9, 0.5).isValid());
        QVERIFY(!graph.at(-1, 0.5).isValid());
        const FlameGraph::Place work = graph.at(2, 0.6);
        const QStringList path = graph.pathOf(work);
        QCOMPARE(path, (QStringList{u"root"_s, u"java.lang.Thread.run"_s, u"b.C.work"_s}));
        QCOMPARE(graph.find(path), work);
        QCOMPARE(graph.name(graph.find({u"root"_s, u"java.lang.Thread.run"_s, u"gone"_s})), u"java.lang.Thread.run"_s);
    }

    void matchesCountOnce()
    {
        const FlameGraph graph(frame(u"r"_s, 100, {frame(u"x"_s, 50, {frame(u"x"_s, 50)}), frame(u"y"_s, 50)}));
        QCOMPARE(graph.matchedShare(graph.matches(u"X"_s)), 0.5);
        QCOMPARE(graph.matchedShare(graph.matches({})), 0.0);
    }

    void differencesAreInShares()
    {
        const FlameGraph graph = FlameGraph::difference(frame(u"r"_s, 10, {frame(u"gone"_s, 5), frame(u"kept"_s, 5)}),
            frame(u"r"_s, 1000, {frame(u"kept"_s, 1000)}));
        QVERIFY(graph.isDifference());
        QCOMPARE(dump(graph), u"r 0+100\nkept 0+100"_s);
        QCOMPARE(graph.row(1)[0].before, 0.5);
    }

    void strangeGraphs()
    {
        QVERIFY(FlameGraph().isEmpty());
        QVERIFY(FlameGraph(FlameFrame{}).isEmpty());
        // A root without a count, negative counts.
        const FlameGraph graph(frame(u"r"_s, 0, {frame(u"a"_s, 3), frame(u"b"_s, -7)}));
        QCOMPARE(dump(graph), u"r 0+100\na 0+100"_s);
        FlameFrame deep = frame(u"f"_s, 1);
        for (int i = 0; i < 500; ++i) {
            deep = frame(u"f"_s, 1, {deep});
        }
        QCOMPARE(FlameGraph(deep).rowCount(), 501);
        QCOMPARE(shortFrameName(u"java.lang.Thread.run:829"_s), u"Thread.run"_s);
        QCOMPARE(shortFrameName(u"main"_s), u"main"_s);
    }
};

QTEST_GUILESS_MAIN(TestFlameGraph)
#include "tst_flamegraph.moc"
