// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flamegraph.h"

#include <QAbstractScrollArea>

namespace millrace {

/// A flame graph hanging from its root: a click on a frame gives it the whole width, arrows walk, Backspace goes back
/// out. Frames that are narrower than a pixel are not looked at one by one, so size does not matter.
class FlameView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit FlameView(QWidget* parent = nullptr);

    /// The frame that was zoomed into stays so when it is still there.
    void setGraph(FlameGraph graph);
    void setSearch(const QString& text);

    [[nodiscard]] const FlameGraph& graph() const { return m_graph; }

    [[nodiscard]] FlameGraph::Place zoomed() const { return m_zoomed; }

    void zoomTo(FlameGraph::Place place);
    void resetZoom();

    /// The share of the whole in frames that match the search.
    [[nodiscard]] double matchedShare() const;

    /// Where a frame is drawn, in the viewport; null when it is not.
    [[nodiscard]] QRectF frameRect(FlameGraph::Place place) const;
    /// What stands under a place of the viewport.
    [[nodiscard]] FlameGraph::Place placeAt(QPointF point) const;
    [[nodiscard]] QString textOf(FlameGraph::Place place) const;

Q_SIGNALS:
    /// The frame under the mouse or walked to, in words; empty without one.
    void described(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void updateScroll();
    void paintRow(QPainter& painter, int row) const;
    [[nodiscard]] QColor groundOf(const FlameGraph::Frame& frame) const;
    [[nodiscard]] double begin() const;
    [[nodiscard]] double span() const;
    [[nodiscard]] double top(int row) const;
    void setCurrent(FlameGraph::Place place);
    void walk(int key);

    FlameGraph m_graph;
    QString m_search;
    std::vector<bool> m_matched;
    FlameGraph::Place m_zoomed{0, 0};
    FlameGraph::Place m_current;
    FlameGraph::Place m_hovered;
};

} // namespace millrace
