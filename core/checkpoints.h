// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/graph.h"
#include "core/result.h"

#include <QCoroTask>
#include <QDateTime>

#include <optional>

namespace millrace {

struct Checkpoint {
    enum class State { InProgress, Completed, Failed };

    qint64 id = 0;
    State state = State::InProgress;
    bool isSavepoint = false;
    QString type; ///< as the server spells it: "CHECKPOINT", "SAVEPOINT", "SYNC_SAVEPOINT"
    QDateTime triggeredAt; ///< UTC
    qint64 durationMs = -1; ///< end to end
    qint64 stateBytes = -1; ///< the whole state
    qint64 checkpointedBytes = -1; ///< what was written for this one
    qint64 alignmentBytes = -1; ///< in-flight data that was processed or kept
    int subtasksDone = 0;
    int subtasks = 0;
    QString location; ///< empty when it cannot be restored from
    QString failure; ///< why it failed

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

struct CheckpointOverview {
    std::optional<int> completed; ///< counts since the job started
    std::optional<int> inProgress;
    std::optional<int> failed;
    std::optional<int> restored;
    std::optional<Checkpoint> restoredFrom; ///< what the job started from, with location and whether it is a savepoint
    std::vector<Checkpoint> history; ///< newest first
    std::vector<NamedText> configuration; ///< interval, timeout, mode, storage, …
};

/// One vertex' part in a checkpoint.
struct CheckpointTask {
    QString vertexId;
    QString rawState;
    int subtasksDone = 0;
    int subtasks = 0;
    QDateTime lastAckAt; ///< UTC
    qint64 durationMs = -1;
    qint64 stateBytes = -1;
    qint64 alignmentMs = -1; ///< the longest of its subtasks
    qint64 syncMs = -1;
    qint64 asyncMs = -1;

    friend bool operator==(const CheckpointTask&, const CheckpointTask&) = default;
};

/// Capability: the checkpoints of a job.
class Checkpoints {
public:
    virtual ~Checkpoints() = default;

    virtual QCoro::Task<Result<CheckpointOverview>> overview(QString jobId, CancellationToken token) = 0;

    /// How each vertex took part; Unsupported where the server does not tell.
    virtual QCoro::Task<Result<std::vector<CheckpointTask>>> tasks(
        QString jobId, qint64 checkpointId, CancellationToken token) = 0;
};

} // namespace millrace
