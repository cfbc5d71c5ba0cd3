// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlijobjson.h"

#include "backends/dli/dlianswer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <limits>

namespace millrace::dli::json {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliJobs)
};

JobState found(const QHash<QString, JobState>& states, const QString& raw)
{
    return states.value(raw.toLower(), JobState::Unknown);
}

/// The states of Flink itself, as execute_graph writes them.
JobState engineState(const QString& raw)
{
    static const QHash<QString, JobState> s_states{{u"created"_s, JobState::Pending},
        {u"scheduled"_s, JobState::Pending}, {u"deploying"_s, JobState::Pending},
        {u"initializing"_s, JobState::Pending}, {u"reconciling"_s, JobState::Pending},
        {u"running"_s, JobState::Running}, {u"restarting"_s, JobState::Restarting}, {u"failing"_s, JobState::Stopping},
        {u"cancelling"_s, JobState::Stopping}, {u"canceling"_s, JobState::Stopping},
        {u"finished"_s, JobState::Finished}, {u"canceled"_s, JobState::Cancelled}, {u"failed"_s, JobState::Failed},
        {u"suspended"_s, JobState::Suspended}};
    return found(s_states, raw);
}

std::optional<qint64> figure(const QJsonObject& metrics, QLatin1StringView name)
{
    const qint64 number = numberOf(metrics.value(name));
    return number < 0 ? std::nullopt : std::optional(number);
}

/// The service escapes > and & in descriptions, and writes line breaks as <br/>.
QString unescaped(QString text)
{
    text.replace("<br/>"_L1, "\n"_L1).replace("&gt;"_L1, ">"_L1).replace("&lt;"_L1, "<"_L1);
    return text.replace("&quot;"_L1, "\""_L1).replace("&#39;"_L1, "'"_L1).replace("&amp;"_L1, "&"_L1);
}

GraphNode nodeOf(const QString& id, const QString& description, const QJsonObject& object)
{
    GraphNode node;
    node.id = id;
    node.description = unescaped(description);
    node.title = node.description.section(u'\n', 0, 0);
    node.type = textOf(object.value(object.contains("type"_L1) ? "type"_L1 : "operator"_L1));
    if (node.type.isEmpty()) {
        node.type = node.title.section(u'(', 0, 0).section(u" -> "_s, 0, 0).section(u':', 0, 0).trimmed();
    }
    node.parallelism = int(std::max<qint64>(0, numberOf(object.value("parallelism"_L1))));
    return node;
}

/// nodes with "inputs" or "predecessors", whichever they have.
Graph graphOf(const QJsonArray& nodes)
{
    Graph graph;
    for (const QJsonValue& value : nodes) {
        const QJsonObject object = value.toObject();
        const QString id = textOf(object.value("id"_L1));
        const QString description =
            textOf(object.value(object.contains("description"_L1) ? "description"_L1 : "contents"_L1));
        graph.nodes.push_back(nodeOf(id, description, object));
        const QJsonArray inputs =
            object.value(object.contains("inputs"_L1) ? "inputs"_L1 : "predecessors"_L1).toArray();
        for (const QJsonValue& input : inputs) {
            const QJsonObject from = input.toObject();
            graph.edges.push_back({.from = textOf(from.value("id"_L1)),
                .to = id,
                .ship = textOf(from.value("ship_strategy"_L1)),
                .description = {}});
        }
    }
    std::erase_if(graph.edges, [&graph](const GraphEdge& edge) {
        return std::ranges::none_of(graph.nodes, [&edge](const GraphNode& node) { return node.id == edge.from; });
    });
    return graph;
}

} // namespace

bool isFlinkId(const QString& id)
{
    return !id.isEmpty() && std::ranges::all_of(id, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

JobState flinkState(const QString& raw)
{
    static const QHash<QString, JobState> s_states{{u"job_init"_s, JobState::Suspended},
        {u"job_submitting"_s, JobState::Pending}, {u"job_submit_fail"_s, JobState::Failed},
        {u"job_running"_s, JobState::Running}, {u"job_running_exception"_s, JobState::Failed},
        {u"job_downloading"_s, JobState::Pending}, {u"job_idle"_s, JobState::Running},
        {u"job_canceling"_s, JobState::Stopping}, {u"job_cancel_success"_s, JobState::Cancelled},
        {u"job_cancel_fail"_s, JobState::Unknown}, {u"job_savepointing"_s, JobState::Running},
        {u"job_finish"_s, JobState::Finished}, {u"job_arrearage_stopped"_s, JobState::Suspended},
        {u"job_arrearage_recovering"_s, JobState::Restarting}};
    return found(s_states, raw);
}

JobState sqlState(const QString& raw)
{
    static const QHash<QString, JobState> s_states{{u"launching"_s, JobState::Pending},
        {u"running"_s, JobState::Running}, {u"scaling"_s, JobState::Running}, {u"finished"_s, JobState::Finished},
        {u"failed"_s, JobState::Failed}, {u"cancelled"_s, JobState::Cancelled}};
    return found(s_states, raw);
}

JobState sparkState(const QString& raw)
{
    static const QHash<QString, JobState> s_states{{u"starting"_s, JobState::Pending},
        {u"running"_s, JobState::Running}, {u"recovering"_s, JobState::Restarting}, {u"dead"_s, JobState::Failed},
        {u"success"_s, JobState::Finished}};
    return found(s_states, raw);
}

QString flinkKind(const QString& jobType)
{
    static const QHash<QString, QString> s_kinds{{u"flink_sql_job"_s, u"Flink SQL (DLI)"_s},
        {u"flink_opensource_sql_job"_s, u"Flink SQL"_s}, {u"flink_sql_edge_job"_s, u"Flink SQL (edge)"_s},
        {u"flink_jar_job"_s, u"Flink jar"_s}};
    return s_kinds.value(jobType, jobType);
}

QString flinkStateText(const QString& raw)
{
    static const QHash<QString, QString> s_texts{{u"job_init"_s, Texts::tr("draft")},
        {u"job_submitting"_s, Texts::tr("submitting")}, {u"job_submit_fail"_s, Texts::tr("could not start")},
        {u"job_running"_s, Texts::tr("running")}, {u"job_running_exception"_s, Texts::tr("failed")},
        {u"job_downloading"_s, Texts::tr("downloading")}, {u"job_idle"_s, Texts::tr("idle")},
        {u"job_canceling"_s, Texts::tr("stopping")}, {u"job_cancel_success"_s, Texts::tr("stopped")},
        {u"job_cancel_fail"_s, Texts::tr("could not stop")}, {u"job_savepointing"_s, Texts::tr("taking a savepoint")},
        {u"job_finish"_s, Texts::tr("finished")}, {u"job_arrearage_stopped"_s, Texts::tr("stopped: not paid")},
        {u"job_arrearage_recovering"_s, Texts::tr("recovering")}};
    return s_texts.value(raw, raw);
}

QString logAddress(const QJsonObject& jobDetail)
{
    const QJsonObject config = jobDetail.value("job_config"_L1).toObject();
    const QString bucket = config.value("obs_bucket"_L1).toString();
    return config.value("log_enabled"_L1).toBool() && !bucket.isEmpty() ? u"obs://%1/jobs/logs/"_s.arg(bucket)
                                                                        : QString();
}

QDateTime timeOf(const QJsonValue& value)
{
    const qint64 milliseconds = numberOf(value);
    return milliseconds > 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC) : QDateTime();
}

JobSummary flinkJob(const QJsonObject& job)
{
    JobSummary summary;
    summary.id = textOf(job.value("job_id"_L1));
    summary.name = job.value("name"_L1).toString();
    summary.rawState = job.value("status"_L1).toString();
    summary.state = flinkState(summary.rawState);
    summary.kind = flinkKind(job.value("job_type"_L1).toString());
    summary.cluster = job.value("queue_name"_L1).toString();
    summary.owner = job.value("user_name"_L1).toString();
    summary.start = timeOf(job.value("start_time"_L1));
    summary.durationMs = numberOf(job.value("duration"_L1));
    const qint64 restarts = numberOf(job.value("restart_times"_L1));
    if (restarts >= 0) {
        summary.restarts = int(restarts);
    }
    if (summary.state == JobState::Failed) {
        summary.failure = job.value("status_desc"_L1).toString().simplified();
    }
    return summary;
}

JobSummary sqlJob(const QJsonObject& job)
{
    JobSummary summary;
    summary.id = job.value("job_id"_L1).toString();
    summary.name = job.value("statement"_L1).toString().simplified();
    summary.rawState = job.value("status"_L1).toString();
    summary.state = sqlState(summary.rawState);
    summary.kind = u"SQL "_s + job.value("job_type"_L1).toString();
    summary.cluster = job.value("queue_name"_L1).toString();
    summary.owner = job.value("owner"_L1).toString();
    summary.start = timeOf(job.value("start_time"_L1));
    summary.end = timeOf(job.value("end_time"_L1));
    summary.durationMs = numberOf(job.value("duration"_L1));
    if (summary.state == JobState::Failed) {
        summary.failure = readableMessage(job.value("message"_L1).toString()).simplified();
    }
    return summary;
}

JobSummary sparkJob(const QJsonObject& session)
{
    JobSummary summary;
    summary.id = session.value("id"_L1).toString();
    summary.name = session.value("name"_L1).toString();
    summary.rawState = session.value("state"_L1).toString();
    summary.state = sparkState(summary.rawState);
    summary.kind = u"Spark batch"_s;
    summary.cluster =
        session.value(session.value("queue"_L1).toString().isEmpty() ? "cluster_name"_L1 : "queue"_L1).toString();
    summary.owner = session.value("owner"_L1).toString();
    summary.start = timeOf(session.value("create_time"_L1));
    summary.durationMs = numberOf(session.value("duration"_L1));
    if (isFinal(summary.state)) {
        summary.end = timeOf(session.value("update_time"_L1));
    }
    return summary;
}

Graph executeGraph(const QJsonObject& executeGraph)
{
    return graphOf(executeGraph.value("plan"_L1).toObject().value("nodes"_L1).toArray());
}

std::vector<VertexStatus> vertices(const QJsonObject& executeGraph)
{
    std::vector<VertexStatus> statuses;
    const QJsonArray array = executeGraph.value("vertices"_L1).toArray();
    for (const QJsonValue& value : array) {
        const QJsonObject vertex = value.toObject();
        const QJsonObject metrics = vertex.value("metrics"_L1).toObject();
        VertexStatus status;
        status.id = textOf(vertex.value("id"_L1));
        status.rawState = vertex.value("status"_L1).toString();
        status.state = engineState(status.rawState);
        status.parallelism = int(std::max<qint64>(0, numberOf(vertex.value("parallelism"_L1))));
        status.durationMs = numberOf(vertex.value("duration"_L1));
        const QJsonObject tasks = vertex.value("tasks"_L1).toObject();
        for (auto it = tasks.begin(); it != tasks.end(); ++it) {
            status.tasks.insert(it.key(), int(numberOf(it.value())));
        }
        status.recordsIn = figure(metrics, "read-records"_L1);
        status.recordsOut = figure(metrics, "write-records"_L1);
        status.bytesIn = figure(metrics, "read-bytes"_L1);
        status.bytesOut = figure(metrics, "write-bytes"_L1);
        statuses.push_back(std::move(status));
    }
    return statuses;
}

std::vector<StateChange> timeline(const QJsonObject& executeGraph)
{
    std::vector<StateChange> changes;
    const QJsonObject stamps = executeGraph.value("timestamps"_L1).toObject();
    for (auto it = stamps.begin(); it != stamps.end(); ++it) {
        if (const QDateTime at = timeOf(it.value()); at.isValid()) {
            changes.push_back({it.key(), at});
        }
    }
    std::ranges::stable_sort(changes, {}, &StateChange::at);
    return changes;
}

std::vector<MetricSample> metricSamples(const QJsonObject& metrics)
{
    std::vector<MetricSample> samples;
    const auto add = [&samples](const QString& name, const QJsonValue& value) {
        const double number = realOf(value, std::numeric_limits<double>::quiet_NaN());
        samples.push_back(
            {.name = name, .value = std::isnan(number) ? std::nullopt : std::optional(number), .text = textOf(value)});
    };
    for (auto it = metrics.begin(); it != metrics.end(); ++it) {
        if (!it->isArray()) {
            add(it.key(), it.value());
            continue;
        }
        for (const QJsonValue& value : it->toArray()) {
            const QJsonObject each = value.toObject();
            const QString prefix = it.key() + u'.' + each.value("name"_L1).toString() + u'.';
            add(prefix + u"records"_s, each.value("records"_L1));
            add(prefix + u"corrupted_records"_s, each.value("corrupted_records"_L1));
        }
    }
    return samples;
}

Graph streamGraph(const QJsonValue& value)
{
    const QJsonObject object =
        value.isString() ? QJsonDocument::fromJson(value.toString().toUtf8()).object() : value.toObject();
    return graphOf(object.value("nodes"_L1).toArray());
}

std::vector<NamedText> factsOf(const QJsonObject& object, const QStringList& without)
{
    std::vector<NamedText> facts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (without.contains(it.key()) || it->isNull()) {
            continue;
        }
        QString text = textOf(it.value());
        if (it->isObject()) {
            text = QString::fromUtf8(QJsonDocument(it->toObject()).toJson(QJsonDocument::Compact));
        } else if (it->isArray()) {
            text = QString::fromUtf8(QJsonDocument(it->toArray()).toJson(QJsonDocument::Compact));
        } else if (it.key().endsWith("_time"_L1) && timeOf(it.value()).isValid()) {
            text = timeOf(it.value()).toString(Qt::ISODate);
        }
        if (!text.isEmpty()) {
            facts.push_back({it.key(), text});
        }
    }
    return facts;
}

} // namespace millrace::dli::json
