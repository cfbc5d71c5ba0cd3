// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

class QSqlError;

namespace millrace {

/// SQLite's error as a sentence: a full disk, a lock, a damaged file and the rest each say what to do.
Error storageError(const QSqlError& error, const QString& file);

/// Is the file no database, or a damaged one?
bool isDamage(const QSqlError& error);

} // namespace millrace
