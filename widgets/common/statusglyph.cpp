// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/statusglyph.h"

#include "widgets/common/spinner.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QIconEngine>
#include <QPainter>

namespace millrace {

namespace {

void arc(
    QPainter& painter, const QPointF& center, double radius, double phase, const QColor& track, const QColor& color)
{
    const QRectF circle(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(track, 1.8));
    painter.drawEllipse(circle);
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(circle, static_cast<int>((90 - phase * 360) * 16), -100 * 16);
}

void triangleRight(QPainter& painter, const QPointF& center, const QColor& color)
{
    painter.setPen(QPen(color, 1.2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF{center + QPointF(-3, -4.5), center + QPointF(4.5, 0), center + QPointF(-3, 4.5)});
}

/// A mark of a stem and a dot, as in "!" and, upside down, "i".
void stem(QPainter& painter, const QPointF& center, double top, const QColor& color, bool dotBelow)
{
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::FlatCap));
    if (dotBelow) {
        painter.drawLine(center + QPointF(0, top), center + QPointF(0, 1));
        painter.drawLine(center + QPointF(0, 2.2), center + QPointF(0, 3.5));
    } else {
        painter.drawLine(center + QPointF(0, -0.8), center + QPointF(0, 3.5));
        painter.drawLine(center + QPointF(0, -3.5), center + QPointF(0, -2.1));
        painter.drawLine(center + QPointF(-1.5, -0.8), center + QPointF(0.6, -0.8)); // the serifs of an i
        painter.drawLine(center + QPointF(-1.8, 3.5), center + QPointF(1.8, 3.5));
    }
}

void circled(QPainter& painter, const QPointF& center, const QColor& color)
{
    painter.setPen(QPen(color, 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(center, 6, 6);
}

class StatusIconEngine : public QIconEngine {
public:
    explicit StatusIconEngine(StatusGlyph glyph) : m_glyph(glyph) { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        paintStatusGlyph(*painter, rect, m_glyph);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap(size);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintStatusGlyph(painter, QRectF(QPointF(), QSizeF(size) / scale), m_glyph);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new StatusIconEngine(m_glyph); }

    bool isNull() override { return false; }

private:
    StatusGlyph m_glyph;
};

} // namespace

StatusGlyph glyphOf(RunState state)
{
    switch (state) {
    case RunState::NotRun:
        return StatusGlyph::NotRun;
    case RunState::Queued:
        return StatusGlyph::Queued;
    case RunState::Running:
        return StatusGlyph::Running;
    case RunState::Cancelling:
        return StatusGlyph::Cancelling;
    case RunState::Done:
        return StatusGlyph::Done;
    case RunState::Failed:
        return StatusGlyph::Failed;
    case RunState::Cancelled:
        return StatusGlyph::Cancelled;
    }
    return StatusGlyph::NotRun;
}

Token colorOf(StatusGlyph glyph)
{
    switch (glyph) {
    case StatusGlyph::Done:
        return Token::Ok;
    case StatusGlyph::Failed:
    case StatusGlyph::Error:
        return Token::Error;
    case StatusGlyph::Warning:
    case StatusGlyph::Cancelling:
        return Token::Warn;
    case StatusGlyph::Note:
        return Token::Info;
    case StatusGlyph::Running:
        return Token::Accent;
    case StatusGlyph::NotRun:
    case StatusGlyph::Queued:
    case StatusGlyph::Cancelled:
        break;
    }
    return Token::TextDim;
}

void paintStatusGlyph(QPainter& painter, const QRectF& rect, StatusGlyph glyph, double phase)
{
    const QColor color = stylepaint::ink(colorOf(glyph));
    const QPointF center(std::floor(rect.center().x()) + 0.5, std::floor(rect.center().y()) + 0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (glyph) {
    case StatusGlyph::NotRun:
        triangleRight(painter, center, color);
        break;
    case StatusGlyph::Queued:
        circled(painter, center, color);
        painter.drawPolyline(QPolygonF{center + QPointF(0, -3.5), center, center + QPointF(2.5, 1.5)});
        break;
    case StatusGlyph::Running:
    case StatusGlyph::Cancelling:
        arc(painter, center, 5.5, phase, stylepaint::ink(Token::Line), color);
        break;
    case StatusGlyph::Done:
        stylepaint::tick(painter, rect, color, 1.8);
        break;
    case StatusGlyph::Failed:
        stylepaint::cross(painter, rect, color, 1.8);
        break;
    case StatusGlyph::Cancelled:
        circled(painter, center, color);
        painter.drawLine(center + QPointF(-4.2, 4.2), center + QPointF(4.2, -4.2));
        break;
    case StatusGlyph::Error:
        circled(painter, center, color);
        stem(painter, center, -3.3, color, true);
        break;
    case StatusGlyph::Warning:
        painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(QPolygonF{center + QPointF(0, -5.5), center + QPointF(6, 5), center + QPointF(-6, 5)});
        stem(painter, center, -2.2, color, true);
        break;
    case StatusGlyph::Note:
        circled(painter, center, color);
        stem(painter, center, 0, color, false);
        break;
    }
    painter.restore();
}

QIcon statusIcon(StatusGlyph glyph)
{
    return QIcon(new StatusIconEngine(glyph));
}

StatusGlyphLabel::StatusGlyphLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusGlyphLabel::setGlyph(StatusGlyph glyph)
{
    m_glyph = glyph;
    if (glyph == StatusGlyph::Running || glyph == StatusGlyph::Cancelling) {
        AnimationClock::instance().start(this);
    } else {
        AnimationClock::instance().stop(this);
    }
    update();
}

QSize StatusGlyphLabel::sizeHint() const
{
    return {measure::icon, measure::icon};
}

void StatusGlyphLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintStatusGlyph(painter, rect(), m_glyph, AnimationClock::instance().phase());
}

} // namespace millrace
