// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/guitest.h"
#include "widgets/editor/overviewscrollbar.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/sqllexer.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QSignalSpy>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

using Sci = QsciScintillaBase;

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

/// The style letters of a line, one a byte: k keyword, f function, …
QString styles(const SqlEditor& editor, int line)
{
    static const QString letters = u".kftsnccqhhvoo"_s;
    const long begin = editor.send(Sci::SCI_POSITIONFROMLINE, line);
    const long end = editor.send(Sci::SCI_GETLINEENDPOSITION, line);
    QString found;
    for (long at = begin; at < end; ++at) {
        found += letters.at(editor.send(Sci::SCI_GETSTYLEAT, at));
    }
    return found;
}

QString bigScript(qsizetype megabytes)
{
    const QString block = u"-- Revenue per shop 每家门店, kept up to date.\nSELECT shop_name, COUNT(*) AS orders,\n"
                          u"       'a;b' AS text /* ; */\nFROM orders WHERE amount > 10 GROUP BY shop_name;\n\n"_s;
    QString text;
    while (text.size() < megabytes * 1024 * 1024) {
        text += block;
    }
    return text;
}

Problem problemAt(TextRange range, const QString& message, ProblemSeverity severity = ProblemSeverity::Error)
{
    Problem problem;
    problem.range = range;
    problem.message = message;
    problem.severity = severity;
    return problem;
}

} // namespace

class EditorTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp, {.mode = ThemeMode::Light}); }

    void init() { test::failOnWarnings(); }

    void colours_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("words") << u"SELECT COUNT(x) FROM t"_s << u"kkkkkk.fffffo.o.kkkk.."_s;
        QTest::newRow("no function without a parenthesis") << u"SELECT count"_s << u"kkkkkk......"_s;
        QTest::newRow("column named like a keyword") << u"t.select = 1"_s << u".........o.n"_s;
        QTest::newRow("type") << u"CAST(a AS BIGINT)"_s << QString();
        QTest::newRow("string") << u"'it''s;' x"_s << u"ssssssss.."_s;
        QTest::newRow("variable") << u"'a${B}c' ${D}"_s << u"ssvvvvss.vvvv"_s;
        QTest::newRow("comment") << u"x -- SELECT"_s << u"..ccccccccc"_s;
        QTest::newRow("hint") << u"/*+ A('b') */ x"_s << u"hhhhhhhhhhhhh.."_s;
        QTest::newRow("quoted") << u"`a b` y"_s << u"qqqqq.."_s;
        QTest::newRow("number") << u"10.5e3 + a1"_s << u"nnnnnn.o..."_s;
    }

    void colours()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        Window window;
        window.editor.loadText(text);
        window.editor.send(Sci::SCI_COLOURISE, 0, -1);
        if (wanted.isEmpty()) {
            QVERIFY(styles(window.editor, 0).contains("tttttt"_L1));
        } else {
            QCOMPARE(styles(window.editor, 0), wanted.left(static_cast<int>(text.toUtf8().size())));
        }
    }

    void coloursGoOnOverLinesAndComeBack()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT 1\nFROM a;\nSELECT 2\nFROM b;\n"_s);
        editor.send(Sci::SCI_COLOURISE, 0, -1);
        QCOMPARE(styles(editor, 2), u"kkkkkk.n"_s);
        editor.setCaretOffset(0);
        QTest::keyClicks(&editor, u"/*"_s);
        editor.send(Sci::SCI_COLOURISE, 0, -1);
        QCOMPARE(styles(editor, 2), u"cccccccc"_s);
        QCOMPARE(editor.statementCount(), 0);
        editor.undo();
        editor.send(Sci::SCI_COLOURISE, 0, -1);
        QCOMPARE(styles(editor, 2), u"kkkkkk.n"_s);
        QCOMPARE(editor.statementCount(), 2);
        // lines that come and go keep the states of the others
        editor.setCaretOffset(9);
        QTest::keyClicks(&editor, u"'x"_s);
        QTest::keyClick(&editor, Qt::Key_Return);
        editor.send(Sci::SCI_COLOURISE, 0, -1);
        QVERIFY(styles(editor, 3).startsWith("ssssss"_L1));
    }

    void statementUnderTheCaret()
    {
        Window window;
        SqlEditor& editor = window.editor;
        QSignalSpy changed(&editor, &SqlEditor::currentStatementChanged);
        editor.loadText(u"-- first\nSELECT 1;\n\nSELECT 店;\nSELECT 3"_s);
        QCOMPARE(editor.statementCount(), 3);
        editor.goTo({1, 3});
        QCOMPARE(editor.currentStatement(), 0);
        editor.goTo({4, 4});
        QCOMPARE(editor.currentStatement(), 1);
        editor.goTo({4, 10}); // behind the ;
        QCOMPARE(editor.currentStatement(), 1);
        editor.goTo({5, 9});
        QCOMPARE(editor.currentStatement(), 2);
        QTRY_VERIFY(!changed.isEmpty());
        const SqlEditor::StatementText second = editor.statement(1);
        QCOMPARE(second.text, u"SELECT 店"_s);
        QCOMPARE(second.begin, (TextPosition{4, 1}));
        QCOMPARE(second.kind, sql::StatementKind::Select);
        QCOMPARE(editor.statement(7).index, -1);
    }

    void statementsByKey()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT 1;\n-- two\nSELECT 2;\nSELECT 3;\n"_s);
        QTest::keyClick(&editor, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(editor.caretPosition(), (TextPosition{3, 1}));
        QTest::keyClick(&editor, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&editor, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(editor.caretPosition(), (TextPosition{4, 1}));
        QTest::keyClick(&editor, Qt::Key_Right);
        QTest::keyClick(&editor, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(editor.caretPosition(), (TextPosition{4, 1}));
        QTest::keyClick(&editor, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(editor.caretPosition(), (TextPosition{3, 1}));
        editor.perform(EditorCommand::SelectStatement);
        QCOMPARE(editor.selectedText(), u"SELECT 2;"_s);
    }

    void selection()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT 1;\nSELECT a FROM (SELECT 2 AS a);\n"_s);
        QVERIFY(editor.selectedStatements().empty());
        editor.selectRange(25, 38); // the inner query alone
        auto chosen = editor.selectedStatements();
        QCOMPARE(chosen.size(), 1U);
        QCOMPARE(chosen[0].text, u"SELECT 2 AS a"_s);
        QCOMPARE(chosen[0].begin, (TextPosition{2, 16}));
        QCOMPARE(chosen[0].index, 1);
        editor.selectRange(3, 20);
        chosen = editor.selectedStatements();
        QCOMPARE(chosen.size(), 2U);
        QCOMPARE(chosen[0].text, u"SELECT 1"_s);
    }

    void placesInBothUnits_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("ASCII") << u"SELECT abc;"_s;
        QTest::newRow("CJK") << u"SELECT 店铺 AS 店;"_s;
        QTest::newRow("emoji") << u"-- 🎉🎉 x🎉y"_s;
        QTest::newRow("tab") << u"\tSELECT\t1"_s;
    }

    void placesInBothUnits()
    {
        QFETCH(QString, line);
        Window window;
        SqlEditor& editor = window.editor;
        const QString text = u"-- über\n"_s + line + u"\nend"_s;
        editor.loadText(text);
        QCOMPARE(editor.textLength(), static_cast<int>(text.size()));
        int column = 1;
        for (qsizetype i = 0; i <= line.size(); ++i) {
            const auto offset = static_cast<int>(8 + i);
            if (i < line.size() && line.at(i).isLowSurrogate()) {
                continue;
            }
            const int byte = editor.byteOf(offset);
            QCOMPARE(byte, static_cast<int>(text.left(offset).toUtf8().size()));
            QCOMPARE(editor.utf16Of(byte), offset);
            QCOMPARE(editor.positionOfByte(byte), (TextPosition{2, column}));
            QCOMPARE(editor.byteOfPosition({2, column}), byte);
            ++column;
        }
        QCOMPARE(editor.byteOfPosition({2, 999}), editor.byteOf(static_cast<int>(8 + line.size())));
        QCOMPARE(editor.byteOfPosition({99, 99}), static_cast<int>(text.toUtf8().size()));
        QCOMPARE(editor.textRange(8, static_cast<int>(8 + line.size())), line);
    }

    void squigglesStandWhereTheServerSaid()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT '🎉店', fx_rate FROM t;\nSELECT 2;"_s);
        editor.setProblems({problemAt({{1, 14}, {1, 21}}, u"No column fx_rate."_s),
            problemAt({{2, 8}, {2, 8}}, u"Here."_s, ProblemSeverity::Warning)});
        QCOMPARE(editor.problemAt({1, 13}), QString());
        QCOMPARE(editor.problemAt({1, 14}), u"No column fx_rate."_s);
        QCOMPARE(editor.problemAt({1, 20}), u"No column fx_rate."_s);
        QCOMPARE(editor.problemAt({1, 21}), QString());
        QCOMPARE(editor.problemAt({2, 8}), u"Here."_s); // an empty range can be seen
        QCOMPARE(editor.overview()->marks().size(), 2U);
        // it moves with its text
        editor.setCaretOffset(0);
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(editor.problemAt({2, 14}), u"No column fx_rate."_s);
        QCOMPARE(editor.problemAt({1, 14}), QString());
        editor.setProblems({});
        QCOMPARE(editor.problemAt({2, 14}), QString());
        QVERIFY(editor.overview()->marks().empty());
    }

    void aClickOnTheGlyphRunsItsStatement()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT 1;\n\nSELECT\n  2;\n"_s);
        QSignalSpy run(&editor, &SqlEditor::statementRunRequested);
        const QRect glyph = editor.glyphRect(1);
        QVERIFY(!glyph.isNull());
        QTest::mouseClick(editor.viewport(), Qt::LeftButton, {}, glyph.center());
        QCOMPARE(run.count(), 1);
        QCOMPARE(run.first().first().toInt(), 1);
        QTest::mouseClick(editor.viewport(), Qt::LeftButton, {}, glyph.center() + QPoint(0, editor.lineHeight()));
        QCOMPARE(run.count(), 1); // no statement begins there
        QTest::mouseClick(editor.viewport(), Qt::RightButton, {}, glyph.center());
        QCOMPARE(run.count(), 1);
    }

    void marksFollowTheirStatement()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT 1;\nSELECT 2;\n"_s);
        const quint64 id = editor.markStatement(1, RunState::Running, u"running"_s);
        QVERIFY(id != 0);
        editor.setCaretOffset(0);
        QTest::keyClicks(&editor, u"SELECT 0;"_s);
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(editor.statementOfMark(id), 2);
        editor.updateMark(id, RunState::Done);
        QCOMPARE(editor.stateOf(2), RunState::Done);
        QCOMPARE(editor.stateOf(1), RunState::NotRun);
        QCOMPARE(editor.marks().size(), 1U);
        editor.goTo({3, 8});
        QTest::keyClicks(&editor, u"1"_s);
        QCOMPARE(editor.stateOf(2), RunState::NotRun);
        editor.undo();
        QCOMPARE(editor.stateOf(2), RunState::Done);
        editor.loadText(u"SELECT 5;"_s);
        QCOMPARE(editor.statementOfMark(id), -1);
    }

    void commentIsOneUndoStep_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("after");
        QTest::newRow("one line") << u"SELECT 1;"_s << 3 << 3 << u"-- SELECT 1;"_s;
        QTest::newRow("several") << u"a\n  b\n\nc"_s << 0 << 8 << u"-- a\n--   b\n\n-- c"_s;
        QTest::newRow("common indent") << u"  a\n    b"_s << 0 << 9 << u"  -- a\n  --   b"_s;
        QTest::newRow("not the line it only touches") << u"a\nb\n"_s << 0 << 2 << u"-- a\nb\n"_s;
        QTest::newRow("back") << u"-- a\n--b"_s << 0 << 8 << u"a\nb"_s;
        QTest::newRow("mixed becomes all") << u"-- a\nb"_s << 0 << 6 << u"-- -- a\n-- b"_s;
    }

    void commentIsOneUndoStep()
    {
        QFETCH(QString, before);
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, after);
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(before);
        editor.selectRange(from, to);
        QTest::keyClick(&editor, Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(editor.text(), after);
        editor.undo();
        QCOMPARE(editor.text(), before);
        QVERIFY(!editor.isUndoAvailable());
    }

    void editingKeys()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"a\nb\nc\n"_s);
        QTest::keyClick(&editor, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(editor.text(), u"a\na\nb\nc\n"_s);
        editor.undo();
        QTest::keyClick(&editor, Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(editor.text(), u"b\na\nc\n"_s);
        QTest::keyClick(&editor, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(editor.text(), u"b\nc\n"_s);
        // Ctrl+Enter is not a line break when nobody takes it
        QTest::keyClick(&editor, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(&editor, Qt::Key_T, Qt::ControlModifier);
        QTest::keyClick(&editor, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(editor.text(), u"b\nc\n"_s);
        editor.setOwnKeys(false);
        QTest::keyClick(&editor, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(editor.text(), u"b\nc\n"_s);
    }

    void keysOfTheWindowComeFirst_data()
    {
        QTest::addColumn<QKeySequence>("key");
        for (const char* key :
            {"Ctrl+Return", "Ctrl+Shift+Return", "Ctrl+Shift+E", "Ctrl+.", "Ctrl+Space", "Alt+/", "Ctrl+/",
                "Ctrl+Alt+L", "Alt+Up", "Alt+Down", "F2", "Ctrl+Shift+P", "Ctrl+P", "Ctrl+T", "F7", "Ctrl+D", "Ctrl+L",
                "Ctrl+S", "Ctrl+F", "Ctrl+H", "Ctrl+W", "Ctrl+U", "Ctrl+Shift+T", "Ctrl+Shift+U", "Ctrl+G"}) {
            QTest::newRow(key) << QKeySequence(QString::fromLatin1(key));
        }
    }

    void keysOfTheWindowComeFirst()
    {
        QFETCH(QKeySequence, key);
        Window window;
        window.editor.loadText(u"SELECT 1"_s);
        QAction action;
        action.setShortcut(key);
        window.editor.addAction(&action);
        QSignalSpy triggered(&action, &QAction::triggered);
        QTest::keySequence(&window.editor, key);
        QCOMPARE(triggered.count(), 1);
        QCOMPARE(window.editor.text(), u"SELECT 1"_s);
    }

    void clipboardAndUndoKeysWork()
    {
        Window window;
        SqlEditor& editor = window.editor;
        test::type(editor, u"Ünïcode 店"_s);
        QCOMPARE(editor.text(), u"Ünïcode 店"_s);
        QTest::keyClick(&editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&editor, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Ünïcode 店"_s);
        QTest::keyClick(&editor, Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(editor.text(), QString());
        QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor.text(), u"Ünïcode 店"_s);
        QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(editor.text(), QString());
    }

    void inputMethodWritesIntoTheLine()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT ;"_s);
        editor.setCaretOffset(7);
        QInputMethodEvent composing(u"shi"_s, {});
        QApplication::sendEvent(&editor, &composing);
        QCOMPARE(editor.text(), u"SELECT shi;"_s); // drawn in the line
        QInputMethodEvent done;
        done.setCommitString(u"时"_s);
        QApplication::sendEvent(&editor, &done);
        QCOMPARE(editor.text(), u"SELECT 时;"_s);
        QCOMPARE(editor.statement(0).text, u"SELECT 时"_s);
        QCOMPARE(editor.caretPosition(), (TextPosition{1, 9}));
    }

    void aScreenReaderReadsTheText()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"-- 🎉\nSELECT 店;"_s);
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&editor);
        QVERIFY(accessible);
        QCOMPARE(accessible->role(), QAccessible::EditableText);
        QCOMPARE(accessible->text(QAccessible::Name), editor.accessibleName());
        QVERIFY(!editor.accessibleName().isEmpty());
        QAccessibleTextInterface* text = accessible->textInterface();
        QVERIFY(text);
        QCOMPARE(text->characterCount(), 15);
        QCOMPARE(text->text(6, 12), u"SELECT"_s);
        text->setCursorPosition(13);
        QCOMPARE(editor.caretPosition(), (TextPosition{2, 8}));
        QCOMPARE(text->cursorPosition(), 13);
        text->addSelection(6, 12);
        QCOMPARE(editor.selectedText(), u"SELECT"_s);
        QCOMPARE(text->selectionCount(), 1);
        const QRect rect = text->characterRect(6);
        QCOMPARE(text->offsetAtPoint(rect.center() - QPoint(2, 0)), 6);
    }

    void folding()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT 1,\n  2,\n  3;\nSELECT 4;\n"_s);
        editor.setFolded(0, true);
        QVERIFY(editor.isFolded(0));
        QCOMPARE(editor.send(Sci::SCI_GETLINEVISIBLE, 2), 0L);
        QCOMPARE(editor.send(Sci::SCI_GETLINEVISIBLE, 3), 1L);
        // text above moves it and it stays folded
        editor.setCaretOffset(0);
        QTest::keyClick(&editor, Qt::Key_Return);
        QCoreApplication::processEvents();
        QVERIFY(editor.isFolded(0));
        QCOMPARE(editor.send(Sci::SCI_GETLINEVISIBLE, 3), 0L);
        // going there opens it
        editor.goTo({4, 1});
        QTRY_VERIFY(!editor.isFolded(0));
        editor.perform(EditorCommand::FoldAll);
        QVERIFY(editor.isFolded(0));
        // what hid the lines is gone: they must be seen
        editor.loadText(u"a\nb\nc\nd"_s);
        QCoreApplication::processEvents();
        for (int line = 0; line < 4; ++line) {
            QCOMPARE(editor.send(Sci::SCI_GETLINEVISIBLE, line), 1L);
        }
    }

    void foldArrowByMouse()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT 1,\n  2;\n"_s);
        const QPoint arrow(editor.glyphRect(0).right() + 8, editor.glyphRect(0).center().y());
        QTest::mouseClick(editor.viewport(), Qt::LeftButton, {}, arrow);
        QVERIFY(editor.isFolded(0));
        QTest::mouseClick(editor.viewport(), Qt::LeftButton, {}, arrow);
        QVERIFY(!editor.isFolded(0));
    }

    void droppedFilesAreHandedOn()
    {
        Window window;
        QSignalSpy dropped(&window.editor, &CodeEditor::filesDropped);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/a.sql"_s)});
        QDragEnterEvent enter(QPoint(300, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.editor.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(300, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.editor.viewport(), &event);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(window.editor.text(), QString());
    }

    void lineEndsAreKept()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"a\r\nb\n"_s, LineEnd::CrLf);
        QCOMPARE(editor.text(), u"a\r\nb\n"_s);
        editor.setCaretOffset(1);
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(editor.text(), u"a\r\n\r\nb\n"_s);
    }

    void tenMegabytes()
    {
        Window window;
        SqlEditor& editor = window.editor;
        const QString text = bigScript(10);
        QElapsedTimer clock;
        clock.start();
        editor.loadText(text);
        QCoreApplication::processEvents();
        qInfo("opened in %lld ms", clock.elapsed());
        QVERIFY(editor.statementCount() > 40'000);
        const int middle = editor.statementCount() / 2;
        editor.goToStatement(middle);
        QCOMPARE(editor.currentStatement(), middle);
        const TextPosition begin = editor.caretPosition();
        editor.viewport()->repaint();
        qint64 worst = 0;
        for (const QChar c : u"SELECT 1;"_s) {
            clock.restart();
            QTest::keyClick(&editor, c.toLatin1());
            editor.viewport()->repaint();
            worst = std::max(worst, clock.elapsed());
        }
        qInfo("longest keystroke %lld ms", worst);
        QCOMPARE(editor.statement(middle).text, u"SELECT 1"_s);
        QCOMPARE(editor.statement(middle).begin, begin);
        QCOMPARE(editor.text(begin.line - 1).left(9), u"SELECT 1;"_s);
        editor.undo();
        QVERIFY(editor.statementCount() > 40'000);
    }

    void paintsInEveryLookWithoutForeignGround()
    {
        Window window;
        SqlEditor& editor = window.editor;
        editor.loadText(u"SELECT 1,\n 2;\nSELECT 3;"_s);
        editor.setMarks({{0, RunState::Running, u"running"_s}, {1, RunState::Failed, u"No."_s}});
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            applyTheme(*qApp, {.mode = mode});
            QTRY_COMPARE(editor.palette().color(QPalette::Base), currentTheme().color(Token::Surface));
            const QImage image = editor.grab().toImage();
            // the far corner of the text, the margin below the text
            const QColor surface = currentTheme().color(Token::Surface);
            QCOMPARE(image.pixelColor(600, 300).rgb(), surface.rgb());
            QCOMPARE(image.pixelColor(5, 300).rgb(), surface.rgb());
        }
    }
};

QTEST_MAIN(EditorTextTest)
#include "editor_text.moc"
