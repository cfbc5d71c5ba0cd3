// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/linkistasks.h"
#include "core/formsource.h"
#include "core/joblogs.h"
#include "core/jobmonitor.h"
#include "core/jobsubmission.h"

namespace millrace::linkis {

/// The history of tasks as jobs.
class LinkisJobs : public JobMonitor {
public:
    explicit LinkisJobs(std::shared_ptr<LinkisClient> client);

    QCoro::Task<Result<JobList>> jobs(JobQuery query, CancellationToken token) override;
    QCoro::Task<Result<JobDetail>> job(QString jobId, CancellationToken token) override;

private:
    std::shared_ptr<LinkisClient> m_client;
};

class LinkisControl : public JobControl {
public:
    explicit LinkisControl(std::shared_ptr<LinkisClient> client);

    QCoro::Task<Result<void>> cancel(QString jobId, ProgressObserver progress, CancellationToken token) override;
    [[nodiscard]] QString restartUnsupported() const override;
    QCoro::Task<Result<QString>> restart(
        QString jobId, QString location, ProgressObserver progress, CancellationToken token) override;

private:
    std::shared_ptr<LinkisClient> m_client;
};

/// A task's log: live from the entrance while it runs, whole from its file afterwards.
class LinkisLogs : public JobLogs {
public:
    explicit LinkisLogs(std::shared_ptr<LinkisClient> client);

    QCoro::Task<Result<std::vector<LogSource>>> sources(QString jobId, CancellationToken token) override;
    QCoro::Task<Result<LogChunk>> read(
        LogSource source, qint64 from, qint64 maxBytes, CancellationToken token) override;

private:
    std::shared_ptr<LinkisClient> m_client;
};

/// Starts a file's code as a task that goes on by itself.
class LinkisSubmission : public JobSubmission, public FormSource {
public:
    explicit LinkisSubmission(std::shared_ptr<LinkisClient> client);

    [[nodiscard]] FormDescription form() const override;
    [[nodiscard]] QStringList formats() const override;
    QCoro::Task<Result<Submission>> submit(SubmitRequest request, CancellationToken token) override;
    [[nodiscard]] FormSource* formSource() override { return this; }

    QCoro::Task<Result<void>> prepareForm(CancellationToken token) override;

private:
    std::shared_ptr<LinkisClient> m_client;
};

} // namespace millrace::linkis
