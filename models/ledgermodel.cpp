// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledgermodel.h"

#include "models/humantext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LedgerModel)
};

bool isRight(int column)
{
    return column == LedgerModel::Size;
}

} // namespace

QString ledgerKindText(LedgerEntry::Kind kind)
{
    return kind == LedgerEntry::Kind::Savepoint ? Texts::tr("Savepoint") : Texts::tr("Checkpoint");
}

QString ledgerStateText(LedgerEntry::State state)
{
    switch (state) {
    case LedgerEntry::State::Present:
        return Texts::tr("there");
    case LedgerEntry::State::Disposed:
        return Texts::tr("disposed of");
    case LedgerEntry::State::Gone:
        return Texts::tr("gone");
    }
    return {};
}

QString shortLocation(const QString& location)
{
    QString path = location;
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    const QString last = path.section(u'/', -1);
    return last.isEmpty() ? location : last;
}

QString sqlMark(const QString& sql)
{
    if (sql.trimmed().isEmpty()) {
        return {};
    }
    const QByteArray hash = QCryptographicHash::hash(sql.simplified().toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(4));
}

void LedgerModel::setEntries(std::vector<LedgerEntry> entries)
{
    QSet<qint64> wanted;
    for (const LedgerEntry& entry : entries) {
        wanted.insert(entry.id);
    }
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!wanted.contains(entry(row).id)) {
            beginRemoveRows({}, row, row);
            m_entries.erase(m_entries.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < static_cast<int>(entries.size()); ++row) {
        LedgerEntry& now = entries[static_cast<std::size_t>(row)];
        const auto known = std::ranges::find(m_entries.begin() + row, m_entries.end(), now.id, &LedgerEntry::id);
        const int at = static_cast<int>(known - m_entries.begin());
        if (known == m_entries.end()) {
            beginInsertRows({}, row, row);
            m_entries.insert(m_entries.begin() + row, std::move(now));
            endInsertRows();
            continue;
        }
        if (at != row) {
            // Rows before this one are in their final order, so it can only move up.
            beginMoveRows({}, at, at, {}, row);
            std::rotate(m_entries.begin() + row, m_entries.begin() + at, m_entries.begin() + at + 1);
            endMoveRows();
        }
        if (!(entry(row) == now)) {
            m_entries[static_cast<std::size_t>(row)] = std::move(now);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

void LedgerModel::setNow(const QDateTime& now)
{
    m_now = now;
    if (!m_entries.empty()) {
        Q_EMIT dataChanged(index(0, Taken), index(rowCount() - 1, Taken), {Qt::DisplayRole});
    }
}

int LedgerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LedgerModel::text(const LedgerEntry& entry, int column) const
{
    switch (column) {
    case Taken:
        return momentText(entry.takenAt, m_now);
    case Kind:
        return ledgerKindText(entry.kind);
    case Job:
        return entry.jobName.isEmpty() ? entry.jobId : entry.jobName;
    case Connection:
        return entry.connectionName;
    case Size:
        return sizeText(entry.bytes);
    case Location:
        return entry.location;
    case Note:
        return oneLine(entry.note, 400);
    case Expires:
        if (entry.pinned) {
            return tr("pinned");
        }
        return entry.expiresAt.isValid() ? momentText(entry.expiresAt, m_now) : dashText();
    case State:
        return entry.state == LedgerEntry::State::Present && entry.expiresAt.isValid() && entry.expiresAt < m_now
                && !entry.pinned
            ? tr("expired")
            : ledgerStateText(entry.state);
    default:
        return {};
    }
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const LedgerEntry& shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(shown, index.column());
    case Qt::EditRole:
        return index.column() == Note ? shown.note : text(shown, index.column());
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Taken:
            return isoText(shown.takenAt);
        case Expires:
            return isoText(shown.expiresAt);
        case Size:
            return shown.bytes < 0 ? QString() : countText(shown.bytes) + u" B"_s;
        case Job:
            return shown.jobId;
        case Note:
            return shown.note;
        default:
            return text(shown, index.column());
        }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isRight(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case EntryIdRole:
        return shown.id;
    case DeadRole:
        return shown.state != LedgerEntry::State::Present;
    case PinnedRole:
        return shown.pinned;
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isRight(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Taken:
        return tr("Taken");
    case Kind:
        return tr("Kind");
    case Job:
        return tr("Job");
    case Connection:
        return tr("Connection");
    case Size:
        return tr("Size");
    case Location:
        return tr("Location");
    case Note:
        return tr("Note");
    case Expires:
        return tr("Keep until");
    case State:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags LedgerModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == Note ? flags | Qt::ItemIsEditable : flags;
}

bool LedgerModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != Note || role != Qt::EditRole) {
        return false;
    }
    LedgerEntry& changed = m_entries[static_cast<std::size_t>(index.row())];
    const QString note = value.toString().trimmed();
    if (changed.note != note) {
        changed.note = note;
        Q_EMIT dataChanged(index, index);
        Q_EMIT noteEdited(changed.id, note);
    }
    return true;
}

} // namespace millrace
