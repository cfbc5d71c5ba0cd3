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

constexpr std::string_view kGeneration = " generation "sv;

/// " (__consumer_offsets-12)": brokers since 0.11, not the coordinator of Kafka 4.
void takePartition(std::string_view& text, CoordinatorEvent& result)
{
    std::string_view rest = text;
    if (!takePrefix(rest, " (__consumer_offsets-"sv)) {
        return;
    }
    const std::optional<int> partition = takeNumber(rest);
    if (partition && takePrefix(rest, ")"sv)) {
        result.partition = *partition;
        text = rest;
    }
}

/// "group G in state PreparingRebalance with old generation N (__consumer_offsets-P) (reason: R)"; the state since 2.1.
Parsed parseStart(std::string_view text)
{
    constexpr std::string_view kOld = " with old generation "sv;
    constexpr std::string_view kState = " in state "sv;
    for (std::size_t at = text.find(kOld); at != text.npos; at = text.find(kOld, at + 1)) {
        std::string_view rest = text.substr(at + kOld.size());
        const std::optional<int> generation = takeNumber(rest);
        if (!generation || (!rest.empty() && rest.front() != ' ' && rest.front() != '.')) {
            continue;
        }
        CoordinatorEvent result = coordinatorEvent(Kind::Start, text.substr(0, at));
        const std::size_t state = result.group.rfind(kState);
        if (state != text.npos && result.group.find(' ', state + kState.size()) == text.npos) {
            result.group = result.group.substr(0, state);
        }
        result.generation = *generation;
        takePartition(rest, result);
        if (takePrefix(rest, " (reason: "sv)) {
            takeSuffix(rest, "."sv);
            takeSuffix(rest, ")"sv);
            result.reason = rest;
        }
        return result;
    }
    return std::nullopt;
}

/// "G generation N (__consumer_offsets-P) with K members"; the count since 2.8.
Parsed parseJoined(std::string_view text)
{
    const std::optional<std::string_view> group = takeUntilLast(text, kGeneration);
    const std::optional<int> generation = group ? takeNumber(text) : std::nullopt;
    if (!generation) {
        return std::nullopt;
    }
    CoordinatorEvent result = coordinatorEvent(Kind::Joined, *group);
    result.generation = *generation;
    takePartition(text, result);
    if (takePrefix(text, " with "sv)) {
        result.members = takeNumber(text).value_or(-1);
    }
    return result;
}

/// "leader M for group G for generation N. The group has K members, S of which are static."; M since 3.0.
Parsed parseAssigned(std::string_view text)
{
    CoordinatorEvent result = coordinatorEvent(Kind::Assigned);
    const std::size_t counts = text.rfind(". The group has "sv);
    if (counts != text.npos) {
        std::string_view rest = text.substr(counts + ". The group has "sv.size());
        result.members = takeNumber(rest).value_or(-1);
        if (takePrefix(rest, " members, "sv)) {
            result.staticMembers = takeNumber(rest).value_or(-1);
        }
        text = text.substr(0, counts);
    }
    if (!takePrefix(text, "for group "sv)) {
        const std::size_t at = findAfterMember(text, " for group "sv);
        if (at == text.npos) {
            return std::nullopt;
        }
        result.member = text.substr(0, at);
        text.remove_prefix(at + " for group "sv.size());
    }
    const std::optional<std::string_view> group = takeUntilLast(text, " for generation "sv);
    const std::optional<int> generation = group ? takeNumber(text) : std::nullopt;
    if (!generation) {
        return std::nullopt;
    }
    result.group = *group;
    result.generation = *generation;
    return result;
}

/// What begins with "Group ": emptied, not rejoined, nobody rejoined.
Parsed parseGroup(std::string_view text)
{
    constexpr std::string_view kNotJoined = " removed dynamic members who haven't joined: "sv;
    if (const std::size_t at = text.find(kNotJoined); at != text.npos) {
        CoordinatorEvent result = coordinatorEvent(Kind::NotRejoined, text.substr(0, at));
        result.member = text.substr(at + kNotJoined.size());
        return result;
    }
    if (const std::size_t at = text.rfind(" could not complete rebalance because no members rejoined"sv);
        at != text.npos) {
        return coordinatorEvent(Kind::NobodyRejoined, text.substr(0, at));
    }
    const std::size_t now = text.rfind(" is now empty"sv);
    const std::size_t end = now != text.npos ? now : text.rfind(" is dead and removed"sv);
    if (end == text.npos) {
        return std::nullopt;
    }
    std::string_view head = text.substr(0, end);
    const std::optional<std::string_view> group =
        takeUntilLast(head, now != text.npos ? " with generation "sv : kGeneration);
    const std::optional<int> generation = group ? takeNumber(head) : std::nullopt;
    if (!generation) {
        return std::nullopt;
    }
    CoordinatorEvent result = coordinatorEvent(Kind::Emptied, *group);
    result.generation = *generation;
    result.members = 0;
    std::string_view tail = text.substr(std::min(end + " is now empty"sv.size(), text.size()));
    takePartition(tail, result);
    return result;
}

/// "[group.instance.id I, member.id M] in group G has left, …": 2.4 to 2.8.
Parsed parseBracketedMember(std::string_view text)
{
    const std::size_t id = text.find(", member.id "sv);
    const std::size_t close = id == text.npos ? id : text.find("] in group "sv, id);
    if (close == text.npos) {
        return std::nullopt;
    }
    std::string_view group = text.substr(close + "] in group "sv.size());
    const std::size_t end = group.rfind(" has "sv);
    if (end == text.npos) {
        return std::nullopt;
    }
    const bool left = group.substr(end).starts_with(" has left"sv);
    CoordinatorEvent result = coordinatorEvent(left ? Kind::Left : Kind::Failed, group.substr(0, end));
    const std::size_t name = id + ", member.id "sv.size();
    result.member = text.substr(name, close - name);
    return result;
}

/// "MemberMetadata(…) has left group G through explicit `LeaveGroup`; client reason: CR": 3.0 and later.
Parsed parseMetadataMember(std::string_view text)
{
    constexpr std::string_view kLeft = ") has left group "sv;
    const std::size_t at = text.find(kLeft);
    if (at == text.npos) {
        return std::nullopt;
    }
    std::string_view rest = text.substr(at + kLeft.size());
    const std::size_t end = rest.find(" through explicit `LeaveGroup`"sv);
    if (end == rest.npos) {
        return std::nullopt;
    }
    CoordinatorEvent result = coordinatorEvent(Kind::Left, rest.substr(0, end));
    result.metadata = parseMemberMetadata(text.substr(0, at));
    result.member = result.metadata.memberId;
    constexpr std::string_view kReason = "; client reason: "sv;
    if (const std::size_t reason = rest.find(kReason, end); reason != rest.npos) {
        result.reason = rest.substr(reason + kReason.size());
    }
    return result;
}

/// What begins with "Member ": failed or left, in the forms of 0.9 to 4.1.
Parsed parseMember(std::string_view text)
{
    if (takePrefix(text, "MemberMetadata("sv)) {
        return parseMetadataMember(text);
    }
    const std::size_t at = findAfterMember(text, " in group "sv);
    if (at == text.npos) {
        return std::nullopt;
    }
    const std::string_view rest = text.substr(at + " in group "sv.size());
    const std::size_t failed = rest.rfind(" has failed"sv);
    const std::size_t end = failed != rest.npos ? failed : rest.rfind(" has left"sv);
    if (end == rest.npos) {
        return std::nullopt;
    }
    CoordinatorEvent result = coordinatorEvent(failed != rest.npos ? Kind::Failed : Kind::Left, rest.substr(0, end));
    result.member = text.substr(0, at);
    return result;
}

/// "[Group G] Member M has left group through explicit `LeaveGroup` request; client reason: CR": Kafka 4.
Parsed parseBracketedGroup(std::string_view text)
{
    const std::size_t close = text.find("] Member "sv);
    const std::size_t left = text.find(" has left group through explicit `LeaveGroup`"sv);
    if (close == text.npos || left == text.npos || left < close) {
        return std::nullopt;
    }
    CoordinatorEvent result = coordinatorEvent(Kind::Left, text.substr(0, close));
    const std::size_t name = close + "] Member "sv.size();
    result.member = left > name ? text.substr(name, left - name) : std::string_view();
    constexpr std::string_view kReason = "; client reason: "sv;
    if (const std::size_t reason = text.find(kReason, left); reason != text.npos) {
        result.reason = text.substr(reason + kReason.size());
    }
    return result;
}

/// Message beginnings; the frequent ones first.
constexpr std::array kForms{
    CoordinatorForm{"Preparing to rebalance group "sv, parseStart},
    CoordinatorForm{"Stabilized group "sv, parseJoined},
    CoordinatorForm{"Assignment received from leader "sv, parseAssigned},
    CoordinatorForm{"Member[group.instance.id "sv, parseBracketedMember},
    CoordinatorForm{"Member "sv, parseMember},
    CoordinatorForm{"[Group "sv, parseBracketedGroup},
    CoordinatorForm{"Group leader ["sv, [](auto) { return Parsed(); }},
    CoordinatorForm{"Group "sv, parseGroup},
    CoordinatorForm{"Preparing to restabilize group "sv, parseStart},
};

} // namespace

std::optional<CoordinatorEvent> parseCoordinatorLine(std::string_view message, std::string_view context)
{
    Parsed result;
    for (const CoordinatorForm& form : kForms) {
        if (message.starts_with(form.head)) {
            result = form.parse(message.substr(form.head.size()));
            break;
        }
    }
    if (!result) {
        result = parseCoordinatorLifeLine(message);
    }
    constexpr std::string_view kPartition = " partition="sv;
    if (const std::size_t at = context.find(kPartition); result && at != context.npos) {
        std::string_view rest = context.substr(at + kPartition.size());
        result->partition = takeNumber(rest).value_or(result->partition);
    }
    return result;
}

bool mayBeCoordinatorMessage(std::string_view message)
{
    return message.starts_with("Loaded member Memb"sv) || message.starts_with("Group leader [mem"sv);
}

} // namespace millrace
