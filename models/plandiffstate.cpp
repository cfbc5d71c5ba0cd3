// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plandiffparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::plandiff {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this file: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PlanDiff)
};

struct Opinion {
    StateFit fit = StateFit::Compatible;
    QString reason;
};

bool isChanged(const GraphNode& before, const GraphNode& after, QStringView name)
{
    return propertyOf(before, name) != propertyOf(after, name);
}

QString shown(const QString& value)
{
    return value.isEmpty() ? Texts::tr("nothing") : value;
}

/// The expression without its name: "SUM(amount) AS total" is kept as SUM(amount).
QString withoutAlias(const QString& item)
{
    const qsizetype as = item.lastIndexOf(" AS "_L1);
    return as < 0 ? item : item.first(as);
}

/// What an aggregate computes, in order.
QStringList calls(const GraphNode& node)
{
    QStringList result;
    for (const QString& item : sql::planList(propertyOf(node, u"select"))) {
        result << withoutAlias(item);
    }
    return result;
}

/// The conditions of a join that make its keys: "a = b".
QStringList equalities(const QString& condition)
{
    QString bare = condition;
    bare.remove(u'(').remove(u')');
    QStringList keys;
    for (const QString& term : bare.split(" AND "_L1)) {
        if (term.contains(" = "_L1) && !term.contains(u'\'')) {
            keys << term.trimmed();
        }
    }
    keys.sort();
    return keys;
}

std::optional<Opinion> changedKey(
    const GraphNode& before, const GraphNode& after, QStringView name, const QString& what)
{
    if (!isChanged(before, after, name)) {
        return std::nullopt;
    }
    return Opinion{StateFit::Incompatible,
        Texts::tr("%1 changes from %2 to %3: what was kept belongs to the old ones.")
            .arg(what, shown(propertyOf(before, name)), shown(propertyOf(after, name)))};
}

std::optional<Opinion> judgeAggregate(const GraphNode& before, const GraphNode& after)
{
    for (const QString& name : {u"groupBy"_s, u"partitionBy"_s}) {
        if (const auto opinion = changedKey(before, after, name, Texts::tr("The key of the groups"))) {
            return opinion;
        }
    }
    if (const auto opinion = changedKey(before, after, u"window", Texts::tr("The window"))) {
        return opinion;
    }
    if (calls(before) != calls(after)) {
        return Opinion{StateFit::Incompatible,
            Texts::tr(
                "It computes other aggregates than before (%1, now %2): their accumulators are kept in one row of "
                "another shape.")
                .arg(calls(before).join(u", "_s), calls(after).join(u", "_s))};
    }
    return std::nullopt;
}

std::optional<Opinion> judgeJoin(const GraphNode& before, const GraphNode& after)
{
    if (const auto opinion = changedKey(before, after, u"joinType", Texts::tr("The kind of join"))) {
        return opinion;
    }
    if (equalities(propertyOf(before, u"where")) != equalities(propertyOf(after, u"where"))) {
        return changedKey(before, after, u"where", Texts::tr("The key of the join"));
    }
    if (isChanged(before, after, u"select")) {
        return Opinion{StateFit::Incompatible,
            Texts::tr("It keeps rows with other columns than before (%1, now %2).")
                .arg(propertyOf(before, u"select"), propertyOf(after, u"select"))};
    }
    for (const QString& name : {u"leftInputSpec"_s, u"rightInputSpec"_s}) {
        if (const auto opinion = changedKey(before, after, name, Texts::tr("The unique key of an input"))) {
            return opinion;
        }
    }
    if (isChanged(before, after, u"where")) {
        return Opinion{StateFit::Partly,
            Texts::tr("Its other conditions changed: rows that were joined already followed the old ones.")};
    }
    return std::nullopt;
}

std::optional<Opinion> judgeRank(const GraphNode& before, const GraphNode& after)
{
    for (const QString& name : {u"partitionBy"_s, u"key"_s, u"orderBy"_s, u"order"_s, u"keep"_s, u"strategy"_s}) {
        if (const auto opinion = changedKey(before, after, name, Texts::tr("The key or the order"))) {
            return opinion;
        }
    }
    if (isChanged(before, after, u"select")) {
        return Opinion{StateFit::Incompatible,
            Texts::tr("It keeps rows with other columns than before (%1, now %2).")
                .arg(propertyOf(before, u"select"), propertyOf(after, u"select"))};
    }
    if (isChanged(before, after, u"rankRange")) {
        return Opinion{StateFit::Partly,
            Texts::tr("It keeps another number of rows (%1, now %2): rows that were dropped do not come back.")
                .arg(propertyOf(before, u"rankRange"), propertyOf(after, u"rankRange"))};
    }
    return std::nullopt;
}

std::optional<Opinion> judgeEnds(const GraphNode& before, const GraphNode& after)
{
    if (before.title == after.title) {
        return std::nullopt;
    }
    if (familyOf(before.type) == u"Source") {
        return Opinion{StateFit::Incompatible,
            Texts::tr("It reads another table (%1, now %2): the positions it kept are those of the old one.")
                .arg(before.title, after.title)};
    }
    return Opinion{StateFit::Unknown,
        Texts::tr("It writes to another table (%1, now %2): a plan does not say what a sink keeps.")
            .arg(before.title, after.title)};
}

/// What changed of a kind of operator that has no rules of its own counts as its state.
std::optional<Opinion> judgeOther(const PlanNodeDiff& diff)
{
    const auto matters = [](const PlanValueChange& change) {
        return change.name != u"parallelism" && !change.name.startsWith("input "_L1) && change.name != u"changelogMode"
            && !change.name.contains(u'.') && change.name != u"advice";
    };
    const auto found = std::ranges::find_if(diff.changes, matters);
    if (found == diff.changes.end()) {
        return std::nullopt;
    }
    return Opinion{StateFit::Unknown,
        Texts::tr("Its %1 changed: a plan does not say what that means for its state.").arg(found->name)};
}

/// Two compiled plans name the state of an operator by its number.
std::optional<Opinion> judgeIds(const GraphNode& before, const GraphNode& after, bool& namedByIds)
{
    const QString old = propertyOf(before, u"plan id");
    const QString now = propertyOf(after, u"plan id");
    namedByIds = !old.isEmpty() && !now.isEmpty();
    if (!namedByIds || old == now) {
        return std::nullopt;
    }
    return Opinion{StateFit::Unknown,
        Texts::tr("Its state would fit, but the compiled plans call it %1 and %2, and Flink finds state by that: give "
                  "the new plan the old ids.")
            .arg(old, now)};
}

std::optional<Opinion> judgeTtl(const GraphNode& before, const GraphNode& after)
{
    for (const QString& name : {u"state"_s, u"stateTtlHints"_s}) {
        const QString old = propertyOf(before, name);
        const QString now = propertyOf(after, name);
        if (old != now && (name != u"state" || (!old.isEmpty() && !now.isEmpty()))) {
            return Opinion{StateFit::Unknown,
                Texts::tr("The time that state lives changed (%1, now %2): switching it on or off is refused by Flink "
                          "before 2.2.")
                    .arg(shown(old), shown(now))};
        }
    }
    return std::nullopt;
}

Opinion judgeAround(const GraphNode& before, const GraphNode& after, const Surroundings& around)
{
    bool namedByIds = false;
    if (auto opinion = judgeIds(before, after, namedByIds)) {
        return *opinion;
    }
    if (!namedByIds && !around.sameUpstream) {
        return {StateFit::Incompatible,
            Texts::tr("Operators before it were added, removed or put in another order, and Flink names state by the "
                      "order of operators unless the plan is a compiled one.")};
    }
    if (!namedByIds && !around.sameElsewhere) {
        return {StateFit::Unknown,
            Texts::tr("It is the same, but operators were added or removed elsewhere, which may change the name that "
                      "Flink gives its state.")};
    }
    if (around.filterChanged) {
        return {StateFit::Partly, Texts::tr("What it keeps comes from rows chosen by the old condition.")};
    }
    return {};
}

} // namespace

bool keepsState(const GraphNode& node)
{
    static const QStringList kinds{u"Source"_s, u"Join"_s, u"Aggregate"_s, u"Rank"_s, u"WindowRank"_s,
        u"WindowDeduplicate"_s, u"Match"_s, u"TemporalSort"_s, u"SortLimit"_s, u"Limit"_s, u"Sort"_s,
        u"ChangelogNormalize"_s, u"SinkMaterializer"_s, u"ProcessTableFunction"_s};
    const QString family = familyOf(node.type);
    if (family == u"Sink") {
        return propertyOf(node, u"upsertMaterialize") == u"true";
    }
    return kinds.contains(family) && node.type != u"LookupJoin";
}

QString keyOf(const GraphNode& node)
{
    for (const QString& name : {u"groupBy"_s, u"partitionBy"_s, u"key"_s}) {
        QString key = propertyOf(node, name);
        if (!key.isEmpty()) {
            return key.remove(u'[').remove(u']');
        }
    }
    QStringList keys;
    if (familyOf(node.type) == u"Join") {
        for (const QString& equality : equalities(propertyOf(node, u"where"))) {
            keys << equality.section(" = "_L1, 0, 0).trimmed();
        }
    }
    return keys.join(u", "_s);
}

void judge(PlanNodeDiff& diff, const GraphNode& before, const GraphNode& after, const Surroundings& around)
{
    const bool isEnd = familyOf(after.type) == u"Sink" && before.title != after.title;
    if (!keepsState(before) && !keepsState(after) && !isEnd) {
        return;
    }
    std::optional<Opinion> opinion;
    if (before.type != after.type) {
        opinion = Opinion{StateFit::Incompatible,
            Texts::tr("It was a %1 and is a %2 now: they keep different things.").arg(before.type, after.type)};
    } else if (const QString family = familyOf(after.type); family == u"Join") {
        opinion = judgeJoin(before, after);
    } else if (family == u"Aggregate") {
        opinion = judgeAggregate(before, after);
    } else if (family == u"Rank" || family == u"WindowRank" || family == u"WindowDeduplicate") {
        opinion = judgeRank(before, after);
    } else if (family == u"Source" || family == u"Sink") {
        opinion = judgeEnds(before, after);
    } else {
        opinion = judgeOther(diff);
    }
    if (!opinion && after.upsertKeys != before.upsertKeys && !after.upsertKeys.isEmpty()
        && !before.upsertKeys.isEmpty()) {
        opinion = Opinion{StateFit::Incompatible,
            Texts::tr("Its upsert key changes from %1 to %2: what was kept is found by the old one.")
                .arg(before.upsertKeys.join(u", "_s), after.upsertKeys.join(u", "_s))};
    }
    const Opinion surroundings = judgeAround(before, after, around);
    if (!opinion) {
        opinion = judgeTtl(before, after);
    }
    const bool outweighed = opinion && opinion->fit < surroundings.fit;
    const Opinion& final = opinion && !outweighed ? *opinion : surroundings;
    diff.fit = final.fit;
    diff.reason = final.reason;
}

void judgeSingle(PlanNodeDiff& diff, const GraphNode& node)
{
    if (!keepsState(node)) {
        return;
    }
    if (diff.kind == PlanNodeDiff::Kind::Added) {
        diff.fit = StateFit::Partly;
        diff.reason = Texts::tr("It is new: its state begins empty.");
    } else {
        diff.fit = StateFit::Incompatible;
        diff.reason = Texts::tr("It is gone, and its state with it: Flink refuses to restore without it unless that is "
                                "allowed.");
    }
}

} // namespace millrace::plandiff
