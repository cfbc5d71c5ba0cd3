// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/zetaclient.h"
#include "core/apiconsole.h"

#include <QCoreApplication>

namespace millrace::seatunnel {

/// Capability: sends any documented call. Paths of the description are those of the server, so that of v1 begin with
/// /hazelcast.
class ZetaConsole : public ApiConsole {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelConsole)

public:
    explicit ZetaConsole(std::shared_ptr<ZetaClient> client) : m_client(std::move(client)) { }

    QCoro::Task<Result<QString>> dialect(CancellationToken token) override;
    QCoro::Task<Result<ApiAnswer>> call(ApiRequest request, CancellationToken token) override;

private:
    std::shared_ptr<ZetaClient> m_client;
};

} // namespace millrace::seatunnel
