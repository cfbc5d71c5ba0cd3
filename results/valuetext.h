// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logicaltype.h"

#include <QTimeZone>

#include <string>
#include <string_view>

namespace millrace {

/// The single steps of ValueFormatter: each appends one kind of value as Flink shows it, or the wire text as it is when
/// that is not what the type promises. Internal to results/.
namespace valuetext {

/// 1.5 for DECIMAL(10, 4) is 1.5000; 1E+2 for DECIMAL(10, 2) is 100.00. Scale -1: as plain digits, nothing padded.
void appendDecimal(std::string& out, std::string_view wire, int scale);
/// Base64 as x'0aff'.
void appendBinary(std::string& out, std::string_view base64);
/// Months as +1-02.
void appendYearMonth(std::string& out, qint64 months);
/// Milliseconds as +1 02:03:04.567.
void appendDayTime(std::string& out, qint64 milliseconds);
/// Fills up with spaces to length characters.
void appendChar(std::string& out, std::string_view text, int length);
void appendInteger(std::string& out, qint64 value);
/// 2024-03-31T02:30:00.5 for TIMESTAMP(3) is 2024-03-31 02:30:00.500. A final Z is dropped.
void appendTimestamp(std::string& out, std::string_view wire, int precision);
/// 01:02:03 for TIME(3) is 01:02:03.0: at least one digit of a fraction, but no more than there are.
void appendTime(std::string& out, std::string_view wire, int precision);

} // namespace valuetext

/// UTC to the local time of one zone. Remembers the offset between the last two transitions that were asked for.
class ZoneOffsets {
public:
    explicit ZoneOffsets(const QString& timeZone);

    /// Seconds to add to a UTC time for the zone's local time.
    [[nodiscard]] int offsetAt(qint64 utcSeconds) const;

    /// The same for a local time; of one that the clocks show twice, either of the two.
    [[nodiscard]] int offsetAtLocal(qint64 localSeconds) const
    {
        return offsetAt(localSeconds - offsetAt(localSeconds));
    }

private:
    QTimeZone m_zone;
    mutable qint64 m_from = 0;
    mutable qint64 m_until = 0; ///< not included; m_from when nothing is remembered
    mutable int m_offset = 0;
};

/// Seconds since 1970 of yyyy-MM-ddTHH:mm:ss at the beginning of text, and how many characters that took; false when it
/// is not one. Years may be negative or have more than four digits, as ISO 8601 writes them.
bool parseTimestamp(std::string_view text, qint64& seconds, size_t& length);
/// The other way: yyyy-MM-dd HH:mm:ss with the given separator.
void appendTimestamp(std::string& out, qint64 seconds, char separator);
/// An offset in seconds as +02:00, or Z for none.
void appendOffset(std::string& out, int offset);

} // namespace millrace
