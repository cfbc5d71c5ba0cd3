// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gridmodel.h"
#include "results/resultstore.h"

#include <memory>
#include <vector>

namespace millrace::test {

/// A row of the schema below.
struct Row {
    RowKind kind = RowKind::Insert;
    const char* name = nullptr; ///< null: NULL
    qint64 count = 0;
    const char* amount = nullptr; ///< null: NULL
};

inline ResultSchema schema()
{
    ResultSchema schema;
    schema.isQuery = true;
    schema.timeZone = QStringLiteral("UTC");
    schema.columns = {
        {QStringLiteral("name"), LogicalType{.root = TypeRoot::VarChar, .precision = 2147483647}},
        {QStringLiteral("count"), LogicalType{.root = TypeRoot::BigInt}},
        {QStringLiteral("amount"), LogicalType{.root = TypeRoot::Decimal, .precision = 12, .scale = 2}},
    };
    return schema;
}

inline void append(ResultStore& store, const std::vector<Row>& rows)
{
    RowBatch batch(schema().columns);
    batch.setArrivedAt(1'700'000'000'123);
    for (const Row& row : rows) {
        const bool fits = (row.name ? batch.appendText(0, row.name) : (batch.appendNull(0), true))
            && batch.appendInteger(1, row.count)
            && (row.amount ? batch.appendText(2, row.amount) : (batch.appendNull(2), true));
        Q_ASSERT(fits);
        Q_UNUSED(fits);
        batch.endRow(row.kind);
    }
    store.append(std::move(batch));
}

inline std::unique_ptr<ResultStore> makeStore(const std::vector<Row>& rows = {})
{
    auto store = std::make_unique<ResultStore>();
    store->begin(schema());
    if (!rows.empty()) {
        append(*store, rows);
    }
    return store;
}

/// The shown cells as text, a line a row, for comparing.
inline QString dump(const QAbstractItemModel& model)
{
    QString text;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            text += (column > 0 ? QStringLiteral("|") : QString()) + model.index(row, column).data().toString();
        }
        text += u'\n';
    }
    return text;
}

/// One column of the shown cells.
inline QStringList column(const QAbstractItemModel& model, int column)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row) {
        cells.append(model.index(row, column).data().toString());
    }
    return cells;
}

} // namespace millrace::test
