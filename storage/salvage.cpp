// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/salvage.h"

#include "storage/database.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlField>
#include <QSqlRecord>
#include <QUuid>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// Copies a table until its first unreadable page.
qint64 copyTable(const QSqlDatabase& from, const QString& table, Database& into)
{
    QSqlQuery rows(from);
    rows.setForwardOnly(true);
    if (!rows.exec("SELECT * FROM "_L1 + table)) {
        return 0;
    }
    qint64 copied = 0;
    while (rows.next()) {
        const QSqlRecord record = rows.record();
        QStringList names;
        QStringList marks;
        QVariantList values;
        for (int i = 0; i < record.count(); ++i) {
            names += record.fieldName(i);
            marks += u"?"_s;
            values += rows.value(i);
        }
        const QString insert = "INSERT OR IGNORE INTO "_L1 + table + " ("_L1 + names.join(u',') + ") VALUES ("_L1
            + marks.join(u',') + u')';
        if (into.run(insert, values)) {
            ++copied;
        }
    }
    return copied;
}

} // namespace

Result<QString> moveAside(const QString& file)
{
    const QString base = file + ".damaged-"_L1 + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    if (!QFile::rename(file, base)) {
        return failure(ErrorKind::Storage,
            QCoreApplication::translate(
                "Storage", "%1 is damaged and could not be moved aside: move it away and start Millrace again.")
                .arg(file));
    }
    // The write-ahead log belongs to the database: rows that are only in it can still be read beside the moved file.
    for (const auto suffix : {"-wal"_L1, "-shm"_L1}) {
        QFile::rename(file + suffix, base + suffix);
    }
    return base;
}

qint64 salvage(const QString& damagedFile, Database& into)
{
    const QString connection = "millrace-salvage-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces);
    qint64 copied = 0;
    {
        QSqlDatabase from = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        from.setDatabaseName(damagedFile);
        if (from.open()) {
            // With this SQLite reads a file that is shorter than its header says.
            QSqlQuery(from).exec(u"PRAGMA writable_schema = ON"_s);
            // One commit for all: a row that does not fit is left out, the others stay.
            (void)into.transaction([&]() -> Result<void> {
                for (const auto table :
                    {"connections"_L1, "workspaces"_L1, "tabs"_L1, "tab_patches"_L1, "savepoints"_L1, "history"_L1}) {
                    copied += copyTable(from, table, into);
                }
                return {};
            });
        }
        from.close();
    }
    QSqlDatabase::removeDatabase(connection);
    return copied;
}

} // namespace millrace
