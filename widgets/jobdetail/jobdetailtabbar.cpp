// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/jobdetailtabbar.h"

#include "widgets/common/labels.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace millrace {

namespace {

constexpr int side = 12;
constexpr int badgeGap = 7;
constexpr int barHeight = 34;

QFont tabFont(bool current)
{
    QFont font = themeFont(TextRole::Body);
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace

JobDetailTabBar::JobDetailTabBar(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

JobDetailTabBar::Tab* JobDetailTabBar::find(int id)
{
    const auto found = std::find_if(m_tabs.begin(), m_tabs.end(), [id](const Tab& tab) { return tab.id == id; });
    return found == m_tabs.end() ? nullptr : &*found;
}

const JobDetailTabBar::Tab* JobDetailTabBar::find(int id) const
{
    return const_cast<JobDetailTabBar*>(this)->find(id);
}

void JobDetailTabBar::addTab(int id, const QString& text)
{
    m_tabs.push_back({.id = id, .text = text});
    if (m_current < 0) {
        m_current = id;
    }
    describe();
    updateGeometry();
}

void JobDetailTabBar::setCount(int id, int count)
{
    if (Tab* tab = find(id); tab && tab->count != count) {
        tab->count = count;
        describe();
        update();
    }
}

void JobDetailTabBar::setTabShown(int id, bool shown)
{
    if (Tab* tab = find(id); tab && tab->shown != shown) {
        tab->shown = shown;
        updateGeometry();
        update();
    }
}

void JobDetailTabBar::setCurrent(int id)
{
    if (m_current != id) {
        m_current = id;
        describe();
        update();
    }
}

int JobDetailTabBar::countOf(int id) const
{
    const Tab* tab = find(id);
    return tab ? tab->count : 0;
}

bool JobDetailTabBar::isTabShown(int id) const
{
    const Tab* tab = find(id);
    return tab && tab->shown;
}

void JobDetailTabBar::describe()
{
    const Tab* tab = find(m_current);
    setAccessibleName(tab ? tr("Parts of the job: %1").arg(tab->text) : tr("Parts of the job"));
}

int JobDetailTabBar::widthOf(const Tab& tab) const
{
    if (!tab.shown) {
        return 0;
    }
    // The bold width, so that nothing moves when another tab becomes the current one.
    int width = 2 * side + QFontMetrics(tabFont(true)).horizontalAdvance(tab.text);
    if (tab.count > 0) {
        width += badgeGap + badgeSize(tab.count, themeFont(TextRole::Badge)).width();
    }
    return width;
}

/// In a narrow window the current tab stays in sight.
int JobDetailTabBar::scrollOffset() const
{
    int left = 0;
    for (const Tab& tab : m_tabs) {
        if (tab.id == m_current) {
            return std::max(0, left + widthOf(tab) - width());
        }
        left += widthOf(tab);
    }
    return 0;
}

QRect JobDetailTabBar::tabRect(int id) const
{
    int left = -scrollOffset();
    for (const Tab& tab : m_tabs) {
        if (tab.id == id) {
            return {left, 0, widthOf(tab), height() - 1};
        }
        left += widthOf(tab);
    }
    return {};
}

int JobDetailTabBar::tabAt(QPoint place) const
{
    for (const Tab& tab : m_tabs) {
        if (tab.shown && tabRect(tab.id).contains(place)) {
            return tab.id;
        }
    }
    return -1;
}

QSize JobDetailTabBar::sizeHint() const
{
    int width = 0;
    for (const Tab& tab : m_tabs) {
        width += widthOf(tab);
    }
    return {width, std::max(barHeight, QFontMetrics(tabFont(true)).height() + 16)};
}

QSize JobDetailTabBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void JobDetailTabBar::paintTab(QPainter& painter, const Tab& tab) const
{
    const Theme& theme = themeOf(this);
    const QRect rect = tabRect(tab.id);
    const bool current = tab.id == m_current;
    if (tab.id == m_hovered && !current) {
        painter.fillRect(rect, theme.color(Token::Hover));
    }
    painter.setFont(tabFont(current));
    painter.setPen(theme.color(current ? Token::Text : Token::TextDim));
    painter.drawText(rect.adjusted(side, 0, 0, 0),
        static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, tab.text);
    if (tab.count > 0) {
        const QFont font = themeFont(TextRole::Badge);
        const int left = rect.left() + side + QFontMetrics(tabFont(true)).horizontalAdvance(tab.text) + badgeGap;
        QRect badge(QPoint(left, 0), badgeSize(tab.count, font));
        badge.moveTop(rect.center().y() - badge.height() / 2 + 1);
        paintBadge(painter, badge, tab.count, font, theme.color(Token::Text), theme.color(Token::Pressed));
    }
    if (current) {
        painter.fillRect(QRect(rect.left() + side - 4, rect.bottom() - 1, rect.width() - 2 * side + 8, 2),
            theme.color(Token::Accent));
    }
}

void JobDetailTabBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
    for (const Tab& tab : m_tabs) {
        if (tab.shown) {
            paintTab(painter, tab);
        }
    }
    QStyleOption option;
    option.initFrom(this);
    if (stylepaint::hasKeyboardFocus(option)) {
        stylepaint::focusRing(painter, tabRect(m_current).adjusted(2, 2, -2, -2), measure::radius);
    }
}

void JobDetailTabBar::mousePressEvent(QMouseEvent* event)
{
    const int id = tabAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && id >= 0) {
        Q_EMIT chosen(id);
    }
}

void JobDetailTabBar::mouseMoveEvent(QMouseEvent* event)
{
    const int id = tabAt(event->position().toPoint());
    if (m_hovered != id) {
        m_hovered = id;
        update();
    }
}

void JobDetailTabBar::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void JobDetailTabBar::step(int by)
{
    std::vector<int> shown;
    for (const Tab& tab : m_tabs) {
        if (tab.shown) {
            shown.push_back(tab.id);
        }
    }
    const auto at = std::find(shown.begin(), shown.end(), m_current);
    const auto next = static_cast<std::ptrdiff_t>(at - shown.begin()) + by;
    if (next >= 0 && next < static_cast<std::ptrdiff_t>(shown.size())) {
        Q_EMIT chosen(shown[static_cast<std::size_t>(next)]);
    }
}

void JobDetailTabBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        break;
    case Qt::Key_Right:
        step(1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool JobDetailTabBar::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    return QWidget::event(event);
}

} // namespace millrace
