// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/jsonlogline.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <utility>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

QJsonValue firstOf(const QJsonObject& object, const QStringList& names)
{
    for (const QString& name : names) {
        const QJsonValue value = object.value(name);
        if (!value.isUndefined() && !value.isNull()) {
            return value;
        }
    }
    return QJsonValue::Undefined;
}

/// A number, or a number in a string.
int numberOf(const QJsonValue& value)
{
    bool ok = false;
    const int number = value.isString() ? value.toString().toInt(&ok) : value.toInt(-1);
    return value.isString() && !ok ? -1 : number;
}

std::optional<LogStamp> stampOf(const QJsonObject& object)
{
    static const QStringList names{u"timestamp"_s, u"@timestamp"_s, u"time"_s, u"ts"_s, u"timeMillis"_s,
        u"epochMillis"_s, u"datetime"_s, u"date"_s};
    const QJsonValue value = firstOf(object, names);
    if (value.isDouble()) {
        const double number = value.toDouble();
        // Seconds with a fraction, or milliseconds.
        const double ms = number < 1e11 ? number * 1000 : number;
        if (ms >= 0 && ms < 4e12) {
            return LogStamp{.localMs = qint64(ms), .offsetSeconds = 0};
        }
        return std::nullopt;
    }
    if (value.isString()) {
        return parseLogStamp(value.toString().toStdString());
    }
    const QJsonObject instant = object.value("instant"_L1).toObject();
    if (instant.contains("epochSecond"_L1)) {
        const double seconds = instant.value("epochSecond"_L1).toDouble();
        if (seconds >= 0 && seconds < 4e9) {
            return LogStamp{.localMs = qint64(seconds) * 1000 + instant.value("nanoOfSecond"_L1).toInt() / 1'000'000,
                .offsetSeconds = 0};
        }
    }
    return std::nullopt;
}

LogLevel levelOf(const QJsonObject& object)
{
    const QString level = firstOf(object, {u"level"_s, u"severity"_s, u"log.level"_s}).toString().toUpper();
    std::string text = level.toStdString();
    text += " x";
    return splitLogBody(text).level;
}

void readDms(const QJsonObject& message, JsonLogLine& line)
{
    line.type = message.value("type"_L1).toString().toStdString();
    line.group = message.value("groupId"_L1).toString().toStdString();
    line.leader = message.value("leaderId"_L1).toString().toStdString();
    line.groupText = message.value("group"_L1).toString().toStdString();
    line.message = message.value("reason"_L1).toString().toStdString();
    line.generation = numberOf(message.value("generationId"_L1));
    line.coordinator = numberOf(message.value("coordinatorId"_L1));
}

bool isDms(const QJsonObject& object)
{
    return object.contains("groupId"_L1) && object.contains("type"_L1);
}

/// Some collectors put the inner object into a string.
QJsonObject innerObject(const QJsonValue& value)
{
    if (value.isObject()) {
        return value.toObject();
    }
    const QString text = value.toString();
    return text.startsWith(u'{') ? QJsonDocument::fromJson(text.toUtf8()).object() : QJsonObject();
}

} // namespace

std::optional<JsonLogLine> parseJsonLogLine(std::string_view text)
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
    if (!document.isObject()) {
        return std::nullopt;
    }
    const QJsonObject object = document.object();
    JsonLogLine line;
    line.stamp = stampOf(object);
    line.level = levelOf(object);
    line.logger =
        firstOf(object, {u"logger"_s, u"loggerName"_s, u"logger_name"_s, u"log.logger"_s}).toString().toStdString();
    if (isDms(object)) {
        readDms(object, line);
        return line;
    }
    const QJsonValue message = firstOf(object, {u"message"_s, u"msg"_s, u"log"_s, u"content"_s});
    if (const QJsonObject inner = innerObject(message); isDms(inner)) {
        readDms(inner, line);
        return line;
    }
    if (!message.isString()) {
        return std::nullopt;
    }
    line.message = message.toString().toStdString();
    while (!line.message.empty() && (line.message.back() == '\n' || line.message.back() == '\r')) {
        line.message.pop_back();
    }
    line.isPlainLine = object.contains("log"_L1) && object.contains("stream"_L1);
    return line;
}

} // namespace millrace
