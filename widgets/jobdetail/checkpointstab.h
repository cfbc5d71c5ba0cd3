// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checkpointmodel.h"
#include "widgets/jobdetail/jobtabpage.h"

class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace millrace {

class PanelTable;
class TextLabel;
class TimeChart;

/// The checkpoints of a job: counts, charts of time and size, the history, and for the chosen one how each vertex took
/// part or why it failed.
class CheckpointsTab : public JobTabPage {
    Q_OBJECT

public:
    explicit CheckpointsTab(QWidget* parent = nullptr);

    void setOverview(const CheckpointOverview& overview);
    /// Vertex ids to titles, for the tasks.
    void setVertexTitles(const QHash<QString, QString>& titles);
    void setTasks(qint64 checkpointId, const std::vector<CheckpointTask>& tasks);
    void setTasksError(qint64 checkpointId, const Error& error);
    void clear();

    [[nodiscard]] const CheckpointModel& model() const { return *m_model; }

    /// Whose tasks are wanted next: the chosen one's first, then the newest that the charts could split.
    [[nodiscard]] std::optional<qint64> wantedTasks() const;
    [[nodiscard]] std::optional<qint64> chosenCheckpoint() const;

    /// So many checkpoints stand in the charts.
    static constexpr std::size_t charted = 60;

Q_SIGNALS:
    void checkpointChosen(qint64 id);
    void restartRequested(const QString& location);

private:
    QWidget* makeFacts();
    QWidget* makeDetail();
    void addFact(QGridLayout* grid, TextLabel*& value, const QString& name, const QString& objectName);
    void refreshFacts();
    void refreshCharts();
    void showChosen();
    void showMenu(const QPoint& place);

    CheckpointModel* m_model = nullptr;
    CheckpointTaskModel* m_taskModel = nullptr;
    CheckpointOverview m_overview;
    QHash<QString, QString> m_titles;
    QHash<qint64, std::vector<CheckpointTask>> m_tasks;
    QSet<qint64> m_refused; ///< whose tasks the server did not give
    TimeChart* m_durations = nullptr;
    TimeChart* m_sizes = nullptr;
    PanelTable* m_table = nullptr;
    PanelTable* m_taskTable = nullptr;
    QWidget* m_detail = nullptr;
    TextLabel* m_detailTitle = nullptr;
    QPlainTextEdit* m_failure = nullptr;
    TextLabel* m_completed = nullptr;
    TextLabel* m_failed = nullptr;
    TextLabel* m_inProgress = nullptr;
    TextLabel* m_restored = nullptr;
    TextLabel* m_interval = nullptr;
    TextLabel* m_next = nullptr;
};

/// When the next checkpoint is due: the interval behind the newest one's start; nothing when either is not known.
[[nodiscard]] std::optional<QDateTime> nextCheckpointDue(const CheckpointOverview& overview);

} // namespace millrace
