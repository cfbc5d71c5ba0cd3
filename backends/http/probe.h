// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/certificates.h"
#include "backends/http/httpsettings.h"
#include "core/cancellation.h"
#include "core/result.h"

#include <QCoroTask>

#include <QStringList>
#include <QUrl>

namespace millrace {

/// The single steps on the way to a server, for testing a connection. All of them go without the proxy and keep the
/// connect time-out; ask usesProxy() first.
namespace probe {

/// True when requests to url go through a proxy, so that only the proxy can find and reach the host.
bool usesProxy(const HttpSettings& settings, const QUrl& url);

/// The addresses of the host.
QCoro::Task<Result<QStringList>> findHost(HttpSettings settings, QUrl url, CancellationToken token);
/// A TCP connection, closed at once.
QCoro::Task<Result<void>> connectToPort(HttpSettings settings, QUrl url, CancellationToken token);
/// A TLS handshake with the trust, client certificate and host name check of the settings.
QCoro::Task<Result<TlsInfo>> handshake(HttpSettings settings, QUrl url, CancellationToken token);

} // namespace probe

} // namespace millrace
