// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace job: all about one job.
int jobCommand(const QStringList& arguments, const BackendRegistry& backends);

} // namespace millrace::cli
