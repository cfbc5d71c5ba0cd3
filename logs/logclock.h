// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "logs/logstamp.h"

#include <QString>
#include <QTimeZone>

#include <vector>

namespace millrace {

/// Turns what one log wrote into UTC. A log in a zone with daylight saving repeats an hour each autumn; the clock is
/// fed in file order and takes the second reading once the first would step back.
class LogClock {
public:
    explicit LogClock(const QTimeZone& zone = QTimeZone::utc());

    /// Milliseconds since 1970 in UTC.
    [[nodiscard]] qint64 toUtc(const LogStamp& stamp);

private:
    /// One stretch of time with one distance from UTC.
    struct Span {
        qint64 utcBegin;
        qint64 utcEnd;
        qint64 offsetMs;
    };

    void loadSpans(qint64 localMs);

    QTimeZone m_zone;
    bool m_fixed;
    qint64 m_fixedOffsetMs = 0;
    std::vector<Span> m_spans;
    qint64 m_localBegin = 0;
    qint64 m_localEnd = 0;
    qint64 m_lastUtc;
    bool m_repeating = false; ///< in the second run of the hour that autumn repeats
};

/// Reads what a person writes for a zone: "UTC", "local", "+08:00", "UTC+8", "Asia/Shanghai".
[[nodiscard]] Result<QTimeZone> parseTimeZone(const QString& text);

/// "2020-07-01 06:49:49,010": the form in which logs write it, so that it can be searched for.
[[nodiscard]] QString logTimeText(qint64 utcMs, const QTimeZone& zone);

/// ISO 8601 in UTC with milliseconds.
[[nodiscard]] QString isoTimeText(qint64 utcMs);

/// How a zone is named beside a time: "UTC", "UTC+08:00", "Asia/Shanghai".
[[nodiscard]] QString zoneLabel(const QTimeZone& zone);

} // namespace millrace
