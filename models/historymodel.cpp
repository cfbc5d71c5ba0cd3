// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/historymodel.h"

#include "models/humantext.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace {

QString runStateText(RunState state)
{
    switch (state) {
    case RunState::NotRun:
        return QCoreApplication::translate("millrace::RunState", "Not run");
    case RunState::Queued:
        return QCoreApplication::translate("millrace::RunState", "Queued");
    case RunState::Running:
        return QCoreApplication::translate("millrace::RunState", "Running");
    case RunState::Cancelling:
        return QCoreApplication::translate("millrace::RunState", "Cancelling");
    case RunState::Done:
        return QCoreApplication::translate("millrace::RunState", "Done");
    case RunState::Failed:
        return QCoreApplication::translate("millrace::RunState", "Failed");
    case RunState::Cancelled:
        return QCoreApplication::translate("millrace::RunState", "Cancelled");
    }
    return {};
}

void HistoryModel::setRows(std::vector<HistoryRow> rows, bool hasMore)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_hasMore = hasMore;
    m_waiting = false;
    endResetModel();
}

void HistoryModel::appendPage(std::vector<HistoryRow> rows, bool hasMore)
{
    if (!rows.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
        std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
        endInsertRows();
    }
    // Only now: who listens above and fetches at once would ask for the same page again.
    m_waiting = false;
    m_hasMore = hasMore;
}

void HistoryModel::upsert(const HistoryRow& row)
{
    const auto known = std::find_if(
        m_rows.begin(), m_rows.end(), [&row](const HistoryRow& candidate) { return candidate.id == row.id; });
    if (known != m_rows.end()) {
        if (!(*known == row)) {
            *known = row;
            const int at = static_cast<int>(known - m_rows.begin());
            Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
        }
        return;
    }
    beginInsertRows({}, 0, 0);
    m_rows.insert(m_rows.begin(), row);
    endInsertRows();
}

void HistoryModel::clear()
{
    setRows({}, false);
}

void HistoryModel::setNow(const QDateTime& now)
{
    m_now = now;
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole});
    }
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasMore && !m_waiting && !m_rows.empty();
}

void HistoryModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        m_waiting = true;
        Q_EMIT moreWanted(m_rows.back().id);
    }
}

QString HistoryModel::displayText(const HistoryRow& row, int column) const
{
    switch (column) {
    case Time:
        return momentText(row.startedAt, m_now);
    case Statement:
        return oneLine(row.statement, 400);
    case Connection:
        return row.connectionName;
    case Duration:
        return durationText(row.durationMs);
    case Rows:
        return row.rows < 0 ? dashText() : countText(row.rows);
    default:
        return {};
    }
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const HistoryRow& shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(shown, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Time) {
            return isoText(shown.startedAt);
        }
        if (index.column() == State) {
            return shown.error.isEmpty() ? runStateText(shown.state) : shown.error;
        }
        return index.column() == Statement ? shown.statement.left(4000) : displayText(shown, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == State ? runStateText(shown.state) : displayText(shown, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            index.column() >= Duration ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case StateRole:
        return QVariant::fromValue(shown.state);
    case IdRole:
        return shown.id;
    case SortRole:
        switch (index.column()) {
        case Time:
            return shown.startedAt;
        case Duration:
            return shown.durationMs;
        case Rows:
            return shown.rows;
        case State:
            return static_cast<int>(shown.state);
        default:
            return displayText(shown, index.column());
        }
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            section >= Duration ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Time:
        return tr("Time");
    case Statement:
        return tr("Statement");
    case Connection:
        return tr("Connection");
    case Duration:
        return tr("Duration");
    case Rows:
        return tr("Rows");
    default:
        return {};
    }
}

} // namespace millrace
