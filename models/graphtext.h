// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graphlayout.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace millrace {

/// The line of a node's box: its title, or its type or id when it has none.
[[nodiscard]] QString titleOf(const GraphNode& node);
/// One line below the title: what the description adds to it; may be empty.
[[nodiscard]] QString subtitleOf(const GraphNode& node);
/// "HASH[id]": what stands at an edge.
[[nodiscard]] QString labelOf(const GraphEdge& edge);
/// The index of each id; the first of equal ones.
[[nodiscard]] QHash<QString, int> indexById(const Graph& graph);

/// One line a node, from the sources to the sinks, with what leads to it: for screen readers and the clipboard. The
/// order is that of nodesInOrder(). figures, by node, stand behind its title where they are not empty.
[[nodiscard]] QString graphAsText(const Graph& graph, const QStringList& figures = {});
/// Indices of all nodes, each behind those that lead to it as far as cycles allow.
[[nodiscard]] std::vector<int> nodesInOrder(const Graph& graph);

/// A file that dot and other programs read; each node has its title, each edge its label.
[[nodiscard]] QString graphAsDot(const Graph& graph);
/// {"nodes":[{"id","type","description","parallelism"}],"edges":[{"from","to","ship"}]}: stable, without white space.
[[nodiscard]] QByteArray graphAsJson(const Graph& graph);
/// Whole coordinates, one line a node and an edge: what tests compare.
[[nodiscard]] QString geometryAsText(const Graph& graph, const GraphGeometry& geometry);

} // namespace millrace
