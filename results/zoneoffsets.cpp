// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/valuetext.h"

#include <QDateTime>
#include <QRegularExpression>

#include <array>
#include <charconv>
#include <chrono>
#include <limits>

namespace millrace {

namespace {

using namespace Qt::StringLiterals;

/// Flink also takes Java's offset forms: GMT+05:30, UTC-8, +08:00.
QTimeZone zoneOf(const QString& name)
{
    const QTimeZone zone(name.toUtf8());
    if (zone.isValid()) {
        return zone;
    }
    static const QRegularExpression offset(u"^(?:GMT|UTC|UT)?([+-])(\\d{1,2})(?::?(\\d{2}))?$"_s);
    if (const auto match = offset.match(name); match.hasMatch()) {
        const int seconds = match.captured(2).toInt() * 3600 + match.captured(3).toInt() * 60;
        const QTimeZone fixed(match.captured(1) == u"-"_s ? -seconds : seconds);
        if (fixed.isValid()) {
            return fixed;
        }
    }
    return QTimeZone::utc();
}

bool number(std::string_view text, size_t at, size_t length, int& value)
{
    if (text.size() < at + length) {
        return false;
    }
    const char* end = text.data() + at + length;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value);
    return error == std::errc() && stop == end && value >= 0;
}

} // namespace

ZoneOffsets::ZoneOffsets(const QString& timeZone) : m_zone(zoneOf(timeZone)) { }

int ZoneOffsets::offsetAt(qint64 utcSeconds) const
{
    if (utcSeconds >= m_from && utcSeconds < m_until) {
        return m_offset;
    }
    const QDateTime at = QDateTime::fromSecsSinceEpoch(utcSeconds, Qt::UTC);
    m_offset = m_zone.offsetFromUtc(at);
    m_from = utcSeconds;
    m_until = utcSeconds + 1;
    if (m_zone.hasTransitions()) {
        const QTimeZone::OffsetData before = m_zone.previousTransition(at.addSecs(1));
        const QTimeZone::OffsetData after = m_zone.nextTransition(at);
        m_from = before.atUtc.isValid() ? before.atUtc.toSecsSinceEpoch() : m_from;
        m_until = after.atUtc.isValid() ? after.atUtc.toSecsSinceEpoch() : m_until;
    } else {
        m_from = std::numeric_limits<qint64>::min();
        m_until = std::numeric_limits<qint64>::max();
    }
    return m_offset;
}

bool parseTimestamp(std::string_view text, qint64& seconds, size_t& length)
{
    const size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const size_t dash = text.find('-', sign);
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (dash == std::string_view::npos || dash - sign < 4 || dash - sign > 9 || !number(text, sign, dash - sign, year)
        || text.size() < dash + 15) {
        return false;
    }
    const std::string_view rest = text.substr(dash);
    if (!number(rest, 1, 2, month) || rest[3] != '-' || !number(rest, 4, 2, day) || rest[6] != 'T'
        || !number(rest, 7, 2, hour) || rest[9] != ':' || !number(rest, 10, 2, minute) || rest[12] != ':'
        || !number(rest, 13, 2, second)) {
        return false;
    }
    using namespace std::chrono;
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60 || year > 32767) {
        return false;
    }
    const year_month_day date(std::chrono::year(text[0] == '-' ? -year : year), std::chrono::month(unsigned(month)),
        std::chrono::day(unsigned(day)));
    seconds = qint64(sys_days(date).time_since_epoch().count()) * 86400 + hour * 3600 + minute * 60 + second;
    length = dash + 15;
    return true;
}

void appendTimestamp(std::string& out, qint64 seconds, char separator)
{
    using namespace std::chrono;
    const qint64 dayNumber = seconds >= 0 ? seconds / 86400 : -((86399 - seconds) / 86400);
    const auto inDay = int(seconds - dayNumber * 86400);
    const year_month_day date{sys_days(days(dayNumber))};
    const int year = int(date.year());
    std::array<char, 8> digits{};
    const int size = year < 0 ? -year : year;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), size).ptr;
    const auto length = size_t(end - digits.data());
    out.append(year < 0 ? "-" : year > 9999 ? "+" : "");
    out.append(length < 4 ? 4 - length : 0, '0');
    out.append(digits.data(), length);
    const auto two = [&out](char before, int value) {
        out.push_back(before);
        out.push_back(char('0' + value / 10));
        out.push_back(char('0' + value % 10));
    };
    two('-', int(unsigned(date.month())));
    two('-', int(unsigned(date.day())));
    two(separator, inDay / 3600);
    two(':', inDay / 60 % 60);
    two(':', inDay % 60);
}

void appendOffset(std::string& out, int offset)
{
    if (offset == 0) {
        out.push_back('Z');
        return;
    }
    const int minutes = (offset < 0 ? -offset : offset) / 60;
    const auto two = [&out](char before, int value) {
        out.push_back(before);
        out.push_back(char('0' + value / 10));
        out.push_back(char('0' + value % 10));
    };
    two(offset < 0 ? '-' : '+', minutes / 60);
    two(':', minutes % 60);
}

} // namespace millrace
