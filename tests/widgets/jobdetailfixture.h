// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints.h"
#include "core/job.h"
#include "core/jobcontrol.h"
#include "core/metrics.h"

namespace millrace::test {

/// A job as in the pictures of the design: orders, a join that is the brake, a sink.
inline JobDetail ordersJob(const QDateTime& now)
{
    using namespace Qt::StringLiterals;
    JobDetail detail;
    detail.summary = {.id = u"a1d49c60e5b94f27a6b30c4f1d2e7be2"_s,
        .name = u"orders-enriched"_s,
        .state = JobState::Running,
        .rawState = u"RUNNING"_s,
        .start = now.addDays(-6),
        .durationMs = 6LL * 86'400'000 + 4LL * 3'600'000,
        .tasks = {{u"RUNNING"_s, 98}},
        .restarts = 1};
    detail.graph.nodes = {{.id = u"v1"_s, .type = u"Source"_s, .title = u"Source: orders"_s, .parallelism = 8},
        {.id = u"v2"_s, .type = u"Source"_s, .title = u"Source: payments"_s, .parallelism = 8},
        {.id = u"v3"_s, .type = u"Join"_s, .title = u"IntervalJoin"_s, .parallelism = 8},
        {.id = u"v4"_s, .type = u"Sink"_s, .title = u"Sink: dwd.orders"_s, .parallelism = 4}};
    detail.graph.edges = {{.from = u"v1"_s, .to = u"v3"_s, .ship = u"HASH"_s},
        {.from = u"v2"_s, .to = u"v3"_s, .ship = u"HASH"_s}, {.from = u"v3"_s, .to = u"v4"_s, .ship = u"REBALANCE"_s}};
    const auto status = [](const QString& id, double busy, double waits) {
        return VertexStatus{.id = id,
            .state = JobState::Running,
            .rawState = u"RUNNING"_s,
            .parallelism = 8,
            .busy = busy,
            .idle = 1 - busy - waits,
            .backpressured = waits,
            .recordsInPerSecond = 35'700,
            .recordsOutPerSecond = 17'400,
            .recordsIn = 4'821'100,
            .recordsOut = 2'000'000};
    };
    detail.vertices = {
        status(u"v1"_s, 0.12, 0.88), status(u"v2"_s, 0.19, 0.81), status(u"v3"_s, 0.97, 0), status(u"v4"_s, 0.22, 0)};
    detail.failures = {
        {.at = now.addSecs(-600),
            .rootCause = u"java.io.IOException: No space left on device"_s,
            .text = u"java.io.IOException: No space left on device\n\tat java.base/java.io.FileOutputStream.write"_s,
            .task = u"IntervalJoin (3/8)"_s,
            .location = u"tm-4:6122"_s},
        {.at = now.addSecs(-3600), .rootCause = u"java.io.IOException: No space left on device"_s, .text = u"…"_s}};
    detail.timeline = {{u"CREATED"_s, now.addSecs(-7200)}, {u"RUNNING"_s, now.addSecs(-7190)}};
    detail.configuration = {{u"parallelism.default"_s, u"8"_s}, {u"execution.checkpointing.interval"_s, u"2 min"_s}};
    detail.facts = {{u"Flink version"_s, u"1.20.3"_s}};
    detail.sql = u"INSERT INTO dwd.orders\nSELECT * FROM orders JOIN payments USING (order_id)"_s;
    return detail;
}

inline CheckpointOverview ordersCheckpoints(const QDateTime& now, int count)
{
    using namespace Qt::StringLiterals;
    CheckpointOverview overview{.completed = 8151, .inProgress = 0, .failed = 9};
    overview.restoredFrom = Checkpoint{.id = 3987, .triggeredAt = now.addDays(-6), .location = u"s3://c/chk-3987"_s};
    overview.configuration = {{u"interval"_s, u"120000"_s}, {u"mode"_s, u"EXACTLY_ONCE"_s}};
    for (int i = 0; i < count; ++i) {
        Checkpoint one{.id = 8160 - i,
            .state = i == 23 ? Checkpoint::State::Failed : Checkpoint::State::Completed,
            .isSavepoint = i == 38,
            .triggeredAt = now.addSecs(-50 - 120LL * i),
            .durationMs = i == 23 ? 120'000
                : i < 23          ? 40'000 - 120 * i
                                  : 14'000 + 50 * (i % 7),
            .stateBytes = 25'800'000'000 - 40'000'000LL * i,
            .checkpointedBytes = (i < 23 ? 2'000'000'000LL : 1'300'000'000LL) + 20'000'000LL * (i % 4),
            .alignmentBytes = 1'000'000LL * (i % 3),
            .subtasksDone = i == 23 ? 91 : 98,
            .subtasks = 98,
            .location = i < 3 || i == 38 ? u"s3://c/chk-%1"_s.arg(8160 - i) : QString()};
        if (i == 23) {
            one.stateBytes = -1;
            one.checkpointedBytes = -1;
            one.failure = u"Subtask 3 of IntervalJoin did not acknowledge within 2 min."_s;
        }
        overview.history.push_back(std::move(one));
    }
    return overview;
}

inline std::vector<CheckpointTask> ordersCheckpointTasks()
{
    using namespace Qt::StringLiterals;
    return {{.vertexId = u"v1"_s,
                .subtasksDone = 8,
                .subtasks = 8,
                .durationMs = 900,
                .stateBytes = 4096,
                .alignmentMs = 0,
                .syncMs = 4,
                .asyncMs = 300},
        {.vertexId = u"v3"_s,
            .subtasksDone = 8,
            .subtasks = 8,
            .durationMs = 38'000,
            .stateBytes = 19'400'000'000,
            .alignmentMs = 11'800,
            .syncMs = 120,
            .asyncMs = 26'000}};
}

inline std::vector<SubtaskStatus> ordersSubtasks()
{
    using namespace Qt::StringLiterals;
    std::vector<SubtaskStatus> subtasks;
    for (int i = 0; i < 8; ++i) {
        subtasks.push_back({.index = i,
            .rawState = u"RUNNING"_s,
            .host = u"tm-%1"_s.arg(i % 4 + 1),
            .busy = i == 3 ? 1.0 : 0.94 + 0.01 * (i % 6),
            .backpressured = 0.0,
            .recordsIn = i == 3 ? 7800 : 4000 + 100 * i});
    }
    return subtasks;
}

/// width children at each of depth levels below the root.
inline FlameFrame flameOf(int width, int depth, qint64 samples)
{
    using namespace Qt::StringLiterals;
    FlameFrame frame{.name = u"org.apache.flink.level%1.Task%2.run"_s.arg(depth).arg(samples % 97), .samples = samples};
    for (int i = 0; depth > 0 && i < width; ++i) {
        FlameFrame child = flameOf(width, depth - 1, samples / width);
        child.name += u"%1"_s.arg(i);
        frame.children.push_back(std::move(child));
    }
    return frame;
}

} // namespace millrace::test
