// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plandiff.h"

#include "models/plandiffparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;
using plandiff::Matching;
using plandiff::Side;

namespace {

/// tr() of this file: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PlanDiff)
};

using Kind = PlanNodeDiff::Kind;

/// What only some kinds of plan say: it is no change that the other one is silent.
bool isExtra(const QString& name)
{
    return name.contains(u'.') || name == u"state" || name == u"inputChangelogMode";
}

/// Neither plans nor people care.
bool isIgnored(const QString& name)
{
    return name == u"rowcount" || name == u"cumulative cost" || name == u"plan id";
}

QString shipText(const GraphEdge& edge)
{
    return edge.description.isEmpty() ? edge.ship : edge.description;
}

/// How the inputs of a node ship, in order.
QStringList shipping(const Side& side, int node)
{
    QStringList texts;
    for (const GraphEdge& edge : side.graph.edges) {
        if (edge.to == side.graph.nodes[std::size_t(node)].id) {
            texts << shipText(edge);
        }
    }
    return texts;
}

/// Only how rows are spread, when one of the plans says no more than that.
bool shipsAlike(const QString& before, const QString& after)
{
    const auto kind = [](const QString& text) { return text.section(u'[', 0, 0).toUpper(); };
    const bool bothTell = before.contains(u'[') == after.contains(u'[');
    return before == after || (!bothTell && kind(before) == kind(after)) || before.isEmpty() || after.isEmpty();
}

class Comparison {
public:
    Comparison(const Graph& before, const Graph& after)
        : m_sides(plandiff::prepared(before, after)), m_matching(plandiff::match(m_sides.first, m_sides.second))
    {
    }

    PlanDiff run()
    {
        lookAround();
        for (std::size_t i = 0; i < after().graph.nodes.size(); ++i) {
            addNode(int(i));
        }
        for (std::size_t i = 0; i < before().graph.nodes.size(); ++i) {
            if (m_matching.after[i] < 0) {
                addSingle(before().graph.nodes[i], Kind::Removed);
            }
        }
        conclude();
        return std::move(m_diff);
    }

private:
    [[nodiscard]] const Side& before() const { return m_sides.first; }

    [[nodiscard]] const Side& after() const { return m_sides.second; }

    /// For each node of the new plan: whether the same steps lead to it, and whether rows are chosen otherwise.
    void lookAround()
    {
        m_around.resize(after().graph.nodes.size());
        const bool allMatched = std::ranges::find(m_matching.after, -1) == m_matching.after.end()
            && std::ranges::find(m_matching.before, -1) == m_matching.before.end();
        for (const int node : after().order) {
            plandiff::Surroundings& around = m_around[std::size_t(node)];
            around.sameElsewhere = allMatched;
            const int old = m_matching.before[std::size_t(node)];
            if (old < 0) {
                around.sameUpstream = false;
                continue;
            }
            const auto& inputs = after().inputs[std::size_t(node)];
            const auto& oldInputs = before().inputs[std::size_t(old)];
            around.sameUpstream = inputs.size() == oldInputs.size();
            for (std::size_t i = 0; i < inputs.size() && around.sameUpstream; ++i) {
                const bool isSame = m_matching.before[std::size_t(inputs[i])] == oldInputs[i];
                around.sameUpstream = isSame && m_around[std::size_t(inputs[i])].sameUpstream;
            }
            for (const int input : inputs) {
                around.filterChanged =
                    around.filterChanged || m_around[std::size_t(input)].filterChanged || filterChanged(input);
            }
        }
    }

    [[nodiscard]] bool filterChanged(int node) const
    {
        const int old = m_matching.before[std::size_t(node)];
        if (old < 0) {
            return false;
        }
        const GraphNode& oldNode = before().graph.nodes[std::size_t(old)];
        const GraphNode& newNode = after().graph.nodes[std::size_t(node)];
        return newNode.type == u"Calc"
            && plandiff::propertyOf(oldNode, u"where") != plandiff::propertyOf(newNode, u"where");
    }

    void addNode(int node)
    {
        const GraphNode& newNode = after().graph.nodes[std::size_t(node)];
        const int old = m_matching.before[std::size_t(node)];
        if (old < 0) {
            addSingle(newNode, Kind::Added);
            return;
        }
        const GraphNode& oldNode = before().graph.nodes[std::size_t(old)];
        PlanNodeDiff diff{
            .before = oldNode.id, .after = newNode.id, .title = newNode.title, .key = plandiff::keyOf(newNode)};
        diff.changes = plandiff::changesOf(oldNode, newNode);
        const QStringList oldShips = shipping(before(), old);
        const QStringList newShips = shipping(after(), node);
        for (qsizetype i = 0; i < newShips.size() && newShips.size() == oldShips.size(); ++i) {
            if (!shipsAlike(oldShips[i], newShips[i])) {
                diff.changes.push_back({u"input "_s + QString::number(i + 1), oldShips[i], newShips[i]});
            }
        }
        diff.kind = diff.changes.empty() ? Kind::Same : Kind::Changed;
        plandiff::judge(diff, oldNode, newNode, m_around[std::size_t(node)]);
        m_diff.nodes.push_back(std::move(diff));
    }

    void addSingle(const GraphNode& node, Kind kind)
    {
        PlanNodeDiff diff{.kind = kind, .title = node.title, .key = plandiff::keyOf(node)};
        (kind == Kind::Added ? diff.after : diff.before) = node.id;
        plandiff::judgeSingle(diff, node);
        m_diff.nodes.push_back(std::move(diff));
    }

    void conclude()
    {
        for (const PlanNodeDiff& node : m_diff.nodes) {
            m_diff.verdict = std::max(m_diff.verdict, node.fit);
        }
        if (before().graph.isEmpty() || after().graph.isEmpty()) {
            m_diff.notes << Texts::tr("One of the plans has no operators.");
        }
    }

    std::pair<Side, Side> m_sides;
    Matching m_matching;
    std::vector<plandiff::Surroundings> m_around; ///< by node of the new plan
    PlanDiff m_diff;
};

QString signOf(Kind kind)
{
    switch (kind) {
    case Kind::Same:
        return u"="_s;
    case Kind::Changed:
        return u"~"_s;
    case Kind::Added:
        return u"+"_s;
    case Kind::Removed:
        break;
    }
    return u"-"_s;
}

int badCount(const PlanDiff& diff, StateFit fit)
{
    return int(std::ranges::count(diff.nodes, fit, &PlanNodeDiff::fit));
}

} // namespace

namespace plandiff {

QString propertyOf(const GraphNode& node, QStringView name)
{
    const auto found = std::ranges::find(node.properties, name, &NamedText::name);
    return found == node.properties.end() ? QString() : found->value;
}

std::vector<PlanValueChange> changesOf(const GraphNode& before, const GraphNode& after)
{
    std::vector<PlanValueChange> changes;
    const auto compare = [&changes](const QString& name, const QString& old, const QString& now) {
        if (old != now && !isIgnored(name)) {
            changes.push_back({name, old, now});
        }
    };
    const auto compareIfBoth = [&compare](const QString& name, const QString& old, const QString& now) {
        if (!old.isEmpty() && !now.isEmpty()) {
            compare(name, old, now);
        }
    };
    compare(u"type"_s, before.type, after.type);
    // A job tells of some steps only their names.
    if (!before.properties.empty() && !after.properties.empty()) {
        for (const NamedText& property : after.properties) {
            const QString old = propertyOf(before, property.name);
            isExtra(property.name) ? compareIfBoth(property.name, old, property.value)
                                   : compare(property.name, old, property.value);
        }
        for (const NamedText& property : before.properties) {
            const bool isGone =
                std::ranges::find(after.properties, property.name, &NamedText::name) == after.properties.end();
            if (isGone && !isExtra(property.name)) {
                compare(property.name, property.value, {});
            }
        }
    } else {
        compare(u"title"_s, before.title, after.title);
    }
    compareIfBoth(u"upsertKeys"_s, before.upsertKeys.join(u", "_s), after.upsertKeys.join(u", "_s));
    compareIfBoth(u"changelogMode"_s, before.changelogMode, after.changelogMode);
    if (before.parallelism > 0 && after.parallelism > 0) {
        compare(u"parallelism"_s, QString::number(before.parallelism), QString::number(after.parallelism));
    }
    return changes;
}

} // namespace plandiff

QString toId(StateFit fit)
{
    switch (fit) {
    case StateFit::Stateless:
        return u"stateless"_s;
    case StateFit::Compatible:
        return u"compatible"_s;
    case StateFit::Partly:
        return u"partly"_s;
    case StateFit::Unknown:
        return u"unknown"_s;
    case StateFit::Incompatible:
        break;
    }
    return u"incompatible"_s;
}

int PlanDiff::count(PlanNodeDiff::Kind kind) const
{
    return int(std::ranges::count(nodes, kind, &PlanNodeDiff::kind));
}

bool PlanDiff::isSame() const
{
    return count(Kind::Same) == int(nodes.size());
}

PlanDiff diffPlans(const Graph& before, const Graph& after)
{
    return Comparison(before, after).run();
}

QString verdictText(const PlanDiff& diff)
{
    switch (diff.verdict) {
    case StateFit::Stateless:
    case StateFit::Compatible:
        return diff.isSame() ? Texts::tr("The plans are the same, and the state fits.") : Texts::tr("The state fits.");
    case StateFit::Partly:
        return Texts::tr("The state fits in part: %n operator(s) begin empty or with what other conditions left.",
            nullptr, badCount(diff, StateFit::Partly));
    case StateFit::Unknown:
        return Texts::tr("The plans do not tell whether the state of %n operator(s) fits.", nullptr,
            badCount(diff, StateFit::Unknown));
    case StateFit::Incompatible:
        break;
    }
    return Texts::tr(
        "State would be lost: that of %n operator(s) does not fit.", nullptr, badCount(diff, StateFit::Incompatible));
}

QString planDiffAsText(const PlanDiff& diff)
{
    QString text = u"state: "_s + toId(diff.verdict) + u"\n"_s + verdictText(diff) + u'\n'
        + Texts::tr("This is advice: a plan does not say all that Flink looks at.") + u'\n';
    for (const QString& note : diff.notes) {
        text += note + u'\n';
    }
    text += u"\n%1 changed, %2 added, %3 removed, %4 same\n"_s.arg(QString::number(diff.count(Kind::Changed)),
        QString::number(diff.count(Kind::Added)), QString::number(diff.count(Kind::Removed)),
        QString::number(diff.count(Kind::Same)));
    for (const PlanNodeDiff& node : diff.nodes) {
        text += signOf(node.kind) + u' ' + node.title + u" ["_s + toId(node.fit) + u"]\n"_s;
        if (!node.reason.isEmpty()) {
            text += u"    "_s + node.reason + u'\n';
        }
        for (const PlanValueChange& change : node.changes) {
            text += u"    %1: %2 -> %3\n"_s.arg(change.name, change.before, change.after);
        }
    }
    return text;
}

} // namespace millrace
