// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/dliclient.h"
#include "core/jobcontrol.h"
#include "core/jobsubmission.h"

namespace millrace::dli {

/// Ends and starts jobs of all three kinds.
class DliControl : public JobControl {
public:
    explicit DliControl(std::shared_ptr<DliClient> client);

    QCoro::Task<Result<void>> cancel(QString jobId, ProgressObserver progress, CancellationToken token) override;
    [[nodiscard]] QString restartUnsupported() const override;
    QCoro::Task<Result<QString>> restart(
        QString jobId, QString location, ProgressObserver progress, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
};

/// Savepoints of Flink jobs. The service keeps the path of the last one, and may delete it once a restart has used it.
class DliSavepoints : public Savepoints {
public:
    explicit DliSavepoints(std::shared_ptr<DliClient> client);

    [[nodiscard]] SavepointLimits limits() const override;
    QCoro::Task<Result<SavepointInfo>> take(SavepointRequest request, CancellationToken token) override;
    QCoro::Task<Result<void>> dispose(QString location, CancellationToken token) override;
    QCoro::Task<Result<std::vector<SavepointInfo>>> savepoints(QString jobId, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
};

/// Starts a SQL text as a Flink job, or as a SQL job on a queue.
class DliSubmission : public JobSubmission {
public:
    explicit DliSubmission(std::shared_ptr<DliClient> client);

    [[nodiscard]] FormDescription form() const override;
    [[nodiscard]] QStringList formats() const override;
    QCoro::Task<Result<Submission>> submit(SubmitRequest request, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
};

} // namespace millrace::dli
