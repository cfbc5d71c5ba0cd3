// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/dliclient.h"
#include "core/connectiontest.h"

namespace millrace::dli {

/// Finds the host, the project and the queues, and says what is wrong: the clock, the signature, the project, the
/// rights.
QCoro::Task<ConnectionTest> testConnection(
    std::shared_ptr<DliClient> client, std::function<void(const TestStep&)> observer, CancellationToken token);

} // namespace millrace::dli
