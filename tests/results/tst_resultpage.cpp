// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/resultpage.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace millrace;
using namespace millrace::flink;
using namespace Qt::StringLiterals;

namespace {

/// A page as the gateway writes it, around columns and rows.
QByteArray page(const QByteArray& columns, const QByteArray& data, const QByteArray& kind = "PAYLOAD")
{
    return "{\"resultType\":\"" + kind
        + "\",\"isQueryResult\":true,\"jobID\":\"1234\",\"resultKind\":\"SUCCESS_WITH_CONTENT\",\"results\":{"
          "\"columns\":["
        + columns + "],\"rowFormat\":\"JSON\",\"data\":[" + data
        + "]},\"nextResultUri\":\"/v4/next/1?rowFormat=JSON\"}";
}

QByteArray column(const QByteArray& name, const QByteArray& type)
{
    return "{\"name\":\"" + name + "\",\"logicalType\":{" + type + "},\"comment\":null}";
}

QByteArray row(const QByteArray& fields)
{
    return "{\"kind\":\"INSERT\",\"fields\":[" + fields + "]}";
}

const QByteArray s_int = "\"type\":\"INTEGER\",\"nullable\":true";
const QByteArray s_text = "\"type\":\"VARCHAR\",\"nullable\":true,\"length\":2147483647";

QString textOf(const CellView& cell)
{
    if (cell.isNull) {
        return u"NULL"_s;
    }
    return cell.isInteger ? QString::number(cell.integer)
                          : QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
}

} // namespace

class TestResultPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAPage();
    void notReady();
    void endOfStream();
    void kinds();
    void cells_data();
    void cells();
    void types_data();
    void types();
    void plainText();
    void versionOneSaysLess();
    void membersInAnyOrder();
    void keepsTheSchemaOfTheFirstPage();
    void duplicateAndNoColumns();
    void faults_data();
    void faults();
    void everyCutIsAnError();
    void goesOnAfterAnError();
};

void TestResultPage::readsAPage()
{
    ResultPageParser parser(u"Europe/Berlin"_s);
    const auto read =
        parser.parse(page(column("a", s_int) + "," + column("b", s_text), row("1,\"x\"") + "," + row("null,null")));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->kind, ResultPage::Kind::Payload);
    QCOMPARE(read->nextResultUri, u"/v4/next/1?rowFormat=JSON"_s);
    QCOMPARE(read->jobId, u"1234"_s);
    QVERIFY(read->isQueryResult);
    QVERIFY(read->hasContent);
    QCOMPARE(read->rows.rowCount(), 2);
    QVERIFY(read->rows.arrivedAt() > 0);
    QCOMPARE(textOf(read->rows.cell(0, 0)), u"1"_s);
    QCOMPARE(textOf(read->rows.cell(0, 1)), u"x"_s);
    QVERIFY(read->rows.cell(1, 0).isNull);
    QVERIFY(read->rows.cell(1, 1).isNull);
    QVERIFY(parser.schema());
    QCOMPARE(parser.schema()->timeZone, u"Europe/Berlin"_s);
    QVERIFY(parser.schema()->isQuery);
    QCOMPARE(parser.schema()->columns[1].name, u"b"_s);
}

void TestResultPage::notReady()
{
    ResultPageParser parser(u"UTC"_s);
    const auto read = parser.parse("{\"resultType\":\"NOT_READY\",\"nextResultUri\":\"/v1/x\"}");
    QVERIFY(read);
    QCOMPARE(read->kind, ResultPage::Kind::NotReady);
    QVERIFY(!parser.schema());
    QCOMPARE(read->rows.rowCount(), 0);
}

void TestResultPage::endOfStream()
{
    ResultPageParser parser(u"UTC"_s);
    QByteArray body = page(column("a", s_int), row("7"), "EOS");
    body.replace(",\"nextResultUri\":\"/v4/next/1?rowFormat=JSON\"", "");
    const auto read = parser.parse(body);
    QVERIFY(read);
    QCOMPARE(read->kind, ResultPage::Kind::EndOfStream);
    QVERIFY(read->nextResultUri.isEmpty());
    QCOMPARE(read->rows.rowCount(), 1);
}

void TestResultPage::kinds()
{
    ResultPageParser parser(u"UTC"_s);
    QByteArray data;
    for (const char* kind : {"INSERT", "UPDATE_BEFORE", "UPDATE_AFTER", "DELETE"}) {
        data += (data.isEmpty() ? "" : ",") + QByteArray("{\"fields\":[1],\"kind\":\"") + kind + "\"}";
    }
    const auto read = parser.parse(page(column("a", s_int), data));
    QVERIFY(read);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(read->rows.span().row(i).kind, RowKind(i));
    }
}

void TestResultPage::cells_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text"); ///< null: refused
    const auto cell = [](const char* name, const QByteArray& type, const QByteArray& json, const QString& text) {
        QTest::newRow(name) << "\"type\":\"" + type + "\"" << json << text;
    };
    cell("bigint most", "BIGINT", "9223372036854775807", u"9223372036854775807"_s);
    cell("bigint least", "BIGINT", "-9223372036854775808", u"-9223372036854775808"_s);
    cell("bigint beyond", "BIGINT", "9223372036854775808", {});
    cell("tinyint beyond", "TINYINT", "128", {});
    cell("int with a point", "INTEGER", "1.0", {});
    cell("int with leading plus", "INTEGER", "+1", {});
    cell("int as text", "INTEGER", "\"12\"", u"12"_s);
    cell("int that is a list", "INTEGER", "[1]", {});
    cell("int that is a word", "INTEGER", "true", {});
    cell("int from text", "INTEGER", "\"x\"", {});
    cell("true", "BOOLEAN", "true", u"1"_s);
    cell("false", "BOOLEAN", "false", u"0"_s);
    cell("boolean number", "BOOLEAN", "1", {});
    cell("boolean cut", "BOOLEAN", "tru", {});
    cell("decimal as it is", "DECIMAL", "12345678901234567890.123456789012345678",
        u"12345678901234567890.123456789012345678"_s);
    cell("decimal exponent", "DECIMAL", "1E+2", u"1E+2"_s);
    cell("double as it is", "DOUBLE", "1.0E300", u"1.0E300"_s);
    cell("nan", "DOUBLE", "\"NaN\"", u"NaN"_s);
    cell("infinity", "FLOAT", "\"-Infinity\"", u"-Infinity"_s);
    cell("bare nan", "DOUBLE", "NaN", {});
    cell("two points", "DOUBLE", "1.2.3", {});
    cell("leading zero", "DECIMAL", "01", {});
    cell("text", "VARCHAR", "\"a b\"", u"a b"_s);
    cell("empty text", "VARCHAR", "\"\"", u""_s);
    cell("text null", "VARCHAR", "\"null\"", u"null"_s);
    cell("escapes", "VARCHAR", "\"a\\\"b\\\\c\\n\\u4e2d\\ud83d\\ude00\"", u"a\"b\\c\n中😀"_s);
    cell("half a pair", "VARCHAR", "\"\\ud83d\"", {});
    cell("bad escape", "VARCHAR", "\"\\q\"", {});
    cell("control character", "VARCHAR", "\"a\nb\"", {});
    cell("broken utf-8", "VARCHAR", "\"\xff\"", {});
    cell("spaces around", "VARCHAR", "  \"x\"  ", u"x"_s);
    cell("null", "VARCHAR", "null", u"NULL"_s);
    cell("null cut", "VARCHAR", "nul", {});
    cell("timestamp", "TIMESTAMP_WITHOUT_TIME_ZONE", "\"2024-03-31T02:30:00.123456789\"",
        u"2024-03-31T02:30:00.123456789"_s);
    cell("interval", "INTERVAL_DAY_TIME", "-86400000", u"-86400000"_s);
    cell("months", "INTERVAL_YEAR_MONTH", "14", u"14"_s);
    cell("array", "ARRAY", "[1, [2], \"]\"]", u"[1, [2], \"]\"]"_s);
    cell("map", "MAP", "{\"a\":{\"b\":[]}}", u"{\"a\":{\"b\":[]}}"_s);
    cell("array with a hole", "ARRAY", "[1,,2]", {});
    cell("array with words", "ARRAY", "[yes]", {});
    cell("map without a value", "MAP", "{\"a\"}", {});
    cell("something new", "BITMAP", "{\"bits\":1}", u"{\"bits\":1}"_s);
}

void TestResultPage::cells()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    ResultPageParser parser(u"UTC"_s);
    const auto read = parser.parse(page(column("c", type), row(json)));
    QCOMPARE(read.has_value(), !text.isNull());
    if (read) {
        QCOMPARE(textOf(read->rows.cell(0, 0)), text);
    } else {
        QCOMPARE(read.error().kind, ErrorKind::Protocol);
        QVERIFY(!read.error().message.isEmpty());
    }
}

void TestResultPage::types_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sql");
    const auto type = [](const char* json, const QString& sql) { QTest::newRow(json) << QByteArray(json) << sql; };
    type("\"type\":\"BOOLEAN\",\"nullable\":false", u"BOOLEAN NOT NULL"_s);
    type("\"type\":\"CHAR\",\"nullable\":true,\"length\":5", u"CHAR(5)"_s);
    type("\"type\":\"VARCHAR\",\"nullable\":true,\"length\":2147483647", u"STRING"_s);
    type("\"type\":\"VARBINARY\",\"nullable\":true,\"length\":9", u"VARBINARY(9)"_s);
    type("\"type\":\"DECIMAL\",\"nullable\":true,\"precision\":38,\"scale\":18", u"DECIMAL(38, 18)"_s);
    type("\"type\":\"TIME_WITHOUT_TIME_ZONE\",\"nullable\":true,\"precision\":3", u"TIME(3)"_s);
    type("\"type\":\"TIMESTAMP_WITHOUT_TIME_ZONE\",\"nullable\":true,\"precision\":9", u"TIMESTAMP(9)"_s);
    type("\"type\":\"TIMESTAMP_WITH_LOCAL_TIME_ZONE\",\"nullable\":true,\"precision\":3", u"TIMESTAMP_LTZ(3)"_s);
    type("\"type\":\"TIMESTAMP_WITH_TIME_ZONE\",\"nullable\":true,\"precision\":6", u"TIMESTAMP(6) WITH TIME ZONE"_s);
    type("\"type\":\"INTERVAL_YEAR_MONTH\",\"nullable\":true,\"precision\":2,\"resolution\":\"MONTH\"",
        u"INTERVAL YEAR TO MONTH"_s);
    type("\"type\":\"INTERVAL_DAY_TIME\",\"nullable\":true,\"precision\":2,\"fractionalPrecision\":3,\"resolution\":"
         "\"SECOND\"",
        u"INTERVAL DAY TO SECOND"_s);
    type("\"type\":\"ARRAY\",\"nullable\":true,\"elementType\":{\"type\":\"INTEGER\",\"nullable\":false}",
        u"ARRAY<INT NOT NULL>"_s);
    type("\"type\":\"MULTISET\",\"nullable\":true,\"elementType\":{\"type\":\"DATE\",\"nullable\":true}",
        u"MULTISET<DATE>"_s);
    type("\"type\":\"MAP\",\"nullable\":true,\"keyType\":{\"type\":\"CHAR\",\"length\":1,\"nullable\":true},"
         "\"valueType\":"
         "{\"type\":\"BIGINT\",\"nullable\":true}",
        u"MAP<CHAR(1), BIGINT>"_s);
    type(
        "\"type\":\"MAP\",\"valueType\":{\"type\":\"BIGINT\"},\"keyType\":{\"type\":\"DATE\"}", u"MAP<DATE, BIGINT>"_s);
    type("\"type\":\"ROW\",\"nullable\":true,\"fields\":[{\"name\":\"a\",\"fieldType\":{\"type\":\"INTEGER\","
         "\"nullable\":"
         "true}},{\"name\":\"b\",\"fieldType\":{\"type\":\"ROW\",\"fields\":[]},\"description\":\"x\"}]",
        u"ROW<a INT, b ROW<>>"_s);
    type("\"type\":\"RAW\",\"nullable\":true,\"class\":\"java.lang.Object\",\"serializer\":\"abc\"", u"RAW"_s);
    type("\"type\":\"NULL\"", u"NULL"_s);
    type("\"type\":\"VARIANT\",\"nullable\":true", u"VARIANT"_s);
    type("\"type\":\"BITMAP\",\"nullable\":true", u"BITMAP"_s);
}

void TestResultPage::types()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, sql);
    ResultPageParser parser(u"UTC"_s);
    const auto read = parser.parse(page(column("c", json), ""));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(parser.schema()->columns[0].type.toSql(), sql);
}

void TestResultPage::plainText()
{
    // What the gateway falls back to for values that its JSON cannot hold.
    ResultPageParser parser(u"UTC"_s);
    QByteArray body =
        page(column("i", s_int) + "," + column("t", "\"type\":\"TIMESTAMP_WITHOUT_TIME_ZONE\",\"precision\":3") + ","
                + column("m", "\"type\":\"MAP\",\"nullable\":true") + ","
                + column("d", "\"type\":\"INTERVAL_DAY_TIME\"") + "," + column("b", "\"type\":\"BOOLEAN\""),
            row("\"12\",\"2024-01-01 00:00:00.000\",\"{1=x}\",\"+1 00:00:00.000\",\"TRUE\""));
    body.replace("\"rowFormat\":\"JSON\"", "\"rowFormat\":\"PLAIN_TEXT\"");
    const auto read = parser.parse(body);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QStringList types;
    QStringList texts;
    for (int i = 0; i < 5; ++i) {
        types << parser.schema()->columns[size_t(i)].type.toSql();
        texts << textOf(read->rows.cell(0, i));
    }
    QCOMPARE(types, (QStringList{u"INT"_s, u"STRING"_s, u"STRING"_s, u"STRING"_s, u"BOOLEAN"_s}));
    QCOMPARE(texts, (QStringList{u"12"_s, u"2024-01-01 00:00:00.000"_s, u"{1=x}"_s, u"+1 00:00:00.000"_s, u"1"_s}));
}

void TestResultPage::versionOneSaysLess()
{
    const auto body = [](const QByteArray& name) -> QByteArray {
        return "{\"results\":{\"columns\":[" + column(name, s_text) + "],\"data\":[" + row("\"OK\"")
            + "]},\"resultType\":\"PAYLOAD\",\"nextResultUri\":\"/v1/x\"}";
    };
    ResultPageParser ddl(u"UTC"_s);
    const auto ok = ddl.parse(body("result"));
    QVERIFY(ok);
    QVERIFY(!ok->isQueryResult);
    ResultPageParser query(u"UTC"_s);
    const auto rows = query.parse(body("name"));
    QVERIFY(rows);
    QVERIFY(rows->isQueryResult);
    QVERIFY(rows->hasContent);
}

void TestResultPage::membersInAnyOrder()
{
    ResultPageParser parser(u"UTC"_s);
    const auto read = parser.parse("{\"nextResultUri\":null,\"results\":{\"data\":[" + row("1") + "," + row("2")
        + "],\"extra\":{\"a\":[1]},\"columns\":[{\"logicalType\":{\"nullable\":true,\"type\":\"INTEGER\"},\"name\":"
          "\"a\"}]},"
          "\"jobID\":null,\"extra\":[],\"resultType\":\"PAYLOAD\"}");
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->rows.rowCount(), 2);
    QVERIFY(read->nextResultUri.isEmpty());
    QVERIFY(read->jobId.isEmpty());
}

void TestResultPage::keepsTheSchemaOfTheFirstPage()
{
    ResultPageParser parser(u"UTC"_s);
    QVERIFY(parser.parse(page(column("a", s_int), row("1"))));
    // The same in other words.
    QVERIFY(parser.parse(page(column("a", "\"nullable\":true,  \"type\":\"INTEGER\""), row("2"))));
    const auto other = parser.parse(page(column("b", s_int), row("3")));
    QVERIFY(!other);
    QVERIFY(other.error().detail.contains(u"columns"_s));
    QCOMPARE(parser.schema()->columns[0].name, u"a"_s);
}

void TestResultPage::duplicateAndNoColumns()
{
    ResultPageParser twice(u"UTC"_s);
    const auto two = twice.parse(page(column("a", s_int) + "," + column("a", s_text), row("1,\"x\"")));
    QVERIFY(two);
    QCOMPARE(textOf(two->rows.cell(0, 1)), u"x"_s);
    ResultPageParser none(u"UTC"_s);
    const auto empty = none.parse(page("", row("") + "," + row("")));
    QVERIFY(empty);
    QCOMPARE(empty->rows.rowCount(), 2);
    QCOMPARE(empty->rows.columnCount(), 0);
}

void TestResultPage::faults_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    const QByteArray one = column("a", s_int);
    const auto fault = [](const char* name, const QByteArray& body, const QString& said) {
        QTest::newRow(name) << body << said;
    };
    fault("nothing", "", u"JSON"_s);
    fault("spaces", "   ", u"JSON"_s);
    fault("html", "<html><body>502 Bad Gateway</body></html>", u"502 Bad Gateway"_s);
    fault("an array", "[1]", u"object"_s);
    fault("a word", "true", u"object"_s);
    fault("an error", "{\"errors\":[\"Internal server error.\"]}", u"resultType"_s);
    fault("unknown type", page(one, "", "SOON"), u"SOON"_s);
    fault("no results", "{\"resultType\":\"PAYLOAD\"}", u"no results"_s);
    fault("null results", "{\"resultType\":\"EOS\",\"results\":null}", u"no results"_s);
    fault("no columns", "{\"resultType\":\"EOS\",\"results\":{\"data\":[]}}", u"columns"_s);
    fault("no data", "{\"resultType\":\"EOS\",\"results\":{\"columns\":[]}}", u"rows"_s);
    fault("columns that are none", "{\"resultType\":\"EOS\",\"results\":{\"columns\":{},\"data\":[]}}", u"columns"_s);
    fault("a column without a type", page("{\"name\":\"a\"}", ""), u"column a"_s);
    fault("a length below zero", page(column("a", "\"type\":\"CHAR\",\"length\":-1"), ""), u"-1"_s);
    fault("too few cells", page(one + "," + column("b", s_int), row("1,2") + "," + row("1")), u"row 2"_s);
    fault("too many cells", page(one, row("1,2")), u"row 1"_s);
    fault("a row that is none", page(one, "1"), u"row 1"_s);
    fault("a row without fields", page(one, "{\"kind\":\"INSERT\"}"), u"no fields"_s);
    fault("a kind that is none", page(one, "{\"kind\":\"UPSERT\",\"fields\":[1]}"), u"UPSERT"_s);
    fault("a wrong cell", page(one + "," + column("b", s_int), row("1,2") + "," + row("1,\"x\"")),
        u"row 2, column b (INT): a whole number"_s);
    fault("text behind the end", page(one, row("1")) + "{}", u"end of the page"_s);
    QByteArray deep = "{\"type\":\"INTEGER\"}";
    for (int i = 0; i < 500; ++i) {
        deep = "{\"type\":\"ARRAY\",\"elementType\":" + deep + "}";
    }
    fault("a type nested deep", page("{\"name\":\"a\",\"logicalType\":" + deep + "}", ""), u"deep"_s);
}

void TestResultPage::faults()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, said);
    ResultPageParser parser(u"UTC"_s);
    const auto read = parser.parse(body);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Protocol);
    QVERIFY2(read.error().detail.contains(said), qPrintable(read.error().detail));
    QVERIFY(read.error().message.endsWith(u'.'));
}

void TestResultPage::everyCutIsAnError()
{
    const QByteArray whole =
        page(column("a", s_int) + "," + column("b", s_text), row("1,\"x\\n\"") + "," + row("null,null"));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        ResultPageParser parser(u"UTC"_s);
        QVERIFY2(!parser.parse(whole.left(length)), whole.left(length).constData());
    }
}

void TestResultPage::goesOnAfterAnError()
{
    ResultPageParser parser(u"UTC"_s);
    const QByteArray good = page(column("a", s_int), row("1"));
    QVERIFY(!parser.parse(good.left(100)));
    QVERIFY(parser.parse(good));
    QVERIFY(!parser.parse(page(column("a", s_int), row("\"x\""))));
    const auto read = parser.parse(good);
    QVERIFY(read);
    QCOMPARE(read->rows.rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestResultPage)
#include "tst_resultpage.moc"
