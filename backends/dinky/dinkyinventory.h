// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyclient.h"
#include "core/inventory.h"

namespace millrace::dinky {

/// Folders and tasks, clusters and their configurations, tenants.
class DinkyInventory : public Inventory {
public:
    explicit DinkyInventory(std::shared_ptr<DinkyClient> client);

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
    std::shared_ptr<DinkyClient> m_client;
};

} // namespace millrace::dinky
