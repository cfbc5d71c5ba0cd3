// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "results/resultstore.h"

#include <optional>
#include <vector>

namespace millrace {

/// Row numbers of a snapshot, in the order in which they are to be shown.
using RowIndex = std::vector<quint32>;

struct SortKey {
    int column = 0;
    bool descending = false;

    friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// Keeps the rows that contain a text as it is shown. An empty text keeps all.
struct RowFilter {
    QString text;
    int column = -1; ///< -1: any column
    bool caseSensitive = false;
    bool regularExpression = false;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }

    friend bool operator==(const RowFilter&, const RowFilter&) = default;
};

/// The rows of [0, snapshot.rowCount()), or those of rows, that pass. Nothing when cancelled. Takes a while: not for
/// the GUI thread. An invalid regular expression keeps no row; problemOf() tells beforehand.
std::optional<RowIndex> filterRows(const ResultSnapshot& snapshot, const RowFilter& filter,
    const CancellationToken& token, const RowIndex* rows = nullptr);

/// The sentence that says what is wrong with a filter; empty when it is fine.
QString problemOf(const RowFilter& filter);

/// Sorts by the values of the types: numbers by size (DECIMAL exactly), times by time, text by code point; NULL first
/// unless descending; equal rows stay in their order. Nothing when cancelled. Not for the GUI thread.
std::optional<RowIndex> sortRows(
    const ResultSnapshot& snapshot, RowIndex rows, const std::vector<SortKey>& keys, const CancellationToken& token);

/// 0, 1, …, count - 1.
RowIndex allRows(qint64 count);

} // namespace millrace
