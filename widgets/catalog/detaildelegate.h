// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

namespace millrace {

/// A row of a side panel's tree: icon, name, and a dim detail at the right edge. The name is cut last.
class DetailDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// What a row shows, as the derived delegate reads it from its model.
    struct Row {
        QIcon icon;
        QString detail;
        bool isDirty = false; ///< a dot behind the name
        bool isSpinning = false; ///< a turning arc in place of the icon
        bool isError = false;
        bool isHeading = false; ///< no icon, dim caption
        int indent = 0; ///< before the icon
    };

    [[nodiscard]] virtual Row row(const QModelIndex& index) const = 0;
};

} // namespace millrace
