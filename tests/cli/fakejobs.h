// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apiconsole.h"
#include "core/connection.h"
#include "core/jobcontrol.h"
#include "core/joblogs.h"
#include "core/jobmonitor.h"
#include "core/jobsubmission.h"

#include <memory>

namespace millrace::test {

/// What all connections of a FakeJobs backend share: what to answer, and what was asked.
struct FakeCluster {
    QMap<QString, std::vector<JobSummary>> jobs; ///< by the address of the connection
    QMap<QString, Error> unreachable; ///< by the address
    std::vector<std::vector<JobSummary>> rounds; ///< when not empty: one list after the other, for every address
    QStringList warnings;
    JobDetail detail;
    std::optional<Error> refuses; ///< what control, savepoints and submission answer
    SavepointLimits limits;
    QString location = QStringLiteral("file:/sp/savepoint-1");
    std::vector<SavepointInfo> known;
    std::vector<LogSource> logSources;
    std::vector<LogChunk> logChunks; ///< one reading after the other; the last one again and again
    QString dialect = QStringLiteral("v2");
    ApiAnswer answer;
    bool hasCapabilities = true;
    bool hangs = false; ///< jobs() answers only when it is cancelled

    QStringList log; ///< "cancel a", "savepoint a stop", …
    FormValues values; ///< of the last connection
    Secrets secrets; ///< of the last connection
    SubmitRequest submitted;
    ApiRequest called;
};

/// The backend "fake" with the capabilities of jobs: everything answers in the process.
class FakeJobs : public Backend {
public:
    explicit FakeJobs(std::shared_ptr<FakeCluster> cluster, QString id = QStringLiteral("fake"));

    QString id() const override { return m_id; }

    QString displayName() const override { return QStringLiteral("Fake"); }

    FormDescription form() const override;
    FormValues valuesForUrl(const QString& url) const override;
    std::vector<QuickOption> quickOptions() const override;
    QByteArray apiDescription() const override;
    std::unique_ptr<Connection> connect(ConnectionProfile profile, Secrets secrets) const override;

private:
    std::shared_ptr<FakeCluster> m_cluster;
    QString m_id;
};

} // namespace millrace::test
