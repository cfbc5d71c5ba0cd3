// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/resultstore.h"
#include "results/resultwatcher.h"
#include "tests/results/batches.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

namespace {

ResultSchema mixed()
{
    return schema(
        {{.name = u"b"_s, .type = type(TypeRoot::Boolean)}, {.name = u"s"_s, .type = type(TypeRoot::SmallInt)},
            {.name = u"i"_s, .type = type(TypeRoot::Integer)}, {.name = u"l"_s, .type = type(TypeRoot::BigInt)},
            {.name = u"t"_s, .type = type(TypeRoot::VarChar, 2147483647)}});
}

/// The cells of row number n, some of them NULL.
Row rowOf(qint64 n)
{
    Row row{n % 2, n % 30000, n, n * 1'000'000'007, std::string(size_t(n % 50), char('a' + n % 26))};
    if (n % 7 == 3) {
        row[size_t(n % 5)] = nullptr;
    }
    return row;
}

RowBatch batchOf(const ResultSchema& schema, qint64 first, qint64 count)
{
    RowBatch batch(schema.columns);
    for (qint64 n = first; n < first + count; ++n) {
        add(batch, rowOf(n), n % 11 == 5 ? RowKind::Delete : RowKind::Insert);
    }
    return batch;
}

bool isRow(const RowRef& row, qint64 n)
{
    const Row expected = rowOf(n);
    for (int column = 0; column < int(expected.size()); ++column) {
        if (!(row.cell(column) == viewOf(expected[size_t(column)]))) {
            return false;
        }
    }
    return row.kind == (n % 11 == 5 ? RowKind::Delete : RowKind::Insert);
}

qint64 wrongRows(const ResultSnapshot& snapshot)
{
    qint64 wrong = 0;
    for (qint64 n = 0; n < snapshot.rowCount(); ++n) {
        wrong += isRow(snapshot.row(n), n) ? 0 : 1;
    }
    return wrong;
}

int spansOf(const ResultSnapshot& snapshot)
{
    int spans = 0;
    snapshot.forEachSpan(0, snapshot.rowCount(), [&spans](const RowSpan&) {
        ++spans;
        return true;
    });
    return spans;
}

} // namespace

class TestResultStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void batchRefusesWhatDoesNotFit_data();
    void batchRefusesWhatDoesNotFit();
    void batchTruncates();
    void abandonedRowLeavesNothing();
    void holdsWhatWasAppended_data();
    void holdsWhatWasAppended();
    void trickleLeavesFewChunks();
    void eachBatchKeepsItsTime();
    void snapshotsStayAsTheyAre();
    void spillsBeyondTheCap();
    void goesOnInMemoryWhenItCannotSpill();
    void spansCoverAnyRange();
    void noColumns();
    void beginForgetsTheRunBefore();
    void notifiesOnceUntilLookedAt();
    void watcherTellsRowsInOrder();
    void watcherPauses();
    void readersNeverSeeHalfABatch();
};

void TestResultStore::batchRefusesWhatDoesNotFit_data()
{
    QTest::addColumn<TypeRoot>("root");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<bool>("fits");
    QTest::newRow("tinyint least") << TypeRoot::TinyInt << qint64(-128) << true;
    QTest::newRow("tinyint too small") << TypeRoot::TinyInt << qint64(-129) << false;
    QTest::newRow("smallint most") << TypeRoot::SmallInt << qint64(32767) << true;
    QTest::newRow("smallint too large") << TypeRoot::SmallInt << qint64(32768) << false;
    QTest::newRow("int too large") << TypeRoot::Integer << qint64(2147483648) << false;
    QTest::newRow("bigint most") << TypeRoot::BigInt << qint64(9223372036854775807) << true;
    QTest::newRow("text") << TypeRoot::VarChar << qint64(1) << false;
}

void TestResultStore::batchRefusesWhatDoesNotFit()
{
    QFETCH(TypeRoot, root);
    QFETCH(qint64, value);
    QFETCH(bool, fits);
    RowBatch batch({{.name = u"c"_s, .type = type(root)}});
    QCOMPARE(batch.appendInteger(0, value), fits);
    if (!fits) {
        batch.appendNull(0);
    }
    batch.endRow(RowKind::Insert);
    QCOMPARE(batch.cell(0, 0).isNull, !fits);
    QCOMPARE(batch.cell(0, 0).integer, fits ? value : 0);
}

void TestResultStore::batchTruncates()
{
    const ResultSchema columns = mixed();
    for (const qsizetype count : {0, 1, 63, 64, 65, 200}) {
        RowBatch batch = batchOf(columns, 0, 200);
        batch.truncate(count);
        QCOMPARE(batch.rowCount(), count);
        // What comes after must not meet the bits of what was dropped.
        for (qint64 n = count; n < 260; ++n) {
            add(batch, rowOf(n), n % 11 == 5 ? RowKind::Delete : RowKind::Insert);
        }
        ResultStore store;
        store.begin(columns);
        store.append(std::move(batch));
        QCOMPARE(store.rowCount(), 260);
        QCOMPARE(wrongRows(store.snapshot()), 0);
    }
}

void TestResultStore::abandonedRowLeavesNothing()
{
    RowBatch batch = batchOf(mixed(), 0, 3);
    batch.appendNull(0);
    QVERIFY(batch.appendInteger(1, 7));
    batch.abandonRow();
    add(batch, rowOf(3));
    QCOMPARE(batch.rowCount(), 4);
    QVERIFY(isRow(batch.span().row(3), 3));
}

void TestResultStore::holdsWhatWasAppended_data()
{
    QTest::addColumn<QList<int>>("batches");
    QTest::newRow("one row") << QList<int>{1};
    QTest::newRow("bit borders") << QList<int>{63, 1, 64, 65, 127, 129};
    QTest::newRow("small then large") << QList<int>{1, 2, 3, 40000, 1, 5};
    QTest::newRow("large then small") << QList<int>{40000, 100, 100, 100, 1, 1, 1};
    QTest::newRow("empty between") << QList<int>{5, 0, 5, 0};
    QList<int> random(300);
    QRandomGenerator generator(7);
    std::generate(random.begin(), random.end(), [&generator] { return int(generator.bounded(200)); });
    QTest::newRow("random") << random;
}

void TestResultStore::holdsWhatWasAppended()
{
    QFETCH(QList<int>, batches);
    const ResultSchema columns = mixed();
    ResultStore store;
    store.begin(columns);
    qint64 rows = 0;
    for (const int count : batches) {
        store.append(batchOf(columns, rows, count));
        rows += count;
        QCOMPARE(store.rowCount(), rows);
    }
    const ResultSnapshot snapshot = store.snapshot();
    QCOMPARE(snapshot.rowCount(), rows);
    QCOMPARE(snapshot.schema().columns, columns.columns);
    QCOMPARE(wrongRows(snapshot), 0);
    QCOMPARE(store.retractingRows(), (rows + 5) / 11);
}

void TestResultStore::trickleLeavesFewChunks()
{
    const ResultSchema columns = mixed();
    ResultStore store;
    store.begin(columns);
    for (qint64 n = 0; n < 20000; ++n) {
        store.append(batchOf(columns, n, 1));
    }
    QVERIFY2(spansOf(store.snapshot()) <= 20, qPrintable(QString::number(spansOf(store.snapshot()))));
    QCOMPARE(wrongRows(store.snapshot()), 0);
}

/// Merged or spilled, a row says when its own batch came.
void TestResultStore::eachBatchKeepsItsTime()
{
    const ResultSchema columns = mixed();
    ResultStore store(20'000);
    store.begin(columns);
    std::vector<qint64> expected;
    for (int batch = 0; batch < 400; ++batch) {
        RowBatch rows = batchOf(columns, qint64(expected.size()), 1 + batch % 5);
        rows.setArrivedAt(1'000'000 + batch);
        expected.insert(expected.end(), size_t(rows.rowCount()), 1'000'000 + batch);
        store.append(std::move(rows));
    }
    const ResultSnapshot snapshot = store.snapshot();
    QCOMPARE(snapshot.rowCount(), qint64(expected.size()));
    QVERIFY(store.spilledBytes() > 0);
    for (size_t row = 0; row < expected.size(); ++row) {
        QCOMPARE(snapshot.arrivedAt(qint64(row)), expected[row]);
    }
}

void TestResultStore::snapshotsStayAsTheyAre()
{
    const ResultSchema columns = mixed();
    ResultStore store;
    store.begin(columns);
    store.append(batchOf(columns, 0, 10));
    const ResultSnapshot early = store.snapshot();
    const CellView cell = early.cell(4, 4);
    for (qint64 n = 10; n < 500; ++n) {
        store.append(batchOf(columns, n, 1));
    }
    QCOMPARE(early.rowCount(), 10);
    QCOMPARE(wrongRows(early), 0);
    QCOMPARE(cell.text, std::string_view("eeee"));
    QCOMPARE(store.snapshot().rowCount(), 500);
}

void TestResultStore::spillsBeyondTheCap()
{
    const QTemporaryDir folder;
    const ResultSchema columns = mixed();
    ResultStore store(1024 * 1024, folder.path());
    store.begin(columns);
    for (qint64 n = 0; n < 200000; n += 5000) {
        store.append(batchOf(columns, n, 5000));
        QVERIFY(store.memoryBytes() <= 5 * 1024 * 1024 + 1024 * 1024);
    }
    QVERIFY(store.spilledBytes() > 0);
    QCOMPARE(store.spillError(), QString());
    // Unlinked at once: a crash leaves nothing behind.
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden), QStringList());
    QCOMPARE(wrongRows(store.snapshot()), 0);
}

void TestResultStore::goesOnInMemoryWhenItCannotSpill()
{
    const ResultSchema columns = mixed();
    ResultStore store(1024, u"/does/not/exist"_s);
    store.begin(columns);
    for (qint64 n = 0; n < 100000; n += 5000) {
        store.append(batchOf(columns, n, 5000));
    }
    QVERIFY(!store.spillError().isEmpty());
    QCOMPARE(store.spilledBytes(), 0);
    QCOMPARE(wrongRows(store.snapshot()), 0);
}

void TestResultStore::spansCoverAnyRange()
{
    const ResultSchema columns = mixed();
    ResultStore store;
    store.begin(columns);
    for (qint64 n = 0; n < 100000; n += 10000) {
        store.append(batchOf(columns, n, 10000));
    }
    const ResultSnapshot snapshot = store.snapshot();
    QRandomGenerator generator(3);
    for (int i = 0; i < 100; ++i) {
        const qint64 first = generator.bounded(100000);
        const qint64 end = first + generator.bounded(60000);
        qint64 next = first;
        bool right = true;
        snapshot.forEachSpan(first, end, [&](const RowSpan& span) {
            right = right && span.firstRow == next && span.count > 0 && isRow(span.row(0), next)
                && isRow(span.row(span.count - 1), next + span.count - 1);
            next += span.count;
            return true;
        });
        QVERIFY(right);
        QCOMPARE(next, qMin<qint64>(end, 100000));
    }
}

void TestResultStore::noColumns()
{
    ResultStore store;
    store.begin(schema({}));
    RowBatch batch(std::vector<ResultColumn>{});
    batch.endRow(RowKind::Insert);
    batch.endRow(RowKind::Delete);
    store.append(std::move(batch));
    QCOMPARE(store.rowCount(), 2);
    QCOMPARE(store.snapshot().kind(1), RowKind::Delete);
}

void TestResultStore::beginForgetsTheRunBefore()
{
    const ResultSchema columns = mixed();
    ResultStore store;
    store.begin(columns);
    store.append(batchOf(columns, 0, 100));
    store.begin(columns);
    QCOMPARE(store.rowCount(), 0);
    QCOMPARE(store.memoryBytes(), 0);
    store.append(batchOf(columns, 0, 10));
    QCOMPARE(store.snapshot().rowCount(), 10);
    QCOMPARE(wrongRows(store.snapshot()), 0);
}

void TestResultStore::notifiesOnceUntilLookedAt()
{
    const ResultSchema columns = mixed();
    ResultStore store;
    int calls = 0;
    store.setNotifier([&calls] { ++calls; });
    store.begin(columns);
    QCOMPARE(calls, 1);
    store.append(batchOf(columns, 0, 1));
    store.append(batchOf(columns, 1, 1));
    QCOMPARE(calls, 1);
    (void)store.snapshot();
    store.append(batchOf(columns, 2, 1));
    QCOMPARE(calls, 2);
}

void TestResultStore::watcherTellsRowsInOrder()
{
    const ResultSchema columns = mixed();
    auto store = std::make_shared<ResultStore>();
    ResultWatcher watcher(store);
    const QSignalSpy schemas(&watcher, &ResultWatcher::schemaArrived);
    qint64 told = 0;
    bool ordered = true;
    connect(&watcher, &ResultWatcher::rowsArrived, &watcher, [&](qint64 first, qint64 end) {
        ordered = ordered && first == told && end > first && watcher.snapshot().rowCount() == end;
        told = end;
    });
    std::thread writer([&] {
        store->begin(columns);
        for (qint64 n = 0; n < 3000; ++n) {
            store->append(batchOf(columns, n, 1));
        }
    });
    QTRY_COMPARE(told, 3000);
    writer.join();
    QVERIFY(ordered);
    QCOMPARE(schemas.count(), 1);
}

void TestResultStore::watcherPauses()
{
    const ResultSchema columns = mixed();
    auto store = std::make_shared<ResultStore>();
    store->begin(columns);
    ResultWatcher watcher(store);
    watcher.flush();
    const QSignalSpy rows(&watcher, &ResultWatcher::rowsArrived);
    watcher.setPaused(true);
    store->append(batchOf(columns, 0, 5));
    watcher.flush();
    QCOMPARE(rows.count(), 0);
    store->append(batchOf(columns, 5, 5));
    watcher.setPaused(false);
    QCOMPARE(rows.count(), 1);
    QCOMPARE(rows.at(0).at(1).toLongLong(), 10);
    // And it hears of what comes later.
    store->append(batchOf(columns, 10, 5));
    QTRY_COMPARE(rows.count(), 2);
}

void TestResultStore::readersNeverSeeHalfABatch()
{
    const QTemporaryDir folder;
    const ResultSchema columns = mixed();
    ResultStore store(256 * 1024, folder.path());
    store.begin(columns);
    std::atomic<bool> done = false;
    std::atomic<qint64> wrong = 0;
    std::thread reader([&] {
        QRandomGenerator generator(11);
        while (!done) {
            const ResultSnapshot snapshot = store.snapshot();
            for (int i = 0; i < 50 && snapshot.rowCount() > 0; ++i) {
                const qint64 n = generator.bounded(snapshot.rowCount());
                wrong += isRow(snapshot.row(n), n) ? 0 : 1;
            }
        }
    });
    qint64 rows = 0;
    for (int i = 0; i < 400; ++i) {
        const qint64 count = i % 10 == 0 ? 500 : 3;
        store.append(batchOf(columns, rows, count));
        rows += count;
    }
    done = true;
    reader.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestResultStore)
#include "tst_resultstore.moc"
