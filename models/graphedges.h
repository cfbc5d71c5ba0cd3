// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graphlayout.h"

namespace millrace {

/// What layouts of any origin share: the finishing of edges.
namespace graphedges {

inline constexpr double nodeGap = 28; ///< between neighbours
inline constexpr double rankGap = 44; ///< between layers: an arrow and a label
inline constexpr int mostSourcesOnTop = 8; ///< with more of them each stands just above what it feeds

/// Adds a smooth way from the path's end to point that leaves and arrives vertically.
void curveTo(std::vector<QPointF>& path, QPointF point);
/// A point of the path, at 0…1 of its curves.
[[nodiscard]] QPointF pointAt(const std::vector<QPointF>& path, double at);
/// Box around a path's points, controls included.
[[nodiscard]] QRectF boundsOf(const std::vector<QPointF>& path);
/// A loop at the right of a node.
[[nodiscard]] std::vector<QPointF> selfLoop(const QRectF& node);
/// Edges that end beside their node by rounding end at its border.
void attachEnds(GraphGeometry& geometry, const GraphShape& shape);
/// Finds a place for each label where it covers no node and no other label, when there is one.
void placeLabels(GraphGeometry& geometry, const GraphShape& shape);
/// Moves all so that it begins at (0, 0), and sets the size.
void normalize(GraphGeometry& geometry, const GraphShape& shape);

} // namespace graphedges

} // namespace millrace
