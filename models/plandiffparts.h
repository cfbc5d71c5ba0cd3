// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/plandiff.h"
#include "sql/planoperator.h"

#include <QHash>

/// The parts of comparing two plans. Inner to plandiff.
namespace millrace::plandiff {

/// A plan prepared for comparing.
struct Side {
    Graph graph;
    std::vector<std::vector<int>> inputs; ///< by node, in the order of the edges
    std::vector<std::vector<int>> outputs;
    std::vector<int> order; ///< inputs first, as far as cycles allow
    std::vector<QString> families; ///< "Join" for every kind of join
    std::vector<QString> meanings; ///< what the step does, as one text
};

/// Leaves out steps that only appear when a plan becomes a job (checks of NOT NULL, committers), if the other plan has
/// none of them.
std::pair<Side, Side> prepared(const Graph& before, const Graph& after);

struct Matching {
    std::vector<int> after; ///< by node of the old plan; -1 for none
    std::vector<int> before; ///< by node of the new plan; -1 for none
};

Matching match(const Side& before, const Side& after);

/// What changed between two nodes, ids and estimates apart.
std::vector<PlanValueChange> changesOf(const GraphNode& before, const GraphNode& after);

/// The value of a property; empty when there is none.
QString propertyOf(const GraphNode& node, QStringView name);

/// What comes before an operator, as far as the opinion on its state needs it.
struct Surroundings {
    bool sameUpstream = true; ///< the same steps lead to it, in the same order
    bool sameElsewhere = true; ///< nothing was added or removed in the whole plan
    bool filterChanged = false; ///< it gets rows chosen by another condition
};

/// Fills in fit and reason of a node that is in both plans.
void judge(PlanNodeDiff& diff, const GraphNode& before, const GraphNode& after, const Surroundings& around);
/// The same for one that was added or removed.
void judgeSingle(PlanNodeDiff& diff, const GraphNode& node);

bool keepsState(const GraphNode& node);
/// What a step keeps its state by, without the names of tables; empty when it has no key or does not say.
QString keyOf(const GraphNode& node);
QString familyOf(const QString& type);

} // namespace millrace::plandiff
