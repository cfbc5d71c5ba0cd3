// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/jsonvalues.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>

namespace millrace::flink::json {

using namespace Qt::StringLiterals;

namespace {

struct ValueTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkJobs)
};

Result<QJsonDocument> document(const QByteArray& body)
{
    QJsonParseError problem;
    QJsonDocument parsed = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return notFromJobManager(
            ValueTexts::tr("no JSON at byte %1, %2").arg(problem.offset).arg(problem.errorString()), body);
    }
    return parsed;
}

} // namespace

tl::unexpected<Error> notFromJobManager(const QString& what, const QByteArray& body)
{
    return failure(ErrorKind::Protocol,
        ValueTexts::tr("The answer was not understood (%1): is this the address of a Flink JobManager?").arg(what),
        QString::fromUtf8(body.left(4096)));
}

Result<QJsonObject> readObject(const QByteArray& body)
{
    const auto parsed = document(body);
    if (!parsed) {
        return failure(parsed.error());
    }
    if (!parsed->isObject()) {
        return notFromJobManager(ValueTexts::tr("it is no JSON object"), body);
    }
    return parsed->object();
}

Result<QJsonArray> readArray(const QByteArray& body)
{
    const auto parsed = document(body);
    if (!parsed) {
        return failure(parsed.error());
    }
    if (!parsed->isArray()) {
        return notFromJobManager(ValueTexts::tr("it is no JSON list"), body);
    }
    return parsed->array();
}

Result<QJsonArray> readMember(const QByteArray& body, QLatin1StringView name)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    const QJsonValue value = object->value(name);
    if (!value.isArray()) {
        return notFromJobManager(ValueTexts::tr("no %1 in it").arg(name), body);
    }
    return value.toArray();
}

QDateTime timeOf(const QJsonValue& milliseconds)
{
    const qint64 at = integerOf(milliseconds);
    return at > 0 ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC) : QDateTime();
}

qint64 integerOf(const QJsonValue& value, qint64 otherwise)
{
    if (!value.isDouble()) {
        return otherwise;
    }
    return value.toInteger(std::llround(std::clamp(value.toDouble(), -9.0e18, 9.0e18)));
}

std::optional<double> numberOf(const QJsonValue& value)
{
    if (value.isDouble()) {
        return value.toDouble();
    }
    return value.isString() ? numberOf(value.toString()) : std::nullopt;
}

std::optional<double> numberOf(const QString& text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<qint64> countOf(const QJsonValue& value)
{
    const qint64 count = integerOf(value);
    return count >= 0 ? std::optional(count) : std::nullopt;
}

QString textOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return value.toVariant().toString();
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return {};
    }
}

} // namespace millrace::flink::json
