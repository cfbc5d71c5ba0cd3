// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/statementrun.h"

#include "backends/flink/flinkapi.h"
#include "backends/flink/flinkerrors.h"
#include "backends/flink/flinkjson.h"
#include "backends/flink/operation.h"
#include "backends/flink/pagefeed.h"
#include "backends/flink/pollpacer.h"
#include "backends/flink/sentstatement.h"
#include "backends/http/pause.h"
#include "sql/statementkind.h"

#include <QCoroFuture>

#include <QElapsedTimer>
#include <QtConcurrentRun>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

/// One run, in the frame of its coroutine.
struct Run {
    std::shared_ptr<SessionCore> core;
    RunRequest request;
    SentStatement sent;
    std::shared_ptr<ResultSink> sink;
    CancellationSource cancellation; ///< the caller's and the session's
    CancellationSource fetches; ///< also ended when the row cap is reached
    OperationHandle operation;
    RunSummary summary;
};

/// Nothing of a statement is known from its error but what the server said: the range is put into script terms here.
Error located(Error error, const SentStatement& sent)
{
    if (error.kind == ErrorKind::Sql && !error.range) {
        if (const auto place = errors::placeOf(error)) {
            error.range = sent.range(*place);
        }
    }
    return error;
}

void tell(Run& run, const PageFeed& feed)
{
    const RunInfo before = run.summary.info;
    RunInfo& info = run.summary.info;
    info.isQuery = feed.isQuery();
    info.hasContent = feed.hasContent();
    if (!feed.jobId().isEmpty()) {
        info.jobId = feed.jobId();
    }
    const bool changed =
        before.isQuery != info.isQuery || before.hasContent != info.hasContent || before.jobId != info.jobId;
    if (changed && run.request.onInfo) {
        run.request.onInfo(info);
    }
}

/// Reads a page and hands it on, both off this thread; the zone is looked up in between when the rows want one.
QCoro::Task<Result<void>> feedPage(Run& run, PageFeed& feed, QByteArray body)
{
    PageFeed* work = &feed; // outlives the future: this frame waits for it
    const QFuture<Result<void>> reading = QtConcurrent::run([work, body]() -> Result<void> {
        Result<void> read = work->read(body);
        if (read && !work->needsZone()) {
            work->deliver();
        }
        return read;
    });
    Result<void> read = co_await reading;
    if (!read) {
        co_return read;
    }
    tell(run, feed);
    if (feed.needsZone()) {
        QString zone = co_await sessionZone(run.core, run.cancellation.token());
        if (zone.isEmpty()) {
            zone = u"UTC"_s; // what the gateway sends is UTC
        }
        feed.setZone(zone);
        const QFuture<void> delivering = QtConcurrent::run([work] { work->deliver(); });
        co_await delivering;
    }
    co_return Result<void>();
}

/// The pages of the operation up to its end or the row cap. While a full page is read the next one is on its way.
QCoro::Task<Result<void>> fetchPages(Run& run, PageFeed& feed)
{
    PollPacer pacer;
    QElapsedTimer clock;
    clock.start();
    const CancellationToken token = run.fetches.token();
    bool plainText = false;
    qint64 page = 0;
    std::optional<QCoro::Task<Result<QByteArray>>> ahead;
    for (;;) {
        if (!ahead) {
            ahead.emplace(fetchPage(run.core, run.operation, page, plainText, token));
        }
        QCoro::Task<Result<QByteArray>> fetching = std::move(*ahead);
        ahead.reset();
        const Result<QByteArray> body = co_await fetching;
        if (!body && errors::needsPlainText(body.error()) && !plainText) {
            plainText = true; // some types cannot be written as JSON; the same page may be asked for again
            continue;
        }
        if (!body) {
            co_return failure(body.error());
        }
        run.summary.bytes += body->size();
        const json::PageOutline outline = json::pageOutline(*body);
        const auto wait = pacer.afterPage(outline.rows, std::chrono::milliseconds(clock.elapsed()));
        const bool goesOn = outline.kind == json::PageOutline::Kind::Payload && outline.nextToken == page + 1;
        const bool mayFill = run.request.maxRows > 0 && feed.rows() + outline.rows >= run.request.maxRows;
        if (goesOn && !mayFill && wait.count() == 0) {
            ahead.emplace(fetchPage(run.core, run.operation, page + 1, plainText, token));
        }
        const Result<void> fed = co_await feedPage(run, feed, *body);
        if (!fed) {
            co_return fed;
        }
        run.summary.rows = feed.rows();
        if (run.cancellation.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (feed.kind() == ResultPage::Kind::EndOfStream) {
            run.summary.capped = feed.hasCut();
            co_return Result<void>();
        }
        if (feed.isFull()) {
            run.summary.capped = true;
            co_return Result<void>();
        }
        const qint64 next = json::tokenOf(feed.nextResultUri());
        if (next != (feed.kind() == ResultPage::Kind::Payload ? page + 1 : page)) {
            co_return failure(ErrorKind::Protocol,
                QCoreApplication::translate("Flink", "The gateway did not say how its result goes on."),
                feed.nextResultUri());
        }
        page = next;
        if (!ahead && wait.count() > 0) {
            co_await pauseFor(wait, token);
        }
    }
}

/// Submits, fetches, and ends the operation in the way that fits how it went.
QCoro::Task<Result<void>> runToItsEnd(Run& run)
{
    Result<QString> submitted = co_await submitStatement(run.core, run.sent.text(), run.cancellation.token());
    if (!submitted) {
        co_return failure(submitted.error());
    }
    run.operation.id = *submitted;
    if (run.cancellation.isCancelled()) {
        co_await cancelOperation(run.core, run.operation);
        co_return failure(Error::cancelled());
    }
    PageFeed feed(
        run.sink, run.core->zone().value_or(run.core->client()->gatewayZone.value_or(QString())), run.request.maxRows);
    Result<void> fetched = co_await fetchPages(run, feed);
    run.fetches.cancel(); // whatever was asked for ahead
    run.operation.jobId = run.summary.info.jobId;
    if (run.cancellation.isCancelled()) {
        co_await cancelOperation(run.core, run.operation);
        co_return failure(Error::cancelled());
    }
    if (!run.summary.info.isQuery) {
        run.operation.jobId.clear(); // the job of an INSERT is meant to go on, whatever became of its answer
    }
    // Nobody has to wait for the gateway to tidy up, but the session's end does.
    if (run.summary.capped || !fetched) {
        tidyUp(run.core, run.operation, OperationEnd::Cancelled);
    } else {
        tidyUp(run.core, run.operation, OperationEnd::Finished);
    }
    co_return fetched;
}

} // namespace

QCoro::Task<Result<RunSummary>> runStatement(
    std::shared_ptr<SessionCore> core, RunRequest request, std::shared_ptr<ResultSink> sink, CancellationToken token)
{
    if (core->isLost() || core->isClosing()) {
        co_return failure(
            ErrorKind::SessionLost, QCoreApplication::translate("Flink", "This session has ended: open a new one."));
    }
    const sql::StatementKind kind = sql::kindOf(request.statement);
    Run run{.core = core, .request = std::move(request), .sent = SentStatement(QString()), .sink = std::move(sink)};
    run.sent = SentStatement(run.request.statement);
    const int work = core->beginWork(run.cancellation);
    const CancellationSubscription outer = token.onCancel([cancellation = run.cancellation] { cancellation.cancel(); });
    const CancellationSubscription inner =
        run.cancellation.token().onCancel([fetches = run.fetches] { fetches.cancel(); });
    Result<void> outcome = co_await runToItsEnd(run);
    if (outcome && sql::changesSession(kind)) {
        // The next statement depends on it (the zone), and what is shown of the session does.
        co_await refreshProperties(core, run.cancellation.token());
    }
    core->endWork(work);
    if (!outcome) {
        co_return failure(located(std::move(outcome.error()), run.sent));
    }
    co_return std::move(run.summary);
}

} // namespace millrace::flink
