// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/linkisclient.h"
#include "backends/linkis/linkisjson.h"
#include "core/sqlexecution.h"

#include <QSet>

/// The life of a task. The history is the truth: a state that the entrance tells may be another task's, since it gives
/// its ids again after a restart.
namespace millrace::linkis {

struct TaskOrder {
    QString code;
    QString runType; ///< "sql", "shell", "python", …
    QString engine; ///< "spark-3.2.1"
    QString creator;
    QJsonObject runtime; ///< parameters of the task
    QJsonObject startup; ///< parameters of the engine's start
    QJsonObject variables;
    QString scriptPath;
};

/// The kind of code that an engine takes: "spark-3.2.1" takes sql, "shell-1" shell, …
QString runTypeOf(const QString& engine);

/// What is written for an engine; runType may be empty.
ScriptLanguage languageOf(const QString& engine, const QString& runType);

QCoro::Task<Result<json::TaskHandle>> submitTask(
    std::shared_ptr<LinkisClient> client, TaskOrder order, CancellationToken token);

QCoro::Task<Result<json::Task>> historyTask(
    std::shared_ptr<LinkisClient> client, QString taskId, CancellationToken token);

/// Told while a task goes on.
struct TaskObserver {
    std::function<void(const RunProgress&)> onProgress;
    std::function<void(const QString& lines)> onLog;
    std::shared_ptr<const QSet<QString>> letGo; ///< tasks that a cancelled token leaves alone
};

/// Watches the task to its end and gives the history's last word on it. A cancelled token kills the task, unless it was
/// let go. Polling that fails now and then loses nothing.
QCoro::Task<Result<json::Task>> awaitTask(
    std::shared_ptr<LinkisClient> client, json::TaskHandle handle, TaskObserver observer, CancellationToken token);

/// Kills a task that the history says is ours and alive; says so when it is not.
QCoro::Task<Result<void>> killTask(std::shared_ptr<LinkisClient> client, QString taskId, CancellationToken token);

/// The result sets of a finished task in their order; none when it has none.
QCoro::Task<Result<std::vector<json::FileNode>>> resultSetsOf(
    std::shared_ptr<LinkisClient> client, json::Task task, CancellationToken token);

QCoro::Task<Result<json::ResultPage>> openResult(
    std::shared_ptr<LinkisClient> client, QString path, int page, CancellationToken token);

inline constexpr int resultPageRows = 5000;

} // namespace millrace::linkis
