// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/rebalancechart.h"

#include "logs/logclock.h"
#include "logs/rebalancefindings.h"
#include "models/humantext.h"
#include "models/rebalancemodel.h"
#include "widgets/logs/rebalanceticks.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_right = 14;
constexpr int s_top = 26; ///< for the legend
constexpr int s_bottom = 24;
constexpr int s_reach = 12; ///< pixels from a stem that still mean it
constexpr qint64 s_defaultLimitMs = 300'000;

} // namespace

double niceStep(double span, int most)
{
    const double raw = span / most;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (power * factor >= raw) {
            return power * factor;
        }
    }
    return power * 10;
}

qint64 niceTimeStep(qint64 span, int most)
{
    constexpr qint64 kSecond = 1000;
    constexpr qint64 kMinute = 60 * kSecond;
    constexpr qint64 kHour = 60 * kMinute;
    constexpr qint64 kDay = 24 * kHour;
    for (const qint64 step :
        {kSecond, 2 * kSecond, 5 * kSecond, 10 * kSecond, 30 * kSecond, kMinute, 2 * kMinute, 5 * kMinute, 10 * kMinute,
            30 * kMinute, kHour, 2 * kHour, 6 * kHour, 12 * kHour, kDay, 2 * kDay, 7 * kDay, 30 * kDay}) {
        if (span / step <= most) {
            return step;
        }
    }
    return 365 * kDay;
}

Token inkOfReason(RebalanceReason reason)
{
    switch (reason) {
    case RebalanceReason::Join:
        return Token::Info;
    case RebalanceReason::Leave:
        return Token::SynType;
    case RebalanceReason::PollTimeout:
    case RebalanceReason::SyncTimeout:
        return Token::Error;
    case RebalanceReason::SessionTimeout:
        return Token::Warn;
    case RebalanceReason::LeaderRejoin:
    case RebalanceReason::MemberUpdate:
        return Token::SynFunction;
    default:
        return Token::TextDim;
    }
}

RebalanceChart::RebalanceChart(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"rebalanceChart"_s);
    setAccessibleName(tr("Duration of each rebalance over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

const RebalanceGroup* RebalanceChart::group() const
{
    return m_report && m_group >= 0 && m_group < m_report->groups.size() ? &m_report->groups[m_group] : nullptr;
}

void RebalanceChart::setReport(std::shared_ptr<const RebalanceReport> report, int group)
{
    const bool wasAll = m_report && m_from <= m_report->from && m_to >= m_report->to;
    const QString before = m_name;
    m_report = std::move(report);
    m_group = group;
    m_name = this->group() ? this->group()->group : QString();
    if (before != m_name) {
        m_current = -1;
    }
    m_top = 1;
    if (const RebalanceGroup* shown = this->group()) {
        for (const Rebalance& rebalance : shown->rebalances) {
            m_top = std::max(m_top, secondsOf(rebalance, m_report->to));
        }
    }
    m_top = m_top > limitSeconds() / 4 ? std::max(m_top, limitSeconds()) * 1.08 : m_top * 1.15;
    if (before != m_name || wasAll) {
        showAll();
    }
    update();
}

double RebalanceChart::limitSeconds() const
{
    const RebalanceGroup* shown = group();
    const int known = shown ? shown->facts.rebalanceTimeoutMs : -1;
    return double(known > 0 ? known : s_defaultLimitMs) / 1000;
}

void RebalanceChart::showAll()
{
    if (m_report && m_report->from != kNoTime) {
        const qint64 margin = std::max<qint64>(1000, (m_report->to - m_report->from) / 50);
        m_from = m_report->from - margin;
        m_to = m_report->to + margin;
    }
    update();
}

void RebalanceChart::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    update();
}

void RebalanceChart::setCurrent(int rebalance)
{
    const RebalanceGroup* shown = group();
    if (shown == nullptr || rebalance < 0 || rebalance >= shown->rebalances.size()) {
        m_current = -1;
    } else {
        m_current = rebalance;
        const qint64 at = shown->rebalances[rebalance].anchor();
        if (at != kNoTime && (at < m_from || at > m_to)) {
            const qint64 half = (m_to - m_from) / 2;
            m_from = at - half;
            m_to = at + half;
        }
        setAccessibleDescription(describe(rebalance));
    }
    update();
}

double RebalanceChart::secondsOf(const Rebalance& rebalance, qint64 logEnd)
{
    if (const std::optional<qint64> total = rebalance.totalMs()) {
        return double(*total) / 1000;
    }
    if (rebalance.clockSteppedBack()) {
        return 0;
    }
    // What is known at least: until the next thing that was seen.
    const qint64 last = rebalance.outcome == RebalanceOutcome::Open ? logEnd
        : rebalance.joined != kNoTime                               ? rebalance.joined
                                                                    : rebalance.start;
    return rebalance.start == kNoTime || last == kNoTime ? 0
                                                         : double(std::max<qint64>(0, last - rebalance.start)) / 1000;
}

QRect RebalanceChart::plot() const
{
    return rect().adjusted(s_chartLeft, s_top, -s_right, -s_bottom);
}

double RebalanceChart::x(qint64 utc) const
{
    const QRect area = plot();
    return area.left() + double(utc - m_from) / double(std::max<qint64>(1, m_to - m_from)) * area.width();
}

double RebalanceChart::y(double seconds) const
{
    const QRect area = plot();
    double share = seconds / m_top;
    if (m_logarithmic) {
        share = std::log10(std::max(seconds, s_chartLeast) / s_chartLeast) / std::log10(m_top / s_chartLeast);
    }
    return area.bottom() - share * area.height();
}

QPointF RebalanceChart::headOf(int rebalance) const
{
    const Rebalance& entry = group()->rebalances[rebalance];
    return {x(entry.anchor()), y(secondsOf(entry, m_report->to))};
}

int RebalanceChart::rebalanceAt(QPoint point) const
{
    const RebalanceGroup* shown = group();
    int best = -1;
    double bestDistance = s_reach;
    for (int i = 0; shown != nullptr && i < shown->rebalances.size(); ++i) {
        const QPointF head = headOf(i);
        const double across = std::abs(head.x() - point.x());
        // On the stem only the sideways distance counts, above it the distance to the head.
        const double above = std::max(0.0, head.y() - point.y());
        const double distance = std::hypot(across, above);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = i;
        }
    }
    return best;
}

void RebalanceChart::setRange(double from, double to)
{
    constexpr double kShortest = 1000;
    if (to - from >= kShortest && to - from < 1e13) {
        m_from = qint64(from);
        m_to = qint64(to);
        update();
    }
}

QString RebalanceChart::describe(int rebalance) const
{
    const Rebalance& entry = group()->rebalances[rebalance];
    const double seconds = secondsOf(entry, m_report->to);
    QString text = tr("%1, %2 s, generation %3, %4, %5")
                       .arg(logTimeText(entry.anchor(), m_report->displayZone), QString::number(seconds, 'f', 3),
                           entry.generation < 0 ? dashText() : QString::number(entry.generation), toText(entry.outcome),
                           toText(entry.reason));
    const QString lost = oneLine(lostMembersText(entry), 200);
    return lost.isEmpty() ? text : QString(text + u"\n"_s + lost);
}

void RebalanceChart::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() == 0 || group() == nullptr) {
        return;
    }
    const double factor = std::pow(0.8, event->angleDelta().y() / 120.0);
    const QRect area = plot();
    const double share = std::clamp((event->position().x() - area.left()) / std::max(1, area.width()), 0.0, 1.0);
    const double span = double(m_to - m_from);
    const double centre = double(m_from) + share * span;
    setRange(centre - share * span * factor, centre + (1 - share) * span * factor);
    event->accept();
}

void RebalanceChart::mousePressEvent(QMouseEvent* event)
{
    m_dragging = event->button() == Qt::LeftButton;
    m_wasDragged = false;
    m_pressed = event->position().toPoint();
    m_pressedRange = {m_from, m_to};
}

void RebalanceChart::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging) {
        setCursor(rebalanceAt(event->position().toPoint()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const double moved = event->position().x() - m_pressed.x();
    m_wasDragged = m_wasDragged || std::abs(moved) > 4;
    if (m_wasDragged) {
        const double perPixel = double(m_pressedRange.second - m_pressedRange.first) / std::max(1, plot().width());
        setRange(double(m_pressedRange.first) - moved * perPixel, double(m_pressedRange.second) - moved * perPixel);
    }
}

void RebalanceChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (std::exchange(m_dragging, false) && !m_wasDragged) {
        if (const int found = rebalanceAt(event->position().toPoint()); found >= 0) {
            setCurrent(found);
            Q_EMIT chosen(found);
        }
    }
}

void RebalanceChart::mouseDoubleClickEvent(QMouseEvent*)
{
    showAll();
}

void RebalanceChart::keyPressEvent(QKeyEvent* event)
{
    const RebalanceGroup* shown = group();
    const bool forward = event->key() == Qt::Key_Right;
    if (shown == nullptr || (!forward && event->key() != Qt::Key_Left)) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int next =
        std::clamp(m_current < 0 ? 0 : m_current + (forward ? 1 : -1), 0, int(shown->rebalances.size()) - 1);
    setCurrent(next);
    Q_EMIT chosen(next);
}

bool RebalanceChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int found = rebalanceAt(help->pos());
        if (found < 0) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(),
                QString(u"<span>"_s + describe(found).toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</span>"_s), this);
        }
        return true;
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FocusIn
        || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::event(event);
}

} // namespace millrace
