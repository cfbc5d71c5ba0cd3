// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace millrace {

/// Small steps of a hand-written parser over a view. All of them leave text alone when they fail.

/// Takes prefix off the front of text.
inline bool takePrefix(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

/// Takes suffix off the end of text.
inline bool takeSuffix(std::string_view& text, std::string_view suffix)
{
    if (!text.ends_with(suffix)) {
        return false;
    }
    text.remove_suffix(suffix.size());
    return true;
}

/// Takes a number of one or more digits off the front of text; nothing when it is no int.
inline std::optional<int> takeNumber(std::string_view& text)
{
    if (text.empty() || text.front() < '0' || text.front() > '9') {
        return std::nullopt;
    }
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) {
        return std::nullopt;
    }
    text.remove_prefix(std::size_t(end - text.data()));
    return value;
}

/// The text before the last separator, which is cut off text together with it; text keeps what follows.
inline std::optional<std::string_view> takeUntilLast(std::string_view& text, std::string_view separator)
{
    const std::size_t at = text.rfind(separator);
    if (at == text.npos) {
        return std::nullopt;
    }
    const std::string_view before = text.substr(0, at);
    text.remove_prefix(at + separator.size());
    return before;
}

} // namespace millrace
