// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphminimap.h"

#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"
#include "widgets/dag/graphpainter.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr double margin = 8;
constexpr double leastFrame = 6; ///< so that the frame is seen however large the graph is

} // namespace

GraphMinimap::GraphMinimap(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"graphMinimap"_s);
    setAccessibleName(tr("Overview of the graph"));
    setCursor(Qt::PointingHandCursor);
}

QSize GraphMinimap::sizeHint() const
{
    return {190, 122};
}

void GraphMinimap::setPicture(const GraphScene& scene, GraphPainter& painter)
{
    const QSizeF room(width() - 2 * margin, height() - 2 * margin);
    const QSizeF whole = scene.geometry.size;
    m_scale = whole.isEmpty() ? 1 : std::min(room.width() / whole.width(), room.height() / whole.height());
    const QSizeF drawn = whole * m_scale;
    m_origin = {margin + (room.width() - drawn.width()) / 2, margin + (room.height() - drawn.height()) / 2};
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(Qt::transparent);
    QPainter into(&m_picture);
    into.translate(m_origin);
    into.scale(m_scale, m_scale);
    painter.paintOverview(into);
    update();
}

void GraphMinimap::setVisibleArea(const QRectF& area)
{
    if (area != m_visible) {
        m_visible = area;
        update();
    }
}

void GraphMinimap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    stylepaint::box(painter, rect(), theme.color(Token::Surface), theme.color(Token::LineStrong), measure::radius);
    painter.drawPixmap(0, 0, m_picture);
    QRectF frame(m_origin + m_visible.topLeft() * m_scale, m_visible.size() * m_scale);
    const QPointF middle = frame.center();
    frame.setSize(frame.size().expandedTo({leastFrame, leastFrame}));
    frame.moveCenter(middle);
    const QRectF room = QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5);
    frame = frame.intersected(room);
    if (!frame.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Token::Accent), 1.4));
        painter.drawRoundedRect(frame, 2, 2);
    }
}

void GraphMinimap::request(QPointF position)
{
    Q_EMIT centerRequested((position - m_origin) / m_scale);
}

void GraphMinimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        request(event->position());
    }
}

void GraphMinimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) {
        request(event->position());
    }
}

void GraphMinimap::wheelEvent(QWheelEvent* event)
{
    event->accept(); // turning the wheel over the overview must not zoom what lies under it
}

} // namespace millrace
