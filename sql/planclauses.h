// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringView>

#include <vector>

/// Inner to planlink.
namespace millrace::sql {

/// A part of a query that a planner makes a step of.
struct PlanClause {
    enum class Kind {
        Table, ///< a name behind FROM, JOIN, a comma or TABLE
        Target, ///< the name behind INSERT INTO
        Join, ///< JOIN … up to the end of its condition
        Where,
        GroupBy,
        Having,
        SelectList,
        Distinct,
        OrderBy,
        Limit,
        Over, ///< function OVER (…)
        Window, ///< TUMBLE(…), HOP(…), CUMULATE(…), SESSION(…)
        SetOperation, ///< UNION, INTERSECT, EXCEPT
        Match, ///< MATCH_RECOGNIZE (…)
        Unnest, ///< UNNEST(…), LATERAL …
        Values,
    };

    Kind kind = Kind::Table;
    int begin = 0;
    int end = 0;
    QString name; ///< of a table or target: the last part, without quotes
    QSet<QString> words; ///< the names and words in it, in small letters
};

/// All of a statement, subqueries included, in the order in which they begin.
std::vector<PlanClause> planClauses(QStringView statement);

} // namespace millrace::sql
