// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlianswer.h"

#include "backends/http/httperrors.h"
#include "backends/http/redaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cmath>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliAnswer)
};

constexpr qint64 s_allowedSkewSeconds = 15 * 60;

std::optional<Refusal> pairIn(const QJsonObject& object)
{
    static constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 4> s_pairs{
        {{"error_code"_L1, "error_msg"_L1}, {"errorCode"_L1, "errorMsg"_L1}, {"code"_L1, "message"_L1},
            {"error_code"_L1, "error_message"_L1}}};
    for (const auto& [code, message] : s_pairs) {
        if (!textOf(object.value(code)).isEmpty() && object.contains(message)) {
            return Refusal{textOf(object.value(code)), textOf(object.value(message))};
        }
    }
    const QString alone = textOf(object.value("error_code"_L1));
    if (!alone.isEmpty()) {
        return Refusal{alone, textOf(object.value("message"_L1))};
    }
    return std::nullopt;
}

/// A message is at times a JSON text with a pair of its own.
Refusal unwrapped(Refusal refusal)
{
    const QJsonObject inner = QJsonDocument::fromJson(refusal.message.toUtf8()).object();
    if (const auto pair = inner.isEmpty() ? std::nullopt : pairIn(inner)) {
        return *pair;
    }
    return refusal;
}

/// The code stands behind the words that it belongs to.
QString withCode(const QString& sentence, const QString& code)
{
    if (code.isEmpty() || sentence.contains(code)) {
        return sentence;
    }
    const bool ends = sentence.endsWith(u'.');
    return u"%1 (%2)%3"_s.arg(ends ? sentence.chopped(1) : sentence, code, ends ? u"."_s : QString());
}

QString requestIdOf(const HttpResponse& response, const QJsonValue& body)
{
    const QString fromHeader = QString::fromLatin1(response.header("X-Request-Id"));
    return fromHeader.isEmpty() ? body.toObject().value("request_id"_L1).toString() : fromHeader;
}

/// How far this computer's clock is from the server's, in words; empty when that is not the trouble.
QString clockAdvice(const HttpResponse& response)
{
    const QDateTime server = QDateTime::fromString(
        QString::fromLatin1(response.header("Date")).replace("GMT"_L1, "+0000"_L1), Qt::RFC2822Date);
    if (!server.isValid()) {
        return {};
    }
    const qint64 skew = server.secsTo(QDateTime::currentDateTimeUtc());
    if (std::abs(skew) < s_allowedSkewSeconds) {
        return {};
    }
    const int minutes = int(std::abs(skew) / 60);
    return skew > 0
        ? Texts::tr(
            "The clock of this computer is %n minute(s) ahead of the service's: set it right.", nullptr, minutes)
        : Texts::tr("The clock of this computer is %n minute(s) behind the service's: set it right.", nullptr, minutes);
}

ErrorKind kindOf(int status, const QString& code)
{
    if (status == 401 || status == 403 || code == "DLI.0013"_L1 || code == "DLI.0014"_L1 || code == "DLI.0015"_L1
        || code == "DLI.0016"_L1 || code.startsWith("APIGW.03"_L1)) {
        return ErrorKind::Auth;
    }
    if (code == "DLI.0004"_L1 || code == "DLI.0005"_L1) {
        return ErrorKind::Sql;
    }
    return ErrorKind::Http;
}

/// What the person can do about a code, as one more sentence; empty when the service's own words say it.
QString adviceFor(const QString& code, const HttpResponse& response)
{
    if (code == "APIGW.0303"_L1 || code == "APIGW.0301"_L1) {
        const QString clock = clockAdvice(response);
        return clock.isEmpty() ? Texts::tr("Check access key and secret key of the connection.") : clock;
    }
    if (code == "DLI.0015"_L1) {
        return Texts::tr("Get a new token.");
    }
    if (code == "DLI.0016"_L1 || code == "DLI.0003"_L1) {
        return Texts::tr("Check the project id, or ask the owner of the project for the right.");
    }
    return {};
}

/// What stands behind a sentence: status, request id, body.
QString detailOf(const HttpResponse& response, const QJsonValue& body)
{
    QString detail = u"HTTP %1\n"_s.arg(response.status);
    const QString requestId = requestIdOf(response, body);
    if (!requestId.isEmpty()) {
        detail += Texts::tr("Request id: %1").arg(requestId) + u'\n';
    }
    return detail + u'\n' + QString::fromUtf8(response.body.left(64 * 1024));
}

/// The sentence of a status, with the request id among the details.
Error statusError(const HttpResponse& response, const QJsonValue& body, const Redactor& redactor)
{
    Error error = httperrors::status(response, redactor);
    error.detail = redactor.text(detailOf(response, body));
    return error;
}

Error errorOf(const HttpResponse& response, const Refusal& refusal, const QJsonValue& body, const Redactor& redactor)
{
    const QString said = refusal.message.simplified();
    QString sentence = withCode(said.isEmpty() ? Texts::tr("The service refused the call.") : said, refusal.code);
    const QString advice = adviceFor(refusal.code, response);
    if (!advice.isEmpty()) {
        sentence += (sentence.endsWith(u'.') ? u" "_s : u". "_s) + advice;
    }
    const QString detail = detailOf(response, body);
    return {.kind = kindOf(response.status, refusal.code),
        .message = redactor.text(sentence),
        .detail = redactor.text(detail),
        .httpStatus = response.status};
}

Error tooManyCalls(const HttpResponse& response, const Redactor& redactor)
{
    const QByteArray after = response.header("Retry-After");
    Error error = errorOf(response, {}, {}, redactor);
    error.message = after.isEmpty()
        ? Texts::tr("The service takes no more calls for now (HTTP 429): try again later.")
        : Texts::tr("The service takes no more calls for now (HTTP 429): try again in %1 s.")
              .arg(QString::fromLatin1(after));
    return error;
}

} // namespace

std::optional<bool> isSuccess(const QJsonObject& object)
{
    const QJsonValue value = object.value("is_success"_L1);
    if (value.isUndefined() || value.isNull()) {
        return std::nullopt;
    }
    return textOf(value).compare("true"_L1, Qt::CaseInsensitive) == 0;
}

std::optional<Refusal> refusalIn(const QJsonValue& body)
{
    const QJsonObject object = body.toObject();
    if (isSuccess(object) == false) {
        const QString code = textOf(object.value("error_code"_L1));
        return unwrapped({code,
            textOf(object.value(code.isEmpty() || object.contains("message"_L1) ? "message"_L1 : "error_msg"_L1))});
    }
    if (const auto pair = pairIn(object)) {
        return unwrapped(*pair);
    }
    for (const QJsonValue& inner : object) {
        if (const auto pair = inner.isObject() ? pairIn(inner.toObject()) : std::nullopt) {
            return unwrapped(*pair);
        }
    }
    return std::nullopt;
}

QString readableMessage(const QString& message)
{
    const Refusal refusal = unwrapped({{}, message});
    return withCode(refusal.message, refusal.code);
}

Result<QJsonValue> readAnswer(const HttpResponse& response, const Redactor& redactor)
{
    if (response.status == 429) {
        return failure(tooManyCalls(response, redactor));
    }
    if (response.status >= 300 && response.status < 400) {
        Error error = errorOf(response, {}, {}, redactor);
        error.message = Texts::tr("The service sent the call elsewhere (HTTP %1), and a signed call is not sent on: "
                                  "correct the address of the connection.")
                            .arg(response.status);
        return failure(error);
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &problem);
    // Some calls answer a bare text, which QJsonDocument reads only inside of something.
    const QJsonArray wrapped = QJsonDocument::fromJson('[' + response.body + ']').array();
    if (document.isNull() && response.status < 300 && wrapped.size() == 1) {
        return wrapped.first();
    }
    if (document.isNull()) {
        if (response.status >= 400) {
            return failure(statusError(response, {}, redactor));
        }
        if (auto page = httperrors::notJson(response, redactor)) {
            page->detail = redactor.text(detailOf(response, {}));
            return failure(*page);
        }
        return failure(ErrorKind::Protocol,
            response.body.isEmpty() ? Texts::tr("The answer of the service is empty.")
                                    : Texts::tr("The answer of the service is no whole JSON: %1 at byte %2.")
                                          .arg(problem.errorString())
                                          .arg(problem.offset),
            redactor.text(detailOf(response, {})));
    }
    const QJsonValue body = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const auto refusal = refusalIn(body);
    if (response.status >= 400) {
        return failure(refusal ? errorOf(response, *refusal, body, redactor) : statusError(response, body, redactor));
    }
    // A pair named code and message can be part of a good answer; only is_success and error codes refuse with 200.
    if (refusal && (isSuccess(body.toObject()) == false || body.toObject().contains("error_code"_L1))
        && isSuccess(body.toObject()) != true) {
        return failure(errorOf(response, *refusal, body, redactor));
    }
    return body;
}

Result<QJsonObject> readObject(const HttpResponse& response, const Redactor& redactor)
{
    return readAnswer(response, redactor).and_then([&](const QJsonValue& body) -> Result<QJsonObject> {
        if (!body.isObject()) {
            return failure(ErrorKind::Protocol, Texts::tr("The service answered a list where one thing was asked for."),
                redactor.text(QString::fromUtf8(response.body.left(64 * 1024))));
        }
        return body.toObject();
    });
}

} // namespace millrace::dli
