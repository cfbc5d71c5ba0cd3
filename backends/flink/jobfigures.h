// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"
#include "core/job.h"

#include <QElapsedTimer>
#include <QHash>

namespace millrace::flink {

/// What the list of jobs does not tell of running ones: restarts, the last checkpoint, rates. Kept between polls; rates
/// are the difference of two readings by the server's own clock.
class JobFigures {
public:
    struct Figures {
        std::optional<int> restarts;
        std::optional<CheckpointBrief> lastCheckpoint;
        std::optional<double> recordsInPerSecond;
        std::optional<double> recordsOutPerSecond;
    };

    JobFigures();

    /// Puts what is known into the running jobs, forgets the others, and gives the ids of those whose figures are too
    /// old, the oldest first, at most so many.
    QStringList apply(std::vector<JobSummary>& jobs, int most);

    void takeFigures(const QString& jobId, std::optional<int> restarts, std::optional<CheckpointBrief> checkpoint);
    /// Totals since the job started, at a time of the server in epoch milliseconds.
    void takeTotals(
        const QString& jobId, qint64 now, std::optional<qint64> fromSources, std::optional<qint64> intoSinks);

private:
    struct Known {
        Figures figures;
        qint64 readAt = -1; ///< by m_clock
        qint64 totalsAt = -1; ///< by the server's clock
        bool timed = false; ///< totalsAt is when they were read, and not only when they were asked for
        std::optional<qint64> fromSources;
        std::optional<qint64> intoSinks;
    };

    QElapsedTimer m_clock;
    QHash<QString, Known> m_known;
};

/// Asks for the figures of these jobs, a few at a time; stops early when that takes long. What cannot be read stays as
/// it was.
QCoro::Task<void> readFigures(std::shared_ptr<GatewayClient> client, std::shared_ptr<JobFigures> figures,
    QStringList jobIds, CancellationToken token);

} // namespace millrace::flink
