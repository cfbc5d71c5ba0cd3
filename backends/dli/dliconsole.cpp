// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dliconsole.h"

#include "backends/http/apianswer.h"

namespace millrace::dli {

using namespace Qt::StringLiterals;

DliConsole::DliConsole(std::shared_ptr<DliClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<QString>> DliConsole::dialect(CancellationToken)
{
    co_return QString();
}

QCoro::Task<Result<ApiAnswer>> DliConsole::call(ApiRequest request, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    const QByteArray method = request.operation.method;
    const Result<HttpResponse> response = co_await send(client, std::move(request), token);
    if (!response) {
        co_return failure(response.error());
    }
    co_return apiAnswerOf(*response, method, client->http().redactor());
}

} // namespace millrace::dli
