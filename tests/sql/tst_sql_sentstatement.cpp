// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/sentstatement.h"

#include "sql/positions.h"

#include <QTest>

using namespace millrace;
using namespace millrace::sql;
using namespace Qt::StringLiterals;

class SentStatementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void texts_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QStringList>("sent");
        QTest::newRow("query") << u"SELECT 1"_s << QStringList{u"SELECT 1"_s};
        QTest::newRow("execute") << u"EXECUTE STATEMENT SET BEGIN INSERT INTO t SELECT 1; END"_s
                                 << QStringList{u"EXECUTE STATEMENT SET BEGIN INSERT INTO t SELECT 1; END"_s};
        QTest::newRow("set")
            << u"BEGIN STATEMENT SET;\nINSERT INTO t SELECT ';';\nINSERT OVERWRITE t SELECT 2;\nEND"_s
            << QStringList{
                   u"EXECUTE STATEMENT SET BEGIN\nINSERT INTO t SELECT ';';\nINSERT OVERWRITE t SELECT 2;\nEND"_s};
        QTest::newRow("comments") << u"begin /* a\n */ statement set -- x\n; INSERT INTO t SELECT 1; end"_s
                                  << QStringList{
                                         u"EXECUTE /* a\n */ statement set BEGIN -- x\n INSERT INTO t SELECT 1; end"_s};
        QTest::newRow("something else in it")
            << u"BEGIN STATEMENT SET; CREATE TABLE t AS SELECT 1; END"_s
            << QStringList{u"BEGIN STATEMENT SET"_s, u"CREATE TABLE t AS SELECT 1"_s, u"END"_s};
        QTest::newRow("without END") << u"BEGIN STATEMENT SET; INSERT INTO t SELECT 1"_s
                                     << QStringList{u"BEGIN STATEMENT SET"_s, u"INSERT INTO t SELECT 1"_s};
        QTest::newRow("empty") << u"BEGIN STATEMENT SET; END"_s << QStringList{u"BEGIN STATEMENT SET"_s, u"END"_s};
        QTest::newRow("nothing") << u" -- x"_s << QStringList();
    }

    void texts()
    {
        QFETCH(QString, written);
        QStringList texts;
        for (const SentStatement& sent : statementsToSend(written)) {
            texts << sent.text;
        }
        QTEST(texts, "sent");
    }

    /// Every word that was written is found again from where it stands in what is sent.
    void findsTheWayBack_data()
    {
        QTest::addColumn<QString>("written");
        QTest::newRow("one line") << u"BEGIN STATEMENT SET; INSERT INTO t SELECT wrong FROM x; END"_s;
        QTest::newRow("several lines") << u"BEGIN STATEMENT SET;\nINSERT INTO t\n  SELECT '😀', wrong FROM x; END"_s;
        QTest::newRow("comment between") << u"BEGIN /* c */ STATEMENT SET ;INSERT INTO t SELECT wrong FROM x; END"_s;
        QTest::newRow("pieces") << u"BEGIN STATEMENT SET; CREATE TABLE t AS SELECT wrong FROM x; END"_s;
        QTest::newRow("query") << u"SELECT wrong FROM x"_s;
    }

    void findsTheWayBack()
    {
        QFETCH(QString, written);
        const qsizetype place = written.indexOf(u"wrong"_s);
        for (const SentStatement& sent : statementsToSend(written)) {
            const qsizetype found = sent.text.indexOf(u"wrong"_s);
            if (found < 0) {
                continue;
            }
            QCOMPARE(sent.toWritten(found), place);
            const LineIndex sentLines(sent.text);
            const TextRange range = sentLines.range(sent.text, found, found + 5);
            const QString script = u"-- above\n  "_s + written;
            const TextRange inScript = sent.toScript(range, written, {2, 3});
            QCOMPARE(offsetAt(script, inScript.begin), place + 11);
            QCOMPARE(offsetAt(script, inScript.end), place + 16);
            return;
        }
        QFAIL("the word was not sent");
    }
};

QTEST_GUILESS_MAIN(SentStatementTest)
#include "tst_sql_sentstatement.moc"
