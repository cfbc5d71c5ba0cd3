// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/dliclient.h"
#include "core/jobcontrol.h"

/// Steps in the life of a Flink job of the service. Run and stop answer an array of one element per job, where a
/// refusal stands beside a success.
namespace millrace::dli {

/// The first refusal in such an array, or in the bare object that older services send.
std::optional<QString> refusalInArray(const QJsonValue& answer);

QCoro::Task<Result<void>> stopFlinkJob(
    std::shared_ptr<DliClient> client, QString jobId, bool withSavepoint, CancellationToken token);
QCoro::Task<Result<void>> runFlinkJob(
    std::shared_ptr<DliClient> client, QString jobId, bool fromSavepoint, CancellationToken token);
QCoro::Task<Result<void>> importSavepoint(
    std::shared_ptr<DliClient> client, QString jobId, QString location, CancellationToken token);

/// Takes a savepoint into a folder (bucket/folder/) while the job goes on, and gives its job_detail after it. When it
/// fails the job runs on, and the Error says so.
QCoro::Task<Result<QJsonObject>> takeSavepoint(std::shared_ptr<DliClient> client, QString jobId, QString folder,
    ProgressObserver progress, CancellationToken token);

/// job_detail as the service tells it now.
QCoro::Task<Result<QJsonObject>> flinkJobDetail(
    std::shared_ptr<DliClient> client, QString jobId, CancellationToken token);

/// Waits until the job is stopped, and gives its last job_detail. A stop that the service gave up is an Error.
QCoro::Task<Result<QJsonObject>> awaitFlinkStopped(
    std::shared_ptr<DliClient> client, QString jobId, ProgressObserver progress, CancellationToken token);

/// Waits until the job runs; an Error with the service's reason when it cannot.
QCoro::Task<Result<void>> awaitFlinkRunning(
    std::shared_ptr<DliClient> client, QString jobId, ProgressObserver progress, CancellationToken token);

} // namespace millrace::dli
