// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/ledgerkeeper.h"

#include "app/connectionpool.h"
#include "app/jobs/joborigins.h"
#include "models/jobtable.h"
#include "storage/connectionstore.h"
#include "storage/savepointledger.h"

#include <QPointer>

#include <algorithm>

namespace millrace {

namespace {

constexpr qint64 s_againAfterMs = 60'000;

} // namespace

LedgerKeeper::LedgerKeeper(SavepointLedger& ledger, const ConnectionStore& connections, ConnectionPool& pool,
    const JobTable& table, const JobOrigins& origins, QObject* parent)
    : QObject(parent), m_ledger(ledger), m_connections(connections), m_pool(pool), m_table(table), m_origins(origins)
{
}

LedgerEntry LedgerKeeper::entryOf(const JobKey& key, const SavepointInfo& info) const
{
    LedgerEntry entry{.connectionId = key.connectionId,
        .jobId = key.jobId,
        .sql = m_origins.script(key),
        .location = info.location,
        .kind = info.isCheckpoint ? LedgerEntry::Kind::Checkpoint : LedgerEntry::Kind::Savepoint,
        .format = info.format,
        .bytes = info.bytes,
        .takenAt = info.takenAt};
    if (const auto profile = m_connections.find(key.connectionId)) {
        entry.connectionName = profile->name;
        entry.system = profile->system;
    }
    if (const JobRow* row = m_table.find(key)) {
        entry.jobName = row->job.name;
    }
    return entry;
}

void LedgerKeeper::record(const JobKey& key, const SavepointInfo& info)
{
    LedgerEntry entry = entryOf(key, info);
    if (!entry.takenAt.isValid()) {
        entry.takenAt = QDateTime::currentDateTimeUtc();
    }
    if (const auto recorded = m_ledger.record(entry); !recorded) {
        Q_EMIT failed(recorded.error());
    }
}

QCoro::Task<void> LedgerKeeper::look(JobKey key, bool force)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime before = m_lookedAt.value(key);
    if (!force && before.isValid() && before.msecsTo(now) < s_againAfterMs) {
        co_return;
    }
    m_lookedAt.insert(key, now);
    const QPointer guard(this);
    const auto connection = co_await m_pool.connection(key.connectionId);
    if (!guard || !connection) {
        co_return; // the connection's own error stands in the strip of the page
    }
    const std::shared_ptr<Connection> held = *connection;
    Savepoints* savepoints = held->savepoints();
    if (!savepoints || !savepoints->limits().listUnsupported.isEmpty()) {
        co_return;
    }
    const auto found = co_await savepoints->savepoints(key.jobId, CancellationToken());
    if (!guard || !found) {
        co_return;
    }
    std::vector<LedgerEntry> entries;
    for (const SavepointInfo& info : *found) {
        if (!info.location.isEmpty()) {
            entries.push_back(entryOf(key, info));
        }
    }
    if (entries.empty()) {
        co_return;
    }
    if (const auto recorded = m_ledger.recordAll(entries); !recorded) {
        Q_EMIT failed(recorded.error());
        co_return;
    }
    dropSubsumed(key, entries);
}

QCoro::Task<void> LedgerKeeper::keepLast(JobKey key, QString jobName)
{
    const QPointer guard(this);
    const auto connection = co_await m_pool.connection(key.connectionId);
    if (!guard || !connection || !(*connection)->savepoints()) {
        co_return;
    }
    const std::shared_ptr<Connection> held = *connection;
    const auto found = co_await held->savepoints()->savepoints(key.jobId, CancellationToken());
    if (!guard) {
        co_return;
    }
    if (!found) {
        Q_EMIT failed(found.error());
        co_return;
    }
    std::vector<LedgerEntry> entries;
    for (const SavepointInfo& info : *found) {
        LedgerEntry entry = entryOf(key, info);
        if (entry.jobName.isEmpty()) {
            entry.jobName = jobName;
        }
        if (!entry.takenAt.isValid()) {
            entry.takenAt = QDateTime::currentDateTimeUtc();
        }
        entries.push_back(std::move(entry));
    }
    if (const auto recorded = m_ledger.recordAll(entries); !recorded) {
        Q_EMIT failed(recorded.error());
    }
}

/// A job that goes on deletes its older checkpoints as newer ones complete. One that a person marked stays, as gone;
/// the others would fill the ledger with what nobody can use. What is not listed any more when the job has ended was
/// deleted with it.
void LedgerKeeper::dropSubsumed(const JobKey& key, const std::vector<LedgerEntry>& listed)
{
    const JobRow* row = m_table.find(key);
    QDateTime newest;
    for (const LedgerEntry& entry : listed) {
        if (entry.kind == LedgerEntry::Kind::Checkpoint && (!newest.isValid() || entry.takenAt > newest)) {
            newest = entry.takenAt;
        }
    }
    const bool hasEnded = row && isFinal(row->job.state);
    if (!row || (!hasEnded && (row->job.state != JobState::Running || !newest.isValid()))) {
        return;
    }
    const auto known = m_ledger.entries({.connectionId = key.connectionId,
        .jobId = key.jobId,
        .kind = LedgerEntry::Kind::Checkpoint,
        .state = LedgerEntry::State::Present});
    if (!known) {
        return;
    }
    for (const LedgerEntry& entry : *known) {
        const bool isListed = std::ranges::find(listed, entry.location, &LedgerEntry::location) != listed.end();
        if (isListed || (!hasEnded && entry.takenAt >= newest)) {
            continue;
        }
        const bool isMarked = hasEnded || entry.pinned || !entry.note.isEmpty() || entry.expiresAt.isValid();
        const auto done = isMarked ? m_ledger.setState(entry.id, LedgerEntry::State::Gone) : m_ledger.remove(entry.id);
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
    }
}

} // namespace millrace
