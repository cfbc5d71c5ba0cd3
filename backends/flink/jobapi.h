// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobcontrol.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Paths and bodies of the JobManager's REST API. Ids are put into paths percent-encoded.
namespace millrace::flink::api {

QString jobsOverview();
/// "/jobs/<id>" and what is below it: "plan", "exceptions?maxExceptions=20", …; nothing below when it is empty.
QString jobPart(const QString& jobId, QLatin1StringView part);
QString checkpoint(const QString& jobId, qint64 checkpointId);
QString checkpointVertex(const QString& jobId, qint64 checkpointId, const QString& vertexId);
QString vertexPart(const QString& jobId, const QString& vertexId, QLatin1StringView part);
/// The same with metrics to ask for.
QString withMetrics(const QString& path, const QStringList& names);

QString savepoints(const QString& jobId); ///< with POST
QString stop(const QString& jobId); ///< with POST
QString savepointStatus(const QString& jobId, const QString& requestId);
QString disposal();
QString disposalStatus(const QString& requestId);
QByteArray savepointBody(const SavepointRequest& request);
QByteArray stopBody(const SavepointRequest& request);
QByteArray disposalBody(const QString& location);

QString taskManagers();
QString taskManagerPart(const QString& id, QLatin1StringView part);
QString jobManagerPart(QLatin1StringView part);
/// A log of a member: member is "/jobmanager" or "/taskmanagers/<id>".
QString logFile(const QString& member, const QString& name);

QString jars();
QString jarUpload();
QString jarPart(const QString& id, QLatin1StringView part);

} // namespace millrace::flink::api
