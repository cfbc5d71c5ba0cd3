// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtabletext.h"

#include "models/humantext.h"

#include <QCoreApplication>

#include <array>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(JobTable)
};

template <typename T> int order(const T& one, const T& other)
{
    return one < other ? -1 : other < one ? 1 : 0;
}

/// Unknown values (below 0) come last whichever way round the column stands.
template <typename T> int known(const T& one, const T& other, bool oneKnown, bool otherKnown, bool descending)
{
    if (oneKnown != otherKnown) {
        return oneKnown ? -1 : 1;
    }
    const int result = oneKnown ? order(one, other) : 0;
    return descending ? -result : result;
}

template <typename T> int known(const std::optional<T>& one, const std::optional<T>& other, bool descending)
{
    return known(one.value_or(T()), other.value_or(T()), one.has_value(), other.has_value(), descending);
}

int compareTimes(const QDateTime& one, const QDateTime& other, bool descending)
{
    return known(one, other, one.isValid(), other.isValid(), descending);
}

int compareTexts(const QString& one, const QString& other, bool descending)
{
    return known(one, other, !one.isEmpty(), !other.isEmpty(), descending);
}

double share(const JobSummary& job)
{
    const auto counts = taskCounts(job);
    return counts ? static_cast<double>(counts->done) / counts->all : -1;
}

QDateTime checkpointTime(const JobSummary& job)
{
    return job.lastCheckpoint ? job.lastCheckpoint->completedAt : QDateTime();
}

int compareColumn(const JobRow& one, const JobRow& other, const JobTable& table, JobColumn column, bool descending)
{
    const JobSummary& a = one.job;
    const JobSummary& b = other.job;
    const auto signedOrder = [descending](int result) { return descending ? -result : result; };
    switch (column) {
    case JobColumn::State:
        return signedOrder(order(stateRank(a), stateRank(b)));
    case JobColumn::Name:
        return signedOrder(order(one.foldedName, other.foldedName));
    case JobColumn::System:
        return signedOrder(order(table.sourceOf(one).systemName, table.sourceOf(other).systemName));
    case JobColumn::Connection:
        return signedOrder(order(table.sourceOf(one).name, table.sourceOf(other).name));
    case JobColumn::Started:
        return compareTimes(a.start, b.start, descending);
    case JobColumn::Duration:
        return known(a.durationMs, b.durationMs, a.durationMs >= 0, b.durationMs >= 0, descending);
    case JobColumn::Tasks:
        return known(share(a), share(b), share(a) >= 0, share(b) >= 0, descending);
    case JobColumn::Restarts:
        return known(a.restarts, b.restarts, descending);
    case JobColumn::LastCheckpoint:
        return compareTimes(checkpointTime(a), checkpointTime(b), descending);
    case JobColumn::RecordsIn:
        return known(a.recordsInPerSecond, b.recordsInPerSecond, descending);
    case JobColumn::RecordsOut:
        return known(a.recordsOutPerSecond, b.recordsOutPerSecond, descending);
    case JobColumn::Seen:
        return compareTimes(table.sourceOf(one).answeredAt, table.sourceOf(other).answeredAt, descending);
    case JobColumn::Kind:
        return compareTexts(a.kind, b.kind, descending);
    case JobColumn::Cluster:
        return compareTexts(a.cluster, b.cluster, descending);
    case JobColumn::Owner:
        return compareTexts(a.owner, b.owner, descending);
    case JobColumn::Id:
        return signedOrder(order(a.id, b.id));
    }
    return 0;
}

QString startText(const QDateTime& start, const QDateTime& now)
{
    if (start.isValid() && start.toLocalTime().date() == now.toLocalTime().date()) {
        //: a time of this day, such as "Today 14:22"
        return Texts::tr("Today %1").arg(momentText(start, now));
    }
    return momentText(start, now);
}

QString checkpointText(const CheckpointBrief& checkpoint, const QDateTime& now)
{
    const QString age =
        checkpoint.completedAt.isValid() ? shortAgeText(checkpoint.completedAt.msecsTo(now)) : dashText();
    const QStringList parts{age, sizeText(checkpoint.bytes), durationText(checkpoint.durationMs)};
    return parts.join(u" · "_s);
}

QString tasksToolTip(const JobSummary& job)
{
    QStringList lines;
    for (const auto& [state, count] : job.tasks.asKeyValueRange()) {
        if (count > 0) {
            lines << u"%1 %2"_s.arg(countText(count), state);
        }
    }
    return lines.isEmpty() ? Texts::tr("This system does not tell how many tasks run.") : lines.join(u'\n');
}

QString stateToolTip(const JobRow& row, const QDateTime& now)
{
    QStringList lines;
    if (!row.listed) {
        lines << Texts::tr("Not listed any more: the server knew it last %1 ago. What became of it is unknown.")
                     .arg(shortAgeText(row.lastListed.msecsTo(now)));
    }
    lines << (row.job.rawState.isEmpty() ? Texts::tr("The server says no state.")
                                         : Texts::tr("The server says: %1").arg(row.job.rawState));
    if (!row.job.failure.isEmpty()) {
        lines << row.job.failure;
    }
    return lines.join(u'\n');
}

QString rateCell(const std::optional<double>& perSecond)
{
    return perSecond ? rateText(*perSecond) : dashText();
}

QString orDash(const QString& text)
{
    return text.isEmpty() ? dashText() : text;
}

} // namespace

QString jobStateText(JobState state, const QString& rawState)
{
    switch (state) {
    case JobState::Unknown:
        return Texts::tr("Unknown");
    case JobState::Pending:
        return Texts::tr("Scheduled");
    case JobState::Running:
        return Texts::tr("Running");
    case JobState::Restarting:
        return Texts::tr("Restarting");
    case JobState::Stopping:
        return rawState.contains("fail"_L1, Qt::CaseInsensitive) ? Texts::tr("Failing") : Texts::tr("Stopping");
    case JobState::Finished:
        return Texts::tr("Finished");
    case JobState::Cancelled:
        return Texts::tr("Stopped");
    case JobState::Failed:
        return Texts::tr("Failed");
    case JobState::Suspended:
        return Texts::tr("Suspended");
    }
    return {};
}

QString jobColumnTitle(JobColumn column)
{
    switch (column) {
    case JobColumn::State:
        return Texts::tr("State");
    case JobColumn::Name:
        return Texts::tr("Name");
    case JobColumn::System:
        return Texts::tr("System");
    case JobColumn::Connection:
        return Texts::tr("Connection");
    case JobColumn::Started:
        return Texts::tr("Started");
    case JobColumn::Duration:
        return Texts::tr("Duration");
    case JobColumn::Tasks:
        return Texts::tr("Tasks");
    case JobColumn::Restarts:
        return Texts::tr("Restarts");
    case JobColumn::LastCheckpoint:
        return Texts::tr("Last checkpoint");
    case JobColumn::RecordsIn:
        return Texts::tr("In /s");
    case JobColumn::RecordsOut:
        return Texts::tr("Out /s");
    case JobColumn::Seen:
        return Texts::tr("Seen");
    case JobColumn::Kind:
        return Texts::tr("Kind");
    case JobColumn::Cluster:
        return Texts::tr("Cluster");
    case JobColumn::Owner:
        return Texts::tr("Owner");
    case JobColumn::Id:
        return Texts::tr("Id");
    }
    return {};
}

QString toId(JobColumn column)
{
    static constexpr std::array<QLatin1StringView, jobColumnCount> s_ids{"state"_L1, "name"_L1, "system"_L1,
        "connection"_L1, "started"_L1, "duration"_L1, "tasks"_L1, "restarts"_L1, "lastCheckpoint"_L1, "recordsIn"_L1,
        "recordsOut"_L1, "seen"_L1, "kind"_L1, "cluster"_L1, "owner"_L1, "id"_L1};
    return s_ids[static_cast<std::size_t>(column)];
}

bool isRightAligned(JobColumn column)
{
    switch (column) {
    case JobColumn::Duration:
    case JobColumn::Restarts:
    case JobColumn::RecordsIn:
    case JobColumn::RecordsOut:
    case JobColumn::Seen:
        return true;
    default:
        return false;
    }
}

bool isMono(JobColumn column)
{
    return isRightAligned(column) || column == JobColumn::Started || column == JobColumn::LastCheckpoint
        || column == JobColumn::Id || column == JobColumn::Tasks;
}

bool ages(JobColumn column)
{
    return column == JobColumn::LastCheckpoint || column == JobColumn::Seen;
}

QString shortAgeText(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    if (seconds < 60) {
        return Texts::tr("%1 s").arg(seconds);
    }
    if (seconds < 3600) {
        return Texts::tr("%1 min").arg(seconds / 60);
    }
    return seconds < 86'400 ? Texts::tr("%1 h").arg(seconds / 3600) : Texts::tr("%1 d").arg(seconds / 86'400);
}

std::optional<TaskCounts> taskCounts(const JobSummary& job)
{
    TaskCounts counts;
    for (const auto& [state, count] : job.tasks.asKeyValueRange()) {
        counts.all += count;
        if (state.compare("running"_L1, Qt::CaseInsensitive) == 0
            || state.compare("finished"_L1, Qt::CaseInsensitive) == 0) {
            counts.done += count;
        }
    }
    return counts.all > 0 ? std::optional(counts) : std::nullopt;
}

QString jobText(const JobRow& row, const JobSource& source, JobColumn column, const QDateTime& now)
{
    const JobSummary& job = row.job;
    switch (column) {
    case JobColumn::State:
        return jobStateText(job.state, job.rawState);
    case JobColumn::Name:
        return oneLine(job.name.isEmpty() ? job.id : job.name, 400);
    case JobColumn::System:
        return source.systemName;
    case JobColumn::Connection:
        return source.name;
    case JobColumn::Started:
        return startText(job.start, now);
    case JobColumn::Duration:
        return durationText(job.durationMs);
    case JobColumn::Tasks: {
        const auto counts = taskCounts(job);
        return counts ? u"%1/%2"_s.arg(counts->done).arg(counts->all) : dashText();
    }
    case JobColumn::Restarts:
        return job.restarts ? countText(*job.restarts) : dashText();
    case JobColumn::LastCheckpoint:
        return job.lastCheckpoint ? checkpointText(*job.lastCheckpoint, now) : dashText();
    case JobColumn::RecordsIn:
        return rateCell(job.recordsInPerSecond);
    case JobColumn::RecordsOut:
        return rateCell(job.recordsOutPerSecond);
    case JobColumn::Seen: {
        const QDateTime seen = row.listed ? source.answeredAt : row.lastListed;
        return seen.isValid() ? shortAgeText(seen.msecsTo(now)) : dashText();
    }
    case JobColumn::Kind:
        return orDash(job.kind);
    case JobColumn::Cluster:
        return orDash(job.cluster);
    case JobColumn::Owner:
        return orDash(job.owner);
    case JobColumn::Id:
        return job.id;
    }
    return {};
}

QString jobToolTip(const JobRow& row, const JobSource& source, JobColumn column, const QDateTime& now)
{
    const JobSummary& job = row.job;
    switch (column) {
    case JobColumn::State:
        return stateToolTip(row, now);
    case JobColumn::Name: {
        const QString name = job.name.left(4000) + u'\n' + job.id;
        return row.startedHere.isEmpty()
            ? name
            : name + u'\n' + Texts::tr("Started from here: %1").arg(oneLine(row.startedHere, 400));
    }
    case JobColumn::Connection:
        return source.readOnly ? Texts::tr("%1 is read-only here: nothing can be done to its jobs.").arg(source.name)
                               : source.name;
    case JobColumn::Started:
        return isoText(job.start);
    case JobColumn::Tasks:
        return tasksToolTip(job);
    case JobColumn::LastCheckpoint:
        return job.lastCheckpoint ? isoText(job.lastCheckpoint->completedAt) : QString();
    case JobColumn::Seen:
        return isoText(row.listed ? source.answeredAt : row.lastListed);
    default:
        return jobText(row, source, column, now);
    }
}

int compareJobs(const JobRow& one, const JobRow& other, const JobTable& table, JobColumn column, bool descending)
{
    if (const int result = compareColumn(one, other, table, column, descending); result != 0) {
        return result;
    }
    if (const int result = order(stateRank(one.job), stateRank(other.job)); result != 0) {
        return result;
    }
    if (const int result = order(one.foldedName, other.foldedName); result != 0) {
        return result;
    }
    return order(one.key, other.key);
}

} // namespace millrace
