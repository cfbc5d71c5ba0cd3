// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graphlayout.h"

#include <cstddef>
#include <vector>

namespace millrace {

/// The inside of the layered layout: one connected part on its way from edges to coordinates.
namespace graphlayers {

/// A place in a layer: a node, or where a long edge passes through.
struct Place {
    int node = -1; ///< index in the part; -1 for a passing edge
    int layer = 0;
    double width = 0;
    std::vector<int> above; ///< neighbours in the layer before
    std::vector<int> below;

    [[nodiscard]] bool isPassage() const { return node < 0; }
};

/// An edge after cycles were cut: it leads downwards, through one place a layer.
struct Strand {
    int edge = 0; ///< index in the part
    bool reversed = false;
    std::vector<int> places; ///< from the upper node to the lower one; two for an edge that takes no part in ordering
};

struct Part {
    std::vector<QSizeF> sizes; ///< by node
    std::vector<std::pair<int, int>> edges; ///< no loops
    std::vector<int> layerOf; ///< by node
    std::vector<bool> reversed; ///< by edge
    std::vector<Place> places; ///< the first ones are the nodes
    std::vector<Strand> strands;
    std::vector<std::vector<int>> layers; ///< places from left to right
    std::vector<double> x; ///< middle of each place
};

/// Cuts cycles and gives each node a layer below those that lead to it.
void assignLayers(Part& part);
/// Makes places and strands. Edges over very many layers pass freely when there would be too many places.
void makePlaces(Part& part);
/// Orders each layer so that few edges cross.
void orderLayers(Part& part, const std::atomic_bool* cancelled);
/// Gives each place its x: neighbours keep their gaps, long edges run straight (after Brandes and Köpf).
void placeAcross(Part& part);
/// Rectangles and paths, as part.sizes and part.edges.
[[nodiscard]] GraphGeometry drawPart(const Part& part);

} // namespace graphlayers

} // namespace millrace
