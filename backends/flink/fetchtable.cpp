// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkjson.h"
#include "backends/flink/operation.h"
#include "backends/flink/pollpacer.h"
#include "backends/flink/statementrun.h"

#include "backends/http/pause.h"

#include <QElapsedTimer>

namespace millrace::flink {

namespace {

/// More than this is no listing any more.
constexpr size_t s_mostRows = 200'000;

QCoro::Task<Result<TextTable>> fetchRows(
    std::shared_ptr<SessionCore> core, OperationHandle operation, CancellationToken token)
{
    TextTable table;
    PollPacer pacer;
    QElapsedTimer clock;
    clock.start();
    qint64 next = 0;
    while (table.rows.size() < s_mostRows) {
        const Result<QByteArray> body = co_await fetchPage(core, operation, next, false, token);
        if (!body) {
            co_return failure(body.error());
        }
        Result<json::TextPage> page = json::textPage(*body);
        if (!page) {
            co_return failure(page.error());
        }
        if (table.columns.isEmpty()) {
            table.columns = page->columns;
        }
        const auto rows = qint64(page->rows.size());
        std::ranges::move(page->rows, std::back_inserter(table.rows));
        if (page->isLast) {
            break;
        }
        next = page->nextToken;
        const auto wait = pacer.afterPage(rows, std::chrono::milliseconds(clock.elapsed()));
        if (wait.count() > 0) {
            co_await pauseFor(wait, token);
        }
    }
    co_return table;
}

} // namespace

QCoro::Task<Result<TextTable>> fetchTable(std::shared_ptr<SessionCore> core, QString statement, CancellationToken token)
{
    CancellationSource cancellation;
    const int work = core->beginWork(cancellation);
    const CancellationSubscription subscription = token.onCancel([cancellation] { cancellation.cancel(); });
    Result<TextTable> table;
    const Result<QString> submitted = co_await submitStatement(core, statement, cancellation.token());
    if (submitted) {
        const OperationHandle operation{.id = *submitted};
        table = co_await fetchRows(core, operation, cancellation.token());
        tidyUp(core, operation, OperationEnd::Finished);
    } else {
        table = failure(submitted.error());
    }
    core->endWork(work);
    co_return table;
}

} // namespace millrace::flink
