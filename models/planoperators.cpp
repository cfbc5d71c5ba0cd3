// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/planoperators.h"

#include "sql/planoperator.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// A step of a vertex: its place in the result, and Flink's number for it.
struct Step {
    std::size_t node = 0;
    int number = -1; ///< -1: it has none
    bool isLeaf = true;
};

/// "[12]:Calc(…)" and "orders[12]: Writer" tell the number; the former also stands before the text proper.
int takeNumber(QString& text)
{
    static const QRegularExpression before(u"^\\[(\\d{1,9})\\]:"_s);
    static const QRegularExpression behind(u"^.+\\[(\\d{1,9})\\]: \\w+$"_s);
    if (const auto match = before.match(text); match.hasMatch()) {
        const int number = match.captured(1).toInt();
        text.remove(0, match.capturedLength());
        return number;
    }
    const auto match = behind.match(text);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

/// "orders[12]: Writer" writes what a plan calls the sink of orders.
GraphNode stepNode(const QString& id, const QString& text)
{
    static const QRegularExpression part(u"^(.+)\\[\\d{1,9}\\]: (\\w+)$"_s);
    const auto match = part.match(text);
    if (!match.hasMatch()) {
        return sql::planNode(id, text);
    }
    GraphNode node;
    node.id = id;
    node.type = match.captured(2) == u"Writer" ? u"Sink"_s : match.captured(2);
    node.title = node.type + u": "_s + match.captured(1);
    node.description = text;
    return node;
}

bool hasSteps(const GraphNode& node)
{
    static const QRegularExpression step(u"(^|\\n)[ :+|-]*\\[\\d{1,9}\\]:\\w"_s);
    return step.match(node.description).hasMatch();
}

class Expansion {
public:
    explicit Expansion(const Graph& graph) : m_source(graph) { }

    Graph run()
    {
        for (const GraphNode& vertex : m_source.nodes) {
            add(vertex);
        }
        for (const GraphEdge& edge : m_source.edges) {
            connect(edge);
        }
        return std::move(m_result);
    }

private:
    void add(const GraphNode& vertex)
    {
        std::vector<Step>& steps = m_steps[vertex.id];
        const std::vector<sql::PlanLine> lines = sql::planLines(vertex.description);
        if (lines.empty()) {
            m_result.nodes.push_back(vertex);
            steps.push_back({m_result.nodes.size() - 1});
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            QString text = lines[i].text;
            const int number = takeNumber(text);
            const QString id = lines.size() == 1 ? vertex.id : vertex.id + u'.' + QString::number(i + 1);
            GraphNode node = stepNode(id, text);
            node.parallelism = vertex.parallelism;
            node.chain = lines.size() == 1 ? QString() : vertex.id;
            m_result.nodes.push_back(std::move(node));
            steps.push_back({m_result.nodes.size() - 1, number});
            if (const int parent = lines[i].parent; parent >= 0) {
                steps[std::size_t(parent)].isLeaf = false;
                m_result.edges.push_back({m_result.nodes[steps[std::size_t(parent)].node].id, id, u"FORWARD"_s, {}});
            }
        }
    }

    void connect(const GraphEdge& edge)
    {
        const auto from = m_steps.constFind(edge.from);
        const auto to = m_steps.constFind(edge.to);
        if (from == m_steps.constEnd() || to == m_steps.constEnd()) {
            return;
        }
        const Step& reader = to->front();
        const Step* writer = nullptr;
        for (const Step& step : *from) {
            const bool isBefore = reader.number < 0 || step.number < reader.number;
            if (step.isLeaf && isBefore && (!writer || step.number > writer->number)) {
                writer = &step;
            }
        }
        GraphEdge copy = edge;
        copy.from = m_result.nodes[writer ? writer->node : from->back().node].id;
        copy.to = m_result.nodes[reader.node].id;
        m_result.edges.push_back(std::move(copy));
    }

    const Graph& m_source;
    Graph m_result;
    QHash<QString, std::vector<Step>> m_steps;
};

} // namespace

Graph operatorsOf(const Graph& graph)
{
    return std::ranges::any_of(graph.nodes, hasSteps) ? Expansion(graph).run() : graph;
}

} // namespace millrace
