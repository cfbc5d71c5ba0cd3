// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogbrowser.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QModelIndex;
class QSortFilterProxyModel;
class QToolButton;
class QTreeView;

namespace millrace {

class CatalogModel;
class TextLabel;

/// The side panel with the catalog tree of the current session.
class CatalogPanel : public QWidget {
    Q_OBJECT

public:
    explicit CatalogPanel(QWidget* parent = nullptr);

    /// The tree of the session of the tab in front; null or none shows emptyText instead. model outlives its stay here.
    void setModel(CatalogModel* model, const QString& emptyText = {});
    /// Puts the cursor into the filter.
    void focusFilter();

Q_SIGNALS:
    /// Put this text (a quoted name) where the cursor stands in the editor.
    void insertRequested(const QString& text);
    /// Show the first rows of it, its columns, its DDL: run that in the current session.
    void previewRequested(const millrace::CatalogEntry& table);
    void describeRequested(const millrace::CatalogEntry& table);
    void showCreateRequested(const millrace::CatalogEntry& table);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHeader();
    void buildTree();
    void fetchRoot();
    void applyFilter(const QString& text);
    void expandLoaded(const QModelIndex& parent);
    void onRowsInserted(const QModelIndex& parent, int first, int last);
    void openMenu(const QModelIndex& index, const QPoint& globalPosition);
    void fillMenu(QMenu* menu, const QModelIndex& index);
    void activate(const QModelIndex& index);
    void updateEmpty();

    CatalogModel* m_model = nullptr;
    QSortFilterProxyModel* m_proxy = nullptr;
    QLineEdit* m_filter = nullptr;
    QTreeView* m_tree = nullptr;
    TextLabel* m_empty = nullptr;
    QToolButton* m_refresh = nullptr;
    QToolButton* m_menuButton = nullptr;
};

} // namespace millrace
