// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridfixture.h"
#include "models/humantext.h"
#include "models/resultexport.h"
#include "models/rowhistory.h"
#include "models/rowhistoryfinder.h"
#include "models/selectionsummary.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : u"<none>"_s;
}

} // namespace

class TestGridValues : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void humanTexts()
    {
        const QString narrow(QChar(0x202F));
        QCOMPARE(countText(0), u"0"_s);
        QCOMPARE(countText(999), u"999"_s);
        QCOMPARE(countText(48211), u"48"_s + narrow + u"211"_s);
        QCOMPARE(countText(-1234567), u"-1"_s + narrow + u"234"_s + narrow + u"567"_s);
        QCOMPARE(rateText(312), u"312"_s);
        QCOMPARE(rateText(17'400), u"17.4"_s + narrow + u"k"_s);
        QCOMPARE(rateText(999.7), u"1"_s + narrow + u"k"_s);
        QCOMPARE(sizeText(84LL << 20), u"84"_s + narrow + u"MB"_s);
        QCOMPARE(sizeText(9'255'654'523), u"8.62"_s + narrow + u"GB"_s);
        QCOMPARE(sizeText(-1), dashText());
        QCOMPARE(durationText(7), u"0.007 s"_s);
        QCOMPARE(durationText(43), u"0.04 s"_s);
        QCOMPARE(durationText(200), u"0.2 s"_s);
        QCOMPARE(durationText(41'200), u"41.2 s"_s);
        QCOMPARE(durationText(180'000), u"3 min"_s);
        QCOMPARE(durationText(532'800'000), u"6 d 4 h"_s);
        QCOMPARE(clockText(192'400), u"00:03:12"_s);
        QCOMPARE(clockText(450'001'000), u"125:00:01"_s);
        QCOMPARE(oneLine(u" a\n  b\tc "_s, 10), u"a b c"_s);
        QCOMPARE(oneLine(QString(100, u'x'), 5), u"xxxx…"_s);
        const QDateTime now(QDate(2026, 3, 17), QTime(14, 30), Qt::UTC);
        QCOMPARE(momentText(now.addSecs(-480), now), u"14:22"_s);
        QCOMPARE(momentText(QDateTime(QDate(2025, 11, 3), QTime(1, 0), Qt::UTC), now), u"2025-11-03"_s);
        QCOMPARE(momentText({}, now), dashText());
    }

    void decimalSums_data()
    {
        QTest::addColumn<QList<QByteArray>>("numbers");
        QTest::addColumn<QString>("sum");
        QTest::newRow("whole") << QList<QByteArray>{"1", "2", "39"} << u"42"_s;
        QTest::newRow("scales") << QList<QByteArray>{"1.10", "2", "0.005"} << u"3.105"_s;
        QTest::newRow("tenths") << QList<QByteArray>{"0.1", "0.2"} << u"0.3"_s;
        QTest::newRow("negative") << QList<QByteArray>{"-1.50", "0.25"} << u"-1.25"_s;
        QTest::newRow("below one") << QList<QByteArray>{"-0.05", "0.00"} << u"-0.05"_s;
        QTest::newRow("past 2^63") << QList<QByteArray>{"9223372036854775807", "9223372036854775807"}
                                   << u"18446744073709551614"_s;
        QTest::newRow("wide decimals") << QList<QByteArray>{"12345678901234567890.123456789012345678",
            "0.000000000000000001"} << u"≈ 1.23456789012346e+19"_s;
        QTest::newRow("exponent") << QList<QByteArray>{"1.0E300", "1"} << u"≈ 1e+300"_s;
    }

    void decimalSums()
    {
        QFETCH(const QList<QByteArray>, numbers);
        QFETCH(const QString, sum);
        DecimalSum added;
        for (const QByteArray& number : numbers) {
            QVERIFY(added.add(std::string_view(number.constData(), static_cast<std::size_t>(number.size()))));
        }
        QCOMPARE(added.text(), sum);
        QCOMPARE(added.count(), numbers.size());
        QVERIFY(!added.add("NaN"));
        QVERIFY(!added.add("x"));
        QVERIFY(!added.add(""));
    }

    void selectionCountsAndAdds()
    {
        const auto store = makeStore({{.name = "a", .count = 1, .amount = "1.50"},
            {.name = "b", .count = 2, .amount = nullptr}, {.name = "c", .count = 3, .amount = "2.25"}});
        const auto all = summarize(store->snapshot(), {{.rows = {0, 1, 2}, .columns = {0, 1, 2}}}, {});
        QVERIFY(all);
        QCOMPARE(all->cells, 9);
        QCOMPARE(all->numbers, 5);
        QCOMPARE(all->sum, u"9.75"_s);
        QCOMPARE(all->text(), u"9 cells · sum 9.75"_s);
        const auto names = summarize(store->snapshot(), {{.rows = {0, 1}, .columns = {0}}}, {});
        QCOMPARE(names->text(), u"2 cells"_s);
        QCOMPARE(SelectionSummary{.cells = 1}.text(), QString());
        const CancellationSource cancelled;
        cancelled.cancel();
        QVERIFY(!summarize(store->snapshot(), {{.rows = {0}, .columns = {1}}}, cancelled.token()));
    }

    void keysAreWhatUpdatesKeep()
    {
        const auto store = makeStore({{.name = "a", .count = 1, .amount = "1"}});
        QCOMPARE(guessKeyColumns(store->snapshot(), 100, {}), std::vector<int>());
        append(*store,
            {{.kind = RowKind::UpdateBefore, .name = "a", .count = 1, .amount = "1"},
                {.kind = RowKind::UpdateAfter, .name = "a", .count = 2, .amount = "1"}});
        QCOMPARE(guessKeyColumns(store->snapshot(), 100, {}), (std::vector<int>{0, 2}));
        append(*store,
            {{.kind = RowKind::UpdateBefore, .name = "b", .count = 5, .amount = "7"},
                {.kind = RowKind::UpdateAfter, .name = "b", .count = 5, .amount = "8"}});
        QCOMPARE(guessKeyColumns(store->snapshot(), 100, {}), (std::vector<int>{0}));
        QCOMPARE(guessKeyColumns(store->snapshot(), 1, {}), (std::vector<int>{0, 2}));
    }

    void halvesOfAnUpdateAreNeighbours()
    {
        const auto store = makeStore(
            {{.name = "a"}, {.kind = RowKind::UpdateAfter, .name = "a"}, {.kind = RowKind::UpdateBefore, .name = "a"},
                {.kind = RowKind::UpdateAfter, .name = "a"}, {.kind = RowKind::UpdateBefore, .name = "a"}});
        const ResultSnapshot rows = store->snapshot();
        QVERIFY(!otherHalf(rows, 0));
        QVERIFY(!otherHalf(rows, 1));
        QCOMPARE(otherHalf(rows, 2), std::optional<quint32>(3));
        QCOMPARE(otherHalf(rows, 3), std::optional<quint32>(2));
        QVERIFY(!otherHalf(rows, 4));
        QVERIFY(!otherHalf(rows, 99));
    }

    void theFinderAnswersTheLastQuestion()
    {
        std::vector<Row> rows;
        for (int i = 0; i < 2000; ++i) {
            rows.push_back({.kind = RowKind::UpdateBefore, .name = i % 2 ? "a" : "b", .count = i});
            rows.push_back({.kind = RowKind::UpdateAfter, .name = i % 2 ? "a" : "b", .count = i + 1});
        }
        const auto store = makeStore(rows);
        RowHistoryFinder finder;
        QSignalSpy found(&finder, &RowHistoryFinder::found);
        finder.find(store->snapshot(), 0);
        finder.find(store->snapshot(), 3);
        QTRY_COMPARE(found.count(), 1);
        QCOMPARE(found.at(0).at(0).toUInt(), 3U);
        QCOMPARE(found.at(0).at(2).toLongLong(), 2000);
    }

    void cellsForASpreadsheet()
    {
        const auto store = makeStore({{.name = "a\tb", .count = 1, .amount = "1.5"}, {.name = "say \"x\"", .count = 2},
            {.name = nullptr, .count = 3}, {.name = "two\nlines", .count = 4}});
        const ResultSnapshot rows = store->snapshot();
        QCOMPARE(cellsAsText(rows, {0}, {0}, false, {}), u"\"a\tb\""_s);
        QCOMPARE(
            cellsAsText(rows, {0, 2}, {1, 2, 0}, true, {}), u"count\tamount\tname\n1\t1.50\t\"a\tb\"\n3\tNULL\tNULL"_s);
        QCOMPARE(cellsAsText(rows, {1, 3}, {0}, false, {}), u"\"say \"\"x\"\"\"\n\"two\nlines\""_s);
    }

    void exportWritesAllOrTheChosenRows()
    {
        const QTemporaryDir folder;
        const auto store = makeStore({{.name = "a", .count = 1, .amount = "1.50"}, {.name = "b", .count = 2},
            {.kind = RowKind::Delete, .name = "a", .count = 1, .amount = "1.50"}});
        const QString path = folder.filePath(u"out.csv"_s);
        auto all = startExport({.title = u"x"_s, .path = path, .snapshot = store->snapshot()});
        QTRY_COMPARE(all->state(), Operation::State::Succeeded);
        QCOMPARE(contentOf(path), u"name,count,amount\r\na,1,1.50\r\nb,2,\r\na,1,1.50\r\n"_s);
        auto some = startExport({.title = u"x"_s,
            .path = path,
            .snapshot = store->snapshot(),
            .rows = RowIndex{2, 0},
            .options = {.format = ExportFormat::Csv, .rowKinds = true, .columns = {1}}});
        QTRY_COMPARE(some->state(), Operation::State::Succeeded);
        QCOMPARE(contentOf(path), u"op,count\r\n-D,1\r\n+I,1\r\n"_s);
    }

    void aCancelledExportLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"out.csv"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        const auto store = makeStore();
        for (int i = 0; i < 100; ++i) {
            append(*store, std::vector<Row>(2000, Row{.name = "some text of a row", .count = i, .amount = "1.00"}));
        }
        auto operation = startExport({.title = u"x"_s, .path = path, .snapshot = store->snapshot()});
        QSignalSpy finished(operation.get(), &Operation::finished);
        operation->cancel();
        QTRY_VERIFY(operation->isFinished());
        QCOMPARE(finished.count(), 1);
        QCOMPARE(operation->state(), Operation::State::Cancelled);
        QCOMPARE(contentOf(path), u"old"_s);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void anExportThatCannotBeWrittenSaysWhere()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"no/such/folder/out.csv"_s);
        auto operation = startExport({.title = u"x"_s, .path = path, .snapshot = makeStore()->snapshot()});
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QVERIFY(operation->error()->message.contains(path));
        QCOMPARE(operation->error()->kind, ErrorKind::Storage);
    }

    void anExportMayBeDroppedInFlight()
    {
        const QTemporaryDir folder;
        const auto store = makeStore();
        for (int i = 0; i < 20; ++i) {
            append(*store, std::vector<Row>(2000, Row{.name = "some text of a row", .count = i}));
        }
        startExport({.title = u"x"_s, .path = folder.filePath(u"a.csv"_s), .snapshot = store->snapshot()}).reset();
        QThreadPool::globalInstance()->waitForDone();
    }
};

QTEST_GUILESS_MAIN(TestGridValues)
#include "tst_gridvalues.moc"
