// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/jobmanagerclient.h"

#include "backends/flink/flinkapi.h"
#include "backends/flink/flinkjson.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct ClientTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkJobs)
};

bool saysJobUnknown(const Error& error)
{
    static const QRegularExpression s_unknown(
        u"FlinkJobNotFoundException|NotFoundException: Job [0-9a-f]+ not found|Job could not be found"_s);
    return s_unknown.match(error.detail).hasMatch();
}

} // namespace

std::optional<Error> missingJobManager(const GatewayClient& client)
{
    if (!client.jobManager().isEmpty()) {
        return std::nullopt;
    }
    return Error{.kind = ErrorKind::Unsupported,
        .message = ClientTexts::tr("Jobs need the address of the JobManager: fill it in, in the connection.")};
}

bool isOutage(const Error& error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout || error.httpStatus == 502
        || error.httpStatus == 503 || error.httpStatus == 504;
}

Error jobManagerError(Error error)
{
    if (saysJobUnknown(error)) {
        error.kind = ErrorKind::Http;
        error.httpStatus = 404;
        error.message = ClientTexts::tr("The JobManager does not know this job any more: it ended a while ago, or the "
                                        "JobManager was started anew.");
    } else if (error.kind == ErrorKind::Sql || error.kind == ErrorKind::SessionLost) {
        error.kind = ErrorKind::Http;
    }
    return error;
}

QCoro::Task<Result<QByteArray>> callJobManager(
    std::shared_ptr<GatewayClient> client, QByteArray method, QString path, QByteArray body, CancellationToken token)
{
    if (auto missing = missingJobManager(*client)) {
        co_return failure(std::move(*missing));
    }
    GatewayCall ask;
    ask.server = GatewayCall::Server::JobManager;
    ask.method = method;
    ask.path = path;
    ask.body = body;
    ask.previewBytes = 16 * 1024; // polled: records of it must stay cheap
    Result<QByteArray> answer = co_await call(client, std::move(ask), std::move(token));
    if (!answer) {
        co_return failure(jobManagerError(std::move(answer.error())));
    }
    co_return answer;
}

QCoro::Task<Result<QByteArray>> askJobManager(
    std::shared_ptr<GatewayClient> client, QString path, CancellationToken token)
{
    return callJobManager(std::move(client), "GET", std::move(path), {}, std::move(token));
}

QCoro::Task<Result<int>> majorVersion(std::shared_ptr<GatewayClient> client, CancellationToken token)
{
    QString version = client->productVersion();
    if (version.isEmpty()) {
        const Result<QByteArray> body = co_await askJobManager(client, api::jobManagerOverview(), std::move(token));
        if (!body) {
            co_return failure(body.error());
        }
        const Result<json::ClusterOverview> overview = json::clusterOverview(*body);
        if (!overview) {
            co_return failure(overview.error());
        }
        version = overview->version;
    }
    co_return version.section(u'.', 0, 0).toInt();
}

} // namespace millrace::flink
