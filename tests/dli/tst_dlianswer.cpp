// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlianswer.h"
#include "backends/http/redaction.h"
#include "tests/dli/recorded.h"

#include <QTest>

using namespace millrace;
using namespace millrace::dli;
using namespace Qt::StringLiterals;

namespace {

HttpResponse responseOf(int status, const QByteArray& body, const HttpHeaders& headers = {})
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.headers = headers;
    response.url = QUrl(u"https://dli.example:443/v1.0/p"_s);
    return response;
}

} // namespace

class DliAnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void everyRecordedAnswerIsRead();
    void everyRecordedErrorHasASentence();
    void saysHowWrongTheClockIs();
    void keepsTheRequestId();
    void redirectIsNoAnswer();
    void numbersComeAsTexts();
};

void DliAnswerTest::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("start");
    const auto row = [](const char* name, int status, const char* body, const QString& start) {
        QTest::newRow(name) << status << QByteArray(body) << start;
    };
    row("service", 400, R"({"error_code":"DLI.0002","error_msg":"There is no queue named q9."})",
        u"There is no queue named q9 (DLI.0002)."_s);
    row("gateway", 401, R"({"error_code":"APIGW.0301","error_msg":"verify aksk signature fail","request_id":"r"})",
        u"verify aksk signature fail (APIGW.0301). Check access key"_s);
    row("is_success false", 200, R"({"is_success":false,"message":"There is no queue named q9."})",
        u"There is no queue"_s);
    row("is_success text", 200, R"({"is_success":"false","message":"job is not running"})", u"job is not running"_s);
    row("code in a 200", 200, R"({"is_success":false,"error_code":"DLI.11098","message":"no"})", u"no (DLI.11098)"_s);
    row("json in the message", 200,
        R"({"is_success":false,"message":"{\"error_code\":\"DLI.0999\",\"error_msg\":\"deep\"}"})",
        u"deep (DLI.0999)"_s);
    row("nested", 403, R"({"error":{"code":403,"message":"You are not authorized"}})",
        u"You are not authorized (403)"_s);
    row("camel case", 400, R"({"errorCode":"X.1","errorMsg":"said"})", u"said (X.1)"_s);
    row("message of another name", 400, R"({"error_code":"DMS.1","error_message":"said"})", u"said (DMS.1)"_s);
    row("web page", 502, "<html><title>Bad Gateway</title></html>", {});
    row("empty", 200, "", u"The answer of the service is empty."_s);
    row("cut", 200, R"({"is_success":tr)", u"The answer of the service is no whole JSON"_s);
    row("too many", 429, "{}", u"The service takes no more calls for now"_s);
}

void DliAnswerTest::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, start);
    const auto answer = readAnswer(responseOf(status, body), Redactor());
    QVERIFY(!answer.has_value());
    QVERIFY2(answer.error().message.startsWith(start), qPrintable(answer.error().message));
    QVERIFY(!answer.error().message.isEmpty());
}

void DliAnswerTest::everyRecordedAnswerIsRead()
{
    const auto recorded = test::recordedLines(u"responses.jsonl"_s);
    QCOMPARE(recorded.size(), size_t(167));
    int objects = 0;
    int lists = 0;
    int texts = 0;
    for (const QJsonObject& line : recorded) {
        const QByteArray body = line.value("body"_L1).toString().toUtf8();
        const auto answer = readAnswer(responseOf(200, body), Redactor());
        if (body == "\"ok\"") {
            ++texts;
            QCOMPARE(answer->toString(), u"ok"_s);
            continue;
        }
        QVERIFY2(answer.has_value(),
            qPrintable(line.value("file"_L1).toString() + (answer ? QString() : answer.error().message)));
        ++(answer->isArray() ? lists : objects);
    }
    QCOMPARE(lists, 4);
    QCOMPARE(texts, 2);
    QCOMPARE(objects, 161);
}

void DliAnswerTest::everyRecordedErrorHasASentence()
{
    const QJsonObject file = QJsonDocument::fromJson(test::recordedFile(u"errors.json"_s)).object();
    const QJsonArray errors = file.value("errors"_L1).toArray();
    QCOMPARE(errors.size(), 90);
    for (const QJsonValue& value : errors) {
        const QJsonObject sent = value.toObject().value("response"_L1).toObject();
        HttpHeaders headers;
        const QJsonObject given = sent.value("headers"_L1).toObject();
        for (auto it = given.begin(); it != given.end(); ++it) {
            headers.append({it.key().toLatin1(), it.value().toString().toUtf8()});
        }
        const int status = sent.value("status"_L1).toInt();
        const auto answer =
            readAnswer(responseOf(status, sent.value("body"_L1).toString().toUtf8(), headers), Redactor());
        const QByteArray name = value.toObject().value("case"_L1).toString().toUtf8();
        if (status >= 300) {
            QVERIFY2(!answer.has_value(), name);
        }
        if (!answer) {
            QVERIFY2(answer.error().message.size() > 3,
                qPrintable(QString::fromUtf8(name) + u": "_s + answer.error().message));
            QVERIFY2(!answer.error().message.contains(u'\n'), name);
        }
    }
}

void DliAnswerTest::saysHowWrongTheClockIs()
{
    const QDateTime server = QDateTime::currentDateTimeUtc().addSecs(-20 * 60 - 5);
    const QByteArray date = QLocale::c().toString(server, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " GMT";
    const QByteArray body = R"({"error_code":"APIGW.0303","error_msg":"Incorrect app authentication information"})";
    const auto answer = readAnswer(responseOf(401, body, {{"Date", date}}), Redactor());
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().kind, ErrorKind::Auth);
    QVERIFY2(answer.error().message.contains("20 minute"_L1), qPrintable(answer.error().message));
}

void DliAnswerTest::keepsTheRequestId()
{
    const QByteArray body = R"({"error_code":"DLI.0999","error_msg":"x"})";
    const auto answer = readAnswer(responseOf(500, body, {{"x-request-id", "hdr-1"}}), Redactor());
    QVERIFY(answer.error().detail.contains("hdr-1"_L1));
    const auto fromBody =
        readAnswer(responseOf(500, R"({"error_code":"A","error_msg":"x","request_id":"b-2"})"), Redactor());
    QVERIFY(fromBody.error().detail.contains("b-2"_L1));
    // What is no JSON at all has one, too.
    for (const char* odd : {"", "<html>login</html>", R"({"is_success": tr)"}) {
        for (const int status : {200, 502}) {
            const auto read = readAnswer(responseOf(status, odd, {{"X-Request-Id", "odd-3"}}), Redactor());
            QVERIFY2(!read && read.error().detail.contains("odd-3"_L1), odd);
        }
    }
}

void DliAnswerTest::redirectIsNoAnswer()
{
    const auto answer = readAnswer(responseOf(302, "", {{"Location", "https://elsewhere.example/"}}), Redactor());
    QVERIFY(!answer.has_value());
    QVERIFY(answer.error().message.contains("not sent on"_L1));
}

void DliAnswerTest::numbersComeAsTexts()
{
    QCOMPARE(numberOf(QJsonValue(u"12"_s)), 12);
    QCOMPARE(numberOf(QJsonValue(12)), 12);
    QCOMPARE(numberOf(QJsonValue(u"many"_s)), -1);
    const QJsonObject exact = QJsonDocument::fromJson(R"({"id":9007199254740993})").object();
    QCOMPARE(textOf(exact.value("id"_L1)), u"9007199254740993"_s);
    QCOMPARE(isSuccess(QJsonObject{{u"is_success"_s, u"True"_s}}), std::optional<bool>(true));
    QCOMPARE(isSuccess(QJsonObject{}), std::optional<bool>());
}

QTEST_GUILESS_MAIN(DliAnswerTest)
#include "tst_dlianswer.moc"
