// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"

#include <QDateTime>
#include <QMap>

#include <optional>

namespace millrace {

/// The states of a job over all systems. What the server itself said stands beside it as rawState.
enum class JobState {
    Unknown, ///< the server said something that we do not know, or nothing
    Pending, ///< created, scheduled, waiting for resources
    Running,
    Restarting, ///< failed and coming back by itself
    Stopping, ///< asked to end: cancelling, taking its last savepoint, failing
    Finished,
    Cancelled,
    Failed,
    Suspended,
};

/// "pending", "running", …: stable, printed and stored, never translated.
QString toId(JobState state);
std::optional<JobState> jobStateFromId(QStringView id);
/// Finished, Cancelled and Failed do not change any more.
bool isFinal(JobState state);

/// The last checkpoint in a few figures, as the job table shows it.
struct CheckpointBrief {
    QDateTime completedAt; ///< UTC
    qint64 durationMs = -1;
    qint64 bytes = -1;

    friend bool operator==(const CheckpointBrief&, const CheckpointBrief&) = default;
};

/// One row of the job table. What a system does not tell stays empty, and is never guessed.
struct JobSummary {
    QString id; ///< as text whatever the server sends: numbers beyond 2^53 stay exact
    QString name;
    JobState state = JobState::Unknown;
    QString rawState; ///< as the server spells it
    QString kind; ///< "streaming", "batch", "SQL", "Spark batch", …; empty when not known
    QString cluster; ///< where it runs, when one connection leads to several
    QString owner; ///< who started it, as the server knows it
    QDateTime start; ///< UTC; invalid when not started or not known
    QDateTime end; ///< UTC; invalid while it lives
    qint64 durationMs = -1; ///< as the server counts it; -1: not known
    QMap<QString, int> tasks; ///< raw task state to count
    std::optional<int> restarts;
    std::optional<CheckpointBrief> lastCheckpoint;
    std::optional<double> recordsInPerSecond;
    std::optional<double> recordsOutPerSecond;
    QString failure; ///< root cause in one line, when the list already tells it

    friend bool operator==(const JobSummary&, const JobSummary&) = default;
};

/// Live figures of one node of a job's graph, found by the node's id. Ratios are 0…1 and those of the busiest subtask.
struct VertexStatus {
    QString id;
    JobState state = JobState::Unknown;
    QString rawState;
    int parallelism = 0;
    QMap<QString, int> tasks; ///< raw task state to count
    qint64 durationMs = -1;
    std::optional<double> busy;
    std::optional<double> idle;
    std::optional<double> backpressured;
    std::optional<double> recordsInPerSecond;
    std::optional<double> recordsOutPerSecond;
    std::optional<double> bytesInPerSecond;
    std::optional<double> bytesOutPerSecond;
    std::optional<qint64> recordsIn;
    std::optional<qint64> recordsOut;
    std::optional<qint64> bytesIn;
    std::optional<qint64> bytesOut;
    std::optional<QDateTime> watermark; ///< UTC; the lowest of the subtasks
    std::optional<double> skew; ///< most loaded subtask over the mean, in records received; 1 is even

    friend bool operator==(const VertexStatus&, const VertexStatus&) = default;
};

/// A failure that the system keeps for a job.
struct JobFailure {
    QDateTime at; ///< UTC
    QString rootCause; ///< one line: the innermost cause
    QString text; ///< everything, with stacks; redacted
    QString task; ///< which task failed; empty when it was none of them
    QString location; ///< host or TaskManager

    friend bool operator==(const JobFailure&, const JobFailure&) = default;
};

struct StateChange {
    QString rawState;
    QDateTime at; ///< UTC

    friend bool operator==(const StateChange&, const StateChange&) = default;
};

/// All about one job but what has a capability of its own (checkpoints, logs, metrics).
struct JobDetail {
    JobSummary summary;
    Graph graph; ///< empty when the system has none now
    std::vector<VertexStatus> vertices;
    std::vector<JobFailure> failures; ///< newest first
    std::vector<StateChange> timeline; ///< oldest first
    std::vector<NamedText> configuration;
    std::vector<NamedText> facts; ///< "Accumulators", "Environment", …: whatever else there is to show
    QString sql; ///< the text that it runs, where the system keeps it
    QStringList notes; ///< sentences for the person on what is special here ("the graph is logical while it runs")
};

/// What happens in one subtask of a vertex.
struct SubtaskStatus {
    int index = 0;
    int attempt = 0;
    QString rawState;
    QString host;
    QString taskManager; ///< its id
    QDateTime start; ///< UTC
    qint64 durationMs = -1;
    std::optional<double> busy;
    std::optional<double> idle;
    std::optional<double> backpressured;
    std::optional<qint64> recordsIn;
    std::optional<qint64> recordsOut;
    std::optional<qint64> bytesIn;
    std::optional<qint64> bytesOut;
    std::optional<QDateTime> watermark; ///< UTC

    friend bool operator==(const SubtaskStatus&, const SubtaskStatus&) = default;
};

} // namespace millrace
