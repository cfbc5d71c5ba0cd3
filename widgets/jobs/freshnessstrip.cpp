// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/freshnessstrip.h"

#include "models/humantext.h"
#include "models/jobtabletext.h"
#include "widgets/common/humanize.h"
#include "widgets/common/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_height = 26;
constexpr int s_padding = 10;
constexpr int s_square = 8;
constexpr int s_longestError = 60;

} // namespace

FreshnessStrip::FreshnessStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"freshness"_s);
    setAccessibleName(tr("How old the answer of each connection is"));
    setFixedHeight(s_height);
    setMouseTracking(true);
}

QString FreshnessStrip::freshnessText(const JobSource& source, const QDateTime& now)
{
    const QString age = source.answeredAt.isValid() ? ageText(source.answeredAt.msecsTo(now)) : QString();
    if (source.error.isEmpty()) {
        return age.isEmpty() ? tr("asking…") : age;
    }
    const QString error = oneLine(source.error, s_longestError);
    const QString what = age.isEmpty() ? error : tr("%1: %2").arg(age, error);
    if (!source.nextTry.isValid()) {
        return what;
    }
    const qint64 wait = now.msecsTo(source.nextTry);
    return wait <= 0 ? tr("%1, trying again…").arg(what) : tr("%1, next try in %2").arg(what, shortAgeText(wait + 999));
}

void FreshnessStrip::setSources(const std::vector<const JobSource*>& sources, const QDateTime& now)
{
    m_items.clear();
    QStringList spoken;
    for (const JobSource* source : sources) {
        const bool isWarning = !source->error.isEmpty() || source->isStale(now);
        QString toolTip = source->name + u": "_s + freshnessText(*source, now);
        if (!source->error.isEmpty()) {
            toolTip += u'\n' + source->error;
        }
        for (const QString& warning : source->warnings) {
            toolTip += u'\n' + warning;
        }
        toolTip += u'\n' + tr("Click to ask it now.");
        spoken << source->name + u": "_s + freshnessText(*source, now);
        m_items.push_back({.id = source->id,
            .name = source->name,
            .text = freshnessText(*source, now),
            .toolTip = toolTip,
            .environment = source->environment,
            .isWarning = isWarning || !source->warnings.isEmpty()});
    }
    setAccessibleDescription(spoken.join(u"; "_s));
    layOut();
    update();
}

void FreshnessStrip::setCount(int shown, int all)
{
    m_count = tr("%1 of %n jobs", nullptr, all).arg(countText(shown));
    layOut();
    update();
}

QSize FreshnessStrip::sizeHint() const
{
    return {400, s_height};
}

void FreshnessStrip::layOut()
{
    const QFontMetrics metrics(themeFont(TextRole::Caption));
    const int end = width() - metrics.horizontalAdvance(m_count) - 3 * s_padding;
    int x = 0;
    m_shownItems = 0;
    for (Item& item : m_items) {
        item.left = x;
        x += 2 * s_padding + s_square + 5 + metrics.horizontalAdvance(item.name) + 5
            + metrics.horizontalAdvance(item.text);
        item.right = x;
        if (x > end) {
            break;
        }
        ++m_shownItems;
    }
}

const FreshnessStrip::Item* FreshnessStrip::itemAt(int x) const
{
    for (int i = 0; i < m_shownItems; ++i) {
        const Item& item = m_items[static_cast<std::size_t>(i)];
        if (x >= item.left && x < item.right) {
            return &item;
        }
    }
    return nullptr;
}

void FreshnessStrip::paintEvent(QPaintEvent*)
{
    layOut();
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
    painter.setFont(themeFont(TextRole::Caption));
    const QFontMetrics metrics = painter.fontMetrics();
    for (int i = 0; i < m_shownItems; ++i) {
        const Item& item = m_items[static_cast<std::size_t>(i)];
        if (i == m_hovered) {
            painter.fillRect(QRect(item.left, 0, item.right - item.left, height() - 1), theme.color(Token::Hover));
        }
        int x = item.left + s_padding;
        painter.fillRect(QRect(x, (height() - s_square) / 2, s_square, s_square),
            theme.environment(item.environment, EnvironmentShade::Fill));
        x += s_square + 5;
        painter.setPen(theme.color(Token::Text));
        painter.drawText(QRect(x, 0, width(), height() - 1), Qt::AlignVCenter, item.name);
        x += metrics.horizontalAdvance(item.name) + 5;
        painter.setPen(theme.color(item.isWarning ? Token::Warn : Token::TextDim));
        painter.drawText(QRect(x, 0, width(), height() - 1), Qt::AlignVCenter, item.text);
        painter.fillRect(QRect(item.right, 0, 1, height() - 1), theme.color(Token::Line));
    }
    painter.setPen(theme.color(Token::TextDim));
    const int hidden = static_cast<int>(m_items.size()) - m_shownItems;
    const QString rest = hidden > 0 ? tr("%n more connection(s)", nullptr, hidden) + u" · "_s : QString();
    painter.drawText(rect().adjusted(0, 0, -s_padding, -1), Qt::AlignRight | Qt::AlignVCenter, rest + m_count);
}

void FreshnessStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (const Item* item = itemAt(event->position().toPoint().x()); item && event->button() == Qt::LeftButton) {
        Q_EMIT refreshRequested(item->id);
    }
}

void FreshnessStrip::mouseMoveEvent(QMouseEvent* event)
{
    const Item* item = itemAt(event->position().toPoint().x());
    const int hovered = item ? static_cast<int>(item - m_items.data()) : -1;
    if (m_hovered != hovered) {
        m_hovered = hovered;
        update();
    }
}

void FreshnessStrip::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

bool FreshnessStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        QStringList lines;
        if (const Item* item = itemAt(help->pos().x())) {
            lines << item->toolTip;
        } else {
            for (std::size_t i = static_cast<std::size_t>(m_shownItems); i < m_items.size(); ++i) {
                lines << m_items[i].name + u": "_s + m_items[i].text;
            }
        }
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace millrace
