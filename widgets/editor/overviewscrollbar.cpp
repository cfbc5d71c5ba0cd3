// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/overviewscrollbar.h"

#include "widgets/common/theme.h"

#include <QPainter>

namespace millrace {

OverviewScrollBar::OverviewScrollBar(QWidget* parent) : QScrollBar(Qt::Vertical, parent) { }

void OverviewScrollBar::setMarks(std::vector<Mark> marks)
{
    if (m_marks != marks) {
        m_marks = std::move(marks);
        update();
    }
}

void OverviewScrollBar::paintEvent(QPaintEvent* event)
{
    QScrollBar::paintEvent(event);
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    painter.fillRect(QRect(0, 0, 1, height()), theme.color(Token::Line));
    for (const Mark& mark : m_marks) {
        const int y = static_cast<int>(mark.place * std::max(0, height() - 3));
        painter.fillRect(QRect(2, y, width() - 3, 3), theme.color(mark.color));
    }
}

} // namespace millrace
