// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logclock.h"
#include "logs/logline.h"
#include "logs/logtext.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestLogLine : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void readsLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("time");
        const auto row = [](const char* name, const char* line, LogLevel level, const char* time) {
            QTest::newRow(name) << QByteArray(line) << int(level) << QString::fromLatin1(time);
        };
        row("Flink", "2026-11-22 20:14:30,731 INFO  org.apache.flink.runtime.taskmanager.Task [] - x", LogLevel::Info,
            "2026-11-22 20:14:30,731");
        row("Flink with thread", "2026-11-22 20:14:30,731 [main] WARN  o.a.f.Foo [] - ERROR in text", LogLevel::Warn,
            "2026-11-22 20:14:30,731");
        row("Kafka", "[2020-07-01 06:49:49,010] ERROR [GroupCoordinator 0]: x (kafka.coordinator)", LogLevel::Error,
            "2020-07-01 06:49:49,010");
        row("SeaTunnel", "[INFO ] 2024-03-01 10:00:00.123 [hz.main] CoordinatorService - x", LogLevel::Info,
            "2024-03-01 10:00:00,123");
        row("SeaTunnel job", "[12345] 2024-03-01 10:00:00,123 DEBUG c.d.E - x", LogLevel::Debug,
            "2024-03-01 10:00:00,123");
        row("Linkis", "2022-08-30 10:00:00.123 [INFO ] [BDP-Default-Scheduler-Thread-5] o.a.l.X (1) - y",
            LogLevel::Info, "2022-08-30 10:00:00,123");
        row("Dinky", "[dinky] 2023-03-01 10:00:00 CST WARN  org.dinky.Dinky 12 main - y", LogLevel::Warn,
            "2023-03-01 10:00:00,000");
        row("Spark", "23/01/31 14:05:06 INFO SparkContext: Running", LogLevel::Info, "2023-01-31 14:05:06,000");
        row("slashes", "2023/01/31 14:05:06.5 ERROR x", LogLevel::Error, "2023-01-31 14:05:06,500");
        row("ISO", "2026-11-22T20:14:30.5Z TRACE x", LogLevel::Trace, "2026-11-22 20:14:30,500");
        row("epoch seconds", "1669148070.25 FATAL x", LogLevel::Fatal, "2022-11-22 20:14:30,250");
        row("epoch millis", "1669148070250 INFO x", LogLevel::Info, "2022-11-22 20:14:30,250");
        row("docker", "broker-1  | [2020-07-01 06:49:49,010] INFO x", LogLevel::Info, "2020-07-01 06:49:49,010");
        row("JSON", R"({"@timestamp":"2026-11-22T20:14:30.731Z","log.level":"warn","message":"ERROR"})", LogLevel::Warn,
            "2026-11-22 20:14:30,731");
        row("JSON millis", R"({"timeMillis":1669148070250,"level":"ERROR"})", LogLevel::Error,
            "2022-11-22 20:14:30,250");
        row("java.util.logging", "SEVERE: something broke", LogLevel::Error, "");
        row("boxed level", "[WARNING] deprecated", LogLevel::Warn, "");
        row("time of day", "14:05:06.123 [main] INFO c.d.E - x", LogLevel::Info, "");
    }

    void readsLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, level);
        QFETCH(QString, time);
        LogLineReader reader;
        const LogLineMark mark = reader.read({line.constData(), std::size_t(line.size())});
        QVERIFY(mark.begins);
        QCOMPARE(int(mark.level), level);
        QCOMPARE(mark.stamp ? logTimeText(mark.stamp->localMs, QTimeZone::utc()) : QString(), time);
    }

    void continuesRecords_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("frame") << QByteArray("\tat java.base/java.lang.Thread.run(Thread.java:840)");
        QTest::newRow("cause") << QByteArray("Caused by: java.net.ConnectException: refused");
        QTest::newRow("more") << QByteArray("\t... 3 more");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("number") << QByteArray("12345678901 rows");
        QTest::newRow("stamp behind blanks") << QByteArray("    2026-11-22 20:14:30,731 INFO in a table");
        QTest::newRow("not a date") << QByteArray("2026-13-45 99:99:99 INFO x");
        QTest::newRow("word") << QByteArray("ERRORS: 5");
        QTest::newRow("brace") << QByteArray("{ not json");
    }

    void continuesRecords()
    {
        QFETCH(QByteArray, line);
        LogLineReader reader;
        QVERIFY(!reader.read({line.constData(), std::size_t(line.size())}).begins);
    }

    void showsAnyBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("UTF-8") << QByteArray("caf\xc3\xa9 \xe6\x97\xa5") << u"café 日"_s;
        QTest::newRow("GB 18030") << QByteArray("\xca\xa7\xb0\xdc") << u"失败"_s;
        QTest::newRow("Latin-1") << QByteArray("caf\xe9 ") << u"café "_s;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"a␀b"_s;
        QTest::newRow("escape") << QByteArray("\x1b[31mred\x1b[0m") << u"red"_s;
        QTest::newRow("bell") << QByteArray("a\ab") << u"a␇b"_s;
        QTest::newRow("CR") << QByteArray("a\r") << u"a"_s;
        QTest::newRow("tab") << QByteArray("a\tb") << u"a\tb"_s;
        QTest::newRow("turned round") << QByteArray("a\xe2\x80\xae"
                                                    "b")
                                      << u"a\uFFFDb"_s;
        QTest::newRow("cut in a character") << QByteArray("日", 2) << u"\uFFFD"_s;
    }

    void showsAnyBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(logLineText({bytes.constData(), std::size_t(bytes.size())}), text);
    }
};

QTEST_GUILESS_MAIN(TestLogLine)
#include "tst_logline.moc"
