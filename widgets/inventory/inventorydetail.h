// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace millrace {

class ElidedLabel;
class EmptyView;
class JobDetailTabBar;
class MessageBar;
class Spinner;

/// What there is to see of one item, or what came back from an action: a tab for each part.
class InventoryDetail : public QWidget {
    Q_OBJECT

public:
    explicit InventoryDetail(QWidget* parent = nullptr);

    /// Nothing is chosen: one sentence on what would be here.
    void showNothing(const QString& sentence);
    /// Another item is asked for. What stood there of another one goes; of the same one it stays until the answer.
    void showLoading(const QString& itemId, const QString& title);
    /// With the same titles as before, the tab in front stays in front.
    void showParts(const QString& title, const std::vector<InventoryPart>& parts);
    void showError(const Error& error);

    [[nodiscard]] QString title() const;
    [[nodiscard]] int partCount() const;
    [[nodiscard]] QWidget* currentPart() const;

Q_SIGNALS:
    /// The item is to be asked for again.
    void refreshRequested();
    void closeRequested();

private:
    void buildHead(QVBoxLayout* into);
    void rebuildTabs(const QStringList& titles);
    void clearParts();
    void showPart(int index);

    QString m_itemId;
    QStringList m_titles;
    ElidedLabel* m_title = nullptr;
    Spinner* m_spinner = nullptr;
    QToolButton* m_refresh = nullptr;
    QVBoxLayout* m_layout = nullptr;
    MessageBar* m_messages = nullptr;
    QPointer<JobDetailTabBar> m_tabs;
    QStackedWidget* m_body = nullptr;
    EmptyView* m_empty = nullptr;
    std::vector<QWidget*> m_parts;
};

/// The view of one part: a table, a graph or a text.
QWidget* makeInventoryPart(const InventoryPart& part, const QString& itemTitle, QWidget* parent);

} // namespace millrace
