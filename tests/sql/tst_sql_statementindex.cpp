// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/statementindex.h"

#include "tests/sql/randomsql.h"

#include <QTest>

using namespace millrace::sql;
using namespace Qt::StringLiterals;

namespace {

std::string_view bytes(const QByteArray& utf8)
{
    return {utf8.constData(), std::size_t(utf8.size())};
}

} // namespace

class StatementIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void edits_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("removed");
        QTest::addColumn<QString>("added");
        QTest::addColumn<int>("readAgain"); // how many statements the update replaced by new ones
        const auto row = [](const char* id, const QString& before, int offset, int removed, const QString& added,
                             int readAgain) { QTest::newRow(id) << before << offset << removed << added << readAgain; };
        row("first text", QString(), 0, 0, u"a; b"_s, 2);
        row("all gone", u"a; b; c"_s, 0, 7, QString(), 0);
        row("inside", u"aa; bb; cc;"_s, 5, 0, u"x"_s, 1);
        row("at the ;", u"aa; bb; cc;"_s, 6, 0, u"x"_s, 1);
        row("behind the ;", u"aa; bb; cc;"_s, 7, 0, u"x"_s, 1);
        row("; removed", u"aa; bb; cc;"_s, 6, 1, QString(), 1);
        row("; added", u"aa; bb bb; cc;"_s, 6, 0, u";"_s, 2);
        row("quote opened", u"aa; bb; cc;"_s, 5, 0, u"'"_s, 1);
        row("quote closed", u"aa; b'b; cc;"_s, 6, 0, u"'"_s, 2);
        row("comment opened", u"aa; bb; cc;"_s, 4, 0, u"/*"_s, 0);
        row("at the end", u"aa; bb"_s, 6, 0, u";"_s, 1);
        row("behind the last ;", u"aa; bb;"_s, 7, 0, u"c"_s, 1);
        row("comment behind the last ;", u"aa; bb;"_s, 7, 0, u"-- c"_s, 0);
        row("set opened", u"a; INSERT INTO t SELECT 1; END; b;"_s, 2, 0, u"BEGIN STATEMENT SET;"_s, 1);
        row("nothing", u"a; b;"_s, 1, 0, QString(), 1);
    }

    void edits()
    {
        QFETCH(QString, before);
        QFETCH(int, offset);
        QFETCH(int, removed);
        QFETCH(QString, added);
        QFETCH(int, readAgain);
        QString after = before;
        after.replace(offset, removed, added);
        StatementIndex index;
        index.reset(before);
        const auto old = index.statements().size();
        const StatementIndex::Change change = index.update(after, offset, removed, added.size());
        QCOMPARE(index.statements(), splitStatements(after));
        QCOMPARE(change.added, readAgain);
        QCOMPARE(static_cast<int>(old) - change.removed + change.added, static_cast<int>(index.statements().size()));
    }

    /// A few thousand random edits of random text: always the same as splitting all of it.
    void equalsTheWhole()
    {
        for (unsigned seed = 1; seed <= 200; ++seed) {
            RandomSql random(seed);
            QString text = random.text(80);
            QByteArray utf8 = text.toUtf8();
            StatementIndex index;
            index.reset(text);
            StatementIndex utf8Index;
            utf8Index.reset(bytes(utf8));
            for (int edit = 0; edit < 60; ++edit) {
                const int offset = random.number(static_cast<int>(text.size()) + 1);
                const int removed =
                    random.number(3) == 0 ? random.number(static_cast<int>(text.size()) - offset + 1) / 4 : 0;
                const QString added = random.text(random.number(4));
                text.replace(offset, removed, added);
                index.update(text, offset, removed, added.size());
                QVERIFY2(
                    index.statements() == splitStatements(text), qPrintable(u"seed %1, edit %2"_s.arg(seed).arg(edit)));
                // The same in bytes, at any byte: an editor may hold broken UTF-8 for a moment.
                const int byteOffset = random.number(static_cast<int>(utf8.size()) + 1);
                const int byteRemoved =
                    random.number(3) == 0 ? random.number(static_cast<int>(utf8.size()) - byteOffset + 1) / 4 : 0;
                utf8.replace(byteOffset, byteRemoved, added.toUtf8());
                utf8Index.update(bytes(utf8), byteOffset, byteRemoved, added.toUtf8().size());
                QVERIFY2(utf8Index.statements() == splitStatements(bytes(utf8)),
                    qPrintable(u"seed %1, byte edit %2"_s.arg(seed).arg(edit)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(StatementIndexTest)
#include "tst_sql_statementindex.moc"
