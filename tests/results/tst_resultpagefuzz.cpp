// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/resultpage.h"
#include "results/resultstore.h"
#include "results/valueformat.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace millrace;
using namespace millrace::flink;
using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> recordedPages()
{
    const QDir folder(QStringLiteral(MILLRACE_TEST_DATA "/tableau"));
    QList<QByteArray> pages;
    for (const QString& name : folder.entryList({u"*.pages"_s})) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            pages += file.readAll().trimmed().split('\n');
        }
    }
    return pages;
}

/// One to four small accidents: bytes changed, taken out, doubled, moved from elsewhere.
QByteArray damaged(QByteArray page, QRandomGenerator& generator)
{
    static const QByteArray likely = "{}[]\",:0123456789-+.eEtfn\\u \n\xff";
    const int accidents = 1 + generator.bounded(4);
    for (int i = 0; i < accidents && page.size() > 4; ++i) {
        const int at = generator.bounded(int(page.size()));
        const int length = 1 + generator.bounded(qMin(40, int(page.size())));
        switch (generator.bounded(5)) {
        case 0:
            page[at] = char(generator.bounded(256));
            break;
        case 1:
            page[at] = likely[generator.bounded(int(likely.size()))];
            break;
        case 2:
            page.remove(at, length);
            break;
        case 3:
            page.insert(at, page.mid(generator.bounded(int(page.size())), length));
            break;
        default:
            page.truncate(at);
        }
    }
    return page;
}

/// Looks at every cell, so that a sanitizer sees any text that points astray.
qint64 readAll(ResultPage& page, const ResultSchema& schema)
{
    ResultStore store;
    store.begin(schema);
    store.append(std::move(page.rows));
    const ResultSnapshot snapshot = store.snapshot();
    const ValueFormatter format(schema);
    std::string out;
    for (qint64 row = 0; row < snapshot.rowCount(); ++row) {
        for (int column = 0; column < snapshot.columnCount(); ++column) {
            format.append(out, column, snapshot.cell(row, column));
            (void)format.text(column, snapshot.cell(row, column), 5);
        }
    }
    return qint64(out.size());
}

} // namespace

class TestResultPageFuzz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damagedPages_data();
    void damagedPages();
};

void TestResultPageFuzz::damagedPages_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestResultPageFuzz::damagedPages()
{
    QFETCH(quint32, seed);
    static const QList<QByteArray> pages = recordedPages();
    QVERIFY(pages.size() > 30);
    QRandomGenerator generator(seed);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        const QByteArray page = damaged(pages[generator.bounded(int(pages.size()))], generator);
        ResultPageParser parser(u"Europe/Berlin"_s);
        auto result = parser.parse(page);
        if (result) {
            ++read;
            if (parser.schema()) {
                readAll(*result, *parser.schema());
            }
        } else {
            ++refused;
            QCOMPARE(result.error().kind, ErrorKind::Protocol);
            QVERIFY(!result.error().detail.isEmpty());
        }
    }
    // Some accidents only change a value; most must be noticed.
    QVERIFY(read > 100);
    QVERIFY(refused > 1500);
}

QTEST_GUILESS_MAIN(TestResultPageFuzz)
#include "tst_resultpagefuzz.moc"
