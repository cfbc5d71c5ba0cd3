// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graphfold.h"
#include "models/graphlayout.h"
#include "widgets/dag/graphscene.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QMenu;

namespace millrace {

class GraphMinimap;
class GraphPainter;
class GraphTiles;

/// A graph to look at and to walk through: plans and running jobs. Arrow keys follow its edges, dragging moves it, the
/// wheel zooms at the pointer. Figures come and go without moving a node.
class GraphView : public QWidget {
    Q_OBJECT

public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    /// A graph with the same nodes and edges as before keeps its place, zoom and selection.
    void setGraph(const Graph& graph);
    /// Live figures by node id; nodes without one show none.
    void setStatuses(const std::vector<VertexStatus>& statuses);
    void setMarks(const QHash<QString, GraphMark>& marks);
    void setHeat(GraphHeat heat);
    /// Gives the boxes room for a line of figures: for running jobs. Before setGraph(), as it moves nodes.
    void setLive(bool live);
    /// Lights the edges between these nodes; empty lights none.
    void setPath(const QStringList& ids);
    void setLayoutOptions(const GraphLayoutOptions& options);
    /// Stands in the middle while there is no graph: one sentence of what would be here.
    void setEmptyText(const QString& text);

    [[nodiscard]] const Graph& graph() const { return m_graph; }

    /// As it is shown, folds done.
    [[nodiscard]] const GraphScene& scene() const { return m_scene; }

    [[nodiscard]] bool isLaidOut() const { return m_scene.isLaidOut() && !m_layouter.isBusy(); }

    /// What is special about the layout ("dot is not installed …"); empty most of the time.
    [[nodiscard]] const QString& note() const { return m_note; }

    /// Marks the node and brings it into view; a folded one by the node that stands for it. Unknown ids select nothing.
    void selectNode(const QString& id);
    [[nodiscard]] QString selectedNode() const;
    /// Ids in the whole graph that the selected node stands for: itself, or the members of a folded one.
    [[nodiscard]] QStringList selectedMembers() const;

    /// Lights the nodes that contain text and goes to the first; the number of them.
    int find(const QString& text);
    /// The next or previous of them; its number from 1, 0 without any.
    int findNext(bool backwards = false);

    [[nodiscard]] int foundCount() const { return static_cast<int>(m_found.size()); }

    [[nodiscard]] int foundPosition() const { return m_foundPosition; }

    void fit();
    void zoomIn();
    void zoomOut();
    void resetZoom();

    [[nodiscard]] double zoom() const { return m_zoom; }

    /// The node under a point of the view, as an index in the scene's graph; -1 for none.
    [[nodiscard]] int nodeAt(QPointF point) const { return m_scene.nodeAt(toScene(point)); }

    /// One line a node with its figures, in the order of nodesInOrder(): for screen readers.
    [[nodiscard]] QString outline() const;
    /// Where a node is drawn now, in the view's own coordinates; null when it is not shown.
    [[nodiscard]] QRectF nodeRect(const QString& id) const;

    /// Shows only what leads to this node and what it leads to; empty shows all.
    void setFocusNode(const QString& id);
    void setChainsCollapsed(bool collapsed);
    void collapseUpstream(const QString& id);
    void collapseDownstream(const QString& id);
    /// Opens a folded node, or what is folded around this one.
    void expand(const QString& id);
    void expandAll();

    [[nodiscard]] const GraphFolds& folds() const { return m_folds; }

    void setMinimapShown(bool shown);

    [[nodiscard]] bool isMinimapShown() const { return m_minimapShown; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// Empty when nothing is selected any more.
    void nodeSelected(const QString& id);
    /// Enter or a double click.
    void nodeActivated(const QString& id);
    void noteChanged(const QString& note);
    void zoomChanged(double zoom);
    void laidOut();
    void foldsChanged();
    /// Ctrl+F in the view.
    void searchRequested();
    /// A menu opens at a node: more actions may be added.
    void menuAboutToShow(QMenu* menu, const QString& id);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void renewPainter();
    void refold();
    void setFolds(const GraphFolds& folds, const QString& anchor);
    void startLayout();
    void takeGeometry(const GraphGeometry& geometry, const QString& note);
    void spreadStatuses();
    void spreadMarks();
    void updateNode(int node);
    void updateAll();
    void select(int node, bool intoView);
    void bringIntoView(int node);
    [[nodiscard]] double fittingZoom() const;
    void placeFirst();
    void setZoomAt(double zoom, QPointF anchor);
    void setOffset(QPointF offset);
    void updateFound();
    void updateMinimap();
    void placeMinimap();
    void walk(Qt::Key key);
    void pan(Qt::Key key);
    [[nodiscard]] int alongEdge(bool forwards) const;
    [[nodiscard]] int beside(bool right) const;
    bool handleViewKey(QKeyEvent* event);
    void fillMenu(QMenu* menu, int node);
    void announce();

    [[nodiscard]] QPointF toScene(QPointF point) const { return (point - m_offset) / m_zoom; }

    [[nodiscard]] QRectF toView(const QRectF& rect) const;

    [[nodiscard]] QString toolTipOf(int node) const;
    [[nodiscard]] QString figuresText(int node) const;

    Graph m_graph;
    GraphFolds m_folds;
    FoldedGraph m_folded;
    GraphScene m_scene;
    GraphLayouter m_layouter;
    std::vector<VertexStatus> m_statuses;
    QHash<QString, GraphMark> m_marks;
    QStringList m_path;
    QString m_note;
    QString m_sought;
    std::vector<int> m_found; ///< in the order of reading
    int m_foundPosition = 0;
    QString m_emptyText;
    std::unique_ptr<GraphPainter> m_painter;
    std::unique_ptr<GraphTiles> m_tiles;
    GraphMinimap* m_minimap = nullptr;
    QTimer m_waiting; ///< says that it is laying out only when that takes a while
    double m_zoom = 1;
    QPointF m_offset; ///< of the scene's origin in the view
    QString m_anchor; ///< the node that stays where it is when folds change
    QPointF m_anchorAt;
    bool m_fitted = true; ///< keeps fitting until somebody moves it
    bool m_placeWanted = true; ///< a graph that was not seen yet waits for its place
    bool m_minimapShown = true;
    bool m_spaceHeld = false;
    bool m_dragging = false;
    bool m_dragMoved = false;
    int m_pressed = -1;
    QPoint m_dragFrom;
    QPointF m_dragOffset;
};

} // namespace millrace
