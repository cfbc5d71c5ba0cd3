// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/positions.h"

#include "tests/sql/randomsql.h"

#include <QTest>

using namespace millrace;
using namespace millrace::sql;
using namespace Qt::StringLiterals;

class PositionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void offsetsAndPositions_data()
    {
        QTest::addColumn<QString>("marked"); // | is the place
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("empty") << u"|"_s << 1 << 1;
        QTest::newRow("begin") << u"|abc"_s << 1 << 1;
        QTest::newRow("end") << u"abc|"_s << 1 << 4;
        QTest::newRow("second line") << u"a\nb|c"_s << 2 << 2;
        QTest::newRow("CR LF") << u"a\r\n|b"_s << 2 << 1;
        QTest::newRow("CR") << u"a\r|b"_s << 2 << 1;
        QTest::newRow("at the line's end") << u"a|\r\nb"_s << 1 << 2;
        QTest::newRow("empty last line") << u"a\n|"_s << 2 << 1;
        QTest::newRow("accents") << u"éà|x"_s << 1 << 3;
        QTest::newRow("CJK") << u"订单|表"_s << 1 << 3;
        QTest::newRow("emoji") << u"😀😀|x"_s << 1 << 3;
        QTest::newRow("tab") << u"\t|x"_s << 1 << 2;
    }

    void offsetsAndPositions()
    {
        QFETCH(QString, marked);
        QFETCH(int, line);
        QFETCH(int, column);
        const qsizetype offset = marked.indexOf(u'|');
        QString text = marked;
        text.remove(offset, 1);
        const TextPosition position{line, column};
        QCOMPARE(positionAt(text, offset), position);
        QCOMPARE(offsetAt(text, position), offset);
        const QByteArray utf8 = text.toUtf8();
        const std::string_view bytes(utf8.constData(), std::size_t(utf8.size()));
        const qsizetype byteOffset = utf8Offset(text, offset);
        QCOMPARE(byteOffset, text.first(offset).toUtf8().size());
        QCOMPARE(utf16Offset(bytes, byteOffset), offset);
        const LineIndex index(bytes);
        QCOMPARE(index.position(bytes, byteOffset), position);
        QCOMPARE(index.offset(bytes, position), byteOffset);
    }

    void outsideIsMovedInside()
    {
        const QString text = u"ab\ncd"_s;
        QCOMPARE(positionAt(text, -5), (TextPosition{1, 1}));
        QCOMPARE(positionAt(text, 99), (TextPosition{2, 3}));
        QCOMPARE(offsetAt(text, {1, 99}), 2);
        QCOMPARE(offsetAt(text, {0, 0}), 0);
        QCOMPARE(offsetAt(text, {9, 1}), 5);
        QCOMPARE(positionAt(u"😀"_s, 1), (TextPosition{1, 1}));
        QCOMPARE(utf8Offset(u"😀"_s, 1), 0);
        QCOMPARE(utf16Offset("\xF0\x9F\x98\x80", 2), 0);
    }

    void roundTrip()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            // Line breaks, accents and emoji, but no lone surrogates: those have no UTF-8.
            const QString text = QString::fromUtf8(RandomSql(seed).text(60).toUtf8());
            const LineIndex index(text);
            for (qsizetype offset = 0; offset <= text.size(); ++offset) {
                if (offset > 0 && text[offset - 1].isHighSurrogate()) {
                    continue;
                }
                const TextPosition position = index.position(text, offset);
                const bool insideBreak =
                    offset > 0 && offset < text.size() && text[offset - 1] == u'\r' && text[offset] == u'\n';
                QCOMPARE(index.offset(text, position), insideBreak ? offset - 1 : offset);
            }
        }
    }

    void serverPositions()
    {
        // Flink counts UTF-16 units and takes a tab for one column: "SELECT '😀', x y z" fails at its column 18.
        const QString statement = u"SELECT '😀', x y z"_s;
        QCOMPARE(fromServerPosition(statement, 1, 18), (TextPosition{1, 17}));
        QCOMPARE(fromServerPosition(u"SELECT\t\tx y z"_s, 1, 13), (TextPosition{1, 13}));
        QCOMPARE(fromServerPosition(u"SELECT\n a b c"_s, 2, 6), (TextPosition{2, 6}));
        // Places that the statement does not have stay inside it.
        QCOMPARE(fromServerPosition(u"SELECT 1"_s, 1, 99), (TextPosition{1, 9}));
        QCOMPARE(fromServerPosition(u"SELECT 1"_s, 7, 1), (TextPosition{1, 1}));
        QCOMPARE(fromServerPosition(u"SELECT 1"_s, 0, 0), (TextPosition{1, 1}));
        QCOMPARE(fromServerRange(u"SELECT abc FROM t"_s, {1, 8}, {1, 10}), (TextRange{{1, 8}, {1, 11}}));
    }

    void statementToScript()
    {
        QCOMPARE(toScript(TextPosition{1, 8}, {900, 5}), (TextPosition{900, 12}));
        QCOMPARE(toScript(TextPosition{3, 8}, {900, 5}), (TextPosition{902, 8}));
        QCOMPARE(toScript(TextRange{{1, 8}, {2, 3}}, {4, 1}), (TextRange{{4, 8}, {5, 3}}));
    }
};

QTEST_GUILESS_MAIN(PositionsTest)
#include "tst_sql_positions.moc"
