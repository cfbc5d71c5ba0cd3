// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/rowspan.h"

#include <string>
#include <vector>

namespace millrace {

/// Rows on their way from a backend to a ResultSink: filled cell by cell in the backend's thread, then moved on.
/// Columns are kept apart, text in one arena per column (at most 4 GB - 1).
class RowBatch {
public:
    RowBatch() = default;
    explicit RowBatch(const std::vector<ResultColumn>& columns);
    RowBatch(RowBatch&&) noexcept = default;
    RowBatch& operator=(RowBatch&&) noexcept = default;

    void reserve(qsizetype rows);

    /// One of these for each column, in order, then endRow(). A number that does not fit the column's storage, or a
    /// text for a number column and the other way round, returns false and leaves the cell unset.
    void appendNull(int column);
    [[nodiscard]] bool appendInteger(int column, qint64 value);
    [[nodiscard]] bool appendText(int column, std::string_view value);

    void endRow(RowKind kind) { m_kinds.push_back(kind); }

    /// Drops the cells of the row that was begun and not ended.
    void abandonRow();

    [[nodiscard]] qsizetype rowCount() const { return qsizetype(m_kinds.size()); }

    [[nodiscard]] int columnCount() const { return int(m_columns.size()); }

    [[nodiscard]] bool isEmpty() const { return m_kinds.empty(); }

    [[nodiscard]] ColumnStorage storage(int column) const { return m_columns[size_t(column)].storage; }

    /// When the rows came, in milliseconds since 1970 UTC; 0: not said.
    [[nodiscard]] qint64 arrivedAt() const { return m_arrivedAt; }

    void setArrivedAt(qint64 milliseconds) { m_arrivedAt = milliseconds; }

    /// The rows, valid until the next change of the batch.
    [[nodiscard]] RowSpan span() const;

    [[nodiscard]] CellView cell(qsizetype row, int column) const { return span().columns[column].cell(row); }

    /// Drops all rows after the first count.
    void truncate(qsizetype count);

private:
    struct Column {
        ColumnStorage storage = ColumnStorage::Text;
        bool hasNulls = false;
        qsizetype rows = 0;
        std::string bytes; ///< the numbers, or the arena
        std::vector<quint32> ends;
        std::vector<quint64> nulls;
    };

    void mark(Column& column, bool isNull);

    std::vector<Column> m_columns;
    std::vector<RowKind> m_kinds;
    qint64 m_arrivedAt = 0;
    mutable std::vector<ColumnView> m_views;
};

} // namespace millrace
