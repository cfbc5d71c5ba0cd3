// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/tokens.h"

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <QStyle>

class QStyleOption;

/// The strokes that the style, the delegates and our own controls share.
namespace millrace::stylepaint {

[[nodiscard]] QColor ink(Token token);

/// A rounded ground with a border of 1 px (or width) inside rect. Invalid colours are left out.
void box(QPainter& painter, const QRectF& rect, const QColor& ground, const QColor& border, double radius,
    double width = 1.0);
/// The 2 px ring just inside rect.
void focusRing(QPainter& painter, const QRectF& rect, double radius, Token color = Token::Focus);
/// An open arrow head of 8 × 4 px in the middle of rect.
void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color);
/// A tick of 9 × 7 px in the middle of rect.
void tick(QPainter& painter, const QRectF& rect, const QColor& color, double width = 1.6);
/// A cross of 8 px in the middle of rect.
void cross(QPainter& painter, const QRectF& rect, const QColor& color, double width = 1.2);

/// Focus that the keyboard brought: buttons show a ring for that one only.
[[nodiscard]] bool hasKeyboardFocus(const QStyleOption& option);

} // namespace millrace::stylepaint
