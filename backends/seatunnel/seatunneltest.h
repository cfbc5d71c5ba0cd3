// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/zetaclient.h"
#include "core/connectiontest.h"

#include <functional>

namespace millrace::seatunnel {

/// Tries each address, finds version and dialect, and asks for what only some versions have.
QCoro::Task<ConnectionTest> testConnection(
    std::shared_ptr<ZetaClient> client, std::function<void(const TestStep&)> observer, CancellationToken token);

} // namespace millrace::seatunnel
