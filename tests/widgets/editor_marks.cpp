// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/bracketmatch.h"
#include "widgets/editor/completion.h"
#include "widgets/editor/editormarks.h"

#include <QTest>

#include <string>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

/// A script under edit, as SqlEditor keeps it.
struct Script {
    explicit Script(std::string text) : text(std::move(text)) { index.reset(this->text); }

    void edit(int offset, int removed, const std::string& added)
    {
        marks.beforeEdit(index.statements(), offset, removed, static_cast<int>(added.size()));
        text.replace(static_cast<size_t>(offset), static_cast<size_t>(removed), added);
        const auto change = index.update(text, offset, removed, static_cast<qsizetype>(added.size()));
        marks.afterEdit(index.statements(), text, change);
    }

    quint64 mark(int statement, RunState state)
    {
        return marks.set(statement, state, u"note"_s, index.statements(), text);
    }

    [[nodiscard]] int statementOf(quint64 id) const
    {
        const EditorMarks::Mark* mark = marks.find(id);
        return mark ? EditorMarks::statementHolding(index.statements(), mark->anchor) : -1;
    }

    [[nodiscard]] RunState shown(quint64 id) const { return marks.find(id)->shownState(); }

    std::string text;
    sql::StatementIndex index;
    EditorMarks marks;
};

} // namespace

class MarksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void staysWithItsStatement()
    {
        Script script("SELECT 1;\nSELECT 2;\nSELECT 3;\n");
        const quint64 id = script.mark(1, RunState::Running);
        script.edit(0, 0, "SELECT 0;\n");
        QCOMPARE(script.statementOf(id), 2);
        script.edit(0, 20, "");
        QCOMPARE(script.statementOf(id), 0);
        QCOMPARE(script.text, std::string("SELECT 2;\nSELECT 3;\n"));
        // written right before its first word
        script.edit(0, 0, "SELECT 9;\n");
        QCOMPARE(script.statementOf(id), 1);
        script.edit(10, 0, "-- why\n\n");
        QCOMPARE(script.statementOf(id), 1);
        QCOMPARE(script.shown(id), RunState::Running);
    }

    void anEditTakesTheOutcomeAndUndoBringsItBack()
    {
        Script script("SELECT 1;\nSELECT 2;\n");
        const quint64 done = script.mark(0, RunState::Done);
        const quint64 running = script.mark(1, RunState::Running);
        script.edit(7, 1, "7");
        QCOMPARE(script.shown(done), RunState::NotRun);
        QCOMPARE(script.shown(running), RunState::Running);
        script.edit(7, 1, "1");
        QCOMPARE(script.shown(done), RunState::Done);
        script.edit(17, 1, "8"); // a running statement runs on as it was sent
        QCOMPARE(script.shown(running), RunState::Running);
        QVERIFY(script.marks.update(running, RunState::Done, {}));
        QCOMPARE(script.shown(running), RunState::NotRun); // what ran is not what stands there
    }

    void writingAroundTheTextChangesNothing()
    {
        Script script("SELECT 1;\nSELECT 2;\n");
        const quint64 id = script.mark(1, RunState::Failed);
        script.edit(9, 0, "   -- remark");
        script.edit(static_cast<int>(script.text.size()), 0, "\n\n-- end");
        QCOMPARE(script.shown(id), RunState::Failed);
        QCOMPARE(script.statementOf(id), 1);
    }

    void goesWithItsStatement()
    {
        Script script("SELECT 1;\nSELECT 2;\nSELECT 3;\n");
        const quint64 second = script.mark(1, RunState::Done);
        const quint64 third = script.mark(2, RunState::Done);
        script.edit(10, 10, "");
        QVERIFY(!script.marks.find(second));
        QCOMPARE(script.statementOf(third), 1);
        script.edit(10, 0, "-- "); // commented out
        QVERIFY(!script.marks.find(third));
    }

    void mergedStatementsKeepTheFirstMark()
    {
        Script script("SELECT 1;\nSELECT 2;\n");
        const quint64 first = script.mark(0, RunState::Running);
        const quint64 second = script.mark(1, RunState::Running);
        script.edit(8, 1, ""); // the ; between them
        QCOMPARE(script.statementOf(first), 0);
        QVERIFY(!script.marks.find(second));
    }

    void oneMarkAStatement()
    {
        Script script("SELECT 1;");
        const quint64 first = script.mark(0, RunState::Done);
        const quint64 second = script.mark(0, RunState::Running);
        QVERIFY(!script.marks.find(first));
        QCOMPARE(script.marks.of(script.index.statements().front())->id, second);
        QVERIFY(!script.marks.update(first, RunState::Failed, {}));
        QCOMPARE(script.mark(5, RunState::Done), 0U);
        script.edit(0, 9, "");
        QVERIFY(script.marks.marks().empty());
    }

    void brackets_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("caret");
        QTest::addColumn<int>("open");
        QTest::addColumn<int>("close");
        QTest::newRow("behind the opening one") << QByteArray("f(a)") << 2 << 1 << 3;
        QTest::newRow("before the opening one") << QByteArray("f(a)") << 1 << 1 << 3;
        QTest::newRow("behind the closing one") << QByteArray("f(a)") << 4 << 3 << 1;
        QTest::newRow("nested") << QByteArray("f(g(x), y)") << 2 << 1 << 9;
        QTest::newRow("string") << QByteArray("f(')', 1)") << 2 << 1 << 8;
        QTest::newRow("comment") << QByteArray("f(/* ) */ 1)") << 2 << 1 << 11;
        QTest::newRow("quoted name") << QByteArray("f(`)`)") << 2 << 1 << 5;
        QTest::newRow("open") << QByteArray("f(a") << 2 << 1 << -1;
        QTest::newRow("wrong kind") << QByteArray("[a)") << 3 << 2 << -1;
        QTest::newRow("inside a string") << QByteArray("'(' || x") << 2 << -1 << -1;
        QTest::newRow("nowhere near") << QByteArray("f(a) + b") << 7 << -1 << -1;
    }

    void brackets()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, caret);
        QFETCH(int, open);
        QFETCH(int, close);
        const auto pair = matchBracket({text.constData(), static_cast<size_t>(text.size())}, caret);
        QCOMPARE(pair.has_value(), open >= 0);
        if (pair) {
            QCOMPARE(pair->open, open);
            QCOMPARE(pair->close, close);
        }
    }

    void ranks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<int>("rank");
        QTest::newRow("as written") << u"orders"_s << u"ord"_s << 0;
        QTest::newRow("other case") << u"ORDER BY"_s << u"ord"_s << 1;
        QTest::newRow("word inside") << u"last_order"_s << u"ord"_s << 2;
        QTest::newRow("hump") << u"lastOrder"_s << u"ord"_s << 2;
        QTest::newRow("option") << u"table.exec.state.ttl"_s << u"state"_s << 2;
        QTest::newRow("middle") << u"border"_s << u"ord"_s << 3;
        QTest::newRow("nothing typed") << u"border"_s << QString() << 3;
        QTest::newRow("no fit") << u"shop"_s << u"ord"_s << -1;
        QTest::newRow("CJK") << u"订单_金额"_s << u"金"_s << 2;
    }

    void ranks()
    {
        QFETCH(QString, text);
        QFETCH(QString, prefix);
        QFETCH(int, rank);
        QCOMPARE(completionRank(text, prefix), rank);
    }

    void namesOfTheScript()
    {
        const QString script = u"SELECT amount, `my col` FROM orders -- ghost\nWHERE amo"_s;
        QStringList names;
        for (const CompletionItem& item : nameCompletions(script, {}, script.size())) {
            names << item.text;
        }
        QCOMPARE(names, (QStringList{u"amount"_s, u"my col"_s, u"orders"_s}));
        const std::vector<CompletionItem> words = wordCompletions(u"sel"_s);
        QVERIFY(std::any_of(words.begin(), words.end(),
            [](const CompletionItem& item) { return item.text == "SELECT"_L1 && item.insert == "select"_L1; }));
    }
};

QTEST_GUILESS_MAIN(MarksTest)
#include "editor_marks.moc"
