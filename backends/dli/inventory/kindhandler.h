// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/dliclient.h"
#include "core/inventory.h"

namespace millrace::dli {

using Items = std::vector<InventoryItem>;
using Parts = std::vector<InventoryPart>;

/// What is asked for with one action.
struct ActRequest {
    QString action;
    QStringList itemIds;
    FormValues values;
    ProgressObserver progress;

    [[nodiscard]] QString value(const QString& field) const { return values.value(field).trimmed(); }

    void tell(const QString& message) const
    {
        if (progress) {
            progress(message);
        }
    }
};

/// One kind of things of the inventory. Whoever awaits one of its tasks keeps it alive.
class KindHandler {
public:
    virtual ~KindHandler() = default;

    [[nodiscard]] virtual const InventoryKind& kind() const = 0;
    virtual QCoro::Task<Result<Items>> items(QString parent, CancellationToken token) = 0;
    virtual QCoro::Task<Result<Parts>> detail(QString itemId, CancellationToken token) = 0;

    /// The form of an action that asks, with what the service has now.
    virtual QCoro::Task<Result<FormDescription>> form(QString /*action*/, QStringList /*itemIds*/, CancellationToken)
    {
        co_return FormDescription();
    }

    virtual QCoro::Task<Result<InventoryOutcome>> act(ActRequest request, CancellationToken token) = 0;
};

} // namespace millrace::dli
