// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graphlayered.h"

#include "models/graphedges.h"
#include "models/graphlayers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace millrace {

namespace {

constexpr double partGap = 56; ///< between parts that do not touch
constexpr double widthToHeight = 1.6; ///< of the whole picture when there are many parts

/// A part, and where its nodes and edges stand in the whole.
struct Piece {
    graphlayers::Part part;
    std::vector<int> nodes;
    std::vector<int> edges;
    GraphGeometry geometry;
};

class PartFinder {
public:
    explicit PartFinder(size_t count) : m_parents(count) { std::iota(m_parents.begin(), m_parents.end(), 0); }

    int find(int node)
    {
        while (parent(node) != node) {
            parent(node) = parent(parent(node));
            node = parent(node);
        }
        return node;
    }

    void join(int one, int other)
    {
        const int first = find(one);
        const int second = find(other);
        parent(std::max(first, second)) = std::min(first, second);
    }

private:
    int& parent(int node) { return m_parents[static_cast<size_t>(node)]; }

    std::vector<int> m_parents;
};

bool isWhole(const GraphShape::Edge& edge)
{
    return edge.from >= 0 && edge.to >= 0;
}

/// In the order of their first nodes.
std::vector<Piece> piecesOf(const GraphShape& shape)
{
    const size_t count = shape.nodes.size();
    PartFinder finder(count);
    for (const GraphShape::Edge& edge : shape.edges) {
        if (isWhole(edge)) {
            finder.join(edge.from, edge.to);
        }
    }
    std::vector<Piece> pieces;
    std::vector<int> pieceOf(count, -1);
    std::vector<int> indexInPiece(count);
    for (size_t i = 0; i < count; ++i) {
        const auto root = static_cast<size_t>(finder.find(static_cast<int>(i)));
        if (pieceOf[root] < 0) {
            pieceOf[root] = static_cast<int>(pieces.size());
            pieces.emplace_back();
        }
        pieceOf[i] = pieceOf[root];
        Piece& piece = pieces[static_cast<size_t>(pieceOf[i])];
        indexInPiece[i] = static_cast<int>(piece.nodes.size());
        piece.nodes.push_back(static_cast<int>(i));
        piece.part.sizes.push_back(shape.nodes[i]);
    }
    for (size_t i = 0; i < shape.edges.size(); ++i) {
        const GraphShape::Edge& edge = shape.edges[i];
        if (!isWhole(edge) || edge.from == edge.to) {
            continue;
        }
        Piece& piece = pieces[static_cast<size_t>(pieceOf[static_cast<size_t>(edge.from)])];
        piece.edges.push_back(static_cast<int>(i));
        piece.part.edges.emplace_back(
            indexInPiece[static_cast<size_t>(edge.from)], indexInPiece[static_cast<size_t>(edge.to)]);
    }
    return pieces;
}

/// Room at the right of the nodes that have a loop is made by giving the whole part a margin when it is laid beside
/// others; inside a part the gap between neighbours holds it.
void packPieces(std::vector<Piece>& pieces, GraphGeometry& geometry)
{
    double area = 0;
    double widest = 0;
    for (const Piece& piece : pieces) {
        area += (piece.geometry.size.width() + partGap) * (piece.geometry.size.height() + partGap);
        widest = std::max(widest, piece.geometry.size.width());
    }
    const double rowWidth = std::max(widest, std::sqrt(area * widthToHeight));
    QPointF at;
    double rowHeight = 0;
    for (const Piece& piece : pieces) {
        if (at.x() > 0 && at.x() + piece.geometry.size.width() > rowWidth) {
            at = {0, at.y() + rowHeight + partGap};
            rowHeight = 0;
        }
        for (size_t i = 0; i < piece.nodes.size(); ++i) {
            geometry.nodes[static_cast<size_t>(piece.nodes[i])] = piece.geometry.nodes[i].translated(at);
        }
        for (size_t i = 0; i < piece.edges.size(); ++i) {
            EdgeGeometry& edge = geometry.edges[static_cast<size_t>(piece.edges[i])];
            edge = piece.geometry.edges[i];
            for (QPointF& point : edge.path) {
                point += at;
            }
        }
        at.rx() += piece.geometry.size.width() + partGap;
        rowHeight = std::max(rowHeight, piece.geometry.size.height());
    }
}

} // namespace

GraphGeometry layoutLayered(const GraphShape& shape, const std::atomic_bool* cancelled)
{
    GraphGeometry geometry;
    geometry.nodes.resize(shape.nodes.size());
    geometry.edges.resize(shape.edges.size());
    std::vector<Piece> pieces = piecesOf(shape);
    for (Piece& piece : pieces) {
        graphlayers::assignLayers(piece.part);
        graphlayers::makePlaces(piece.part);
        graphlayers::orderLayers(piece.part, cancelled);
        if (cancelled && *cancelled) {
            return {};
        }
        graphlayers::placeAcross(piece.part);
        piece.geometry = graphlayers::drawPart(piece.part);
    }
    packPieces(pieces, geometry);
    for (size_t i = 0; i < shape.edges.size(); ++i) {
        if (isWhole(shape.edges[i]) && shape.edges[i].from == shape.edges[i].to) {
            geometry.edges[i].path = graphedges::selfLoop(geometry.nodes[static_cast<size_t>(shape.edges[i].from)]);
        }
    }
    graphedges::placeLabels(geometry, shape);
    graphedges::normalize(geometry, shape);
    return geometry;
}

} // namespace millrace
