// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

/// Small readings of the JobManager's JSON, where -1 stands for "not yet", a ratio may be the text "NaN", and a
/// metric's value is a text.
namespace millrace::flink::json {

/// An Error of kind Protocol that says what is missing.
tl::unexpected<Error> notFromJobManager(const QString& what, const QByteArray& body);

Result<QJsonObject> readObject(const QByteArray& body);
Result<QJsonArray> readArray(const QByteArray& body);
/// An array that is a member of the object.
Result<QJsonArray> readMember(const QByteArray& body, QLatin1StringView name);

/// UTC; invalid for what is missing, 0 or less.
QDateTime timeOf(const QJsonValue& milliseconds);
/// otherwise for what is no number.
qint64 integerOf(const QJsonValue& value, qint64 otherwise = -1);
/// Nothing for what is missing, "NaN", an infinity, or no number at all.
std::optional<double> numberOf(const QJsonValue& value);
std::optional<double> numberOf(const QString& text);
/// Nothing for what is missing or negative.
std::optional<qint64> countOf(const QJsonValue& value);
/// A cell as text, whatever its type.
QString textOf(const QJsonValue& value);

} // namespace millrace::flink::json
