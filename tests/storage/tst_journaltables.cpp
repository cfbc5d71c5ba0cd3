// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journaltables.h"

#include <QRandomGenerator>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestJournalTables : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void patches_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("inserted");
        QTest::addColumn<int>("removed");
        QTest::newRow("same") << QByteArray("abc") << QByteArray("abc") << QByteArray("") << 0;
        QTest::newRow("insert") << QByteArray("ac") << QByteArray("abc") << QByteArray("b") << 0;
        QTest::newRow("append") << QByteArray("ab") << QByteArray("abc") << QByteArray("c") << 0;
        QTest::newRow("delete") << QByteArray("abc") << QByteArray("ac") << QByteArray("") << 1;
        QTest::newRow("replace") << QByteArray("a-c") << QByteArray("abbc") << QByteArray("bb") << 1;
        QTest::newRow("repeat") << QByteArray("aaa") << QByteArray("aaaa") << QByteArray("a") << 0;
        QTest::newRow("repeat less") << QByteArray("aaaa") << QByteArray("aa") << QByteArray("") << 2;
        QTest::newRow("from empty") << QByteArray() << QByteArray("x") << QByteArray("x") << 0;
        QTest::newRow("to empty") << QByteArray("x") << QByteArray() << QByteArray("") << 1;
    }

    void patches()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const TextPatch patch = patchBetween(before, after);
        QTEST(patch.inserted, "inserted");
        QTEST(int(patch.removed), "removed");
        QCOMPARE(applyPatch(before, patch), std::optional(after));
    }

    void randomPatchesRoundTrip()
    {
        QRandomGenerator random(4711);
        QByteArray text("start");
        for (int i = 0; i < 2000; ++i) {
            QByteArray next = text;
            const int at = random.bounded(int(next.size()) + 1);
            next.replace(at, random.bounded(4), QByteArray(random.bounded(5), char('a' + random.bounded(2))));
            QCOMPARE(applyPatch(text, patchBetween(text, next)), std::optional(next));
            text = next;
        }
    }

    void patchThatDoesNotFit()
    {
        QCOMPARE(applyPatch("abc", {.start = 2, .removed = 2}), std::nullopt);
        QCOMPARE(applyPatch("abc", {.start = -1}), std::nullopt);
        QCOMPARE(applyPatch("abc", {.start = 0, .removed = -1}), std::nullopt);
    }

    void stateRoundTrips()
    {
        const JournalTabState state{.title = u"无标题 1"_s,
            .filePath = u"/a/b.sql"_s,
            .fileModified = QDateTime(QDate(2026, 3, 17), QTime(14, 22, 5, 404), Qt::UTC),
            .modified = true,
            .cursor = {.line = 26, .column = 37},
            .anchor = {.line = 1, .column = 2},
            .firstVisibleLine = 12,
            .connectionId = u"id"_s,
            .catalog = u"shop"_s,
            .database = u"dim"_s,
            .mode = u"batch"_s,
            .rowCap = 10'000'000'000,
            .session = {{u"engine"_s, u"shell-1"_s}, {u"variables"_s, u"day = 2026-03-17\nshop = 1"_s}},
            .runs = {{.jobId = u"12"_s, .statement = u"echo 1"_s, .begin = {.line = 3, .column = 2}, .index = 1}}};
        QCOMPARE(tabStateFromJson(toJson(state)), state);
        QCOMPARE(tabStateFromJson(toJson(JournalTabState{.title = u""_s})), JournalTabState{});
        // Secrets of a session are not written.
        const FormValues values{{u"runtime"_s, u"a = 1\nwds.linkis.jdbc.password = x\nb = 2"_s}, {u"token"_s, u"x"_s}};
        const FormValues kept{{u"runtime"_s, u"a = 1\nb = 2"_s}};
        QCOMPARE(tabStateFromJson(toJson(JournalTabState{.session = values})).session, kept);
    }

    void nonsenseIsADefaultState()
    {
        QCOMPARE(tabStateFromJson(u"not json"_s), JournalTabState{});
        QCOMPARE(tabStateFromJson(u"{\"cursor\": {\"line\": -5}, \"firstVisibleLine\": -1}"_s), JournalTabState{});
    }
};

QTEST_GUILESS_MAIN(TestJournalTables)
#include "tst_journaltables.moc"
