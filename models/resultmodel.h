// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gridmodel.h"

namespace millrace {

/// The rows of a store in the order of arrival. It shows what the last sync() brought, up to a limit when one is set:
/// pausing and looking back are limits, the store goes on meanwhile.
class ResultModel : public GridModel {
    Q_OBJECT

public:
    using GridModel::GridModel;

    /// Takes a newer snapshot of always the same store and announces its rows in one block. The first one with a schema
    /// is a reset. Once a frame is often enough.
    void sync(const ResultSnapshot& snapshot);
    /// Shows the first count rows only; nothing lifts the limit.
    void setLimit(std::optional<qint64> count);

    [[nodiscard]] std::optional<qint64> limit() const { return m_limit; }

    /// Rows of the last snapshot, shown or not.
    [[nodiscard]] qint64 receivedRows() const { return m_snapshot.rowCount(); }

    [[nodiscard]] const ResultSnapshot& snapshot() const override { return m_snapshot; }

    [[nodiscard]] quint32 storeRow(int row) const override { return static_cast<quint32>(row); }

    [[nodiscard]] RowIndex storeRows() const override { return allRows(m_rows); }

    [[nodiscard]] int shownRowOf(quint32 row) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

private:
    void showUpTo(int rows);
    [[nodiscard]] int wantedRows() const;

    ResultSnapshot m_snapshot;
    std::optional<qint64> m_limit;
    int m_rows = 0;
};

/// The same with number, time of arrival and kind of change before the columns: everything that came, as it came.
class ChangelogModel : public ResultModel {
    Q_OBJECT

public:
    using ResultModel::ResultModel;

    [[nodiscard]] int leadingColumns() const override { return LeadingCount; }
};

} // namespace millrace
