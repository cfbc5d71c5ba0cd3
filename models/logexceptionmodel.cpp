// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logexceptionmodel.h"

#include "logs/logclock.h"
#include "models/humantext.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

QString logMomentText(qint64 localMs)
{
    return localMs == kNoTime ? dashText() : logTimeText(localMs, QTimeZone::utc()).mid(5);
}

LogExceptionModel::LogExceptionModel(QObject* parent) : QAbstractTableModel(parent) { }

void LogExceptionModel::setGroups(const QList<LogExceptionGroup>& groups)
{
    const bool same = std::equal(groups.cbegin(), groups.cend(), m_groups.cbegin(), m_groups.cend(),
        [](const LogExceptionGroup& a, const LogExceptionGroup& b) { return a.first == b.first && a.type == b.type; });
    if (same) {
        m_groups = groups;
        if (!m_groups.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(int(m_groups.size()) - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_groups = groups;
    endResetModel();
}

int LogExceptionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size());
}

int LogExceptionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogExceptionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const LogExceptionGroup& group = m_groups.at(index.row());
    const QString shortType = group.type.section(u'.', -1);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        return tr("%1 times from %2 to %3\n%4: %5")
            .arg(group.count)
            .arg(logMomentText(group.firstMs), logMomentText(group.lastMs), group.type, group.message);
    }
    if (role == Qt::TextAlignmentRole && index.column() == Count) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Count:
        return countText(group.count);
    case Cause: {
        const QString message = oneLine(group.message, 200);
        return shortType.isEmpty() ? message : message.isEmpty() ? shortType : QString(shortType + u": "_s + message);
    }
    case First:
        return logMomentText(group.firstMs);
    default:
        return logMomentText(group.lastMs);
    }
}

QVariant LogExceptionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::TextAlignmentRole)) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section == Count ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    }
    switch (section) {
    case Count:
        return tr("Times");
    case Cause:
        return tr("Root cause");
    case First:
        return tr("First");
    default:
        return tr("Last");
    }
}

} // namespace millrace
