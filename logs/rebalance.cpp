// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalance.h"

#include "logs/rebalancereason.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace millrace {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rebalance)
};

template <typename Enum, std::size_t N> QString nameOf(const std::array<const char*, N>& names, Enum value)
{
    const auto index = std::size_t(value);
    return index < N && names[index] != nullptr ? QString::fromLatin1(names[index]) : QString();
}

} // namespace

QString toId(RebalanceOutcome outcome)
{
    static constexpr std::array kNames{
        "completed", "superseded", "emptied", "open", "start_missing", "coordinator_lost"};
    return nameOf(kNames, outcome);
}

QString toId(RebalanceReason reason)
{
    static constexpr std::array<const char*, 13> kNames{nullptr, "join", "leave", "poll_timeout", "session_timeout",
        "leader_rejoin", "member_update", "sync_timeout", "downgrade", "protocol_change", "store_error",
        "over_capacity", "other"};
    return nameOf(kNames, reason);
}

QString toText(RebalanceOutcome outcome)
{
    switch (outcome) {
    case RebalanceOutcome::Completed:
        return Words::tr("completed");
    case RebalanceOutcome::Superseded:
        return Words::tr("superseded");
    case RebalanceOutcome::Emptied:
        return Words::tr("group emptied");
    case RebalanceOutcome::Open:
        return Words::tr("still open");
    case RebalanceOutcome::StartMissing:
        return Words::tr("start not in the log");
    case RebalanceOutcome::CoordinatorLost:
        return Words::tr("coordinator lost");
    }
    return {};
}

QString toText(RebalanceReason reason)
{
    switch (reason) {
    case RebalanceReason::Unknown:
        return Words::tr("unknown");
    case RebalanceReason::Join:
        return Words::tr("member joined");
    case RebalanceReason::Leave:
        return Words::tr("member left");
    case RebalanceReason::PollTimeout:
        return Words::tr("poll time-out");
    case RebalanceReason::SessionTimeout:
        return Words::tr("session time-out");
    case RebalanceReason::LeaderRejoin:
        return Words::tr("leader joined again");
    case RebalanceReason::MemberUpdate:
        return Words::tr("subscription changed");
    case RebalanceReason::SyncTimeout:
        return Words::tr("no sync in time");
    case RebalanceReason::Downgrade:
        return Words::tr("back to the classic protocol");
    case RebalanceReason::ProtocolChange:
        return Words::tr("assignor changed");
    case RebalanceReason::StoreError:
        return Words::tr("assignment not stored");
    case RebalanceReason::OverCapacity:
        return Words::tr("too many members");
    case RebalanceReason::Other:
        return Words::tr("other");
    }
    return {};
}

std::optional<qint64> Rebalance::span(qint64 from, qint64 to)
{
    if (from == kNoTime || to == kNoTime || to < from) {
        return std::nullopt;
    }
    return to - from;
}

bool Rebalance::clockSteppedBack() const
{
    qint64 last = kNoTime;
    for (const qint64 time : {start, joined, assigned, end}) {
        if (time == kNoTime) {
            continue;
        }
        if (time < last) {
            return true;
        }
        last = time;
    }
    return false;
}

qint64 Rebalance::anchor() const
{
    for (const qint64 time : {start, joined, assigned, end}) {
        if (time != kNoTime) {
            return time;
        }
    }
    return kNoTime;
}

QStringList Rebalance::membersThat(RebalanceMember::What what) const
{
    QStringList names;
    for (const RebalanceMember& event : events) {
        if (event.what == what) {
            names += event.member;
        }
    }
    return names;
}

QStringList Rebalance::triggerMembers() const
{
    const std::string_view text(reasonText.constData(), std::size_t(reasonText.size()));
    QStringList names;
    for (const std::string_view member : parseRebalanceReason(text).triggers) {
        names += QString::fromUtf8(member.data(), qsizetype(member.size()));
    }
    return names;
}

} // namespace millrace
