// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/dliclient.h"
#include "core/apiconsole.h"

namespace millrace::dli {

/// Sends any documented call, signed.
class DliConsole : public ApiConsole {
public:
    explicit DliConsole(std::shared_ptr<DliClient> client);

    QCoro::Task<Result<QString>> dialect(CancellationToken token) override;
    QCoro::Task<Result<ApiAnswer>> call(ApiRequest request, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
};

} // namespace millrace::dli
