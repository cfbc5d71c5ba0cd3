// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "results/sortfilter.h"

#include <optional>
#include <vector>

namespace millrace {

/// The columns that tell the rows of a changelog apart, as far as its updates show it: those that no -U, +U pair among
/// the first pairs changed. Empty when there is no such pair, or when every column changes. Not for the GUI thread.
std::vector<int> guessKeyColumns(const ResultSnapshot& snapshot, int maxPairs, const CancellationToken& token);

/// The rows of [0, snapshot.rowCount()), or those of rows, that agree with like in these columns; NULL agrees with
/// NULL. No columns: all rows. Nothing when cancelled. Not for the GUI thread.
std::optional<RowIndex> rowsLike(const ResultSnapshot& snapshot, quint32 like, const std::vector<int>& columns,
    const CancellationToken& token, const RowIndex* rows = nullptr);

/// The row that holds the values before an update, for +U, or after it, for -U: its direct neighbour. Nothing when the
/// neighbour is none such.
std::optional<quint32> otherHalf(const ResultSnapshot& snapshot, quint32 row);

/// The same value, NULL included.
bool sameCell(const CellView& a, const CellView& b);

} // namespace millrace
