// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/valueformat.h"
#include "results/valuetext.h"
#include "tests/results/batches.h"

#include <QTest>

#include <cmath>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(millrace::LogicalType)

namespace {

LogicalType of(TypeRoot root, std::vector<LogicalType::Field> children)
{
    return {.root = root, .children = std::move(children)};
}

const LogicalType s_int = type(TypeRoot::Integer);
const LogicalType s_string = type(TypeRoot::VarChar, 2147483647);
const LogicalType s_ltz = type(TypeRoot::TimestampLtz, 3);

CellView textCell(std::string_view text)
{
    return {.isNull = false, .text = text};
}

CellView numberCell(qint64 value)
{
    return {.isNull = false, .isInteger = true, .integer = value};
}

QString shown(const LogicalType& type, const CellView& cell, const QString& zone = u"UTC"_s, int cap = -1)
{
    return ValueFormatter(schema({{.name = u"c"_s, .type = type}}, zone)).text(0, cell, cap);
}

} // namespace

class TestValueFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void nestedTexts_data();
    void nestedTexts();
    void numbers_data();
    void numbers();
    void zones_data();
    void zones();
    void nullIsApart();
    void caps_data();
    void caps();
    void longNestedCellsAreNotWalkedThrough();
    void doubles_data();
    void doubles();
    void offsets();
};

void TestValueFormat::texts_data()
{
    QTest::addColumn<LogicalType>("type");
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QString>("text");
    const auto decimal = [](int scale) { return type(TypeRoot::Decimal, 38, scale); };
    QTest::newRow("decimal padded") << decimal(18) << u"1.5"_s << u"1.500000000000000000"_s;
    QTest::newRow("decimal whole") << decimal(2) << u"7"_s << u"7.00"_s;
    QTest::newRow("decimal exponent") << decimal(2) << u"1E+2"_s << u"100.00"_s;
    QTest::newRow("decimal exponent, no scale") << decimal(0) << u"1.2E+5"_s << u"120000"_s;
    QTest::newRow("decimal small") << decimal(18) << u"-1E-18"_s << u"-0.000000000000000001"_s;
    QTest::newRow("decimal mixed exponent") << decimal(4) << u"12.5E-2"_s << u"0.1250"_s;
    QTest::newRow("decimal zero") << decimal(3) << u"0"_s << u"0.000"_s;
    QTest::newRow("decimal zero with exponent") << decimal(2) << u"0E-10"_s << u"0.0000000000"_s;
    QTest::newRow("decimal 38 digits") << decimal(18) << u"12345678901234567890.123456789012345678"_s
                                       << u"12345678901234567890.123456789012345678"_s;
    QTest::newRow("decimal that is none") << decimal(2) << u"abc"_s << u"abc"_s;
    QTest::newRow("decimal with a wild exponent") << decimal(2) << u"1E+999999999"_s << u"1E+999999999"_s;
    QTest::newRow("double as it is") << type(TypeRoot::Double) << u"1.0E300"_s << u"1.0E300"_s;
    QTest::newRow("double nan") << type(TypeRoot::Double) << u"NaN"_s << u"NaN"_s;
    QTest::newRow("char padded") << type(TypeRoot::Char, 5) << u"abc"_s << u"abc  "_s;
    QTest::newRow("char padded by characters") << type(TypeRoot::Char, 4) << u"中é"_s << u"中é  "_s;
    QTest::newRow("binary") << type(TypeRoot::Binary, 2) << u"Cv8="_s << u"x'0aff'"_s;
    QTest::newRow("binary empty") << type(TypeRoot::VarBinary, 9) << QString(u""_s) << u"x''"_s;
    QTest::newRow("binary that is none") << type(TypeRoot::VarBinary, 9) << u"%%"_s << u"%%"_s;
    QTest::newRow("date") << type(TypeRoot::Date) << u"2024-03-31"_s << u"2024-03-31"_s;
    QTest::newRow("time") << type(TypeRoot::Time, 0) << u"01:02:03"_s << u"01:02:03"_s;
    QTest::newRow("time without its fraction") << type(TypeRoot::Time, 3) << u"01:02:03"_s << u"01:02:03.0"_s;
    QTest::newRow("time with fraction") << type(TypeRoot::Time, 3) << u"23:59:59.999"_s << u"23:59:59.999"_s;
    QTest::newRow("timestamp(0)") << type(TypeRoot::Timestamp, 0) << u"2024-03-31T02:30:00"_s
                                  << u"2024-03-31 02:30:00"_s;
    QTest::newRow("timestamp padded") << type(TypeRoot::Timestamp, 6) << u"2024-03-31T02:30:00.5"_s
                                      << u"2024-03-31 02:30:00.500000"_s;
    QTest::newRow("timestamp without seconds")
        << type(TypeRoot::Timestamp, 3) << u"2024-03-31T02:30"_s << u"2024-03-31 02:30:00.000"_s;
    QTest::newRow("timestamp that is none") << type(TypeRoot::Timestamp, 3) << u"soon"_s << u"soon"_s;
    QTest::newRow("ltz") << s_ltz << u"1970-01-01T01:00:00Z"_s << u"1970-01-01 01:00:00.000"_s;
    QTest::newRow("string") << s_string << u"NULL"_s << u"NULL"_s;
}

void TestValueFormat::texts()
{
    QFETCH(LogicalType, type);
    QFETCH(QString, wire);
    QFETCH(QString, text);
    const std::string bytes = wire.toStdString();
    QCOMPARE(shown(type, textCell(bytes)), text);
    // The other path of the same.
    std::string out = "before ";
    ValueFormatter(schema({{.name = u"c"_s, .type = type}})).append(out, 0, textCell(bytes));
    QCOMPARE(QString::fromStdString(out), u"before "_s + text);
}

void TestValueFormat::nestedTexts_data()
{
    QTest::addColumn<LogicalType>("type");
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QString>("text");
    QTest::newRow("array") << of(TypeRoot::Array, {{.type = s_int}}) << u"[1,2,null]"_s << u"[1, 2, NULL]"_s;
    QTest::newRow("array empty") << of(TypeRoot::Array, {{.type = s_int}}) << u"[]"_s << u"[]"_s;
    QTest::newRow("array of text") << of(TypeRoot::Array, {{.type = s_string}}) << u"[\"a, b\",\"\",\"\\u4e2d\"]"_s
                                   << u"[a, b, , 中]"_s;
    QTest::newRow("array of char") << of(TypeRoot::Array, {{.type = type(TypeRoot::Char, 3)}}) << u"[\"a\"]"_s
                                   << u"[a  ]"_s;
    QTest::newRow("array of boolean") << of(TypeRoot::Array, {{.type = type(TypeRoot::Boolean)}}) << u"[true,false]"_s
                                      << u"[TRUE, FALSE]"_s;
    QTest::newRow("array of interval") << of(TypeRoot::Array, {{.type = type(TypeRoot::IntervalDayTime)}})
                                       << u"[86400000]"_s << u"[+1 00:00:00.000]"_s;
    QTest::newRow("array of decimal") << of(TypeRoot::Array, {{.type = type(TypeRoot::Decimal, 10, 2)}})
                                      << u"[1.5,1E+2]"_s << u"[1.50, 100.00]"_s;
    QTest::newRow("map") << of(TypeRoot::Map, {{.type = s_string}, {.type = s_int}}) << u"{\"k\":1,\"\":null}"_s
                         << u"{k=1, =NULL}"_s;
    QTest::newRow("multiset") << of(TypeRoot::Multiset, {{.type = s_string}}) << u"{\"a\":2,\"b\":1}"_s
                              << u"{a=2, b=1}"_s;
    QTest::newRow("row") << of(TypeRoot::Row, {{.name = u"x"_s, .type = s_int}, {.name = u"y"_s, .type = s_string}})
                         << u"{\"x\":1,\"y\":\"x\"}"_s << u"(1, x)"_s;
    QTest::newRow("deep") << of(TypeRoot::Map,
        {{.type = s_string}, {.type = of(TypeRoot::Row, {{.type = of(TypeRoot::Array, {{.type = s_int}})}})}})
                          << u" { \"a\" : { \"f\" : [ 1 , null ] } } "_s << u"{a=([1, NULL])}"_s;
    QTest::newRow("nested and broken") << of(TypeRoot::Array, {{.type = s_int}}) << u"[1,"_s << u"[1,"_s;
    QTest::newRow("nested of another shape")
        << of(TypeRoot::Array, {{.type = s_int}}) << u"{\"a\":1}"_s << u"{\"a\":1}"_s;
}

void TestValueFormat::nestedTexts()
{
    texts();
}

void TestValueFormat::numbers_data()
{
    QTest::addColumn<TypeRoot>("root");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("true") << TypeRoot::Boolean << qint64(1) << u"TRUE"_s;
    QTest::newRow("false") << TypeRoot::Boolean << qint64(0) << u"FALSE"_s;
    QTest::newRow("least bigint") << TypeRoot::BigInt << std::numeric_limits<qint64>::min()
                                  << u"-9223372036854775808"_s;
    QTest::newRow("a day") << TypeRoot::IntervalDayTime << qint64(86'400'000) << u"+1 00:00:00.000"_s;
    QTest::newRow("back") << TypeRoot::IntervalDayTime << qint64(-93'784'567) << u"-1 02:03:04.567"_s;
    QTest::newRow("no time") << TypeRoot::IntervalDayTime << qint64(0) << u"+0 00:00:00.000"_s;
    QTest::newRow("longest back") << TypeRoot::IntervalDayTime << std::numeric_limits<qint64>::min()
                                  << u"-106751991167 07:12:55.808"_s;
    QTest::newRow("months") << TypeRoot::IntervalYearMonth << qint64(14) << u"+1-02"_s;
    QTest::newRow("months back") << TypeRoot::IntervalYearMonth << qint64(-13) << u"-1-01"_s;
    QTest::newRow("a century") << TypeRoot::IntervalYearMonth << qint64(1200) << u"+100-00"_s;
}

void TestValueFormat::numbers()
{
    QFETCH(TypeRoot, root);
    QFETCH(qint64, value);
    QFETCH(QString, text);
    QCOMPARE(shown(type(root), numberCell(value)), text);
}

void TestValueFormat::zones_data()
{
    // Inside a ROW the gateway writes UTC, anywhere else the session's local time; always with a Z.
    QTest::addColumn<LogicalType>("type");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QString>("text");
    const LogicalType row = of(TypeRoot::Row, {{.name = u"t"_s, .type = s_ltz}});
    const LogicalType array = of(TypeRoot::Array, {{.type = s_ltz}});
    const QString berlin = u"Europe/Berlin"_s;
    QTest::newRow("array") << array << berlin << u"[\"1970-01-01T01:00:00Z\"]"_s << u"[1970-01-01 01:00:00.000]"_s;
    QTest::newRow("row in winter") << row << berlin << u"{\"t\":\"1970-01-01T00:00:00Z\"}"_s
                                   << u"(1970-01-01 01:00:00.000)"_s;
    QTest::newRow("row in summer") << row << berlin << u"{\"t\":\"2024-07-01T10:00:00.5Z\"}"_s
                                   << u"(2024-07-01 12:00:00.500)"_s;
    QTest::newRow("row a second before summer")
        << row << berlin << u"{\"t\":\"2024-03-31T00:59:59Z\"}"_s << u"(2024-03-31 01:59:59.000)"_s;
    QTest::newRow("row at summer's begin")
        << row << berlin << u"{\"t\":\"2024-03-31T01:00:00Z\"}"_s << u"(2024-03-31 03:00:00.000)"_s;
    QTest::newRow("array in row") << of(TypeRoot::Row, {{.name = u"a"_s, .type = array}}) << u"America/New_York"_s
                                  << u"{\"a\":[\"1970-01-01T00:00:00Z\"]}"_s << u"([1969-12-31 19:00:00.000])"_s;
    QTest::newRow("row in array") << of(TypeRoot::Array, {{.type = row}}) << berlin
                                  << u"[{\"t\":\"1970-01-01T00:00:00Z\"}]"_s << u"[(1970-01-01 01:00:00.000)]"_s;
    QTest::newRow("offset as Java writes it")
        << row << u"GMT+05:30"_s << u"{\"t\":\"1970-01-01T00:00:00Z\"}"_s << u"(1970-01-01 05:30:00.000)"_s;
    QTest::newRow("year 1") << row << u"UTC"_s << u"{\"t\":\"0001-01-01T00:00:00Z\"}"_s
                            << u"(0001-01-01 00:00:00.000)"_s;
    QTest::newRow("a zone nobody knows") << row << u"Mars/Olympus"_s << u"{\"t\":\"1970-01-01T00:00:00Z\"}"_s
                                         << u"(1970-01-01 00:00:00.000)"_s;
}

void TestValueFormat::zones()
{
    QFETCH(LogicalType, type);
    QFETCH(QString, zone);
    QFETCH(QString, wire);
    QFETCH(QString, text);
    const std::string bytes = wire.toStdString();
    QCOMPARE(shown(type, textCell(bytes), zone), text);
}

void TestValueFormat::nullIsApart()
{
    QVERIFY(shown(s_string, {}).isNull());
    QVERIFY(!shown(s_string, textCell("")).isNull());
    QCOMPARE(shown(s_string, textCell("")), QString());
    std::string out;
    ValueFormatter(schema({{.name = u"c"_s, .type = s_string}})).append(out, 0, {});
    QCOMPARE(out, std::string());
}

void TestValueFormat::caps_data()
{
    QTest::addColumn<QString>("wire");
    QTest::addColumn<int>("cap");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("cut");
    QTest::newRow("fits") << u"abc"_s << 3 << u"abc"_s << false;
    QTest::newRow("one too many") << u"abcd"_s << 3 << u"ab…"_s << true;
    QTest::newRow("wide") << u"中文字符"_s << 3 << u"中文…"_s << true;
    QTest::newRow("not through a character") << u"a😀bc"_s << 3 << u"a…"_s << true;
    QTest::newRow("long") << QString(100000, u'é') << 10 << QString(9, u'é') + u'…' << true;
    QTest::newRow("long, four bytes each") << u"😀"_s.repeated(1000) << 5 << u"😀😀…"_s << true;
    QTest::newRow("none") << QString(1000, u'x') << -1 << QString(1000, u'x') << false;
}

void TestValueFormat::caps()
{
    QFETCH(QString, wire);
    QFETCH(int, cap);
    QFETCH(QString, text);
    QFETCH(bool, cut);
    const std::string bytes = wire.toStdString();
    QCOMPARE(shown(s_string, textCell(bytes), u"UTC"_s, cap), text);
    QCOMPARE(ValueFormatter(schema({{.name = u"c"_s, .type = s_string}})).isCut(0, textCell(bytes), cap), cut);
}

void TestValueFormat::longNestedCellsAreNotWalkedThrough()
{
    // Broken after a megabyte: with a cap nobody gets that far.
    std::string json = "[";
    while (json.size() < 1'000'000) {
        json += "12345,";
    }
    const LogicalType array = of(TypeRoot::Array, {{.type = s_int}});
    QCOMPARE(shown(array, textCell(json), u"UTC"_s, 10), u"[12345, 1…"_s);
}

void TestValueFormat::doubles_data()
{
    QTest::addColumn<QString>("wire");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << u"1.5"_s << 1.5;
    QTest::newRow("java") << u"1.0E300"_s << 1e300;
    QTest::newRow("infinity") << u"-Infinity"_s << -std::numeric_limits<double>::infinity();
    QTest::newRow("nan") << u"NaN"_s << std::nan("");
    QTest::newRow("text") << u"1.5x"_s << std::nan("");
    QTest::newRow("empty") << u""_s << std::nan("");
}

void TestValueFormat::doubles()
{
    QFETCH(QString, wire);
    QFETCH(double, value);
    const std::string bytes = wire.toStdString();
    const double found = toDouble(textCell(bytes));
    QVERIFY(found == value || (std::isnan(found) && std::isnan(value)));
}

void TestValueFormat::offsets()
{
    // Against Qt for every hour of two years, forwards and in leaps, so that the cache is wrong if it ever is.
    const QTimeZone zone("Europe/Berlin");
    const ZoneOffsets offsets(u"Europe/Berlin"_s);
    const qint64 start = QDateTime(QDate(2023, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    for (qint64 hour = 0; hour < 2 * 366 * 24; ++hour) {
        for (const qint64 at : {start + hour * 3600, start + (hour * 7919 % 17000) * 3600}) {
            QCOMPARE(offsets.offsetAt(at), zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(at, Qt::UTC)));
        }
    }
    QCOMPARE(offsets.offsetAtLocal(start), 3600);
    std::string text;
    appendOffset(text, 0);
    appendOffset(text, -19800);
    QCOMPARE(text, std::string("Z-05:30"));
}

QTEST_GUILESS_MAIN(TestValueFormat)
#include "tst_valueformat.moc"
