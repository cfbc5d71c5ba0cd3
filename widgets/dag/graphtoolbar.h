// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace millrace {

class GraphView;
class SegmentedControl;
class TextLabel;

/// The line of tools above a graph.
class GraphToolbar : public QWidget {
    Q_OBJECT

public:
    explicit GraphToolbar(GraphView* view, QWidget* parent = nullptr);

    /// Shows the choice of what the heat tells.
    void setLive(bool live);
    void addWidget(QWidget* widget);
    void focusSearch();

Q_SIGNALS:
    /// "svg", "png", "dot", "json"
    void exportRequested(const QString& ending);
    void printRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildSearch();
    void buildHeat();
    void buildZoom();
    void buildMenu();
    void search();
    void showCount();
    void refresh();
    void makeRoom();

    GraphView* m_view;
    QHBoxLayout* m_layout = nullptr;
    QLineEdit* m_search = nullptr;
    TextLabel* m_count = nullptr;
    TextLabel* m_heatLabel = nullptr;
    SegmentedControl* m_heat = nullptr;
    QWidget* m_scale = nullptr;
    QToolButton* m_chains = nullptr;
    TextLabel* m_zoom = nullptr;
    QToolButton* m_minimap = nullptr;
    QToolButton* m_everything = nullptr;
    QTimer m_typing;
    bool m_live = false;
};

} // namespace millrace
