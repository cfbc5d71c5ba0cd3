// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/redaction.h"
#include "backends/linkis/envelope.h"
#include "backends/linkis/linkisjson.h"
#include "backends/linkis/passwordcipher.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace millrace;
using namespace millrace::linkis;
using namespace Qt::StringLiterals;

namespace {

std::vector<QJsonObject> recorded(const QString& name)
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/linkis/") + name);
    std::vector<QJsonObject> lines;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (!line.isEmpty()) {
                lines.push_back(QJsonDocument::fromJson(line).object());
            }
        }
    }
    return lines;
}

HttpResponse responseOf(int status, const QByteArray& body)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.url = QUrl(u"http://linkis.example:9001/api"_s);
    return response;
}

HttpResponse responseOf(const QJsonObject& exchange)
{
    HttpResponse response =
        responseOf(exchange.value("status"_L1).toInt(), exchange.value("body"_L1).toString().toUtf8());
    for (const QJsonValue& header : exchange.value("headers"_L1).toArray()) {
        response.headers.append(
            {header.toArray().at(0).toString().toLatin1(), header.toArray().at(1).toString().toUtf8()});
    }
    return response;
}

bool isDownload(const QJsonObject& exchange)
{
    const QString path = exchange.value("path"_L1).toString();
    return path.contains("resultset"_L1) || path.endsWith("/download"_L1);
}

} // namespace

class LinkisJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRecordedAnswerIsReadOrExplained_data();
    void everyRecordedAnswerIsReadOrExplained();
    void everyRecordedTaskIsRead();
    void everyRecordedResultIsRead();
    void refusals_data();
    void refusals();
    void passwordsAreNeverShown();
    void resultSetsStandInNumericOrder();
    void pagesAreMergedById();
    void logIsReadInEachShape();
    void numbersAreLenient();
    void nullStandsApartFromTexts();
    void passwordIsEncryptedForTheKeyItIsGiven();
};

void LinkisJsonTest::everyRecordedAnswerIsReadOrExplained_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("exchanges");
    QTest::newRow("1.7.0") << u"1.7.0.jsonl"_s << 519;
    QTest::newRow("1.8.0") << u"1.8.0.jsonl"_s << 470;
    QTest::newRow("another client's") << u"sdk-requests.jsonl"_s << 29;
}

void LinkisJsonTest::everyRecordedAnswerIsReadOrExplained()
{
    QFETCH(QString, file);
    QFETCH(int, exchanges);
    const auto lines = recorded(file);
    QCOMPARE(int(lines.size()), exchanges);
    int values = 0;
    int errors = 0;
    for (const QJsonObject& exchange : lines) {
        const QByteArray name = exchange.value("name"_L1).toString().toUtf8();
        const HttpResponse response = responseOf(exchange);
        std::optional<Error> error;
        if (isDownload(exchange)) {
            const auto download = readDownload(response, Redactor());
            error = download ? std::nullopt : std::optional(download.error());
        } else {
            const auto data = readEnvelope(response, Redactor());
            error = data ? std::nullopt : std::optional(data.error());
            // The envelope's own word decides, whatever the HTTP status is.
            const bool isGood = QJsonDocument::fromJson(response.body).object().value("status"_L1) == QJsonValue(0);
            QVERIFY2(isGood == data.has_value(), name);
        }
        if (error) {
            QVERIFY2(error->message.size() > 8, name);
            QVERIFY2(!error->message.contains(u'\n'), name);
            ++errors;
        } else {
            ++values;
        }
    }
    QCOMPARE(values + errors, exchanges);
    QVERIFY(values > exchanges / 2);
}

void LinkisJsonTest::everyRecordedTaskIsRead()
{
    int tasks = 0;
    for (const QString& file : {u"1.7.0.jsonl"_s, u"1.8.0.jsonl"_s, u"sdk-requests.jsonl"_s}) {
        for (const QJsonObject& exchange : recorded(file)) {
            if (!exchange.value("path"_L1).toString().contains("/jobhistory/"_L1)) {
                continue;
            }
            const auto data = readEnvelope(responseOf(exchange), Redactor());
            if (!data) {
                continue;
            }
            QJsonArray rows = data->value("tasks"_L1).toArray();
            if (data->contains("task"_L1)) {
                rows.append(data->value("task"_L1));
            }
            for (const QJsonValue& row : rows) {
                const json::Task task = json::task(row.toObject());
                const QByteArray name = exchange.value("name"_L1).toString().toUtf8();
                QVERIFY2(!task.summary.id.isEmpty(), name);
                QVERIFY2(task.summary.state != JobState::Unknown, name);
                QVERIFY2(task.summary.start.isValid(), name);
                QVERIFY2(!task.execId.endsWith("null"_L1), name);
                ++tasks;
            }
        }
    }
    QVERIFY2(tasks > 250, qPrintable(QString::number(tasks)));
}

void LinkisJsonTest::everyRecordedResultIsRead()
{
    int tables = 0;
    int texts = 0;
    for (const QString& file : {u"1.7.0.jsonl"_s, u"1.8.0.jsonl"_s, u"sdk-requests.jsonl"_s}) {
        for (const QJsonObject& exchange : recorded(file)) {
            if (!exchange.value("path"_L1).toString().endsWith("/openFile"_L1)) {
                continue;
            }
            const auto data = readEnvelope(responseOf(exchange), Redactor());
            if (!data) {
                continue;
            }
            const json::ResultPage page = json::resultPage(*data, 5000);
            const auto built = page.table.build();
            QCOMPARE(built.rows.rowCount(), data->value("fileContent"_L1).toArray().size());
            ++(page.kind == json::ResultPage::Kind::Table ? tables : texts);
        }
    }
    QVERIFY(tables > 20);
    QVERIFY(texts > 5);
}

void LinkisJsonTest::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("start");
    const auto row = [](const char* name, int status, const char* body, const QString& start) {
        QTest::newRow(name) << status << QByteArray(body) << start;
    };
    row("empty", 200, "", u"The gateway answered nothing"_s);
    row("not logged in", 401, R"({"method":"/x","status":-1,"message":"errCode: 11002","data":{}})",
        u"The server does not know this login"_s);
    row("referer", 412, R"({"method":null,"status":2,"message":"referer","data":{}})", u"The server checks where"_s);
    row("described", 400,
        R"({"status":1,"message":"error code: 20007","data":{"errorMsg":{"errCode":20007,"desc":"the code is empty"}}})",
        u"the code is empty (20007)"_s);
    row("message", 200, R"({"status":1,"message":"NumberFormatException: For input","data":{"stack":"x"}})",
        u"NumberFormatException: For input"_s);
    row("backend died", 500,
        R"({"method":"/a","data":[],"message":"Internal Server Error, with request path:/a","status":500})",
        u"The service behind the gateway"_s);
    row("no such address", 404, R"({"method":"/a","data":[],"message":"Not Found","status":404})",
        u"The gateway knows no such address"_s);
    row("framework", 405, R"({"timestamp":1,"status":405,"error":"Method Not Allowed","path":"/a"})",
        u"The server does not take this call: Method Not Allowed"_s);
    row("another server", 200, R"({"hello":1})", u"This is no answer of Linkis"_s);
    row("cut", 200, R"({"status":0,"da)", u"The answer of the server is no whole JSON"_s);
}

void LinkisJsonTest::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, start);
    const auto data = readEnvelope(responseOf(status, body), Redactor());
    QVERIFY(!data.has_value());
    QVERIFY2(data.error().message.startsWith(start), qPrintable(data.error().message));
}

void LinkisJsonTest::passwordsAreNeverShown()
{
    const QByteArray echo =
        R"({"status":1,"message":"no service","data":{"data":"{\"jdbc.password\": \"hunter22\"}"}})";
    const auto data = readEnvelope(responseOf(200, echo), Redactor());
    QVERIFY(!data.has_value());
    QVERIFY(!data.error().detail.contains("hunter22"_L1));
    const QJsonObject row{{u"taskID"_s, 1}, {u"status"_s, u"Running"_s},
        {u"paramsJson"_s, u"{\"configuration\":{\"wds.linkis.jdbc.password\":\"hunter22\"}}"_s}};
    for (const NamedText& fact : json::task(row).facts) {
        QVERIFY(!fact.value.contains("hunter22"_L1));
    }
}

void LinkisJsonTest::resultSetsStandInNumericOrder()
{
    std::vector<json::FileNode> nodes;
    for (const QString& name :
        {u"_10.dolphin"_s, u"_9.dolphin"_s, u"1_0.dolphin"_s, u"readme.txt"_s, u"_2.dolphin"_s}) {
        nodes.push_back({.name = name, .path = name});
    }
    QStringList names;
    for (const json::FileNode& node : json::resultSets(nodes)) {
        names.append(node.name);
    }
    QCOMPARE(names.join(u' '), u"1_0.dolphin _2.dolphin _9.dolphin _10.dolphin"_s);
}

void LinkisJsonTest::pagesAreMergedById()
{
    const auto taskOf = [](int id) { return json::task(QJsonObject{{u"taskID"_s, id}, {u"status"_s, u"Running"_s}}); };
    std::vector<json::Task> all{taskOf(9), taskOf(8)};
    json::mergeTasks(all, {taskOf(8), taskOf(7)});
    QCOMPARE(all.size(), size_t(3));
    QCOMPARE(all[1].summary.id, u"8"_s);
}

void LinkisJsonTest::logIsReadInEachShape()
{
    const QJsonObject four{{u"fromLine"_s, 12}, {u"log"_s, QJsonArray{u"e"_s, u"w"_s, u"i"_s, u"a"_s}}};
    const json::LogBlock block = json::logBlock(four, 3);
    QCOMPARE(block.error + block.warning + block.info + block.all, u"ewia"_s);
    QCOMPARE(block.next, 12);
    const json::LogBlock bare = json::logBlock(QJsonObject{{u"log"_s, u""_s}}, 3);
    QCOMPARE(bare.next, 3);
    QVERIFY(bare.all.isEmpty());
}

void LinkisJsonTest::numbersAreLenient()
{
    QCOMPARE(realOf(QJsonValue(u"1.0f"_s), 0), 1.0);
    QCOMPARE(realOf(QJsonValue(0), 9), 0.0);
    QCOMPARE(realOf(QJsonValue(u"soon"_s), 0.5), 0.5);
    QCOMPARE(textOf(QJsonValue(qint64(9007199254740993))), u"9007199254740993"_s);
    QCOMPARE(textOf(QJsonValue(u"123"_s)), u"123"_s);
}

void LinkisJsonTest::nullStandsApartFromTexts()
{
    const QJsonObject data{{u"type"_s, u"2"_s},
        {u"metadata"_s, QJsonArray{QJsonObject{{u"columnName"_s, u"v"_s}, {u"dataType"_s, u"string"_s}}}},
        {u"fileContent"_s, QJsonArray{QJsonArray{QJsonValue()}, QJsonArray{u"NULL"_s}, QJsonArray{u""_s}}}};
    const auto built = json::resultPage(data, 5000).table.build();
    QVERIFY(built.rows.cell(0, 0).isNull);
    QCOMPARE(built.rows.cell(1, 0).text, std::string_view("NULL"));
    QVERIFY(!built.rows.cell(2, 0).isNull);
}

void LinkisJsonTest::passwordIsEncryptedForTheKeyItIsGiven()
{
    int keys = 0;
    for (const QString& file : {u"1.7.0.jsonl"_s, u"1.8.0.jsonl"_s}) {
        for (const QJsonObject& exchange : recorded(file)) {
            const auto data = readEnvelope(responseOf(exchange), Redactor());
            const QByteArray key = data ? data->value("publicKey"_L1).toString().toLatin1() : QByteArray();
            if (key.isEmpty()) {
                continue;
            }
            const auto cipher = encryptedPassword(u"hadoop"_s, key);
            QVERIFY(cipher.has_value());
            const qsizetype bytes = QByteArray::fromBase64(cipher->toLatin1()).size();
            QCOMPARE(bytes, file.startsWith("1.8"_L1) ? 256 : 128);
            ++keys;
        }
    }
    QVERIFY(keys > 0);
    QVERIFY(!encryptedPassword(u"hadoop"_s, "bm8ga2V5").has_value());
}

QTEST_GUILESS_MAIN(LinkisJsonTest)
#include "tst_linkisjson.moc"
