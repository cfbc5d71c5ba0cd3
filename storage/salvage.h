// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace millrace {

class Database;

/// Renames a damaged database, with what SQLite keeps beside it, to "<file>.damaged-<time>" and gives the new name.
Result<QString> moveAside(const QString& file);

/// Copies every row that can still be read from the damaged file into the fresh database; gives their number.
qint64 salvage(const QString& damagedFile, Database& into);

} // namespace millrace
