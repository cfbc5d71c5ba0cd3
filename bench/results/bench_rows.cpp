// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/resultpage.h"
#include "bench/results/samplepages.h"
#include "results/export.h"
#include "results/sortfilter.h"
#include "results/tableau.h"

#include <benchmark/benchmark.h>

using namespace millrace;

namespace {

/// One million rows, parsed once.
const ResultSnapshot& million()
{
    static const ResultSnapshot snapshot = [] {
        flink::ResultPageParser parser(QStringLiteral("Europe/Berlin"));
        ResultStore store(1LL << 40);
        for (qint64 row = 0; row < 1'000'000; row += 5000) {
            auto read = parser.parse(bench::samplePage(row, 5000));
            if (row == 0) {
                store.begin(*parser.schema());
            }
            store.append(std::move(read->rows));
        }
        return store.snapshot();
    }();
    return snapshot;
}

void sortBy(benchmark::State& state, const std::vector<SortKey>& keys)
{
    (void)million();
    for (auto _ : state) {
        benchmark::DoNotOptimize(sortRows(million(), allRows(million().rowCount()), keys, {}));
    }
    state.SetItemsProcessed(state.iterations() * million().rowCount());
}

void sortByNumber(benchmark::State& state)
{
    sortBy(state, {{.column = 0}});
}

BENCHMARK(sortByNumber)->Unit(benchmark::kMillisecond);

void sortByDecimal(benchmark::State& state)
{
    sortBy(state, {{.column = 4}});
}

BENCHMARK(sortByDecimal)->Unit(benchmark::kMillisecond);

void sortByTextThenTime(benchmark::State& state)
{
    sortBy(state, {{.column = 5}, {.column = 7, .descending = true}});
}

BENCHMARK(sortByTextThenTime)->Unit(benchmark::kMillisecond);

void filterAllColumns(benchmark::State& state)
{
    (void)million();
    for (auto _ : state) {
        benchmark::DoNotOptimize(filterRows(million(), {.text = QStringLiteral("customer-77")}, {}));
    }
    state.SetItemsProcessed(state.iterations() * million().rowCount());
}

BENCHMARK(filterAllColumns)->Unit(benchmark::kMillisecond);

void write(benchmark::State& state, ExportFormat format)
{
    (void)million();
    qint64 bytes = 0;
    for (auto _ : state) {
        const auto writer = makeRowWriter(million().schema(), {.format = format});
        std::string out;
        bytes = 0;
        writer->header(out);
        million().forEachSpan(0, million().rowCount(), [&](const RowSpan& span) {
            writer->rows(out, span);
            bytes += qint64(out.size());
            out.clear();
            return true;
        });
        writer->footer(out);
    }
    state.SetBytesProcessed(state.iterations() * bytes);
    state.SetItemsProcessed(state.iterations() * million().rowCount());
}

void writeCsv(benchmark::State& state)
{
    write(state, ExportFormat::Csv);
}

BENCHMARK(writeCsv)->Unit(benchmark::kMillisecond);

void writeJsonLines(benchmark::State& state)
{
    write(state, ExportFormat::JsonLines);
}

BENCHMARK(writeJsonLines)->Unit(benchmark::kMillisecond);

/// Pages to tableau text, as `millrace run` does it.
void pagesToTableau(benchmark::State& state, TableauStyle style)
{
    const QList<QByteArray> pages = bench::samplePages(200'000);
    qint64 printed = 0;
    for (auto _ : state) {
        flink::ResultPageParser parser(QStringLiteral("UTC"));
        std::unique_ptr<TableauWriter> writer;
        for (const QByteArray& page : pages) {
            auto read = parser.parse(page);
            if (!writer) {
                writer = std::make_unique<TableauWriter>(
                    *parser.schema(), style, [&printed](std::string_view text) { printed += qint64(text.size()); });
                writer->begin();
            }
            writer->append(std::move(read->rows));
        }
        writer->finish();
    }
    benchmark::DoNotOptimize(printed);
    state.SetItemsProcessed(state.iterations() * 200'000);
}

void tableauStreaming(benchmark::State& state)
{
    pagesToTableau(state, TableauStyle::Streaming);
}

BENCHMARK(tableauStreaming)->Unit(benchmark::kMillisecond);

void tableauBatch(benchmark::State& state)
{
    pagesToTableau(state, TableauStyle::Batch);
}

BENCHMARK(tableauBatch)->Unit(benchmark::kMillisecond);

} // namespace
