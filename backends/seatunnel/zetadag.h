// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"

#include <QJsonValue>
#include <QMap>

namespace millrace::seatunnel {

/// The graph of a job. Engines up to 2.3.8 tell the logical one while a job runs and the physical one (a part for each
/// pipeline) after it; from 2.3.9 on it is always the physical one. Read here, all of them give the same picture: a
/// source that feeds two pipelines stands in it once.
struct Dag {
    Graph graph; ///< ids are the engine's names: "Source[0]-FakeSource"
    bool isPhysical = false; ///< the server told pipelines, and graph is folded from them
    int pipelines = 0; ///< 0: not told
    int vertices = 0; ///< as the server counts them, before folding
    QMap<QString, QString> environment; ///< where the server sends it along
};

/// Any of the four shapes: {vertices, edges}; {pipelineEdges, vertexInfoMap} as an object, as a text that holds it, or
/// with a list of vertices. Anything else is an empty graph.
Dag readDag(const QJsonValue& value);

/// "Source[0]-FakeSource(id=1)" without its ending, "pipeline-1 [Source[0]-FakeSource]" without its frame.
QString plainVertexName(const QString& name);

/// "Source[0]" of "Source[0]-FakeSource": what the engine's figures by table begin with. Empty when there is none.
QString vertexKey(const QString& plainName);

} // namespace millrace::seatunnel
