// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakegatewaystate.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace millrace::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray compact(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QByteArray quoted(const QString& text)
{
    const QByteArray array = compact(QJsonArray{text});
    return array.mid(1, array.size() - 2);
}

/// Members in the order of the real one, which QJsonObject would sort away.
QByteArray rowText(const QJsonObject& row)
{
    return "{\"kind\":" + quoted(row.value("kind"_L1).toString())
        + ",\"fields\":" + compact(row.value("fields"_L1).toArray()) + '}';
}

QByteArray columnText(const QJsonObject& column)
{
    return "{\"name\":" + quoted(column.value("name"_L1).toString())
        + ",\"logicalType\":" + compact(column.value("logicalType"_L1).toObject()) + ",\"comment\":null}";
}

template <typename Make> QByteArray listText(const QList<QJsonObject>& objects, Make make)
{
    QByteArrayList texts;
    for (const QJsonObject& object : objects) {
        texts << make(object);
    }
    return '[' + texts.join(',') + ']';
}

/// What rowFormat=PLAIN_TEXT sends: every cell as text.
QJsonObject plain(QJsonObject row)
{
    QJsonArray texts;
    for (const QJsonValue& cell : row.value("fields"_L1).toArray()) {
        texts << (cell.isNull() ? QJsonValue() : QJsonValue(cell.toVariant().toString()));
    }
    row.insert(u"fields"_s, texts);
    return row;
}

QString newHandle()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString resultUri(int version, const QString& session, const QString& operation, qint64 token, bool plainText)
{
    const QString path = u"/v%1/sessions/%2/operations/%3/result/%4"_s.arg(version).arg(session, operation).arg(token);
    return version < 2 ? path : path + (plainText ? u"?rowFormat=PLAIN_TEXT"_s : u"?rowFormat=JSON"_s);
}

Answer status(const char* state)
{
    return Answer::json(QByteArray("{\"status\":\"") + state + "\"}");
}

} // namespace

QString withoutLeadingComments(QString statement)
{
    for (;;) {
        statement = statement.trimmed();
        if (statement.startsWith("--"_L1)) {
            statement = statement.section(u'\n', 1);
        } else if (statement.startsWith("/*"_L1)) {
            statement = statement.section(u"*/"_s, 1);
        } else {
            return statement;
        }
    }
}

QString normalised(const QString& statement)
{
    QString text = withoutLeadingComments(statement).simplified().toUpper();
    if (text.endsWith(u';')) {
        text.chop(1);
    }
    return text.trimmed();
}

void FakeGatewayState::complain(const ReceivedRequest& request, const QString& what)
{
    complaints << QString::fromUtf8(request.method + ' ' + request.target) + u": "_s + what;
}

QJsonObject FakeGatewayState::body(const ReceivedRequest& request)
{
    if (request.header("Content-Type") != "application/json") {
        complain(request, u"the body is not declared as JSON"_s);
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject()) {
        complain(request, u"the body is no JSON object"_s);
    }
    return document.object();
}

Answer FakeGatewayState::notFound(const ReceivedRequest& request)
{
    complain(request, u"no such call"_s);
    const QJsonArray texts{QString(u"Not found: "_s + QString::fromUtf8(request.path()))};
    return Answer::json(compact(QJsonObject{{u"errors"_s, texts}}), 404);
}

void FakeGatewayState::dropSession(const QString& handle)
{
    sessions.remove(handle);
    for (const QString& id : operations.keys()) {
        if (operations.value(id).session == handle) {
            endJob(operations.take(id).statement);
        }
    }
}

void FakeGatewayState::endJob(const FakeStatement& statement)
{
    if (statement.isQuery && !statement.stubborn && jobs.value(statement.jobId) == "RUNNING"_L1) {
        jobs.insert(statement.jobId, u"CANCELED"_s);
    }
}

Answer FakeGatewayState::answer(const ReceivedRequest& request)
{
    if (!authorization.isEmpty() && request.header("Authorization") != authorization) {
        Answer refused = Answer::html("<html><title>401 Unauthorized</title></html>", 401);
        refused.headers = {{"WWW-Authenticate", "Basic realm=\"flink\""}};
        return refused;
    }
    QStringList path = QString::fromUtf8(request.path()).split(u'/', Qt::SkipEmptyParts);
    if (request.path() == "/api_versions" && request.method == "GET") {
        return Answer::json(compact(QJsonObject{{u"versions"_s, QJsonArray::fromStringList(versions)}}));
    }
    if (path.value(0) == "overview"_L1 || path.value(0) == "config"_L1 || path.value(0) == "jobs"_L1) {
        return jobManager(request, path);
    }
    const QString version = path.isEmpty() ? QString() : path.takeFirst();
    if (!versions.contains(version.toUpper())) {
        return notFound(request);
    }
    return gateway(request, version.mid(1).toInt(), path);
}

Answer FakeGatewayState::jobManager(const ReceivedRequest& request, const QStringList& path)
{
    if (path.value(0) == "overview"_L1) {
        return Answer::json(compact(QJsonObject{{u"taskmanagers"_s, 1}, {u"slots-total"_s, 8},
            {u"slots-available"_s, 8}, {u"jobs-running"_s, 0}, {u"flink-version"_s, product}}));
    }
    if (path.value(0) == "config"_L1) {
        return Answer::json(compact(QJsonObject{{u"flink-version"_s, product}, {u"refresh-interval"_s, 3000}}));
    }
    const QString job = path.value(1);
    if (!jobs.contains(job)) {
        return Answer::json(R"({"errors":["org.apache.flink.runtime.rest.NotFoundException: Job not found"]})", 404);
    }
    if (request.method == "PATCH" && request.query("mode") == "cancel") {
        jobs.insert(job, u"CANCELED"_s);
        return Answer::json("{}", 202);
    }
    return Answer::json(compact(QJsonObject{{u"jid"_s, job}, {u"state"_s, jobs.value(job)}}));
}

Answer FakeGatewayState::gateway(const ReceivedRequest& request, int version, const QStringList& path)
{
    if (path == QStringList{u"info"_s} && request.method == "GET") {
        return Answer::json(compact(QJsonObject{{u"productName"_s, u"Apache Flink"_s}, {u"version"_s, product}}));
    }
    if (path == QStringList{u"sessions"_s} && request.method == "POST") {
        return openSession(request);
    }
    if (path.value(0) == "sessions"_L1 && path.size() >= 2) {
        if (!sessions.contains(path.at(1))) {
            return stacks::answer(stacks::unknownSession(path.at(1)));
        }
        return inSession(request, version, path.mid(1));
    }
    return notFound(request);
}

Answer FakeGatewayState::openSession(const ReceivedRequest& request)
{
    const QJsonObject wanted = body(request);
    FakeSession session;
    session.properties.insert(u"execution.target"_s, u"remote"_s);
    const QJsonObject properties = wanted.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        session.properties.insert(it.key(), it.value().toString());
    }
    const QString handle = newHandle();
    sessions.insert(handle, session);
    return Answer::json(compact(QJsonObject{{u"sessionHandle"_s, handle}}));
}

Answer FakeGatewayState::inSession(const ReceivedRequest& request, int version, const QStringList& path)
{
    const QString handle = path.at(0);
    FakeSession& session = sessions[handle];
    const QByteArray call = request.method + ' ' + path.value(1).toUtf8();
    if (call == "GET ") {
        QJsonObject properties;
        for (auto it = session.properties.begin(); it != session.properties.end(); ++it) {
            properties.insert(it.key(), it.value());
        }
        return Answer::json(compact(QJsonObject{{u"properties"_s, properties}}));
    }
    if (call == "DELETE ") {
        dropSession(handle);
        return status("CLOSED");
    }
    if (call == "POST heartbeat") {
        ++heartbeats;
        return Answer::json("{}");
    }
    if (call == "GET complete-statement" && version >= 2) {
        const QJsonObject asked = body(request);
        const QString before = asked.value("statement"_L1).toString().left(asked.value("position"_L1).toInt());
        const QString word = before.section(u' ', -1);
        QJsonArray candidates;
        for (const QString& table : session.tables) {
            if (table.startsWith(word, Qt::CaseInsensitive)) {
                candidates << QString(u"default_catalog.default_database."_s + table);
            }
        }
        return Answer::json(compact(QJsonObject{{u"candidates"_s, candidates}}));
    }
    if (call == "POST configure-session" && version >= 2) {
        builtIn(session, body(request).value("statement"_L1).toString());
        return Answer::json("{}");
    }
    if (call == "POST statements") {
        return submit(request, handle);
    }
    if (path.value(1) == "operations"_L1 && path.size() >= 4) {
        return inOperation(request, version, path.mid(2));
    }
    return notFound(request);
}

Answer FakeGatewayState::submit(const ReceivedRequest& request, const QString& session)
{
    const QString statement = body(request).value("statement"_L1).toString();
    if (statement.trimmed().isEmpty()) {
        complain(request, u"no statement"_s);
    }
    statements << statement;
    const QString head = normalised(statement);
    QString longest;
    for (const QString& prefix : scripts.keys()) {
        if (head.startsWith(prefix) && prefix.size() > longest.size()) {
            longest = prefix;
        }
    }
    FakeOperation operation{.session = session};
    operation.statement =
        longest.isEmpty() ? builtIn(sessions[session], statement) : scripts.value(longest);
    if (operation.statement.submitInstead) {
        return *operation.statement.submitInstead;
    }
    if (!operation.statement.jobId.isEmpty() && operation.statement.stack.isEmpty()) {
        jobs.insert(operation.statement.jobId, u"RUNNING"_s);
    }
    const QString id = newHandle();
    operations.insert(id, operation);
    return Answer::json(compact(QJsonObject{{u"operationHandle"_s, id}}));
}

Answer FakeGatewayState::inOperation(const ReceivedRequest& request, int version, const QStringList& path)
{
    const QString id = path.at(0);
    const QByteArray call = request.method + ' ' + path.at(1).toUtf8();
    if (!operations.contains(id)) {
        return stacks::answer(stacks::unknownOperation(id));
    }
    if (call == "GET status") {
        return status(operations.value(id).status.toLatin1().constData());
    }
    if (call == "POST cancel") {
        return cancel(id);
    }
    if (call == "DELETE close") {
        return close(id);
    }
    if (call == "GET result" && path.size() == 3) {
        const QByteArray format = request.query("rowFormat");
        if (version >= 2 ? format != "JSON" && format != "PLAIN_TEXT" : !format.isEmpty()) {
            complain(request, u"v1 knows no rowFormat, the others want one"_s);
        }
        return result(request, version, id, path.at(2).toLongLong());
    }
    return notFound(request);
}

Answer FakeGatewayState::cancel(const QString& id)
{
    FakeOperation& operation = operations[id];
    cancelled << id;
    if (operation.statement.cancelInstead) {
        return *operation.statement.cancelInstead;
    }
    if (operation.status == "FINISHED"_L1) {
        return stacks::answer(stacks::notPossible(u"Failed to cancelOperation."_s,
            u"org.apache.flink.table.gateway.api.utils.SqlGatewayException: Failed to convert the Operation Status "
            "from FINISHED to CANCELED for %1."_s.arg(id)));
    }
    operation.status = u"CANCELED"_s;
    endJob(operation.statement);
    return status("CANCELED");
}

Answer FakeGatewayState::close(const QString& id)
{
    if (operations.value(id).statement.cancelInstead) {
        return *operations.value(id).statement.cancelInstead;
    }
    endJob(operations.take(id).statement);
    return status("CLOSED");
}

Answer FakeGatewayState::result(const ReceivedRequest& request, int version, const QString& id, qint64 token)
{
    FakeOperation& operation = operations[id];
    if (operation.status == "CANCELED"_L1) {
        return stacks::answer(stacks::notPossible(u"Failed to fetchResults."_s,
            u"org.apache.flink.table.gateway.api.utils.SqlGatewayException: Can not fetch results from the %1 in "
            "CANCELED status."_s.arg(id)));
    }
    const bool plainText = request.query("rowFormat") == "PLAIN_TEXT";
    if (token == operation.nextToken - 1) {
        return Answer::json(page(version, id, token, plainText));
    }
    if (token != operation.nextToken) {
        complain(request, u"token %1 instead of %2"_s.arg(token).arg(operation.nextToken));
        return stacks::answer(stacks::notPossible(u"Failed to fetchResults."_s,
            u"org.apache.flink.table.gateway.service.utils.SqlExecutionException: Expecting token to be %1 or %2, but "
            "found %3."_s.arg(operation.nextToken)
                .arg(operation.nextToken - 1)
                .arg(token)));
    }
    return newPage(version, id, plainText);
}

QByteArray FakeGatewayState::page(int version, const QString& id, qint64 token, bool plainText) const
{
    const FakeOperation& operation = *operations.find(id);
    const FakeStatement& statement = operation.statement;
    const bool isLast = token >= statement.pages.size() && !statement.endless;
    QList<QJsonObject> rows = statement.pages.value(token).rows;
    if (plainText) {
        std::ranges::transform(rows, rows.begin(), plain);
    }
    QByteArray text = isLast ? "{\"resultType\":\"EOS\"" : "{\"resultType\":\"PAYLOAD\"";
    text += statement.isQuery ? ",\"isQueryResult\":true" : ",\"isQueryResult\":false";
    if (!statement.jobId.isEmpty()) {
        text += ",\"jobID\":" + quoted(statement.jobId);
    }
    text += statement.hasContent ? ",\"resultKind\":\"SUCCESS_WITH_CONTENT\"" : ",\"resultKind\":\"SUCCESS\"";
    text += ",\"results\":{\"columns\":" + listText(statement.columns, columnText) + ",\"rowFormat\":";
    text += plainText ? "\"PLAIN_TEXT\"" : "\"JSON\"";
    text += ",\"data\":" + listText(rows, rowText) + '}';
    if (!isLast) {
        text += ",\"nextResultUri\":" + quoted(resultUri(version, operation.session, id, token + 1, plainText));
    }
    return text + '}';
}

Answer FakeGatewayState::newPage(int version, const QString& id, bool plainText)
{
    FakeOperation& operation = operations[id];
    const FakeStatement& statement = operation.statement;
    const qint64 token = operation.nextToken;
    const FakePage scripted = statement.pages.value(token);
    if (operation.notReadyLeft < 0) {
        operation.notReadyLeft = scripted.notReadyTimes;
    }
    if (operation.notReadyLeft-- > 0) {
        const QString uri = resultUri(version, operation.session, id, token, plainText);
        Answer answer = Answer::json("{\"resultType\":\"NOT_READY\",\"nextResultUri\":" + quoted(uri) + '}');
        answer.delayMs = scripted.delayMs;
        return answer;
    }
    operation.notReadyLeft = -1;
    if (!statement.stack.isEmpty() && token == statement.failAtToken) {
        operation.status = u"ERROR"_s;
        jobs.insert(statement.jobId, u"FAILED"_s);
        return stacks::answer(statement.stack);
    }
    operation.status = u"FINISHED"_s;
    ++operation.nextToken;
    if (scripted.instead) {
        return *scripted.instead;
    }
    if (statement.isQuery && !statement.endless && token >= statement.pages.size()) {
        jobs.insert(statement.jobId, u"FINISHED"_s);
    }
    Answer answer = Answer::json(page(version, id, token, plainText));
    answer.delayMs = scripted.delayMs;
    return answer;
}

} // namespace millrace::test
