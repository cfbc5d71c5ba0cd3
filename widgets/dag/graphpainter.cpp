// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphpainter.h"

#include "models/graphedges.h"
#include "models/graphtext.h"
#include "models/humantext.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr double nodeWidth = 220;
constexpr double planHeight = 66;
constexpr double liveHeight = 80;
constexpr double barHeight = 5;
constexpr double allFrom = 0.5; ///< zoom from which a box shows all its texts
constexpr double titleFrom = 0.22; ///< and its title
constexpr double arrowFrom = 0.12; ///< and edges their arrows
constexpr double arrowLength = 8;
constexpr double arrowHalf = 3.6;

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

QPainterPath pathOf(const std::vector<QPointF>& points)
{
    QPainterPath path(points.front());
    for (size_t i = 1; i + 2 < points.size(); i += 3) {
        path.cubicTo(points[i], points[i + 1], points[i + 2]);
    }
    return path;
}

/// The line ends where its arrow begins.
std::vector<QPointF> shortened(std::vector<QPointF> points)
{
    const QPointF back = points[points.size() - 2] - points.back();
    const double length = std::hypot(back.x(), back.y());
    if (length > 0.1) {
        points.back() += back * (std::min(arrowLength, length) / length);
    }
    return points;
}

QString elided(const QFont& font, const QString& text, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

/// The right part of a line, and what is left of it.
struct Line {
    QRectF left;
    QRectF right;
};

Line split(const QRectF& line, const QFont& font, const QString& right)
{
    if (right.isEmpty()) {
        return {.left = line, .right = {}};
    }
    const double width = std::min(line.width() * 0.75, QFontMetricsF(font).horizontalAdvance(right) + 1);
    return {.left = line.adjusted(0, 0, -width - 8, 0), .right = line.adjusted(line.width() - width, 0, 0, 0)};
}

QString planLine(const GraphNode& node)
{
    QStringList parts;
    if (!node.upsertKeys.isEmpty()) {
        parts << u"key "_s + node.upsertKeys.first();
    }
    if (!node.changelogMode.isEmpty()) {
        parts << node.changelogMode;
    }
    return parts.join(u" · "_s);
}

QString signOf(GraphMark mark)
{
    switch (mark) {
    case GraphMark::Added:
        return u"+ "_s;
    case GraphMark::Removed:
        return u"− "_s;
    case GraphMark::Changed:
        return u"≠ "_s;
    case GraphMark::None:
    case GraphMark::Same:
    case GraphMark::Advice:
        break;
    }
    return {};
}

} // namespace

GraphPainter::GraphPainter(const GraphScene& scene, const Theme& theme)
    : m_scene(scene), m_theme(theme), m_titleFont(themeFont(TextRole::Section)),
      m_textFont(themeFont(TextRole::Caption)), m_monoFont(themeFont(TextRole::MonoSmall)), m_farFont(m_titleFont)
{
    m_farFont.setPointSizeF(m_titleFont.pointSizeF() * 1.7);
    m_texts.resize(scene.graph.nodes.size());
}

QSizeF GraphPainter::nodeSize(bool live)
{
    // Larger text of the user's own needs larger boxes.
    const double scale = std::max(1.0, QFontMetricsF(themeFont(TextRole::Section)).height() / 18);
    return QSizeF(nodeWidth, live ? liveHeight : planHeight) * scale;
}

std::vector<QSizeF> GraphPainter::nodeSizes(const Graph& graph, bool live)
{
    return std::vector<QSizeF>(graph.nodes.size(), nodeSize(live));
}

std::vector<QSizeF> GraphPainter::labelSizes(const Graph& graph)
{
    const QFontMetricsF metrics(themeFont(TextRole::MonoSmall));
    QHash<QString, QSizeF> known;
    std::vector<QSizeF> sizes;
    for (const GraphEdge& edge : graph.edges) {
        const QString label = labelOf(edge);
        const auto found = known.constFind(label);
        if (found != known.cend()) {
            sizes.push_back(*found);
            continue;
        }
        const QSizeF size =
            label.isEmpty() ? QSizeF() : QSizeF(std::ceil(metrics.horizontalAdvance(label)) + 8, metrics.height() + 2);
        known.insert(label, size);
        sizes.push_back(size);
    }
    return sizes;
}

void GraphPainter::forgetNode(int node)
{
    m_texts[static_cast<size_t>(node)].done = false;
}

const GraphPainter::NodeTexts& GraphPainter::textsOf(int node)
{
    NodeTexts& texts = m_texts[static_cast<size_t>(node)];
    if (!texts.done) {
        texts = {};
        fillTexts(texts, node);
        texts.done = true;
    }
    return texts;
}

void GraphPainter::fillTexts(NodeTexts& texts, int node) const
{
    const GraphNode& one = m_scene.graph.nodes[static_cast<size_t>(node)];
    const auto& status = m_scene.statuses[static_cast<size_t>(node)];
    const QRectF line(0, 0, m_scene.geometry.nodes[static_cast<size_t>(node)].width() - 2 * padding, 1);
    if (status) {
        texts.figures = figuresOf(m_scene, *status);
    }
    const int parallelism = status && status->parallelism > 0 ? status->parallelism : one.parallelism;
    texts.parallelism = parallelism > 0 ? u"×%1"_s.arg(parallelism) : QString();
    const QString sign = signOf(m_scene.marks[static_cast<size_t>(node)]);
    double room = split(line, m_monoFont, texts.parallelism).left.width();
    room -= hasAdvice(node) ? 20 : 0;
    texts.title = elided(m_titleFont, sign + oneLine(titleOf(one).left(2000), 200), room);
    const Line second = split(line, m_monoFont, texts.figures.figure);
    texts.subtitle = elided(m_textFont, subtitleOf(one), second.left.width());
    const bool roomForFlow = m_scene.live && status;
    texts.worry = roomForFlow ? texts.figures.worry : QString();
    const Line third = split(line, m_textFont, texts.worry);
    texts.third =
        elided(m_monoFont, roomForFlow ? texts.figures.flow : (status ? QString() : planLine(one)), third.left.width());
}

bool GraphPainter::hasAdvice(int node) const
{
    return !m_scene.graph.nodes[static_cast<size_t>(node)].advice.isEmpty()
        || m_scene.marks[static_cast<size_t>(node)] == GraphMark::Advice;
}

GraphPainter::NodeInk GraphPainter::inkOf(int node) const
{
    const auto& status = m_scene.statuses[static_cast<size_t>(node)];
    static constexpr Token heats[] = {Token::Heat0, Token::Heat1, Token::Heat2, Token::Heat3, Token::Heat4};
    NodeInk ink{.ground = m_theme.color(heats[status ? heatStepOf(m_scene, *status) : 0]),
        .text = m_theme.color(Token::OnHeat),
        .border = m_theme.color(Token::LineStrong),
        .mark = {}};
    const auto mark = [&](Token strong, Token ground) {
        ink.mark = m_theme.color(strong);
        ink.border = ink.mark;
        ink.text = m_theme.color(Token::Text);
        ink.ground = m_theme.color(ground);
    };
    switch (m_scene.marks[static_cast<size_t>(node)]) {
    case GraphMark::Added:
        mark(Token::OpInsert, Token::OpInsertBg);
        break;
    case GraphMark::Removed:
        mark(Token::OpDelete, Token::OpDeleteBg);
        break;
    case GraphMark::Changed:
        mark(Token::Warn, Token::WarnBg);
        break;
    case GraphMark::None:
    case GraphMark::Same:
    case GraphMark::Advice:
        break;
    }
    if (status && status->state == JobState::Failed) {
        ink.border = m_theme.color(Token::Error);
    }
    return ink;
}

void GraphPainter::paint(QPainter& painter, const QRectF& area, double zoom)
{
    if (!m_scene.isLaidOut()) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintEdges(painter, area, zoom);
    const QRectF reach = area.adjusted(-overhang, -overhang, overhang, overhang);
    for (size_t i = 0; i < m_scene.geometry.nodes.size(); ++i) {
        if (reach.intersects(m_scene.geometry.nodes[i])) {
            paintNode(painter, static_cast<int>(i), zoom);
        }
    }
}

void GraphPainter::paintOverview(QPainter& painter)
{
    if (!m_scene.isLaidOut()) {
        return;
    }
    painter.setPen(Qt::NoPen);
    for (size_t i = 0; i < m_scene.geometry.nodes.size(); ++i) {
        const NodeInk ink = inkOf(static_cast<int>(i));
        painter.setPen(QPen(faded(ink.border, 0.8), 0));
        painter.setBrush(ink.ground);
        painter.drawRect(m_scene.geometry.nodes[i]);
    }
}

bool GraphPainter::isLit(size_t edge) const
{
    return m_scene.pathEdges.contains(static_cast<int>(edge));
}

void GraphPainter::paintEdges(QPainter& painter, const QRectF& area, double zoom)
{
    const std::vector<EdgeGeometry>& edges = m_scene.geometry.edges;
    if (m_bounds.size() != edges.size()) {
        m_bounds.clear();
        const std::vector<QSizeF> labels = labelSizes(m_scene.graph);
        for (size_t i = 0; i < edges.size(); ++i) {
            QRectF label(QPointF(), labels[i]);
            label.moveCenter(edges[i].label);
            const QRectF line = graphedges::boundsOf(edges[i].path).adjusted(-6, -6, 6, 6);
            m_bounds.push_back(edges[i].isEmpty() ? QRectF() : labels[i].isEmpty() ? line : line | label);
        }
    }
    // Lit ones lie above the others, labels above all lines.
    for (const bool lit : {false, true}) {
        for (size_t i = 0; i < edges.size(); ++i) {
            if (!edges[i].isEmpty() && isLit(i) == lit && area.intersects(m_bounds[i])) {
                paintEdge(painter, i, zoom);
            }
        }
    }
    if (zoom < allFrom) {
        return;
    }
    painter.setFont(m_monoFont);
    for (size_t i = 0; i < edges.size(); ++i) {
        if (!edges[i].isEmpty() && area.intersects(m_bounds[i])) {
            paintLabel(painter, i);
        }
    }
}

void GraphPainter::paintEdge(QPainter& painter, size_t edge, double zoom) const
{
    const bool lit = isLit(edge);
    const QColor color = m_theme.color(lit ? Token::Warn : Token::LineStrong);
    const std::vector<QPointF>& points = m_scene.geometry.edges[edge].path;
    painter.setBrush(Qt::NoBrush);
    // Far away a line keeps a pixel's width, so that it does not fade from view.
    const double width = lit ? std::max(2.0, 1.6 / zoom) : std::max(1.2, 0.8 / zoom);
    painter.setPen(QPen(zoom < titleFrom && !lit ? faded(color, 0.7) : color, width));
    if (zoom < arrowFrom) {
        painter.drawPath(pathOf(points));
        return;
    }
    painter.drawPath(pathOf(shortened(points)));
    paintArrow(painter, points, color);
}

void GraphPainter::paintArrow(QPainter& painter, const std::vector<QPointF>& path, const QColor& color) const
{
    const QPointF tip = path.back();
    QPointF back = path[path.size() - 2] - tip;
    const double length = std::hypot(back.x(), back.y());
    if (length < 0.1) {
        return;
    }
    back /= length;
    const QPointF side(-back.y() * arrowHalf, back.x() * arrowHalf);
    const QPointF base = tip + back * arrowLength;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({tip, base + side, base - side}));
}

void GraphPainter::paintLabel(QPainter& painter, size_t edge) const
{
    const QString label = labelOf(m_scene.graph.edges[edge]);
    if (label.isEmpty()) {
        return;
    }
    const QFontMetricsF metrics(m_monoFont);
    QRectF rect(0, 0, metrics.horizontalAdvance(label) + 8, metrics.height());
    rect.moveCenter(m_scene.geometry.edges[edge].label);
    painter.fillRect(rect, m_theme.color(Token::Surface));
    painter.setPen(m_theme.color(isLit(edge) ? Token::Warn : Token::TextDim));
    painter.drawText(rect, Qt::AlignCenter, label);
}

void GraphPainter::paintNode(QPainter& painter, int node, double zoom)
{
    const NodeInk ink = inkOf(node);
    const QRectF& rect = m_scene.geometry.nodes[static_cast<size_t>(node)];
    paintBox(painter, node, ink, zoom);
    if (zoom >= allFrom) {
        paintTexts(painter, rect, textsOf(node), ink, node);
    } else if (zoom >= titleFrom) {
        paintFarTitle(painter, rect, textsOf(node), ink);
    }
    const auto& status = m_scene.statuses[static_cast<size_t>(node)];
    if (status && zoom >= titleFrom && (status->busy || status->backpressured)) {
        const double height = zoom >= allFrom ? barHeight : 2 * barHeight;
        const double bottom = zoom >= allFrom ? 10 : 8;
        paintBar(painter, {rect.left() + padding, rect.bottom() - bottom - height, rect.width() - 2 * padding, height},
            *status, ink);
    }
}

void GraphPainter::paintBox(QPainter& painter, int node, const NodeInk& ink, double zoom) const
{
    const QRectF& rect = m_scene.geometry.nodes[static_cast<size_t>(node)];
    const bool isSelected = node == m_scene.selected;
    const double pixel = std::max(1.0, 0.8 / zoom);
    QPen border(ink.border, pixel);
    if (isSelected) {
        border = QPen(m_theme.color(Token::Focus), 2 * pixel);
    } else if (m_scene.marks[static_cast<size_t>(node)] == GraphMark::Removed) {
        border.setStyle(Qt::DashLine);
    }
    painter.setPen(border);
    painter.setBrush(ink.ground);
    if (zoom < titleFrom && !isSelected) {
        painter.drawRect(rect);
    } else {
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), measure::radius, measure::radius);
    }
    if (ink.mark.isValid()) {
        painter.fillRect(QRectF(rect.left() + 1, rect.top() + 4, 4, rect.height() - 8), ink.mark);
    }
    if (m_scene.found.contains(node)) {
        const double out = 3 * pixel;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::Accent), (node == m_scene.foundCurrent ? 2.4 : 1.4) * pixel));
        painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), measure::popupRadius, measure::popupRadius);
    }
}

} // namespace millrace
