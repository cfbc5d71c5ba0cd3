// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics.h"

#include <QHash>

#include <span>
#include <vector>

namespace millrace {

/// A value at a time; NaN where the server had none, so that a line has a gap there and no guess.
struct MetricPoint {
    qint64 at = 0; ///< ms since the epoch
    double value = 0;
};

/// The values of one metric over time, in memory that is bounded: when it is full, the older half is thinned out by
/// keeping every second point, so that a long life stays in view and the last minutes stay exact.
class MetricSeries {
public:
    static constexpr std::size_t capacity = 720;

    /// A time before the last point's is ignored; a missing value behind a missing value, too.
    void append(qint64 at, const std::optional<double>& value);

    [[nodiscard]] const std::vector<MetricPoint>& points() const { return m_points; }

    /// The last value that is one.
    [[nodiscard]] std::optional<double> last() const;

private:
    std::vector<MetricPoint> m_points;
};

/// Which metric of which part of a job.
struct MetricKey {
    MetricScope::Kind kind = MetricScope::Kind::Job;
    QString id; ///< as MetricScope::id
    QString name;

    friend bool operator==(const MetricKey&, const MetricKey&) = default;
};

size_t qHash(const MetricKey& key, size_t seed = 0);

/// All series of one job, kept while it is looked at.
class MetricHistory {
public:
    void append(const MetricScope& scope, const std::vector<MetricSample>& samples, qint64 at);
    void append(const MetricKey& key, qint64 at, const std::optional<double>& value);

    /// An empty series for one that is not known.
    [[nodiscard]] const MetricSeries& series(const MetricKey& key) const;

    [[nodiscard]] std::size_t seriesCount() const { return static_cast<std::size_t>(m_series.size()); }

    [[nodiscard]] std::vector<MetricKey> keys() const;
    void clear();

private:
    QHash<MetricKey, MetricSeries> m_series;
};

/// Names that a search leaves: each word of text stands in the name, in any case. Sorted, those that begin with the
/// first word first.
[[nodiscard]] QStringList searchMetrics(const QStringList& names, const QString& text);
/// "lastCheckpointDuration" of "0.Source__orders.lastCheckpointDuration": the part after the operator.
[[nodiscard]] QString shortMetricName(const QString& name);

} // namespace millrace
