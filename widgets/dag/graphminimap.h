// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace millrace {

class GraphPainter;
struct GraphScene;

/// The whole graph in a corner, with a frame around what is in view. A press or a drag goes there.
class GraphMinimap : public QWidget {
    Q_OBJECT

public:
    explicit GraphMinimap(QWidget* parent = nullptr);

    /// Draws the picture again.
    void setPicture(const GraphScene& scene, GraphPainter& painter);
    /// What is in view, in scene coordinates.
    void setVisibleArea(const QRectF& area);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// Bring this point of the scene to the middle.
    void centerRequested(QPointF point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void request(QPointF position);

    QPixmap m_picture;
    double m_scale = 1;
    QPointF m_origin; ///< of the scene in the widget
    QRectF m_visible;
};

} // namespace millrace
