// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/zetaclient.h"
#include "core/jobcontrol.h"

#include <QCoreApplication>

namespace millrace::seatunnel {

/// Capability: cancels jobs. The engine says yes to every number, so the job is watched until it has really ended.
class ZetaControl : public JobControl {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelControl)

public:
    explicit ZetaControl(std::shared_ptr<ZetaClient> client) : m_client(std::move(client)) { }

    QCoro::Task<Result<void>> cancel(QString jobId, ProgressObserver progress, CancellationToken token) override;
    [[nodiscard]] QString restartUnsupported() const override;
    QCoro::Task<Result<QString>> restart(
        QString jobId, QString location, ProgressObserver progress, CancellationToken token) override;

private:
    std::shared_ptr<ZetaClient> m_client;
};

/// Capability: ends jobs with a savepoint. The engine keeps it under the job's id, which is its location here.
class ZetaSavepoints : public Savepoints {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelSavepoints)

public:
    explicit ZetaSavepoints(std::shared_ptr<ZetaClient> client) : m_client(std::move(client)) { }

    [[nodiscard]] SavepointLimits limits() const override;
    QCoro::Task<Result<SavepointInfo>> take(SavepointRequest request, CancellationToken token) override;
    QCoro::Task<Result<void>> dispose(QString location, CancellationToken token) override;
    QCoro::Task<Result<std::vector<SavepointInfo>>> savepoints(QString jobId, CancellationToken token) override;

private:
    std::shared_ptr<ZetaClient> m_client;
};

/// Stops a job and returns the status in which it ended.
QCoro::Task<Result<QString>> stopJob(std::shared_ptr<ZetaClient> client, QString jobId, bool withSavepoint,
    ProgressObserver progress, CancellationToken token);

/// Watches a job that was told to stop until it has ended, and returns the status in which it did. An engine loses the
/// order for a savepoint that comes in the first moments of a job, so it is given again, ever more rarely.
QCoro::Task<Result<QString>> waitForEnd(std::shared_ptr<ZetaClient> client, QString jobId, bool withSavepoint,
    ProgressObserver progress, CancellationToken token);

/// The body of stop-job; the id goes out as a number, which every version takes.
QByteArray stopBody(const QString& jobId, bool withSavepoint);

} // namespace millrace::seatunnel
