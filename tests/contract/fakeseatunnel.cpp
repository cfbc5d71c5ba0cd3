// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/fakeseatunnel.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

namespace millrace::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView s_html =
    "<html><head><title>Error 404 Not Found</title></head><body><h2>HTTP ERROR 404</h2></body></html>"_L1;

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString parameter(const ReceivedRequest& request, const QString& name)
{
    return QUrlQuery(QString::fromUtf8(request.target).section(u'?', 1)).queryItemValue(name, QUrl::FullyDecoded);
}

QString idOf(const QJsonValue& value)
{
    return value.isString() ? value.toString() : QString::number(value.toInteger());
}

bool isEnded(const QString& status)
{
    return status == "CANCELED"_L1 || status == "SAVEPOINT_DONE"_L1 || status == "FINISHED"_L1;
}

} // namespace

FakeSeaTunnel::FakeSeaTunnel(Kind kind, QObject* parent) : QObject(parent), m_kind(kind)
{
    const QString source = kind == Kind::V1 ? u"2.3.8-v1"_s
        : kind == Kind::V2                  ? u"2.3.13-hybrid-v2"_s
                                            : u"2.3.13-hybrid-v1"_s;
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/seatunnel/") + source + u".jsonl"_s);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (const QJsonObject record = QJsonDocument::fromJson(line).object(); !record.isEmpty()) {
                m_records.append(record);
            }
        }
    }
    m_server.setHandler([this](const ReceivedRequest& request) { return answer(request); });
}

bool FakeSeaTunnel::start(quint16 port)
{
    return !m_records.isEmpty() && m_server.listen(port);
}

QUrl FakeSeaTunnel::url() const
{
    return m_server.url(m_context);
}

QString FakeSeaTunnel::prefix() const
{
    return m_kind == Kind::V2 ? m_context + u'/' : u"/hazelcast/rest/maps/"_s;
}

void FakeSeaTunnel::check(const ReceivedRequest& request)
{
    const auto complain = [&](const QString& text) {
        m_complaints.append(QString::fromUtf8(request.method + ' ' + request.target) + u": "_s + text);
    };
    if (!request.header("Expect").isEmpty()) {
        complain(u"Expect, which a member cannot answer"_s);
    }
    if (request.method == "DELETE") {
        complain(u"DELETE, which deletes an entry of Hazelcast's own maps"_s);
    }
    const QByteArray type = request.header("Content-Type");
    if (request.method == "POST" && !type.startsWith("application/json")
        && !type.startsWith("multipart/form-data; boundary=")) {
        complain(u"a body that is neither JSON nor a file"_s);
    }
    if (request.method == "GET" && !request.body.isEmpty()) {
        complain(u"a GET with a body"_s);
    }
    if (m_kind != Kind::V2 && !request.header("Authorization").isEmpty()) {
        complain(u"a login, which members do not ask for"_s);
    }
    for (const QByteArray& pair : request.target.mid(request.path().size() + 1).split('&')) {
        if (!pair.isEmpty() && (pair.indexOf('=') < 1 || pair.endsWith('='))) {
            complain(u"a parameter without value"_s);
        }
    }
}

Answer FakeSeaTunnel::answer(const ReceivedRequest& request)
{
    const QString path = QString::fromUtf8(request.path());
    if (m_kind != Kind::V2 && !path.startsWith("/hazelcast/"_L1)) {
        return Answer::tricked(Answer::Trick::CloseAtOnce);
    }
    check(request);
    if (m_kind == Kind::V2 && !path.startsWith(prefix())) {
        return Answer::html(s_html.latin1(), 404);
    }
    if (!m_authorization.isEmpty() && request.header("Authorization") != m_authorization) {
        Answer refused = Answer::html("<html><head><title>Error 401 Unauthorized</title></head></html>", 401);
        refused.headers.append(
            qMakePair(QByteArray("WWW-Authenticate"), QByteArray("Basic realm=\"SeaTunnel Web UI\"")));
        return refused;
    }
    if (!path.startsWith(prefix())) {
        return recorded(request, path);
    }
    const QString callPath = path.mid(prefix().size());
    return answerCall(request, callPath.section(u'/', 0, 0), callPath.section(u'/', 1));
}

Answer FakeSeaTunnel::answerCall(const ReceivedRequest& request, const QString& call, const QString& rest)
{
    const bool changes = call.startsWith("submit-"_L1) || call.startsWith("stop-"_L1) || call == "encrypt-config"_L1
        || call == "update-tags"_L1;
    if (changes != (request.method == "POST")) {
        return m_kind == Kind::V2 ? Answer::html(s_html.latin1(), 405) : missing(call);
    }
    if (changes) {
        m_lastChange = request;
    }
    if (call == "submit-job"_L1) {
        return submit(request);
    }
    if (call == "submit-jobs"_L1) {
        return submitMany(request);
    }
    if (call == "stop-job"_L1) {
        return stop(request.body);
    }
    if (call == "stop-jobs"_L1) {
        return stopMany(request.body);
    }
    if (call == "running-jobs"_L1 || call == "finished-jobs"_L1) {
        return list(call == "finished-jobs"_L1, rest.toUpper());
    }
    if (call == "job-info"_L1 || call == "running-job"_L1) {
        return info(rest);
    }
    Answer told = recorded(request, call + (rest.isEmpty() ? QString() : u'/' + rest));
    if (rest.startsWith("checkpoints/"_L1) && told.status == 404 && m_kind == Kind::V2) {
        const QString id = rest.section(u'/', -1);
        return Answer::json(rest.contains("history"_L1) ? QByteArray("[]") : compact({{u"jobId"_s, id}}));
    }
    return told;
}

Answer FakeSeaTunnel::recorded(const ReceivedRequest& request, const QString& callPath) const
{
    const QString wanted = callPath.startsWith(u'/') ? callPath : (m_kind == Kind::V2 ? u"/"_s : prefix()) + callPath;
    const QString query = QString::fromUtf8(request.target).section(u'?', 1);
    // The first recording of a path is of the call as it should be; a query of ours may differ in its letters' case.
    for (const bool withQuery : {true, false}) {
        for (const QJsonObject& record : m_records) {
            const QString path = record.value("path"_L1).toString();
            const bool same = path.section(u'?', 0, 0) == wanted
                && record.value("method"_L1).toString().toLatin1() == request.method
                && (!withQuery || path.section(u'?', 1).compare(query, Qt::CaseInsensitive) == 0);
            if (same && (!query.isEmpty() || !path.contains(u'?') || !withQuery)) {
                Answer answer;
                answer.status = record.value("status"_L1).toInt();
                answer.contentType = record.value("contentType"_L1).toString().toLatin1();
                answer.body = record.value("body"_L1).toString().toUtf8();
                return answer;
            }
        }
    }
    return missing(callPath);
}

Answer FakeSeaTunnel::missing(const QString& call) const
{
    if (m_kind == Kind::V2) {
        return Answer::html(s_html.latin1(), 404);
    }
    Answer none;
    none.status = call.contains(u'/') ? 204 : 400;
    none.contentType.clear();
    return none;
}

Answer FakeSeaTunnel::fail(int status, const QString& message) const
{
    return Answer::json(compact({{u"status"_s, u"fail"_s}, {u"message"_s, message}}), status);
}

FakeSeaTunnel::Job* FakeSeaTunnel::startJob(const QString& id, const QString& name, bool fromSavepoint)
{
    const QString key = id.isEmpty() ? QString::number(m_nextId += 196608) : id;
    m_jobs.insert(key, {.id = key, .name = name.isEmpty() ? u"SeaTunnel_Job"_s : name, .fromSavepoint = fromSavepoint});
    return &m_jobs[key];
}

Answer FakeSeaTunnel::submit(const ReceivedRequest& request)
{
    const QString format = parameter(request, u"format"_s);
    QJsonParseError problem;
    const QJsonObject job = QJsonDocument::fromJson(request.body, &problem).object();
    if (request.body.isEmpty()) {
        return fail(400, u"Request body is empty."_s);
    }
    if ((m_kind == Kind::V1 || format.isEmpty() || format == "json"_L1) && problem.error != QJsonParseError::NoError) {
        return fail(400, u"Invalid JSON format in request body."_s);
    }
    const QString id = parameter(request, u"jobId"_s);
    const bool fromSavepoint = parameter(request, u"isStartWithSavePoint"_s) == "true"_L1;
    if (fromSavepoint && id.isEmpty()) {
        return fail(400, u"Please provide jobId when start with save point."_s);
    }
    if (!id.isEmpty() && m_jobs.contains(id) && isEnded(m_jobs.value(id).status) && !fromSavepoint) {
        return fail(500,
            u"a.JobException: The job id "_s + id
                + u" has already been submitted and is not starting with a savepoint.\n\tat a.b(C.java:1)"_s);
    }
    const QString name = parameter(request, u"jobName"_s);
    const Job* started =
        startJob(id, name.isEmpty() ? job.value("env"_L1).toObject().value("job.name"_L1).toString() : name,
            fromSavepoint && m_savepoints.contains(id));
    return Answer::json(compact({{u"jobId"_s, started->id}, {u"jobName"_s, started->name}}));
}

Answer FakeSeaTunnel::submitMany(const ReceivedRequest& request)
{
    QJsonArray answers;
    for (const QJsonValue& entry : QJsonDocument::fromJson(request.body).array()) {
        const QJsonObject params = entry.toObject().value("params"_L1).toObject();
        if (params.isEmpty()) {
            return fail(500, u"Cannot invoke \"java.util.Map.entrySet()\" because \"params\" is null"_s);
        }
        for (const QJsonValue& value : params) {
            if (!value.isString()) {
                return fail(500, u"class java.lang.Long cannot be cast to class java.lang.String"_s);
            }
        }
        const Job* job = startJob(params.value("jobId"_L1).toString(), params.value("jobName"_L1).toString(), false);
        answers.append(QJsonObject{{u"jobId"_s, job->id}, {u"jobName"_s, job->name}});
    }
    return Answer::json(QJsonDocument(answers).toJson(QJsonDocument::Compact));
}

Answer FakeSeaTunnel::stop(const QByteArray& body)
{
    const QJsonObject order = QJsonDocument::fromJson(body).object();
    const QString id = idOf(order.value("jobId"_L1));
    if (const auto job = m_jobs.find(id); job != m_jobs.end() && !isEnded(job->status)) {
        job->isStopping = true;
        job->endsAs = order.value("isStopWithSavePoint"_L1).toBool() ? u"SAVEPOINT_DONE"_s : u"CANCELED"_s;
    }
    // Yes to every number, known or not.
    return Answer::json(compact({{u"jobId"_s, id}}));
}

Answer FakeSeaTunnel::stopMany(const QByteArray& body)
{
    QByteArrayList answers;
    for (const QJsonValue& order : QJsonDocument::fromJson(body).array()) {
        const QJsonValue id = order.toObject().value("jobId"_L1);
        stop(compact(order.toObject()));
        if (!id.isDouble() || id.toInteger() <= std::numeric_limits<qint32>::max()) {
            return fail(500, u"class java.lang.String cannot be cast to class java.lang.Long"_s);
        }
        answers.append("{\"jobId\":" + QByteArray::number(id.toInteger()) + '}');
    }
    return Answer::json('[' + answers.join(',') + ']');
}

void FakeSeaTunnel::advance(Job& job) const
{
    if (!job.isStopping) {
        return;
    }
    ++job.polls;
    job.status = job.polls > 1 ? job.endsAs : job.endsAs == "CANCELED"_L1 ? u"CANCELING"_s : u"DOING_SAVEPOINT"_s;
}

/// A recorded job with the figures of this one. ended is the settled shape.
QJsonObject FakeSeaTunnel::jobObject(const Job& job, bool ended) const
{
    const bool isOld = m_kind == Kind::V1;
    const QString wanted =
        ended ? (isOld ? u"job-info-canceled"_s : u"job-info-savepoint-done"_s) : u"job-info-running"_s;
    const auto record = std::ranges::find_if(
        m_records, [&](const QJsonObject& each) { return each.value("case"_L1).toString() == wanted; });
    QJsonObject object = QJsonDocument::fromJson(record->value("body"_L1).toString().toUtf8()).object();
    object.insert("jobId"_L1, job.id);
    object.insert("jobName"_L1, job.name);
    object.insert("jobStatus"_L1, job.status);
    if (!ended) {
        object.insert("isStartWithSavePoint"_L1, job.fromSavepoint);
    }
    return object;
}

Answer FakeSeaTunnel::list(bool ended, const QString& status)
{
    if (ended && m_isBroken && (status.isEmpty() || status == "CANCELED"_L1)) {
        return fail(500,
            u"Cannot invoke \"java.lang.Long.longValue()\" because the return value of \"org.apache.seatunnel.engine.server.master.JobHistoryService$JobState.getStartTime()\" is null"_s);
    }
    QJsonArray jobs;
    for (Job& job : m_jobs) {
        if (isEnded(job.status) == ended && (status.isEmpty() || job.status == status)) {
            jobs.append(jobObject(job, ended));
        }
        // The old record of a job that runs again stays.
        if (ended && !isEnded(job.status) && job.fromSavepoint) {
            Job before = job;
            before.status = u"SAVEPOINT_DONE"_s;
            jobs.append(jobObject(before, true));
        }
    }
    return Answer::json(QJsonDocument(jobs).toJson(QJsonDocument::Compact));
}

Answer FakeSeaTunnel::info(const QString& id)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end()) {
        return Answer::json(compact({{u"jobId"_s, id}}));
    }
    advance(*job);
    if (job->status == "SAVEPOINT_DONE"_L1 && !m_savepoints.contains(id)) {
        m_savepoints.append(id);
    }
    // The first answer after the end still has the shape of a running job.
    const bool settled = isEnded(job->status) && job->polls > 2;
    return Answer::json(compact(jobObject(*job, settled)));
}

} // namespace millrace::test
