// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/linkisclient.h"
#include "core/connectiontest.h"

namespace millrace::linkis {

/// Finds the host, looks whether it is Linkis, logs in, and asks what this user may see.
QCoro::Task<ConnectionTest> testConnection(
    std::shared_ptr<LinkisClient> client, std::function<void(const TestStep&)> observer, CancellationToken token);

} // namespace millrace::linkis
