// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/buttons.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QToolTip>

namespace millrace {

namespace {

constexpr int padding = 12;

} // namespace

SegmentedControl::SegmentedControl(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SegmentedControl::setSegments(std::vector<Segment> segments)
{
    m_segments = std::move(segments);
    m_current = 0;
    describe();
    updateGeometry();
    update();
}

void SegmentedControl::setCurrent(const QString& id)
{
    for (size_t i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i].id == id && m_current != static_cast<int>(i)) {
            m_current = static_cast<int>(i);
            describe();
            update();
        }
    }
}

QString SegmentedControl::current() const
{
    return m_segments.empty() ? QString() : m_segments[static_cast<size_t>(m_current)].id;
}

QSize SegmentedControl::sizeHint() const
{
    int width = 2;
    for (const Segment& segment : m_segments) {
        width += fontMetrics().horizontalAdvance(segment.text) + 2 * padding;
    }
    return {width, std::max(measure::control, fontMetrics().height() + 10)};
}

std::vector<QRect> SegmentedControl::rects() const
{
    std::vector<QRect> rects;
    int x = 1;
    for (const Segment& segment : m_segments) {
        const int width = fontMetrics().horizontalAdvance(segment.text) + 2 * padding;
        rects.emplace_back(x, 1, width, height() - 2);
        x += width;
    }
    return rects;
}

int SegmentedControl::segmentAt(QPoint point) const
{
    const std::vector<QRect> all = rects();
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].contains(point)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void SegmentedControl::choose(int index)
{
    if (index < 0 || index >= static_cast<int>(m_segments.size()) || index == m_current) {
        return;
    }
    m_current = index;
    describe();
    update();
    Q_EMIT chosen(m_segments[static_cast<size_t>(index)].id);
}

void SegmentedControl::describe()
{
    // a screen reader hears the choice with the control's name
    setAccessibleDescription(m_segments.empty() ? QString() : m_segments[static_cast<size_t>(m_current)].text);
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame(rect());
    stylepaint::box(painter, frame, stylepaint::ink(Token::SurfaceRaised), {}, measure::radius);
    const std::vector<QRect> all = rects();
    QPainterPath clip;
    clip.addRoundedRect(frame, measure::radius, measure::radius);
    painter.setClipPath(clip);
    for (size_t i = 0; i < all.size(); ++i) {
        const bool current = static_cast<int>(i) == m_current;
        const bool hovered = static_cast<int>(i) == m_hovered && isEnabled();
        const auto colors = current && isEnabled() ? m_segments[i].chosenColors : std::nullopt;
        if (colors) {
            painter.fillRect(all[i], stylepaint::ink(colors->first));
        } else if (current) {
            painter.fillRect(all[i], stylepaint::ink(isEnabled() ? Token::Select : Token::SelectIdle));
        } else if (hovered) {
            painter.fillRect(all[i], stylepaint::ink(Token::Hover));
        }
        if (i > 0) {
            painter.fillRect(QRect(all[i].left(), 1, 1, height() - 2),
                stylepaint::ink(isEnabled() ? Token::LineStrong : Token::Line));
        }
        painter.setPen(stylepaint::ink(colors ? colors->second : isEnabled() ? Token::Text : Token::TextOff));
        painter.drawText(all[i], Qt::AlignCenter | Qt::TextSingleLine, m_segments[i].text);
    }
    painter.setClipping(false);
    stylepaint::box(
        painter, frame, {}, stylepaint::ink(isEnabled() ? Token::LineStrong : Token::Line), measure::radius);
    QStyleOption option;
    option.initFrom(this);
    if (stylepaint::hasKeyboardFocus(option)) {
        stylepaint::focusRing(painter, frame, measure::radius);
    }
}

void SegmentedControl::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        choose(segmentAt(event->position().toPoint()));
    }
}

void SegmentedControl::mouseMoveEvent(QMouseEvent* event)
{
    const int hovered = segmentAt(event->position().toPoint());
    if (hovered != m_hovered) {
        m_hovered = hovered;
        update();
    }
}

void SegmentedControl::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

void SegmentedControl::keyPressEvent(QKeyEvent* event)
{
    const bool mirrored = isRightToLeft();
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_current + (mirrored ? 1 : -1));
        return;
    case Qt::Key_Right:
        choose(m_current + (mirrored ? -1 : 1));
        return;
    case Qt::Key_Space:
        choose((m_current + 1) % std::max(1, static_cast<int>(m_segments.size())));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool SegmentedControl::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = segmentAt(help->pos());
        if (at >= 0 && !m_segments[static_cast<size_t>(at)].toolTip.isEmpty()) {
            QToolTip::showText(help->globalPos(), m_segments[static_cast<size_t>(at)].toolTip, this);
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace millrace
