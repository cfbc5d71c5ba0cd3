// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/rowbatch.h"

#include <QList>
#include <QString>

#include <initializer_list>
#include <optional>
#include <string>
#include <variant>

namespace millrace::testing {

/// One cell to put into a batch: NULL, a number or a text.
using Cell = std::variant<std::nullptr_t, qint64, std::string>;
using Row = std::vector<Cell>;

inline LogicalType type(TypeRoot root, int precision = -1, int scale = -1)
{
    return {.root = root, .precision = precision, .scale = scale};
}

inline ResultSchema schema(std::initializer_list<ResultColumn> columns, const QString& zone = QStringLiteral("UTC"))
{
    return {.columns = columns, .isQuery = true, .timeZone = zone};
}

/// What a batch or a store should show for a cell; its text lives as long as the cell.
inline CellView viewOf(const Cell& cell)
{
    if (const auto* number = std::get_if<qint64>(&cell)) {
        return {.isNull = false, .isInteger = true, .integer = *number};
    }
    const auto* text = std::get_if<std::string>(&cell);
    return {.isNull = !text, .text = text ? *text : std::string_view()};
}

inline bool add(RowBatch& batch, const Row& row, RowKind kind = RowKind::Insert)
{
    bool fits = true;
    for (size_t i = 0; i < row.size(); ++i) {
        const int column = int(i);
        if (const auto* number = std::get_if<qint64>(&row[i])) {
            fits = batch.appendInteger(column, *number) && fits;
        } else if (const auto* text = std::get_if<std::string>(&row[i])) {
            fits = batch.appendText(column, *text) && fits;
        } else {
            batch.appendNull(column);
        }
    }
    batch.endRow(kind);
    return fits;
}

} // namespace millrace::testing
