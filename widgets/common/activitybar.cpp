// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/activitybar.h"

#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>
#include <QVBoxLayout>

namespace millrace {

class ActivityButton : public QToolButton {
public:
    ActivityButton(QString id, QLatin1StringView icon, ActivityBar* bar)
        : QToolButton(bar), m_id(std::move(id)), m_activeIcon(themedIcon(bar, icon, Token::Accent))
    {
        setObjectName(QLatin1StringView("activity.") + m_id);
        setIcon(themedIcon(this, icon));
        setFixedSize(measure::activityBar, 40);
        setFocusPolicy(Qt::TabFocus);
    }

    [[nodiscard]] const QString& id() const { return m_id; }

    void setBadge(int count)
    {
        if (m_badge != count) {
            m_badge = count;
            update();
        }
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (underMouse() && isEnabled()) {
            stylepaint::box(
                painter, QRectF(6, 4, width() - 12, height() - 8), stylepaint::ink(Token::Hover), {}, measure::radius);
        }
        if (isChecked()) {
            painter.fillRect(QRect(0, 4, 2, height() - 8), stylepaint::ink(Token::Accent));
        }
        const int side = measure::activityIcon;
        const QIcon shown = isChecked() ? m_activeIcon : icon();
        shown.paint(&painter, QRect((width() - side) / 2, (height() - side) / 2, side, side), Qt::AlignCenter,
            isEnabled() ? QIcon::Normal : QIcon::Disabled);
        if (m_badge > 0) {
            QFont font = themeFont(TextRole::Badge);
            font.setWeight(QFont::DemiBold);
            font.setPointSizeF(font.pointSizeF() * 0.88);
            QRect rect({}, badgeSize(m_badge, font));
            rect.moveCenter({width() / 2 + 11, height() / 2 + 8});
            rect.moveRight(std::min(rect.right(), width() - 2));
            paintBadge(painter, rect, m_badge, font, stylepaint::ink(Token::Surface), stylepaint::ink(Token::Error));
        }
        QStyleOption option;
        option.initFrom(this);
        if (stylepaint::hasKeyboardFocus(option)) {
            stylepaint::focusRing(painter, QRectF(6, 4, width() - 12, height() - 8), measure::radius);
        }
    }

private:
    QString m_id;
    QIcon m_activeIcon;
    int m_badge = 0;
};

ActivityBar::ActivityBar(QWidget* parent) : QWidget(parent), m_top(new QVBoxLayout), m_bottom(new QVBoxLayout)
{
    setFixedWidth(measure::activityBar);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(0);
    layout->addLayout(m_top);
    layout->addStretch(1);
    layout->addLayout(m_bottom);
}

void ActivityBar::add(const QString& id, QLatin1StringView icon, const QString& text, Place place)
{
    auto* button = new ActivityButton(id, icon, this);
    button->setCheckable(place == Place::Top);
    (place == Place::Top ? m_top : m_bottom)->addWidget(button);
    m_buttons.push_back(button);
    setText(id, text);
    connect(button, &QToolButton::clicked, this, [this, id, place] {
        Q_EMIT triggered(id);
        if (place == Place::Top) {
            setCurrent(m_current == id ? QString() : id);
        }
    });
}

ActivityButton* ActivityBar::button(const QString& id) const
{
    for (ActivityButton* each : m_buttons) {
        if (each->id() == id) {
            return each;
        }
    }
    return nullptr;
}

void ActivityBar::setText(const QString& id, const QString& text)
{
    if (ActivityButton* found = button(id)) {
        found->setToolTip(text);
        found->setAccessibleName(text);
    }
}

void ActivityBar::setBadge(const QString& id, int count)
{
    if (ActivityButton* found = button(id)) {
        found->setBadge(count);
        found->setAccessibleDescription(count > 0 ? tr("%n need a look", nullptr, count) : QString());
    }
}

void ActivityBar::setCurrent(const QString& id)
{
    const bool changed = m_current != id;
    m_current = id;
    for (ActivityButton* each : m_buttons) {
        if (each->isCheckable()) {
            each->setChecked(each->id() == id);
        }
    }
    if (changed) {
        Q_EMIT currentChanged(id);
    }
}

void ActivityBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), stylepaint::ink(Token::SurfaceChrome));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), stylepaint::ink(Token::Line));
}

void ActivityBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down) {
        focusNextChild();
    } else if (event->key() == Qt::Key_Up) {
        focusPreviousChild();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace millrace
