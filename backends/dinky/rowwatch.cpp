// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/rowwatch.h"

#include "backends/http/pause.h"
#include "results/loosetable.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QElapsedTimer>
#include <QtConcurrentRun>

namespace millrace::dinky {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyRows)
};

constexpr auto s_firstPoll = 300ms;
constexpr auto s_poll = 1s;
constexpr int s_mostMisses = 5; // one poll in between can answer success:false

/// What has been fed so far.
struct Feed {
    std::shared_ptr<ResultSink> sink;
    std::vector<ResultColumn> columns;
    FetchedRows fetched;
    bool begun = false;
};

/// Feeds the rows that are new; false when one of them does not fit the columns that began.
QCoro::Task<bool> feedNew(Feed* feed, std::shared_ptr<SelectResult> result, qint64 most)
{
    const bool begins = !feed->begun;
    if (begins) {
        feed->columns = columnsFor(*result);
    }
    const std::shared_ptr<ResultSink> sink = feed->sink;
    const std::vector<ResultColumn> columns = feed->columns;
    const auto first = size_t(feed->fetched.rows);
    const QFuture<qint64> storing = QtConcurrent::run([sink, columns, result, first, most, begins]() -> qint64 {
        std::optional<RowBatch> batch = rowsFrom(*result, first, columns);
        if (!batch) {
            return -1;
        }
        if (most > 0 && qint64(first) + batch->rowCount() > most) {
            batch->truncate(most - qint64(first));
        }
        const qint64 count = batch->rowCount();
        if (begins) {
            sink->begin({.columns = columns, .isQuery = true, .timeZone = {}});
        }
        sink->append(std::move(*batch));
        return count;
    });
    const qint64 count = co_await storing;
    feed->begun = true;
    feed->fetched.rows += std::max<qint64>(count, 0);
    co_return count >= 0;
}

/// One look at the rows.
QCoro::Task<Result<std::shared_ptr<SelectResult>>> look(RowWatch* watch, Feed* feed, CancellationToken token)
{
    const bool isOld = watch->client->isOld();
    // 1.x wants the id of its history here, not that of Flink.
    const CallValues values{{u"jobId"_s, isOld ? watch->run.jobId : watch->run.historyId}};
    const QString operation = isOld ? u"getJobData"_s : u"studio.getJobData"_s;
    const Result<HttpResponse> response = co_await callRaw(watch->client, operation, values, {}, token);
    if (!response) {
        co_return failure(response.error());
    }
    feed->fetched.bytes += response->body.size();
    const Result<Payload> checked = readAnswer(*response, watch->client->http().redactor());
    if (!checked) {
        co_return failure(checked.error());
    }
    Result<SelectResult> result = readSelectResult(response->body);
    if (!result) {
        co_return failure(result.error());
    }
    co_return std::make_shared<SelectResult>(std::move(*result));
}

/// Whether the query has ended, as far as the server tells; nothing when it does not.
QCoro::Task<std::optional<bool>> hasEnded(
    RowWatch* watch, std::shared_ptr<SelectResult> result, CancellationToken token)
{
    std::optional<bool> ended;
    if (!watch->client->isOld() && (result->destroyed || result->hasEnded)) {
        ended = true;
        co_return ended;
    }
    const std::optional<JobState> state =
        co_await flinkState(watch->client, watch->run.jobId, watch->run.address, token);
    if (state && *state != JobState::Unknown) {
        ended = isFinal(*state);
    }
    co_return ended;
}

QCoro::Task<Result<FetchedRows>> pollRows(RowWatch* watch, Feed* feed, CancellationToken token)
{
    QElapsedTimer quiet;
    quiet.start();
    int misses = 0;
    bool lastLook = false;
    for (int round = 0; !token.isCancelled(); ++round) {
        const std::chrono::milliseconds wait = round < 5 ? std::chrono::milliseconds(s_firstPoll) : s_poll;
        co_await pauseFor(wait, token);
        Result<std::shared_ptr<SelectResult>> looked = co_await look(watch, feed, token);
        const bool missed = !looked || !(*looked)->success;
        if (missed && ++misses < s_mostMisses) {
            continue;
        }
        if (!looked) {
            co_return failure(looked.error());
        }
        if (missed) {
            co_return failure(ErrorKind::Protocol,
                (*looked)->error.isEmpty()
                    ? Texts::tr("The server keeps no rows of this run (any more): it was restarted, or never had any.")
                    : plainCause((*looked)->error));
        }
        misses = 0;
        const std::shared_ptr<SelectResult> result = *looked;
        const qint64 before = feed->fetched.rows;
        if (qint64(result->rows.size()) > before) {
            const bool fitted = co_await feedNew(feed, result, watch->mostRows);
            if (!fitted) {
                co_return failure(ErrorKind::Protocol,
                    Texts::tr("A later row of the result has a value that does not fit its column."));
            }
            quiet.restart();
        }
        feed->fetched.capped = feed->fetched.rows >= watch->mostRows;
        if (watch->onProgress) {
            watch->onProgress(
                {.done = std::nullopt, .message = Texts::tr("%n row(s)", nullptr, int(feed->fetched.rows))});
        }
        if (feed->fetched.capped || lastLook) {
            break;
        }
        const std::optional<bool> ended = co_await hasEnded(watch, result, token);
        lastLook = ended.value_or(false); // rows may have come since
        if (!ended && std::chrono::milliseconds(quiet.elapsed()) > watch->quiet) {
            feed->fetched.capped = true; // there may be more
            break;
        }
    }
    if (!feed->begun && !token.isCancelled()) {
        Result<std::shared_ptr<SelectResult>> empty = co_await look(watch, feed, token);
        if (empty) {
            co_await feedNew(feed, *empty, watch->mostRows);
        }
    }
    const FetchedRows fetched = feed->fetched;
    co_return fetched;
}

} // namespace

QCoro::Task<Result<FetchedRows>> fetchRows(RowWatch watch, std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    Feed feed{.sink = sink, .columns = {}, .fetched = {}};
    const Result<FetchedRows> fetched = co_await pollRows(&watch, &feed, token);
    const bool ends = token.isCancelled() || !fetched || fetched->capped;
    if (ends && !watch.run.jobId.isEmpty()) {
        const Result<void> cancelled = co_await cancelFlinkJob(watch.client, watch.run.jobId, watch.run.address, {});
        if (!cancelled && watch.onProgress) {
            watch.onProgress({.done = std::nullopt, .message = cancelled.error().message});
        }
    }
    if (token.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    co_return fetched;
}

QCoro::Task<Result<FetchedRows>> feedWhole(SelectResult result, std::shared_ptr<ResultSink> sink, qint64 mostRows)
{
    Feed feed{.sink = sink, .columns = {}, .fetched = {}};
    const auto shared = std::make_shared<SelectResult>(std::move(result));
    co_await feedNew(&feed, shared, mostRows);
    const FetchedRows fetched = feed.fetched;
    co_return fetched;
}

QCoro::Task<void> feedDone(std::shared_ptr<ResultSink> sink, QString text)
{
    const QFuture<void> storing = QtConcurrent::run([sink, text] {
        LooseTable table({{u"result"_s, typeFromForeignName(u"string"_s)}});
        table.addRow({text});
        LooseTable::Built built = table.build();
        sink->begin({.columns = built.columns, .isQuery = false, .timeZone = {}});
        sink->append(std::move(built.rows));
    });
    co_await storing;
}

} // namespace millrace::dinky
