// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/gatewayclient.h"

#include "backends/flink/flinkapi.h"
#include "backends/flink/flinkerrors.h"
#include "backends/flink/flinkjson.h"
#include "backends/http/completion.h"
#include "backends/http/httperrors.h"
#include "backends/http/pause.h"
#include "backends/http/redaction.h"

#include <QCoroFuture>

#include <QCoreApplication>
#include <QElapsedTimer>

namespace millrace::flink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Flink)
};

Error failedAnswer(const HttpResponse& response, const Redactor& redactor)
{
    if (auto error = errors::fromBody(response.body, response.status)) {
        error->detail = redactor.text(error->detail);
        error->message = redactor.text(error->message);
        if (error->kind != ErrorKind::Http && error->kind != ErrorKind::Auth) {
            return *error;
        }
        // No stack: what the status says is clearer, what the server says goes behind it.
        Error byStatus = httperrors::status(response, redactor);
        byStatus.detail = error->detail;
        return byStatus;
    }
    return httperrors::status(response, redactor);
}

bool hasEnded(const QString& state)
{
    return state == "FINISHED"_L1 || state == "CANCELED"_L1 || state == "FAILED"_L1 || state == "CANCELLING"_L1
        || state == "FAILING"_L1;
}

} // namespace

GatewayClient::GatewayClient(QUrl gateway, QUrl jobManager, HttpSettings settings, std::chrono::seconds sessionIdle)
    : m_http(std::move(settings)), m_gateway(std::move(gateway)), m_jobManager(std::move(jobManager)),
      m_sessionIdle(sessionIdle)
{
}

QString GatewayClient::serverText() const
{
    return u"Flink %1 · v%2"_s.arg(m_product).arg(m_version);
}

QCoro::Task<Result<QByteArray>> call(std::shared_ptr<GatewayClient> client, GatewayCall call, CancellationToken token)
{
    HttpRequest request;
    request.method = call.method;
    request.url =
        api::joined(call.server == GatewayCall::Server::Gateway ? client->gateway() : client->jobManager(), call.path);
    request.body = call.body;
    request.contentType = call.body.isEmpty() ? QByteArray() : QByteArray("application/json");
    request.anyStatus = true;
    request.readTimeout = call.readTimeout;
    request.previewBytes = call.previewBytes;
    Result<HttpResponse> response = co_await client->http().send(std::move(request), std::move(token));
    if (!response) {
        co_return failure(response.error());
    }
    const Redactor& redactor = client->http().redactor();
    if (response->status >= 400) {
        co_return failure(failedAnswer(*response, redactor));
    }
    if (auto error = httperrors::notJson(*response, redactor)) {
        co_return failure(std::move(*error));
    }
    co_return std::move(response->body);
}

QCoro::Task<Result<void>> negotiate(std::shared_ptr<GatewayClient> client, bool again, CancellationToken token)
{
    if (client->m_version != 0 && !again) {
        co_return Result<void>();
    }
    GatewayCall askVersions;
    askVersions.path = api::versions();
    const Result<QByteArray> offered = co_await call(client, askVersions, token);
    const QString host = httperrors::hostAndPort(client->gateway());
    if (!offered) {
        Error error = offered.error();
        if (error.httpStatus == 404) {
            error.message = Texts::tr("%1 answers, but not as a SQL Gateway does: its port is 8083 unless it was "
                                      "configured, the JobManager's is 8081.")
                                .arg(host);
        }
        co_return failure(std::move(error));
    }
    const Result<QStringList> versions = json::versions(*offered);
    if (!versions) {
        co_return failure(versions.error());
    }
    const std::optional<int> newest = api::newestCommonVersion(*versions);
    if (!newest) {
        co_return failure(ErrorKind::Unsupported,
            Texts::tr("%1 speaks %2 of the gateway's protocol, which is too new: use a newer Millrace.")
                .arg(host, versions->join(u", "_s)));
    }
    GatewayCall askInfo;
    askInfo.path = api::info(*newest);
    const Result<QByteArray> body = co_await call(client, askInfo, token);
    if (!body) {
        co_return failure(body.error());
    }
    const Result<json::GatewayInfo> info = json::gatewayInfo(*body);
    if (!info) {
        co_return failure(info.error());
    }
    client->m_offered = *versions;
    client->m_product = info->version;
    client->m_version = *newest;
    co_return Result<void>();
}

QCoro::Task<void> endJob(std::shared_ptr<GatewayClient> client, QString jobId, std::chrono::milliseconds patience)
{
    if (jobId.isEmpty() || client->jobManager().isEmpty()) {
        co_return;
    }
    QElapsedTimer clock;
    clock.start();
    GatewayCall ask;
    ask.server = GatewayCall::Server::JobManager;
    ask.path = api::job(jobId);
    ask.readTimeout = 2s;
    for (;;) {
        const Result<QByteArray> body = co_await call(client, ask, CancellationToken());
        const Result<QString> state = body ? json::jobState(*body) : Result<QString>(failure(body.error()));
        if (!state || hasEnded(*state)) {
            co_return;
        }
        if (std::chrono::milliseconds(clock.elapsed()) >= patience) {
            break;
        }
        co_await pauseFor(150ms, CancellationToken());
    }
    GatewayCall cancel;
    cancel.server = GatewayCall::Server::JobManager;
    cancel.method = "PATCH";
    cancel.path = api::jobCancel(jobId);
    cancel.readTimeout = 2s;
    co_await call(client, cancel, CancellationToken());
}

} // namespace millrace::flink
