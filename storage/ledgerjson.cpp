// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledgerjson.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SavepointLedger)
};

constexpr int s_fileVersion = 1;
constexpr qint64 s_largestFile = 256 * 1024 * 1024;

QJsonValue timeAsJson(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject entryAsJson(const LedgerEntry& entry)
{
    return {{u"connectionId"_s, entry.connectionId}, {u"connection"_s, entry.connectionName},
        {u"system"_s, entry.system}, {u"jobId"_s, entry.jobId}, {u"jobName"_s, entry.jobName}, {u"sql"_s, entry.sql},
        {u"location"_s, entry.location}, {u"kind"_s, toId(entry.kind)}, {u"format"_s, entry.format},
        {u"bytes"_s, entry.bytes >= 0 ? QJsonValue(entry.bytes) : QJsonValue()},
        {u"takenAt"_s, timeAsJson(entry.takenAt)}, {u"note"_s, entry.note},
        {u"expiresAt"_s, timeAsJson(entry.expiresAt)}, {u"pinned"_s, entry.pinned}, {u"state"_s, toId(entry.state)}};
}

/// Reads the members of one entry, and keeps the first thing that is wrong with them.
class EntryReader {
public:
    explicit EntryReader(QJsonObject object) : m_object(std::move(object)) { }

    QString text(QLatin1StringView name, bool required = false)
    {
        const QJsonValue value = m_object.value(name);
        const bool missing = value.isUndefined() || value.isNull();
        if ((!missing && !value.isString()) || (required && value.toString().isEmpty())) {
            fail(name);
        }
        return value.toString(u""_s);
    }

    QDateTime time(QLatin1StringView name)
    {
        const QString written = text(name);
        const QDateTime time = QDateTime::fromString(written, Qt::ISODateWithMs).toUTC();
        if (!written.isEmpty() && !time.isValid()) {
            fail(name);
        }
        return written.isEmpty() ? QDateTime() : time;
    }

    qint64 bytes(QLatin1StringView name)
    {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined() || value.isNull()) {
            return -1;
        }
        const qint64 number = value.toInteger(-1);
        if (number < 0) {
            fail(name);
        }
        return number;
    }

    bool flag(QLatin1StringView name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isBool()) {
            fail(name);
        }
        return value.toBool();
    }

    template <typename T, typename FromId> T choice(QLatin1StringView name, T otherwise, FromId fromId)
    {
        const QString id = text(name);
        const std::optional<T> value = fromId(id);
        if (!id.isEmpty() && !value) {
            fail(name);
        }
        return value.value_or(otherwise);
    }

    /// Empty when all is well.
    [[nodiscard]] const QString& fault() const { return m_fault; }

private:
    void fail(QLatin1StringView name)
    {
        if (m_fault.isEmpty()) {
            m_fault = name;
        }
    }

    QJsonObject m_object;
    QString m_fault;
};

LedgerEntry readEntry(EntryReader& reader)
{
    return {.connectionId = reader.text("connectionId"_L1),
        .connectionName = reader.text("connection"_L1),
        .system = reader.text("system"_L1, true),
        .jobId = reader.text("jobId"_L1),
        .jobName = reader.text("jobName"_L1),
        .sql = reader.text("sql"_L1),
        .location = reader.text("location"_L1, true),
        .kind = reader.choice("kind"_L1, LedgerEntry::Kind::Savepoint, ledgerKindFromId),
        .format = reader.text("format"_L1),
        .bytes = reader.bytes("bytes"_L1),
        .takenAt = reader.time("takenAt"_L1),
        .note = reader.text("note"_L1),
        .expiresAt = reader.time("expiresAt"_L1),
        .pinned = reader.flag("pinned"_L1),
        .state = reader.choice("state"_L1, LedgerEntry::State::Present, ledgerStateFromId)};
}

tl::unexpected<Error> noLedger(const QString& file, const QString& why)
{
    return failure(ErrorKind::Usage, Texts::tr("%1 is no savepoint ledger: %2.").arg(file, why));
}

Result<QByteArray> contentOf(const QString& file)
{
    QFile handle(file);
    if (!handle.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Usage, Texts::tr("%1 cannot be read: %2.").arg(file, handle.errorString()));
    }
    if (handle.size() > s_largestFile) {
        return noLedger(file, Texts::tr("it is too large"));
    }
    return handle.readAll();
}

} // namespace

std::optional<LedgerEntry::Kind> ledgerKindFromId(QStringView id)
{
    for (const auto kind : {LedgerEntry::Kind::Savepoint, LedgerEntry::Kind::Checkpoint}) {
        if (id == toId(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

std::optional<LedgerEntry::State> ledgerStateFromId(QStringView id)
{
    for (const auto state : {LedgerEntry::State::Present, LedgerEntry::State::Disposed, LedgerEntry::State::Gone}) {
        if (id == toId(state)) {
            return state;
        }
    }
    return std::nullopt;
}

Result<void> writeLedgerFile(const QString& file, const std::vector<LedgerEntry>& entries)
{
    QJsonArray array;
    for (const LedgerEntry& entry : entries) {
        array.append(entryAsJson(entry));
    }
    const QJsonObject object{{u"version"_s, s_fileVersion}, {u"savepoints"_s, array}};
    QSaveFile handle(file);
    if (!handle.open(QIODevice::WriteOnly) || handle.write(QJsonDocument(object).toJson()) < 0 || !handle.commit()) {
        return failure(ErrorKind::Storage, Texts::tr("%1 cannot be written: %2.").arg(file, handle.errorString()));
    }
    return {};
}

Result<std::vector<LedgerEntry>> readLedgerFile(const QString& file)
{
    const auto content = contentOf(file);
    if (!content) {
        return failure(content.error());
    }
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(*content, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        return noLedger(file,
            Texts::tr("it is no JSON (%1 at byte %2)").arg(problem.errorString(), QString::number(problem.offset)));
    }
    const QJsonValue savepoints = object.value("savepoints"_L1);
    if (!object.value("version"_L1).isDouble() || !savepoints.isArray()) {
        return noLedger(file, Texts::tr("it has no version or no list of savepoints"));
    }
    if (object.value("version"_L1).toInt() != s_fileVersion) {
        return failure(
            ErrorKind::Usage, Texts::tr("%1 was written by a newer Millrace: import it with that one.").arg(file));
    }
    std::vector<LedgerEntry> entries;
    const QJsonArray array = savepoints.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        EntryReader reader(array.at(i).toObject());
        entries.push_back(readEntry(reader));
        if (!reader.fault().isEmpty()) {
            return noLedger(
                file, Texts::tr("entry %1 has no “%2” that can be used").arg(QString::number(i + 1), reader.fault()));
        }
    }
    return entries;
}

} // namespace millrace
