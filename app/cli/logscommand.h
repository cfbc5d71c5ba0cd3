// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace logs: the logs of a job or of a cluster.
int logsCommand(const QStringList& arguments, const BackendRegistry& backends);

} // namespace millrace::cli
