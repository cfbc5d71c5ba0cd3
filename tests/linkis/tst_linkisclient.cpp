// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisbackend.h"
#include "backends/linkis/linkisclient.h"
#include "backends/linkis/linkistasks.h"
#include "tests/support/await.h"
#include "tests/support/loopbackserver.h"

#include <QFile>
#include <QTest>

using namespace millrace;
using namespace millrace::linkis;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// A path behind the version.
QByteArray at(const char* path)
{
    return QByteArray("/api/rest_j/v1").append(path);
}

QByteArray apiFile()
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/../../resources/openapi/linkis.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Answer good(const QByteArray& data)
{
    return Answer::json(R"({"method":"/x","status":0,"message":"OK","data":)" + data + "}");
}

Answer notLoggedIn()
{
    return Answer::json(R"({"method":"/x","status":-1,"message":"not logged in","data":{}})", 401);
}

std::shared_ptr<LinkisClient> clientFor(const LoopbackServer& server, FormValues extra = {}, Secrets secrets = {})
{
    FormValues values = LinkisBackend().valuesForUrl(server.url().toString());
    values.insert(fields::user, u"hadoop"_s);
    values.insert(extra);
    if (secrets.isEmpty()) {
        secrets.insert(fields::password, u"secret-password"_s);
    }
    return std::make_shared<LinkisClient>(settingsOf(values, secrets), apiFile());
}

} // namespace

class LinkisClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void logsInOnceAndAgainWhenTheSessionIsGone();
    void sendsABodyWithEveryPost();
    void tokenGoesWithEveryCall();
    void wrongPasswordIsTold();
    void aStrangersTaskIsNotKilled();
    void anEndedTaskIsNotKilled();
    void theHistoryDecidesWhenAnotherTaskAnswers();

private:
    Answer answerLogin(const ReceivedRequest& request);

    std::unique_ptr<LoopbackServer> m_server;
    int m_logins = 0;
};

void LinkisClientTest::init()
{
    m_server = std::make_unique<LoopbackServer>();
    QVERIFY(m_server->listen());
    m_logins = 0;
}

Answer LinkisClientTest::answerLogin(const ReceivedRequest& request)
{
    if (request.path() == at("/user/publicKey")) {
        return good(R"({"enableLoginEncrypt":false})");
    }
    if (request.path() == at("/user/login")) {
        Answer answer = good(R"({"userName":"hadoop","isAdmin":false,"sessionTimeOut":3600000})");
        answer.headers = {{"Set-Cookie", "ticket=t" + QByteArray::number(++m_logins) + "; Path=/"}};
        return answer;
    }
    return good("{}");
}

void LinkisClientTest::logsInOnceAndAgainWhenTheSessionIsGone()
{
    bool expired = false;
    m_server->setHandler([&](const ReceivedRequest& request) {
        if (request.path().startsWith(at("/user/"))) {
            return answerLogin(request);
        }
        if (expired && request.header("Cookie") == "ticket=t1") {
            return notLoggedIn();
        }
        return good(R"({"globalVariables":[]})");
    });
    const auto client = clientFor(*m_server);
    for (int i = 0; i < 3; ++i) {
        const auto answer = await(call(client, u"variable.listGlobalVariable"_s, {}, {}, {}));
        QVERIFY(answer && *answer);
    }
    QCOMPARE(m_logins, 1);
    expired = true;
    const auto again = await(call(client, u"variable.listGlobalVariable"_s, {}, {}, {}));
    QVERIFY(again && *again);
    QCOMPARE(m_logins, 2);
    QCOMPARE(m_server->requests().constLast().header("Cookie"), QByteArray("ticket=t2"));
    QVERIFY(m_server->requests().constLast().header("Referer").startsWith(m_server->url().toEncoded()));
}

void LinkisClientTest::sendsABodyWithEveryPost()
{
    m_server->setHandler([&](const ReceivedRequest& request) { return answerLogin(request); });
    const auto client = clientFor(*m_server);
    const auto answer = await(call(client, u"linkisManager.rm.engines"_s, {}, {}, {}));
    QVERIFY(answer && *answer);
    for (const ReceivedRequest& request : m_server->requests()) {
        if (request.method == "POST") {
            QVERIFY(!request.body.isEmpty());
        }
    }
}

void LinkisClientTest::tokenGoesWithEveryCall()
{
    m_server->setHandler([](const ReceivedRequest&) { return good("{}"); });
    const auto client = clientFor(*m_server, {{fields::signIn, u"token"_s}}, {{fields::token, u"TOKEN-1"_s}});
    const auto answer = await(call(client, u"variable.listGlobalVariable"_s, {}, {}, {}));
    QVERIFY(answer && *answer);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().constFirst().header("Token-Code"), QByteArray("TOKEN-1"));
    QCOMPARE(m_server->requests().constFirst().header("Token-User"), QByteArray("hadoop"));
}

void LinkisClientTest::wrongPasswordIsTold()
{
    m_server->setHandler([&](const ReceivedRequest& request) {
        return request.path() == at("/user/login")
            ? Answer::json(R"({"status":1,"message":"wrong user name or password","data":{}})", 400)
            : answerLogin(request);
    });
    const auto client = clientFor(*m_server);
    const auto answer = await(call(client, u"variable.listGlobalVariable"_s, {}, {}, {}));
    QVERIFY(answer && !*answer);
    QCOMPARE((*answer).error().kind, ErrorKind::Auth);
    QVERIFY((*answer).error().message.contains("wrong user name"_L1));
}

void LinkisClientTest::aStrangersTaskIsNotKilled()
{
    m_server->setHandler([&](const ReceivedRequest& request) {
        return request.path() == at("/jobhistory/7/get")
            ? good(R"({"task":{"taskID":7,"status":"Running","umUser":"somebody","strongerExecId":"exec_id1"}})")
            : answerLogin(request);
    });
    const auto client = clientFor(*m_server);
    const auto killed = await(killTask(client, u"7"_s, {}));
    QVERIFY(killed && !*killed);
    QVERIFY((*killed).error().message.contains("somebody"_L1));
    QCOMPARE(m_server->requestCount(at("/entrance/exec_id1/kill")), 0);
}

void LinkisClientTest::anEndedTaskIsNotKilled()
{
    m_server->setHandler([&](const ReceivedRequest& request) {
        return request.path() == at("/jobhistory/7/get")
            ? good(R"({"task":{"taskID":7,"status":"Succeed","umUser":"hadoop","strongerExecId":"exec_id1"}})")
            : answerLogin(request);
    });
    const auto client = clientFor(*m_server);
    const auto killed = await(killTask(client, u"7"_s, {}));
    QVERIFY(killed && !*killed);
    QCOMPARE((*killed).error().kind, ErrorKind::Usage);
    QCOMPARE(m_server->requestCount(at("/entrance/exec_id1/kill")), 0);
}

void LinkisClientTest::theHistoryDecidesWhenAnotherTaskAnswers()
{
    int looks = 0;
    m_server->setHandler([&](const ReceivedRequest& request) {
        if (request.path() == at("/entrance/exec_id1/status")) {
            return good(R"({"status":"Succeed","execID":"exec_id1"})"); // another task's
        }
        if (request.path() == at("/jobhistory/7/get")) {
            const QByteArray state = ++looks > 8 ? "Failed" : "Running";
            return good(R"({"task":{"taskID":7,"status":")" + state + R"(","umUser":"hadoop","errDesc":"no"}})");
        }
        return answerLogin(request);
    });
    const auto client = clientFor(*m_server);
    const auto ended = await(awaitTask(client, {u"7"_s, u"exec_id1"_s}, {}, {}));
    QVERIFY(ended && *ended);
    QCOMPARE((*ended)->summary.state, JobState::Failed);
}

QTEST_GUILESS_MAIN(LinkisClientTest)
#include "tst_linkisclient.moc"
