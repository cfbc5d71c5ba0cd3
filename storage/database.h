// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace millrace {

/// Statements that take a database from version N (its place in the list) to version N + 1.
using Migrations = std::vector<QStringList>;

/// The steps of Millrace's own database; the newest version is their number.
const Migrations& databaseMigrations();

/// One connection to Millrace's SQLite file. Several of them, in several threads and in several windows, may be open on
/// one file at once: writes wait for each other. Lives and is called in one thread.
class Database {
public:
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// The file under the user's data folder.
    static QString defaultFile();

    /// Opens file, makes it and its folder when they are missing and brings its tables up to date. A file that is no
    /// database or is damaged is moved aside, what can still be read is taken over, and recovery() tells of it. Fails
    /// when the disk is full, the folder cannot be written, or a newer Millrace made the file.
    static Result<std::unique_ptr<Database>> open(
        const QString& file, const Migrations& migrations = databaseMigrations());

    /// A database that is gone with the object: what the program falls back on when open() fails.
    static std::unique_ptr<Database> inMemory();

    /// Set when open() found a damaged file: a sentence that names where it was moved.
    [[nodiscard]] const std::optional<Error>& recovery() const { return m_recovery; }

    /// Empty when it is in memory.
    [[nodiscard]] const QString& file() const { return m_file; }

    /// Prepares, binds the values to the ?s and executes.
    Result<QSqlQuery> run(const QString& sql, const QVariantList& values = {});

    /// Runs body inside a transaction that takes the write lock at once; rolls back when body fails.
    Result<void> transaction(const std::function<Result<void>()>& body);

    /// A number that changes when somebody else (another window, another thread) wrote to the file.
    qint64 foreignVersion();

private:
    explicit Database(QString file);

    Result<void> prepareForUse(const Migrations& migrations);
    Result<void> connect();
    Result<void> migrate(const Migrations& migrations);
    Result<void> checkEssentials();

    QString m_connectionName;
    QString m_file;
    std::optional<Error> m_recovery;
    bool m_damaged = false; ///< some statement failed because the file is no sound database
};

} // namespace millrace
