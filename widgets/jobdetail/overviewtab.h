// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "models/metricseries.h"
#include "widgets/jobdetail/jobtabpage.h"

namespace millrace {

class GraphPanel;
class MessageBar;
class PanelTable;
class VertexModel;
class VertexPanel;

/// A running job at a glance: its graph with live figures, the sentence on what holds it up, its vertices, and a panel
/// for the chosen one.
class OverviewTab : public JobTabPage {
    Q_OBJECT

public:
    explicit OverviewTab(QWidget* parent = nullptr);

    void setDetail(const JobDetail& detail);
    void clear();

    /// Whose subtasks are wanted; empty when none are.
    [[nodiscard]] QString currentVertex() const;
    void selectVertex(const QString& id);

    [[nodiscard]] VertexPanel* vertexPanel() const { return m_vertexPanel; }

    [[nodiscard]] GraphPanel* graphPanel() const { return m_graph; }

Q_SIGNALS:
    void vertexSelected(const QString& id);

private:
    /// What holds the job up: a sentence, the vertex, and those that wait for it. Empty: nothing does.
    void setBrake(const QString& sentence, const QString& vertexId, const QStringList& path);
    QWidget* makeSide();
    void connectParts();
    void vertexChosen(const QString& id);

    MessageBar* m_brake = nullptr;
    MessageBar* m_notes = nullptr;
    GraphPanel* m_graph = nullptr;
    VertexModel* m_vertices = nullptr;
    PanelTable* m_table = nullptr;
    VertexPanel* m_vertexPanel = nullptr;
    QWidget* m_side = nullptr; ///< holds the panel, which may be higher than the page
    Graph m_shownGraph;
    QString m_current;
    QString m_brakeVertex;
    QString m_brakeClosed; ///< the vertex of a sentence that the person closed
    QStringList m_brakePath;
    QStringList m_shownNotes;
};

} // namespace millrace
