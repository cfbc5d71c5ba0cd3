// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpclient.h"
#include "backends/http/loosejson.h"
#include "core/result.h"

#include <QJsonObject>
#include <QJsonValue>

namespace millrace::linkis {

/// The data of a good answer {method, status: 0, message, data}. Whatever else came is an Error with one sentence: the
/// errorMsg's description first, else the message; an empty 200 (which a call without a body gets, and nothing was
/// done), the framework's own error page, a web page, a cut answer. Never shows the request that some errors echo.
Result<QJsonObject> readEnvelope(const HttpResponse& response, const Redactor& redactor);

/// Whether the answer says that nobody is logged in (any more).
bool wantsLogin(const HttpResponse& response);

/// A body without what tasks were started with: servers keep passwords in clear in their paramsJson.
QByteArray withoutParams(QByteArray body);

/// A download that really is one: failures come as a 200 text, without Content-Disposition.
Result<QByteArray> readDownload(const HttpResponse& response, const Redactor& redactor);

} // namespace millrace::linkis
