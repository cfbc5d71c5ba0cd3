// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/zetadag.h"

#include "backends/seatunnel/zetavalues.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

struct DagTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelDag)
};

/// The parts of a chain of transforms, which run as one vertex; the name itself when it is no chain.
QStringList chainMembers(const QString& plainName)
{
    static const QRegularExpression s_chain(u"^TransformChain\\[(.*)\\]$"_s);
    const auto match = s_chain.match(plainName);
    if (!match.hasMatch()) {
        return {plainName};
    }
    QStringList members = match.captured(1).split(u"->"_s, Qt::SkipEmptyParts);
    for (QString& member : members) {
        member = member.trimmed();
    }
    return members.isEmpty() ? QStringList{plainName} : members;
}

GraphNode nodeOf(const QString& plainName)
{
    static const QRegularExpression s_name(u"^(Source|Transform|Sink)\\[\\d+\\]-(.*)$"_s);
    GraphNode node{.id = plainName, .type = plainName, .title = plainName, .description = plainName};
    if (const auto match = s_name.match(plainName); match.hasMatch()) {
        node.type = match.captured(1);
        node.title = match.captured(2);
    }
    return node;
}

/// Collects nodes and edges, each once.
class Folder {
public:
    GraphNode& node(const QString& plainName)
    {
        const auto it = std::ranges::find(m_dag.graph.nodes, plainName, &GraphNode::id);
        if (it != m_dag.graph.nodes.end()) {
            return *it;
        }
        m_dag.graph.nodes.push_back(nodeOf(plainName));
        return m_dag.graph.nodes.back();
    }

    void edge(const QString& from, const QString& to)
    {
        const GraphEdge edge{.from = from, .to = to};
        if (!from.isEmpty() && !to.isEmpty() && std::ranges::find(m_dag.graph.edges, edge) == m_dag.graph.edges.end()) {
            m_dag.graph.edges.push_back(edge);
        }
    }

    [[nodiscard]] Dag take() { return std::move(m_dag); }

    Dag& dag() { return m_dag; }

private:
    Dag m_dag;
};

void addFact(GraphNode& node, const QString& name, const QString& value)
{
    for (NamedText& fact : node.properties) {
        if (fact.name == name) {
            if (!fact.value.split(u", "_s).contains(value)) {
                fact.value += u", "_s + value;
            }
            return;
        }
    }
    node.properties.push_back({name, value});
}

Dag readLogical(const QJsonObject& object)
{
    Folder folder;
    QMap<QString, QString> byName;
    QStringList taken;
    for (const QJsonValue& value : object.value("vertices"_L1).toArray()) {
        const QJsonObject vertex = value.toObject();
        const QString plain = plainVertexName(textOf(vertex.value("name"_L1)));
        // Edges know names alone; where two vertices share one, the edges go to the first.
        const QString id = taken.contains(plain) ? plain + u'#' + textOf(vertex.value("id"_L1)) : plain;
        taken.append(id);
        if (!byName.contains(plain)) {
            byName.insert(plain, id);
        }
        GraphNode& node = folder.node(id);
        node.parallelism = textOf(vertex.value("parallelism"_L1)).toInt();
        ++folder.dag().vertices;
    }
    for (const QJsonValue& value : object.value("edges"_L1).toArray()) {
        const QJsonObject edge = value.toObject();
        folder.edge(byName.value(plainVertexName(textOf(edge.value("inputVertex"_L1)))),
            byName.value(plainVertexName(textOf(edge.value("targetVertex"_L1)))));
    }
    return folder.take();
}

/// The vertices of a physical plan: an object by id up to 2.3.8, a list from 2.3.9 on.
QJsonArray vertexList(const QJsonValue& value)
{
    if (value.isArray()) {
        return value.toArray();
    }
    QJsonArray list;
    const QJsonObject byId = value.toObject();
    for (auto it = byId.begin(); it != byId.end(); ++it) {
        QJsonObject vertex = it.value().toObject();
        if (!vertex.contains("vertexId"_L1)) {
            vertex.insert("vertexId"_L1, it.key());
        }
        list.append(vertex);
    }
    return list;
}

QString nameOf(const QJsonObject& vertex)
{
    for (const QLatin1StringView key : {"vertexName"_L1, "connectorType"_L1, "name"_L1}) {
        if (const QString name = textOf(vertex.value(key)); !name.isEmpty()) {
            return name;
        }
    }
    return textOf(vertex.value("vertexId"_L1));
}

QString pipelineOf(const QString& name)
{
    static const QRegularExpression s_pipeline(u"^pipeline-(\\d+) "_s);
    return s_pipeline.match(name).captured(1);
}

Dag readPhysical(const QJsonObject& object)
{
    Folder folder;
    Dag& dag = folder.dag();
    dag.isPhysical = true;
    QMap<QString, QStringList> members; // vertex id to what it is folded into
    QStringList pipelines;
    for (const QJsonValue& value : vertexList(object.value("vertexInfoMap"_L1))) {
        const QJsonObject vertex = value.toObject();
        const QString name = nameOf(vertex);
        const QString pipeline = pipelineOf(name);
        if (!pipeline.isEmpty() && !pipelines.contains(pipeline)) {
            pipelines.append(pipeline);
        }
        const QStringList chain = chainMembers(plainVertexName(name));
        members.insert(textOf(vertex.value("vertexId"_L1)), chain);
        for (qsizetype i = 0; i < chain.size(); ++i) {
            GraphNode& node = folder.node(chain.at(i));
            if (!pipeline.isEmpty()) {
                addFact(node, DagTexts::tr("Pipeline"), pipeline);
            }
            for (const QJsonValue& table : vertex.value("tablePaths"_L1).toArray()) {
                addFact(node, DagTexts::tr("Table"), textOf(table));
            }
            if (i > 0) {
                folder.edge(chain.at(i - 1), chain.at(i));
            }
        }
        ++dag.vertices;
    }
    const QJsonObject edges = object.value("pipelineEdges"_L1).toObject();
    for (auto it = edges.begin(); it != edges.end(); ++it) {
        for (const QJsonValue& value : it.value().toArray()) {
            const QStringList from = members.value(textOf(value.toObject().value("inputVertexId"_L1)));
            const QStringList to = members.value(textOf(value.toObject().value("targetVertexId"_L1)));
            folder.edge(from.isEmpty() ? QString() : from.constLast(), to.isEmpty() ? QString() : to.constFirst());
        }
    }
    dag.pipelines = int(std::max(edges.size(), pipelines.size()));
    for (const NamedText& option : values::named(object.value("envOptions"_L1).toObject())) {
        dag.environment.insert(option.name, option.value);
    }
    return folder.take();
}

} // namespace

Dag readDag(const QJsonValue& value)
{
    QJsonObject object = value.toObject();
    if (value.isString()) {
        object = QJsonDocument::fromJson(value.toString().toUtf8()).object();
    }
    if (object.contains("vertices"_L1)) {
        return readLogical(object);
    }
    return object.contains("vertexInfoMap"_L1) ? readPhysical(object) : Dag();
}

QString plainVertexName(const QString& name)
{
    static const QRegularExpression s_id(u"\\(id=\\d+\\)$"_s);
    static const QRegularExpression s_frame(u"^pipeline-\\d+ \\[(.*)\\]$"_s);
    QString plain = name;
    plain.remove(s_id);
    const auto framed = s_frame.match(plain);
    return framed.hasMatch() ? framed.captured(1) : plain;
}

QString vertexKey(const QString& plainName)
{
    static const QRegularExpression s_key(u"^(?:Source|Transform|Sink)\\[\\d+\\]"_s);
    return s_key.match(plainName).captured(0);
}

} // namespace millrace::seatunnel
