// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/timechart.h"

#include "widgets/common/humanize.h"
#include "widgets/common/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr double headHeight = 24;
constexpr double axisHeight = 18;

QFont axisFont()
{
    QFont font = themeFont(TextRole::MonoSmall);
    font.setPointSizeF(themeFont(TextRole::Badge).pointSizeF());
    return font;
}

QColor partColor(const ChartPart& part)
{
    QColor color = currentTheme().color(part.color);
    if (part.soft) {
        color.setAlphaF(0.75F);
    }
    return color;
}

} // namespace

TimeChart::TimeChart(const QString& title, QWidget* parent) : QWidget(parent), m_title(title)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    describe();
}

void TimeChart::setTitle(const QString& title)
{
    m_title = title;
    describe();
    update();
}

void TimeChart::setData(ChartData data)
{
    m_data = std::move(data);
    describe();
    update();
}

void TimeChart::setPlain(bool plain)
{
    m_plain = plain;
    updateGeometry();
    update();
}

bool TimeChart::isEmpty() const
{
    return m_data.bars.empty() && std::all_of(m_data.lines.begin(), m_data.lines.end(), [](const ChartLine& line) {
        return line.points.empty();
    });
}

/// Screen readers get the last value of each line.
void TimeChart::describe()
{
    QStringList parts{m_title};
    for (const ChartLine& line : m_data.lines) {
        if (!line.points.empty() && !std::isnan(line.points.back().value)) {
            parts.append(line.title + u' ' + chartValueText(m_data.unit, line.points.back().value));
        }
    }
    if (!m_data.bars.empty()) {
        parts.append(m_data.bars.back().toolTip);
    }
    setAccessibleName(parts.join(u", "_s));
}

QSize TimeChart::sizeHint() const
{
    return m_plain ? QSize(240, 84) : QSize(400, 130);
}

QSize TimeChart::minimumSizeHint() const
{
    return m_plain ? QSize(120, 64) : QSize(200, 100);
}

QRectF TimeChart::plotRect() const
{
    const QFontMetricsF metrics(axisFont());
    const ChartScale scale = scaleOf(m_data, {});
    double left = 0;
    for (const double tick : valueTicks(m_data.unit, scale.least, scale.most, 3)) {
        left = std::max(left, metrics.horizontalAdvance(chartTickText(m_data.unit, tick, scale.most)));
    }
    const double top = (m_plain ? 0 : headHeight) + metrics.height() / 2;
    return QRectF(rect()).adjusted(left + 8, top, -12, -axisHeight);
}

double TimeChart::barWidth(const ChartScale& scale) const
{
    const double each = scale.plot.width() / static_cast<double>(std::max<std::size_t>(1, m_data.bars.size()));
    return std::clamp(each * 0.7, 1.0, 14.0);
}

void TimeChart::paintHead(QPainter& painter) const
{
    const Theme& theme = themeOf(this);
    painter.setFont(themeFont(TextRole::Section));
    painter.setPen(theme.color(Token::Text));
    const QRectF head(0, 0, width() - 12, headHeight - 4);
    painter.drawText(head, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, m_title);
    painter.setFont(themeFont(TextRole::Badge));
    const QFontMetricsF metrics(painter.font());
    double right = head.right();
    const auto entry = [&](const QString& text, const QColor& color) {
        const double wide = metrics.horizontalAdvance(text);
        painter.setPen(theme.color(Token::TextDim));
        painter.drawText(QRectF(right - wide, head.top(), wide, head.height()),
            static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, text);
        painter.fillRect(QRectF(right - wide - 14, head.center().y() - 4.5, 9, 9), color);
        right -= wide + 30;
    };
    for (auto line = m_data.lines.rbegin(); line != m_data.lines.rend(); ++line) {
        if (m_data.lines.size() > 1) {
            entry(line->title, theme.color(line->color));
        }
    }
    for (std::size_t i = m_data.parts.size(); i-- > 0;) {
        const bool used = std::any_of(m_data.bars.begin(), m_data.bars.end(),
            [i](const ChartBar& bar) { return i < bar.parts.size() && bar.parts[i] > 0; });
        if (used) {
            entry(m_data.parts[i].title, partColor(m_data.parts[i]));
        }
    }
}

void TimeChart::paintAxes(QPainter& painter, const ChartScale& scale) const
{
    const Theme& theme = themeOf(this);
    painter.setFont(axisFont());
    const QFontMetricsF metrics(painter.font());
    for (const double tick : valueTicks(m_data.unit, scale.least, scale.most, 3)) {
        const double y = std::round(scale.y(tick));
        painter.fillRect(QRectF(scale.plot.left(), y, scale.plot.width(), 1), theme.color(Token::Line));
        painter.setPen(theme.color(Token::TextDim));
        painter.drawText(QRectF(0, y - metrics.height() / 2, scale.plot.left() - 6, metrics.height()),
            static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine,
            chartTickText(m_data.unit, tick, scale.most));
    }
    const qint64 span = scale.to - scale.from;
    const double wide = metrics.horizontalAdvance(timeTickText(scale.from, span)) + 16;
    const auto ticks =
        timeTicks(scale.from, scale.to, std::clamp(static_cast<int>(scale.plot.width() / (wide * 1.4)), 1, 6));
    for (const qint64 tick : ticks) {
        QRectF place(scale.x(tick) - wide / 2, scale.plot.bottom() + 3, wide, axisHeight - 3);
        place.moveRight(std::min(place.right(), static_cast<double>(width())));
        painter.drawText(
            place, static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextSingleLine, timeTickText(tick, span));
    }
}

void TimeChart::paintBars(QPainter& painter, const ChartScale& scale) const
{
    const double wide = barWidth(scale);
    for (const ChartBar& bar : thinnedBars(m_data.bars, scale, std::max(1.0, wide))) {
        const double left = std::clamp(scale.x(bar.at) - wide / 2, scale.plot.left(), scale.plot.right() - wide);
        double below = 0;
        for (std::size_t i = 0; i < bar.parts.size() && i < m_data.parts.size(); ++i) {
            if (bar.parts[i] > 0) {
                const double top = scale.y(below + bar.parts[i]);
                painter.fillRect(
                    QRectF(left, top, wide, std::max(1.0, scale.y(below) - top)), partColor(m_data.parts[i]));
                below += bar.parts[i];
            }
        }
    }
}

void TimeChart::paintLines(QPainter& painter, const ChartScale& scale) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ChartLine& line : m_data.lines) {
        const QColor color = themeOf(this).color(line.color);
        painter.setPen(QPen(color, 1.6));
        for (const QPolygonF& piece : polylinesOf(line.points, scale)) {
            if (piece.size() == 1) {
                painter.setBrush(color);
                painter.drawEllipse(piece.front(), 1.5, 1.5);
                painter.setBrush(Qt::NoBrush);
            } else {
                painter.drawPolyline(piece);
            }
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimeChart::paintMarks(QPainter& painter, const ChartScale& scale) const
{
    const Theme& theme = themeOf(this);
    painter.setFont(themeFont(TextRole::Badge));
    const QFontMetricsF metrics(painter.font());
    double freeFrom = scale.plot.left();
    for (const ChartMark& mark : m_data.marks) {
        const double x = std::round(scale.x(mark.at)) + 0.5;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Token::Accent), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, scale.plot.top()), QPointF(x, scale.plot.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Accent));
        const QPointF top(x, scale.plot.top());
        painter.drawPolygon(
            QPolygonF{top + QPointF(0, -5), top + QPointF(5, 0), top + QPointF(0, 5), top + QPointF(-5, 0)});
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing, false);
        const double wide = metrics.horizontalAdvance(mark.text);
        double left = x + 8;
        if (left + wide > scale.plot.right()) {
            left = x - 8 - wide;
        }
        if (left >= freeFrom) {
            painter.setPen(theme.color(Token::TextDim));
            painter.drawText(QPointF(left, scale.plot.center().y()), mark.text);
            freeFrom = left + wide + 8;
        }
    }
}

void TimeChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_plain) {
        paintHead(painter);
    }
    if (isEmpty()) {
        painter.setFont(themeFont(TextRole::Body));
        painter.setPen(themeOf(this).color(Token::TextDim));
        painter.drawText(rect(), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, m_data.emptyText);
        return;
    }
    const ChartScale scale = scaleOf(m_data, plotRect());
    paintAxes(painter, scale);
    paintBars(painter, scale);
    paintLines(painter, scale);
    paintMarks(painter, scale);
    if (m_pointer >= scale.plot.left() && m_pointer <= scale.plot.right()) {
        painter.fillRect(QRectF(std::round(m_pointer), scale.plot.top(), 1, scale.plot.height()),
            themeOf(this).color(Token::LineStrong));
    }
}

const ChartBar* TimeChart::barAt(QPointF place) const
{
    if (m_data.bars.empty()) {
        return nullptr;
    }
    const ChartScale scale = scaleOf(m_data, plotRect());
    const auto nearest =
        std::min_element(m_data.bars.begin(), m_data.bars.end(), [&](const ChartBar& one, const ChartBar& other) {
            return std::abs(scale.x(one.at) - place.x()) < std::abs(scale.x(other.at) - place.x());
        });
    return std::abs(scale.x(nearest->at) - place.x()) <= std::max(6.0, barWidth(scale)) ? &*nearest : nullptr;
}

QString TimeChart::textAt(QPointF place) const
{
    if (isEmpty()) {
        return {};
    }
    if (const ChartBar* bar = barAt(place)) {
        return bar->toolTip;
    }
    const ChartScale scale = scaleOf(m_data, plotRect());
    if (!scale.plot.adjusted(-4, -8, 4, 4).contains(place)) {
        return {};
    }
    QStringList lines;
    for (const ChartLine& line : m_data.lines) {
        const int nearest = nearestPoint(line.points, scale.timeAt(place.x()));
        if (nearest < 0) {
            continue;
        }
        const MetricPoint& point = line.points[static_cast<std::size_t>(nearest)];
        if (lines.isEmpty()) {
            lines.append(QDateTime::fromMSecsSinceEpoch(point.at).toString(u"yyyy-MM-dd HH:mm:ss"_s));
        }
        lines.append(
            line.title + u": "_s + (std::isnan(point.value) ? dashText() : chartValueText(m_data.unit, point.value)));
    }
    return lines.join(u'\n');
}

void TimeChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        if (const ChartBar* bar = barAt(event->position())) {
            Q_EMIT barClicked(bar->id);
        }
    }
}

void TimeChart::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position().x();
    update();
}

void TimeChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_pointer = -1;
    update();
}

bool TimeChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = textAt(help->pos());
        if (text.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), text, this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace millrace
