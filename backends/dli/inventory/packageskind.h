// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/inventory/kindhandler.h"

namespace millrace::dli {

/// Packages for jobs: groups with what is in them, and what is in none.
class PackagesKind : public KindHandler {
public:
    explicit PackagesKind(std::shared_ptr<DliClient> client);

    [[nodiscard]] const InventoryKind& kind() const override { return m_kind; }

    QCoro::Task<Result<Items>> items(QString parent, CancellationToken token) override;
    QCoro::Task<Result<Parts>> detail(QString itemId, CancellationToken token) override;
    QCoro::Task<Result<InventoryOutcome>> act(ActRequest request, CancellationToken token) override;

private:
    QCoro::Task<Result<InventoryOutcome>> upload(ActRequest request, CancellationToken token);
    QCoro::Task<Result<void>> remove(QString itemId, CancellationToken token);

    std::shared_ptr<DliClient> m_client;
    InventoryKind m_kind;
    QHash<QString, QJsonObject> m_groups; ///< as last listed, by name
};

} // namespace millrace::dli
