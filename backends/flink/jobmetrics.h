// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"
#include "core/metrics.h"

namespace millrace::flink {

/// The metrics of jobs, of vertices (each subtask's under its index: "0.numRecordsIn"), and of the members of the
/// cluster.
class FlinkMetrics : public Metrics {
public:
    explicit FlinkMetrics(std::shared_ptr<GatewayClient> client);

    QCoro::Task<Result<std::vector<MetricScope>>> scopes(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<QStringList>> names(MetricScope scope, CancellationToken token) override;
    QCoro::Task<Result<std::vector<MetricSample>>> values(
        MetricScope scope, QStringList names, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
};

class FlinkFlameGraphs : public FlameGraphs {
public:
    explicit FlinkFlameGraphs(std::shared_ptr<GatewayClient> client);

    QCoro::Task<Result<FlameFrame>> flameGraph(
        QString jobId, QString vertexId, Kind kind, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
};

} // namespace millrace::flink
