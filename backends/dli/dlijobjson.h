// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/metrics.h"

#include <QJsonObject>
#include <QJsonValue>

/// Jobs of the service as its answers tell of them.
namespace millrace::dli::json {

/// The three kinds of jobs have states, ids and calls of their own.
enum class JobKind { Flink, Sql, Spark };

/// A Flink job's id is a whole number; SQL jobs and Spark batches have UUIDs.
bool isFlinkId(const QString& id);

JobState flinkState(const QString& raw);
JobState sqlState(const QString& raw);
JobState sparkState(const QString& raw);

/// A job_type as people call it: "Flink SQL", "Flink jar"; its own name when it is none of the known ones.
QString flinkKind(const QString& jobType);
/// A Flink job's state in a word or two; its own name when it is none of the known ones.
QString flinkStateText(const QString& raw);
/// Where the service writes the logs of a Flink job; empty when logging is off.
QString logAddress(const QJsonObject& jobDetail);

JobSummary flinkJob(const QJsonObject& job);
JobSummary sqlJob(const QJsonObject& job);
JobSummary sparkJob(const QJsonObject& session);

/// Milliseconds since 1970, as a number or a text; invalid for what is not yet.
QDateTime timeOf(const QJsonValue& value);

/// execute_graph of a running Flink job: its plan as a graph, its vertices with their figures.
Graph executeGraph(const QJsonObject& executeGraph);
std::vector<VertexStatus> vertices(const QJsonObject& executeGraph);
std::vector<StateChange> timeline(const QJsonObject& executeGraph);

/// Figures of a Flink job under names with dots: "sources.orders.records", "total_read_rate".
std::vector<MetricSample> metricSamples(const QJsonObject& metrics);

/// stream_graph of gen-graph, in both of its shapes: the text of a JSON object, or the object.
Graph streamGraph(const QJsonValue& value);

/// All members but those named, as they are shown side by side; objects and lists as compact JSON.
std::vector<NamedText> factsOf(const QJsonObject& object, const QStringList& without = {});

} // namespace millrace::dli::json
