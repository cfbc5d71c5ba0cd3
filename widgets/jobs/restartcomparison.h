// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"
#include "core/result.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QComboBox;
class QStackedWidget;

namespace millrace {

class DiffView;
class PlanDiffView;
class SegmentedControl;
class StateAdviceView;
class TextLabel;

/// A text that the job can go on with.
struct RestartText {
    QString name; ///< "orders.sql"; empty: the text of the savepoint itself
    QString text;
};

/// The two plans of a restart: of the savepoint's SQL and of the one to go on with.
struct RestartPlans {
    Graph before;
    Graph after;
};

/// The SQL of a savepoint beside the SQL to go on with: what changed in the text, and what that means for the state.
class RestartComparison : public QWidget {
    Q_OBJECT

public:
    /// texts: of open scripts, the best guess first.
    explicit RestartComparison(std::vector<RestartText> texts, QWidget* parent = nullptr);

    /// The SQL of the savepoint; empty: not known.
    void setBefore(const QString& sql);

    /// The SQL to go on with.
    [[nodiscard]] QString after() const;

    void setChoiceEnabled(bool enabled);

    /// Answers to plansWanted(). Without any, no opinion is shown.
    void setPlansBusy(const QString& what);
    void setPlans(const RestartPlans& plans);
    void setPlansUnknown(const QString& why);
    /// There is nothing to compare beside the texts; a whole sentence.
    void setNoPlans(const QString& sentence);

Q_SIGNALS:
    /// The person chose another text to go on with.
    void changed();
    /// These two texts are compared now; before is empty when it is not known. Not sent while a choice is still moving.
    void plansWanted(const QString& before, const QString& after);

private:
    QWidget* buildBar();
    void chooseText();
    void refresh();
    void want();
    void showWay(const QString& way);

    std::vector<RestartText> m_texts;
    QString m_before;
    bool m_textChosen = false; ///< by the person, so that nothing else changes it
    std::optional<std::pair<QString, QString>> m_wanted; ///< what plans were last asked for
    QTimer m_wait;
    TextLabel* m_title = nullptr;
    QComboBox* m_choice = nullptr;
    TextLabel* m_counts = nullptr;
    SegmentedControl* m_way = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_textPage = nullptr;
    DiffView* m_diff = nullptr;
    StateAdviceView* m_advice = nullptr;
    PlanDiffView* m_plans = nullptr;
};

} // namespace millrace
