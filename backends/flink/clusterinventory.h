// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/flink/gatewayclient.h"
#include "core/inventory.h"

namespace millrace::flink {

/// The TaskManagers, the JobManager and the jars of a cluster.
class FlinkInventory : public Inventory {
public:
    explicit FlinkInventory(std::shared_ptr<GatewayClient> client);

    [[nodiscard]] std::vector<InventoryKind> kinds() const override;
    QCoro::Task<Result<std::vector<InventoryItem>>> items(
        QString kind, QString parent, CancellationToken token) override;
    QCoro::Task<Result<std::vector<InventoryPart>>> detail(
        QString kind, QString itemId, CancellationToken token) override;
    QCoro::Task<Result<InventoryOutcome>> act(QString kind, QString action, QStringList itemIds, FormValues values,
        ProgressObserver progress, CancellationToken token) override;

private:
    std::shared_ptr<GatewayClient> m_client;
};

/// Upload, plan, run and delete.
std::vector<InventoryAction> jarActions();
QCoro::Task<Result<InventoryOutcome>> actOnJars(std::shared_ptr<GatewayClient> client, QString action,
    QStringList jarIds, FormValues values, ProgressObserver progress, CancellationToken token);

} // namespace millrace::flink
