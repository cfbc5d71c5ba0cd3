// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpclient.h"
#include "backends/http/loosejson.h"
#include "core/result.h"

#include <QJsonObject>
#include <QJsonValue>

namespace millrace::dli {

/// What the service refused with: the pair of code and text that its six shapes of errors have in common.
struct Refusal {
    QString code; ///< "DLI.0002", "APIGW.0301"; empty when there is none
    QString message;

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// The refusal in a body: error_code and error_msg, errorCode and errorMsg, code and message, error_code and
/// error_message, the same one level down, or is_success that is not true, as a Bool or as a text of any case. Nothing
/// when the body says nothing of the kind.
std::optional<Refusal> refusalIn(const QJsonValue& body);

/// is_success as a Bool or a text; nothing when the answer has none, and its status alone counts.
std::optional<bool> isSuccess(const QJsonObject& object);

/// A job's message for people: at times it is the JSON text of a refusal.
QString readableMessage(const QString& message);

/// The JSON of a good answer: object or array. Everything else is an Error with one sentence, the service's code, its
/// request id and, where a clock is wrong, by how much. redactor hides secrets in the detail.
Result<QJsonValue> readAnswer(const HttpResponse& response, const Redactor& redactor);

/// The same when the answer must be an object.
Result<QJsonObject> readObject(const HttpResponse& response, const Redactor& redactor);

} // namespace millrace::dli
