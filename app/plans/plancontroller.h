// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scripttab.h"
#include "widgets/panels/plancomparedialog.h"
#include "widgets/panels/planview.h"

#include <QHash>
#include <QObject>

namespace millrace {

class BottomDock;
class EditorController;
class MainWindow;
class PlanMark;
struct NamedPlan;
struct Services;

/// Explains statements, shows their plans in the Plan tab of the dock, leads from a step of a plan to its part of the
/// SQL and back, and compares plans.
class PlanController : public QObject {
    Q_OBJECT

public:
    /// All outlive the controller.
    PlanController(
        MainWindow& window, EditorController& editors, BottomDock& dock, Services& services, QObject* parent = nullptr);

    /// The statements that the selection touches, or the one at the caret.
    void explainCurrent();
    void explainScript();
    void compare();
    /// Shows the plan that a file holds; false when there is none in it.
    bool openPlanFile(const QString& path);

private:
    /// A plan, and the statement that it is the plan of.
    struct Entry {
        ShownPlan plan;
        QString statement; ///< empty for a file
    };

    struct TabPlans {
        std::vector<Entry> entries; ///< the newest first
        QString current;
    };

    void connectActions();
    void addTab(ScriptTab* tab);
    void removeTab(ScriptTab* tab);
    void showTab(ScriptTab* tab);
    void updateActions();
    void openDock();

    void explain(const std::vector<SqlEditor::StatementText>& statements);
    QCoro::Task<void> explainAll(QPointer<ScriptTab> tab, std::vector<SqlEditor::StatementText> statements);
    void keep(ScriptTab* tab, Entry entry);
    void markFault(ScriptTab* tab, Error error, const SqlEditor::StatementText& statement);
    void showError(const Error& error);

    void markOrigin(const QString& node);
    void followCaret(ScriptTab* tab);
    [[nodiscard]] const Entry* currentEntry() const;
    [[nodiscard]] static std::optional<SqlEditor::StatementText> statementOf(
        const SqlEditor& editor, const Entry& entry);

    QCoro::Task<void> offerComparison();
    [[nodiscard]] std::vector<PlanSource> knownSources();
    QCoro::Task<std::vector<PlanSource>> runningJobs(QString connectionId);
    QCoro::Task<void> compareSources(PlanSource before, PlanSource after);
    QCoro::Task<Result<NamedPlan>> planOf(PlanSource source);
    QCoro::Task<Result<NamedPlan>> planOfJob(PlanSource source);
    QCoro::Task<Result<NamedPlan>> planOfStatement(PlanSource source);
    Result<NamedPlan> planOfFile(const QString& path);

    MainWindow& m_window;
    EditorController& m_editors;
    BottomDock& m_dock;
    Services& m_services;
    PlanView* m_view = nullptr;
    QHash<ScriptTab*, TabPlans> m_plans; ///< under null those of files
    QHash<ScriptTab*, PlanMark*> m_marks;
    QHash<QString, QString> m_historyStatements; ///< by the id of a source
    CancellationSource m_work; ///< of what goes on now
    bool m_following = false; ///< the caret or the graph moves because the other one did
};

} // namespace millrace
