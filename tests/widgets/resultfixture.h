// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/resultstore.h"
#include "widgets/results/resultgrid.h"
#include "widgets/results/resultspane.h"

#include <memory>

namespace millrace::test {

/// shop STRING, orders BIGINT, revenue DECIMAL(12, 2)
inline ResultSchema shopSchema()
{
    ResultSchema schema;
    schema.isQuery = true;
    schema.timeZone = QStringLiteral("UTC");
    schema.columns = {
        {QStringLiteral("shop"), LogicalType{.root = TypeRoot::VarChar, .precision = 2147483647}},
        {QStringLiteral("orders"), LogicalType{.root = TypeRoot::BigInt}},
        {QStringLiteral("revenue"), LogicalType{.root = TypeRoot::Decimal, .precision = 12, .scale = 2}},
    };
    return schema;
}

inline std::shared_ptr<ResultStore> shopStore()
{
    auto store = std::make_shared<ResultStore>();
    store->begin(shopSchema());
    return store;
}

struct ShopRow {
    RowKind kind = RowKind::Insert;
    const char* shop = nullptr;
    qint64 orders = 0;
    const char* revenue = nullptr;
};

inline void feed(ResultStore& store, const std::vector<ShopRow>& rows)
{
    RowBatch batch(shopSchema().columns);
    batch.setArrivedAt(1'700'000'000'123);
    for (const ShopRow& row : rows) {
        bool fits = row.shop ? batch.appendText(0, row.shop) : (batch.appendNull(0), true);
        fits = fits && batch.appendInteger(1, row.orders);
        fits = fits && (row.revenue ? batch.appendText(2, row.revenue) : (batch.appendNull(2), true));
        Q_ASSERT(fits);
        batch.endRow(row.kind);
    }
    store.append(std::move(batch));
}

/// A store in which three shops change a few times.
inline std::shared_ptr<ResultStore> sampleChanges()
{
    auto store = shopStore();
    feed(*store,
        {{.shop = "Altona", .orders = 1, .revenue = "10.00"}, {.shop = "Mitte", .orders = 1, .revenue = "5.50"},
            {.kind = RowKind::UpdateBefore, .shop = "Altona", .orders = 1, .revenue = "10.00"},
            {.kind = RowKind::UpdateAfter, .shop = "Altona", .orders = 2, .revenue = "12.25"},
            {.shop = nullptr, .orders = 7, .revenue = nullptr},
            {.kind = RowKind::UpdateBefore, .shop = "Mitte", .orders = 1, .revenue = "5.50"},
            {.kind = RowKind::UpdateAfter, .shop = "Mitte", .orders = 2, .revenue = "6.00"}});
    return store;
}

inline RunResultView streamingView(const QString& id, std::shared_ptr<ResultStore> store)
{
    return {.id = id,
        .title = QStringLiteral("SELECT shop"),
        .number = 5,
        .statement = QStringLiteral("SELECT shop FROM orders"),
        .state = RunState::Running,
        .store = std::move(store),
        .isQuery = true,
        .streaming = true};
}

inline ResultGrid* visibleGrid(const QWidget& parent)
{
    const auto grids = parent.findChildren<ResultGrid*>();
    for (ResultGrid* grid : grids) {
        if (grid->isVisible()) {
            return grid;
        }
    }
    return nullptr;
}

inline QStringList columnTexts(const QAbstractItemView& view, int column)
{
    QStringList texts;
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        texts.append(view.model()->index(row, column).data().toString());
    }
    return texts;
}

} // namespace millrace::test
