// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph.h"
#include "core/inventory.h"

/// From bytes to values: the members of a cluster, its settings and its jars.
namespace millrace::flink::json {

struct TaskManager {
    QString id;
    QString address;
    int slotCount = 0;
    int freeSlots = 0;
    double cpuCores = 0;
    qint64 physicalBytes = -1;
    qint64 heapBytes = -1; ///< for tasks and framework
    qint64 managedBytes = -1;
    qint64 processBytes = -1;
    QDateTime lastHeartbeat; ///< UTC
};

/// /taskmanagers
Result<std::vector<TaskManager>> taskManagers(const QByteArray& body);
/// /taskmanagers/:id with its memory and garbage collections, as facts; and its garbage collectors.
Result<std::vector<NamedText>> taskManagerFacts(const QByteArray& body);
/// {"threadInfos": [{"threadName", "stringifiedThreadInfo"}]} as the text of a dump.
Result<QString> threadDump(const QByteArray& body);
/// /overview and /config
Result<std::vector<NamedText>> facts(const QByteArray& body);

/// /jobmanager/environment: JVM facts, and its class path as a text.
struct Environment {
    std::vector<NamedText> jvm;
    QString classPath;
};

Result<Environment> environment(const QByteArray& body);

struct Jar {
    QString id;
    QString name;
    QDateTime uploadedAt; ///< UTC
    QStringList entryClasses;
};

/// /jars
Result<std::vector<Jar>> jars(const QByteArray& body);
/// The file name in the answer to an upload, which is the jar's id.
Result<QString> uploadedJar(const QByteArray& body);
/// The job that a jar started.
Result<QString> jobIdOf(const QByteArray& body);

/// "512 MB"; "–" for what is not known.
QString bytesText(qint64 bytes);

} // namespace millrace::flink::json
