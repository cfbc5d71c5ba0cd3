// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/sessioncore.h"

#include "backends/flink/flinkapi.h"
#include "backends/flink/flinkjson.h"

#include <QCoroFuture>

#include <QFutureWatcher>

#include <algorithm>

namespace millrace::flink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long closing a session waits for the runs in it, and then for the gateway.
constexpr auto s_closePatience = 4s;
constexpr auto s_closeTimeout = 2s;

} // namespace

std::chrono::milliseconds heartbeatInterval(std::chrono::seconds sessionIdle)
{
    // Often enough to survive two that get lost, and to notice soon that a gateway was started anew.
    return std::clamp<std::chrono::milliseconds>(sessionIdle / 3, 1s, 60s);
}

SessionCore::SessionCore(std::shared_ptr<GatewayClient> client, QString handle)
    : m_client(std::move(client)), m_handle(std::move(handle))
{
    connect(&m_heartbeat, &QTimer::timeout, this, &SessionCore::heartbeatDue);
    m_heartbeat.start(heartbeatInterval(m_client->sessionIdle()));
}

void SessionCore::setProperties(QMap<QString, QString> properties)
{
    m_properties = std::move(properties);
    Q_EMIT propertiesChanged();
}

void SessionCore::note(const Error& error)
{
    if (error.kind != ErrorKind::SessionLost || m_lost || m_closing) {
        return;
    }
    m_lost = true;
    m_heartbeat.stop();
    Q_EMIT lost(error);
}

std::optional<QString> SessionCore::zone() const
{
    const QString zone = m_properties.value(u"table.local-time-zone"_s);
    if (zone.isEmpty() || zone == "default"_L1) {
        return std::nullopt;
    }
    return zone;
}

int SessionCore::beginWork(CancellationSource cancellation)
{
    if (m_idle.isComplete()) {
        m_idle = {};
    }
    m_work.insert(++m_lastWork, cancellation);
    if (m_closing) {
        cancellation.cancel();
    }
    return m_lastWork;
}

void SessionCore::endWork(int id)
{
    m_work.remove(id);
    if (m_work.isEmpty()) {
        m_idle.complete(true);
    }
}

QFuture<bool> SessionCore::idle()
{
    if (m_work.isEmpty()) {
        m_idle.complete(true);
    }
    return m_idle.future();
}

bool SessionCore::beginClosing()
{
    if (m_closing) {
        return false;
    }
    m_closing = true;
    m_heartbeat.stop();
    const QMap<int, CancellationSource> work = m_work;
    for (const CancellationSource& each : work) {
        each.cancel();
    }
    return true;
}

QCoro::Task<Result<QByteArray>> callIn(
    std::shared_ptr<SessionCore> core, GatewayCall gatewayCall, CancellationToken token)
{
    Result<QByteArray> body = co_await call(core->client(), std::move(gatewayCall), std::move(token));
    if (!body) {
        core->note(body.error());
    }
    co_return body;
}

QCoro::Task<Result<std::shared_ptr<SessionCore>>> openSession(
    std::shared_ptr<GatewayClient> client, QString name, QMap<QString, QString> properties, CancellationToken token)
{
    const Result<void> negotiated = co_await negotiate(client, false, token);
    if (!negotiated) {
        co_return failure(negotiated.error());
    }
    GatewayCall open;
    open.method = "POST";
    open.path = api::sessions(client->version());
    open.body = api::openSessionBody(name, properties);
    const Result<QByteArray> body = co_await call(client, open, token);
    if (!body) {
        co_return failure(body.error());
    }
    const Result<QString> handle = json::sessionHandle(*body);
    if (!handle) {
        co_return failure(handle.error());
    }
    auto core = std::make_shared<SessionCore>(client, *handle);
    const Result<void> read = co_await refreshProperties(core, token);
    if (!read) {
        co_await closeSession(core);
        co_return failure(read.error());
    }
    co_return core;
}

QCoro::Task<Result<void>> refreshProperties(std::shared_ptr<SessionCore> core, CancellationToken token)
{
    GatewayCall ask;
    ask.path = api::session(core->client()->version(), core->handle());
    const Result<QByteArray> body = co_await callIn(core, ask, std::move(token));
    if (!body) {
        co_return failure(body.error());
    }
    Result<QMap<QString, QString>> properties = json::sessionProperties(*body);
    if (!properties) {
        co_return failure(properties.error());
    }
    core->setProperties(std::move(*properties));
    co_return Result<void>();
}

QCoro::Task<void> closeSession(std::shared_ptr<SessionCore> core)
{
    if (!core->beginClosing()) {
        const QFuture<bool> closed = core->closed.future();
        co_await closed;
        co_return;
    }
    const QFuture<bool> idle = core->idle();
    Completion<bool> done;
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &deadline, [done] { done.complete(false); });
    deadline.start(s_closePatience);
    QFutureWatcher<bool> watcher;
    QObject::connect(&watcher, &QFutureWatcher<bool>::finished, &watcher, [done] { done.complete(true); });
    watcher.setFuture(idle);
    const QFuture<bool> either = done.future();
    co_await either;
    if (!core->isLost()) {
        GatewayCall close;
        close.method = "DELETE";
        close.path = api::session(core->client()->version(), core->handle());
        close.readTimeout = s_closeTimeout;
        co_await call(core->client(), close, CancellationToken());
    }
    core->closed.complete(true);
}

QCoro::Task<void> sendHeartbeat(std::shared_ptr<SessionCore> core)
{
    GatewayCall beat;
    beat.method = "POST";
    beat.path = api::heartbeat(core->client()->version(), core->handle());
    // Any other failure than a lost session is left to the next beat.
    co_await callIn(core, beat, CancellationToken());
}

} // namespace millrace::flink
