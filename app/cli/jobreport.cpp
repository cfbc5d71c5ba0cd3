// SPDX-License-Identifier: GPL-3.0-or-later
// One job in full, as text and as JSON.
#include "app/cli/joboutput.h"
#include "app/cli/texttable.h"
#include "models/humantext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(JobOutput)
};

constexpr std::size_t s_checkpointsShown = 10;

template <typename T> QJsonValue valueOrNull(const std::optional<T>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonArray namedTexts(const std::vector<NamedText>& texts)
{
    QJsonArray array;
    for (const NamedText& text : texts) {
        array << QJsonObject{{u"name"_s, text.name}, {u"value"_s, text.value}};
    }
    return array;
}

QJsonObject taskCounts(const QMap<QString, int>& tasks)
{
    QJsonObject object;
    for (auto it = tasks.begin(); it != tasks.end(); ++it) {
        object.insert(it.key(), it.value());
    }
    return object;
}

const GraphNode* nodeOf(const Graph& graph, const QString& id)
{
    const auto found = std::ranges::find(graph.nodes, id, &GraphNode::id);
    return found == graph.nodes.end() ? nullptr : &*found;
}

QString titleOf(const Graph& graph, const QString& id)
{
    const GraphNode* node = nodeOf(graph, id);
    return node && !node->title.isEmpty() ? node->title : id;
}

QJsonArray vertexArray(const JobDetail& detail)
{
    QJsonArray array;
    for (const VertexStatus& vertex : detail.vertices) {
        array << QJsonObject{{u"id"_s, vertex.id}, {u"name"_s, titleOf(detail.graph, vertex.id)},
            {u"state"_s, toId(vertex.state)}, {u"rawState"_s, vertex.rawState}, {u"parallelism"_s, vertex.parallelism},
            {u"tasks"_s, taskCounts(vertex.tasks)}, {u"durationMs"_s, numberOrNull(vertex.durationMs)},
            {u"busy"_s, valueOrNull(vertex.busy)}, {u"backpressured"_s, valueOrNull(vertex.backpressured)},
            {u"recordsIn"_s, valueOrNull(vertex.recordsIn)}, {u"recordsOut"_s, valueOrNull(vertex.recordsOut)},
            {u"bytesIn"_s, valueOrNull(vertex.bytesIn)}, {u"bytesOut"_s, valueOrNull(vertex.bytesOut)},
            {u"watermark"_s, vertex.watermark ? timeOrNull(*vertex.watermark) : QJsonValue()}};
    }
    return array;
}

QJsonArray edgeArray(const Graph& graph)
{
    QJsonArray array;
    for (const GraphEdge& edge : graph.edges) {
        array << QJsonObject{{u"from"_s, edge.from}, {u"to"_s, edge.to}, {u"ship"_s, edge.ship}};
    }
    return array;
}

QJsonArray failureArray(const std::vector<JobFailure>& failures)
{
    QJsonArray array;
    for (const JobFailure& failure : failures) {
        array << QJsonObject{{u"at"_s, timeOrNull(failure.at)}, {u"rootCause"_s, failure.rootCause},
            {u"text"_s, failure.text}, {u"task"_s, failure.task}, {u"location"_s, failure.location}};
    }
    return array;
}

QJsonArray timelineArray(const std::vector<StateChange>& timeline)
{
    QJsonArray array;
    for (const StateChange& change : timeline) {
        array << QJsonObject{{u"rawState"_s, change.rawState}, {u"at"_s, timeOrNull(change.at)}};
    }
    return array;
}

QString toId(Checkpoint::State state)
{
    switch (state) {
    case Checkpoint::State::InProgress:
        return u"in progress"_s;
    case Checkpoint::State::Completed:
        return u"completed"_s;
    case Checkpoint::State::Failed:
        return u"failed"_s;
    }
    return {};
}

QJsonValue checkpointObject(const Checkpoint& checkpoint)
{
    return QJsonObject{{u"id"_s, checkpoint.id}, {u"state"_s, toId(checkpoint.state)},
        {u"isSavepoint"_s, checkpoint.isSavepoint}, {u"type"_s, checkpoint.type},
        {u"triggeredAt"_s, timeOrNull(checkpoint.triggeredAt)}, {u"durationMs"_s, numberOrNull(checkpoint.durationMs)},
        {u"stateBytes"_s, numberOrNull(checkpoint.stateBytes)}, {u"location"_s, checkpoint.location},
        {u"failure"_s, checkpoint.failure}};
}

QJsonValue checkpointsValue(const std::optional<CheckpointOverview>& checkpoints)
{
    if (!checkpoints) {
        return {};
    }
    QJsonArray history;
    for (const Checkpoint& checkpoint : checkpoints->history) {
        history << checkpointObject(checkpoint);
    }
    return QJsonObject{{u"completed"_s, valueOrNull(checkpoints->completed)},
        {u"inProgress"_s, valueOrNull(checkpoints->inProgress)}, {u"failed"_s, valueOrNull(checkpoints->failed)},
        {u"restored"_s, valueOrNull(checkpoints->restored)},
        {u"restoredFrom"_s, checkpoints->restoredFrom ? checkpointObject(*checkpoints->restoredFrom) : QJsonValue()},
        {u"history"_s, history}, {u"configuration"_s, namedTexts(checkpoints->configuration)}};
}

void addFact(std::vector<QStringList>& rows, const QString& name, const QString& value)
{
    if (!value.isEmpty()) {
        rows.push_back({name, value});
    }
}

QString factsText(const JobReport& report)
{
    const JobSummary& summary = report.detail.summary;
    std::vector<QStringList> rows;
    addFact(rows, Texts::tr("Id"), summary.id);
    const QString state = toId(summary.state);
    const bool same = summary.rawState.compare(state, Qt::CaseInsensitive) == 0 || summary.rawState.isEmpty();
    addFact(rows, Texts::tr("State"), same ? state : u"%1 (%2)"_s.arg(state, summary.rawState));
    addFact(rows, Texts::tr("Connection"), u"%1 (%2)"_s.arg(report.job.connection, report.job.system));
    addFact(rows, Texts::tr("Kind"), summary.kind);
    addFact(rows, Texts::tr("Cluster"), summary.cluster);
    addFact(rows, Texts::tr("Owner"), summary.owner);
    addFact(rows, Texts::tr("Started"), summary.start.isValid() ? tableTime(summary.start) + u" UTC"_s : QString());
    addFact(rows, Texts::tr("Ended"), summary.end.isValid() ? tableTime(summary.end) + u" UTC"_s : QString());
    addFact(rows, Texts::tr("Duration"), summary.durationMs < 0 ? QString() : tableDuration(summary.durationMs));
    addFact(rows, Texts::tr("Restarts"), summary.restarts ? QString::number(*summary.restarts) : QString());
    for (const NamedText& fact : report.detail.facts) {
        addFact(rows, fact.name, fact.value);
    }
    return asTable(rows);
}

QString countOrDash(const std::optional<qint64>& count)
{
    return count ? QString::number(*count) : u"-"_s;
}

QString shareOrDash(const std::optional<double>& share)
{
    return share ? u"%1 %"_s.arg(qRound(*share * 100)) : u"-"_s;
}

QString verticesText(const JobDetail& detail)
{
    std::vector<QStringList> rows{{Texts::tr("VERTEX"), Texts::tr("STATE"), Texts::tr("PARALLELISM"), Texts::tr("BUSY"),
        Texts::tr("BACKPRESSURED"), Texts::tr("RECORDS IN"), Texts::tr("RECORDS OUT")}};
    for (const VertexStatus& vertex : detail.vertices) {
        rows.push_back({oneLine(titleOf(detail.graph, vertex.id), 60),
            vertex.rawState.isEmpty() ? toId(vertex.state) : vertex.rawState,
            vertex.parallelism > 0 ? QString::number(vertex.parallelism) : u"-"_s, shareOrDash(vertex.busy),
            shareOrDash(vertex.backpressured), countOrDash(vertex.recordsIn), countOrDash(vertex.recordsOut)});
    }
    return asTable(rows);
}

QString failuresText(const JobDetail& detail)
{
    QString text;
    for (const JobFailure& failure : detail.failures) {
        QStringList where;
        for (const QString& part : {failure.task, failure.location}) {
            if (!part.isEmpty()) {
                where << part;
            }
        }
        text += u"%1  %2\n"_s.arg(tableTime(failure.at), onOneLine(failure.rootCause));
        if (!where.isEmpty()) {
            text += u"  %1\n"_s.arg(onOneLine(where.join(u", "_s)));
        }
        const QStringList lines = failure.text.split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines) {
            text += u"    "_s + onOneLine(line) + u'\n';
        }
    }
    return text;
}

QString checkpointsText(const CheckpointOverview& checkpoints)
{
    std::vector<QStringList> rows{{Texts::tr("CHECKPOINT"), Texts::tr("STATE"), Texts::tr("TRIGGERED (UTC)"),
        Texts::tr("DURATION"), Texts::tr("SIZE"), Texts::tr("LOCATION")}};
    for (std::size_t i = 0; i < std::min(checkpoints.history.size(), s_checkpointsShown); ++i) {
        const Checkpoint& checkpoint = checkpoints.history[i];
        rows.push_back({checkpoint.type.isEmpty() ? QString::number(checkpoint.id)
                                                  : u"%1 %2"_s.arg(QString::number(checkpoint.id), checkpoint.type),
            toId(checkpoint.state), tableTime(checkpoint.triggeredAt), tableDuration(checkpoint.durationMs),
            checkpoint.stateBytes < 0 ? u"-"_s : sizeText(checkpoint.stateBytes),
            checkpoint.failure.isEmpty() ? checkpoint.location : checkpoint.failure});
    }
    return asTable(rows);
}

} // namespace

QString jobReportAsJson(const JobReport& report)
{
    const JobDetail& detail = report.detail;
    const JobSummary& summary = detail.summary;
    const QJsonObject object{{u"id"_s, summary.id}, {u"name"_s, summary.name}, {u"state"_s, toId(summary.state)},
        {u"rawState"_s, summary.rawState}, {u"system"_s, report.job.system}, {u"connection"_s, report.job.connection},
        {u"start"_s, timeOrNull(summary.start)}, {u"end"_s, timeOrNull(summary.end)},
        {u"durationMs"_s, numberOrNull(summary.durationMs)}, {u"kind"_s, summary.kind}, {u"cluster"_s, summary.cluster},
        {u"owner"_s, summary.owner}, {u"tasks"_s, taskCounts(summary.tasks)},
        {u"restarts"_s, valueOrNull(summary.restarts)}, {u"failures"_s, failureArray(detail.failures)},
        {u"vertices"_s, vertexArray(detail)}, {u"edges"_s, edgeArray(detail.graph)},
        {u"timeline"_s, timelineArray(detail.timeline)}, {u"facts"_s, namedTexts(detail.facts)},
        {u"configuration"_s, namedTexts(detail.configuration)},
        {u"checkpoints"_s, checkpointsValue(report.checkpoints)}, {u"sql"_s, detail.sql},
        {u"notes"_s, QJsonArray::fromStringList(detail.notes)}};
    return QString::fromUtf8(QJsonDocument(object).toJson());
}

QString jobReportAsText(const JobReport& report)
{
    const JobDetail& detail = report.detail;
    QString text = onOneLine(detail.summary.name.isEmpty() ? detail.summary.id : detail.summary.name) + u'\n';
    text += factsText(report);
    if (!detail.failures.empty()) {
        text += u'\n' + Texts::tr("Failures") + u'\n' + failuresText(detail);
    }
    if (!detail.vertices.empty()) {
        text += u'\n' + verticesText(detail);
    }
    if (report.checkpoints && !report.checkpoints->history.empty()) {
        text += u'\n' + checkpointsText(*report.checkpoints);
    }
    return text;
}

} // namespace millrace::cli
