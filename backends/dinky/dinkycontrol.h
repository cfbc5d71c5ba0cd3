// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/instances.h"
#include "core/formsource.h"
#include "core/jobcontrol.h"
#include "core/jobsubmission.h"

namespace millrace::dinky {

/// Ends and restarts tasks; ends Flink jobs where their JobManager is known.
class DinkyControl : public JobControl {
public:
    explicit DinkyControl(std::shared_ptr<DinkyClient> client);

    QCoro::Task<Result<void>> cancel(QString jobId, ProgressObserver progress, CancellationToken token) override;
    [[nodiscard]] QString restartUnsupported() const override;
    QCoro::Task<Result<QString>> restart(
        QString jobId, QString location, ProgressObserver progress, CancellationToken token) override;

private:
    std::shared_ptr<DinkyClient> m_client;
};

/// Savepoints of tasks and, in 0.7, of Flink jobs.
class DinkySavepoints : public Savepoints {
public:
    explicit DinkySavepoints(std::shared_ptr<DinkyClient> client);

    [[nodiscard]] SavepointLimits limits() const override;
    QCoro::Task<Result<SavepointInfo>> take(SavepointRequest request, CancellationToken token) override;
    QCoro::Task<Result<void>> dispose(QString location, CancellationToken token) override;
    QCoro::Task<Result<std::vector<SavepointInfo>>> savepoints(QString jobId, CancellationToken token) override;

private:
    std::shared_ptr<DinkyClient> m_client;
};

/// How a task is submitted.
struct TaskOrder {
    QString taskId;
    QString name; ///< for people
    QString savepoint; ///< empty: afresh
    QMap<QString, QString> variables; ///< 1.x
    bool again = false; ///< also while it runs
    ProgressObserver progress;
    std::function<void(const QString& lines)> onLog;
};

/// Submits a task, with its console as it goes. A task that runs is refused, unless it is to run twice.
QCoro::Task<Result<Submission>> submitTask(
    std::shared_ptr<DinkyClient> client, TaskOrder order, CancellationToken token);

/// Takes a savepoint of a task's job: type is "trigger", "stop" or "cancel".
QCoro::Task<Result<SavepointInfo>> takeSavepointOfTask(
    std::shared_ptr<DinkyClient> client, QString taskId, QString type, CancellationToken token);

/// Starts a task, a SQL text (by executeSql in 0.7, as a new task in 1.x) or a jar (0.7).
class DinkySubmission : public JobSubmission, public FormSource {
public:
    explicit DinkySubmission(std::shared_ptr<DinkyClient> client);

    [[nodiscard]] FormDescription form() const override;
    [[nodiscard]] FormSource* formSource() override { return this; }

    QCoro::Task<Result<void>> prepareForm(CancellationToken token) override;
    [[nodiscard]] QStringList formats() const override;
    QCoro::Task<Result<Submission>> submit(SubmitRequest request, CancellationToken token) override;

private:
    std::shared_ptr<DinkyClient> m_client;
};

} // namespace millrace::dinky
