// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"

#include <QCoroTask>

#include <chrono>

namespace millrace {

/// Resumes from the event loop after the time, or when cancelled.
QCoro::Task<void> pauseFor(std::chrono::milliseconds time, CancellationToken token);

} // namespace millrace
