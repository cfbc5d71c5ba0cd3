// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/labels.h"

#include "widgets/common/humanize.h"
#include "widgets/common/stylepaint.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace millrace {

namespace {

QFont chipFont(bool mono)
{
    QFont font = themeFont(mono ? TextRole::MonoSmall : TextRole::Badge);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QSize chipSize(const QString& text, const QFont& font)
{
    const QFontMetrics metrics(font);
    return {metrics.horizontalAdvance(text) + 10, metrics.height() + 3};
}

void paintChip(QPainter& painter, const QRect& rect, const QString& text, const QFont& font, const QColor& foreground,
    const QColor& ground)
{
    stylepaint::box(painter, rect, ground, {}, measure::chipRadius);
    painter.save();
    painter.setFont(font);
    painter.setPen(foreground);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
}

QSize badgeSize(int count, const QFont& font)
{
    const QFontMetrics metrics(font);
    const int height = metrics.height() + 2;
    return {std::max(height, metrics.horizontalAdvance(badgeText(count)) + 8), height};
}

void paintBadge(
    QPainter& painter, const QRect& rect, int count, const QFont& font, const QColor& foreground, const QColor& ground)
{
    stylepaint::box(painter, rect, ground, {}, rect.height() / 2.0);
    painter.save();
    painter.setFont(font);
    painter.setPen(foreground);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, badgeText(count));
    painter.restore();
}

Chip::Chip(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Chip::Chip(const QString& text, Token foreground, Token ground, QWidget* parent) : Chip(parent)
{
    setColors(foreground, ground);
    setText(text);
}

void Chip::setText(const QString& text)
{
    if (m_text != text) {
        m_text = text;
        setAccessibleName(text);
        updateGeometry();
        update();
    }
}

void Chip::setColors(Token foreground, Token ground)
{
    m_foreground = foreground;
    m_ground = ground;
    update();
}

void Chip::setEnvironment(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        setColors(Token::EnvDev, Token::EnvDevBg);
        break;
    case Environment::Test:
        setColors(Token::EnvTest, Token::EnvTestBg);
        break;
    case Environment::Production:
        setColors(Token::EnvProd, Token::EnvProdBg);
        break;
    }
    setText(environmentWord(environment));
}

void Chip::setMono(bool mono)
{
    m_mono = mono;
    updateGeometry();
}

QSize Chip::sizeHint() const
{
    return m_text.isEmpty() ? QSize(0, 0) : chipSize(m_text, chipFont(m_mono));
}

void Chip::paintEvent(QPaintEvent*)
{
    if (m_text.isEmpty()) {
        return;
    }
    QPainter painter(this);
    paintChip(painter, rect(), m_text, chipFont(m_mono), stylepaint::ink(m_foreground), stylepaint::ink(m_ground));
}

TextLabel::TextLabel(TextRole role, Token color, QWidget* parent) : QLabel(parent), m_role(role), m_color(color)
{
    setTextFormat(Qt::PlainText);
    // On a ground of Base, Qt would take the role Text in place of the one refresh() sets.
    setForegroundRole(QPalette::WindowText);
    refresh();
}

TextLabel::TextLabel(const QString& text, TextRole role, Token color, QWidget* parent) : TextLabel(role, color, parent)
{
    setText(text);
}

void TextLabel::setRole(TextRole role)
{
    m_role = role;
    refresh();
}

void TextLabel::setColor(Token color)
{
    if (m_color != color) {
        m_color = color;
        refresh();
    }
}

void TextLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    const bool look = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange;
    if (look && !m_refreshing) {
        refresh();
    }
}

void TextLabel::refresh()
{
    m_refreshing = true;
    QPalette colors = palette();
    const Theme& theme = themeOf(this);
    colors.setColor(QPalette::Active, QPalette::WindowText, theme.color(m_color));
    colors.setColor(QPalette::Inactive, QPalette::WindowText, theme.color(m_color));
    colors.setColor(QPalette::Disabled, QPalette::WindowText, theme.color(Token::TextOff));
    setPalette(colors);
    setFont(themeFont(m_role));
    m_refreshing = false;
}

ElidedLabel::ElidedLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : ElidedLabel(parent)
{
    setText(text);
}

void ElidedLabel::setText(const QString& text)
{
    if (m_text != text) {
        m_text = text;
        setAccessibleName(text);
        updateGeometry();
        update();
    }
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void ElidedLabel::setRole(TextRole role)
{
    m_role = role;
    updateGeometry();
    update();
}

void ElidedLabel::setColor(Token color)
{
    m_color = color;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(themeFont(m_role));
    return {metrics.horizontalAdvance(m_text) + 1, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(themeFont(m_role));
    return {std::min(metrics.horizontalAdvance(m_text) + 1, metrics.averageCharWidth() * 6), metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(themeFont(m_role));
    painter.setPen(stylepaint::ink(isEnabled() ? m_color : Token::TextOff));
    painter.drawText(rect(), static_cast<int>(m_alignment) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(m_text, m_mode, width()));
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const bool cut = QFontMetrics(themeFont(m_role)).horizontalAdvance(m_text) > width();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), cut ? m_text : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace millrace
