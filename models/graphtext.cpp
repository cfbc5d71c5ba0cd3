// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graphtext.h"

#include "models/humantext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(millrace::GraphText)
};

constexpr int longestLine = 240; ///< of a text in the outline and in DOT: more is for the node's own facts

QString quoted(const QString& text)
{
    QString escaped = oneLine(text, longestLine);
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

QString jsonText(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

/// "table=[[catalog, database, orders]], fields=[…]" begins with what tells it from its neighbours: "orders,
/// fields=[…]".
QString withTableFirst(const QString& text)
{
    const QString opening = u"table=[["_s;
    const qsizetype end = text.indexOf(u"]]"_s);
    if (!text.startsWith(opening) || end < 0) {
        return text;
    }
    const QString path = text.sliced(opening.size(), end - opening.size());
    return path.sliced(path.lastIndexOf(u' ') + 1) + text.sliced(end + 2);
}

std::vector<std::vector<int>> edgesInto(const Graph& graph, const QHash<QString, int>& index)
{
    std::vector<std::vector<int>> into(graph.nodes.size());
    for (size_t i = 0; i < graph.edges.size(); ++i) {
        const int to = index.value(graph.edges[i].to, -1);
        if (to >= 0 && index.contains(graph.edges[i].from)) {
            into[static_cast<size_t>(to)].push_back(static_cast<int>(i));
        }
    }
    return into;
}

QString lineOf(const Graph& graph, const QHash<QString, int>& index, const std::vector<int>& into, int node,
    const QString& figures)
{
    const GraphNode& one = graph.nodes[static_cast<size_t>(node)];
    QString line = oneLine(titleOf(one), longestLine);
    if (one.parallelism > 0) {
        line += Texts::tr(", parallelism %1").arg(one.parallelism);
    }
    if (!figures.isEmpty()) {
        line += u", "_s + figures;
    }
    QStringList sources;
    for (const int edge : into) {
        const GraphEdge& way = graph.edges[static_cast<size_t>(edge)];
        const GraphNode& source = graph.nodes[static_cast<size_t>(index.value(way.from))];
        const QString title = oneLine(titleOf(source), 80);
        const QString label = labelOf(way);
        sources << (label.isEmpty() ? title : Texts::tr("%1 by %2", "a node, how its rows are sent").arg(title, label));
    }
    line += sources.isEmpty() ? Texts::tr("; a source") : Texts::tr("; from %1").arg(sources.join(u", "_s));
    if (!one.advice.isEmpty()) {
        line += Texts::tr("; advice: %1").arg(oneLine(one.advice.join(u' '), longestLine));
    }
    return line;
}

QString pointText(QPointF point)
{
    return u"%1,%2"_s.arg(qRound(point.x())).arg(qRound(point.y()));
}

} // namespace

QString titleOf(const GraphNode& node)
{
    for (const QString* text : {&node.title, &node.type, &node.id}) {
        if (!text->trimmed().isEmpty()) {
            return *text;
        }
    }
    return dashText();
}

QString subtitleOf(const GraphNode& node)
{
    const QString title = titleOf(node);
    const QString description = oneLine(node.description.left(4 * longestLine), longestLine);
    if (!description.isEmpty() && description != title) {
        // "Join(joinType=[…])" below "Join" repeats its first word for nothing.
        const bool repeats = description.size() >= node.type.size() + 2 && !node.type.isEmpty()
            && description.startsWith(node.type) && description.at(node.type.size()) == u'('
            && description.endsWith(u')');
        return withTableFirst(repeats ? description.sliced(node.type.size() + 1).chopped(1) : description);
    }
    return node.type != title ? node.type : QString();
}

QString labelOf(const GraphEdge& edge)
{
    const QString description = oneLine(edge.description.left(longestLine), 60);
    if (edge.ship.isEmpty() || description.startsWith(edge.ship, Qt::CaseInsensitive)) {
        return edge.ship.isEmpty() ? description : edge.ship + description.sliced(edge.ship.size());
    }
    return edge.ship;
}

QHash<QString, int> indexById(const Graph& graph)
{
    QHash<QString, int> index;
    index.reserve(static_cast<qsizetype>(graph.nodes.size()));
    for (size_t i = graph.nodes.size(); i-- > 0;) {
        index.insert(graph.nodes[i].id, static_cast<int>(i));
    }
    return index;
}

std::vector<int> nodesInOrder(const Graph& graph)
{
    const QHash<QString, int> index = indexById(graph);
    const auto into = edgesInto(graph, index);
    std::vector<std::vector<int>> below(graph.nodes.size());
    std::vector<size_t> waiting(graph.nodes.size());
    for (size_t i = 0; i < into.size(); ++i) {
        for (const int edge : into[i]) {
            below[static_cast<size_t>(index.value(graph.edges[static_cast<size_t>(edge)].from))].push_back(
                static_cast<int>(i));
            ++waiting[i];
        }
    }
    std::vector<int> order;
    std::vector<bool> done(graph.nodes.size());
    std::vector<int> ready;
    // A stack, so that a line is read to its end before the next one begins.
    const auto drain = [&] {
        while (!ready.empty()) {
            const auto node = static_cast<size_t>(ready.back());
            ready.pop_back();
            if (done[node]) {
                continue;
            }
            done[node] = true;
            order.push_back(static_cast<int>(node));
            for (auto it = below[node].rbegin(); it != below[node].rend(); ++it) {
                size_t& left = waiting[static_cast<size_t>(*it)];
                if (left > 0 && --left == 0) {
                    ready.push_back(*it);
                }
            }
        }
    };
    for (size_t i = graph.nodes.size(); i-- > 0;) {
        if (waiting[i] == 0) {
            ready.push_back(static_cast<int>(i));
        }
    }
    drain();
    for (size_t i = 0; i < graph.nodes.size(); ++i) {
        if (!done[i]) { // part of a cycle: entered at its first node
            ready.push_back(static_cast<int>(i));
            drain();
        }
    }
    return order;
}

QString graphAsText(const Graph& graph, const QStringList& figures)
{
    const QHash<QString, int> index = indexById(graph);
    const auto into = edgesInto(graph, index);
    QString text;
    for (const int node : nodesInOrder(graph)) {
        text += lineOf(graph, index, into[static_cast<size_t>(node)], node, figures.value(node)) + u'\n';
    }
    return text;
}

QString graphAsDot(const Graph& graph)
{
    const QHash<QString, int> index = indexById(graph);
    QString text = u"digraph {\n  node [shape=box];\n"_s;
    for (const GraphNode& node : graph.nodes) {
        text += u"  n%1 [label=%2"_s.arg(index.value(node.id)).arg(quoted(titleOf(node)));
        if (const QString subtitle = subtitleOf(node); !subtitle.isEmpty()) {
            text += u", tooltip="_s + quoted(subtitle);
        }
        text += u"];\n"_s;
    }
    for (const GraphEdge& edge : graph.edges) {
        if (!index.contains(edge.from) || !index.contains(edge.to)) {
            continue;
        }
        text += u"  n%1 -> n%2"_s.arg(index.value(edge.from)).arg(index.value(edge.to));
        if (const QString label = labelOf(edge); !label.isEmpty()) {
            text += u" [label="_s + quoted(label) + u']';
        }
        text += u";\n"_s;
    }
    return text + u"}\n"_s;
}

QByteArray graphAsJson(const Graph& graph)
{
    QStringList nodes;
    for (const GraphNode& node : graph.nodes) {
        nodes << u"{\"id\":"_s + jsonText(node.id) + u",\"type\":"_s + jsonText(node.type) + u",\"description\":"_s
                + jsonText(node.description) + u",\"parallelism\":"_s + QString::number(node.parallelism) + u'}';
    }
    QStringList edges;
    for (const GraphEdge& edge : graph.edges) {
        edges << u"{\"from\":"_s + jsonText(edge.from) + u",\"to\":"_s + jsonText(edge.to) + u",\"ship\":"_s
                + jsonText(edge.ship) + u'}';
    }
    const QString text = u"{\"nodes\":["_s + nodes.join(u',') + u"],\"edges\":["_s + edges.join(u',') + u"]}"_s;
    return text.toUtf8();
}

QString geometryAsText(const Graph& graph, const GraphGeometry& geometry)
{
    QString text = u"size %1×%2\n"_s.arg(qRound(geometry.size.width())).arg(qRound(geometry.size.height()));
    for (size_t i = 0; i < geometry.nodes.size(); ++i) {
        const QRectF& rect = geometry.nodes[i];
        text += u"%1: %2 %3×%4\n"_s.arg(graph.nodes[i].id, pointText(rect.topLeft()))
                    .arg(qRound(rect.width()))
                    .arg(qRound(rect.height()));
    }
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        text += u"%1 -> %2:"_s.arg(graph.edges[i].from, graph.edges[i].to);
        for (const QPointF& point : geometry.edges[i].path) {
            text += u' ' + pointText(point);
        }
        text += u'\n';
    }
    return text;
}

} // namespace millrace
