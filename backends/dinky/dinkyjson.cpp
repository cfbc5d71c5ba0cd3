// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyjson.h"

#include "backends/flink/flinkerrors.h"
#include "sql/positions.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace millrace::dinky::json {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyJson)
};

constexpr int s_year1970 = 1970;

QString asLine(const QJsonValue& value)
{
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    if (value.isArray()) {
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    }
    return textOf(value);
}

/// The text of Flink's own JSON {"class", "stack-trace"}, which stands as a text in exceptionMsg.
QString flinkText(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString stack = object.value("stack-trace"_L1).toString();
    return stack.isEmpty() ? text : stack;
}

} // namespace

JobState jobState(const QString& raw)
{
    static const QHash<QString, JobState> s_states{{u"INITIALIZING"_s, JobState::Pending},
        {u"CREATED"_s, JobState::Pending}, {u"RECONCILING"_s, JobState::Pending}, {u"RUNNING"_s, JobState::Running},
        {u"RESTARTING"_s, JobState::Restarting}, {u"FAILING"_s, JobState::Stopping},
        {u"CANCELLING"_s, JobState::Stopping}, {u"FINISHED"_s, JobState::Finished},
        {u"CANCELED"_s, JobState::Cancelled}, {u"FAILED"_s, JobState::Failed}, {u"SUSPENDED"_s, JobState::Suspended}};
    return s_states.value(raw.toUpper(), JobState::Unknown);
}

QDateTime timeOf(const QJsonValue& value)
{
    QString text = value.toString();
    if (text.size() < 19) {
        return {};
    }
    text[10] = u'T';
    QDateTime time = QDateTime::fromString(text.left(23), text.size() > 22 ? Qt::ISODateWithMs : Qt::ISODate);
    if (!time.isValid()) {
        time = QDateTime::fromString(text.left(19), Qt::ISODate);
    }
    return time.date().year() <= s_year1970 ? QDateTime() : time.toUTC();
}

Instance instance(const QJsonObject& row, bool isOld)
{
    Instance found;
    found.id = textOf(row.value("id"_L1));
    found.taskId = textOf(row.value("taskId"_L1));
    found.jid = row.value("jid"_L1).toString();
    found.clusterId = textOf(row.value("clusterId"_L1));
    found.address = row.value("jobManagerAddress"_L1).toString();
    JobSummary& job = found.summary;
    job.id = found.taskId.isEmpty() || found.taskId == "0"_L1 ? found.jid : found.taskId;
    job.name = row.value("name"_L1).toString();
    job.rawState = row.value("status"_L1).toString();
    job.state = jobState(job.rawState);
    job.kind = row.value("type"_L1).toString();
    job.cluster = row.value("clusterAlias"_L1).toString();
    job.start = timeOf(row.value("createTime"_L1));
    if (isFinal(job.state)) {
        job.end = timeOf(row.value("finishTime"_L1));
    }
    const qint64 duration = numberOf(row.value("duration"_L1));
    constexpr qint64 s_perSecond = 1000;
    job.durationMs = duration < 0 ? -1 : duration * (isOld ? s_perSecond : 1);
    const qint64 restarts = numberOf(row.value("failedRestartCount"_L1));
    if (restarts >= 0) {
        job.restarts = int(restarts);
    }
    const QString error = row.value("error"_L1).toString();
    job.failure = error.isEmpty() ? QString() : plainCause(error);
    return found;
}

JobResult jobResult(const QJsonObject& object)
{
    JobResult result;
    result.success = object.value("success"_L1).toBool();
    result.historyId = textOf(object.value("id"_L1));
    result.jobId = object.value("jobId"_L1).toString();
    result.instanceId = textOf(object.value("jobInstanceId"_L1));
    result.address = object.value("jobManagerAddress"_L1).toString();
    result.error = object.value("error"_L1).toString();
    result.rows = object.value("result"_L1).toObject();
    return result;
}

Result<SavepointInfo> savepointResult(const QJsonValue& data)
{
    const QJsonObject object = data.toObject();
    const QString problem = object.value("exceptionMsg"_L1).toString(object.value("error"_L1).toString()).trimmed();
    const QJsonObject info = object.value("jobInfos"_L1).toArray().at(0).toObject();
    const QString path = info.value("savePoint"_L1).toString();
    if (!problem.isEmpty() || path.isEmpty()) {
        const QString cause = plainCause(flinkText(problem));
        return failure(ErrorKind::Http,
            cause.isEmpty() ? Texts::tr("The server took no savepoint and does not say why.")
                            : Texts::tr("No savepoint was taken: %1").arg(cause),
            problem);
    }
    return SavepointInfo{.location = path,
        .jobId = info.value("jobId"_L1).toString(),
        .takenAt = timeOf(object.value("startTime"_L1)),
        .rawState = info.value("status"_L1).toString()};
}

std::vector<ExplainedSql> explainedSql(const QJsonValue& data)
{
    const QJsonArray rows = data.isArray() ? data.toArray() : data.toObject().value("sqlExplainResults"_L1).toArray();
    std::vector<ExplainedSql> found;
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        ExplainedSql each{.index = int(numberOf(row.value("index"_L1))), .type = row.value("type"_L1).toString()};
        each.sql = row.value("sql"_L1).toString();
        each.explain = row.value("explain"_L1).toString();
        each.error = row.value("error"_L1).toString();
        each.ok = row.value("parseTrue"_L1).toBool() && row.value("explainTrue"_L1).toBool() && each.error.isEmpty();
        found.push_back(std::move(each));
    }
    return found;
}

Error sqlFault(const QString& text, const QString& statement)
{
    // 1.x puts the statement, with line numbers, before the fault.
    const QString plain = flinkText(text);
    Error error{.kind = ErrorKind::Sql, .message = plainCause(plain), .detail = plain};
    // 0.7 puts the whole text before it.
    if (const qsizetype marker = plain.indexOf("Error message:\n"_L1); marker >= 0) {
        error.detail = plain.sliced(marker).section(u'\n', 1).trimmed();
    }
    // The fault stands at its place; its numbers count in what was sent.
    static const QRegularExpression s_place(u"From line \\d+, column \\d+ to line \\d+, column \\d+: "_s);
    error.message.remove(s_place);
    const auto place = flink::errors::placeIn(plain);
    if (!place || statement.isEmpty()) {
        return error;
    }
    const sql::LineIndex lines(statement);
    // Flink counts UTF-16 units.
    const auto offsetOf = [&](TextPosition at) {
        return lines.lineStart(std::clamp(at.line, 1, lines.lineCount())) + at.column - 1;
    };
    const qsizetype begin = std::clamp<qsizetype>(offsetOf(place->first), 0, statement.size());
    const qsizetype end = place->last ? offsetOf(*place->last) + 1 : begin + std::max(place->length, 1);
    error.range = lines.range(statement, begin, std::clamp<qsizetype>(end, begin, statement.size()));
    return error;
}

Graph lineage(const QJsonObject& object)
{
    Graph graph;
    for (const QJsonValue& value : object.value("tables"_L1).toArray()) {
        const QJsonObject table = value.toObject();
        QStringList columns;
        for (const QJsonValue& column : table.value("columns"_L1).toArray()) {
            columns.append(column.toObject().value("name"_L1).toString());
        }
        GraphNode node{.id = textOf(table.value("id"_L1)), .type = Texts::tr("Table")};
        const QString name = table.value("name"_L1).toString();
        // Catalog and database are the same for most of them.
        node.title = name.section(u'.', -1);
        node.description = columns.join(u", "_s);
        node.properties = {{Texts::tr("Table"), name}};
        graph.nodes.push_back(std::move(node));
    }
    for (const QJsonValue& value : object.value("relations"_L1).toArray()) {
        const QJsonObject relation = value.toObject();
        const QString from = textOf(relation.value("srcTableId"_L1));
        const QString to = textOf(relation.value("tgtTableId"_L1));
        const QString columns = relation.value("srcTableColName"_L1).toString() + u" → "_s
            + relation.value("tgtTableColName"_L1).toString();
        const auto same = std::ranges::find_if(
            graph.edges, [&](const GraphEdge& edge) { return edge.from == from && edge.to == to; });
        if (same == graph.edges.end()) {
            graph.edges.push_back({.from = from, .to = to, .ship = {}, .description = columns});
        } else {
            same->description += u", "_s + columns;
        }
    }
    return graph;
}

std::vector<NamedText> factsOf(const QJsonObject& object, const QStringList& without)
{
    std::vector<NamedText> facts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = asLine(it.value());
        if (!text.isEmpty() && !without.contains(it.key())) {
            facts.push_back({it.key(), text});
        }
    }
    return facts;
}

} // namespace millrace::dinky::json
