// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/resultpage.h"
#include "results/tableau.h"
#include "tests/results/batches.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

namespace {

const QString s_folder = QStringLiteral(MILLRACE_TEST_DATA "/tableau/");

QByteArray read(const QString& name)
{
    QFile file(s_folder + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the result took according to the recorded last line.
std::optional<double> secondsOf(const QByteArray& text)
{
    static const QRegularExpression pattern(u" \\((\\d+\\.\\d\\d) seconds\\)\n$"_s);
    const auto match = pattern.match(QString::fromUtf8(text));
    return match.hasMatch() ? std::optional(match.captured(1).toDouble()) : std::nullopt;
}

TableauStyle styleOf(const QString& name)
{
    return name == u"streaming"_s ? TableauStyle::Streaming
        : name == u"batch"_s      ? TableauStyle::Batch
                                  : TableauStyle::Content;
}

} // namespace

class TestTableau : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsWhatTheSqlClientPrints_data();
    void printsWhatTheSqlClientPrints();
    void streamingPrintsRowsAsTheyCome();
    void terminated_data();
    void terminated();
    void widths_data();
    void widths();
    void cutsBetweenHalvesOfACharacter();
};

void TestTableau::printsWhatTheSqlClientPrints_data()
{
    // Each case is what a gateway of Flink 2.3.0 sent for a statement and what its SQL client printed for it.
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(s_folder).entryList({u"*.pages"_s});
    for (const QString& file : files) {
        QTest::newRow(qPrintable(file.chopped(6))) << file.chopped(6);
    }
    QVERIFY(files.size() >= 30);
}

void TestTableau::printsWhatTheSqlClientPrints()
{
    QFETCH(QString, name);
    const QJsonObject about = QJsonDocument::fromJson(read(name + u".json"_s)).object();
    const QByteArray expected = read(name + u".txt"_s);
    QVERIFY(!expected.isEmpty());
    flink::ResultPageParser parser(about[u"zone"_s].toString());
    std::string printed;
    std::optional<TableauWriter> writer;
    for (const QByteArray& body : read(name + u".pages"_s).trimmed().split('\n')) {
        auto page = parser.parse(body);
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        if (!writer) {
            writer.emplace(
                *parser.schema(), styleOf(about[u"style"_s].toString()),
                [&printed](std::string_view text) { printed.append(text); }, about[u"maxColumnWidth"_s].toInt());
            writer->begin();
        }
        writer->append(std::move(page->rows));
    }
    writer->finish({.seconds = secondsOf(expected)});
    const QStringList expectedLines = QString::fromUtf8(expected).split(u'\n');
    const QStringList printedLines = QString::fromStdString(printed).split(u'\n');
    for (int i = 0; i < qMin(expectedLines.size(), printedLines.size()); ++i) {
        QCOMPARE(printedLines[i], expectedLines[i]);
    }
    QCOMPARE(QByteArray::fromStdString(printed), expected);
}

void TestTableau::streamingPrintsRowsAsTheyCome()
{
    std::string printed;
    const ResultSchema columns = schema({{.name = u"n"_s, .type = type(TypeRoot::Integer)}});
    TableauWriter writer(columns, TableauStyle::Streaming, [&printed](std::string_view text) { printed.append(text); });
    writer.begin();
    QCOMPARE(printed, std::string("+----+-------------+\n| op |           n |\n+----+-------------+\n"));
    printed.clear();
    RowBatch batch(columns.columns);
    add(batch, {qint64(1)}, RowKind::UpdateBefore);
    writer.append(std::move(batch));
    QCOMPARE(printed, std::string("| -U |           1 |\n"));
    printed.clear();
    writer.finish();
    QCOMPARE(printed, std::string("+----+-------------+\nReceived a total of 1 row\n"));
}

void TestTableau::terminated_data()
{
    QTest::addColumn<TableauStyle>("style");
    QTest::newRow("streaming") << TableauStyle::Streaming;
    QTest::newRow("batch") << TableauStyle::Batch;
}

void TestTableau::terminated()
{
    QFETCH(TableauStyle, style);
    std::string printed;
    const ResultSchema columns = schema({{.name = u"n"_s, .type = type(TypeRoot::Integer)}});
    TableauWriter writer(columns, style, [&printed](std::string_view text) { printed.append(text); });
    writer.begin();
    RowBatch batch(columns.columns);
    add(batch, {qint64(1)});
    add(batch, {qint64(2)});
    writer.append(std::move(batch));
    printed.clear();
    writer.finish({.terminated = true, .seconds = 1.5});
    QCOMPARE(printed, std::string("Query terminated, received a total of 2 rows\n"));
}

void TestTableau::widths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("ascii") << u"abc"_s << 3;
    QTest::newRow("latin") << u"é"_s << 1;
    QTest::newRow("han") << u"中文"_s << 4;
    QTest::newRow("full-width") << u"ｆ"_s << 2;
    QTest::newRow("half-width katakana") << u"ｱ"_s << 1;
    QTest::newRow("hangul") << u"한"_s << 2;
    QTest::newRow("combining") << u"e\u0301"_s << 2;
    QTest::newRow("ambiguous") << u"①"_s << 1;
    // Java counts an emoji as two units, and one more for being wide.
    QTest::newRow("emoji") << u"😀"_s << 3;
    QTest::newRow("mathematical letter") << u"𝒜"_s << 2;
    QTest::newRow("last of the third plane") << QString::fromUcs4(U"\x3fffd") << 3;
}

void TestTableau::widths()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QCOMPARE(int(tableauWidth(text.toStdString())), width);
}

void TestTableau::cutsBetweenHalvesOfACharacter()
{
    std::string printed;
    const ResultSchema columns = schema({{.name = u"s"_s, .type = type(TypeRoot::VarChar, 100)}});
    TableauWriter writer(
        columns, TableauStyle::Batch, [&printed](std::string_view text) { printed.append(text); }, 8);
    RowBatch batch(columns.columns);
    // Five columns are left before the dots. After 😀 (3) come two: the first half of the next one takes both.
    add(batch, {std::string("😀😀😀")});
    add(batch, {std::string("𝒜𝒜𝒜𝒜𝒜")});
    writer.append(std::move(batch));
    writer.finish();
    QCOMPARE(printed,
        std::string("+----------+\n|        s |\n+----------+\n|  😀?... |\n| 𝒜𝒜?... |\n+----------+\n2 rows in set\n"));
}

QTEST_GUILESS_MAIN(TestTableau)
#include "tst_tableau.moc"
