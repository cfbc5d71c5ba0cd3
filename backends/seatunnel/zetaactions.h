// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/zetaclient.h"
#include "core/inventory.h"

/// What can be done with the things of a Zeta engine's inventory.
namespace millrace::seatunnel::actions {

std::vector<InventoryAction> ofMembers(); ///< update-tags
std::vector<InventoryAction> ofJobs(); ///< stop, stop-savepoint
std::vector<InventoryAction> ofEncryption(); ///< encrypt-config

QCoro::Task<Result<InventoryOutcome>> run(std::shared_ptr<ZetaClient> client, QString action, QStringList itemIds,
    FormValues values, ProgressObserver progress, CancellationToken token);

/// The tags of lines like "team = a" as the body of update-tags; an Error that names the line which is none.
Result<QByteArray> tagsBody(const QString& lines);

} // namespace millrace::seatunnel::actions
