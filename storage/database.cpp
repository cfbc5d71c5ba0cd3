// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/filelock.h"
#include "storage/salvage.h"
#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QStandardPaths>
#include <QUuid>

namespace millrace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

/// The folder and the file are the person's alone: statements and addresses stand in them.
Result<void> makePrivate(const QString& file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::Storage,
            Texts::tr("The folder %1 could not be made: check its permissions and the free space.").arg(folder));
    }
    QFile handle(file);
    if (!handle.open(QIODevice::ReadWrite)) {
        return failure(ErrorKind::Storage,
            Texts::tr("%1 cannot be written: check the permissions of the file and of its folder.").arg(file),
            handle.errorString());
    }
    handle.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

} // namespace

Database::Database(QString file)
    : m_connectionName("millrace-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces)), m_file(std::move(file))
{
}

Database::~Database()
{
    {
        QSqlDatabase database = QSqlDatabase::database(m_connectionName, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_connectionName);
}

QString Database::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/millrace/millrace.db"_L1;
}

Result<std::unique_ptr<Database>> Database::open(const QString& file, const Migrations& migrations)
{
    if (const auto made = makePrivate(file); !made) {
        return failure(made.error());
    }
    // Two windows that start together must not both make the tables, or both move a damaged file aside.
    FileLock lock(file + ".lock"_L1);
    if (!lock.lock(10s)) {
        return failure(
            ErrorKind::Storage, Texts::tr("Another Millrace window kept %1 locked for too long: try again.").arg(file));
    }
    std::unique_ptr<Database> database(new Database(file));
    const auto opened = database->prepareForUse(migrations);
    if (opened) {
        return database;
    }
    if (!database->m_damaged) {
        return failure(opened.error());
    }
    database.reset();
    const Result<QString> movedTo = moveAside(file);
    if (!movedTo) {
        return failure(movedTo.error());
    }
    database.reset(new Database(file));
    if (const auto fresh = database->prepareForUse(migrations); !fresh) {
        return failure(fresh.error());
    }
    const qint64 rows = salvage(*movedTo, *database);
    database->m_recovery = Error{.kind = ErrorKind::Storage,
        .message = rows > 0
            ? Texts::tr("%1 was damaged. It is now %2; what could be read of it was taken over. Check your "
                        "connections and tabs.")
                  .arg(file, *movedTo)
            : Texts::tr("%1 was damaged and nothing in it could be read. It is now %2, and a new one was made.")
                  .arg(file, *movedTo),
        .detail = opened.error().detail};
    return database;
}

std::unique_ptr<Database> Database::inMemory()
{
    std::unique_ptr<Database> database(new Database({}));
    // Nothing but a lack of memory can fail here; every later call then fails with its own error.
    (void)database->prepareForUse(databaseMigrations());
    return database;
}

Result<void> Database::prepareForUse(const Migrations& migrations)
{
    return connect().and_then([&] { return migrate(migrations); }).and_then([&] { return checkEssentials(); });
}

Result<void> Database::connect()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    database.setDatabaseName(m_file.isEmpty() ? u":memory:"_s : m_file);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open()) {
        m_damaged = isDamage(database.lastError());
        return failure(storageError(database.lastError(), m_file));
    }
    for (const char* pragma :
        {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON"}) {
        if (const auto done = run(QString::fromLatin1(pragma)); !done) {
            return failure(done.error());
        }
    }
    return {};
}

Result<void> Database::migrate(const Migrations& migrations)
{
    auto query = run(u"PRAGMA user_version"_s);
    if (!query) {
        return failure(query.error());
    }
    const qsizetype version = query->next() ? query->value(0).toInt() : 0;
    query->finish();
    const auto newest = static_cast<qsizetype>(migrations.size());
    if (version > newest) {
        return failure(ErrorKind::Unsupported,
            Texts::tr("%1 was written by a newer Millrace: start that one, or move the file away.").arg(m_file));
    }
    if (version == newest) {
        return {};
    }
    return transaction([&]() -> Result<void> {
        for (auto step = migrations.begin() + version; step != migrations.end(); ++step) {
            for (const QString& statement : *step) {
                if (const auto done = run(statement); !done) {
                    return failure(done.error());
                }
            }
        }
        if (const auto done = run("PRAGMA user_version = "_L1 + QString::number(newest)); !done) {
            return failure(done.error());
        }
        return {};
    });
}

Result<void> Database::checkEssentials()
{
    // The history can be long, so only what nobody wants to lose is read through at each start.
    for (const auto table : {"connections"_L1, "workspaces"_L1, "tabs"_L1, "tab_patches"_L1, "savepoints"_L1}) {
        auto exists = run(u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"_s, {QString(table)});
        if (!exists) {
            return failure(exists.error());
        }
        if (!exists->next()) {
            continue;
        }
        auto check = run("PRAGMA quick_check("_L1 + table + u')');
        if (!check) {
            return failure(check.error());
        }
        if (check->next() && check->value(0).toString() != "ok"_L1) {
            m_damaged = true;
            return failure(ErrorKind::Storage, Texts::tr("%1 is damaged.").arg(m_file), check->value(0).toString());
        }
    }
    return {};
}

Result<QSqlQuery> Database::run(const QString& sql, const QVariantList& values)
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    if (done) {
        for (const QVariant& value : values) {
            query.addBindValue(value);
        }
        done = query.exec();
    }
    if (!done) {
        m_damaged = m_damaged || isDamage(query.lastError());
        return failure(storageError(query.lastError(), m_file));
    }
    return query;
}

Result<void> Database::transaction(const std::function<Result<void>()>& body)
{
    // A deferred transaction that turns into a writer fails at once when another one wrote meanwhile; this one waits.
    if (const auto begun = run(u"BEGIN IMMEDIATE"_s); !begun) {
        return failure(begun.error());
    }
    Result<void> outcome = body();
    if (outcome) {
        if (const auto committed = run(u"COMMIT"_s); !committed) {
            outcome = failure(committed.error());
        }
    }
    if (!outcome) {
        (void)run(u"ROLLBACK"_s); // fails when SQLite rolled back by itself, which is as good
    }
    return outcome;
}

qint64 Database::foreignVersion()
{
    auto query = run(u"PRAGMA data_version"_s);
    return query && query->next() ? query->value(0).toLongLong() : -1;
}

} // namespace millrace
