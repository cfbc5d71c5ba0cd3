// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/jobapi.h"

#include "backends/flink/flinkapi.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace millrace::flink::api {

using namespace Qt::StringLiterals;

namespace {

QString encoded(const QString& segment)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(segment, ":"));
}

QString below(const QString& path, QLatin1StringView part)
{
    return part.isEmpty() ? path : path + u'/' + part;
}

QByteArray json(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void addFormat(QJsonObject& body, SavepointFormat format)
{
    if (format != SavepointFormat::Default) {
        body.insert("formatType"_L1, format == SavepointFormat::Native ? u"NATIVE"_s : u"CANONICAL"_s);
    }
}

} // namespace

QString jobsOverview()
{
    return u"/jobs/overview"_s;
}

QString jobPart(const QString& jobId, QLatin1StringView part)
{
    return below(job(encoded(jobId)), part);
}

QString checkpoint(const QString& jobId, qint64 checkpointId)
{
    return jobPart(jobId, "checkpoints/details/"_L1) + QString::number(checkpointId);
}

QString checkpointVertex(const QString& jobId, qint64 checkpointId, const QString& vertexId)
{
    return checkpoint(jobId, checkpointId) + u"/subtasks/"_s + encoded(vertexId);
}

QString vertexPart(const QString& jobId, const QString& vertexId, QLatin1StringView part)
{
    return below(jobPart(jobId, "vertices/"_L1) + encoded(vertexId), part);
}

QString withMetrics(const QString& path, const QStringList& names)
{
    // Names hold [, ], # and spaces; a comma separates them.
    QStringList texts;
    for (const QString& name : names) {
        texts << QString::fromLatin1(QUrl::toPercentEncoding(name));
    }
    return path + u"?get="_s + texts.join(u',');
}

QString savepoints(const QString& jobId)
{
    return jobPart(jobId, "savepoints"_L1);
}

QString stop(const QString& jobId)
{
    return jobPart(jobId, "stop"_L1);
}

QString savepointStatus(const QString& jobId, const QString& requestId)
{
    return savepoints(jobId) + u'/' + encoded(requestId);
}

QString disposal()
{
    return u"/savepoint-disposal"_s;
}

QString disposalStatus(const QString& requestId)
{
    return disposal() + u'/' + encoded(requestId);
}

QByteArray savepointBody(const SavepointRequest& request)
{
    QJsonObject body{{u"cancel-job"_s, false}};
    if (!request.target.isEmpty()) {
        body.insert("target-directory"_L1, request.target);
    }
    addFormat(body, request.format);
    return json(body);
}

QByteArray stopBody(const SavepointRequest& request)
{
    QJsonObject body{{u"drain"_s, request.drain}};
    if (!request.target.isEmpty()) {
        body.insert("targetDirectory"_L1, request.target);
    }
    addFormat(body, request.format);
    return json(body);
}

QByteArray disposalBody(const QString& location)
{
    return json({{u"savepoint-path"_s, location}});
}

QString taskManagers()
{
    return u"/taskmanagers"_s;
}

QString taskManagerPart(const QString& id, QLatin1StringView part)
{
    return below(taskManagers() + u'/' + encoded(id), part);
}

QString jobManagerPart(QLatin1StringView part)
{
    return below(u"/jobmanager"_s, part);
}

QString logFile(const QString& member, const QString& name)
{
    return member + u"/logs/"_s + encoded(name);
}

QString jars()
{
    return u"/jars"_s;
}

QString jarUpload()
{
    return u"/jars/upload"_s;
}

QString jarPart(const QString& id, QLatin1StringView part)
{
    return below(jars() + u'/' + encoded(id), part);
}

} // namespace millrace::flink::api
