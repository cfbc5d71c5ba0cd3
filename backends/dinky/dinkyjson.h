// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyanswer.h"
#include "core/job.h"
#include "core/jobcontrol.h"
#include "core/planexplainer.h"

#include <QJsonArray>

/// What the payloads of both dialects say, as values. Pure functions; entries that cannot be read are left out.
namespace millrace::dinky::json {

/// INITIALIZING, RUNNING, RECONNECTING, …
JobState jobState(const QString& raw);

/// "yyyy-MM-dd HH:mm:ss" and ISO with up to nine digits of a second, both in the server's zone, which it does not tell:
/// taken as the zone of this computer. UTC; invalid for null and for 1970, which stands for "not yet".
QDateTime timeOf(const QJsonValue& value);

/// A job instance, from the list or by itself.
struct Instance {
    JobSummary summary; ///< its id is the task's, or Flink's where there is no task
    QString id; ///< of the instance
    QString taskId; ///< empty: none
    QString jid; ///< Flink's
    QString clusterId;
    QString address; ///< of the JobManager, where it is told
};

/// isOld: durations are seconds in 0.7 and milliseconds in 1.x.
Instance instance(const QJsonObject& row, bool isOld);

/// JobResult of submitTask, restartTask and debugTask, and APIJobResult of executeSql and executeJar.
struct JobResult {
    bool success = false;
    QString historyId;
    QString jobId; ///< Flink's; empty when there is none
    QString instanceId;
    QString address; ///< of the JobManager
    QString error; ///< with its stack
    QJsonObject rows; ///< of statements that run no job
};

JobResult jobResult(const QJsonObject& object);

/// SavePointResult: success is false also when it worked.
Result<SavepointInfo> savepointResult(const QJsonValue& data);

/// What became of one statement of explainSql.
struct ExplainedSql {
    int index = 0;
    QString type; ///< "DDL", "Modify DML"
    QString sql;
    QString explain;
    QString error;
    bool ok = false;
};

/// {sqlExplainResults: […]} of 0.7 and the bare list of 1.x.
std::vector<ExplainedSql> explainedSql(const QJsonValue& data);

/// The fault as an Error of kind Sql; its range counts in the statement, which has to be that of the row.
Error sqlFault(const QString& text, const QString& statement);

/// {tables, relations}: a node for each table, an edge for each pair of them.
Graph lineage(const QJsonObject& object);

/// All that has a plain value, as facts.
std::vector<NamedText> factsOf(const QJsonObject& object, const QStringList& without = {});

} // namespace millrace::dinky::json
