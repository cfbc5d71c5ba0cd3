// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace millrace {

/// What of a graph is put together or left out. Ids are those of the whole graph; unknown ones do nothing.
struct GraphFolds {
    bool chains = false; ///< the nodes of each chain are one
    QSet<QString> upstream; ///< all that lies above each of these is one node
    QSet<QString> downstream; ///< all that lies below
    QString focus; ///< only what leads to it, itself, and what it leads to; empty shows all

    [[nodiscard]] bool isEmpty() const
    {
        return !chains && upstream.isEmpty() && downstream.isEmpty() && focus.isEmpty();
    }

    friend bool operator==(const GraphFolds&, const GraphFolds&) = default;
};

/// A graph with its folds done, and where its nodes went.
struct FoldedGraph {
    Graph graph;
    QHash<QString, QString> shownAs; ///< id in the whole graph to id in this one; nothing for what is left out
    QHash<QString, QStringList> members; ///< of the nodes that stand for several; in the order of the whole graph
    QHash<QString, QString> upstreamOf; ///< id of a folded node to the node that it is upstream of
    QHash<QString, QString> downstreamOf;
};

/// The node of a chain has the chain's name as its id, so that figures by vertex reach it.
[[nodiscard]] FoldedGraph foldGraph(const Graph& graph, const GraphFolds& folds);

/// Ids of all nodes from which id can be reached, or that can be reached from it; without id itself, even in a cycle.
[[nodiscard]] QSet<QString> ancestorsOf(const Graph& graph, const QString& id);
[[nodiscard]] QSet<QString> descendantsOf(const Graph& graph, const QString& id);
/// True when a chain has more than one node.
[[nodiscard]] bool hasChains(const Graph& graph);

} // namespace millrace
