// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/historystore.h"

#include "storage/database.h"
#include "storage/redaction.h"

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_kept = 50'000;
constexpr int s_pruneEvery = 500;

const QString& columns()
{
    static const QString s_columns = u"id, started_at, connection_id, connection_name, statement, statement_kind, "
                                     "duration_ms, row_count, state, error, job_id"_s;
    return s_columns;
}

HistoryEntry entryOf(const QSqlQuery& row)
{
    return {.id = row.value(0).toLongLong(),
        .startedAt = QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC),
        .connectionId = row.value(2).toString(),
        .connectionName = row.value(3).toString(),
        .statement = row.value(4).toString(),
        .statementKind = row.value(5).toString(),
        .durationMs = row.value(6).toLongLong(),
        .rows = row.value(7).toLongLong(),
        .state = historyStateFromId(row.value(8).toString()),
        .error = row.value(9).toString(),
        .jobId = row.value(10).toString()};
}

/// NULL would break the columns' promise.
QString given(const QString& text)
{
    return text.isNull() ? u""_s : text;
}

/// The pattern of LIKE that finds text anywhere, with its own wildcards taken literally.
QString containsPattern(QString text)
{
    text.replace(u'\\', "\\\\"_L1).replace(u'%', "\\%"_L1).replace(u'_', "\\_"_L1);
    return u'%' + text + u'%';
}

} // namespace

QString toId(HistoryEntry::State state)
{
    switch (state) {
    case HistoryEntry::State::Succeeded:
        return u"succeeded"_s;
    case HistoryEntry::State::Failed:
        return u"failed"_s;
    case HistoryEntry::State::Cancelled:
        return u"cancelled"_s;
    case HistoryEntry::State::Running:
        break;
    }
    return u"running"_s;
}

HistoryEntry::State historyStateFromId(QStringView id)
{
    for (const auto state :
        {HistoryEntry::State::Succeeded, HistoryEntry::State::Failed, HistoryEntry::State::Cancelled}) {
        if (id == toId(state)) {
            return state;
        }
    }
    return HistoryEntry::State::Running;
}

HistoryStore::HistoryStore(Database& database, QObject* parent) : QObject(parent), m_database(database) { }

Result<qint64> HistoryStore::add(HistoryEntry entry)
{
    entry.statement = redactStatement(entry.statement);
    entry.error = redactStatement(entry.error);
    const auto done = m_database.run(
        u"INSERT INTO history (started_at, connection_id, connection_name, statement, statement_kind, duration_ms, "
        "row_count, state, error, job_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {entry.startedAt.toMSecsSinceEpoch(), given(entry.connectionId), given(entry.connectionName),
            given(entry.statement), given(entry.statementKind), entry.durationMs, entry.rows, toId(entry.state),
            given(entry.error), given(entry.jobId)});
    if (!done) {
        return failure(done.error());
    }
    entry.id = done->lastInsertId().toLongLong();
    if (m_addedSincePruning++ % s_pruneEvery == 0) {
        if (const auto pruned = prune(); !pruned) {
            return failure(pruned.error());
        }
    }
    Q_EMIT added(entry);
    return entry.id;
}

Result<void> HistoryStore::update(const HistoryEntry& entry)
{
    const QString error = redactStatement(entry.error);
    const auto done = m_database.run(
        u"UPDATE history SET duration_ms = ?, row_count = ?, state = ?, error = ?, job_id = ? WHERE id = ?"_s,
        {entry.durationMs, entry.rows, toId(entry.state), given(error), given(entry.jobId), entry.id});
    if (!done) {
        return failure(done.error());
    }
    HistoryEntry told = entry;
    told.statement = redactStatement(entry.statement);
    told.error = error;
    Q_EMIT updated(told);
    return {};
}

Result<std::vector<HistoryEntry>> HistoryStore::page(const HistoryFilter& filter, qint64 beforeId, int limit)
{
    QStringList conditions;
    QVariantList values;
    if (beforeId > 0) {
        conditions += u"id < ?"_s;
        values += beforeId;
    }
    if (!filter.connectionId.isEmpty()) {
        conditions += u"connection_id = ?"_s;
        values += filter.connectionId;
    }
    if (!filter.text.isEmpty()) {
        const QString pattern = containsPattern(filter.text);
        QStringList places;
        for (const auto column : {"statement"_L1, "error"_L1, "job_id"_L1, "connection_name"_L1}) {
            places += column + " LIKE ? ESCAPE '\\'"_L1;
            values += pattern;
        }
        conditions += u'(' + places.join(" OR "_L1) + u')';
    }
    QString sql = "SELECT "_L1 + columns() + " FROM history"_L1;
    if (!conditions.isEmpty()) {
        sql += " WHERE "_L1 + conditions.join(" AND "_L1);
    }
    sql += " ORDER BY id DESC LIMIT ?"_L1;
    values += limit;

    auto rows = m_database.run(sql, values);
    if (!rows) {
        return failure(rows.error());
    }
    std::vector<HistoryEntry> entries;
    while (rows->next()) {
        entries.push_back(entryOf(*rows));
    }
    return entries;
}

Result<void> HistoryStore::clear()
{
    if (const auto done = m_database.run(u"DELETE FROM history"_s); !done) {
        return failure(done.error());
    }
    Q_EMIT cleared();
    return {};
}

Result<void> HistoryStore::prune()
{
    const auto done = m_database.run(u"DELETE FROM history WHERE id <= (SELECT max(id) FROM history) - ?"_s, {s_kept});
    if (!done) {
        return failure(done.error());
    }
    return {};
}

} // namespace millrace
