// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logrecord.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <utility>

namespace millrace {

using namespace std::string_view_literals;

namespace {

/// Docker, kubectl and collectors write less than this in front of a line.
constexpr std::size_t kLongestPrefix = 256;

std::optional<LogLayout::Place> bracketed(std::string_view line, std::size_t at)
{
    const std::optional<LogStamp> stamp = parseLogStamp(line.substr(at + 1));
    if (!stamp) {
        return std::nullopt;
    }
    const std::size_t close = at + 1 + stamp->length;
    if (close >= line.size() || line[close] != ']') {
        return std::nullopt;
    }
    return LogLayout::Place{*stamp, close + 1};
}

std::optional<LogLayout::Place> behindPrefix(std::string_view line)
{
    const std::string_view head = line.substr(0, kLongestPrefix);
    for (std::size_t at = head.find('['); at != head.npos; at = head.find('[', at + 1)) {
        if (std::optional<LogLayout::Place> place = bracketed(line, at)) {
            return place;
        }
    }
    return std::nullopt;
}

std::optional<LogLayout::Place> bare(std::string_view line)
{
    if (line.empty() || line.front() < '0' || line.front() > '9') {
        return std::nullopt;
    }
    const std::optional<LogStamp> stamp = parseLogStamp(line);
    return stamp ? std::optional(LogLayout::Place{*stamp, stamp->length}) : std::nullopt;
}

LogLevel levelOf(std::string_view word)
{
    constexpr std::array<std::pair<std::string_view, LogLevel>, 9> kNames{
        {{"INFO"sv, LogLevel::Info}, {"WARN"sv, LogLevel::Warn}, {"ERROR"sv, LogLevel::Error},
            {"DEBUG"sv, LogLevel::Debug}, {"TRACE"sv, LogLevel::Trace}, {"FATAL"sv, LogLevel::Fatal},
            {"WARNING"sv, LogLevel::Warn}, {"SEVERE"sv, LogLevel::Error}, {"CRITICAL"sv, LogLevel::Fatal}}};
    for (const auto& [name, level] : kNames) {
        if (word == name) {
            return level;
        }
    }
    return LogLevel::Unknown;
}

void skipBlanks(std::string_view& text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
}

LogLevel takeLevel(std::string_view& text)
{
    skipBlanks(text);
    const bool boxed = !text.empty() && text.front() == '[';
    const std::size_t end = text.find_first_of(boxed ? "]"sv : " \t:"sv, 0);
    if (end == text.npos || end > 10) {
        return LogLevel::Unknown;
    }
    std::string_view word = text.substr(boxed ? 1 : 0, end - (boxed ? 1 : 0));
    while (!word.empty() && word.back() == ' ') {
        word.remove_suffix(1);
    }
    const LogLevel level = levelOf(word);
    if (level != LogLevel::Unknown) {
        text.remove_prefix(end + (boxed ? 1 : 0));
        skipBlanks(text);
    }
    return level;
}

/// Whether text is what a layout writes before a message, such as "[main] kafka.coordinator.group.GroupCoordinator - ",
/// and not part of a message that quotes another one.
bool isLayoutText(std::string_view text)
{
    return text.back() == ' ' && !text.starts_with("[Group"sv) && text.find_first_of("(=,'`"sv) == text.npos;
}

bool isLoggerName(std::string_view name)
{
    return name.find('.') != name.npos && std::ranges::all_of(name, [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_' || c == '$';
    });
}

} // namespace

std::optional<LogLayout::Place> LogLayout::locate(std::string_view line)
{
    if (!line.empty() && line.front() == '[') {
        if (std::optional<Place> place = bracketed(line, 0)) {
            if (m_kind == Kind::Unknown) {
                m_kind = Kind::AtStart;
            }
            return place;
        }
    }
    std::optional<Place> place;
    if (m_kind == Kind::Unknown || m_kind == Kind::BehindPrefix) {
        place = behindPrefix(line);
        if (place) {
            m_kind = Kind::BehindPrefix;
            return place;
        }
    }
    if (m_kind == Kind::Unknown || m_kind == Kind::BareAtStart) {
        place = bare(line);
        if (place) {
            m_kind = Kind::BareAtStart;
        }
    }
    return place;
}

std::string_view takeLogger(std::string_view& text)
{
    std::string_view rest = text;
    while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\t')) {
        rest.remove_suffix(1);
    }
    // Some distributions write the thread behind the logger: "… (kafka.server.X) [main]".
    if (!rest.empty() && rest.back() == ']') {
        const std::size_t open = rest.rfind(") ["sv);
        if (open != rest.npos) {
            rest = rest.substr(0, open + 1);
        }
    }
    if (rest.empty() || rest.back() != ')') {
        return {};
    }
    const std::size_t open = rest.rfind(" ("sv);
    if (open == rest.npos) {
        return {};
    }
    const std::string_view logger = rest.substr(open + 2, rest.size() - open - 3);
    if (!isLoggerName(logger)) {
        return {};
    }
    text = rest.substr(0, open);
    return logger;
}

LogRecord splitLogBody(std::string_view body)
{
    constexpr std::string_view kContext = "[GroupCoordinator"sv;
    LogRecord record;
    record.level = takeLevel(body);
    if (!body.starts_with(kContext) && !body.empty()) {
        // Layouts that put the thread or the logger in front of the message.
        const std::size_t at = body.substr(0, kLongestPrefix).find(kContext);
        if (at != body.npos && isLayoutText(body.substr(0, at))) {
            body.remove_prefix(at);
        }
    }
    record.logger = takeLogger(body);
    record.complete = !record.logger.empty();
    if (body.starts_with(kContext)) {
        const std::size_t close = body.find(']');
        if (close != body.npos) {
            record.context = body.substr(1, close - 1);
            body.remove_prefix(close + 1);
            if (!body.empty() && body.front() == ':') {
                body.remove_prefix(1);
            }
            skipBlanks(body);
        }
    }
    record.message = body;
    return record;
}

std::string_view withoutAnsi(std::string_view text, std::string& scratch)
{
    if (text.empty() || std::memchr(text.data(), 0x1b, text.size()) == nullptr) {
        return text;
    }
    scratch.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != 0x1b) {
            scratch += text[i];
            continue;
        }
        if (i + 1 < text.size() && text[i + 1] == '[') {
            i += 2;
            while (i < text.size() && (text[i] < 0x40 || text[i] > 0x7e)) {
                ++i;
            }
        }
    }
    return scratch;
}

} // namespace millrace
