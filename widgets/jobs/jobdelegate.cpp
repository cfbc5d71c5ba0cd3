// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobdelegate.h"

#include "models/humantext.h"
#include "models/jobtablemodel.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/jobs/jobglyph.h"

#include <QPainter>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_barWidth = 44;
constexpr int s_barHeight = 6;
constexpr int s_glyphWidth = 28; ///< the glyph's share of the state column

bool isEnded(const JobSummary& job)
{
    return isFinal(job.state);
}

} // namespace

struct JobDelegate::Cell {
    const JobRow& row;
    const JobSource& source;
    JobColumn column;
    QRect rect; ///< without the padding
    bool stale;
    bool current;
    QString text;
    Token ink;
};

JobDelegate::JobDelegate(const JobTableModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) { }

namespace {

/// What a cell is written in, before anything special of its column.
Token inkOf(const JobRow& row, JobColumn column, bool stale)
{
    const JobSummary& job = row.job;
    switch (column) {
    case JobColumn::Seen:
        return stale || !row.listed ? Token::Warn : Token::TextDim;
    case JobColumn::State:
        return stale || isEnded(job) != (job.state == JobState::Failed) || job.state == JobState::Running
                || job.state == JobState::Pending
            ? (stale ? Token::TextDim : Token::Text)
            : jobStateToken(job);
    case JobColumn::Restarts:
        if (!stale && job.restarts.value_or(0) > 0 && !isEnded(job)) {
            return job.state == JobState::Running ? Token::Text : stateRank(job) == 0 ? Token::Error : Token::Warn;
        }
        break;
    case JobColumn::System:
    case JobColumn::Connection:
        return stale ? Token::TextDim : Token::Text;
    default:
        break;
    }
    return stale ? Token::TextDim : Token::Text;
}

} // namespace

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const JobRow* row = m_model.job(index.row());
    if (!row) {
        paintGroup(*painter, option, index);
        return;
    }
    const Theme& theme = themeOf(option.widget);
    const bool focused = option.widget && option.widget->hasFocus() && option.state.testFlag(QStyle::State_Active);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, theme.color(focused ? Token::Select : Token::SelectIdle));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, theme.color(Token::Hover));
    }
    painter->fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color(Token::Line));
    const JobTable& table = m_model.table();
    const JobSource& source = table.sourceOf(*row);
    const auto column = static_cast<JobColumn>(index.column());
    const bool stale = !row->listed || source.isStale(table.now());
    const Cell cell{.row = *row,
        .source = source,
        .column = column,
        .rect = option.rect.adjusted(8, 0, -8, -1),
        .stale = stale,
        .current = option.state.testFlag(QStyle::State_Selected),
        .text = jobText(*row, source, column, table.now()),
        .ink = inkOf(*row, column, stale)};
    painter->setFont(themeFont(isMono(column) ? TextRole::MonoSmall : TextRole::Body));
    switch (column) {
    case JobColumn::State:
        paintState(*painter, cell);
        break;
    case JobColumn::Name:
        paintName(*painter, cell);
        break;
    case JobColumn::Connection:
        paintConnection(*painter, cell);
        break;
    case JobColumn::Tasks:
        paintTasks(*painter, cell);
        break;
    default:
        paintText(*painter, cell, cell.rect, cell.text);
    }
}

void JobDelegate::paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.widget);
    painter.fillRect(option.rect, theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color(Token::Line));
    painter.setFont(themeFont(TextRole::Header));
    painter.setPen(theme.color(Token::TextDim));
    painter.drawText(
        option.rect.adjusted(8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
}

void JobDelegate::paintState(QPainter& painter, const Cell& cell) const
{
    QRect glyph = cell.rect;
    glyph.setWidth(16);
    paintJobGlyph(painter, glyph, cell.row.job, cell.stale);
    paintText(painter, cell, cell.rect.adjusted(s_glyphWidth, 0, 0, 0), cell.text);
}

void JobDelegate::paintName(QPainter& painter, const Cell& cell) const
{
    QRect rect = cell.rect;
    if (cell.row.watched) {
        const QRect place(rect.right() - 15, rect.center().y() - 7, 16, 16);
        themedIcon(nullptr, "view-visible"_L1, Token::Accent).paint(&painter, place);
        rect.setRight(place.left() - 4);
    }
    if (!cell.row.startedHere.isEmpty()) {
        const QString mark = tr("from here");
        const QFont font = themeFont(TextRole::Badge);
        const int width = QFontMetrics(font).horizontalAdvance(mark);
        painter.save();
        painter.setFont(font);
        painter.setPen(currentTheme().color(Token::TextDim));
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, mark);
        painter.restore();
        rect.setRight(rect.right() - width - 8);
    }
    if (cell.current) {
        painter.setFont(themeFont(TextRole::Section));
    }
    paintText(painter, cell, rect, cell.text);
}

void JobDelegate::paintConnection(QPainter& painter, const Cell& cell) const
{
    const Theme& theme = currentTheme();
    QRect rect = cell.rect;
    const QRect square(rect.left(), rect.center().y() - 3, 8, 8);
    painter.fillRect(square, theme.environment(cell.source.environment, EnvironmentShade::Fill));
    rect.setLeft(square.right() + 7);
    const QString word = environmentWord(cell.source.environment);
    const int name = painter.fontMetrics().horizontalAdvance(cell.text);
    paintText(painter, cell, rect, cell.text);
    const QFont small = themeFont(TextRole::Caption);
    rect.setLeft(rect.left() + name + 5);
    if (QFontMetrics(small).horizontalAdvance(word) <= rect.width()) {
        painter.setFont(small);
        painter.setPen(theme.color(Token::TextDim));
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, word);
    }
}

void JobDelegate::paintTasks(QPainter& painter, const Cell& cell) const
{
    const auto counts = taskCounts(cell.row.job);
    if (!counts) {
        paintText(painter, cell, cell.rect, cell.text);
        return;
    }
    const Theme& theme = currentTheme();
    const QRect track(cell.rect.left(), cell.rect.center().y() - s_barHeight / 2 + 1, s_barWidth, s_barHeight);
    painter.fillRect(track, theme.color(Token::SurfaceSunken));
    QRect done = track;
    done.setWidth(counts->done * s_barWidth / std::max(1, counts->all));
    const bool all = counts->done == counts->all;
    const Token ink = cell.stale || isEnded(cell.row.job) ? Token::LineStrong : all ? Token::Ok : Token::Warn;
    painter.fillRect(done, theme.color(ink));
    paintText(painter, cell, cell.rect.adjusted(s_barWidth + 6, 0, 0, 0), cell.text);
}

void JobDelegate::paintText(QPainter& painter, const Cell& cell, const QRect& rect, const QString& text) const
{
    const bool unknown = text == dashText();
    painter.setPen(currentTheme().color(unknown ? Token::TextDim : cell.ink));
    const auto alignment = (isRightAligned(cell.column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace millrace
