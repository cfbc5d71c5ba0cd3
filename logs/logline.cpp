// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logline.h"

#include "logs/textscan.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace millrace {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t kPrefix = 96; ///< thread or container names in front of a stamp are shorter
constexpr std::size_t kLevelWithin = 160; ///< behind the stamp
constexpr std::size_t kJsonHead = 2048;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

int twoDigits(std::string_view text, std::size_t at)
{
    return at + 2 <= text.size() && isDigit(text[at]) && isDigit(text[at + 1])
        ? (text[at] - '0') * 10 + (text[at + 1] - '0')
        : -1;
}

qint64 daysSince1970(int year, int month, int day)
{
    using namespace std::chrono;
    const year_month_day date{
        std::chrono::year{year}, std::chrono::month{unsigned(month)}, std::chrono::day{unsigned(day)}};
    return date.ok() ? qint64(sys_days{date}.time_since_epoch().count()) : -1;
}

/// Milliseconds of a fraction after a comma or a dot at `at`, which is moved behind it.
int takeFraction(std::string_view text, std::size_t& at)
{
    if (at + 1 >= text.size() || (text[at] != ',' && text[at] != '.') || !isDigit(text[at + 1])) {
        return 0;
    }
    int ms = 0;
    int scale = 100;
    for (++at; at < text.size() && isDigit(text[at]); ++at) {
        ms += (text[at] - '0') * scale;
        scale /= 10;
    }
    return ms;
}

/// "23/01/31 14:05:06" and "2023/01/31 14:05:06".
std::optional<LogStamp> slashed(std::string_view text)
{
    const std::size_t year = text.size() > 2 && text[2] == '/' ? 2 : 4;
    if (text.size() < year + 15 || text[year] != '/' || text[year + 3] != '/' || text[year + 6] != ' '
        || text[year + 9] != ':' || text[year + 12] != ':') {
        return std::nullopt;
    }
    const int high = year == 4 ? twoDigits(text, 0) : 20;
    const int low = twoDigits(text, year - 2);
    const int hour = twoDigits(text, year + 7);
    const int minute = twoDigits(text, year + 10);
    const int second = twoDigits(text, year + 13);
    const qint64 days = daysSince1970(high * 100 + low, twoDigits(text, year + 1), twoDigits(text, year + 4));
    if (high < 0 || low < 0 || days < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0
        || second > 60) {
        return std::nullopt;
    }
    std::size_t end = year + 15;
    LogStamp stamp{.localMs = ((days * 24 + hour) * 60 + minute) * 60'000 + second * 1000};
    stamp.localMs += takeFraction(text, end);
    stamp.length = end;
    return stamp;
}

/// Ten digits are seconds, thirteen milliseconds, both of this century.
std::optional<LogStamp> epoch(std::string_view text)
{
    std::size_t end = 0;
    qint64 value = 0;
    while (end < text.size() && end < 14 && isDigit(text[end])) {
        value = value * 10 + (text[end] - '0');
        ++end;
    }
    if ((end != 10 && end != 13) || text.front() != '1') {
        return std::nullopt;
    }
    LogStamp stamp{.localMs = end == 10 ? value * 1000 : value, .offsetSeconds = 0};
    if (end == 10) {
        stamp.localMs += takeFraction(text, end);
    }
    if (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_')) {
        return std::nullopt;
    }
    stamp.length = end;
    return stamp;
}

/// "14:05:06.123", the day of which nobody knows: it begins a record and has no time.
bool isBareTime(std::string_view text)
{
    return text.size() >= 12 && text[2] == ':' && text[5] == ':' && (text[8] == '.' || text[8] == ',')
        && twoDigits(text, 0) >= 0 && twoDigits(text, 3) >= 0 && twoDigits(text, 6) >= 0 && isDigit(text[9]);
}

LogLevel levelWord(std::string_view word)
{
    switch (word.size()) {
    case 4:
        return word == "INFO"sv ? LogLevel::Info : word == "WARN"sv ? LogLevel::Warn : LogLevel::Unknown;
    case 5:
        return word == "ERROR"sv ? LogLevel::Error
            : word == "DEBUG"sv  ? LogLevel::Debug
            : word == "TRACE"sv  ? LogLevel::Trace
            : word == "FATAL"sv  ? LogLevel::Fatal
                                 : LogLevel::Unknown;
    case 6:
        return word == "SEVERE"sv ? LogLevel::Error : LogLevel::Unknown;
    case 7:
        return word == "WARNING"sv ? LogLevel::Warn : LogLevel::Unknown;
    case 8:
        return word == "CRITICAL"sv ? LogLevel::Fatal : LogLevel::Unknown;
    default:
        return LogLevel::Unknown;
    }
}

/// The first word of the head that is a level. Words of a message that look like one stand further behind.
LogLevel levelIn(std::string_view head)
{
    std::size_t i = 0;
    while (i < head.size()) {
        if (!isUpper(head[i])
            || (i > 0 && (std::isalnum(static_cast<unsigned char>(head[i - 1])) != 0 || head[i - 1] == '_'))) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < head.size() && isUpper(head[end])) {
            ++end;
        }
        const bool whole =
            end == head.size() || (std::isalnum(static_cast<unsigned char>(head[end])) == 0 && head[end] != '_');
        if (const LogLevel level = whole ? levelWord(head.substr(i, end - i)) : LogLevel::Unknown;
            level != LogLevel::Unknown) {
            return level;
        }
        i = end;
    }
    return LogLevel::Unknown;
}

/// "WARNING: An illegal reflective access", "[ERROR] Failed": a level at the very beginning.
LogLevel leadingLevel(std::string_view line)
{
    const bool boxed = !line.empty() && line.front() == '[';
    const std::string_view text = line.substr(boxed ? 1 : 0, 9);
    std::size_t end = 0;
    while (end < text.size() && isUpper(text[end])) {
        ++end;
    }
    if (end < 4 || end >= text.size() || (text[end] != ' ' && text[end] != ':' && text[end] != ']')) {
        return LogLevel::Unknown;
    }
    return levelWord(text.substr(0, end));
}

/// The value behind "key": in the head of a line of JSON, without its quotes.
std::string_view jsonValue(std::string_view head, std::string_view key)
{
    for (std::size_t at = head.find(key); at != head.npos; at = head.find(key, at + 1)) {
        std::string_view rest = head.substr(at + key.size());
        if (at == 0 || head[at - 1] != '"' || !takePrefix(rest, "\""sv)) {
            continue;
        }
        while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':')) {
            rest.remove_prefix(1);
        }
        if (rest.empty()) {
            return {};
        }
        if (takePrefix(rest, "\""sv)) {
            return rest.substr(0, rest.find('"'));
        }
        return rest.substr(0, rest.find_first_of(",}"sv));
    }
    return {};
}

LogLineMark jsonMark(std::string_view line)
{
    const std::string_view head = line.substr(0, kJsonHead);
    LogLineMark mark;
    for (const std::string_view key : {"timestamp"sv, "@timestamp"sv, "time"sv, "ts"sv, "timeMillis"sv}) {
        if (const std::string_view value = jsonValue(head, key); !value.empty()) {
            mark.stamp = parseAnyLogStamp(value);
            break;
        }
    }
    for (const std::string_view key : {"level"sv, "severity"sv, "log.level"sv}) {
        if (const std::string_view value = jsonValue(head, key); !value.empty() && value.size() <= 8) {
            std::array<char, 8> upper{};
            std::ranges::transform(
                value, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
            mark.level = levelWord({upper.data(), value.size()});
            break;
        }
    }
    mark.begins = mark.stamp || mark.level != LogLevel::Unknown;
    if (mark.stamp) {
        mark.stamp->length = 0;
    }
    return mark;
}

} // namespace

std::optional<LogStamp> parseAnyLogStamp(std::string_view text)
{
    if (text.size() < 10 || !isDigit(text.front())) {
        return std::nullopt;
    }
    if (text[4] == '-') {
        return parseLogStamp(text);
    }
    return text[2] == '/' || text[4] == '/' ? slashed(text) : epoch(text);
}

std::optional<LogStamp> LogLineReader::stampOf(std::string_view line)
{
    const auto at = [&line](std::size_t place) {
        std::optional<LogStamp> stamp = place < line.size() ? parseAnyLogStamp(line.substr(place)) : std::nullopt;
        if (stamp) {
            stamp->length += place;
        }
        return stamp;
    };
    if (std::optional<LogStamp> stamp = at(m_at)) {
        return stamp;
    }
    // A line that begins with blanks continues a record, whatever stands in it.
    if (line.empty() || line.front() == ' ' || line.front() == '\t') {
        return std::nullopt;
    }
    const std::string_view head = line.substr(0, kPrefix);
    for (std::size_t place = 0; place < head.size(); ++place) {
        const bool mayBegin = place == 0 || head[place - 1] == ' ' || head[place - 1] == '[' || head[place - 1] == '|';
        if (!mayBegin || !isDigit(head[place])) {
            continue;
        }
        std::optional<LogStamp> stamp = at(place);
        // In the middle of a line only a whole date is believed: numbers of ten digits are many.
        if (stamp && (place <= 1 || line[place + 4] == '-')) {
            m_at = place;
            return stamp;
        }
    }
    return std::nullopt;
}

LogLineMark LogLineReader::read(std::string_view line)
{
    LogLineMark mark;
    if (line.empty()) {
        return mark;
    }
    if (line.front() == '{') {
        if (mark = jsonMark(line); mark.begins) {
            return mark;
        }
    }
    std::size_t body = 0;
    mark.stamp = stampOf(line);
    if (mark.stamp) {
        body = mark.stamp->length;
    } else if (isBareTime(line.substr(line.front() == '[' ? 1 : 0, 16))) {
        body = 12;
    } else {
        mark.level = leadingLevel(line);
        mark.begins = mark.level != LogLevel::Unknown;
        return mark;
    }
    mark.begins = true;
    mark.level = levelIn(line.substr(body, kLevelWithin));
    if (mark.level == LogLevel::Unknown && m_at > 1) {
        mark.level = levelIn(line.substr(0, m_at)); // layouts that begin with the level
    }
    return mark;
}

} // namespace millrace
