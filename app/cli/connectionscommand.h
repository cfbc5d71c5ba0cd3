// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace connections list|add|test|remove: the saved connections.
int connectionsCommand(const QStringList& arguments, const BackendRegistry& backends);

} // namespace millrace::cli
