// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints.h"
#include "core/jobcontrol.h"

/// From bytes to values: checkpoints, savepoints, and calls that the JobManager does in the background.
namespace millrace::flink::json {

/// /jobs/:id/checkpoints
Result<CheckpointOverview> checkpoints(const QByteArray& body);
/// /jobs/:id/checkpoints/config
Result<std::vector<NamedText>> checkpointConfig(const QByteArray& body);
/// /jobs/:id/checkpoints/details/:c
Result<std::vector<CheckpointTask>> checkpointTasks(const QByteArray& body);
/// /jobs/:id/checkpoints/details/:c/subtasks/:v: adds the times that only stand there.
void addTimes(CheckpointTask& task, const QByteArray& body);
/// The savepoints and kept checkpoints among them, newest first.
std::vector<SavepointInfo> restorable(const CheckpointOverview& overview, const QString& jobId);

/// The request-id of what was triggered.
Result<QString> requestId(const QByteArray& body);

/// How far something is that was triggered.
struct AsyncStatus {
    bool done = false;
    QString location;
    std::optional<Error> failure; ///< set when it is done and went wrong
};

Result<AsyncStatus> asyncStatus(const QByteArray& body);

} // namespace millrace::flink::json
