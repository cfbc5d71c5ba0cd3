// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/catalogue.h"

namespace millrace::dinky {

/// Finds the dialect, and fills the client's offers as far as its login goes. An Error only when the server cannot be
/// talked to at all.
QCoro::Task<Result<void>> readOffers(std::shared_ptr<DinkyClient> client, CancellationToken token);

/// The folders of the tree, by id, each with the way to it.
Offers::Options folderOptions(const std::vector<CatalogueNode>& nodes);

} // namespace millrace::dinky
