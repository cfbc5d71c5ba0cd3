// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/changepoint.h"
#include "logs/rebalancefindingparts.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

using Severity = RebalanceFinding::Severity;

constexpr qint64 kSlowSyncMs = 5'000;

/// The durations that can be compared: of completed rebalances of a group that had members.
struct Series {
    QList<qint64> totals;
    QList<qint64> joins;
    QList<qsizetype> indices; ///< of the rebalance for each value
};

Series seriesOf(const QList<Rebalance>& rebalances)
{
    Series series;
    for (qsizetype i = 0; i < rebalances.size(); ++i) {
        const Rebalance& rebalance = rebalances[i];
        const std::optional<qint64> total = rebalance.totalMs();
        if (rebalance.outcome == RebalanceOutcome::Completed && !rebalance.fromEmpty && total) {
            series.totals += *total;
            series.joins += rebalance.joinMs().value_or(*total);
            series.indices += i;
        }
    }
    return series;
}

/// Jumps of the duration; the answer is where each level begins.
QList<qsizetype> findChanges(const FindingContext& context, const Series& series, QList<RebalanceFinding>& findings)
{
    const RebalanceThresholds& limits = context.options.thresholds;
    const std::vector<ChangePoint> changes = changePoints(
        series.totals, {.window = limits.changeWindow, .factor = limits.changeFactor, .floor = limits.changeFloorMs});
    QList<qsizetype> levels{0};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const ChangePoint& change = changes[i];
        const auto levelMedian = [&](qsizetype begin, qsizetype end) {
            return medianOf({series.totals.cbegin() + begin, series.totals.cbegin() + end});
        };
        const qint64 before = levelMedian(levels.last(), change.index);
        const qint64 after =
            levelMedian(change.index, i + 1 < changes.size() ? changes[i + 1].index : series.totals.size());
        const qint64 at = context.group.rebalances[series.indices[change.index]].start;
        RebalanceFinding finding;
        finding.from = at;
        if (change.isRise()) {
            finding.id = u"change_point"_s;
            finding.severity = Severity::Problem;
            finding.text = FindingContext::tr("From %1 on rebalances take %2 instead of %3 (medians). Look for what "
                                              "changed then: a release, a new consumer, more or larger messages, a "
                                              "slower system behind the consumers.")
                               .arg(context.time(at), elapsedText(after), elapsedText(before));
        } else {
            finding.id = u"recovered"_s;
            finding.text = FindingContext::tr("From %1 on rebalances are short again: %2 instead of %3 (medians).")
                               .arg(context.time(at), elapsedText(after), elapsedText(before));
        }
        levels += change.index;
        findings += finding;
    }
    return levels;
}

void findPlateau(const FindingContext& context, const Series& series, qsizetype begin, qsizetype end,
    QList<RebalanceFinding>& findings)
{
    const qint64 ceiling = context.pollTimeoutMs();
    qsizetype high = 0;
    qint64 longestJoin = 0;
    for (qsizetype i = begin; i < end; ++i) {
        high += series.joins[i] * 2 >= ceiling ? 1 : 0;
        longestJoin = std::max(longestJoin, series.joins[i]);
    }
    const qsizetype count = end - begin;
    if (high < context.options.thresholds.plateauCount || high * 2 < count || longestJoin * 5 < ceiling * 4
        || longestJoin > ceiling + ceiling / 50 + 1000) {
        return;
    }
    const auto range = std::minmax_element(series.totals.cbegin() + begin, series.totals.cbegin() + end);
    const bool totalsFit = *range.second <= ceiling + ceiling / 50;
    const qint64 longest = totalsFit ? *range.second : longestJoin;
    const qint64 first = context.group.rebalances[series.indices[begin]].start;
    RebalanceFinding finding;
    finding.id = u"plateau"_s;
    finding.severity = Severity::Problem;
    finding.from = first;
    finding.to = context.group.rebalances[series.indices[end - 1]].end;
    finding.text = (longest < ceiling
            ? FindingContext::tr("Since %1 the duration of rebalances stays just under %2: %3 of %4 take half of it or "
                                 "more, the longest %5, none exceeds it.")
            : FindingContext::tr("Since %1 rebalances last until %2 and end there: %3 of %4 take half of it or more, "
                                 "the longest %5."))
                       .arg(context.time(first), elapsedText(ceiling))
                       .arg(high)
                       .arg(count)
                       .arg(elapsedText(longest));
    finding.text += u' '
        + (context.group.facts.rebalanceTimeoutMs > 0
                ? FindingContext::tr("That is the poll time-out of its members (max.poll.interval.ms).")
                : FindingContext::tr("That is the default of the poll time-out (max.poll.interval.ms); this log does "
                                     "not print the group's own."))
        + u' '
        + FindingContext::tr("The coordinator waits at most that long for every member to join again. A consumer that "
                             "is busy between two calls of poll() joins only when it is done, and the whole group "
                             "waits for it.");
    finding.advice = slowPollAdvice();
    findings += finding;
}

void findSlowSync(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    QList<qint64> syncs;
    const Rebalance* worst = nullptr;
    for (const Rebalance& rebalance : context.group.rebalances) {
        const qint64 sync = rebalance.syncMs().value_or(0);
        if (sync >= kSlowSyncMs) {
            syncs += sync;
            worst = worst == nullptr || sync > *worst->syncMs() ? &rebalance : worst;
        }
    }
    if (worst == nullptr) {
        return;
    }
    RebalanceFinding finding;
    finding.id = u"slow_sync"_s;
    finding.severity = Severity::Warning;
    finding.from = worst->start;
    finding.text = FindingContext::tr(
        "Rebalances whose assignment came late after all members had joined: %1, the latest by %2 (the one of %3). "
        "“Stabilized” is not the end: consuming goes on only when the leader has sent the assignment.")
                       .arg(syncs.size())
                       .arg(elapsedText(*worst->syncMs()), context.time(worst->start));
    if (!worst->leader.isEmpty()) {
        finding.members += worst->leader;
    }
    finding.advice = slowSyncAdvice();
    findings += finding;
}

} // namespace

void findDurationTrouble(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    const Series series = seriesOf(context.group.rebalances);
    const QList<qsizetype> levels = findChanges(context, series, findings);
    for (qsizetype i = 0; i < levels.size(); ++i) {
        findPlateau(context, series, levels[i], levels.value(i + 1, series.totals.size()), findings);
    }
    findSlowSync(context, findings);
}

} // namespace millrace
