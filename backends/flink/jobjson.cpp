// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/jobjson.h"

#include "backends/flink/jsonvalues.h"
#include "backends/flink/planjson.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace millrace::flink::json {

using namespace Qt::StringLiterals;

namespace {

struct JobTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkJobs)
};

/// {"running": 2, "total": 3, …} without the sum and without zeros.
QMap<QString, int> taskCounts(const QJsonObject& tasks)
{
    QMap<QString, int> counts;
    for (auto it = tasks.begin(); it != tasks.end(); ++it) {
        const qint64 count = integerOf(it.value(), 0);
        if (count > 0 && it.key() != "total"_L1) {
            counts.insert(it.key().toUpper(), int(count));
        }
    }
    return counts;
}

JobSummary summaryOf(const QJsonObject& job)
{
    JobSummary summary;
    summary.id = job.value("jid"_L1).toString();
    summary.name = job.value("name"_L1).toString();
    summary.rawState = job.value("state"_L1).toString();
    summary.state = jobStateOf(summary.rawState);
    const QString kind = job.value(job.contains("jobType"_L1) ? "jobType"_L1 : "job-type"_L1).toString();
    summary.kind = kind.toLower();
    summary.start = timeOf(job.value("start-time"_L1));
    summary.end = timeOf(job.value("end-time"_L1));
    summary.durationMs = integerOf(job.value("duration"_L1));
    summary.tasks = taskCounts(job.value("tasks"_L1).toObject());
    return summary;
}

VertexStatus vertexOf(const QJsonObject& vertex)
{
    VertexStatus status;
    status.id = vertex.value("id"_L1).toString();
    status.rawState = vertex.value("status"_L1).toString();
    status.state = jobStateOf(status.rawState);
    status.parallelism = int(integerOf(vertex.value("parallelism"_L1), 0));
    status.tasks = taskCounts(vertex.value("tasks"_L1).toObject());
    status.durationMs = integerOf(vertex.value("duration"_L1));
    const QJsonObject metrics = vertex.value("metrics"_L1).toObject();
    status.recordsIn = countOf(metrics.value("read-records"_L1));
    status.recordsOut = countOf(metrics.value("write-records"_L1));
    status.bytesIn = countOf(metrics.value("read-bytes"_L1));
    status.bytesOut = countOf(metrics.value("write-bytes"_L1));
    return status;
}

std::vector<StateChange> timelineOf(const QJsonObject& timestamps)
{
    std::vector<StateChange> changes;
    for (auto it = timestamps.begin(); it != timestamps.end(); ++it) {
        if (const QDateTime at = timeOf(it.value()); at.isValid()) {
            changes.push_back({it.key(), at});
        }
    }
    std::ranges::stable_sort(changes, {}, &StateChange::at);
    return changes;
}

void countEnds(JobPage& page)
{
    QSet<QString> receivers;
    QSet<QString> senders;
    for (const GraphEdge& edge : page.graph.edges) {
        senders.insert(edge.from);
        receivers.insert(edge.to);
    }
    for (const VertexStatus& vertex : page.vertices) {
        if (senders.contains(vertex.id) && !receivers.contains(vertex.id) && vertex.recordsOut) {
            page.sourceRecords = page.sourceRecords.value_or(0) + *vertex.recordsOut;
        }
        if (receivers.contains(vertex.id) && !senders.contains(vertex.id) && vertex.recordsIn) {
            page.sinkRecords = page.sinkRecords.value_or(0) + *vertex.recordsIn;
        }
    }
}

std::optional<double> ratioOf(const std::optional<double>& millisecondsPerSecond)
{
    if (!millisecondsPerSecond) {
        return std::nullopt;
    }
    return std::clamp(*millisecondsPerSecond / 1000.0, 0.0, 1.0);
}

/// A share of the task's life, from its accumulated times.
void fillRatios(SubtaskStatus& subtask, const QJsonObject& metrics)
{
    const auto busy = numberOf(metrics.value("accumulated-busy-time"_L1));
    const auto idle = numberOf(metrics.value("accumulated-idle-time"_L1));
    const auto held = numberOf(metrics.value("accumulated-backpressured-time"_L1));
    const double all =
        std::max(busy.value_or(0), 0.0) + std::max(idle.value_or(0), 0.0) + std::max(held.value_or(0), 0.0);
    if (!busy || *busy < 0 || all <= 0) {
        return;
    }
    subtask.busy = *busy / all;
    subtask.idle = idle ? std::optional(*idle / all) : std::nullopt;
    subtask.backpressured = held ? std::optional(*held / all) : std::nullopt;
}

} // namespace

JobState jobStateOf(const QString& raw)
{
    static const QMap<QString, JobState> s_states{{u"INITIALIZING"_s, JobState::Pending},
        {u"CREATED"_s, JobState::Pending}, {u"SCHEDULED"_s, JobState::Pending}, {u"DEPLOYING"_s, JobState::Pending},
        {u"RECONCILING"_s, JobState::Pending}, {u"RUNNING"_s, JobState::Running},
        {u"RESTARTING"_s, JobState::Restarting}, {u"FAILING"_s, JobState::Stopping},
        {u"CANCELLING"_s, JobState::Stopping}, {u"CANCELING"_s, JobState::Stopping},
        {u"FINISHED"_s, JobState::Finished}, {u"CANCELED"_s, JobState::Cancelled}, {u"FAILED"_s, JobState::Failed},
        {u"SUSPENDED"_s, JobState::Suspended}};
    return s_states.value(raw.toUpper(), JobState::Unknown);
}

Result<JobsOverview> jobsOverview(const QByteArray& body)
{
    const auto jobs = readMember(body, "jobs"_L1);
    if (!jobs) {
        return failure(jobs.error());
    }
    JobsOverview overview;
    overview.jobs.reserve(size_t(jobs->size()));
    for (const QJsonValue& each : *jobs) {
        JobSummary summary = summaryOf(each.toObject());
        if (summary.id.isEmpty()) {
            ++overview.unreadable;
        } else {
            overview.jobs.push_back(std::move(summary));
        }
    }
    return overview;
}

Result<JobPage> jobPage(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    JobPage page;
    page.summary = summaryOf(*object);
    if (page.summary.id.isEmpty()) {
        return notFromJobManager(JobTexts::tr("no %1 in it").arg(u"jid"_s), body);
    }
    page.summary.tasks = taskCounts(object->value("status-counts"_L1).toObject());
    for (const QJsonValue& each : object->value("vertices"_L1).toArray()) {
        const QJsonObject vertex = each.toObject();
        page.vertices.push_back(vertexOf(vertex));
        page.names.push_back({page.vertices.back().id, vertex.value("name"_L1).toString()});
    }
    page.timeline = timelineOf(object->value("timestamps"_L1).toObject());
    page.now = integerOf(object->value("now"_L1));
    if (const QJsonObject plan = object->value("plan"_L1).toObject(); !plan.isEmpty()) {
        if (auto graph = planjson::jobPlan(plan)) {
            page.graph = std::move(*graph);
        }
    }
    countEnds(page);
    return page;
}

Result<std::vector<NamedText>> executionConfig(const QByteArray& body)
{
    const auto object = readObject(body);
    if (!object) {
        return failure(object.error());
    }
    const QJsonObject config = object->value("execution-config"_L1).toObject();
    std::vector<NamedText> texts;
    for (auto it = config.begin(); it != config.end(); ++it) {
        if (it.value().isObject()) {
            const QJsonObject inner = it.value().toObject();
            for (auto each = inner.begin(); each != inner.end(); ++each) {
                texts.push_back({each.key(), textOf(each.value())});
            }
        } else {
            texts.push_back({it.key(), textOf(it.value())});
        }
    }
    return texts;
}

Result<std::vector<NamedText>> accumulators(const QByteArray& body)
{
    const auto list = readMember(body, "user-task-accumulators"_L1);
    if (!list) {
        return failure(list.error());
    }
    std::vector<NamedText> texts;
    for (const QJsonValue& each : *list) {
        const QJsonObject accumulator = each.toObject();
        texts.push_back({accumulator.value("name"_L1).toString(), textOf(accumulator.value("value"_L1))});
    }
    return texts;
}

Result<std::vector<NamedText>> configuration(const QByteArray& body)
{
    const auto list = readArray(body);
    if (!list) {
        return failure(list.error());
    }
    std::vector<NamedText> texts;
    for (const QJsonValue& each : *list) {
        const QJsonObject option = each.toObject();
        texts.push_back({option.value("key"_L1).toString(), textOf(option.value("value"_L1))});
    }
    std::ranges::sort(texts, {}, &NamedText::name);
    return texts;
}

Result<std::vector<SubtaskStatus>> subtasks(const QByteArray& body)
{
    const auto list = readMember(body, "subtasks"_L1);
    if (!list) {
        return failure(list.error());
    }
    std::vector<SubtaskStatus> all;
    for (const QJsonValue& each : *list) {
        const QJsonObject object = each.toObject();
        SubtaskStatus subtask;
        subtask.index = int(integerOf(object.value("subtask"_L1), 0));
        subtask.attempt = int(integerOf(object.value("attempt"_L1), 0));
        subtask.rawState = object.value("status"_L1).toString();
        subtask.host = object.value(object.contains("endpoint"_L1) ? "endpoint"_L1 : "host"_L1).toString();
        subtask.taskManager = object.value("taskmanager-id"_L1).toString();
        subtask.start = timeOf(object.value("start-time"_L1));
        subtask.durationMs = integerOf(object.value("duration"_L1));
        const QJsonObject metrics = object.value("metrics"_L1).toObject();
        subtask.recordsIn = countOf(metrics.value("read-records"_L1));
        subtask.recordsOut = countOf(metrics.value("write-records"_L1));
        subtask.bytesIn = countOf(metrics.value("read-bytes"_L1));
        subtask.bytesOut = countOf(metrics.value("write-bytes"_L1));
        fillRatios(subtask, metrics);
        all.push_back(std::move(subtask));
    }
    return all;
}

void addPressure(std::vector<SubtaskStatus>& subtasks, const QByteArray& body)
{
    const auto list = readMember(body, "subtasks"_L1);
    if (!list) {
        return;
    }
    for (const QJsonValue& each : *list) {
        const QJsonObject now = each.toObject();
        const auto found = std::ranges::find(subtasks, int(integerOf(now.value("subtask"_L1))), &SubtaskStatus::index);
        if (found == subtasks.end()) {
            continue;
        }
        found->busy = numberOf(now.value("busyRatio"_L1));
        found->idle = numberOf(now.value("idleRatio"_L1));
        found->backpressured = numberOf(now.value("ratio"_L1));
    }
}

void addWatermarks(std::vector<SubtaskStatus>& subtasks, const QByteArray& body)
{
    const auto list = readArray(body);
    if (!list) {
        return;
    }
    for (const QJsonValue& each : *list) {
        const QJsonObject metric = each.toObject();
        bool isNumber = false;
        const int index = metric.value("id"_L1).toString().section(u'.', 0, 0).toInt(&isNumber);
        const auto found = std::ranges::find(subtasks, index, &SubtaskStatus::index);
        if (isNumber && found != subtasks.end()) {
            found->watermark = watermarkOf(numberOf(metric.value("value"_L1)));
        }
    }
}

Result<QMap<QString, Aggregate>> aggregates(const QByteArray& body)
{
    const auto list = readArray(body);
    if (!list) {
        return failure(list.error());
    }
    QMap<QString, Aggregate> metrics;
    for (const QJsonValue& each : *list) {
        const QJsonObject metric = each.toObject();
        metrics.insert(metric.value("id"_L1).toString(),
            {numberOf(metric.value("min"_L1)), numberOf(metric.value("max"_L1)), numberOf(metric.value("avg"_L1)),
                numberOf(metric.value("sum"_L1))});
    }
    return metrics;
}

QStringList vertexMetricNames()
{
    return {u"busyTimeMsPerSecond"_s, u"idleTimeMsPerSecond"_s, u"backPressuredTimeMsPerSecond"_s,
        u"numRecordsInPerSecond"_s, u"numRecordsOutPerSecond"_s, u"numBytesInPerSecond"_s, u"numBytesOutPerSecond"_s,
        u"numRecordsIn"_s};
}

void fillIn(VertexStatus& vertex, const QMap<QString, Aggregate>& metrics)
{
    vertex.busy = ratioOf(metrics.value(u"busyTimeMsPerSecond"_s).max);
    vertex.idle = ratioOf(metrics.value(u"idleTimeMsPerSecond"_s).min);
    vertex.backpressured = ratioOf(metrics.value(u"backPressuredTimeMsPerSecond"_s).max);
    vertex.recordsInPerSecond = metrics.value(u"numRecordsInPerSecond"_s).sum;
    vertex.recordsOutPerSecond = metrics.value(u"numRecordsOutPerSecond"_s).sum;
    vertex.bytesInPerSecond = metrics.value(u"numBytesInPerSecond"_s).sum;
    vertex.bytesOutPerSecond = metrics.value(u"numBytesOutPerSecond"_s).sum;
    if (metrics.contains(u"currentInputWatermark"_s)) {
        vertex.watermark = watermarkOf(metrics.value(u"currentInputWatermark"_s).min);
    }
    const Aggregate received = metrics.value(u"numRecordsIn"_s);
    if (received.max && received.average && *received.average > 0 && vertex.parallelism > 1) {
        vertex.skew = *received.max / *received.average;
    }
}

std::optional<QDateTime> watermarkOf(std::optional<double> milliseconds)
{
    // Long.MIN_VALUE before the first one, Long.MAX_VALUE behind the last.
    constexpr double farthest = 253402300799000.0; // the year 9999
    if (!milliseconds || *milliseconds < -farthest || *milliseconds > farthest) {
        return std::nullopt;
    }
    return QDateTime::fromMSecsSinceEpoch(qint64(*milliseconds), Qt::UTC);
}

} // namespace millrace::flink::json
