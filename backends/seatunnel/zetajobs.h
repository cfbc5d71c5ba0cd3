// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/zetaclient.h"
#include "backends/seatunnel/zetajobjson.h"
#include "core/jobmonitor.h"

#include <QCoreApplication>

namespace millrace::seatunnel {

/// Capability: the jobs of a Zeta engine: those that run from one list, those that ended from another, merged by id.
class ZetaJobs : public JobMonitor {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelJobs)

public:
    explicit ZetaJobs(std::shared_ptr<ZetaClient> client) : m_client(std::move(client)) { }

    QCoro::Task<Result<JobList>> jobs(JobQuery query, CancellationToken token) override;
    QCoro::Task<Result<JobDetail>> job(QString jobId, CancellationToken token) override;

private:
    std::shared_ptr<ZetaClient> m_client;
};

/// One job as it is now, from whichever call this version has for it. An answer that was made in the moment between the
/// end and its record is asked for again. An Error with httpStatus 404 when the engine does not know the job.
QCoro::Task<Result<json::Job>> readJob(std::shared_ptr<ZetaClient> client, QString jobId, CancellationToken token);

/// All jobs that the engine knows, each once: one that runs again after its savepoint is in both of its lists. warnings
/// gets a sentence for each part that could not be read.
QCoro::Task<Result<std::vector<json::Job>>> readJobs(
    std::shared_ptr<ZetaClient> client, JobQuery query, QStringList* warnings, CancellationToken token);

/// Ids of this engine are whole numbers: a sentence when this is none.
std::optional<Error> badJobId(const QString& jobId);

} // namespace millrace::seatunnel
