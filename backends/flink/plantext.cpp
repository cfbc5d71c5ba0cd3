// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/plantext.h"

#include "backends/flink/planjson.h"
#include "backends/flink/plantree.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this file: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FlinkPlan)
};

struct Parts {
    PlanTree logical;
    PlanTree physical;
    PlanTree execution;
    PlanAdvice advice;
    QString json;
};

Parts partsOf(const std::vector<PlanSection>& sections)
{
    Parts parts;
    for (const PlanSection& section : sections) {
        if (section.title.startsWith("Abstract Syntax Tree"_L1)) {
            parts.logical = planTree(section.body);
        } else if (section.title.startsWith("Optimized Physical Plan"_L1)) {
            parts.advice = takeAdvice(section.body);
            parts.physical = planTree(parts.advice.plan);
        } else if (section.title.startsWith("Optimized Execution Plan"_L1)) {
            parts.execution = planTree(section.body);
        } else if (section.title.startsWith("Physical Execution Plan"_L1)) {
            parts.json = section.body.trimmed();
        }
    }
    return parts;
}

/// What only the physical plan says of a step.
void addPhysical(GraphNode& node, const PlanTree::Node& physical, PlanAdvice& advice, QSet<int>& placed)
{
    const GraphNode said = sql::planNode(node.id, physical.text);
    node.changelogMode = said.changelogMode;
    if (!said.upsertKeys.isEmpty()) {
        node.upsertKeys = said.upsertKeys;
    }
    if (!physical.cost.isEmpty()) {
        const QString rows = physical.cost.section(u',', 0, 0).section(u'=', 1).trimmed();
        const QString cost = physical.cost.section(u", "_s, 1).section(u'=', 1).trimmed();
        node.properties.push_back({u"rowcount"_s, rows});
        node.properties.push_back({u"cumulative cost"_s, cost});
    }
    for (const int number : sql::planAdviceNumbers(sql::planOperator(physical.text))) {
        if (advice.texts.contains(number)) {
            node.advice << advice.texts.value(number);
            placed.insert(number);
        }
    }
}

/// The tree's node of each node of the JSON plan. A sink that is several operators is not named alike: its writer is
/// found by the table, and stands for the sink.
std::vector<int> matchedJson(Graph& graph, const PlanTree& tree)
{
    QStringList texts;
    for (const GraphNode& node : graph.nodes) {
        texts << node.description;
    }
    std::vector<int> matches = matchedTexts(tree, texts);
    for (const int root : tree.roots) {
        const PlanTree::Node& sink = tree.nodes[std::size_t(root)];
        const GraphNode asSink = sql::planNode({}, sink.text);
        if (std::ranges::find(matches, root) != matches.end() || !asSink.title.startsWith("Sink: "_L1)) {
            continue;
        }
        const QString writer = u"Writer: "_s + asSink.title.sliced(6);
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            GraphNode& node = graph.nodes[i];
            if (matches[i] < 0 && node.title == writer) {
                GraphNode named = asSink;
                named.id = node.id;
                named.parallelism = node.parallelism;
                node = named;
                matches[i] = root;
                break;
            }
        }
    }
    return matches;
}

/// "hash[a]" at the edges, which the JSON plan only calls HASH.
void describeShipping(Graph& graph, const PlanTree& tree, const std::vector<int>& matches)
{
    QHash<QString, int> nodeOf;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        nodeOf.insert(graph.nodes[i].id, matches[i]);
    }
    QHash<QString, std::size_t> inputOf; // how many edges of a node were seen
    for (GraphEdge& edge : graph.edges) {
        const int node = nodeOf.value(edge.to, -1);
        const std::size_t input = inputOf[edge.to]++;
        if (node < 0 || !edge.description.isEmpty()) {
            continue;
        }
        const auto& inputs = tree.nodes[std::size_t(node)].inputs;
        if (input < inputs.size() && tree.nodes[std::size_t(inputs[input])].type == u"Exchange") {
            edge.description = sql::planOperator(tree.nodes[std::size_t(inputs[input])].text).value(u"distribution");
        }
    }
}

/// The steps of the tree in the order in which graphOf() makes nodes of them.
std::vector<int> nodesOfGraph(const PlanTree& tree)
{
    std::vector<int> order = inOrder(tree);
    std::erase_if(order, [&tree](int node) {
        return tree.nodes[std::size_t(node)].text.isEmpty() || tree.nodes[std::size_t(node)].type == u"Exchange";
    });
    return order;
}

} // namespace

std::vector<PlanSection> planSections(const QString& text)
{
    static const QRegularExpression head(u"^== (.+) ==$"_s);
    std::vector<PlanSection> sections;
    QStringList lines;
    QString title;
    const auto finish = [&] {
        const QString body = lines.join(u'\n').trimmed();
        if (!title.isEmpty() || !body.isEmpty()) {
            sections.push_back({title, body});
        }
        lines.clear();
    };
    for (const QString& line : text.split(u'\n')) {
        const QRegularExpressionMatch match = head.match(line.trimmed());
        if (!match.hasMatch()) {
            lines << line;
            continue;
        }
        finish();
        title = match.captured(1);
    }
    finish();
    return sections;
}

PlanAdvice takeAdvice(const QString& body)
{
    static const QRegularExpression pattern(u"^advice\\[(\\d{1,9})\\]: (.*)$"_s);
    PlanAdvice advice;
    QStringList plan;
    int current = 0;
    for (const QString& line : body.split(u'\n')) {
        const QRegularExpressionMatch match = pattern.match(line);
        if (match.hasMatch()) {
            current = match.captured(1).toInt();
            QString text = match.captured(2);
            advice.texts.insert(current, text.remove(QRegularExpression(u"^\\[ADVICE\\]\\s*"_s)));
        } else if (line.startsWith("No available advice"_L1)) {
            current = 0;
        } else if (current > 0) {
            advice.texts[current] += u'\n' + line;
        } else {
            plan << line;
        }
    }
    for (QString& text : advice.texts) {
        text = text.trimmed();
    }
    advice.plan = plan.join(u'\n');
    return advice;
}

Result<Explanation> readExplanation(const QString& text)
{
    const std::vector<PlanSection> sections = planSections(text);
    Parts parts = partsOf(sections);
    const PlanTree& tree = parts.execution.nodes.empty() ? parts.physical : parts.execution;
    Explanation explanation;
    std::vector<int> matches;
    const QJsonDocument json = QJsonDocument::fromJson(parts.json.toUtf8());
    if (Result<Graph> plan = planjson::executionPlan(json.object()); plan) {
        explanation.graph = std::move(*plan);
        explanation.json = parts.json;
        matches = matchedJson(explanation.graph, tree);
        describeShipping(explanation.graph, tree, matches);
    } else {
        explanation.graph = graphOf(tree);
        matches = nodesOfGraph(tree);
    }
    const std::vector<int> physical = matchedPhysical(tree, parts.physical);
    QSet<int> placed;
    for (std::size_t i = 0; i < explanation.graph.nodes.size() && i < matches.size(); ++i) {
        const int match = matches[i] < 0 ? -1 : physical[std::size_t(matches[i])];
        if (match >= 0) {
            addPhysical(explanation.graph.nodes[i], parts.physical.nodes[std::size_t(match)], parts.advice, placed);
        }
    }
    for (auto it = parts.advice.texts.constBegin(); it != parts.advice.texts.constEnd(); ++it) {
        if (!placed.contains(it.key())) {
            explanation.advice << it.value();
        }
    }
    explanation.logical = graphOf(parts.logical);
    for (const PlanSection& section : sections) {
        if (!section.title.isEmpty()) {
            explanation.texts.push_back({section.title, section.body});
        }
    }
    if (explanation.graph.isEmpty() && explanation.logical.isEmpty()) {
        return failure(ErrorKind::Protocol, Texts::tr("There is no plan in this text."));
    }
    return explanation;
}

} // namespace millrace::flink
