// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphscene.h"

#include "models/graphtext.h"
#include "models/humantext.h"
#include "widgets/common/humanize.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(millrace::GraphFigures)
};

constexpr double noteworthySkew = 1.5;
constexpr qint64 noteworthyLatenessMs = 60'000;

/// Steps of the heat tokens.
int heatOf(double fraction)
{
    static constexpr std::array<double, 4> from = {0.25, 0.40, 0.70, 0.90};
    return static_cast<int>(std::upper_bound(from.begin(), from.end(), fraction + 1e-9) - from.begin());
}

int heatOfLateness(qint64 milliseconds)
{
    static constexpr std::array<qint64, 4> from = {10'000, 60'000, 300'000, 1'800'000};
    return static_cast<int>(std::upper_bound(from.begin(), from.end(), milliseconds) - from.begin());
}

std::optional<qint64> latenessOf(const VertexStatus& status, const QDateTime& now)
{
    if (!status.watermark || !status.watermark->isValid() || !now.isValid()) {
        return std::nullopt;
    }
    return std::max<qint64>(0, status.watermark->msecsTo(now));
}

QString perSecond(double rate)
{
    return Texts::tr("%1/s", "a number of records").arg(rateText(rate));
}

/// What is said instead of figures when a vertex does not run.
QString stateWord(const VertexStatus& status)
{
    switch (status.state) {
    case JobState::Pending:
        return Texts::tr("waiting");
    case JobState::Restarting:
        return Texts::tr("restarting");
    case JobState::Stopping:
        return Texts::tr("stopping");
    case JobState::Finished:
        return Texts::tr("finished");
    case JobState::Cancelled:
        return Texts::tr("cancelled");
    case JobState::Failed:
        return Texts::tr("failed");
    case JobState::Suspended:
        return Texts::tr("suspended");
    case JobState::Unknown:
    case JobState::Running:
        break;
    }
    return {};
}

double rateOf(const VertexStatus& status)
{
    return std::max(status.recordsInPerSecond.value_or(0), status.recordsOutPerSecond.value_or(0));
}

void addLoad(NodeFigures& figures, const GraphScene& scene, const VertexStatus& status)
{
    switch (scene.heat) {
    case GraphHeat::Busy:
        if (status.backpressured.value_or(0) > status.busy.value_or(0)) {
            figures.figure = Texts::tr("waits %1", "backpressured for so many per cent of the time")
                                 .arg(percentText(*status.backpressured));
        } else if (status.busy) {
            figures.figure = Texts::tr("busy %1").arg(percentText(*status.busy));
        }
        break;
    case GraphHeat::Backpressure:
        if (status.backpressured) {
            figures.figure = Texts::tr("waits %1", "backpressured for so many per cent of the time")
                                 .arg(percentText(*status.backpressured));
        }
        break;
    case GraphHeat::Rate:
        if (status.recordsInPerSecond || status.recordsOutPerSecond) {
            figures.figure = perSecond(rateOf(status));
        }
        break;
    case GraphHeat::Watermark:
        if (latenessOf(status, scene.now)) {
            figures.figure = latenessText(status, scene.now);
            if (figures.figure.isEmpty()) {
                figures.figure = Texts::tr("keeps up");
            }
        }
        break;
    }
}

} // namespace

int heatStepOf(const GraphScene& scene, const VertexStatus& status)
{
    switch (scene.heat) {
    case GraphHeat::Busy:
        return heatOf(status.busy.value_or(0));
    case GraphHeat::Backpressure:
        return heatOf(status.backpressured.value_or(0));
    case GraphHeat::Rate:
        return scene.mostPerSecond > 0 ? heatOf(rateOf(status) / scene.mostPerSecond) : 0;
    case GraphHeat::Watermark:
        break;
    }
    return heatOfLateness(latenessOf(status, scene.now).value_or(0));
}

QString latenessText(const VertexStatus& status, const QDateTime& now)
{
    const auto lateness = latenessOf(status, now);
    if (!lateness || *lateness < noteworthyLatenessMs) {
        return {};
    }
    return Texts::tr("%1 late").arg(durationText(*lateness));
}

NodeFigures figuresOf(const GraphScene& scene, const VertexStatus& status)
{
    NodeFigures figures;
    figures.heat = heatStepOf(scene, status);
    addLoad(figures, scene, status);
    if (const QString word = stateWord(status); !word.isEmpty()) {
        figures.figure = word;
        figures.failed = status.state == JobState::Failed;
    }
    const auto& in = status.recordsInPerSecond;
    const auto& out = status.recordsOutPerSecond;
    if (in && out) {
        figures.flow = rateText(*in) + u" → "_s + perSecond(*out);
    } else if (in || out) {
        figures.flow = in ? QString(perSecond(*in) + u" →"_s) : QString(u"→ "_s + perSecond(*out));
    }
    figures.worry = latenessText(status, scene.now);
    if (status.skew.value_or(1) >= noteworthySkew && (figures.worry.isEmpty() || scene.heat == GraphHeat::Watermark)) {
        figures.worry = Texts::tr("skew %1 ×").arg(QString::number(*status.skew, 'f', 1));
    }
    return figures;
}

void GraphScene::setGraph(Graph newGraph)
{
    graph = std::move(newGraph);
    geometry = {};
    statuses.assign(graph.nodes.size(), std::nullopt);
    marks.assign(graph.nodes.size(), GraphMark::None);
    from.clear();
    to.clear();
    const QHash<QString, int> index = indexById(graph);
    for (const GraphEdge& edge : graph.edges) {
        from.push_back(index.value(edge.from, -1));
        to.push_back(index.value(edge.to, -1));
    }
    selected = -1;
    found.clear();
    foundCurrent = -1;
    pathNodes.clear();
    pathEdges.clear();
}

int GraphScene::nodeAt(QPointF point) const
{
    const auto hit = std::find_if(
        geometry.nodes.begin(), geometry.nodes.end(), [&](const QRectF& rect) { return rect.contains(point); });
    return hit == geometry.nodes.end() ? -1 : static_cast<int>(hit - geometry.nodes.begin());
}

} // namespace millrace
