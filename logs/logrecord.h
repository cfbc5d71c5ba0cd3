// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logstamp.h"

#include <optional>
#include <string>
#include <string_view>

namespace millrace {

enum class LogLevel : quint8 { Unknown, Trace, Debug, Info, Warn, Error, Fatal };

/// One record of a log, as views into the line it came from. Layout "[%d] %p %m (%c)" and its relatives.
struct LogRecord {
    LogStamp stamp;
    LogLevel level = LogLevel::Unknown;
    std::string_view context; ///< what stands in brackets before a coordinator's message: "GroupCoordinator 0"
    std::string_view message; ///< without level, context and logger
    std::string_view logger;
    bool complete = false; ///< the logger was there, so nothing was cut off at the end
};

/// Where a line holds its time stamp: at its beginning, or behind what docker, kubectl or a collector wrote there. The
/// first stamped line decides for the whole file, so that a stamp in the middle of somebody's text is not believed.
class LogLayout {
public:
    struct Place {
        LogStamp stamp;
        std::size_t bodyBegin = 0; ///< first character behind the stamp
    };

    /// Nothing for a line that only continues the one before.
    [[nodiscard]] std::optional<Place> locate(std::string_view line);

private:
    enum class Kind : quint8 { Unknown, AtStart, BareAtStart, BehindPrefix };
    Kind m_kind = Kind::Unknown;
};

/// Splits what stands behind the stamp.
[[nodiscard]] LogRecord splitLogBody(std::string_view body);

/// Takes " (logger)" and a thread name behind it off the end of text; the logger, or nothing.
std::string_view takeLogger(std::string_view& text);

/// The text without terminal colours, or the text itself when there are none (scratch holds the copy).
[[nodiscard]] std::string_view withoutAnsi(std::string_view text, std::string& scratch);

} // namespace millrace
