// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread is busy with one answer about 10,000 jobs: merging it into the table, filtering and sorting,
// and painting what changed, as processor time of that thread. The bar is 16 ms for each.
#include "bench/threadclock.h"
#include "models/jobtablemodel.h"
#include "widgets/common/theme.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/jobs/jobstable.h"

#include <QApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

constexpr int s_jobs = 10'000;
constexpr int s_rounds = 40;
constexpr int s_connections = 4;

void timeSteps(const char* what, const std::function<void()>& step)
{
    std::vector<double> times;
    for (int round = 0; round < s_rounds; ++round) {
        const double start = bench::threadMs();
        step();
        QCoreApplication::processEvents();
        times.push_back(bench::threadMs() - start);
    }
    std::ranges::sort(times);
    std::printf("%-56s p50 %6.2f ms   p95 %6.2f ms   max %6.2f ms\n", what, times[s_rounds / 2],
        times[s_rounds * 95 / 100], times.back());
    std::fflush(stdout);
}

long residentKb()
{
    long pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        std::ignore = std::fscanf(file, "%*s %ld", &pages);
        std::fclose(file);
    }
    return pages * 4;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    applyTheme(application);
    QRandomGenerator random(11);
    const QDateTime start = QDateTime::currentDateTimeUtc();
    JobTable table;
    std::vector<JobSource> sources;
    std::vector<std::vector<JobSummary>> answers(s_connections);
    for (int i = 0; i < s_connections; ++i) {
        sources.push_back({.id = QString::number(i), .name = u"connection %1"_s.arg(i), .systemName = u"Flink"_s});
    }
    table.setSources(sources);
    for (int i = 0; i < s_jobs; ++i) {
        JobSummary job{.id = u"%1"_s.arg(i, 32, 16, QChar(u'0')),
            .name = u"job %1"_s.arg(random.bounded(1'000'000)),
            .state = JobState::Running,
            .rawState = u"RUNNING"_s,
            .start = start.addSecs(-i),
            .durationMs = 1000LL * i};
        job.tasks.insert(u"RUNNING"_s, 8);
        answers[static_cast<std::size_t>(i % s_connections)].push_back(job);
    }
    JobTableModel model(table);
    JobsPage page;
    page.setModel(&model);
    page.resize(1600, 1000);
    page.show();
    const long before = residentKb();
    const auto mergeAll = [&] {
        for (std::size_t i = 0; i < answers.size(); ++i) {
            table.merge(QString::number(i), answers[i], QDateTime::currentDateTimeUtc());
        }
    };
    const auto change = [&](int count, bool states) {
        for (int i = 0; i < count; ++i) {
            auto& jobs = answers[static_cast<std::size_t>(random.bounded(s_connections))];
            JobSummary& job = jobs[random.bounded(static_cast<quint32>(jobs.size()))];
            job.recordsInPerSecond = random.bounded(100'000);
            if (states) {
                job.state = static_cast<JobState>(1 + random.bounded(4));
            }
        }
    };
    mergeAll();
    std::printf("memory of %d jobs: %ld KB\n", s_jobs, residentKb() - before);
    timeSteps("an answer in which nothing changed", mergeAll);
    timeSteps("100 rates changed", [&] {
        change(100, false);
        mergeAll();
    });
    timeSteps("100 states changed, so that rows move", [&] {
        change(100, true);
        mergeAll();
    });
    timeSteps("each rate changed", [&] {
        change(s_jobs, false);
        mergeAll();
    });
    timeSteps("the clock moves by a second", [&] { table.setNow(QDateTime::currentDateTimeUtc()); });
    int turn = 0;
    timeSteps("sort by another column", [&] { model.sort(++turn % 2 == 0 ? 1 : 4); });
    timeSteps("filter by a text",
        [&] { model.setFilter({.text = QString::number(++turn % 10), .ended = JobFilter::Ended::All}); });
    model.setFilter({.ended = JobFilter::Ended::All, .group = JobFilter::Group::Connection});
    timeSteps("100 states changed, in groups", [&] {
        change(100, true);
        mergeAll();
    });
    return 0;
}
