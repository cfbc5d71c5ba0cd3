// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/buttons.h"

#include "widgets/common/icons.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionButton>
#include <QToolTip>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr const char* kindProperty = "millraceKind";
constexpr int side = 10; ///< left and right of the content
constexpr int gap = 7;

} // namespace

void setButtonKind(QAbstractButton* button, ButtonKind kind)
{
    button->setProperty(kindProperty, static_cast<int>(kind));
    if (kind == ButtonKind::Danger) {
        if (auto* push = qobject_cast<QPushButton*>(button)) {
            push->setAutoDefault(false);
        }
    }
    if (kind == ButtonKind::Link) {
        button->setCursor(Qt::PointingHandCursor);
    }
    button->update();
}

ButtonKind buttonKind(const QWidget* widget)
{
    if (!widget) {
        return ButtonKind::Normal;
    }
    const auto kind = static_cast<ButtonKind>(widget->property(kindProperty).toInt());
    if (kind == ButtonKind::Normal) {
        // "Discard" in a message box says by its role what it is
        const auto* box = qobject_cast<const QDialogButtonBox*>(widget->parentWidget());
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (box && button
            && box->buttonRole(const_cast<QAbstractButton*>(button)) == QDialogButtonBox::DestructiveRole) {
            return ButtonKind::Danger;
        }
    }
    return kind;
}

ActionButton::ActionButton(QWidget* parent) : QPushButton(parent)
{
    setAutoDefault(false);
}

ActionButton::ActionButton(const QString& text, QWidget* parent) : ActionButton(parent)
{
    setText(text);
}

void ActionButton::setHint(const QString& hint)
{
    if (m_hint != hint) {
        m_hint = hint;
        updateGeometry();
        update();
    }
}

void ActionButton::setCompact(bool compact)
{
    if (m_compact != compact) {
        m_compact = compact;
        updateGeometry();
        update();
    }
}

QSize ActionButton::sizeFor(bool compact) const
{
    ensurePolished();
    int width = 2 * side - 2;
    const bool withIcon = !icon().isNull();
    if (withIcon) {
        width += measure::icon;
    }
    if (!compact || !withIcon) {
        width += fontMetrics().horizontalAdvance(text()) + (withIcon ? gap : 0);
        if (!m_hint.isEmpty()) {
            width += gap + 3 + QFontMetrics(themeFont(TextRole::Badge)).horizontalAdvance(m_hint);
        }
    }
    if (menu()) {
        width += 16;
    }
    return {width, std::max(measure::control, fontMetrics().height() + 10)};
}

QSize ActionButton::sizeHint() const
{
    return sizeFor(m_compact);
}

QSize ActionButton::minimumSizeHint() const
{
    return sizeFor(m_compact);
}

bool ActionButton::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && m_compact) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), m_hint.isEmpty() ? text() : tr("%1 (%2)").arg(text(), m_hint), this);
        return true;
    }
    return QPushButton::event(event);
}

void ActionButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, this);

    const ButtonKind kind = buttonKind(this);
    const bool primary = kind == ButtonKind::Primary && isEnabled();
    Token color = Token::Text;
    if (!isEnabled()) {
        color = Token::TextOff;
    } else if (primary) {
        color = Token::OnAccent;
    } else if (kind == ButtonKind::Danger) {
        color = Token::Error;
    }
    int x = side - 1;
    if (!icon().isNull()) {
        const QIcon tinted = themedIcon(this, QLatin1StringView(icon().name().toLatin1()), color);
        const QIcon& shown = primary && !tinted.isNull() ? tinted : icon();
        shown.paint(&painter, QRect(x, (height() - measure::icon) / 2, measure::icon, measure::icon), Qt::AlignCenter,
            isEnabled() ? QIcon::Normal : QIcon::Disabled);
        x += measure::icon + gap;
    }
    if (menu()) {
        stylepaint::chevron(painter, QRect(width() - 21, 0, 14, height()), Qt::DownArrow, stylepaint::ink(color));
    }
    if (m_compact && !icon().isNull()) {
        return;
    }
    painter.setPen(stylepaint::ink(color));
    painter.setFont(font());
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextHideMnemonic;
    painter.drawText(QRect(x, 0, width() - x, height()), flags, text());
    if (!m_hint.isEmpty()) {
        x += fontMetrics().horizontalAdvance(text()) + gap + 3;
        if (!primary) {
            painter.setPen(stylepaint::ink(isEnabled() ? Token::TextDim : Token::TextOff));
        }
        painter.setFont(themeFont(TextRole::Badge));
        painter.drawText(QRect(x, 0, width() - x, height()), flags, m_hint);
    }
}

QToolButton* makeIconButton(QLatin1StringView icon, const QString& text, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(button, icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace millrace
