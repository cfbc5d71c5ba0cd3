// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobdetail/chartgeometry.h"

#include <QWidget>

namespace millrace {

/// Values over time: lines, stacked bars and marks, with a title, a legend and a tooltip at the pointer. All geometry
/// is that of chartgeometry.h.
class TimeChart : public QWidget {
    Q_OBJECT

public:
    explicit TimeChart(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setData(ChartData data);
    /// No title and legend, for narrow panels.
    void setPlain(bool plain);

    [[nodiscard]] const ChartData& data() const { return m_data; }

    [[nodiscard]] QString title() const { return m_title; }

    /// Where what stands under a place of the widget; for tooltips.
    [[nodiscard]] QString textAt(QPointF place) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The bar with this id was clicked.
    void barClicked(qint64 id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] double barWidth(const ChartScale& scale) const;
    [[nodiscard]] const ChartBar* barAt(QPointF place) const;
    void paintAxes(QPainter& painter, const ChartScale& scale) const;
    void paintBars(QPainter& painter, const ChartScale& scale) const;
    void paintLines(QPainter& painter, const ChartScale& scale) const;
    void paintMarks(QPainter& painter, const ChartScale& scale) const;
    void paintHead(QPainter& painter) const;
    void describe();

    QString m_title;
    ChartData m_data;
    bool m_plain = false;
    double m_pointer = -1; ///< x of the mouse; below 0 without one
};

} // namespace millrace
