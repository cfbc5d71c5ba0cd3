// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graphlayout.h"

#include <optional>

namespace millrace {

/// What dot reads and writes, as pure functions, and the process between them.
namespace graphdot {

/// Nodes by their numbers and sizes; one pixel is a point.
[[nodiscard]] QByteArray toInput(const GraphShape& shape);
/// Reads the answer of `dot -Tplain`. Nothing when it is cut, garbled, or not about this shape.
[[nodiscard]] std::optional<GraphGeometry> fromPlain(const QByteArray& plain, const GraphShape& shape);

enum class Outcome { Good, Missing, Crashed, TooSlow, Unreadable, Cancelled };

struct Answer {
    Outcome outcome = Outcome::Missing;
    GraphGeometry geometry; ///< when Good
};

/// Blocks until dot has answered, the time is over (then it is killed) or cancelled becomes true.
[[nodiscard]] Answer run(const GraphShape& shape, const GraphLayoutOptions& options, const std::atomic_bool* cancelled);

} // namespace graphdot

} // namespace millrace
