// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/changelogtable.h"
#include "results/tableview.h"

#include <benchmark/benchmark.h>

using namespace millrace;

namespace {

constexpr qint64 s_groups = 100'000;

/// A grouped count as Flink sends it: for each event a -U with the old count and a +U with the new one.
ResultSnapshot groupedCounts(qint64 changes)
{
    ResultSchema schema;
    schema.columns = {{.name = QStringLiteral("key"), .type = {.root = TypeRoot::VarChar, .precision = 2147483647}},
        {.name = QStringLiteral("n"), .type = {.root = TypeRoot::BigInt}}};
    ResultStore store(1LL << 40);
    store.begin(schema);
    std::vector<qint64> counts(s_groups, 0);
    quint64 random = 88172645463325252ULL;
    qint64 done = 0;
    while (done < changes) {
        RowBatch batch(schema.columns);
        for (int i = 0; i < 2500; ++i) {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            const auto group = size_t(random % s_groups);
            const std::string key = "customer-" + std::to_string(group);
            const auto add = [&batch, &key](RowKind kind, qint64 count) {
                (void)batch.appendText(0, key);
                (void)batch.appendInteger(1, count);
                batch.endRow(kind);
            };
            if (counts[group] > 0) {
                add(RowKind::UpdateBefore, counts[group]);
            }
            add(counts[group] > 0 ? RowKind::UpdateAfter : RowKind::Insert, counts[group] + 1);
            ++counts[group];
        }
        done += batch.rowCount();
        store.append(std::move(batch));
    }
    return store.snapshot();
}

const ResultSnapshot& changelog()
{
    static const ResultSnapshot snapshot = groupedCounts(2'000'000);
    return snapshot;
}

void replay(benchmark::State& state, const std::vector<int>& key)
{
    (void)changelog();
    qint64 memory = 0;
    for (auto _ : state) {
        ChangelogTable table(key);
        table.apply(changelog());
        memory = table.memoryBytes();
    }
    state.SetItemsProcessed(state.iterations() * changelog().rowCount());
    state.counters["bytes/change"] = double(memory) / double(changelog().rowCount());
}

void replayMultiset(benchmark::State& state)
{
    replay(state, {});
}

BENCHMARK(replayMultiset)->Unit(benchmark::kMillisecond);

void replayByKey(benchmark::State& state)
{
    replay(state, {0});
}

BENCHMARK(replayByKey)->Unit(benchmark::kMillisecond);

/// What the GUI thread does for a frame in which 5,000 changes came.
void deltaOfAFrame(benchmark::State& state)
{
    ChangelogTable table;
    table.apply(changelog());
    TableView start;
    start.apply(table.takeDelta());
    const qint64 end = table.changeCount();
    const TableDelta back = table.deltaBetween(end, end - 5000);
    const TableDelta forth = table.deltaBetween(end - 5000, end);
    for (auto _ : state) {
        start.apply(back);
        start.apply(forth);
    }
    state.SetItemsProcessed(state.iterations() * 10'000);
}

BENCHMARK(deltaOfAFrame)->Unit(benchmark::kMicrosecond);

/// The slider, pulled from the end to the middle.
void stateInTheMiddle(benchmark::State& state)
{
    ChangelogTable table;
    table.apply(changelog());
    const qint64 end = table.changeCount();
    for (auto _ : state) {
        TableView view;
        view.apply(table.deltaBetween(0, end / 2));
        benchmark::DoNotOptimize(view.rowCount());
    }
    state.SetItemsProcessed(state.iterations() * end / 2);
}

BENCHMARK(stateInTheMiddle)->Unit(benchmark::kMillisecond);

} // namespace
