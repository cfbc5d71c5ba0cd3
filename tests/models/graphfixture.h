// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graphlayout.h"

#include <QFile>
#include <QRandomGenerator>
#include <QString>
#include <QTemporaryDir>

namespace millrace::test {

inline GraphNode graphNode(const QString& id, const QString& type = {})
{
    GraphNode node;
    node.id = id;
    node.type = type.isEmpty() ? id : type;
    node.title = node.type;
    return node;
}

/// "a>b b>c d": nodes in the order in which they are named first.
inline Graph graphOf(const QString& text)
{
    Graph graph;
    QStringList known;
    for (const QString& part : text.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'>');
        for (const QString& end : ends) {
            if (!known.contains(end)) {
                known << end;
                graph.nodes.push_back(graphNode(end));
            }
        }
        for (qsizetype i = 1; i < ends.size(); ++i) {
            graph.edges.push_back({ends[i - 1], ends[i], QStringLiteral("HASH"), {}});
        }
    }
    return graph;
}

/// Any shape: cycles, loops, parallel edges, parts that do not touch, ends that are missing.
inline GraphShape randomShape(quint32 seed, int nodes, int edges)
{
    QRandomGenerator random(seed);
    GraphShape shape;
    for (int i = 0; i < nodes; ++i) {
        shape.nodes.emplace_back(120 + random.bounded(100), 40 + random.bounded(60));
    }
    for (int i = 0; i < edges && nodes > 0; ++i) {
        GraphShape::Edge edge{.from = random.bounded(nodes), .to = random.bounded(nodes), .label = {}};
        if (random.bounded(20) == 0) {
            edge.to = -1;
        }
        if (random.bounded(2) == 0) {
            edge.label = {40, 14};
        }
        shape.edges.push_back(edge);
    }
    return shape;
}

/// Layers of nodes, each fed by a few of the layer before: what a large job looks like.
inline GraphShape layeredShape(quint32 seed, int nodes, int perLayer)
{
    QRandomGenerator random(seed);
    GraphShape shape;
    for (int i = 0; i < nodes; ++i) {
        shape.nodes.emplace_back(220, 80);
        const int inLayer = i % perLayer;
        if (i >= perLayer) {
            const int above = i - inLayer - perLayer;
            shape.edges.push_back({above + inLayer, i, {40, 14}});
            if (random.bounded(3) == 0) {
                shape.edges.push_back({above + random.bounded(perLayer), i, {40, 14}});
            }
        }
    }
    return shape;
}

/// What is wrong with a geometry, in words; empty when all holds.
inline QString flawOf(const GraphGeometry& geometry, const GraphShape& shape)
{
    if (geometry.nodes.size() != shape.nodes.size() || geometry.edges.size() != shape.edges.size()) {
        return QStringLiteral("nodes or edges are missing");
    }
    const QRectF all = QRectF(QPointF(), geometry.size).adjusted(-0.01, -0.01, 0.01, 0.01);
    for (size_t i = 0; i < geometry.nodes.size(); ++i) {
        if (geometry.nodes[i].size() != shape.nodes[i] || !all.contains(geometry.nodes[i])) {
            return QStringLiteral("node %1 has another size or lies outside").arg(i);
        }
        for (size_t k = 0; k < i; ++k) {
            if (geometry.nodes[i].intersects(geometry.nodes[k])) {
                return QStringLiteral("nodes %1 and %2 overlap").arg(k).arg(i);
            }
        }
    }
    const auto atBorder = [](const QRectF& node, QPointF point) {
        return node.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point)
            && !node.adjusted(0.01, 0.01, -0.01, -0.01).contains(point);
    };
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        const GraphShape::Edge& edge = shape.edges[i];
        const std::vector<QPointF>& path = geometry.edges[i].path;
        if (edge.from < 0 || edge.to < 0) {
            if (!path.empty()) {
                return QStringLiteral("edge %1 has a way but no end").arg(i);
            }
            continue;
        }
        if (path.size() < 4 || path.size() % 3 != 1) {
            return QStringLiteral("edge %1 is no curve").arg(i);
        }
        if (!atBorder(geometry.nodes[static_cast<size_t>(edge.from)], path.front())
            || !atBorder(geometry.nodes[static_cast<size_t>(edge.to)], path.back())) {
            return QStringLiteral("edge %1 does not end at its nodes").arg(i);
        }
        for (const QPointF& point : path) {
            if (!all.contains(point)) {
                return QStringLiteral("edge %1 leaves the picture").arg(i);
            }
        }
    }
    return {};
}

/// A program that stands for dot; body is the text of a shell script.
inline QString fakeDot(const QTemporaryDir& folder, const QByteArray& body)
{
    const QString path = folder.filePath(QStringLiteral("dot"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + body + '\n') < 0) {
        return {};
    }
    file.setPermissions(file.permissions() | QFileDevice::ExeOwner);
    return path;
}

} // namespace millrace::test
