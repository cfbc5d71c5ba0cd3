// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace run: the statements of a script or of the command line, their results on stdout or in a file.
int runCommand(const QStringList& arguments, const BackendRegistry& backends);

} // namespace millrace::cli
