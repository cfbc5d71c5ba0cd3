// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkerrors.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <ranges>

namespace millrace::flink::errors {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Flink)
};

bool isFrame(const QString& line)
{
    return line.startsWith("\tat "_L1) || line.startsWith("\t..."_L1) || line.startsWith("    at "_L1);
}

/// "java.lang.ArithmeticException: Division by zero" taken apart; nothing when the line does not begin with a class.
std::optional<Cause> exceptionIn(const QString& line)
{
    static const QRegularExpression s_exception(u"^([\\p{L}_$][\\w$]*(?:\\.[\\p{L}_$][\\w$]*)+)(?::\\s?(.*))?$"_s);
    const auto match = s_exception.match(line);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return Cause{match.captured(1), match.captured(2)};
}

QString simpleName(const QString& className)
{
    return className.section(u'.', -1).section(u'$', -1);
}

/// "Missing required options are:\n\npath\nformat" says in its later lines what the first one leaves out.
QString namedOptions(const QString& message)
{
    static const QRegularExpression s_list(
        u"(?:^|\\n)((?:Missing required options are|Unsupported options|Ambiguous options|Invalid options)[^\\n]*):\\s*\\n\\s*\\n(.*?)(?:\\n\\s*\\n|$)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = s_list.match(message);
    if (!match.hasMatch()) {
        return {};
    }
    QStringList names = match.captured(2).split(u'\n', Qt::SkipEmptyParts);
    for (QString& name : names) {
        name = name.trimmed();
    }
    return names.join(u", "_s);
}

/// One line without the prefixes that wrap it and without the place, which the editor shows.
QString sentence(const QString& message)
{
    static const QRegularExpression s_place(u"(?:From|from) line \\d+, column \\d+ to line \\d+, column \\d+:?\\s*"_s);
    static const QRegularExpression s_point(u"\\s*(?:at|At|in|starting at) line \\d+, column \\d+(?::\\s*)?"_s);
    QString line;
    for (const QString& each : message.split(u'\n')) {
        line = each.trimmed();
        if (!line.isEmpty()) {
            break;
        }
    }
    for (const QLatin1StringView prefix : {"SQL validation failed. "_L1, "SQL parse failed. "_L1}) {
        if (line.startsWith(prefix)) {
            line.remove(0, prefix.size());
        }
    }
    line.remove(s_place);
    line.remove(s_point);
    line = line.simplified();
    static const QRegularExpression s_cause(u"\\nCause: ([^\\n]+)"_s);
    if (const auto cause = s_cause.match(message); cause.hasMatch()) {
        line += u' ' + cause.captured(1).trimmed();
    }
    const QString options = namedOptions(message);
    if (!options.isEmpty()) {
        if (line.endsWith(u'.') || line.endsWith(u':')) {
            line.chop(1);
        }
        line += u": "_s + options;
    }
    return line;
}

bool isJobFailure(const std::vector<Cause>& chain)
{
    return std::ranges::any_of(chain, [](const Cause& cause) {
        return cause.className.endsWith(".JobExecutionException"_L1)
            || cause.className.endsWith(".ProgramInvocationException"_L1);
    });
}

/// Exceptions that only pass another one on.
bool isWrapper(const Cause& cause)
{
    static const QStringList s_names{u"ExecutionException"_s, u"CompletionException"_s, u"JobException"_s,
        u"JobExecutionException"_s, u"ProgramInvocationException"_s, u"SqlGatewayException"_s, u"RuntimeException"_s,
        u"IOException"_s, u"RestHandlerException"_s};
    return s_names.contains(simpleName(cause.className))
        || (cause.className.endsWith(".SqlExecutionException"_L1)
            && (cause.message.startsWith("Failed to execute"_L1) || cause.message.startsWith("Error while"_L1)));
}

/// Exceptions whose message is a bare value: only the next outer one says what it was about.
bool isTerse(const Cause& cause)
{
    static const QStringList s_names{u"NumberFormatException"_s, u"ClassNotFoundException"_s, u"ConnectException"_s,
        u"NoSuchMethodException"_s, u"NullPointerException"_s, u"ClassCastException"_s, u"UnknownHostException"_s,
        u"ArrayIndexOutOfBoundsException"_s, u"NoSuchElementException"_s};
    return s_names.contains(simpleName(cause.className));
}

/// Only a class name, or the message of the next exception once more.
bool saysNothing(const Cause& cause)
{
    const QString line = sentence(cause.message);
    if (line.isEmpty() || line == "null"_L1) {
        return true;
    }
    const auto inner = exceptionIn(line);
    return inner && inner->message.isEmpty() && !isTerse(cause);
}

/// What the innermost exception says, with what its outer one says where that is needed to understand it.
QString usefulSentence(const std::vector<Cause>& chain)
{
    auto inner = std::find_if(chain.rbegin(), chain.rend(), [](const Cause& cause) { return !saysNothing(cause); });
    if (inner == chain.rend()) {
        return simpleName(chain.back().className);
    }
    QString said = sentence(inner->message);
    if (isTerse(*inner)) {
        const auto outer = std::find_if(std::next(inner), chain.rend(),
            [](const Cause& cause) { return !saysNothing(cause) && !isWrapper(cause); });
        if (outer != chain.rend()) {
            QString about = sentence(outer->message);
            if (about.endsWith(u'.')) {
                about.chop(1);
            }
            said = about + u": "_s + said;
        }
    }
    if (inner != chain.rbegin() || inner->className.endsWith(".ClassNotFoundException"_L1)) {
        said += u" (%1)"_s.arg(simpleName(chain.back().className));
    }
    return isJobFailure(chain) ? Texts::tr("The job failed: %1").arg(said) : said;
}

std::optional<NamedPlace> rangeIn(const QString& message)
{
    static const QRegularExpression s_range(u"[Ff]rom line (\\d+), column (\\d+) to line (\\d+), column (\\d+)"_s);
    const auto match = s_range.match(message);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return NamedPlace{.first = {match.captured(1).toInt(), match.captured(2).toInt()},
        .last = TextPosition{match.captured(3).toInt(), match.captured(4).toInt()}};
}

} // namespace

std::vector<Cause> causes(const QString& stack)
{
    std::vector<Cause> chain;
    bool inMessage = false;
    const QStringList lines = stack.split(u'\n');
    for (const QString& line : lines) {
        const bool isCause = line.startsWith("Caused by: "_L1);
        const QString rest = isCause ? line.mid(11) : line;
        if (isFrame(line) || line.startsWith("End of exception on server side"_L1)) {
            inMessage = false;
        } else if (const auto exception = exceptionIn(rest); exception && (isCause || !inMessage)) {
            chain.push_back(*exception);
            inMessage = true;
        } else if (inMessage) {
            chain.back().message += u'\n' + line;
        }
    }
    for (Cause& cause : chain) {
        while (!cause.message.isEmpty() && cause.message.back().isSpace()) {
            cause.message.chop(1);
        }
    }
    return chain;
}

QString rootCause(const QString& detail)
{
    const std::vector<Cause> chain = causes(detail);
    if (chain.empty()) {
        return detail.trimmed();
    }
    const Cause& root = chain.back();
    return root.message.isEmpty() ? root.className : root.className + u": "_s + root.message;
}

std::optional<NamedPlace> placeIn(const QString& message)
{
    if (auto range = rangeIn(message)) {
        return range;
    }
    static const QRegularExpression s_point(u"\\bline (\\d+), column (\\d+)"_s);
    const auto match = s_point.match(message);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    NamedPlace place{.first = {match.captured(1).toInt(), match.captured(2).toInt()}};
    static const QRegularExpression s_token(u"Encountered:? \"(.*?)\"(?: \\(\\d+\\))?(?:,| at| \\(|$)"_s);
    if (const auto match = s_token.match(message); match.hasMatch()) {
        QString token = match.captured(1);
        token.remove(u'\\'); // the parser quotes quotes
        // At the end of the statement the place is its last character.
        place.length = token == "<EOF>"_L1 ? 1 : int(token.size());
    }
    return place;
}

QStringList errorTexts(const QByteArray& body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QStringList texts;
    for (const QJsonValue& each : object.value("errors"_L1).toArray()) {
        if (each.isString()) {
            texts << each.toString();
        }
    }
    return texts;
}

std::optional<Error> fromBody(const QByteArray& body, int status)
{
    const QStringList texts = errorTexts(body);
    if (texts.isEmpty()) {
        return std::nullopt;
    }
    Error error{.kind = ErrorKind::Sql, .detail = texts.join(u'\n'), .httpStatus = status};
    const std::vector<Cause> chain = causes(error.detail);
    static const QRegularExpression s_unknownSession(u"Session '[^']*' does not exist"_s);
    if (s_unknownSession.match(error.detail).hasMatch()) {
        error.kind = ErrorKind::SessionLost;
        error.message =
            Texts::tr("The gateway no longer knows this session: temporary tables and settings are gone. Open a "
                      "new session.");
    } else if (chain.empty()) {
        error.kind = status == 401 || status == 403 ? ErrorKind::Auth : ErrorKind::Http;
        error.message = sentence(texts.last());
    } else if (isUnknownOperation(error)) {
        error.message = Texts::tr("The gateway no longer knows this operation: it was closed, or its session ended.");
    } else {
        error.message = usefulSentence(chain);
    }
    return error;
}

std::optional<NamedPlace> placeOf(const Error& error)
{
    // The innermost exception often has lost the place that an outer one still names.
    for (const Cause& cause : std::views::reverse(causes(error.detail))) {
        if (auto place = placeIn(cause.message)) {
            return place;
        }
    }
    return std::nullopt;
}

bool isUnknownOperation(const Error& error)
{
    static const QRegularExpression s_gone(
        u"Can not find the submitted operation|Can not fetch results from the [^\\n]* in (?:CANCELED|CLOSED) status"_s);
    return s_gone.match(error.detail).hasMatch();
}

bool needsPlainText(const Error& error)
{
    return error.detail.contains("Could not map response to JSON"_L1);
}

bool isSyntaxError(const Error& error)
{
    return error.detail.contains("SqlParserException"_L1) || error.detail.contains("SqlParseException"_L1);
}

} // namespace millrace::flink::errors
