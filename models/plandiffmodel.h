// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/plandiff.h"

#include <QAbstractTableModel>

namespace millrace {

/// The operators of a comparison, the worst first; those that are the same and keep no state are left out.
class PlanDiffModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Change, Operator, Key, State, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDiff(const PlanDiff& diff);

    /// Leaves out all that keep no state, changed or not. Counts from the next setDiff().
    void setOnlyState(bool onlyState) { m_onlyState = onlyState; }

    [[nodiscard]] const PlanNodeDiff& node(int row) const { return m_nodes[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textOf(const PlanNodeDiff& node, int column) const;

    std::vector<PlanNodeDiff> m_nodes;
    bool m_onlyState = false;
};

} // namespace millrace
