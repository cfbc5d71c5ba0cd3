// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/job.h"
#include "core/result.h"

#include <QCoroTask>

namespace millrace {

struct JobQuery {
    std::optional<JobState> state; ///< only these; the server filters where it can
    int limit = 0; ///< at most so many, the newest first; 0: all that the server keeps
};

struct JobList {
    std::vector<JobSummary> jobs;
    /// Sentences on what is missing and why: a list that had to be read by state, an entry that could not be read.
    QStringList warnings;
};

/// Capability: sees the jobs of a connection. Polled: calls are cheap and may overlap, and late answers do no harm.
class JobMonitor {
public:
    virtual ~JobMonitor() = default;

    virtual QCoro::Task<Result<JobList>> jobs(JobQuery query, CancellationToken token) = 0;

    /// An Error with httpStatus 404 when the server does not know the job (any more).
    virtual QCoro::Task<Result<JobDetail>> job(QString jobId, CancellationToken token) = 0;
};

/// Capability: looks into a vertex of a running job.
class VertexInspector {
public:
    virtual ~VertexInspector() = default;

    virtual QCoro::Task<Result<std::vector<SubtaskStatus>>> subtasks(
        QString jobId, QString vertexId, CancellationToken token) = 0;
};

} // namespace millrace
