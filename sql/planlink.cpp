// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/planlink.h"

#include "sql/planclauses.h"
#include "sql/planoperator.h"
#include "sql/tokenizer.h"

#include <QHash>

#include <algorithm>

namespace millrace::sql {

using namespace Qt::StringLiterals;
using Kind = PlanClause::Kind;

namespace {

/// Names in an expression of a plan, in small letters: "(shop_id = shop_id0)" has shop_id and, as the planner numbers
/// columns of the same name, shop_id again.
QSet<QString> namesIn(QStringView expression)
{
    QSet<QString> names;
    for (const Token& token : tokenize(expression)) {
        if (token.kind != TokenKind::Word && token.kind != TokenKind::QuotedName) {
            continue;
        }
        QString name = expression.sliced(token.offset, token.length).toString().toLower();
        names.insert(name);
        while (!name.isEmpty() && name.back().isDigit()) {
            name.chop(1);
        }
        if (!name.isEmpty()) {
            names.insert(name);
        }
    }
    return names;
}

/// Which kinds of clauses a step may come from, the likeliest first, and the names to look for in them.
struct Wanted {
    std::vector<Kind> kinds;
    QSet<QString> names;
};

Wanted wantedOf(const PlanOperator& step)
{
    const QString& type = step.type;
    if (type == u"LookupJoin" || type == u"TemporalJoin" || type.endsWith("Join"_L1)) {
        // A subquery behind IN or EXISTS is a join, too.
        return {{Kind::Join, Kind::Where, Kind::SetOperation}, namesIn(step.value(u"where"))};
    }
    if (type.contains("WindowTableFunction"_L1)) {
        return {{Kind::Window, Kind::GroupBy}, namesIn(step.value(u"window"))};
    }
    if (type == u"OverAggregate") {
        return {{Kind::Over, Kind::SelectList},
            namesIn(QString(step.value(u"partitionBy") + u' ' + step.value(u"orderBy")))};
    }
    if (type.endsWith("Aggregate"_L1)) {
        return {{Kind::GroupBy, Kind::Distinct, Kind::SetOperation, Kind::SelectList, Kind::Window},
            namesIn(step.value(u"groupBy"))};
    }
    if (type.contains("Rank"_L1) || type.contains("Deduplicate"_L1)) {
        return {{Kind::Over, Kind::OrderBy},
            namesIn(QString(step.value(u"partitionBy") + u' ' + step.value(u"key") + u' ' + step.value(u"orderBy")))};
    }
    if (type == u"Match") {
        return {{Kind::Match}, {}};
    }
    if (type == u"Union") {
        return {{Kind::SetOperation}, {}};
    }
    if (type == u"Correlate") {
        return {{Kind::Unnest}, {}};
    }
    if (type == u"Values") {
        return {{Kind::Values, Kind::SelectList}, {}};
    }
    if (type == u"Limit" || type == u"SortLimit") {
        return {{Kind::Limit, Kind::OrderBy}, {}};
    }
    if (type.contains("Sort"_L1)) {
        return {{Kind::OrderBy}, namesIn(step.value(u"orderBy"))};
    }
    if (type == u"Expand") {
        return {{Kind::GroupBy}, {}};
    }
    if (type == u"Calc" && step.has(u"where")) {
        return {{Kind::Where, Kind::Having, Kind::Join}, namesIn(step.value(u"where"))};
    }
    if (type == u"Calc") {
        return {{Kind::SelectList}, namesIn(step.value(u"select"))};
    }
    return {};
}

class Linker {
public:
    Linker(const Graph& graph, QStringView statement) : m_graph(graph), m_clauses(planClauses(statement))
    {
        for (const GraphEdge& edge : graph.edges) {
            m_inputs[edge.to].push_back(edge.from);
        }
        for (const GraphNode& node : graph.nodes) {
            m_nodes.insert(node.id, &node);
        }
    }

    std::vector<PlanLink> run()
    {
        for (const GraphNode& node : m_graph.nodes) {
            link(node);
        }
        return std::move(m_links);
    }

private:
    void link(const GraphNode& node)
    {
        const PlanOperator step = planOperator(node.description);
        if (step.type.endsWith("Scan"_L1)) {
            addTables(node.id, Kind::Table, planTable(step.value(u"table")));
        } else if (step.type.endsWith("Sink"_L1) || node.type == u"Sink") {
            const QString title = node.title.section(u": "_s, 1);
            addTables(node.id, Kind::Target, step.has(u"table") ? planTable(step.value(u"table")) : title);
        } else if (const Wanted wanted = wantedOf(step); !wanted.kinds.empty()) {
            addBest(node.id, wanted);
        } else {
            addSourceOf(node);
        }
    }

    void add(const QString& node, const PlanClause& clause) { m_links.push_back({node, clause.begin, clause.end}); }

    void addTables(const QString& node, Kind kind, const QString& name)
    {
        for (const PlanClause& clause : m_clauses) {
            if (clause.kind == kind && clause.name.compare(name, Qt::CaseInsensitive) == 0) {
                add(node, clause);
            }
        }
    }

    /// The clause that names the most of the step's columns; of equal ones the first that no other step has.
    void addBest(const QString& node, const Wanted& wanted)
    {
        for (const Kind kind : wanted.kinds) {
            const PlanClause* best = nullptr;
            double bestScore = -1;
            for (const PlanClause& clause : m_clauses) {
                if (clause.kind != kind) {
                    continue;
                }
                const QSet<QString> common = QSet<QString>(wanted.names).intersect(clause.words);
                const double score =
                    double(common.size()) - 0.5 * m_taken.value(clause.begin, 0) - 0.01 * double(clause.words.size());
                const bool tells = wanted.names.isEmpty() || !common.isEmpty() || kind == wanted.kinds.front();
                if (tells && (!best || score > bestScore)) {
                    best = &clause;
                    bestScore = score;
                }
            }
            if (best) {
                ++m_taken[best->begin];
                add(node, *best);
                return;
            }
        }
    }

    /// What belongs to a source (its watermark, its normalizing) comes from the table's name.
    void addSourceOf(const GraphNode& node)
    {
        QString at = node.id;
        for (qsizetype steps = m_nodes.size(); steps > 0; --steps) {
            const std::vector<QString>& inputs = m_inputs[at];
            if (inputs.size() != 1 || !m_nodes.contains(inputs.front())) {
                return;
            }
            at = inputs.front();
            const PlanOperator step = planOperator(m_nodes.value(at)->description);
            if (step.type.endsWith("Scan"_L1)) {
                addTables(node.id, Kind::Table, planTable(step.value(u"table")));
                return;
            }
        }
    }

    const Graph& m_graph;
    std::vector<PlanClause> m_clauses;
    QHash<QString, std::vector<QString>> m_inputs;
    QHash<QString, const GraphNode*> m_nodes;
    QHash<int, int> m_taken; ///< begin of a clause to how many steps come from it
    std::vector<PlanLink> m_links;
};

} // namespace

std::vector<PlanLink> planLinks(const Graph& graph, QStringView statement)
{
    return Linker(graph, statement).run();
}

QString planNodeAt(const std::vector<PlanLink>& links, int offset)
{
    const PlanLink* best = nullptr;
    for (const PlanLink& link : links) {
        if (link.begin <= offset && offset <= link.end && (!best || link.end - link.begin < best->end - best->begin)) {
            best = &link;
        }
    }
    return best ? best->node : QString();
}

} // namespace millrace::sql
