// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/paneltable.h"

namespace millrace {

/// Cells of a job's tables: plain ones as in every panel, shares as a short bar with the number behind it.
class JobCellDelegate : public PanelDelegate {
    Q_OBJECT

public:
    /// shareRole gives 0…1 for the cells that are bars.
    JobCellDelegate(StyleOf styleOf, int shareRole, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_shareRole;
};

/// The step of heat of a share, as the graph has it: quiet, a look, hot.
[[nodiscard]] Token shareToken(double share);

/// A table in the look of a job's detail: model set, columns as wide as said; the one in stretch takes the rest.
[[nodiscard]] PanelTable* makeJobTable(const QString& objectName, const QString& accessibleName,
    QAbstractItemModel* model, std::initializer_list<std::pair<int, int>> widths, int stretch);

/// What stands in the chosen rows, tab separated with the heads: what Ctrl+C copies.
[[nodiscard]] QString rowsAsText(const PanelTable& table);

} // namespace millrace
