// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPixmap>
#include <QPoint>
#include <QRectF>
#include <QRegion>
#include <QSize>

#include <functional>

class QPainter;

namespace millrace {

/// The picture of a large scene in squares that are kept while it is only moved, so that a frame draws what is new.
class GraphTiles {
public:
    /// Draws area, in scene coordinates, with a painter that is set up for them.
    using Render = std::function<void(QPainter& painter, const QRectF& area)>;

    /// Paints the squares that lie in exposed, in view coordinates; offset is where the scene's origin stands.
    void paint(QPainter& painter, const QRect& exposed, QPoint offset, double zoom, double pixelRatio,
        const QColor& ground, const Render& render);
    /// What lies here, in scene coordinates, has to be drawn again.
    void invalidate(const QRectF& area);
    void clear();

private:
    struct Tile {
        QPixmap pixmap;
        QRegion dirty; ///< in logical pixels of the tile
        qint64 usedAt = 0;
    };

    void draw(Tile& tile, QPoint cell, const QColor& ground, const Render& render) const;
    void dropOld();

    QHash<QPoint, Tile> m_tiles;
    double m_zoom = 1;
    double m_pixelRatio = 1;
    qint64 m_frame = 0;
};

} // namespace millrace
