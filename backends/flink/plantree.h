// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"
#include "sql/planoperator.h"

#include <QMap>

#include <vector>

namespace millrace::flink {

/// A plan that was drawn as trees, with what is written once and used twice put together again.
struct PlanTree {
    struct Node {
        QString text; ///< "Join(joinType=[InnerJoin], …)"
        QString type; ///< "Join"
        QString cost;
        std::vector<int> inputs; ///< indices; in the order of the text
    };

    std::vector<Node> nodes;
    std::vector<int> roots; ///< sinks and queries; what is only written down for others to use is none
};

PlanTree planTree(QStringView body);

/// Indices of all nodes, inputs before those that read them: the order in which Flink numbers them.
std::vector<int> inOrder(const PlanTree& tree);

/// Which node of the physical plan each node of the execution plan was made of; -1 where none fits. The physical plan
/// repeats what the execution plan uses twice.
std::vector<int> matchedPhysical(const PlanTree& execution, const PlanTree& physical);

/// The tree as a graph: exchanges become edges that say how they ship. Ids count from 1.
Graph graphOf(const PlanTree& tree);

/// Steps that only move rows, as edges: Exchange(distribution=[hash[a]]) says HASH and "hash[a]". How a node without a
/// place in the graph ships is kept where an edge says nothing itself.
Graph withoutExchanges(const Graph& graph);

/// "hash[a]" ships as HASH, "single" as GLOBAL.
QString shipOf(const QString& distribution);

/// Which tree node each node of a JSON plan (given as texts, in its order) is; -1 where none fits.
std::vector<int> matchedTexts(const PlanTree& tree, const QStringList& texts);

} // namespace millrace::flink
