// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"
#include "core/sqlexecution.h"

namespace millrace {

/// Another view of the same statement: "Job plan", "Lineage".
struct NamedGraph {
    QString name;
    Graph graph;

    friend bool operator==(const NamedGraph&, const NamedGraph&) = default;
};

/// What a system says about a statement that it has not run.
struct Explanation {
    Graph graph; ///< the plan that would run
    Graph logical; ///< the syntax tree or logical plan, when the system gives one
    std::vector<NamedText> texts; ///< the parts as the server sent them, in its order: "Abstract Syntax Tree", …
    std::vector<NamedGraph> graphs = {}; ///< more of them, each shown beside the plan
    QStringList advice; ///< that belongs to no node
    QString json; ///< the plan in the system's own JSON; empty when it has none

    friend bool operator==(const Explanation&, const Explanation&) = default;
};

/// Capability: says what a statement would do.
class PlanExplainer {
public:
    virtual ~PlanExplainer() = default;

    /// statement as it stands in the script, without the final ; — a query, an INSERT, a statement set. session may be
    /// null where the system explains without one. An Error of kind Sql has its range in statement.
    virtual QCoro::Task<Result<Explanation>> explain(
        std::shared_ptr<SqlSession> session, QString statement, CancellationToken token) = 0;
};

} // namespace millrace
