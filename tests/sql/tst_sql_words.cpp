// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/keywords.h"
#include "sql/outline.h"

#include <QTest>

using namespace millrace::sql;
using namespace Qt::StringLiterals;

class WordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void classes()
    {
        QCOMPARE(classifyWord(u"select"), WordClass::Keyword);
        QCOMPARE(classifyWord(u"Watermark"), WordClass::Keyword);
        QCOMPARE(classifyWord("STATEMENT"), WordClass::Keyword);
        QCOMPARE(classifyWord(u"bigint"), WordClass::Type);
        QCOMPARE(classifyWord(u"TIMESTAMP_LTZ"), WordClass::Type);
        QCOMPARE(classifyWord(u"count"), WordClass::Function);
        QCOMPARE(classifyWord("json_value"), WordClass::Function);
        QCOMPARE(classifyWord(u"to_timestamp_ltz"), WordClass::Function);
        for (const QStringView name : {u"orders", u"name", u"value_", u"订单", u"",
                 u"a_very_long_name_that_stands_in_no_table_of_words_at_all"}) {
            QCOMPARE(classifyWord(name), WordClass::Identifier);
        }
        QVERIFY(isReservedWord(u"user") && isReservedWord(u"Value") && isReservedWord(u"END"));
        QVERIFY(!isReservedWord(u"orders") && !isReservedWord(u"type") && !isReservedWord(u"model"));
    }

    void titles_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("object");
        QTest::newRow("select") << u"SELECT  s.shop_name,\n  -- how many\n  COUNT(*)\nFROM t"_s << 26
                                << u"SELECT s.shop_name, COUNT…"_s << QString();
        QTest::newRow("short") << u"SELECT 1"_s << 60 << u"SELECT 1"_s << QString();
        QTest::newRow("table") << u"CREATE TEMPORARY TABLE IF NOT EXISTS `my db` . orders (\n a INT)"_s << 60
                               << u"CREATE TEMPORARY TABLE IF NOT EXISTS `my db` . orders"_s << u"`my db` . orders"_s;
        QTest::newRow("view") << u"create view v as select 1"_s << 60 << u"create view v"_s << u"v"_s;
        QTest::newRow("insert") << u"INSERT INTO a.b.c SELECT 1"_s << 60 << u"INSERT INTO a.b.c SELECT 1"_s
                                << u"a.b.c"_s;
        QTest::newRow("overwrite") << u"INSERT OVERWRITE t SELECT 1"_s << 60 << u"INSERT OVERWRITE t SELECT 1"_s
                                   << u"t"_s;
        QTest::newRow("drop") << u"DROP TABLE IF EXISTS t"_s << 60 << u"DROP TABLE IF EXISTS t"_s << u"t"_s;
        QTest::newRow("function") << u"CREATE TEMPORARY SYSTEM FUNCTION f AS 'a.B'"_s << 60
                                  << u"CREATE TEMPORARY SYSTEM FUNCTION f"_s << u"f"_s;
        QTest::newRow("surrogates") << u"SELECT '😀😀'"_s << 10 << u"SELECT '…"_s << QString();
        QTest::newRow("line break in a string") << u"SELECT 'a\nb'"_s << 60 << u"SELECT 'a b'"_s << QString();
        QTest::newRow("nothing") << u"-- x"_s << 60 << QString() << QString();
    }

    void titles()
    {
        QFETCH(QString, statement);
        QFETCH(int, length);
        QTEST(shortTitle(statement, length), "title");
        QTEST(namedObject(statement), "object");
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_sql_words.moc"
