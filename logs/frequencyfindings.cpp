// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalancefindingparts.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

using Severity = RebalanceFinding::Severity;

constexpr qsizetype kLongChain = 3;
constexpr int kManySuperseded = 3;
constexpr double kLargeShare = 0.1;

/// A time in which rebalances come so often that each window holds many.
struct Storm {
    qsizetype first = 0;
    qsizetype last = 0;
    qsizetype peak = 0; ///< most rebalances in one window
};

QList<Storm> stormsIn(const QList<qint64>& starts, const RebalanceThresholds& limits)
{
    QList<Storm> storms;
    qsizetype begin = 0;
    for (qsizetype end = 0; end < starts.size(); ++end) {
        while (starts[end] - starts[begin] > limits.stormWindowMs) {
            ++begin;
        }
        const qsizetype count = end - begin + 1;
        if (count < std::max(limits.stormCount, 2)) {
            continue;
        }
        if (storms.isEmpty() || begin > storms.last().last) {
            storms.push_back({.first = begin, .last = end, .peak = count});
        } else {
            storms.last().last = end;
            storms.last().peak = std::max(storms.last().peak, count);
        }
    }
    return storms;
}

void findStorms(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    QList<qint64> starts;
    for (const Rebalance& rebalance : context.group.rebalances) {
        if (rebalance.start != kNoTime) {
            starts += rebalance.start;
        }
    }
    std::sort(starts.begin(), starts.end());
    const QList<Storm> storms = stormsIn(starts, context.options.thresholds);
    if (storms.isEmpty()) {
        return;
    }
    const Storm& worst = *std::max_element(
        storms.cbegin(), storms.cend(), [](const Storm& a, const Storm& b) { return a.peak < b.peak; });
    RebalanceFinding finding;
    finding.id = u"storm"_s;
    finding.severity = Severity::Problem;
    finding.from = starts[worst.first];
    finding.to = starts[worst.last];
    finding.text = FindingContext::tr("Storm: %1 rebalances from %2 to %3, up to %4 within %5. Members come and go, or "
                                      "are thrown out, faster than the group settles.")
                       .arg(worst.last - worst.first + 1)
                       .arg(context.time(finding.from), context.time(finding.to))
                       .arg(worst.peak)
                       .arg(elapsedText(context.options.thresholds.stormWindowMs));
    if (storms.size() > 1) {
        finding.text += u' ' + FindingContext::tr("It is the worst of %1 storms.").arg(storms.size());
    }
    finding.advice = churnAdvice();
    findings += finding;
}

void findChains(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    qsizetype superseded = 0;
    for (const Rebalance& rebalance : context.group.rebalances) {
        superseded += rebalance.outcome == RebalanceOutcome::Superseded ? 1 : 0;
    }
    const QList<RebalanceOutage> outages = rebalanceOutages(context.group.rebalances, context.logEnd);
    const auto longest = std::max_element(outages.cbegin(), outages.cend(),
        [](const RebalanceOutage& a, const RebalanceOutage& b) { return a.count < b.count; });
    if (longest == outages.cend() || (superseded < kManySuperseded && longest->count < kLongChain)) {
        return;
    }
    RebalanceFinding finding;
    finding.id = u"chain"_s;
    finding.severity = Severity::Warning;
    finding.from = longest->from;
    finding.to = longest->to;
    finding.text = FindingContext::tr("Rebalances overtaken by the next one before the members had their partitions: "
                                      "%1. The longest chain has %2 and stopped consuming for %3 from %4 on.")
                       .arg(superseded)
                       .arg(longest->count)
                       .arg(elapsedText(longest->to - longest->from), context.time(longest->from));
    finding.advice = churnAdvice();
    findings += finding;
}

void findUnavailability(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    const RebalanceStatistics& statistics = context.group.statistics;
    if (statistics.unavailableShare < kLargeShare) {
        return;
    }
    RebalanceFinding finding;
    finding.id = u"unavailable"_s;
    finding.severity = Severity::Problem;
    finding.text = FindingContext::tr("The group spent %1 % of the time that the logs cover in rebalances, %2 in all.")
                       .arg(qRound(statistics.unavailableShare * 100))
                       .arg(elapsedText(statistics.unavailableMs));
    if (context.group.facts.cooperative) {
        finding.text += u' '
            + FindingContext::tr("That is an upper bound: its assignor is cooperative, and partitions that stay with "
                                 "their member are consumed on.");
    }
    findings += finding;
}

} // namespace

void findFrequencyTrouble(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    findStorms(context, findings);
    findChains(context, findings);
    findUnavailability(context, findings);
}

} // namespace millrace
