// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalance.h"

#include <QMap>

namespace millrace {

/// What one consumer did wrong over all its starts: member ids are counted without their UUID.
struct MemberTally {
    QString member;
    QString host; ///< empty when no line named it
    int joins = 0;
    int leaves = 0; ///< closing of its own accord
    int sessionTimeouts = 0;
    int pollTimeouts = 0;
    int notRejoined = 0;
    int syncTimeouts = 0;
    int pendingExpired = 0;
    int leaderLate = 0;

    /// Times that the group had to wait for it or to do without it.
    [[nodiscard]] int failures() const
    {
        return sessionTimeouts + pollTimeouts + notRejoined + syncTimeouts + leaderLate;
    }

    bool operator==(const MemberTally&) const = default;
};

/// Numbers about the rebalances of one group. Durations in milliseconds; -1 where nothing can be said.
struct RebalanceStatistics {
    qsizetype count = 0;
    QMap<RebalanceOutcome, qsizetype> outcomes;
    QMap<RebalanceReason, qsizetype> reasons;
    double perHour = 0; ///< over the time that the logs cover
    qint64 p50Ms = -1; ///< of completed rebalances, start to assigned
    qint64 p95Ms = -1;
    qint64 maxMs = -1;
    qint64 maxJoinMs = -1; ///< longest join phase, also of superseded ones
    qint64 maxSyncMs = -1;
    qint64 unavailableMs = 0; ///< sum of the times without consuming; upper bound when the assignor is cooperative
    bool unavailableOpen = false; ///< it went on at the end of the log, so it is a lower bound
    double unavailableShare = 0; ///< of the time that the logs cover, 0 to 1

    bool operator==(const RebalanceStatistics&) const = default;
};

/// A stretch of time without consuming: rebalances that follow each other without an assignment between them.
struct RebalanceOutage {
    qint64 from = kNoTime;
    qint64 to = kNoTime;
    qsizetype first = 0; ///< index of its first rebalance
    qsizetype count = 0; ///< how many it chains
    bool open = false; ///< still on at the end of the log

    bool operator==(const RebalanceOutage&) const = default;
};

/// Merges chains of superseded and lost rebalances. logEnd closes what is still open.
[[nodiscard]] QList<RebalanceOutage> rebalanceOutages(const QList<Rebalance>& rebalances, qint64 logEnd);

[[nodiscard]] RebalanceStatistics rebalanceStatistics(
    const QList<Rebalance>& rebalances, qint64 logBegin, qint64 logEnd);

/// The value below which share of the sorted values lie (nearest rank); -1 for none.
[[nodiscard]] qint64 percentile(const QList<qint64>& sorted, double share);

} // namespace millrace
