// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/spinner.h"

#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace millrace {

AnimationClock& AnimationClock::instance()
{
    static QPointer<AnimationClock> clock;
    if (!clock) {
        clock = new AnimationClock;
    }
    return *clock;
}

AnimationClock::AnimationClock()
{
    setParent(QCoreApplication::instance());
    m_timer.setInterval(40);
    connect(&m_timer, &QTimer::timeout, this, &AnimationClock::tick);
    m_elapsed.start();
}

double AnimationClock::phase() const
{
    return reducedMotion() ? 0.0 : static_cast<double>(m_elapsed.elapsed() % 1000) / 1000.0;
}

void AnimationClock::start(QWidget* widget)
{
    if (std::find(m_widgets.begin(), m_widgets.end(), widget) == m_widgets.end()) {
        m_widgets.emplace_back(widget);
    }
    if (!m_timer.isActive() && !reducedMotion()) {
        m_timer.start();
    }
}

void AnimationClock::stop(QWidget* widget)
{
    std::erase_if(m_widgets, [&](const QPointer<QWidget>& each) { return each.isNull() || each == widget; });
    if (m_widgets.empty()) {
        m_timer.stop();
    }
}

void AnimationClock::tick()
{
    std::erase_if(m_widgets, [](const QPointer<QWidget>& each) { return each.isNull(); });
    if (m_widgets.empty() || reducedMotion()) {
        m_timer.stop();
        return;
    }
    for (const QPointer<QWidget>& widget : m_widgets) {
        if (widget->isVisible()) {
            widget->update();
        }
    }
}

Spinner::Spinner(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Spinner::sizeHint() const
{
    return {measure::icon, measure::icon};
}

void Spinner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintStatusGlyph(painter, rect(), StatusGlyph::Running, AnimationClock::instance().phase());
}

void Spinner::showEvent(QShowEvent*)
{
    AnimationClock::instance().start(this);
}

void Spinner::hideEvent(QHideEvent*)
{
    AnimationClock::instance().stop(this);
}

} // namespace millrace
