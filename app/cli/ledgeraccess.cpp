// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ledgeraccess.h"

#include "storage/database.h"
#include "storage/savepointledger.h"

namespace millrace::cli {

OpenLedger::OpenLedger() = default;
OpenLedger::OpenLedger(OpenLedger&&) noexcept = default;
OpenLedger::~OpenLedger() = default;

Result<OpenLedger> OpenLedger::open()
{
    auto database = Database::open(Database::defaultFile());
    if (!database) {
        return failure(database.error());
    }
    OpenLedger opened;
    opened.database = std::move(*database);
    opened.ledger = std::make_unique<SavepointLedger>(*opened.database);
    return opened;
}

LedgerEntry ledgerEntry(const SavepointInfo& info, const ConnectionProfile& profile, const QString& jobName)
{
    LedgerEntry entry;
    entry.connectionId = profile.id;
    entry.connectionName = profile.name;
    entry.system = profile.system;
    entry.jobId = info.jobId;
    entry.jobName = jobName;
    entry.location = info.location;
    entry.kind = info.isCheckpoint ? LedgerEntry::Kind::Checkpoint : LedgerEntry::Kind::Savepoint;
    entry.format = info.format;
    entry.bytes = info.bytes;
    entry.takenAt = info.takenAt;
    return entry;
}

} // namespace millrace::cli
