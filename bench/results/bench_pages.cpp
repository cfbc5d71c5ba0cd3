// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/resultpage.h"
#include "bench/results/samplepages.h"
#include "results/resultstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <benchmark/benchmark.h>

using namespace millrace;

namespace {

constexpr qint64 s_rows = 200'000;

const QList<QByteArray>& pages()
{
    static const QList<QByteArray> pages = bench::samplePages(s_rows);
    return pages;
}

qint64 pageBytes()
{
    qint64 bytes = 0;
    for (const QByteArray& page : pages()) {
        bytes += page.size();
    }
    return bytes;
}

void pagesToStore(benchmark::State& state)
{
    (void)pages();
    for (auto _ : state) {
        flink::ResultPageParser parser(QStringLiteral("UTC"));
        ResultStore store;
        for (const QByteArray& page : pages()) {
            auto read = parser.parse(page);
            if (store.rowCount() == 0) {
                store.begin(*parser.schema());
            }
            store.append(std::move(read->rows));
        }
        benchmark::DoNotOptimize(store.rowCount());
    }
    state.SetBytesProcessed(state.iterations() * pageBytes());
    state.counters["cells/s"] =
        benchmark::Counter(double(state.iterations() * s_rows * 10), benchmark::Counter::kIsRate);
}

BENCHMARK(pagesToStore)->Unit(benchmark::kMillisecond);

/// What reading the same pages into Qt's documents alone takes.
void pagesToQJsonDocument(benchmark::State& state)
{
    (void)pages();
    for (auto _ : state) {
        for (const QByteArray& page : pages()) {
            benchmark::DoNotOptimize(QJsonDocument::fromJson(page));
        }
    }
    state.SetBytesProcessed(state.iterations() * pageBytes());
    state.counters["cells/s"] =
        benchmark::Counter(double(state.iterations() * s_rows * 10), benchmark::Counter::kIsRate);
}

BENCHMARK(pagesToQJsonDocument)->Unit(benchmark::kMillisecond);

/// One million rows of ten mixed columns: what they take in memory beside their JSON.
void millionRowsInMemory(benchmark::State& state)
{
    qint64 json = 0;
    qint64 held = 0;
    for (auto _ : state) {
        flink::ResultPageParser parser(QStringLiteral("UTC"));
        ResultStore store(1LL << 40);
        json = 0;
        for (qint64 row = 0; row < 1'000'000; row += 5000) {
            const QByteArray page = bench::samplePage(row, 5000);
            json += page.size();
            auto read = parser.parse(page);
            if (row == 0) {
                store.begin(*parser.schema());
            }
            store.append(std::move(read->rows));
        }
        held = store.memoryBytes();
    }
    state.counters["json_MB"] = double(json) / 1e6;
    state.counters["held_MB"] = double(held) / 1e6;
    state.counters["held/json"] = double(held) / double(json);
}

BENCHMARK(millionRowsInMemory)->Unit(benchmark::kMillisecond)->Iterations(1);

/// A stream that trickles: single rows, one page each.
void trickle(benchmark::State& state)
{
    const QByteArray page = bench::samplePage(0, 1);
    for (auto _ : state) {
        flink::ResultPageParser parser(QStringLiteral("UTC"));
        ResultStore store;
        for (int i = 0; i < 10'000; ++i) {
            auto read = parser.parse(page);
            if (i == 0) {
                store.begin(*parser.schema());
            }
            store.append(std::move(read->rows));
        }
    }
    state.SetItemsProcessed(state.iterations() * 10'000);
}

BENCHMARK(trickle)->Unit(benchmark::kMillisecond);

} // namespace
