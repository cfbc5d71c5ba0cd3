// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyconsole.h"

#include "backends/http/apianswer.h"

namespace millrace::dinky {

DinkyConsole::DinkyConsole(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<QString>> DinkyConsole::dialect(CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    co_return co_await findDialect(client, token);
}

QCoro::Task<Result<ApiAnswer>> DinkyConsole::call(ApiRequest request, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const QByteArray method = request.operation.method;
    const Result<HttpResponse> response = co_await send(client, std::move(request), token);
    if (!response) {
        co_return failure(response.error());
    }
    co_return apiAnswerOf(*response, method, client->http().redactor());
}

} // namespace millrace::dinky
