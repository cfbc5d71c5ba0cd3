// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keys of the view.
#include "models/graphtext.h"
#include "widgets/dag/graphpainter.h"
#include "widgets/dag/graphtiles.h"
#include "widgets/dag/graphview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int panStep = 60;

bool isViewKey(const QKeyEvent& event)
{
    if (event.matches(QKeySequence::Find)) {
        return true;
    }
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers != Qt::NoModifier) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
    case Qt::Key_0:
    case Qt::Key_F3:
    case Qt::Key_Space:
        return true;
    default:
        return false;
    }
}

} // namespace

bool GraphView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // These are ours while we have the focus, whatever else the window does with them.
        if (isViewKey(*static_cast<QKeyEvent*>(event))) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int node = nodeAt(help->pos());
        if (node < 0) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), toolTipOf(node), this,
                toView(m_scene.geometry.nodes[static_cast<size_t>(node)]).toAlignedRect());
        }
        return true;
    }
    return QWidget::event(event);
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    const bool moves = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld);
    if (event->button() != Qt::LeftButton && !moves) {
        return;
    }
    m_dragging = true;
    m_dragMoved = moves;
    m_dragFrom = event->position().toPoint();
    m_dragOffset = m_offset;
    m_pressed = moves ? -1 : nodeAt(event->position());
    if (moves) {
        setCursor(Qt::ClosedHandCursor);
    }
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging) {
        setCursor(m_spaceHeld                    ? Qt::OpenHandCursor
                : nodeAt(event->position()) >= 0 ? Qt::PointingHandCursor
                                                 : Qt::ArrowCursor);
        return;
    }
    const QPoint way = event->position().toPoint() - m_dragFrom;
    if (!m_dragMoved && way.manhattanLength() >= QApplication::startDragDistance()) {
        m_dragMoved = true;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_dragMoved) {
        m_fitted = false;
        setOffset(m_dragOffset + way);
    }
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_dragging) {
        return;
    }
    m_dragging = false;
    if (!m_dragMoved && event->button() == Qt::LeftButton && nodeAt(event->position()) == m_pressed) {
        select(m_pressed, false);
    }
    setCursor(nodeAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    // The first press says which one: the side panel that it opened may have moved the graph since.
    const int node = m_pressed >= 0 ? m_pressed : nodeAt(event->position());
    if (event->button() == Qt::LeftButton && node >= 0 && node < static_cast<int>(m_scene.graph.nodes.size())) {
        select(node, false);
        Q_EMIT nodeActivated(selectedNode());
    }
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    if (event->modifiers() & Qt::ShiftModifier) {
        const QPoint angle = event->angleDelta();
        m_fitted = false;
        setOffset(m_offset + QPointF(angle.y() + angle.x(), 0));
        return;
    }
    setZoomAt(m_zoom * std::pow(1.0015, event->angleDelta().y()), event->position());
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    if (!isViewKey(*event) || !handleViewKey(event)) {
        if (event->key() == Qt::Key_Escape && m_scene.selected >= 0) {
            select(-1, false);
            return;
        }
        QWidget::keyPressEvent(event);
    }
}

bool GraphView::handleViewKey(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) {
        Q_EMIT searchRequested();
        return true;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        resetZoom();
        return true;
    case Qt::Key_F3:
        findNext(event->modifiers() & Qt::ShiftModifier);
        return true;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_spaceHeld = true;
            setCursor(Qt::OpenHandCursor);
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_scene.selected < 0) {
            return false;
        }
        Q_EMIT nodeActivated(selectedNode());
        return true;
    default:
        break;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        pan(static_cast<Qt::Key>(event->key()));
    } else {
        walk(static_cast<Qt::Key>(event->key()));
    }
    return true;
}

void GraphView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        setCursor(Qt::ArrowCursor);
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void GraphView::pan(Qt::Key key)
{
    const QPointF step = key == Qt::Key_Up ? QPointF(0, panStep)
        : key == Qt::Key_Down              ? QPointF(0, -panStep)
        : key == Qt::Key_Left              ? QPointF(panStep, 0)
        : key == Qt::Key_Right             ? QPointF(-panStep, 0)
                                           : QPointF();
    m_fitted = false;
    setOffset(m_offset + step);
}

void GraphView::walk(Qt::Key key)
{
    if (!m_scene.isLaidOut() || m_scene.graph.isEmpty()) {
        return;
    }
    if (key == Qt::Key_Home || key == Qt::Key_End || m_scene.selected < 0) {
        const std::vector<int> order = nodesInOrder(m_scene.graph);
        select(key == Qt::Key_End ? order.back() : order.front(), true);
        return;
    }
    const int next =
        key == Qt::Key_Up || key == Qt::Key_Down ? alongEdge(key == Qt::Key_Down) : beside(key == Qt::Key_Right);
    if (next >= 0) {
        select(next, true);
    }
}

int GraphView::alongEdge(bool forwards) const
{
    const QPointF here = m_scene.geometry.nodes[static_cast<size_t>(m_scene.selected)].center();
    int best = -1;
    double nearest = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < m_scene.from.size(); ++i) {
        const int start = forwards ? m_scene.from[i] : m_scene.to[i];
        const int end = forwards ? m_scene.to[i] : m_scene.from[i];
        if (start != m_scene.selected || end < 0 || end == start) {
            continue;
        }
        const QPointF way = m_scene.geometry.nodes[static_cast<size_t>(end)].center() - here;
        const double distance = std::hypot(way.x(), way.y());
        if (distance < nearest) {
            nearest = distance;
            best = end;
        }
    }
    return best;
}

int GraphView::beside(bool right) const
{
    const QRectF here = m_scene.geometry.nodes[static_cast<size_t>(m_scene.selected)];
    int best = -1;
    double nearest = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < m_scene.geometry.nodes.size(); ++i) {
        const QRectF& other = m_scene.geometry.nodes[i];
        const double across = (other.center().x() - here.center().x()) * (right ? 1 : -1);
        const double down = std::abs(other.center().y() - here.center().y());
        if (across > 0 && down <= here.height() / 2 && across < nearest) {
            nearest = across;
            best = static_cast<int>(i);
        }
    }
    return best;
}

void GraphView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int node = byKey ? m_scene.selected : nodeAt(event->pos());
    if (node >= 0) {
        select(node, false);
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, node);
    const QPoint place = byKey && node >= 0
        ? mapToGlobal(toView(m_scene.geometry.nodes[static_cast<size_t>(node)]).center().toPoint())
        : event->globalPos();
    menu->popup(place);
}

void GraphView::fillMenu(QMenu* menu, int node)
{
    const auto add = [&](const QString& text, const auto& action) { menu->addAction(text, this, action); };
    if (node >= 0) {
        const QString id = m_scene.graph.nodes[static_cast<size_t>(node)].id;
        Q_EMIT menuAboutToShow(menu, id);
        if (!menu->isEmpty()) {
            menu->addSeparator();
        }
        if (m_folded.members.contains(id)) {
            add(tr("Expand"), [this, id] { expand(id); });
        } else {
            add(tr("Collapse what is upstream"), [this, id] { collapseUpstream(id); });
            add(tr("Collapse what is downstream"), [this, id] { collapseDownstream(id); });
        }
        add(tr("Show only its path"), [this, id] { setFocusNode(id); });
        add(tr("Copy its description"), [this, node] {
            QApplication::clipboard()->setText(m_scene.graph.nodes[static_cast<size_t>(node)].description);
        });
        menu->addSeparator();
    }
    if (!m_folds.isEmpty()) {
        add(tr("Show everything"), [this] { expandAll(); });
    }
    add(tr("Copy the graph as text"), [this] { QApplication::clipboard()->setText(graphAsText(m_scene.graph)); });
    add(tr("Fit the graph into the view"), [this] { fit(); });
}

void GraphView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    updateNode(m_scene.selected);
}

void GraphView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_spaceHeld = false;
    updateNode(m_scene.selected);
}

} // namespace millrace
