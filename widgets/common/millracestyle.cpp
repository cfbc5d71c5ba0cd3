// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/millracestyle.h"

#include "widgets/common/icons.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSlider>
#include <QStyleOption>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

bool wantsHover(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget)
        || qobject_cast<const QTabBar*>(widget) || qobject_cast<const QScrollBar*>(widget)
        || qobject_cast<const QHeaderView*>(widget) || qobject_cast<const QSlider*>(widget);
}

int heightOfControl(const QStyleOption* option)
{
    // grows with the user's font, never below the drawn measure
    return option ? std::max(measure::control, option->fontMetrics.height() + 10) : measure::control;
}

} // namespace

MillraceStyle::MillraceStyle() : QProxyStyle(u"Fusion"_s) { }

void MillraceStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (wantsHover(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
        view->viewport()->setAttribute(Qt::WA_Hover);
    }
    if (qobject_cast<QMenu*>(widget)) {
        // its corners are round
        widget->setAttribute(Qt::WA_TranslucentBackground);
    }
}

void MillraceStyle::unpolish(QWidget* widget)
{
    if (wantsHover(widget)) {
        widget->setAttribute(Qt::WA_Hover, false);
    }
    QProxyStyle::unpolish(widget);
}

int MillraceStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_MenuPanelWidth:
    case PM_SplitterWidth:
    case PM_ToolBarFrameWidth:
    case PM_DockWidgetSeparatorExtent:
        return 1;
    case PM_ComboBoxFrameWidth:
        return 2;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_MenuBarItemSpacing:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
        return 0;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_MessageBoxIconSize:
        return measure::icon;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_MenuBarHMargin:
        return 6;
    case PM_HeaderMargin:
        return 4;
    case PM_HeaderMarkSize:
        return 10;
    case PM_TreeViewIndentation:
        return 14;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return measure::panelPadding;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return 14;
    case PM_TabBarTabHSpace:
        return 24;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int MillraceStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_UnderlineShortcut:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration:
    case SH_Widget_Animate:
    case SH_TabBar_PreferNoArrows:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_ChangeHighlightOnFocus:
    case SH_ScrollBar_ContextMenu:
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking:
        return 1;
    case SH_Table_GridLineColor:
        return static_cast<int>(stylepaint::ink(Token::Line).rgba());
    case SH_DialogButtonLayout:
        return QDialogButtonBox::GnomeLayout;
    case SH_FormLayoutLabelAlignment:
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    case SH_TabBar_Alignment:
        return static_cast<int>(Qt::AlignLeft);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize MillraceStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        int width = size.width() + 20;
        if (button && button->features.testFlag(QStyleOptionButton::HasMenu)) {
            width += 16;
        }
        return {width, heightOfControl(option)};
    }
    case CT_ComboBox:
        return {size.width() + 16 + 24, heightOfControl(option)};
    case CT_LineEdit:
        return {size.width(), heightOfControl(option)};
    case CT_SpinBox:
        return {size.width() + 24, heightOfControl(option)};
    case CT_ToolButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        const bool iconOnly = button && button->toolButtonStyle == Qt::ToolButtonIconOnly;
        if (iconOnly) {
            const int side = std::max(measure::control, button->iconSize.width() + 8);
            return {side, side};
        }
        return {size.width() + 12, heightOfControl(option)};
    }
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(measure::tableHeader, option->fontMetrics.height() + 10)};
    }
    case CT_TabBarTab:
        return {size.width(), std::max(measure::dockTab, option->fontMetrics.height() + 14)};
    case CT_MenuBarItem:
        return {size.width() + 16, std::max(measure::control, option->fontMetrics.height() + 10)};
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
            return {10, 9};
        }
        const int keys = item && item->text.contains(u'\t') ? 24 : 0;
        // As drawMenuItem() places it, and what rounding takes of a text's width.
        return {size.width() + 32 + 24 + 1 + keys, std::max(measure::control, size.height())};
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(measure::tableRow, base.height())};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect MillraceStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents:
        return option->rect.adjusted(7, 1, -7, -1);
    case SE_PushButtonContents:
        return option->rect.adjusted(4, 1, -4, -1);
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_ItemViewItemFocusRect:
        return option->rect;
    case SE_HeaderLabel:
    case SE_HeaderArrow: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const bool sorted = header && header->sortIndicator != QStyleOptionHeader::None;
        const QRect rect = option->rect;
        const QRect arrow(rect.right() - 20, rect.top(), 16, rect.height());
        const QRect label = rect.adjusted(8, 0, sorted ? -22 : -8, 0);
        return visualRect(option->direction, rect, element == SE_HeaderArrow ? arrow : label);
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect MillraceStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl subControl, const QWidget* widget) const
{
    const QRect rect = option->rect;
    if (control == CC_ComboBox) {
        switch (subControl) {
        case SC_ComboBoxArrow:
            return visualRect(option->direction, rect, QRect(rect.right() - 23, rect.top(), 24, rect.height()));
        case SC_ComboBoxEditField: {
            const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
            const int left = combo && combo->editable ? 1 : 8; // a line edit has its own padding
            return visualRect(option->direction, rect, rect.adjusted(left, 1, -24, -1));
        }
        case SC_ComboBoxListBoxPopup:
            return rect.translated(0, 2);
        default:
            return rect;
        }
    }
    if (control == CC_SpinBox) {
        const int half = rect.height() / 2;
        switch (subControl) {
        case SC_SpinBoxUp:
            return visualRect(option->direction, rect, QRect(rect.right() - 21, rect.top() + 1, 20, half - 1));
        case SC_SpinBoxDown:
            return visualRect(
                option->direction, rect, QRect(rect.right() - 21, rect.top() + half, 20, rect.height() - half - 1));
        case SC_SpinBoxEditField:
            return visualRect(option->direction, rect, rect.adjusted(1, 1, -22, -1));
        default:
            return rect;
        }
    }
    if (control == CC_ScrollBar) {
        const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (!slider) {
            return rect;
        }
        const bool horizontal = slider->orientation == Qt::Horizontal;
        const int extent = horizontal ? rect.width() : rect.height();
        const int range = slider->maximum - slider->minimum;
        int length = extent;
        if (range > 0) {
            const auto whole = static_cast<qint64>(range) + slider->pageStep;
            length = static_cast<int>(static_cast<qint64>(slider->pageStep) * extent / std::max<qint64>(1, whole));
            length = std::clamp(length, std::min(extent, 28), extent);
        }
        const int start = sliderPositionFromValue(
            slider->minimum, slider->maximum, slider->sliderPosition, extent - length, slider->upsideDown);
        const auto part = [&](int from, int size) {
            const QRect along = horizontal ? QRect(rect.left() + from, rect.top(), size, rect.height())
                                           : QRect(rect.left(), rect.top() + from, rect.width(), size);
            return visualRect(slider->direction, rect, along);
        };
        switch (subControl) {
        case SC_ScrollBarSlider:
            return part(start, length);
        case SC_ScrollBarSubPage:
            return part(0, start);
        case SC_ScrollBarAddPage:
            return part(start + length, extent - start - length);
        case SC_ScrollBarGroove:
            return rect;
        default:
            return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QIcon MillraceStyle::standardIcon(StandardPixmap standardIcon, const QStyleOption* option, const QWidget* widget) const
{
    switch (standardIcon) {
    case SP_LineEditClearButton:
        return themedIcon(widget, "edit-clear"_L1);
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return themedIcon(widget, "dialog-close"_L1);
    case SP_MessageBoxCritical:
        return themedIcon(widget, "dialog-warning"_L1, Token::Error);
    case SP_MessageBoxWarning:
        return themedIcon(widget, "dialog-warning"_L1, Token::Warn);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return themedIcon(widget, "dialog-information"_L1, Token::Info);
    case SP_ToolBarHorizontalExtensionButton:
        return themedIcon(widget, "overflow-menu"_L1);
    default:
        return QProxyStyle::standardIcon(standardIcon, option, widget);
    }
}

void MillraceStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (drawControlPrimitive(element, *option, *painter, widget)
        || drawItemPrimitive(element, *option, *painter, widget)) {
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void MillraceStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (drawItemControl(element, *option, *painter, widget)) {
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void MillraceStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox:
        return drawComboBox(*option, *painter, widget);
    case CC_SpinBox:
        return drawSpinBox(*option, *painter, widget);
    case CC_ScrollBar:
        return drawScrollBar(*option, *painter, widget);
    case CC_Slider:
        return drawSlider(*option, *painter, widget);
    case CC_ToolButton:
        return drawToolButton(*option, *painter, widget);
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void setReducedEffects(bool reduced)
{
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
             Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox}) {
        if (reduced) {
            QApplication::setEffectEnabled(effect, false);
        }
    }
}

} // namespace millrace
