// SPDX-License-Identifier: GPL-3.0-or-later
// Where the graph stands in the view, and how large.
#include "widgets/dag/graphminimap.h"
#include "widgets/dag/graphpainter.h"
#include "widgets/dag/graphtiles.h"
#include "widgets/dag/graphview.h"

#include <algorithm>
#include <cmath>

namespace millrace {

namespace {

constexpr double leastZoom = 0.01;
constexpr double mostZoom = 4;
constexpr double leastReadable = 0.35; ///< a graph that is new is not shown smaller
constexpr double margin = 24; ///< around the graph when it is fitted
constexpr int minimapMargin = 12;

} // namespace

double GraphView::fittingZoom() const
{
    const QSizeF whole = m_scene.geometry.size;
    const double across = (width() - 2 * margin) / std::max(1.0, whole.width());
    const double down = (height() - 2 * margin) / std::max(1.0, whole.height());
    return std::clamp(std::min({across, down, 1.0}), leastZoom, mostZoom);
}

/// All of a graph when that can be read, else its top: the overview in the corner shows the rest.
void GraphView::placeFirst()
{
    if (!m_scene.isLaidOut() || m_scene.graph.isEmpty()) {
        return;
    }
    m_placeWanted = false;
    if (fittingZoom() >= leastReadable) {
        fit();
        return;
    }
    m_fitted = false;
    m_zoom = leastReadable;
    const auto top = std::min_element(m_scene.geometry.nodes.begin(), m_scene.geometry.nodes.end(),
        [](const QRectF& one, const QRectF& other) { return one.top() < other.top(); });
    setOffset({width() / 2.0 - top->center().x() * m_zoom, 2 * margin - top->top() * m_zoom});
    Q_EMIT zoomChanged(m_zoom);
}

void GraphView::fit()
{
    m_fitted = true;
    if (!m_scene.isLaidOut() || m_scene.graph.isEmpty()) {
        return;
    }
    const QSizeF whole = m_scene.geometry.size;
    m_zoom = fittingZoom();
    const double left = (width() - whole.width() * m_zoom) / 2;
    // A small graph stands at the top, where reading begins.
    const double top = std::min((height() - whole.height() * m_zoom) / 2, 2 * margin);
    setOffset({left, std::max(margin, top)});
    Q_EMIT zoomChanged(m_zoom);
}

void GraphView::zoomIn()
{
    setZoomAt(m_zoom * 1.25, QRectF(rect()).center());
}

void GraphView::zoomOut()
{
    setZoomAt(m_zoom / 1.25, QRectF(rect()).center());
}

void GraphView::resetZoom()
{
    setZoomAt(1, QRectF(rect()).center());
}

void GraphView::setZoomAt(double zoom, QPointF anchor)
{
    zoom = std::clamp(zoom, leastZoom, mostZoom);
    if (std::abs(zoom - 1) < 0.03) {
        zoom = 1;
    }
    if (zoom == m_zoom || !m_scene.isLaidOut()) {
        return;
    }
    m_fitted = false;
    const QPointF held = toScene(anchor);
    m_zoom = zoom;
    setOffset(anchor - held * m_zoom);
    Q_EMIT zoomChanged(m_zoom);
}

void GraphView::setOffset(QPointF offset)
{
    // A corner of the graph always stays in sight, so that nobody gets lost.
    const QSizeF drawn = m_scene.geometry.size * m_zoom;
    const double keep = 2 * margin;
    offset.setX(std::clamp(offset.x(), keep - drawn.width(), std::max(keep - drawn.width(), width() - keep)));
    offset.setY(std::clamp(offset.y(), keep - drawn.height(), std::max(keep - drawn.height(), height() - keep)));
    // Whole pixels: squares that are kept fit, and lines stay sharp.
    m_offset = {std::round(offset.x()), std::round(offset.y())};
    m_minimap->setVisibleArea({toScene({}), QSizeF(size()) / m_zoom});
    placeMinimap();
    update();
}

void GraphView::setMinimapShown(bool shown)
{
    m_minimapShown = shown;
    updateMinimap();
}

void GraphView::updateMinimap()
{
    placeMinimap();
    if (!m_minimap->isHidden()) {
        m_minimap->setPicture(m_scene, *m_painter);
    }
}

void GraphView::placeMinimap()
{
    const QSize size = m_minimap->sizeHint();
    m_minimap->setGeometry(minimapMargin, height() - minimapMargin - size.height(), size.width(), size.height());
    // Of no use while everything is in view, or when it would cover most of that.
    const QRectF drawn = toView(m_scene.bounds());
    const bool all = QRectF(rect()).contains(drawn);
    const bool shown = m_minimapShown && m_scene.isLaidOut() && !m_scene.graph.isEmpty() && !all
        && width() > 3 * size.width() && height() > 2 * size.height();
    if (shown && m_minimap->isHidden()) {
        m_minimap->setPicture(m_scene, *m_painter);
    }
    m_minimap->setVisible(shown);
}

} // namespace millrace
