// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plandiffparts.h"

#include <algorithm>
#include <map>

namespace millrace::plandiff {

using namespace Qt::StringLiterals;

namespace {

/// Comparing every leftover with every other stops being worth it beyond this.
constexpr std::size_t s_mostPairs = 250'000;

bool isTranslation(const QString& type)
{
    return type.startsWith("ConstraintEnforcer"_L1) || type == u"Committer" || type == u"Writer"
        || type.startsWith("StreamRecordTimestampInserter"_L1) || type.contains("Committable"_L1);
}

bool hasTranslation(const Graph& graph)
{
    return std::ranges::any_of(graph.nodes, [](const GraphNode& node) { return isTranslation(node.type); });
}

/// The graph without these steps; who read them reads what they read.
Graph withoutTranslation(const Graph& graph)
{
    QHash<QString, QString> skipped; // id to the one input; empty without any
    Graph result;
    for (const GraphNode& node : graph.nodes) {
        if (isTranslation(node.type)) {
            skipped.insert(node.id, {});
        } else {
            result.nodes.push_back(node);
        }
    }
    for (const GraphEdge& edge : graph.edges) {
        if (skipped.contains(edge.to)) {
            skipped[edge.to] = edge.from;
        }
    }
    for (GraphEdge edge : graph.edges) {
        if (skipped.contains(edge.to)) {
            continue;
        }
        for (qsizetype steps = skipped.size(); steps >= 0 && skipped.contains(edge.from); --steps) {
            edge.from = skipped.value(edge.from);
        }
        if (!edge.from.isEmpty() && !skipped.contains(edge.from)) {
            result.edges.push_back(std::move(edge));
        }
    }
    return result;
}

QString meaningOf(const GraphNode& node)
{
    // A job names a sink only by its title.
    const bool isNamed = familyOf(node.type) == u"Sink";
    return isNamed ? node.title : node.description;
}

void fillOrder(Side& side)
{
    std::vector<std::size_t> missing;
    std::vector<int> ready;
    for (std::size_t i = 0; i < side.inputs.size(); ++i) {
        missing.push_back(side.inputs[i].size());
        if (missing.back() == 0) {
            ready.push_back(int(i));
        }
    }
    std::vector<char> taken(side.inputs.size(), 0);
    std::size_t restart = 0;
    std::size_t next = 0;
    while (side.order.size() < side.inputs.size()) {
        if (next == ready.size()) { // a cycle: go on with the first that is left
            while (taken[restart]) {
                ++restart;
            }
            ready.push_back(int(restart));
        }
        const int node = ready[next++];
        if (taken[std::size_t(node)]) {
            continue;
        }
        taken[std::size_t(node)] = 1;
        side.order.push_back(node);
        for (const int output : side.outputs[std::size_t(node)]) {
            auto& left = missing[std::size_t(output)];
            if (left > 0 && --left == 0) {
                ready.push_back(output);
            }
        }
    }
}

Side sideOf(Graph graph)
{
    Side side;
    side.graph = std::move(graph);
    const std::size_t count = side.graph.nodes.size();
    side.inputs.resize(count);
    side.outputs.resize(count);
    QHash<QString, int> index;
    for (std::size_t i = 0; i < count; ++i) {
        const GraphNode& node = side.graph.nodes[i];
        index.insert(node.id, int(i));
        side.families.push_back(familyOf(node.type));
        side.meanings.push_back(meaningOf(node));
    }
    for (const GraphEdge& edge : side.graph.edges) {
        const int from = index.value(edge.from, -1);
        const int to = index.value(edge.to, -1);
        if (from >= 0 && to >= 0) {
            side.inputs[std::size_t(to)].push_back(from);
            side.outputs[std::size_t(from)].push_back(to);
        }
    }
    fillOrder(side);
    return side;
}

/// A number for each node that equals another's when it and all that leads to it mean the same.
std::vector<std::size_t> cones(const Side& side)
{
    std::vector<std::size_t> cone(side.meanings.size(), 0);
    for (const int node : side.order) {
        std::size_t hash = qHash(side.meanings[std::size_t(node)], std::size_t(17));
        for (const int input : side.inputs[std::size_t(node)]) {
            hash = hash * 1'000'003U + cone[std::size_t(input)];
        }
        cone[std::size_t(node)] = hash;
    }
    return cone;
}

double likeness(const GraphNode& before, const GraphNode& after)
{
    int all = 1;
    int same = before.type == after.type ? 1 : 0;
    for (const NamedText& property : before.properties) {
        ++all;
        same += propertyOf(after, property.name) == property.value ? 1 : 0;
    }
    return double(same) / all;
}

class Matcher {
public:
    Matcher(const Side& before, const Side& after) : m_before(before), m_after(after)
    {
        m_matching.after.assign(before.meanings.size(), -1);
        m_matching.before.assign(after.meanings.size(), -1);
    }

    Matching run()
    {
        pairEqual(cones(m_before), cones(m_after));
        pairNamed();
        spread(true);
        pairEqual(m_before.meanings, m_after.meanings);
        spread(false);
        pairAlike();
        spread(false);
        return m_matching;
    }

private:
    [[nodiscard]] bool isFree(int before, int after) const
    {
        return m_matching.after[std::size_t(before)] < 0 && m_matching.before[std::size_t(after)] < 0;
    }

    void pair(int before, int after)
    {
        m_matching.after[std::size_t(before)] = after;
        m_matching.before[std::size_t(after)] = before;
        m_fresh.emplace_back(before, after);
    }

    /// Pairs what has the same key, in order.
    template <typename Key> void pairEqual(const std::vector<Key>& before, const std::vector<Key>& after)
    {
        std::multimap<Key, int> waiting;
        for (const int node : m_after.order) {
            if (m_matching.before[std::size_t(node)] < 0) {
                waiting.emplace(after[std::size_t(node)], node);
            }
        }
        for (const int node : m_before.order) {
            if (m_matching.after[std::size_t(node)] >= 0) {
                continue;
            }
            const auto found = waiting.find(before[std::size_t(node)]);
            if (found != waiting.end()) {
                pair(node, found->second);
                waiting.erase(found);
            }
        }
    }

    /// Sources and sinks by their tables.
    void pairNamed()
    {
        const auto keys = [](const Side& side) {
            std::vector<QString> names;
            for (std::size_t i = 0; i < side.families.size(); ++i) {
                const bool isNamed = side.families[i] == u"Source" || side.families[i] == u"Sink";
                // What has no name never equals anything on the other side.
                names.push_back(isNamed ? side.graph.nodes[i].title : QString());
            }
            return names;
        };
        const std::vector<QString> before = keys(m_before);
        const std::vector<QString> after = keys(m_after);
        for (const int node : m_before.order) {
            const QString& name = before[std::size_t(node)];
            for (std::size_t i = 0; !name.isEmpty() && i < after.size(); ++i) {
                if (after[i] == name && isFree(node, int(i))) {
                    pair(node, int(i));
                    break;
                }
            }
        }
    }

    /// Neighbours of pairs become pairs when they do the same kind of thing.
    void spread(bool onlyEqual)
    {
        m_fresh.clear();
        for (std::size_t i = 0; i < m_matching.after.size(); ++i) {
            if (m_matching.after[i] >= 0) {
                m_fresh.emplace_back(int(i), m_matching.after[i]);
            }
        }
        while (!m_fresh.empty()) {
            const auto [before, after] = m_fresh.back();
            m_fresh.pop_back();
            spreadTo(m_before.inputs[std::size_t(before)], m_after.inputs[std::size_t(after)], onlyEqual, true);
            spreadTo(m_before.outputs[std::size_t(before)], m_after.outputs[std::size_t(after)], onlyEqual, false);
        }
    }

    void spreadTo(const std::vector<int>& before, const std::vector<int>& after, bool onlyEqual, bool upwards)
    {
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (m_matching.after[std::size_t(before[i])] >= 0) {
                continue;
            }
            int best = -1;
            double bestScore = 0;
            for (std::size_t k = 0; k < after.size(); ++k) {
                const int candidate = nearest(before[i], after[k], onlyEqual, upwards);
                const double score = candidate < 0 ? 0 : scoreOf(before[i], candidate) + (i == k ? 0.2 : 0);
                if (score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
            if (best >= 0) {
                pair(before[i], best);
            }
        }
    }

    /// The step itself, or one a little further when steps were put in between; -1 when none is of the same kind.
    [[nodiscard]] int nearest(int before, int after, bool onlyEqual, bool upwards) const
    {
        int candidate = after;
        for (int steps = 0; steps < 4; ++steps) {
            const bool fits = onlyEqual
                ? m_before.meanings[std::size_t(before)] == m_after.meanings[std::size_t(candidate)]
                : m_before.families[std::size_t(before)] == m_after.families[std::size_t(candidate)];
            if (fits && isFree(before, candidate)) {
                return candidate;
            }
            const auto& next =
                upwards ? m_after.inputs[std::size_t(candidate)] : m_after.outputs[std::size_t(candidate)];
            if (next.size() != 1 || m_matching.before[std::size_t(candidate)] >= 0) {
                return -1;
            }
            candidate = next.front();
        }
        return -1;
    }

    [[nodiscard]] double scoreOf(int before, int after) const
    {
        const bool equal = m_before.meanings[std::size_t(before)] == m_after.meanings[std::size_t(after)];
        return 0.1
            + (equal ? 2
                     : likeness(m_before.graph.nodes[std::size_t(before)], m_after.graph.nodes[std::size_t(after)]));
    }

    /// What is left, where it is alike for the greater part.
    void pairAlike()
    {
        struct Candidate {
            double score;
            int before;
            int after;
        };

        std::vector<Candidate> candidates;
        if (m_before.order.size() * m_after.order.size() > s_mostPairs) {
            return;
        }
        for (const int before : m_before.order) {
            for (const int after : m_after.order) {
                if (isFree(before, after)
                    && m_before.families[std::size_t(before)] == m_after.families[std::size_t(after)]) {
                    candidates.push_back({scoreOf(before, after), before, after});
                }
            }
        }
        std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);
        for (const Candidate& candidate : candidates) {
            const bool isKey = keepsState(m_before.graph.nodes[std::size_t(candidate.before)]);
            if (isFree(candidate.before, candidate.after) && (candidate.score > 0.6 || isKey)) {
                pair(candidate.before, candidate.after);
            }
        }
    }

    const Side& m_before;
    const Side& m_after;
    Matching m_matching;
    std::vector<std::pair<int, int>> m_fresh; ///< pairs whose neighbours are to be looked at
};

} // namespace

QString familyOf(const QString& type)
{
    if (type.endsWith("Join"_L1)) {
        return u"Join"_s;
    }
    if (type.endsWith("Scan"_L1)) {
        return u"Source"_s;
    }
    if (type.endsWith("Sink"_L1) || type == u"Writer") {
        return u"Sink"_s;
    }
    if (type.endsWith("Aggregate"_L1) && !type.startsWith("Local"_L1)) {
        return u"Aggregate"_s;
    }
    return type == u"Deduplicate" || type == u"Rank" ? u"Rank"_s : type;
}

std::pair<Side, Side> prepared(const Graph& before, const Graph& after)
{
    if (hasTranslation(before) == hasTranslation(after)) {
        return {sideOf(before), sideOf(after)};
    }
    return {sideOf(withoutTranslation(before)), sideOf(withoutTranslation(after))};
}

Matching match(const Side& before, const Side& after)
{
    return Matcher(before, after).run();
}

} // namespace millrace::plandiff
