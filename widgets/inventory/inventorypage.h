// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventorytext.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QAction;
class QHBoxLayout;
class QLineEdit;
class QListWidget;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace millrace {

class EmptyView;
class EnvironmentBand;
class InventoryBar;
class InventoryDetail;
class InventoryFilter;
class InventoryModel;
class InventoryTable;
class MessageBar;

/// What the servers keep: the connection above, its kinds of things at the left, the items of one kind, and the parts
/// of the current one below. Everything that asks a server is asked for by signals.
class InventoryPage : public QWidget {
    Q_OBJECT

public:
    explicit InventoryPage(QWidget* parent = nullptr);
    ~InventoryPage() override;

    /// Connections that can be chosen; the current one stays when it is among them.
    void setSources(const std::vector<InventorySource>& sources);
    void setCurrentSource(const QString& id);
    [[nodiscard]] InventorySource currentSource() const;

    /// What the current connection has; kindId becomes the current one, or the first.
    void setKinds(std::vector<InventoryKind> kinds, const QString& kindId);
    [[nodiscard]] QString currentKind() const;

    [[nodiscard]] InventoryModel* model() const { return m_model; }

    [[nodiscard]] InventoryBar* bar() const { return m_bar; }

    [[nodiscard]] InventoryDetail* detail() const { return m_detail; }

    [[nodiscard]] MessageBar* messageBar() const { return m_messages; }

    [[nodiscard]] InventoryTable* table() const { return m_table; }

    /// The list has been read; what it has is in the model. Without an answer what stood there is old from now on.
    void setAnswered(bool answered);
    /// Shut again: what stands below it could not be read.
    void collapse(const QString& id);

    /// The item that the detail is about; empty while it is closed or nothing is chosen.
    [[nodiscard]] QString shownItem() const;
    void setDetailShown(bool shown);
    [[nodiscard]] bool isDetailShown() const;

    /// The actions of the kind, as they stand in the bar and in the menu; their data is the action's id.
    [[nodiscard]] const std::vector<QAction*>& actionList() const { return m_actions; }

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void sourceChosen(const QString& id);
    void kindChosen(const QString& id);
    void refreshRequested();
    void addConnectionRequested();
    /// Another item is to be shown in the detail; comes when the choice has settled.
    void shownItemChanged();
    void actionRequested(const QString& actionId, const QStringList& itemIds);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildLayout();
    QWidget* buildList();
    QWidget* buildToolbar();
    void connectParts();
    void showKind(int row);
    void rebuildActions();
    void refreshActions();
    void refreshEmpty();
    void fillMenu(QMenu* menu);
    void openMenu(const QPoint& place);
    void followCurrent();

    std::vector<InventorySource> m_sources;
    std::vector<InventoryKind> m_kinds;
    InventoryModel* m_model = nullptr;
    InventoryFilter* m_filter = nullptr;
    EnvironmentBand* m_band = nullptr;
    InventoryBar* m_bar = nullptr;
    MessageBar* m_messages = nullptr;
    QListWidget* m_kindList = nullptr;
    QLineEdit* m_search = nullptr;
    QHBoxLayout* m_buttons = nullptr;
    QToolButton* m_more = nullptr;
    InventoryTable* m_table = nullptr;
    EmptyView* m_empty = nullptr;
    QStackedWidget* m_body = nullptr;
    QStackedWidget* m_whole = nullptr;
    EmptyView* m_noSource = nullptr;
    InventoryDetail* m_detail = nullptr;
    QSplitter* m_columns = nullptr;
    QSplitter* m_rows = nullptr;
    std::vector<QAction*> m_actions;
    QTimer m_settle;
    QString m_shown;
    bool m_read = false; ///< the kind's list was answered at least once
    bool m_detailShown = true;
};

} // namespace millrace
