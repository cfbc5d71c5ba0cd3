// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMainWindow>

#include <functional>

class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace millrace {

class ActionRegistry;
class ActivityBar;
class EditorTabs;
class Settings;

/// The window: it places what controllers hand it, remembers sizes, and asks them before it closes. Left the activity
/// bar and one side panel, in the middle tabs over the bottom dock, below the status line.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// settings outlive the window.
    explicit MainWindow(Settings& settings);
    ~MainWindow() override;

    [[nodiscard]] ActionRegistry& actions() const { return *m_actions; }

    [[nodiscard]] EditorTabs* tabs() const { return m_tabs; }

    [[nodiscard]] ActivityBar* activityBar() const { return m_activityBar; }

    /// A panel at the left, opened by its icon in the activity bar and by the action view.<id>.
    void addSidePanel(const QString& id, QLatin1StringView icon, const QString& text, QWidget* panel);
    void showSidePanel(const QString& id);
    /// A page that takes the whole width beside the activity bar while its icon is the current one; opened by the action
    /// view.<id>, too.
    void addFullPage(const QString& id, QLatin1StringView icon, const QString& text, QWidget* page);
    void showFullPage(const QString& id);
    /// Back to the tabs, with the side panel as it was.
    void showTabs();
    /// Stands below whichever panel is open.
    void setSideFoot(QWidget* foot);
    /// What the centre shows while no tab is open.
    void setStartPage(QWidget* page);
    void setBottomDock(QWidget* dock);
    void setBottomDockShown(bool shown);
    [[nodiscard]] bool isBottomDockShown() const;
    /// Whether the page in front has any use for the dock; a form has none and takes its room.
    void setBottomDockFits(bool fits);
    void setStatusLine(QWidget* line);

    /// Asked in turn before the window closes; one that answers no keeps it open.
    void addCloseQuery(std::function<bool()> query);

    /// Sizes and the open panel as they were; call it once everything is in place.
    void restoreLayout();

Q_SIGNALS:
    /// The window became the active one: look whether another one changed something.
    void activated();
    void closing();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildCentre();
    void showPanelOf(const QString& id);
    void updateCentre();
    void saveLayout();

    Settings& m_settings;
    ActionRegistry* m_actions = nullptr;
    ActivityBar* m_activityBar = nullptr;
    QVBoxLayout* m_layout = nullptr;
    EditorTabs* m_tabs = nullptr;
    QSplitter* m_columns = nullptr;
    QSplitter* m_rows = nullptr;
    QSplitter* m_side = nullptr;
    QStackedWidget* m_pages = nullptr; ///< the columns, and the full pages
    QStackedWidget* m_panels = nullptr;
    QStackedWidget* m_centre = nullptr;
    QWidget* m_bottom = nullptr;
    QHash<QString, QWidget*> m_panelById;
    QHash<QString, QWidget*> m_fullPageById;
    QString m_lastPanel; ///< the side panel that was open before a full page
    std::vector<std::function<bool()>> m_closeQueries;
    bool m_bottomWanted = true;
    bool m_bottomFits = true;
};

} // namespace millrace
