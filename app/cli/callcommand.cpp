// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/callcommand.h"

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/output.h"
#include "app/cli/targets.h"
#include "app/cli/taskrunner.h"
#include "app/cli/texttable.h"
#include "core/apiconsole.h"
#include "core/connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_command = QLatin1StringView("call");

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CallCommand)
};

struct CallArguments {
    Target target;
    QString operation;
    QMultiMap<QString, QString> values;
    QByteArray body;
    bool isVerbose = false;
};

QString placeId(ApiParameter::Place place)
{
    switch (place) {
    case ApiParameter::Place::Path:
        return u"path"_s;
    case ApiParameter::Place::Query:
        return u"query"_s;
    case ApiParameter::Place::Header:
        return u"header"_s;
    case ApiParameter::Place::Form:
        return u"form"_s;
    }
    return {};
}

QJsonArray operationsAsJson(const QString& system, const ApiDescription& description)
{
    QJsonArray array;
    for (const ApiOperation& operation : description.operations()) {
        QJsonArray parameters;
        for (const ApiParameter& parameter : operation.parameters) {
            parameters << QJsonObject{{u"name"_s, parameter.name}, {u"in"_s, placeId(parameter.place)},
                {u"required"_s, parameter.required}, {u"type"_s, parameter.type}, {u"isList"_s, parameter.isList}};
        }
        array << QJsonObject{{u"system"_s, system}, {u"operation"_s, operation.id}, {u"dialect"_s, operation.dialect},
            {u"method"_s, QString::fromLatin1(operation.method)}, {u"path"_s, operation.path},
            {u"tag"_s, operation.tag}, {u"summary"_s, operation.summary},
            {u"bodyType"_s, QString::fromLatin1(operation.bodyType)}, {u"parameters"_s, parameters}};
    }
    return array;
}

void appendRows(std::vector<QStringList>& rows, const QString& system, const ApiDescription& description)
{
    for (const ApiOperation& operation : description.operations()) {
        QStringList parameters;
        for (const ApiParameter& parameter : operation.parameters) {
            parameters << (parameter.required ? parameter.name : u'[' + parameter.name + u']');
        }
        if (!operation.bodyType.isEmpty() && !operation.isForm()) {
            parameters << (operation.bodyRequired ? u"--body"_s : u"[--body]"_s);
        }
        rows.push_back({system, operation.id, operation.dialect, QString::fromLatin1(operation.method), operation.path,
            parameters.join(u' '), operation.summary});
    }
}

int listOperations(const std::vector<const Backend*>& backends, bool asJson)
{
    QJsonArray all;
    std::vector<QStringList> rows{{Texts::tr("SYSTEM"), Texts::tr("OPERATION"), Texts::tr("VERSION"),
        Texts::tr("METHOD"), Texts::tr("PATH"), Texts::tr("PARAMETERS"), Texts::tr("SUMMARY")}};
    for (const Backend* backend : backends) {
        const QByteArray bytes = backend->apiDescription();
        if (bytes.isEmpty()) {
            continue;
        }
        const auto description = ApiDescription::read(bytes);
        if (!description) {
            return failWith(description.error());
        }
        appendRows(rows, backend->id(), *description);
        const QJsonArray operations = operationsAsJson(backend->id(), *description);
        for (const QJsonValue& operation : operations) {
            all << operation;
        }
    }
    return printText(asJson ? QString::fromUtf8(QJsonDocument(all).toJson()) : asTable(rows));
}

/// key=value arguments. An empty value is a value.
std::optional<QMultiMap<QString, QString>> readValues(const QStringList& arguments)
{
    QMultiMap<QString, QString> values;
    for (const QString& argument : arguments) {
        const qsizetype equals = argument.indexOf(u'=');
        if (equals < 1) {
            wrongUsage(s_command, Texts::tr("A parameter is NAME=VALUE, not “%1”.").arg(argument));
            return std::nullopt;
        }
        values.insert(argument.first(equals), argument.sliced(equals + 1));
    }
    return values;
}

Result<QByteArray> readBody(const QString& path)
{
    QFile file(path);
    const bool open = path == u"-" ? file.open(0, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        return failure(ErrorKind::Usage, Texts::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    }
    return file.readAll();
}

/// The call for one dialect of those that the description has; an Error when the values do not do.
Result<ApiRequest> requestFor(const ApiDescription& description, const CallArguments& arguments, const QString& dialect)
{
    const ApiOperation* operation = description.find(arguments.operation, dialect);
    if (!operation) {
        return failure(ErrorKind::Usage,
            Texts::tr("There is no call %1 in %2 as this server speaks it.").arg(arguments.operation, dialect));
    }
    return prepareCall(*operation, arguments.values, arguments.body);
}

QStringList dialectsOf(const ApiDescription& description, const QString& operation)
{
    QStringList dialects;
    for (const ApiOperation& each : description.operations()) {
        if (each.id == operation) {
            dialects << each.dialect;
        }
    }
    return dialects;
}

QString redactedRequest(const ApiAnswer& answer)
{
    QStringList lines;
    const QStringList sent = answer.sent.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : sent) {
        lines << u"> "_s + line.trimmed();
    }
    return lines.join(u'\n');
}

QCoro::Task<int> send(
    std::shared_ptr<Connection> connection, ApiRequest request, bool isVerbose, CancellationToken token)
{
    const auto answer = co_await connection->apiConsole()->call(request, token);
    if (!answer) {
        if (!answer.error().isCancelled()) {
            complain(answer.error());
        }
        co_return exitStatusOf(answer.error());
    }
    if (isVerbose) {
        note(redactedRequest(*answer));
        note(Texts::tr("< HTTP %1 in %2 ms").arg(QString::number(answer->status), QString::number(answer->elapsedMs)));
    }
    auto output = Output::open({});
    (*output)->write(std::string_view(answer->body.constData(), static_cast<std::size_t>(answer->body.size())));
    if (const auto written = (*output)->commit(); !written) {
        co_return failWith(written.error());
    }
    co_return answer->status >= 200 && answer->status < 300 ? Done : Failed;
}

QCoro::Task<int> callOperation(CallArguments arguments, const ApiDescription& description,
    const BackendRegistry& backends, CancellationToken token)
{
    const auto connection = co_await openTarget(arguments.target, backends);
    if (!connection) {
        co_return failWith(connection.error());
    }
    ApiConsole* console = (*connection)->apiConsole();
    if (!console) {
        complain(Texts::tr("%1 takes no calls.").arg(arguments.target.profile.name));
        co_return Usage;
    }
    QString dialect;
    // Only a call that differs between versions is worth asking the server for its own.
    if (dialectsOf(description, arguments.operation).size() > 1) {
        const auto spoken = co_await console->dialect(token);
        if (!spoken) {
            co_return failWith(spoken.error());
        }
        dialect = *spoken;
    }
    const auto request = requestFor(description, arguments, dialect);
    if (!request) {
        co_return failWith(request.error());
    }
    co_return co_await send(*connection, *request, arguments.isVerbose, token);
}

/// What can be known to be wrong before the server is asked for anything; Done when nothing is.
int check(const CallArguments& arguments, const ApiDescription& description)
{
    const QStringList dialects = dialectsOf(description, arguments.operation);
    if (dialects.isEmpty()) {
        return wrongUsage(
            s_command, Texts::tr("There is no call “%1”; “millrace call --list” names all.").arg(arguments.operation));
    }
    std::optional<Error> fault;
    for (const QString& dialect : dialects) {
        const auto request = requestFor(description, arguments, dialect);
        if (request) {
            if (request->operation.isChanging() && arguments.target.profile.readOnly) {
                complain(Texts::tr("The connection %1 is read-only: it sends no %2.")
                             .arg(arguments.target.profile.name, QString::fromLatin1(request->operation.method)));
                return Usage;
            }
            return Done;
        }
        fault = request.error();
    }
    return wrongUsage(s_command, fault->message);
}

void addOptions(QCommandLineParser& parser, const BackendRegistry& backends)
{
    parser.setApplicationDescription(Texts::tr(
        "Sends a documented call of a system and prints the body of the answer as it came.\n"
        "Exit status: 0 for an answer of 200 to 299, 1 for another one, 2 wrong usage, 3 no answer, 130 cancelled."));
    parser.addPositionalArgument(u"OPERATION"_s, Texts::tr("The call, as --list names it."), u"OPERATION"_s);
    parser.addPositionalArgument(u"NAME=VALUE"_s, Texts::tr("Parameters; of files the path."), u"[NAME=VALUE …]"_s);
    addTargetOptions(parser, backends);
    parser.addOption({u"body"_s, Texts::tr("The file that is sent as the body; - is stdin."), u"FILE"_s});
    parser.addOption({u"verbose"_s, Texts::tr("Prints the request and the status on stderr.")});
    parser.addOption({u"list"_s, Texts::tr("Prints all calls, with --system those of one.")});
    parser.addOption({u"format"_s, Texts::tr("Of --list: table or json."), u"table|json"_s, u"table"_s});
}

int list(const QCommandLineParser& parser, const BackendRegistry& backends)
{
    const auto format = choiceOf(parser, s_command, u"format"_s, {u"table"_s, u"json"_s});
    if (!format) {
        return Usage;
    }
    if (!parser.positionalArguments().isEmpty()) {
        return wrongUsage(s_command, Texts::tr("--list takes no call."));
    }
    std::vector<const Backend*> chosen = backends.all();
    if (parser.isSet(u"connection"_s) || parser.isSet(u"url"_s)) {
        const auto target = targetFrom(parser, backends);
        if (!target) {
            return failWith(target.error());
        }
        chosen = {backends.find(target->profile.system)};
    } else if (parser.isSet(u"system"_s)) {
        chosen = {backends.find(parser.value(u"system"_s))};
    }
    if (!chosen.front()) {
        return wrongUsage(s_command, Texts::tr("The system “%1” is not known.").arg(parser.value(u"system"_s)));
    }
    return listOperations(chosen, *format == u"json");
}

} // namespace

int callCommand(const QStringList& arguments, const BackendRegistry& backends)
{
    QCommandLineParser parser;
    addOptions(parser, backends);
    if (const auto status = readArguments(parser, arguments)) {
        return *status;
    }
    if (parser.isSet(u"list"_s)) {
        return list(parser, backends);
    }
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty()) {
        return wrongUsage(s_command, Texts::tr("Name the call; “millrace call --list” names all."));
    }
    const auto values = readValues(words.mid(1));
    if (!values) {
        return Usage;
    }
    const auto target = targetFrom(parser, backends);
    if (!target) {
        return failWith(target.error());
    }
    const auto body = parser.isSet(u"body"_s) ? readBody(parser.value(u"body"_s)) : Result<QByteArray>(QByteArray());
    if (!body) {
        return failWith(body.error());
    }
    const Backend* backend = backends.find(target->profile.system);
    const QByteArray documented = backend ? backend->apiDescription() : QByteArray();
    if (documented.isEmpty()) {
        complain(Texts::tr("The calls of %1 are not described.").arg(target->profile.system));
        return Usage;
    }
    const auto description = ApiDescription::read(documented);
    if (!description) {
        return failWith(description.error());
    }
    CallArguments call{.target = *target, .operation = words.constFirst(), .values = *values, .body = *body};
    call.isVerbose = parser.isSet(u"verbose"_s);
    if (const int wrong = check(call, *description); wrong != Done) {
        return wrong;
    }
    return runTask([&](CancellationToken token) { return callOperation(call, *description, backends, token); });
}

} // namespace millrace::cli
