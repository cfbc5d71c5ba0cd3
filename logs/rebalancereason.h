// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalance.h"

#include <string_view>
#include <vector>

namespace millrace {

/// What the text in "(reason: …)" says. Views into that text.
struct ParsedRebalanceReason {
    RebalanceReason reason = RebalanceReason::Unknown;
    std::string_view clientReason; ///< data() is null when the broker printed none
    std::vector<std::string_view> triggers; ///< members that it names
};

/// Classifies the reason of a start line. Brokers since 3.2 print the client's own reason, so that only there a poll
/// time-out can be told from closing; Kafka 4 prints it in a line of its own (see isPollTimeout).
[[nodiscard]] ParsedRebalanceReason parseRebalanceReason(std::string_view text);

/// Whether a client's own reason says that it left because of max.poll.interval.ms.
[[nodiscard]] bool isPollTimeout(std::string_view clientReason);

} // namespace millrace
