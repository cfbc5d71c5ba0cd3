// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/startlink.h"

#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>

namespace millrace {

namespace {

constexpr int s_gap = 6;

} // namespace

StartLink::StartLink(const QString& objectName, QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StartLink::setKeys(const QString& keys)
{
    m_keys = keys;
    updateGeometry();
    update();
}

QSize StartLink::sizeHint() const
{
    const int keys = m_keys.isEmpty() ? 0 : s_gap + QFontMetrics(themeFont(TextRole::Badge)).horizontalAdvance(m_keys);
    return {fontMetrics().horizontalAdvance(text()) + keys + 2, fontMetrics().height() + 4};
}

void StartLink::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void StartLink::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    QFont words = font();
    words.setUnderline(underMouse());
    painter.setFont(words);
    painter.setPen(theme.color(isChecked() || underMouse() ? Token::Accent : Token::TextDim));
    painter.drawText(rect().adjusted(1, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(themeFont(TextRole::Badge));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, m_keys);
    QStyleOption option;
    option.initFrom(this);
    if (stylepaint::hasKeyboardFocus(option)) {
        painter.setRenderHint(QPainter::Antialiasing);
        stylepaint::focusRing(painter, rect(), measure::chipRadius);
    }
}

} // namespace millrace
