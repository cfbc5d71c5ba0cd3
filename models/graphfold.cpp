// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graphfold.h"

#include "models/graphtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(millrace::GraphFold)
};

QSet<QString> reached(const Graph& graph, const QString& id, bool upwards)
{
    QHash<QString, QStringList> next;
    for (const GraphEdge& edge : graph.edges) {
        next[upwards ? edge.to : edge.from].append(upwards ? edge.from : edge.to);
    }
    const QHash<QString, int> index = indexById(graph);
    QSet<QString> all;
    QStringList waiting{id};
    while (!waiting.isEmpty()) {
        const QStringList ways = next.value(waiting.takeLast());
        for (const QString& other : ways) {
            if (other != id && index.contains(other) && !all.contains(other)) {
                all.insert(other);
                waiting.append(other);
            }
        }
    }
    return all;
}

/// Nodes that become one.
struct Group {
    enum class Kind { Upstream, Downstream, Chain };

    Kind kind = Kind::Chain;
    QString of; ///< the node it lies above or below, or the chain's name
    std::vector<int> members;
};

class Folding {
public:
    Folding(const Graph& graph, const GraphFolds& folds) : m_graph(graph), m_groupOf(graph.nodes.size(), -1)
    {
        m_shown.assign(graph.nodes.size(), true);
        m_index = indexById(graph);
        if (m_index.contains(folds.focus)) {
            keepOnly(folds.focus);
        }
        groupReached(folds.upstream, Group::Kind::Upstream);
        groupReached(folds.downstream, Group::Kind::Downstream);
        if (folds.chains) {
            groupChains();
        }
    }

    FoldedGraph take()
    {
        for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
            addNode(i);
        }
        addEdges();
        return std::move(m_result);
    }

private:
    void keepOnly(const QString& focus)
    {
        QSet<QString> kept = reached(m_graph, focus, true);
        kept.unite(reached(m_graph, focus, false));
        kept.insert(focus);
        for (size_t i = 0; i < m_shown.size(); ++i) {
            m_shown[i] = kept.contains(m_graph.nodes[i].id);
        }
    }

    void addGroup(Group group)
    {
        if (group.members.size() < 2) {
            return;
        }
        for (const int member : group.members) {
            m_groupOf[static_cast<size_t>(member)] = static_cast<int>(m_groups.size());
        }
        m_groups.push_back(std::move(group));
    }

    [[nodiscard]] bool isFree(size_t node) const { return m_shown[node] && m_groupOf[node] < 0; }

    void groupReached(const QSet<QString>& ids, Group::Kind kind)
    {
        QStringList sorted(ids.cbegin(), ids.cend());
        // The node that reaches most comes first, so that a fold within another one is part of it.
        QHash<QString, QSet<QString>> sets;
        for (const QString& id : sorted) {
            sets.insert(id, reached(m_graph, id, kind == Group::Kind::Upstream));
        }
        std::sort(sorted.begin(), sorted.end(), [&](const QString& one, const QString& other) {
            const auto sizes = std::pair(sets[one].size(), sets[other].size());
            return sizes.first != sizes.second ? sizes.first > sizes.second : one < other;
        });
        for (const QString& id : sorted) {
            if (!m_index.contains(id) || !isFree(static_cast<size_t>(m_index.value(id)))) {
                continue;
            }
            Group group{.kind = kind, .of = id, .members = {}};
            for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
                if (isFree(i) && sets[id].contains(m_graph.nodes[i].id)) {
                    group.members.push_back(static_cast<int>(i));
                }
            }
            addGroup(std::move(group));
        }
    }

    void groupChains()
    {
        QHash<QString, std::vector<int>> chains;
        QStringList names;
        for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const QString& chain = m_graph.nodes[i].chain;
            if (!chain.isEmpty() && isFree(i)) {
                if (!chains.contains(chain)) {
                    names << chain;
                }
                chains[chain].push_back(static_cast<int>(i));
            }
        }
        for (const QString& name : names) {
            addGroup({.kind = Group::Kind::Chain, .of = name, .members = chains.value(name)});
        }
    }

    [[nodiscard]] QString freeId(QString id) const
    {
        while (m_index.contains(id) || m_result.members.contains(id)) {
            id += u'+';
        }
        return id;
    }

    [[nodiscard]] GraphNode nodeOf(const Group& group) const
    {
        GraphNode node;
        const int count = static_cast<int>(group.members.size());
        const GraphNode& first = m_graph.nodes[static_cast<size_t>(group.members.front())];
        node.parallelism = first.parallelism;
        QStringList titles;
        for (const int member : group.members) {
            const GraphNode& one = m_graph.nodes[static_cast<size_t>(member)];
            titles << titleOf(one);
            node.advice << one.advice;
            if (one.parallelism != node.parallelism) {
                node.parallelism = 0;
            }
        }
        node.changelogMode = m_graph.nodes[static_cast<size_t>(group.members.back())].changelogMode;
        node.type = Texts::tr("%n steps", nullptr, count);
        if (group.kind == Group::Kind::Chain) {
            node.id = freeId(group.of);
            node.chain = group.of;
            node.title = titles.join(u" → "_s);
        } else if (group.kind == Group::Kind::Upstream) {
            node.id = freeId(u"upstream of "_s + group.of);
            node.title = Texts::tr("%n steps upstream", nullptr, count);
        } else {
            node.id = freeId(u"downstream of "_s + group.of);
            node.title = Texts::tr("%n steps downstream", nullptr, count);
        }
        node.description = titles.join(group.kind == Group::Kind::Chain ? u" → "_s : u", "_s);
        return node;
    }

    void addNode(size_t index)
    {
        const GraphNode& node = m_graph.nodes[index];
        if (!m_shown[index]) {
            return;
        }
        const int number = m_groupOf[index];
        if (number < 0) {
            m_result.graph.nodes.push_back(node);
            m_result.shownAs.insert(node.id, node.id);
            return;
        }
        const Group& group = m_groups[static_cast<size_t>(number)];
        if (group.members.front() != static_cast<int>(index)) {
            return;
        }
        GraphNode folded = nodeOf(group);
        for (const int member : group.members) {
            const QString& id = m_graph.nodes[static_cast<size_t>(member)].id;
            m_result.shownAs.insert(id, folded.id);
            m_result.members[folded.id].append(id);
        }
        if (group.kind != Group::Kind::Chain) {
            (group.kind == Group::Kind::Upstream ? m_result.upstreamOf : m_result.downstreamOf)
                .insert(folded.id, group.of);
        }
        m_result.graph.nodes.push_back(std::move(folded));
    }

    /// What runs inside a folded node is gone; ways that became the same are one.
    void addEdges()
    {
        QSet<QStringList> seen;
        for (const GraphEdge& edge : m_graph.edges) {
            GraphEdge folded = edge;
            folded.from = m_result.shownAs.value(edge.from);
            folded.to = m_result.shownAs.value(edge.to);
            if (folded.from.isEmpty() || folded.to.isEmpty()) {
                continue;
            }
            const bool changed = folded.from != edge.from || folded.to != edge.to;
            if (changed && folded.from == folded.to) {
                continue;
            }
            const QStringList key{folded.from, folded.to, folded.ship, folded.description};
            if (changed && seen.contains(key)) {
                continue;
            }
            seen.insert(key);
            m_result.graph.edges.push_back(std::move(folded));
        }
    }

    const Graph& m_graph;
    QHash<QString, int> m_index;
    std::vector<bool> m_shown;
    std::vector<int> m_groupOf; ///< by node; -1 for none
    std::vector<Group> m_groups;
    FoldedGraph m_result;
};

} // namespace

FoldedGraph foldGraph(const Graph& graph, const GraphFolds& folds)
{
    return Folding(graph, folds).take();
}

QSet<QString> ancestorsOf(const Graph& graph, const QString& id)
{
    return reached(graph, id, true);
}

QSet<QString> descendantsOf(const Graph& graph, const QString& id)
{
    return reached(graph, id, false);
}

bool hasChains(const Graph& graph)
{
    QSet<QString> seen;
    for (const GraphNode& node : graph.nodes) {
        if (!node.chain.isEmpty() && seen.contains(node.chain)) {
            return true;
        }
        seen.insert(node.chain);
    }
    return false;
}

} // namespace millrace
