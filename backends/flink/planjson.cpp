// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/planjson.h"

#include "backends/flink/plantree.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace millrace::flink::planjson {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this file: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FlinkPlan)
};

/// An id that is a number in one version and a text in another.
QString idOf(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toInteger(-1)) : value.toString();
}

Result<Graph> checked(Graph graph)
{
    if (graph.isEmpty()) {
        return failure(ErrorKind::Protocol, Texts::tr("There is no step of a plan in this JSON."));
    }
    // Readers of a graph drop edges without ends; so that they need not, they go here.
    QHash<QString, bool> known;
    for (const GraphNode& node : graph.nodes) {
        known.insert(node.id, true);
    }
    std::erase_if(graph.edges,
        [&known](const GraphEdge& edge) { return !known.contains(edge.from) || !known.contains(edge.to); });
    return graph;
}

/// "HASH[item]" of a batch plan says both.
void setShip(GraphEdge& edge, const QString& strategy)
{
    edge.ship = strategy.section(u'[', 0, 0).trimmed();
    if (strategy.contains(u'[')) {
        edge.description = edge.ship.toLower() + strategy.sliced(strategy.indexOf(u'['));
    }
}

/// "orders[7]: Writer" and the like are no steps of the SQL plan, but parts of one: the name of the table, its number.
std::optional<QString> partOfSink(const QString& contents, QString& table)
{
    static const QRegularExpression pattern(u"^(.+)\\[\\d+\\]: (\\w+)$"_s);
    const QRegularExpressionMatch match = pattern.match(contents);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    table = match.captured(1);
    return match.captured(2);
}

GraphNode executionNode(const QString& id, const QJsonObject& object)
{
    const QString contents = object[u"contents"].toString();
    QString table;
    GraphNode node;
    if (const auto part = partOfSink(contents, table)) {
        node.id = id;
        node.type = *part;
        node.title = *part + u": "_s + table;
        node.description = contents;
    } else {
        node = sql::planNode(id, withoutNumber(contents));
    }
    if (node.type.isEmpty()) {
        node.type = object[u"type"].toString();
        node.title = node.type;
    }
    node.parallelism = std::max(0, object[u"parallelism"].toInt());
    return node;
}

QStringList textsOf(const QJsonArray& array)
{
    QStringList texts;
    for (const QJsonValue& value : array) {
        texts << value.toString();
    }
    return texts;
}

/// ["INSERT","UPDATE_AFTER"] as a plan's text writes it: "I,UA".
QString modeOf(const QJsonArray& kinds)
{
    QStringList shortKinds;
    for (const QString& kind : textsOf(kinds)) {
        QString letters;
        for (const QString& word : kind.split(u'_')) {
            letters += word.left(1);
        }
        shortKinds << letters;
    }
    return shortKinds.join(u',');
}

/// Fields by their index, as the description's fields=[…] names them.
QString fieldNames(const QJsonArray& indices, const QStringList& fields)
{
    QStringList names;
    for (const QJsonValue& index : indices) {
        names << fields.value(index.toInt(-1), u'$' + QString::number(index.toInt(-1)));
    }
    return u'[' + names.join(u", "_s) + u']';
}

QString stateText(const QJsonArray& states)
{
    QStringList texts;
    for (const QJsonValue& each : states) {
        const QJsonObject state = each.toObject();
        texts << u"%1 (ttl %2)"_s.arg(state[u"name"].toString(), state[u"ttl"].toString());
    }
    return texts.join(u", "_s);
}

GraphNode compiledNode(const QJsonObject& object)
{
    const QString id = idOf(object[u"id"]);
    const QString kind = object[u"type"].toString();
    const QString description = object[u"description"].toString();
    GraphNode node = sql::planNode(id, description.isEmpty() ? kind : description);
    node.properties.push_back({u"plan id"_s, id + u'_' + kind});
    const sql::PlanOperator step = sql::planOperator(description);
    if (const QJsonArray key = object[u"inputUpsertKey"].toArray(); !key.isEmpty()) {
        node.upsertKeys << fieldNames(key, sql::planList(step.value(u"fields")));
    }
    if (const QJsonArray mode = object[u"inputChangelogMode"].toArray(); !mode.isEmpty()) {
        node.properties.push_back({u"inputChangelogMode"_s, modeOf(mode)});
    }
    if (const QString state = stateText(object[u"state"].toArray()); !state.isEmpty()) {
        node.properties.push_back({u"state"_s, state});
    }
    const QJsonObject settings = object[u"configuration"].toObject();
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        node.properties.push_back({it.key(), it.value().toString()});
    }
    return node;
}

/// A vertex' description is HTML in its line breaks and its signs.
QString plainText(QString html)
{
    html.replace("<br/>"_L1, "\n"_L1).replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1);
    html.replace("&quot;"_L1, "\""_L1).replace("&#39;"_L1, "'"_L1).replace("&amp;"_L1, "&"_L1);
    while (html.endsWith(u'\n')) {
        html.chop(1);
    }
    return html;
}

} // namespace

QString withoutNumber(const QString& contents)
{
    static const QRegularExpression number(u"^\\[\\d+\\]:"_s);
    QString text = contents;
    return text.remove(number);
}

Result<Graph> executionPlan(const QJsonObject& plan)
{
    Graph graph;
    QHash<QString, QString> ids;
    const QJsonArray nodes = plan[u"nodes"].toArray();
    for (const QJsonValue& each : nodes) {
        const QString own = idOf(each[u"id"]);
        if (each.isObject() && !own.isEmpty() && !ids.contains(own)) {
            const QString id = QString::number(graph.nodes.size() + 1);
            ids.insert(own, id);
            graph.nodes.push_back(executionNode(id, each.toObject()));
        }
    }
    for (const QJsonValue& each : nodes) {
        const QJsonArray predecessors = each[u"predecessors"].toArray();
        for (const QJsonValue& from : predecessors) {
            GraphEdge edge{ids.value(idOf(from[u"id"])), ids.value(idOf(each[u"id"])), {}, {}};
            setShip(edge, from[u"ship_strategy"].toString());
            graph.edges.push_back(std::move(edge));
        }
    }
    return checked(std::move(graph));
}

Result<Graph> compiledPlan(const QJsonObject& plan)
{
    Graph graph;
    const QJsonArray nodes = plan[u"nodes"].toArray();
    for (const QJsonValue& each : nodes) {
        const bool says = each[u"type"].isString() || each[u"description"].isString();
        if (says && !idOf(each[u"id"]).isEmpty()) {
            graph.nodes.push_back(compiledNode(each.toObject()));
        }
    }
    const QJsonArray edges = plan[u"edges"].toArray();
    for (const QJsonValue& each : edges) {
        graph.edges.push_back({idOf(each[u"source"]), idOf(each[u"target"]), each[u"shuffle"][u"type"].toString(), {}});
    }
    return checked(withoutExchanges(graph));
}

Result<Graph> ownPlan(const QJsonObject& plan)
{
    Graph graph;
    const QJsonArray nodes = plan[u"nodes"].toArray();
    for (const QJsonValue& each : nodes) {
        const QString id = idOf(each[u"id"]);
        if (!each.isObject() || id.isEmpty()) {
            continue;
        }
        GraphNode node = sql::planNode(id, each[u"description"].toString());
        node.type = each[u"type"].toString(node.type);
        node.parallelism = std::max(0, each[u"parallelism"].toInt());
        graph.nodes.push_back(std::move(node));
    }
    const QJsonArray edges = plan[u"edges"].toArray();
    for (const QJsonValue& each : edges) {
        graph.edges.push_back({idOf(each[u"from"]), idOf(each[u"to"]), each[u"ship"].toString(), {}});
    }
    return checked(std::move(graph));
}

Result<Graph> jobPlan(const QJsonObject& object)
{
    const QJsonObject plan = object[u"plan"].isObject() ? object[u"plan"].toObject() : object;
    Graph graph;
    const QJsonArray nodes = plan[u"nodes"].toArray();
    for (const QJsonValue& each : nodes) {
        GraphNode node;
        node.id = idOf(each[u"id"]);
        if (!each.isObject() || node.id.isEmpty()) {
            continue;
        }
        node.description = plainText(each[u"description"].toString());
        node.type = sql::planOperator(withoutNumber(node.description.section(u'\n', 0, 0))).type;
        node.title = node.type;
        node.parallelism = std::max(0, each[u"parallelism"].toInt());
        const QJsonArray inputs = each[u"inputs"].toArray();
        for (const QJsonValue& input : inputs) {
            graph.edges.push_back({idOf(input[u"id"]), node.id, input[u"ship_strategy"].toString(), {}});
        }
        graph.nodes.push_back(std::move(node));
    }
    return checked(std::move(graph));
}

} // namespace millrace::flink::planjson
