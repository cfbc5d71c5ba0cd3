// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/guitest.h"
#include "widgets/editor/completionpopup.h"
#include "widgets/editor/sqleditor.h"

#include <QListView>
#include <QSignalSpy>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

CompletionPopup* popup(const SqlEditor& editor)
{
    return editor.findChild<CompletionPopup*>();
}

QString first(const SqlEditor& editor)
{
    const auto* view = popup(editor)->findChild<QListView*>();
    return view->model()->index(0, 0).data().toString();
}

} // namespace

class CompletionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        applyTheme(*qApp, {.mode = ThemeMode::Light});
        qRegisterMetaType<CompletionRequest>();
    }

    void init()
    {
        test::failOnWarnings();
        m_editor = std::make_unique<SqlEditor>();
        m_editor->resize(800, 400);
        QVERIFY(test::showActive(*m_editor));
        m_editor->setFocus();
    }

    void cleanup() { m_editor.reset(); }

    void asksAndMixesIn()
    {
        SqlEditor& editor = *m_editor;
        QSignalSpy asked(&editor, &SqlEditor::completionRequested);
        editor.loadText(u"SELECT 1;\nSELECT or FROM 店"_s);
        editor.goTo({2, 10});
        QTest::keyClick(&editor, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1);
        const auto question = asked.first().first().value<CompletionRequest>();
        QCOMPARE(question.statement, u"SELECT or FROM 店"_s);
        QCOMPARE(question.offset, 9);
        QCOMPARE(question.prefix, u"or"_s);
        QVERIFY(editor.isCompletionShown()); // the language itself knows OR and ORDER
        editor.setCompletions(question.generation - 1, {{.text = u"or_late"_s, .kind = CompletionKind::Column}});
        QVERIFY(first(editor) != "or_late"_L1);
        editor.setCompletions(question.generation, {{.text = u"order_time"_s, .kind = CompletionKind::Column}});
        QCOMPARE(first(editor), u"order_time"_s); // columns before words of the language
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(editor.text(1), u"SELECT order_time FROM 店"_s);
        QVERIFY(!editor.isCompletionShown());
        editor.undo();
        QCOMPARE(editor.text(1), u"SELECT or FROM 店"_s);
    }

    void tabReplacesTheWord()
    {
        SqlEditor& editor = *m_editor;
        editor.loadText(u"SELECT order_id"_s);
        editor.setCaretOffset(9);
        QSignalSpy asked(&editor, &SqlEditor::completionRequested);
        QTest::keyClick(&editor, Qt::Key_Slash, Qt::AltModifier);
        const auto question = asked.last().first().value<CompletionRequest>();
        editor.setCompletions(question.generation, {{.text = u"order_time"_s, .kind = CompletionKind::Column}});
        QTest::keyClick(&editor, Qt::Key_Tab);
        QCOMPARE(editor.text(), u"SELECT order_time"_s);
    }

    void opensWhileTypingAndNarrows()
    {
        SqlEditor& editor = *m_editor;
        QTest::keyClicks(&editor, u"SEL"_s);
        QTRY_VERIFY(editor.isCompletionShown());
        QCOMPARE(first(editor), u"SELECT"_s);
        QTest::keyClicks(&editor, u"ECT"_s);
        // the only thing left is what stands there
        QVERIFY(!editor.isCompletionShown());
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(editor.text(), u"SELECT\n"_s);
    }

    void keepsQuietInTextAndComments()
    {
        SqlEditor& editor = *m_editor;
        QSignalSpy asked(&editor, &SqlEditor::completionRequested);
        editor.loadText(u"SELECT 'abc' -- comment "_s);
        editor.send(QsciScintillaBase::SCI_COLOURISE, 0, -1);
        editor.setCaretOffset(24);
        QTest::keyClicks(&editor, u"select"_s);
        bool later = false;
        QTimer::singleShot(300, this, [&] { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!editor.isCompletionShown());
        QCOMPARE(asked.count(), 0);
    }

    void escapeAndCaretClose()
    {
        SqlEditor& editor = *m_editor;
        editor.loadText(u"SELECT orders, other FROM t WHERE o"_s);
        editor.setCaretOffset(35);
        editor.requestCompletion();
        QVERIFY(editor.isCompletionShown());
        QTest::keyClick(&editor, Qt::Key_Escape);
        QVERIFY(!editor.isCompletionShown());
        editor.requestCompletion();
        QVERIFY(editor.isCompletionShown());
        QTest::keyClick(&editor, Qt::Key_Home);
        QTRY_VERIFY(!editor.isCompletionShown());
        QCOMPARE(editor.text(), u"SELECT orders, other FROM t WHERE o"_s);
    }

    void arrowsChoose()
    {
        SqlEditor& editor = *m_editor;
        editor.loadText(u"SELECT zeta1, zeta2, zeta3 FROM t WHERE zet"_s);
        editor.setCaretOffset(43);
        editor.requestCompletion();
        QVERIFY(editor.isCompletionShown());
        QTest::keyClick(&editor, Qt::Key_Down);
        QTest::keyClick(&editor, Qt::Key_Up);
        QTest::keyClick(&editor, Qt::Key_Up); // round to the last
        QTest::keyClick(&editor, Qt::Key_Return);
        QVERIFY(editor.text().endsWith("zeta3"_L1));
    }

private:
    std::unique_ptr<SqlEditor> m_editor;
};

QTEST_MAIN(CompletionTest)
#include "editor_completion.moc"
