// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace call: any documented call of a system.
int callCommand(const QStringList& arguments, const BackendRegistry& backends);

} // namespace millrace::cli
