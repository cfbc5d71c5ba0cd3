// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace jobs: the jobs of one connection or of all saved ones, once or again and again.
int jobsCommand(const QStringList& arguments, const BackendRegistry& backends);

} // namespace millrace::cli
