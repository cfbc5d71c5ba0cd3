// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apidescription.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ApiDescription)
};

constexpr std::array<QLatin1StringView, 6> s_methods{"get"_L1, "post"_L1, "put"_L1, "patch"_L1, "delete"_L1, "head"_L1};

/// The value itself, or what its "$ref" of this file points to.
QJsonObject resolved(const QJsonValue& value, const QJsonObject& file)
{
    const QJsonObject object = value.toObject();
    const QString ref = object.value("$ref"_L1).toString();
    if (!ref.startsWith("#/"_L1)) {
        return object;
    }
    QJsonValue at = file;
    for (const QString& step : ref.mid(2).split(u'/')) {
        at = at.toObject().value(step);
    }
    return at.toObject();
}

QString asText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return value.toVariant().toString();
    }
}

ApiParameter parameterOf(const QString& name, ApiParameter::Place place, const QJsonObject& schema)
{
    ApiParameter parameter{.name = name, .place = place};
    parameter.type = schema.value("type"_L1).toString(u"string"_s);
    if (schema.value("format"_L1).toString() == "binary"_L1) {
        parameter.type = u"file"_s;
    }
    parameter.description = schema.value("description"_L1).toString();
    parameter.example = asText(schema.contains("example"_L1) ? schema.value("example"_L1) : schema.value("default"_L1));
    const QJsonArray options = schema.value("enum"_L1).toArray();
    std::ranges::transform(options, std::back_inserter(parameter.options), asText);
    return parameter;
}

std::optional<ApiParameter::Place> placeFromId(const QString& id)
{
    if (id == "path"_L1) {
        return ApiParameter::Place::Path;
    }
    if (id == "query"_L1) {
        return ApiParameter::Place::Query;
    }
    if (id == "header"_L1) {
        return ApiParameter::Place::Header;
    }
    return std::nullopt;
}

void readParameters(ApiOperation& operation, const QJsonArray& array, const QJsonObject& file)
{
    for (const QJsonValue& value : array) {
        const QJsonObject object = resolved(value, file);
        const auto place = placeFromId(object.value("in"_L1).toString());
        if (!place) {
            continue; // cookies belong to the login and are never a parameter of ours
        }
        ApiParameter parameter =
            parameterOf(object.value("name"_L1).toString(), *place, resolved(object.value("schema"_L1), file));
        parameter.required = object.value("required"_L1).toBool();
        if (object.contains("description"_L1)) {
            parameter.description = object.value("description"_L1).toString();
        }
        if (object.contains("example"_L1)) {
            parameter.example = asText(object.value("example"_L1));
        }
        operation.parameters.push_back(std::move(parameter));
    }
}

void readForm(ApiOperation& operation, const QJsonObject& schema, const QJsonObject& file)
{
    const QJsonArray required = schema.value("required"_L1).toArray();
    const QJsonObject fields = schema.value("properties"_L1).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        ApiParameter parameter = parameterOf(it.key(), ApiParameter::Place::Form, resolved(it.value(), file));
        parameter.required = required.contains(it.key());
        operation.parameters.push_back(std::move(parameter));
    }
}

QByteArray exampleOf(const QJsonObject& media)
{
    QJsonValue example = media.value("example"_L1);
    if (example.isUndefined()) {
        const QJsonObject examples = media.value("examples"_L1).toObject();
        example = examples.isEmpty() ? QJsonValue() : examples.begin().value().toObject().value("value"_L1);
    }
    if (example.isObject()) {
        return QJsonDocument(example.toObject()).toJson();
    }
    return example.isArray() ? QJsonDocument(example.toArray()).toJson() : asText(example).toUtf8();
}

void readBody(ApiOperation& operation, const QJsonObject& body, const QJsonObject& file)
{
    const QJsonObject content = body.value("content"_L1).toObject();
    if (content.isEmpty()) {
        return;
    }
    const QString type = content.begin().key();
    const QJsonObject media = content.begin().value().toObject();
    operation.bodyType = type.toUtf8();
    operation.bodyRequired = body.value("required"_L1).toBool();
    if (type == "application/x-www-form-urlencoded"_L1 || type == "multipart/form-data"_L1) {
        readForm(operation, resolved(media.value("schema"_L1), file), file);
    } else {
        operation.bodyExample = exampleOf(media);
    }
}

ApiOperation operationOf(const QString& path, const QString& method, const QJsonObject& item, const QJsonObject& file)
{
    const QJsonObject object = item.value(method).toObject();
    ApiOperation operation;
    operation.path = path;
    operation.method = method.toUpper().toLatin1();
    operation.id = object.value("x-millrace-operation"_L1).toString(object.value("operationId"_L1).toString());
    operation.dialect = object.value("x-millrace-dialect"_L1).toString();
    operation.server = object.value("x-millrace-server"_L1).toString();
    operation.summary = object.value("summary"_L1).toString();
    operation.description = object.value("description"_L1).toString();
    operation.tag = object.value("tags"_L1).toArray().at(0).toString();
    readParameters(operation, item.value("parameters"_L1).toArray(), file);
    readParameters(operation, object.value("parameters"_L1).toArray(), file);
    readBody(operation, resolved(object.value("requestBody"_L1), file), file);
    return operation;
}

bool isForm(const ApiOperation& operation)
{
    return std::ranges::any_of(operation.parameters,
        [](const ApiParameter& parameter) { return parameter.place == ApiParameter::Place::Form; });
}

tl::unexpected<Error> wrongUse(const QString& message)
{
    return failure(ErrorKind::Usage, message);
}

/// Why these values cannot be sent, or nothing.
std::optional<QString> problemOf(const ApiOperation& operation, const QMultiMap<QString, QString>& values)
{
    QStringList known;
    for (const ApiParameter& parameter : operation.parameters) {
        const QStringList given = values.values(parameter.name);
        known.append(parameter.name);
        if (parameter.required && given.isEmpty()) {
            return Texts::tr("%1 needs the parameter %2.").arg(operation.id, parameter.name);
        }
        if (given.size() > 1 && parameter.type != "array"_L1) {
            return Texts::tr("%1 takes the parameter %2 only once.").arg(operation.id, parameter.name);
        }
        const bool isPath = parameter.place == ApiParameter::Place::Path;
        if (isPath && !given.isEmpty() && given.constFirst().isEmpty()) {
            return Texts::tr("%1 needs a value for the parameter %2.").arg(operation.id, parameter.name);
        }
        if (isPath && (given.contains("."_L1) || given.contains(".."_L1))) {
            return Texts::tr("The parameter %1 cannot be \"%2\": in an address that leads to another place.")
                .arg(parameter.name, given.constFirst());
        }
    }
    for (const QString& name : values.uniqueKeys()) {
        if (!known.contains(name)) {
            return known.isEmpty()
                ? Texts::tr("%1 takes no parameters, and \"%2\" is none of its own.").arg(operation.id, name)
                : Texts::tr("%1 has no parameter %2. It takes: %3.").arg(operation.id, name, known.join(", "_L1));
        }
    }
    return std::nullopt;
}

/// The values of one name in the order in which they were given: QMultiMap keeps the newest first.
QStringList inOrder(const QMultiMap<QString, QString>& values, const QString& name)
{
    QStringList given = values.values(name);
    std::ranges::reverse(given);
    return given;
}

} // namespace

Result<ApiDescription> ApiDescription::read(const QByteArray& openapi)
{
    QJsonParseError problem;
    const QJsonObject file = QJsonDocument::fromJson(openapi, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        return failure(ErrorKind::Protocol,
            Texts::tr("The description of the calls is no JSON: %1 at byte %2.")
                .arg(problem.errorString())
                .arg(problem.offset));
    }
    ApiDescription description;
    description.m_title = file.value("info"_L1).toObject().value("title"_L1).toString();
    const QJsonObject paths = file.value("paths"_L1).toObject();
    for (auto it = paths.begin(); it != paths.end(); ++it) {
        const QJsonObject item = it.value().toObject();
        // Two calls may share a path and differ in what they send: the second stands under the path with a fragment.
        const QString path = it.key().section(u'#', 0, 0);
        for (const QLatin1StringView method : s_methods) {
            if (item.contains(method)) {
                description.m_operations.push_back(operationOf(path, method, item, file));
                if (description.m_operations.back().id.isEmpty()) {
                    return failure(ErrorKind::Protocol, Texts::tr("The call %1 has no operationId.").arg(it.key()));
                }
            }
        }
    }
    std::ranges::stable_sort(description.m_operations, {},
        [](const ApiOperation& operation) { return std::pair(operation.tag, operation.id); });
    return description;
}

const ApiOperation* ApiDescription::find(QStringView id, QStringView dialect) const
{
    const ApiOperation* found = nullptr;
    for (const ApiOperation& operation : m_operations) {
        const bool fits = dialect.isEmpty() || operation.dialect.isEmpty() || operation.dialect == dialect;
        if (operation.id == id && fits && (!found || operation.dialect >= found->dialect)) {
            found = &operation;
        }
    }
    return found;
}

Result<ApiRequest> prepareCall(
    const ApiOperation& operation, const QMultiMap<QString, QString>& values, const QByteArray& body)
{
    if (const auto problem = problemOf(operation, values)) {
        return wrongUse(*problem);
    }
    if (operation.bodyRequired && body.isEmpty() && !isForm(operation)) {
        return wrongUse(Texts::tr("%1 needs a body.").arg(operation.id));
    }
    if (operation.bodyType.isEmpty() && !body.isEmpty()) {
        return wrongUse(Texts::tr("%1 takes no body.").arg(operation.id));
    }
    ApiRequest request{.operation = operation, .path = operation.path, .body = body};
    for (const ApiParameter& parameter : operation.parameters) {
        for (const QString& value : inOrder(values, parameter.name)) {
            switch (parameter.place) {
            case ApiParameter::Place::Path:
                request.path.replace(u'{' + parameter.name + u'}', QString::fromLatin1(QUrl::toPercentEncoding(value)));
                break;
            case ApiParameter::Place::Query:
                request.query.append({parameter.name, value});
                break;
            case ApiParameter::Place::Header:
                request.headers.append({parameter.name, value});
                break;
            case ApiParameter::Place::Form:
                request.form.append({parameter.name, value});
                break;
            }
        }
    }
    return request;
}

} // namespace millrace
