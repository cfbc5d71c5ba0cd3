// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/keywords.h"
#include "sql/outline.h"
#include "sql/statements.h"
#include "sql/tokenizer.h"
#include "tests/sql/randomsql.h"

#include <QElapsedTimer>
#include <QTest>

using namespace millrace::sql;
using namespace Qt::StringLiterals;

/// Random and damaged text must never crash, hang or lose a unit. Runs for a few seconds from fixed seeds.
class SqlFuzz : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void utf16()
    {
        run([](unsigned seed) {
            const QString text = RandomSql(seed).text(150);
            QVERIFY(tiles(view(text)));
            check(view(text), splitStatements(text));
            for (const Statement& statement : splitStatements(text)) {
                const QStringView one = statement.text(QStringView(text));
                QVERIFY(shortTitle(one, 20).size() <= 20);
                namedObject(one);
                // A statement cut out of its script splits into itself and has parts that lie in it.
                QCOMPARE(splitStatements(one).size(), std::size_t(1));
                QCOMPARE(kindOf(one), statement.kind);
                for (const Statement& part : partsToSend(one)) {
                    QVERIFY(part.offset >= 0 && part.textEnd() <= one.size() && part.length > 0);
                }
            }
        });
    }

    /// Bytes that are no UTF-8 at all.
    void bytes()
    {
        run([](unsigned seed) {
            RandomSql random(seed);
            QByteArray text = random.text(100).toUtf8();
            for (int i = 0; i < 30; ++i) {
                text[random.number(static_cast<int>(text.size()))] = static_cast<char>(random.number(256));
            }
            const std::string_view utf8(text.constData(), std::size_t(text.size()));
            QVERIFY(tiles(utf8));
            check(utf8, splitStatements(utf8));
            BasicTokenizer<char> tokenizer(utf8);
            for (Token token; tokenizer.next(token);) {
                classifyWord(utf8.substr(std::size_t(token.offset), std::size_t(token.length)));
            }
        });
    }

private:
    template <typename Char> static bool tiles(std::basic_string_view<Char> text)
    {
        qsizetype at = 0;
        BasicTokenizer<Char> tokenizer(text);
        for (Token token; tokenizer.next(token);) {
            if (token.offset != at || token.length <= 0) {
                return false;
            }
            at = token.end();
        }
        return at == static_cast<qsizetype>(text.size());
    }

    template <typename Char>
    static void check(std::basic_string_view<Char> text, const std::vector<Statement>& statements)
    {
        int at = 0;
        for (const Statement& statement : statements) {
            QCOMPARE(statement.begin, at);
            QVERIFY(statement.offset >= statement.begin && statement.length > 0);
            QVERIFY(statement.textEnd() <= statement.end && statement.end <= static_cast<int>(text.size()));
            QVERIFY(!statement.terminated || text[std::size_t(statement.end - 1)] == Char(';'));
            at = statement.end;
        }
    }

    static void run(auto&& once)
    {
        QElapsedTimer clock;
        clock.start();
        for (unsigned seed = 1; seed <= 20'000 && clock.elapsed() < 5'000 && !QTest::currentTestFailed(); ++seed) {
            once(seed);
            if (QTest::currentTestFailed()) {
                qWarning("failed with seed %u", seed);
            }
        }
    }
};

QTEST_GUILESS_MAIN(SqlFuzz)
#include "tst_sql_fuzz.moc"
