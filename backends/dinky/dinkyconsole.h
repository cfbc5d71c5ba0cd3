// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyclient.h"
#include "core/apiconsole.h"

namespace millrace::dinky {

/// Sends any documented call with the login of the connection.
class DinkyConsole : public ApiConsole {
public:
    explicit DinkyConsole(std::shared_ptr<DinkyClient> client);

    QCoro::Task<Result<QString>> dialect(CancellationToken token) override;
    QCoro::Task<Result<ApiAnswer>> call(ApiRequest request, CancellationToken token) override;

private:
    std::shared_ptr<DinkyClient> m_client;
};

} // namespace millrace::dinky
