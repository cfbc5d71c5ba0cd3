// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/memberid.h"

#include <cctype>

namespace millrace {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t kUuidLength = 36;

} // namespace

bool endsWithUuid(std::string_view text)
{
    if (text.size() < kUuidLength) {
        return false;
    }
    const std::string_view uuid = text.substr(text.size() - kUuidLength);
    for (std::size_t i = 0; i < kUuidLength; ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? uuid[i] != '-' : std::isxdigit(static_cast<unsigned char>(uuid[i])) == 0) {
            return false;
        }
    }
    return true;
}

std::string_view memberBase(std::string_view memberId)
{
    if (!endsWithUuid(memberId) || memberId.size() <= kUuidLength + 1) {
        return memberId;
    }
    const std::string_view base = memberId.substr(0, memberId.size() - kUuidLength);
    return base.back() == '-' ? base.substr(0, base.size() - 1) : memberId;
}

std::vector<std::string_view> splitMemberList(std::string_view text)
{
    constexpr std::string_view kComma = ", "sv;
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) {
        text.remove_suffix(1);
    }
    if (text.ends_with(')')
        && (text.starts_with('(') || text.starts_with("Set("sv) || text.starts_with("HashSet("sv))) {
        text = text.substr(text.find('(') + 1);
        text.remove_suffix(1);
    } else if (text.starts_with('[') && text.ends_with(']')) {
        text = text.substr(1, text.size() - 2);
    }
    std::vector<std::string_view> members;
    const bool uuids = endsWithUuid(text);
    std::size_t begin = 0;
    for (std::size_t at = text.find(kComma); at != text.npos; at = text.find(kComma, at + kComma.size())) {
        if (!uuids || endsWithUuid(text.substr(begin, at - begin))) {
            members.push_back(text.substr(begin, at - begin));
            begin = at + kComma.size();
        }
    }
    if (begin < text.size()) {
        members.push_back(text.substr(begin));
    }
    return members;
}

std::size_t findAfterMember(std::string_view text, std::string_view separator)
{
    const std::size_t first = text.find(separator);
    for (std::size_t at = first; at != text.npos; at = text.find(separator, at + 1)) {
        if (endsWithUuid(text.substr(0, at))) {
            return at;
        }
    }
    return first;
}

} // namespace millrace
