// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/coordinatorline.h"

namespace millrace {

/// One beginning of a message and what reads the rest of it.
struct CoordinatorForm {
    std::string_view head;
    std::optional<CoordinatorEvent> (*parse)(std::string_view rest);
};

/// An event with its group and nothing else.
[[nodiscard]] inline CoordinatorEvent coordinatorEvent(CoordinatorEventKind kind, std::string_view group = {})
{
    CoordinatorEvent result;
    result.kind = kind;
    result.group = group;
    return result;
}

/// Lines about the coordinator itself, groups that move between brokers, and groups of the new protocol.
[[nodiscard]] std::optional<CoordinatorEvent> parseCoordinatorLifeLine(std::string_view message);

} // namespace millrace
