// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyclient.h"
#include "backends/dinky/dinkyjson.h"

/// Job instances: what the server knows of jobs. A job's id is that of its task, all digits, or Flink's own.
namespace millrace::dinky {

bool isTaskId(const QString& jobId);

/// Instances, the newest first; at most so many. The list's own total is not asked: 0.7 says 0 always.
QCoro::Task<Result<std::vector<json::Instance>>> instances(
    std::shared_ptr<DinkyClient> client, int most, CancellationToken token);

/// The last instance of a task, or the one of a Flink job. An Error with httpStatus 404 when there is none.
QCoro::Task<Result<json::Instance>> instanceOfJob(
    std::shared_ptr<DinkyClient> client, QString jobId, CancellationToken token);

/// The same after the server has looked at Flink; needs a login.
QCoro::Task<Result<json::Instance>> refreshed(
    std::shared_ptr<DinkyClient> client, json::Instance instance, CancellationToken token);

/// host:port of the JobManager where the instance runs: its cluster's, else that of the connection.
QCoro::Task<QString> addressOf(std::shared_ptr<DinkyClient> client, json::Instance instance, CancellationToken token);

/// Waits until the last instance of a task has ended. An Error when it lives on.
QCoro::Task<Result<void>> awaitTaskEnd(std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token);

} // namespace millrace::dinky
