// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/catalogue.h"

#include "backends/dinky/dinkyjson.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyCatalogue)
};

FormField field(const QString& id, const QString& label, FieldKind kind = FieldKind::Text)
{
    FormField made{.id = id, .label = label, .kind = kind, .required = true};
    made.section = Texts::tr("Values");
    return made;
}

InventoryAction action(const QString& id, const QString& text, std::vector<FormField> fields = {})
{
    InventoryAction made{.id = id, .text = text};
    made.form = {.title = text, .fields = std::move(fields)};
    return made;
}

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
    constexpr int s_published = 2;
    constexpr int s_released = 4;
    const int step = int(numberOf(task.value("step"_L1)));
    const bool isPublished = isOld ? step >= s_released : step == s_published;
    return task.isEmpty() ? QString() : isPublished ? Texts::tr("published") : Texts::tr("in development");
}

InventoryItem itemOf(const CatalogueNode& node, bool isOld)
{
    // Both ids: the tree is changed by the one, the task by the other.
    InventoryItem item{.id = node.id + u'/' + node.taskId, .name = node.name};
    item.hasChildren = !node.isLeaf && node.taskId.isEmpty();
    item.cells = {node.name, node.dialect, node.taskId, stepText(node.task, isOld)};
    if (item.hasChildren) {
        item.actions = {u"newTask"_s, u"newFolder"_s, u"rename"_s, u"move"_s, u"delete"_s};
    } else {
        item.actions = {u"save"_s, u"rename"_s, u"move"_s, u"copy"_s, u"publish"_s, u"unpublish"_s, u"rollback"_s,
            u"exportSql"_s, u"delete"_s};
    }
    return item;
}

/// The versions of a task, as a table.
QCoro::Task<std::optional<InventoryPart>> versionsOf(
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
    std::optional<InventoryPart> part;
    if (answer && !answer->data.toArray().isEmpty()) {
        TextTable table{.columns = {Texts::tr("Version"), Texts::tr("Made"), Texts::tr("Statement")}, .rows = {}};
        const QJsonArray rows = answer->data.toArray();
        for (const QJsonValue& value : rows) {
            const QJsonObject row = value.toObject();
            table.rows.push_back({textOf(row.value("versionId"_L1)), row.value("createTime"_L1).toString(),
                row.value("statement"_L1).toString()});
        }
        part = InventoryPart{Texts::tr("Versions"), table, {}};
    }
    co_return part;
}

} // namespace

std::vector<CatalogueNode> catalogueNodes(const QJsonValue& data)
{
    std::vector<CatalogueNode> nodes;
    collect(data.toArray(), nodes);
    return nodes;
}

InventoryKind taskKind()
{
    InventoryKind kind{.id = u"tasks"_s, .title = Texts::tr("Tasks")};
    kind.columns = {Texts::tr("Name"), Texts::tr("Dialect"), Texts::tr("Task"), Texts::tr("Life")};
    kind.isTree = true;
    kind.emptyText = Texts::tr("There is no task yet: make a folder first.");
    const FormField name = field(u"name"_s, Texts::tr("Name"));
    const FormField statement = field(u"statement"_s, Texts::tr("Statement"), FieldKind::Lines);
    InventoryAction top = action(u"newTopFolder"_s, Texts::tr("New folder…"), {name});
    top.onItems = false;
    InventoryAction remove = action(u"delete"_s, Texts::tr("Delete"));
    remove.icon = u"edit-delete"_s;
    remove.confirm = Texts::tr("Delete %1 from the server? It cannot be brought back.");
    remove.many = true;
    InventoryAction exported = action(u"exportSql"_s, Texts::tr("Export SQL"));
    exported.changes = false;
    InventoryAction publish = action(u"publish"_s, Texts::tr("Publish"));
    publish.many = true;
    InventoryAction unpublish = action(u"unpublish"_s, Texts::tr("Take back"));
    unpublish.many = true;
    kind.actions = {top, action(u"newTask"_s, Texts::tr("New task…"), {name, statement}),
        action(u"newFolder"_s, Texts::tr("New folder inside…"), {name}),
        action(u"save"_s, Texts::tr("Save a text…"), {statement}), action(u"rename"_s, Texts::tr("Rename…"), {name}),
        action(u"move"_s, Texts::tr("Move…"), {field(u"folder"_s, Texts::tr("Id of the folder"), FieldKind::Number)}),
        action(u"copy"_s, Texts::tr("Copy")), publish, unpublish,
        action(u"rollback"_s, Texts::tr("Go back to a version…"),
            {field(u"version"_s, Texts::tr("Version"), FieldKind::Number)}),
        exported, remove};
    return kind;
}

QCoro::Task<Result<std::vector<InventoryItem>>> taskItems(
    std::shared_ptr<DinkyClient> client, QString parent, CancellationToken token)
{
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    const QJsonObject sorting{{u"sortValue"_s, QString()}, {u"sortType"_s, QString()}};
    const QJsonValue body = client->isOld() ? QJsonValue() : QJsonValue(sorting);
    const Result<Payload> answer = co_await call(client, u"catalogue.tree"_s, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const QString wanted = parent.isEmpty() ? u"0"_s : parent.section(u'/', 0, 0);
    std::vector<InventoryItem> items;
    for (const CatalogueNode& node : catalogueNodes(answer->data)) {
        if (node.parentId == wanted) {
            items.push_back(itemOf(node, client->isOld()));
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
    if (const std::optional<InventoryPart> versions = co_await versionsOf(client, taskId, token)) {
        parts.push_back(*versions);
    }
    const Result<Payload> lineage = co_await call(client, u"getTaskLineage"_s, values, {}, token);
    // 1.x says nothing for FlinkSql tasks.
    if (lineage && !json::lineage(lineage->data.toObject()).isEmpty()) {
        parts.push_back({Texts::tr("Lineage"), json::lineage(lineage->data.toObject()), {}});
    }
    co_return parts;
}

} // namespace millrace::dinky
