// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphview.h"

#include "models/graphtext.h"
#include "widgets/common/theme.h"
#include "widgets/dag/graphaccessible.h"
#include "widgets/dag/graphminimap.h"
#include "widgets/dag/graphpainter.h"
#include "widgets/dag/graphtiles.h"

#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace millrace {

namespace {

constexpr size_t mostSingleUpdates = 100; ///< of nodes; beyond that the whole view is drawn anew
constexpr double margin = 24; ///< around a text that stands instead of the graph

} // namespace

GraphView::GraphView(QWidget* parent)
    : QWidget(parent), m_tiles(std::make_unique<GraphTiles>()), m_minimap(new GraphMinimap(this))
{
    GraphAccessible::install();
    setObjectName(u"graphView"_s);
    setAccessibleName(tr("Graph"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_minimap->hide();
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(300ms);
    connect(&m_waiting, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&m_layouter, &GraphLayouter::laidOut, this, &GraphView::takeGeometry);
    connect(m_minimap, &GraphMinimap::centerRequested, this, [this](QPointF point) {
        m_fitted = false;
        setOffset(QRectF(rect()).center() - point * m_zoom);
    });
    renewPainter();
}

GraphView::~GraphView() = default;

QSize GraphView::sizeHint() const
{
    return {900, 600};
}

void GraphView::renewPainter()
{
    m_painter = std::make_unique<GraphPainter>(m_scene, themeOf(this));
    m_tiles->clear();
}

void GraphView::setGraph(const Graph& graph)
{
    if (graph == m_graph) {
        return;
    }
    const QString selected = selectedNode();
    const bool sameNodes = std::equal(graph.nodes.begin(), graph.nodes.end(), m_graph.nodes.begin(),
        m_graph.nodes.end(), [](const GraphNode& one, const GraphNode& other) { return one.id == other.id; });
    m_graph = graph;
    if (!sameNodes) {
        m_folds = {};
        m_placeWanted = true;
    }
    refold();
    if (!selected.isEmpty() && m_scene.selected < 0) {
        Q_EMIT nodeSelected({});
    }
}

void GraphView::refold()
{
    const QString selected = selectedNode();
    const QStringList members = selectedMembers();
    m_folded = foldGraph(m_graph, m_folds);
    m_scene.setGraph(m_folded.graph);
    renewPainter();
    spreadStatuses();
    spreadMarks();
    setPath(m_path);
    const QHash<QString, int> index = indexById(m_scene.graph);
    m_scene.selected = index.value(selected, -1);
    if (m_scene.selected < 0 && !members.isEmpty()) {
        m_scene.selected = index.value(m_folded.shownAs.value(members.first()), -1);
    }
    updateFound();
    startLayout();
    Q_EMIT foldsChanged();
}

void GraphView::startLayout()
{
    if (m_scene.graph.isEmpty()) {
        m_layouter.cancel();
        takeGeometry({}, {});
        return;
    }
    m_waiting.start();
    m_layouter.layout(
        m_scene.graph, GraphPainter::nodeSizes(m_scene.graph, m_scene.live), GraphPainter::labelSizes(m_scene.graph));
    update();
}

void GraphView::takeGeometry(const GraphGeometry& geometry, const QString& note)
{
    m_waiting.stop();
    m_scene.geometry = geometry;
    renewPainter();
    if (m_note != note) {
        m_note = note;
        Q_EMIT noteChanged(m_note);
    }
    const int anchor = indexById(m_scene.graph).value(m_folded.shownAs.value(m_anchor, m_anchor), -1);
    if (m_placeWanted) {
        placeFirst();
    } else if (m_fitted) {
        fit();
    } else if (anchor >= 0) {
        setOffset(m_anchorAt - m_scene.geometry.nodes[static_cast<size_t>(anchor)].center() * m_zoom);
    }
    m_anchor.clear();
    updateFound();
    updateMinimap();
    update();
    Q_EMIT laidOut();
}

void GraphView::setLayoutOptions(const GraphLayoutOptions& options)
{
    m_layouter.setOptions(options);
    if (!m_graph.isEmpty()) {
        startLayout();
    }
}

void GraphView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void GraphView::setLive(bool live)
{
    if (live != m_scene.live) {
        m_scene.live = live;
        if (!m_graph.isEmpty()) {
            startLayout();
        }
    }
}

void GraphView::setStatuses(const std::vector<VertexStatus>& statuses)
{
    m_statuses = statuses;
    spreadStatuses();
}

void GraphView::spreadStatuses()
{
    QHash<QString, const VertexStatus*> byId;
    double most = 0;
    for (const VertexStatus& status : m_statuses) {
        byId.insert(status.id, &status);
        most = std::max({most, status.recordsInPerSecond.value_or(0), status.recordsOutPerSecond.value_or(0)});
    }
    m_scene.now = QDateTime::currentDateTimeUtc();
    m_scene.mostPerSecond = most;
    std::vector<int> changed;
    for (size_t i = 0; i < m_scene.statuses.size(); ++i) {
        const auto found = byId.constFind(m_scene.graph.nodes[i].id);
        const std::optional<VertexStatus> now = found == byId.cend() ? std::nullopt : std::optional(**found);
        // Lateness grows by itself, and a rate is compared with the largest of all.
        const bool moves = now && (now->watermark || m_scene.heat == GraphHeat::Rate);
        if (moves || now != m_scene.statuses[i]) {
            m_scene.statuses[i] = now;
            changed.push_back(static_cast<int>(i));
        }
    }
    if (changed.size() > mostSingleUpdates) {
        updateAll();
        return;
    }
    for (const int node : changed) {
        updateNode(node);
    }
    if (!changed.empty()) {
        updateMinimap();
    }
}

void GraphView::setMarks(const QHash<QString, GraphMark>& marks)
{
    m_marks = marks;
    spreadMarks();
}

void GraphView::spreadMarks()
{
    for (size_t i = 0; i < m_scene.marks.size(); ++i) {
        const QString& id = m_scene.graph.nodes[i].id;
        GraphMark mark = m_marks.value(id, GraphMark::None);
        for (const QString& member : m_folded.members.value(id)) {
            const GraphMark inside = m_marks.value(member, GraphMark::None);
            // A folded node with a difference inside is one that changed.
            if (inside != GraphMark::None && inside != GraphMark::Same) {
                mark = inside == GraphMark::Advice && mark == GraphMark::None ? inside : GraphMark::Changed;
            }
        }
        if (mark != m_scene.marks[i]) {
            m_scene.marks[i] = mark;
            updateNode(static_cast<int>(i));
        }
    }
    updateMinimap();
}

void GraphView::setHeat(GraphHeat heat)
{
    if (heat != m_scene.heat) {
        m_scene.heat = heat;
        updateAll();
    }
}

void GraphView::setPath(const QStringList& ids)
{
    m_path = ids;
    QSet<QString> shown;
    for (const QString& id : ids) {
        shown.insert(m_folded.shownAs.value(id, id));
    }
    m_scene.pathNodes.clear();
    m_scene.pathEdges.clear();
    for (size_t i = 0; i < m_scene.graph.nodes.size(); ++i) {
        if (shown.contains(m_scene.graph.nodes[i].id)) {
            m_scene.pathNodes.insert(static_cast<int>(i));
        }
    }
    for (size_t i = 0; i < m_scene.graph.edges.size(); ++i) {
        if (m_scene.pathNodes.contains(m_scene.from[i]) && m_scene.pathNodes.contains(m_scene.to[i])) {
            m_scene.pathEdges.insert(static_cast<int>(i));
        }
    }
    m_tiles->clear();
    update();
}

QRectF GraphView::toView(const QRectF& rect) const
{
    return {rect.topLeft() * m_zoom + m_offset, rect.size() * m_zoom};
}

void GraphView::updateNode(int node)
{
    if (node < 0 || !m_scene.isLaidOut()) {
        return;
    }
    m_painter->forgetNode(node);
    const double ring = GraphPainter::overhang / std::min(1.0, m_zoom);
    const QRectF area = m_scene.geometry.nodes[static_cast<size_t>(node)].adjusted(-ring, -ring, ring, ring);
    m_tiles->invalidate(area);
    update(toView(area).toAlignedRect().adjusted(-1, -1, 1, 1));
}

void GraphView::updateAll()
{
    for (size_t i = 0; i < m_scene.graph.nodes.size(); ++i) {
        m_painter->forgetNode(static_cast<int>(i));
    }
    m_tiles->clear();
    updateMinimap();
    update();
}

QRectF GraphView::nodeRect(const QString& id) const
{
    const int node = indexById(m_scene.graph).value(m_folded.shownAs.value(id, id), -1);
    return node < 0 || !m_scene.isLaidOut() ? QRectF() : toView(m_scene.geometry.nodes[static_cast<size_t>(node)]);
}

void GraphView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    const QColor ground = theme.color(Token::Surface);
    if (m_scene.isLaidOut() && !m_scene.graph.isEmpty()) {
        for (const QRect& exposed : event->region()) {
            m_tiles->paint(painter, exposed, m_offset.toPoint(), m_zoom, devicePixelRatioF(), ground,
                [this](QPainter& into, const QRectF& area) { m_painter->paint(into, area, m_zoom); });
        }
        return;
    }
    painter.fillRect(event->rect(), ground);
    painter.setPen(theme.color(Token::TextDim));
    const bool slow = m_layouter.isBusy() && !m_waiting.isActive();
    const QString text = m_graph.isEmpty() ? m_emptyText : (slow ? tr("Laying out the graph …") : QString());
    painter.drawText(
        QRectF(rect()).adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_fitted) {
        fit();
        return;
    }
    const QRect before(QPoint(), event->oldSize());
    const bool followed =
        m_scene.selected >= 0 && m_scene.isLaidOut() && QRectF(before).contains(nodeRect(selectedNode()));
    setOffset(m_offset);
    if (followed) {
        bringIntoView(m_scene.selected);
    }
}

void GraphView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        renewPainter();
        updateMinimap();
        update();
    } else if (event->type() == QEvent::FontChange && !m_scene.graph.isEmpty()) {
        startLayout();
    }
}

} // namespace millrace
