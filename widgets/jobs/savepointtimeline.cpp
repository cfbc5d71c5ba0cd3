// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/savepointtimeline.h"

#include "models/checkpointmodel.h"
#include "models/humantext.h"
#include "models/jobtabletext.h"
#include "models/ledgermodel.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_lineX = 16; ///< where the line of time runs
constexpr int s_textX = 32;
constexpr qint64 s_nowId = -1;

enum Role { IdRole = Qt::UserRole + 1, AgeRole, SizeRole, SecondRole, MarkRole, KindRole, DeadRole, FailureRole };

class TimelineDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, measure::listRow}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.widget);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool dead = index.data(DeadRole).toBool();
        if (selected) {
            painter->fillRect(option.rect,
                theme.color(option.widget && option.widget->hasFocus() ? Token::Select : Token::SelectIdle));
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, theme.color(Token::Hover));
        }
        paintMark(*painter, option.rect, index, theme);
        const int half = option.rect.height() / 2;
        const QRect upper = option.rect.adjusted(s_textX, 4, -12, -half);
        const QRect lower = option.rect.adjusted(s_textX, half, -12, -4);
        const QString failure = index.data(FailureRole).toString();
        const Token ink = dead || !failure.isEmpty() ? Token::TextDim : Token::Text;
        QFont font = themeFont(selected ? TextRole::Section : TextRole::Body);
        font.setStrikeOut(dead);
        drawPair(*painter, upper, font, theme.color(ink), index.data(Qt::DisplayRole).toString(),
            index.data(SizeRole).toString(), theme);
        font.setStrikeOut(false);
        const int used = QFontMetrics(font).horizontalAdvance(index.data(Qt::DisplayRole).toString());
        painter->setFont(themeFont(TextRole::Body));
        painter->setPen(theme.color(Token::TextDim));
        painter->drawText(
            upper.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data(AgeRole).toString());
        drawPair(*painter, lower, themeFont(TextRole::Caption), theme.color(dead ? Token::Warn : Token::TextDim),
            index.data(SecondRole).toString(), index.data(MarkRole).toString(), theme);
        if (!failure.isEmpty()) {
            const int name =
                QFontMetrics(themeFont(TextRole::Caption)).horizontalAdvance(index.data(SecondRole).toString());
            drawPair(*painter, lower.adjusted(name, 0, 0, 0), themeFont(TextRole::Caption), theme.color(Token::Error),
                failure, {}, theme);
        }
    }

private:
    static void drawPair(QPainter& painter, QRect rect, const QFont& font, const QColor& ink, const QString& text,
        const QString& right, const Theme& theme)
    {
        painter.setFont(themeFont(TextRole::MonoSmall));
        painter.setPen(theme.color(Token::TextDim));
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, right);
        rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(right) - 8);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }

    static void paintMark(QPainter& painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF center(rect.left() + s_lineX + 0.5, rect.center().y() + 0.5);
        painter.setPen(QPen(theme.color(Token::LineStrong), 1));
        const double top = index.row() == 0 ? center.y() : rect.top();
        const double bottom = index.row() + 1 == index.model()->rowCount() ? center.y() : rect.bottom() + 1;
        painter.drawLine(QPointF(center.x(), top), QPointF(center.x(), bottom));
        const bool isCheckpoint = index.data(KindRole).toInt() == static_cast<int>(LedgerEntry::Kind::Checkpoint);
        const QColor ink = theme.color(isCheckpoint ? Token::TextDim : Token::Accent);
        if (!index.data(FailureRole).toString().isEmpty()) {
            // The line of time stops short of the cross.
            painter.fillRect(QRectF(center.x() - 6, center.y() - 6, 12, 12), theme.color(Token::Surface));
            painter.setPen(QPen(theme.color(Token::Error), 1.6));
            painter.drawLine(center + QPointF(-3.5, -3.5), center + QPointF(3.5, 3.5));
            painter.drawLine(center + QPointF(-3.5, 3.5), center + QPointF(3.5, -3.5));
        } else if (isCheckpoint) {
            painter.setPen(QPen(ink, 1.5));
            painter.setBrush(theme.color(Token::Surface));
            painter.drawEllipse(center, 4, 4);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawPolygon(QPolygonF{
                center + QPointF(0, -5), center + QPointF(5, 0), center + QPointF(0, 5), center + QPointF(-5, 0)});
        }
        painter.restore();
    }
};

} // namespace

SavepointTimeline::SavepointTimeline(QWidget* parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setObjectName(u"savepointTimeline"_s);
    setAccessibleName(tr("Savepoints and checkpoints"));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setModel(m_model);
    setItemDelegate(new TimelineDelegate(this));
}

void SavepointTimeline::setEntries(std::vector<LedgerEntry> entries, bool withNow, const QDateTime& now)
{
    m_entries = std::move(entries);
    m_withNow = withNow;
    m_now = now;
    fill();
}

void SavepointTimeline::setFailed(std::vector<Checkpoint> failed)
{
    m_failed = std::move(failed);
    std::ranges::stable_sort(m_failed, std::greater(), &Checkpoint::triggeredAt);
    fill();
}

void SavepointTimeline::setShow(Show show)
{
    m_show = show;
    fill();
}

bool SavepointTimeline::isShown(const LedgerEntry& entry) const
{
    return m_show == Show::All || (m_show == Show::Savepoints) == (entry.kind == LedgerEntry::Kind::Savepoint);
}

void SavepointTimeline::fill()
{
    const QModelIndex before = currentIndex();
    const QVariant kept = before.isValid() ? before.data(IdRole) : QVariant();
    m_filling = true;
    m_model->clear();
    if (m_withNow && m_show != Show::Checkpoints) {
        auto* item = new QStandardItem(tr("Now"));
        item->setData(s_nowId, IdRole);
        item->setData(QString(u" · "_s + tr("when the job stops")), AgeRole);
        item->setData(tr("a new savepoint"), SecondRole);
        item->setData(static_cast<int>(LedgerEntry::Kind::Savepoint), KindRole);
        m_model->appendRow(item);
    }
    auto failed = m_failed.cbegin();
    const bool showFailed = m_show != Show::Savepoints;
    for (const LedgerEntry& entry : m_entries) {
        for (; showFailed && failed != m_failed.cend() && failed->triggeredAt >= entry.takenAt; ++failed) {
            addFailed(*failed);
        }
        if (isShown(entry)) {
            addEntry(entry);
        }
    }
    for (; showFailed && failed != m_failed.cend(); ++failed) {
        addFailed(*failed);
    }
    m_filling = false;
    int row = 0;
    while (row + 1 < m_model->rowCount() && !m_model->index(row, 0).data(IdRole).isValid()) {
        ++row; // those that failed
    }
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (kept.isValid() && m_model->index(i, 0).data(IdRole) == kept) {
            row = i;
        }
    }
    setCurrentIndex(m_model->index(row, 0));
    Q_EMIT chosenChanged();
}

QString SavepointTimeline::timeText(const QDateTime& at) const
{
    const QString time = momentText(at, m_now);
    const bool isToday = at.isValid() && at.toLocalTime().date() == m_now.toLocalTime().date();
    return isToday ? tr("Today %1").arg(time) : time;
}

void SavepointTimeline::addEntry(const LedgerEntry& entry)
{
    const bool dead = entry.state != LedgerEntry::State::Present;
    const QString time = timeText(entry.takenAt);
    QString second = shortLocation(entry.location);
    if (dead) {
        second += u" · "_s + ledgerStateText(entry.state);
    } else if (!entry.note.isEmpty()) {
        second += u" · "_s + oneLine(entry.note, 100);
    }
    auto* item = new QStandardItem(time);
    item->setData(entry.id, IdRole);
    item->setData(
        entry.takenAt.isValid() ? QString(u" · "_s + shortAgeText(entry.takenAt.msecsTo(m_now))) : QString(), AgeRole);
    item->setData(sizeText(entry.bytes), SizeRole);
    item->setData(second, SecondRole);
    item->setData(sqlMark(entry.sql), MarkRole);
    item->setData(static_cast<int>(entry.kind), KindRole);
    item->setData(dead, DeadRole);
    item->setToolTip(entry.location + u'\n' + isoText(entry.takenAt));
    item->setData(QStringList{ledgerKindText(entry.kind), time, second}.join(u", "_s), Qt::AccessibleTextRole);
    m_model->appendRow(item);
}

void SavepointTimeline::addFailed(const Checkpoint& checkpoint)
{
    const QString time = timeText(checkpoint.triggeredAt);
    const QString why = checkpoint.failure.isEmpty() ? tr("failed") : oneLine(checkpoint.failure, 200);
    auto* item = new QStandardItem(time);
    item->setFlags(Qt::NoItemFlags);
    item->setData(QString(u" · "_s + shortAgeText(checkpoint.triggeredAt.msecsTo(m_now))), AgeRole);
    item->setData(u"—"_s, SizeRole);
    item->setData(QString(checkpointName(checkpoint) + u" · "_s), SecondRole);
    item->setData(why, FailureRole);
    item->setData(static_cast<int>(LedgerEntry::Kind::Checkpoint), KindRole);
    item->setToolTip(tr("Checkpoint %1 failed: %2").arg(QString::number(checkpoint.id), why) + u'\n'
        + isoText(checkpoint.triggeredAt));
    item->setData(item->toolTip(), Qt::AccessibleTextRole);
    m_model->appendRow(item);
}

bool SavepointTimeline::choose(const QString& location)
{
    const auto found = std::ranges::find(m_entries, location, &LedgerEntry::location);
    for (int row = 0; found != m_entries.end() && row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(IdRole).toLongLong() == found->id) {
            setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return false;
}

const LedgerEntry* SavepointTimeline::chosen() const
{
    const qint64 id = currentIndex().isValid() ? currentIndex().data(IdRole).toLongLong() : s_nowId;
    const auto found = std::ranges::find(m_entries, id, &LedgerEntry::id);
    return id == s_nowId || found == m_entries.end() ? nullptr : &*found;
}

bool SavepointTimeline::isNowChosen() const
{
    return currentIndex().isValid() && currentIndex().data(IdRole).toLongLong() == s_nowId;
}

void SavepointTimeline::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_filling) {
        Q_EMIT chosenChanged();
    }
}

} // namespace millrace
