// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/operation.h"

#include "backends/flink/flinkapi.h"
#include "backends/flink/flinkjson.h"

#include <QTimer>

namespace millrace::flink {

using namespace std::chrono_literals;

namespace {

/// How long a gateway may take for each step after somebody pressed Cancel.
constexpr auto s_cancelTimeout = 1500ms;
/// The gateway ends a job about a second after its operation was closed; then it is our turn.
constexpr auto s_jobPatience = 3s;

/// Cancels a source after a time, unless it goes away before.
class Deadline {
public:
    explicit Deadline(std::chrono::milliseconds time)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [source = m_source] { source.cancel(); });
        m_timer.start(time);
    }

    [[nodiscard]] CancellationToken token() const { return m_source.token(); }

private:
    CancellationSource m_source;
    QTimer m_timer;
};

GatewayCall closeCall(const SessionCore& core, const OperationHandle& operation)
{
    GatewayCall close;
    close.method = "DELETE";
    close.path = api::operationClose(core.client()->version(), core.handle(), operation.id);
    return close;
}

QCoro::Task<void> endJobIn(std::shared_ptr<SessionCore> core, QString jobId, std::chrono::milliseconds patience)
{
    const int work = core->beginWork(CancellationSource());
    co_await endJob(core->client(), jobId, patience);
    core->endWork(work);
}

QCoro::Task<void> closeIn(std::shared_ptr<SessionCore> core, OperationHandle operation, OperationEnd end)
{
    const int work = core->beginWork(CancellationSource());
    const Deadline deadline(2 * s_cancelTimeout);
    co_await callIn(core, closeCall(*core, operation), deadline.token());
    if (end == OperationEnd::Cancelled) {
        co_await endJob(core->client(), operation.jobId, s_jobPatience);
    }
    core->endWork(work);
}

} // namespace

QCoro::Task<Result<QString>> submitStatement(
    std::shared_ptr<SessionCore> core, QString statement, CancellationToken token)
{
    if (token.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    CancellationSource late;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [late] { late.cancel(); });
    const CancellationSubscription subscription = token.onCancel([&timer] { timer.start(s_cancelTimeout); });
    GatewayCall submit;
    submit.method = "POST";
    submit.path = api::statements(core->client()->version(), core->handle());
    submit.body = api::statementBody(statement);
    const Result<QByteArray> body = co_await callIn(core, submit, late.token());
    if (!body) {
        co_return failure(body.error());
    }
    co_return json::operationHandle(*body);
}

QCoro::Task<Result<QByteArray>> fetchPage(
    std::shared_ptr<SessionCore> core, OperationHandle operation, qint64 page, bool plainText, CancellationToken token)
{
    GatewayCall fetch;
    fetch.path = api::result(core->client()->version(), core->handle(), operation.id, page, plainText);
    fetch.previewBytes = 8 * 1024; // hundreds of pages a second must stay cheap to watch
    return callIn(std::move(core), std::move(fetch), std::move(token));
}

QCoro::Task<void> cancelOperation(std::shared_ptr<SessionCore> core, OperationHandle operation)
{
    const Deadline deadline(2 * s_cancelTimeout);
    GatewayCall cancel;
    cancel.method = "POST";
    cancel.path = api::operationCancel(core->client()->version(), core->handle(), operation.id);
    cancel.readTimeout = s_cancelTimeout;
    // Refused once the statement itself is done and only its rows flow: then closing ends the job.
    co_await callIn(core, cancel, deadline.token());
    GatewayCall close = closeCall(*core, operation);
    close.readTimeout = s_cancelTimeout;
    const Result<QByteArray> closed = co_await callIn(core, close, deadline.token());
    endJobIn(core, operation.jobId, closed ? std::chrono::milliseconds(s_jobPatience) : 0ms);
}

void tidyUp(const std::shared_ptr<SessionCore>& core, const OperationHandle& operation, OperationEnd end)
{
    closeIn(core, operation, end);
}

} // namespace millrace::flink
