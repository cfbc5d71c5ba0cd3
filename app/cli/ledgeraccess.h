// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "core/jobcontrol.h"
#include "core/ledgerentry.h"

#include <memory>

namespace millrace {
class Database;
class SavepointLedger;
} // namespace millrace

namespace millrace::cli {

/// The ledger, with the database it lies in.
struct OpenLedger {
    std::unique_ptr<Database> database;
    std::unique_ptr<SavepointLedger> ledger;

    OpenLedger();
    OpenLedger(OpenLedger&&) noexcept;
    ~OpenLedger();

    static Result<OpenLedger> open();
};

/// What the ledger keeps of a savepoint that a server told of.
LedgerEntry ledgerEntry(const SavepointInfo& info, const ConnectionProfile& profile, const QString& jobName);

} // namespace millrace::cli
