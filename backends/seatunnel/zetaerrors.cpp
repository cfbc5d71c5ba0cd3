// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetaerrors.h"

#include "backends/http/httperrors.h"
#include "backends/http/redaction.h"
#include "backends/seatunnel/zetajobjson.h"
#include "sql/positions.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace millrace::seatunnel::errors {

using namespace Qt::StringLiterals;

namespace {

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelErrors)
};

/// What a message is about, in a sentence.
struct Meaning {
    ErrorKind kind = ErrorKind::Http;
    QString sentence;
};

QString captured(const QString& message, const QString& pattern)
{
    const auto match = QRegularExpression(pattern).match(message);
    return match.hasMatch() ? match.captured(match.lastCapturedIndex()) : QString();
}

/// The root cause without the packages of the classes that it names.
QString plain(const QString& message)
{
    static const QRegularExpression s_package(u"\\b(?:[a-z_][a-z0-9_]*\\.){2,}(?=[A-Z])"_s);
    return json::rootCause(message).remove(s_package);
}

/// The plug-in that a message names: "pluginName='X'", "identifier 'X'".
QString pluginIn(const QString& message)
{
    return captured(message, u"(?:pluginName=|identifier )'([^']+)'"_s);
}

std::optional<Meaning> meaningOfRequest(const QString& message)
{
    const auto usage = [](const QString& sentence) { return Meaning{ErrorKind::Usage, sentence}; };
    if (message.startsWith("Request body is empty"_L1)) {
        return usage(ErrorTexts::tr("The request has no body: this call needs one."));
    }
    if (message.startsWith("Invalid JSON format"_L1)) {
        return usage(ErrorTexts::tr("The body is no JSON: this server reads JSON here and nothing else."));
    }
    if (message.contains("LinkedHashMap"_L1) && message.contains("from Array"_L1)) {
        return usage(ErrorTexts::tr("The body is a list where this server wants one JSON object."));
    }
    if (message.startsWith("Json parse list exception"_L1)) {
        return usage(ErrorTexts::tr("The body is one JSON object where this server wants a list of them."));
    }
    if (message.startsWith("jobId cannot be empty"_L1) || message.startsWith("The jobId must not be empty"_L1)
        || message.contains("For input string: \"/hazelcast"_L1)) {
        return usage(ErrorTexts::tr("The id of the job is missing: give jobId."));
    }
    if (const QString word =
            captured(message, u"^(?:java\\.lang\\.NumberFormatException: )?For input string: \"(.*)\""_s);
        !word.isEmpty()) {
        return usage(ErrorTexts::tr("\"%1\" is no number: ids of jobs and pages are whole numbers.").arg(word));
    }
    if (message.startsWith("Please provide jobId when start with save point"_L1)) {
        return usage(ErrorTexts::tr("To start from a savepoint the server needs the id of the job that took it."));
    }
    if (message.contains("is not starting with a savepoint"_L1)) {
        return usage(ErrorTexts::tr("A job with this id has ended before: start it from its savepoint, or leave the id "
                                    "out to get a new one."));
    }
    if (message.startsWith("Invalid Params format"_L1) || message.contains("because \"params\" is null"_L1)) {
        return usage(ErrorTexts::tr("A parameter has no value: leave it out, or give it one."));
    }
    if (message.contains("cannot be cast to class java.lang.Long"_L1)) {
        return usage(ErrorTexts::tr("An id of the list is a text or too small: stop-jobs wants the numbers that the "
                                    "server gave out. What stood before it is being stopped."));
    }
    if (message.contains("cannot be cast to class java.lang.String"_L1)) {
        return usage(ErrorTexts::tr("A value inside params is no text: write ids and true in quotes."));
    }
    if (message.startsWith("Missing content for multipart"_L1)) {
        return usage(ErrorTexts::tr("No file came along: give config_file."));
    }
    if (message == "STREAMED"_L1) {
        return usage(ErrorTexts::tr("The server lost the body since it was sent as a web form: send it as JSON."));
    }
    return std::nullopt;
}

std::optional<Meaning> meaningOfJob(const QString& message)
{
    const auto refused = [](const QString& sentence) { return Meaning{ErrorKind::Sql, sentence}; };
    if (message.contains("found for key 'env'"_L1)) {
        return refused(ErrorTexts::tr("The job has no env block: add one, at least with job.mode."));
    }
    if (message.contains("\"sources\" is null"_L1) || message.startsWith("Miss <Source>"_L1)) {
        return refused(ErrorTexts::tr("The job has no source: add one."));
    }
    if (message.contains("\"sinks\" is null"_L1) || message.startsWith("Miss <Sink>"_L1)) {
        return refused(ErrorTexts::tr("The job has no sink: add one."));
    }
    if (message.contains("'plugin_name' option is not configured"_L1)
        || (message.contains("toLowerCase()"_L1) && message.contains("PluginIdentifier"_L1))) {
        return refused(ErrorTexts::tr("A source, transform or sink has no plugin_name: say which plug-in it is."));
    }
    if (message.startsWith("Plugin PluginIdentifier"_L1) || message.contains("Unable to create a "_L1)
        || message.contains("Could not find any factories for identifier"_L1)
        || message.contains("Could not find any factory for identifier"_L1)) {
        // A plug-in that is there may refuse its options under the same heading.
        const QString option = captured(message,
            u"OptionValidationException: (?:ErrorCode:\\[[^\\]]*\\], ErrorDescription:\\[[^\\]]*\\] - )?([^\\n]+)"_s);
        if (!option.isEmpty()) {
            return refused(ErrorTexts::tr("The plug-in %1 refuses its options: %2").arg(pluginIn(message), option));
        }
        return refused(ErrorTexts::tr("The server has no plug-in %1: correct the name, or install its connector there.")
                           .arg(pluginIn(message)));
    }
    if (const QString kind = captured(message, u"factories that implement '[\\w.]*Table(\\w+)Factory'"_s);
        !kind.isEmpty()) {
        return refused(
            ErrorTexts::tr("The server has no plug-in for a %1 of the job: correct its name, or install the jar "
                           "that has it.")
                .arg(kind.toLower()));
    }
    if (const QString value = captured(message, u"^Json parsing exception, value '([^']*)'"_s); !value.isEmpty()) {
        return refused(ErrorTexts::tr("\"%1\" is not a value that the server knows here.").arg(value));
    }
    if (message.contains("Token not allowed"_L1) || message.startsWith("String: "_L1)) {
        return refused(ErrorTexts::tr("The server cannot read the job: %1").arg(message.section(u'\n', 0, 0)));
    }
    if (message.contains("ErrorCode:["_L1)) {
        return refused(ErrorTexts::tr("The server refuses the job: %1").arg(plain(message)));
    }
    return std::nullopt;
}

QString detailOf(const HttpResponse& response, const QString& message, const Redactor& redactor)
{
    const QString body = message.isEmpty() ? QString::fromUtf8(response.body.left(64 * 1024)) : message;
    return redactor.text(u"HTTP %1 %2\n\n%3"_s.arg(response.status).arg(redactor.url(response.url), body));
}

/// The whole of a message behind the first line of a detail that detailOf() made.
QString messageInDetail(const QString& detail)
{
    return detail.startsWith("HTTP "_L1) ? detail.section(u"\n\n"_s, 1) : detail;
}

/// Where a word stands in a text as a word of its own; its whole length.
std::optional<TextRange> placeOf(const QString& text, const QString& word)
{
    if (word.isEmpty()) {
        return std::nullopt;
    }
    const QRegularExpression asWord(u"(?<![\\w-])"_s + QRegularExpression::escape(word) + u"(?![\\w-])"_s);
    const auto match = asWord.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return sql::LineIndex(text).range(text, match.capturedStart(), match.capturedEnd());
}

} // namespace

bool isMissingCall(const HttpResponse& response)
{
    if (response.status == 204 || response.status == 404 || response.status == 405 || response.status == 501) {
        return true;
    }
    const QByteArray body = response.body.trimmed();
    return response.status == 400 && (body.isEmpty() || messageOf(body) == "Missing map name"_L1);
}

QString messageOf(const QByteArray& body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    return object.value("message"_L1).toString(object.value("status"_L1).toString());
}

Error fromAnswer(const HttpResponse& response, const QString& call, const Redactor& redactor)
{
    const QString message = messageOf(response.body);
    const QString host = httperrors::hostAndPort(response.url);
    if (response.status == 401 || response.status == 403) {
        return httperrors::status(response, redactor);
    }
    if (isMissingCall(response)) {
        return {.kind = ErrorKind::Unsupported,
            .message =
                ErrorTexts::tr("The SeaTunnel at %1 does not have the call %2: its version is too old for it, or "
                               "the address is not the server's own.")
                    .arg(host, call),
            .detail = detailOf(response, message, redactor),
            .httpStatus = response.status};
    }
    Error error{
        .kind = ErrorKind::Http, .detail = detailOf(response, message, redactor), .httpStatus = response.status};
    auto meaning = meaningOfRequest(message);
    if (!meaning) {
        meaning = meaningOfJob(message);
    }
    if (meaning) {
        error.kind = meaning->kind;
        error.message = redactor.text(meaning->sentence);
    } else if (isBrokenRecord(error)) {
        error.message = ErrorTexts::tr("The SeaTunnel at %1 cannot show this: a job that was cancelled before it ran "
                                       "has left a record without figures, which this version cannot read.")
                            .arg(host);
    } else if (message.isEmpty()) {
        return httperrors::status(response, redactor);
    } else {
        error.message = ErrorTexts::tr("SeaTunnel at %1 failed: %2").arg(host, redactor.text(plain(message)));
    }
    return error;
}

bool isBrokenRecord(const Error& error)
{
    return error.httpStatus == 500
        && (error.detail.contains("\"finishedJobMetrics\" is null"_L1)
            || (error.detail.contains("JobState.getStartTime()"_L1) && error.detail.contains("is null"_L1)));
}

Error placedIn(const QString& text, Error error)
{
    const QString message = messageInDetail(error.detail);
    if (error.kind == ErrorKind::Usage && message.startsWith("Invalid JSON format"_L1)) {
        return jsonProblem(text).value_or(std::move(error));
    }
    if (error.kind != ErrorKind::Sql) {
        return error;
    }
    for (const QString& word : {pluginIn(message), captured(message, u"^Json parsing exception, value '([^']*)'"_s),
             captured(message, u"Token not allowed[^:]*: '([^']+)'"_s),
             captured(message, u"^String: \\d+: .*'([^']+)'"_s)}) {
        if (const auto place = placeOf(text, word)) {
            error.range = place;
            return error;
        }
    }
    if (const QString line = captured(message, u"^String: (\\d+):"_s); !line.isEmpty()) {
        error.range = TextRange{{line.toInt(), 1}, {line.toInt(), 1}};
    } else {
        const bool isSource = message.contains("\"sources\""_L1) || message.startsWith("Miss <Source>"_L1);
        const bool isSink = message.contains("\"sinks\""_L1) || message.startsWith("Miss <Sink>"_L1);
        const QString kind = captured(message, u"factories that implement '[\\w.]*Table(\\w+)Factory'"_s).toLower();
        const QString block = !kind.isEmpty() ? kind : isSource ? u"source"_s : isSink ? u"sink"_s : QString();
        error.range = placeOf(text, block).value_or(TextRange{});
    }
    return error;
}

std::optional<Error> jsonProblem(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    QJsonParseError problem;
    QJsonDocument::fromJson(utf8, &problem);
    if (problem.error == QJsonParseError::NoError) {
        return std::nullopt;
    }
    Error error{
        .kind = ErrorKind::Sql, .message = ErrorTexts::tr("The job is no valid JSON: %1.").arg(problem.errorString())};
    const qsizetype place = sql::utf16Offset(std::string_view(utf8.constData(), size_t(utf8.size())), problem.offset);
    const TextPosition at = sql::positionAt(text, place);
    error.range = TextRange{at, at};
    return error;
}

} // namespace millrace::seatunnel::errors
