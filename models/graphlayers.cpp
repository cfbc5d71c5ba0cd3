// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graphlayers.h"

#include "models/graphedges.h"

#include <algorithm>
#include <cstdint>

namespace millrace::graphlayers {

namespace {

constexpr int mostPassages = 40'000;
constexpr int mostSweeps = 24;
constexpr double passageWidth = 12;

size_t at(int index)
{
    return static_cast<size_t>(index);
}

std::vector<std::vector<int>> edgesFrom(const Part& part)
{
    std::vector<std::vector<int>> out(part.sizes.size());
    for (size_t i = 0; i < part.edges.size(); ++i) {
        out[at(part.edges[i].first)].push_back(static_cast<int>(i));
    }
    return out;
}

/// Marks the edges that lead back to a node on the way from the source; sources are walked from first.
void cutCycles(Part& part)
{
    enum : std::uint8_t { New, Open, Done };

    const auto out = edgesFrom(part);
    std::vector<std::uint8_t> state(part.sizes.size(), New);
    std::vector<bool> fed(part.sizes.size());
    for (const auto& [from, to] : part.edges) {
        fed[at(to)] = true;
    }
    part.reversed.assign(part.edges.size(), false);
    const auto walk = [&](int start) {
        std::vector<std::pair<int, size_t>> stack{{start, 0}};
        state[at(start)] = Open;
        while (!stack.empty()) {
            auto& [node, next] = stack.back();
            if (next == out[at(node)].size()) {
                state[at(node)] = Done;
                stack.pop_back();
                continue;
            }
            const int edge = out[at(node)][next++];
            const int to = part.edges[at(edge)].second;
            if (state[at(to)] == Open) {
                part.reversed[at(edge)] = true;
            } else if (state[at(to)] == New) {
                state[at(to)] = Open;
                stack.emplace_back(to, 0);
            }
        }
    };
    for (const bool wantFed : {false, true}) {
        for (size_t i = 0; i < part.sizes.size(); ++i) {
            if (fed[i] == wantFed && state[i] == New) {
                walk(static_cast<int>(i));
            }
        }
    }
}

std::pair<int, int> downwards(const Part& part, size_t edge)
{
    const auto [from, to] = part.edges[edge];
    return part.reversed[edge] ? std::pair(to, from) : std::pair(from, to);
}

struct Neighbours {
    std::vector<std::vector<int>> above;
    std::vector<std::vector<int>> below;
};

Neighbours neighboursOf(const Part& part)
{
    Neighbours all{std::vector<std::vector<int>>(part.sizes.size()), std::vector<std::vector<int>>(part.sizes.size())};
    for (size_t i = 0; i < part.edges.size(); ++i) {
        const auto [upper, lower] = downwards(part, i);
        all.below[at(upper)].push_back(lower);
        all.above[at(lower)].push_back(upper);
    }
    return all;
}

std::vector<int> topologicalOrder(const Neighbours& neighbours)
{
    std::vector<size_t> waiting(neighbours.above.size());
    std::vector<int> order;
    order.reserve(waiting.size());
    for (size_t i = 0; i < waiting.size(); ++i) {
        waiting[i] = neighbours.above[i].size();
        if (waiting[i] == 0) {
            order.push_back(static_cast<int>(i));
        }
    }
    for (size_t next = 0; next < order.size(); ++next) {
        for (const int below : neighbours.below[at(order[next])]) {
            if (--waiting[at(below)] == 0) {
                order.push_back(below);
            }
        }
    }
    return order;
}

/// Nodes that have no more above than below them go as near as they can to what they feed.
void pullDown(Part& part, const Neighbours& neighbours, const std::vector<int>& order)
{
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        const std::vector<int>& below = neighbours.below[at(*it)];
        if (below.empty() || below.size() < neighbours.above[at(*it)].size()) {
            continue;
        }
        int nearest = part.layerOf[at(below.front())];
        for (const int node : below) {
            nearest = std::min(nearest, part.layerOf[at(node)]);
        }
        part.layerOf[at(*it)] = nearest - 1;
    }
}

int addPassage(Part& part, int layer)
{
    part.places.push_back({.node = -1, .layer = layer, .width = passageWidth, .above = {}, .below = {}});
    return static_cast<int>(part.places.size()) - 1;
}

void link(Part& part, int upper, int lower)
{
    part.places[at(upper)].below.push_back(lower);
    part.places[at(lower)].above.push_back(upper);
}

/// The longest span that still gets passages, so that all together are not too many.
int longestSpan(const Part& part)
{
    std::vector<int> spans;
    for (size_t i = 0; i < part.edges.size(); ++i) {
        const auto [upper, lower] = downwards(part, i);
        spans.push_back(part.layerOf[at(lower)] - part.layerOf[at(upper)]);
    }
    std::sort(spans.begin(), spans.end());
    int passages = 0;
    int longest = 1;
    for (const int span : spans) {
        passages += span - 1;
        if (passages > mostPassages) {
            break;
        }
        longest = span;
    }
    return longest;
}

/// Places in the order in which a walk from the top left meets them.
void firstOrder(Part& part)
{
    std::vector<bool> met(part.places.size());
    std::vector<int> stack;
    for (size_t start = 0; start < part.sizes.size(); ++start) {
        if (!part.places[start].above.empty()) {
            continue;
        }
        stack.push_back(static_cast<int>(start));
        while (!stack.empty()) {
            const int place = stack.back();
            stack.pop_back();
            if (met[at(place)]) {
                continue;
            }
            met[at(place)] = true;
            part.layers[at(part.places[at(place)].layer)].push_back(place);
            const std::vector<int>& below = part.places[at(place)].below;
            stack.insert(stack.end(), below.rbegin(), below.rend());
        }
    }
}

class Orderer {
public:
    explicit Orderer(Part& part) : m_part(part), m_position(part.places.size()) { refresh(); }

    void sweep(bool down, bool rightFirst)
    {
        const size_t count = m_part.layers.size();
        for (size_t step = 1; step < count; ++step) {
            sortLayer(m_part.layers[down ? step : count - 1 - step], down, rightFirst);
        }
    }

    [[nodiscard]] std::int64_t crossings() const
    {
        std::int64_t all = 0;
        for (size_t i = 1; i < m_part.layers.size(); ++i) {
            all += crossingsAbove(i);
        }
        return all;
    }

    void refresh()
    {
        for (const std::vector<int>& layer : m_part.layers) {
            number(layer);
        }
    }

private:
    void number(const std::vector<int>& layer)
    {
        for (size_t i = 0; i < layer.size(); ++i) {
            m_position[at(layer[i])] = static_cast<int>(i);
        }
    }

    /// The weighted median of its neighbours; its own place when it has none.
    [[nodiscard]] double wish(int place, bool down) const
    {
        const std::vector<int>& neighbours = down ? m_part.places[at(place)].above : m_part.places[at(place)].below;
        if (neighbours.empty()) {
            return m_position[at(place)];
        }
        double sum = 0;
        for (const int neighbour : neighbours) {
            sum += m_position[at(neighbour)];
        }
        return sum / static_cast<double>(neighbours.size());
    }

    void sortLayer(std::vector<int>& layer, bool down, bool rightFirst)
    {
        std::vector<std::pair<double, int>> wishes;
        wishes.reserve(layer.size());
        for (const int place : layer) {
            wishes.emplace_back(wish(place, down), place);
        }
        if (rightFirst) {
            std::reverse(wishes.begin(), wishes.end());
        }
        std::stable_sort(
            wishes.begin(), wishes.end(), [](const auto& one, const auto& other) { return one.first < other.first; });
        for (size_t i = 0; i < layer.size(); ++i) {
            layer[i] = wishes[i].second;
        }
        number(layer);
    }

    /// Counts with a tree of partial sums over the upper layer.
    [[nodiscard]] std::int64_t crossingsAbove(size_t layer) const
    {
        const size_t width = m_part.layers[layer - 1].size();
        std::vector<int> sums(width + 1);
        std::int64_t count = 0;
        int added = 0;
        std::vector<int> ends;
        for (const int place : m_part.layers[layer]) {
            ends.clear();
            for (const int above : m_part.places[at(place)].above) {
                ends.push_back(m_position[at(above)]);
            }
            for (const int end : ends) {
                int notRight = 0;
                for (size_t i = at(end) + 1; i > 0; i -= i & (~i + 1)) {
                    notRight += sums[i];
                }
                count += added - notRight;
            }
            for (const int end : ends) {
                for (size_t i = at(end) + 1; i <= width; i += i & (~i + 1)) {
                    ++sums[i];
                }
                ++added;
            }
        }
        return count;
    }

    Part& m_part;
    std::vector<int> m_position;
};

} // namespace

void assignLayers(Part& part)
{
    cutCycles(part);
    const Neighbours neighbours = neighboursOf(part);
    const std::vector<int> order = topologicalOrder(neighbours);
    part.layerOf.assign(part.sizes.size(), 0);
    int sources = 0;
    for (const int node : order) {
        for (const int above : neighbours.above[at(node)]) {
            part.layerOf[at(node)] = std::max(part.layerOf[at(node)], part.layerOf[at(above)] + 1);
        }
        sources += neighbours.above[at(node)].empty() ? 1 : 0;
    }
    if (sources > graphedges::mostSourcesOnTop) {
        pullDown(part, neighbours, order);
    }
    const int first = part.layerOf.empty() ? 0 : *std::min_element(part.layerOf.begin(), part.layerOf.end());
    for (int& layer : part.layerOf) {
        layer -= first;
    }
}

void makePlaces(Part& part)
{
    int layers = 0;
    for (size_t i = 0; i < part.sizes.size(); ++i) {
        part.places.push_back({.node = static_cast<int>(i),
            .layer = part.layerOf[i],
            .width = part.sizes[i].width(),
            .above = {},
            .below = {}});
        layers = std::max(layers, part.layerOf[i] + 1);
    }
    part.layers.resize(at(layers));
    const int longest = longestSpan(part);
    for (size_t i = 0; i < part.edges.size(); ++i) {
        const auto [upper, lower] = downwards(part, i);
        Strand strand{.edge = static_cast<int>(i), .reversed = part.reversed[i], .places = {upper}};
        const int last = part.layerOf[at(lower)];
        if (last - part.layerOf[at(upper)] <= longest) {
            for (int layer = part.layerOf[at(upper)] + 1; layer < last; ++layer) {
                const int passage = addPassage(part, layer);
                link(part, strand.places.back(), passage);
                strand.places.push_back(passage);
            }
            link(part, strand.places.back(), lower);
        }
        strand.places.push_back(lower);
        part.strands.push_back(std::move(strand));
    }
}

void orderLayers(Part& part, const std::atomic_bool* cancelled)
{
    firstOrder(part);
    Orderer orderer(part);
    std::vector<std::vector<int>> best = part.layers;
    std::int64_t fewest = orderer.crossings();
    int sinceBetter = 0;
    for (int sweep = 0; sweep < mostSweeps && fewest > 0 && sinceBetter < 6; ++sweep) {
        if (cancelled && *cancelled) {
            return;
        }
        orderer.sweep(sweep % 2 == 0, sweep % 4 >= 2);
        const std::int64_t now = orderer.crossings();
        ++sinceBetter;
        if (now < fewest) {
            fewest = now;
            best = part.layers;
            sinceBetter = 0;
        }
    }
    part.layers = std::move(best);
}

} // namespace millrace::graphlayers
