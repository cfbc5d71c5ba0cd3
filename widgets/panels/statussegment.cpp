// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/statussegment.h"

#include "widgets/common/spinner.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace millrace {

namespace {

constexpr int side = 10;
constexpr int glyph = 14;
constexpr int gap = 6;

QFont segmentFont(bool bold)
{
    QFont font = themeFont(TextRole::Caption);
    if (bold) {
        font.setWeight(QFont::DemiBold);
    }
    return font;
}

} // namespace

StatusSegment::StatusSegment(bool lineAtLeft, QWidget* parent) : QAbstractButton(parent), m_lineAtLeft(lineAtLeft)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding);
}

void StatusSegment::setSegment(const QString& text, const QString& toolTip)
{
    setToolTip(toolTip);
    setAccessibleName(toolTip.isEmpty() ? text : toolTip);
    setVisible(!text.isEmpty() || !icon().isNull());
    if (text != this->text()) {
        setText(text);
        updateGeometry();
    }
}

void StatusSegment::setEnvironment(std::optional<Environment> environment)
{
    if (m_environment != environment) {
        m_environment = environment;
        updateGeometry();
        update();
    }
}

void StatusSegment::setSpinning(bool spinning)
{
    if (m_spinning != spinning) {
        m_spinning = spinning;
        spinning ? AnimationClock::instance().start(this) : AnimationClock::instance().stop(this);
        updateGeometry();
        update();
    }
}

void StatusSegment::setAlarming(bool alarming)
{
    if (m_alarming != alarming) {
        m_alarming = alarming;
        update();
    }
}

QSize StatusSegment::sizeHint() const
{
    int width = 2 * side + 1;
    width += m_spinning ? glyph + gap : 0;
    width += icon().isNull() ? 0 : measure::icon + (text().isEmpty() ? 0 : gap);
    width += QFontMetrics(segmentFont(m_environment.has_value())).horizontalAdvance(text());
    return {width, measure::statusBar};
}

QSize StatusSegment::minimumSizeHint() const
{
    return {m_shrinks ? std::min(sizeHint().width(), 60) : sizeHint().width(), measure::statusBar};
}

void StatusSegment::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    Token ink = m_alarming ? Token::Error : Token::TextDim;
    if (m_environment) {
        painter.fillRect(rect(), theme.environment(*m_environment, EnvironmentShade::Fill));
        ink = Token::OnEnv;
    } else if (isDown() || underMouse()) {
        painter.fillRect(rect(), theme.color(isDown() ? Token::Pressed : Token::Hover));
    }
    QRect inner = rect().adjusted(side, 0, -side, 0);
    if (m_spinning) {
        paintStatusGlyph(painter, QRectF(inner.left(), (height() - glyph) / 2.0, glyph, glyph), StatusGlyph::Running,
            AnimationClock::instance().phase());
        inner.setLeft(inner.left() + glyph + gap);
    }
    if (!icon().isNull()) {
        icon().paint(&painter, QRect(inner.left(), (height() - measure::icon) / 2, measure::icon, measure::icon),
            Qt::AlignCenter, QIcon::Normal);
        inner.setLeft(inner.left() + measure::icon + gap);
    }
    painter.setFont(segmentFont(m_environment.has_value()));
    painter.setPen(theme.color(ink));
    painter.drawText(inner, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, inner.width()));
    if (!m_environment) {
        const int x = m_lineAtLeft ? 0 : width() - 1;
        painter.fillRect(QRect(x, 0, 1, height()), theme.color(Token::Line));
    }
    QStyleOption option;
    option.initFrom(this);
    if (stylepaint::hasKeyboardFocus(option)) {
        stylepaint::focusRing(painter, rect(), 0, m_environment ? Token::OnEnv : Token::Focus);
    }
}

void StatusSegment::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
}

} // namespace millrace
