// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/plantree.h"

#include <QHash>

#include <algorithm>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_exchange = "Exchange"_L1;

/// The line that a line stands for: itself, or what it refers to; -1 when that is nowhere.
int resolved(const std::vector<sql::PlanLine>& lines, const QHash<int, int>& reused, int line)
{
    const int reference = lines[std::size_t(line)].reference;
    return reference == 0 ? line : reused.value(reference, -1);
}

void visit(const PlanTree& tree, int node, std::vector<char>& seen, std::vector<int>& order)
{
    // By hand: a garbled text may hang a node under itself, and a deep one must not need a deep stack.
    std::vector<std::pair<int, std::size_t>> stack{{node, 0}};
    seen[std::size_t(node)] = 1;
    while (!stack.empty()) {
        auto& [at, next] = stack.back();
        const auto& inputs = tree.nodes[std::size_t(at)].inputs;
        if (next == inputs.size()) {
            order.push_back(at);
            stack.pop_back();
            continue;
        }
        const int input = inputs[next++];
        if (!seen[std::size_t(input)]) {
            seen[std::size_t(input)] = 1;
            stack.emplace_back(input, 0);
        }
    }
}

bool isExchange(const QString& type)
{
    return type == s_exchange || type == "BatchExchange"_L1 || type == "StreamExchange"_L1;
}

/// One step of the walk through both plans at once.
struct Pair {
    int execution;
    int physical;
};

/// Adds the pairs of inputs, or steps over a node that only one of the plans has.
void pairInputs(const PlanTree& execution, const PlanTree& physical, Pair pair, std::vector<Pair>& stack)
{
    const PlanTree::Node& e = execution.nodes[std::size_t(pair.execution)];
    const PlanTree::Node& p = physical.nodes[std::size_t(pair.physical)];
    const auto typeOf = [](const PlanTree& tree, int node) { return tree.nodes[std::size_t(node)].type; };
    if (e.type != p.type) {
        if (p.inputs.size() == 1 && typeOf(physical, p.inputs.front()) == e.type) {
            stack.push_back({pair.execution, p.inputs.front()});
            return;
        }
        if (e.inputs.size() == 1 && typeOf(execution, e.inputs.front()) == p.type) {
            stack.push_back({e.inputs.front(), pair.physical});
            return;
        }
    }
    if (e.inputs.size() == p.inputs.size()) {
        for (std::size_t i = 0; i < e.inputs.size(); ++i) {
            stack.push_back({e.inputs[i], p.inputs[i]});
        }
    }
}

} // namespace

PlanTree planTree(QStringView body)
{
    const std::vector<sql::PlanLine> lines = sql::planLines(body);
    QHash<int, int> reused;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].reuseId > 0 && !reused.contains(lines[i].reuseId)) {
            reused.insert(lines[i].reuseId, int(i));
        }
    }
    PlanTree tree;
    std::vector<char> isUsed(lines.size(), 0);
    for (const sql::PlanLine& line : lines) {
        tree.nodes.push_back({line.text, sql::planOperator(line.text).type, line.cost, {}});
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int node = resolved(lines, reused, int(i));
        const int parent = lines[i].parent;
        if (parent < 0 || node < 0) {
            continue;
        }
        isUsed[std::size_t(node)] = 1;
        tree.nodes[std::size_t(parent)].inputs.push_back(node);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].parent < 0 && lines[i].reference == 0 && !isUsed[i]) {
            tree.roots.push_back(int(i));
        }
    }
    return tree;
}

std::vector<int> inOrder(const PlanTree& tree)
{
    std::vector<char> seen(tree.nodes.size(), 0);
    std::vector<int> order;
    for (const int root : tree.roots) {
        visit(tree, root, seen, order);
    }
    return order;
}

std::vector<int> matchedPhysical(const PlanTree& execution, const PlanTree& physical)
{
    std::vector<int> matches(execution.nodes.size(), -1);
    if (execution.roots.size() != physical.roots.size()) {
        return matches;
    }
    std::vector<Pair> stack;
    for (std::size_t i = 0; i < execution.roots.size(); ++i) {
        stack.push_back({execution.roots[i], physical.roots[i]});
    }
    // Each node of the physical plan is met once, unless the text is garbled.
    std::size_t steps = 2 * (execution.nodes.size() + physical.nodes.size());
    while (!stack.empty() && steps-- > 0) {
        const Pair pair = stack.back();
        stack.pop_back();
        const bool isSame =
            execution.nodes[std::size_t(pair.execution)].type == physical.nodes[std::size_t(pair.physical)].type;
        int& match = matches[std::size_t(pair.execution)];
        if (isSame && match < 0) {
            match = pair.physical;
        }
        pairInputs(execution, physical, pair, stack);
    }
    return matches;
}

Graph graphOf(const PlanTree& tree)
{
    Graph graph;
    QHash<int, QString> ids;
    for (const int node : inOrder(tree)) {
        if (tree.nodes[std::size_t(node)].text.isEmpty()) {
            continue;
        }
        const QString id = QString::number(graph.nodes.size() + 1);
        ids.insert(node, id);
        graph.nodes.push_back(sql::planNode(id, tree.nodes[std::size_t(node)].text));
    }
    for (auto it = ids.constBegin(); it != ids.constEnd(); ++it) {
        for (const int input : tree.nodes[std::size_t(it.key())].inputs) {
            if (ids.contains(input)) {
                graph.edges.push_back({ids.value(input), it.value(), {}, {}});
            }
        }
    }
    std::ranges::stable_sort(graph.edges, {}, [](const GraphEdge& edge) { return edge.to.toInt(); });
    Graph folded = withoutExchanges(graph);
    // Ids without gaps, whatever was left out.
    QHash<QString, QString> renumbered;
    for (GraphNode& node : folded.nodes) {
        const QString id = QString::number(renumbered.size() + 1);
        renumbered.insert(node.id, id);
        node.id = id;
    }
    for (GraphEdge& edge : folded.edges) {
        edge.from = renumbered.value(edge.from);
        edge.to = renumbered.value(edge.to);
    }
    return folded;
}

QString shipOf(const QString& distribution)
{
    const QString kind = distribution.section(u'[', 0, 0).trimmed().toUpper();
    if (kind == u"SINGLE") {
        return u"GLOBAL"_s;
    }
    return kind == u"RANDOM" || kind == u"ROUND_ROBIN" ? u"REBALANCE"_s : kind;
}

Graph withoutExchanges(const Graph& graph)
{
    QHash<QString, const GraphNode*> exchanges;
    for (const GraphNode& node : graph.nodes) {
        if (isExchange(node.type)) {
            exchanges.insert(node.id, &node);
        }
    }
    Graph result;
    std::ranges::copy_if(graph.nodes, std::back_inserter(result.nodes),
        [&exchanges](const GraphNode& node) { return !exchanges.contains(node.id); });
    QHash<QString, const GraphEdge*> into;
    for (const GraphEdge& edge : graph.edges) {
        if (exchanges.contains(edge.to)) {
            into.insert(edge.to, &edge);
        }
    }
    for (GraphEdge edge : graph.edges) {
        if (exchanges.contains(edge.to)) {
            continue;
        }
        // Bounded, since a garbled plan may lead in a circle.
        for (qsizetype steps = exchanges.size(); steps >= 0 && exchanges.contains(edge.from); --steps) {
            const GraphNode* exchange = exchanges.value(edge.from);
            const QString distribution = sql::planOperator(exchange->description).value(u"distribution");
            if (edge.description.isEmpty()) {
                edge.ship = shipOf(distribution);
                edge.description = distribution;
            }
            const GraphEdge* before = into.value(edge.from);
            edge.from = before ? before->from : QString();
        }
        if (!edge.from.isEmpty() && !exchanges.contains(edge.from)) {
            result.edges.push_back(std::move(edge));
        }
    }
    return result;
}

std::vector<int> matchedTexts(const PlanTree& tree, const QStringList& texts)
{
    const std::vector<int> order = inOrder(tree);
    std::vector<char> taken(order.size(), 0);
    std::vector<int> matches;
    QHash<QString, std::size_t> from; // where to go on looking for another step of the same text
    for (const QString& text : texts) {
        int match = -1;
        for (std::size_t i = from.value(text, 0); i < order.size() && match < 0; ++i) {
            if (!taken[i] && tree.nodes[std::size_t(order[i])].text == text) {
                taken[i] = 1;
                match = order[i];
                from.insert(text, i + 1);
            }
        }
        if (match < 0) {
            from.insert(text, order.size());
        }
        matches.push_back(match);
    }
    return matches;
}

} // namespace millrace::flink
