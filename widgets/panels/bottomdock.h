// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;

namespace millrace {

class ApiCallsView;
class DockTabBar;
class LogView;
class PlanView;
class ProblemsView;
class ResultsPane;

/// The dock below the editors: Results · Changelog · Plan · Problems · Log · API calls. Results and Changelog show the
/// same results pane in its two modes; there is one pane per editor tab and the dock shows the current one's. Folded,
/// only its tabs remain.
class BottomDock : public QWidget {
    Q_OBJECT

public:
    enum class Tab { Results, Changelog, Plan, Problems, Log, ApiCalls };
    Q_ENUM(Tab)

    explicit BottomDock(QWidget* parent = nullptr);

    /// Shows this pane under Results and Changelog, in the mode of the current tab. The dock is its parent while it is
    /// shown and gives it back without one; null shows that there is nothing yet.
    void setResultsPane(ResultsPane* pane);

    [[nodiscard]] ResultsPane* resultsPane() const { return m_pane; }

    [[nodiscard]] PlanView* plan() const { return m_plan; }

    [[nodiscard]] ProblemsView* problems() const { return m_problems; }

    [[nodiscard]] LogView* log() const { return m_log; }

    [[nodiscard]] ApiCallsView* apiCalls() const { return m_apiCalls; }

    /// Opens the dock when it is folded.
    void setCurrentTab(Tab tab);

    [[nodiscard]] Tab currentTab() const { return m_current; }

    /// A number at a tab; 0 hides it. Red says that it counts failures.
    void setBadge(Tab tab, int count, bool red);

    void setFolded(bool folded);

    [[nodiscard]] bool isFolded() const { return m_folded; }

    /// Height when folded: the tabs alone.
    [[nodiscard]] int foldedHeight() const;

Q_SIGNALS:
    void currentTabChanged(millrace::BottomDock::Tab tab);
    void foldedChanged(bool folded);
    /// The user wants the dock gone; Ctrl+T brings it back.
    void closeRequested();

private:
    void tabClicked(int index);
    void refreshBody();
    void refreshLive();

    DockTabBar* m_tabs = nullptr;
    QWidget* m_body = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_noResults = nullptr;
    ResultsPane* m_pane = nullptr;
    PlanView* m_plan = nullptr;
    ProblemsView* m_problems = nullptr;
    LogView* m_log = nullptr;
    ApiCallsView* m_apiCalls = nullptr;
    Tab m_current = Tab::Results;
    bool m_folded = false;
};

} // namespace millrace
