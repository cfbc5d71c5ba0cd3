// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/dliclient.h"
#include "core/joblogs.h"
#include "core/jobmonitor.h"

namespace millrace::dli {

/// Flink jobs, SQL jobs and Spark batches of a project in one list.
class DliJobs : public JobMonitor {
public:
    explicit DliJobs(std::shared_ptr<DliClient> client);

    QCoro::Task<Result<JobList>> jobs(JobQuery query, CancellationToken token) override;
    QCoro::Task<Result<JobDetail>> job(QString jobId, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
};

/// The logs that the service hands out: those of Spark batches. Flink's lie in the job's own bucket.
class DliLogs : public JobLogs {
public:
    explicit DliLogs(std::shared_ptr<DliClient> client);

    QCoro::Task<Result<std::vector<LogSource>>> sources(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<LogChunk>> read(
        LogSource source, qint64 from, qint64 maxBytes, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
};

} // namespace millrace::dli
