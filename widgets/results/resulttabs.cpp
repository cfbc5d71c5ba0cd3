// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/resulttabs.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/spinner.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int widest = 208;
constexpr int side = 9;
constexpr int spacing = 6;
constexpr int iconSide = 16;
constexpr int gap = 4;

} // namespace

ResultTabButton::ResultTabButton(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setFixedHeight(measure::controlSmall);
}

bool ResultTabButton::showsGlyph() const
{
    // A finished one needs no glyph: only what is not as usual, and the current one, show theirs.
    return isChecked() || m_tab.state != RunState::Done;
}

QString ResultTabButton::shownTitle() const
{
    return m_tab.number > 0 ? QString::number(m_tab.number) + u' ' + m_tab.title : m_tab.title;
}

QString ResultTabButton::partText() const
{
    return m_tab.part > 0 ? u" (%1)"_s.arg(m_tab.part) : QString();
}

void ResultTabButton::setTab(const ResultTab& tab)
{
    m_tab = tab;
    setText(shownTitle() + partText());
    setToolTip(tab.toolTip);
    setAccessibleName(tr("Result: %1").arg(shownTitle() + partText()));
    const bool turns = tab.state == RunState::Running || tab.state == RunState::Cancelling;
    turns ? AnimationClock::instance().start(this) : AnimationClock::instance().stop(this);
    updateGeometry();
    update();
}

/// The title is cut, never which part of the run this is.
QString ResultTabButton::shortTitle(int width) const
{
    const int left = width - fontMetrics().horizontalAdvance(partText());
    return fontMetrics().elidedText(shownTitle(), Qt::ElideRight, left) + partText();
}

QSize ResultTabButton::sizeHint() const
{
    // Advances are rounded; without the two pixels a title that fits would be cut.
    int width = 2 * side + fontMetrics().horizontalAdvance(shownTitle() + partText()) + 2;
    width += showsGlyph() ? iconSide + gap : 0;
    width += showsPin() ? iconSide + gap : 0;
    return {std::min(width, widest), measure::controlSmall};
}

QRect ResultTabButton::pinRect() const
{
    return {width() - side - iconSide + 2, (height() - iconSide) / 2, iconSide, iconSide};
}

QRect ResultTabButton::closeRect() const
{
    return pinRect().translated(-(iconSide + 2), 0);
}

void ResultTabButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    if (isChecked()) {
        stylepaint::box(
            painter, rect(), theme.color(Token::SurfaceRaised), theme.color(Token::LineStrong), measure::radius);
    } else if (underMouse()) {
        stylepaint::box(painter, rect(), theme.color(Token::Hover), {}, measure::radius);
    }
    QRect inner = rect().adjusted(side, 0, -side, 0);
    if (showsGlyph()) {
        paintStatusGlyph(painter, QRectF(inner.left(), (height() - iconSide) / 2.0, iconSide, iconSide),
            glyphOf(m_tab.state), AnimationClock::instance().phase());
        inner.setLeft(inner.left() + iconSide + gap);
    }
    if (showsPin()) {
        const QIcon pin = m_tab.pinned ? themedIcon(this, "pin"_L1, Token::Accent) : themedIcon(this, "pin"_L1);
        pin.paint(&painter, pinRect());
        inner.setRight(pinRect().left() - gap);
    }
    if (showsClose()) {
        stylepaint::cross(painter, closeRect(), theme.color(Token::TextDim));
        inner.setRight(closeRect().left() - 2);
    }
    painter.setPen(theme.color(isChecked() ? Token::Text : Token::TextDim));
    painter.drawText(
        inner, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, shortTitle(inner.width()));
    QStyleOption option;
    option.initFrom(this);
    if (stylepaint::hasKeyboardFocus(option)) {
        stylepaint::focusRing(painter, rect(), measure::radius);
    }
}

void ResultTabButton::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton) {
        Q_EMIT closeClicked();
        return;
    }
    QAbstractButton::mousePressEvent(event);
}

void ResultTabButton::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    if (event->button() == Qt::LeftButton && isDown()) {
        if (showsPin() && pinRect().contains(place)) {
            setDown(false);
            Q_EMIT pinClicked();
            return;
        }
        if (showsClose() && closeRect().contains(place)) {
            setDown(false);
            Q_EMIT closeClicked();
            return;
        }
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void ResultTabButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete) {
        Q_EMIT closeClicked();
    } else if (event->key() == Qt::Key_P) {
        Q_EMIT pinClicked();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void ResultTabButton::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(
        themedIcon(this, "pin"_L1), m_tab.pinned ? tr("Unpin") : tr("Pin"), this, &ResultTabButton::pinClicked);
    menu->addAction(themedIcon(this, "tab-close"_L1), tr("Close"), this, &ResultTabButton::closeClicked);
    menu->popup(event->globalPos());
}

void ResultTabButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ResultTabButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void ResultTabButton::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    update();
}

ResultTabs::ResultTabs(QWidget* parent)
    : QWidget(parent), m_more(makeIconButton("overflow-menu"_L1, tr("More results"), this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_more->setFixedSize(measure::controlSmall, measure::controlSmall);
    m_more->hide();
    connect(m_more, &QAbstractButton::clicked, this, &ResultTabs::showOverflow);
}

ResultTabButton* ResultTabs::addButton()
{
    auto* button = new ResultTabButton(this);
    connect(button, &QAbstractButton::clicked, this, [this, button] {
        button->setChecked(button->tab().id == m_current);
        Q_EMIT chosen(button->tab().id);
    });
    connect(button, &ResultTabButton::pinClicked, this, [this, button] { Q_EMIT pinToggled(button->tab().id); });
    connect(button, &ResultTabButton::closeClicked, this, [this, button] { Q_EMIT closed(button->tab().id); });
    m_buttons.push_back(button);
    return button;
}

void ResultTabs::setTabs(std::vector<ResultTab> tabs, const QString& current)
{
    if (m_tabs == tabs && m_current == current) {
        return;
    }
    m_tabs = std::move(tabs);
    m_current = current;
    while (m_buttons.size() < m_tabs.size()) {
        addButton();
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        ResultTabButton* button = m_buttons[i];
        if (i < m_tabs.size()) {
            button->setObjectName(u"result:"_s + m_tabs[i].id);
            button->setChecked(m_tabs[i].id == m_current);
            button->setTab(m_tabs[i]);
        } else {
            AnimationClock::instance().stop(button);
            button->hide();
        }
    }
    updateGeometry();
    place();
}

/// As many as fit, the current one in any case.
void ResultTabs::place()
{
    int wanted = 0;
    int currentWidth = 0;
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        const int width = m_buttons[i]->sizeHint().width();
        wanted += width + spacing;
        currentWidth = m_tabs[i].id == m_current ? width + spacing : currentWidth;
    }
    const bool overflows = wanted - spacing > width();
    int left = overflows ? width() - m_more->width() - currentWidth : width() + spacing;
    int x = 0;
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        ResultTabButton* button = m_buttons[i];
        const int need = button->sizeHint().width() + spacing;
        const bool isCurrent = m_tabs[i].id == m_current;
        const bool fits = isCurrent || need <= left;
        left -= isCurrent && overflows ? 0 : fits ? need : left;
        button->setVisible(fits);
        if (fits) {
            const int given = std::min(need - spacing, std::max(60, width() - x));
            button->setGeometry(x, (height() - measure::controlSmall) / 2, given, measure::controlSmall);
            x += given + spacing;
        }
    }
    m_more->setVisible(overflows);
    m_more->move(std::min(x, width() - m_more->width()), (height() - m_more->height()) / 2);
}

void ResultTabs::showOverflow()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ResultTab& tab : m_tabs) {
        QString title = tab.number > 0 ? QString::number(tab.number) + u' ' + tab.title : tab.title;
        title += tab.part > 0 ? u" (%1)"_s.arg(tab.part) : QString();
        QAction* action = menu->addAction(statusIcon(glyphOf(tab.state)), QString(title).replace(u'&', "&&"_L1), this,
            [this, id = tab.id] { Q_EMIT chosen(id); });
        action->setCheckable(true);
        action->setChecked(tab.id == m_current);
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

QSize ResultTabs::sizeHint() const
{
    int width = 0;
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        width += m_buttons[i]->sizeHint().width() + spacing;
    }
    return {std::max(0, width - spacing), measure::controlSmall};
}

QSize ResultTabs::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 120), measure::controlSmall};
}

void ResultTabs::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace millrace
