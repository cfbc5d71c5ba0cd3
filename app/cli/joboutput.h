// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints.h"
#include "core/connectionprofile.h"
#include "core/job.h"
#include "core/ledgerentry.h"

#include <QJsonValue>

#include <optional>
#include <vector>

namespace millrace::cli {

/// A job and the connection that it was seen through.
struct ListedJob {
    QString system;
    QString connection; ///< its name, or the address of one that is not saved
    JobSummary summary;
};

/// All of one job.
struct JobReport {
    ListedJob job;
    JobDetail detail;
    std::optional<CheckpointOverview> checkpoints; ///< nothing where the system has none
};

/// A time in ISO 8601 and UTC, or null; -1 as null. So the JSON of all commands writes what is not known.
QJsonValue timeOrNull(const QDateTime& time);
QJsonValue numberOrNull(qint64 number);

/// {"id","name","state","rawState","system","connection","start","durationMs"} on one line, in this order.
QString jobAsJsonLine(const ListedJob& job);
QString jobsAsJson(const std::vector<ListedJob>& jobs);
QString jobsAsTable(const std::vector<ListedJob>& jobs);

QString jobReportAsJson(const JobReport& report);
QString jobReportAsText(const JobReport& report);

QString ledgerAsJson(const std::vector<LedgerEntry>& entries);
QString ledgerAsTable(const std::vector<LedgerEntry>& entries);

/// "2026-03-17 14:22:05" in UTC for tables; a dash when it is not known.
QString tableTime(const QDateTime& time);
/// "41.2 s", "6 d 4 h"; a dash when it is not known.
QString tableDuration(qint64 milliseconds);

} // namespace millrace::cli
