// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyanswer.h"
#include "backends/http/redaction.h"
#include "tests/dinky/recorded.h"

#include <QTest>

using namespace millrace;
using namespace millrace::dinky;
using namespace Qt::StringLiterals;

namespace {

HttpResponse responseOf(int status, const QByteArray& body)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.url = QUrl(u"http://127.0.0.1:8888/openapi/x"_s);
    return response;
}

} // namespace

class DinkyAnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void payloads();
    void everyRecordedAnswerIsRead_data();
    void everyRecordedAnswerIsRead();
    void saysThatALoginIsWanted();
    void causes();
};

void DinkyAnswerTest::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char* name, int status, const char* body, const QString& part, ErrorKind kind) {
        QTest::newRow(name) << status << QByteArray(body) << part << kind;
    };
    row("business", 200, R"({"data":null,"code":1,"msg":"Task is existed","success":false})", u"Task is existed"_s,
        ErrorKind::Http);
    row("code 0, success false", 200, R"({"data":null,"code":0,"msg":"no luck","success":false})", u"no luck"_s,
        ErrorKind::Http);
    row("code 5 with a stack", 200,
        R"x({"data":"java.lang.RuntimeException: x\n\tat a.b.C(D.java:1)","code":5,)x"
        R"x("msg":"java.lang.RuntimeException: Not support dialect: null","success":false})x",
        u"\"dialect\": \"FlinkSql\""_s, ErrorKind::Http);
    row("foreign tenant", 200, "", u"the tenant is not one of this user"_s, ErrorKind::Auth);
    row("not logged in", 401, R"({"data":null,"code":7,"msg":"Invalid Token","success":false})", u"Invalid Token"_s,
        ErrorKind::Auth);
    row("wrong password", 200, R"({"data":null,"code":7,"msg":"UserName Or Password Not Correct","success":false})",
        u"Password Not Correct"_s, ErrorKind::Auth);
    row("old, not logged in", 401, R"({"datas":null,"code":401,"msg":"no"})", u"login"_s, ErrorKind::Auth);
    row("old, no tenant", 200, R"({"datas":null,"code":1,"msg":"X: Column 'tenant_id' cannot be null"})",
        u"does not know the tenant"_s, ErrorKind::Http);
    row("tenant defect", 200, R"({"data":null,"code":1,"msg":"Task Not Exist","success":false})", u"tenant defect"_s,
        ErrorKind::Http);
    row("no such call", 404,
        R"({"timestamp":"2026-11-22","status":404,"error":"Not Found","path":"/openapi/executeSql"})",
        u"no call /openapi/executeSql"_s, ErrorKind::Unsupported);
    row("inner error", 200,
        R"({"data":{"success":false,"error":"please assign data source"},"code":1,"msg":"m","success":false})",
        u"please assign data source"_s, ErrorKind::Http);
    row("cut", 200, R"({"data":{"a":)", u"no whole JSON"_s, ErrorKind::Protocol);
    row("page", 200, "<html><title>Portal</title></html>", u"Portal"_s, ErrorKind::Protocol);
}

void DinkyAnswerTest::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, part);
    QFETCH(ErrorKind, kind);
    const Redactor redactor;
    const Result<Payload> answer = readAnswer(responseOf(status, body), redactor);
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.contains(part), qPrintable(answer.error().message));
    QVERIFY2(!answer.error().message.contains(u'\n'), qPrintable(answer.error().message));
    QCOMPARE(answer.error().kind, kind);
}

void DinkyAnswerTest::payloads()
{
    const Redactor redactor;
    const auto read = [&](const char* body) { return readAnswer(responseOf(200, body), redactor); };
    QCOMPARE(read(R"({"data":"1.1.0","code":0,"msg":"","success":true})")->data.toString(), u"1.1.0"_s);
    QCOMPARE(read(R"({"datas":true,"code":0,"msg":""})")->data.toBool(), true);
    // A list says its total wrong; exportSql puts its text in msg; Flink's own answers have no envelope.
    QCOMPARE(read(R"({"total":0,"success":true,"current":1,"pageSize":10,"data":[1,2]})")->data.toArray().size(), 2);
    QCOMPARE(read(R"({"data":null,"code":0,"msg":"select 1","success":true})")->message, u"select 1"_s);
    QCOMPARE(read(R"({"taskmanagers":1})")->data.toObject().value("taskmanagers"_L1).toInt(), 1);
}

void DinkyAnswerTest::everyRecordedAnswerIsRead_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<int>("exchanges");
    QTest::newRow("0.7") << u"0.7"_s << 155;
    QTest::newRow("1.x") << u"1.x"_s << 231;
}

void DinkyAnswerTest::everyRecordedAnswerIsRead()
{
    QFETCH(QString, dialect);
    QFETCH(int, exchanges);
    const Redactor redactor;
    const std::vector<test::Exchange> all = test::recorded(dialect);
    QCOMPARE(int(all.size()), exchanges);
    for (const test::Exchange& each : all) {
        const Result<Payload> answer = readAnswer(each.response, redactor);
        const bool said = each.response.status == 200 && !each.json.isEmpty()
            && each.json.value("code"_L1).toInt(0) == 0 && each.json.value("success"_L1).toBool(true);
        const bool isBare = each.response.status == 200 && each.json.isEmpty() && !each.response.body.isEmpty();
        QVERIFY2(answer.has_value() == (said || isBare), qPrintable(each.name));
        if (!answer) {
            const QString message = answer.error().message;
            QVERIFY2(!message.isEmpty() && !message.contains(u'\n') && message.size() < 1200, qPrintable(each.name));
            QVERIFY2(!message.contains("\tat "_L1), qPrintable(each.name + u": "_s + message));
        }
    }
}

void DinkyAnswerTest::saysThatALoginIsWanted()
{
    QVERIFY(wantsLogin(test::recordedAs(u"1.x"_s, u"002_api_without_login"_s).response));
    QVERIFY(wantsLogin(test::recordedAs(u"0.7"_s, u"002_api_without_login"_s).response));
    QVERIFY(!wantsLogin(test::recordedAs(u"1.x"_s, u"216_api_bad_tenant"_s).response));
    QVERIFY(!wantsLogin(test::recordedAs(u"1.x"_s, u"051_api_login"_s).response));
}

void DinkyAnswerTest::causes()
{
    QCOMPARE(plainCause(u"please assign data source"_s), u"please assign data source"_s);
    QCOMPARE(plainCause(u"org.apache.flink.table.api.TableException: Cannot find it"_s), u"Cannot find it"_s);
    const QString stack =
        u"a.BException: outer\n\tat a.b.C.d(E.java:1)\nCaused by: a.FException: inner\n\tat a.b.C.d(E.java:1)"_s;
    QCOMPARE(plainCause(stack), u"inner"_s);
    QCOMPARE(plainCause({}), QString());
}

QTEST_GUILESS_MAIN(DinkyAnswerTest)
#include "tst_dinkyanswer.moc"
