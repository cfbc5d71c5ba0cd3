// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalancereason.h"

#include "logs/memberid.h"
#include "logs/textscan.h"

namespace millrace {

using namespace std::string_view_literals;

namespace {

/// Like takePrefix, but the first letter may be of either case: brokers changed it over time.
bool takeWords(std::string_view& text, std::string_view words)
{
    if (text.empty() || (text.front() | 0x20) != (words.front() | 0x20)
        || !text.substr(1).starts_with(words.substr(1))) {
        return false;
    }
    text.remove_prefix(words.size());
    return true;
}

/// The member in front of separator; all of text when it is not there (old brokers stop behind the member).
std::string_view memberBefore(std::string_view text, std::string_view separator)
{
    const std::size_t at = findAfterMember(text, separator);
    return text.substr(0, at);
}

RebalanceReason leaveReason(std::string_view clientReason)
{
    return isPollTimeout(clientReason) ? RebalanceReason::PollTimeout : RebalanceReason::Leave;
}

void parseRemoving(std::string_view text, ParsedRebalanceReason& result)
{
    constexpr std::string_view kLeave = " on LeaveGroup"sv;
    constexpr std::string_view kHeartbeat = " on heartbeat expiration"sv;
    if (takePrefix(text, "member "sv)) {
        const bool leave = text.find(kLeave) != text.npos;
        result.reason = leave                    ? leaveReason(result.clientReason)
            : text.find(kHeartbeat) != text.npos ? RebalanceReason::SessionTimeout
                                                 : RebalanceReason::Other;
        result.triggers.push_back(memberBefore(text, leave ? kLeave : kHeartbeat));
        return;
    }
    const std::size_t at = text.rfind(" on pending sync request expiration"sv);
    result.reason = at == text.npos ? RebalanceReason::Other : RebalanceReason::SyncTimeout;
    if (at != text.npos) {
        result.triggers = splitMemberList(text.substr(0, at));
    }
}

void parseUpdating(std::string_view text, ParsedRebalanceReason& result)
{
    result.reason = RebalanceReason::MemberUpdate;
    if (takePrefix(text, "static member "sv)) {
        result.triggers.push_back(memberBefore(text, " with instance id "sv));
    } else if (takePrefix(text, "member "sv)) {
        result.triggers.push_back(memberBefore(text, " during "sv));
    }
}

void parseExplicitLeave(std::string_view text, ParsedRebalanceReason& result)
{
    result.reason = leaveReason(result.clientReason);
    takePrefix(text, "for "sv);
    const std::size_t end = text.rfind(" members"sv);
    result.triggers = splitMemberList(text.substr(0, end));
}

} // namespace

bool isPollTimeout(std::string_view clientReason)
{
    return clientReason.starts_with("consumer poll timeout has expired"sv);
}

ParsedRebalanceReason parseRebalanceReason(std::string_view text)
{
    ParsedRebalanceReason result;
    constexpr std::string_view kClient = "; client reason: "sv;
    if (const std::size_t at = text.find(kClient); at != text.npos) {
        result.clientReason = text.substr(at + kClient.size());
        text = text.substr(0, at);
    } else {
        takeSuffix(text, "."sv);
    }
    if (text.empty()) {
        return result;
    }
    result.reason = RebalanceReason::Other;
    if (takeWords(text, "Adding new member "sv)) {
        result.reason = RebalanceReason::Join;
        result.triggers.push_back(memberBefore(text, " with group instance"sv));
    } else if (takeWords(text, "removing "sv)) {
        parseRemoving(text, result);
    } else if (takeWords(text, "explicit `LeaveGroup` request "sv)) {
        parseExplicitLeave(text, result);
    } else if (takeWords(text, "Leader "sv)) {
        result.reason = RebalanceReason::LeaderRejoin;
        const std::string_view member = memberBefore(text, " re-joining"sv);
        if (member != text) {
            result.triggers.push_back(member);
        }
    } else if (takeWords(text, "Updating metadata for "sv)) {
        parseUpdating(text, result);
    } else if (takeWords(text, "Downgrade group "sv)) {
        result.reason = RebalanceReason::Downgrade;
    } else if (takeWords(text, "Group's selectedProtocol will change"sv)) {
        result.reason = RebalanceReason::ProtocolChange;
    } else if (takeWords(text, "Freshly-loaded group "sv)) {
        result.reason = RebalanceReason::OverCapacity;
    } else if (text.find(" when storing group assignment during SyncGroup"sv) != text.npos) {
        result.reason = RebalanceReason::StoreError;
    }
    return result;
}

} // namespace millrace
