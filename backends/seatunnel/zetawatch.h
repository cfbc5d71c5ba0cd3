// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/zetaclient.h"
#include "core/checkpoints.h"
#include "core/joblogs.h"
#include "core/metrics.h"

#include <QCoreApplication>

namespace millrace::seatunnel {

/// Capability: checkpoints by pipeline, which REST v2 tells from 2.3.13 on.
class ZetaCheckpoints : public Checkpoints {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelCheckpoints)

public:
    explicit ZetaCheckpoints(std::shared_ptr<ZetaClient> client) : m_client(std::move(client)) { }

    QCoro::Task<Result<CheckpointOverview>> overview(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<std::vector<CheckpointTask>>> tasks(
        QString jobId, qint64 checkpointId, CancellationToken token) override;

private:
    std::shared_ptr<ZetaClient> m_client;
};

/// Capability: log files, from 2.3.9 on. The server sends a file as a whole; pieces are cut here.
class ZetaLogs : public JobLogs {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelLogs)

public:
    explicit ZetaLogs(std::shared_ptr<ZetaClient> client) : m_client(std::move(client)) { }

    QCoro::Task<Result<std::vector<LogSource>>> sources(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<LogChunk>> read(
        LogSource source, qint64 from, qint64 maxBytes, CancellationToken token) override;

private:
    std::shared_ptr<ZetaClient> m_client;
};

/// Capability: the figures of a job, in all and by table; those of the members, and their telemetry.
class ZetaMetrics : public Metrics {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelMetrics)

public:
    explicit ZetaMetrics(std::shared_ptr<ZetaClient> client) : m_client(std::move(client)) { }

    QCoro::Task<Result<std::vector<MetricScope>>> scopes(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<QStringList>> names(MetricScope scope, CancellationToken token) override;
    QCoro::Task<Result<std::vector<MetricSample>>> values(
        MetricScope scope, QStringList names, CancellationToken token) override;

private:
    std::shared_ptr<ZetaClient> m_client;
};

} // namespace millrace::seatunnel
