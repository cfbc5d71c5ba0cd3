// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"

#include <QStringList>

namespace millrace::test {

/// orders and users are joined, aggregated and written; orders and calc run as one.
inline Graph shopGraph()
{
    Graph graph;
    const auto add = [&](const char* id, const char* type, const char* description) {
        GraphNode node;
        node.id = QString::fromLatin1(id);
        node.type = QString::fromLatin1(type);
        node.title = node.type;
        node.description = QString::fromLatin1(description);
        node.parallelism = 2;
        graph.nodes.push_back(node);
    };
    add("orders", "Source", "kafka orders");
    add("calc", "Calc", "amount > 10");
    add("users", "Source", "kafka users");
    add("join", "Join", "user_id = id");
    add("agg", "GroupAggregate", "by name");
    add("sink", "Sink", "totals");
    graph.nodes[0].chain = QStringLiteral("v1");
    graph.nodes[1].chain = QStringLiteral("v1");
    graph.nodes[3].upsertKeys = {QStringLiteral("[id]")};
    graph.nodes[3].advice = {QStringLiteral("State grows without bound.")};
    const char* edges[][2] = {
        {"orders", "calc"}, {"calc", "join"}, {"users", "join"}, {"join", "agg"}, {"agg", "sink"}};
    for (const auto& edge : edges) {
        graph.edges.push_back({QString::fromLatin1(edge[0]), QString::fromLatin1(edge[1]), QStringLiteral("HASH"), {}});
    }
    return graph;
}

inline VertexStatus statusOf(const QString& id, double busy, double backpressured = 0)
{
    VertexStatus status;
    status.id = id;
    status.state = JobState::Running;
    status.rawState = QStringLiteral("RUNNING");
    status.parallelism = 2;
    status.busy = busy;
    status.backpressured = backpressured;
    status.recordsInPerSecond = 35'700;
    status.recordsOutPerSecond = 17'400;
    status.skew = 1.7;
    return status;
}

} // namespace millrace::test
