// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"

#include <QByteArray>
#include <QObject>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

namespace millrace {

/// The way of an edge: where it leaves its node, then three points (two controls, an end) for each cubic curve.
struct EdgeGeometry {
    std::vector<QPointF> path; ///< empty when an end of the edge is missing
    QPointF label; ///< the middle of its text

    [[nodiscard]] bool isEmpty() const { return path.empty(); }

    friend bool operator==(const EdgeGeometry&, const EdgeGeometry&) = default;
};

/// Where everything stands. Nodes and edges are in the order of the graph; it begins at (0, 0).
struct GraphGeometry {
    QSizeF size;
    std::vector<QRectF> nodes;
    std::vector<EdgeGeometry> edges;

    friend bool operator==(const GraphGeometry&, const GraphGeometry&) = default;
};

/// All that a layout depends on: no names, so that long ones cost nothing and equal shapes share a result.
struct GraphShape {
    struct Edge {
        int from = -1; ///< index of a node; -1 when it is missing
        int to = -1;
        QSizeF label; ///< of its text; empty without one

        friend bool operator==(const Edge&, const Edge&) = default;
    };

    std::vector<QSizeF> nodes;
    std::vector<Edge> edges;

    friend bool operator==(const GraphShape&, const GraphShape&) = default;
};

/// nodeSizes as graph.nodes; labelSizes as graph.edges, or none at all.
[[nodiscard]] GraphShape shapeOf(
    const Graph& graph, std::vector<QSizeF> nodeSizes, const std::vector<QSizeF>& labelSizes = {});
/// The same for equal shapes, now and in the next run of the program.
[[nodiscard]] QByteArray hashOf(const GraphShape& shape);

struct GraphLayoutOptions {
    QString dot; ///< the program; empty looks for "dot" on the PATH
    std::chrono::milliseconds timeLimit{4000}; ///< for dot; then our own layout takes its place
    int mostForDot = 700; ///< nodes and edges together; larger graphs are laid out by ourselves, which takes moments
};

struct GraphLayoutResult {
    GraphGeometry geometry;
    QString note; ///< why it is not what dot makes of it, when dot failed; empty otherwise
};

/// Lays out in the calling thread, which may take until the time limit. Never fails: without dot, or when it crashes or
/// takes too long, our own plain layout stands in and the note says so. cancelled may be null; when it becomes true the
/// result is meaningless. Good results are kept by content for the life of the program.
[[nodiscard]] GraphLayoutResult layoutGraph(
    const GraphShape& shape, const GraphLayoutOptions& options = {}, const std::atomic_bool* cancelled = nullptr);

/// The same off the GUI thread. A newer request cancels the one before; each request that is not cancelled ends with
/// one laidOut().
class GraphLayouter : public QObject {
    Q_OBJECT

public:
    explicit GraphLayouter(QObject* parent = nullptr);
    ~GraphLayouter() override;

    void setOptions(const GraphLayoutOptions& options);

    [[nodiscard]] const GraphLayoutOptions& options() const { return m_options; }

    /// laidOut() may come before this returns, when the result is known already.
    void layout(const GraphShape& shape);
    void layout(const Graph& graph, std::vector<QSizeF> nodeSizes, const std::vector<QSizeF>& labelSizes = {});
    void cancel();

    [[nodiscard]] bool isBusy() const { return m_cancelled != nullptr; }

Q_SIGNALS:
    void laidOut(const millrace::GraphGeometry& geometry, const QString& note);

private:
    GraphLayoutOptions m_options;
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

} // namespace millrace
