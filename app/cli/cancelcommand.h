// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace cancel: ends jobs, and returns when they have really ended.
int cancelCommand(const QStringList& arguments, const BackendRegistry& backends);

} // namespace millrace::cli
