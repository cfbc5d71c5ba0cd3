// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/planexplainer.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QPlainTextEdit;
class QStackedWidget;

namespace millrace {

class ActionButton;
class EmptyView;
class GraphPanel;
class MessageBar;
class PlanDiffView;
class SegmentedControl;
class Spinner;
class TextLabel;
struct NamedPlan;

/// A plan that the view can show.
struct ShownPlan {
    QString id;
    QString title; ///< "INSERT INTO revenue SELECT …"
    std::shared_ptr<const Explanation> explanation;
};

/// The Plan tab of the bottom dock: the graph of an explained statement, the texts that the server sent, and the
/// comparison of two plans.
class PlanView : public QWidget {
    Q_OBJECT

public:
    explicit PlanView(QWidget* parent = nullptr);

    /// The plans to choose from, the newest first, and which of them is shown. Without any the view says what would be
    /// here.
    void setPlans(const std::vector<ShownPlan>& plans, const QString& current);
    /// What is awaited; empty when nothing is.
    void setBusy(const QString& what);
    void showError(const Error& error);
    void clearMessage();
    void showDiff(const NamedPlan& before, const NamedPlan& after);

    [[nodiscard]] QString currentPlan() const { return m_current; }

    [[nodiscard]] bool showsDiff() const;

    [[nodiscard]] GraphPanel* graph() const { return m_graph; }

    [[nodiscard]] PlanDiffView* diffView() const { return m_diff; }

    /// Under the facts of the selected node: where in the SQL it comes from; empty hides it.
    void setOrigin(const QString& text);

Q_SIGNALS:
    void planChosen(const QString& id);
    /// Empty when nothing is selected any more.
    void nodeSelected(const QString& id);
    void explainRequested();
    void compareRequested();
    void cancelRequested();

private:
    QWidget* makeBar();
    void showPlan();
    void showPart(const QString& part);
    void showOtherGraph(std::size_t index);
    void fillParts(const Explanation& explanation);

    std::vector<ShownPlan> m_plans;
    QString m_current;
    bool m_hasDiff = false;
    QComboBox* m_choice = nullptr;
    SegmentedControl* m_parts = nullptr;
    Spinner* m_spinner = nullptr;
    TextLabel* m_busy = nullptr;
    ActionButton* m_cancel = nullptr;
    ActionButton* m_compare = nullptr;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_body = nullptr;
    EmptyView* m_empty = nullptr;
    GraphPanel* m_graph = nullptr;
    GraphPanel* m_otherGraph = nullptr; ///< of Explanation::graphs, the one that was asked for
    TextLabel* m_origin = nullptr;
    QPlainTextEdit* m_text = nullptr;
    PlanDiffView* m_diff = nullptr;
};

} // namespace millrace
