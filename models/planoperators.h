// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"

namespace millrace {

/// A job's graph has a node for each vertex, and the steps that run in a vertex as lines of its description:
/// "[1]:TableSourceScan(…)", "+- [2]:Calc(…)". This makes a graph of the steps, with the vertex as their chain, so that
/// it can be laid beside a plan. A graph without such lines comes back as it is.
///
/// A vertex does not say which of its steps another vertex reads. Flink numbers the steps of a plan in the order in
/// which they follow each other, so it is taken to be the nearest one before the reader.
Graph operatorsOf(const Graph& graph);

} // namespace millrace
