// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/apianswer.h"

#include "backends/http/redaction.h"

namespace millrace {

ApiAnswer apiAnswerOf(const HttpResponse& response, const QByteArray& method, const Redactor& redactor)
{
    return {.status = response.status,
        .headers = response.headers,
        .body = response.body,
        .elapsedMs = response.elapsedMs,
        .sent = QString::fromLatin1(method) + u' ' + redactor.url(response.url)};
}

} // namespace millrace
