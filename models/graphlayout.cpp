// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graphlayout.h"

#include "models/graphdot.h"
#include "models/graphlayered.h"
#include "models/graphtext.h"

#include <QCache>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QFutureWatcher>
#include <QIODevice>
#include <QMutex>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <optional>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(millrace::GraphLayout)
};

/// Results by content, up to a number of nodes and edges together.
class KnownLayouts {
public:
    std::optional<GraphLayoutResult> find(const QByteArray& key)
    {
        const QMutexLocker lock(&m_mutex);
        const GraphLayoutResult* known = m_cache.object(key);
        return known ? std::optional(*known) : std::nullopt;
    }

    void keep(const QByteArray& key, const GraphLayoutResult& result)
    {
        const QMutexLocker lock(&m_mutex);
        const auto cost = static_cast<qsizetype>(result.geometry.nodes.size() + result.geometry.edges.size() + 1);
        m_cache.insert(key, new GraphLayoutResult(result), cost);
    }

private:
    QMutex m_mutex;
    QCache<QByteArray, GraphLayoutResult> m_cache{100'000};
};

KnownLayouts& knownLayouts()
{
    static KnownLayouts known;
    return known;
}

/// Of its own, so that a dot that hangs keeps nobody else waiting.
QThreadPool& layoutThreads()
{
    static QThreadPool pool;
    static const bool once = [] {
        pool.setMaxThreadCount(2);
        return true;
    }();
    Q_UNUSED(once)
    return pool;
}

QByteArray keyOf(const GraphShape& shape, const GraphLayoutOptions& options)
{
    return hashOf(shape) + options.dot.toUtf8() + '\0' + QByteArray::number(qint64{options.timeLimit.count()}) + ' '
        + QByteArray::number(options.mostForDot);
}

QString noteFor(graphdot::Outcome outcome, std::chrono::milliseconds limit)
{
    switch (outcome) {
    case graphdot::Outcome::Missing:
        return Texts::tr("dot is not installed, so the graph is laid out more plainly; install Graphviz for a "
                         "better picture.");
    case graphdot::Outcome::TooSlow:
        return Texts::tr("dot needed more than %1 s, so the graph is laid out more plainly.")
            .arg(static_cast<double>(limit.count()) / 1000);
    case graphdot::Outcome::Crashed:
        return Texts::tr("dot ended with an error, so the graph is laid out more plainly.");
    case graphdot::Outcome::Unreadable:
        return Texts::tr("dot gave an answer that is not a layout, so the graph is laid out more plainly.");
    case graphdot::Outcome::Good:
    case graphdot::Outcome::Cancelled:
        break;
    }
    return {};
}

} // namespace

GraphShape shapeOf(const Graph& graph, std::vector<QSizeF> nodeSizes, const std::vector<QSizeF>& labelSizes)
{
    GraphShape shape;
    shape.nodes = std::move(nodeSizes);
    shape.nodes.resize(graph.nodes.size());
    const QHash<QString, int> index = indexById(graph);
    shape.edges.reserve(graph.edges.size());
    for (size_t i = 0; i < graph.edges.size(); ++i) {
        GraphShape::Edge edge{
            .from = index.value(graph.edges[i].from, -1), .to = index.value(graph.edges[i].to, -1), .label = {}};
        if (i < labelSizes.size()) {
            edge.label = labelSizes[i];
        }
        shape.edges.push_back(edge);
    }
    return shape;
}

QByteArray hashOf(const GraphShape& shape)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quint64{shape.nodes.size()};
    for (const QSizeF& size : shape.nodes) {
        stream << size;
    }
    for (const GraphShape::Edge& edge : shape.edges) {
        stream << qint32{edge.from} << qint32{edge.to} << edge.label;
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

GraphLayoutResult layoutGraph(
    const GraphShape& shape, const GraphLayoutOptions& options, const std::atomic_bool* cancelled)
{
    const QByteArray key = keyOf(shape, options);
    if (auto known = knownLayouts().find(key)) {
        return *std::move(known);
    }
    GraphLayoutResult result;
    bool lasting = true;
    const size_t amount = shape.nodes.size() + shape.edges.size();
    if (shape.nodes.size() > 1 && amount <= static_cast<size_t>(std::max(0, options.mostForDot))) {
        graphdot::Answer answer = graphdot::run(shape, options, cancelled);
        if (answer.outcome == graphdot::Outcome::Cancelled) {
            return {};
        }
        result.geometry = std::move(answer.geometry);
        result.note = noteFor(answer.outcome, options.timeLimit);
        lasting = answer.outcome == graphdot::Outcome::Good || answer.outcome == graphdot::Outcome::TooSlow;
    }
    if (result.geometry.nodes.size() != shape.nodes.size() || shape.nodes.empty()) {
        result.geometry = layoutLayered(shape, cancelled);
    }
    if (lasting && !(cancelled && *cancelled)) {
        knownLayouts().keep(key, result);
    }
    return result;
}

GraphLayouter::GraphLayouter(QObject* parent) : QObject(parent) { }

GraphLayouter::~GraphLayouter()
{
    cancel();
}

void GraphLayouter::setOptions(const GraphLayoutOptions& options)
{
    m_options = options;
}

void GraphLayouter::cancel()
{
    if (m_cancelled) {
        *m_cancelled = true;
        m_cancelled.reset();
    }
}

void GraphLayouter::layout(const GraphShape& shape)
{
    cancel();
    if (const auto known = knownLayouts().find(keyOf(shape, m_options))) {
        Q_EMIT laidOut(known->geometry, known->note);
        return;
    }
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    auto* watcher = new QFutureWatcher<GraphLayoutResult>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, cancelled = m_cancelled] {
        watcher->deleteLater();
        if (*cancelled) {
            return;
        }
        m_cancelled.reset();
        const GraphLayoutResult result = watcher->result();
        Q_EMIT laidOut(result.geometry, result.note);
    });
    watcher->setFuture(QtConcurrent::run(&layoutThreads(), [shape, options = m_options, cancelled = m_cancelled]() {
        return layoutGraph(shape, options, cancelled.get());
    }));
}

void GraphLayouter::layout(const Graph& graph, std::vector<QSizeF> nodeSizes, const std::vector<QSizeF>& labelSizes)
{
    layout(shapeOf(graph, std::move(nodeSizes), labelSizes));
}

} // namespace millrace
