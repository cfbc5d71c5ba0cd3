// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/linkistasks.h"

namespace millrace::linkis {

/// What the reading of a task's result sets came to.
struct FetchedResults {
    int sets = 0; ///< that the task has
    qint64 rows = 0; ///< of the first one
    bool capped = false; ///< of any of them more rows are there than were asked for
    std::optional<Error> problem; ///< the first set that could not be read, and why; the others were
};

/// Feeds the result sets of a task in the order of their numbers: the first one to sink, each further one to what
/// request.onNextResult gives for it, or to nothing.
QCoro::Task<FetchedResults> fetchResults(std::shared_ptr<LinkisClient> client, json::Task task, RunRequest request,
    std::shared_ptr<ResultSink> sink, CancellationToken token);

} // namespace millrace::linkis
