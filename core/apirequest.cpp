// SPDX-License-Identifier: GPL-3.0-or-later
// Checks and fills in a documented call.
#include "core/apidescription.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ApiDescription)
};

bool hasLineBreak(const QString& value)
{
    return value.contains(u'\n') || value.contains(u'\r');
}

/// Why these values of one parameter cannot be sent, or nothing.
std::optional<QString> problemOf(const ApiOperation& operation, const ApiParameter& parameter, const QStringList& given)
{
    if (parameter.required && given.isEmpty()) {
        return Texts::tr("%1 needs the parameter %2.").arg(operation.id, parameter.name);
    }
    if (given.size() > 1 && !parameter.isList) {
        return Texts::tr("%1 takes the parameter %2 only once.").arg(operation.id, parameter.name);
    }
    if (parameter.place == ApiParameter::Place::Header && std::ranges::any_of(given, hasLineBreak)) {
        return Texts::tr("The parameter %1 is a header, which is one line.").arg(parameter.name);
    }
    if (parameter.place != ApiParameter::Place::Path) {
        return std::nullopt;
    }
    if (given.contains(QString())) {
        return Texts::tr("%1 needs a value for the parameter %2.").arg(operation.id, parameter.name);
    }
    const QString segment = given.join(u',');
    if (segment == "."_L1 || segment == ".."_L1) {
        return Texts::tr("The parameter %1 cannot be “%2”: in an address that leads to another place.")
            .arg(parameter.name, segment);
    }
    return std::nullopt;
}

/// The name among values that the operation does not know, or nothing.
std::optional<QString> unknownName(const ApiOperation& operation, const QMultiMap<QString, QString>& values)
{
    for (const QString& name : values.uniqueKeys()) {
        if (std::ranges::find(operation.parameters, name, &ApiParameter::name) == operation.parameters.end()) {
            return name;
        }
    }
    return std::nullopt;
}

QString knownNames(const ApiOperation& operation)
{
    QStringList names;
    for (const ApiParameter& parameter : operation.parameters) {
        names << parameter.name;
    }
    return names.join(u", "_s);
}

/// Why this call cannot be sent, or nothing.
std::optional<QString> problemOf(
    const ApiOperation& operation, const QMultiMap<QString, QString>& values, const QByteArray& body)
{
    if (const auto name = unknownName(operation, values)) {
        return operation.parameters.empty()
            ? Texts::tr("%1 takes no parameters, also not %2.").arg(operation.id, *name)
            : Texts::tr("%1 has no parameter %2. It takes: %3.").arg(operation.id, *name, knownNames(operation));
    }
    for (const ApiParameter& parameter : operation.parameters) {
        if (const auto problem = problemOf(operation, parameter, values.values(parameter.name))) {
            return problem;
        }
    }
    if (body.isEmpty()) {
        return operation.bodyRequired && !operation.isForm()
            ? std::optional(Texts::tr("%1 needs a body.").arg(operation.id))
            : std::nullopt;
    }
    if (operation.bodyType.isEmpty()) {
        return Texts::tr("%1 takes no body.").arg(operation.id);
    }
    return operation.isForm() ? std::optional(
               Texts::tr("The body of %1 is made of its parameters: %2.").arg(operation.id, knownNames(operation)))
                              : std::nullopt;
}

/// The values of one name in the order in which they were given: QMultiMap keeps the newest first.
QStringList inOrder(const QMultiMap<QString, QString>& values, const QString& name)
{
    QStringList given = values.values(name);
    std::ranges::reverse(given);
    return given;
}

void fillIn(ApiRequest& request, const ApiParameter& parameter, const QStringList& given)
{
    if (parameter.place == ApiParameter::Place::Path) {
        QStringList encoded;
        for (const QString& value : given) {
            encoded << QString::fromLatin1(QUrl::toPercentEncoding(value));
        }
        request.path.replace(u'{' + parameter.name + u'}', encoded.join(u','));
        return;
    }
    auto& list = parameter.place == ApiParameter::Place::Query ? request.query
        : parameter.place == ApiParameter::Place::Header       ? request.headers
                                                               : request.form;
    for (const QString& value : given) {
        list.append({parameter.name, value});
    }
}

} // namespace

Result<ApiRequest> prepareCall(
    const ApiOperation& operation, const QMultiMap<QString, QString>& values, const QByteArray& body)
{
    if (const auto problem = problemOf(operation, values, body)) {
        return failure(ErrorKind::Usage, *problem);
    }
    ApiRequest request{
        .operation = operation, .path = operation.path, .query = {}, .headers = {}, .form = {}, .body = body};
    for (const ApiParameter& parameter : operation.parameters) {
        fillIn(request, parameter, inOrder(values, parameter.name));
    }
    return request;
}

} // namespace millrace
