// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkapi.h"
#include "backends/flink/flinkcatalog.h"
#include "backends/flink/flinkjson.h"
#include "backends/flink/statementrun.h"

#include <QFile>
#include <QTest>
#include <QTimeZone>

using namespace millrace;
using namespace millrace::flink;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString& name, const QString& version = u"2.3.0"_s)
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/flink/%1/%2.json").arg(version, name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class FlinkJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestCommonVersion_data();
    void newestCommonVersion();
    void joined_data();
    void joined();
    void paths();
    void bodies();
    void values();
    void foreignAnswers_data();
    void foreignAnswers();
    void outlines_data();
    void outlines();
    void tokens_data();
    void tokens();
    void textPages();
    void badTextPages_data();
    void badTextPages();
    void quotedPaths_data();
    void quotedPaths();
    void zones_data();
    void zones();
};

void FlinkJsonTest::newestCommonVersion_data()
{
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<int>("newest");
    QTest::newRow("1.16") << QStringList{u"V1"_s} << 1;
    QTest::newRow("1.20") << QStringList{u"V1"_s, u"V2"_s, u"V3"_s} << 3;
    QTest::newRow("2.3") << QStringList{u"V1"_s, u"V2"_s, u"V3"_s, u"V4"_s} << 4;
    QTest::newRow("newer") << QStringList{u"V3"_s, u"V4"_s, u"V5"_s, u"V10"_s} << 4;
    QTest::newRow("any order, any case") << QStringList{u"v2"_s, u"V1"_s} << 2;
    QTest::newRow("only newer") << QStringList{u"V7"_s} << 0;
    QTest::newRow("nonsense") << QStringList{u"X"_s, u"4"_s, u""_s, u"V"_s, u"V0"_s, u"V-1"_s} << 0;
}

void FlinkJsonTest::newestCommonVersion()
{
    QFETCH(QStringList, offered);
    QFETCH(int, newest);
    QCOMPARE(api::newestCommonVersion(offered).value_or(0), newest);
}

void FlinkJsonTest::joined_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"http://h:8083"_s << u"/v1/info"_s << u"http://h:8083/v1/info"_s;
    QTest::newRow("slash") << u"http://h:8083/"_s << u"/v1/info"_s << u"http://h:8083/v1/info"_s;
    QTest::newRow("prefix") << u"https://h/flink/gw/"_s << u"/v1/info"_s << u"https://h/flink/gw/v1/info"_s;
    QTest::newRow("query") << u"http://h"_s << u"/a/0?rowFormat=JSON"_s << u"http://h/a/0?rowFormat=JSON"_s;
    QTest::newRow("query of the base is dropped") << u"http://h/x?y=1#z"_s << u"/a"_s << u"http://h/x/a"_s;
}

void FlinkJsonTest::joined()
{
    QFETCH(QString, base);
    QFETCH(QString, path);
    QFETCH(QString, expected);
    QCOMPARE(api::joined(QUrl(base), path).toString(), expected);
}

void FlinkJsonTest::paths()
{
    const QString s = u"s1"_s;
    const QString o = u"o1"_s;
    QCOMPARE(api::versions(), u"/api_versions"_s);
    QCOMPARE(api::info(3), u"/v3/info"_s);
    QCOMPARE(api::sessions(4), u"/v4/sessions"_s);
    QCOMPARE(api::session(4, s), u"/v4/sessions/s1"_s);
    QCOMPARE(api::heartbeat(1, s), u"/v1/sessions/s1/heartbeat"_s);
    QCOMPARE(api::statements(2, s), u"/v2/sessions/s1/statements"_s);
    QCOMPARE(api::completeStatement(2, s), u"/v2/sessions/s1/complete-statement"_s);
    QCOMPARE(api::operationStatus(4, s, o), u"/v4/sessions/s1/operations/o1/status"_s);
    QCOMPARE(api::operationCancel(4, s, o), u"/v4/sessions/s1/operations/o1/cancel"_s);
    QCOMPARE(api::operationClose(4, s, o), u"/v4/sessions/s1/operations/o1/close"_s);
    QCOMPARE(api::result(1, s, o, 7, false), u"/v1/sessions/s1/operations/o1/result/7"_s);
    QCOMPARE(api::result(2, s, o, 7, false), u"/v2/sessions/s1/operations/o1/result/7?rowFormat=JSON"_s);
    QCOMPARE(api::result(4, s, o, 7, true), u"/v4/sessions/s1/operations/o1/result/7?rowFormat=PLAIN_TEXT"_s);
    QCOMPARE(api::jobCancel(u"j"_s), u"/jobs/j?mode=cancel"_s);
}

void FlinkJsonTest::bodies()
{
    QCOMPARE(api::openSessionBody(u"n"_s, {{u"a"_s, u"b"_s}}), R"({"properties":{"a":"b"},"sessionName":"n"})");
    QCOMPARE(api::openSessionBody(u"n"_s, {}), R"({"properties":{},"sessionName":"n"})");
    QCOMPARE(api::statementBody(u"SELECT '\"\n€'"_s), QByteArray("{\"statement\":\"SELECT '\\\"\\n€'\"}"));
    QCOMPARE(api::completeBody(u"SEL"_s, 3), R"({"position":3,"statement":"SEL"})");
}

void FlinkJsonTest::values()
{
    QCOMPARE(*json::versions(recorded(u"api_versions"_s)), (QStringList{u"V1"_s, u"V2"_s, u"V3"_s, u"V4"_s}));
    QCOMPARE(json::gatewayInfo(recorded(u"info"_s))->version, u"2.3.0"_s);
    QCOMPARE(json::gatewayInfo(recorded(u"info"_s, u"1.20.3"_s))->product, u"Apache Flink"_s);
    QCOMPARE(*json::sessionHandle(R"({"sessionHandle":"x"})"), u"x"_s);
    QCOMPARE(*json::operationHandle(R"({"operationHandle":"x"})"), u"x"_s);
    const auto properties = json::sessionProperties(recorded(u"session"_s));
    QVERIFY(properties);
    QCOMPARE(properties->value(u"execution.target"_s), u"remote"_s);
    QCOMPARE(*json::candidates(R"({"candidates":["a","b"]})"), (QStringList{u"a"_s, u"b"_s}));
    const auto overview = json::clusterOverview(
        R"({"taskmanagers":1,"slots-total":8,"slots-available":8,"jobs-running":2,"flink-version":"2.3.0"})");
    QVERIFY(overview);
    QCOMPARE(overview->slotsTotal, 8);
    QCOMPARE(overview->jobsRunning, 2);
    QCOMPARE(*json::jobState(R"({"jid":"x","state":"RUNNING"})"), u"RUNNING"_s);
}

void FlinkJsonTest::foreignAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n");
    QTest::newRow("cut") << QByteArray(R"({"versions":["V1)");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("something else") << QByteArray(R"({"status":"ok"})");
    QTest::newRow("wrong types") << QByteArray(
        R"({"versions":1,"productName":2,"sessionHandle":[],"operationHandle":null,"properties":"x"})");
    QTest::newRow("empty handle") << QByteArray(R"({"sessionHandle":"","operationHandle":""})");
    QTest::newRow("not UTF-8") << QByteArray("{\"\xff\xfe\":1}");
}

void FlinkJsonTest::foreignAnswers()
{
    QFETCH(QByteArray, body);
    const auto wrong = [](const auto& result) {
        return !result && result.error().kind == ErrorKind::Protocol && !result.error().message.isEmpty();
    };
    QVERIFY(wrong(json::versions(body)));
    QVERIFY(wrong(json::gatewayInfo(body)));
    QVERIFY(wrong(json::sessionHandle(body)));
    QVERIFY(wrong(json::operationHandle(body)));
    QVERIFY(wrong(json::sessionProperties(body)));
    QVERIFY(wrong(json::candidates(body)));
    QVERIFY(wrong(json::clusterOverview(body)));
    QVERIFY(wrong(json::textPage(body)));
}

void FlinkJsonTest::outlines_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("next");
    QTest::addColumn<qint64>("rows");
    using Kind = json::PageOutline::Kind;
    QTest::newRow("not ready") << recorded(u"show-catalogs.notready"_s) << int(Kind::NotReady) << qint64(0)
                               << qint64(0);
    QTest::newRow("one row") << recorded(u"show-catalogs.0"_s) << int(Kind::Payload) << qint64(1) << qint64(1);
    QTest::newRow("end") << recorded(u"show-catalogs.1"_s) << int(Kind::EndOfStream) << qint64(-1) << qint64(0);
    QTest::newRow("empty page") << recorded(u"stream.0"_s) << int(Kind::Payload) << qint64(1) << qint64(0);
    QTest::newRow("many rows, 1.20") << recorded(u"set-list.0"_s, u"1.20.3"_s) << int(Kind::Payload) << qint64(1)
                                     << qint64(42);
    QTest::newRow("text that looks like a member") << QByteArray(
        R"({"resultType":"PAYLOAD","results":{"data":[{"kind":"INSERT","fields":["\"nextResultUri\":\"/result/9\""]}]},"nextResultUri":"/v4/sessions/s/operations/o/result/3?rowFormat=JSON"})")
                                                   << int(Kind::Payload) << qint64(3) << qint64(1);
    QTest::newRow("foreign") << QByteArray(R"({"a":1})") << int(Kind::Unknown) << qint64(-1) << qint64(0);
    QTest::newRow("empty") << QByteArray() << int(Kind::Unknown) << qint64(-1) << qint64(0);
    QTest::newRow("cut") << QByteArray(R"({"resultType":"PAY)") << int(Kind::Unknown) << qint64(-1) << qint64(0);
}

void FlinkJsonTest::outlines()
{
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(qint64, next);
    QFETCH(qint64, rows);
    const json::PageOutline outline = json::pageOutline(body);
    QCOMPARE(int(outline.kind), kind);
    QCOMPARE(outline.nextToken, next);
    QCOMPARE(qint64(outline.rows), rows);
}

void FlinkJsonTest::tokens_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<qint64>("token");
    QTest::newRow("v1") << u"/v1/sessions/s/operations/o/result/12"_s << qint64(12);
    QTest::newRow("v2") << u"/v2/sessions/s/operations/o/result/0?rowFormat=JSON"_s << qint64(0);
    QTest::newRow("large") << u"/v2/s/result/9223372036854775807"_s << qint64(9223372036854775807LL);
    QTest::newRow("none") << QString() << qint64(-1);
    QTest::newRow("no number") << u"/v2/sessions/s/operations/o/result/x"_s << qint64(-1);
    QTest::newRow("negative") << u"/v2/result/-5"_s << qint64(-1);
    QTest::newRow("other path") << u"/v2/sessions/5"_s << qint64(-1);
}

void FlinkJsonTest::tokens()
{
    QFETCH(QString, uri);
    QFETCH(qint64, token);
    QCOMPARE(json::tokenOf(uri), token);
}

void FlinkJsonTest::textPages()
{
    const auto page = json::textPage(recorded(u"describe.0"_s));
    QVERIFY(page);
    QVERIFY(page->isReady);
    QVERIFY(!page->isLast);
    QCOMPARE(page->nextToken, 1);
    QCOMPARE(page->columns.first(), u"name"_s);
    QCOMPARE(int(page->rows.size()), 4);
    QCOMPARE(page->rows[0].mid(0, 4), (QStringList{u"id"_s, u"BIGINT"_s, u"false"_s, u"PRI(id)"_s}));
    QVERIFY(page->rows[0][4].isNull());
    const auto waiting = json::textPage(recorded(u"show-catalogs.notready"_s));
    QVERIFY(waiting && !waiting->isReady && waiting->nextToken == 0);
    const auto last = json::textPage(recorded(u"show-catalogs.1"_s));
    QVERIFY(last && last->isLast && last->rows.empty());
    const auto empty = json::textPage(
        R"({"resultType":"EOS","results":{"columns":[{"name":"a"}],"data":[{"kind":"INSERT","fields":["",null,1,true]}]}})");
    QVERIFY(empty);
    QVERIFY(!empty->rows[0][0].isNull());
    QVERIFY(empty->rows[0][1].isNull());
    QCOMPARE(empty->rows[0][2], u"1"_s);
    QCOMPARE(empty->rows[0][3], u"true"_s);
}

void FlinkJsonTest::badTextPages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no type") << QByteArray(R"({"results":{}})");
    QTest::newRow("unknown type") << QByteArray(R"({"resultType":"MAYBE"})");
    QTest::newRow("does not go on") << QByteArray(R"({"resultType":"PAYLOAD","results":{"columns":[],"data":[]}})");
}

void FlinkJsonTest::badTextPages()
{
    QFETCH(QByteArray, body);
    const auto page = json::textPage(body);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Protocol);
}

void FlinkJsonTest::quotedPaths_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("one") << QStringList{u"a"_s} << u"`a`"_s;
    QTest::newRow("three") << QStringList{u"a"_s, u"b c"_s, u"d.e"_s} << u"`a`.`b c`.`d.e`"_s;
    QTest::newRow("back quotes") << QStringList{u"a`b"_s, u"``"_s} << u"`a``b`.``````"_s;
    QTest::newRow("not SQL") << QStringList{u"x`; DROP TABLE y; --"_s} << u"`x``; DROP TABLE y; --`"_s;
}

void FlinkJsonTest::quotedPaths()
{
    QFETCH(QStringList, names);
    QFETCH(QString, quoted);
    QCOMPARE(quotedPath(names), quoted);
}

void FlinkJsonTest::zones_data()
{
    QTest::addColumn<int>("winter");
    QTest::addColumn<int>("summer");
    QTest::addColumn<QString>("zone");
    QTest::newRow("UTC") << 0 << 0 << u"UTC"_s;
    QTest::newRow("Berlin") << 3600 << 7200 << u"Europe/Berlin"_s;
    QTest::newRow("New York") << -18000 << -14400 << u"America/New_York"_s;
    QTest::newRow("south") << 39600 << 36000 << u"Australia/Sydney"_s;
    QTest::newRow("fixed") << 28800 << 28800 << u"UTC+08"_s;
    QTest::newRow("half hours") << 19800 << 19800 << u"UTC+05:30"_s;
    QTest::newRow("west") << -10800 << -10800 << u"UTC-03"_s;
    QTest::newRow("impossible") << 3600 << 36000 << QString();
}

void FlinkJsonTest::zones()
{
    QFETCH(int, winter);
    QFETCH(int, summer);
    QFETCH(QString, zone);
    QCOMPARE(zoneOfOffsets(winter, summer), zone);
    QVERIFY(zone.isEmpty() || QTimeZone(zone.toLatin1()).isValid());
}

QTEST_GUILESS_MAIN(FlinkJsonTest)
#include "tst_flinkjson.moc"
