// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogbrowser.h"

namespace millrace {

/// The name as SQL needs it: each part in back-ticks when it is a reserved word or no plain one.
QString quotedPath(const QStringList& path);

/// What stands for the entry in a statement: a table with its catalog and database, a column or a function alone.
QString insertedText(const CatalogEntry& entry);

} // namespace millrace
