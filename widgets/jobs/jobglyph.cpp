// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobglyph.h"

#include "models/jobtabletext.h"
#include "widgets/common/stylepaint.h"

#include <QPainter>

#include <cmath>

namespace millrace {

namespace {

void shape(QPainter& painter, const QPolygonF& polygon, const QColor& color, bool filled)
{
    painter.setPen(filled ? QPen(Qt::NoPen) : QPen(color, 1.5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawPolygon(polygon);
}

void disc(QPainter& painter, const QPointF& center, double radius, const QColor& color, bool filled)
{
    painter.setPen(filled ? QPen(Qt::NoPen) : QPen(color, 1.5));
    painter.setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(center, radius, radius);
}

} // namespace

Token jobStateToken(const JobSummary& job)
{
    switch (job.state) {
    case JobState::Failed:
        return Token::Error;
    case JobState::Stopping:
        return stateRank(job) == 0 ? Token::Error : Token::Warn;
    case JobState::Restarting:
        return Token::Warn;
    case JobState::Running:
        return Token::Ok;
    case JobState::Pending:
        return Token::Accent;
    case JobState::Finished:
    case JobState::Cancelled:
    case JobState::Suspended:
    case JobState::Unknown:
        break;
    }
    return Token::TextDim;
}

void paintJobGlyph(QPainter& painter, const QRectF& rect, const JobSummary& job, bool hollow)
{
    const QColor color = stylepaint::ink(hollow ? Token::TextDim : jobStateToken(job));
    const QPointF center(std::floor(rect.center().x()) + 0.5, std::floor(rect.center().y()) + 0.5);
    const auto at = [&center](double x, double y) { return center + QPointF(x, y); };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (job.state) {
    case JobState::Failed:
        shape(painter, {at(0, -5), at(5, 0), at(0, 5), at(-5, 0)}, color, !hollow);
        break;
    case JobState::Stopping:
        if (stateRank(job) == 0) {
            shape(painter, {at(0, -5), at(5, 0), at(0, 5), at(-5, 0)}, color, !hollow);
        } else {
            shape(painter, {at(-3.5, -3.5), at(3.5, -3.5), at(3.5, 3.5), at(-3.5, 3.5)}, color, !hollow);
        }
        break;
    case JobState::Restarting:
        shape(painter, {at(0, -4.5), at(5, 4), at(-5, 4)}, color, !hollow);
        break;
    case JobState::Running:
        disc(painter, center, 4, color, !hollow);
        break;
    case JobState::Pending:
        disc(painter, center, 4, color, false);
        break;
    case JobState::Finished:
        stylepaint::tick(painter, rect, color, 1.5);
        break;
    case JobState::Cancelled:
        shape(painter, {at(-3.5, -3.5), at(3.5, -3.5), at(3.5, 3.5), at(-3.5, 3.5)}, color, false);
        break;
    case JobState::Suspended:
        painter.fillRect(QRectF(at(-3.5, -4), QSizeF(2.5, 8)), color);
        painter.fillRect(QRectF(at(1, -4), QSizeF(2.5, 8)), color);
        break;
    case JobState::Unknown:
        painter.setPen(QPen(color, 1.5, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(center, 4, 4);
        break;
    }
    painter.restore();
}

} // namespace millrace
