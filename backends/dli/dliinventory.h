// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/dliclient.h"
#include "backends/dli/inventorytable.h"

namespace millrace::dli {

/// Queues, databases, packages, connections, batches, pools and variables of a project.
class DliInventory : public Inventory {
public:
    explicit DliInventory(std::shared_ptr<DliClient> client);

    [[nodiscard]] std::vector<InventoryKind> kinds() const override;
    QCoro::Task<Result<std::vector<InventoryItem>>> items(
        QString kind, QString parent, CancellationToken token) override;
    QCoro::Task<Result<std::vector<InventoryPart>>> detail(
        QString kind, QString itemId, CancellationToken token) override;
    QCoro::Task<Result<InventoryOutcome>> act(QString kind, QString action, QStringList itemIds, FormValues values,
        ProgressObserver progress, CancellationToken token) override;

private:
    [[nodiscard]] const KindCalls* find(const QString& kind) const;

    std::shared_ptr<DliClient> m_client;
    std::vector<KindCalls> m_table;
};

} // namespace millrace::dli
