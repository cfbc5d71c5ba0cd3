// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"

namespace millrace::flink {

/// Sends one call to the connection's JobManager and gives the body of a good answer. Without an address it is
/// Unsupported and says what to fill in. A failed answer is an Error with its httpStatus, the sentence that a person
/// needs, and the stack as its detail; one that says that the job is not known has httpStatus 404, whatever came.
QCoro::Task<Result<QByteArray>> callJobManager(
    std::shared_ptr<GatewayClient> client, QByteArray method, QString path, QByteArray body, CancellationToken token);

/// GET of a path.
QCoro::Task<Result<QByteArray>> askJobManager(
    std::shared_ptr<GatewayClient> client, QString path, CancellationToken token);

/// The Error of a connection that names no JobManager; nothing when it names one.
std::optional<Error> missingJobManager(const GatewayClient& client);

/// Nobody answered, or not in time: trying again may help.
bool isOutage(const Error& error);

/// The same error as the JobManager means it: no fault of a statement, and clear about a job that is gone.
Error jobManagerError(Error error);

/// "Flink 2.x" or newer, as far as it is known from either server.
QCoro::Task<Result<int>> majorVersion(std::shared_ptr<GatewayClient> client, CancellationToken token);

} // namespace millrace::flink
