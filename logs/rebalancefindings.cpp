// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalancefindings.h"

#include "logs/rebalancefindingparts.h"

#include <algorithm>
#include <cmath>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

using Severity = RebalanceFinding::Severity;

qsizetype countOf(const QList<Rebalance>& rebalances, bool (*matches)(const Rebalance&))
{
    return std::count_if(rebalances.cbegin(), rebalances.cend(), matches);
}

void note(QList<RebalanceFinding>& findings, const QString& id, const QString& text)
{
    findings += {.id = id, .severity = Severity::Note, .text = text};
}

void findOpenEnds(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    const QList<Rebalance>& all = context.group.rebalances;
    if (!all.isEmpty() && all.last().outcome == RebalanceOutcome::Open) {
        const Rebalance& open = all.last();
        RebalanceFinding finding{.id = u"open"_s,
            .severity = Severity::Warning,
            .text = FindingContext::tr("The log ends inside the rebalance of %1, which had lasted %2 or more by then.")
                        .arg(context.time(open.start), elapsedText(std::max<qint64>(0, context.logEnd - open.start))),
            .from = open.start};
        findings += finding;
    }
    if (const qsizetype lost =
            countOf(all, [](const Rebalance& r) { return r.outcome == RebalanceOutcome::CoordinatorLost; });
        lost > 0) {
        note(findings, u"coordinator_lost"_s,
            FindingContext::tr("Rebalances without an end: %1. The broker stopped, gave the group to another broker, "
                               "or lines are missing: add that broker's log.")
                .arg(lost));
    }
    if (const qsizetype missing =
            countOf(all, [](const Rebalance& r) { return r.outcome == RebalanceOutcome::StartMissing; });
        missing > 0) {
        note(findings, u"start_missing"_s,
            FindingContext::tr("Rebalances without a start in these logs: %1. They count in no duration.")
                .arg(missing));
    }
}

void findNobody(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    int times = 0;
    for (const Rebalance& rebalance : context.group.rebalances) {
        times += rebalance.nobodyRejoined;
    }
    if (times > 0) {
        findings += {.id = u"nobody_rejoined"_s,
            .severity = Severity::Warning,
            .text = FindingContext::tr("Times that not one member joined again before the poll time-out: %1. The "
                                       "coordinator then waits anew, so that the rebalance may last a multiple of it.")
                        .arg(times),
            .advice = slowPollAdvice()};
    }
}

void findLogTrouble(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    const QList<Rebalance>& all = context.group.rebalances;
    if (const qsizetype back = countOf(all, [](const Rebalance& r) { return r.clockSteppedBack(); }); back > 0) {
        note(findings, u"clock"_s,
            FindingContext::tr("Rebalances in which time runs backwards: %1. The clock was set, daylight saving ended, "
                               "or logs were mixed. Their durations are left out; choose the zone of the log.")
                .arg(back));
    }
    if (const qsizetype missing = countOf(all, [](const Rebalance& r) { return r.linesMissing; }); missing > 0) {
        note(findings, u"lines_missing"_s,
            FindingContext::tr(
                "Rebalances whose generation does not follow the one before: %1. Lines are missing from the logs.")
                .arg(missing));
    }
}

void findProtocolNotes(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    const RebalanceGroupFacts& facts = context.group.facts;
    if (facts.newProtocol) {
        const QString last = facts.lastEpoch < 0 ? QString(u'—') : QString::number(facts.lastEpoch);
        note(findings, u"new_protocol"_s,
            FindingContext::tr(
                "The group uses the new protocol (group.protocol=consumer) at least for a time: then "
                "brokers log epochs only, and no member waits for another. Epochs seen: %1, the last %2.")
                .arg(facts.epochs)
                .arg(last));
    }
    if (facts.cooperative) {
        note(findings, u"cooperative"_s,
            FindingContext::tr("Its assignor is cooperative: a change makes two quick rebalances, and partitions that "
                               "stay are consumed on. Durations are an upper bound of the time without consuming."));
    }
    const qsizetype floor = countOf(context.group.rebalances, [](const Rebalance& r) {
        const std::optional<qint64> join = r.joinMs();
        return r.fromEmpty && join && std::abs(*join - 3000) < 200;
    });
    if (floor > 0) {
        note(findings, u"initial_delay"_s,
            FindingContext::tr("The first rebalance of a group without members takes 3 s, because the broker waits for "
                               "others (group.initial.rebalance.delay.ms). That is no fault. Seen: %1.")
                .arg(floor));
    }
    if (facts.generationResets > 0) {
        note(findings, u"recreated"_s,
            FindingContext::tr("The generations began anew, so the group was deleted and made again. Seen: %1.")
                .arg(facts.generationResets));
    }
}

} // namespace

void findNotes(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    findNobody(context, findings);
    findOpenEnds(context, findings);
    findLogTrouble(context, findings);
    findProtocolNotes(context, findings);
}

QList<RebalanceFinding> rebalanceFindings(const RebalanceGroup& group, const RebalanceOptions& options, qint64 logEnd)
{
    const FindingContext context{group, options, logEnd};
    QList<RebalanceFinding> findings;
    if (!group.rebalances.isEmpty()) {
        findDurationTrouble(context, findings);
        findFrequencyTrouble(context, findings);
        findMemberTrouble(context, findings);
    }
    if (!group.rebalances.isEmpty() || group.facts.newProtocol) {
        findNotes(context, findings);
    }
    std::stable_sort(findings.begin(), findings.end(),
        [](const RebalanceFinding& a, const RebalanceFinding& b) { return a.severity > b.severity; });
    return findings;
}

QString toId(RebalanceFinding::Severity severity)
{
    switch (severity) {
    case Severity::Problem:
        return u"problem"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Note:
        break;
    }
    return u"note"_s;
}

QString elapsedText(qint64 ms)
{
    constexpr qint64 kMinute = 60'000;
    constexpr qint64 kHour = 60 * kMinute;
    constexpr qint64 kDay = 24 * kHour;
    if (ms < 10 * kMinute) {
        QString number = QString::number(double(ms) / 1000, 'f', ms < 1000 ? 3 : ms < 100'000 ? 1 : 2);
        while (number.contains(u'.') && (number.endsWith(u'0') || number.endsWith(u'.'))) {
            number.chop(1);
        }
        return FindingContext::tr("%1 s").arg(number);
    }
    if (ms < 2 * kHour) {
        return FindingContext::tr("%1 min").arg((ms + kMinute / 2) / kMinute);
    }
    if (ms < 2 * kDay) {
        return FindingContext::tr("%1 h %2 min").arg(ms / kHour).arg(ms % kHour / kMinute);
    }
    return FindingContext::tr("%1 d %2 h").arg(ms / kDay).arg(ms % kDay / kHour);
}

} // namespace millrace
