// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/inventory/kindhandler.h"

namespace millrace::dli {

/// The history of SQL jobs: what ran, its result while the service keeps it, export, cancel; and the check of a text.
class SqlJobsKind : public KindHandler {
public:
    explicit SqlJobsKind(std::shared_ptr<DliClient> client);

    [[nodiscard]] const InventoryKind& kind() const override { return m_kind; }

    QCoro::Task<Result<Items>> items(QString parent, CancellationToken token) override;
    QCoro::Task<Result<Parts>> detail(QString itemId, CancellationToken token) override;
    QCoro::Task<Result<InventoryOutcome>> act(ActRequest request, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
    InventoryKind m_kind;
};

} // namespace millrace::dli
