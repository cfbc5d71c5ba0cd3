// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphpainter.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr double hatchStep = 4;
constexpr double dimmed = 0.8;

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

/// Slanted strokes, as geometry rather than a brush, so that they scale with the picture and stay lines in SVG.
void hatch(QPainter& painter, const QRectF& rect, const QColor& color)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(color, 1.3));
    QList<QLineF> strokes;
    for (double x = rect.left() - rect.height(); x < rect.right(); x += hatchStep) {
        strokes.append({x, rect.bottom(), x + rect.height(), rect.top()});
    }
    painter.drawLines(strokes);
    painter.restore();
}

} // namespace

void GraphPainter::paintTexts(
    QPainter& painter, const QRectF& rect, const NodeTexts& texts, const NodeInk& ink, int node) const
{
    const double scale = std::max(1.0, QFontMetricsF(m_titleFont).height() / 18);
    const auto line = [&](double top, double height) {
        return QRectF(rect.left() + padding, rect.top() + top * scale, rect.width() - 2 * padding, height * scale);
    };
    const bool threeLines = m_scene.live || !texts.third.isEmpty() || m_scene.statuses[static_cast<size_t>(node)];
    const double top = threeLines ? 0 : 7; // two lines stand in the middle
    const QRectF title = line(8 + top, 18);
    const QRectF second = line(26 + top, 17);
    const QRectF third = line(43, 15);
    painter.setFont(m_titleFont);
    painter.setPen(ink.text);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, texts.title);
    painter.setFont(m_textFont);
    painter.setPen(faded(ink.text, 0.9));
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, texts.subtitle);
    if (!texts.worry.isEmpty()) {
        painter.setPen(ink.text);
        painter.drawText(third, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, texts.worry);
    }
    painter.setFont(m_monoFont);
    painter.setPen(faded(ink.text, dimmed));
    painter.drawText(third, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, texts.third);
    painter.setPen(ink.text);
    painter.drawText(title, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, texts.parallelism);
    painter.setPen(texts.figures.failed ? m_theme.color(Token::Error) : ink.text);
    painter.drawText(second, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, texts.figures.figure);
    if (hasAdvice(node)) {
        const double width = QFontMetricsF(m_monoFont).horizontalAdvance(texts.parallelism);
        const double right = title.right() - width - (texts.parallelism.isEmpty() ? 0 : 6);
        paintAdvice(painter, {right - 14, title.center().y() - 7, 14, 14});
    }
}

void GraphPainter::paintFarTitle(
    QPainter& painter, const QRectF& rect, const NodeTexts& texts, const NodeInk& ink) const
{
    const QRectF room = rect.adjusted(padding, 6, -padding, m_scene.live ? -20 : -6);
    painter.setFont(m_farFont);
    painter.setPen(ink.text);
    const QString title = QFontMetricsF(m_farFont).elidedText(texts.title, Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
}

void GraphPainter::paintBar(QPainter& painter, const QRectF& bar, const VertexStatus& status, const NodeInk& ink) const
{
    const double busy = std::clamp(status.busy.value_or(0), 0.0, 1.0);
    const double waits = std::clamp(status.backpressured.value_or(0), 0.0, 1.0 - busy);
    painter.fillRect(bar, m_theme.color(Token::SurfaceSunken));
    painter.fillRect(QRectF(bar.topLeft(), QSizeF(bar.width() * busy, bar.height())), ink.text);
    if (waits > 0.005) {
        hatch(painter, {bar.left() + bar.width() * busy, bar.top(), bar.width() * waits, bar.height()}, ink.text);
    }
}

void GraphPainter::paintAdvice(QPainter& painter, const QRectF& place) const
{
    const QColor color = m_theme.color(Token::Warn);
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QRectF box = place.adjusted(1, 1.5, -1, -1.5);
    painter.drawPolygon(QPolygonF({{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()}));
    painter.drawLine(QPointF(box.center().x(), box.top() + 4), QPointF(box.center().x(), box.top() + 7));
    painter.drawPoint(QPointF(box.center().x(), box.top() + 9));
}

} // namespace millrace
