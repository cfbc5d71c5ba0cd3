// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace millrace {

/// Runs the command that the arguments name and gives its exit status; nothing when they name none, so that the window
/// shall open. To be called first of all: it makes a QCoreApplication of its own and needs no display.
std::optional<int> runCommandLine(int& argc, char** argv);

} // namespace millrace
