// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QSqlError>

namespace millrace {

namespace {

// Primary result codes of SQLite; the low byte of an extended code.
constexpr int s_busy = 5;
constexpr int s_locked = 6;
constexpr int s_readOnly = 8;
constexpr int s_io = 10;
constexpr int s_corrupt = 11;
constexpr int s_full = 13;
constexpr int s_cannotOpen = 14;
constexpr int s_notADatabase = 26;

int primaryCode(const QSqlError& error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

QString sentence(int code, const QString& file)
{
    switch (code) {
    case s_busy:
    case s_locked:
        return QCoreApplication::translate("Storage", "Another Millrace window kept %1 locked for too long: try again.")
            .arg(file);
    case s_readOnly:
    case s_cannotOpen:
        return QCoreApplication::translate(
            "Storage", "%1 cannot be written: check the permissions of the file and of its folder.")
            .arg(file);
    case s_io:
        return QCoreApplication::translate(
            "Storage", "%1 could not be read or written: the disk reported an error. Check the disk, then try again.")
            .arg(file);
    case s_full:
        return QCoreApplication::translate(
            "Storage", "The disk is full, so %1 could not be written: free some space, then try again.")
            .arg(file);
    case s_corrupt:
    case s_notADatabase:
        return QCoreApplication::translate(
            "Storage", "%1 is damaged: start Millrace again, it then moves the file aside and keeps what can be read.")
            .arg(file);
    default:
        return QCoreApplication::translate("Storage", "%1 could not be read or written.").arg(file);
    }
}

} // namespace

Error storageError(const QSqlError& error, const QString& file)
{
    return Error{.kind = ErrorKind::Storage, .message = sentence(primaryCode(error), file), .detail = error.text()};
}

bool isDamage(const QSqlError& error)
{
    const int code = primaryCode(error);
    return code == s_corrupt || code == s_notADatabase;
}

} // namespace millrace
