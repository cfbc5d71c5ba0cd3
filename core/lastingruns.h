// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlexecution.h"

namespace millrace {

/// What a SqlSession is beside it where its runs belong to the server: they go on when nobody watches, and are found
/// again by the id that RunInfo::jobId named.
class LastingRuns {
public:
    virtual ~LastingRuns() = default;

    /// From now on the cancelled token of this job's run ends only the watching: the job goes on at the server.
    virtual void letGo(const QString& jobId) = 0;

    /// Watches a run that was begun earlier, maybe by another program, to its end as SqlSession::run() does.
    virtual QCoro::Task<Result<RunSummary>> resume(
        QString jobId, RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token) = 0;
};

} // namespace millrace
