// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints.h"
#include "core/metrics.h"
#include "core/result.h"

#include <QMap>
#include <QStringList>

#include <vector>

/// What a Zeta engine answers about itself, as values.
namespace millrace::seatunnel::json {

struct Overview {
    QString version; ///< "2.3.8"
    QString commit;
    QMap<QString, QString> counts; ///< "workers", "totalSlot", "runningJobs", …

    friend bool operator==(const Overview&, const Overview&) = default;
};

Result<Overview> overview(const QByteArray& body);

/// A member of the cluster, with every figure of system-monitoring-information as the engine spells it.
struct Member {
    QString address; ///< "127.0.0.1:5801"; its place in the list before 2.3.8, which does not tell
    bool isMaster = false;
    std::vector<NamedText> figures;

    [[nodiscard]] QString figure(QLatin1StringView name) const;

    friend bool operator==(const Member&, const Member&) = default;
};

Result<std::vector<Member>> members(const QByteArray& body);

struct Thread {
    QString id; ///< empty in running-threads
    QString name;
    QString state;
    QString stack;
    QString classLoader; ///< empty in thread-dump

    friend bool operator==(const Thread&, const Thread&) = default;
};

/// running-threads and thread-dump.
Result<std::vector<Thread>> threads(const QByteArray& body);

struct LogFile {
    QString name; ///< "job-1176967193523388417.log"
    QString node; ///< "127.0.0.1:8180"; empty in get-all-log-name

    friend bool operator==(const LogFile&, const LogFile&) = default;
};

/// logs?format=json, get-all-log-name, and the page of links that other calls answer.
Result<std::vector<LogFile>> logFiles(const QByteArray& body);

struct PendingJob {
    QString id;
    QString name;
    QString status;
    QDateTime since; ///< UTC
    qint64 waitedMs = -1;
    QString reason; ///< "RESOURCE_NOT_ENOUGH", with its message behind it
    QStringList blockedBy; ///< ids of jobs
    int lackingTaskGroups = -1;
    std::vector<NamedText> facts;

    friend bool operator==(const PendingJob&, const PendingJob&) = default;
};

Result<std::vector<PendingJob>> pendingJobs(const QByteArray& body);

/// jobs/checkpoints/ID: the counts of all pipelines together. An id that is not known gives no counts at all.
Result<CheckpointOverview> checkpoints(const QByteArray& body);

/// jobs/checkpoints/history/ID, newest first.
Result<std::vector<Checkpoint>> checkpointHistory(const QByteArray& body);

/// What stop-jobs answers is submittedMany(); update-tags says {"status":"success"}.
Result<QString> message(const QByteArray& body);

/// Prometheus text: "job_thread_pool_activeCount{type=…}" to its value. An Error when it is something else.
Result<std::vector<MetricSample>> prometheus(const QByteArray& body);

} // namespace millrace::seatunnel::json
