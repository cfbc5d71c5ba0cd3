// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

#include <functional>
#include <optional>

namespace millrace {

/// The table of a panel: whole rows, one height, horizontal lines only. It says by signals what Enter and Ctrl+C mean.
class PanelTable : public QTableView {
    Q_OBJECT

public:
    explicit PanelTable(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    /// Rows chosen, from the top down.
    [[nodiscard]] QModelIndexList chosenRows() const;

Q_SIGNALS:
    /// Double click or Enter.
    void rowActivated(const QModelIndex& index);
    void copyRequested();
    void currentRowChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    bool event(QEvent* event) override;
};

/// Its heads: no lines between them, texts above the cells' texts.
class PanelHeaderView : public QHeaderView {
    Q_OBJECT

public:
    explicit PanelHeaderView(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
};

/// How cells of one column are drawn where it differs from plain text.
struct PanelCellStyle {
    TextRole role = TextRole::Body;
    std::optional<Token> ink;
    std::optional<StatusGlyph> glyph; ///< instead of text
    QString second; ///< below the text, dim, where the row is high enough
};

/// Draws the cells of a PanelTable: fonts and inks by what a function says of each cell.
class PanelDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using StyleOf = std::function<PanelCellStyle(const QModelIndex&)>;

    PanelDelegate(StyleOf styleOf, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    StyleOf m_styleOf;
};

/// A bar above a panel's table: 34 px, chrome, a line below.
class PanelBar : public QWidget {
    Q_OBJECT

public:
    explicit PanelBar(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace millrace
