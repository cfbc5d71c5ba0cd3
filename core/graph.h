// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace millrace {

/// A name and a value as they are shown side by side.
struct NamedText {
    QString name;
    QString value;

    friend bool operator==(const NamedText&, const NamedText&) = default;
};

/// One step of a plan, a job or a pipeline.
struct GraphNode {
    QString id; ///< unique within its graph
    QString type; ///< "Join", "TableSourceScan": what it does, in one or two words of the system's own
    QString title; ///< one line for the box; the type when the system has nothing better
    QString description; ///< all that the system says of it; may have many lines
    int parallelism = 0; ///< 0: not known
    QString chain; ///< nodes with the same one, when it is not empty, run as one vertex
    QStringList upsertKeys; ///< "[id]", "[id, day]"
    QString changelogMode; ///< "I", "I,UA,D": the kinds of changes that it sends on
    std::vector<NamedText> properties; ///< what else is known, in the order in which to show it
    QStringList advice; ///< what the planner warns of here, in its words

    friend bool operator==(const GraphNode&, const GraphNode&) = default;
};

/// What flows from one node to another.
struct GraphEdge {
    QString from;
    QString to;
    QString ship; ///< "HASH", "FORWARD", "REBALANCE", "BROADCAST"; empty when not known
    QString description; ///< "hash[id]"; empty when ship says all

    friend bool operator==(const GraphEdge&, const GraphEdge&) = default;
};

/// A directed graph of work. May have cycles, parts that do not touch, and edges whose end is missing; readers of a
/// graph drop the latter.
struct Graph {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;

    [[nodiscard]] bool isEmpty() const { return nodes.empty(); }

    friend bool operator==(const Graph&, const Graph&) = default;
};

} // namespace millrace
