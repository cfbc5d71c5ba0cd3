// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rebalancereport.h"
#include "widgets/common/tokens.h"

#include <QWidget>

#include <memory>

namespace millrace {

/// The rebalances of a group as stems on a true time axis, as long as they took. The wheel zooms round the pointer, the
/// left button drags, a click chooses, a double click shows everything again; arrows go from stem to stem.
class RebalanceChart : public QWidget {
    Q_OBJECT

public:
    explicit RebalanceChart(QWidget* parent = nullptr);

    /// group is the index in the report; -1 for none. The same group keeps its zoom.
    void setReport(std::shared_ptr<const RebalanceReport> report, int group);
    /// Seconds on a logarithmic scale, on which short ones can be told apart.
    void setLogarithmic(bool logarithmic);
    void setCurrent(int rebalance);

    [[nodiscard]] int current() const { return m_current; }

    /// The times shown, milliseconds in UTC.
    [[nodiscard]] std::pair<qint64, qint64> range() const { return {m_from, m_to}; }

    /// The rebalance whose stem is nearest to a point; -1 when none is near.
    [[nodiscard]] int rebalanceAt(QPoint point) const;
    /// Where the head of a stem is.
    [[nodiscard]] QPointF headOf(int rebalance) const;

    [[nodiscard]] QSize sizeHint() const override { return {600, 220}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 140}; }

Q_SIGNALS:
    void chosen(int rebalance);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] const RebalanceGroup* group() const;
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] double x(qint64 utc) const;
    [[nodiscard]] double y(double seconds) const;
    [[nodiscard]] static double secondsOf(const Rebalance& rebalance, qint64 logEnd);
    [[nodiscard]] double limitSeconds() const;
    void showAll();
    void setRange(double from, double to);
    void paintAxes(QPainter& painter) const;
    void paintTimes(QPainter& painter) const;
    void paintStems(QPainter& painter) const;
    void paintStem(QPainter& painter, const Rebalance& rebalance, QPointF head, double floor, bool current) const;
    void paintMarks(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    [[nodiscard]] QString describe(int rebalance) const;

    std::shared_ptr<const RebalanceReport> m_report;
    QString m_name;
    int m_group = -1;
    int m_current = -1;
    qint64 m_from = 0;
    qint64 m_to = 1;
    double m_top = 1; ///< seconds at the upper edge
    QPoint m_pressed;
    std::pair<qint64, qint64> m_pressedRange;
    bool m_logarithmic = false;
    bool m_dragging = false;
    bool m_wasDragged = false;
};

/// The ink of a class of reasons; its name stands in the legend and in the table.
[[nodiscard]] Token inkOfReason(RebalanceReason reason);

} // namespace millrace
