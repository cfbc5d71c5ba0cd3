// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphaccessible.h"

#include "models/graphtext.h"
#include "widgets/dag/graphview.h"

#include <algorithm>

namespace millrace {

namespace {

QAccessibleInterface* makeGraphAccessible(const QString&, QObject* object)
{
    auto* view = qobject_cast<GraphView*>(object);
    return view ? new GraphAccessible(view) : nullptr;
}

} // namespace

GraphAccessible::GraphAccessible(GraphView* view) : QAccessibleWidget(view, QAccessible::Document) { }

void GraphAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(makeGraphAccessible);
        return true;
    }();
    Q_UNUSED(once)
}

void GraphAccessible::selectionChanged(GraphView* view)
{
    if (!QAccessible::isActive()) {
        return;
    }
    const GraphAccessible lookup(view);
    QAccessibleTextCursorEvent event(view, lookup.cursorPosition());
    QAccessible::updateAccessibility(&event);
}

GraphView* GraphAccessible::view() const
{
    return static_cast<GraphView*>(widget());
}

void* GraphAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this)
                                              : QAccessibleWidget::interface_cast(type);
}

QString GraphAccessible::text(QAccessible::Text text) const
{
    switch (text) {
    case QAccessible::Value:
        return view()->outline();
    case QAccessible::Description:
        return GraphView::tr("%n nodes", nullptr, static_cast<int>(view()->scene().graph.nodes.size()));
    default:
        return QAccessibleWidget::text(text);
    }
}

QAccessible::State GraphAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.selectableText = true;
    state.multiLine = true;
    state.focusable = true;
    state.readOnly = true;
    return state;
}

std::pair<int, int> GraphAccessible::lineOf(const QString& id) const
{
    const Graph& graph = view()->scene().graph;
    const QString outline = view()->outline();
    int begin = 0;
    for (const int node : nodesInOrder(graph)) {
        const int end = static_cast<int>(outline.indexOf(u'\n', begin));
        if (graph.nodes[static_cast<size_t>(node)].id == id) {
            return {begin, end};
        }
        begin = end + 1;
    }
    return {0, 0};
}

QString GraphAccessible::nodeAt(int offset) const
{
    const Graph& graph = view()->scene().graph;
    const QString outline = view()->outline();
    const auto line = outline.first(std::clamp<qsizetype>(offset, 0, outline.size())).count(u'\n');
    const std::vector<int> order = nodesInOrder(graph);
    return line < static_cast<qsizetype>(order.size())
        ? graph.nodes[static_cast<size_t>(order[static_cast<size_t>(line)])].id
        : QString();
}

void GraphAccessible::selection(int selectionIndex, int* startOffset, int* endOffset) const
{
    *startOffset = 0;
    *endOffset = 0;
    if (selectionIndex == 0 && selectionCount() == 1) {
        std::tie(*startOffset, *endOffset) = lineOf(view()->selectedNode());
    }
}

int GraphAccessible::selectionCount() const
{
    return view()->selectedNode().isEmpty() ? 0 : 1;
}

void GraphAccessible::addSelection(int startOffset, int)
{
    view()->selectNode(nodeAt(startOffset));
}

void GraphAccessible::removeSelection(int)
{
    view()->selectNode({});
}

void GraphAccessible::setSelection(int, int startOffset, int)
{
    view()->selectNode(nodeAt(startOffset));
}

int GraphAccessible::cursorPosition() const
{
    return lineOf(view()->selectedNode()).first;
}

void GraphAccessible::setCursorPosition(int position)
{
    view()->selectNode(nodeAt(position));
}

QString GraphAccessible::text(int startOffset, int endOffset) const
{
    const QString outline = view()->outline();
    const qsizetype begin = std::clamp<qsizetype>(startOffset, 0, outline.size());
    const qsizetype end = std::clamp<qsizetype>(endOffset, begin, outline.size());
    return outline.sliced(begin, end - begin);
}

int GraphAccessible::characterCount() const
{
    return static_cast<int>(view()->outline().size());
}

QRect GraphAccessible::characterRect(int offset) const
{
    const QRect box = view()->nodeRect(nodeAt(offset)).toAlignedRect();
    return {view()->mapToGlobal(box.topLeft()), box.size()};
}

int GraphAccessible::offsetAtPoint(const QPoint& point) const
{
    const int node = view()->nodeAt(view()->mapFromGlobal(point));
    return node < 0 ? -1 : lineOf(view()->scene().graph.nodes[static_cast<size_t>(node)].id).first;
}

void GraphAccessible::scrollToSubstring(int startIndex, int)
{
    view()->selectNode(nodeAt(startIndex));
}

QString GraphAccessible::attributes(int offset, int* startOffset, int* endOffset) const
{
    std::tie(*startOffset, *endOffset) = lineOf(nodeAt(offset));
    return {};
}

} // namespace millrace
