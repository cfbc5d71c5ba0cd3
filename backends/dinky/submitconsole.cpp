// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/submitconsole.h"

#include "backends/http/eventstream.h"
#include "backends/http/pause.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace millrace::dinky {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto s_look = 25ms;
constexpr auto s_mostWait = 3s; ///< for the stream to stand, and for its last event
constexpr auto s_poll = 1s;
constexpr auto s_silence = 30s; ///< a heart beat comes every 9 seconds
const QString s_invalid = u"SESSION_INVALID"_s;

HttpHeaders loginHeaders(const DinkyClient& client, const QString& path)
{
    return client.headersFor(path);
}

} // namespace

struct SubmitConsole::State {
    std::shared_ptr<DinkyClient> client;
    QString taskId;
    Observer onLog;
    QString sessionKey;
    QString topic;
    QString sent;
    CancellationSource listening;
    bool stands = false; ///< the server knows what to push
    bool refused = false; ///< it does not push at all
    bool finished = false; ///< the process has ended

    void take(const QString& whole)
    {
        const QString lines = newLines(sent, whole);
        if (!lines.isEmpty() && onLog) {
            onLog(lines);
        }
    }

    bool takeEvent(const QByteArray& data)
    {
        const QJsonObject event = QJsonDocument::fromJson(data).object();
        if (event.value("topic"_L1).toString() == topic) {
            const QJsonObject process = event.value("data"_L1).toObject();
            take(process.value("log"_L1).toString());
            const QString status = process.value("status"_L1).toString();
            finished = status == "FINISHED"_L1 || status == "FAILED"_L1;
        }
        return !finished;
    }
};

QString newLines(QString& sent, const QString& whole)
{
    // The log of another process begins anew.
    const QString lines = whole.startsWith(sent) ? whole.mid(sent.size()) : whole;
    sent = whole;
    return lines.endsWith(u'\n') ? lines.chopped(1) : lines;
}

SubmitConsole::SubmitConsole(std::shared_ptr<DinkyClient> client, QString taskId, Observer onLog)
    : m_state(std::make_shared<State>())
{
    m_state->client = std::move(client);
    m_state->taskId = std::move(taskId);
    m_state->onLog = std::move(onLog);
    m_state->sessionKey = u"millrace-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_state->topic = u"/TOPIC/PROCESS_CONSOLE/FlinkSubmit/"_s + m_state->taskId;
}

SubmitConsole::~SubmitConsole()
{
    m_state->onLog = {};
    m_state->listening.cancel();
}

QCoro::Task<void> SubmitConsole::begin(CancellationToken token)
{
    const std::shared_ptr<State> state = m_state;
    if (!state->client->canLogIn() || !state->onLog) {
        state->refused = true;
        co_return;
    }
    if (!state->client->isLoggedIn()) {
        const Result<void> done = co_await logIn(state->client, token);
        if (!done) {
            state->refused = true;
            co_return;
        }
    }
    if (state->client->isOld()) {
        // The console of the user, of all that was done so far: only what comes now is of interest.
        const Result<Payload> before = co_await call(state->client, u"process.console"_s, {}, {}, token);
        state->sent = before ? before->data.toString() : QString();
        poll(state);
        co_return;
    }
    follow(state);
    for (auto waited = 0ms; !state->stands && !state->refused && waited < s_mostWait && !token.isCancelled();
         waited += s_look) {
        co_await pauseFor(s_look, token);
    }
}

QCoro::Task<void> SubmitConsole::end(CancellationToken token)
{
    const std::shared_ptr<State> state = m_state;
    if (state->client->isOld() && !state->refused) {
        const Result<Payload> last = co_await call(state->client, u"process.console"_s, {}, {}, token);
        state->take(last ? last->data.toString() : QString());
        state->finished = true;
    }
    for (auto waited = 0ms; state->stands && !state->finished && waited < s_mostWait && !token.isCancelled();
         waited += s_look) {
        co_await pauseFor(s_look, token);
    }
    state->listening.cancel();
}

QCoro::Task<void> SubmitConsole::follow(std::shared_ptr<State> state)
{
    const QString path = u"/api/sse/connect"_s;
    QUrl url = state->client->settings().address;
    url = QUrl::fromEncoded(url.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveQuery) + path.toLatin1()
        + "?sessionKey=" + state->sessionKey.toLatin1());
    EventStreamOptions options;
    options.request.url = url;
    options.request.headers = loginHeaders(*state->client, path);
    options.silence = s_silence;
    options.onOpen = [state] {
        subscribe(state);
        return true;
    };
    options.onEvent = [state](const ServerEvent& event) { return state->takeEvent(event.data); };
    const std::shared_ptr<HttpClient> http(state->client, &state->client->http());
    const CancellationToken token = state->listening.token();
    const Result<void> done = co_await followEvents(http, std::move(options), token);
    state->refused = !done;
    state->stands = state->stands && done.has_value();
}

QCoro::Task<void> SubmitConsole::subscribe(std::shared_ptr<State> state)
{
    const QJsonObject body{{u"sessionKey"_s, state->sessionKey}, {u"topics"_s, QJsonArray{state->topic}}};
    const CancellationToken token = state->listening.token();
    const Result<Payload> answer = co_await call(state->client, u"sse.subscribe"_s, {}, body, token);
    // The stream stands a moment before the server knows of it.
    if (answer && answer->data.toArray().contains(QJsonValue(s_invalid))) {
        co_await pauseFor(s_look * 4, token);
        const Result<Payload> again = co_await call(state->client, u"sse.subscribe"_s, {}, body, token);
        state->stands = again && !again->data.toArray().contains(QJsonValue(s_invalid));
        state->refused = !state->stands;
        co_return;
    }
    state->stands = answer.has_value();
    state->refused = !answer;
}

QCoro::Task<void> SubmitConsole::poll(std::shared_ptr<State> state)
{
    const CancellationToken token = state->listening.token();
    while (!token.isCancelled() && !state->finished) {
        co_await pauseFor(s_poll, token);
        const Result<Payload> answer = co_await call(state->client, u"process.console"_s, {}, {}, token);
        if (answer && !state->finished) {
            state->take(answer->data.toString());
        }
    }
}

} // namespace millrace::dinky
