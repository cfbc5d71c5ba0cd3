// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/stylepaint.h"

#include "widgets/common/theme.h"

#include <QPainterPath>
#include <QStyleOption>

namespace millrace::stylepaint {

namespace {

void stroke(QPainter& painter, const QPolygonF& line, const QColor& color, double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(line);
    painter.restore();
}

QPolygonF moved(const QPolygonF& line, const QRectF& rect)
{
    return line.translated(std::floor(rect.center().x()) + 0.5, std::floor(rect.center().y()) + 0.5);
}

} // namespace

QColor ink(Token token)
{
    return currentTheme().color(token);
}

void box(QPainter& painter, const QRectF& rect, const QColor& ground, const QColor& border, double radius, double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double inset = border.isValid() ? width / 2 : 0;
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    const QRectF inner = rect.adjusted(inset, inset, -inset, -inset);
    painter.drawRoundedRect(inner, std::max(0.0, radius - inset), std::max(0.0, radius - inset));
    painter.restore();
}

void focusRing(QPainter& painter, const QRectF& rect, double radius, Token color)
{
    box(painter, rect, {}, ink(color), radius, 2);
}

void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color)
{
    QPolygonF line;
    switch (direction) {
    case Qt::UpArrow:
        line = {QPointF(-4, 2), QPointF(0, -2), QPointF(4, 2)};
        break;
    case Qt::LeftArrow:
        line = {QPointF(2, -4), QPointF(-2, 0), QPointF(2, 4)};
        break;
    case Qt::RightArrow:
        line = {QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)};
        break;
    case Qt::DownArrow:
    case Qt::NoArrow:
        line = {QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)};
        break;
    }
    stroke(painter, moved(line, rect), color, 1.2);
}

void tick(QPainter& painter, const QRectF& rect, const QColor& color, double width)
{
    stroke(painter, moved({QPointF(-4.5, 0), QPointF(-1.5, 3), QPointF(4.5, -3.5)}, rect), color, width);
}

void cross(QPainter& painter, const QRectF& rect, const QColor& color, double width)
{
    stroke(painter, moved({QPointF(-4, -4), QPointF(4, 4)}, rect), color, width);
    stroke(painter, moved({QPointF(-4, 4), QPointF(4, -4)}, rect), color, width);
}

bool hasKeyboardFocus(const QStyleOption& option)
{
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

} // namespace millrace::stylepaint
