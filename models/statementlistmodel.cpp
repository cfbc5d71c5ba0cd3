// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statementlistmodel.h"

namespace millrace {

void StatementListModel::setRows(std::vector<StatementRow> rows)
{
    const auto old = static_cast<int>(m_rows.size());
    const auto now = static_cast<int>(rows.size());
    // rows have no identity of their own: the k-th row is the k-th statement
    if (now < old) {
        beginRemoveRows({}, now, old - 1);
        m_rows.resize(static_cast<size_t>(now));
        endRemoveRows();
    }
    const auto kept = static_cast<int>(m_rows.size());
    for (int row = 0; row < kept; ++row) {
        StatementRow& mine = m_rows[static_cast<size_t>(row)];
        StatementRow& given = rows[static_cast<size_t>(row)];
        if (mine != given) {
            mine = std::move(given);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    if (now > kept) {
        beginInsertRows({}, kept, now - 1);
        for (int row = kept; row < now; ++row) {
            m_rows.push_back(std::move(rows[static_cast<size_t>(row)]));
        }
        endInsertRows();
    }
}

int StatementListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant StatementListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_rows.size())) {
        return {};
    }
    const StatementRow& row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.title;
    case StateRole:
        return static_cast<int>(row.state);
    case SideRole:
        return row.time.isEmpty() ? QString::number(row.line) : row.time;
    default:
        return {};
    }
}

} // namespace millrace
