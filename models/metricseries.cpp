// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metricseries.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace millrace {

void MetricSeries::append(qint64 at, const std::optional<double>& value)
{
    const bool missing = !value || !std::isfinite(*value);
    if (!m_points.empty()) {
        const MetricPoint& last = m_points.back();
        if (at <= last.at || (missing && std::isnan(last.value))) {
            return;
        }
    } else if (missing) {
        return;
    }
    if (m_points.size() == capacity) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < capacity; ++i) {
            if (i >= capacity / 2 || i % 2 == 0) {
                m_points[kept++] = m_points[i];
            }
        }
        m_points.resize(kept);
    }
    m_points.push_back({.at = at, .value = missing ? std::numeric_limits<double>::quiet_NaN() : *value});
}

std::optional<double> MetricSeries::last() const
{
    for (auto point = m_points.rbegin(); point != m_points.rend(); ++point) {
        if (!std::isnan(point->value)) {
            return point->value;
        }
    }
    return std::nullopt;
}

size_t qHash(const MetricKey& key, size_t seed)
{
    return qHashMulti(seed, static_cast<int>(key.kind), key.id, key.name);
}

void MetricHistory::append(const MetricScope& scope, const std::vector<MetricSample>& samples, qint64 at)
{
    for (const MetricSample& sample : samples) {
        append({.kind = scope.kind, .id = scope.id, .name = sample.name}, at, sample.value);
    }
}

void MetricHistory::append(const MetricKey& key, qint64 at, const std::optional<double>& value)
{
    m_series[key].append(at, value);
}

const MetricSeries& MetricHistory::series(const MetricKey& key) const
{
    static const MetricSeries s_none;
    const auto found = m_series.constFind(key);
    return found == m_series.constEnd() ? s_none : *found;
}

std::vector<MetricKey> MetricHistory::keys() const
{
    const QList<MetricKey> keys = m_series.keys();
    return {keys.begin(), keys.end()};
}

void MetricHistory::clear()
{
    m_series.clear();
}

QStringList searchMetrics(const QStringList& names, const QString& text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    QStringList found;
    for (const QString& name : names) {
        if (std::all_of(words.begin(), words.end(),
                [&name](const QString& word) { return name.contains(word, Qt::CaseInsensitive); })) {
            found.append(name);
        }
    }
    const QString first = words.value(0);
    std::sort(found.begin(), found.end(), [&first](const QString& one, const QString& other) {
        const bool oneBegins = one.startsWith(first, Qt::CaseInsensitive);
        const bool otherBegins = other.startsWith(first, Qt::CaseInsensitive);
        return oneBegins != otherBegins ? oneBegins : one.compare(other, Qt::CaseInsensitive) < 0;
    });
    return found;
}

QString shortMetricName(const QString& name)
{
    // heap.memory.used: the last word alone would say nothing
    const bool isWords = !name.isEmpty() && name.front().isLetter() && name == name.toLower();
    return isWords ? name : name.mid(name.lastIndexOf(u'.') + 1);
}

} // namespace millrace
