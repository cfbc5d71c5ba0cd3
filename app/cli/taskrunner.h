// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"

#include <QCoroTask>

#include <functional>

namespace millrace::cli {

/// Runs a task in an event loop of its own and gives the status that it ends with. Ctrl+C cancels its token; a task
/// that does not end within some seconds after that is left behind, and the process with it.
int runTask(const std::function<QCoro::Task<int>(CancellationToken)>& task);

} // namespace millrace::cli
