// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/chartgeometry.h"

#include "widgets/common/humanize.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

constexpr std::array<qint64, 17> s_timeSteps{1'000, 2'000, 5'000, 10'000, 15'000, 30'000, 60'000, 120'000, 300'000,
    600'000, 900'000, 1'800'000, 3'600'000, 7'200'000, 21'600'000, 43'200'000, 86'400'000};

/// 1, 2, 4 or 5 times a power of ten, not below raw.
double roundStep(double raw)
{
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 4.0, 5.0}) {
        if (raw <= power * factor * 1.0000001) {
            return power * factor;
        }
    }
    return power * 10;
}

/// One of the unit's larger ones: 1024 for KB, 60,000 for minutes.
double unitBase(ChartUnit unit, double most)
{
    double base = 1;
    if (unit == ChartUnit::Bytes) {
        while (most >= base * 1024) {
            base *= 1024;
        }
    } else if (unit == ChartUnit::Milliseconds) {
        base = most >= 3 * 3'600'000.0 ? 3'600'000 : most >= 3 * 60'000.0 ? 60'000 : 1000;
    }
    return base;
}

} // namespace

QString chartValueText(ChartUnit unit, double value)
{
    switch (unit) {
    case ChartUnit::Milliseconds:
        return durationText(std::llround(value));
    case ChartUnit::Bytes:
        return sizeText(std::llround(value));
    case ChartUnit::Share:
        return percentText(value);
    case ChartUnit::Number:
        break;
    }
    return value < 0 ? QString(QChar(0x2212) + rateText(-value)) : rateText(value);
}

QString chartTickText(ChartUnit unit, double value, double most)
{
    if (value == 0) {
        return unit == ChartUnit::Share ? chartValueText(unit, value) : u"0"_s;
    }
    if (unit == ChartUnit::Milliseconds && most < 180'000) {
        return Texts::tr("%1 s").arg(QString::number(value / 1000, 'g', 3));
    }
    return chartValueText(unit, value);
}

double ChartBar::total() const
{
    double sum = 0;
    for (const double part : parts) {
        sum += part;
    }
    return sum;
}

double ChartScale::x(qint64 at) const
{
    return plot.left()
        + plot.width() * static_cast<double>(at - from) / static_cast<double>(std::max<qint64>(1, to - from));
}

double ChartScale::y(double value) const
{
    return plot.bottom() - plot.height() * (value - least) / std::max(1e-12, most - least);
}

qint64 ChartScale::timeAt(double x) const
{
    return from + std::llround((x - plot.left()) / std::max(1.0, plot.width()) * static_cast<double>(to - from));
}

std::vector<double> valueTicks(ChartUnit unit, double least, double most, int steps)
{
    if (!(most > least)) {
        most = least + 1;
    }
    const double base = unitBase(unit, std::max(std::abs(least), std::abs(most)));
    const double step = unit == ChartUnit::Share && most <= 1.0 && least >= 0
        ? 0.5
        : roundStep((most - least) / base / std::max(1, steps)) * base;
    std::vector<double> ticks;
    for (double at = std::floor(least / step) * step; ticks.size() < 50; at += step) {
        ticks.push_back(std::abs(at) < step / 1e6 ? 0 : at);
        if (at >= most - step / 1e6) {
            break;
        }
    }
    return ticks;
}

std::vector<qint64> timeTicks(qint64 from, qint64 to, int most)
{
    const qint64 span = std::max<qint64>(1, to - from);
    qint64 step = s_timeSteps.back();
    for (const qint64 candidate : s_timeSteps) {
        if (span / candidate < std::max(1, most)) {
            step = candidate;
            break;
        }
    }
    while (span / step >= std::max(1, most)) {
        step *= 2;
    }
    const qint64 zone = qint64{QDateTime::fromMSecsSinceEpoch(from).offsetFromUtc()} * 1000;
    std::vector<qint64> ticks;
    for (qint64 at = (from + zone + step - 1) / step * step - zone; at <= to; at += step) {
        ticks.push_back(at);
    }
    return ticks;
}

QString timeTickText(qint64 at, qint64 span)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at);
    if (span > qint64{48} * 3'600'000) {
        return local.toString(u"MM-dd HH:mm"_s);
    }
    return local.toString(span < 600'000 ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

ChartScale scaleOf(const ChartData& data, const QRectF& plot)
{
    ChartScale scale{.plot = plot,
        .from = std::numeric_limits<qint64>::max(),
        .to = std::numeric_limits<qint64>::min(),
        .least = 0,
        .most = 0};
    const auto take = [&scale](qint64 at, double value) {
        scale.from = std::min(scale.from, at);
        scale.to = std::max(scale.to, at);
        if (!std::isnan(value)) {
            scale.least = std::min(scale.least, value);
            scale.most = std::max(scale.most, value);
        }
    };
    for (const ChartLine& line : data.lines) {
        for (const MetricPoint& point : line.points) {
            take(point.at, point.value);
        }
    }
    for (const ChartBar& bar : data.bars) {
        take(bar.at, bar.total());
    }
    if (scale.from > scale.to) {
        return {.plot = plot};
    }
    if (scale.from == scale.to) {
        scale.from -= 30'000;
        scale.to += 30'000;
    }
    const auto ticks = valueTicks(data.unit, scale.least, scale.most, 3);
    scale.least = ticks.front();
    scale.most = ticks.back();
    return scale;
}

std::vector<ChartBar> thinnedBars(const std::vector<ChartBar>& bars, const ChartScale& scale, double width)
{
    std::vector<ChartBar> thinned;
    double lastX = -std::numeric_limits<double>::infinity();
    for (const ChartBar& bar : bars) {
        const double x = scale.x(bar.at);
        if (x - lastX >= width || thinned.empty()) {
            thinned.push_back(bar);
            lastX = x;
        } else if (bar.total() > thinned.back().total()) {
            thinned.back() = bar;
        }
    }
    return thinned;
}

std::vector<QPolygonF> polylinesOf(const std::vector<MetricPoint>& points, const ChartScale& scale)
{
    std::vector<QPolygonF> lines;
    QPolygonF line;
    int column = std::numeric_limits<int>::min();
    qsizetype firstOfColumn = 0;
    const auto endLine = [&] {
        if (!line.isEmpty()) {
            lines.push_back(std::move(line));
        }
        line = {};
        column = std::numeric_limits<int>::min();
    };
    for (const MetricPoint& point : points) {
        if (std::isnan(point.value)) {
            endLine();
            continue;
        }
        const QPointF place(scale.x(point.at), scale.y(point.value));
        const int here = static_cast<int>(place.x());
        if (here != column) {
            column = here;
            firstOfColumn = line.size();
            line.append(place);
        } else if (line.size() - firstOfColumn < 2) {
            line.append(place);
        } else {
            QPointF& one = line[firstOfColumn];
            QPointF& other = line[firstOfColumn + 1];
            if (place.y() < std::min(one.y(), other.y())) {
                (one.y() < other.y() ? one : other).setY(place.y());
            } else if (place.y() > std::max(one.y(), other.y())) {
                (one.y() < other.y() ? other : one).setY(place.y());
            }
        }
    }
    endLine();
    return lines;
}

int nearestPoint(const std::vector<MetricPoint>& points, qint64 at)
{
    const auto after = std::lower_bound(
        points.begin(), points.end(), at, [](const MetricPoint& point, qint64 time) { return point.at < time; });
    if (after == points.end()) {
        return static_cast<int>(points.size()) - 1;
    }
    const auto index = static_cast<int>(after - points.begin());
    return index > 0 && at - points[static_cast<std::size_t>(index) - 1].at < after->at - at ? index - 1 : index;
}

} // namespace millrace
