// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyanswer.h"

#include "backends/http/httperrors.h"
#include "backends/http/redaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyAnswer)
};

constexpr int s_notLoggedIn07 = 401;
constexpr int s_notLoggedIn = 7;
constexpr qsizetype s_detailBytes = 64 * 1024;
constexpr qsizetype s_longestCause = 1000;

/// What a known text of the server means to the person; empty for the others.
QString knownMeaning(const QString& message)
{
    if (message.contains("tenant_id"_L1) && message.contains("cannot be null"_L1)) {
        return Texts::tr("The server does not know the tenant of this call: give user and tenant in the connection, so "
                         "that calls with a login come first, and try again.");
    }
    if (message.contains("Task Not Exist"_L1)) {
        return Texts::tr("The server knows no such task (Task Not Exist). Without a login this may also be its tenant "
                         "defect: give a user in the connection.");
    }
    if (message.contains("Not support dialect"_L1)) {
        return Texts::tr("This version wants the dialect of the text: add \"dialect\": \"FlinkSql\".");
    }
    if (message.contains("\"array\" is null"_L1) || message.contains("Required cookie 'tenantId'"_L1)) {
        return Texts::tr("The server wants a tenant: choose one in the connection.");
    }
    if (message.contains("FlinkSqlTask] error"_L1)) {
        return Texts::tr("The task could not be started, and the server hides why: look whether its cluster lives.");
    }
    if (message.contains("Only insert statement is supported"_L1) || message.contains("contain an insert"_L1)) {
        return Texts::tr("The server makes plans of INSERTs only, and this text has none.");
    }
    if (message.contains("Environment"_L1) && message.contains("getAddress"_L1)) {
        return Texts::tr("The server needs the Flink address, also for local runs.");
    }
    return {};
}

QString sentenceFor(const QString& message, int code)
{
    const QString known = knownMeaning(message);
    if (!known.isEmpty()) {
        return known;
    }
    const QString plain = plainCause(message);
    return plain.isEmpty() ? Texts::tr("The server refused the call (code %1) and does not say why.").arg(code) : plain;
}

QString detailOf(const HttpResponse& response, const QJsonObject& envelope, const Redactor& redactor)
{
    const QString stack = envelope.value("data"_L1).toString(envelope.value("datas"_L1).toString());
    const QString shown = stack.isEmpty() ? QString::fromUtf8(response.body.left(s_detailBytes))
                                          : envelope.value("msg"_L1).toString() + u"\n\n"_s + stack;
    return redactor.text(u"HTTP %1\n\n%2"_s.arg(response.status).arg(shown.left(s_detailBytes)));
}

Error errorFrom(const HttpResponse& response, const QJsonObject& envelope, const Redactor& redactor)
{
    const int code = int(numberOf(envelope.value("code"_L1)));
    const bool isAuth = response.status == 401 || code == s_notLoggedIn07 || code == s_notLoggedIn;
    QString message = envelope.value("msg"_L1).toString();
    const QJsonObject data = envelope.value(envelope.contains("data"_L1) ? "data"_L1 : "datas"_L1).toObject();
    // submitTask says why in what it made of the job.
    const QString inner = data.value("error"_L1).toString();
    if (!inner.isEmpty()) {
        message = inner;
    }
    QString sentence = sentenceFor(message, code);
    if (isAuth && response.status == 401) {
        sentence = Texts::tr("The server does not know this login (any more): %1. A second login of the same user ends "
                             "the first.")
                       .arg(message.isEmpty() ? QString::number(response.status) : message);
    }
    return {.kind = isAuth ? ErrorKind::Auth : ErrorKind::Http,
        .message = redactor.text(sentence),
        .detail = detailOf(response, envelope, redactor),
        .httpStatus = response.status};
}

std::optional<Error> notAnAnswer(const HttpResponse& response, const QJsonDocument& document,
    const QJsonParseError& problem, const Redactor& redactor)
{
    if (response.body.trimmed().isEmpty()) {
        return Error{.kind = response.status == 200 ? ErrorKind::Auth : ErrorKind::Protocol,
            .message = Texts::tr("The server answered nothing (HTTP %1): the tenant is not one of this user, and the "
                                 "server has ended the login. Choose another tenant in the connection.")
                           .arg(response.status),
            .httpStatus = response.status};
    }
    if (problem.error != QJsonParseError::NoError) {
        if (const auto page = httperrors::notJson(response, redactor)) {
            return *page;
        }
        return Error{.message = Texts::tr("The answer of the server is no whole JSON: %1 at byte %2.")
                                    .arg(problem.errorString())
                                    .arg(problem.offset),
            .detail = redactor.text(QString::fromUtf8(response.body.left(s_detailBytes))),
            .httpStatus = response.status};
    }
    const QJsonObject object = document.object();
    if (object.contains("timestamp"_L1) && object.contains("path"_L1) && !object.contains("code"_L1)) {
        return Error{.kind = ErrorKind::Unsupported,
            .message = Texts::tr("This server has no call %1 (HTTP %2): it is of another version.")
                           .arg(object.value("path"_L1).toString())
                           .arg(response.status),
            .detail = redactor.text(QString::fromUtf8(response.body)),
            .httpStatus = response.status};
    }
    return std::nullopt;
}

} // namespace

QString plainCause(const QString& text)
{
    // Before the cause the server puts the time, the statement, and exceptions that only pass it on.
    static const QRegularExpression s_thrown(
        u"(?:^|\\n)\\s*(?:Caused by: )?(?:(?:[a-z]\\w*\\.)+[A-Z][\\w$]*(?:Exception|Error): )+"
        "((?:(?!\\n\\s*at |\\nCaused by: ).)+)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression s_frames(u"\\n\\s*(?:at [\\w.$/]+\\(|\\.\\.\\. \\d+ more|Caused by: )"_s);
    QString cause = text;
    auto thrown = s_thrown.globalMatch(text);
    while (thrown.hasNext()) {
        const QString message = thrown.next().captured(1);
        cause = message.trimmed().isEmpty() ? cause : message;
    }
    if (cause.contains("Exception in executing FlinkSQL:"_L1) && cause.contains("\n\n"_L1)) {
        cause = cause.section(u"\n\n"_s, 1); // behind the statement
    }
    return cause.left(cause.indexOf(s_frames)).simplified().left(s_longestCause);
}

bool wantsLogin(const HttpResponse& response)
{
    // A foreign tenant's empty answer has ended the login, too, but logging in again would not help.
    return response.status == 401;
}

bool mayBeTenantDefect(const Error& error)
{
    return error.message.contains("Task Not Exist"_L1);
}

Result<Payload> readAnswer(const HttpResponse& response, const Redactor& redactor)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &problem);
    if (const auto error = notAnAnswer(response, document, problem, redactor)) {
        return failure(*error);
    }
    const QJsonObject object = document.object();
    if (!object.contains("code"_L1)) {
        if (response.status >= 400) {
            return failure(httperrors::status(response, redactor));
        }
        const bool isList = object.contains("total"_L1) && object.contains("pageSize"_L1);
        if (isList && !object.value("success"_L1).toBool(true)) {
            return failure(errorFrom(response, object, redactor));
        }
        // Lists have an envelope of their own, and what comes from Flink has none.
        const QJsonValue whole = document.isArray() ? QJsonValue(document.array()) : QJsonValue(object);
        return Payload{.data = isList ? object.value("data"_L1) : whole, .message = {}};
    }
    const bool ok = object.value("success"_L1).toBool(numberOf(object.value("code"_L1)) == 0);
    if (!ok || numberOf(object.value("code"_L1)) != 0) {
        return failure(errorFrom(response, object, redactor));
    }
    return Payload{.data = object.value(object.contains("data"_L1) ? "data"_L1 : "datas"_L1),
        .message = object.value("msg"_L1).toString()};
}

} // namespace millrace::dinky
