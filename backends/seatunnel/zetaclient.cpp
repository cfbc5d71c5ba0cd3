// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetaclient.h"

#include "backends/http/completion.h"
#include "backends/http/httperrors.h"
#include "backends/seatunnel/zetaclusterjson.h"
#include "backends/seatunnel/zetaerrors.h"
#include "backends/seatunnel/zetajobjson.h"
#include "backends/seatunnel/zetavalues.h"

#include <QCoroFuture>

#include <QCoreApplication>
#include <QTimeZone>
#include <QUrlQuery>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

struct ClientTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelClient)
};

constexpr QLatin1StringView s_v1Prefix = "/hazelcast/rest/maps"_L1;

HttpSettings withoutLogin(HttpSettings settings)
{
    settings.login = {};
    return settings;
}

/// An address up to where its API begins, whatever of that was typed behind it.
QUrl baseOf(QUrl url)
{
    QString path = url.path();
    if (const qsizetype prefix = path.indexOf("/hazelcast"_L1); prefix >= 0) {
        path.truncate(prefix);
    }
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path);
    url.setQuery(QString());
    url.setFragment({});
    return url;
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QCoro::Task<Result<HttpResponse>> sendTo(
    std::shared_ptr<ZetaClient> client, Dialect dialect, ZetaCall call, CancellationToken token)
{
    HttpRequest request;
    request.method = call.method;
    request.url = client->url(dialect, call);
    request.body = call.body;
    request.contentType = call.body.isEmpty() ? QByteArray() : call.contentType;
    request.accept = call.accept;
    request.anyStatus = true;
    return client->http(dialect).send(std::move(request), std::move(token));
}

/// Asks one address who it is. An Error of kind Unsupported: it answers, but is no SeaTunnel of that dialect.
QCoro::Task<Result<ServerInfo>> whoIs(std::shared_ptr<ZetaClient> client, Dialect dialect, CancellationToken token)
{
    ZetaCall overviewCall{.path = u"overview"_s};
    const auto answer = co_await sendTo(client, dialect, overviewCall, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const Redactor& redactor = client->http(dialect).redactor();
    if (answer->status == 200) {
        if (const auto overview = json::overview(answer->body)) {
            co_return ServerInfo{.dialect = dialect, .version = overview->version, .commit = overview->commit};
        }
    }
    if (answer->status == 401 || answer->status == 403) {
        co_return failure(errors::fromAnswer(*answer, u"overview"_s, redactor));
    }
    // Before 2.3.6 there was no overview; the list of jobs is as old as the API.
    if (dialect == Dialect::V1) {
        ZetaCall listCall{.path = u"running-jobs"_s};
        const auto list = co_await sendTo(client, dialect, listCall, token);
        if (list && list->status == 200 && json::jobs(list->body)) {
            co_return ServerInfo{.dialect = dialect};
        }
    }
    const QString host = httperrors::hostAndPort(answer->url);
    const QString message = dialect == Dialect::V1
        ? ClientTexts::tr("%1 answers, but not as a SeaTunnel member does: the member port is 5801 unless it was "
                          "configured, and hazelcast.yaml has to enable its REST API.")
              .arg(host)
        : ClientTexts::tr("%1 answers, but not as SeaTunnel's REST v2 does: its port is 8080 unless it was configured, "
                          "and the address has to end with the context path.")
              .arg(host);
    co_return failure(ErrorKind::Unsupported, message, QString::fromUtf8(answer->body.left(4096)));
}

} // namespace

QString toId(Dialect dialect)
{
    return dialect == Dialect::V1 ? u"v1"_s : u"v2"_s;
}

QString ServerInfo::text() const
{
    return version.isEmpty() ? ClientTexts::tr("SeaTunnel before 2.3.6 · %1").arg(toId(dialect))
                             : u"SeaTunnel %1 · %2"_s.arg(version, toId(dialect));
}

ZetaClient::ZetaClient(QUrl v1, QUrl v2, const HttpSettings& settings, QString zone)
    : m_http(settings), m_plain(withoutLogin(settings)), m_v1(baseOf(std::move(v1))), m_v2(baseOf(std::move(v2))),
      m_zone(std::move(zone))
{
}

QUrl ZetaClient::url(Dialect dialect, const ZetaCall& call) const
{
    QUrl url = address(dialect);
    const bool ofServer = call.path.startsWith(u'/');
    const QString prefix = dialect == Dialect::V1 && !ofServer ? QString(s_v1Prefix) : QString();
    url.setPath(url.path() + prefix + (ofServer ? QString() : u"/"_s) + call.path, QUrl::TolerantMode);
    QStringList pairs;
    for (const auto& [name, value] : call.query) {
        pairs.append(encoded(name) + u'=' + encoded(value));
    }
    if (!pairs.isEmpty()) {
        url.setQuery(pairs.join(u'&'), QUrl::StrictMode);
    }
    return url;
}

int ZetaClient::zoneOffset() const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (const QTimeZone zone(m_zone.toUtf8()); !m_zone.isEmpty() && zone.isValid()) {
        return zone.offsetFromUtc(now);
    }
    return m_learned.value_or(QTimeZone::systemTimeZone().offsetFromUtc(now));
}

QString ZetaClient::zoneText() const
{
    if (!m_zone.isEmpty() && QTimeZone(m_zone.toUtf8()).isValid()) {
        return ClientTexts::tr("%1, as the connection says").arg(m_zone);
    }
    const QString name = values::zoneName(zoneOffset());
    return m_learned ? ClientTexts::tr("%1, as the ids of its jobs tell").arg(name)
                     : ClientTexts::tr("%1, that of this computer: the server does not tell its own").arg(name);
}

void ZetaClient::learnZone(const QString& jobId, const QString& createTime)
{
    if (!m_learned) {
        m_learned = values::zoneOffset(jobId, createTime);
    }
}

QCoro::Task<Result<ServerInfo>> findServer(std::shared_ptr<ZetaClient> client, bool again, CancellationToken token)
{
    if (client->m_server && !again) {
        co_return *client->m_server;
    }
    const bool unknown = client->m_v1 == client->m_v2;
    std::optional<Error> problem;
    for (const Dialect dialect : {Dialect::V2, Dialect::V1}) {
        if (client->address(dialect).isEmpty()) {
            continue;
        }
        const Result<ServerInfo> found = co_await whoIs(client, dialect, token);
        if (found) {
            client->m_server = *found;
            co_return *found;
        }
        if (found.error().isCancelled() || token.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        // v2 comes first, and what it says counts: a refused login, a certificate. But a member's port only hangs up
        // when it is asked as v2.
        const bool outweighs =
            unknown && problem && problem->kind != ErrorKind::Auth && problem->kind != ErrorKind::Tls;
        if (!problem || outweighs) {
            problem = found.error();
        }
    }
    if (!problem) {
        co_return failure(ErrorKind::Usage,
            ClientTexts::tr(
                "This connection has no valid address of a SeaTunnel server: correct it in the connection."));
    }
    co_return failure(std::move(*problem));
}

QCoro::Task<Result<HttpResponse>> send(std::shared_ptr<ZetaClient> client, ZetaCall call, CancellationToken token)
{
    const Result<ServerInfo> server = co_await findServer(client, false, token);
    if (!server) {
        co_return failure(server.error());
    }
    co_return co_await sendTo(client, server->dialect, std::move(call), std::move(token));
}

QCoro::Task<Result<QByteArray>> ask(std::shared_ptr<ZetaClient> client, ZetaCall call, CancellationToken token)
{
    const QString name = call.name.isEmpty() ? call.path.section(u'/', 0, 0) : call.name;
    const bool wantsJson = call.accept == "application/json";
    Result<HttpResponse> response = co_await send(client, std::move(call), std::move(token));
    if (!response) {
        co_return failure(response.error());
    }
    const Redactor& redactor = client->http(client->server()->dialect).redactor();
    if (response->status != 200) {
        co_return failure(errors::fromAnswer(*response, name, redactor));
    }
    if (wantsJson) {
        if (auto error = httperrors::notJson(*response, redactor)) {
            co_return failure(std::move(*error));
        }
    }
    co_return std::move(response->body);
}

} // namespace millrace::seatunnel
