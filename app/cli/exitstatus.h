// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace millrace::cli {

/// What a command ends with. Stable: scripts depend on it.
enum ExitStatus : int {
    Done = 0,
    Failed = 1, ///< the SQL, the job or the check failed
    Usage = 2, ///< wrong arguments, or a file that cannot be read
    NoConnection = 3, ///< no connection, or the transport failed, also by its own time-outs
    TimedOut = 4, ///< --timeout is over
    Cancelled = 130,
};

inline ExitStatus exitStatusOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Auth:
    case ErrorKind::Tls:
    case ErrorKind::Http:
    case ErrorKind::Protocol:
    case ErrorKind::SessionLost:
    case ErrorKind::Timeout:
        return NoConnection;
    case ErrorKind::Cancelled:
        return Cancelled;
    case ErrorKind::Usage:
        return Usage;
    case ErrorKind::Sql:
    case ErrorKind::Unsupported:
    case ErrorKind::Storage:
        return Failed;
    }
    return Failed;
}

} // namespace millrace::cli
