// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/brokerlog.h"

#include "logs/textscan.h"

#include <algorithm>

namespace millrace {

using namespace std::string_view_literals;
using Kind = CoordinatorEventKind;

namespace {

constexpr std::size_t kHead = 300; ///< a coordinator's context stands within this
constexpr std::size_t kLongestStart = 64 * 1024;
constexpr std::size_t kMostTypes = 100;

/// What of a stamped line can matter, from its first characters: most lines of a broker are turned away here.
struct Glance {
    bool coordinator = false;
    bool trouble = false; ///< WARN and above, where client errors stand
};

Glance glance(std::string_view body)
{
    std::string_view rest = body;
    takePrefix(rest, " "sv);
    const char level = rest.empty() ? '\0' : rest.front();
    const std::size_t blank = rest.find(' ');
    rest = blank == rest.npos ? std::string_view() : rest.substr(blank + 1);
    takePrefix(rest, " "sv);
    Glance result;
    result.trouble = level != 'I' && level != 'D' && level != 'T';
    result.coordinator = rest.starts_with("[GroupCoordinator"sv) || mayBeCoordinatorMessage(rest)
        || body.substr(0, kHead).find("[GroupCoordinator"sv) != body.npos;
    return result;
}

/// "rebalanceTimeoutMs=300000" anywhere in the text that DMS prints for a group: the largest.
int largestNumber(std::string_view text, std::string_view mark)
{
    int largest = -1;
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        std::string_view rest = text.substr(at + mark.size());
        largest = std::max(largest, takeNumber(rest).value_or(-1));
    }
    return largest;
}

} // namespace

BrokerLog::BrokerLog(const RebalanceOptions& options) : m_groups(options.groups), m_clock(options.logZone) { }

void BrokerLog::beginFile(int file)
{
    m_file = file;
    m_line = 0;
    m_layout = LogLayout();
    m_innerLayout = LogLayout();
    m_startText.clear();
    m_to = to();
    m_haveStamp = false;
}

void BrokerLog::feed(std::string_view bytes)
{
    m_splitter.feed(bytes, [this](std::string_view text) { line(text); });
}

void BrokerLog::endFile()
{
    const std::string rest = m_splitter.takeRest();
    std::string_view text = rest;
    while (text.ends_with('\r')) {
        text.remove_suffix(1);
    }
    if (text.empty()) {
        return;
    }
    std::string_view body = text;
    if (text.back() == '}' || !takeLogger(body).empty()) {
        line(text);
    } else {
        ++m_line;
    }
}

qint64 BrokerLog::to() const
{
    if (!m_haveStamp) {
        return m_to;
    }
    LogClock clock = m_clock;
    return std::max(m_to, clock.toUtc(m_lastStamp));
}

void BrokerLog::noteTime(const LogStamp& stamp)
{
    m_lastStamp = stamp;
    if (!m_haveStamp) {
        m_haveStamp = true;
        const qint64 utc = m_clock.toUtc(stamp);
        m_from = m_from == kNoTime ? utc : std::min(m_from, utc);
    }
}

void BrokerLog::line(std::string_view text)
{
    ++m_line;
    if (text.starts_with("\xef\xbb\xbf"sv)) {
        text.remove_prefix(3);
    }
    // Behind a start line an object may be part of what the client gave as its reason.
    if (text.starts_with('{') && (m_startText.empty() || m_startInJson)) {
        jsonLine(text);
        return;
    }
    std::optional<LogLayout::Place> place = m_layout.locate(text);
    if (!place) {
        const std::string_view plain = withoutAnsi(text, m_scratch);
        if (plain.size() != text.size()) {
            text = plain;
            place = m_layout.locate(text);
        }
    }
    if (place) {
        stampedLine(text, *place);
    } else {
        continuation(text);
    }
}

void BrokerLog::stampedLine(std::string_view text, const LogLayout::Place& place)
{
    m_startText.clear();
    noteTime(place.stamp);
    std::string_view body = text.substr(place.bodyBegin);
    const Glance seen = glance(body);
    if (seen.coordinator) {
        std::string scratch;
        body = withoutAnsi(body, scratch);
        LogRecord parsed = splitLogBody(body);
        parsed.stamp = place.stamp;
        record(parsed);
    } else if (seen.trouble) {
        m_errors.add(body, false, m_clock.toUtc(place.stamp), m_file, m_line);
    }
}

void BrokerLog::record(const LogRecord& record)
{
    m_coordinatorLines += record.context.empty() ? 0 : 1;
    const std::optional<CoordinatorEvent> event = parseCoordinatorLine(record.message, record.context);
    if (!event) {
        return;
    }
    const int broker = record.context.empty() ? m_lastBroker : brokerOfContext(record.context);
    apply(*event, m_clock.toUtc(record.stamp), broker);
    if (event->kind == Kind::Start) {
        // The text in the reason is the client's and may hold line breaks: what follows without a stamp belongs to it.
        m_startText.assign(record.message);
        if (!record.logger.empty()) {
            m_startText.append(" (").append(record.logger).append(")");
        }
        m_startContext.assign(record.context);
        m_startInJson = false;
    }
}

void BrokerLog::apply(const CoordinatorEvent& event, qint64 utc, int broker)
{
    m_lastBroker = broker;
    auto known = m_coordinators.find(broker);
    if (known == m_coordinators.end()) {
        known = m_coordinators.emplace(broker, CoordinatorState(m_groups)).first;
    }
    known->second.apply(event, {.utc = utc, .broker = broker, .file = m_file, .line = m_line});
}

void BrokerLog::continuation(std::string_view text)
{
    if (m_startText.empty()) {
        m_errors.add(text, true, m_haveStamp ? m_clock.toUtc(m_lastStamp) : kNoTime, m_file, m_line);
        return;
    }
    if (m_startText.size() + text.size() > kLongestStart) {
        return;
    }
    m_startText.append("\n").append(text);
    std::string_view message = m_startText;
    takeLogger(message);
    const auto coordinator = m_coordinators.find(m_lastBroker);
    const std::optional<CoordinatorEvent> event = parseCoordinatorLine(message, m_startContext);
    if (event && event->kind == Kind::Start && coordinator != m_coordinators.end()) {
        coordinator->second.amendStart(*event);
    }
}

void BrokerLog::jsonLine(std::string_view text)
{
    const bool mayMatter = text.find("roup"sv) != text.npos || !m_startText.empty() || recogniseClientError(text);
    const std::optional<JsonLogLine> json = mayMatter ? parseJsonLogLine(text) : std::nullopt;
    if (!json) {
        return;
    }
    if (json->isPlainLine) {
        if (const std::optional<LogLayout::Place> place = m_innerLayout.locate(json->message)) {
            stampedLine(json->message, *place);
            m_startInJson = true;
        } else {
            continuation(json->message);
        }
        return;
    }
    m_startText.clear();
    if (json->stamp) {
        noteTime(*json->stamp);
    }
    if (!json->type.empty()) {
        dmsRecord(*json);
        return;
    }
    LogRecord parsed = splitLogBody(json->message);
    if (json->stamp && (!parsed.context.empty() || json->logger.find("coordinator.group") != std::string::npos)) {
        parsed.stamp = *json->stamp;
        parsed.level = json->level;
        record(parsed);
        m_startText.clear(); // JSON escapes line breaks, so that a record is one line
    } else if (json->level != LogLevel::Info) {
        m_errors.add(json->message, false, json->stamp ? m_clock.toUtc(*json->stamp) : kNoTime, m_file, m_line);
    }
}

void BrokerLog::dmsRecord(const JsonLogLine& json)
{
    ++m_coordinatorLines;
    if (!json.stamp) {
        return;
    }
    const qint64 utc = m_clock.toUtc(*json.stamp);
    if (!json.groupText.empty()) {
        CoordinatorEvent facts;
        facts.kind = Kind::MemberLoaded;
        facts.group = json.group;
        facts.metadata.memberId = json.leader;
        facts.metadata.sessionTimeoutMs = largestNumber(json.groupText, "sessionTimeoutMs="sv);
        facts.metadata.rebalanceTimeoutMs = largestNumber(json.groupText, "rebalanceTimeoutMs="sv);
        apply(facts, utc, json.coordinator);
    }
    if (const std::optional<CoordinatorEvent> event = parseCoordinatorLine(json.message, {})) {
        apply(*event, utc, json.coordinator);
        return;
    }
    if (json.type == "END_REBALANCE") {
        CoordinatorEvent event;
        event.kind = Kind::Assigned;
        event.group = json.group;
        event.member = json.leader;
        event.generation = json.generation;
        apply(event, utc, json.coordinator);
        return;
    }
    if (m_unknownTypes.size() < kMostTypes || m_unknownTypes.contains(json.type)) {
        ++m_unknownTypes[json.type];
    }
}

} // namespace millrace
