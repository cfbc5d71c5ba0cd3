// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons, fields, combo boxes, check boxes, scroll bars and sliders.
#include "widgets/common/buttons.h"
#include "widgets/common/millracestyle.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyleOption>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace millrace {

using stylepaint::box;
using stylepaint::ink;

namespace {

bool isPrimary(const QStyleOption& option, const QWidget* widget)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    return buttonKind(widget) == ButtonKind::Primary
        || (button && button->features.testFlag(QStyleOptionButton::DefaultButton)
            && buttonKind(widget) == ButtonKind::Normal);
}

/// Buttons keep one border in all states; hover and press change the ground only.
void drawButtonPanel(const QStyleOption& option, QPainter& painter, const QWidget* widget)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && option.state.testFlag(QStyle::State_MouseOver);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const ButtonKind kind = buttonKind(widget);
    if (kind == ButtonKind::Link || (button && button->features.testFlag(QStyleOptionButton::Flat))) {
        if (enabled && (down || hover)) {
            box(painter, option.rect, ink(down ? Token::Pressed : Token::Hover), {}, measure::radius);
        }
    } else if (isPrimary(option, widget) && enabled) {
        const QColor fill = ink(Token::AccentFill);
        box(painter, option.rect, fill, {}, measure::radius);
        if (down || hover) {
            QColor veil = ink(Token::OnAccent);
            veil.setAlphaF(down ? 0.18F : 0.10F);
            box(painter, option.rect, veil, {}, measure::radius);
        }
    } else {
        Token ground = Token::SurfaceRaised;
        if (down) {
            ground = Token::Pressed;
        } else if (hover) {
            ground = Token::Hover;
        }
        Token border = kind == ButtonKind::Danger ? Token::Error : Token::LineStrong;
        box(painter, option.rect, ink(enabled ? ground : Token::SurfaceChrome), ink(enabled ? border : Token::Line),
            measure::radius);
    }
    if (stylepaint::hasKeyboardFocus(option)) {
        const bool onFill = isPrimary(option, widget) && enabled;
        stylepaint::focusRing(painter, onFill ? QRectF(option.rect).adjusted(2, 2, -2, -2) : QRectF(option.rect),
            onFill ? 2 : measure::radius, onFill ? Token::OnAccent : Token::Focus);
    }
}

/// Fields show their ring for keyboard and mouse alike; an invalid one shows error until it has focus.
void drawField(const QStyleOption& option, QPainter& painter, const QWidget* widget, bool focused)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool readOnly = option.state.testFlag(QStyle::State_ReadOnly);
    const Token ground = enabled && !readOnly ? Token::Surface : Token::SurfaceChrome;
    box(painter, option.rect, ink(ground), ink(enabled ? Token::LineStrong : Token::Line), measure::radius);
    if (focused && enabled) {
        stylepaint::focusRing(painter, option.rect, measure::radius);
    } else if (widget && widget->property("millraceInvalid").toBool()) {
        stylepaint::focusRing(painter, option.rect, measure::radius, Token::Error);
    }
}

void drawCheckBox(const QStyleOption& option, QPainter& painter, bool radio)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    QRectF square(0, 0, 16, 16);
    square.moveCenter(QRectF(option.rect).center());
    const double radius = radio ? 8 : 3;
    const bool filled = (on || partly) && enabled;
    const bool hover = enabled && option.state.testFlag(QStyle::State_MouseOver);
    box(painter, square, filled ? ink(Token::AccentFill) : ink(hover ? Token::Hover : Token::SurfaceRaised),
        filled ? QColor() : ink(enabled ? Token::LineStrong : Token::Line), radius);
    const QColor mark = ink(enabled ? Token::OnAccent : Token::TextOff);
    if (partly) {
        painter.fillRect(QRectF(square.left() + 4, square.center().y() - 1, 8, 2), mark);
    } else if (on && radio) {
        box(painter, square.adjusted(5, 5, -5, -5), mark, {}, 3);
    } else if (on) {
        stylepaint::tick(painter, square.adjusted(0.5, 0.5, -0.5, -0.5), mark);
    }
    if (stylepaint::hasKeyboardFocus(option)) {
        stylepaint::focusRing(painter, square.adjusted(-2, -2, 2, 2), radius + 2);
    }
}

Qt::ArrowType arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return Qt::UpArrow;
    case QStyle::PE_IndicatorArrowLeft:
        return Qt::LeftArrow;
    case QStyle::PE_IndicatorArrowRight:
        return Qt::RightArrow;
    default:
        return Qt::DownArrow;
    }
}

} // namespace

bool MillraceStyle::drawControlPrimitive(
    PrimitiveElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    switch (element) {
    case PE_PanelButtonCommand:
        drawButtonPanel(option, painter, widget);
        return true;
    case PE_PanelButtonTool:
        if (enabled && option.state & (State_Sunken | State_On | State_MouseOver)) {
            const bool down = option.state & (State_Sunken | State_On);
            box(painter, option.rect, ink(down ? Token::Pressed : Token::Hover), {}, measure::radius);
        }
        if (stylepaint::hasKeyboardFocus(option)) {
            stylepaint::focusRing(painter, option.rect, measure::radius);
        }
        return true;
    case PE_FrameDefaultButton:
    case PE_FrameButtonTool:
        return true;
    case PE_FrameFocusRect:
        // everything that can have focus draws its own ring, except item views: their cells draw it here
        if (qstyleoption_cast<const QStyleOptionFocusRect*>(&option) && widget
            && qobject_cast<const QAbstractScrollArea*>(widget) && !widget->inherits("QComboBoxListView")) {
            box(painter, option.rect, {}, ink(Token::Focus), 0, 2);
        }
        return true;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
        if (frame && frame->lineWidth <= 0) {
            return true;
        }
        drawField(option, painter, widget, option.state.testFlag(State_HasFocus));
        return true;
    }
    case PE_FrameLineEdit:
        return true;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter, false);
        return true;
    case PE_IndicatorRadioButton:
        drawCheckBox(option, painter, true);
        return true;
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
    case PE_IndicatorSpinUp:
    case PE_IndicatorSpinDown:
        stylepaint::chevron(painter, option.rect, arrowOf(element), ink(enabled ? Token::TextDim : Token::TextOff));
        return true;
    default:
        return false;
    }
}

void MillraceStyle::drawPushButtonLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    if (!button) {
        return;
    }
    QStyleOptionButton copy(*button);
    const bool enabled = option.state.testFlag(State_Enabled);
    Token text = Token::Text;
    if (!enabled) {
        text = Token::TextOff;
    } else if (isPrimary(option, widget)) {
        text = Token::OnAccent;
    } else if (buttonKind(widget) == ButtonKind::Danger) {
        text = Token::Error;
    } else if (buttonKind(widget) == ButtonKind::Link) {
        text = Token::Accent;
    }
    copy.palette.setColor(QPalette::ButtonText, ink(text));
    copy.state.setFlag(State_HasFocus, false);
    if (copy.features.testFlag(QStyleOptionButton::HasMenu)) {
        copy.features.setFlag(QStyleOptionButton::HasMenu, false);
        QRect arrow = copy.rect;
        arrow.setLeft(arrow.right() - 20);
        stylepaint::chevron(painter, visualRect(option.direction, option.rect, arrow), Qt::DownArrow, ink(text));
        copy.rect.setRight(copy.rect.right() - 16);
    }
    QProxyStyle::drawControl(CE_PushButtonLabel, &copy, &painter, widget);
}

void MillraceStyle::drawComboBox(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(&option);
    if (!combo) {
        return;
    }
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool hover = enabled && !combo->editable && option.state & (State_MouseOver | State_On);
    const bool focus =
        option.state.testFlag(State_HasFocus) && (combo->editable || option.state & State_KeyboardFocusChange);
    if (combo->frame) {
        const Token ground = combo->editable ? Token::Surface : Token::SurfaceRaised;
        box(painter, option.rect, ink(enabled ? (hover ? Token::Hover : ground) : Token::SurfaceChrome),
            ink(enabled ? Token::LineStrong : Token::Line), measure::radius);
        if (focus && enabled) {
            stylepaint::focusRing(painter, option.rect, measure::radius);
        } else if (widget && widget->property("millraceInvalid").toBool()) {
            stylepaint::focusRing(painter, option.rect, measure::radius, Token::Error);
        }
    }
    stylepaint::chevron(painter, subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget), Qt::DownArrow,
        ink(enabled ? Token::TextDim : Token::TextOff));
}

void MillraceStyle::drawSpinBox(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(&option);
    if (!spin) {
        return;
    }
    drawField(option, painter, widget, option.state.testFlag(State_HasFocus));
    const auto arrow = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step, Qt::ArrowType direction) {
        const QRect rect = subControlRect(CC_SpinBox, &option, part, widget);
        const bool enabled = option.state.testFlag(State_Enabled) && spin->stepEnabled.testFlag(step);
        if (enabled && option.activeSubControls == part) {
            box(painter, rect, ink(option.state & State_Sunken ? Token::Pressed : Token::Hover), {}, 3);
        }
        stylepaint::chevron(painter, rect, direction, ink(enabled ? Token::TextDim : Token::TextOff));
    };
    if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
        arrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Qt::UpArrow);
        arrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Qt::DownArrow);
    }
}

void MillraceStyle::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(&option);
    if (!slider || slider->maximum <= slider->minimum) {
        if (widget && widget->parentWidget()) {
            painter.fillRect(option.rect, option.palette.color(QPalette::Base));
        }
        return;
    }
    painter.fillRect(option.rect, option.palette.color(QPalette::Base));
    const bool held = option.activeSubControls.testFlag(SC_ScrollBarSlider) && option.state & State_Sunken;
    const bool hover = option.state.testFlag(State_MouseOver);
    const QRectF handle = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool horizontal = slider->orientation == Qt::Horizontal;
    const QRectF bar = horizontal ? handle.adjusted(1, 3, -1, -3) : handle.adjusted(3, 1, -3, -1);
    QColor color = ink(Token::LineStrong);
    if (!held) {
        color.setAlphaF(hover ? 0.8F : 0.5F);
    }
    box(painter, bar, color, {}, 3);
}

void MillraceStyle::drawSlider(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(&option);
    if (!slider) {
        return;
    }
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool horizontal = slider->orientation == Qt::Horizontal;
    const QRectF knob = subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
    QRectF track = option.rect;
    const QPointF middle = knob.center();
    track = horizontal ? QRectF(track.left(), middle.y() - 1, track.width(), 2)
                       : QRectF(middle.x() - 1, track.top(), 2, track.height());
    painter.fillRect(track, ink(Token::Line));
    if (horizontal) {
        track.setRight(middle.x());
    } else {
        track.setTop(middle.y());
    }
    painter.fillRect(track, ink(enabled ? Token::Accent : Token::TextOff));
    QRectF disc(0, 0, 12, 12);
    disc.moveCenter(middle);
    box(painter, disc, ink(Token::SurfaceRaised), ink(enabled ? Token::Accent : Token::TextOff), 6, 2);
    if (stylepaint::hasKeyboardFocus(option)) {
        stylepaint::focusRing(painter, disc.adjusted(-2, -2, 2, 2), 8);
    }
}

void MillraceStyle::drawToolButton(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(&option);
    if (!button) {
        return;
    }
    drawPrimitive(PE_PanelButtonTool, &option, &painter, widget);
    QStyleOptionToolButton label(*button);
    label.state.setFlag(State_HasFocus, false);
    const bool menuArrow =
        button->features.testFlag(QStyleOptionToolButton::HasMenu) && button->toolButtonStyle != Qt::ToolButtonIconOnly;
    if (menuArrow || button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup)) {
        QRect arrow = option.rect;
        arrow.setLeft(arrow.right() - 18);
        stylepaint::chevron(painter, visualRect(option.direction, option.rect, arrow), Qt::DownArrow,
            ink(option.state & State_Enabled ? Token::TextDim : Token::TextOff));
        label.rect = visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -14, 0));
    }
    label.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    QProxyStyle::drawControl(CE_ToolButtonLabel, &label, &painter, widget);
}

} // namespace millrace
