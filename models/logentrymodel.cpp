// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logentrymodel.h"

#include "models/humantext.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

LogEntryModel::LogEntryModel(QObject* parent) : QAbstractListModel(parent) { }

void LogEntryModel::setEntries(const QList<LogEntry>& entries)
{
    const bool sameIds = std::equal(entries.cbegin(), entries.cend(), m_entries.cbegin(), m_entries.cend(),
        [](const LogEntry& a, const LogEntry& b) { return a.id == b.id; });
    if (!sameIds) {
        beginResetModel();
        m_entries = entries;
        endResetModel();
        return;
    }
    for (qsizetype row = 0; row < entries.size(); ++row) {
        if (!(m_entries[row] == entries[row])) {
            m_entries[row] = entries[row];
            Q_EMIT dataChanged(index(int(row)), index(int(row)));
        }
    }
}

int LogEntryModel::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(m_entries, id, &LogEntry::id);
    return found == m_entries.cend() ? -1 : int(found - m_entries.cbegin());
}

int LogEntryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant LogEntryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const LogEntry& entry = m_entries.at(index.row());
    QStringList remark;
    if (!entry.group.isEmpty()) {
        remark += entry.group;
    }
    if (entry.bytes >= 0) {
        remark += sizeText(entry.bytes);
    }
    if (entry.modifiedAt.isValid()) {
        remark += momentText(entry.modifiedAt, QDateTime::currentDateTime());
    }
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case IdRole:
        return entry.id;
    case RemarkRole:
        return remark.join(u" · "_s);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(entry.title + u'\n' + remark.join(u'\n'));
    default:
        return {};
    }
}

} // namespace millrace
