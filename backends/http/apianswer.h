// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/httpclient.h"
#include "core/apiconsole.h"

namespace millrace {

/// What came back for a call of the console, with what was sent, redacted.
ApiAnswer apiAnswerOf(const HttpResponse& response, const QByteArray& method, const Redactor& redactor);

} // namespace millrace
