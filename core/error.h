// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/textposition.h"

#include <QString>

#include <optional>

namespace millrace {

/// What went wrong, coarsely enough to decide what to do about it.
enum class ErrorKind {
    Network, ///< no connection, reset, name not found
    Timeout, ///< nobody answered in the time allowed
    Cancelled, ///< the user asked for it; never shown as an error
    Auth, ///< 401, 403, a refused login
    Tls, ///< certificate not trusted, handshake failed
    Http, ///< an HTTP status that none of the others explains
    Protocol, ///< an answer that is not what this server should say: HTML, cut JSON
    Sql, ///< the server refused or failed the statement
    SessionLost, ///< the server no longer knows our session
    Unsupported, ///< this server or version cannot do it
    Storage, ///< a file or the local database could not be read or written
    Usage, ///< the caller or the person asked for something that makes no sense
};

/// An error as a value. message is one sentence for the person; detail is what stands behind it (status, body, server
/// stack), already redacted. range is set when the server said where in the statement *as it was sent* the fault lies.
struct Error {
    ErrorKind kind = ErrorKind::Protocol;
    QString message;
    QString detail;
    std::optional<TextRange> range;
    int httpStatus = 0;

    [[nodiscard]] bool isCancelled() const { return kind == ErrorKind::Cancelled; }

    static Error cancelled();
};

/// The stable, untranslated name of a kind: "network", "timeout", …
QLatin1String toId(ErrorKind kind);

} // namespace millrace
