// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/localflinkstatus.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QModelIndex;
class QSortFilterProxyModel;
class QToolButton;
class QTreeView;
class QVBoxLayout;

namespace millrace {

class ConnectionListModel;
class LocalFlinkBox;
class TextLabel;

/// The side panel of saved connections: grouped by environment, filtered, with the local Flink at its foot.
class ConnectionsPanel : public QWidget {
    Q_OBJECT

public:
    /// model outlives the panel.
    explicit ConnectionsPanel(ConnectionListModel* model, QWidget* parent = nullptr);

    void setLocalFlink(const LocalFlinkStatus& status);
    /// A place at the foot for another server on this machine; the panel's.
    LocalFlinkBox* addLocalServer(const QString& objectName, const QString& title);
    void select(const QString& connectionId);
    /// Empty when none is.
    [[nodiscard]] QString selectedId() const;

Q_SIGNALS:
    void addRequested();
    /// Enter, double click or Edit.
    void editRequested(const QString& connectionId);
    /// A new SQL tab on this connection.
    void openTabRequested(const QString& connectionId);
    void testRequested(const QString& connectionId);
    void duplicateRequested(const QString& connectionId);
    /// Not asked yet: the controller asks.
    void deleteRequested(const QString& connectionId);
    void startLocalFlinkRequested();
    void stopLocalFlinkRequested();
    void cancelLocalFlinkRequested();
    void showLocalFlinkLogRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHeader(QVBoxLayout* into);
    void buildTree(QVBoxLayout* into);
    /// An empty id: nothing is chosen.
    void openMenu(const QString& connectionId, const QPoint& globalPosition);
    void fillMenu(QMenu* menu, const QString& connectionId);
    void updateEmpty();
    [[nodiscard]] QString idAt(const QModelIndex& index) const;

    ConnectionListModel* m_model;
    QSortFilterProxyModel* m_proxy = nullptr;
    QLineEdit* m_filter = nullptr;
    QTreeView* m_tree = nullptr;
    TextLabel* m_empty = nullptr;
    QToolButton* m_menuButton = nullptr;
    LocalFlinkBox* m_localFlink = nullptr;
};

} // namespace millrace
