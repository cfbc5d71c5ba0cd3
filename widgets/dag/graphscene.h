// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "models/graphlayout.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace millrace {

/// How a node stands out: in a comparison of two plans, or because somebody advises on it.
enum class GraphMark { None, Same, Added, Removed, Changed, Advice };

/// What the ground of a running vertex and the figure at its right tell.
enum class GraphHeat { Busy, Backpressure, Rate, Watermark };

/// All that one picture of a graph depends on but its colours.
struct GraphScene {
    Graph graph;
    GraphGeometry geometry; ///< empty until it is laid out
    std::vector<std::optional<VertexStatus>> statuses; ///< as graph.nodes
    std::vector<GraphMark> marks; ///< as graph.nodes
    std::vector<int> from, to; ///< indices of nodes by edge; -1 when missing
    GraphHeat heat = GraphHeat::Busy;
    bool live = false; ///< the boxes have room for a line of figures
    double mostPerSecond = 0; ///< the largest rate of all nodes: what Rate takes as hot
    QDateTime now; ///< what lateness is counted from
    int selected = -1;
    QSet<int> found; ///< nodes that the search matches
    int foundCurrent = -1;
    QSet<int> pathNodes; ///< a path that is lit
    QSet<int> pathEdges;

    void setGraph(Graph newGraph);

    [[nodiscard]] bool isLaidOut() const { return geometry.nodes.size() == graph.nodes.size(); }

    /// In scene coordinates; nothing under it gives -1.
    [[nodiscard]] int nodeAt(QPointF point) const;

    [[nodiscard]] QRectF bounds() const { return {QPointF(), geometry.size}; }
};

/// What a box shows of a status: the ground's step and the figure at its right.
struct NodeFigures {
    int heat = 0; ///< 0…4, as the tokens of the same names
    QString figure; ///< "busy 97 %"
    QString flow; ///< "35.7 k/s → 17.4 k/s"; empty when not known
    QString worry; ///< "skew 1.7 ×", "18 min late"; empty when all is well
    bool failed = false;

    friend bool operator==(const NodeFigures&, const NodeFigures&) = default;
};

/// The step of the heat alone: cheap enough for every node of a large graph.
[[nodiscard]] int heatStepOf(const GraphScene& scene, const VertexStatus& status);
[[nodiscard]] NodeFigures figuresOf(const GraphScene& scene, const VertexStatus& status);
/// "18 min late" by the watermark; empty when it keeps up or is not known.
[[nodiscard]] QString latenessText(const VertexStatus& status, const QDateTime& now);

} // namespace millrace
