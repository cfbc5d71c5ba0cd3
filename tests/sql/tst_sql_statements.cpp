// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/positions.h"
#include "sql/statements.h"

#include <QTest>

using namespace millrace;
using namespace millrace::sql;
using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QString& script, const std::vector<Statement>& statements)
{
    QStringList result;
    for (const Statement& statement : statements) {
        result << statement.text(QStringView(script)).toString();
    }
    return result;
}

} // namespace

class StatementsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void split_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* id, const QString& script, const QStringList& expected) {
            QTest::newRow(id) << script << expected;
        };
        row("nothing", QString(), {});
        row("white space", u" \r\n\t"_s, {});
        row("only comments", u"-- a;\n/* b; */ // c;"_s, {});
        row("only semicolons", u";; ;\n;"_s, {});
        row("one", u"SELECT 1"_s, {u"SELECT 1"_s});
        row("one, ended", u"SELECT 1;"_s, {u"SELECT 1"_s});
        row("space before the end", u"SELECT 1 \n ;\n"_s, {u"SELECT 1"_s});
        row("two on a line", u"a; b;"_s, {u"a"_s, u"b"_s});
        row("empty ones between", u"a;;\n;b"_s, {u"a"_s, u"b"_s});
        row("; in a string", u"SELECT ';', 'it''s; ';b"_s, {u"SELECT ';', 'it''s; '"_s, u"b"_s});
        row("; in an escape string", u"SELECT E'\\';';b"_s, {u"SELECT E'\\';'"_s, u"b"_s});
        row("; in a name", u"SELECT `a;b` FROM `c``;`;b"_s, {u"SELECT `a;b` FROM `c``;`"_s, u"b"_s});
        row("; in comments", u"a -- x;\n+ /* ; */ 1 // ;\n;b"_s, {u"a -- x;\n+ /* ; */ 1 // ;"_s, u"b"_s});
        row("; in a hint", u"SELECT /*+ OPTIONS('a'=';') */ 1;b"_s, {u"SELECT /*+ OPTIONS('a'=';') */ 1"_s, u"b"_s});
        row("quote in a comment", u"a -- it's\n; b /* don't */; c"_s, {u"a -- it's"_s, u"b /* don't */"_s, u"c"_s});
        row("comment in a string", u"SELECT '--', '/*', '//'; b"_s, {u"SELECT '--', '/*', '//'"_s, u"b"_s});
        row("comments above", u"-- one\n/* two */\nSELECT 1; -- behind\n-- three\nb;"_s, {u"SELECT 1"_s, u"b"_s});
        row("comments behind the last", u"a; b\n-- tail"_s, {u"a"_s, u"b"_s});
        row("CR LF and CR", u"a\r\n;\r\nb\r;\rc"_s, {u"a"_s, u"b"_s, u"c"_s});
        row("line comment ended by CR", u"-- x\ra;"_s, {u"a"_s});
        row("byte order mark", u"\uFEFFa;\uFEFFb"_s, {u"a"_s, u"b"_s});
        row("URL in a string", u"SET 'a' = 'http://x;y'; b"_s, {u"SET 'a' = 'http://x;y'"_s, u"b"_s});
        row("CASE", u"SELECT CASE WHEN a THEN 1 END; b"_s, {u"SELECT CASE WHEN a THEN 1 END"_s, u"b"_s});
        row("execute statement set",
            u"EXECUTE STATEMENT SET BEGIN\nINSERT INTO a SELECT 1;\nINSERT INTO b SELECT 2;\nEND;\nb;"_s,
            {u"EXECUTE STATEMENT SET BEGIN\nINSERT INTO a SELECT 1;\nINSERT INTO b SELECT 2;\nEND"_s, u"b"_s});
        row("begin statement set", u"x; BEGIN STATEMENT SET; INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END; b"_s,
            {u"x"_s, u"BEGIN STATEMENT SET; INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END"_s, u"b"_s});
        row("small letters and comments", u"begin /* ; */ statement -- x\n set; insert into a select 1; end; b"_s,
            {u"begin /* ; */ statement -- x\n set; insert into a select 1; end"_s, u"b"_s});
        row("CASE in a set",
            u"EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT CASE WHEN CASE x WHEN 1 THEN 2 END = 2 THEN 1 END FROM t; INSERT INTO b SELECT 1; END; b"_s,
            {u"EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT CASE WHEN CASE x WHEN 1 THEN 2 END = 2 THEN 1 END FROM t; INSERT INTO b SELECT 1; END"_s,
                u"b"_s});
        row("END in a string or name", u"BEGIN STATEMENT SET; INSERT INTO a SELECT 'END', `END`; END; b"_s,
            {u"BEGIN STATEMENT SET; INSERT INTO a SELECT 'END', `END`; END"_s, u"b"_s});
        row("CASE without END", u"BEGIN STATEMENT SET; INSERT INTO a SELECT CASE x; END; b"_s,
            {u"BEGIN STATEMENT SET; INSERT INTO a SELECT CASE x; END"_s, u"b"_s});
        row("explain a set",
            u"EXPLAIN ESTIMATED_COST STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 1; END; b"_s,
            {u"EXPLAIN ESTIMATED_COST STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 1; END"_s,
                u"b"_s});
        row("compile a set", u"COMPILE PLAN '/p;q' FOR STATEMENT SET BEGIN INSERT INTO a SELECT 1; END; b"_s,
            {u"COMPILE PLAN '/p;q' FOR STATEMENT SET BEGIN INSERT INTO a SELECT 1; END"_s, u"b"_s});
        row("a set without END", u"EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; b;"_s,
            {u"EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; b;"_s});
        row("begin elsewhere", u"SELECT begin FROM statement; SET; b"_s,
            {u"SELECT begin FROM statement"_s, u"SET"_s, u"b"_s});
        row("END alone", u"END; b"_s, {u"END"_s, u"b"_s});
        row("open string", u"a; SELECT 'b; c;\nd"_s, {u"a"_s, u"SELECT 'b; c;\nd"_s});
        row("open comment", u"a; b /* c; d"_s, {u"a"_s, u"b"_s});
        row("stray quotes", u"a \" b; c"_s, {u"a \" b"_s, u"c"_s});
        row("full-width semicolon", u"a； b; c"_s, {u"a； b"_s, u"c"_s});
        row("variable", u"SELECT ${a}; SELECT '${b;}'; c"_s, {u"SELECT ${a}"_s, u"SELECT '${b;}'"_s, u"c"_s});
    }

    void split()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, expected);
        const std::vector<Statement> statements = splitStatements(script);
        QCOMPARE(texts(script, statements), expected);
        // The same from UTF-8, with byte offsets.
        const QByteArray utf8 = script.toUtf8();
        QStringList fromUtf8;
        for (const Statement& statement :
            splitStatements(std::string_view(utf8.constData(), std::size_t(utf8.size())))) {
            fromUtf8 << QString::fromUtf8(utf8.mid(statement.offset, statement.length));
        }
        QCOMPARE(fromUtf8, expected);
        // The stretches tile the text.
        int at = 0;
        for (const Statement& statement : statements) {
            QCOMPARE(statement.begin, at);
            QVERIFY(
                statement.begin <= statement.offset && statement.length > 0 && statement.textEnd() <= statement.end);
            at = statement.end;
        }
        QVERIFY(splitStatements(QStringView(script).sliced(at)).empty());
    }

    void tellsWhatIsUnfinished_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<bool>("terminated");
        QTest::addColumn<bool>("unfinished");
        QTest::newRow("ended") << u"SELECT 1;"_s << true << false;
        QTest::newRow("not ended") << u"SELECT 1"_s << false << false;
        QTest::newRow("string") << u"SELECT 'a;"_s << false << true;
        QTest::newRow("comment") << u"SELECT 1 /* ;"_s << false << true;
        QTest::newRow("hint") << u"SELECT /*+ a ;"_s << false << true;
        QTest::newRow("set") << u"BEGIN STATEMENT SET; INSERT INTO a SELECT 1;"_s << false << true;
        QTest::newRow("finished set") << u"BEGIN STATEMENT SET; INSERT INTO a SELECT 1; END"_s << false << false;
        QTest::newRow("closed name") << u"SELECT `a"_s << false << true;
    }

    void tellsWhatIsUnfinished()
    {
        QFETCH(QString, script);
        const std::vector<Statement> statements = splitStatements(script);
        QCOMPARE(statements.size(), std::size_t(1));
        QTEST(statements.front().terminated, "terminated");
        QTEST(statements.front().unfinished, "unfinished");
    }

    void positionsOfStatements()
    {
        const QString script = u"-- 注释\nSELECT '😀' AS 表;  VALUES\n(1)\n;"_s;
        const std::vector<Statement> statements = splitStatements(script);
        const LineIndex lines(script);
        QCOMPARE(statements.size(), std::size_t(2));
        QCOMPARE(lines.range(script, statements[0].offset, statements[0].textEnd()), (TextRange{{2, 1}, {2, 16}}));
        QCOMPARE(lines.range(script, statements[1].offset, statements[1].textEnd()), (TextRange{{2, 19}, {3, 4}}));
    }

    void partsOfAStatementSet()
    {
        const QString set =
            u"BEGIN STATEMENT SET;\n-- first\nINSERT INTO a SELECT CASE WHEN x THEN 1 END FROM t;\nINSERT INTO b SELECT ';';\nEND"_s;
        const std::vector<Statement> parts = partsToSend(set);
        QCOMPARE(texts(set, parts),
            (QStringList{u"BEGIN STATEMENT SET"_s, u"INSERT INTO a SELECT CASE WHEN x THEN 1 END FROM t"_s,
                u"INSERT INTO b SELECT ';'"_s, u"END"_s}));
        QCOMPARE(parts.front().kind, StatementKind::BeginStatementSet);
        QCOMPARE(parts.back().kind, StatementKind::EndStatementSet);
        const QString execute = u"EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; END"_s;
        QCOMPARE(texts(execute, partsToSend(execute)), QStringList{execute});
        QCOMPARE(partsToSend(u"SELECT 1"_s).size(), std::size_t(1));
        QCOMPARE(partsToSend(u" -- x"_s).size(), std::size_t(0));
    }

    void findsTheStatementOfACursor_data()
    {
        QTest::addColumn<QString>("marked"); // | is the cursor
        QTest::addColumn<int>("expected");
        QTest::newRow("nothing") << u"|"_s << -1;
        QTest::newRow("comment only") << u"-- |x"_s << -1;
        QTest::newRow("begin") << u"|a; b;"_s << 0;
        QTest::newRow("inside") << u"a|a; b;"_s << 0;
        QTest::newRow("at the ;") << u"aa|; b;"_s << 0;
        QTest::newRow("behind the ;") << u"aa;| b;"_s << 0;
        QTest::newRow("space behind the ;") << u"aa; | b;"_s << 0;
        QTest::newRow("next") << u"aa; |b;"_s << 1;
        QTest::newRow("comment behind") << u"aa; -- x|\nb;"_s << 0;
        QTest::newRow("comment above") << u"aa;\n-- x|\nb;"_s << 1;
        QTest::newRow("empty line above") << u"aa;\n|\nb;"_s << 1;
        QTest::newRow("above the first") << u"|\n\naa;"_s << 0;
        QTest::newRow("behind the last") << u"aa;\nb;\n\n|"_s << 1;
        QTest::newRow("behind an open one") << u"aa;\nb\n\n|"_s << 1;
    }

    void findsTheStatementOfACursor()
    {
        QFETCH(QString, marked);
        const qsizetype cursor = marked.indexOf(u'|');
        QString script = marked;
        script.remove(cursor, 1);
        QTEST(statementAt(splitStatements(script), script, cursor), "expected");
        const QByteArray utf8 = script.toUtf8();
        const std::string_view bytes(utf8.constData(), std::size_t(utf8.size()));
        QTEST(statementAt(splitStatements(bytes), bytes, cursor), "expected");
    }
};

QTEST_GUILESS_MAIN(StatementsTest)
#include "tst_sql_statements.moc"
