// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/inventory/kindhandler.h"

namespace millrace::dli {

/// Flink jobs as the service keeps them, drafts included: create, change, run and stop several, static graph,
/// savepoints, figures.
class FlinkJobsKind : public KindHandler {
public:
    explicit FlinkJobsKind(std::shared_ptr<DliClient> client);

    [[nodiscard]] const InventoryKind& kind() const override { return m_kind; }

    QCoro::Task<Result<Items>> items(QString parent, CancellationToken token) override;
    QCoro::Task<Result<Parts>> detail(QString itemId, CancellationToken token) override;
    QCoro::Task<Result<FormDescription>> form(QString action, QStringList itemIds, CancellationToken token) override;
    QCoro::Task<Result<InventoryOutcome>> act(ActRequest request, CancellationToken token) override;

private:
    QCoro::Task<Result<InventoryOutcome>> save(ActRequest request, CancellationToken token);
    QCoro::Task<Result<InventoryOutcome>> actOnSeveral(ActRequest request, CancellationToken token);
    QCoro::Task<Result<InventoryOutcome>> showGraph(ActRequest request, CancellationToken token);
    QCoro::Task<Result<InventoryOutcome>> handleSavepoint(ActRequest request, CancellationToken token);
    QCoro::Task<Result<InventoryOutcome>> openScript(QString jobId, CancellationToken token);
    QCoro::Task<Result<InventoryOutcome>> actOnProject(ActRequest request, CancellationToken token);

    std::shared_ptr<DliClient> m_client;
    InventoryKind m_kind;
    QHash<QString, QString> m_names; ///< as last listed, by id
};

} // namespace millrace::dli
