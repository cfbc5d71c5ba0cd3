// SPDX-License-Identifier: GPL-3.0-or-later
// How fast FlinkSQL text is read. Rates count the bytes of the script in UTF-8, also where QString is read, so that the
// numbers compare.
#include "sql/keywords.h"
#include "sql/positions.h"
#include "sql/statementindex.h"
#include "sql/tokenizer.h"

#include <benchmark/benchmark.h>

using namespace millrace::sql;

namespace {

/// A script of at least this many bytes: tables, windows, joins and a statement set, with comments and strings.
QByteArray makeScript(qsizetype bytes)
{
    static const QByteArray part = QByteArrayLiteral(
        "-- Orders of the last day; one row per order\n"
        "CREATE TEMPORARY TABLE orders_%1 (\n"
        "    order_id BIGINT, shop_name STRING COMMENT '店铺;名称', amount DECIMAL(18, 2),\n"
        "    order_time TIMESTAMP(3), WATERMARK FOR order_time AS order_time - INTERVAL '5' SECOND\n"
        ") WITH ('connector' = 'datagen', 'rows-per-second' = '10', 'fields.amount.max' = '100');\n\n"
        "SELECT window_start, s.shop_name, COUNT(*) AS orders, SUM(amount) AS turnover,\n"
        "       CASE WHEN SUM(amount) > 1000 THEN 'high' ELSE 'it''s low' END AS level\n"
        "FROM TABLE(TUMBLE(TABLE orders_%1, DESCRIPTOR(order_time), INTERVAL '1' MINUTE)) AS o\n"
        "JOIN shops /*+ OPTIONS('scan.startup.mode' = 'earliest-offset') */ AS s ON s.id = o.order_id\n"
        "WHERE shop_name IS NOT NULL AND amount BETWEEN 1.5 AND 9e3 /* cheap ones; only */\n"
        "GROUP BY window_start, s.shop_name;\n\n"
        "EXECUTE STATEMENT SET BEGIN\n"
        "INSERT INTO sink_a SELECT order_id, amount FROM orders_%1;\n"
        "INSERT INTO sink_b SELECT order_id, shop_name FROM orders_%1 WHERE amount > 10;\n"
        "END;\n\n");
    QByteArray script;
    script.reserve(bytes + part.size());
    for (int i = 0; script.size() < bytes; ++i) {
        script += QByteArray(part).replace("%1", QByteArray::number(i));
    }
    return script;
}

const QByteArray& script()
{
    static const QByteArray text = makeScript(10'000'000);
    return text;
}

const QString& wideScript()
{
    static const QString text = QString::fromUtf8(script());
    return text;
}

std::string_view bytes()
{
    return {script().constData(), static_cast<std::size_t>(script().size())};
}

void countBytes(benchmark::State& state)
{
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * script().size());
}

void tokens(benchmark::State& state)
{
    for (auto _ : state) {
        Tokenizer tokenizer(view(wideScript()));
        std::int64_t count = 0;
        for (Token token; tokenizer.next(token);) {
            ++count;
        }
        benchmark::DoNotOptimize(count);
    }
    countBytes(state);
}

void splitWide(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(splitStatements(wideScript()));
    }
    countBytes(state);
}

void splitUtf8(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(splitStatements(bytes()));
    }
    countBytes(state);
}

void lineIndex(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(LineIndex(bytes()));
    }
    countBytes(state);
}

/// One letter typed at the given part of the script and taken back, as two updates.
void keystroke(benchmark::State& state)
{
    QByteArray text = script();
    const qsizetype at = text.indexOf("amount", text.size() * state.range(0) / 100);
    StatementIndex index;
    index.reset(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    for (auto _ : state) {
        state.PauseTiming();
        text.insert(at, 'x');
        state.ResumeTiming();
        index.update(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), at, 0, 1);
        state.PauseTiming();
        text.remove(at, 1);
        state.ResumeTiming();
        index.update(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), at, 1, 0);
    }
}

/// A quote typed near the begin of the script, which turns the rest of it inside out, and taken back.
void openQuote(benchmark::State& state)
{
    QByteArray text = script();
    const qsizetype at = text.indexOf("amount", text.size() / 10);
    StatementIndex index;
    index.reset(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    for (auto _ : state) {
        state.PauseTiming();
        text.insert(at, '\'');
        state.ResumeTiming();
        index.update(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), at, 0, 1);
        state.PauseTiming();
        text.remove(at, 1);
        index.update(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), at, 1, 0);
        state.ResumeTiming();
    }
}

BENCHMARK(tokens)->Name("sql/tokens of 10 MB")->Unit(benchmark::kMillisecond);
BENCHMARK(splitWide)->Name("sql/split 10 MB (QString)")->Unit(benchmark::kMillisecond);
BENCHMARK(splitUtf8)->Name("sql/split 10 MB (UTF-8)")->Unit(benchmark::kMillisecond);
BENCHMARK(lineIndex)->Name("sql/line index of 10 MB")->Unit(benchmark::kMillisecond);
BENCHMARK(keystroke)
    ->Name("sql/two keystrokes in 10 MB, at %")
    ->Arg(1)
    ->Arg(50)
    ->Arg(99)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(openQuote)->Name("sql/quote opened in 10 MB")->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
