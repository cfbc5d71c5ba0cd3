// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/loosejson.h"
#include "core/graph.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

/// Small readings that all answers of a Zeta engine share.
namespace millrace::seatunnel::values {

/// The members of an object as they are shown, in the order of their names; lists and objects as compact JSON.
std::vector<NamedText> named(const QJsonObject& object);

/// "16", "0.0", "135.7M" (bytes), "23.54%" (23.54), "110ms" (110): the number in it.
std::optional<double> number(const QString& text);

/// JSON that is an object or an array; an Error for anything else, with the body's beginning as detail.
Result<QJsonObject> object(const QByteArray& body);
Result<QJsonArray> array(const QByteArray& body);
Error notUnderstood(const QString& what, const QByteArray& body);

/// "2026-11-22 19:10:57" of a server whose clock is so many seconds ahead of UTC; invalid for anything else.
QDateTime time(const QString& text, int offsetSeconds);

/// Milliseconds since 1970 as a number or a text of digits; invalid for 0 and anything else.
QDateTime epoch(const QJsonValue& value);

/// How far a server's clock is ahead of UTC, from a job that it named itself: the id holds the UTC time at which it was
/// reserved, at most some minutes before the job was made. Nothing for ids that somebody chose.
std::optional<int> zoneOffset(const QString& jobId, const QString& createTime);

/// "UTC+08:00"
QString zoneName(int offsetSeconds);

/// The first number of three parts is compared: "2.3.13" is not older than "2.3.9". An empty version is older than all.
bool isAtLeast(const QString& version, const QString& wanted);

} // namespace millrace::seatunnel::values
