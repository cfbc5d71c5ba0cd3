// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <optional>
#include <string_view>

namespace millrace {

/// A point in time as a log wrote it. localMs counts milliseconds since 1970 as if the written digits were UTC;
/// offsetSeconds is the zone east of UTC when the text itself named one ("Z", "+08:00").
struct LogStamp {
    qint64 localMs = 0;
    std::optional<int> offsetSeconds;
    std::size_t length = 0; ///< characters of text that the stamp took

    bool operator==(const LogStamp&) const = default;
};

/// Reads "yyyy-MM-dd HH:mm:ss" at the beginning of text, with "T" for the blank, a fraction after a comma or a dot and
/// a zone if they are there. Nothing when the text does not begin with a real date and time.
[[nodiscard]] std::optional<LogStamp> parseLogStamp(std::string_view text);

} // namespace millrace
