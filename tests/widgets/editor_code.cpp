// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts that are no FlinkSQL: tokens and folds by table, the editor by keyboard.
#include "tests/widgets/guitest.h"
#include "widgets/editor/bracketmatch.h"
#include "widgets/editor/codefolds.h"
#include "widgets/editor/codescan.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/sqllexer.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

using Sci = QsciScintillaBase;
using enum ScriptLanguage;

struct Window {
    Window()
    {
        editor.resize(800, 400);
        shown = test::showActive(editor);
        editor.setFocus();
    }

    SqlEditor editor;
    bool shown = false;
};

/// One letter a byte, tokens read line by line as the editor does.
QString letters(ScriptLanguage language, const QByteArray& text)
{
    static const QString kinds = u" .ktfqsncva([)o"_s;
    QString found;
    int state = 0;
    int at = 0;
    while (at < text.size()) {
        const auto lineEnd = text.indexOf('\n', at);
        const auto end = static_cast<int>(lineEnd < 0 ? text.size() : lineEnd + 1);
        CodeScanner scanner(language, std::string_view(text.constData(), static_cast<size_t>(end)), at, state);
        CodeToken token;
        while (scanner.next(token)) {
            const QChar letter = token.kind == CodeKind::Open ? u'('
                : token.kind == CodeKind::Close               ? u')'
                : token.kind == CodeKind::Operator            ? u'o'
                                                              : kinds.at(static_cast<int>(token.kind));
            found += QString(token.length, letter);
        }
        state = scanner.state();
        at = end;
    }
    return found;
}

/// "1-3,2-3": first and last lines, from 1.
QString foldLines(ScriptLanguage language, const QByteArray& text)
{
    const std::string_view view(text.constData(), static_cast<size_t>(text.size()));
    QStringList found;
    for (const CodeFold& fold : allFolds(language, view)) {
        const auto line = [&](int offset) { return text.first(offset).count('\n') + 1; };
        found << u"%1-%2"_s.arg(line(fold.first)).arg(line(fold.last));
    }
    return found.join(u',');
}

/// The same by asking each line for its own.
QString foldLinesOneByOne(ScriptLanguage language, const QByteArray& text)
{
    const std::string_view view(text.constData(), static_cast<size_t>(text.size()));
    QStringList found;
    int state = 0;
    int number = 0;
    for (int at = 0; at < text.size(); ++number) {
        const auto lineEnd = text.indexOf('\n', at);
        const auto end = static_cast<int>(lineEnd < 0 ? text.size() : lineEnd + 1);
        if (const auto fold = foldAt(language, view, at, state)) {
            found << u"%1-%2"_s.arg(number + 1).arg(text.first(fold->last).count('\n') + 1);
        }
        CodeScanner scanner(language, view.substr(0, static_cast<size_t>(end)), at, state);
        CodeToken token;
        while (scanner.next(token)) { }
        state = scanner.state();
        at = end;
    }
    return found.join(u',');
}

QString bigJson(qsizetype megabytes)
{
    QString text = u"{\n  \"items\": [\n"_s;
    while (text.size() < megabytes * 1024 * 1024) {
        text +=
            u"    {\n      \"name\": \"value ${X}\",\n      \"numbers\": [1, 2.5, -3e4],\n      \"on\": true\n    },\n"_s;
    }
    return text + u"    null\n  ]\n}\n"_s;
}

} // namespace

class EditorCodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp, {.mode = ThemeMode::Light}); }

    void init() { test::failOnWarnings(); }

    void tokens_data()
    {
        QTest::addColumn<ScriptLanguage>("language");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char* name, ScriptLanguage language, const char* text, const char* wanted) {
            QTest::newRow(name) << language << QByteArray(text) << QString::fromLatin1(wanted);
        };
        row("json", Json, "{\"a\" : \"b\", \"c\":[1, -2.5e3, true]}", "(qqq o ssso qqqo(no nnnnnno kkkk))");
        row("json escapes", Json, "{\"a\\\"b\": \"\\\\\"}", "(qqqqqqo ssss)");
        row("json string ends with its line", Json, "\"a\n1", "ss n");
        row("hocon keys", Hocon, "env { job.mode = BATCH }", "qqq ( qqqqqqqq o ..... )");
        row("hocon comments", Hocon, "a: 1 # x\n// y\nb=2", "qo n ccc cccc qon");
        row("hocon substitution", Hocon, "a = ${b.c} \"x\"", "q o vvvvvv sss");
        row("hocon triple", Hocon, "q = \"\"\"a\n\"b\"\"\"\"\nx=on", "q o sssssssssss qokk");
        row("hocon plus", Hocon, "a += [x-1, 2]", "q oo (...o n)");
        row("hocon url is no comment", Hocon, "u = \"http://x\"", "q o ssssssssss");
        row("python", Python, "def f(x): # c\n  return len(x)", "kkk f(.)o ccc   kkkkkk fff(.)");
        row("python strings", Python, "x = r'a\\'+f\"{b}\"", ". o ssssssssssss");
        row("python string ends", Python, "'a'+1", "ssson");
        row("python triple", Python, "\"\"\"a\n'b\n\"\"\" + 1", "sssssssssss o n");
        row("python decorator", Python, "@a.b\nx.print", "aaaa .o.....");
        row("python class", Python, "class A:\n  pass", "kkkkk fo   kkkk");
        row("scala", Scala, "val x: Int = \"a\" // c", "kkk .o ttt o sss cccc");
        row("scala nested comment", Scala, "/* a /* b */ c\n*/ 1", "ccccccccccccccccc n");
        row("scala char", Scala, "'a' + '\\n' + 'x", "sss o ssss o o.");
        row("scala interpolated", Scala, "s\"a\" + \"\"\"b\nc\"\"\"", "ssss o sssssssss");
        row("scala class", Scala, "class Job extends App { }", "kkkkk ttt kkkkkkk ttt ( )");
        row("shell", Shell, "echo \"$x\" # c\nif [ $a ]; then exit 1; fi", "ffff ssss ccc kk ( vv )o kkkk ffff no kk");
        row("shell word in a word", Shell, "a#b done", "... ....");
        row("shell assignment", Shell, "X=1 echo $X ${Y}", "von ffff vv vvvv");
        row("shell string over lines", Shell, "echo 'a\nb' c", "ffff sssss .");
        row("shell here-document", Shell, "cat <<EOF\nif 'x\nEOF\necho a", "... oo... ssssssssssffff .");
        row("shell substitution", Shell, "x=$(date)", "voo(....)");
    }

    void tokens()
    {
        QFETCH(ScriptLanguage, language);
        QFETCH(QByteArray, text);
        QFETCH(QString, wanted);
        QCOMPARE(letters(language, text), wanted);
    }

    void anyTextIsReadWhole()
    {
        QRandomGenerator random(20);
        const QByteArray pieces("{}[]()\"'#/*\\\n\n =:,$<>-.@eoif 1aZ\xc3\xa4");
        for (int round = 0; round < 3000; ++round) {
            QByteArray text;
            const int size = random.bounded(60);
            for (int i = 0; i < size; ++i) {
                text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
            }
            for (const ScriptLanguage language : {Json, Hocon, Python, Scala, Shell}) {
                QCOMPARE(letters(language, text).size(), text.size());
                foldLines(language, text);
                foldLinesOneByOne(language, text);
                for (int caret = 0; caret <= size; ++caret) {
                    const std::string_view view(text.constData(), static_cast<size_t>(size));
                    const auto pair = matchCodeBracket(language, view, 0, size, 0, caret);
                    QVERIFY(!pair || pair->open == caret || pair->open == caret - 1);
                }
            }
        }
    }

    void folds_data()
    {
        QTest::addColumn<ScriptLanguage>("language");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("all");
        QTest::addColumn<QString>("oneByOne");
        const auto row = [](const char* name, ScriptLanguage language, const char* text, const char* all,
                             const char* one = nullptr) {
            QTest::newRow(name) << language << QByteArray(text) << QString::fromLatin1(all)
                                << QString::fromLatin1(one ? one : all);
        };
        row("json", Json, "{\n \"a\": [\n  1\n ],\n \"b\": {}\n}", "2-4", "1-6,2-4");
        row("closing line that opens", Hocon, "a {\n x=1\n} b {\n y=2\n}", "1-2,3-5");
        row("several on a line", Json, "[[\n1\n]]", "1-3", "1-3");
        row("open to the end", Hocon, "a {\n b = 1\n", "", "1-2");
        row("brackets in strings", Json, "[\"{\",\n\"}\"]", "", "1-2");
        row("python", Python, "def f():\n  if x:\n    a\n\n  b\nc", "1-5,2-3");
        row("python text over lines", Python, "def f():\n  '''a\nb\n  '''\nc", "1-4,2-4", "1-4,2-4");
        row("python comment keeps the block", Python, "if x:\n  a\n# c\n  b\nd", "1-4");
        row("scala", Scala, "object A {\n  def f = {\n  }\n}", "1-4,2-3");
        row("shell", Shell, "if a; then\n b\nfi\nfor x in y\ndo\n c\ndone\nf() {\n d\n}", "1-3,5-7,8-10");
    }

    void folds()
    {
        QFETCH(ScriptLanguage, language);
        QFETCH(QByteArray, text);
        QFETCH(QString, all);
        QFETCH(QString, oneByOne);
        QCOMPARE(foldLines(language, text), all);
        QCOMPARE(foldLinesOneByOne(language, text), oneByOne);
    }

    void wholeTextIsOneStatement()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.setLanguage(Python);
        editor.loadText(u"\nprint('a; b');\nprint(2)\n"_s);
        QCOMPARE(editor.statementCount(), 1);
        QCOMPARE(editor.statement(0).text, u"print('a; b');\nprint(2)"_s);
        QCOMPARE(editor.statement(0).kind, sql::StatementKind::Unknown);
        QCOMPARE(editor.statement(0).begin, (TextPosition{2, 1}));
        editor.selectRange(1, 14);
        const auto selected = editor.selectedStatements();
        QCOMPARE(selected.size(), 1U);
        QCOMPARE(selected.front().text, u"print('a; b')"_s);
        QCOMPARE(selected.front().index, 0);
        editor.selectAll();
        QTest::keyClick(&editor, Qt::Key_Delete);
        QCOMPARE(editor.statementCount(), 0);
        QTest::keyClicks(&editor, u"x"_s);
        QCOMPARE(editor.statementCount(), 1);
    }

    void markOfTheWholeStays()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.setLanguage(Python);
        editor.loadText(u"a = 1\nb = 2\n"_s);
        const quint64 mark = editor.markStatement(0, RunState::Running);
        editor.setCaretOffset(0);
        QTest::keyClicks(&editor, u"c"_s);
        QCOMPARE(editor.statementOfMark(mark), 0);
        editor.updateMark(mark, RunState::Done);
        QCOMPARE(editor.stateOf(0), RunState::NotRun); // another text than the one that ran
        editor.undo();
        QCOMPARE(editor.stateOf(0), RunState::Done);
    }

    void languageChanges()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT 1;\nSELECT 2;"_s);
        QCOMPARE(editor.statementCount(), 2);
        editor.markStatement(1, RunState::Done);
        editor.setLanguage(Json);
        QCOMPARE(editor.statementCount(), 1);
        QVERIFY(editor.marks().empty());
        editor.setLanguage(SparkSql);
        QCOMPARE(editor.statementCount(), 2);
        editor.setLanguage(FlinkSql);
        QCOMPARE(editor.statementCount(), 2);
    }

    void dialectsHaveTheirWords()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"MSCK REPAIR"_s);
        const auto style = [&editor] {
            editor.send(Sci::SCI_COLOURISE, 0, -1);
            return editor.send(Sci::SCI_GETSTYLEAT, 0);
        };
        QCOMPARE(style(), long(SqlLexer::Plain));
        editor.setLanguage(HiveSql);
        QCOMPARE(style(), long(SqlLexer::Keyword));
    }

    void commentsByKey_data()
    {
        QTest::addColumn<ScriptLanguage>("language");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("python") << Python << u"# a\n"_s;
        QTest::newRow("hocon") << Hocon << u"# a\n"_s;
        QTest::newRow("scala") << Scala << u"// a\n"_s;
        QTest::newRow("json has none") << Json << u"a\n"_s;
        QTest::newRow("hive") << HiveSql << u"-- a\n"_s;
    }

    void commentsByKey()
    {
        QFETCH(ScriptLanguage, language);
        QFETCH(QString, wanted);
        Window window;
        window.editor.setLanguage(language);
        window.editor.loadText(u"a\n"_s);
        QTest::keyClick(&window.editor, Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(window.editor.text(), wanted);
        QTest::keyClick(&window.editor, Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(window.editor.text(), u"a\n"_s);
    }

    void foldsByKeyAndMouse()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.setLanguage(Json);
        editor.loadText(u"{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {\n    \"c\": 3\n  }\n}\n"_s);
        editor.goTo({3, 5});
        editor.perform(EditorCommand::ToggleFold);
        QVERIFY(editor.isLineFolded(1));
        QCOMPARE(editor.send(Sci::SCI_GETLINEVISIBLE, 2), 0L);
        QCOMPARE(editor.send(Sci::SCI_GETLINEVISIBLE, 4), 0L);
        QVERIFY(editor.send(Sci::SCI_GETLINEVISIBLE, 5) != 0);
        // the arrow of the outer one, then of the inner one again
        const auto click = [&editor](int row) {
            QTest::mouseClick(editor.viewport(), Qt::LeftButton, {},
                QPoint(editor.marginWidth(0) - 16, row * editor.lineHeight() + 8));
        };
        click(0);
        QVERIFY(editor.isLineFolded(0));
        click(0);
        QVERIFY(!editor.isLineFolded(0));
        QVERIFY(editor.isLineFolded(1)); // what was folded inside is folded still
        QCOMPARE(editor.send(Sci::SCI_GETLINEVISIBLE, 3), 0L);
        click(1);
        QVERIFY(!editor.isLineFolded(1));
        QVERIFY(editor.send(Sci::SCI_GETALLLINESVISIBLE) != 0);
        editor.perform(EditorCommand::FoldAll);
        QVERIFY(editor.isLineFolded(1));
        QVERIFY(editor.isLineFolded(5));
        QVERIFY(!editor.isLineFolded(0)); // around everything
        editor.goTo({7, 3});
        QTRY_VERIFY(editor.send(Sci::SCI_GETLINEVISIBLE, 6) != 0);
        editor.perform(EditorCommand::UnfoldAll);
        QVERIFY(editor.send(Sci::SCI_GETALLLINESVISIBLE) != 0);
    }

    void bracketsMatch()
    {
        const QByteArray text("{\"a}\": [1, (\n# ]\n2)]}");
        const std::string_view view(text.constData(), static_cast<size_t>(text.size()));
        const auto match = [&](int caret) {
            return matchCodeBracket(Python, view, 0, static_cast<int>(text.size()), 0, caret)
                .value_or(BracketPair{-9, -9});
        };
        QCOMPARE(match(0), (BracketPair{0, static_cast<int>(text.size()) - 1}));
        QCOMPARE(match(7), (BracketPair{7, static_cast<int>(text.size()) - 2}));
        QCOMPARE(match(4), (BracketPair{-9, -9})); // in a string
        const QByteArray open("[1");
        QCOMPARE(matchCodeBracket(Json, "[1", 0, 2, 0, 0), (BracketPair{0, -1}));
        QVERIFY(!matchCodeBracket(Json, "[1]", 0, 2, 0, 0)); // its partner may stand behind what is read
    }

    void completesInTheLanguage()
    {
        Window window;
        SqlEditor& editor = window.editor;
        QSignalSpy asked(&editor, &SqlEditor::completionRequested);
        editor.setLanguage(Hocon);
        editor.loadText(u"env {\n  \n}\n"_s);
        editor.goTo({2, 3});
        QTest::keyClicks(&editor, u"job.m"_s);
        QTRY_COMPARE(asked.count(), 1);
        const auto request = asked.front().front().value<CompletionRequest>();
        QCOMPARE(request.prefix, u"job.m"_s);
        QCOMPARE(request.statement.first(request.offset), u"env {\n  job.m"_s);
        editor.setCompletions(request.generation, {{.text = u"job.mode"_s, .kind = CompletionKind::Option}});
        QTRY_VERIFY(editor.isCompletionShown());
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(editor.text(1), u"  job.mode\n"_s);
    }

    void largeJsonStaysQuick()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.setLanguage(Json);
        editor.loadText(bigJson(5));
        QElapsedTimer clock;
        qint64 worst = 0;
        editor.goTo({4, 12});
        qApp->processEvents();
        for (const char letter : {'x', 'y', '{', '"', 'z'}) {
            clock.start();
            QTest::keyClick(&editor, letter);
            qApp->processEvents();
            editor.repaint();
            worst = std::max(worst, clock.elapsed());
        }
        qInfo() << "slowest key in 5 MB of JSON:" << worst << "ms";
        QVERIFY(worst < 1000); // a machine under load; the benchmark has the bar
        editor.undo();
        clock.start();
        editor.perform(EditorCommand::FoldAll);
        qInfo() << "fold all:" << clock.elapsed() << "ms";
        QVERIFY(editor.isLineFolded(2));
    }
};

QTEST_MAIN(EditorCodeTest)
#include "editor_code.moc"
