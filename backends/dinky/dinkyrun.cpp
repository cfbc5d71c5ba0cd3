// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyrun.h"

#include "backends/dinky/instances.h"
#include "backends/http/pause.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace millrace::dinky {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyRun)
};

constexpr int s_looksForTheEnd = 15;

} // namespace

Error failedRun(const json::JobResult& result)
{
    if (result.error.isEmpty()) {
        return {.kind = ErrorKind::Sql, .message = Texts::tr("The run failed, and the server does not say why.")};
    }
    return json::sqlFault(result.error, {});
}

QCoro::Task<Result<json::JobResult>> execute(
    std::shared_ptr<DinkyClient> client, RunOrder order, CancellationToken token)
{
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    const QString operation = client->isOld() ? u"executeSql"_s : u"task.debug"_s;
    const QJsonValue body = client->isOld() ? executeBody(order) : taskBody(order);
    const Result<Payload> answer = co_await call(client, operation, {}, body, token);
    if (!answer) {
        Error error = answer.error();
        if (error.kind == ErrorKind::Http && error.httpStatus == 200) {
            // 1.x throws what Flink says of the statement; it stands in the detail.
            const QString sentence = error.message;
            error = json::sqlFault(error.detail, {});
            error.message = sentence;
        }
        co_return failure(error);
    }
    const json::JobResult result = json::jobResult(answer->data.toObject());
    if (!result.success) {
        co_return failure(failedRun(result));
    }
    co_return result;
}

QCoro::Task<std::optional<JobState>> flinkState(
    std::shared_ptr<DinkyClient> client, QString jobId, QString address, CancellationToken token)
{
    std::optional<JobState> state;
    if (!client->canLogIn()) {
        co_return state;
    }
    if (!client->isOld() && !address.isEmpty()) {
        const CallValues values{{u"address"_s, address}, {u"jobId"_s, jobId}};
        const Result<Payload> answer = co_await call(client, u"flink.job"_s, values, {}, token);
        if (answer && answer->data.toObject().contains("state"_L1)) {
            state = json::jobState(answer->data.toObject().value("state"_L1).toString());
        }
        co_return state;
    }
    const Result<json::Instance> known = co_await instanceOfJob(client, jobId, token);
    if (!known) {
        co_return state;
    }
    // The list keeps the state of the last look; a refresh looks at Flink.
    const Result<json::Instance> fresh = co_await refreshed(client, *known, token);
    state = fresh ? fresh->summary.state : known->summary.state;
    co_return state;
}

QCoro::Task<Result<void>> cancelFlinkJob(
    std::shared_ptr<DinkyClient> client, QString jobId, QString address, CancellationToken token)
{
    if (address.isEmpty()) {
        co_return failure(ErrorKind::Usage,
            Texts::tr("Cancelling a Flink job needs the address of its JobManager: give it in the connection."));
    }
    const QString operation = client->isOld() ? u"cancel"_s : u"flink.cancel"_s;
    CallValues values;
    QJsonObject body;
    if (client->isOld()) {
        body = {{u"jobId"_s, jobId}, {u"address"_s, address}};
    } else {
        values = {{u"address"_s, address}, {u"jobId"_s, jobId}};
    }
    const Result<Payload> asked = co_await call(client, operation, values, body, token);
    if (!asked) {
        co_return failure(asked.error());
    }
    // 0.7 says true for jobs that it does not know and servers that do not answer.
    for (int look = 0; look < s_looksForTheEnd && !token.isCancelled(); ++look) {
        const std::optional<JobState> state = co_await flinkState(client, jobId, address, token);
        if (!state || isFinal(*state)) {
            co_return Result<void>();
        }
        co_await pauseFor(1s, token);
    }
    if (token.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    co_return failure(
        ErrorKind::Protocol, Texts::tr("The server says that the job %1 is cancelled, but it lives on.").arg(jobId));
}

} // namespace millrace::dinky
