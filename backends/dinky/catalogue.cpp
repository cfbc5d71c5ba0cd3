// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/catalogue.h"

#include "backends/dinky/instances.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyCatalogue)
};

void collect(const QJsonArray& array, std::vector<CatalogueNode>& nodes)
{
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        nodes.push_back({textOf(object.value("id"_L1)), textOf(object.value("parentId"_L1)),
            textOf(object.value("taskId"_L1)), object.value("name"_L1).toString(), object.value("type"_L1).toString(),
            object.value("isLeaf"_L1).toBool(), object.value("task"_L1).toObject()});
        collect(object.value("children"_L1).toArray(), nodes);
    }
}

QString stepText(const QJsonObject& task, bool isOld)
{
    return task.isEmpty() ? QString() : isPublished(task, isOld) ? Texts::tr("published") : Texts::tr("in development");
}

/// The last job of each task, by the task's id.
using Jobs = QHash<QString, json::Instance>;

InventoryItem itemOf(const CatalogueNode& node, const Jobs& jobs, bool isOld)
{
    // Both ids: the tree is changed by the one, the task by the other.
    InventoryItem item{.id = node.id + u'/' + node.taskId, .name = node.name};
    item.hasChildren = !node.isLeaf && node.taskId.isEmpty();
    const auto job = jobs.find(node.taskId);
    const bool hasJob = !node.taskId.isEmpty() && job != jobs.end();
    item.cells = {
        node.name, node.dialect, node.taskId, stepText(node.task, isOld), hasJob ? job->summary.rawState : QString()};
    if (hasJob) {
        item.state = job->summary.state;
    }
    if (item.hasChildren) {
        item.actions = {u"newTask"_s, u"newFolder"_s, u"rename"_s, u"move"_s, u"delete"_s};
        return item;
    }
    item.actions = {u"open"_s, u"submit"_s, u"restart"_s, u"rename"_s, u"move"_s, u"copy"_s, u"publish"_s,
        u"unpublish"_s, u"compare"_s, u"rollback"_s, u"lineage"_s, u"exportSql"_s, u"delete"_s};
    if (!isOld) {
        item.actions.append(u"deleteVersion"_s);
    }
    if (hasJob && !isFinal(item.state)) {
        item.actions += {u"cancel"_s, u"savepoint"_s};
    }
    return item;
}

InventoryPart versionsPart(const std::vector<TaskVersion>& versions)
{
    TextTable table{.columns = {Texts::tr("Version"), Texts::tr("Made"), Texts::tr("Statement")}, .rows = {}};
    for (const TaskVersion& version : versions) {
        table.rows.push_back({version.id, version.madeAt, version.statement});
    }
    return {Texts::tr("Versions"), table, {}};
}

/// The runs of a task, newest first.
QCoro::Task<std::optional<InventoryPart>> historyOf(
    std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token)
{
    constexpr int s_mostRuns = 50;
    const QJsonObject body{{u"current"_s, 1}, {u"pageSize"_s, s_mostRuns}, {u"taskId"_s, taskId.toInt()},
        {u"sorter"_s, QJsonObject{{u"id"_s, u"descend"_s}}}};
    const Result<Payload> answer = co_await call(client, u"history.list"_s, {}, body, token);
    const QStringList states{Texts::tr("being made"), Texts::tr("running"), Texts::tr("submitted"), Texts::tr("failed"),
        Texts::tr("cancelled")};
    TextTable table{.columns = {Texts::tr("Run"), Texts::tr("Outcome"), Texts::tr("Mode"), Texts::tr("Started"),
                        Texts::tr("Flink job"), Texts::tr("Failure")},
        .rows = {}};
    const QJsonArray rows = answer ? answer->data.toArray() : QJsonArray();
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        // 0.7 gives those of all tasks when it does not know the filter.
        if (row.contains("taskId"_L1) && textOf(row.value("taskId"_L1)) != taskId) {
            continue;
        }
        const QString error = row.value("error"_L1).toString();
        table.rows.push_back({textOf(row.value("id"_L1)), states.value(int(numberOf(row.value("status"_L1)))),
            row.value("type"_L1).toString(), row.value("startTime"_L1).toString().left(19).replace(u'T', u' '),
            row.value("jobId"_L1).toString(), error.isEmpty() ? QString() : plainCause(error)});
    }
    std::optional<InventoryPart> part;
    if (!table.rows.empty()) {
        part = InventoryPart{Texts::tr("Runs"), table, {}};
    }
    co_return part;
}

InventoryPart jobPart(const json::Instance& job)
{
    std::vector<NamedText> facts{
        {Texts::tr("State"), job.summary.rawState}, {Texts::tr("Flink job"), job.jid}, {Texts::tr("Instance"), job.id}};
    if (job.summary.start.isValid()) {
        facts.push_back({Texts::tr("Started"), job.summary.start.toLocalTime().toString(Qt::ISODate)});
    }
    if (job.summary.end.isValid()) {
        facts.push_back({Texts::tr("Ended"), job.summary.end.toLocalTime().toString(Qt::ISODate)});
    }
    if (!job.summary.failure.isEmpty()) {
        facts.push_back({Texts::tr("Failure"), job.summary.failure});
    }
    return {Texts::tr("Last job"), facts, {}};
}

} // namespace

bool isPublished(const QJsonObject& task, bool isOld)
{
    constexpr int s_published = 2;
    constexpr int s_released = 4;
    const int step = int(numberOf(task.value("step"_L1)));
    return isOld ? step >= s_released : step == s_published;
}

std::vector<CatalogueNode> catalogueNodes(const QJsonValue& data)
{
    std::vector<CatalogueNode> nodes;
    collect(data.toArray(), nodes);
    return nodes;
}

QCoro::Task<Result<std::vector<CatalogueNode>>> readCatalogue(
    std::shared_ptr<DinkyClient> client, CancellationToken token)
{
    const QJsonObject sorting{{u"sortValue"_s, QString()}, {u"sortType"_s, QString()}};
    const QJsonValue body = client->isOld() ? QJsonValue() : QJsonValue(sorting);
    const Result<Payload> answer = co_await call(client, u"catalogue.tree"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    co_return catalogueNodes(answer->data);
}

QCoro::Task<Result<std::vector<TaskVersion>>> readVersions(
    std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token)
{
    CallValues values;
    QJsonObject body;
    if (client->isOld()) {
        body = {{u"current"_s, 1}, {u"pageSize"_s, 100}, {u"taskId"_s, taskId.toInt()}};
    } else {
        values.insert(u"taskId"_s, taskId);
    }
    const Result<Payload> answer = co_await call(client, u"task.versions"_s, values, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    std::vector<TaskVersion> versions;
    const QJsonArray rows = answer->data.toArray();
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        versions.push_back({textOf(row.value("id"_L1)), textOf(row.value("versionId"_L1)),
            row.value("createTime"_L1).toString(), row.value("statement"_L1).toString()});
    }
    std::ranges::stable_sort(
        versions, [](const TaskVersion& a, const TaskVersion& b) { return a.id.toInt() > b.id.toInt(); });
    co_return versions;
}

QCoro::Task<Result<std::vector<InventoryItem>>> taskItems(
    std::shared_ptr<DinkyClient> client, QString parent, CancellationToken token)
{
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    const Result<std::vector<CatalogueNode>> nodes = co_await readCatalogue(client, token);
    if (!nodes) {
        co_return failure(nodes.error());
    }
    constexpr int s_mostJobs = 200;
    const Result<std::vector<json::Instance>> last = co_await instances(client, s_mostJobs, token);
    Jobs jobs;
    for (const json::Instance& each : last ? *last : std::vector<json::Instance>()) {
        if (!each.taskId.isEmpty() && !jobs.contains(each.taskId)) {
            jobs.insert(each.taskId, each);
        }
    }
    const QString wanted = parent.isEmpty() ? u"0"_s : parent.section(u'/', 0, 0);
    std::vector<InventoryItem> items;
    for (const CatalogueNode& node : *nodes) {
        if (node.parentId == wanted) {
            items.push_back(itemOf(node, jobs, client->isOld()));
        }
    }
    co_return items;
}

QCoro::Task<Result<std::vector<InventoryPart>>> taskDetail(
    std::shared_ptr<DinkyClient> client, QString itemId, CancellationToken token)
{
    std::vector<InventoryPart> parts;
    const QString taskId = itemId.section(u'/', 1);
    if (taskId.isEmpty()) {
        co_return parts;
    }
    const CallValues values{{u"id"_s, taskId}};
    const Result<Payload> answer = co_await call(client, u"task.get"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const QJsonObject task = answer->data.toObject();
    parts.push_back({Texts::tr("Statement"), task.value("statement"_L1).toString(), u"sql"_s});
    parts.push_back({Texts::tr("Settings"), json::factsOf(task, {u"statement"_s, u"jobConfig"_s}), {}});
    const Result<std::vector<TaskVersion>> versions = co_await readVersions(client, taskId, token);
    if (versions && !versions->empty()) {
        parts.push_back(versionsPart(*versions));
    }
    const Result<json::Instance> job = co_await instanceOfJob(client, taskId, token);
    if (job) {
        parts.push_back(jobPart(*job));
    }
    if (const std::optional<InventoryPart> runs = co_await historyOf(client, taskId, token)) {
        parts.push_back(*runs);
    }
    co_return parts;
}

} // namespace millrace::dinky
