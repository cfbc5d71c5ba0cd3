// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpclient.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace millrace {

/// One event that a server pushed.
struct ServerEvent {
    QByteArray type = "message";
    QByteArray data; ///< its lines joined by a line feed; UTF-8
    QByteArray id; ///< the last one that was given, also by an event before

    friend bool operator==(const ServerEvent&, const ServerEvent&) = default;
};

/// Reads a text/event-stream from pieces that may be cut anywhere: inside a character, a line end, an event.
class EventStreamParser {
public:
    /// The events that these bytes complete.
    std::vector<ServerEvent> feed(QByteArrayView bytes);

    /// The connection is another one: half an event that came over the last one is dropped; id and pause stay.
    void reconnected();

    [[nodiscard]] const QByteArray& lastId() const { return m_lastId; }

    /// How long the server wants to be left alone before the next connection.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; }

private:
    void takeLine(QByteArrayView line, std::vector<ServerEvent>& events);
    void takeField(QByteArrayView name, QByteArrayView value);

    QByteArray m_line;
    QByteArray m_type;
    QByteArray m_data;
    QByteArray m_lastId;
    std::optional<std::chrono::milliseconds> m_retry;
    bool m_hasData = false;
    bool m_afterReturn = false; ///< a line feed that comes next belongs to the line before
    bool m_isFirstLine = true; ///< which may begin with a byte order mark
};

/// How a stream is followed.
struct EventStreamOptions {
    HttpRequest request; ///< where it is; Accept, Last-Event-ID and the reading of the body are set here
    /// Called when a connection stands, each time; false ends the stream as done.
    std::function<bool()> onOpen;
    /// Called for each event; false ends the stream as done.
    std::function<bool(const ServerEvent&)> onEvent;
    std::chrono::milliseconds silence{30'000}; ///< without a byte, heart beats included, the connection is dead
    std::chrono::milliseconds pause{1'000}; ///< before the next connection, until the server wishes another one
    int mostFailures = 5; ///< connections in a row that bring nothing
};

/// Follows a stream over broken and silent connections until onEvent or onOpen ends it, the server ends it for good
/// (204), or it fails for good. Everything is called in the caller's thread.
QCoro::Task<Result<void>> followEvents(
    std::shared_ptr<HttpClient> client, EventStreamOptions options, CancellationToken token);

} // namespace millrace
