// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalancefindingparts.h"

#include <QMap>
#include <QStringList>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

using Severity = RebalanceFinding::Severity;

constexpr qsizetype kMostNamed = 3;
constexpr int kManyComings = 5;
constexpr double kComingsPerHour = 2;
constexpr double kHourMs = 3'600'000;

/// What a member did, as a list of its faults: "3 session time-outs, 2 poll time-outs".
QString faultsText(const MemberTally& tally)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString& what) {
        if (count > 0) {
            parts += what.arg(count);
        }
    };
    add(tally.sessionTimeouts, FindingContext::tr("%1 × no heartbeat"));
    add(tally.pollTimeouts, FindingContext::tr("%1 × poll time-out"));
    add(tally.notRejoined, FindingContext::tr("%1 × not joined in time"));
    add(tally.syncTimeouts, FindingContext::tr("%1 × no sync in time"));
    add(tally.leaderLate, FindingContext::tr("%1 × late as leader"));
    return parts.join(u", "_s);
}

int longWaits(const FindingContext& context)
{
    int count = 0;
    for (const Rebalance& rebalance : context.group.rebalances) {
        const bool waited = rebalance.joinMs().value_or(0) >= context.pollTimeoutMs() * 95 / 100;
        count += waited && !rebalance.membersThat(RebalanceMember::What::NotRejoined).isEmpty() ? 1 : 0;
    }
    return count;
}

void findCulprits(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    int all = 0;
    for (const MemberTally& tally : context.group.members) {
        all += tally.failures();
    }
    RebalanceFinding finding;
    finding.id = u"culprit"_s;
    QStringList parts;
    int named = 0;
    bool poll = false;
    for (const MemberTally& tally : context.group.members) {
        // Failures that are spread evenly over the members have no culprit.
        if (tally.failures() < context.options.thresholds.culpritCount || tally.failures() * 4 < all
            || finding.members.size() >= kMostNamed) {
            break;
        }
        finding.members += tally.member;
        named += tally.failures();
        poll = poll || tally.pollTimeouts + tally.notRejoined + tally.leaderLate > tally.sessionTimeouts;
        parts += tally.host.isEmpty()
            ? FindingContext::tr("%1 (%2)").arg(tally.member, faultsText(tally))
            : FindingContext::tr("%1 on %2 (%3)").arg(tally.member, tally.host, faultsText(tally));
    }
    if (parts.isEmpty()) {
        return;
    }
    finding.severity = Severity::Warning;
    finding.text = FindingContext::tr("The same members keep the group busy: %1. That is %2 of %3 failures.")
                       .arg(parts.join(u"; "_s))
                       .arg(named)
                       .arg(all);
    finding.advice = poll ? slowPollAdvice() : sessionAdvice();
    findings += finding;
}

void findHosts(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    QMap<QString, int> hosts;
    int all = 0;
    for (const MemberTally& tally : context.group.members) {
        if (!tally.host.isEmpty()) {
            hosts[tally.host] += tally.failures();
            all += tally.failures();
        }
    }
    if (hosts.size() < 2) {
        return; // all on one host: that says nothing
    }
    const auto worst = std::max_element(hosts.cbegin(), hosts.cend());
    if (*worst < context.options.thresholds.culpritCount || *worst * 2 <= all) {
        return;
    }
    RebalanceFinding finding;
    finding.id = u"host"_s;
    finding.severity = Severity::Warning;
    finding.members += worst.key();
    finding.text = FindingContext::tr("%1 of %2 failures of members whose host is known come from %3: look at its "
                                      "load, memory and network.")
                       .arg(*worst)
                       .arg(all)
                       .arg(worst.key());
    findings += finding;
}

void findKinds(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    int sessions = 0;
    int polls = 0;
    int absent = 0;
    QStringList absentMembers;
    for (const MemberTally& tally : context.group.members) {
        sessions += tally.sessionTimeouts;
        polls += tally.pollTimeouts;
        absent += tally.notRejoined;
        if (tally.notRejoined > 0 && absentMembers.size() < kMostNamed) {
            absentMembers += tally.member;
        }
    }
    if (polls > 0) {
        findings += {.id = u"poll_timeouts"_s,
            .severity = Severity::Warning,
            .text = FindingContext::tr("Departures of members that did not call poll() in time (max.poll.interval.ms): "
                                       "%1. Processing is too slow, not the network.")
                        .arg(polls),
            .advice = slowPollAdvice()};
    }
    if (sessions >= context.options.thresholds.culpritCount) {
        findings += {.id = u"session_timeouts"_s,
            .severity = Severity::Warning,
            .text = FindingContext::tr("Heartbeats stopped %1 times (session.timeout.ms): the process died, stood "
                                       "still, or lost the network. Slow processing alone does not do that.")
                        .arg(sessions),
            .advice = sessionAdvice()};
    }
    if (absent > 0) {
        QString text = FindingContext::tr("Members thrown out because they did not join again in time: %1 (%2).")
                           .arg(absent)
                           .arg(absentMembers.join(u", "_s));
        if (const int waits = longWaits(context); waits > 0) {
            text += u' '
                + FindingContext::tr("Rebalances that waited the whole %1 for them: %2.")
                      .arg(elapsedText(context.pollTimeoutMs()))
                      .arg(waits);
        }
        findings += {.id = u"not_rejoined"_s,
            .severity = Severity::Warning,
            .text = text,
            .members = absentMembers,
            .advice = slowPollAdvice()};
    }
}

/// A client id without the number that start scripts put behind it: "worker-3" and "worker-17" are one family.
QString family(const QString& member)
{
    qsizetype end = member.size();
    while (end > 0 && member[end - 1].isDigit()) {
        --end;
    }
    return end > 1 && end < member.size() ? member.left(end) + u'*' : member;
}

void findFlapping(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    struct Flap {
        int joins = 0;
        int leaves = 0;
    };

    QMap<QString, Flap> families;
    for (const MemberTally& tally : context.group.members) {
        Flap& flap = families[family(tally.member)];
        flap.joins += tally.joins;
        flap.leaves += tally.leaves;
    }
    const auto worst = std::max_element(families.cbegin(), families.cend(),
        [](const Flap& a, const Flap& b) { return std::min(a.joins, a.leaves) < std::min(b.joins, b.leaves); });
    const QList<Rebalance>& all = context.group.rebalances;
    const double hours = std::max(1.0, double(all.last().anchor() - all.first().anchor()) / kHourMs);
    if (worst == families.cend() || std::min(worst->joins, worst->leaves) < kManyComings
        || worst->joins < hours * kComingsPerHour) {
        return;
    }
    RebalanceFinding finding;
    finding.id = u"flapping"_s;
    finding.severity = Severity::Warning;
    finding.members += worst.key();
    finding.text = FindingContext::tr("%1 joins and leaves again and again: %2 rebalances begin with its coming, it "
                                      "left %3 times. Each coming and each going stops the whole group.")
                       .arg(worst.key())
                       .arg(worst->joins)
                       .arg(worst->leaves);
    finding.advice = churnAdvice();
    findings += finding;
}

} // namespace

void findMemberTrouble(const FindingContext& context, QList<RebalanceFinding>& findings)
{
    findCulprits(context, findings);
    findHosts(context, findings);
    findKinds(context, findings);
    findFlapping(context, findings);
}

} // namespace millrace
