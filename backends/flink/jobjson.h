// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/result.h"

#include <QByteArray>

/// From bytes to values: what the JobManager says of jobs and their vertices. Pure functions; an answer that is not
/// what the call should give is an Error of kind Protocol. An entry that cannot be read is left out.
namespace millrace::flink::json {

/// Of jobs and of tasks.
JobState jobStateOf(const QString& raw);

/// /jobs/overview; jobs without an id are left out and counted.
struct JobsOverview {
    std::vector<JobSummary> jobs;
    int unreadable = 0;
};

Result<JobsOverview> jobsOverview(const QByteArray& body);

struct VertexName {
    QString id;
    QString name; ///< "Source: orders[1] -> Calc[2]"
};

/// /jobs/:id with its plan.
struct JobPage {
    JobSummary summary;
    Graph graph; ///< of the plan that comes with it; empty when there is none
    std::vector<VertexStatus> vertices;
    std::vector<VertexName> names; ///< of the vertices, in their order
    std::vector<StateChange> timeline;
    qint64 now = -1; ///< the server's own clock, epoch milliseconds
    std::optional<qint64> sourceRecords; ///< sent on by sources since they started; nothing for jobs of one vertex
    std::optional<qint64> sinkRecords; ///< received by sinks
};

Result<JobPage> jobPage(const QByteArray& body);

/// /jobs/:id/exceptions of every version since 1.13, newest first.
Result<std::vector<JobFailure>> failures(const QByteArray& body);
/// The innermost cause of a stack, in one line.
QString rootCauseLine(const QString& stack);

/// /jobs/:id/config and /jobs/:id/accumulators.
Result<std::vector<NamedText>> executionConfig(const QByteArray& body);
Result<std::vector<NamedText>> accumulators(const QByteArray& body);
/// [{"key", "value"}] of /jobs/:id/jobmanager/config and /jobmanager/config, sorted by key.
Result<std::vector<NamedText>> configuration(const QByteArray& body);

/// /jobs/:id/vertices/:v
Result<std::vector<SubtaskStatus>> subtasks(const QByteArray& body);
/// /vertices/:v/backpressure and /vertices/:v/watermarks: what the subtasks do now. What cannot be read adds nothing.
void addPressure(std::vector<SubtaskStatus>& subtasks, const QByteArray& body);
void addWatermarks(std::vector<SubtaskStatus>& subtasks, const QByteArray& body);

/// A metric over the subtasks of a vertex.
struct Aggregate {
    std::optional<double> min;
    std::optional<double> max;
    std::optional<double> average;
    std::optional<double> sum;
};

/// /jobs/:id/vertices/:v/subtasks/metrics?get=…
Result<QMap<QString, Aggregate>> aggregates(const QByteArray& body);
/// The metrics that every vertex has: one that a vertex lacks makes Flink answer with none at all, so that
/// currentInputWatermark, which sources lack, is asked for alone.
QStringList vertexMetricNames();
void fillIn(VertexStatus& vertex, const QMap<QString, Aggregate>& metrics);

/// A watermark as Flink counts it; nothing before the first one.
std::optional<QDateTime> watermarkOf(std::optional<double> milliseconds);

} // namespace millrace::flink::json
