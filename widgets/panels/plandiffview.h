// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/plandiff.h"

#include <QWidget>

namespace millrace {

class GraphPanel;
class MessageBar;
class PanelTable;
class PlanDiffModel;
class TextLabel;

/// A plan and how it can be called.
struct NamedPlan {
    QString title;
    Graph graph;
};

/// Two plans side by side with marks at what differs, and below them a list with an opinion on the state.
class PlanDiffView : public QWidget {
    Q_OBJECT

public:
    explicit PlanDiffView(QWidget* parent = nullptr);

    void showDiff(const NamedPlan& before, const NamedPlan& after);

    [[nodiscard]] const PlanDiff& diff() const { return m_diff; }

    [[nodiscard]] GraphPanel* beforeGraph() const { return m_before; }

    [[nodiscard]] GraphPanel* afterGraph() const { return m_after; }

private:
    QWidget* makeSide(TextLabel*& title, GraphPanel*& panel, const QString& objectName);
    void showVerdict();
    void showRow();
    void follow(const QString& id, bool fromBefore);

    PlanDiff m_diff;
    PlanDiffModel* m_model = nullptr;
    MessageBar* m_verdict = nullptr;
    TextLabel* m_beforeTitle = nullptr;
    TextLabel* m_afterTitle = nullptr;
    GraphPanel* m_before = nullptr;
    GraphPanel* m_after = nullptr;
    PanelTable* m_table = nullptr;
    bool m_following = false; ///< a selection on one side moves the other
};

} // namespace millrace
