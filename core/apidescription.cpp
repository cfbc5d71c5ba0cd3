// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apidescription.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <tuple>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ApiDescription)
};

constexpr std::array<QLatin1StringView, 6> s_methods{"get"_L1, "post"_L1, "put"_L1, "patch"_L1, "delete"_L1, "head"_L1};

/// The value itself, or what its "$ref" of this file points to, also over several of them.
QJsonObject resolved(const QJsonValue& value, const QJsonObject& file)
{
    QJsonObject object = value.toObject();
    constexpr int s_longestChain = 16;
    for (int i = 0; i < s_longestChain; ++i) {
        const QString ref = object.value("$ref"_L1).toString();
        if (!ref.startsWith("#/"_L1)) {
            return object;
        }
        QJsonValue at = file;
        const QStringList steps = ref.mid(2).split(u'/');
        for (QString step : steps) {
            at = at.toObject().value(step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1));
        }
        object = at.toObject();
    }
    return {};
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

/// "string", also of ["string", "null"].
QString typeOf(const QJsonObject& schema)
{
    if (schema.value("format"_L1).toString() == "binary"_L1) {
        return u"file"_s;
    }
    const QJsonValue type = schema.value("type"_L1);
    const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray{type};
    for (const QJsonValue& each : types) {
        if (each.isString() && each.toString() != "null"_L1) {
            return each.toString();
        }
    }
    return u"string"_s;
}

/// The example that stands first in an object of OpenAPI or of JSON Schema.
QJsonValue firstExample(const QJsonObject& object)
{
    if (object.contains("example"_L1)) {
        return object.value("example"_L1);
    }
    const QJsonValue examples = object.value("examples"_L1);
    if (examples.isArray()) {
        return examples.toArray().isEmpty() ? QJsonValue(QJsonValue::Undefined) : examples.toArray().at(0);
    }
    const QJsonObject named = examples.toObject();
    return named.isEmpty() ? QJsonValue(QJsonValue::Undefined) : named.begin().value().toObject().value("value"_L1);
}

ApiParameter parameterOf(
    const QString& name, ApiParameter::Place place, const QJsonObject& schema, const QJsonObject& file)
{
    ApiParameter parameter{.name = name, .place = place};
    parameter.isList = typeOf(schema) == "array"_L1;
    const QJsonObject item = parameter.isList ? resolved(schema.value("items"_L1), file) : schema;
    parameter.type = typeOf(item);
    parameter.description = schema.value("description"_L1).toString();
    const QJsonValue example = firstExample(schema);
    parameter.example = asText(example.isUndefined() ? schema.value("default"_L1) : example);
    const QJsonArray options = item.value("enum"_L1).toArray();
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

/// Adds the parameters; one of the same name and place takes the place of the one before.
void readParameters(ApiOperation& operation, const QJsonArray& array, const QJsonObject& file)
{
    for (const QJsonValue& value : array) {
        const QJsonObject object = resolved(value, file);
        const auto place = placeFromId(object.value("in"_L1).toString());
        if (!place) {
            continue; // cookies belong to the login and are never a parameter of ours
        }
        ApiParameter parameter =
            parameterOf(object.value("name"_L1).toString(), *place, resolved(object.value("schema"_L1), file), file);
        // OpenAPI wants every part of a path; one that says that it is not may be left out with its slash.
        parameter.required = object.value("required"_L1).toBool(place == ApiParameter::Place::Path);
        if (object.contains("description"_L1)) {
            parameter.description = object.value("description"_L1).toString();
        }
        if (const QJsonValue example = firstExample(object); !example.isUndefined()) {
            parameter.example = asText(example);
        }
        const auto same = std::ranges::find_if(operation.parameters,
            [&](const ApiParameter& other) { return other.name == parameter.name && other.place == parameter.place; });
        if (same != operation.parameters.end()) {
            *same = std::move(parameter);
        } else {
            operation.parameters.push_back(std::move(parameter));
        }
    }
}

void readForm(ApiOperation& operation, const QJsonObject& schema, const QJsonObject& file)
{
    const QJsonArray required = schema.value("required"_L1).toArray();
    const QJsonObject fields = schema.value("properties"_L1).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        ApiParameter parameter = parameterOf(it.key(), ApiParameter::Place::Form, resolved(it.value(), file), file);
        parameter.required = required.contains(it.key());
        operation.parameters.push_back(std::move(parameter));
    }
}

QJsonValue exampleOfSchema(const QJsonObject& schema, const QJsonObject& file, int depth);

QJsonObject exampleOfProperties(const QJsonObject& properties, const QJsonObject& file, int depth)
{
    QJsonObject object;
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        object.insert(it.key(), exampleOfSchema(resolved(it.value(), file), file, depth));
    }
    return object;
}

/// A value of that shape, for descriptions without an example. Deep or endless schemas end in null.
QJsonValue exampleOfSchema(const QJsonObject& schema, const QJsonObject& file, int depth)
{
    constexpr int s_deepest = 5;
    const QJsonValue given = firstExample(schema);
    const QJsonArray options = schema.value("enum"_L1).toArray();
    if (!given.isUndefined()) {
        return given;
    }
    if (schema.contains("default"_L1)) {
        return schema.value("default"_L1);
    }
    if (!options.isEmpty() || depth > s_deepest) {
        return options.isEmpty() ? QJsonValue() : options.at(0);
    }
    if (schema.contains("properties"_L1)) {
        return exampleOfProperties(schema.value("properties"_L1).toObject(), file, depth + 1);
    }
    const QString type = typeOf(schema);
    if (type == "array"_L1) {
        return QJsonArray{exampleOfSchema(resolved(schema.value("items"_L1), file), file, depth + 1)};
    }
    if (type == "object"_L1) {
        return QJsonObject();
    }
    if (type == "boolean"_L1) {
        return false;
    }
    return type == "integer"_L1 || type == "number"_L1 ? QJsonValue(0) : QJsonValue(u""_s);
}

QByteArray exampleOf(const QJsonObject& media, const QJsonObject& file)
{
    QJsonValue example = firstExample(media);
    const QJsonObject schema = resolved(media.value("schema"_L1), file);
    if (example.isUndefined() && !schema.isEmpty()) {
        example = exampleOfSchema(schema, file, 0);
    }
    if (example.isObject()) {
        return QJsonDocument(example.toObject()).toJson();
    }
    return example.isArray() ? QJsonDocument(example.toArray()).toJson() : asText(example).toUtf8();
}

/// The media type that is sent where several may be: JSON before all others.
QString mediaTypeOf(const QJsonObject& content)
{
    return content.contains("application/json"_L1) ? u"application/json"_s : content.begin().key();
}

void readBody(ApiOperation& operation, const QJsonObject& body, const QJsonObject& file)
{
    const QJsonObject content = body.value("content"_L1).toObject();
    if (content.isEmpty()) {
        return;
    }
    const QString type = mediaTypeOf(content);
    const QJsonObject media = content.value(type).toObject();
    operation.bodyType = type.toUtf8();
    operation.bodyRequired = body.value("required"_L1).toBool();
    if (operation.isForm()) {
        readForm(operation, resolved(media.value("schema"_L1), file), file);
    } else {
        operation.bodyExample = exampleOf(media, file);
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

/// Version by version: "v10" comes after "v9", and "" before all.
bool isOlder(const QString& one, const QString& other)
{
    static const QRegularExpression s_piece(u"\\d+|\\D+"_s);
    auto left = s_piece.globalMatch(one);
    auto right = s_piece.globalMatch(other);
    while (left.hasNext() && right.hasNext()) {
        const QString a = left.next().captured();
        const QString b = right.next().captured();
        if (a != b) {
            const bool numbers = a.at(0).isDigit() && b.at(0).isDigit();
            return numbers ? a.toULongLong() < b.toULongLong() : a < b;
        }
    }
    return !left.hasNext() && right.hasNext();
}

/// By tag in the order of the file's list of tags, then by name and version.
void sortOperations(std::vector<ApiOperation>& operations, const QJsonArray& tags)
{
    QStringList order;
    for (const QJsonValue& tag : tags) {
        order << tag.toObject().value("name"_L1).toString();
    }
    const auto rank = [&order](const QString& tag) {
        const qsizetype place = order.indexOf(tag);
        return place < 0 ? order.size() : place;
    };
    std::ranges::stable_sort(operations, [&](const ApiOperation& one, const ApiOperation& other) {
        const auto left = std::tuple(rank(one.tag), one.tag, one.id);
        const auto right = std::tuple(rank(other.tag), other.tag, other.id);
        return left != right ? left < right : isOlder(one.dialect, other.dialect);
    });
}

} // namespace

bool ApiOperation::isForm() const
{
    return bodyType == "application/x-www-form-urlencoded" || bodyType == "multipart/form-data";
}

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
    if (!file.value("paths"_L1).isObject()) {
        return failure(ErrorKind::Protocol, Texts::tr("The description of the calls has no paths."));
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
    sortOperations(description.m_operations, file.value("tags"_L1).toArray());
    return description;
}

const ApiOperation* ApiDescription::find(QStringView id, QStringView dialect) const
{
    const ApiOperation* found = nullptr;
    for (const ApiOperation& operation : m_operations) {
        const bool fits = dialect.isEmpty() || operation.dialect.isEmpty() || operation.dialect == dialect;
        if (operation.id == id && fits && (!found || !isOlder(operation.dialect, found->dialect))) {
            found = &operation;
        }
    }
    return found;
}

} // namespace millrace
