// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting, finding, folding: all that is about single nodes of the view.
#include "models/graphtext.h"
#include "models/humantext.h"
#include "widgets/common/humanize.h"
#include "widgets/dag/graphaccessible.h"
#include "widgets/dag/graphpainter.h"
#include "widgets/dag/graphtiles.h"
#include "widgets/dag/graphview.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr double comfort = 40; ///< room around a node that is brought into view
constexpr double readable = 0.55; ///< a node that is looked for is shown at least this large

bool matches(const GraphNode& node, const QString& text)
{
    return node.title.contains(text, Qt::CaseInsensitive) || node.type.contains(text, Qt::CaseInsensitive)
        || node.description.contains(text, Qt::CaseInsensitive) || node.id.compare(text, Qt::CaseInsensitive) == 0;
}

} // namespace

QString GraphView::selectedNode() const
{
    return m_scene.selected < 0 ? QString() : m_scene.graph.nodes[static_cast<size_t>(m_scene.selected)].id;
}

QStringList GraphView::selectedMembers() const
{
    const QString id = selectedNode();
    return id.isEmpty() ? QStringList() : m_folded.members.value(id, {id});
}

void GraphView::selectNode(const QString& id)
{
    const int node = indexById(m_scene.graph).value(m_folded.shownAs.value(id, id), -1);
    select(id.isEmpty() ? -1 : node, true);
}

void GraphView::select(int node, bool intoView)
{
    if (node != m_scene.selected) {
        const int before = m_scene.selected;
        m_scene.selected = node;
        updateNode(before);
        updateNode(node);
        announce();
        Q_EMIT nodeSelected(selectedNode());
    }
    if (intoView && node >= 0) {
        bringIntoView(node);
    }
}

void GraphView::announce()
{
    GraphAccessible::selectionChanged(this);
}

void GraphView::bringIntoView(int node)
{
    if (!m_scene.isLaidOut()) {
        return;
    }
    const QRectF box = toView(m_scene.geometry.nodes[static_cast<size_t>(node)]);
    if (m_fitted && QRectF(rect()).contains(box)) {
        return;
    }
    const QRectF room = QRectF(rect()).adjusted(comfort, comfort, -comfort, -comfort);
    if (room.contains(box)) {
        return;
    }
    QPointF shift;
    if (box.left() < room.left() || box.width() > room.width()) {
        shift.setX(room.left() - box.left());
    } else if (box.right() > room.right()) {
        shift.setX(room.right() - box.right());
    }
    if (box.top() < room.top() || box.height() > room.height()) {
        shift.setY(room.top() - box.top());
    } else if (box.bottom() > room.bottom()) {
        shift.setY(room.bottom() - box.bottom());
    }
    // A jump far away puts it in the middle, where the eye looks for it.
    const bool far = std::abs(shift.x()) > width() || std::abs(shift.y()) > height();
    setOffset(far ? m_offset + QRectF(rect()).center() - box.center() : m_offset + shift);
}

int GraphView::find(const QString& text)
{
    m_sought = text.trimmed();
    m_foundPosition = 0;
    updateFound();
    if (!m_found.empty()) {
        findNext();
    }
    return foundCount();
}

void GraphView::updateFound()
{
    m_found.clear();
    m_scene.found.clear();
    m_scene.foundCurrent = -1;
    if (!m_sought.isEmpty()) {
        for (const int node : nodesInOrder(m_scene.graph)) {
            const GraphNode& one = m_scene.graph.nodes[static_cast<size_t>(node)];
            if (matches(one, m_sought)) {
                m_found.push_back(node);
                m_scene.found.insert(node);
            }
        }
    }
    m_foundPosition = std::min(m_foundPosition, foundCount());
    if (m_foundPosition > 0) {
        m_scene.foundCurrent = m_found[static_cast<size_t>(m_foundPosition) - 1];
    }
    m_tiles->clear();
    update();
}

int GraphView::findNext(bool backwards)
{
    if (m_found.empty()) {
        return 0;
    }
    const int count = foundCount();
    const int before = m_scene.foundCurrent;
    m_foundPosition = backwards ? (m_foundPosition <= 1 ? count : m_foundPosition - 1) : m_foundPosition % count + 1;
    m_scene.foundCurrent = m_found[static_cast<size_t>(m_foundPosition) - 1];
    updateNode(before);
    updateNode(m_scene.foundCurrent);
    if (m_zoom < readable) {
        setZoomAt(readable, toView(m_scene.geometry.nodes[static_cast<size_t>(m_scene.foundCurrent)]).center());
    }
    select(m_scene.foundCurrent, true);
    return m_foundPosition;
}

void GraphView::setFolds(const GraphFolds& folds, const QString& anchor)
{
    if (folds == m_folds) {
        return;
    }
    // What was clicked stays under the pointer while the rest moves.
    m_anchor = nodeRect(anchor).isNull() ? QString() : anchor;
    m_anchorAt = nodeRect(anchor).center();
    m_folds = folds;
    m_placeWanted = m_anchor.isEmpty();
    m_fitted = false;
    refold();
}

void GraphView::setFocusNode(const QString& id)
{
    GraphFolds folds = m_folds;
    folds.focus = m_folded.members.contains(id) ? m_folded.members.value(id).first() : id;
    setFolds(folds, id.isEmpty() ? selectedNode() : id);
}

void GraphView::setChainsCollapsed(bool collapsed)
{
    GraphFolds folds = m_folds;
    folds.chains = collapsed;
    setFolds(folds, selectedMembers().value(0));
}

void GraphView::collapseUpstream(const QString& id)
{
    GraphFolds folds = m_folds;
    folds.upstream.insert(id);
    setFolds(folds, id);
}

void GraphView::collapseDownstream(const QString& id)
{
    GraphFolds folds = m_folds;
    folds.downstream.insert(id);
    setFolds(folds, id);
}

void GraphView::expand(const QString& id)
{
    GraphFolds folds = m_folds;
    folds.upstream.remove(id);
    folds.upstream.remove(m_folded.upstreamOf.value(id));
    folds.downstream.remove(id);
    folds.downstream.remove(m_folded.downstreamOf.value(id));
    const bool chain =
        m_folded.members.contains(id) && !m_folded.upstreamOf.contains(id) && !m_folded.downstreamOf.contains(id);
    folds.chains = folds.chains && !chain;
    if (folds.focus == id) {
        folds.focus.clear();
    }
    setFolds(folds, m_folded.members.value(id).value(0, id));
}

void GraphView::expandAll()
{
    setFolds({}, selectedMembers().value(0));
}

QString GraphView::figuresText(int node) const
{
    const auto& status = m_scene.statuses[static_cast<size_t>(node)];
    if (!status) {
        return {};
    }
    QStringList parts;
    if (status->busy) {
        parts << tr("busy %1").arg(percentText(*status->busy));
    }
    if (status->backpressured) {
        parts << tr("backpressured %1").arg(percentText(*status->backpressured));
    }
    const NodeFigures figures = figuresOf(m_scene, *status);
    if (!figures.flow.isEmpty()) {
        parts << figures.flow;
    }
    if (const QString late = latenessText(*status, m_scene.now); !late.isEmpty()) {
        parts << late;
    }
    if (status->skew) {
        parts << tr("skew %1 ×").arg(QString::number(*status->skew, 'f', 1));
    }
    return parts.join(u" · "_s);
}

QString GraphView::outline() const
{
    QStringList figures;
    for (size_t i = 0; i < m_scene.graph.nodes.size(); ++i) {
        figures << figuresText(static_cast<int>(i));
    }
    return graphAsText(m_scene.graph, figures);
}

QString GraphView::toolTipOf(int node) const
{
    const GraphNode& one = m_scene.graph.nodes[static_cast<size_t>(node)];
    QStringList lines;
    lines << u"<b>"_s + oneLine(titleOf(one).left(400), 200).toHtmlEscaped() + u"</b>"_s;
    const QString description = one.description.left(600);
    if (!description.isEmpty() && description != titleOf(one)) {
        lines << description.toHtmlEscaped().replace(u'\n', u"<br>"_s)
                + (one.description.size() > description.size() ? u" …"_s : QString());
    }
    if (const QString figures = figuresText(node); !figures.isEmpty()) {
        lines << figures.toHtmlEscaped();
    }
    for (const QString& advice : one.advice) {
        lines << tr("Advice: %1").arg(oneLine(advice.left(600), 400).toHtmlEscaped());
    }
    return u"<p>"_s + lines.join(u"</p><p>"_s) + u"</p>"_s;
}

} // namespace millrace
