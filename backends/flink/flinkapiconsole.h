// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"
#include "core/apiconsole.h"

namespace millrace::flink {

/// Sends any described call to the gateway or the JobManager. Calls of the gateway get the newest version that both
/// know in front of their path.
class FlinkApiConsole : public ApiConsole {
public:
    explicit FlinkApiConsole(std::shared_ptr<GatewayClient> client);

    QCoro::Task<Result<QString>> dialect(CancellationToken token) override;
    QCoro::Task<Result<ApiAnswer>> call(ApiRequest request, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
};

} // namespace millrace::flink
