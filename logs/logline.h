// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logrecord.h"

#include <optional>
#include <string_view>

namespace millrace {

/// What a line tells of itself.
struct LogLineMark {
    bool begins = false; ///< a record begins here; else the line goes on with the one before, as stack traces do
    LogLevel level = LogLevel::Unknown;
    std::optional<LogStamp> stamp; ///< length counts from the line's beginning
};

/// Tells records from their continuation lines in the logs of Flink, SeaTunnel, Kafka and Spark (log4j), Dinky and
/// Linkis (logback), in JSON lines and in whatever else begins with a time or a level. Feed it the lines of one log in
/// order: it remembers where the last one held its stamp.
class LogLineReader {
public:
    [[nodiscard]] LogLineMark read(std::string_view line);

private:
    [[nodiscard]] std::optional<LogStamp> stampOf(std::string_view line);

    std::size_t m_at = 0; ///< where the last stamp stood
};

/// A stamp in any of the forms that log layouts write: ISO 8601, "23/01/31 14:05:06", seconds or milliseconds since
/// 1970.
[[nodiscard]] std::optional<LogStamp> parseAnyLogStamp(std::string_view text);

} // namespace millrace
