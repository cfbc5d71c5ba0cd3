// SPDX-License-Identifier: GPL-3.0-or-later
// How long graphs of 100, 1,000 and 5,000 vertices and a chain of 300 joins take: layout by dot and by ourselves, from
// setGraph() to the first picture, a frame while panning, and new figures for every vertex. Frames are painted into an
// image of 1600 × 1000, as the screen's own copying is not ours.
#include "models/graphdot.h"
#include "models/graphlayered.h"
#include "widgets/common/theme.h"
#include "widgets/dag/graphpainter.h"
#include "widgets/dag/graphview.h"

#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void addNode(Graph& graph, const QString& type)
{
    GraphNode node;
    node.id = QString::number(graph.nodes.size());
    node.type = type;
    node.title = type + u' ' + node.id;
    node.description = type + u"(select=[id, user_id, amount], where=[(amount > 10)])"_s;
    node.parallelism = 8;
    graph.nodes.push_back(node);
}

void addEdge(Graph& graph, int from, int to)
{
    graph.edges.push_back({QString::number(from), QString::number(to), u"HASH"_s, u"hash[id]"_s});
}

/// Layers that get a node from the one before, and at times a second one.
Graph layers(int count, int perLayer)
{
    QRandomGenerator random(1);
    Graph graph;
    for (int i = 0; i < count; ++i) {
        addNode(graph, i < perLayer ? u"Source"_s : u"Calc"_s);
        if (i >= perLayer) {
            const int above = i - i % perLayer - perLayer;
            addEdge(graph, above + i % perLayer, i);
            if (random.bounded(3) == 0) {
                addEdge(graph, above + random.bounded(perLayer), i);
            }
        }
    }
    return graph;
}

Graph joins(int count)
{
    Graph graph;
    addNode(graph, u"Source"_s);
    for (int i = 0, before = 0; i < count; ++i) {
        addNode(graph, u"Source"_s);
        addNode(graph, u"Join"_s);
        const int join = static_cast<int>(graph.nodes.size()) - 1;
        addEdge(graph, before, join);
        addEdge(graph, join - 1, join);
        before = join;
    }
    return graph;
}

std::vector<VertexStatus> statuses(const Graph& graph, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<VertexStatus> all;
    for (const GraphNode& node : graph.nodes) {
        VertexStatus status;
        status.id = node.id;
        status.state = JobState::Running;
        status.busy = random.generateDouble();
        status.backpressured = random.generateDouble();
        status.recordsInPerSecond = random.generateDouble() * 1e5;
        status.recordsOutPerSecond = random.generateDouble() * 1e5;
        all.push_back(status);
    }
    return all;
}

void print(const char* what, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    std::printf("  %-34s p50 %8.2f ms   p95 %8.2f ms   max %8.2f ms   (%zu)\n", what, values[values.size() / 2],
        values[values.size() * 95 / 100], values.back(), values.size());
    std::fflush(stdout);
}

void pan(GraphView& view, QImage& frame, const char* what)
{
    const auto send = [&](QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, view.mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    };
    std::vector<double> times;
    QPointF at(800, 900);
    send(QEvent::MouseButtonPress, at, Qt::MiddleButton, Qt::MiddleButton);
    for (int i = 0; i < 120; ++i) {
        const auto start = Clock::now();
        at -= QPointF(i < 60 ? 9 : -4, 14);
        send(QEvent::MouseMove, at, Qt::NoButton, Qt::MiddleButton);
        view.render(&frame);
        times.push_back(millisecondsSince(start));
    }
    send(QEvent::MouseButtonRelease, at, Qt::MiddleButton, {});
    print(what, times);
}

void measureLayouts(const Graph& graph)
{
    const GraphShape shape = shapeOf(graph, GraphPainter::nodeSizes(graph, true), GraphPainter::labelSizes(graph));
    auto start = Clock::now();
    const GraphGeometry own = layoutLayered(shape);
    print("layout by ourselves", {millisecondsSince(start)});
    GraphLayoutOptions options;
    options.timeLimit = std::chrono::seconds(30);
    start = Clock::now();
    const bool good = graphdot::run(shape, options, nullptr).outcome == graphdot::Outcome::Good;
    print(good ? "layout by dot" : "layout by dot (given up)", {millisecondsSince(start)});
}

void measureGraph(const char* name, const Graph& graph)
{
    std::printf("%s: %zu nodes, %zu edges\n", name, graph.nodes.size(), graph.edges.size());
    measureLayouts(graph);
    GraphView view;
    view.setLive(true);
    view.resize(1600, 1000);
    QImage frame(view.size(), QImage::Format_RGB32);
    auto start = Clock::now();
    view.setGraph(graph);
    view.setStatuses(statuses(graph, 1));
    while (!view.isLaidOut()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    view.render(&frame);
    print("from the graph to its picture", {millisecondsSince(start)});
    view.resetZoom();
    pan(view, frame, "panning at 100 %");
    view.fit();
    start = Clock::now();
    view.render(&frame);
    print("first frame of all of it", {millisecondsSince(start)});
    for (int i = 0; i < 3; ++i) {
        view.zoomIn();
    }
    pan(view, frame, "panning at twice the fit");
    view.resetZoom();
    view.render(&frame);
    std::vector<double> times;
    for (quint32 i = 2; i < 22; ++i) {
        const auto fresh = statuses(graph, i);
        start = Clock::now();
        view.setStatuses(fresh);
        view.render(&frame);
        times.push_back(millisecondsSince(start));
    }
    print("new figures for all, and a frame", times);
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    applyTheme(application);
    measureGraph("100 vertices", layers(100, 8));
    measureGraph("1,000 vertices", layers(1000, 20));
    measureGraph("5,000 vertices", layers(5000, 50));
    measureGraph("300 joins", joins(300));
    return 0;
}
