// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checkpointmodel.h"
#include "models/metricseries.h"
#include "widgets/common/tokens.h"

#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <vector>

namespace millrace {

/// What the values of a chart are, for its axis and its tooltips.
enum class ChartUnit { Number, Milliseconds, Bytes, Share };

[[nodiscard]] QString chartValueText(ChartUnit unit, double value);
/// The same at an axis that goes up to most: round, and never two ticks alike.
[[nodiscard]] QString chartTickText(ChartUnit unit, double value, double most);

struct ChartLine {
    QString title;
    Token color = Token::Accent;
    std::vector<MetricPoint> points; ///< by time; NaN is a gap
};

/// A part of every bar, from the bottom up.
struct ChartPart {
    QString title;
    Token color = Token::Accent;
    bool soft = false; ///< a lighter shade, for the large parts
};

struct ChartBar {
    qint64 at = 0; ///< ms since the epoch
    qint64 id = 0; ///< what a click gives back
    std::vector<double> parts; ///< as ChartData::parts
    QString toolTip;

    [[nodiscard]] double total() const;
};

/// A moment with a word: a dashed line and a diamond.
struct ChartMark {
    qint64 at = 0;
    QString text;
};

struct ChartData {
    ChartUnit unit = ChartUnit::Number;
    std::vector<ChartLine> lines;
    std::vector<ChartPart> parts;
    std::vector<ChartBar> bars; ///< by time
    std::vector<ChartMark> marks;
    QString emptyText; ///< instead of a chart without values
};

/// Time goes from left to right, values from the bottom (0, or less when there are values below) up.
struct ChartScale {
    QRectF plot;
    qint64 from = 0;
    qint64 to = 1;
    double least = 0;
    double most = 1;

    [[nodiscard]] double x(qint64 at) const;
    [[nodiscard]] double y(double value) const;
    [[nodiscard]] qint64 timeAt(double x) const;
};

/// Round steps in the unit's own system, about `steps` of them, that cover least…most.
[[nodiscard]] std::vector<double> valueTicks(ChartUnit unit, double least, double most, int steps);
/// Round moments of local time, at most `most` of them.
[[nodiscard]] std::vector<qint64> timeTicks(qint64 from, qint64 to, int most);
[[nodiscard]] QString timeTickText(qint64 at, qint64 span);

/// The scale that shows all of data in plot, its top a round value.
[[nodiscard]] ChartScale scaleOf(const ChartData& data, const QRectF& plot);
/// At most one bar a column of pixels, the longest of those that fall together.
[[nodiscard]] std::vector<ChartBar> thinnedBars(
    const std::vector<ChartBar>& bars, const ChartScale& scale, double width);
/// The pieces of a line between its gaps; at most two points (lowest and highest) a column of pixels.
[[nodiscard]] std::vector<QPolygonF> polylinesOf(const std::vector<MetricPoint>& points, const ChartScale& scale);
/// The index of the point nearest in time, or -1.
[[nodiscard]] int nearestPoint(const std::vector<MetricPoint>& points, qint64 at);

/// Time of the newest `most` checkpoints: sync and async, alignment, the failed ones in a colour of their own. What
/// the server did not split stands as one.
[[nodiscard]] ChartData durationChart(const std::vector<CheckpointRow>& history, std::size_t most);
/// Full and incremental size over the same time, savepoints marked.
[[nodiscard]] ChartData sizeChart(const std::vector<CheckpointRow>& history, std::size_t most);

} // namespace millrace
