// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graphedges.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace millrace::graphedges {

namespace {

constexpr double besideLine = 8; ///< between a steep line and the label at its right
constexpr double slightBend = 40; ///< a label would hide most of it

/// Rectangles found by place, in cells of about a node's size.
class PlaceIndex {
public:
    void add(const QRectF& rect)
    {
        const int index = static_cast<int>(m_rects.size());
        m_rects.push_back(rect);
        forCells(rect, [&](qint64 cell) {
            m_cells[cell].push_back(index);
            return false;
        });
    }

    [[nodiscard]] bool isFree(const QRectF& rect) const
    {
        return !forCells(rect, [&](qint64 cell) {
            const auto found = m_cells.constFind(cell);
            return found != m_cells.cend() && std::any_of(found->begin(), found->end(), [&](int index) {
                return m_rects[static_cast<size_t>(index)].intersects(rect);
            });
        });
    }

private:
    template <typename Function> static bool forCells(const QRectF& rect, Function function)
    {
        const auto cell = [](double value, double size) { return static_cast<qint64>(std::floor(value / size)); };
        for (qint64 y = cell(rect.top(), 90); y <= cell(rect.bottom(), 90); ++y) {
            for (qint64 x = cell(rect.left(), 220); x <= cell(rect.right(), 220); ++x) {
                if (function(y * (qint64{1} << 32) + x)) {
                    return true;
                }
            }
        }
        return false;
    }

    std::vector<QRectF> m_rects;
    QHash<qint64, std::vector<int>> m_cells;
};

QPointF borderPoint(const QRectF& rect, QPointF point)
{
    QPointF inside(std::clamp(point.x(), rect.left(), rect.right()), std::clamp(point.y(), rect.top(), rect.bottom()));
    const double toTop = std::abs(inside.y() - rect.top());
    const double toBottom = std::abs(inside.y() - rect.bottom());
    const double toSide = std::min(std::abs(inside.x() - rect.left()), std::abs(inside.x() - rect.right()));
    if (std::min(toTop, toBottom) <= toSide) {
        inside.setY(toTop <= toBottom ? rect.top() : rect.bottom());
    } else {
        inside.setX(
            std::abs(inside.x() - rect.left()) <= std::abs(inside.x() - rect.right()) ? rect.left() : rect.right());
    }
    return inside;
}

QRectF labelRect(const std::vector<QPointF>& path, double at, QSizeF size)
{
    const QPointF point = pointAt(path, at);
    const QPointF ahead = pointAt(path, std::min(1.0, at + 0.02)) - pointAt(path, std::max(0.0, at - 0.02));
    QRectF rect(QPointF(), size);
    rect.moveCenter(point);
    const double sideways = std::abs(path.back().x() - path.front().x());
    if (std::abs(ahead.y()) > 1.6 * std::abs(ahead.x())) {
        rect.moveLeft(point.x() + besideLine);
    } else if (path.size() == 4 && sideways < slightBend) {
        rect.moveLeft(std::max(path.back().x(), path.front().x()) + besideLine);
    }
    return rect;
}

} // namespace

void curveTo(std::vector<QPointF>& path, QPointF point)
{
    const QPointF from = path.back();
    const double middle = (from.y() + point.y()) / 2;
    path.emplace_back(from.x(), middle);
    path.emplace_back(point.x(), middle);
    path.push_back(point);
}

QPointF pointAt(const std::vector<QPointF>& path, double at)
{
    const size_t curves = (path.size() - 1) / 3;
    const double place = std::clamp(at, 0.0, 1.0) * static_cast<double>(curves);
    const size_t curve = std::min(curves - 1, static_cast<size_t>(place));
    const double t = place - static_cast<double>(curve);
    const double u = 1 - t;
    const QPointF* p = path.data() + curve * 3;
    return p[0] * (u * u * u) + p[1] * (3 * u * u * t) + p[2] * (3 * u * t * t) + p[3] * (t * t * t);
}

QRectF boundsOf(const std::vector<QPointF>& path)
{
    if (path.empty()) {
        return {};
    }
    double left = path[0].x();
    double right = left;
    double top = path[0].y();
    double bottom = top;
    for (const QPointF& point : path) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    return {QPointF(left, top), QPointF(right, bottom)};
}

std::vector<QPointF> selfLoop(const QRectF& node)
{
    const double reach = 24;
    const double spread = std::min(14.0, node.height() / 4);
    const QPointF from(node.right(), node.center().y() - spread);
    const QPointF to(node.right(), node.center().y() + spread);
    return {from, from + QPointF(reach, -4), to + QPointF(reach, 4), to};
}

void attachEnds(GraphGeometry& geometry, const GraphShape& shape)
{
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        std::vector<QPointF>& path = geometry.edges[i].path;
        if (path.empty()) {
            continue;
        }
        path.front() = borderPoint(geometry.nodes[static_cast<size_t>(shape.edges[i].from)], path.front());
        path.back() = borderPoint(geometry.nodes[static_cast<size_t>(shape.edges[i].to)], path.back());
    }
}

void placeLabels(GraphGeometry& geometry, const GraphShape& shape)
{
    static constexpr std::array<double, 7> places = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};
    PlaceIndex taken;
    for (const QRectF& node : geometry.nodes) {
        taken.add(node);
    }
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        EdgeGeometry& edge = geometry.edges[i];
        const QSizeF size = shape.edges[i].label;
        if (edge.path.empty() || size.isEmpty()) {
            continue;
        }
        QRectF rect = labelRect(edge.path, 0.5, size);
        for (const double place : places) {
            const QRectF candidate = labelRect(edge.path, place, size);
            if (taken.isFree(candidate)) {
                rect = candidate;
                break;
            }
        }
        taken.add(rect);
        edge.label = rect.center();
    }
}

void normalize(GraphGeometry& geometry, const GraphShape& shape)
{
    QRectF all;
    for (const QRectF& node : geometry.nodes) {
        all |= node;
    }
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        const EdgeGeometry& edge = geometry.edges[i];
        if (edge.path.empty()) {
            continue;
        }
        all |= boundsOf(edge.path);
        if (!shape.edges[i].label.isEmpty()) {
            QRectF label(QPointF(), shape.edges[i].label);
            label.moveCenter(edge.label);
            all |= label;
        }
    }
    const QPointF shift = -all.topLeft();
    for (QRectF& node : geometry.nodes) {
        node.translate(shift);
    }
    for (EdgeGeometry& edge : geometry.edges) {
        for (QPointF& point : edge.path) {
            point += shift;
        }
        if (!edge.path.empty()) {
            edge.label += shift;
        }
    }
    geometry.size = all.size();
}

} // namespace millrace::graphedges
