// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowhistory.h"

#include <algorithm>

namespace millrace {

namespace {

/// How many rows are looked at between two questions whether to go on.
constexpr qint64 cancelStep = 8192;

bool agree(const RowRef& a, const RowRef& b, const std::vector<int>& columns)
{
    return std::all_of(
        columns.begin(), columns.end(), [&](int column) { return sameCell(a.cell(column), b.cell(column)); });
}

} // namespace

bool sameCell(const CellView& a, const CellView& b)
{
    if (a.isNull || b.isNull) {
        return a.isNull == b.isNull;
    }
    return a.isInteger ? b.isInteger && a.integer == b.integer : !b.isInteger && a.text == b.text;
}

std::optional<quint32> otherHalf(const ResultSnapshot& snapshot, quint32 row)
{
    if (row >= snapshot.rowCount()) {
        return std::nullopt;
    }
    const RowKind kind = snapshot.kind(row);
    if (kind == RowKind::UpdateAfter && row > 0 && snapshot.kind(row - 1) == RowKind::UpdateBefore) {
        return row - 1;
    }
    if (kind == RowKind::UpdateBefore && qint64{row} + 1 < snapshot.rowCount()
        && snapshot.kind(row + 1) == RowKind::UpdateAfter) {
        return row + 1;
    }
    return std::nullopt;
}

std::vector<int> guessKeyColumns(const ResultSnapshot& snapshot, int maxPairs, const CancellationToken& token)
{
    std::vector<int> steady;
    for (int column = 0; column < snapshot.columnCount(); ++column) {
        steady.push_back(column);
    }
    int pairs = 0;
    for (qint64 row = 1; row < snapshot.rowCount() && pairs < maxPairs && !steady.empty(); ++row) {
        if (row % cancelStep == 0 && token.isCancelled()) {
            return {};
        }
        const RowRef after = snapshot.row(row);
        if (after.kind != RowKind::UpdateAfter) {
            continue;
        }
        const RowRef before = snapshot.row(row - 1);
        if (before.kind == RowKind::UpdateBefore) {
            ++pairs;
            std::erase_if(steady, [&](int column) { return !sameCell(before.cell(column), after.cell(column)); });
        }
    }
    return pairs == 0 ? std::vector<int>() : steady;
}

std::optional<RowIndex> rowsLike(const ResultSnapshot& snapshot, quint32 like, const std::vector<int>& columns,
    const CancellationToken& token, const RowIndex* rows)
{
    RowIndex found;
    if (like >= snapshot.rowCount()) {
        return found;
    }
    const RowRef wanted = snapshot.row(like);
    if (rows) {
        for (std::size_t i = 0; i < rows->size(); ++i) {
            if (i % cancelStep == 0 && token.isCancelled()) {
                return std::nullopt;
            }
            if (agree(snapshot.row((*rows)[i]), wanted, columns)) {
                found.push_back((*rows)[i]);
            }
        }
        return found;
    }
    snapshot.forEachSpan(0, snapshot.rowCount(), [&](const RowSpan& span) {
        for (qsizetype i = 0; i < span.count; ++i) {
            if (agree(span.row(i), wanted, columns)) {
                found.push_back(static_cast<quint32>(span.firstRow + i));
            }
        }
        return !token.isCancelled();
    });
    if (token.isCancelled()) {
        return std::nullopt;
    }
    return found;
}

} // namespace millrace
