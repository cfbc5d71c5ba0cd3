// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/bytefind.h"
#include "logs/lineset.h"
#include "logs/logdocument.h"
#include "logs/logpattern.h"
#include "logs/logsearch.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

std::vector<std::pair<qint64, qint64>> scanned(const LogSearchText& search, std::string_view text)
{
    std::vector<std::pair<qint64, qint64>> found;
    const Result<LogPattern> pattern = LogPattern::compile(search);
    if (pattern) {
        pattern->scan(text, [&found](qint64 line, qint64 hits) { found.emplace_back(line, hits); });
    }
    return found;
}

QString numbers(const LineSet& set)
{
    QStringList list;
    for (qint64 line = set.next(0); line >= 0 && list.size() < 50; line = set.next(line + 1)) {
        list += QString::number(line);
    }
    return list.join(u' ');
}

} // namespace

class TestLogSearch : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QByteArray& text)
    {
        static int number = 0;
        const QString path = m_folder.filePath(u"%1.log"_s.arg(++number));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }

private Q_SLOTS:

    void setsKeepLines()
    {
        QRandomGenerator random(7);
        LineSetBuilder builder;
        std::set<qint64> truth;
        LineSet early;
        for (int i = 0; i < 3000; ++i) {
            const qint64 from = random.bounded(100'000);
            const qint64 to = from + random.bounded(5);
            builder.addRange(from, to);
            for (qint64 line = from; line < to; ++line) {
                truth.insert(line);
            }
            if (i == 100) {
                early = builder.take();
            }
        }
        const qint64 earlyCount = early.count();
        const LineSet set = builder.take();
        QCOMPARE(set.count(), qint64(truth.size()));
        QVERIFY(earlyCount < set.count()); // what was handed out does not change
        qint64 n = 0;
        for (const qint64 line : truth) {
            QCOMPARE(set.at(n), line);
            QCOMPARE(set.rank(line), n);
            QVERIFY(set.contains(line));
            ++n;
        }
        QCOMPARE(set.at(n), qint64(-1));
        for (int i = 0; i < 1000; ++i) {
            const qint64 line = random.bounded(100'100);
            const auto next = truth.lower_bound(line);
            QCOMPARE(set.next(line), next == truth.end() ? -1 : *next);
            const auto behind = truth.upper_bound(line);
            QCOMPARE(set.previous(line), behind == truth.begin() ? -1 : *std::prev(behind));
        }
    }

    void findsBytes()
    {
        QRandomGenerator random(11);
        const std::string_view alphabet = "abAB e\n";
        for (int i = 0; i < 4000; ++i) {
            std::string text;
            std::string needle;
            for (int n = random.bounded(200); n > 0; --n) {
                text += alphabet[std::size_t(random.bounded(int(alphabet.size())))];
            }
            for (int n = 1 + random.bounded(4); n > 0; --n) {
                needle += alphabet[std::size_t(random.bounded(4))];
            }
            const std::size_t from = std::size_t(random.bounded(10));
            QCOMPARE(ByteFinder(needle, true).find(text, from), text.find(needle, from));
            const auto lower = [](std::string s) {
                for (char& c : s) {
                    c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
                }
                return s;
            };
            QCOMPARE(ByteFinder(needle, false).find(text, from), lower(text).find(lower(needle), from));
            QCOMPARE(countLineBreaks(text), std::size_t(std::count(text.begin(), text.end(), '\n')));
        }
    }

    void knowsWhatAnExpressionMustHold_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"refused"_s << u"refused"_s;
        QTest::newRow("class") << u"[Rr]efused"_s << u"efused"_s;
        QTest::newRow("group") << u"(a|b)state=\\d+"_s << u"state="_s;
        QTest::newRow("either") << u"abc|def"_s << QString();
        QTest::newRow("optional letter") << u"colou?red"_s << u"colo"_s;
        QTest::newRow("many") << u"xyz+abc"_s << u"xyz"_s;
        QTest::newRow("times") << u"abcd{2}efg"_s << u"abc"_s;
        QTest::newRow("escaped dot") << u"java\\.io"_s << u"java.io"_s;
        QTest::newRow("hex") << u"\\x41bcdef"_s << QString();
        QTest::newRow("options") << u"(?i)abc"_s << QString();
        QTest::newRow("short") << u"a.b"_s << QString();
        QTest::newRow("nested") << u"(x(y[)]z)*)tail"_s << u"tail"_s;
    }

    void knowsWhatAnExpressionMustHold()
    {
        QFETCH(QString, expression);
        QFETCH(QString, text);
        QCOMPARE(requiredText(expression), text);
    }

    void searchesLikeLineByLine()
    {
        const std::string text = "one fail\nfail fail\n\nFAIL\nfa\nil\nend failure";
        using Found = std::vector<std::pair<qint64, qint64>>;
        QCOMPARE(scanned({.text = u"fail"_s, .caseSensitive = true}, text), (Found{{0, 1}, {1, 2}, {6, 1}}));
        QCOMPARE(scanned({.text = u"fail"_s}, text), (Found{{0, 1}, {1, 2}, {3, 1}, {6, 1}}));
        QCOMPARE(scanned({.text = u"^fail"_s, .regex = true, .caseSensitive = true}, text), (Found{{1, 1}}));
        QCOMPARE(scanned({.text = u"fail$"_s, .regex = true}, text), (Found{{0, 1}, {1, 1}, {3, 1}}));
        // A class with a negation could run over the end of a line; it must not.
        QCOMPARE(scanned({.text = u"fa[^x]*il"_s, .regex = true, .caseSensitive = true}, text),
            (Found{{0, 1}, {1, 1}, {6, 1}}));
        QCOMPARE(scanned({.text = u"[of]n?e?\\s+f"_s, .regex = true}, text).size(), std::size_t(1));
        QCOMPARE(scanned({.text = u"x*"_s, .regex = true}, text), Found{});
    }

    void refusesWhatIsNoExpression()
    {
        const Result<LogPattern> pattern = LogPattern::compile({.text = u"a(b"_s, .regex = true});
        QVERIFY(!pattern);
        QVERIFY2(pattern.error().message.contains(u"character 4"_s), qPrintable(pattern.error().message));
    }

    void filters_data()
    {
        QTest::addColumn<LogQuery>("query");
        QTest::addColumn<QString>("visible");
        const auto level = [](LogLevel one) { return 1U << unsigned(one); };
        QTest::newRow("errors with their traces") << LogQuery{.levels = level(LogLevel::Error)} << u"2 3 4"_s;
        QTest::newRow("warn and error") << LogQuery{.levels = level(LogLevel::Error) | level(LogLevel::Warn)}
                                        << u"1 2 3 4"_s;
        LogQuery range;
        range.fromMs = QDateTime(QDate(2026, 11, 22), QTime(10, 0, 2), QTimeZone::utc()).toMSecsSinceEpoch();
        range.toMs = range.fromMs + 2000;
        QTest::newRow("range") << range << u"2 3 4 5"_s;
        LogQuery only{.search = {.text = u"refused"_s}, .onlyMatches = true};
        QTest::newRow("matches") << only << u"4 7"_s;
        only.context = 1;
        QTest::newRow("context") << only << u"3 4 5 6 7"_s;
        only.levels = level(LogLevel::Error);
        QTest::newRow("context of a level") << only << u"3 4"_s;
    }

    void filters()
    {
        QFETCH(LogQuery, query);
        QFETCH(QString, visible);
        LogDocument document(logOrigins({write("2026-11-22 10:00:00,000 INFO a\n"
                                               "2026-11-22 10:00:01,000 WARN b\n"
                                               "2026-11-22 10:00:02,000 ERROR c\n"
                                               "\tat x.Y.z(Y.java:1)\n"
                                               "Caused by: a.B: refused\n"
                                               "2026-11-22 10:00:03,000 INFO d\n"
                                               "2026-11-22 10:00:04,000 INFO e\n"
                                               "2026-11-22 10:00:05,000 INFO refused")}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(8));
        LogSearch search;
        search.setLog(document.snapshot());
        search.setQuery(query);
        QTRY_COMPARE(numbers(search.matches().visible), visible);
        QCOMPARE(search.matches().progress, 1.0);
    }

    void goesOnAsTheLogGrows()
    {
        const QString path = write("needle 1\nx\nneed");
        LogDocument document(logOrigins({path}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(3));
        LogSearch search;
        connect(&document, &LogDocument::changed, &search, [&] { search.setLog(document.snapshot()); });
        search.setLog(document.snapshot());
        search.setQuery({.search = {.text = u"needle"_s}, .onlyMatches = true, .context = 1});
        QTRY_COMPARE(search.matches().hitCount, qint64(1));
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("le 2 needle");
        file.flush();
        QTRY_COMPARE(search.matches().hitCount, qint64(3));
        file.write(" needle\ny\nz\n");
        file.flush();
        QTRY_COMPARE(search.matches().hitCount, qint64(4));
        QCOMPARE(numbers(search.matches().hits), u"0 2"_s);
        QTRY_COMPARE(numbers(search.matches().visible), u"0 1 2 3"_s);
    }

    void findsInALineOfManyMegabytes()
    {
        QByteArray text = "first\n" + QByteArray(5'000'000, 'x');
        text.replace(1 << 20, 6, "needle"); // over the edge of a piece
        text.replace((2 << 20) - 3, 6, "needle");
        text += "\nlast needle\n";
        LogDocument document(logOrigins({write(text)}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(3));
        LogSearch search;
        search.setLog(document.snapshot());
        search.setQuery({.search = {.text = u"needle"_s, .caseSensitive = true}});
        QTRY_COMPARE(search.matches().hitCount, qint64(3));
        QCOMPARE(numbers(search.matches().hits), u"1 2"_s);
    }

    void agreesWithACountByHand()
    {
        QRandomGenerator random(3);
        QByteArray text;
        qint64 hits = 0;
        QStringList lines;
        for (int line = 0; line < 30'000; ++line) {
            const bool has = random.bounded(700) == 0;
            text +=
                "2026-11-22 10:00:00,000 INFO " + QByteArray(random.bounded(120), 'y') + (has ? " Target" : "") + "\n";
            hits += has ? 1 : 0;
            if (has && lines.size() < 50) {
                lines += QString::number(line);
            }
        }
        LogDocument document(logOrigins({write(text)}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(30'000));
        LogSearch search;
        search.setLog(document.snapshot());
        for (const LogSearchText& wanted :
            {LogSearchText{.text = u"target"_s}, LogSearchText{.text = u"Target"_s, .caseSensitive = true},
                LogSearchText{.text = u"Tar[g]et$"_s, .regex = true},
                LogSearchText{.text = u"y?T.rg.t"_s, .regex = true}}) {
            search.setQuery({.search = wanted});
            QTRY_COMPARE(search.matches().query.search, wanted);
            QTRY_COMPARE(search.matches().hitCount, hits);
            QCOMPARE(numbers(search.matches().hits), lines.join(u' '));
        }
    }

    void aNewQueryEndsTheOldOne()
    {
        LogDocument document(logOrigins({write(QByteArray("abc\n").repeated(200'000))}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(200'000));
        LogSearch search;
        search.setLog(document.snapshot());
        for (int i = 0; i < 50; ++i) {
            search.setQuery({.search = {.text = u"a%1"_s.arg(i)}});
        }
        search.setQuery({.search = {.text = u"bc"_s}});
        QTRY_COMPARE(search.matches().hitCount, qint64(200'000));
        search.setQuery({.search = {.text = u"(("_s, .regex = true}});
        QTRY_VERIFY(!search.matches().error.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLogSearch)
#include "tst_logsearch.moc"
