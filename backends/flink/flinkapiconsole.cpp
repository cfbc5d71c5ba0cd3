// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkapiconsole.h"

#include "backends/flink/flinkapi.h"
#include "backends/flink/jobmanagerclient.h"
#include "backends/http/multipart.h"
#include "backends/http/redaction.h"

#include <QCoreApplication>
#include <QUrlQuery>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct ConsoleTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkConsole)
};

bool isOfGateway(const ApiRequest& request)
{
    return request.operation.server == "gateway"_L1;
}

/// Asks which versions there are; the only call of the gateway that has none in its path.
bool isVersionless(const ApiRequest& request)
{
    return request.operation.path == api::versions();
}

QString encodedQuery(const ApiRequest& request)
{
    QStringList parts;
    for (const auto& [name, value] : request.query) {
        parts << QString::fromLatin1(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    }
    return parts.join(u'&');
}

Result<HttpRequest> prepared(const GatewayClient& client, const ApiRequest& request)
{
    HttpRequest http;
    const bool ofGateway = isOfGateway(request);
    QString path = request.path;
    if (ofGateway && !isVersionless(request)) {
        path.prepend(u"/v%1"_s.arg(client.version()));
    }
    if (const QString query = encodedQuery(request); !query.isEmpty()) {
        path += u'?' + query;
    }
    http.url = api::joined(ofGateway ? client.gateway() : client.jobManager(), path);
    http.method = request.operation.method;
    http.accept = "*/*";
    http.anyStatus = true;
    for (const auto& [name, value] : request.headers) {
        http.headers.append({name.toLatin1(), value.toUtf8()});
    }
    if (!request.form.isEmpty()) {
        QList<QPair<QString, QString>> texts;
        QList<QPair<QString, QString>> files;
        for (const auto& field : request.form) {
            const auto known = std::ranges::find(request.operation.parameters, field.first, &ApiParameter::name);
            const bool isFile = known != request.operation.parameters.end() && known->type == "file"_L1;
            (isFile ? files : texts).append(field);
        }
        const Result<Multipart> body = multipart(texts, files);
        if (!body) {
            return failure(body.error());
        }
        http.body = body->body;
        http.contentType = body->contentType;
    } else if (!request.body.isEmpty()) {
        http.body = request.body;
        http.contentType = request.operation.bodyType.isEmpty() ? "application/json" : request.operation.bodyType;
    }
    return http;
}

QCoro::Task<Result<ApiAnswer>> sendCall(
    std::shared_ptr<GatewayClient> client, ApiRequest request, CancellationToken token)
{
    if (isOfGateway(request)) {
        if (client->gateway().isEmpty()) {
            co_return failure(ErrorKind::Unsupported,
                ConsoleTexts::tr("This call needs the address of the SQL Gateway: fill it in, in the connection."));
        }
        const bool needsVersion = !isVersionless(request);
        if (needsVersion) {
            const Result<void> negotiated = co_await negotiate(client, false, token);
            if (!negotiated) {
                co_return failure(negotiated.error());
            }
        }
    } else if (auto missing = missingJobManager(*client)) {
        co_return failure(std::move(*missing));
    }
    Result<HttpRequest> http = prepared(*client, request);
    if (!http) {
        co_return failure(http.error());
    }
    const Redactor& redactor = client->http().redactor();
    QString sent = QString::fromLatin1(http->method) + u' ' + redactor.url(http->url);
    for (const auto& [name, value] : redactor.headers(http->headers)) {
        sent += u'\n' + name + u": "_s + value;
    }
    const Result<HttpResponse> response = co_await client->http().send(std::move(*http), std::move(token));
    if (!response) {
        co_return failure(response.error());
    }
    ApiAnswer answer;
    answer.status = response->status;
    answer.headers = response->headers;
    answer.body = response->body;
    answer.elapsedMs = response->elapsedMs;
    answer.sent = sent;
    co_return answer;
}

} // namespace

FlinkApiConsole::FlinkApiConsole(std::shared_ptr<GatewayClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<QString>> FlinkApiConsole::dialect(CancellationToken)
{
    co_return QString();
}

QCoro::Task<Result<ApiAnswer>> FlinkApiConsole::call(ApiRequest request, CancellationToken token)
{
    return sendCall(m_client, std::move(request), std::move(token));
}

} // namespace millrace::flink
