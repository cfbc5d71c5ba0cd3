// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"

#include <QString>
#include <QStringView>

#include <vector>

/// How Flink's planner writes the steps of a plan: Join(joinType=[InnerJoin], where=[(a = b)], select=[a, b]).
namespace millrace::sql {

/// One step, taken apart. Strings in a plan are not escaped, so that taking apart is a best effort: what cannot be told
/// stays together.
struct PlanOperator {
    QString type; ///< "Join"; everything before the first bracket
    std::vector<NamedText> attributes; ///< "joinType", "InnerJoin"; a value loses its own square brackets

    /// The value of an attribute; empty when there is none.
    [[nodiscard]] QString value(QStringView name) const;
    [[nodiscard]] bool has(QStringView name) const;
};

PlanOperator planOperator(QStringView text);

/// The items of a list as it stands in an attribute: "a, f(b, c) AS d" are two.
QStringList planList(QStringView value);

/// The last name of a table attribute: "[default_catalog, default_database, orders]" and "default_catalog.db.orders"
/// are both orders.
QString planTable(QStringView value);

/// One line for people: "Source: orders", "LeftOuterJoin: a = b", "GroupAggregate by shop_id".
QString planTitle(const PlanOperator& step);

/// A node with type, title, description and properties as the text tells them, and with what follows for certain: the
/// upsert key of an aggregate is what it groups by. The attributes changelogMode, upsertKeys and advice are taken out.
GraphNode planNode(const QString& id, const QString& text);

/// The numbers of the advice that belongs to a step of a physical plan.
std::vector<int> planAdviceNumbers(const PlanOperator& step);

/// A line of an indented plan, with the line that it hangs under.
struct PlanLine {
    QString text; ///< the step alone: no drawing, no cost, no (reuse_id=[1])
    QString cost; ///< "rowcount = 1.0E8, cumulative cost = {…}", when the plan says it
    int parent = -1; ///< index of the line that it hangs under; -1 for a root
    int reuseId = 0; ///< others refer to it by this number; 0: nobody does
    int reference = 0; ///< it only stands for the line with this reuseId

    friend bool operator==(const PlanLine&, const PlanLine&) = default;
};

/// The lines of a plan drawn with "+- ", ":- " and ":  ", in the order of the text. Several plans may follow each other
/// with an empty line between them. A line that is drawn nowhere goes on with the one before.
std::vector<PlanLine> planLines(QStringView text);

} // namespace millrace::sql
