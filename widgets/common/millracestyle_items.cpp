// SPDX-License-Identifier: GPL-3.0-or-later
// Headers, rows, tabs, menus, frames, tooltips and progress.
#include "widgets/common/millracestyle.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QAbstractItemView>
#include <QFrame>
#include <QHeaderView>
#include <QMenu>
#include <QStyleOption>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace millrace {

using stylepaint::box;
using stylepaint::ink;

namespace {

/// The ground of a row or cell: selected, under the pointer, or nothing.
void drawRowGround(const QStyleOptionViewItem& item, QPainter& painter)
{
    if (item.state.testFlag(QStyle::State_Selected)) {
        const bool active = item.state.testFlag(QStyle::State_Active);
        painter.fillRect(item.rect, ink(active ? Token::Select : Token::SelectIdle));
    } else if (item.state.testFlag(QStyle::State_MouseOver) && item.state.testFlag(QStyle::State_Enabled)) {
        painter.fillRect(item.rect, ink(Token::Hover));
    } else if (item.backgroundBrush.style() != Qt::NoBrush) {
        painter.fillRect(item.rect, item.backgroundBrush);
    }
}

void drawFrame(const QStyleOption& option, QPainter& painter, const QWidget* widget)
{
    if (widget && widget->inherits("QComboBoxPrivateContainer")) {
        box(painter, option.rect, ink(Token::SurfaceRaised), ink(Token::LineStrong), 0);
        return;
    }
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    if (frame && (frame->lineWidth <= 0 || frame->frameShape == QFrame::NoFrame)) {
        return;
    }
    box(painter, option.rect, {}, ink(Token::Line), 0);
}

/// The menu bar has no panel of its own to draw a line under: its parts do.
void drawMenuBarLine(const QStyleOption& option, QPainter& painter, const QWidget* widget)
{
    if (widget) {
        painter.fillRect(QRect(option.rect.left(), widget->height() - 1, option.rect.width(), 1), ink(Token::Line));
    }
}

void drawHeaderSection(const QStyleOption& option, QPainter& painter)
{
    const bool pressed = option.state.testFlag(QStyle::State_Sunken);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    painter.fillRect(option.rect, ink(pressed ? Token::Pressed : (hover ? Token::Hover : Token::SurfaceChrome)));
    const QRect rect = option.rect;
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), ink(Token::Line));
    if (header) {
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), ink(Token::Line));
    }
}

void drawTabShape(const QStyleOption& option, QPainter& painter)
{
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(&option);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    if (hover && !selected) {
        painter.fillRect(option.rect, ink(Token::Hover));
    }
    if (!selected || !tab) {
        return;
    }
    QRect line = option.rect;
    switch (tab->shape) {
    case QTabBar::RoundedSouth:
    case QTabBar::TriangularSouth:
        line.setHeight(2);
        break;
    case QTabBar::RoundedWest:
    case QTabBar::TriangularWest:
        line.setLeft(line.right() - 1);
        break;
    case QTabBar::RoundedEast:
    case QTabBar::TriangularEast:
        line.setWidth(2);
        break;
    default:
        line.setTop(line.bottom() - 1);
    }
    painter.fillRect(line, ink(Token::Accent));
    if (stylepaint::hasKeyboardFocus(option)) {
        stylepaint::focusRing(painter, option.rect, 2);
    }
}

void drawProgress(const QStyleOption& option, QPainter& painter)
{
    const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(&option);
    if (!bar) {
        return;
    }
    QRectF track = option.rect;
    const double height = std::min(6.0, track.height());
    track = QRectF(track.left(), track.center().y() - height / 2, track.width(), height);
    box(painter, track, ink(Token::SurfaceSunken), {}, 3);
    const int range = bar->maximum - bar->minimum;
    double share = range > 0 ? static_cast<double>(bar->progress - bar->minimum) / range : 0.35;
    QRectF done = track;
    done.setWidth(track.width() * std::clamp(share, 0.0, 1.0));
    box(painter, done, ink(Token::Accent), {}, 3);
}

} // namespace

bool MillraceStyle::drawItemPrimitive(
    PrimitiveElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelItemViewRow:
        // in a tree the ground also covers the branches; elsewhere the cells paint it
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
            item && qobject_cast<const QTreeView*>(widget)) {
            drawRowGround(*item, painter);
        }
        return true;
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option)) {
            drawRowGround(*item, painter);
        }
        return true;
    case PE_IndicatorBranch: {
        if (option.state.testFlag(State_Children)) {
            const bool open = option.state.testFlag(State_Open);
            stylepaint::chevron(painter, option.rect, open ? Qt::DownArrow : Qt::RightArrow, ink(Token::TextDim));
        }
        return true;
    }
    case PE_Frame:
    case PE_FrameWindow:
    case PE_FrameDockWidget:
        drawFrame(option, painter, widget);
        return true;
    case PE_FrameGroupBox:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_IndicatorDockWidgetResizeHandle:
        return true;
    case PE_FrameMenu:
    case PE_PanelMenu:
        if (element == PE_PanelMenu) {
            box(painter, option.rect, ink(Token::SurfaceRaised), ink(Token::LineStrong), measure::popupRadius);
        }
        return true;
    case PE_PanelTipLabel:
        painter.fillRect(option.rect, ink(Token::SurfaceRaised));
        box(painter, option.rect, {}, ink(Token::LineStrong), 0);
        return true;
    case PE_PanelStatusBar:
        painter.fillRect(option.rect, ink(Token::SurfaceChrome));
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), ink(Token::Line));
        return true;
    case PE_PanelMenuBar:
    case PE_PanelToolBar:
        painter.fillRect(option.rect, ink(Token::SurfaceChrome));
        return true;
    case PE_PanelScrollAreaCorner:
        painter.fillRect(option.rect, ink(Token::Surface));
        return true;
    case PE_IndicatorTabClose:
        if (option.state & State_MouseOver) {
            box(painter, option.rect, ink(Token::Hover), {}, 3);
        }
        stylepaint::cross(painter, option.rect, ink(Token::TextDim), 1.1);
        return true;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
            header && header->sortIndicator != QStyleOptionHeader::None) {
            stylepaint::chevron(painter, option.rect,
                header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::DownArrow : Qt::UpArrow, ink(Token::TextDim));
        }
        return true;
    case PE_IndicatorMenuCheckMark:
        stylepaint::tick(painter, option.rect, ink(Token::Accent));
        return true;
    case PE_IndicatorToolBarSeparator:
        painter.fillRect(
            QRect(option.rect.center().x(), option.rect.top() + 4, 1, option.rect.height() - 8), ink(Token::Line));
        return true;
    case PE_IndicatorItemViewItemDrop:
        box(painter, option.rect, {}, ink(Token::Accent), 0, 2);
        return true;
    default:
        return false;
    }
}

void MillraceStyle::drawMenuItem(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
    if (!item) {
        return;
    }
    const QRect rect = item->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1), ink(Token::Line));
        return;
    }
    const bool enabled = item->state.testFlag(State_Enabled);
    if (item->state.testFlag(State_Selected) && enabled) {
        box(painter, rect.adjusted(1, 0, -1, 0), ink(Token::Select), {}, measure::radius);
    }
    const QRect mark = visualRect(item->direction, rect, QRect(rect.left() + 8, rect.top(), 16, rect.height()));
    if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked) {
        stylepaint::tick(painter, mark, ink(enabled ? Token::Accent : Token::TextOff));
    } else if (!item->icon.isNull()) {
        item->icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const QRect text = visualRect(item->direction, rect, rect.adjusted(32, 0, -24, 0));
    const qsizetype tab = item->text.indexOf(u'\t');
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine
        | (styleHint(SH_UnderlineShortcut, item, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter.save();
    painter.setFont(item->font);
    painter.setPen(ink(enabled ? Token::Text : Token::TextOff));
    painter.drawText(text, flags | static_cast<int>(visualAlignment(item->direction, Qt::AlignLeft)),
        tab < 0 ? item->text : item->text.left(tab));
    if (tab >= 0) {
        painter.setPen(ink(enabled ? Token::TextDim : Token::TextOff));
        painter.drawText(text.adjusted(0, 0, 12, 0),
            flags | static_cast<int>(visualAlignment(item->direction, Qt::AlignRight)), item->text.mid(tab + 1));
    }
    painter.restore();
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const bool mirrored = item->direction == Qt::RightToLeft;
        stylepaint::chevron(painter,
            visualRect(item->direction, rect, QRect(rect.right() - 20, rect.top(), 16, rect.height())),
            mirrored ? Qt::LeftArrow : Qt::RightArrow, ink(Token::TextDim));
    }
}

void MillraceStyle::drawHeaderLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    if (!header) {
        return;
    }
    QRect rect = header->rect;
    if (!header->icon.isNull()) {
        header->icon.paint(&painter, QRect(rect.left(), rect.top(), 16, rect.height()));
        rect.setLeft(rect.left() + 20);
    }
    painter.save();
    painter.setFont(themeFont(TextRole::Header));
    painter.setPen(ink(Token::Text));
    const QString text = painter.fontMetrics().elidedText(header->text, Qt::ElideRight, std::max(0, rect.width()));
    painter.drawText(rect, static_cast<int>(header->textAlignment) | Qt::TextSingleLine, text);
    painter.restore();
    Q_UNUSED(widget)
}

void MillraceStyle::drawTabLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(&option);
    if (!tab) {
        return;
    }
    QStyleOptionTab copy(*tab);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool selected = option.state.testFlag(State_Selected);
    const Token text = enabled ? (selected ? Token::Text : Token::TextDim) : Token::TextOff;
    copy.palette.setColor(QPalette::WindowText, ink(text));
    copy.palette.setColor(QPalette::ButtonText, ink(text));
    copy.state.setFlag(State_HasFocus, false);
    painter.save();
    if (selected) {
        QFont font = painter.font();
        font.setWeight(QFont::Medium);
        painter.setFont(font);
    }
    QProxyStyle::drawControl(CE_TabBarTabLabel, &copy, &painter, widget);
    painter.restore();
}

bool MillraceStyle::drawItemControl(
    ControlElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        drawPushButtonLabel(option, painter, widget);
        return true;
    case CE_PushButtonBevel:
        drawPrimitive(PE_PanelButtonCommand, &option, &painter, widget);
        return true;
    case CE_HeaderSection:
        drawHeaderSection(option, painter);
        return true;
    case CE_HeaderLabel:
        drawHeaderLabel(option, painter, widget);
        return true;
    case CE_HeaderEmptyArea:
        painter.fillRect(option.rect, ink(Token::SurfaceChrome));
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), ink(Token::Line));
        return true;
    case CE_TabBarTabShape:
        drawTabShape(option, painter);
        return true;
    case CE_TabBarTabLabel:
        drawTabLabel(option, painter, widget);
        return true;
    case CE_MenuItem:
        drawMenuItem(option, painter, widget);
        return true;
    case CE_MenuBarEmptyArea:
        painter.fillRect(option.rect, ink(Token::SurfaceChrome));
        drawMenuBarLine(option, painter, widget);
        return true;
    case CE_MenuEmptyArea:
    case CE_SizeGrip:
        return true;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option)) {
            painter.fillRect(option.rect, ink(Token::SurfaceChrome));
            if (option.state & (State_Selected | State_Sunken) && option.state & State_Enabled) {
                box(painter, option.rect, ink(option.state & State_Sunken ? Token::Pressed : Token::Hover), {},
                    measure::radius);
            }
            drawItemText(&painter, option.rect,
                Qt::AlignCenter
                    | (styleHint(SH_UnderlineShortcut, &option, widget, nullptr) ? Qt::TextShowMnemonic
                                                                                 : Qt::TextHideMnemonic),
                option.palette, option.state.testFlag(State_Enabled), item->text, QPalette::WindowText);
            drawMenuBarLine(option, painter, widget);
        }
        return true;
    case CE_Splitter:
        painter.fillRect(option.rect, ink(Token::Line));
        return true;
    case CE_ToolBar:
        painter.fillRect(option.rect, ink(Token::SurfaceChrome));
        return true;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return true;
    case CE_ProgressBarContents:
        drawProgress(option, painter);
        return true;
    default:
        return false;
    }
}

} // namespace millrace
