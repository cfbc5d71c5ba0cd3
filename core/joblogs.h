// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/result.h"

#include <QCoroTask>
#include <QDateTime>

#include <vector>

namespace millrace {

/// A log that a server offers.
struct LogSource {
    QString id; ///< only its connection knows what it means
    QString title; ///< "flink-root-taskexecutor-0.log", "stdout"
    QString group; ///< "JobManager", "TaskManager tm-1 (host)"
    qint64 bytes = -1; ///< -1: not known
    QDateTime modifiedAt; ///< UTC; invalid when not known

    friend bool operator==(const LogSource&, const LogSource&) = default;
};

/// A piece of a log.
struct LogChunk {
    QByteArray bytes;
    qint64 offset = 0; ///< where bytes begin; beyond the one asked for when the server has cut the front away
    qint64 next = 0; ///< what to ask for next: a byte offset, or a line or page number where a system counts so
    bool atEnd = true; ///< there is nothing more now
    bool restarted = false; ///< the log is shorter than it was: it was rotated or the process is a new one
    bool complete = false; ///< nothing will ever be added
};

/// Capability: the logs of a job, or of the cluster when no job is given.
class JobLogs {
public:
    virtual ~JobLogs() = default;

    virtual QCoro::Task<Result<std::vector<LogSource>>> sources(QString jobId, CancellationToken token) = 0;

    /// Reads on from `from` (0 the first time, then LogChunk::next), at most about maxBytes at once. Following a log is
    /// calling this again. A log that vanished is an Error with httpStatus 404.
    virtual QCoro::Task<Result<LogChunk>> read(
        LogSource source, qint64 from, qint64 maxBytes, CancellationToken token) = 0;
};

} // namespace millrace
