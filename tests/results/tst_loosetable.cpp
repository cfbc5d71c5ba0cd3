// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/loosetable.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

ResultColumn column(const QString& name, const QString& type)
{
    return {name, typeFromForeignName(type)};
}

} // namespace

class LooseTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTypesThatFit();
    void aColumnThatDoesNotFitBecomesText_data();
    void aColumnThatDoesNotFitBecomesText();
    void missingCellsAreNull();
    void foreignNames_data();
    void foreignNames();
};

void LooseTableTest::keepsTypesThatFit()
{
    LooseTable table({column(u"a"_s, u"int"_s), column(u"b"_s, u"string"_s), column(u"c"_s, u"boolean"_s)});
    table.addRow({u"-7"_s, u"NULL"_s, u"True"_s});
    table.addRow({std::nullopt, std::nullopt, u"false"_s});
    const auto built = table.build();
    QCOMPARE(built.columns[0].type.root, TypeRoot::Integer);
    QCOMPARE(built.rows.rowCount(), 2);
    QCOMPARE(built.rows.cell(0, 0).integer, -7);
    QVERIFY(built.rows.cell(1, 0).isNull);
    QCOMPARE(built.rows.cell(0, 1).text, std::string_view("NULL"));
    QVERIFY(!built.rows.cell(0, 1).isNull);
    QCOMPARE(built.rows.cell(0, 2).integer, 1);
    QCOMPARE(built.rows.cell(1, 2).integer, 0);
}

void LooseTableTest::aColumnThatDoesNotFitBecomesText_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("cell");
    QTest::newRow("too wide") << u"int"_s << u"9007199254740993"_s;
    QTest::newRow("leading zeros") << u"bigint"_s << u"007"_s;
    QTest::newRow("text") << u"bigint"_s << u"many"_s;
    QTest::newRow("fraction") << u"bigint"_s << u"1.9"_s;
    QTest::newRow("no real") << u"double"_s << u"1,5"_s;
    QTest::newRow("no boolean") << u"boolean"_s << u"yes"_s;
}

void LooseTableTest::aColumnThatDoesNotFitBecomesText()
{
    QFETCH(QString, type);
    QFETCH(QString, cell);
    LooseTable table({column(u"a"_s, type)});
    table.addRow({u"1"_s});
    table.addRow({cell});
    const auto built = table.build();
    QCOMPARE(built.columns[0].type.root, TypeRoot::VarChar);
    QCOMPARE(built.rows.cell(1, 0).text, cell.toStdString());
    QCOMPARE(built.rows.cell(0, 0).text, std::string_view("1"));
}

void LooseTableTest::missingCellsAreNull()
{
    LooseTable table({column(u"a"_s, u"string"_s), column(u"b"_s, u"string"_s)});
    table.addRow({u"x"_s});
    table.addRow({u"x"_s, u"y"_s, u"z"_s});
    const auto built = table.build();
    QVERIFY(built.rows.cell(0, 1).isNull);
    QCOMPARE(built.rows.columnCount(), 2);
    QCOMPARE(built.rows.cell(1, 1).text, std::string_view("y"));
}

void LooseTableTest::foreignNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sql");
    QTest::newRow("int") << u"int"_s << u"INT"_s;
    QTest::newRow("decimal") << u"decimal(10,2)"_s << u"DECIMAL(10, 2)"_s;
    QTest::newRow("spaces") << u" Decimal ( 5 , 1 ) "_s << u"DECIMAL(5, 1)"_s;
    QTest::newRow("unknown") << u"geometry"_s << u"STRING"_s;
    QTest::newRow("empty") << QString() << u"STRING"_s;
    QTest::newRow("nested") << u"array<int>"_s << u"STRING"_s;
}

void LooseTableTest::foreignNames()
{
    QFETCH(QString, name);
    QFETCH(QString, sql);
    QCOMPARE(typeFromForeignName(name).toSql(), sql);
}

QTEST_GUILESS_MAIN(LooseTableTest)
#include "tst_loosetable.moc"
