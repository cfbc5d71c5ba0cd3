// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/zetadag.h"
#include "core/job.h"
#include "core/result.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

/// What a Zeta engine (2.3.2 to 2.3.13, REST v1 and v2) answers about jobs, as values.
namespace millrace::seatunnel::json {

/// A job in either of its shapes: while it runs, with environment and jars; after its end, with finishTime and
/// errorMsg. For a moment after the end an engine still gives the first one with a final status.
struct Job {
    QString id;
    QString name;
    QString status; ///< "RUNNING", "SAVEPOINT_DONE", …; empty: the engine does not know the job
    QString createTime; ///< "yyyy-MM-dd HH:mm:ss" in the engine's own zone, as are the other two
    QString startTime;
    QString finishTime;
    QString errorText; ///< a Java stack, or empty
    bool hasRunningShape = false;
    bool startedFromSavepoint = false;
    QMap<QString, QString> environment;
    QStringList jars;
    Dag dag;
    QMap<QString, QString> totals; ///< "SourceReceivedCount" to "16"
    QMap<QString, QMap<QString, QString>> tables; ///< "TableSourceReceivedCount" to table to "16"

    [[nodiscard]] bool isKnown() const { return !status.isEmpty(); }

    /// It has ended, but the answer was made before the engine had written that down.
    [[nodiscard]] bool isUnsettled() const;
};

struct JobPage {
    std::vector<Job> jobs;
    int skipped = 0; ///< entries that are no job
    int total = -1; ///< of all pages; -1: this is all
};

/// job-info, running-job. {} and {"jobId"} alone are a job that is not known.
Result<Job> job(const QByteArray& body);

/// running-jobs, finished-jobs, plain and paged.
Result<JobPage> jobs(const QByteArray& body);

/// What submit-job and stop-job answer: an id, and a name where there is one.
struct Named {
    QString id;
    QString name;

    friend bool operator==(const Named&, const Named&) = default;
};

Result<Named> submitted(const QByteArray& body);
Result<std::vector<Named>> submittedMany(const QByteArray& body);

JobState stateOf(const QString& status);

/// The job as a row of the job table; times are those of a clock so many seconds ahead of UTC.
JobSummary summaryOf(const Job& job, int offsetSeconds);

/// The figures of each vertex of the job's graph, as far as the engine tells which vertex they belong to.
std::vector<VertexStatus> vertexFigures(const Job& job);

/// "NumberFormatException: For input string: \"x\"": the innermost exception of a Java stack, without its package.
QString rootCause(const QString& stack);

} // namespace millrace::seatunnel::json
