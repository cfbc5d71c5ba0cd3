// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graphedges.h"
#include "models/graphlayers.h"

#include <algorithm>
#include <array>
#include <limits>

namespace millrace::graphlayers {

namespace {

constexpr double passageGap = 8;
constexpr double besidePassage = 16;

size_t at(int index)
{
    return static_cast<size_t>(index);
}

double distance(const Place& left, const Place& right)
{
    const double gap = left.isPassage() && right.isPassage() ? passageGap
        : left.isPassage() || right.isPassage()              ? besidePassage
                                                             : graphedges::nodeGap;
    return (left.width + right.width) / 2 + gap;
}

/// By lower place and number of its neighbour above: an edge that crosses a long one between two passages yields.
using Conflicts = std::vector<std::vector<bool>>;

std::vector<int> positionsOf(const std::vector<std::vector<int>>& layers, size_t places)
{
    std::vector<int> positions(places);
    for (const std::vector<int>& layer : layers) {
        for (size_t i = 0; i < layer.size(); ++i) {
            positions[at(layer[i])] = static_cast<int>(i);
        }
    }
    return positions;
}

/// The passage above a passage; -1 for all others.
int innerAbove(const Part& part, int place)
{
    const Place& lower = part.places[at(place)];
    const bool inner = lower.isPassage() && !lower.above.empty() && part.places[at(lower.above[0])].isPassage();
    return inner ? lower.above[0] : -1;
}

Conflicts conflictsOf(const Part& part, const std::vector<int>& positions)
{
    Conflicts conflicts(part.places.size());
    for (size_t i = 0; i < conflicts.size(); ++i) {
        conflicts[i].resize(part.places[i].above.size());
    }
    for (size_t row = 1; row < part.layers.size(); ++row) {
        const std::vector<int>& lower = part.layers[row];
        int leftEdge = 0;
        size_t scanned = 0;
        for (size_t i = 0; i < lower.size(); ++i) {
            const int inner = innerAbove(part, lower[i]);
            if (inner < 0 && i + 1 < lower.size()) {
                continue;
            }
            const int rightEdge = inner >= 0 ? positions[at(inner)] : static_cast<int>(part.layers[row - 1].size());
            for (; scanned <= i; ++scanned) {
                const int place = lower[scanned];
                const std::vector<int>& above = part.places[at(place)].above;
                for (size_t k = 0; k < above.size(); ++k) {
                    const int position = positions[at(above[k])];
                    conflicts[at(place)][k] =
                        (position < leftEdge || position > rightEdge) && innerAbove(part, place) < 0;
                }
            }
            leftEdge = rightEdge;
        }
    }
    return conflicts;
}

/// One of the four ways to stack places into vertical blocks: from above or below, towards the left or the right.
class Stacker {
public:
    Stacker(const Part& part, const Conflicts& conflicts, bool fromAbove, bool leftwards)
        : m_part(part), m_conflicts(conflicts), m_fromAbove(fromAbove), m_layers(part.layers)
    {
        if (!leftwards) {
            for (std::vector<int>& layer : m_layers) {
                std::reverse(layer.begin(), layer.end());
            }
        }
        m_positions = positionsOf(m_layers, part.places.size());
    }

    std::vector<double> run()
    {
        align();
        const std::vector<double> blocks = compact();
        std::vector<double> x(blocks.size());
        for (size_t i = 0; i < x.size(); ++i) {
            x[i] = blocks[at(m_roots[i])];
        }
        return x;
    }

private:
    [[nodiscard]] bool isConflict(int place, int neighbour) const
    {
        const int lower = m_fromAbove ? place : neighbour;
        const int upper = m_fromAbove ? neighbour : place;
        const std::vector<int>& above = m_part.places[at(lower)].above;
        const auto found = std::find(above.begin(), above.end(), upper);
        return m_conflicts[at(lower)][static_cast<size_t>(found - above.begin())];
    }

    void alignPlace(int place, int& last)
    {
        std::vector<int> neighbours = m_fromAbove ? m_part.places[at(place)].above : m_part.places[at(place)].below;
        if (neighbours.empty()) {
            return;
        }
        std::sort(neighbours.begin(), neighbours.end(),
            [this](int one, int other) { return m_positions[at(one)] < m_positions[at(other)]; });
        for (const size_t middle : {(neighbours.size() - 1) / 2, neighbours.size() / 2}) {
            const int neighbour = neighbours[middle];
            if (m_next[at(place)] == place && last < m_positions[at(neighbour)] && !isConflict(place, neighbour)) {
                m_next[at(neighbour)] = place;
                m_roots[at(place)] = m_roots[at(neighbour)];
                m_next[at(place)] = m_roots[at(place)];
                last = m_positions[at(neighbour)];
            }
        }
    }

    void align()
    {
        const size_t count = m_part.places.size();
        m_roots.resize(count);
        for (size_t i = 0; i < count; ++i) {
            m_roots[i] = static_cast<int>(i);
        }
        m_next = m_roots;
        for (size_t step = 0; step < m_layers.size(); ++step) {
            int last = -1;
            for (const int place : m_layers[m_fromAbove ? step : m_layers.size() - 1 - step]) {
                alignPlace(place, last);
            }
        }
    }

    /// Each block as far to the left as its left neighbours let it, then as near to its right ones as it can.
    std::vector<double> compact()
    {
        struct Neighbour {
            int block;
            double distance;
        };

        const size_t count = m_part.places.size();
        std::vector<std::vector<Neighbour>> right(count);
        std::vector<int> waiting(count);
        for (const std::vector<int>& layer : m_layers) {
            for (size_t i = 1; i < layer.size(); ++i) {
                const double gap = distance(m_part.places[at(layer[i - 1])], m_part.places[at(layer[i])]);
                right[at(m_roots[at(layer[i - 1])])].push_back({m_roots[at(layer[i])], gap});
                ++waiting[at(m_roots[at(layer[i])])];
            }
        }
        std::vector<double> x(count);
        std::vector<int> order;
        for (size_t i = 0; i < count; ++i) {
            if (m_roots[i] == static_cast<int>(i) && waiting[i] == 0) {
                order.push_back(static_cast<int>(i));
            }
        }
        for (size_t next = 0; next < order.size(); ++next) {
            const int block = order[next];
            for (const Neighbour& neighbour : right[at(block)]) {
                x[at(neighbour.block)] = std::max(x[at(neighbour.block)], x[at(block)] + neighbour.distance);
                if (--waiting[at(neighbour.block)] == 0) {
                    order.push_back(neighbour.block);
                }
            }
        }
        for (auto it = order.rbegin(); it != order.rend(); ++it) {
            double most = std::numeric_limits<double>::infinity();
            for (const Neighbour& neighbour : right[at(*it)]) {
                most = std::min(most, x[at(neighbour.block)] - neighbour.distance);
            }
            if (!right[at(*it)].empty()) {
                x[at(*it)] = std::max(x[at(*it)], most);
            }
        }
        return x;
    }

    const Part& m_part;
    const Conflicts& m_conflicts;
    bool m_fromAbove;
    std::vector<std::vector<int>> m_layers;
    std::vector<int> m_positions;
    std::vector<int> m_roots;
    std::vector<int> m_next;
};

struct Extent {
    double left = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
};

Extent extentOf(const Part& part, const std::vector<double>& x)
{
    Extent extent;
    for (size_t i = 0; i < x.size(); ++i) {
        extent.left = std::min(extent.left, x[i] - part.places[i].width / 2);
        extent.right = std::max(extent.right, x[i] + part.places[i].width / 2);
    }
    return extent;
}

} // namespace

void placeAcross(Part& part)
{
    const Conflicts conflicts = conflictsOf(part, positionsOf(part.layers, part.places.size()));
    std::array<std::vector<double>, 4> ways;
    std::array<Extent, 4> extents;
    size_t narrowest = 0;
    for (size_t way = 0; way < ways.size(); ++way) {
        const bool leftwards = way % 2 == 0;
        ways[way] = Stacker(part, conflicts, way < 2, leftwards).run();
        if (!leftwards) {
            for (double& x : ways[way]) {
                x = -x;
            }
        }
        extents[way] = extentOf(part, ways[way]);
        const auto width = [&](size_t index) { return extents[index].right - extents[index].left; };
        narrowest = width(way) < width(narrowest) ? way : narrowest;
    }
    part.x.resize(part.places.size());
    for (size_t i = 0; i < part.x.size(); ++i) {
        std::array<double, 4> all{};
        for (size_t way = 0; way < ways.size(); ++way) {
            const double shift = way % 2 == 0 ? extents[narrowest].left - extents[way].left
                                              : extents[narrowest].right - extents[way].right;
            all[way] = ways[way][i] + shift;
        }
        std::sort(all.begin(), all.end());
        part.x[i] = (all[1] + all[2]) / 2;
    }
}

} // namespace millrace::graphlayers
