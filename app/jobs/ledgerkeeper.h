// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobcontrol.h"
#include "core/ledgerentry.h"
#include "models/jobkey.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>

namespace millrace {

class ConnectionPool;
class ConnectionStore;
class JobOrigins;
class JobTable;
class SavepointLedger;

/// Writes into the ledger what is taken from here and what jobs are seen to have: savepoints, and checkpoints that one
/// can start from.
class LedgerKeeper : public QObject {
    Q_OBJECT

public:
    /// All outlive the keeper.
    LedgerKeeper(SavepointLedger& ledger, const ConnectionStore& connections, ConnectionPool& pool,
        const JobTable& table, const JobOrigins& origins, QObject* parent = nullptr);

    /// What the ledger says of this savepoint: job, connection and SQL are filled in.
    [[nodiscard]] LedgerEntry entryOf(const JobKey& key, const SavepointInfo& info) const;
    /// A savepoint that was just taken.
    void record(const JobKey& key, const SavepointInfo& info);
    /// Asks the server what the job has, and records it. Asking again within a minute does nothing unless forced.
    QCoro::Task<void> look(JobKey key, bool force = false);
    /// The job was just stopped from elsewhere: records what it left, also where the server lists no savepoints later.
    QCoro::Task<void> keepLast(JobKey key, QString jobName);

Q_SIGNALS:
    void failed(const millrace::Error& error);

private:
    void dropSubsumed(const JobKey& key, const std::vector<LedgerEntry>& listed);

    SavepointLedger& m_ledger;
    const ConnectionStore& m_connections;
    ConnectionPool& m_pool;
    const JobTable& m_table;
    const JobOrigins& m_origins;
    QHash<JobKey, QDateTime> m_lookedAt;
};

} // namespace millrace
