// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/job.h"
#include "core/result.h"

#include <QCoroTask>

#include <functional>

namespace millrace {

/// Told what goes on while something takes long, in one short sentence, in the caller's thread.
using ProgressObserver = std::function<void(const QString& message)>;

/// Capability: ends jobs. Each call returns when the server has really done it, not when it has accepted it; a server's
/// "true" for a job that lives on is an Error.
class JobControl {
public:
    virtual ~JobControl() = default;

    virtual QCoro::Task<Result<void>> cancel(QString jobId, ProgressObserver progress, CancellationToken token) = 0;

    /// Why the system cannot start a job again by its id alone; empty when it can.
    [[nodiscard]] virtual QString restartUnsupported() const = 0;

    /// Starts a job that the server keeps again, from a savepoint when location is not empty. Gives the id of the job
    /// that runs then.
    virtual QCoro::Task<Result<QString>> restart(
        QString jobId, QString location, ProgressObserver progress, CancellationToken token) = 0;
};

enum class SavepointFormat { Default, Canonical, Native };

struct SavepointRequest {
    QString jobId;
    QString target; ///< a folder of the cluster's file system; empty: its own default
    SavepointFormat format = SavepointFormat::Default;
    bool stop = false; ///< end the job with it
    bool drain = false; ///< with stop: send the last watermark, so that windows and timers fire
    ProgressObserver progress;
};

/// A savepoint or a kept checkpoint, as a server tells of it.
struct SavepointInfo {
    QString location; ///< what a restart is given: a path, or an id where the system has no paths
    QString jobId;
    bool isCheckpoint = false;
    QString format; ///< "CANONICAL", "NATIVE"; empty when not known
    qint64 bytes = -1;
    QDateTime takenAt; ///< UTC
    QString rawState; ///< as the server spells it; empty when it has none

    friend bool operator==(const SavepointInfo&, const SavepointInfo&) = default;
};

/// What a system's savepoints know, for the sheets to offer nothing that does not work. An empty text: it works.
struct SavepointLimits {
    QString takeUnsupported; ///< why none can be taken while the job goes on
    QString stopUnsupported;
    QString targetUnsupported; ///< why no folder can be chosen
    QString drainUnsupported;
    QString formatUnsupported;
    QString disposeUnsupported;
    QString listUnsupported; ///< why the server has no list: ours is the only record
};

/// Capability: savepoints.
class Savepoints {
public:
    virtual ~Savepoints() = default;

    [[nodiscard]] virtual SavepointLimits limits() const = 0;

    /// Returns when the savepoint is complete (and the job ended, with stop). When it fails the job runs on, and the
    /// Error says why.
    virtual QCoro::Task<Result<SavepointInfo>> take(SavepointRequest request, CancellationToken token) = 0;

    virtual QCoro::Task<Result<void>> dispose(QString location, CancellationToken token) = 0;

    /// What the server knows of a job's savepoints and of its checkpoints that one can restart from, newest first.
    virtual QCoro::Task<Result<std::vector<SavepointInfo>>> savepoints(QString jobId, CancellationToken token) = 0;
};

} // namespace millrace
