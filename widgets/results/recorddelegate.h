// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace millrace {

/// Paints the fields of a RecordModel: name and type on one line, below them the value before an update, struck
/// through, and the value. Long values wrap up to a few lines.
class RecordDelegate : public QAbstractItemDelegate {
    Q_OBJECT

public:
    static constexpr int maxLines = 6;

    using QAbstractItemDelegate::QAbstractItemDelegate;

    /// The value needs more lines than are shown at this width.
    [[nodiscard]] bool isCut(const QModelIndex& index, int width) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace millrace
