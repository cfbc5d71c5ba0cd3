// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtable.h"

namespace millrace {

/// The columns of the job table, in the order in which they stand when nobody moved them.
enum class JobColumn {
    State,
    Name,
    System,
    Connection,
    Started,
    Duration,
    Tasks,
    Restarts,
    LastCheckpoint,
    RecordsIn,
    RecordsOut,
    Seen,
    Kind,
    Cluster,
    Owner,
    Id,
};

inline constexpr int jobColumnCount = static_cast<int>(JobColumn::Id) + 1;

/// The translated word of a state; what the server said decides between two words where ours knows but one.
[[nodiscard]] QString jobStateText(JobState state, const QString& rawState = {});
[[nodiscard]] QString jobColumnTitle(JobColumn column);
/// "lastCheckpoint": stable, stored.
[[nodiscard]] QString toId(JobColumn column);
/// Numbers and times stand at the right.
[[nodiscard]] bool isRightAligned(JobColumn column);
/// Numbers, times and ids, which are read digit by digit.
[[nodiscard]] bool isMono(JobColumn column);
/// Whether its text changes as time goes by.
[[nodiscard]] bool ages(JobColumn column);

/// What a cell says; a dash for what is not known.
[[nodiscard]] QString jobText(const JobRow& row, const JobSource& source, JobColumn column, const QDateTime& now);
/// What a cell says to those who ask for more: raw state, exact times, counts of tasks.
[[nodiscard]] QString jobToolTip(const JobRow& row, const JobSource& source, JobColumn column, const QDateTime& now);
/// How old, in one unit: "38 s", "9 min", "2 d".
[[nodiscard]] QString shortAgeText(qint64 milliseconds);

/// Tasks that run (or have finished, for a job that has) and all of them; nothing when the system does not tell.
struct TaskCounts {
    int done = 0;
    int all = 0;
};

[[nodiscard]] std::optional<TaskCounts> taskCounts(const JobSummary& job);

/// Below 0: one comes before other. Unknown values come last in both orders; equal ones stand by state, name and id.
[[nodiscard]] int compareJobs(
    const JobRow& one, const JobRow& other, const JobTable& table, JobColumn column, bool descending);

} // namespace millrace
