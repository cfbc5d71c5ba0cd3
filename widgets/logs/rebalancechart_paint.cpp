// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logclock.h"
#include "models/rebalancemodel.h"
#include "widgets/common/theme.h"
#include "widgets/logs/rebalancechart.h"
#include "widgets/logs/rebalanceticks.h"

#include <QMap>
#include <QPainter>

#include <cmath>

namespace millrace {

using namespace Qt::StringLiterals;

void RebalanceChart::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.color(Token::Surface));
    painter.setFont(themeFont(TextRole::Badge));
    if (group() == nullptr || group()->rebalances.isEmpty()) {
        painter.setPen(theme.color(Token::TextDim));
        painter.drawText(rect(), int(Qt::AlignCenter), tr("No rebalance to draw."));
        return;
    }
    paintAxes(painter);
    painter.save();
    painter.setClipRect(plot().adjusted(-6, -8, 6, 1));
    paintStems(painter);
    paintMarks(painter);
    painter.restore();
    paintTimes(painter);
    paintLegend(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::Focus), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void RebalanceChart::paintAxes(QPainter& painter) const
{
    const Theme& theme = themeOf(this);
    const QRect area = plot();
    const auto tick = [&](double seconds) {
        const double at = y(seconds);
        painter.setPen(theme.color(Token::Line));
        painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
        painter.setPen(theme.color(Token::TextDim));
        painter.drawText(QRectF(0, at - 8, s_chartLeft - 6, 16), int(Qt::AlignRight | Qt::AlignVCenter),
            tr("%1 s").arg(QString::number(seconds, 'g', 4)));
    };
    if (m_logarithmic) {
        for (double seconds = s_chartLeast; seconds <= m_top; seconds *= 10) {
            tick(seconds);
        }
    } else {
        const double step = niceStep(m_top, std::max(2, area.height() / 36));
        for (double seconds = 0; seconds <= m_top; seconds += step) {
            tick(seconds);
        }
    }
    if (const double limit = limitSeconds(); limit <= m_top) {
        painter.setPen(QPen(theme.color(Token::Error), 1, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y(limit)), QPointF(area.right(), y(limit)));
    }
}

void RebalanceChart::paintTimes(QPainter& painter) const
{
    const Theme& theme = themeOf(this);
    const QRect area = plot();
    const qint64 step = niceTimeStep(m_to - m_from, std::max(2, area.width() / 110));
    const QTimeZone zone = m_report->displayZone;
    const qint64 shift = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(m_from, QTimeZone::utc())) * 1000LL;
    const qint64 first = ((m_from + shift) / step + 1) * step - shift;
    constexpr qint64 kDay = 86'400'000;
    painter.setPen(theme.color(Token::TextDim));
    for (qint64 at = first; at <= m_to; at += step) {
        const QString full = logTimeText(at, zone); // yyyy-MM-dd HH:mm:ss,zzz
        const bool midnight = full.mid(11, 8) == "00:00:00"_L1;
        const QString text = step >= kDay || midnight ? full.mid(5, 5)
            : step < 60'000                           ? full.mid(11, 8)
                                                      : full.mid(11, 5);
        const double place = x(at);
        painter.drawLine(QPointF(place, area.bottom()), QPointF(place, area.bottom() + 4));
        painter.drawText(QRectF(place - 50, area.bottom() + 5, 100, 16), int(Qt::AlignHCenter | Qt::AlignTop), text);
    }
}

void RebalanceChart::paintStem(
    QPainter& painter, const Rebalance& rebalance, QPointF head, double floor, bool current) const
{
    const Theme& theme = themeOf(this);
    const QColor ink = theme.color(inkOfReason(rebalance.reason));
    painter.setPen(QPen(ink, current ? 3 : 1.2));
    painter.drawLine(QPointF(head.x(), floor), head);
    const double radius = current ? 5 : 3;
    // Filled: it came to an end; hollow: something else began instead; an arrow: nobody knows how long yet.
    painter.setPen(QPen(ink, 1.4));
    if (rebalance.outcome == RebalanceOutcome::Open) {
        painter.setBrush(ink);
        painter.drawPolygon(
            QPolygonF{head + QPointF(0, -radius - 3), head + QPointF(-radius, 2), head + QPointF(radius, 2)});
    } else {
        const bool whole =
            rebalance.outcome == RebalanceOutcome::Completed || rebalance.outcome == RebalanceOutcome::Emptied;
        painter.setBrush(whole ? ink : theme.color(Token::Surface));
        painter.drawEllipse(head, radius, radius);
    }
    if (!rebalance.membersThat(RebalanceMember::What::Failed).isEmpty()
        || !rebalance.membersThat(RebalanceMember::What::NotRejoined).isEmpty()) {
        const QPointF foot(head.x(), floor - 4);
        painter.setPen(QPen(theme.color(Token::Error), 1.6));
        painter.drawLine(foot + QPointF(-3, -3), foot + QPointF(3, 3));
        painter.drawLine(foot + QPointF(-3, 3), foot + QPointF(3, -3));
    }
}

void RebalanceChart::paintStems(QPainter& painter) const
{
    const QList<Rebalance>& list = group()->rebalances;
    const double floor = plot().bottom();
    for (int i = 0; i < list.size(); ++i) {
        const qint64 at = list[i].anchor();
        if (at != kNoTime && at >= m_from && at <= m_to && i != m_current) {
            paintStem(painter, list[i], headOf(i), floor, false);
        }
    }
    if (m_current >= 0 && m_current < list.size()) {
        paintStem(painter, list[m_current], headOf(m_current), floor, true);
    }
}

void RebalanceChart::paintMarks(QPainter& painter) const
{
    const Theme& theme = themeOf(this);
    const QRect area = plot();
    for (const RebalanceFinding& finding : group()->findings) {
        if (finding.id != "change_point"_L1 || finding.from == kNoTime) {
            continue;
        }
        const double at = x(finding.from);
        painter.setPen(QPen(theme.color(Token::Accent), 1.4, Qt::DashLine));
        painter.drawLine(QPointF(at, area.top() - 6), QPointF(at, area.bottom()));
        const QString text = logTimeText(finding.from, m_report->displayZone);
        const double width = painter.fontMetrics().horizontalAdvance(text) + 8;
        const bool atLeft = at + width > area.right();
        const QRectF place(atLeft ? at - width : at, area.top() - 6, width, 15);
        painter.fillRect(place, theme.color(Token::Surface));
        painter.setPen(theme.color(Token::Accent));
        painter.drawText(place, int(Qt::AlignCenter), text);
    }
}

void RebalanceChart::paintLegend(QPainter& painter) const
{
    const Theme& theme = themeOf(this);
    QMap<RebalanceReason, int> counts;
    for (const Rebalance& rebalance : group()->rebalances) {
        ++counts[rebalance.reason];
    }
    double place = s_chartLeft;
    const auto item = [&](const QColor& ink, const QString& text, bool line) {
        const double width = painter.fontMetrics().horizontalAdvance(text);
        if (place + width + 24 > this->width()) {
            return;
        }
        painter.setPen(QPen(ink, line ? 1 : 0, line ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(ink);
        if (line) {
            painter.drawLine(QPointF(place - 2, 13), QPointF(place + 10, 13));
        } else {
            painter.drawEllipse(QPointF(place + 4, 13), 3, 3);
        }
        painter.setPen(theme.color(Token::TextDim));
        painter.drawText(QRectF(place + 14, 4, width + 2, 18), int(Qt::AlignLeft | Qt::AlignVCenter), text);
        place += width + 30;
    };
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        item(theme.color(inkOfReason(it.key())), tr("%1 %2").arg(toText(it.key())).arg(it.value()), false);
    }
    const bool known = group()->facts.rebalanceTimeoutMs > 0;
    const QString limit = QString::number(limitSeconds());
    item(theme.color(Token::Error),
        known ? tr("max.poll.interval.ms, %1 s").arg(limit) : tr("max.poll.interval.ms, %1 s by default").arg(limit),
        true);
}

} // namespace millrace
