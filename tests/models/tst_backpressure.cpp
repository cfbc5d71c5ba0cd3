// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backpressure.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

VertexStatus vertex(const QString& id, std::optional<double> busy, std::optional<double> backpressured)
{
    VertexStatus status;
    status.id = id;
    status.busy = busy;
    status.backpressured = backpressured;
    return status;
}

/// a -> b -> c -> d, with a title each.
Graph chain()
{
    Graph graph;
    for (const QString& id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        graph.nodes.push_back({.id = id, .title = id.toUpper()});
    }
    graph.edges = {{.from = u"a"_s, .to = u"b"_s}, {.from = u"b"_s, .to = u"c"_s}, {.from = u"c"_s, .to = u"d"_s}};
    return graph;
}

} // namespace

class BackpressureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsToTheBusyOne();
    void nobodyIsHeldUp();
    void nobodySaysWhoIsBusy();
    void cycleEnds();
};

void BackpressureTest::followsToTheBusyOne()
{
    const auto brake = findBrake(chain(),
        {vertex(u"a"_s, std::nullopt, 0.9), vertex(u"b"_s, 0.2, 0.7), vertex(u"c"_s, 0.98, 0.0),
            vertex(u"d"_s, 0.1, 0.0)});
    QVERIFY(brake);
    QCOMPARE(brake->vertexId, u"c"_s);
    QCOMPARE(brake->sentence, u"C is the brake: it is busy 98 % of the time, and B waits for it 70 % of the time."_s);
}

void BackpressureTest::nobodyIsHeldUp()
{
    QVERIFY(!findBrake(chain(), {vertex(u"a"_s, 1.0, 0.0), vertex(u"b"_s, 1.0, 0.05)}));
    QVERIFY(!findBrake({}, {}));
}

void BackpressureTest::nobodySaysWhoIsBusy()
{
    QVERIFY(!findBrake(chain(), {vertex(u"a"_s, 0.1, 0.9), vertex(u"b"_s, std::nullopt, std::nullopt)}));
}

void BackpressureTest::cycleEnds()
{
    Graph graph = chain();
    graph.edges.push_back({.from = u"d"_s, .to = u"a"_s});
    QVERIFY(!findBrake(graph,
        {vertex(u"a"_s, 0.1, 0.9), vertex(u"b"_s, 0.1, 0.9), vertex(u"c"_s, 0.1, 0.9), vertex(u"d"_s, 0.1, 0.9)}));
}

QTEST_GUILESS_MAIN(BackpressureTest)
#include "tst_backpressure.moc"
