// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/jobmonitor.h"
#include "core/jobsubmission.h"
#include "tests/support/inflight.h"

#include <QCoroFuture>
#include <QPromise>

#include <memory>

namespace millrace::test {

/// What all connections of the backend "cluster" share: the jobs that there are, what goes wrong, what was asked.
struct FakeCluster {
    std::vector<JobSummary> jobs;
    std::optional<Error> listError;
    std::optional<Error> savepointError;
    std::optional<Error> submitError;
    bool hasMonitor = true;
    bool holdsList = false; ///< answers wait for release()
    int listed = 0;
    QStringList done; ///< "savepoint 1", "stop 1 drain", "cancel 1", "dispose path", "submit from path: text"
    SavepointLimits limits;
    std::vector<SavepointInfo> known;

    /// Lets every list that is held go on, with the jobs that were there when it was asked for.
    void release();
    JobSummary* find(const QString& id);

    std::vector<std::shared_ptr<QPromise<void>>> held;
    InFlight inFlight; ///< lists that were asked for and are not answered
};

/// The backend "cluster": jobs, savepoints and submission, all in the process.
class FakeClusterBackend : public Backend {
public:
    explicit FakeClusterBackend(std::shared_ptr<FakeCluster> cluster);

    QString id() const override;
    QString displayName() const override;
    FormDescription form() const override;
    FormValues valuesForUrl(const QString& url) const override;
    std::unique_ptr<Connection> connect(ConnectionProfile profile, Secrets secrets) const override;

private:
    std::shared_ptr<FakeCluster> m_cluster;
};

/// A running job that started ten minutes ago.
JobSummary runningJob(const QString& id, const QString& name);

} // namespace millrace::test
