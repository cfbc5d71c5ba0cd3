// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalancestatistics.h"

#include <algorithm>
#include <cmath>

namespace millrace {

namespace {

constexpr double kHourMs = 3'600'000;

/// Whether the group has no assignment after this rebalance and waits on.
bool leavesGroupWaiting(RebalanceOutcome outcome)
{
    return outcome == RebalanceOutcome::Superseded || outcome == RebalanceOutcome::Open
        || outcome == RebalanceOutcome::CoordinatorLost;
}

} // namespace

qint64 percentile(const QList<qint64>& sorted, double share)
{
    if (sorted.isEmpty()) {
        return -1;
    }
    const auto rank = qsizetype(std::ceil(share * double(sorted.size())));
    return sorted[std::clamp<qsizetype>(rank - 1, 0, sorted.size() - 1)];
}

QList<RebalanceOutage> rebalanceOutages(const QList<Rebalance>& rebalances, qint64 logEnd)
{
    QList<RebalanceOutage> outages;
    bool chained = false;
    for (qsizetype i = 0; i < rebalances.size(); ++i) {
        const Rebalance& rebalance = rebalances[i];
        const qint64 begin = rebalance.anchor();
        if (begin == kNoTime) {
            continue;
        }
        if (!chained) {
            outages.push_back({.from = begin, .to = begin, .first = i});
        }
        RebalanceOutage& outage = outages.back();
        ++outage.count;
        chained = leavesGroupWaiting(rebalance.outcome) && rebalance.end == kNoTime;
        if (chained) {
            const qint64 last = rebalance.joined != kNoTime ? rebalance.joined : begin;
            outage.to = std::max(outage.to, last);
        } else {
            outage.to = std::max({outage.to, begin, rebalance.end});
        }
        outage.open = rebalance.outcome == RebalanceOutcome::Open;
    }
    if (chained && !outages.isEmpty() && outages.back().open && logEnd != kNoTime) {
        outages.back().to = std::max(outages.back().to, logEnd);
    }
    return outages;
}

RebalanceStatistics rebalanceStatistics(const QList<Rebalance>& rebalances, qint64 logBegin, qint64 logEnd)
{
    RebalanceStatistics statistics;
    statistics.count = rebalances.size();
    QList<qint64> totals;
    totals.reserve(rebalances.size());
    for (const Rebalance& rebalance : rebalances) {
        ++statistics.outcomes[rebalance.outcome];
        ++statistics.reasons[rebalance.reason];
        statistics.maxJoinMs = std::max(statistics.maxJoinMs, rebalance.joinMs().value_or(-1));
        statistics.maxSyncMs = std::max(statistics.maxSyncMs, rebalance.syncMs().value_or(-1));
        if (rebalance.outcome == RebalanceOutcome::Completed) {
            if (const std::optional<qint64> total = rebalance.totalMs()) {
                totals += *total;
            }
        }
    }
    std::sort(totals.begin(), totals.end());
    statistics.p50Ms = percentile(totals, 0.5);
    statistics.p95Ms = percentile(totals, 0.95);
    statistics.maxMs = totals.isEmpty() ? -1 : totals.last();
    for (const RebalanceOutage& outage : rebalanceOutages(rebalances, logEnd)) {
        statistics.unavailableMs += outage.to - outage.from;
        statistics.unavailableOpen = statistics.unavailableOpen || outage.open;
    }
    const double covered = logBegin != kNoTime && logEnd > logBegin ? double(logEnd - logBegin) : 0;
    if (covered > 0) {
        statistics.perHour = double(statistics.count) / covered * kHourMs;
        statistics.unavailableShare = std::min(1.0, double(statistics.unavailableMs) / covered);
    }
    return statistics;
}

} // namespace millrace
