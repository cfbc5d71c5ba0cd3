// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graphlayout.h"

namespace millrace {

/// Our own layout, in layers from top to bottom: no two nodes overlap, edges end at their nodes, the same shape always
/// gives the same geometry. Edges that close a cycle run upwards; parts that do not touch stand side by side. 5,000
/// nodes take well under a second. When cancelled becomes true the result is meaningless.
[[nodiscard]] GraphGeometry layoutLayered(const GraphShape& shape, const std::atomic_bool* cancelled = nullptr);

} // namespace millrace
