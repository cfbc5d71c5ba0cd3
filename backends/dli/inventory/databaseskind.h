// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/inventory/kindhandler.h"

namespace millrace::dli {

/// Databases with their tables below them: describe, preview, create, delete, import and export.
class DatabasesKind : public KindHandler {
public:
    explicit DatabasesKind(std::shared_ptr<DliClient> client);

    [[nodiscard]] const InventoryKind& kind() const override { return m_kind; }

    QCoro::Task<Result<Items>> items(QString parent, CancellationToken token) override;
    QCoro::Task<Result<Parts>> detail(QString itemId, CancellationToken token) override;
    QCoro::Task<Result<FormDescription>> form(QString action, QStringList itemIds, CancellationToken token) override;
    QCoro::Task<Result<InventoryOutcome>> act(ActRequest request, CancellationToken token) override;

private:
    std::shared_ptr<DliClient> m_client;
    InventoryKind m_kind;
};

} // namespace millrace::dli
