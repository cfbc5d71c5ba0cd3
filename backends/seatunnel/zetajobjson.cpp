// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetajobjson.h"

#include "backends/seatunnel/zetavalues.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace millrace::seatunnel::json {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this backend: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnel)
};

struct KnownStatus {
    QLatin1StringView name;
    JobState state;
};

constexpr std::array s_statuses{
    KnownStatus{"INITIALIZING"_L1, JobState::Pending},
    KnownStatus{"CREATED"_L1, JobState::Pending},
    KnownStatus{"PENDING"_L1, JobState::Pending},
    KnownStatus{"SCHEDULED"_L1, JobState::Pending},
    KnownStatus{"RUNNING"_L1, JobState::Running},
    KnownStatus{"FAILING"_L1, JobState::Stopping},
    KnownStatus{"DOING_SAVEPOINT"_L1, JobState::Stopping},
    KnownStatus{"CANCELING"_L1, JobState::Stopping},
    KnownStatus{"CANCELLING"_L1, JobState::Stopping},
    KnownStatus{"FAILED"_L1, JobState::Failed},
    KnownStatus{"SAVEPOINT_DONE"_L1, JobState::Finished},
    KnownStatus{"FINISHED"_L1, JobState::Finished},
    KnownStatus{"CANCELED"_L1, JobState::Cancelled},
    KnownStatus{"CANCELLED"_L1, JobState::Cancelled},
};

void readMetrics(Job& job, const QJsonObject& metrics)
{
    for (auto it = metrics.begin(); it != metrics.end(); ++it) {
        if (!it.value().isObject()) {
            job.totals.insert(it.key(), textOf(it.value()));
            continue;
        }
        const QJsonObject byTable = it.value().toObject();
        QMap<QString, QString>& table = job.tables[it.key()];
        for (auto entry = byTable.begin(); entry != byTable.end(); ++entry) {
            table.insert(entry.key(), textOf(entry.value()));
        }
    }
}

Job jobFrom(const QJsonObject& object)
{
    Job job;
    job.id = textOf(object.value("jobId"_L1));
    job.name = textOf(object.value("jobName"_L1));
    job.status = textOf(object.value("jobStatus"_L1));
    job.createTime = textOf(object.value("createTime"_L1));
    job.startTime = textOf(object.value("startTime"_L1));
    job.finishTime = textOf(object.value("finishTime"_L1));
    if (job.finishTime.isEmpty()) {
        job.finishTime = textOf(object.value("finishedTime"_L1)); // as the documentation has it
    }
    job.errorText = textOf(object.value("errorMsg"_L1));
    job.hasRunningShape = object.contains("isStartWithSavePoint"_L1) || object.contains("envOptions"_L1);
    job.startedFromSavepoint = textOf(object.value("isStartWithSavePoint"_L1)) == "true"_L1;
    job.dag = readDag(object.value("jobDag"_L1));
    job.environment = job.dag.environment;
    for (const NamedText& option : values::named(object.value("envOptions"_L1).toObject())) {
        job.environment.insert(option.name, option.value);
    }
    for (const QJsonValue& jar : object.value("pluginJarsUrls"_L1).toArray()) {
        job.jars.append(jar.isObject() ? textOf(jar.toObject().value("jarPath"_L1)) : textOf(jar));
    }
    readMetrics(job, object.value("metrics"_L1).toObject());
    return job;
}

std::optional<double> figure(const Job& job, QLatin1StringView total)
{
    return values::number(job.totals.value(total));
}

/// What the tables of one vertex sum up to; nothing when the engine does not say which vertex a table belongs to.
std::optional<double> sumOf(const Job& job, QLatin1StringView metric, const QString& key)
{
    std::optional<double> sum;
    const QMap<QString, QString> byTable = job.tables.value(metric);
    for (auto it = byTable.begin(); it != byTable.end(); ++it) {
        if (const auto value = values::number(it.value()); value && it.key().startsWith(key + u'.')) {
            sum = sum.value_or(0) + *value;
        }
    }
    return sum;
}

std::optional<qint64> whole(std::optional<double> value)
{
    return value ? std::optional(qint64(*value)) : std::nullopt;
}

} // namespace

bool Job::isUnsettled() const
{
    return isKnown() && isFinal(stateOf(status)) && finishTime.isEmpty();
}

Result<Job> job(const QByteArray& body)
{
    const auto object = values::object(body);
    return object ? Result<Job>(jobFrom(*object)) : failure(object.error());
}

Result<JobPage> jobs(const QByteArray& body)
{
    JobPage page;
    QJsonArray list;
    if (const auto object = values::object(body); object && object->value("data"_L1).isArray()) {
        list = object->value("data"_L1).toArray();
        page.total = textOf(object->value("total"_L1)).toInt();
    } else {
        const auto array = values::array(body);
        if (!array) {
            return failure(array.error());
        }
        list = *array;
    }
    for (const QJsonValue& value : std::as_const(list)) {
        Job job = jobFrom(value.toObject());
        if (job.id.isEmpty() || !job.isKnown()) {
            ++page.skipped;
        } else {
            page.jobs.push_back(std::move(job));
        }
    }
    return page;
}

Result<Named> submitted(const QByteArray& body)
{
    const auto object = values::object(body);
    if (!object) {
        return failure(object.error());
    }
    Named named{textOf(object->value("jobId"_L1)), textOf(object->value("jobName"_L1))};
    if (named.id.isEmpty()) {
        return failure(values::notUnderstood(Texts::tr("no jobId in it"), body));
    }
    return named;
}

Result<std::vector<Named>> submittedMany(const QByteArray& body)
{
    const auto array = values::array(body);
    if (!array) {
        return failure(array.error());
    }
    std::vector<Named> list;
    for (const QJsonValue& value : *array) {
        const QJsonObject object = value.toObject();
        list.push_back({textOf(object.value("jobId"_L1)), textOf(object.value("jobName"_L1))});
        if (list.back().id.isEmpty()) {
            return failure(values::notUnderstood(Texts::tr("no jobId in it"), body));
        }
    }
    return list;
}

JobState stateOf(const QString& status)
{
    const auto it = std::ranges::find_if(
        s_statuses, [&](const KnownStatus& known) { return status.compare(known.name, Qt::CaseInsensitive) == 0; });
    return it != s_statuses.end() ? it->state : JobState::Unknown;
}

JobSummary summaryOf(const Job& job, int offsetSeconds)
{
    JobSummary summary{.id = job.id, .name = job.name, .state = stateOf(job.status), .rawState = job.status};
    summary.kind = job.environment.value(u"job.mode"_s).toLower();
    const bool hasStart = !job.startTime.isEmpty();
    const bool waits = summary.state == JobState::Pending;
    if (hasStart || !waits) {
        summary.start = values::time(hasStart ? job.startTime : job.createTime, offsetSeconds);
    }
    summary.end = values::time(job.finishTime, offsetSeconds);
    if (summary.start.isValid() && summary.end.isValid()) {
        summary.durationMs = summary.start.msecsTo(summary.end);
    } else if (summary.start.isValid() && !isFinal(summary.state)) {
        // the server tells none while a job goes on
        summary.durationMs = std::max<qint64>(0, summary.start.msecsTo(QDateTime::currentDateTimeUtc()));
    }
    if (summary.state == JobState::Running) {
        summary.recordsInPerSecond = figure(job, "SourceReceivedQPS"_L1);
        summary.recordsOutPerSecond = figure(job, "SinkWriteQPS"_L1);
    }
    summary.failure = rootCause(job.errorText);
    return summary;
}

std::vector<VertexStatus> vertexFigures(const Job& job)
{
    const auto& nodes = job.dag.graph.nodes;
    const auto count = [&](QLatin1StringView type) { return std::ranges::count(nodes, type, &GraphNode::type); };
    std::vector<VertexStatus> list;
    for (const GraphNode& node : nodes) {
        VertexStatus vertex{.id = node.id, .state = stateOf(job.status), .rawState = job.status};
        vertex.parallelism = node.parallelism;
        const QString key = vertexKey(node.id);
        // Where there is one source (or sink) only, the job's totals are its own.
        const auto value = [&](QLatin1StringView type, QLatin1StringView total, QLatin1StringView byTable) {
            const auto sum = sumOf(job, byTable, key);
            return sum || count(type) != 1 || job.dag.pipelines > 1 ? sum : figure(job, total);
        };
        if (node.type == "Source"_L1) {
            vertex.recordsOut = whole(value("Source"_L1, "SourceReceivedCount"_L1, "TableSourceReceivedCount"_L1));
            vertex.bytesOut = whole(value("Source"_L1, "SourceReceivedBytes"_L1, "TableSourceReceivedBytes"_L1));
            vertex.recordsOutPerSecond = value("Source"_L1, "SourceReceivedQPS"_L1, "TableSourceReceivedQPS"_L1);
            vertex.bytesOutPerSecond =
                value("Source"_L1, "SourceReceivedBytesPerSeconds"_L1, "TableSourceReceivedBytesPerSeconds"_L1);
        } else if (node.type == "Sink"_L1) {
            vertex.recordsIn = whole(value("Sink"_L1, "SinkWriteCount"_L1, "TableSinkWriteCount"_L1));
            vertex.bytesIn = whole(value("Sink"_L1, "SinkWriteBytes"_L1, "TableSinkWriteBytes"_L1));
            vertex.recordsInPerSecond = value("Sink"_L1, "SinkWriteQPS"_L1, "TableSinkWriteQPS"_L1);
            vertex.bytesInPerSecond =
                value("Sink"_L1, "SinkWriteBytesPerSeconds"_L1, "TableSinkWriteBytesPerSeconds"_L1);
        }
        list.push_back(std::move(vertex));
    }
    return list;
}

QString rootCause(const QString& stack)
{
    static const QRegularExpression s_exception(u"^(?:Caused by: )?(?:[\\w$]+\\.)+([\\w$]+)(?::\\s*(.*))?$"_s);
    QString first;
    QString cause;
    for (const QString& line : stack.split(u'\n')) {
        const QString text = line.trimmed();
        if (text.isEmpty() || text.startsWith("at "_L1) || text.startsWith("... "_L1)) {
            continue;
        }
        if (first.isEmpty()) {
            first = text;
        }
        if (cause.isEmpty() || text.startsWith("Caused by: "_L1)) {
            cause = text;
        }
    }
    // Engines wrap one exception's text into the next one's message: what stands last is the innermost.
    static const QRegularExpression s_wrapped(u"^(?:(?:[\\w$]+\\.)+[\\w$]+: )+(?=(?:[\\w$]+\\.)+[\\w$]+: )"_s);
    cause.remove(QRegularExpression(u"^Caused by: "_s));
    cause.remove(s_wrapped);
    const auto match = s_exception.match(cause);
    if (!match.hasMatch()) {
        return cause.isEmpty() ? first : cause;
    }
    const QString message = match.captured(2).trimmed();
    return message.isEmpty() ? match.captured(1) : match.captured(1) + u": "_s + message;
}

} // namespace millrace::seatunnel::json
