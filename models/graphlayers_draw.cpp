// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graphedges.h"
#include "models/graphlayers.h"

#include <algorithm>
#include <cmath>

namespace millrace::graphlayers {

namespace {

constexpr double portGap = 52; ///< between edges that leave a node side by side
constexpr double portReach = 0.36; ///< of a node's width, to each side of its middle
constexpr double flatFrom = 300; ///< an edge that goes farther sideways gets more height
constexpr double mostExtraGap = 96;

size_t at(int index)
{
    return static_cast<size_t>(index);
}

struct Band {
    double top = 0;
    double bottom = 0;
};

struct Ports {
    double upper = 0;
    double lower = 0;
    bool upperAlone = true;
    bool lowerAlone = true;
};

class Drawing {
public:
    explicit Drawing(const Part& part) : m_part(part)
    {
        stackLayers();
        placeNodes();
        spreadPorts(true);
        spreadPorts(false);
        straighten();
        for (size_t i = 0; i < part.strands.size(); ++i) {
            m_geometry.edges[at(part.strands[i].edge)].path = pathOf(part.strands[i], m_ports[i]);
        }
        graphedges::normalize(m_geometry, GraphShape{part.sizes, std::vector<GraphShape::Edge>(part.edges.size())});
    }

    GraphGeometry take() { return std::move(m_geometry); }

private:
    void stackLayers()
    {
        std::vector<double> sideways(m_part.layers.size());
        for (const Strand& strand : m_part.strands) {
            for (size_t i = 1; i < strand.places.size(); ++i) {
                double& most = sideways[at(m_part.places[at(strand.places[i - 1])].layer)];
                most = std::max(most, std::abs(m_part.x[at(strand.places[i])] - m_part.x[at(strand.places[i - 1])]));
            }
        }
        m_bands.resize(m_part.layers.size());
        double y = 0;
        for (size_t i = 0; i < m_bands.size(); ++i) {
            double height = 0;
            for (const int place : m_part.layers[i]) {
                const Place& one = m_part.places[at(place)];
                height = one.isPassage() ? height : std::max(height, m_part.sizes[at(one.node)].height());
            }
            m_bands[i] = {y, y + height};
            const double extra = std::max(0.0, sideways[i] - flatFrom) * 0.08;
            y += height + graphedges::rankGap + std::min(mostExtraGap, extra);
        }
    }

    void placeNodes()
    {
        m_geometry.nodes.resize(m_part.sizes.size());
        m_geometry.edges.resize(m_part.edges.size());
        for (size_t i = 0; i < m_part.sizes.size(); ++i) {
            const Band& band = m_bands[at(m_part.layerOf[i])];
            QRectF rect(QPointF(), m_part.sizes[i]);
            rect.moveCenter({m_part.x[i], (band.top + band.bottom) / 2});
            m_geometry.nodes[i] = rect;
        }
    }

    /// Edges that share a side of a node leave it in the order of where they go.
    void spreadPorts(bool upper)
    {
        m_ports.resize(m_part.strands.size());
        std::vector<std::vector<int>> byNode(m_part.sizes.size());
        for (size_t i = 0; i < m_part.strands.size(); ++i) {
            const std::vector<int>& places = m_part.strands[i].places;
            byNode[at(upper ? places.front() : places.back())].push_back(static_cast<int>(i));
        }
        const auto goal = [&](int strand) {
            const std::vector<int>& places = m_part.strands[at(strand)].places;
            return m_part.x[at(upper ? places[1] : places[places.size() - 2])];
        };
        for (size_t node = 0; node < byNode.size(); ++node) {
            std::vector<int>& strands = byNode[node];
            std::stable_sort(
                strands.begin(), strands.end(), [&](int one, int other) { return goal(one) < goal(other); });
            const double count = static_cast<double>(strands.size());
            const double gap = std::min(portGap, 2 * portReach * m_part.sizes[node].width() / std::max(1.0, count - 1));
            for (size_t i = 0; i < strands.size(); ++i) {
                const double x = m_part.x[node] + (static_cast<double>(i) - (count - 1) / 2) * gap;
                Ports& ports = m_ports[at(strands[i])];
                (upper ? ports.upper : ports.lower) = x;
                (upper ? ports.upperAlone : ports.lowerAlone) = strands.size() == 1;
            }
        }
    }

    [[nodiscard]] bool reaches(int node, double x) const
    {
        return std::abs(x - m_part.x[at(node)]) <= portReach * m_part.sizes[at(node)].width();
    }

    /// An edge that is alone at its side of a node leaves where its way is straight.
    void straighten()
    {
        for (size_t i = 0; i < m_ports.size(); ++i) {
            const std::vector<int>& places = m_part.strands[i].places;
            Ports& ports = m_ports[i];
            const bool direct = places.size() == 2;
            const double belowUpper = direct ? ports.lower : m_part.x[at(places[1])];
            if (ports.upperAlone && reaches(places.front(), belowUpper)) {
                ports.upper = belowUpper;
            }
            const double aboveLower = direct ? ports.upper : m_part.x[at(places[places.size() - 2])];
            if (ports.lowerAlone && reaches(places.back(), aboveLower)) {
                ports.lower = aboveLower;
            }
        }
    }

    [[nodiscard]] std::vector<QPointF> pathOf(const Strand& strand, const Ports& ports) const
    {
        std::vector<QPointF> path{{ports.upper, m_geometry.nodes[at(strand.places.front())].bottom()}};
        for (size_t i = 1; i + 1 < strand.places.size();) {
            const double x = m_part.x[at(strand.places[i])];
            size_t last = i;
            while (last + 2 < strand.places.size() && std::abs(m_part.x[at(strand.places[last + 1])] - x) < 0.5) {
                ++last;
            }
            graphedges::curveTo(path, {x, m_bands[at(m_part.places[at(strand.places[i])].layer)].top});
            graphedges::curveTo(path, {x, m_bands[at(m_part.places[at(strand.places[last])].layer)].bottom});
            i = last + 1;
        }
        graphedges::curveTo(path, {ports.lower, m_geometry.nodes[at(strand.places.back())].top()});
        if (strand.reversed) {
            std::reverse(path.begin(), path.end());
        }
        return path;
    }

    const Part& m_part;
    GraphGeometry m_geometry;
    std::vector<Band> m_bands;
    std::vector<Ports> m_ports; ///< as strands
};

} // namespace

GraphGeometry drawPart(const Part& part)
{
    return Drawing(part).take();
}

} // namespace millrace::graphlayers
