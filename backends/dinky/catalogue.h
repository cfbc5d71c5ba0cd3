// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyclient.h"
#include "core/inventory.h"

/// The tree of folders and tasks.
namespace millrace::dinky {

struct CatalogueNode {
    QString id;
    QString parentId; ///< "0": at the top
    QString taskId; ///< empty: a folder
    QString name;
    QString dialect; ///< "FlinkSql", …
    bool isLeaf = false;
    QJsonObject task; ///< 1.x tells it with the tree
};

/// The nested tree of 1.x and the flat one of 0.7, both flat, in their order.
std::vector<CatalogueNode> catalogueNodes(const QJsonValue& data);

/// Reads the tree.
QCoro::Task<Result<std::vector<CatalogueNode>>> readCatalogue(
    std::shared_ptr<DinkyClient> client, CancellationToken token);

struct TaskVersion {
    QString rowId; ///< by which it is deleted
    QString id; ///< counts from 1 for each task
    QString madeAt; ///< as the server tells it
    QString statement;
};

/// Newest first, as the server lists them.
QCoro::Task<Result<std::vector<TaskVersion>>> readVersions(
    std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token);

/// Whether the task is one that the server lets nobody change.
bool isPublished(const QJsonObject& task, bool isOld);

InventoryKind taskKind();
QCoro::Task<Result<std::vector<InventoryItem>>> taskItems(
    std::shared_ptr<DinkyClient> client, QString parent, CancellationToken token);
QCoro::Task<Result<std::vector<InventoryPart>>> taskDetail(
    std::shared_ptr<DinkyClient> client, QString itemId, CancellationToken token);
/// What an action of taskKind() that asks has to know of this item.
QCoro::Task<Result<FormDescription>> taskForm(
    std::shared_ptr<DinkyClient> client, QString action, QString itemId, CancellationToken token);

/// One action of taskKind() with one item; no item for those that stand above the list.
struct TaskAction {
    QString action;
    QString itemId;
    FormValues values;
    ProgressObserver progress;
    std::function<void(const QString& lines)> onLog;
};

QCoro::Task<Result<InventoryOutcome>> actOnTask(
    std::shared_ptr<DinkyClient> client, TaskAction action, CancellationToken token);
/// Those that run a task, end its job or show what it is made of; nothing when it is none of them.
QCoro::Task<std::optional<Result<InventoryOutcome>>> runTaskAction(
    std::shared_ptr<DinkyClient> client, TaskAction action, CatalogueNode node, CancellationToken token);

} // namespace millrace::dinky
