// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/resultmodel.h"

#include <algorithm>
#include <limits>

namespace millrace {

void ResultModel::sync(const ResultSnapshot& snapshot)
{
    if (m_snapshot.columnCount() == 0 && snapshot.columnCount() > 0) {
        beginResetModel();
        m_snapshot = snapshot;
        schemaChanged();
        m_rows = wantedRows();
        endResetModel();
        return;
    }
    // A snapshot that was taken before the one shown has nothing new.
    if (snapshot.rowCount() < m_snapshot.rowCount()) {
        return;
    }
    m_snapshot = snapshot;
    showUpTo(wantedRows());
}

void ResultModel::setLimit(std::optional<qint64> count)
{
    m_limit = count;
    showUpTo(wantedRows());
}

int ResultModel::wantedRows() const
{
    qint64 rows = m_snapshot.rowCount();
    if (m_limit) {
        rows = std::clamp<qint64>(*m_limit, 0, rows);
    }
    return static_cast<int>(std::min<qint64>(rows, std::numeric_limits<int>::max()));
}

void ResultModel::showUpTo(int rows)
{
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

int ResultModel::shownRowOf(quint32 row) const
{
    return qint64{row} < m_rows ? static_cast<int>(row) : -1;
}

int ResultModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

} // namespace millrace
