// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apidescription.h"
#include "core/cancellation.h"

#include <QCoroTask>

namespace millrace {

/// An answer as it came.
struct ApiAnswer {
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 elapsedMs = 0;
    QString sent; ///< method, address and headers as they went out, redacted; for --verbose
};

/// Capability: sends any documented call with the connection's address, login and signature, and leaves the reading of
/// the answer to the person.
class ApiConsole {
public:
    virtual ~ApiConsole() = default;

    /// Which dialect of its system this connection speaks, as ApiOperation::dialect has it; may have to ask the server.
    virtual QCoro::Task<Result<QString>> dialect(CancellationToken token) = 0;

    /// Whatever the status is; an Error only when no answer came, or when the answer is a redirect elsewhere.
    virtual QCoro::Task<Result<ApiAnswer>> call(ApiRequest request, CancellationToken token) = 0;
};

} // namespace millrace
