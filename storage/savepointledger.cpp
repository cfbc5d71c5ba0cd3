// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/savepointledger.h"

#include "storage/database.h"
#include "storage/ledgerjson.h"
#include "storage/redaction.h"

#include <QCoreApplication>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SavepointLedger)
};

const QString& ledgerColumns()
{
    static const QString s_columns =
        u"id, connection_id, connection_name, system, job_id, job_name, statement, location, kind, format, bytes, "
        "taken_at, note, expires_at, pinned, state"_s;
    return s_columns;
}

QDateTime timeOf(const QVariant& value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QVariant asColumn(const QDateTime& time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

/// NULL would break the columns' promise.
QString textColumn(const QString& text)
{
    return text.isNull() ? u""_s : text;
}

LedgerEntry ledgerEntryOf(const QSqlQuery& row)
{
    return {.id = row.value(0).toLongLong(),
        .connectionId = row.value(1).toString(),
        .connectionName = row.value(2).toString(),
        .system = row.value(3).toString(),
        .jobId = row.value(4).toString(),
        .jobName = row.value(5).toString(),
        .sql = row.value(6).toString(),
        .location = row.value(7).toString(),
        .kind = ledgerKindFromId(row.value(8).toString()).value_or(LedgerEntry::Kind::Savepoint),
        .format = row.value(9).toString(),
        .bytes = row.value(10).toLongLong(),
        .takenAt = timeOf(row.value(11)),
        .note = row.value(12).toString(),
        .expiresAt = timeOf(row.value(13)),
        .pinned = row.value(14).toBool(),
        .state = ledgerStateFromId(row.value(15).toString()).value_or(LedgerEntry::State::Present)};
}

/// What tells connections apart, also those that are not saved.
QString connectionKey(const LedgerEntry& entry)
{
    return textColumn(entry.connectionId.isEmpty() ? entry.connectionName : entry.connectionId);
}

template <typename T> void learn(T& fact, const T& now, bool isKnown)
{
    if (isKnown) {
        fact = now;
    }
}

/// What stands there, with what is known now.
LedgerEntry merged(LedgerEntry kept, const LedgerEntry& now)
{
    learn(kept.connectionName, now.connectionName, !now.connectionName.isEmpty());
    learn(kept.jobId, now.jobId, !now.jobId.isEmpty());
    learn(kept.jobName, now.jobName, !now.jobName.isEmpty());
    learn(kept.sql, now.sql, !now.sql.isEmpty());
    learn(kept.kind, now.kind, true);
    learn(kept.format, now.format, !now.format.isEmpty());
    learn(kept.bytes, now.bytes, now.bytes >= 0);
    learn(kept.note, now.note, kept.note.isEmpty());
    learn(kept.expiresAt, now.expiresAt, !kept.expiresAt.isValid());
    learn(kept.pinned, now.pinned, now.pinned);
    // A server may list what was disposed for a long time; only a new one of that place brings it back.
    const bool bothTimes = kept.takenAt.isValid() && now.takenAt.isValid();
    const bool isNewer = bothTimes && now.takenAt > kept.takenAt;
    const bool isOlder = bothTimes && now.takenAt < kept.takenAt;
    learn(kept.state, now.state, isNewer || (!isOlder && now.state != LedgerEntry::State::Present));
    learn(kept.takenAt, now.takenAt, now.takenAt.isValid() && !isOlder);
    return kept;
}

/// The pattern of LIKE that finds text anywhere, with its own wildcards taken literally.
QString anywhere(QString text)
{
    text.replace(u'\\', "\\\\"_L1).replace(u'%', "\\%"_L1).replace(u'_', "\\_"_L1);
    return u'%' + text + u'%';
}

struct Condition {
    QStringList parts;
    QVariantList values;

    void equal(QLatin1StringView column, const QString& value)
    {
        if (!value.isEmpty()) {
            parts += column + " = ?"_L1;
            values += value;
        }
    }
};

Condition conditionOf(const LedgerFilter& filter)
{
    Condition condition;
    condition.equal("connection_id"_L1, filter.connectionId);
    condition.equal("system"_L1, filter.system);
    condition.equal("job_id"_L1, filter.jobId);
    condition.equal("job_name"_L1, filter.jobName);
    condition.equal("kind"_L1, filter.kind ? toId(*filter.kind) : QString());
    condition.equal("state"_L1, filter.state ? toId(*filter.state) : QString());
    if (!filter.text.isEmpty()) {
        QStringList places;
        for (const auto column :
            {"location"_L1, "job_name"_L1, "job_id"_L1, "note"_L1, "statement"_L1, "connection_name"_L1}) {
            places += column + " LIKE ? ESCAPE '\\'"_L1;
            condition.values += anywhere(filter.text);
        }
        condition.parts += u'(' + places.join(" OR "_L1) + u')';
    }
    return condition;
}

} // namespace

SavepointLedger::SavepointLedger(Database& database, QObject* parent)
    : QObject(parent), m_database(database), m_foreignVersion(database.foreignVersion())
{
}

Result<LedgerEntry> SavepointLedger::store(const LedgerEntry& entry, bool& isNew)
{
    std::optional<LedgerEntry> before;
    {
        auto row = m_database.run("SELECT "_L1 + ledgerColumns()
                + " FROM savepoints WHERE system = ? AND connection_key = ? AND location = ?"_L1,
            {textColumn(entry.system), connectionKey(entry), textColumn(entry.location)});
        if (!row) {
            return failure(row.error());
        }
        if (row->next()) {
            before = ledgerEntryOf(*row);
        }
    }
    LedgerEntry now = entry;
    now.sql = redactStatement(entry.sql);
    if (before) {
        now = merged(*before, now);
        if (now == *before) {
            return now; // writing would wake every other window for nothing
        }
    }
    const QVariant id = before ? QVariant(before->id) : QVariant(QMetaType::fromType<qint64>());
    const auto done = m_database.run("REPLACE INTO savepoints ("_L1 + ledgerColumns()
            + ", connection_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
        {id, textColumn(now.connectionId), textColumn(now.connectionName), textColumn(now.system),
            textColumn(now.jobId), textColumn(now.jobName), textColumn(now.sql), textColumn(now.location),
            toId(now.kind), textColumn(now.format), now.bytes, asColumn(now.takenAt), textColumn(now.note),
            asColumn(now.expiresAt), now.pinned, toId(now.state), connectionKey(entry)});
    if (!done) {
        return failure(done.error());
    }
    isNew = true;
    now.id = before ? before->id : done->lastInsertId().toLongLong();
    return now;
}

Result<LedgerEntry> SavepointLedger::record(const LedgerEntry& entry)
{
    bool isNew = false;
    LedgerEntry kept;
    const auto done = m_database.transaction([&]() -> Result<void> {
        auto stored = store(entry, isNew);
        if (!stored) {
            return failure(stored.error());
        }
        kept = std::move(*stored);
        return {};
    });
    if (!done) {
        return failure(done.error());
    }
    if (isNew) {
        Q_EMIT changed();
    }
    return kept;
}

Result<void> SavepointLedger::storeAll(const std::vector<LedgerEntry>& entries)
{
    if (entries.empty()) {
        return {};
    }
    bool isNew = false;
    const auto done = m_database.transaction([&]() -> Result<void> {
        for (const LedgerEntry& entry : entries) {
            if (const auto stored = store(entry, isNew); !stored) {
                return failure(stored.error());
            }
        }
        return {};
    });
    if (done && isNew) {
        Q_EMIT changed();
    }
    return done;
}

Result<void> SavepointLedger::recordAll(const std::vector<LedgerEntry>& entries)
{
    return storeAll(entries);
}

Result<std::vector<LedgerEntry>> SavepointLedger::entries(const LedgerFilter& filter)
{
    const Condition condition = conditionOf(filter);
    QString sql = "SELECT "_L1 + ledgerColumns() + " FROM savepoints"_L1;
    if (!condition.parts.isEmpty()) {
        sql += " WHERE "_L1 + condition.parts.join(" AND "_L1);
    }
    sql += " ORDER BY taken_at DESC, id DESC"_L1;
    auto rows = m_database.run(sql, condition.values);
    if (!rows) {
        return failure(rows.error());
    }
    std::vector<LedgerEntry> found;
    while (rows->next()) {
        found.push_back(ledgerEntryOf(*rows));
    }
    return found;
}

Result<std::optional<LedgerEntry>> SavepointLedger::find(qint64 id)
{
    auto row = m_database.run("SELECT "_L1 + ledgerColumns() + " FROM savepoints WHERE id = ?"_L1, {id});
    if (!row) {
        return failure(row.error());
    }
    return row->next() ? std::optional(ledgerEntryOf(*row)) : std::nullopt;
}

Result<void> SavepointLedger::update(qint64 id, const QString& column, const QVariant& value)
{
    const auto done = m_database.run("UPDATE savepoints SET "_L1 + column + " = ? WHERE id = ?"_L1, {value, id});
    if (!done) {
        return failure(done.error());
    }
    if (done->numRowsAffected() == 0) {
        return failure(ErrorKind::Usage, Texts::tr("This savepoint is not in the ledger any more."));
    }
    Q_EMIT changed();
    return {};
}

Result<void> SavepointLedger::setNote(qint64 id, const QString& note)
{
    return update(id, u"note"_s, textColumn(note));
}

Result<void> SavepointLedger::setPinned(qint64 id, bool pinned)
{
    return update(id, u"pinned"_s, pinned);
}

Result<void> SavepointLedger::setExpiry(qint64 id, const QDateTime& expiresAt)
{
    return update(id, u"expires_at"_s, asColumn(expiresAt));
}

Result<void> SavepointLedger::setState(qint64 id, LedgerEntry::State state)
{
    return update(id, u"state"_s, toId(state));
}

Result<void> SavepointLedger::remove(qint64 id)
{
    if (const auto done = m_database.run(u"DELETE FROM savepoints WHERE id = ?"_s, {id}); !done) {
        return failure(done.error());
    }
    Q_EMIT changed();
    return {};
}

Result<void> SavepointLedger::exportJson(const QString& file)
{
    const auto all = entries();
    return all ? writeLedgerFile(file, *all) : Result<void>(failure(all.error()));
}

Result<int> SavepointLedger::importJson(const QString& file)
{
    const auto read = readLedgerFile(file);
    if (!read) {
        return failure(read.error());
    }
    if (const auto stored = storeAll(*read); !stored) {
        return failure(stored.error());
    }
    return static_cast<int>(read->size());
}

void SavepointLedger::refresh()
{
    const qint64 version = m_database.foreignVersion();
    if (version != m_foreignVersion) {
        m_foreignVersion = version;
        Q_EMIT changed();
    }
}

} // namespace millrace
