// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"
#include "core/connectiontest.h"

#include <functional>

namespace millrace::flink {

/// Tries the parts of a connection one after the other: host, port, TLS, gateway, login, session, JobManager.
/// jobManagerProblem is what the form says against its address; it is not tried then.
QCoro::Task<ConnectionTest> testConnection(std::shared_ptr<GatewayClient> client, QString jobManagerProblem,
    std::function<void(const TestStep&)> observer, CancellationToken token);

} // namespace millrace::flink
