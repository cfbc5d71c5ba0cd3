// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyrun.h"
#include "backends/dinky/selectresult.h"

namespace millrace::dinky {

/// A query whose rows are fetched.
struct RowWatch {
    std::shared_ptr<DinkyClient> client;
    json::JobResult run;
    qint64 mostRows = 0; ///< what the server keeps
    std::chrono::seconds quiet{60};
    std::function<void(const RunProgress&)> onProgress;
};

struct FetchedRows {
    qint64 rows = 0;
    qint64 bytes = 0;
    bool capped = false;
};

/// Fetches the rows as they come until the query has ended, the server's cap is reached, or, where the server tells no
/// end, nothing new came for the quiet time. The job is cancelled with the token and at the cap.
QCoro::Task<Result<FetchedRows>> fetchRows(RowWatch watch, std::shared_ptr<ResultSink> sink, CancellationToken token);

/// Puts a result that is already whole into the sink.
QCoro::Task<Result<FetchedRows>> feedWhole(SelectResult result, std::shared_ptr<ResultSink> sink, qint64 mostRows);

/// The one row that says that a statement without rows is done.
QCoro::Task<void> feedDone(std::shared_ptr<ResultSink> sink, QString text);

} // namespace millrace::dinky
