// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledgerentry.h"
#include "core/result.h"

#include <QObject>

#include <optional>
#include <vector>

namespace millrace {

class Database;

/// What of the ledger to show. Empty members let everything through.
struct LedgerFilter {
    QString connectionId;
    QString system;
    QString jobId;
    QString jobName; ///< exactly
    QString
        text; ///< stands somewhere in the location, the job's name or id, the note, the SQL or the connection's name
    std::optional<LedgerEntry::Kind> kind;
    std::optional<LedgerEntry::State> state;
};

/// Our own record of savepoints and kept checkpoints, which no server's memory ends. An entry is found again by its
/// system, its connection (by id, or by name when that is not a saved one) and its location.
class SavepointLedger : public QObject {
    Q_OBJECT

public:
    /// database outlives the ledger.
    explicit SavepointLedger(Database& database, QObject* parent = nullptr);

    /// Adds the entry, or adds to the one of the same place what is known now, and gives what stands there then. Facts
    /// that are empty in entry stay as they were; so do a note, a pin and an expiry. One that is disposed or gone comes
    /// back only when it was taken anew. Passwords in the SQL are replaced before they are written.
    Result<LedgerEntry> record(const LedgerEntry& entry);
    /// The same for what a server lists, at once: changed() comes once, and only when something is new.
    Result<void> recordAll(const std::vector<LedgerEntry>& entries);

    /// Newest first.
    Result<std::vector<LedgerEntry>> entries(const LedgerFilter& filter = {});
    /// Nothing when there is no such entry (any more).
    Result<std::optional<LedgerEntry>> find(qint64 id);

    /// An Error of kind Usage when there is no such entry.
    Result<void> setNote(qint64 id, const QString& note);
    Result<void> setPinned(qint64 id, bool pinned);
    /// An invalid time: never.
    Result<void> setExpiry(qint64 id, const QDateTime& expiresAt);
    Result<void> setState(qint64 id, LedgerEntry::State state);
    /// Forgets the entry; nothing happens to the savepoint. Removing one that is not there is no error.
    Result<void> remove(qint64 id);

    /// Writes all entries, to be read by importJson() anywhere.
    Result<void> exportJson(const QString& file);
    /// Adds what the file holds as record() does, and gives how many entries it holds. A file that is none of ours or
    /// has a fault anywhere changes nothing; the Error says where the fault is.
    Result<int> importJson(const QString& file);

    /// Emits changed() when another window or program wrote; call it when the window becomes active.
    void refresh();

Q_SIGNALS:
    /// Whatever changed: entries() is new.
    void changed();

private:
    Result<LedgerEntry> store(const LedgerEntry& entry, bool& isNew);
    Result<void> storeAll(const std::vector<LedgerEntry>& entries);
    Result<void> update(qint64 id, const QString& column, const QVariant& value);

    Database& m_database;
    qint64 m_foreignVersion = -1;
};

} // namespace millrace
