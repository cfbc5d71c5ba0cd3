// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/envelope.h"

#include "backends/http/httperrors.h"
#include "backends/http/redaction.h"
#include "backends/linkis/linkistexts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisAnswer)
};

constexpr int s_notLoggedIn = -1;
constexpr int s_refererRefused = 2;
constexpr int s_noPermission = 3;

/// "error code(错误码): 20007, error message(错误信息): TEXT." as TEXT with its code; other texts as they are.
QString plainMessage(const QString& message)
{
    static const QRegularExpression s_coded(
        u"(?:error code|errCode)[^:]*:\\s*(\\d+)\\s*,\\s*(?:error message|desc)[^:]*:\\s*(.*)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = s_coded.match(message);
    QString text = match.hasMatch() ? match.captured(2) : message;
    text = texts::inOneLanguage(text.section(u" ,ip:"_s, 0, 0).simplified());
    return match.hasMatch() ? u"%1 (%2)"_s.arg(text, match.captured(1)) : text;
}

ErrorKind kindOf(int envelopeStatus, int httpStatus)
{
    if (envelopeStatus == s_notLoggedIn || envelopeStatus == s_noPermission || httpStatus == 401 || httpStatus == 403) {
        return ErrorKind::Auth;
    }
    return ErrorKind::Http;
}

QString sentenceFor(const QJsonObject& envelope, int status)
{
    const bool isElsewhere = envelope.value("data"_L1).toObject().value("enableSSO"_L1).toBool();
    if (status == s_notLoggedIn && !isElsewhere) {
        return Texts::tr(
            "The server does not know this login (any more): log in again, and look at user and password.");
    }
    if (status == s_refererRefused) {
        return Texts::tr("The server checks where calls come from: switch on Referer in the connection.");
    }
    const QJsonObject cause = envelope.value("data"_L1).toObject().value("errorMsg"_L1).toObject();
    const QString described = cause.value("desc"_L1).toString().simplified();
    if (!described.isEmpty()) {
        const qint64 code = numberOf(cause.value("errCode"_L1));
        const QString sentence = texts::sentenceOf({}, described);
        if (code <= 0) {
            return sentence;
        }
        const QString advice = texts::adviceFor(QString::number(code));
        return u"%1 (%2)"_s.arg(sentence).arg(code) + (advice.isEmpty() ? QString() : u". "_s + advice);
    }
    const QString said = envelope.value("message"_L1).toString();
    if (said.contains("NoApplicationExistsException"_L1)) {
        return Texts::tr("The service for this call is not registered at the gateway: it may be starting, or down.");
    }
    if (isElsewhere) {
        const QJsonObject data = envelope.value("data"_L1).toObject();
        return Texts::tr("The server wants a login at %1: log in there, and give its cookie to the connection.")
            .arg(data.value("SSOURL"_L1).toString());
    }
    const QString message = plainMessage(said);
    return message.isEmpty() ? Texts::tr("The server refused the call and does not say why.") : message;
}

/// The answer without what it may echo of the request: params hold passwords.
QString detailOf(const HttpResponse& response, QJsonObject envelope, const Redactor& redactor)
{
    QJsonObject data = envelope.value("data"_L1).toObject();
    if (data.contains("data"_L1)) {
        data.insert(u"data"_s, Texts::tr("(the request, left out)"));
        envelope.insert(u"data"_s, data);
    }
    const QByteArray shown =
        envelope.isEmpty() ? response.body.left(64 * 1024) : QJsonDocument(envelope).toJson(QJsonDocument::Indented);
    return redactor.text(u"HTTP %1\n\n%2"_s.arg(response.status).arg(QString::fromUtf8(shown)));
}

Error errorOf(const HttpResponse& response, const QJsonObject& envelope, int status, const Redactor& redactor)
{
    return {.kind = kindOf(status, response.status),
        .message = redactor.text(sentenceFor(envelope, status)),
        .detail = detailOf(response, envelope, redactor),
        .httpStatus = response.status};
}

/// What stands in the place of an envelope: the gateway's own page, or the framework's.
std::optional<Error> foreignError(const HttpResponse& response, const QJsonObject& object, const Redactor& redactor)
{
    const auto make = [&](const QString& sentence) {
        return Error{.kind = kindOf(0, response.status),
            .message = sentence,
            .detail = detailOf(response, object, redactor),
            .httpStatus = response.status};
    };
    if (object.contains("timestamp"_L1) && object.contains("error"_L1)) {
        return make(Texts::tr("The server does not take this call: %1 (HTTP %2).")
                        .arg(object.value("error"_L1).toString())
                        .arg(response.status));
    }
    const QString message = object.value("message"_L1).toString();
    if (object.value("data"_L1).isArray() && object.value("status"_L1).toInt() >= 400) {
        return make(message.contains("with request path"_L1)
                ? Texts::tr("The service behind the gateway does not answer (HTTP %1): it may be starting, or down.")
                      .arg(response.status)
                : Texts::tr("The gateway knows no such address (HTTP %1): check address and version.")
                      .arg(response.status));
    }
    return std::nullopt;
}

} // namespace

QByteArray withoutParams(QByteArray body)
{
    static const QByteArray s_name = "\"paramsJson\"";
    for (qsizetype at = body.indexOf(s_name); at >= 0; at = body.indexOf(s_name, at + s_name.size())) {
        qsizetype begin = at + s_name.size();
        while (begin < body.size() && (body[begin] == ' ' || body[begin] == ':')) {
            ++begin;
        }
        if (begin >= body.size() || body[begin] != '"') {
            continue; // null
        }
        qsizetype end = begin + 1;
        while (end < body.size() && body[end] != '"') {
            end += body[end] == '\\' ? 2 : 1;
        }
        body.replace(begin, std::min(end + 1, body.size()) - begin, "\"***\"");
    }
    return body;
}

bool wantsLogin(const HttpResponse& response)
{
    if (response.status != 401 && response.status != 400) {
        return false;
    }
    const QJsonObject envelope = QJsonDocument::fromJson(response.body).object();
    return envelope.value("status"_L1).toInt(1) == s_notLoggedIn
        || envelope.value("message"_L1).toString().contains("LoginExpireException"_L1);
}

Result<QJsonObject> readEnvelope(const HttpResponse& response, const Redactor& redactor)
{
    if (response.body.isEmpty()) {
        return failure(ErrorKind::Protocol,
            Texts::tr("The gateway answered nothing (HTTP %1): the call reached no service, and nothing was done.")
                .arg(response.status));
    }
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(response.body, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        if (const auto page = httperrors::notJson(response, redactor)) {
            return failure(*page);
        }
        if (response.status >= 400) {
            return failure(httperrors::status(response, redactor));
        }
        return failure(ErrorKind::Protocol,
            Texts::tr("The answer of the server is no whole JSON: %1 at byte %2.")
                .arg(problem.errorString())
                .arg(problem.offset),
            redactor.text(QString::fromUtf8(response.body.left(64 * 1024))));
    }
    if (const auto foreign = foreignError(response, object, redactor)) {
        return failure(*foreign);
    }
    if (!object.value("status"_L1).isDouble()) {
        return failure(ErrorKind::Protocol, Texts::tr("This is no answer of Linkis: check the address."),
            detailOf(response, object, redactor));
    }
    const int status = object.value("status"_L1).toInt();
    if (status != 0) {
        return failure(errorOf(response, object, status, redactor));
    }
    return object.value("data"_L1).toObject();
}

Result<QByteArray> readDownload(const HttpResponse& response, const Redactor& redactor)
{
    if (!response.header("Content-Disposition").isEmpty() && response.status == 200) {
        return response.body;
    }
    const QString text = QString::fromUtf8(response.body.left(64 * 1024));
    if (text.trimmed().startsWith(u'{')) {
        const auto envelope = readEnvelope(response, redactor);
        return failure(envelope
                ? Error{.kind = ErrorKind::Protocol, .message = Texts::tr("The server sent an answer and no file.")}
                : envelope.error());
    }
    return failure(ErrorKind::Http,
        Texts::tr("The server sent no file: %1").arg(redactor.text(plainMessage(text.section(u':', 1).trimmed()))),
        redactor.text(text));
}

} // namespace millrace::linkis
