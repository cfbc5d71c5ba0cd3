// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/editortabbar.h"

#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/spinner.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int leftPadding = 14;
constexpr int iconGap = 6;
constexpr int chipGap = 7;
constexpr int closeSide = 18;
constexpr int rightPadding = 8;
constexpr int widestName = 240;

QFont chipFont()
{
    QFont font = themeFont(TextRole::Badge);
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Everything of a tab but its name.
int fixedWidth(const EditorTabInfo& info)
{
    int width = leftPadding + measure::icon + iconGap + chipGap + closeSide + rightPadding;
    if (info.environment) {
        width += chipGap + chipSize(environmentWord(*info.environment), chipFont()).width();
    }
    return width;
}

} // namespace

EditorTabBar::EditorTabBar(QWidget* parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideMiddle);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Open scripts"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFixedHeight(measure::editorTab);
}

EditorTabInfo EditorTabBar::info(int index) const
{
    return tabData(index).value<EditorTabInfo>();
}

void EditorTabBar::setInfo(int index, const EditorTabInfo& info)
{
    setTabData(index, QVariant::fromValue(info));
    setTabToolTip(index, info.toolTip);
    // what a screen reader hears of it
    QString spoken = info.title;
    if (info.environment) {
        spoken += u", "_s + environmentWord(*info.environment);
    }
    if (info.modified) {
        spoken += u", "_s + tr("not saved");
    }
    setAccessibleTabName(index, spoken);
    setTabText(index, info.title); // also lays the tabs out anew
    updateSpin();
    update();
}

void EditorTabBar::updateSpin()
{
    bool running = false;
    for (int i = 0; i < count(); ++i) {
        running = running || info(i).running;
    }
    if (running) {
        AnimationClock::instance().start(this);
    } else {
        AnimationClock::instance().stop(this);
    }
}

QSize EditorTabBar::tabSizeHint(int index) const
{
    const EditorTabInfo tab = info(index);
    const int name = std::min(widestName, QFontMetrics(themeFont(TextRole::Body)).horizontalAdvance(tab.title) + 1);
    return {fixedWidth(tab) + name, measure::editorTab};
}

QSize EditorTabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

QRect EditorTabBar::closeRect(int index) const
{
    const QRect tab = tabRect(index);
    return {tab.right() - rightPadding - closeSide + 1, tab.center().y() - closeSide / 2 + 1, closeSide, closeSide};
}

void EditorTabBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), stylepaint::ink(Token::SurfaceChrome));
    for (int i = 0; i < count(); ++i) {
        paintTab(painter, i);
    }
}

void EditorTabBar::paintTab(QPainter& painter, int index) const
{
    const EditorTabInfo tab = info(index);
    const QRect rect = tabRect(index);
    const bool current = index == currentIndex();
    const Theme& theme = themeOf(this);
    if (current) {
        painter.fillRect(rect, theme.color(Token::Surface));
    } else if (index == m_hovered) {
        painter.fillRect(rect, theme.color(Token::Hover));
    }
    painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme.color(Token::Line));
    if (tab.environment) {
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), current ? 3 : 2),
            theme.environment(*tab.environment, EnvironmentShade::Fill));
    } else if (current) {
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 3), theme.color(Token::Accent));
    }
    const QRect icon(rect.left() + leftPadding, rect.top(), measure::icon, rect.height());
    if (tab.running) {
        paintStatusGlyph(painter, icon, StatusGlyph::Running, AnimationClock::instance().phase());
    } else {
        themedIcon(this, QLatin1StringView(tab.icon.toLatin1())).paint(&painter, icon);
    }
    int chipWidth = 0;
    if (tab.environment) {
        const QString word = environmentWord(*tab.environment);
        const QSize size = chipSize(word, chipFont());
        chipWidth = size.width() + chipGap;
        QRect chip({}, size);
        chip.moveCenter(rect.center() + QPoint(0, 1));
        chip.moveRight(closeRect(index).left() - chipGap);
        paintChip(painter, chip, word, chipFont(), theme.environment(*tab.environment, EnvironmentShade::Text),
            theme.environment(*tab.environment, EnvironmentShade::Ground));
    }
    const int left = icon.right() + 1 + iconGap;
    const QRect name(left, rect.top() + 1, closeRect(index).left() - chipGap - chipWidth - left, rect.height());
    painter.setFont(themeFont(TextRole::Body));
    painter.setPen(theme.color(current ? Token::Text : Token::TextDim));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(tab.title, Qt::ElideMiddle, name.width()));
    const QRect close = closeRect(index);
    const bool overClose = index == m_hovered && close.contains(mapFromGlobal(QCursor::pos()));
    if (tab.modified && !overClose) {
        QRectF dot(0, 0, 7, 7);
        dot.moveCenter(QRectF(close).center());
        stylepaint::box(painter, dot, theme.color(Token::TextDim), {}, 4);
    } else {
        if (overClose) {
            stylepaint::box(painter, close, theme.color(Token::Pressed), {}, 3);
        }
        stylepaint::cross(painter, close, theme.color(Token::TextDim), 1.2);
    }
    if (current && hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        stylepaint::focusRing(painter, rect, 2);
    }
}

void EditorTabBar::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    m_pressed = tabAt(at);
    m_pressedClose = m_pressed >= 0 && closeRect(m_pressed).contains(at);
    m_pressedAt = at;
    if (event->button() == Qt::LeftButton && !m_pressedClose) {
        QTabBar::mousePressEvent(event);
    }
}

void EditorTabBar::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    m_hovered = tabAt(at);
    update();
    const bool dragging = event->buttons().testFlag(Qt::LeftButton) && m_pressed >= 0 && !m_pressedClose
        && (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!dragging) {
        return;
    }
    const int target = tabAt({at.x(), height() / 2});
    if (target < 0 || target == m_pressed) {
        return;
    }
    // only past the middle, or tabs of different widths would swap to and fro
    const int middle = tabRect(target).center().x();
    if ((target > m_pressed && at.x() > middle) || (target < m_pressed && at.x() < middle)) {
        moveTab(m_pressed, target);
        m_pressed = target;
    }
}

void EditorTabBar::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const int pressed = std::exchange(m_pressed, -1);
    const bool middle = event->button() == Qt::MiddleButton;
    const bool cross =
        event->button() == Qt::LeftButton && m_pressedClose && pressed >= 0 && closeRect(pressed).contains(at);
    if (pressed >= 0 && pressed == tabAt(at) && (middle || cross)) {
        Q_EMIT closeRequested(pressed);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

void EditorTabBar::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QTabBar::leaveEvent(event);
}

void EditorTabBar::contextMenuEvent(QContextMenuEvent* event)
{
    const int index = event->reason() == QContextMenuEvent::Mouse ? tabAt(event->pos()) : currentIndex();
    if (index >= 0) {
        Q_EMIT menuRequested(index, event->globalPos());
    }
}

} // namespace millrace
