// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"
#include "core/jobcontrol.h"

namespace millrace {

struct SubmitRequest {
    QString text; ///< the whole file
    QString fileName; ///< its ending may tell the format; empty for a text that was never saved
    FormValues values; ///< of form()
    QString fromSavepoint; ///< a location as SavepointInfo has it; empty: start afresh
    ProgressObserver progress;
};

struct Submission {
    QString jobId;
    QString jobName;
    QStringList warnings;
};

/// Capability: starts jobs from a text (SQL, JSON, HOCON, …).
class JobSubmission {
public:
    virtual ~JobSubmission() = default;

    /// What can be set beside the text: name, id, parallelism, format, …
    [[nodiscard]] virtual FormDescription form() const = 0;

    /// Endings of the files that it takes, without the dot: "sql", "conf", "json".
    [[nodiscard]] virtual QStringList formats() const = 0;

    /// Returns when the server has taken the job (not when the job has ended). An Error of kind Sql has its range in
    /// the text.
    virtual QCoro::Task<Result<Submission>> submit(SubmitRequest request, CancellationToken token) = 0;
};

} // namespace millrace
