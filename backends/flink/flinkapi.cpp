// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkapi.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace millrace::flink::api {

using namespace Qt::StringLiterals;

namespace {

QString operation(int version, const QString& session, const QString& operation)
{
    return api::session(version, session) + u"/operations/"_s + operation;
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

std::optional<int> newestCommonVersion(const QStringList& offered)
{
    std::optional<int> newest;
    for (const QString& text : offered) {
        bool isNumber = false;
        const int version = QStringView(text).mid(1).toInt(&isNumber);
        const bool named = text.startsWith(u'V', Qt::CaseInsensitive) && isNumber && version >= 1;
        if (named && version <= newestVersion) {
            newest = std::max(newest.value_or(0), version);
        }
    }
    return newest;
}

QUrl joined(const QUrl& base, const QString& path)
{
    QUrl url = base;
    QString prefix = url.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/')) {
        prefix.chop(1);
    }
    const qsizetype query = path.indexOf(u'?');
    url.setPath(prefix + (query < 0 ? path : path.left(query)), QUrl::TolerantMode);
    url.setQuery(query < 0 ? QString() : path.mid(query + 1));
    url.setFragment({});
    return url;
}

QString versions()
{
    return u"/api_versions"_s;
}

QString info(int version)
{
    return u"/v%1/info"_s.arg(version);
}

QString sessions(int version)
{
    return u"/v%1/sessions"_s.arg(version);
}

QString session(int version, const QString& session)
{
    return sessions(version) + u'/' + session;
}

QString heartbeat(int version, const QString& session)
{
    return api::session(version, session) + u"/heartbeat"_s;
}

QString statements(int version, const QString& session)
{
    return api::session(version, session) + u"/statements"_s;
}

QString completeStatement(int version, const QString& session)
{
    return api::session(version, session) + u"/complete-statement"_s;
}

QString operationStatus(int version, const QString& session, const QString& operation)
{
    return api::operation(version, session, operation) + u"/status"_s;
}

QString operationCancel(int version, const QString& session, const QString& operation)
{
    return api::operation(version, session, operation) + u"/cancel"_s;
}

QString operationClose(int version, const QString& session, const QString& operation)
{
    return api::operation(version, session, operation) + u"/close"_s;
}

QString result(int version, const QString& session, const QString& operation, qint64 token, bool plainText)
{
    const QString path = api::operation(version, session, operation) + u"/result/%1"_s.arg(token);
    if (version < 2) {
        return path;
    }
    return path + (plainText ? u"?rowFormat=PLAIN_TEXT"_s : u"?rowFormat=JSON"_s);
}

QByteArray openSessionBody(const QString& name, const QMap<QString, QString>& properties)
{
    QJsonObject values;
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        values.insert(it.key(), it.value());
    }
    return compact({{u"sessionName"_s, name}, {u"properties"_s, values}});
}

QByteArray statementBody(const QString& statement)
{
    return compact({{u"statement"_s, statement}});
}

QByteArray completeBody(const QString& statement, int position)
{
    return compact({{u"statement"_s, statement}, {u"position"_s, position}});
}

QString jobManagerOverview()
{
    return u"/overview"_s;
}

QString jobManagerConfig()
{
    return u"/config"_s;
}

QString job(const QString& jobId)
{
    return u"/jobs/"_s + jobId;
}

QString jobCancel(const QString& jobId)
{
    return job(jobId) + u"?mode=cancel"_s;
}

} // namespace millrace::flink::api
