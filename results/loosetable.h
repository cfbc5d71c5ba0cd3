// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logicaltype.h"
#include "results/rowbatch.h"

#include <optional>
#include <vector>

namespace millrace {

/// A table from a server that is loose with its types: cells come as texts, whatever their columns say. A column keeps
/// its type when each of its cells fits, and becomes a STRING otherwise, so that nothing is lost or rounded.
class LooseTable {
public:
    explicit LooseTable(std::vector<ResultColumn> columns);

    /// A cell for each column; nothing is NULL. Missing ones are NULL, too many are dropped.
    void addRow(std::vector<std::optional<QString>> cells);

    [[nodiscard]] qsizetype rowCount() const { return qsizetype(m_rows.size()); }

    [[nodiscard]] const std::vector<ResultColumn>& columns() const { return m_columns; }

    /// The same rows under other types; as many columns as before.
    [[nodiscard]] LooseTable withColumns(std::vector<ResultColumn> columns) const;

    struct Built {
        std::vector<ResultColumn> columns;
        RowBatch rows; ///< all +I
    };

    /// What was added, typed as far as it fits.
    [[nodiscard]] Built build() const;

private:
    [[nodiscard]] bool fits(size_t column) const;

    std::vector<ResultColumn> m_columns;
    std::vector<std::vector<std::optional<QString>>> m_rows;
};

/// The one-row table that says that a statement without rows is done.
LooseTable okTable();

/// The type that a name in another engine's spelling means: "int", "bigint", "double", "decimal(10,2)", "timestamp",
/// "string". Unknown names are STRING.
LogicalType typeFromForeignName(const QString& name);

} // namespace millrace
