// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dag/graphview.h"

#include <QWidget>

namespace millrace {

class GraphFacts;
class GraphToolbar;
class MessageBar;

/// A graph with its tools above it and the facts of the selected node beside it.
class GraphPanel : public QWidget {
    Q_OBJECT

public:
    explicit GraphPanel(QWidget* parent = nullptr);

    [[nodiscard]] GraphView* view() const { return m_view; }

    /// The name of what is shown; files and printed pages are called after it.
    void setTitle(const QString& title);
    void setGraph(const Graph& graph);
    void setStatuses(const std::vector<VertexStatus>& statuses);
    void setMarks(const QHash<QString, GraphMark>& marks);
    /// For running jobs: room for figures in the boxes, and the choice of what the heat tells. Before setGraph().
    void setLive(bool live);
    /// The side panel opens with a selection; off, it never does.
    void setFactsEnabled(bool enabled);
    /// A widget below the facts of the selected node (subtasks, the part of the SQL); taken over.
    void addFactsWidget(QWidget* widget);
    void addToolbarWidget(QWidget* widget);
    /// Instead of the graph while it is empty: one sentence of what would be here.
    void setEmptyText(const QString& text);
    void focusSearch();

    /// Writes the whole graph by the file's ending: svg, png, dot, json.
    void exportTo(const QString& path);

Q_SIGNALS:
    /// A file was written, or could not be; one sentence for the status line.
    void exported(const QString& path);
    void exportFailed(const QString& message);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void chooseFile(const QString& ending);
    void print();
    void showFacts();

    GraphToolbar* m_toolbar = nullptr;
    MessageBar* m_messages = nullptr;
    GraphView* m_view = nullptr;
    GraphFacts* m_facts = nullptr;
    QString m_title;
    bool m_factsEnabled = true;
};

} // namespace millrace
