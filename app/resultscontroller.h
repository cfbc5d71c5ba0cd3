// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/results/runresultview.h"

#include <QHash>
#include <QObject>

namespace millrace {

class BottomDock;
class EditorController;
class MainWindow;
class Operation;
class ProblemsModel;
class ResultsPane;
class ScriptTab;
class StatementRun;
struct Problem;

/// The results and the problems of the SQL tabs in the bottom dock: a results pane for each tab, the one in front
/// shown.
class ResultsController : public QObject {
    Q_OBJECT

public:
    /// All outlive the controller.
    ResultsController(MainWindow& window, EditorController& editors, BottomDock& dock, QObject* parent = nullptr);
    ~ResultsController() override;

    [[nodiscard]] ResultsPane* currentPane() const;

    [[nodiscard]] const ProblemsModel& problems() const { return *m_problems; }

Q_SIGNALS:
    void exportStarted(const std::shared_ptr<millrace::Operation>& operation);
    /// What the status line says of the result in front changed.
    void statusChanged();

private:
    void addTab(ScriptTab* tab);
    void removeTab(ScriptTab* tab);
    void showTab(ScriptTab* tab);
    void connectPane(ScriptTab* tab, ResultsPane* pane);
    void connectActions();
    void runAdded(ScriptTab* tab, StatementRun* run);
    void runChanged(ScriptTab* tab, StatementRun* run);
    void showResults(ScriptTab* tab, StatementRun* run);
    void runFinished(ScriptTab* tab, StatementRun* run);
    void refreshProblems(ScriptTab* tab);
    void goTo(const Problem& problem);
    void goToNextProblem();

    MainWindow& m_window;
    EditorController& m_editors;
    BottomDock& m_dock;
    ProblemsModel* m_problems = nullptr;
    QHash<ScriptTab*, ResultsPane*> m_panes;
};

} // namespace millrace
