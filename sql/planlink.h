// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace millrace::sql {

/// A part of a statement that a node of its plan comes from. Offsets are UTF-16 units of the statement.
struct PlanLink {
    QString node; ///< id
    int begin = 0;
    int end = 0;

    friend bool operator==(const PlanLink&, const PlanLink&) = default;
};

/// Which part of the statement each node of its plan comes from, as far as names tell: a scan from the table's name, a
/// sink from INSERT INTO, a join from its JOIN … ON, an aggregate from its GROUP BY, and so on. A best effort: planners
/// merge, push down and reorder. Nodes without a part of their own are left out; a table that is named twice has two
/// links. In the order of the nodes.
std::vector<PlanLink> planLinks(const Graph& graph, QStringView statement);

/// The node whose part of the statement is the smallest around offset; empty when there is none.
QString planNodeAt(const std::vector<PlanLink>& links, int offset);

} // namespace millrace::sql
