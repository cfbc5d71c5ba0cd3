// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/joblogs.h"
#include "core/metrics.h"

/// From bytes to values: metrics, flame graphs, lists of logs.
namespace millrace::flink::json {

/// [{"id"}] of any …/metrics, sorted.
Result<QStringList> metricNames(const QByteArray& body);
/// [{"id", "value"}] of …/metrics?get=…
Result<std::vector<MetricSample>> metricSamples(const QByteArray& body);
/// Those over subtasks, a sample for each of min, max, avg and sum: "numRecordsIn.sum".
Result<std::vector<MetricSample>> aggregateSamples(const QByteArray& body);

struct FlameAnswer {
    bool disabled = false; ///< the server may say this also before its first sample
    FlameFrame root;
};

/// /vertices/:v/flamegraph: -1 ended, -2 disabled, -3 not sampled yet as endTimestamp.
Result<FlameAnswer> flameGraph(const QByteArray& body);

/// {"logs": [{"name", "size", "mtime"}]}; member is the path that the logs are below.
Result<std::vector<LogSource>> logList(const QByteArray& body, const QString& member, const QString& group);

} // namespace millrace::flink::json
