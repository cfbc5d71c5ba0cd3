// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logstamp.h"

#include <chrono>

namespace millrace {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads exactly count digits at position, or answers -1.
int digits(std::string_view text, std::size_t position, std::size_t count)
{
    if (position + count > text.size()) {
        return -1;
    }
    int value = 0;
    for (std::size_t i = position; i < position + count; ++i) {
        if (!isDigit(text[i])) {
            return -1;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// Milliseconds of a fraction that begins at position; its end is stored in position.
int fraction(std::string_view text, std::size_t& position)
{
    int ms = 0;
    int scale = 100;
    while (position < text.size() && isDigit(text[position])) {
        ms += (text[position] - '0') * scale;
        scale /= 10;
        ++position;
    }
    return ms;
}

/// "Z", "+hh:mm", "+hhmm" or "+hh" at position.
std::optional<int> zone(std::string_view text, std::size_t& position)
{
    if (position >= text.size()) {
        return std::nullopt;
    }
    if (text[position] == 'Z') {
        ++position;
        return 0;
    }
    if (text[position] != '+' && text[position] != '-') {
        return std::nullopt;
    }
    const int hours = digits(text, position + 1, 2);
    if (hours < 0 || hours > 15) {
        return std::nullopt;
    }
    std::size_t end = position + 3;
    const bool colon = end < text.size() && text[end] == ':';
    int minutes = digits(text, end + (colon ? 1 : 0), 2);
    if (minutes < 0 || minutes > 59) {
        minutes = 0;
    } else {
        end += colon ? 3 : 2;
    }
    const int seconds = hours * 3600 + minutes * 60;
    const bool west = text[position] == '-';
    position = end;
    return west ? -seconds : seconds;
}

} // namespace

std::optional<LogStamp> parseLogStamp(std::string_view text)
{
    constexpr std::size_t kShortest = 19;
    if (text.size() < kShortest || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':'
        || (text[10] != ' ' && text[10] != 'T')) {
        return std::nullopt;
    }
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    if (year < 1970 || month < 1 || day < 1 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0
        || second > 60) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year{year}, std::chrono::month{unsigned(month)}, std::chrono::day{unsigned(day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    const qint64 days = std::chrono::sys_days{date}.time_since_epoch().count();
    LogStamp stamp;
    stamp.localMs = ((days * 24 + hour) * 60 + minute) * 60'000 + second * 1000;
    std::size_t end = kShortest;
    if (end + 1 < text.size() && (text[end] == ',' || text[end] == '.') && isDigit(text[end + 1])) {
        ++end;
        stamp.localMs += fraction(text, end);
    }
    stamp.offsetSeconds = zone(text, end);
    stamp.length = end;
    return stamp;
}

} // namespace millrace
