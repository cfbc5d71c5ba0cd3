// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/sortfilter.h"
#include "tests/results/batches.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

namespace {

ResultSnapshot snapshotOf(const ResultSchema& schema, const std::vector<Row>& rows)
{
    RowBatch batch(schema.columns);
    for (const Row& row : rows) {
        add(batch, row);
    }
    ResultStore store;
    store.begin(schema);
    store.append(std::move(batch));
    return store.snapshot();
}

/// One column of texts, "NULL" for NULL.
ResultSnapshot columnOf(const LogicalType& type, const QStringList& cells)
{
    std::vector<Row> rows;
    for (const QString& cell : cells) {
        if (cell == u"NULL"_s) {
            rows.push_back({nullptr});
        } else if (storageOf(type.root) == ColumnStorage::Text) {
            rows.push_back({cell.toStdString()});
        } else {
            rows.push_back({qint64(cell.toLongLong())});
        }
    }
    return snapshotOf(schema({{.name = u"c"_s, .type = type}}), rows);
}

} // namespace

class TestSortFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sorts_data();
    void sorts();
    void sortsBySeveralKeysAndStays();
    void sortsManyAsTheStandardDoes();
    void sortIsCancelled();
    void filters_data();
    void filters();
    void filterTakesAnotherFiltersRows();
    void filterIsCancelled();
    void saysWhatIsWrongWithAPattern();
};

void TestSortFilter::sorts_data()
{
    QTest::addColumn<LogicalType>("type");
    QTest::addColumn<QStringList>("ascending"); ///< in order; the test shuffles them
    QTest::newRow("bigint") << type(TypeRoot::BigInt)
                            << QStringList{
                                   u"NULL"_s, u"-9223372036854775808"_s, u"-1"_s, u"0"_s, u"9223372036854775807"_s};
    QTest::newRow("boolean") << type(TypeRoot::Boolean) << QStringList{u"NULL"_s, u"0"_s, u"1"_s};
    QTest::newRow("double") << type(TypeRoot::Double)
                            << QStringList{u"NULL"_s, u"-Infinity"_s, u"-1.0E300"_s, u"-1.5"_s, u"0.0"_s, u"4.9E-324"_s,
                                   u"2.0"_s, u"10.0"_s, u"Infinity"_s, u"NaN"_s};
    QTest::newRow("decimal") << type(TypeRoot::Decimal, 38, 18)
                             << QStringList{u"NULL"_s, u"-12345678901234567890.2"_s, u"-12345678901234567890.1"_s,
                                    u"-1"_s, u"-1E-18"_s, u"0"_s, u"0.5"_s, u"9"_s, u"10"_s, u"1E+2"_s,
                                    u"12345678901234567890.000000000000000001"_s,
                                    u"12345678901234567890.000000000000000002"_s};
    QTest::newRow("text") << type(TypeRoot::VarChar, 100)
                          << QStringList{u"NULL"_s, u""_s, u"A"_s, u"B"_s, u"a"_s, u"aaaaaaaa"_s, u"aaaaaaaab"_s,
                                 u"b"_s, u"é"_s, u"中"_s, u"😀"_s};
    QTest::newRow("timestamp") << type(TypeRoot::Timestamp, 9)
                               << QStringList{u"NULL"_s, u"0001-01-01T00:00:00"_s, u"1969-12-31T23:59:59.9"_s,
                                      u"2024-01-01T00:00:00"_s, u"2024-01-01T00:00:00.1"_s, u"2024-01-01T00:00:00.12"_s,
                                      u"2024-01-01T00:00:00.2"_s};
    QTest::newRow("ltz") << type(TypeRoot::TimestampLtz, 3)
                         << QStringList{u"2024-01-01T00:00:00Z"_s, u"2024-01-01T00:00:00.1Z"_s,
                                u"2024-01-01T00:00:00.15Z"_s, u"2024-01-01T00:00:01Z"_s};
    QTest::newRow("date") << type(TypeRoot::Date) << QStringList{u"1999-12-31"_s, u"2000-01-01"_s, u"2000-02-01"_s};
    QTest::newRow("time") << type(TypeRoot::Time, 3)
                          << QStringList{u"01:02:03"_s, u"01:02:03.1"_s, u"01:02:03.12"_s, u"10:00:00"_s};
    // 00, 0000, 01, 7f, ff in base64
    QTest::newRow("binary") << type(TypeRoot::VarBinary, 9)
                            << QStringList{u"NULL"_s, u""_s, u"AA=="_s, u"AAA="_s, u"AQ=="_s, u"fw=="_s, u"/w=="_s};
    QTest::newRow("interval") << type(TypeRoot::IntervalDayTime) << QStringList{u"-5"_s, u"0"_s, u"86400000"_s};
}

void TestSortFilter::sorts()
{
    QFETCH(LogicalType, type);
    QFETCH(QStringList, ascending);
    QStringList shuffled = ascending;
    QRandomGenerator generator(1);
    std::shuffle(shuffled.begin(), shuffled.end(), generator);
    const ResultSnapshot snapshot = columnOf(type, shuffled);
    for (const bool descending : {false, true}) {
        const auto rows = sortRows(snapshot, allRows(snapshot.rowCount()), {{.descending = descending}}, {});
        QVERIFY(rows);
        QStringList sorted;
        for (const quint32 row : *rows) {
            sorted << shuffled[qsizetype(row)];
        }
        QStringList expected = ascending;
        if (descending) {
            std::reverse(expected.begin(), expected.end());
        }
        QCOMPARE(sorted, expected);
    }
}

void TestSortFilter::sortsBySeveralKeysAndStays()
{
    const ResultSchema columns = schema(
        {{.name = u"a"_s, .type = type(TypeRoot::Integer)}, {.name = u"b"_s, .type = type(TypeRoot::VarChar, 9)}});
    const ResultSnapshot snapshot = snapshotOf(columns,
        {{qint64(2), std::string("x")}, {qint64(1), std::string("x")}, {qint64(2), std::string("a")},
            {nullptr, std::string("x")}, {qint64(1), std::string("x")}, {nullptr, std::string("b")}});
    const RowIndex all = allRows(snapshot.rowCount());
    QCOMPARE(*sortRows(snapshot, all, {{.column = 0}, {.column = 1}}, {}), (RowIndex{5, 3, 1, 4, 2, 0}));
    QCOMPARE(
        *sortRows(snapshot, all, {{.column = 1}, {.column = 0, .descending = true}}, {}), (RowIndex{2, 5, 0, 1, 4, 3}));
    QCOMPARE(*sortRows(snapshot, all, {{.column = 1, .descending = true}}, {}), (RowIndex{0, 1, 3, 4, 5, 2}));
    QCOMPARE(*sortRows(snapshot, {4, 1, 0}, {{.column = 0}}, {}), (RowIndex{4, 1, 0}));
    QCOMPARE(*sortRows(snapshot, {4, 1, 0}, {}, {}), (RowIndex{4, 1, 0}));
}

void TestSortFilter::sortsManyAsTheStandardDoes()
{
    // More than two blocks, so that merging is part of it, and many equals, so that its order shows.
    std::vector<Row> rows;
    std::vector<qint64> values;
    QRandomGenerator generator(2);
    for (int i = 0; i < 200'000; ++i) {
        values.push_back(generator.bounded(5000));
        rows.push_back({values.back()});
    }
    const ResultSnapshot snapshot = snapshotOf(schema({{.name = u"n"_s, .type = type(TypeRoot::Integer)}}), rows);
    RowIndex expected = allRows(qint64(values.size()));
    std::stable_sort(
        expected.begin(), expected.end(), [&values](quint32 a, quint32 b) { return values[a] < values[b]; });
    QVERIFY(*sortRows(snapshot, allRows(snapshot.rowCount()), {{.column = 0}}, {}) == expected);
}

void TestSortFilter::sortIsCancelled()
{
    const ResultSnapshot snapshot = columnOf(type(TypeRoot::Integer), {u"2"_s, u"1"_s});
    const CancellationSource source;
    source.cancel();
    QVERIFY(!sortRows(snapshot, allRows(2), {{.column = 0}}, source.token()));
}

void TestSortFilter::filters_data()
{
    QTest::addColumn<RowFilter>("filter");
    QTest::addColumn<RowIndex>("rows");
    QTest::newRow("nothing asked") << RowFilter{} << RowIndex{0, 1, 2, 3};
    QTest::newRow("any column") << RowFilter{.text = u"12"_s} << RowIndex{0, 1, 3};
    QTest::newRow("one column") << RowFilter{.text = u"12"_s, .column = 0} << RowIndex{0};
    QTest::newRow("case does not matter") << RowFilter{.text = u"APPLE"_s} << RowIndex{0, 2};
    QTest::newRow("case matters") << RowFilter{.text = u"Apple"_s, .caseSensitive = true} << RowIndex{2};
    QTest::newRow("other letters") << RowFilter{.text = u"ÄPFEL"_s} << RowIndex{1};
    QTest::newRow("other letters, case matters") << RowFilter{.text = u"Äpfel"_s, .caseSensitive = true} << RowIndex{};
    QTest::newRow("as shown") << RowFilter{.text = u"1.50"_s} << RowIndex{1};
    QTest::newRow("null") << RowFilter{.text = u"null"_s} << RowIndex{3};
    QTest::newRow("pattern") << RowFilter{.text = u"^a.*e$"_s, .regularExpression = true} << RowIndex{0, 2};
    QTest::newRow("pattern in a number") << RowFilter{.text = u"^-"_s, .column = 0, .regularExpression = true}
                                         << RowIndex{2};
    QTest::newRow("broken pattern") << RowFilter{.text = u"("_s, .regularExpression = true} << RowIndex{};
    QTest::newRow("longer than any cell") << RowFilter{.text = QString(100, u'x')} << RowIndex{};
}

void TestSortFilter::filters()
{
    QFETCH(RowFilter, filter);
    QFETCH(RowIndex, rows);
    const ResultSchema columns = schema(
        {{.name = u"n"_s, .type = type(TypeRoot::Integer)}, {.name = u"s"_s, .type = type(TypeRoot::VarChar, 99)},
            {.name = u"d"_s, .type = type(TypeRoot::Decimal, 5, 2)}});
    const ResultSnapshot snapshot = snapshotOf(columns,
        {{qint64(123), std::string("apple"), std::string("0")},
            {qint64(3), std::string("äpfel 12"), std::string("1.5")},
            {qint64(-7), std::string("Apple"), std::string("7")}, {nullptr, std::string("12"), nullptr}});
    QCOMPARE(*filterRows(snapshot, filter, {}), rows);
}

void TestSortFilter::filterTakesAnotherFiltersRows()
{
    const ResultSnapshot snapshot = columnOf(type(TypeRoot::VarChar, 9), {u"a"_s, u"ab"_s, u"b"_s, u"abc"_s});
    const RowIndex some{3, 2, 0};
    QCOMPARE(*filterRows(snapshot, {.text = u"a"_s}, {}, &some), (RowIndex{3, 0}));
    QCOMPARE(*filterRows(snapshot, {}, {}, &some), some);
}

void TestSortFilter::filterIsCancelled()
{
    const ResultSnapshot snapshot = columnOf(type(TypeRoot::Integer), {u"1"_s});
    const CancellationSource source;
    source.cancel();
    QVERIFY(!filterRows(snapshot, {.text = u"1"_s}, source.token()));
}

void TestSortFilter::saysWhatIsWrongWithAPattern()
{
    QCOMPARE(problemOf({.text = u"("_s}), QString());
    QCOMPARE(problemOf({.text = u"a+"_s, .regularExpression = true}), QString());
    QVERIFY(problemOf({.text = u"a("_s, .regularExpression = true}).contains(u"character 3"_s));
}

QTEST_GUILESS_MAIN(TestSortFilter)
#include "tst_sortfilter.moc"
