// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace submit: starts a job from a file, also from a savepoint.
int submitCommand(const QStringList& arguments, const BackendRegistry& backends);

} // namespace millrace::cli
