// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetaconsole.h"

#include "backends/http/redaction.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

struct ConsoleTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelConsole)
};

/// A multipart body of the files that the form names.
Result<QByteArray> multipart(const QList<QPair<QString, QString>>& form, const QByteArray& boundary)
{
    QByteArray body;
    for (const auto& [name, path] : form) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorKind::Storage,
                ConsoleTexts::tr("The file %1 could not be read: %2.").arg(path, file.errorString()));
        }
        QByteArray fileName = QFileInfo(path).fileName().toUtf8();
        fileName.replace('"', "%22").replace('\r', "").replace('\n', "");
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name.toUtf8() + "\"; filename=\""
            + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.readAll() + "\r\n";
    }
    body += "--" + boundary + "--\r\n";
    return body;
}

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
        const QByteArray boundary = "----millrace" + QUuid::createUuid().toByteArray(QUuid::Id128);
        Result<QByteArray> body = multipart(request.form, boundary);
        if (!body) {
            co_return failure(body.error());
        }
        call.body = std::move(*body);
        call.contentType = "multipart/form-data; boundary=" + boundary;
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
