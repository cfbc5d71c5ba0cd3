// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/linkisclient.h"
#include "core/inventory.h"

/// What the server keeps, read as items and as parts of their detail.
namespace millrace::linkis::readers {

using Items = std::vector<InventoryItem>;
using Parts = std::vector<InventoryPart>;

/// A size in words: "384 MB"; empty when it is not known.
QString sizeText(qint64 bytes);
/// A moment as people in this place write it.
QString timeText(const QDateTime& at);

QCoro::Task<Result<Items>> items(
    std::shared_ptr<LinkisClient> client, QString kind, QString parent, CancellationToken token);
QCoro::Task<Result<Parts>> detail(
    std::shared_ptr<LinkisClient> client, QString kind, QString itemId, CancellationToken token);

/// Tasks of the history as rows of a table, with the columns of the kind of tasks.
TextTable taskTable(const QJsonObject& data);

} // namespace millrace::linkis::readers
