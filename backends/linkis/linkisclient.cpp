// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisclient.h"

#include "backends/http/multipart.h"
#include "backends/http/redaction.h"
#include "backends/linkis/passwordcipher.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

namespace millrace::linkis {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisClient)
};

/// A kill or a submit may hang for minutes while the history's database is away.
constexpr std::chrono::milliseconds s_slowCall = 7min;

ApiDescription descriptionFrom(const QByteArray& bytes)
{
    // The file travels in the program; a test reads it.
    return ApiDescription::read(bytes).value_or(ApiDescription());
}

/// The address with the version of the connection in its path.
QUrl urlOf(const LinkisSettings& settings, QString path, const QList<QPair<QString, QString>>& query)
{
    path.replace("/api/rest_j/v1/"_L1, u"/api/rest_j/"_s + settings.version + u'/');
    QByteArray text = settings.address.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveQuery) + path.toLatin1();
    char separator = '?';
    for (const auto& [name, value] : query) {
        text += separator + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return QUrl::fromEncoded(text, QUrl::StrictMode);
}

HttpHeaders headersOf(const LinkisSettings& settings)
{
    HttpHeaders headers;
    if (settings.signIn == LinkisSettings::SignIn::Token) {
        headers.append({"Token-Code", settings.token.toUtf8()});
        headers.append({"Token-User", settings.user.toUtf8()});
    }
    if (settings.signIn == LinkisSettings::SignIn::Cookie) {
        headers.append({"Cookie", settings.cookie.toUtf8()});
    }
    if (settings.sendReferer) {
        headers.append({"Referer", settings.address.toEncoded()});
    }
    if (!settings.language.isEmpty()) {
        headers.append({"Content-Language", settings.language.toLatin1()});
    }
    return headers;
}

Result<HttpRequest> requestFrom(const LinkisSettings& settings, const ApiRequest& call)
{
    HttpRequest request;
    request.method = call.operation.method;
    request.url = urlOf(settings, call.path, call.query);
    request.headers = headersOf(settings);
    for (const auto& [name, value] : call.headers) {
        request.headers.append({name.toLatin1(), value.toUtf8()});
    }
    request.anyStatus = true;
    if (call.operation.id == "entrance.kill"_L1 || call.operation.id == "entrance.submit"_L1) {
        request.readTimeout = s_slowCall;
    }
    if (call.operation.isForm()) {
        QList<QPair<QString, QString>> texts;
        QList<QPair<QString, QString>> files;
        for (const auto& [name, value] : call.form) {
            const auto it = std::ranges::find(call.operation.parameters, name, &ApiParameter::name);
            const bool isFile = it != call.operation.parameters.end() && it->type == "file"_L1;
            (isFile ? files : texts).append({name, value});
        }
        Result<Multipart> parts = multipart(texts, files);
        if (!parts) {
            return failure(parts.error());
        }
        request.contentType = parts->contentType;
        request.body = parts->body;
    } else if (request.method != "GET") {
        // Without a body the gateway answers an empty 200 and does nothing.
        request.contentType = "application/json";
        request.body = call.body.isEmpty() ? QByteArray("{}") : call.body;
    }
    return request;
}

HttpRequest plainRequest(const LinkisSettings& settings, const QByteArray& method, const QString& path)
{
    HttpRequest request;
    request.method = method;
    request.url = urlOf(settings, u"/api/rest_j/v1/"_s + path, {});
    request.headers = headersOf(settings);
    request.anyStatus = true;
    if (method != "GET") {
        request.contentType = "application/json";
        request.body = "{}";
    }
    return request;
}

/// The password as this server wants it.
QCoro::Task<Result<QString>> passwordFor(std::shared_ptr<LinkisClient> client, CancellationToken token)
{
    HttpRequest ask = plainRequest(client->settings(), "GET", u"user/publicKey"_s);
    const Result<HttpResponse> response = co_await client->http().send(std::move(ask), token);
    if (!response) {
        co_return failure(response.error());
    }
    const Result<QJsonObject> data = readEnvelope(*response, client->http().redactor());
    if (!data) {
        co_return failure(data.error());
    }
    QString password = client->settings().password;
    if (data->value("enableLoginEncrypt"_L1).toBool()) {
        co_return encryptedPassword(password, data->value("publicKey"_L1).toString().toLatin1());
    }
    co_return password;
}

QCoro::Task<Result<void>> becomeProxyUser(std::shared_ptr<LinkisClient> client, CancellationToken token)
{
    HttpRequest request = plainRequest(client->settings(), "GET", u"user/proxy"_s);
    QUrlQuery query;
    query.addQueryItem(u"proxyUser"_s, client->settings().proxyUser);
    query.addQueryItem(u"validationCode"_s, client->settings().proxyCode);
    request.url.setQuery(query);
    const Result<HttpResponse> response = co_await client->http().send(std::move(request), token);
    if (!response) {
        co_return failure(response.error());
    }
    const Result<QJsonObject> data = readEnvelope(*response, client->http().redactor());
    if (!data) {
        co_return failure(data.error());
    }
    co_return Result<void>();
}

bool isLoginCall(const ApiRequest& request)
{
    return request.operation.id.startsWith("user."_L1);
}

} // namespace

LinkisClient::LinkisClient(LinkisSettings settings, const QByteArray& apiDescription)
    : m_settings(std::move(settings)), m_http(m_settings.http), m_description(descriptionFrom(apiDescription))
{
}

QString LinkisClient::user() const
{
    return m_settings.proxyUser.isEmpty() ? m_settings.user : m_settings.proxyUser;
}

QCoro::Task<Result<void>> logIn(std::shared_ptr<LinkisClient> client, CancellationToken token)
{
    client->m_loggedIn = false;
    if (client->m_settings.signIn != LinkisSettings::SignIn::Password) {
        client->m_loggedIn = true; // each call carries the token, or the cookie
        co_return Result<void>();
    }
    if (client->m_settings.user.isEmpty()) {
        co_return failure(ErrorKind::Auth, Texts::tr("Linkis wants a login: give a user in the connection."));
    }
    if (client->m_settings.password.isEmpty()) {
        co_return failure(ErrorKind::Auth,
            Texts::tr("There is no password for %1: type it into the connection.").arg(client->m_settings.user));
    }
    // With a session that still lives the server would ignore the credentials.
    HttpRequest leave = plainRequest(client->m_settings, "GET", u"user/logout"_s);
    const Result<HttpResponse> left = co_await client->m_http.send(std::move(leave), token);
    if (!left) {
        co_return failure(left.error());
    }
    const Result<QString> password = co_await passwordFor(client, token);
    if (!password) {
        co_return failure(password.error());
    }
    HttpRequest request = plainRequest(client->m_settings, "POST", u"user/login"_s);
    const QJsonObject body{{u"userName"_s, client->m_settings.user}, {u"password"_s, *password}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const Result<HttpResponse> response = co_await client->m_http.send(std::move(request), token);
    if (!response) {
        co_return failure(response.error());
    }
    const Result<QJsonObject> data = readEnvelope(*response, client->m_http.redactor());
    if (!data) {
        Error error = data.error();
        error.kind = error.kind == ErrorKind::Http ? ErrorKind::Auth : error.kind;
        co_return failure(error);
    }
    client->m_loggedIn = true;
    client->m_isAdmin = data->value("isAdmin"_L1).toBool();
    client->m_sessionUntil =
        QDateTime::currentDateTimeUtc().addMSecs(std::max<qint64>(0, numberOf(data->value("sessionTimeOut"_L1))));
    if (!client->m_settings.proxyUser.isEmpty()) {
        co_return co_await becomeProxyUser(client, token);
    }
    co_return Result<void>();
}

QCoro::Task<Result<HttpResponse>> send(
    std::shared_ptr<LinkisClient> client, ApiRequest request, CancellationToken token)
{
    const bool needsLogin = !isLoginCall(request);
    if (needsLogin && !client->m_loggedIn) {
        const Result<void> done = co_await logIn(client, token);
        if (!done) {
            co_return failure(done.error());
        }
    }
    for (int attempt = 0;; ++attempt) {
        Result<HttpRequest> ready = requestFrom(client->m_settings, request);
        if (!ready) {
            co_return failure(ready.error());
        }
        HttpRequest outgoing = std::move(*ready);
        Result<HttpResponse> response = co_await client->m_http.send(std::move(outgoing), token);
        const bool isLast = attempt > 0 || client->m_settings.signIn != LinkisSettings::SignIn::Password;
        if (!response || !needsLogin || isLast || !wantsLogin(*response)) {
            co_return response;
        }
        const Result<void> again = co_await logIn(client, token);
        if (!again) {
            co_return failure(again.error());
        }
    }
}

QCoro::Task<Result<HttpResponse>> answerOf(std::shared_ptr<LinkisClient> client, QString operation, CallValues values,
    QJsonObject body, CancellationToken token)
{
    const ApiOperation* known = client->description().find(operation, {});
    if (!known) {
        co_return failure(ErrorKind::Unsupported, Texts::tr("Linkis has no call %1.").arg(operation));
    }
    const QByteArray bytes =
        known->bodyType.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    Result<ApiRequest> request = prepareCall(*known, values, bytes);
    if (!request) {
        co_return failure(request.error());
    }
    ApiRequest ready = std::move(*request);
    co_return co_await send(client, std::move(ready), token);
}

QCoro::Task<Result<QJsonObject>> call(std::shared_ptr<LinkisClient> client, QString operation, CallValues values,
    QJsonObject body, CancellationToken token)
{
    const Result<HttpResponse> response =
        co_await answerOf(client, std::move(operation), std::move(values), std::move(body), token);
    if (!response) {
        co_return failure(response.error());
    }
    co_return readEnvelope(*response, client->http().redactor());
}

} // namespace millrace::linkis
