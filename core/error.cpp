// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <QCoreApplication>

namespace millrace {

Error Error::cancelled()
{
    return {.kind = ErrorKind::Cancelled, .message = QCoreApplication::translate("Error", "Cancelled.")};
}

QLatin1String toId(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
        return QLatin1String("network");
    case ErrorKind::Timeout:
        return QLatin1String("timeout");
    case ErrorKind::Cancelled:
        return QLatin1String("cancelled");
    case ErrorKind::Auth:
        return QLatin1String("auth");
    case ErrorKind::Tls:
        return QLatin1String("tls");
    case ErrorKind::Http:
        return QLatin1String("http");
    case ErrorKind::Protocol:
        return QLatin1String("protocol");
    case ErrorKind::Sql:
        return QLatin1String("sql");
    case ErrorKind::SessionLost:
        return QLatin1String("session-lost");
    case ErrorKind::Unsupported:
        return QLatin1String("unsupported");
    case ErrorKind::Storage:
        return QLatin1String("storage");
    case ErrorKind::Usage:
        return QLatin1String("usage");
    }
    return QLatin1String("unknown");
}

} // namespace millrace
