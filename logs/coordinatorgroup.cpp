// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/coordinatorstate.h"

#include "logs/memberid.h"
#include "logs/rebalancereason.h"

#include <algorithm>

namespace millrace {

using namespace std::string_view_literals;
using Kind = CoordinatorEventKind;

namespace {

/// Bounds for what hostile or endless logs could grow.
constexpr std::size_t kMostMembers = 20'000;
constexpr std::size_t kMostDepartures = 64;
constexpr std::size_t kLongestReason = 4096;

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

QByteArray bytes(std::string_view view)
{
    view = view.substr(0, kLongestReason);
    // An empty reason was printed; a null one was not.
    return view.data() == nullptr ? QByteArray()
        : view.empty()            ? QByteArray("")
                                  : QByteArray(view.data(), qsizetype(view.size()));
}

} // namespace

MemberTally& CoordinatorGroup::tally(std::string_view member)
{
    const std::string_view base = m_tallies.size() < kMostMembers ? memberBase(member) : "…"sv;
    MemberTally& result = m_tallies[std::string(base)];
    if (result.member.isEmpty()) {
        result.member = text(base);
    }
    return result;
}

void CoordinatorGroup::learn(const MemberMetadata& metadata)
{
    if (!metadata.memberId.empty()) {
        MemberTally& member = tally(metadata.memberId);
        if (member.host.isEmpty()) {
            member.host = text(metadata.clientHost);
        }
    }
    m_facts.rebalanceTimeoutMs = std::max(m_facts.rebalanceTimeoutMs, metadata.rebalanceTimeoutMs);
    m_facts.sessionTimeoutMs = std::max(m_facts.sessionTimeoutMs, metadata.sessionTimeoutMs);
    m_facts.staticMembers = m_facts.staticMembers || metadata.isStatic;
    m_facts.cooperative = m_facts.cooperative || metadata.protocols == "cooperative-sticky"sv;
}

void CoordinatorGroup::setReason(std::string_view reasonText)
{
    const ParsedRebalanceReason parsed = parseRebalanceReason(reasonText);
    m_current.reasonText = bytes(reasonText);
    m_current.reason = parsed.reason;
    m_current.clientReason = bytes(parsed.clientReason);
    m_triggers.assign(parsed.triggers.begin(), parsed.triggers.end());
    if (parsed.clientReason.starts_with("need to revoke partitions"sv)) {
        m_facts.cooperative = true;
    }
    if (parsed.reason != RebalanceReason::Leave || parsed.clientReason.data() != nullptr) {
        return;
    }
    // Kafka 4 prints the client's reason in the line before.
    for (const Departure& departure : m_departures) {
        if (std::ranges::find(m_triggers, departure.member) != m_triggers.end()) {
            m_current.clientReason = departure.clientReason;
            const std::string_view client(
                departure.clientReason.constData(), std::size_t(departure.clientReason.size()));
            m_current.reason = isPollTimeout(client) ? RebalanceReason::PollTimeout : RebalanceReason::Leave;
        }
    }
}

void CoordinatorGroup::countTriggers()
{
    for (const std::string& member : m_triggers) {
        if (m_current.reason == RebalanceReason::Join) {
            ++tally(member).joins;
        } else if (m_current.reason == RebalanceReason::SyncTimeout) {
            ++tally(member).syncTimeouts;
        }
    }
}

void CoordinatorGroup::finish(RebalanceOutcome outcome)
{
    m_current.outcome = outcome;
    m_finished.push_back(m_current);
    m_current = Rebalance();
    m_triggers.clear();
    m_state = State::Stable;
}

void CoordinatorGroup::lose(const CoordinatorMoment& moment)
{
    if (m_state == State::Stable) {
        return;
    }
    m_current.lostSeen = moment.utc;
    finish(m_current.start == kNoTime ? RebalanceOutcome::StartMissing : RebalanceOutcome::CoordinatorLost);
}

void CoordinatorGroup::start(const CoordinatorEvent& event, const CoordinatorMoment& moment)
{
    if (m_state == State::Joined && (m_current.generation == event.generation || event.generation < 0)) {
        finish(m_current.start == kNoTime ? RebalanceOutcome::StartMissing : RebalanceOutcome::Superseded);
    } else if (m_state != State::Stable) {
        // A live coordinator cannot prepare twice: it restarted, or lines are missing.
        m_current.linesMissing = true;
        lose(moment);
    }
    m_current.start = moment.utc;
    m_current.startLine = moment.line;
    m_current.file = moment.file;
    m_current.broker = moment.broker;
    m_current.oldGeneration = event.generation;
    m_current.fromEmpty = event.generation == 0 || m_empty;
    m_current.linesMissing = m_lastGeneration >= 0 && event.generation > m_lastGeneration;
    if (event.generation < m_lastGeneration && event.generation == 0) {
        ++m_facts.generationResets;
    }
    if (event.partition >= 0) {
        m_partition = event.partition;
    }
    m_lastGeneration = event.generation;
    m_empty = false;
    m_state = State::Preparing;
    setReason(event.reason);
    countTriggers();
    m_departures.clear();
}

void CoordinatorGroup::amendStart(const CoordinatorEvent& event)
{
    if (m_state == State::Preparing && m_current.oldGeneration == event.generation) {
        setReason(event.reason);
    }
}

void CoordinatorGroup::openWithoutStart(const CoordinatorMoment& moment)
{
    m_current = Rebalance();
    m_current.file = moment.file;
    m_current.broker = moment.broker;
    m_state = State::Preparing;
}

void CoordinatorGroup::joined(const CoordinatorEvent& event, const CoordinatorMoment& moment)
{
    if (m_state != State::Preparing || m_current.oldGeneration + 1 != event.generation) {
        if (m_state != State::Stable) {
            m_current.linesMissing = true;
            lose(moment);
        }
        openWithoutStart(moment);
    }
    m_current.joined = moment.utc;
    m_current.joinedLine = moment.line;
    m_current.generation = event.generation;
    m_current.members = event.members;
    m_lastGeneration = event.generation;
    m_empty = false;
    m_state = State::Joined;
}

void CoordinatorGroup::assigned(const CoordinatorEvent& event, const CoordinatorMoment& moment)
{
    const bool fits = m_state == State::Joined
        ? m_current.generation == event.generation
        : m_state == State::Preparing && m_current.oldGeneration + 1 == event.generation;
    if (!fits) {
        if (m_state != State::Stable) {
            m_current.linesMissing = true;
            lose(moment);
        }
        openWithoutStart(moment);
    }
    m_current.assigned = moment.utc;
    m_current.assignedLine = moment.line;
    m_current.end = moment.utc;
    m_current.generation = event.generation;
    if (event.members >= 0) {
        m_current.members = event.members;
    }
    m_current.staticMembers = event.staticMembers;
    m_current.leader = text(event.member);
    m_facts.staticMembers = m_facts.staticMembers || event.staticMembers > 0;
    m_lastGeneration = event.generation;
    m_empty = false;
    finish(m_current.start == kNoTime ? RebalanceOutcome::StartMissing : RebalanceOutcome::Completed);
}

void CoordinatorGroup::emptied(const CoordinatorEvent& event, const CoordinatorMoment& moment)
{
    const bool fits =
        m_state == State::Preparing && (m_current.oldGeneration < 0 || m_current.oldGeneration + 1 == event.generation);
    if (!fits) {
        if (m_state != State::Stable) {
            m_current.linesMissing = true;
            lose(moment);
        }
        openWithoutStart(moment);
    }
    m_current.end = moment.utc;
    m_current.endLine = moment.line;
    m_current.generation = event.generation;
    m_current.members = 0;
    m_lastGeneration = event.generation;
    finish(m_current.start == kNoTime ? RebalanceOutcome::StartMissing : RebalanceOutcome::Emptied);
    m_empty = true;
}

void CoordinatorGroup::recordMember(RebalanceMember::What what, std::string_view member)
{
    const bool isTrigger = std::ranges::find(m_triggers, member) != m_triggers.end();
    if (m_state == State::Stable || (isTrigger && what != RebalanceMember::What::NotRejoined)
        || std::size_t(m_current.events.size()) >= kMostMembers) {
        return;
    }
    m_current.events.push_back({what, text(member)});
}

void CoordinatorGroup::left(const CoordinatorEvent& event)
{
    learn(event.metadata);
    MemberTally& member = tally(event.member);
    ++(isPollTimeout(event.reason) ? member.pollTimeouts : member.leaves);
    if (event.reason.data() != nullptr && m_departures.size() < kMostDepartures) {
        m_departures.push_back({std::string(event.member), bytes(event.reason)});
    }
    recordMember(RebalanceMember::What::Left, event.member);
    if (m_state == State::Preparing && m_current.reason == RebalanceReason::Leave && m_current.clientReason.isNull()) {
        const QByteArray reason = m_current.reasonText;
        setReason(std::string_view(reason.constData(), std::size_t(reason.size())));
    }
}

void CoordinatorGroup::notRejoined(const CoordinatorEvent& event)
{
    for (const std::string_view member : splitMemberList(event.member)) {
        ++tally(member).notRejoined;
        recordMember(RebalanceMember::What::NotRejoined, member);
    }
}

void CoordinatorGroup::apply(const CoordinatorEvent& event, const CoordinatorMoment& moment)
{
    switch (event.kind) {
    case Kind::Start:
        return start(event, moment);
    case Kind::Joined:
        return joined(event, moment);
    case Kind::Assigned:
        return assigned(event, moment);
    case Kind::Emptied:
        return emptied(event, moment);
    case Kind::Left:
        return left(event);
    case Kind::NotRejoined:
        return notRejoined(event);
    case Kind::Failed:
        ++tally(event.member).sessionTimeouts;
        return recordMember(RebalanceMember::What::Failed, event.member);
    case Kind::NobodyRejoined:
        m_current.nobodyRejoined += m_state == State::Preparing ? 1 : 0;
        return;
    case Kind::PendingExpired:
        ++tally(event.member).pendingExpired;
        return;
    case Kind::MemberLoaded:
        return learn(event.metadata);
    case Kind::GroupLoaded:
    case Kind::GroupUnloaded:
        lose(moment);
        ++m_facts.coordinatorMoves;
        m_lastGeneration = std::max(m_lastGeneration, event.generation);
        return;
    case Kind::GroupsDeleted:
        lose(moment);
        ++m_facts.generationResets;
        m_lastGeneration = -1;
        return;
    case Kind::Epoch:
        m_facts.newProtocol = true;
        m_facts.epochs += event.generation > m_facts.lastEpoch ? 1 : 0;
        m_facts.lastEpoch = std::max(m_facts.lastEpoch, event.generation);
        return;
    case Kind::ProtocolUpgraded:
        if (m_state != State::Stable) {
            finish(m_current.start == kNoTime ? RebalanceOutcome::StartMissing : RebalanceOutcome::Superseded);
        }
        [[fallthrough]];
    case Kind::ProtocolDowngraded: // is logged after the start that it causes
        m_lastGeneration = -1;
        [[fallthrough]];
    case Kind::EpochMember:
        m_facts.newProtocol = true;
        return;
    default:
        return;
    }
}

QList<Rebalance> CoordinatorGroup::rebalances() const
{
    QList<Rebalance> all = m_finished;
    if (m_state != State::Stable) {
        Rebalance open = m_current;
        open.outcome = open.start == kNoTime ? RebalanceOutcome::StartMissing : RebalanceOutcome::Open;
        all.push_back(open);
    }
    return all;
}

} // namespace millrace
