// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/result.h"

#include <QCoroTask>
#include <QStringList>

#include <optional>
#include <vector>

namespace millrace {

/// What has metrics: a job, a vertex of it, or a member of the cluster.
struct MetricScope {
    enum class Kind { Job, Vertex, Member };

    Kind kind = Kind::Job;
    QString jobId; ///< empty for a member
    QString id; ///< of the vertex or the member; empty for a job
    QString title; ///< "Join[5]", "TaskManager tm-1"

    friend bool operator==(const MetricScope&, const MetricScope&) = default;
};

struct MetricSample {
    QString name;
    std::optional<double> value; ///< nothing for NaN, for a text, and when the server has none now
    QString text; ///< as the server sent it

    friend bool operator==(const MetricSample&, const MetricSample&) = default;
};

/// Capability: the metrics of jobs and members.
class Metrics {
public:
    virtual ~Metrics() = default;

    /// What can be asked for: the job itself and its vertices; the members when jobId is empty.
    virtual QCoro::Task<Result<std::vector<MetricScope>>> scopes(QString jobId, CancellationToken token) = 0;

    virtual QCoro::Task<Result<QStringList>> names(MetricScope scope, CancellationToken token) = 0;

    /// One sample for each name that the server knows; those it does not know are left out.
    virtual QCoro::Task<Result<std::vector<MetricSample>>> values(
        MetricScope scope, QStringList names, CancellationToken token) = 0;
};

/// A frame of a flame graph with all that it called.
struct FlameFrame {
    QString name;
    qint64 samples = 0; ///< of itself and its children
    std::vector<FlameFrame> children;

    friend bool operator==(const FlameFrame&, const FlameFrame&) = default;
};

/// Capability: where the threads of a vertex spend their time.
class FlameGraphs {
public:
    enum class Kind { Full, OnCpu, OffCpu };

    virtual ~FlameGraphs() = default;

    /// A root without children when nothing is sampled yet (ask again); Unsupported, with how to enable it, when the
    /// cluster does not sample.
    virtual QCoro::Task<Result<FlameFrame>> flameGraph(
        QString jobId, QString vertexId, Kind kind, CancellationToken token) = 0;
};

} // namespace millrace
