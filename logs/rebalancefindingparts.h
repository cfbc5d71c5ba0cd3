// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logclock.h"
#include "logs/rebalancefindings.h"

#include <QCoreApplication>

namespace millrace {

/// What the rules look at, and the words they share.
struct FindingContext {
    Q_DECLARE_TR_FUNCTIONS(RebalanceFindings)

public:
    const RebalanceGroup& group;
    const RebalanceOptions& options;
    qint64 logEnd;

    /// max.poll.interval.ms of the group, or the default when the log does not print it.
    [[nodiscard]] qint64 pollTimeoutMs() const
    {
        return group.facts.rebalanceTimeoutMs > 0 ? group.facts.rebalanceTimeoutMs
                                                  : options.thresholds.defaultPollTimeoutMs;
    }

    /// The time with its zone, in the form of the logs.
    [[nodiscard]] QString time(qint64 utc) const
    {
        return logTimeText(utc, options.displayZone) + u' ' + zoneLabel(options.displayZone);
    }
};

/// The rules, by subject. Each appends what it found.
void findDurationTrouble(const FindingContext& context, QList<RebalanceFinding>& findings);
void findFrequencyTrouble(const FindingContext& context, QList<RebalanceFinding>& findings);
void findMemberTrouble(const FindingContext& context, QList<RebalanceFinding>& findings);
void findNotes(const FindingContext& context, QList<RebalanceFinding>& findings);

/// What can be done, with settings and prices.
[[nodiscard]] QList<RebalanceAdvice> slowPollAdvice();
[[nodiscard]] QList<RebalanceAdvice> sessionAdvice();
[[nodiscard]] QList<RebalanceAdvice> churnAdvice();
[[nodiscard]] QList<RebalanceAdvice> slowSyncAdvice();

} // namespace millrace
