// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/sparkline.h"

#include "widgets/common/stylepaint.h"

#include <QPainter>

#include <algorithm>

namespace millrace {

Sparkline::Sparkline(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::push(double value)
{
    m_values.push_back(value);
    setCapacity(m_capacity);
}

void Sparkline::setValues(std::vector<double> values)
{
    m_values = std::move(values);
    setCapacity(m_capacity);
}

void Sparkline::clear()
{
    m_values.clear();
    update();
}

void Sparkline::setCapacity(int capacity)
{
    m_capacity = std::max(2, capacity);
    const auto most = static_cast<size_t>(m_capacity);
    if (m_values.size() > most) {
        m_values.erase(m_values.begin(), m_values.end() - m_capacity);
    }
    update();
}

void Sparkline::setColor(Token color)
{
    m_color = color;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {88, 16};
}

void Sparkline::paintEvent(QPaintEvent*)
{
    if (m_values.size() < 2) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(stylepaint::ink(m_color), 1.2));
    const double largest = std::max(1e-9, *std::max_element(m_values.begin(), m_values.end()));
    const double step = static_cast<double>(width() - 2) / (m_capacity - 1);
    // the newest value stands at the right edge; a young line begins in the middle
    double x = width() - 1 - step * static_cast<double>(m_values.size() - 1);
    QPolygonF line;
    for (const double value : m_values) {
        line << QPointF(x, height() - 2 - (height() - 4) * value / largest);
        x += step;
    }
    painter.drawPolyline(line);
}

} // namespace millrace
