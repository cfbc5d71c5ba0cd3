// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace millrace {

/// Measures that the drawing of the chart of rebalances and its geometry share.
inline constexpr int s_chartLeft = 52; ///< where its plot begins
inline constexpr double s_chartLeast = 0.01; ///< seconds at the foot of the logarithmic scale

/// A step of 1, 2 or 5 times a power of ten with at most `most` of them in span.
[[nodiscard]] double niceStep(double span, int most);
/// Milliseconds that clocks and calendars count in, at most `most` of them in span.
[[nodiscard]] qint64 niceTimeStep(qint64 span, int most);

} // namespace millrace
