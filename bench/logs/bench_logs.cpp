// SPDX-License-Identifier: GPL-3.0-or-later
// The rebalance analyser over logs as brokers write them: bytes per second on one core, and memory for a gigabyte.
#include "logs/loginput.h"
#include "logs/rebalanceanalyser.h"

#include <QFile>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <sys/resource.h>

#include <algorithm>
#include <vector>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kPiece = 1 << 20;

QByteArray unpacked(const QString& path)
{
    QByteArray text;
    Result<LogInput> input = LogInput::open(path);
    std::vector<char> buffer(kPiece);
    while (input) {
        const Result<qsizetype> count = input->read(buffer);
        if (!count || *count == 0) {
            break;
        }
        text.append(buffer.data(), *count);
    }
    return text;
}

const QByteArray& coordinatorLog()
{
    static const QByteArray text = unpacked(QStringLiteral(MILLRACE_BENCH_DATA "/3.9.1/server.log.gz"));
    return text;
}

/// What a busy broker writes besides: replication, log segments, clients that come and go.
QByteArray otherLines(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "[2026-11-22 20:14:30,731] INFO [ProducerStateManager partition=events-" + number
            + "] Wrote producer snapshot at offset 481516 with 0 producer ids in 3 ms. "
              "(kafka.log.ProducerStateManager)\n"
              "[2026-11-22 20:14:30,735] INFO [UnifiedLog partition=events-"
            + number
            + ", dir=/var/lib/kafka] Rolled new log segment at offset 481516 in 7 ms. (kafka.log.UnifiedLog)\n";
    }
    return text;
}

/// A log of about this size in which one line of eight is a coordinator's.
QByteArray brokerLog(qsizetype bytes)
{
    const QByteArray block = coordinatorLog() + otherLines(7000);
    QByteArray text;
    text.reserve(bytes + block.size());
    while (text.size() < bytes) {
        text += block;
    }
    return text;
}

void feedAll(benchmark::State& state, const QByteArray& text)
{
    qsizetype rebalances = 0;
    for (auto _ : state) {
        RebalanceAnalyser analyser;
        const int source = analyser.addSource();
        analyser.beginFile(source, {});
        for (qsizetype at = 0; at < text.size(); at += kPiece) {
            analyser.feed(source, QByteArrayView(text).sliced(at, std::min(kPiece, text.size() - at)));
        }
        analyser.endFile(source);
        const RebalanceReport report = analyser.snapshot();
        rebalances = 0;
        for (const RebalanceGroup& group : report.groups) {
            rebalances += group.rebalances.size();
        }
    }
    state.SetBytesProcessed(qint64(state.iterations()) * text.size());
    state.counters["rebalances"] = double(rebalances);
}

void coordinatorLinesOnly(benchmark::State& state)
{
    QByteArray text;
    while (text.size() < 64 << 20) {
        text += coordinatorLog();
    }
    feedAll(state, text);
}

void busyBroker(benchmark::State& state)
{
    feedAll(state, brokerLog(128 << 20));
}

void nothingOfInterest(benchmark::State& state)
{
    feedAll(state, otherLines(400'000));
}

long residentMb()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// A file of one gigabyte from disk (from the page cache, in truth), with the memory that it adds.
void gigabyteFile(benchmark::State& state)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"server.log"_s);
    qint64 size = 0;
    {
        const QByteArray block = coordinatorLog().left(20'000) + otherLines(20'000);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) {
            state.SkipWithError("no room for the file");
            return;
        }
        while (size < 1'000'000'000) {
            size += file.write(block);
        }
    }
    const long before = residentMb();
    for (auto _ : state) {
        benchmark::DoNotOptimize(analyseRebalances({&path, 1}));
    }
    state.SetBytesProcessed(qint64(state.iterations()) * size);
    state.counters["added_MB"] = double(residentMb() - before);
}

} // namespace

// First, so that the memory of the others does not hide what this one needs.
BENCHMARK(gigabyteFile)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(nothingOfInterest)->Unit(benchmark::kMillisecond);
BENCHMARK(busyBroker)->Unit(benchmark::kMillisecond);
BENCHMARK(coordinatorLinesOnly)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
