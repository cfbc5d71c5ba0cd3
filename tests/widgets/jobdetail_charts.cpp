// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "jobdetailfixture.h"
#include "widgets/jobdetail/flameview.h"
#include "widgets/jobdetail/metricstab.h"
#include "widgets/jobdetail/timechart.h"

#include <QScrollBar>
#include <QSignalSpy>

#include <cmath>
#include <limits>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

QString texts(ChartUnit unit, const std::vector<double>& ticks)
{
    QStringList written;
    for (const double tick : ticks) {
        written.append(chartTickText(unit, tick, ticks.back()).replace(QChar(0x202F), u' '));
    }
    return written.join(u", "_s);
}

std::vector<CheckpointRow> rowsOf(const CheckpointOverview& overview)
{
    std::vector<CheckpointRow> rows;
    for (const Checkpoint& one : overview.history) {
        rows.push_back({.checkpoint = one, .parts = {}});
    }
    return rows;
}

} // namespace

class JobDetailChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp); }

    void init() { failOnWarnings(); }

    void valueAxes_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("most");
        QTest::addColumn<QString>("ticks");
        QTest::newRow("seconds") << int(ChartUnit::Milliseconds) << 120'000.0 << u"0, 40 s, 80 s, 120 s"_s;
        QTest::newRow("moments") << int(ChartUnit::Milliseconds) << 300.0 << u"0, 0.1 s, 0.2 s, 0.3 s"_s;
        QTest::newRow("bytes") << int(ChartUnit::Bytes) << 25.8e9 << u"0, 10 GB, 20 GB, 30 GB"_s;
        QTest::newRow("few bytes") << int(ChartUnit::Bytes) << 900.0 << u"0, 400 B, 800 B, 1.17 KB"_s;
        QTest::newRow("rate") << int(ChartUnit::Number) << 17'400.0 << u"0, 10 k, 20 k"_s;
        QTest::newRow("nothing") << int(ChartUnit::Number) << 0.0 << u"0, 0.4, 0.8, 1.2"_s;
        QTest::newRow("share") << int(ChartUnit::Share) << 0.97 << u"0 %, 50 %, 100 %"_s;
    }

    void valueAxes()
    {
        QFETCH(int, unit);
        QFETCH(double, most);
        QFETCH(QString, ticks);
        const auto chartUnit = static_cast<ChartUnit>(unit);
        QCOMPARE(texts(chartUnit, valueTicks(chartUnit, 0, most, 3)), ticks);
    }

    void timeAxesAreRound()
    {
        const qint64 from = 1'773'750'007'000;
        const auto ticks = timeTicks(from, from + 7'200'000, 5);
        QVERIFY(!ticks.empty() && ticks.size() <= 5U);
        for (const qint64 tick : ticks) {
            QCOMPARE(tick % 1'800'000, 0);
            QVERIFY(tick >= from);
        }
        QVERIFY(timeTicks(from, from, 5).size() <= 1U);
        QVERIFY(timeTicks(from, from + 400LL * 86'400'000, 5).size() <= 6U);
    }

    void checkpointsBecomeStackedBars()
    {
        auto rows = rowsOf(ordersCheckpoints(QDateTime::currentDateTimeUtc(), 70));
        rows[0].parts = {.alignmentMs = 11'800, .syncMs = 100, .asyncMs = 28'000};
        rows[1].parts = {.alignmentMs = 999'999, .syncMs = 0, .asyncMs = 0};
        const ChartData data = durationChart(rows, 60);
        QCOMPARE(data.bars.size(), 60U);
        QVERIFY(data.bars.front().at < data.bars.back().at);
        const ChartBar& newest = data.bars.back();
        QCOMPARE(newest.id, 8160);
        QCOMPARE(newest.parts, (std::vector<double>{11'800, 28'200, 0, 0}));
        // An alignment cannot be longer than the whole.
        QCOMPARE(data.bars[58].parts[0], data.bars[58].total());
        const ChartBar& failed = data.bars[60 - 1 - 23];
        QCOMPARE(failed.parts, (std::vector<double>{0, 0, 0, 120'000}));
        QVERIFY(failed.toolTip.contains(u"did not acknowledge"_s));
        const ChartData sizes = sizeChart(rows, 60);
        QCOMPARE(sizes.lines.size(), 2U);
        QCOMPARE(sizes.lines[0].points.size(), 59U);
        QCOMPARE(sizes.lines[1].points.size(), 58U);
        QCOMPARE(sizes.marks.size(), 1U);
        QVERIFY(durationChart({}, 60).bars.empty());
    }

    void linesHaveGapsAndTwoPointsAPixel()
    {
        const ChartScale scale{.plot = {0, 0, 100, 50}, .from = 0, .to = 1000, .least = 0, .most = 10};
        QCOMPARE(scale.x(500), 50.0);
        QCOMPARE(scale.y(10), 0.0);
        QCOMPARE(scale.timeAt(25), 250);
        const auto pieces = polylinesOf({{0, 1}, {100, 2}, {200, none}, {300, 4}}, scale);
        QCOMPARE(pieces.size(), 2U);
        QCOMPARE(pieces[0].size(), 2);
        QCOMPARE(pieces[1], QPolygonF({{30, 30}}));
        std::vector<MetricPoint> many;
        for (int i = 0; i < 10'000; ++i) {
            many.push_back({.at = i / 10, .value = static_cast<double>(i % 11)});
        }
        const auto dense = polylinesOf(many, scale);
        QCOMPARE(dense.size(), 1U);
        QVERIFY(dense[0].size() <= 202);
        QCOMPARE(nearestPoint({{0, 1}, {100, 2}}, 60), 1);
        QCOMPARE(nearestPoint({}, 60), -1);
        std::vector<ChartBar> bars;
        for (int i = 0; i < 1000; ++i) {
            bars.push_back({.at = i, .parts = {static_cast<double>(i == 503 ? 99 : 1)}});
        }
        const auto thinned = thinnedBars(bars, scale, 2);
        QVERIFY(thinned.size() <= 51U);
        QVERIFY(std::any_of(thinned.begin(), thinned.end(), [](const ChartBar& bar) { return bar.total() == 99; }));
    }

    void aChartSaysWhatIsUnderThePointer()
    {
        TimeChart chart(u"Duration"_s);
        chart.resize(500, 150);
        chart.setData(durationChart(rowsOf(ordersCheckpoints(QDateTime::currentDateTimeUtc(), 60)), 60));
        QVERIFY(showActive(chart));
        QSignalSpy clicked(&chart, &TimeChart::barClicked);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(487, 100));
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.at(0).at(0).toLongLong(), 8160);
        QVERIFY(chart.textAt({487, 100}).contains(u"chk-8160"_s));
        ChartData lines{.lines = {{.title = u"busy"_s, .points = {{1000, 1}, {2000, none}, {3000, 3}}}}};
        chart.setData(lines);
        QVERIFY(chart.textAt({480, 80}).contains(u"busy: 3"_s));
        QVERIFY(chart.textAt({2, 2}).isEmpty());
        QVERIFY(chart.accessibleName().contains(u"busy 3"_s));
        chart.setData({});
        QVERIFY(chart.textAt({300, 80}).isEmpty());
        chart.grab();
    }

    void aFlameGraphIsWalkedAndSearched()
    {
        FlameView view;
        view.resize(800, 300);
        view.setGraph(FlameGraph(flameOf(3, 4, 81'000)));
        QVERIFY(showActive(view));
        view.setFocus();
        const FlameGraph::Place child = view.graph().at(1, 0.5);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.frameRect(child).center().toPoint());
        QCOMPARE(view.zoomed(), child);
        QCOMPARE(view.frameRect(child).width(), static_cast<double>(view.viewport()->width()));
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(view.zoomed().row, 2);
        QTest::keyClick(&view, Qt::Key_Backspace);
        QCOMPARE(view.zoomed(), child);
        view.setSearch(u"level3"_s);
        QVERIFY(std::abs(view.matchedShare() - 1.0) < 1e-9);
        // A newer sampling keeps the zoom, one without that frame goes to its parent.
        view.setGraph(FlameGraph(flameOf(3, 4, 81'000)));
        QCOMPARE(view.zoomed(), child);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.zoomed().row, 0);
        view.setGraph(FlameGraph::difference(flameOf(3, 4, 81'000), flameOf(2, 4, 81'000)));
        view.grab();
        QVERIFY(view.textOf(view.graph().at(1, 0.1)).contains(u"percentage points"_s));
        view.setGraph({});
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(view.textOf({}).isEmpty());
    }

    void unitsOfMetrics()
    {
        QCOMPARE(unitOfMetric(u"lastCheckpointDuration"_s), ChartUnit::Milliseconds);
        QCOMPARE(unitOfMetric(u"lastCheckpointFullSize"_s), ChartUnit::Bytes);
        QCOMPARE(unitOfMetric(u"Status.JVM.Memory.Heap.Used"_s), ChartUnit::Bytes);
        QCOMPARE(unitOfMetric(u"numBytesInPerSecond"_s), ChartUnit::Number);
    }
};

QTEST_MAIN(JobDetailChartsTest)
#include "jobdetail_charts.moc"
