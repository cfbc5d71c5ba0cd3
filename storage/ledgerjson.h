// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledgerentry.h"
#include "core/result.h"

#include <optional>
#include <vector>

namespace millrace {

/// The inverses of toId(); nothing for what is none of them.
std::optional<LedgerEntry::Kind> ledgerKindFromId(QStringView id);
std::optional<LedgerEntry::State> ledgerStateFromId(QStringView id);

/// The entries as a JSON file; replaces the file only when all is written.
Result<void> writeLedgerFile(const QString& file, const std::vector<LedgerEntry>& entries);

/// The entries of such a file, each checked; ids are 0. An Error names the file and the first thing that is wrong.
Result<std::vector<LedgerEntry>> readLedgerFile(const QString& file);

} // namespace millrace
