// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/catalogue.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyCatalogue)
};

/// A call that is to be made.
struct Order {
    QString operation;
    CallValues values;
    QJsonValue body;
};

/// What the action works on.
struct Subject {
    CatalogueNode node;
    FormValues values;
};

QJsonValue number(const QString& text)
{
    return text.toInt();
}

Order newFolder(const Subject& subject)
{
    const QJsonObject body{
        {u"parentId"_s, number(subject.node.id)}, {u"name"_s, subject.values.value(u"name"_s)}, {u"isLeaf"_s, false}};
    return {u"catalogue.save"_s, {}, body};
}

Order newTask(const Subject& subject, bool isOld)
{
    const QString name = subject.values.value(u"name"_s);
    QJsonObject body{{u"parentId"_s, number(subject.node.id)}, {u"name"_s, name}, {u"dialect"_s, u"FlinkSql"_s}};
    if (isOld) {
        body.insert(u"alias"_s, name);
        body.insert(u"isLeaf"_s, true);
        return {u"catalogue.saveTask"_s, {}, body};
    }
    const QJsonObject config{{u"customConfig"_s, QJsonArray()}};
    const QJsonObject task{{u"name"_s, name}, {u"dialect"_s, u"FlinkSql"_s}, {u"type"_s, u"local"_s},
        {u"parallelism"_s, 1}, {u"statement"_s, subject.values.value(u"statement"_s)}, {u"configJson"_s, config}};
    body.insert(u"type"_s, u"FlinkSql"_s);
    body.insert(u"note"_s, QString());
    body.insert(u"configJson"_s, config);
    body.insert(u"firstLevelOwner"_s, 1);
    body.insert(u"secondLevelOwners"_s, QJsonArray());
    body.insert(u"task"_s, task);
    return {u"catalogue.saveTask"_s, {}, body};
}

Order rename(const Subject& subject, bool isOld)
{
    const QString name = subject.values.value(u"name"_s);
    if (isOld) {
        return {u"catalogue.rename"_s, {}, QJsonObject{{u"id"_s, number(subject.node.id)}, {u"name"_s, name}}};
    }
    QJsonObject body{
        {u"id"_s, number(subject.node.id)}, {u"parentId"_s, number(subject.node.parentId)}, {u"name"_s, name}};
    if (subject.node.taskId.isEmpty()) {
        body.insert(u"isLeaf"_s, false);
        return {u"catalogue.save"_s, {}, body};
    }
    body.insert(u"type"_s, subject.node.dialect);
    body.insert(u"dialect"_s, subject.node.dialect);
    body.insert(u"note"_s, subject.node.task.value("note"_L1).toString());
    return {u"catalogue.saveTask"_s, {}, body};
}

Order move(const Subject& subject, bool isOld)
{
    const QString folder = subject.values.value(u"folder"_s);
    if (isOld) {
        return {
            u"catalogue.move"_s, {}, QJsonObject{{u"id"_s, number(subject.node.id)}, {u"parentId"_s, number(folder)}}};
    }
    return {u"catalogue.move"_s, {{u"originCatalogueId"_s, subject.node.id}, {u"targetParentId"_s, folder}}, {}};
}

Order copy(const Subject& subject)
{
    const CatalogueNode& node = subject.node;
    return {u"catalogue.copy"_s, {},
        QJsonObject{{u"id"_s, number(node.id)}, {u"parentId"_s, number(node.parentId)},
            {u"taskId"_s, number(node.taskId)}, {u"name"_s, node.name}, {u"type"_s, node.dialect},
            {u"isLeaf"_s, true}}};
}

Order publish(const Subject& subject, bool isOld, bool back)
{
    if (isOld) {
        return {back ? u"task.offLine"_s : u"task.publish"_s, {{u"id"_s, subject.node.taskId}}, {}};
    }
    return {u"task.publish"_s, {{u"taskId"_s, subject.node.taskId}, {u"lifeCycle"_s, back ? u"1"_s : u"2"_s}}, {}};
}

std::optional<Order> orderFor(const QString& action, const Subject& subject, bool isOld)
{
    const CatalogueNode& node = subject.node;
    if (action == "newTopFolder"_L1 || action == "newFolder"_L1) {
        return newFolder(subject);
    }
    if (action == "newTask"_L1) {
        return newTask(subject, isOld);
    }
    if (action == "rename"_L1) {
        return rename(subject, isOld);
    }
    if (action == "move"_L1) {
        return move(subject, isOld);
    }
    if (action == "copy"_L1) {
        return copy(subject);
    }
    if (action == "publish"_L1 || action == "unpublish"_L1) {
        return publish(subject, isOld, action == "unpublish"_L1);
    }
    if (action == "rollback"_L1) {
        const QJsonObject body{{isOld ? u"id"_s : u"taskId"_s, number(node.taskId)},
            {u"versionId"_s, number(subject.values.value(u"version"_s))}};
        return Order{u"task.rollback"_s, {}, body};
    }
    if (action == "deleteVersion"_L1) {
        return Order{u"task.deleteVersion"_s, {{u"id"_s, subject.values.value(u"version"_s)}}, {}};
    }
    if (action == "exportSql"_L1) {
        return Order{isOld ? u"task.exportSql"_s : u"exportSql"_s, {{u"id"_s, node.taskId}}, {}};
    }
    if (action == "delete"_L1 && isOld) {
        return Order{u"catalogue.delete"_s, {}, QJsonArray{number(node.id)}};
    }
    return action == "delete"_L1 ? std::optional(Order{u"catalogue.delete"_s, {{u"id"_s, node.id}}, {}}) : std::nullopt;
}

/// The tree knows all of a node by its id.
QCoro::Task<Result<CatalogueNode>> nodeOf(std::shared_ptr<DinkyClient> client, QString itemId, CancellationToken token)
{
    if (itemId.isEmpty()) {
        co_return CatalogueNode{.id = u"0"_s};
    }
    const Result<std::vector<CatalogueNode>> nodes = co_await readCatalogue(client, token);
    if (!nodes) {
        co_return failure(nodes.error());
    }
    const auto it = std::ranges::find(*nodes, itemId.section(u'/', 0, 0), &CatalogueNode::id);
    if (it == nodes->end()) {
        co_return failure(
            ErrorKind::Usage, Texts::tr("The server has this folder or task no more: read the tree again."));
    }
    const CatalogueNode found = *it;
    co_return found;
}

/// What was done, for the person.
QString doneText(const QString& action, const QString& name, const FormValues& values)
{
    const QString given = values.value(u"name"_s);
    if (action == "newTask"_L1) {
        return Texts::tr("The task %1 was made.").arg(given);
    }
    if (action == "newFolder"_L1 || action == "newTopFolder"_L1) {
        return Texts::tr("The folder %1 was made.").arg(given);
    }
    if (action == "rename"_L1) {
        return Texts::tr("%1 is called %2 now.").arg(name, given);
    }
    if (action == "move"_L1) {
        return Texts::tr("%1 was moved.").arg(name);
    }
    if (action == "copy"_L1) {
        return Texts::tr("%1 was copied.").arg(name);
    }
    if (action == "publish"_L1) {
        return Texts::tr("%1 is published: it cannot be changed until it is unpublished.").arg(name);
    }
    if (action == "unpublish"_L1) {
        return Texts::tr("%1 is in development again.").arg(name);
    }
    if (action == "rollback"_L1) {
        return Texts::tr("%1 is as it was in version %2.").arg(name, values.value(u"version"_s));
    }
    if (action == "deleteVersion"_L1) {
        return Texts::tr("A version of %1 was deleted.").arg(name);
    }
    return action == "exportSql"_L1 ? Texts::tr("The SQL of %1 was exported.").arg(name)
                                    : Texts::tr("%1 was deleted.").arg(name);
}

/// A task is saved whole: what the server has, with the new text.
QCoro::Task<Result<void>> saveText(
    std::shared_ptr<DinkyClient> client, QString taskId, QString statement, CancellationToken token)
{
    const CallValues id{{u"id"_s, taskId}};
    const Result<Payload> task = co_await call(client, u"task.get"_s, id, {}, token);
    if (!task) {
        co_return failure(task.error());
    }
    QJsonObject body = task->data.toObject();
    body.insert(u"statement"_s, statement);
    const Result<Payload> saved = co_await call(client, u"task.save"_s, {}, body, token);
    if (!saved) {
        Error error = saved.error();
        if (isPublished(body, client->isOld())) {
            error.kind = ErrorKind::Usage;
            error.message = Texts::tr("%1 is published, so it cannot be changed: unpublish it under Servers first.")
                                .arg(body.value("name"_L1).toString());
        }
        co_return failure(error);
    }
    co_return Result<void>();
}

} // namespace

QCoro::Task<Result<InventoryOutcome>> actOnTask(
    std::shared_ptr<DinkyClient> client, TaskAction action, CancellationToken token)
{
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    const Result<CatalogueNode> node = co_await nodeOf(client, action.itemId, token);
    if (!node) {
        co_return failure(node.error());
    }
    std::optional<Result<InventoryOutcome>> run = co_await runTaskAction(client, action, *node, token);
    if (run) {
        co_return std::move(*run);
    }
    const QString statement = action.values.value(u"statement"_s);
    if (action.action == "save"_L1) {
        const Result<void> saved = co_await saveText(client, node->taskId, statement, token);
        if (!saved) {
            co_return failure(saved.error());
        }
        co_return InventoryOutcome{.message = Texts::tr("%1 was saved.").arg(node->name), .parts = {}};
    }
    const Subject subject{*node, action.values};
    const std::optional<Order> order = orderFor(action.action, subject, client->isOld());
    if (!order) {
        co_return failure(ErrorKind::Usage, Texts::tr("Dinky knows no action %1.").arg(action.action));
    }
    const Result<Payload> answer = co_await call(client, order->operation, order->values, order->body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    InventoryOutcome outcome{.message = doneText(action.action, node->name, action.values), .parts = {}};
    if (action.action == "exportSql"_L1) {
        // 1.x puts the text where its messages stand.
        const QString text = answer->data.isString() ? answer->data.toString() : answer->message;
        outcome.parts.push_back({Texts::tr("SQL"), text, u"sql"_s});
        outcome.changed = false;
    }
    if (action.action == "newTask"_L1 && client->isOld() && !statement.isEmpty()) {
        const QString taskId = textOf(answer->data.toObject().value("taskId"_L1));
        const Result<void> saved = co_await saveText(client, taskId, statement, token);
        if (!saved) {
            co_return failure(saved.error());
        }
    }
    co_return outcome;
}

} // namespace millrace::dinky
