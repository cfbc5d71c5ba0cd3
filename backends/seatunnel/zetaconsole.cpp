// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetaconsole.h"

#include "backends/http/multipart.h"
#include "backends/http/redaction.h"

#include <QFile>
#include <QRegularExpression>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

struct ConsoleTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelConsole)
};

/// What was sent, as --verbose prints it.
QString sentText(const ZetaCall& call, const QUrl& url, const Redactor& redactor)
{
    QStringList lines{QString::fromLatin1(call.method) + u' ' + redactor.url(url)};
    lines.append(u"Accept: "_s + QString::fromLatin1(call.accept));
    if (!call.body.isEmpty()) {
        lines.append(u"Content-Type: "_s + QString::fromLatin1(call.contentType));
        lines.append(u"Content-Length: %1"_s.arg(call.body.size()));
    }
    return lines.join(u'\n');
}

} // namespace

QCoro::Task<Result<QString>> ZetaConsole::dialect(CancellationToken token)
{
    const Result<ServerInfo> server = co_await findServer(m_client, false, std::move(token));
    if (!server) {
        co_return failure(server.error());
    }
    co_return toId(server->dialect);
}

QCoro::Task<Result<ApiAnswer>> ZetaConsole::call(ApiRequest request, CancellationToken token)
{
    const std::shared_ptr<ZetaClient> client = m_client;
    // A part of the path that may be left out: finished-jobs/{state}.
    static const QRegularExpression s_left(u"/\\{[^/}]*\\}"_s);
    QString path = request.path;
    path.remove(s_left);
    ZetaCall call{.method = request.operation.method,
        .path = path,
        .query = request.query,
        .body = request.body,
        .accept = "*/*"};
    if (call.method == "DELETE") {
        co_return failure(
            ErrorKind::Usage, tr("A DELETE is never sent: a member would take an entry out of its own maps."));
    }
    if (!request.form.isEmpty()) {
        const Result<Multipart> parts = multipart({}, request.form); // its calls take files only
        if (!parts) {
            co_return failure(parts.error());
        }
        call.body = parts->body;
        call.contentType = parts->contentType;
    }
    Result<HttpResponse> response = co_await send(client, call, std::move(token));
    if (!response) {
        co_return failure(response.error());
    }
    const Dialect dialect = client->server()->dialect;
    ApiAnswer answer{.status = response->status, .headers = response->headers, .body = std::move(response->body)};
    answer.elapsedMs = response->elapsedMs;
    answer.sent = sentText(call, client->url(dialect, call), client->http(dialect).redactor());
    co_return answer;
}

} // namespace millrace::seatunnel
