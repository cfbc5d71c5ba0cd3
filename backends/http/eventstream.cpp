// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/eventstream.h"

#include "backends/http/pause.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EventStream)
};

constexpr char s_byteOrderMark[] = "\xEF\xBB\xBF";
constexpr std::chrono::milliseconds s_longestPause{30'000};

bool isNumber(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// What one connection brought.
struct Round {
    EventStreamParser* parser = nullptr;
    const EventStreamOptions* options = nullptr;
    bool opened = false;
    bool ended = false; ///< a callback said that it is enough

    bool take(QByteArrayView bytes)
    {
        if (!opened) {
            opened = true;
            ended = options->onOpen && !options->onOpen();
        }
        const std::vector<ServerEvent> events = ended ? std::vector<ServerEvent>() : parser->feed(bytes);
        for (const ServerEvent& event : events) {
            ended = ended || (options->onEvent && !options->onEvent(event));
        }
        return !ended;
    }
};

HttpRequest roundRequest(const EventStreamOptions& options, const EventStreamParser& parser, Round* round)
{
    HttpRequest request = options.request;
    request.accept = "text/event-stream";
    request.readTimeout = options.silence;
    request.headers.append(qMakePair(QByteArray("Cache-Control"), QByteArray("no-cache")));
    if (!parser.lastId().isEmpty()) {
        request.headers.append(qMakePair(QByteArray("Last-Event-ID"), parser.lastId()));
    }
    request.onBody = [round](QByteArrayView bytes) { return round->take(bytes); };
    return request;
}

bool isEventStream(const HttpResponse& response)
{
    return response.header("Content-Type").toLower().startsWith("text/event-stream");
}

/// A refusal stands; only the network may be better the next time.
bool isWorthAnother(const Error& error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout || error.httpStatus >= 500;
}

} // namespace

std::vector<ServerEvent> EventStreamParser::feed(QByteArrayView bytes)
{
    std::vector<ServerEvent> events;
    for (const char c : bytes) {
        if (c == '\n' && m_afterReturn) {
            m_afterReturn = false;
            continue;
        }
        m_afterReturn = c == '\r';
        if (c != '\n' && c != '\r') {
            m_line += c;
            continue;
        }
        takeLine(m_line, events);
        m_line.clear();
    }
    return events;
}

void EventStreamParser::reconnected()
{
    m_line.clear();
    m_type.clear();
    m_data.clear();
    m_hasData = false;
    m_afterReturn = false;
    m_isFirstLine = true;
}

void EventStreamParser::takeLine(QByteArrayView line, std::vector<ServerEvent>& events)
{
    if (m_isFirstLine && line.startsWith(s_byteOrderMark)) {
        line = line.sliced(3);
    }
    m_isFirstLine = false;
    if (!line.isEmpty()) {
        const qsizetype colon = line.indexOf(':');
        QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
        if (value.startsWith(' ')) {
            value = value.sliced(1);
        }
        // A line that begins with a colon is a comment: it keeps the connection awake.
        if (colon != 0) {
            takeField(colon < 0 ? line : line.first(colon), value);
        }
        return;
    }
    if (m_hasData) {
        events.push_back({.type = m_type.isEmpty() ? QByteArray("message") : m_type, .data = m_data, .id = m_lastId});
    }
    m_type.clear();
    m_data.clear();
    m_hasData = false;
}

void EventStreamParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        if (m_hasData) {
            m_data += '\n';
        }
        m_data += value;
        m_hasData = true;
    } else if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "id" && !value.contains('\0')) {
        m_lastId = value.toByteArray();
    } else if (name == "retry" && isNumber(value)) {
        m_retry = std::min(std::chrono::milliseconds(value.toByteArray().toLongLong()), s_longestPause);
    }
}

QCoro::Task<Result<void>> followEvents(
    std::shared_ptr<HttpClient> client, EventStreamOptions options, CancellationToken token)
{
    EventStreamParser parser;
    for (int failures = 0; !token.isCancelled();) {
        Round round{.parser = &parser, .options = &options};
        HttpRequest request = roundRequest(options, parser, &round);
        const Result<HttpResponse> response = co_await client->send(std::move(request), token);
        if (round.ended) {
            co_return Result<void>();
        }
        if (response && response->status == 204) {
            co_return Result<void>();
        }
        if (response && !isEventStream(*response)) {
            co_return failure(ErrorKind::Protocol, Texts::tr("The server answered with something else than events."));
        }
        if (!response && !isWorthAnother(response.error())) {
            co_return failure(response.error());
        }
        failures = round.opened ? 0 : failures + 1;
        if (failures >= options.mostFailures) {
            if (!response) {
                co_return failure(response.error());
            }
            co_return failure(ErrorKind::Network, Texts::tr("The server ends every stream of events at once."));
        }
        parser.reconnected();
        const std::chrono::milliseconds pause = parser.retry().value_or(options.pause);
        co_await pauseFor(pause, token);
    }
    co_return failure(Error::cancelled());
}

} // namespace millrace
