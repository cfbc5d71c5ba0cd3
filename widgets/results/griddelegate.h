// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gridmodel.h"
#include "widgets/common/tokens.h"

#include <QAbstractItemDelegate>
#include <QFont>

namespace millrace {

/// What a cell looks like, decided without painting.
struct CellLook {
    QString text;
    std::optional<Token> ground; ///< nothing: the table's own
    Token ink = Token::Text;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    bool italic = false;
    bool bold = false;

    friend bool operator==(const CellLook&, const CellLook&) = default;
};

/// The look of a cell that is not selected.
[[nodiscard]] CellLook lookOf(const GridModel& model, int row, int column);
/// Ink and ground of a kind of change.
[[nodiscard]] Token inkOf(RowKind kind);
[[nodiscard]] Token groundOf(RowKind kind);
/// "+I", "−U", "+U", "−D" with a true minus, as it is read on screen.
[[nodiscard]] QString opText(RowKind kind);

/// Paints the cells of a ResultGrid. It asks the model directly, so a cell costs one text and no QVariant.
class GridDelegate : public QAbstractItemDelegate {
    Q_OBJECT

public:
    explicit GridDelegate(QObject* parent = nullptr);

    /// Reads the look's fonts anew.
    void refreshFonts();

    /// Cells of this row are shown as selected when nothing more than one cell is.
    void setHighlightedRow(int row) { m_row = row; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void drawLine(QPainter& painter, const QRect& inner, const CellLook& look) const;

    QFont m_font;
    QFont m_italic;
    QFont m_bold;
    double m_charWidth = 0;
    double m_ascent = 0;
    double m_height = 0;
    int m_row = -1;
};

} // namespace millrace
