// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"
#include "core/checkpoints.h"
#include "core/jobmonitor.h"

namespace millrace::flink {

class JobFigures;

/// The jobs of a JobManager. The list is one call; restarts, last checkpoint and rates of running jobs cost two more
/// for each job, so that only some of them are asked for at a time and the answers are kept for a few seconds.
class FlinkJobMonitor : public JobMonitor {
public:
    explicit FlinkJobMonitor(std::shared_ptr<GatewayClient> client);
    ~FlinkJobMonitor() override;

    QCoro::Task<Result<JobList>> jobs(JobQuery query, CancellationToken token) override;
    QCoro::Task<Result<JobDetail>> job(QString jobId, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
    std::shared_ptr<JobFigures> m_figures;
};

class FlinkVertexInspector : public VertexInspector {
public:
    explicit FlinkVertexInspector(std::shared_ptr<GatewayClient> client);

    QCoro::Task<Result<std::vector<SubtaskStatus>>> subtasks(
        QString jobId, QString vertexId, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
};

class FlinkCheckpoints : public Checkpoints {
public:
    explicit FlinkCheckpoints(std::shared_ptr<GatewayClient> client);

    QCoro::Task<Result<CheckpointOverview>> overview(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<std::vector<CheckpointTask>>> tasks(
        QString jobId, qint64 checkpointId, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
};

/// All about one job in as few calls as it takes.
QCoro::Task<Result<JobDetail>> jobDetail(std::shared_ptr<GatewayClient> client, QString jobId, CancellationToken token);

} // namespace millrace::flink
