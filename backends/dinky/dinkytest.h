// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyclient.h"
#include "core/connectiontest.h"

namespace millrace::dinky {

/// Reaches the server, finds its version, says what it lets in without a login, logs in and lists the tenants.
QCoro::Task<ConnectionTest> testConnection(
    std::shared_ptr<DinkyClient> client, std::function<void(const TestStep&)> observer, CancellationToken token);

} // namespace millrace::dinky
