// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"
#include "core/jobcontrol.h"

namespace millrace {

class FormSource;

struct SubmitRequest {
    QString text; ///< the whole file
    QString fileName; ///< its ending may tell the format; empty for a text that was never saved
    FormValues values; ///< of form()
    QString fromSavepoint; ///< a location as SavepointInfo has it; empty: start afresh
    ProgressObserver progress;
    /// Lines that the server logged while it took the job, in order; in the caller's thread.
    std::function<void(const QString& lines)> onLog = {};
};

struct Submission {
    QString jobId;
    QString jobName;
    QStringList warnings;
};

/// A text to begin a job with.
struct JobTemplate {
    QString name; ///< "Two sources, a transform and two sinks"
    QString fileName; ///< "fake-to-console.conf": its ending tells the format
    QString text;
};

/// A word that may stand at a place of a job's text.
struct JobWord {
    QString text; ///< what is shown and matched
    QString detail; ///< of one line: "source", "int, required"
    QString documentation; ///< plain text
    QString insert; ///< what is inserted; empty: text
};

/// Capability: starts jobs from a text (SQL, JSON, HOCON, …).
class JobSubmission {
public:
    virtual ~JobSubmission() = default;

    /// What can be set beside the text: name, id, parallelism, format, …
    [[nodiscard]] virtual FormDescription form() const = 0;

    /// To be asked before form() is shown; null where the form hangs on nothing that the server says.
    [[nodiscard]] virtual FormSource* formSource() { return nullptr; }

    /// Endings of the files that it takes, without the dot: "sql", "conf", "json".
    [[nodiscard]] virtual QStringList formats() const = 0;

    /// Texts to begin with, for a menu.
    [[nodiscard]] virtual std::vector<JobTemplate> templates() const { return {}; }

    /// What may stand at offset (UTF-16 units) of the text of a file of this name: plugins, options, values.
    [[nodiscard]] virtual std::vector<JobWord> words(
        const QString& /*text*/, qsizetype /*offset*/, const QString& /*fileName*/) const
    {
        return {};
    }

    /// Returns when the server has taken the job (not when the job has ended). An Error of kind Sql has its range in
    /// the text.
    virtual QCoro::Task<Result<Submission>> submit(SubmitRequest request, CancellationToken token) = 0;
};

} // namespace millrace
