// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace savepoint: takes one, also to end a job with it, and writes it into the ledger.
int savepointCommand(const QStringList& arguments, const BackendRegistry& backends);

} // namespace millrace::cli
