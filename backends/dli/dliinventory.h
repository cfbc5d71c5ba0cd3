// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/inventory/kindhandler.h"

namespace millrace::dli {

/// Jobs with their drafts and history, queues, databases, packages, connections, batches, pools and variables of a
/// project: one handler for each kind.
class DliInventory : public Inventory {
public:
    explicit DliInventory(std::shared_ptr<DliClient> client);

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
    [[nodiscard]] std::shared_ptr<KindHandler> find(const QString& kind) const;

    std::vector<std::shared_ptr<KindHandler>> m_kinds;
};

} // namespace millrace::dli
