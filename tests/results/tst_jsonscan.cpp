// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/jsonscan.h"

#include <QTest>

using namespace millrace;

class TestJsonScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void numbers_data();
    void numbers();
    void strings_data();
    void strings();
    void deepNestingIsRefused();
};

void TestJsonScan::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    for (const char* text : {"1", "-0.5e-7", "\"\"", "\"a\\n\\u00e9\"", "[]", "[ ]", "{}", "{\"a\":[1,{\"b\":null}]}",
             " [1 , 2] ", "true", "false", "null", "\"\\\\\""}) {
        QTest::newRow(text) << QByteArray(text) << true;
    }
    for (const char* text : {"", " ", "tru", "nul", "[", "]", "[1", "[1,", "[1,]", "[,1]", "{", "{\"a\"}", "{\"a\":}",
             "{\"a\":1,}", "{a:1}", "\"", "\"\\\"", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "1 2", "[1]]", "01", "-", "1.",
             ".5", "1e", "+1", "NaN", "[1}"}) {
        QTest::newRow(text[0] ? text : "nothing") << QByteArray(text) << false;
    }
}

void TestJsonScan::values()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(isJsonValue(std::string_view(text.constData(), size_t(text.size()))), valid);
}

void TestJsonScan::numbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    for (const char* text : {"0", "-1", "12", "1.5", "1E+2", "1e-9", "123456789012345678901234567890"}) {
        QTest::newRow(text) << QByteArray(text) << true;
    }
    for (const char* text : {"", "a", "1 ", "1x", "01", "-", "1.", "\"1\"", "[1]", "Infinity"}) {
        QTest::newRow(text[0] ? text : "nothing") << QByteArray(text) << false;
    }
}

void TestJsonScan::numbers()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(isJsonNumber(std::string_view(text.constData(), size_t(text.size()))), valid);
}

void TestJsonScan::strings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("\"ab\"") << QByteArray("ab");
    QTest::newRow("escapes") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("two bytes") << QByteArray("\"\\u00e9\"") << QByteArray("é");
    QTest::newRow("three bytes") << QByteArray("\"\\u4E2d\"") << QByteArray("中");
    QTest::newRow("pair") << QByteArray("\"\\ud83d\\ude00!\"") << QByteArray("😀!");
    QTest::newRow("half a pair") << QByteArray("\"\\ud83dx\"") << QByteArray("\xef\xbf\xbdx");
    QTest::newRow("zero") << QByteArray("\"\\u0000\"") << QByteArray("\0", 1);
}

void TestJsonScan::strings()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, text);
    std::string out;
    JsonScanner scanner(std::string_view(json.constData(), size_t(json.size())));
    QVERIFY(scanner.string(out));
    QVERIFY(scanner.atEnd());
    QCOMPARE(QByteArray::fromStdString(out), text);
    // And back: what is written is read again as the same.
    std::string written;
    appendJsonString(written, out);
    std::string again;
    QVERIFY(isJsonValue(written));
    QVERIFY(JsonScanner(written).string(again));
    QCOMPARE(again, out);
}

void TestJsonScan::deepNestingIsRefused()
{
    const std::string open(100000, '[');
    QVERIFY(!isJsonValue(open));
    QVERIFY(!isJsonValue(open + std::string(100000, ']')));
    QVERIFY(isJsonValue(std::string(100, '[') + std::string(100, ']')));
}

QTEST_GUILESS_MAIN(TestJsonScan)
#include "tst_jsonscan.moc"
