// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/checkpointjson.h"

#include "backends/flink/flinkerrors.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/jsonvalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::flink::json {

using namespace Qt::StringLiterals;

namespace {

struct CheckpointTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkJobs)
};

std::optional<int> intOf(const QJsonValue& value)
{
    const auto count = countOf(value);
    return count ? std::optional(int(*count)) : std::nullopt;
}

Checkpoint::State stateOf(const QString& status)
{
    if (status == "COMPLETED"_L1) {
        return Checkpoint::State::Completed;
    }
    return status == "FAILED"_L1 ? Checkpoint::State::Failed : Checkpoint::State::InProgress;
}

Checkpoint checkpointOf(const QJsonObject& object)
{
    Checkpoint checkpoint;
    checkpoint.id = integerOf(object.value("id"_L1), 0);
    checkpoint.state = stateOf(object.value("status"_L1).toString());
    checkpoint.isSavepoint = object.value("is_savepoint"_L1).toBool();
    checkpoint.type = object.value("checkpoint_type"_L1).toString();
    checkpoint.triggeredAt = timeOf(object.value("trigger_timestamp"_L1));
    checkpoint.durationMs = integerOf(object.value("end_to_end_duration"_L1));
    checkpoint.stateBytes = integerOf(object.value("state_size"_L1));
    checkpoint.checkpointedBytes = integerOf(object.value("checkpointed_size"_L1));
    const qint64 processed = integerOf(object.value("processed_data"_L1));
    const qint64 persisted = integerOf(object.value("persisted_data"_L1));
    checkpoint.alignmentBytes = processed < 0 && persisted < 0
        ? integerOf(object.value("alignment_buffered"_L1))
        : std::max<qint64>(processed, 0) + std::max<qint64>(persisted, 0);
    checkpoint.subtasksDone = int(integerOf(object.value("num_acknowledged_subtasks"_L1), 0));
    checkpoint.subtasks = int(integerOf(object.value("num_subtasks"_L1), 0));
    if (!object.value("discarded"_L1).toBool()) {
        checkpoint.location = object.value("external_path"_L1).toString();
    }
    if (checkpoint.location.startsWith(u'<')) {
        checkpoint.location.clear(); // "<checkpoint-not-externally-addressable>"
    }
    checkpoint.failure = object.value("failure_message"_L1).toString().section(u'\n', 0, 0).trimmed();
    return checkpoint;
}

} // namespace

Result<CheckpointOverview> checkpoints(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    CheckpointOverview overview;
    const QJsonObject counts = object->value("counts"_L1).toObject();
    overview.completed = intOf(counts.value("completed"_L1));
    overview.inProgress = intOf(counts.value("in_progress"_L1));
    overview.failed = intOf(counts.value("failed"_L1));
    overview.restored = intOf(counts.value("restored"_L1));
    const QJsonObject latest = object->value("latest"_L1).toObject();
    if (const QJsonObject restored = latest.value("restored"_L1).toObject(); !restored.isEmpty()) {
        Checkpoint from;
        from.id = integerOf(restored.value("id"_L1), 0);
        from.state = Checkpoint::State::Completed;
        from.isSavepoint = restored.value("is_savepoint"_L1).toBool();
        from.triggeredAt = timeOf(restored.value("restore_timestamp"_L1));
        from.location = restored.value("external_path"_L1).toString();
        overview.restoredFrom = std::move(from);
    }
    for (const QJsonValue& each : object->value("history"_L1).toArray()) {
        overview.history.push_back(checkpointOf(each.toObject()));
    }
    // The history is short: the last savepoint may stand beside it alone.
    for (const auto name : {"savepoint"_L1, "completed"_L1, "failed"_L1}) {
        const QJsonObject one = latest.value(name).toObject();
        const qint64 id = integerOf(one.value("id"_L1), -1);
        if (id >= 0 && std::ranges::none_of(overview.history, [id](const Checkpoint& each) { return each.id == id; })) {
            overview.history.push_back(checkpointOf(one));
        }
    }
    std::ranges::stable_sort(overview.history, std::ranges::greater(), &Checkpoint::id);
    return overview;
}

Result<std::vector<NamedText>> checkpointConfig(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    std::vector<NamedText> texts;
    for (auto it = object->begin(); it != object->end(); ++it) {
        texts.push_back({it.key(), textOf(it.value())});
    }
    return texts;
}

Result<std::vector<CheckpointTask>> checkpointTasks(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    std::vector<CheckpointTask> tasks;
    const QJsonObject all = object->value("tasks"_L1).toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject each = it.value().toObject();
        CheckpointTask task;
        task.vertexId = it.key();
        task.rawState = each.value("status"_L1).toString();
        task.subtasksDone = int(integerOf(each.value("num_acknowledged_subtasks"_L1), 0));
        task.subtasks = int(integerOf(each.value("num_subtasks"_L1), 0));
        task.lastAckAt = timeOf(each.value("latest_ack_timestamp"_L1));
        task.durationMs = integerOf(each.value("end_to_end_duration"_L1));
        task.stateBytes = integerOf(each.value("state_size"_L1));
        tasks.push_back(std::move(task));
    }
    return tasks;
}

void addTimes(CheckpointTask& task, const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return;
    }
    for (const QJsonValue& each : object->value("subtasks"_L1).toArray()) {
        const QJsonObject subtask = each.toObject();
        const QJsonObject times = subtask.value("checkpoint"_L1).toObject();
        const QJsonObject alignment = subtask.value("alignment"_L1).toObject();
        task.syncMs = std::max(task.syncMs, integerOf(times.value("sync"_L1)));
        task.asyncMs = std::max(task.asyncMs, integerOf(times.value("async"_L1)));
        task.alignmentMs = std::max(task.alignmentMs, integerOf(alignment.value("duration"_L1)));
    }
}

std::vector<SavepointInfo> restorable(const CheckpointOverview& overview, const QString& jobId)
{
    std::vector<SavepointInfo> found;
    for (const Checkpoint& checkpoint : overview.history) {
        if (checkpoint.state != Checkpoint::State::Completed || checkpoint.location.isEmpty()) {
            continue;
        }
        SavepointInfo info;
        info.location = checkpoint.location;
        info.jobId = jobId;
        info.isCheckpoint = !checkpoint.isSavepoint;
        info.bytes = checkpoint.stateBytes;
        info.takenAt = checkpoint.triggeredAt;
        info.rawState = u"COMPLETED"_s;
        found.push_back(std::move(info));
    }
    return found;
}

Result<QString> requestId(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    const QString id = object->value("request-id"_L1).toString();
    if (id.isEmpty()) {
        return notFromJobManager(CheckpointTexts::tr("no %1 in it").arg(u"request-id"_s), body);
    }
    return id;
}

Result<AsyncStatus> asyncStatus(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    const QString state = object->value("status"_L1).toObject().value("id"_L1).toString();
    if (state.isEmpty()) {
        return notFromJobManager(CheckpointTexts::tr("no %1 in it").arg(u"status"_s), body);
    }
    AsyncStatus status;
    status.done = state != "IN_PROGRESS"_L1;
    const QJsonObject operation = object->value("operation"_L1).toObject();
    status.location = operation.value("location"_L1).toString();
    if (const QJsonObject cause = operation.value("failure-cause"_L1).toObject(); !cause.isEmpty()) {
        Error error{.kind = ErrorKind::Http, .detail = cause.value("stack-trace"_L1).toString()};
        const std::vector<errors::Cause> chain = errors::causes(error.detail);
        const QString message = chain.empty() ? QString() : chain.back().message.section(u'\n', 0, 0).trimmed();
        // A message of words stands for itself; "null" and "/by zero" need the name of what was thrown.
        error.message = message.count(u' ') >= 3 ? message : rootCauseLine(error.detail);
        if (error.message.isEmpty()) {
            error.message = cause.value("class"_L1).toString();
        }
        status.failure = std::move(error);
    }
    return status;
}

} // namespace millrace::flink::json
