// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace millrace {

/// Whether text ends in a UUID, as the member ids that brokers give out do: "{client id}-{UUID}".
[[nodiscard]] bool endsWithUuid(std::string_view text);

/// A member id without its UUID, so that all starts of one consumer count as one. Ids without a UUID stay as they are.
[[nodiscard]] std::string_view memberBase(std::string_view memberId);

/// The members of "Set(M1, M2)", "[M1, M2]", "(M1)" or a bare list. A comma inside a client id does not split.
[[nodiscard]] std::vector<std::string_view> splitMemberList(std::string_view text);

/// Where separator stands behind a member id: behind its UUID if it has one, else the first time it occurs. npos if
/// not.
[[nodiscard]] std::size_t findAfterMember(std::string_view text, std::string_view separator);

} // namespace millrace
