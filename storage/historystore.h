// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <vector>

namespace millrace {

class Database;

/// One run of one statement, as it is kept.
struct HistoryEntry {
    enum class State { Running, Succeeded, Failed, Cancelled };

    qint64 id = 0; ///< given by HistoryStore::add
    QDateTime startedAt; ///< UTC
    QString connectionId;
    QString connectionName; ///< as it was then; the connection may be gone
    QString statement; ///< secrets in it are replaced before it is written
    QString statementKind; ///< "SELECT", "CREATE TABLE", …
    qint64 durationMs = -1; ///< -1: still running, or the program ended before it did
    qint64 rows = -1; ///< -1: no result
    State state = State::Running;
    QString error; ///< the sentence the person saw
    QString jobId;

    friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

/// Stable names: "running", "succeeded", "failed", "cancelled".
QString toId(HistoryEntry::State state);
HistoryEntry::State historyStateFromId(QStringView id);

/// What of the history to show.
struct HistoryFilter {
    QString text; ///< stands somewhere in the statement, the error, the job id or the connection's name, in any case
    QString connectionId; ///< empty: all
};

/// Every run, newest first, searchable. Keeps the newest 50,000.
class HistoryStore : public QObject {
    Q_OBJECT

public:
    /// database outlives the store.
    explicit HistoryStore(Database& database, QObject* parent = nullptr);

    /// Writes the start of a run and gives its id.
    Result<qint64> add(HistoryEntry entry);
    /// Writes what became known of a run since add(): duration, rows, state, error, job id.
    Result<void> update(const HistoryEntry& entry);
    /// At most limit entries older than the id beforeId (0: from the newest on).
    Result<std::vector<HistoryEntry>> page(const HistoryFilter& filter, qint64 beforeId = 0, int limit = 200);
    Result<void> clear();

Q_SIGNALS:
    void added(const millrace::HistoryEntry& entry);
    void updated(const millrace::HistoryEntry& entry);
    void cleared();

private:
    Result<void> prune();

    Database& m_database;
    int m_addedSincePruning = 0;
};

} // namespace millrace
