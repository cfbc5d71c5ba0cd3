// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints.h"
#include "core/connection.h"
#include "core/job.h"
#include "core/jobcontrol.h"
#include "core/joblogs.h"
#include "core/operation.h"
#include "models/jobkey.h"
#include "models/metricseries.h"

#include <QCoroTask>

#include <memory>
#include <vector>

namespace millrace {

/// The end of one log.
struct IncidentLog {
    LogSource source;
    qint64 offset = 0; ///< where it begins in the log; what stands before was left out
    QByteArray bytes;
};

/// All that is known of a job at one moment, as it came.
struct IncidentParts {
    QString connectionName;
    QString systemName;
    QString environment; ///< "prod"
    QString jobId;
    QDateTime takenAt; ///< UTC
    JobDetail detail;
    QString sql;
    std::optional<CheckpointOverview> checkpoints;
    std::vector<SavepointInfo> savepoints;
    MetricHistory metrics;
    std::vector<IncidentLog> logs;
    QStringList missing; ///< sentences on what could not be had, and why
};

struct IncidentFile {
    QString name; ///< in the zip
    QByteArray content;
};

/// The files of a bundle, secrets replaced in each of them; the first is summary.html, which leads to the others.
[[nodiscard]] std::vector<IncidentFile> incidentFiles(const IncidentParts& parts);
/// Writes the files as a zip to a temporary file and then gives it its name. Stops when token is cancelled.
[[nodiscard]] Result<void> writeIncidentZip(
    const QString& path, const std::vector<IncidentFile>& files, const CancellationToken& token);
/// "incident-orders-enriched-20260317-142205.zip", fit for every file system.
[[nodiscard]] QString incidentFileName(const QString& jobName, const QDateTime& at);

struct IncidentRequest {
    std::shared_ptr<Connection> connection;
    JobKey key;
    QString path;
    JobDetail known; ///< what was last seen of the job, in case that it is gone
    QString systemName;
    QString sql; ///< when the server does not keep it
    MetricHistory metrics; ///< what was charted
    qint64 logBytes = 1'000'000; ///< of each log's end
};

/// Asks for everything, writes the bundle and ends the operation. What cannot be had is noted in the summary; only a
/// file that cannot be written is an error.
QCoro::Task<void> runIncidentBundle(std::shared_ptr<Operation> operation, IncidentRequest request);

} // namespace millrace
