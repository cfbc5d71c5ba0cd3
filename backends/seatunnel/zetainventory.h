// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/zetaclient.h"
#include "core/inventory.h"

#include <QCoreApplication>

namespace millrace::seatunnel {

/// Capability: what there is beside jobs: members with their load, the cluster's overview, threads, waiting jobs, log
/// files; tags of a member, the encryption of a job's secrets, and stopping several jobs at once.
class ZetaInventory : public Inventory {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelInventory)

public:
    explicit ZetaInventory(std::shared_ptr<ZetaClient> client) : m_client(std::move(client)) { }

    [[nodiscard]] std::vector<InventoryKind> kinds() const override;
    QCoro::Task<Result<std::vector<InventoryItem>>> items(
        QString kind, QString parent, CancellationToken token) override;
    QCoro::Task<Result<std::vector<InventoryPart>>> detail(
        QString kind, QString itemId, CancellationToken token) override;
    QCoro::Task<Result<InventoryOutcome>> act(QString kind, QString action, QStringList itemIds, FormValues values,
        ProgressObserver progress, CancellationToken token) override;

private:
    std::shared_ptr<ZetaClient> m_client;
};

} // namespace millrace::seatunnel
