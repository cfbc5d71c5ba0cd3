// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalancereport.h"

namespace millrace {

/// Draws conclusions from the rebalances, members and facts of a group; its statistics and findings are not looked at,
/// except for the shares that statistics holds. logEnd is the last time stamp of all logs.
[[nodiscard]] QList<RebalanceFinding> rebalanceFindings(
    const RebalanceGroup& group, const RebalanceOptions& options, qint64 logEnd);

/// A duration for people: "0.04 s", "41.2 s", "299.97 s", "12 min", "4 h 12 min".
[[nodiscard]] QString elapsedText(qint64 ms);

} // namespace millrace
