// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread is busy with the large things of a job's detail: a refresh of a history of 10,000
// checkpoints, a tick of 500 charted metrics, a flame graph of 50,000 frames.
#include "bench/threadclock.h"
#include "tests/widgets/jobdetailfixture.h"
#include "widgets/common/theme.h"
#include "widgets/jobdetail/checkpointstab.h"
#include "widgets/jobdetail/flameview.h"
#include "widgets/jobdetail/metricstab.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// Runs work and what follows from it a few times, and prints the median and the longest: processor time.
void measure(const char* what, int times, const std::function<void(int)>& work)
{
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        const double start = bench::threadMs();
        work(i);
        QCoreApplication::processEvents();
        taken.push_back(bench::threadMs() - start);
    }
    std::sort(taken.begin(), taken.end());
    std::printf("%-52s p50 %7.2f ms   max %7.2f ms\n", what, taken[taken.size() / 2], taken.back());
    std::fflush(stdout);
}

void benchCheckpoints()
{
    CheckpointsTab tab;
    tab.resize(1340, 460);
    tab.show();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const CheckpointOverview first = ordersCheckpoints(now, 10'000);
    measure("10,000 checkpoints for the first time", 1, [&](int) { tab.setOverview(first); });
    CheckpointOverview next = first;
    measure("the same with one more", 20, [&](int i) {
        Checkpoint newest = next.history.front();
        newest.id += i + 1;
        next.history.insert(next.history.begin(), newest);
        next.history.pop_back();
        tab.setOverview(next);
    });
    measure("paint", 20, [&](int) { tab.grab(); });
}

void benchMetrics()
{
    MetricsTab tab;
    tab.resize(1340, 460);
    tab.show();
    MetricHistory history;
    const MetricScope scope{.kind = MetricScope::Kind::Job, .jobId = u"j"_s, .id = {}, .title = u"The job"_s};
    QStringList names;
    for (int i = 0; i < 500; ++i) {
        names.append(u"0.operator.metric%1"_s.arg(i));
    }
    tab.setHistory(&history);
    tab.setChoice(MetricScope::Kind::Job, names);
    tab.setScopes({scope});
    const auto sample = [&](qint64 at) {
        std::vector<MetricSample> samples;
        for (const QString& name : names) {
            samples.push_back({.name = name, .value = static_cast<double>(at % 997)});
        }
        history.append(scope, samples, at);
    };
    for (int i = 0; i < 2000; ++i) {
        sample(i * 2000);
    }
    measure("500 series: charts made", 1, [&](int) { tab.setNames(scope, names); });
    measure("500 series: a tick", 20, [&](int i) {
        sample((2000 + i) * 2000);
        tab.refreshCharts();
    });
    measure("500 series: paint what is seen", 20, [&](int) { tab.update(); });
}

void benchFlameGraph()
{
    FlameView view;
    view.resize(1340, 460);
    view.show();
    const FlameFrame root = flameOf(6, 6, 100'000'000); // 55,987 frames
    FlameGraph graph;
    measure("a flame graph: made flat, in a worker", 5, [&](int) { graph = FlameGraph(root); });
    std::printf("%-52s %zu frames\n", "", graph.frameCount());
    view.setGraph(graph);
    measure("a flame graph: paint", 20, [&](int) { view.grab(); });
    measure("a flame graph: search and paint", 20, [&](int i) {
        view.setSearch(u"level%1"_s.arg(i % 6));
        std::ignore = view.matchedShare();
        view.grab();
    });
    measure("two flame graphs compared, in a worker", 5, [&](int) { graph = FlameGraph::difference(root, root); });
    measure("a flame graph: taken over and painted", 5, [&](int) {
        FlameGraph next = graph;
        view.setGraph(std::move(next));
    });
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    applyTheme(application);
    benchCheckpoints();
    benchMetrics();
    benchFlameGraph();
    return 0;
}
