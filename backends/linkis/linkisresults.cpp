// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisresults.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QtConcurrentRun>

#include <algorithm>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisResults)
};

/// Where the rows of one set go, and what went there so far.
struct Feed {
    std::shared_ptr<ResultSink> sink;
    qint64 maxRows = 0;
    std::vector<ResultColumn> columns; ///< of the first page: later ones keep them
    qint64 rows = 0;
    bool begun = false;
    bool capped = false;
};

/// The columns that began the result must hold what later pages bring; reals and decimals are kept as texts.
bool sameStorage(const std::vector<ResultColumn>& a, const std::vector<ResultColumn>& b)
{
    const auto storage = [](const ResultColumn& column) { return storageOf(column.type.root); };
    return std::ranges::equal(a, b, {}, storage, storage);
}

/// False when the page does not fit under the columns that began the result.
QCoro::Task<bool> feedPage(std::shared_ptr<Feed> feed, LooseTable table, bool isLast)
{
    if (feed->begun && table.columns().size() != feed->columns.size()) {
        co_return false;
    }
    const LooseTable shaped = feed->begun ? table.withColumns(feed->columns) : std::move(table);
    const QFuture<std::shared_ptr<LooseTable::Built>> building =
        QtConcurrent::run([shaped] { return std::make_shared<LooseTable::Built>(shaped.build()); });
    const std::shared_ptr<LooseTable::Built> batch = co_await building;
    if (feed->begun && !sameStorage(feed->columns, batch->columns)) {
        co_return false;
    }
    if (feed->maxRows > 0 && feed->rows + batch->rows.rowCount() >= feed->maxRows) {
        feed->capped = !isLast || feed->rows + batch->rows.rowCount() > feed->maxRows;
        batch->rows.truncate(feed->maxRows - feed->rows);
    }
    feed->rows += batch->rows.rowCount();
    const bool begins = !std::exchange(feed->begun, true);
    if (begins) {
        feed->columns = batch->columns;
    }
    const QFuture<void> storing = QtConcurrent::run([feed, batch, begins] {
        if (begins) {
            feed->sink->begin({.columns = batch->columns, .isQuery = true, .timeZone = {}});
        }
        feed->sink->append(std::move(batch->rows));
    });
    co_await storing;
    co_return true;
}

/// What is told while a set is read.
using Reader = std::function<void(qint64 rows)>;

QCoro::Task<Result<void>> feedSet(std::shared_ptr<LinkisClient> client, std::shared_ptr<Feed> feed, QString path,
    Reader onRows, std::function<void(const QString&)> onLog, CancellationToken token)
{
    for (int page = 1;; ++page) {
        Result<json::ResultPage> opened = co_await openResult(client, path, page, token);
        if (!opened) {
            co_return failure(opened.error());
        }
        if (!opened->prohibited.isEmpty()) {
            co_return failure(
                ErrorKind::Http, Texts::tr("The server does not show this result: %1").arg(opened->prohibited));
        }
        if (page == 1 && onLog && !opened->notice.isEmpty()) {
            onLog(u"WARN "_s + opened->notice + u'\n');
        }
        const bool isLast = opened->isLast;
        LooseTable table = std::move(opened->table);
        const bool fitted = co_await feedPage(feed, std::move(table), isLast);
        if (!fitted) {
            co_return failure(ErrorKind::Protocol,
                Texts::tr("Page %1 of the result holds other columns than the pages before it.").arg(page));
        }
        if (isLast || (feed->maxRows > 0 && feed->rows >= feed->maxRows)) {
            co_return Result<void>();
        }
        onRows(feed->rows);
    }
}

/// The error of one set among several.
Error named(Error error, int number, int count)
{
    if (count > 1 && !error.isCancelled()) {
        error.message = Texts::tr("Result %1 of %2: %3").arg(number).arg(count).arg(error.message);
    }
    return error;
}

} // namespace

QCoro::Task<FetchedResults> fetchResults(std::shared_ptr<LinkisClient> client, json::Task task, RunRequest request,
    std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    FetchedResults fetched;
    const Result<std::vector<json::FileNode>> sets = co_await resultSetsOf(client, task, token);
    if (!sets) {
        fetched.problem = sets.error();
        co_return fetched;
    }
    fetched.sets = int(sets->size());
    if (fetched.sets > 0 && request.onInfo) {
        request.onInfo({.isQuery = true, .hasContent = true, .jobId = task.summary.id});
    }
    for (int number = 1; number <= fetched.sets; ++number) {
        auto feed = std::make_shared<Feed>();
        feed->maxRows = request.maxRows;
        feed->sink = number == 1 ? sink : request.onNextResult ? request.onNextResult(number) : nullptr;
        if (!feed->sink) {
            break;
        }
        const int count = fetched.sets;
        Reader onRows = [observer = request.onProgress, number, count](qint64 rows) {
            if (observer) {
                observer({.done = {},
                    .message = Texts::tr("reading result %1 of %2: %3 rows").arg(number).arg(count).arg(rows)});
            }
        };
        const QString path = (*sets)[size_t(number - 1)].path;
        const Result<void> fed = co_await feedSet(client, feed, path, std::move(onRows), request.onLog, token);
        if (!fed && !fetched.problem) {
            fetched.problem = named(fed.error(), number, count);
        }
        fetched.capped = fetched.capped || feed->capped;
        fetched.rows = number == 1 ? feed->rows : fetched.rows;
        if (token.isCancelled()) {
            break;
        }
    }
    co_return fetched;
}

} // namespace millrace::linkis
