// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backpressure.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <cmath>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct BrakeTexts {
    Q_DECLARE_TR_FUNCTIONS(Backpressure)
};

constexpr double s_heldUp = 0.1; ///< Flink itself calls a tenth low and half of the time high
constexpr double s_busy = 0.5;

QString percent(double ratio)
{
    return BrakeTexts::tr("%1 %").arg(int(std::lround(ratio * 100)));
}

using Statuses = QHash<QString, const VertexStatus*>;

/// The vertex below that is held up the most, or else the busiest one below.
const VertexStatus* follow(const Graph& graph, const Statuses& statuses, const QString& from, QSet<QString>& seen)
{
    const VertexStatus* held = nullptr;
    const VertexStatus* busy = nullptr;
    for (const GraphEdge& edge : graph.edges) {
        const VertexStatus* below = edge.from == from ? statuses.value(edge.to) : nullptr;
        if (!below || seen.contains(edge.to)) {
            continue;
        }
        if (below->backpressured.value_or(0) >= s_heldUp
            && (!held || below->backpressured.value_or(0) > held->backpressured.value_or(0))) {
            held = below;
        }
        if (!busy || below->busy.value_or(0) > busy->busy.value_or(0)) {
            busy = below;
        }
    }
    const bool isBrake =
        busy && busy->busy.value_or(0) >= s_busy && (!held || busy->backpressured.value_or(0) < s_heldUp);
    const VertexStatus* next = isBrake ? busy : held ? held : busy;
    if (next) {
        seen.insert(next->id);
    }
    return next;
}

QString titleOf(const Graph& graph, const QString& id)
{
    for (const GraphNode& node : graph.nodes) {
        if (node.id == id) {
            return node.title.isEmpty() ? node.type : node.title;
        }
    }
    return id;
}

} // namespace

std::optional<Brake> findBrake(const Graph& graph, const std::vector<VertexStatus>& vertices)
{
    Statuses statuses;
    const VertexStatus* worst = nullptr;
    for (const VertexStatus& vertex : vertices) {
        statuses.insert(vertex.id, &vertex);
        if (vertex.backpressured.value_or(0) >= s_heldUp
            && (!worst || *vertex.backpressured > worst->backpressured.value_or(0))) {
            worst = &vertex;
        }
    }
    if (!worst) {
        return std::nullopt;
    }
    QSet<QString> seen{worst->id};
    const VertexStatus* waiting = worst;
    for (const VertexStatus* at = follow(graph, statuses, worst->id, seen); at;
         at = follow(graph, statuses, at->id, seen)) {
        const double held = at->backpressured.value_or(0);
        if (at->busy.value_or(0) < s_busy || held >= s_heldUp) {
            if (held >= s_heldUp) {
                waiting = at;
            }
            continue;
        }
        Brake brake{.vertexId = at->id,
            .title = titleOf(graph, at->id),
            .busy = *at->busy,
            .backpressured = waiting->backpressured.value_or(0),
            .waiting = titleOf(graph, waiting->id)};
        brake.sentence =
            BrakeTexts::tr("%1 is the brake: it is busy %2 of the time, and %3 waits for it %4 of the time.")
                .arg(brake.title, percent(brake.busy), brake.waiting, percent(brake.backpressured));
        return brake;
    }
    return std::nullopt;
}

} // namespace millrace
