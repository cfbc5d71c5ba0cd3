// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyclient.h"

#include "backends/http/redaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyClient)
};

/// The first explain after a start took up to 146 s, a submit to a closed port 60 s, and savepoints block to their end.
constexpr std::chrono::milliseconds s_slowCall = 200s;

ApiDescription descriptionFrom(const QByteArray& bytes)
{
    // The file travels in the program; a test reads it.
    return ApiDescription::read(bytes).value_or(ApiDescription());
}

QUrl urlOf(const DinkySettings& settings, const QString& path, const QList<QPair<QString, QString>>& query)
{
    QByteArray text = settings.address.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveQuery) + path.toLatin1();
    char separator = '?';
    for (const auto& [name, value] : query) {
        text += separator + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return QUrl::fromEncoded(text, QUrl::StrictMode);
}

bool isLoginCall(const QString& path)
{
    return path == "/api/login"_L1 || path == "/api/geTenants"_L1;
}

bool needsLogin(const QString& path)
{
    return path.startsWith("/api/"_L1) && !isLoginCall(path);
}

bool isSlow(const QString& path)
{
    static const QStringList s_quick{u"/openapi/version"_s, u"/openapi/getJobData"_s, u"/openapi/getJobInstance"_s,
        u"/openapi/getJobInstanceByTaskId"_s, u"/openapi/exportSql"_s};
    return (path.startsWith("/openapi/"_L1) && !s_quick.contains(path)) || path.startsWith("/api/task/"_L1)
        || path.startsWith("/api/studio/"_L1);
}

HttpRequest requestFrom(const DinkyClient& client, const ApiRequest& call)
{
    HttpRequest request;
    request.method = call.operation.method;
    request.url = urlOf(client.settings(), call.path, call.query);
    request.headers = client.headersFor(call.path);
    for (const auto& [name, value] : call.headers) {
        request.headers.append({name.toLatin1(), value.toUtf8()});
    }
    request.anyStatus = true;
    if (isSlow(call.path)) {
        request.readTimeout = std::max(s_slowCall, client.settings().http.readTimeout);
    }
    if (!call.body.isEmpty()) {
        request.contentType = "application/json";
        request.body = call.body;
    }
    return request;
}

/// The value of a cookie that the answer sets.
QByteArray cookieOf(const HttpResponse& response, QByteArrayView name)
{
    for (const auto& [header, value] : response.headers) {
        if (header.compare("Set-Cookie", Qt::CaseInsensitive) != 0) {
            continue;
        }
        // Qt joins several of them with line ends.
        for (const QByteArray& line : value.split('\n')) {
            const QByteArray pair = line.split(';').value(0).trimmed();
            const qsizetype equals = pair.indexOf('=');
            if (equals > 0 && pair.first(equals) == name && pair.size() > equals + 1) {
                return pair.sliced(equals + 1);
            }
        }
    }
    return {};
}

std::vector<DinkyClient::Tenant> tenantsFrom(const QJsonArray& array)
{
    std::vector<DinkyClient::Tenant> tenants;
    for (const QJsonValue& value : array) {
        const QJsonObject tenant = value.toObject();
        tenants.push_back({textOf(tenant.value("id"_L1)), tenant.value("tenantCode"_L1).toString()});
    }
    return tenants;
}

/// The id of the tenant that the form names.
Result<QString> tenantFor(const std::vector<DinkyClient::Tenant>& tenants, const QString& wanted)
{
    if (wanted.isEmpty() && !tenants.empty()) {
        return tenants.front().id;
    }
    QStringList known;
    for (const DinkyClient::Tenant& tenant : tenants) {
        if (tenant.id == wanted || tenant.code == wanted) {
            return tenant.id;
        }
        known.append(u"%1 (%2)"_s.arg(tenant.code, tenant.id));
    }
    // Another tenant's cookie would be answered with nothing, and end the login.
    return failure(ErrorKind::Auth,
        known.isEmpty()
            ? Texts::tr("The user belongs to no tenant.")
            : Texts::tr("The user does not belong to the tenant %1; there are: %2.").arg(wanted, known.join(u", "_s)));
}

HttpRequest plainRequest(const DinkyClient& client, const QByteArray& method, const QString& path,
    const QList<QPair<QString, QString>>& query = {})
{
    HttpRequest request;
    request.method = method;
    request.url = urlOf(client.settings(), path, query);
    request.anyStatus = true;
    return request;
}

/// 0.7 wants the tenant with the login, and lists them before it.
QCoro::Task<Result<std::vector<DinkyClient::Tenant>>> tenantsBeforeLogin(
    std::shared_ptr<DinkyClient> client, CancellationToken token)
{
    HttpRequest request = plainRequest(*client, "GET", u"/api/geTenants"_s, {{u"username"_s, client->settings().user}});
    const Result<HttpResponse> response = co_await client->http().send(std::move(request), token);
    if (!response) {
        co_return failure(response.error());
    }
    const Result<Payload> payload = readAnswer(*response, client->http().redactor());
    if (!payload) {
        Error error = payload.error();
        error.kind = ErrorKind::Auth;
        co_return failure(error);
    }
    co_return tenantsFrom(payload->data.toArray());
}

} // namespace

DinkyClient::DinkyClient(DinkySettings settings, const QByteArray& apiDescription)
    : m_settings(std::move(settings)), m_http(m_settings.http), m_description(descriptionFrom(apiDescription)),
      m_dialect(m_settings.dialect)
{
}

HttpHeaders DinkyClient::headersFor(const QString& path) const
{
    // language is never sent: it would switch the whole server, for everybody.
    if (!needsLogin(path) || m_token.isEmpty()) {
        return {};
    }
    QByteArray cookie = (isOld() ? QByteArray("satoken=") : QByteArray("token=")) + m_token;
    if (!m_tenantId.isEmpty()) {
        cookie += "; tenantId=" + m_tenantId.toLatin1();
    }
    return {{"Cookie", cookie}};
}

QCoro::Task<Result<QString>> findDialect(std::shared_ptr<DinkyClient> client, CancellationToken token)
{
    if (!client->m_dialect.isEmpty()) {
        const QString known = client->m_dialect;
        co_return known;
    }
    HttpRequest request = plainRequest(*client, "GET", u"/openapi/version"_s);
    const Result<HttpResponse> response = co_await client->m_http.send(std::move(request), token);
    if (!response) {
        co_return failure(response.error());
    }
    const QJsonObject object = QJsonDocument::fromJson(response->body).object();
    if (response->status == 404 && object.contains("path"_L1)) {
        client->m_dialect = u"0.7"_s;
    } else {
        const Result<Payload> payload = readAnswer(*response, client->m_http.redactor());
        if (!payload) {
            co_return failure(payload.error());
        }
        client->m_version = payload->data.toString();
        client->m_dialect = u"1.x"_s;
    }
    const QString found = client->m_dialect;
    co_return found;
}

QCoro::Task<Result<void>> logIn(std::shared_ptr<DinkyClient> client, CancellationToken token)
{
    client->m_token.clear();
    if (!client->canLogIn()) {
        co_return failure(ErrorKind::Auth, Texts::tr("This call needs a login: give a user in the connection."));
    }
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    QJsonObject body{
        {u"username"_s, client->m_settings.user}, {u"password"_s, client->m_settings.password}, {u"autoLogin"_s, true}};
    if (client->isOld()) {
        Result<std::vector<DinkyClient::Tenant>> tenants = co_await tenantsBeforeLogin(client, token);
        if (!tenants) {
            co_return failure(tenants.error());
        }
        client->m_tenants = std::move(*tenants);
        const Result<QString> tenant = tenantFor(client->m_tenants, client->m_settings.tenant);
        if (!tenant) {
            co_return failure(tenant.error());
        }
        client->m_tenantId = *tenant;
        body.insert(u"tenantId"_s, tenant->toInt());
    } else {
        body.insert(u"ldapLogin"_s, false);
    }
    HttpRequest request = plainRequest(*client, "POST", u"/api/login"_s);
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const Result<HttpResponse> response = co_await client->m_http.send(std::move(request), token);
    if (!response) {
        co_return failure(response.error());
    }
    const Result<Payload> payload = readAnswer(*response, client->m_http.redactor());
    if (!payload) {
        Error error = payload.error();
        error.kind = ErrorKind::Auth;
        error.message = Texts::tr("The server refused the login of %1: %2").arg(client->m_settings.user, error.message);
        co_return failure(error);
    }
    QByteArray found = cookieOf(*response, client->isOld() ? "satoken" : "token");
    if (found.isEmpty()) {
        found = response->header("token");
    }
    if (found.isEmpty()) {
        co_return failure(ErrorKind::Protocol, Texts::tr("The server took the login and gave no token."));
    }
    if (!client->isOld()) {
        client->m_tenants = tenantsFrom(payload->data.toObject().value("tenantList"_L1).toArray());
        const Result<QString> tenant = tenantFor(client->m_tenants, client->m_settings.tenant);
        if (!tenant) {
            co_return failure(tenant.error());
        }
        client->m_tenantId = *tenant;
    }
    client->m_token = found;
    co_return Result<void>();
}

QCoro::Task<Result<HttpResponse>> send(std::shared_ptr<DinkyClient> client, ApiRequest request, CancellationToken token)
{
    const bool wanted = needsLogin(request.path);
    if (wanted && !client->isLoggedIn()) {
        const Result<void> done = co_await logIn(client, token);
        if (!done) {
            co_return failure(done.error());
        }
    }
    for (int attempt = 0;; ++attempt) {
        HttpRequest outgoing = requestFrom(*client, request);
        Result<HttpResponse> response = co_await client->http().send(std::move(outgoing), token);
        if (!response || !wanted || attempt > 0 || !wantsLogin(*response)) {
            co_return response;
        }
        const Result<void> again = co_await logIn(client, token);
        if (!again) {
            co_return failure(again.error());
        }
    }
}

QCoro::Task<Result<HttpResponse>> callRaw(
    std::shared_ptr<DinkyClient> client, QString operation, CallValues values, QJsonValue body, CancellationToken token)
{
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    const ApiOperation* known = client->description().find(operation, *dialect);
    if (!known) {
        co_return failure(ErrorKind::Unsupported, Texts::tr("Dinky %1 has no call %2.").arg(*dialect, operation));
    }
    QByteArray bytes;
    if (!known->bodyType.isEmpty() && body.isObject()) {
        bytes = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    } else if (!known->bodyType.isEmpty() && body.isArray()) {
        bytes = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    }
    Result<ApiRequest> request = prepareCall(*known, values, bytes);
    if (!request) {
        co_return failure(request.error());
    }
    ApiRequest ready = std::move(*request);
    co_return co_await send(client, std::move(ready), token);
}

QCoro::Task<Result<Payload>> call(
    std::shared_ptr<DinkyClient> client, QString operation, CallValues values, QJsonValue body, CancellationToken token)
{
    const Result<HttpResponse> response = co_await callRaw(client, operation, values, body, token);
    if (!response) {
        co_return failure(response.error());
    }
    co_return readAnswer(*response, client->http().redactor());
}

} // namespace millrace::dinky
