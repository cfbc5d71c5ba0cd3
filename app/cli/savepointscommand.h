// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace savepoints: the ledger and what servers know; disposes, exports, imports.
int savepointsCommand(const QStringList& arguments, const BackendRegistry& backends);

} // namespace millrace::cli
