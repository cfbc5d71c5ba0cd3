// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/instances.h"
#include "core/checkpoints.h"
#include "core/joblogs.h"
#include "core/jobmonitor.h"

namespace millrace::dinky {

/// Job instances as jobs, with what the server keeps of Flink's own words on them.
class DinkyJobs : public JobMonitor {
public:
    explicit DinkyJobs(std::shared_ptr<DinkyClient> client);

    QCoro::Task<Result<JobList>> jobs(JobQuery query, CancellationToken token) override;
    QCoro::Task<Result<JobDetail>> job(QString jobId, CancellationToken token) override;

private:
    std::shared_ptr<DinkyClient> m_client;
};

/// The console of a submission, and the log of the JobManager (1.x).
class DinkyLogs : public JobLogs {
public:
    explicit DinkyLogs(std::shared_ptr<DinkyClient> client);

    QCoro::Task<Result<std::vector<LogSource>>> sources(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<LogChunk>> read(
        LogSource source, qint64 from, qint64 maxBytes, CancellationToken token) override;

private:
    std::shared_ptr<DinkyClient> m_client;
};

/// The checkpoints that the server read of Flink, read anew each time.
class DinkyCheckpoints : public Checkpoints {
public:
    explicit DinkyCheckpoints(std::shared_ptr<DinkyClient> client);

    QCoro::Task<Result<CheckpointOverview>> overview(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<std::vector<CheckpointTask>>> tasks(
        QString jobId, qint64 checkpointId, CancellationToken token) override;

private:
    std::shared_ptr<DinkyClient> m_client;
};

} // namespace millrace::dinky
