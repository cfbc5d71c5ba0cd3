// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/changepoint.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace millrace {

namespace {

qint64 medianBetween(const QList<qint64>& values, qsizetype begin, qsizetype end)
{
    return medianOf(std::vector<qint64>(values.begin() + begin, values.begin() + end));
}

bool jumps(qint64 low, qint64 high, const ChangePointRules& rules)
{
    return high >= rules.floor && double(high) >= rules.factor * double(std::max<qint64>(low, 1));
}

/// Between begin and end, the value from which on the other level holds.
qsizetype divide(const QList<qint64>& values, qsizetype begin, qsizetype end, double level, bool rise)
{
    // Values on the wrong side if all belonged to the new level, then moved over one by one.
    const auto isNew = [&](qsizetype i) { return (double(values[i]) > level) == rise; };
    qsizetype wrong = 0;
    for (qsizetype i = begin; i < end; ++i) {
        wrong += isNew(i) ? 0 : 1;
    }
    qsizetype best = begin;
    qsizetype fewest = std::numeric_limits<qsizetype>::max();
    for (qsizetype i = begin; i < end; ++i) {
        if (isNew(i) && wrong < fewest) {
            fewest = wrong;
            best = i;
        }
        wrong += isNew(i) ? 1 : -1;
    }
    return best;
}

} // namespace

qint64 medianOf(std::vector<qint64> values)
{
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<ChangePoint> changePoints(const QList<qint64>& values, const ChangePointRules& rules)
{
    const qsizetype window = std::max(rules.window, 4);
    const qsizetype fewestBefore = window / 2;
    const qsizetype fewestAfter = window * 2 / 5;
    std::vector<ChangePoint> found;
    qsizetype levelBegin = 0;
    for (qsizetype i = fewestBefore; i + fewestAfter <= values.size(); ++i) {
        if (i - levelBegin < fewestBefore) {
            continue;
        }
        const qint64 before = medianBetween(values, std::max(levelBegin, i - window), i);
        const qint64 after = medianBetween(values, i, std::min(values.size(), i + window));
        const bool rise = jumps(before, after, rules);
        if (!rise && !jumps(after, before, rules)) {
            continue;
        }
        const double level = std::sqrt(double(std::max<qint64>(before, 1)) * double(std::max<qint64>(after, 1)));
        const qsizetype begin = std::max(levelBegin, i - window);
        const qsizetype end = std::min(values.size(), i + 2 * window);
        const qsizetype index = divide(values, begin, end, level, rise);
        if (index - levelBegin < fewestBefore || index + fewestAfter > values.size()) {
            continue;
        }
        found.push_back({.index = index,
            .before = medianBetween(values, std::max(levelBegin, index - window), index),
            .after = medianBetween(values, index, std::min(values.size(), index + window))});
        levelBegin = index;
        i = std::max(i, index);
    }
    return found;
}

} // namespace millrace
