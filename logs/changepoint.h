// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <vector>

namespace millrace {

/// Where a series jumps to another level and stays there.
struct ChangePoint {
    qsizetype index = 0; ///< the first value of the new level
    qint64 before = 0; ///< medians on both sides
    qint64 after = 0;

    [[nodiscard]] bool isRise() const { return after > before; }

    bool operator==(const ChangePoint&) const = default;
};

/// How changePoints looks for them.
struct ChangePointRules {
    int window = 20; ///< values whose medians are compared on each side
    double factor = 10; ///< by which one median exceeds the other
    qint64 floor = 5'000; ///< the higher median has to reach this
};

/// Finds lasting jumps in order. Single outliers move no median and are not reported; after a jump was seen, the value
/// at which it happened is the one that divides both levels with the fewest values on the wrong side.
[[nodiscard]] std::vector<ChangePoint> changePoints(const QList<qint64>& values, const ChangePointRules& rules = {});

/// The middle value (the higher one of two); 0 for none.
[[nodiscard]] qint64 medianOf(std::vector<qint64> values);

} // namespace millrace
