// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/docktabbar.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int side = 11;
constexpr int firstLeft = 3;
constexpr int badgeGap = 7;

QFont tabFont(bool current)
{
    QFont font = themeFont(TextRole::Body);
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace

DockTabBar::DockTabBar(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Panels"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_fold = makeIconButton("go-up"_L1, tr("Fold"), this);
    m_close = makeIconButton("dialog-close"_L1, tr("Close (Ctrl+T)"), this);
    m_fold->setObjectName(u"foldDock"_s);
    m_close->setObjectName(u"closeDock"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 1);
    layout->setSpacing(0);
    layout->addStretch();
    layout->addWidget(m_fold);
    layout->addWidget(m_close);
    connect(m_fold, &QAbstractButton::clicked, this, &DockTabBar::foldClicked);
    connect(m_close, &QAbstractButton::clicked, this, &DockTabBar::closeClicked);
    setFolded(false);
}

int DockTabBar::addTab(const QString& text, const QString& objectName)
{
    m_tabs.push_back({.text = text, .objectName = objectName});
    updateGeometry();
    return count() - 1;
}

void DockTabBar::setBadge(int index, const Badge& badge)
{
    m_tabs[static_cast<std::size_t>(index)].badge = badge;
    update();
}

void DockTabBar::setCurrentIndex(int index)
{
    if (m_current != index) {
        m_current = index;
        update();
    }
}

void DockTabBar::setFolded(bool folded)
{
    m_fold->setIcon(themedIcon(this, folded ? "go-up"_L1 : "go-down"_L1));
    m_fold->setToolTip(folded ? tr("Unfold") : tr("Fold"));
    m_fold->setAccessibleName(m_fold->toolTip());
}

int DockTabBar::widthOf(const Tab& tab) const
{
    // The bold width, so that nothing moves when another tab becomes the current one.
    int width = 2 * side + QFontMetrics(tabFont(true)).horizontalAdvance(tab.text);
    if (!tab.badge.chip.isEmpty()) {
        width += badgeGap + chipSize(tab.badge.chip, themeFont(TextRole::Badge)).width();
    } else if (tab.badge.count > 0) {
        width += badgeGap + badgeSize(tab.badge.count, themeFont(TextRole::Badge)).width();
    }
    return width;
}

QRect DockTabBar::tabRect(int index) const
{
    int left = firstLeft;
    for (int i = 0; i < index; ++i) {
        left += widthOf(m_tabs[static_cast<std::size_t>(i)]);
    }
    return {left, 0, widthOf(m_tabs[static_cast<std::size_t>(index)]), height() - 1};
}

int DockTabBar::tabAt(QPoint place) const
{
    for (int i = 0; i < count(); ++i) {
        if (tabRect(i).contains(place)) {
            return i;
        }
    }
    return -1;
}

QSize DockTabBar::sizeHint() const
{
    int width = firstLeft + 60;
    for (const Tab& tab : m_tabs) {
        width += widthOf(tab);
    }
    return {width, std::max(measure::dockTab, QFontMetrics(tabFont(true)).height() + 14)};
}

void DockTabBar::paintTab(QPainter& painter, int index) const
{
    const Theme& theme = themeOf(this);
    const Tab& tab = m_tabs[static_cast<std::size_t>(index)];
    const QRect rect = tabRect(index);
    const bool current = index == m_current;
    if (index == m_hovered && !current) {
        painter.fillRect(rect, theme.color(Token::Hover));
    }
    const QFont font = tabFont(current);
    painter.setFont(font);
    painter.setPen(theme.color(current ? Token::Text : Token::TextDim));
    painter.drawText(rect.adjusted(side, 0, 0, 0),
        static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, tab.text);
    const int badgeLeft = rect.left() + side + QFontMetrics(tabFont(true)).horizontalAdvance(tab.text) + badgeGap;
    const QFont badgeFont = themeFont(TextRole::Badge);
    if (!tab.badge.chip.isEmpty()) {
        QRect chip(QPoint(badgeLeft, 0), chipSize(tab.badge.chip, badgeFont));
        chip.moveTop(rect.center().y() - chip.height() / 2 + 1);
        paintChip(painter, chip, tab.badge.chip, badgeFont, theme.color(Token::Text), theme.color(Token::Pressed));
    } else if (tab.badge.count > 0) {
        QRect badge(QPoint(badgeLeft, 0), badgeSize(tab.badge.count, badgeFont));
        badge.moveTop(rect.center().y() - badge.height() / 2 + 1);
        paintBadge(painter, badge, tab.badge.count, badgeFont, theme.color(tab.badge.red ? Token::Error : Token::Text),
            theme.color(tab.badge.red ? Token::ErrorBg : Token::Pressed));
    }
    if (current) {
        painter.fillRect(QRect(rect.left() + side - 4, rect.bottom() - 1, rect.width() - 2 * side + 8, 2),
            theme.color(Token::Accent));
    }
}

void DockTabBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
    for (int i = 0; i < count(); ++i) {
        paintTab(painter, i);
    }
    QStyleOption option;
    option.initFrom(this);
    if (stylepaint::hasKeyboardFocus(option) && m_current < count()) {
        stylepaint::focusRing(painter, tabRect(m_current).adjusted(2, 2, -2, -2), measure::radius);
    }
}

void DockTabBar::mousePressEvent(QMouseEvent* event)
{
    const int index = tabAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0) {
        Q_EMIT tabClicked(index);
    }
}

void DockTabBar::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && tabAt(event->position().toPoint()) >= 0) {
        Q_EMIT foldClicked();
    }
}

void DockTabBar::mouseMoveEvent(QMouseEvent* event)
{
    const int index = tabAt(event->position().toPoint());
    if (m_hovered != index) {
        m_hovered = index;
        update();
    }
}

void DockTabBar::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void DockTabBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT tabClicked(std::max(0, m_current - 1));
        break;
    case Qt::Key_Right:
        Q_EMIT tabClicked(std::min(count() - 1, m_current + 1));
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
        Q_EMIT foldClicked();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool DockTabBar::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    return QWidget::event(event);
}

} // namespace millrace
