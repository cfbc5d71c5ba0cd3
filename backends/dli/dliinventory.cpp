// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dliinventory.h"

#include "backends/dli/inventory/databaseskind.h"
#include "backends/dli/inventory/flinkjobskind.h"
#include "backends/dli/inventory/packageskind.h"
#include "backends/dli/inventory/sqljobskind.h"
#include "backends/dli/inventory/tablekind.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::dli {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliInventory)
};

Error unknownKind(const QString& kind)
{
    return {.kind = ErrorKind::Unsupported, .message = Texts::tr("The service has nothing of the kind %1.").arg(kind)};
}

} // namespace

DliInventory::DliInventory(std::shared_ptr<DliClient> client)
{
    m_kinds = {std::make_shared<DatabasesKind>(client), std::make_shared<SqlJobsKind>(client),
        std::make_shared<FlinkJobsKind>(client), std::make_shared<TableKind>(client, sparkBatches()),
        std::make_shared<PackagesKind>(client), std::make_shared<TableKind>(client, enhancedConnections())};
    for (KindCalls& calls : inventoryTable()) {
        m_kinds.push_back(std::make_shared<TableKind>(client, std::move(calls)));
    }
}

std::shared_ptr<KindHandler> DliInventory::find(const QString& kind) const
{
    const auto it = std::ranges::find_if(
        m_kinds, [&](const std::shared_ptr<KindHandler>& handler) { return handler->kind().id == kind; });
    return it == m_kinds.end() ? nullptr : *it;
}

std::vector<InventoryKind> DliInventory::kinds() const
{
    std::vector<InventoryKind> kinds;
    std::ranges::transform(m_kinds, std::back_inserter(kinds),
        [](const std::shared_ptr<KindHandler>& handler) { return handler->kind(); });
    return kinds;
}

QCoro::Task<Result<Items>> DliInventory::items(QString kind, QString parent, CancellationToken token)
{
    const std::shared_ptr<KindHandler> handler = find(kind);
    if (!handler) {
        co_return failure(unknownKind(kind));
    }
    co_return co_await handler->items(parent, token);
}

QCoro::Task<Result<Parts>> DliInventory::detail(QString kind, QString itemId, CancellationToken token)
{
    const std::shared_ptr<KindHandler> handler = find(kind);
    if (!handler) {
        co_return failure(unknownKind(kind));
    }
    co_return co_await handler->detail(itemId, token);
}

QCoro::Task<Result<FormDescription>> DliInventory::form(
    QString kind, QString action, QStringList itemIds, CancellationToken token)
{
    const std::shared_ptr<KindHandler> handler = find(kind);
    if (!handler) {
        co_return failure(unknownKind(kind));
    }
    co_return co_await handler->form(action, itemIds, token);
}

QCoro::Task<Result<InventoryOutcome>> DliInventory::act(QString kind, QString action, QStringList itemIds,
    FormValues values, ProgressObserver progress, CancellationToken token)
{
    const std::shared_ptr<KindHandler> handler = find(kind);
    if (!handler) {
        co_return failure(unknownKind(kind));
    }
    ActRequest request{action, itemIds, values, std::move(progress)};
    co_return co_await handler->act(std::move(request), token);
}

} // namespace millrace::dli
