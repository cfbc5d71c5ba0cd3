// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logrecord.h"

#include <optional>
#include <string>
#include <string_view>

namespace millrace {

/// One record of a log that writes an object per line: log4j's and logstash's JSON, the file of a docker container, and
/// the rebalancing log of Huawei's DMS, whose message is an object itself.
struct JsonLogLine {
    std::optional<LogStamp> stamp;
    LogLevel level = LogLevel::Unknown;
    std::string message; ///< DMS: the reason, which is a broker's message for the types that are documented
    std::string logger;
    bool isPlainLine = false; ///< message is a line as the broker wrote it, or part of one (docker)
    // Of DMS only:
    std::string type; ///< "END_REBALANCE"
    std::string group;
    std::string leader;
    std::string groupText; ///< GroupMetadata(…), which holds the members' time-outs
    int generation = -1;
    int coordinator = -1;
};

/// Reads a line; nothing when it is no JSON object or has no message.
[[nodiscard]] std::optional<JsonLogLine> parseJsonLogLine(std::string_view line);

} // namespace millrace
