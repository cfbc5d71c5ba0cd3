// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpclient.h"
#include "backends/http/loosejson.h"
#include "core/result.h"

#include <QJsonObject>
#include <QJsonValue>

namespace millrace {
class Redactor;
}

namespace millrace::dinky {

/// What a good answer says.
struct Payload {
    QJsonValue data; ///< of data (1.x, lists) or datas (0.x)
    QString message; ///< msg; it is where 1.x puts the text of exportSql
};

/// An answer of any version: {data|datas, code, msg, time, success}, a list {total, success, current, pageSize, data},
/// or the raw JSON of Flink. HTTP 200 says nothing: an Error is made of every code but 0, of success false, of an empty
/// body (the tenant is not the user's), of Spring's own error JSON, and of what is no JSON.
Result<Payload> readAnswer(const HttpResponse& response, const Redactor& redactor);

/// Whether the answer says that nobody is logged in (any more).
bool wantsLogin(const HttpResponse& response);

/// "Task Not Exist" of a task that may well exist: threads of 1.x that served no login know no tenant.
bool mayBeTenantDefect(const Error& error);

/// Why a job or statement failed, out of an error text with a Java stack: one sentence.
QString plainCause(const QString& text);

} // namespace millrace::dinky
