// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/operationsindicator.h"

#include "widgets/common/spinner.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"
#include "widgets/panels/operationspopup.h"

#include <QPainter>
#include <QTimerEvent>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int side = 10;
constexpr int glyph = 14;
constexpr int gap = 6;
constexpr int clockMs = 500;

} // namespace

OperationsIndicator::OperationsIndicator(QWidget* parent) : QToolButton(parent), m_popup(new OperationsPopup(this))
{
    setObjectName(u"statusOperations"_s);
    setToolTip(tr("What runs in the background"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding);
    connect(this, &QAbstractButton::clicked, this, &OperationsIndicator::showPopup);
    hide();
}

void OperationsIndicator::setModel(OperationListModel* model)
{
    m_model = model;
    m_popup->setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &OperationsIndicator::refresh);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &OperationsIndicator::refresh);
    connect(model, &OperationListModel::activeCountChanged, this, &OperationsIndicator::refresh);
    refresh();
}

void OperationsIndicator::refresh()
{
    const int active = m_model->activeCount();
    setVisible(m_model->rowCount() > 0);
    QString text;
    if (active > 1) {
        text = tr("%n operation(s)", nullptr, active);
    } else {
        for (int row = 0; row < m_model->rowCount() && active == 1; ++row) {
            const Operation* operation = m_model->operation(row);
            if (operation && !operation->isFinished()) {
                text = operation->title();
            }
        }
    }
    setText(active == 0 ? tr("All done") : text);
    setAccessibleName(this->text());
    if (active > 0 && m_clock == 0) {
        m_clock = startTimer(clockMs);
        AnimationClock::instance().start(this);
    } else if (active == 0 && m_clock != 0) {
        killTimer(m_clock);
        m_clock = 0;
        AnimationClock::instance().stop(this);
    }
    updateGeometry();
    update();
}

void OperationsIndicator::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_clock) {
        // Clocks nobody sees need not go on.
        if (m_popup->isVisible()) {
            m_model->refreshElapsed();
        }
        return;
    }
    QToolButton::timerEvent(event);
}

void OperationsIndicator::showPopup()
{
    m_popup->popupAt(this);
}

QSize OperationsIndicator::sizeHint() const
{
    const int text = std::min(260, QFontMetrics(themeFont(TextRole::Caption)).horizontalAdvance(this->text()));
    return {2 * side + glyph + gap + text, measure::statusBar};
}

QSize OperationsIndicator::minimumSizeHint() const
{
    return {2 * side + glyph, measure::statusBar};
}

void OperationsIndicator::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    if (isDown() || underMouse()) {
        painter.fillRect(rect(), theme.color(isDown() ? Token::Pressed : Token::Hover));
    }
    const bool active = m_model && m_model->activeCount() > 0;
    paintStatusGlyph(painter, QRectF(side, (height() - glyph) / 2.0, glyph, glyph),
        active ? StatusGlyph::Running : StatusGlyph::Done, AnimationClock::instance().phase());
    const QRect text = rect().adjusted(side + glyph + gap, 0, -side, 0);
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(theme.color(Token::TextDim));
    painter.drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(this->text(), Qt::ElideRight, text.width()));
}

} // namespace millrace
