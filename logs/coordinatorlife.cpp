// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/coordinatorforms.h"
#include "logs/memberid.h"
#include "logs/textscan.h"

#include <algorithm>
#include <array>

namespace millrace {

using namespace std::string_view_literals;

namespace {

using Kind = CoordinatorEventKind;
using Parsed = std::optional<CoordinatorEvent>;

/// "[GroupId G] …": groups of the new protocol (KIP-848), which have epochs and no rebalances.
Parsed parseNewProtocol(std::string_view text)
{
    const std::size_t close = text.find("] "sv);
    if (close == text.npos) {
        return std::nullopt;
    }
    const std::string_view group = text.substr(0, close);
    const std::string_view rest = text.substr(close + 2);
    for (const std::string_view mark : {"umped group epoch to "sv, "omputed a new target assignment for epoch "sv}) {
        if (const std::size_t at = rest.find(mark); at != rest.npos) {
            CoordinatorEvent result = coordinatorEvent(Kind::Epoch, group);
            std::string_view number = rest.substr(at + mark.size());
            result.generation = takeNumber(number).value_or(-1);
            return result;
        }
    }
    if (rest.starts_with("Converted the classic group to a consumer group"sv)) {
        return coordinatorEvent(Kind::ProtocolUpgraded, group);
    }
    if (rest.starts_with("Converted the consumer group to a classic group"sv)) {
        return coordinatorEvent(Kind::ProtocolDowngraded, group);
    }
    constexpr std::array<std::string_view, 4> kMarks{" joins the consumer group using the "sv,
        " left the consumer group"sv, " fenced from the group because "sv, " updated its subscribed topics"sv};
    const bool known =
        std::ranges::any_of(kMarks, [rest](std::string_view mark) { return rest.find(mark) != rest.npos; });
    return known && rest.starts_with("Member "sv) ? Parsed(coordinatorEvent(Kind::EpochMember, group)) : std::nullopt;
}

Parsed parsePending(std::string_view text)
{
    const std::size_t at = findAfterMember(text, " in group "sv);
    const std::size_t end = text.rfind(" has been removed after session timeout expiration"sv);
    if (at == text.npos || end == text.npos || end < at + " in group "sv.size()) {
        return std::nullopt;
    }
    const std::size_t group = at + " in group "sv.size();
    CoordinatorEvent result = coordinatorEvent(Kind::PendingExpired, text.substr(group, end - group));
    result.member = text.substr(0, at);
    return result;
}

/// "group metadata for G with generation N".
Parsed parseGroupMove(Kind kind, std::string_view text)
{
    const std::optional<std::string_view> group = takeUntilLast(text, " with generation "sv);
    if (!group) {
        return std::nullopt;
    }
    CoordinatorEvent result = coordinatorEvent(kind, *group);
    result.generation = takeNumber(text).value_or(-1);
    return result;
}

Parsed parsePartitionMove(Kind kind, std::string_view text)
{
    CoordinatorEvent result = coordinatorEvent(kind);
    result.partition = takeNumber(text).value_or(-1);
    return result;
}

/// "MemberMetadata(…) in group G with generation N."
Parsed parseMemberLoaded(std::string_view text)
{
    const std::size_t close = text.find(") in group "sv);
    if (close == text.npos) {
        return std::nullopt;
    }
    std::string_view rest = text.substr(close + ") in group "sv.size());
    const std::optional<std::string_view> group = takeUntilLast(rest, " with generation "sv);
    if (!group) {
        return std::nullopt;
    }
    CoordinatorEvent result = coordinatorEvent(Kind::MemberLoaded, *group);
    result.metadata = parseMemberMetadata(text.substr(0, close));
    result.member = result.metadata.memberId;
    result.generation = takeNumber(rest).value_or(-1);
    return result;
}

Parsed parseLeaderLate(std::string_view text)
{
    if (text.find("] failed to join before "sv) == text.npos || text.find("couldn't proceed"sv) == text.npos) {
        return std::nullopt;
    }
    CoordinatorEvent result = coordinatorEvent(Kind::LeaderLate);
    const std::size_t end = text.find(", group"sv);
    result.member = end == text.npos ? std::string_view() : text.substr(0, end);
    return result;
}

Parsed parseDeleted(std::string_view text)
{
    const std::size_t end = text.rfind(". A total of "sv);
    CoordinatorEvent result = coordinatorEvent(Kind::GroupsDeleted);
    result.member = text.substr(0, end == text.npos ? text.size() : end);
    return result;
}

Parsed parseClassicLoaded(std::string_view text)
{
    const std::optional<std::string_view> group = takeUntilLast(text, " with "sv);
    return group ? Parsed(coordinatorEvent(Kind::GroupLoaded, *group)) : std::nullopt;
}

Parsed parseUnloadedById(std::string_view text)
{
    const std::size_t close = text.find("] Unloading group metadata"sv);
    return close == text.npos ? std::nullopt : Parsed(coordinatorEvent(Kind::GroupUnloaded, text.substr(0, close)));
}

constexpr std::array kForms{
    CoordinatorForm{"Elected as the group coordinator for partition "sv,
        [](auto rest) { return parsePartitionMove(Kind::Elected, rest); }},
    CoordinatorForm{"Resigned as the group coordinator for partition "sv,
        [](auto rest) { return parsePartitionMove(Kind::Resigned, rest); }},
    CoordinatorForm{"Loaded member MemberMetadata("sv, parseMemberLoaded},
    CoordinatorForm{"[GroupId "sv, parseNewProtocol},
    CoordinatorForm{"Loading group metadata for "sv, [](auto rest) { return parseGroupMove(Kind::GroupLoaded, rest); }},
    CoordinatorForm{
        "Unloading group metadata for "sv, [](auto rest) { return parseGroupMove(Kind::GroupUnloaded, rest); }},
    CoordinatorForm{"[GroupId="sv, parseUnloadedById},
    CoordinatorForm{"Loaded classic group "sv, parseClassicLoaded},
    CoordinatorForm{"Pending member "sv, parsePending},
    CoordinatorForm{"Group leader [member.id: "sv, parseLeaderLate},
    CoordinatorForm{"Group leader [memberId: "sv, parseLeaderLate},
    CoordinatorForm{"The following groups were deleted: "sv, parseDeleted},
    CoordinatorForm{"Starting up."sv, [](auto) { return Parsed(coordinatorEvent(Kind::StartingUp)); }},
    CoordinatorForm{"Shutting down."sv, [](auto) { return Parsed(coordinatorEvent(Kind::ShutDown)); }},
};

constexpr std::string_view kFieldMarks[]{"memberId="sv, ", groupInstanceId="sv, ", clientId="sv, ", clientHost="sv,
    ", sessionTimeoutMs="sv, ", rebalanceTimeoutMs="sv, ", supportedProtocols="sv};

/// The value behind mark, up to whichever field comes next.
std::string_view field(std::string_view text, std::string_view mark)
{
    const std::size_t at = text.find(mark);
    if (at == text.npos) {
        return {};
    }
    const std::size_t begin = at + mark.size();
    std::size_t end = text.size();
    for (const std::string_view other : kFieldMarks) {
        end = std::min(end, text.find(other, begin));
    }
    return text.substr(begin, end - begin);
}

} // namespace

MemberMetadata parseMemberMetadata(std::string_view text)
{
    MemberMetadata result;
    result.memberId = field(text, "memberId="sv);
    const std::string_view instance = field(text, ", groupInstanceId="sv);
    result.isStatic = !instance.empty() && instance != "None"sv && instance != "null"sv;
    result.clientId = field(text, ", clientId="sv);
    result.clientHost = field(text, ", clientHost="sv);
    takePrefix(result.clientHost, "/"sv);
    std::string_view number = field(text, ", sessionTimeoutMs="sv);
    result.sessionTimeoutMs = takeNumber(number).value_or(-1);
    number = field(text, ", rebalanceTimeoutMs="sv);
    result.rebalanceTimeoutMs = takeNumber(number).value_or(-1);
    result.protocols = field(text, ", supportedProtocols="sv);
    if (const std::size_t open = result.protocols.find_first_of("(["sv); open != result.protocols.npos) {
        const std::size_t close = result.protocols.find_first_of(")]"sv, open);
        result.protocols = result.protocols.substr(
            open + 1, close == result.protocols.npos ? result.protocols.npos : close - open - 1);
    }
    return result;
}

int brokerOfContext(std::string_view context)
{
    if (!takePrefix(context, "GroupCoordinator "sv)) {
        return -1;
    }
    takePrefix(context, "id="sv);
    return takeNumber(context).value_or(-1);
}

std::optional<CoordinatorEvent> parseCoordinatorLifeLine(std::string_view message)
{
    for (const CoordinatorForm& form : kForms) {
        if (message.starts_with(form.head)) {
            return form.parse(message.substr(form.head.size()));
        }
    }
    return std::nullopt;
}

} // namespace millrace
