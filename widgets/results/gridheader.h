// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace millrace {

/// Column heads of a result: the name, and beside it the type, dim. Numbers have their name at the right, where the
/// values are.
class GridHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit GridHeader(QWidget* parent = nullptr);

    /// How wide a column must be to show its name and type.
    [[nodiscard]] int widthFor(int column) const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    void paintText(QPainter* painter, QRect rect, int logicalIndex) const;
};

} // namespace millrace
