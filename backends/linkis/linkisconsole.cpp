// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisconsole.h"

#include "backends/http/apianswer.h"

namespace millrace::linkis {

LinkisConsole::LinkisConsole(std::shared_ptr<LinkisClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<QString>> LinkisConsole::dialect(CancellationToken)
{
    co_return QString();
}

QCoro::Task<Result<ApiAnswer>> LinkisConsole::call(ApiRequest request, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    const QByteArray method = request.operation.method;
    Result<HttpResponse> response = co_await send(client, std::move(request), token);
    if (!response) {
        co_return failure(response.error());
    }
    response->body = withoutParams(response->body);
    co_return apiAnswerOf(*response, method, client->http().redactor());
}

} // namespace millrace::linkis
