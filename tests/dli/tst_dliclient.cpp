// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlibackend.h"
#include "backends/dli/dliclient.h"
#include "tests/dli/recorded.h"
#include "tests/support/await.h"
#include "tests/support/loopbackserver.h"

#include <QTest>

using namespace millrace;
using namespace millrace::dli;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray apiFile()
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/../../resources/openapi/dli.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::shared_ptr<DliClient> clientFor(const LoopbackServer& server, FormValues extra = {}, Secrets secrets = {})
{
    FormValues values = DliBackend().valuesForUrl(server.url().toString());
    values.insert(fields::project, u"48cc2c48765f481480c7db940d6409d1"_s);
    values.insert(fields::accessKey, u"QTWAOYTTINDUT2QVKYUC"_s);
    values.insert(extra);
    secrets.insert(fields::secretKey, u"MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc"_s);
    return std::make_shared<DliClient>(settingsOf(values, secrets), apiFile());
}

/// The signature that the request should carry, made anew from what arrived.
QByteArray expectedAuthorization(const ReceivedRequest& request)
{
    const QByteArray sent = request.header("Authorization");
    const QByteArray names = sent.mid(sent.indexOf("SignedHeaders=") + 14).split(',').first();
    signer::Request again{.method = request.method, .body = request.body};
    again.path = QUrl::fromPercentEncoding(request.path());
    const qsizetype mark = request.target.indexOf('?');
    for (const QByteArray& item : mark < 0 ? QByteArrayList() : request.target.mid(mark + 1).split('&')) {
        const qsizetype equals = item.indexOf('=');
        again.query.append(
            {QUrl::fromPercentEncoding(item.left(equals)), QUrl::fromPercentEncoding(item.mid(equals + 1))});
    }
    for (const QByteArray& name : names.split(';')) {
        again.headers.append({name, request.header(name)});
    }
    return signer::authorization(again, {u"QTWAOYTTINDUT2QVKYUC"_s, u"MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc"_s, {}});
}

} // namespace

class DliClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsWhatTheLibrarySends();
    void signsOddNames();
    void refusesNamesThatLeadElsewhere();
    void triesAgainAfterTooManyCallsSignedAnew();
    void followsNoRedirect();
    void findsTheProject();
    void doesNotGuessAmongSeveralProjects();
    void logsInAndRenewsTheToken();
    void hidesSecrets();
    void sendsNoSecretKeyAsToken();

private:
    std::unique_ptr<LoopbackServer> m_server;
};

void DliClientTest::init()
{
    m_server = std::make_unique<LoopbackServer>();
    QVERIFY(m_server->listen());
}

void DliClientTest::sendsWhatTheLibrarySends()
{
    m_server->setHandler([](const ReceivedRequest&) { return Answer::json("{\"is_success\":true}"); });
    const auto client = clientFor(*m_server);
    int compared = 0;
    for (const QJsonObject& exchange : recordedLines(u"requests.jsonl"_s)) {
        const QString variant = exchange.value("variant"_L1).toString();
        const QString name = exchange.value("operation"_L1).toString();
        const ApiOperation* operation = client->description().find(name, {});
        QVERIFY2(operation, qPrintable(name));
        const QJsonObject sent = exchange.value("request"_L1).toObject();
        QMultiMap<QString, QString> values;
        QStringList segments = sent.value("path"_L1).toString().split(u'/');
        QStringList places = operation->path.split(u'/');
        if (variant == "dot"_L1 || variant == "dotdot"_L1 || variant == "missing"_L1
            || segments.size() != places.size()) {
            continue;
        }
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (places.at(i).startsWith(u'{') && places.at(i) != "{project_id}"_L1) {
                values.insert(
                    places.at(i).mid(1, places.at(i).size() - 2), QUrl::fromPercentEncoding(segments.at(i).toLatin1()));
            }
        }
        for (const QString& item : sent.value("query"_L1).toString().split(u'&', Qt::SkipEmptyParts)) {
            values.insert(QUrl::fromPercentEncoding(item.section(u'=', 0, 0).toLatin1()),
                QUrl::fromPercentEncoding(item.section(u'=', 1).toLatin1()));
        }
        for (const ApiParameter& parameter : operation->parameters) {
            const QString header = sent.value("headers"_L1).toObject().value(parameter.name).toString();
            if (parameter.place == ApiParameter::Place::Header && !header.isEmpty()) {
                values.insert(parameter.name, header);
            }
        }
        const auto request = prepareCall(*operation, values, sent.value("body"_L1).toString().toUtf8());
        if (!request) {
            continue; // the library sends calls without what they need; we do not
        }
        const auto response = await(send(client, *request, {}));
        QVERIFY2(response && *response,
            qPrintable(name + (response ? (*response).error().message + (*response).error().detail : QString())));
        const ReceivedRequest& got = m_server->requests().constLast();
        QCOMPARE(got.method, sent.value("method"_L1).toString().toLatin1());
        QCOMPARE(got.path(), sent.value("path"_L1).toString().toLatin1());
        QCOMPARE(got.target.mid(got.path().size() + 1), sent.value("query"_L1).toString().toLatin1());
        QCOMPARE(got.body, sent.value("body"_L1).toString().toUtf8());
        QCOMPARE(got.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(got.header("X-Project-Id"), QByteArray("48cc2c48765f481480c7db940d6409d1"));
        QCOMPARE(got.header("Authorization"), expectedAuthorization(got));
        const QByteArray theirs = sent.value("headers"_L1).toObject().value("Authorization"_L1).toString().toLatin1();
        if (!theirs.contains("x-security-token")) {
            QCOMPARE(got.header("Authorization").split(',').at(1), theirs.split(',').at(1));
        }
        ++compared;
    }
    QVERIFY2(compared >= 165, qPrintable(QString::number(compared)));
}

void DliClientTest::signsOddNames()
{
    m_server->setHandler([](const ReceivedRequest&) { return Answer::json("{}"); });
    const auto client = clientFor(*m_server, {}, {{fields::securityToken, u"TOKEN123/+="_s}});
    const CallValues values{{u"database_name"_s, u"库 1"_s}, {u"table_name"_s, u"表 a+b/c~%"_s}};
    const auto answer = await(call(client, u"show_table"_s, values, {}, {}));
    QVERIFY(answer && *answer);
    const ReceivedRequest& got = m_server->requests().constLast();
    QVERIFY(got.path().endsWith("/databases/%E5%BA%93%201/tables/%E8%A1%A8%20a%2Bb%2Fc~%25"));
    QCOMPARE(got.header("X-Security-Token"), QByteArray("TOKEN123/+="));
    QVERIFY(got.header("Authorization").contains("x-security-token"));
    QCOMPARE(got.header("Authorization"), expectedAuthorization(got));
}

void DliClientTest::refusesNamesThatLeadElsewhere()
{
    const auto client = clientFor(*m_server);
    const CallValues values{{u"database_name"_s, u"db1"_s}, {u"table_name"_s, u".."_s}};
    const auto answer = await(call(client, u"delete_table"_s, values, {}, {}));
    QVERIFY(answer && !*answer);
    QCOMPARE((*answer).error().kind, ErrorKind::Usage);
    QCOMPARE(m_server->requests().size(), 0);
}

void DliClientTest::triesAgainAfterTooManyCallsSignedAnew()
{
    Answer busy = Answer::json("{}", 429);
    busy.headers = {{"Retry-After", "1"}};
    const QByteArray path = "/v1.0/48cc2c48765f481480c7db940d6409d1/queues";
    m_server->answerNext(path, busy);
    m_server->answerNext(path, Answer::json(R"({"is_success":true,"queues":[]})"));
    const auto client = clientFor(*m_server);
    const auto answer = await(callObject(client, u"list_queues"_s, {}, {}, {}));
    QVERIFY(answer && *answer);
    QCOMPARE(m_server->requests().size(), 2);
    const auto& requests = m_server->requests();
    QVERIFY(requests.at(0).header("X-Sdk-Date") != requests.at(1).header("X-Sdk-Date"));
    QCOMPARE(requests.at(1).header("Authorization"), expectedAuthorization(requests.at(1)));
}

void DliClientTest::followsNoRedirect()
{
    const QByteArray path = "/v1.0/48cc2c48765f481480c7db940d6409d1/queues";
    m_server->answerNext(path, Answer::redirect(m_server->url(u"/elsewhere"_s)));
    const auto client = clientFor(*m_server);
    const auto answer = await(call(client, u"list_queues"_s, {}, {}, {}));
    QVERIFY(answer && !*answer);
    QCOMPARE(m_server->requests().size(), 1);
}

void DliClientTest::findsTheProject()
{
    m_server->answerNext("/v3/projects", Answer::json(R"({"projects":[{"id":"p-77","name":"cn-north-4"}]})"));
    m_server->answerNext("/v1.0/p-77/queues", Answer::json(R"({"queues":[]})"));
    const auto client =
        clientFor(*m_server, {{fields::project, QString()}, {fields::iamEndpoint, m_server->url().toString()}});
    const auto answer = await(callObject(client, u"list_queues"_s, {}, {}, {}));
    QVERIFY(answer && *answer);
    const ReceivedRequest& asked = m_server->requests().constFirst();
    QCOMPARE(asked.query("name"), QByteArray("cn-north-4"));
    QVERIFY(asked.header("Content-Type").isEmpty());
    QVERIFY(asked.header("X-Project-Id").isEmpty());
    QCOMPARE(asked.header("Authorization"), expectedAuthorization(asked));
}

void DliClientTest::doesNotGuessAmongSeveralProjects()
{
    m_server->answerNext("/v3/projects", Answer::json(R"({"projects":[{"id":"a"},{"id":"b"}]})"));
    const auto client =
        clientFor(*m_server, {{fields::project, QString()}, {fields::iamEndpoint, m_server->url().toString()}});
    const auto answer = await(callObject(client, u"list_queues"_s, {}, {}, {}));
    QVERIFY(answer && !*answer);
    QVERIFY((*answer).error().message.contains("several projects"_L1));
}

void DliClientTest::logsInAndRenewsTheToken()
{
    int made = 0;
    m_server->setHandler([&](const ReceivedRequest& request) {
        if (request.path() == "/v3/auth/tokens") {
            Answer answer =
                Answer::json(R"({"token":{"expires_at":"2999-01-01T00:00:00.000000Z","project":{"id":"p-1"}}})", 201);
            answer.headers = {{"X-Subject-Token", "token-" + QByteArray::number(++made)}};
            return answer;
        }
        if (request.header("X-Auth-Token") == "token-1") {
            return Answer::json(R"({"error_code":"APIGW.0307","error_msg":"The token must be updated."})", 401);
        }
        return Answer::json(R"({"is_success":true,"queues":[]})");
    });
    const auto client = clientFor(*m_server,
        {{fields::project, QString()}, {fields::iamEndpoint, m_server->url().toString()},
            {fields::signIn, u"password"_s}, {fields::account, u"acc"_s}, {fields::user, u"me"_s}},
        {{fields::password, u"pass-word-1"_s}});
    const auto answer = await(callObject(client, u"list_queues"_s, {}, {}, {}));
    QVERIFY(answer && *answer);
    QCOMPARE(made, 2);
    QCOMPARE(m_server->requests().constLast().header("X-Auth-Token"), QByteArray("token-2"));
    QVERIFY(m_server->requests().constLast().header("Authorization").isEmpty());
    QVERIFY(m_server->requests().constLast().path().startsWith("/v1.0/p-1/"));
}

void DliClientTest::sendsNoSecretKeyAsToken()
{
    m_server->setHandler([](const ReceivedRequest&) { return Answer::json("{\"is_success\":true}"); });
    const QString key = u"MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc"_s;
    const auto client = clientFor(*m_server, {}, {{fields::securityToken, key}});
    const auto answer = await(callObject(client, u"list_databases"_s, {}, {}, {}));
    QVERIFY(answer && *answer);
    QVERIFY(m_server->requests().front().header("X-Security-Token").isEmpty());
    QVERIFY(!m_server->requests().front().header("Authorization").contains("x-security-token"));
}

void DliClientTest::hidesSecrets()
{
    m_server->setHandler([](const ReceivedRequest& request) {
        return Answer::json(
            R"({"error_code":"DLI.0001","error_msg":"got )" + request.header("X-Security-Token") + "\"}", 400);
    });
    const auto client = clientFor(*m_server, {}, {{fields::securityToken, u"very-secret-token"_s}});
    QList<ApiCall> calls;
    QObject::connect(
        &client->http(), &HttpClient::exchanged, &client->http(), [&](const ApiCall& call) { calls.append(call); });
    const auto answer = await(call(client, u"list_queues"_s, {}, {}, {}));
    QVERIFY(answer && !*answer);
    QTRY_COMPARE(calls.size(), 1);
    const QString curl = calls.constFirst().toCurl() + calls.constFirst().responsePreview + (*answer).error().message
        + (*answer).error().detail;
    QVERIFY2(!curl.contains("very-secret-token"_L1), qPrintable(curl));
    QVERIFY2(!curl.contains("MFyfvK41"_L1), qPrintable(curl));
    QVERIFY2(!curl.contains("Signature="_L1), qPrintable(curl));
}

QTEST_GUILESS_MAIN(DliClientTest)
#include "tst_dliclient.moc"
