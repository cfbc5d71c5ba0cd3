// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/jsonlogline.h"
#include "logs/logclock.h"
#include "logs/logrecord.h"

#include <QDateTime>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

qint64 utc(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

LogStamp stamp(const char* text)
{
    return parseLogStamp(text).value();
}

} // namespace

class TestLogRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsStamps_data();
    void readsStamps();
    void findsStampsInLayouts_data();
    void findsStampsInLayouts();
    void believesOnlyTheLayoutOfTheFile();
    void splitsBodies_data();
    void splitsBodies();
    void dropsColours();
    void readsJson_data();
    void readsJson();
    void readsTheRebalancingLogOfDms();
    void turnsLocalTimesIntoUtc();
    void repeatsAnHourInAutumn();
    void skipsAnHourInSpring();
    void readsZones_data();
    void readsZones();
};

void TestLogRecord::readsStamps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("local"); // empty when it is no stamp
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("offset"); // seconds, -1 for none
    QTest::newRow("log4j") << QByteArray("2020-07-01 06:49:49,010] INFO") << u"2020-07-01T06:49:49.010Z"_s << 23 << -1;
    QTest::newRow("dot") << QByteArray("2020-07-01 06:49:49.010") << u"2020-07-01T06:49:49.010Z"_s << 23 << -1;
    QTest::newRow("iso") << QByteArray("2020-07-01T06:49:49.010Z INFO") << u"2020-07-01T06:49:49.010Z"_s << 24 << 0;
    QTest::newRow("nanos") << QByteArray("2020-07-01T06:49:49.010999999Z") << u"2020-07-01T06:49:49.010Z"_s << 30 << 0;
    QTest::newRow("offset") << QByteArray("2020-07-01T14:49:49,010+08:00") << u"2020-07-01T14:49:49.010Z"_s << 29
                            << 28800;
    QTest::newRow("west") << QByteArray("2020-07-01T14:49:49-0330") << u"2020-07-01T14:49:49.000Z"_s << 24 << -12600;
    QTest::newRow("no fraction") << QByteArray("2020-07-01 06:49:49 x") << u"2020-07-01T06:49:49.000Z"_s << 19 << -1;
    QTest::newRow("leap day") << QByteArray("2020-02-29 00:00:00,000") << u"2020-02-29T00:00:00.000Z"_s << 23 << -1;
    for (const char* bad :
        {"", "2020-07-01", "2021-02-29 00:00:00,000", "2020-13-01 00:00:00,000", "2020-07-01 24:00:00,000",
            "2020-07-01 06:61:49,010", "2O20-07-01 06:49:49,010", "2020-07-01x06:49:49,010"}) {
        QTest::newRow(bad) << QByteArray(bad) << QString() << 0 << -1;
    }
}

void TestLogRecord::readsStamps()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, local);
    QFETCH(int, length);
    QFETCH(int, offset);
    const std::optional<LogStamp> found = parseLogStamp(view(text));
    QCOMPARE(found.has_value(), !local.isEmpty());
    if (found) {
        QCOMPARE(isoTimeText(found->localMs), local);
        QCOMPARE(int(found->length), length);
        QCOMPARE(found->offsetSeconds.value_or(-1), offset);
    }
}

void TestLogRecord::findsStampsInLayouts_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body"); // null when the line has no stamp
    QTest::newRow("log4j") << QByteArray("[2020-07-01 06:49:49,010] INFO x") << QByteArray(" INFO x");
    QTest::newRow("bare") << QByteArray("2020-07-01 06:49:49,010 INFO x") << QByteArray(" INFO x");
    QTest::newRow("compose") << QByteArray("kafka-1  | [2020-07-01 06:49:49,010] INFO x") << QByteArray(" INFO x");
    QTest::newRow("kubectl") << QByteArray("[pod/kafka-0/kafka] [2020-07-01 06:49:49,010] INFO x")
                             << QByteArray(" INFO x");
    QTest::newRow("cri") << QByteArray("2020-07-01T08:00:00.1Z stdout F [2020-07-01 06:49:49,010] INFO x")
                         << QByteArray(" INFO x");
    QTest::newRow("continuation") << QByteArray("\tat java.lang.Thread.run(Thread.java:1)") << QByteArray();
    QTest::newRow("empty") << QByteArray("") << QByteArray();
    QTest::newRow("cut stamp") << QByteArray("[2020-07-01 06:49") << QByteArray();
    QTest::newRow("no bracket") << QByteArray("[2020-07-01 06:49:49,010 INFO x") << QByteArray();
}

void TestLogRecord::findsStampsInLayouts()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, body);
    const std::optional<LogLayout::Place> place = LogLayout().locate(view(line));
    QCOMPARE(place.has_value(), !body.isNull());
    if (place) {
        QCOMPARE(line.mid(qsizetype(place->bodyBegin)), body);
        QCOMPARE(isoTimeText(place->stamp.localMs), u"2020-07-01T06:49:49.010Z"_s);
    }
}

void TestLogRecord::believesOnlyTheLayoutOfTheFile()
{
    LogLayout layout;
    QVERIFY(layout.locate("[2020-07-01 06:49:49,010] INFO x"));
    QVERIFY(
        !layout.locate("said: [2020-07-01 06:49:49,010] INFO [GroupCoordinator 0]: Stabilized group g generation 1"));
    QVERIFY(!layout.locate("2020-07-01 06:49:49,010 INFO [GroupCoordinator 0]: Stabilized group g generation 1"));
    LogLayout prefixed;
    QVERIFY(prefixed.locate("kafka | [2020-07-01 06:49:49,010] INFO x"));
    QVERIFY(!prefixed.locate("2020-07-01 06:49:49,010 INFO x"));
}

void TestLogRecord::splitsBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("level");
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("logger");
    const auto row = [](const char* name, const QByteArray& body, LogLevel level, const QByteArray& context,
                         const QByteArray& message, const QByteArray& logger) {
        QTest::newRow(name) << body << int(level) << context << message << logger;
    };
    const QByteArray logger = "kafka.coordinator.group.GroupCoordinator";
    row("usual", " INFO [GroupCoordinator 0]: Starting up. (" + logger + ")", LogLevel::Info, "GroupCoordinator 0",
        "Starting up.", logger);
    row("kafka 4", " ERROR [GroupCoordinator id=1 topic=__consumer_offsets partition=3] x. (" + logger + ")",
        LogLevel::Error, "GroupCoordinator id=1 topic=__consumer_offsets partition=3", "x.", logger);
    row("padded level", " WARN  [GroupCoordinator 0]: x (" + logger + ")", LogLevel::Warn, "GroupCoordinator 0", "x",
        logger);
    row("thread behind", " INFO [GroupCoordinator 0]: x (" + logger + ") [main]", LogLevel::Info, "GroupCoordinator 0",
        "x", logger);
    row("thread before", " INFO  [main] " + logger + " - [GroupCoordinator 0]: x", LogLevel::Info, "GroupCoordinator 0",
        "x", "");
    row("level boxed", " [INFO ] [GroupCoordinator 0]: x", LogLevel::Info, "GroupCoordinator 0", "x", "");
    row("no logger", " INFO [GroupCoordinator 0]: Stabilized group g generation 1 (__consumer_offsets-5)",
        LogLevel::Info, "GroupCoordinator 0", "Stabilized group g generation 1 (__consumer_offsets-5)", "");
    row("cut logger", " INFO [GroupCoordinator 0]: x (kafka.coord", LogLevel::Info, "GroupCoordinator 0",
        "x (kafka.coord", "");
    row("no context",
        " INFO Loaded member MemberMetadata(clientId=x [GroupCoordinator 0]: Starting up.) (" + logger + ")",
        LogLevel::Info, "", "Loaded member MemberMetadata(clientId=x [GroupCoordinator 0]: Starting up.)", logger);
    row("empty", "", LogLevel::Unknown, "", "", "");
}

void TestLogRecord::splitsBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(int, level);
    QFETCH(QByteArray, context);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, logger);
    const LogRecord record = splitLogBody(view(body));
    QCOMPARE(int(record.level), level);
    QCOMPARE(bytes(record.context), context);
    QCOMPARE(bytes(record.message), message);
    QCOMPARE(bytes(record.logger), logger);
    QCOMPARE(record.complete, !logger.isEmpty());
}

void TestLogRecord::dropsColours()
{
    std::string scratch;
    QCOMPARE(bytes(withoutAnsi("\x1b[32mINFO\x1b[0m x\x1b[1;31", scratch)), QByteArray("INFO x"));
    QCOMPARE(bytes(withoutAnsi("plain", scratch)), QByteArray("plain"));
}

void TestLogRecord::readsJson_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QByteArray>("message"); // null when it is no record
    const QString time = u"2020-07-01T06:49:49.010Z"_s;
    QTest::newRow("logstash") << QByteArray(
        R"({"@timestamp":"2020-07-01T06:49:49.010Z","level":"INFO","message":"m","logger_name":"l"})")
                              << time << QByteArray("m");
    QTest::newRow("log4j instant") << QByteArray(
        R"({"instant":{"epochSecond":1593586189,"nanoOfSecond":10000000},"level":"INFO","message":"m"})")
                                   << time << QByteArray("m");
    QTest::newRow("millis") << QByteArray(R"({"timeMillis":1593586189010,"message":"m"})") << time << QByteArray("m");
    QTest::newRow("seconds") << QByteArray(R"({"ts":1593586189.010,"msg":"m"})") << time << QByteArray("m");
    QTest::newRow("docker") << QByteArray(
        R"({"log":"[2020-07-01 06:49:49,010] INFO x\n","stream":"stdout","time":"2020-07-01T06:49:49.010Z"})")
                            << time << QByteArray("[2020-07-01 06:49:49,010] INFO x");
    QTest::newRow("cut") << QByteArray(R"({"message":"m)") << QString() << QByteArray();
    QTest::newRow("no message") << QByteArray(R"({"a":1})") << QString() << QByteArray();
    QTest::newRow("array message") << QByteArray(R"({"message":[1]})") << QString() << QByteArray();
}

void TestLogRecord::readsJson()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, time);
    QFETCH(QByteArray, message);
    const std::optional<JsonLogLine> json = parseJsonLogLine(view(line));
    QCOMPARE(json.has_value(), !message.isNull());
    if (json) {
        QCOMPARE(bytes(json->message), message);
        QVERIFY(json->stamp);
        QCOMPARE(isoTimeText(json->stamp->localMs), time);
        QCOMPARE(json->isPlainLine, line.contains("stdout"));
    }
}

void TestLogRecord::readsTheRebalancingLogOfDms()
{
    const QByteArray object =
        R"json({"leaderId":"c-1","generationId":"1","reason":"Assignment received from leader c-1 for group g for generation 1","groupId":"g","coordinatorId":2,"type":"END_REBALANCE","group":"GroupMetadata(rebalanceTimeoutMs=60000)"})json";
    QByteArray quoted = object;
    quoted.replace('"', "\\\"");
    for (const QByteArray& message : {object, QByteArray('"' + quoted + '"')}) {
        const QByteArray line = R"({"level":"INFO","timestamp":"2023-03-23 17:23:22,906","message":)" + message + "}";
        const std::optional<JsonLogLine> json = parseJsonLogLine(view(line));
        QVERIFY(json);
        QCOMPARE(bytes(json->type), QByteArray("END_REBALANCE"));
        QCOMPARE(bytes(json->group), QByteArray("g"));
        QCOMPARE(bytes(json->leader), QByteArray("c-1"));
        QCOMPARE(json->generation, 1);
        QCOMPARE(json->coordinator, 2);
        QVERIFY(json->stamp);
    }
}

void TestLogRecord::turnsLocalTimesIntoUtc()
{
    QCOMPARE(LogClock().toUtc(stamp("2020-07-01 06:49:49,010")), utc("2020-07-01T06:49:49.010Z"));
    QCOMPARE(LogClock(QTimeZone(8 * 3600)).toUtc(stamp("2020-07-01 14:49:49,010")), utc("2020-07-01T06:49:49.010Z"));
    LogClock shanghai(QTimeZone("Asia/Shanghai"));
    QCOMPARE(shanghai.toUtc(stamp("2020-07-01 14:49:49,010")), utc("2020-07-01T06:49:49.010Z"));
    QCOMPARE(shanghai.toUtc(stamp("2030-07-01 14:49:49,010")), utc("2030-07-01T06:49:49.010Z"));
    QCOMPARE(shanghai.toUtc(stamp("2020-07-01T06:49:49.010Z")), utc("2020-07-01T06:49:49.010Z"));
    LogClock berlin(QTimeZone("Europe/Berlin"));
    QCOMPARE(berlin.toUtc(stamp("2020-07-01 12:00:00,000")), utc("2020-07-01T10:00:00.000Z"));
    QCOMPARE(berlin.toUtc(stamp("2020-12-01 12:00:00,000")), utc("2020-12-01T11:00:00.000Z"));
    QCOMPARE(berlin.toUtc(stamp("2019-12-01 12:00:00,000")), utc("2019-12-01T11:00:00.000Z"));
}

void TestLogRecord::repeatsAnHourInAutumn()
{
    LogClock berlin(QTimeZone("Europe/Berlin")); // 25 October 2020, 03:00 becomes 02:00
    QCOMPARE(berlin.toUtc(stamp("2020-10-25 01:59:59,000")), utc("2020-10-24T23:59:59.000Z"));
    QCOMPARE(berlin.toUtc(stamp("2020-10-25 02:30:00,000")), utc("2020-10-25T00:30:00.000Z"));
    QCOMPARE(berlin.toUtc(stamp("2020-10-25 02:59:59,000")), utc("2020-10-25T00:59:59.000Z"));
    QCOMPARE(berlin.toUtc(stamp("2020-10-25 02:59:58,900")), utc("2020-10-25T00:59:58.900Z")); // a thread that is late
    QCOMPARE(berlin.toUtc(stamp("2020-10-25 02:00:00,000")), utc("2020-10-25T01:00:00.000Z"));
    QCOMPARE(berlin.toUtc(stamp("2020-10-25 02:59:59,000")), utc("2020-10-25T01:59:59.000Z"));
    QCOMPARE(berlin.toUtc(stamp("2020-10-25 03:00:00,000")), utc("2020-10-25T02:00:00.000Z"));
}

void TestLogRecord::skipsAnHourInSpring()
{
    LogClock berlin(QTimeZone("Europe/Berlin")); // 29 March 2020, 02:00 becomes 03:00
    QCOMPARE(berlin.toUtc(stamp("2020-03-29 01:59:59,999")), utc("2020-03-29T00:59:59.999Z"));
    QCOMPARE(berlin.toUtc(stamp("2020-03-29 02:30:00,000")), utc("2020-03-29T01:30:00.000Z"));
    QCOMPARE(berlin.toUtc(stamp("2020-03-29 03:00:00,000")), utc("2020-03-29T01:00:00.000Z"));
}

void TestLogRecord::readsZones_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("offset"); // seconds in July 2020; 99 when it is no zone
    QTest::newRow("utc") << u"UTC"_s << 0;
    QTest::newRow("z") << u"Z"_s << 0;
    QTest::newRow("local") << u"Local"_s << 0;
    QTest::newRow("plus 8") << u"+8"_s << 28800;
    QTest::newRow("colon") << u" +08:00 "_s << 28800;
    QTest::newRow("utc+8") << u"UTC+8"_s << 28800;
    QTest::newRow("india") << u"GMT+0530"_s << 19800;
    QTest::newRow("west") << u"-03:30"_s << -12600;
    QTest::newRow("shanghai") << u"Asia/Shanghai"_s << 28800;
    QTest::newRow("berlin") << u"Europe/Berlin"_s << 7200;
    QTest::newRow("empty") << QString() << 99;
    QTest::newRow("nonsense") << u"Beijing time"_s << 99;
    QTest::newRow("too far") << u"+23:00"_s << 99;
}

void TestLogRecord::readsZones()
{
    QFETCH(QString, text);
    QFETCH(int, offset);
    const Result<QTimeZone> zone = parseTimeZone(text);
    QCOMPARE(zone.has_value(), offset != 99);
    if (zone) {
        QCOMPARE(zone->offsetFromUtc(QDateTime(QDate(2020, 7, 1), QTime(0, 0), Qt::UTC)), offset);
    } else {
        QVERIFY(zone.error().kind == ErrorKind::Usage);
        QVERIFY(!zone.error().message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestLogRecord)
#include "tst_logrecord.moc"
