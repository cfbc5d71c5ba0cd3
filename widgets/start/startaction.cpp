// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/startaction.h"

#include "widgets/common/icons.h"
#include "widgets/common/spinner.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace millrace {

namespace {

constexpr int s_height = 76;
constexpr int s_side = 16;
constexpr int s_textLeft = 54;
constexpr int s_progressHeight = 3;

} // namespace

StartAction::StartAction(QLatin1StringView icon, QWidget* parent) : QAbstractButton(parent), m_icon(icon)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StartAction::setTexts(const QString& title, const QString& detail)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    m_detail = detail;
    update();
}

void StartAction::setKeys(const QString& keys)
{
    m_keys = keys;
    update();
}

void StartAction::setRemark(const QString& remark, Token ink)
{
    m_remark = remark;
    m_remarkInk = ink;
    update();
}

void StartAction::setProgress(std::optional<double> progress)
{
    m_progress = progress;
    if (progress && *progress < 0) {
        AnimationClock::instance().start(this);
    } else {
        AnimationClock::instance().stop(this);
    }
    update();
}

QSize StartAction::sizeHint() const
{
    return {480, s_height};
}

void StartAction::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    case Qt::Key_Down:
        focusNextChild();
        break;
    case Qt::Key_Up:
        focusPreviousChild();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void StartAction::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = themeOf(this);
    const QRectF frame = QRectF(rect());
    if (isDown() || underMouse() || hasFocus()) {
        const Token ground = isDown() ? Token::Pressed : underMouse() ? Token::Hover : Token::Current;
        painter.fillRect(frame.adjusted(1, 1, -1, -1), theme.color(ground));
    }
    const int iconSize = measure::activityIcon;
    const QRect iconRect(s_side, (height() - iconSize) / 2, iconSize, iconSize);
    themedIcon(this, m_icon, Token::Accent).paint(&painter, iconRect);

    const QFont titleFont = themeFont(TextRole::Section);
    const QFont detailFont = themeFont(TextRole::Caption);
    const QFontMetrics titleMetrics(titleFont);
    const QFontMetrics detailMetrics(detailFont);
    const int top = (height() - titleMetrics.height() - detailMetrics.height() - 2) / 2;
    QRect line(s_textLeft, top, width() - s_textLeft - s_side, titleMetrics.height());
    painter.setFont(titleFont);
    painter.setPen(theme.color(Token::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text());
    paintRight(painter, rect().adjusted(s_textLeft, 0, -s_side, 0));
    line = QRect(line.left(), line.bottom() + 3, line.width() - 120, detailMetrics.height());
    painter.setFont(detailFont);
    painter.setPen(theme.color(Token::TextDim));
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter, detailMetrics.elidedText(m_detail, Qt::ElideRight, line.width()));
    paintProgress(painter);
    if (hasFocus()) {
        stylepaint::focusRing(painter, frame, measure::radius);
    }
}

void StartAction::paintRight(QPainter& painter, QRect rest) const
{
    const Theme& theme = themeOf(this);
    painter.setFont(themeFont(TextRole::Badge));
    painter.setPen(theme.color(Token::TextDim));
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, m_keys);
    if (m_remark.isEmpty()) {
        return;
    }
    const int keysWidth = m_keys.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(m_keys) + 30;
    rest.setRight(rest.right() - keysWidth);
    painter.setPen(theme.color(m_remarkInk));
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, m_remark);
    const int left = rest.right() - painter.fontMetrics().horizontalAdvance(m_remark) - measure::icon - 4;
    const QRectF glyph(left, (height() - measure::icon) / 2.0, measure::icon, measure::icon);
    paintStatusGlyph(painter, glyph, m_remarkInk == Token::Ok ? StatusGlyph::Done : StatusGlyph::Error);
}

void StartAction::paintProgress(QPainter& painter) const
{
    if (!m_progress) {
        return;
    }
    const Theme& theme = themeOf(this);
    const QRectF track(s_textLeft, height() - 12, width() - s_textLeft - s_side, s_progressHeight);
    painter.fillRect(track, theme.color(Token::SurfaceSunken));
    QRectF done = track;
    if (*m_progress < 0) {
        done.setWidth(track.width() / 4);
        done.moveLeft(track.left() + track.width() * 3 / 4 * AnimationClock::instance().phase());
    } else {
        done.setWidth(track.width() * std::min(1.0, *m_progress));
    }
    painter.fillRect(done, theme.color(Token::AccentFill));
}

} // namespace millrace
