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

InventoryKind taskKind();
QCoro::Task<Result<std::vector<InventoryItem>>> taskItems(
    std::shared_ptr<DinkyClient> client, QString parent, CancellationToken token);
QCoro::Task<Result<std::vector<InventoryPart>>> taskDetail(
    std::shared_ptr<DinkyClient> client, QString itemId, CancellationToken token);
/// Does one action of taskKind() with one item; no item for those that stand above the list.
QCoro::Task<Result<InventoryOutcome>> actOnTask(
    std::shared_ptr<DinkyClient> client, QString action, QString itemId, FormValues values, CancellationToken token);

} // namespace millrace::dinky
