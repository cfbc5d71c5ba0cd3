// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dliclient.h"

#include "backends/http/httperrors.h"
#include "backends/http/pause.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace millrace::dli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliClient)
};

// Every co_return of a member below goes through std::as_const(): QCoro moves whatever lvalue it is given.
constexpr int s_mostAttempts = 3;
constexpr std::chrono::seconds s_longestWait = 30s;
constexpr int s_renewBeforeSeconds = 30 * 60;

/// One request to an address, in words that are not encoded yet.
struct Outgoing {
    QUrl endpoint;
    QByteArray method;
    QString path; ///< percent-encoded, as the call's parameters were put in
    signer::Query query;
    HttpHeaders headers;
    QByteArray body;
    bool isJson = true; ///< carries the content type that the service wants on every call
};

QUrl urlOf(const Outgoing& outgoing)
{
    QByteArray text =
        outgoing.endpoint.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveQuery) + outgoing.path.toLatin1();
    const QByteArray query = signer::encodedQuery(outgoing.query);
    if (!query.isEmpty()) {
        text += '?' + query;
    }
    return QUrl::fromEncoded(text, QUrl::StrictMode);
}

/// What the transport will send as Host.
QByteArray hostOf(const QUrl& url)
{
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    return url.port(usual) == usual ? host : host + ':' + QByteArray::number(url.port());
}

HttpRequest signedRequest(const Outgoing& outgoing, const signer::Keys& keys)
{
    HttpRequest request;
    request.method = outgoing.method;
    request.url = urlOf(outgoing);
    request.body = outgoing.body;
    request.anyStatus = true;
    request.followRedirects = false;
    signer::Request toSign{.method = outgoing.method,
        .path = QUrl::fromPercentEncoding(outgoing.path.toLatin1()),
        .query = outgoing.query,
        .headers = outgoing.headers,
        .body = outgoing.body};
    if (outgoing.isJson) {
        request.contentType = "application/json";
        toSign.headers.append({"Content-Type", request.contentType});
    }
    toSign.headers.append({"X-Sdk-Date", signer::dateText(QDateTime::currentDateTimeUtc())});
    if (!keys.securityToken.isEmpty()) {
        toSign.headers.append({"X-Security-Token", keys.securityToken.toUtf8()});
    }
    request.headers = toSign.headers;
    toSign.headers.append({"Host", hostOf(request.url)});
    request.headers.append({"Authorization", signer::authorization(toSign, keys)});
    return request;
}

HttpRequest requestWithToken(const Outgoing& outgoing, const QString& token)
{
    HttpRequest request;
    request.method = outgoing.method;
    request.url = urlOf(outgoing);
    request.body = outgoing.body;
    request.anyStatus = true;
    request.followRedirects = false;
    if (outgoing.isJson) {
        request.contentType = "application/json";
    }
    request.headers = outgoing.headers;
    request.headers.append({"X-Auth-Token", token.toUtf8()});
    return request;
}

QByteArray tokenBody(const DliSettings& settings)
{
    const QJsonObject user{{u"name"_s, settings.user}, {u"password"_s, settings.password},
        {u"domain"_s, QJsonObject{{u"name"_s, settings.account}}}};
    const QJsonObject identity{
        {u"methods"_s, QJsonArray{u"password"_s}}, {u"password"_s, QJsonObject{{u"user"_s, user}}}};
    const QJsonObject project = settings.project.isEmpty() ? QJsonObject{{u"name"_s, settings.region}}
                                                           : QJsonObject{{u"id"_s, settings.project}};
    const QJsonObject auth{{u"identity"_s, identity}, {u"scope"_s, QJsonObject{{u"project"_s, project}}}};
    return QJsonDocument(QJsonObject{{u"auth"_s, auth}}).toJson(QJsonDocument::Compact);
}

Error noIam()
{
    return {.kind = ErrorKind::Usage,
        .message = Texts::tr("There is no address of IAM to ask: give the project id, or the IAM address, in the "
                             "connection.")};
}

/// What the login lacks, before anything is sent without it.
std::optional<Error> missingLogin(const DliSettings& settings)
{
    const auto missing = [](const QString& message) { return Error{.kind = ErrorKind::Auth, .message = message}; };
    switch (settings.signIn) {
    case DliSettings::SignIn::Keys:
        if (settings.keys.secretKey.isEmpty()) {
            return missing(Texts::tr("The secret key is missing: type it in the connection."));
        }
        break;
    case DliSettings::SignIn::Token:
        if (settings.token.isEmpty()) {
            return missing(Texts::tr("The token is missing: type it in the connection."));
        }
        break;
    case DliSettings::SignIn::Password:
        if (settings.password.isEmpty()) {
            return missing(Texts::tr("The password is missing: type it in the connection."));
        }
        break;
    }
    return std::nullopt;
}

std::chrono::milliseconds waitAfter(const HttpResponse& response)
{
    bool ok = false;
    const int seconds = response.header("Retry-After").toInt(&ok);
    return ok ? std::min<std::chrono::milliseconds>(std::chrono::seconds(seconds), s_longestWait) : 1s;
}

bool wantsNewToken(const HttpResponse& response)
{
    return response.status == 401
        && (response.body.contains("token must be updated") || response.body.contains("DLI.0015")
            || response.body.contains("APIGW.0307"));
}

ApiDescription descriptionFrom(const QByteArray& bytes)
{
    // The file travels in the program; a test reads it.
    return ApiDescription::read(bytes).value_or(ApiDescription());
}

} // namespace

DliClient::DliClient(DliSettings settings, const QByteArray& apiDescription)
    : m_settings(std::move(settings)), m_http(m_settings.http), m_description(descriptionFrom(apiDescription)),
      m_project(m_settings.project), m_token(m_settings.token)
{
}

QCoro::Task<Result<QString>> currentToken(std::shared_ptr<DliClient> client, bool renew, CancellationToken token)
{
    if (client->m_settings.signIn == DliSettings::SignIn::Token) {
        co_return std::as_const(client->m_token);
    }
    const bool isFresh = !client->m_token.isEmpty()
        && QDateTime::currentDateTimeUtc().secsTo(client->m_tokenUntil) > s_renewBeforeSeconds;
    if (isFresh && !renew) {
        co_return std::as_const(client->m_token);
    }
    if (client->m_settings.iamEndpoint.isEmpty()) {
        co_return failure(noIam());
    }
    HttpRequest request;
    request.method = "POST";
    request.url =
        QUrl(client->m_settings.iamEndpoint.toString(QUrl::StripTrailingSlash) + u"/v3/auth/tokens?nocatalog=true"_s);
    request.body = tokenBody(client->m_settings);
    request.contentType = "application/json;charset=utf8";
    request.anyStatus = true;
    request.followRedirects = false;
    const Result<HttpResponse> response = co_await client->m_http.send(std::move(request), token);
    if (!response) {
        co_return failure(response.error());
    }
    const Result<QJsonObject> answer = readObject(*response, client->m_http.redactor());
    if (!answer) {
        co_return failure(answer.error());
    }
    const QJsonObject made = answer->value("token"_L1).toObject();
    client->m_token = QString::fromUtf8(response->header("X-Subject-Token"));
    client->m_tokenUntil = QDateTime::fromString(made.value("expires_at"_L1).toString(), Qt::ISODateWithMs);
    if (client->m_project.isEmpty()) {
        client->m_project = made.value("project"_L1).toObject().value("id"_L1).toString();
    }
    if (client->m_token.isEmpty()) {
        co_return failure(ErrorKind::Protocol, Texts::tr("IAM answered without a token: check the IAM address."));
    }
    co_return std::as_const(client->m_token);
}

QCoro::Task<Result<QString>> findProject(std::shared_ptr<DliClient> client, CancellationToken token)
{
    if (const auto missing = missingLogin(client->m_settings)) {
        co_return failure(*missing);
    }
    if (!client->m_project.isEmpty()) {
        co_return std::as_const(client->m_project);
    }
    if (client->m_settings.signIn == DliSettings::SignIn::Password) {
        const Result<QString> made = co_await currentToken(client, false, token);
        if (!made) {
            co_return failure(made.error());
        }
        co_return std::as_const(client->m_project);
    }
    if (client->m_settings.iamEndpoint.isEmpty()) {
        co_return failure(noIam());
    }
    Outgoing ask{
        .endpoint = client->m_settings.iamEndpoint, .method = "GET", .path = u"/v3/projects"_s, .isJson = false};
    ask.query = {{u"name"_s, client->m_settings.region}};
    HttpRequest request = client->m_settings.signIn == DliSettings::SignIn::Keys
        ? signedRequest(ask, client->m_settings.keys)
        : requestWithToken(ask, client->m_token);
    const Result<HttpResponse> response = co_await client->m_http.send(std::move(request), token);
    if (!response) {
        co_return failure(response.error());
    }
    const Result<QJsonObject> answer = readObject(*response, client->m_http.redactor());
    if (!answer) {
        co_return failure(answer.error());
    }
    const QJsonArray projects = answer->value("projects"_L1).toArray();
    if (projects.size() != 1) {
        co_return failure(ErrorKind::Usage,
            projects.isEmpty()
                ? Texts::tr("IAM knows no project of the region %1: give the project id in the connection.")
                      .arg(client->m_settings.region)
                : Texts::tr("IAM knows several projects of the region %1: give the project id in the connection.")
                      .arg(client->m_settings.region));
    }
    client->m_project = projects.first().toObject().value("id"_L1).toString();
    co_return std::as_const(client->m_project);
}

QCoro::Task<Result<HttpResponse>> send(std::shared_ptr<DliClient> client, ApiRequest request, CancellationToken token)
{
    const Result<QString> project = co_await findProject(client, token);
    if (!project) {
        co_return failure(project.error());
    }
    const DliSettings& settings = client->settings();
    Outgoing outgoing{.endpoint = settings.endpoint,
        .method = request.operation.method,
        .path = request.path,
        .query = request.query,
        .body = request.body};
    outgoing.path.replace("{project_id}"_L1, QString::fromLatin1(signer::encoded(*project)));
    for (const auto& [name, value] : request.headers) {
        outgoing.headers.append({name.toLatin1(), value.toUtf8()});
    }
    outgoing.headers.append({"X-Project-Id", project->toUtf8()});
    bool renewed = false;
    for (int attempt = 1;; ++attempt) {
        HttpRequest ready;
        if (settings.signIn == DliSettings::SignIn::Keys) {
            ready = signedRequest(outgoing, settings.keys);
        } else {
            const Result<QString> current = co_await currentToken(client, renewed, token);
            if (!current) {
                co_return failure(current.error());
            }
            ready = requestWithToken(outgoing, *current);
        }
        if (!settings.language.isEmpty()) {
            ready.headers.append({"X-Language", settings.language.toLatin1()});
        }
        const Result<HttpResponse> response = co_await client->http().send(std::move(ready), token);
        if (!response || attempt == s_mostAttempts || token.isCancelled()) {
            co_return response;
        }
        if (response->status == 429) {
            co_await pauseFor(waitAfter(*response), token);
        } else if (wantsNewToken(*response) && settings.signIn == DliSettings::SignIn::Password && !renewed) {
            renewed = true;
        } else {
            co_return response;
        }
    }
}

QCoro::Task<Result<QJsonValue>> call(
    std::shared_ptr<DliClient> client, QString operation, CallValues values, QJsonObject body, CancellationToken token)
{
    const ApiOperation* known = client->description().find(operation, {});
    if (!known) {
        co_return failure(ErrorKind::Unsupported, Texts::tr("The service has no call %1.").arg(operation));
    }
    const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    Result<ApiRequest> request = prepareCall(*known, values, bytes);
    if (!request) {
        co_return failure(request.error());
    }
    ApiRequest ready = std::move(*request);
    const Result<HttpResponse> response = co_await send(client, std::move(ready), token);
    if (!response) {
        co_return failure(response.error());
    }
    co_return readAnswer(*response, client->http().redactor());
}

QCoro::Task<Result<QJsonObject>> callObject(
    std::shared_ptr<DliClient> client, QString operation, CallValues values, QJsonObject body, CancellationToken token)
{
    const Result<QJsonValue> answer = co_await call(client, operation, values, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    if (!answer->isObject()) {
        co_return failure(ErrorKind::Protocol, Texts::tr("The service answered a list where one thing was asked for."));
    }
    co_return answer->toObject();
}

} // namespace millrace::dli
