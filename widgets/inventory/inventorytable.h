// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace millrace {

class InventoryFilter;
class InventoryModel;

/// The items of a kind as a table, or as a tree with columns. Enter and double click open an item, Ctrl+C copies rows.
class InventoryTable : public QTreeView {
    Q_OBJECT

public:
    explicit InventoryTable(QWidget* parent = nullptr);

    /// Both outlive the table.
    void setItems(InventoryModel* model, InventoryFilter* filter);
    /// After the model took another kind: columns, branches, several or one.
    void showKind();
    /// What stands there is old: it is written in dim.
    void setStale(bool stale);

    [[nodiscard]] bool isStale() const { return m_stale; }

    /// Names begin at one edge: once one item has a state before its name, all that are no
    /// branches leave room for it.
    void keepGlyphRoom();

    [[nodiscard]] bool hasGlyphRoom() const { return m_glyphRoom; }

    /// Id of the current item; empty when there is none.
    [[nodiscard]] QString currentId() const;
    void setCurrentId(const QString& id);
    /// Ids of the selected items, from the top down.
    [[nodiscard]] QStringList chosenIds() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void itemActivated(const QString& id);
    void currentItemChanged();
    void chosenChanged();
    void menuRequested(const QPoint& globalPlace);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void copyChosen();
    void fitColumns();
    /// For what came below a branch that was opened.
    void widenColumns(const QModelIndex& branch);
    /// The same for all that is open below it.
    void widenBelow(const QModelIndex& branch);
    [[nodiscard]] QString idAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndexList chosenRows() const;

    InventoryModel* m_model = nullptr;
    InventoryFilter* m_filter = nullptr;
    bool m_stale = false;
    bool m_glyphRoom = false;
    bool m_fitted = false; ///< the person has not changed a width of this kind
};

} // namespace millrace
