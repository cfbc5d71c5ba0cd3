// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"
#include "widgets/dag/graphscene.h"

#include <QFontMetricsF>
#include <QPainterPath>

class QPainter;

namespace millrace {

/// Draws a graph: on the screen, into pictures and on paper alike. Made for one scene and one look; the scene outlives
/// it. Needs a QGuiApplication, as it measures texts.
class GraphPainter {
public:
    GraphPainter(const GraphScene& scene, const Theme& theme);

    /// The size of all boxes. live ones have room for a line of figures and their bar.
    [[nodiscard]] static QSizeF nodeSize(bool live);
    /// Sizes for the layout, as the nodes and edges of graph.
    [[nodiscard]] static std::vector<QSizeF> nodeSizes(const Graph& graph, bool live);
    [[nodiscard]] static std::vector<QSizeF> labelSizes(const Graph& graph);

    /// Draws what lies in area, in scene coordinates. The painter is set up so that one unit is zoom pixels; the
    /// smaller that is the less is drawn of each node.
    void paint(QPainter& painter, const QRectF& area, double zoom);
    /// Nodes as plain rectangles: for the overview.
    void paintOverview(QPainter& painter);

    /// The scene has another status or mark for this node.
    void forgetNode(int node);

    void forgetEdges() { m_bounds.clear(); }

    /// What of a node is drawn beyond its box: the ring around it.
    static constexpr double overhang = 5;

private:
    static constexpr double padding = 11; ///< between a box and its texts

    struct NodeTexts {
        QString title;
        QString parallelism;
        QString subtitle;
        QString third;
        QString worry;
        NodeFigures figures;
        bool done = false;
    };

    struct NodeInk {
        QColor ground;
        QColor text;
        QColor border;
        QColor mark; ///< invalid without one
    };

    const NodeTexts& textsOf(int node);
    void fillTexts(NodeTexts& texts, int node) const;
    [[nodiscard]] NodeInk inkOf(int node) const;
    void paintEdges(QPainter& painter, const QRectF& area, double zoom);
    void paintEdge(QPainter& painter, size_t edge, double zoom) const;
    void paintArrow(QPainter& painter, const std::vector<QPointF>& path, const QColor& color) const;
    void paintLabel(QPainter& painter, size_t edge) const;
    void paintNode(QPainter& painter, int node, double zoom);
    void paintBox(QPainter& painter, int node, const NodeInk& ink, double zoom) const;
    void paintTexts(QPainter& painter, const QRectF& rect, const NodeTexts& texts, const NodeInk& ink, int node) const;
    void paintFarTitle(QPainter& painter, const QRectF& rect, const NodeTexts& texts, const NodeInk& ink) const;
    void paintBar(QPainter& painter, const QRectF& bar, const VertexStatus& status, const NodeInk& ink) const;
    void paintAdvice(QPainter& painter, const QRectF& place) const;
    [[nodiscard]] bool hasAdvice(int node) const;
    [[nodiscard]] bool isLit(size_t edge) const;

    const GraphScene& m_scene;
    Theme m_theme;
    QFont m_titleFont;
    QFont m_textFont;
    QFont m_monoFont;
    QFont m_farFont;
    std::vector<NodeTexts> m_texts;
    std::vector<QRectF> m_bounds; ///< of edges with their labels and arrows
};

} // namespace millrace
