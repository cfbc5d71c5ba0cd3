// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphtiles.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace millrace {

namespace {

constexpr int side = 384; ///< logical pixels
constexpr qsizetype mostTiles = 96;

int cellOf(int value)
{
    return static_cast<int>(std::floor(static_cast<double>(value) / side));
}

} // namespace

void GraphTiles::clear()
{
    m_tiles.clear();
}

void GraphTiles::invalidate(const QRectF& area)
{
    const QRect pixels = QRectF(area.topLeft() * m_zoom, area.size() * m_zoom).toAlignedRect().adjusted(-1, -1, 1, 1);
    for (auto it = m_tiles.begin(); it != m_tiles.end(); ++it) {
        const QRect tile(it.key() * side, QSize(side, side));
        if (tile.intersects(pixels)) {
            it->dirty += pixels.translated(-tile.topLeft()) & QRect(0, 0, side, side);
        }
    }
}

void GraphTiles::paint(QPainter& painter, const QRect& exposed, QPoint offset, double zoom, double pixelRatio,
    const QColor& ground, const Render& render)
{
    if (zoom != m_zoom || pixelRatio != m_pixelRatio) {
        clear();
        m_zoom = zoom;
        m_pixelRatio = pixelRatio;
    }
    ++m_frame;
    const QRect area = exposed.translated(-offset);
    for (int y = cellOf(area.top()); y <= cellOf(area.bottom()); ++y) {
        for (int x = cellOf(area.left()); x <= cellOf(area.right()); ++x) {
            const QPoint cell(x, y);
            Tile& tile = m_tiles[cell];
            tile.usedAt = m_frame;
            draw(tile, cell, ground, render);
            painter.drawPixmap(cell * side + offset, tile.pixmap);
        }
    }
    if (m_tiles.size() > mostTiles) {
        dropOld();
    }
}

void GraphTiles::draw(Tile& tile, QPoint cell, const QColor& ground, const Render& render) const
{
    if (tile.pixmap.isNull()) {
        const int pixels = static_cast<int>(std::ceil(side * m_pixelRatio));
        tile.pixmap = QPixmap(pixels, pixels);
        tile.pixmap.setDevicePixelRatio(m_pixelRatio);
        tile.dirty = QRect(0, 0, side, side);
    }
    if (tile.dirty.isEmpty()) {
        return;
    }
    QPainter painter(&tile.pixmap);
    painter.setClipRegion(tile.dirty);
    const QRect bounds = tile.dirty.boundingRect();
    painter.fillRect(bounds, ground);
    painter.translate(-cell * side);
    painter.scale(m_zoom, m_zoom);
    const QRectF inScene = bounds.translated(cell * side);
    render(painter, QRectF(inScene.topLeft() / m_zoom, inScene.size() / m_zoom));
    tile.dirty = {};
}

void GraphTiles::dropOld()
{
    std::vector<std::pair<qint64, QPoint>> byAge;
    for (auto it = m_tiles.cbegin(); it != m_tiles.cend(); ++it) {
        byAge.emplace_back(it->usedAt, it.key());
    }
    std::sort(byAge.begin(), byAge.end(), [](const auto& one, const auto& other) { return one.first < other.first; });
    for (size_t i = 0; i < byAge.size() / 2 && byAge[i].first < m_frame; ++i) {
        m_tiles.remove(byAge[i].second);
    }
}

} // namespace millrace
