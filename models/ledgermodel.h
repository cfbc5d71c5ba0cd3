// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledgerentry.h"

#include <QAbstractTableModel>

#include <vector>

namespace millrace {

/// The savepoints and checkpoints of our own record, in the order given. New lists are merged by id, so that the
/// selection stays. A note is edited in place; whoever owns the ledger writes it.
class LedgerModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Taken, Kind, Job, Connection, Size, Location, Note, Expires, State, ColumnCount };

    enum Role {
        EntryIdRole = Qt::UserRole + 1, ///< qint64
        DeadRole, ///< bool: nothing can start from it
        PinnedRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(std::vector<LedgerEntry> entries);
    /// What ages are counted from.
    void setNow(const QDateTime& now);

    [[nodiscard]] const LedgerEntry& entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }

    [[nodiscard]] const std::vector<LedgerEntry>& entries() const { return m_entries; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void noteEdited(qint64 id, const QString& note);

private:
    [[nodiscard]] QString text(const LedgerEntry& entry, int column) const;

    std::vector<LedgerEntry> m_entries;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
};

/// "Savepoint", "Checkpoint"; "there", "disposed of", "gone": translated.
[[nodiscard]] QString ledgerKindText(LedgerEntry::Kind kind);
[[nodiscard]] QString ledgerStateText(LedgerEntry::State state);
/// The last part of a location, which is what tells one from another: "savepoint-41a7c2".
[[nodiscard]] QString shortLocation(const QString& location);
/// Four hexadecimal digits that tell one SQL text from another; empty for no text.
[[nodiscard]] QString sqlMark(const QString& sql);

} // namespace millrace
