// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/linkis/linkisclient.h"
#include "core/job.h"
#include "results/loosetable.h"

#include <QJsonObject>

/// Linkis' answers as values.
namespace millrace::linkis::json {

/// What a task is while it goes on. execID and taskID name it together: an execID may be given again to a later task.
struct TaskHandle {
    QString taskId;
    QString execId;
};

/// What the history knows of a task.
struct Task {
    JobSummary summary;
    QString execId; ///< strongerExecId: what the entrance is asked with; empty when there is none
    QString code;
    QString creator;
    QString engine; ///< "shell-1"
    QString logPath;
    QString resultLocation;
    QString errorCode;
    QString errorText;
    double progress = 0;
    std::vector<NamedText> facts; ///< without params, which hold passwords
    std::vector<StateChange> timeline;
};

/// What a task is called: the first line of its code, cut.
QString nameOf(const QString& code, const QString& otherwise);

JobState taskState(const QString& raw);

/// A row of jobhistory/list or the task of jobhistory/{id}/get.
Task task(const QJsonObject& row);

/// Merges pages by task id: the server's pages repeat rows and lose others.
void mergeTasks(std::vector<Task>& all, std::vector<Task> page);

/// The four levels of a log answer; empty ones when the log is a bare text.
struct LogBlock {
    QString error;
    QString warning;
    QString info;
    QString all;
    qint64 next = 0; ///< the fromLine to ask with next
};

LogBlock logBlock(const QJsonObject& data, qint64 asked);

/// A file or folder of getDirFileTrees.
struct FileNode {
    QString name;
    QString path;
    bool isFolder = false;
    qint64 bytes = -1;
    QDateTime modifiedAt; ///< UTC
};

/// The children of the tree; none when the folder does not exist.
std::vector<FileNode> fileNodes(const QJsonObject& data);

/// The result sets among them, in the order of the numbers in their names: the server's order is neither that nor
/// the alphabet's.
std::vector<FileNode> resultSets(std::vector<FileNode> nodes);

/// A page of openFile.
struct ResultPage {
    enum class Kind { Text, Table, Picture, Html, Script };

    Kind kind = Kind::Text;
    LooseTable table{{}}; ///< of a table; of the others one column with a row a line
    QString text; ///< of the others
    bool isLast = true;
    QString prohibited; ///< why the server shows nothing, in its words
    QString notice; ///< what the server says of what it shows: columns that it left out
};

/// Creators and engine versions of configuration/getCategory.
Served servedOf(const QJsonObject& data);

ResultPage resultPage(const QJsonObject& data, int pageSize);

} // namespace millrace::linkis::json
