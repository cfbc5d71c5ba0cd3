// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/linkisclient.h"
#include "core/apiconsole.h"

namespace millrace::linkis {

/// Sends any documented call with the session of the connection.
class LinkisConsole : public ApiConsole {
public:
    explicit LinkisConsole(std::shared_ptr<LinkisClient> client);

    QCoro::Task<Result<QString>> dialect(CancellationToken token) override;
    QCoro::Task<Result<ApiAnswer>> call(ApiRequest request, CancellationToken token) override;

private:
    std::shared_ptr<LinkisClient> m_client;
};

} // namespace millrace::linkis
