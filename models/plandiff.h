// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"

#include <vector>

namespace millrace {

/// What becomes of the state of an operator when the new plan goes on from a savepoint of the old one.
enum class StateFit {
    Stateless, ///< it keeps none
    Compatible,
    Partly, ///< it can be read, but it was built under other conditions, or some of it begins empty
    Unknown, ///< the plans do not tell
    Incompatible, ///< it would be lost, or Flink would refuse to restore
};

/// "stateless", "compatible", "partly", "unknown", "incompatible": printed, never translated.
QString toId(StateFit fit);

struct PlanValueChange {
    QString name; ///< "groupBy", "parallelism", "input 2"
    QString before;
    QString after;

    friend bool operator==(const PlanValueChange&, const PlanValueChange&) = default;
};

/// One operator of one or both plans.
struct PlanNodeDiff {
    enum class Kind { Same, Changed, Added, Removed };

    Kind kind = Kind::Same;
    QString before; ///< id in the old plan; empty when it was added
    QString after; ///< id in the new plan; empty when it was removed
    QString title;
    QString key; ///< what its state is kept by: "order_id"; empty when it has none or the plan does not say
    std::vector<PlanValueChange> changes;
    StateFit fit = StateFit::Stateless;
    QString reason; ///< one sentence; empty for what needs none

    friend bool operator==(const PlanNodeDiff&, const PlanNodeDiff&) = default;
};

/// Two plans compared. The opinion on state is advice: a plan does not say all that Flink looks at.
struct PlanDiff {
    std::vector<PlanNodeDiff> nodes; ///< in the order of the new plan, then what was removed
    StateFit verdict = StateFit::Compatible; ///< the worst of all
    QStringList notes; ///< sentences on the plans as a whole

    [[nodiscard]] bool losesState() const { return verdict == StateFit::Incompatible; }

    [[nodiscard]] int count(PlanNodeDiff::Kind kind) const;
    [[nodiscard]] bool isSame() const;
};

/// Finds the operators of the old plan in the new one by what they do and where they stand, and says what changed.
/// Costs, row counts and ids alone are no change. For jobs see operatorsOf().
PlanDiff diffPlans(const Graph& before, const Graph& after);

/// "The state fits.", "State would be lost: 2 operators do not fit.": what the whole comes to.
QString verdictText(const PlanDiff& diff);

/// A report for people and for tests: the verdict, then a line for each operator with its changes below it.
QString planDiffAsText(const PlanDiff& diff);

} // namespace millrace
