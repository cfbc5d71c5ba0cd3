// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"
#include "core/jobcontrol.h"

namespace millrace::flink {

class FlinkJobControl : public JobControl {
public:
    explicit FlinkJobControl(std::shared_ptr<GatewayClient> client);

    QCoro::Task<Result<void>> cancel(QString jobId, ProgressObserver progress, CancellationToken token) override;
    [[nodiscard]] QString restartUnsupported() const override;
    QCoro::Task<Result<QString>> restart(
        QString jobId, QString location, ProgressObserver progress, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
};

class FlinkSavepoints : public Savepoints {
public:
    explicit FlinkSavepoints(std::shared_ptr<GatewayClient> client);

    [[nodiscard]] SavepointLimits limits() const override;
    QCoro::Task<Result<SavepointInfo>> take(SavepointRequest request, CancellationToken token) override;
    QCoro::Task<Result<void>> dispose(QString location, CancellationToken token) override;
    QCoro::Task<Result<std::vector<SavepointInfo>>> savepoints(QString jobId, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
};

/// Waits until the job has ended and gives its last state. A JobManager that does not answer is waited for, too, for a
/// bounded time.
QCoro::Task<Result<JobSummary>> waitForEnd(
    std::shared_ptr<GatewayClient> client, QString jobId, ProgressObserver progress, CancellationToken token);

/// How long one that does not answer is asked again before we give up.
inline constexpr std::chrono::seconds outagePatience{45};

/// Waits for something that was triggered. path is where its state is asked for.
QCoro::Task<Result<QString>> waitForTriggered(
    std::shared_ptr<GatewayClient> client, QString path, ProgressObserver progress, CancellationToken token);

} // namespace millrace::flink
