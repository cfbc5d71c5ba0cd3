// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/linkisclient.h"
#include "core/inventory.h"

namespace millrace::linkis {

/// Tasks with their results, files, engines, data sources, settings and services behind the gateway.
class LinkisInventory : public Inventory {
public:
    explicit LinkisInventory(std::shared_ptr<LinkisClient> client);

    [[nodiscard]] std::vector<InventoryKind> kinds() const override;
    QCoro::Task<Result<std::vector<InventoryItem>>> items(
        QString kind, QString parent, CancellationToken token) override;
    QCoro::Task<Result<std::vector<InventoryPart>>> detail(
        QString kind, QString itemId, CancellationToken token) override;
    QCoro::Task<Result<FormDescription>> form(
        QString kind, QString action, QStringList itemIds, CancellationToken token) override;
    QCoro::Task<Result<InventoryOutcome>> act(QString kind, QString action, QStringList itemIds, FormValues values,
        ProgressObserver progress, CancellationToken token) override;

private:
    std::shared_ptr<LinkisClient> m_client;
};

} // namespace millrace::linkis
