// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/export.h"
#include "tests/results/batches.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

namespace {

std::string written(const ResultSchema& schema, const ExportOptions& options, const std::vector<Row>& rows,
    RowKind kind = RowKind::Insert)
{
    RowBatch batch(schema.columns);
    for (const Row& row : rows) {
        add(batch, row, kind);
    }
    std::string out;
    const auto writer = makeRowWriter(schema, options);
    writer->header(out);
    writer->rows(out, batch.span());
    writer->footer(out);
    return out;
}

ResultSchema textAndNumber()
{
    return schema(
        {{.name = u"s"_s, .type = type(TypeRoot::VarChar, 99)}, {.name = u"n"_s, .type = type(TypeRoot::BigInt)}});
}

const std::vector<Row> s_two{{std::string("a"), qint64(1)}, {std::string(), nullptr}};

} // namespace

class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void csvFields_data();
    void csvFields();
    void jsonValues_data();
    void jsonValues();
    void jsonIsJson();
    void jsonNamesAreUnique();
    void insertLiterals_data();
    void insertLiterals();
    void insertSplitsLongLists();
    void chosenColumns();
};

void TestExport::formats_data()
{
    QTest::addColumn<ExportOptions>("options");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, ExportOptions options, const char* text) {
        QTest::newRow(name) << options << QByteArray(text);
    };
    row("csv", {.format = ExportFormat::Csv}, "s,n\r\na,1\r\n\"\",\r\n");
    row("csv, no header", {.format = ExportFormat::Csv, .header = false}, "a,1\r\n\"\",\r\n");
    row("csv, kinds", {.format = ExportFormat::Csv, .rowKinds = true}, "op,s,n\r\n-D,a,1\r\n-D,\"\",\r\n");
    row("tsv", {.format = ExportFormat::Tsv}, "s\tn\na\t1\n\t\\N\n");
    row("json", {.format = ExportFormat::Json}, "[\n{\"s\":\"a\",\"n\":1},\n{\"s\":\"\",\"n\":null}\n]\n");
    row("json lines", {.format = ExportFormat::JsonLines, .rowKinds = true},
        "{\"op\":\"-D\",\"s\":\"a\",\"n\":1}\n{\"op\":\"-D\",\"s\":\"\",\"n\":null}\n");
    row("markdown", {.format = ExportFormat::Markdown}, "| s | n |\n|---|---:|\n| a | 1 |\n|  | NULL |\n");
    row("insert", {.format = ExportFormat::InsertStatements, .table = u"my table"_s},
        "INSERT INTO `my table` (`s`, `n`) VALUES\n    ('a', 1),\n    ('', CAST(NULL AS BIGINT));\n");
}

void TestExport::formats()
{
    QFETCH(ExportOptions, options);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(written(textAndNumber(), options, s_two, RowKind::Delete)), text);
    // No row at all is still a whole document.
    const std::string none = written(textAndNumber(), options, {});
    if (options.format == ExportFormat::Json) {
        QCOMPARE(none, std::string("[]\n"));
    }
    if (options.format == ExportFormat::InsertStatements) {
        QCOMPARE(none, std::string());
    }
}

void TestExport::csvFields_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("tsv");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"") << QByteArray("a,b");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("\"a\"\"b\"") << QByteArray("a\"b");
    QTest::newRow("lines") << QByteArray("a\r\nb") << QByteArray("\"a\r\nb\"") << QByteArray("a\\r\\nb");
    QTest::newRow("tab and backslash") << QByteArray("a\tb\\") << QByteArray("a\tb\\") << QByteArray("a\\tb\\\\");
    QTest::newRow("outer spaces") << QByteArray(" a ") << QByteArray("\" a \"") << QByteArray(" a ");
    QTest::newRow("wide") << QByteArray("中文") << QByteArray("中文") << QByteArray("中文");
}

void TestExport::csvFields()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, tsv);
    const ResultSchema one = schema({{.name = u"s"_s, .type = type(TypeRoot::VarChar, 99)}});
    const std::vector<Row> rows{{value.toStdString()}};
    QCOMPARE(written(one, {.format = ExportFormat::Csv, .header = false}, rows), csv.toStdString() + "\r\n");
    QCOMPARE(written(one, {.format = ExportFormat::Tsv, .header = false}, rows), tsv.toStdString() + "\n");
}

void TestExport::jsonValues_data()
{
    QTest::addColumn<LogicalType>("type");
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QString>("json");
    const LogicalType array{.root = TypeRoot::Array, .children = {{.type = type(TypeRoot::Integer)}}};
    QTest::newRow("bigint") << type(TypeRoot::BigInt) << u"9223372036854775807"_s << u"9223372036854775807"_s;
    QTest::newRow("decimal") << type(TypeRoot::Decimal, 38, 18) << u"12345678901234567890.123456789012345678"_s
                             << u"12345678901234567890.123456789012345678"_s;
    QTest::newRow("decimal exponent") << type(TypeRoot::Decimal, 10, 2) << u"1E+2"_s << u"1E+2"_s;
    QTest::newRow("double") << type(TypeRoot::Double) << u"1.0E300"_s << u"1.0E300"_s;
    QTest::newRow("nan") << type(TypeRoot::Double) << u"NaN"_s << u"\"NaN\""_s;
    QTest::newRow("boolean") << type(TypeRoot::Boolean) << u"1"_s << u"true"_s;
    QTest::newRow("text") << type(TypeRoot::VarChar) << u"a\"b\\\n中\x01"_s << u"\"a\\\"b\\\\\\n中\\u0001\""_s;
    QTest::newRow("timestamp") << type(TypeRoot::Timestamp, 3) << u"2024-03-31T02:30:00.5"_s
                               << u"\"2024-03-31T02:30:00.5\""_s;
    QTest::newRow("ltz in summer") << type(TypeRoot::TimestampLtz, 3) << u"2024-07-01T12:00:00.5Z"_s
                                   << u"\"2024-07-01T12:00:00.5+02:00\""_s;
    QTest::newRow("ltz in winter") << type(TypeRoot::TimestampLtz, 3) << u"1970-01-01T01:00:00Z"_s
                                   << u"\"1970-01-01T01:00:00+01:00\""_s;
    QTest::newRow("interval") << type(TypeRoot::IntervalYearMonth) << u"14"_s << u"\"+1-02\""_s;
    QTest::newRow("array") << array << u"[1,null]"_s << u"[1,null]"_s;
    QTest::newRow("array that is none") << array << u"[1,"_s << u"\"[1,\""_s;
    QTest::newRow("binary") << type(TypeRoot::Binary, 2) << u"Cv8="_s << u"\"Cv8=\""_s;
}

void TestExport::jsonValues()
{
    QFETCH(LogicalType, type);
    QFETCH(QString, wire);
    QFETCH(QString, json);
    const ResultSchema one = schema({{.name = u"c"_s, .type = type}}, u"Europe/Berlin"_s);
    const bool text = storageOf(type.root) == ColumnStorage::Text;
    const Cell cell = text ? Cell(wire.toStdString()) : Cell(wire.toLongLong());
    QCOMPARE(QString::fromStdString(written(one, {.format = ExportFormat::JsonLines}, {{cell}})),
        u"{\"c\":"_s + json + u"}\n"_s);
}

void TestExport::jsonIsJson()
{
    const ResultSchema columns = schema({{.name = u"a \"quoted\"\nname"_s, .type = type(TypeRoot::VarChar)},
        {.name = u""_s, .type = type(TypeRoot::Double)}});
    const std::string text = written(columns, {.format = ExportFormat::Json, .rowKinds = true},
        {{std::string("x\ty"), std::string("Infinity")}, {nullptr, std::string("1.5E-7")}});
    QJsonParseError error;
    const QJsonArray array = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error).array();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(array.size(), 2);
    QCOMPARE(array[0].toObject()[u"a \"quoted\"\nname"_s].toString(), u"x\ty"_s);
    QCOMPARE(array[1].toObject()[u""_s].toDouble(), 1.5e-7);
}

void TestExport::jsonNamesAreUnique()
{
    const LogicalType number = type(TypeRoot::Integer);
    const ResultSchema columns = schema({{.name = u"a"_s, .type = number}, {.name = u"a"_s, .type = number},
        {.name = u"a_2"_s, .type = number}, {.name = u"op"_s, .type = number}});
    const std::vector<Row> rows{{qint64(1), qint64(2), qint64(3), qint64(4)}};
    QCOMPARE(written(columns, {.format = ExportFormat::JsonLines, .rowKinds = true}, rows),
        std::string("{\"op\":\"+I\",\"a\":1,\"a_2\":2,\"a_2_2\":3,\"op_2\":4}\n"));
}

void TestExport::insertLiterals_data()
{
    QTest::addColumn<LogicalType>("type");
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QString>("sql");
    const LogicalType text = type(TypeRoot::VarChar, 2147483647);
    QTest::newRow("text") << text << u"it's"_s << u"'it''s'"_s;
    QTest::newRow("decimal") << type(TypeRoot::Decimal, 10, 2) << u"1E+2"_s << u"100"_s;
    QTest::newRow("double") << type(TypeRoot::Double) << u"NaN"_s << u"CAST('NaN' AS DOUBLE)"_s;
    QTest::newRow("boolean") << type(TypeRoot::Boolean) << u"0"_s << u"FALSE"_s;
    QTest::newRow("date") << type(TypeRoot::Date) << u"2024-03-31"_s << u"DATE '2024-03-31'"_s;
    QTest::newRow("timestamp") << type(TypeRoot::Timestamp, 3) << u"2024-03-31T02:30:00.5"_s
                               << u"TIMESTAMP '2024-03-31 02:30:00.5'"_s;
    QTest::newRow("ltz") << type(TypeRoot::TimestampLtz, 3) << u"2024-03-31T02:30:00Z"_s
                         << u"CAST(TIMESTAMP '2024-03-31 02:30:00' AS TIMESTAMP_LTZ(3))"_s;
    QTest::newRow("binary") << type(TypeRoot::Binary, 2) << u"Cv8="_s << u"X'0aff'"_s;
    QTest::newRow("interval") << type(TypeRoot::IntervalDayTime) << u"-93784567"_s
                              << u"INTERVAL '-1 02:03:04.567' DAY(6) TO SECOND(3)"_s;
    QTest::newRow("array") << LogicalType{.root = TypeRoot::Array, .children = {{.type = text}}} << u"[\"a\",null]"_s
                           << u"ARRAY['a', CAST(NULL AS STRING)]"_s;
    QTest::newRow("map") << LogicalType{.root = TypeRoot::Map,
        .children = {{.type = text}, {.type = type(TypeRoot::Integer)}}}
                         << u"{\"k\":1,\"l\":2}"_s << u"MAP['k', 1, 'l', 2]"_s;
    QTest::newRow("row") << LogicalType{.root = TypeRoot::Row,
        .children = {{.name = u"a"_s, .type = type(TypeRoot::Integer)}, {.name = u"b"_s, .type = text}}}
                         << u"{\"a\":1,\"b\":\"x\"}"_s << u"ROW(1, 'x')"_s;
    QTest::newRow("broken") << LogicalType{.root = TypeRoot::Array, .children = {{.type = text}}} << u"[\"a"_s
                            << u"'[\"a'"_s;
}

void TestExport::insertLiterals()
{
    QFETCH(LogicalType, type);
    QFETCH(QString, wire);
    QFETCH(QString, sql);
    const bool text = storageOf(type.root) == ColumnStorage::Text;
    const Cell cell = text ? Cell(wire.toStdString()) : Cell(wire.toLongLong());
    QCOMPARE(QString::fromStdString(written(schema({{.name = u"c`d"_s, .type = type}}),
                 {.format = ExportFormat::InsertStatements, .table = u"db.t"_s}, {{cell}})),
        u"INSERT INTO db.t (`c``d`) VALUES\n    ("_s + sql + u");\n"_s);
}

void TestExport::insertSplitsLongLists()
{
    const std::vector<Row> rows(250, {std::string("x"), qint64(1)});
    const QString text =
        QString::fromStdString(written(textAndNumber(), {.format = ExportFormat::InsertStatements}, rows));
    QCOMPARE(text.count(u"INSERT INTO"_s), 3);
    QCOMPARE(text.count(u";\n"_s), 3);
    QCOMPARE(text.count(u"('x', 1)"_s), 250);
}

void TestExport::chosenColumns()
{
    QCOMPARE(
        written(textAndNumber(), {.format = ExportFormat::Csv, .columns = {1, 0, 1}}, {{std::string("a"), qint64(1)}}),
        std::string("n,s,n\r\n1,a,1\r\n"));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
