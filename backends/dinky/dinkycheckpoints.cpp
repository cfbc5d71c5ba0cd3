// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyjobs.h"
#include "backends/flink/checkpointjson.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyJobs)
};

QByteArray bytesOfObject(const QJsonValue& value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

DinkyCheckpoints::DinkyCheckpoints(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<CheckpointOverview>> DinkyCheckpoints::overview(QString jobId, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    if (!client->canLogIn()) {
        co_return failure(ErrorKind::Auth,
            Texts::tr("Dinky shows checkpoints to logged-in users only: give a user in the connection."));
    }
    const Result<json::Instance> found = co_await instanceOfJob(client, jobId, token);
    if (!found) {
        co_return failure(found.error());
    }
    // What the server keeps is as old as its last look at Flink: this one makes it look.
    CallValues values{{u"id"_s, found->id}};
    if (!client->isOld()) {
        values.insert(u"isForce"_s, u"true"_s);
    }
    const Result<Payload> answer = co_await call(client, u"jobInstance.refresh"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const QJsonObject info = answer->data.toObject();
    const QJsonObject kept = info.value(client->isOld() ? "jobHistory"_L1 : "jobDataDto"_L1).toObject();
    if (!kept.value("checkpoints"_L1).toObject().contains("counts"_L1)) {
        co_return failure(ErrorKind::Unsupported,
            Texts::tr("The server has seen no checkpoints of this job: it did not reach its JobManager."));
    }
    Result<CheckpointOverview> overview = flink::json::checkpoints(bytesOfObject(kept.value("checkpoints"_L1)));
    if (!overview) {
        co_return failure(overview.error());
    }
    if (const auto config = flink::json::checkpointConfig(bytesOfObject(kept.value("checkpointsConfig"_L1)))) {
        overview->configuration = *config;
    }
    co_return overview;
}

QCoro::Task<Result<std::vector<CheckpointTask>>> DinkyCheckpoints::tasks(QString, qint64, CancellationToken)
{
    co_return failure(
        ErrorKind::Unsupported, Texts::tr("Dinky does not tell how each vertex took part in a checkpoint."));
}

} // namespace millrace::dinky
