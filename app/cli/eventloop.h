// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace millrace::cli {

/// Runs the event loop until QCoreApplication::exit(), and then deletes what waits to be deleted. Network objects that
/// outlived the loop would still have threads of their own when the process ends, and crash it.
void runEventLoop();

} // namespace millrace::cli
