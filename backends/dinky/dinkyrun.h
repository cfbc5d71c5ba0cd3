// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dinky/dinkyclient.h"
#include "backends/dinky/dinkyjson.h"
#include "core/sqlexecution.h"

/// How SQL runs on a server: executeSql in 0.7, debugTask in 1.x.
namespace millrace::dinky {

/// Ids of the form of a run; other properties of a session are settings of Flink.
namespace runfields {
inline constexpr QLatin1StringView type{"type"};
inline constexpr QLatin1StringView address{"address"};
inline constexpr QLatin1StringView clusterId{"clusterId"};
inline constexpr QLatin1StringView clusterConfigurationId{"clusterConfigurationId"};
inline constexpr QLatin1StringView jobName{"jobName"};
inline constexpr QLatin1StringView parallelism{"parallelism"};
inline constexpr QLatin1StringView checkpoint{"checkPoint"}; ///< milliseconds
inline constexpr QLatin1StringView savepointPath{"savePointPath"};
inline constexpr QLatin1StringView maxRows{"maxRowNum"};
inline constexpr QLatin1StringView changeLog{"useChangeLog"};
inline constexpr QLatin1StringView statementSet{"useStatementSet"};
inline constexpr QLatin1StringView fragment{"fragment"};
inline constexpr QLatin1StringView variables{"variables"};
inline constexpr QLatin1StringView configuration{"configuration"};
inline constexpr QLatin1StringView gateway{"gatewayConfig"}; ///< JSON
inline constexpr QLatin1StringView idleSeconds{"idleSeconds"};
} // namespace runfields

/// What runs: the text with all that it needs before it.
struct RunOrder {
    QString statement;
    QMap<QString, QString> properties; ///< of runForm(), and settings of Flink
    bool useResult = false;
    bool useStatementSet = false;
    qint64 maxRows = 0; ///< 0: what the properties say
};

/// Statements as the server takes them apart: a ; alone separates nothing, only one with a line end does.
QString joined(const QStringList& statements);

/// Lines of "name = value", as the fields for settings and variables hold them.
QMap<QString, QString> settingLinesOf(const QString& text);

/// The rows that the server is to keep.
qint64 rowLimit(const RunOrder& order);

/// The documented bodies.
QJsonObject executeBody(const RunOrder& order); ///< executeSql of 0.7
QJsonObject jarBody(const RunOrder& order); ///< executeJar of 0.7
QJsonObject gatewayBody(const RunOrder& order); ///< gatewayConfig of both; empty when nothing is set
QJsonObject lineageBody(const RunOrder& order, bool isOld); ///< studio.getLineage
QJsonObject explainBody(const RunOrder& order, bool isOld); ///< explainSql, getJobPlan, getStreamGraph
QJsonObject taskBody(const RunOrder& order); ///< TaskDTO of 1.x
QJsonObject studioBody(const RunOrder& order); ///< studio.executeSql of 0.7

/// What a server says that took a run and let it fail.
Error failedRun(const json::JobResult& result);

/// Submits it. A statement that failed is an Error of kind Sql, whatever the code of the answer is.
QCoro::Task<Result<json::JobResult>> execute(
    std::shared_ptr<DinkyClient> client, RunOrder order, CancellationToken token);

/// Ends a Flink job and looks whether it is gone, where the server lets one look.
QCoro::Task<Result<void>> cancelFlinkJob(
    std::shared_ptr<DinkyClient> client, QString jobId, QString address, CancellationToken token);

/// The state of a Flink job; nothing where the server does not tell.
QCoro::Task<std::optional<JobState>> flinkState(
    std::shared_ptr<DinkyClient> client, QString jobId, QString address, CancellationToken token);

} // namespace millrace::dinky
