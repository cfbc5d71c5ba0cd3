// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/brokerlogfiles.h"
#include "logs/growingfile.h"
#include "logs/linesplitter.h"
#include "logs/loginput.h"
#include "logs/logpaths.h"
#include "logtesting.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray packed(const QByteArray& text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(text.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.constData()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

bool write(const QString& path, const QByteArray& bytes, QIODevice::OpenMode mode = QIODevice::WriteOnly)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(mode) && file.write(bytes) == bytes.size();
}

/// The text and whether it ended without an error.
std::pair<QByteArray, bool> readAll(const QString& path, std::size_t piece)
{
    Result<LogInput> input = LogInput::open(path);
    QByteArray text;
    std::vector<char> buffer(piece);
    while (input) {
        const Result<qsizetype> count = input->read(buffer);
        if (!count) {
            return {text, false};
        }
        if (*count == 0) {
            return {text, true};
        }
        text.append(buffer.data(), *count);
    }
    return {text, false};
}

QStringList linesOf(const QByteArray& text, int piece)
{
    LineSplitter splitter;
    QStringList lines;
    for (qsizetype at = 0; at < text.size(); at += piece) {
        const qsizetype count = std::min<qsizetype>(piece, text.size() - at);
        splitter.feed({text.constData() + at, std::size_t(count)},
            [&lines](std::string_view line) { lines += QString::fromLatin1(line.data(), qsizetype(line.size())); });
    }
    if (splitter.hasRest()) {
        lines += u"rest:"_s + QString::fromStdString(splitter.takeRest());
    }
    return lines;
}

} // namespace

class TestLogInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhateverIsInTheFile_data();
    void readsWhateverIsInTheFile();
    void saysWhatIsWrong();
    void splitsLines();
    void keepsMemoryFlatInALongLine();
    void expandsPatterns();
    void knowsRotatedSets_data();
    void knowsRotatedSets();
    void ordersFilesOfOneBroker();
    void keepsBrokersApart();
    void followsAGrowingFile();
    void followsTruncationAndRotation();
};

void TestLogInput::readsWhateverIsInTheFile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("whole");
    const QByteArray text = QByteArray("[2020-07-01 06:49:49,010] INFO ärger\r\nnext\n").repeated(20'000);
    QTest::newRow("plain") << text << text << true;
    QTest::newRow("empty") << QByteArray() << QByteArray() << true;
    QTest::newRow("one byte") << QByteArray("x") << QByteArray("x") << true;
    QTest::newRow("utf-8 mark") << QByteArray("\xef\xbb\xbf" + text) << text << true;
    QTest::newRow("nul bytes") << QByteArray("a\0b\nc", 5) << QByteArray("a\0b\nc", 5) << true;
    QTest::newRow("latin-1") << QByteArray("\xe4rger\n") << QByteArray("\xe4rger\n") << true;
    QTest::newRow("gzip") << packed(text) << text << true;
    QTest::newRow("gzip, two members") << QByteArray(packed("one\n") + packed("two\n")) << QByteArray("one\ntwo\n")
                                       << true;
    QTest::newRow("gzip, padded") << QByteArray(packed("one\n") + QByteArray(512, '\0')) << QByteArray("one\n") << true;
    QTest::newRow("gzip, nothing in it") << packed("") << QByteArray() << true;
    const QByteArray utf16 = QByteArray("\xff\xfe") + QByteArray(reinterpret_cast<const char*>(u"ä 日\nx"), 10);
    QTest::newRow("utf-16") << utf16 << QByteArray("ä 日\nx") << true;
    QTest::newRow("gzip, cut") << packed(text).left(60) << QByteArray() << false;
    QByteArray damaged = packed(text);
    damaged.replace(40, 40, QByteArray(40, '\xff'));
    QTest::newRow("gzip, damaged") << damaged << QByteArray() << false;
}

void TestLogInput::readsWhateverIsInTheFile()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    QFETCH(bool, whole);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"log"_s);
    QVERIFY(write(path, file));
    for (const std::size_t piece : {std::size_t(3), std::size_t(1 << 20)}) {
        const auto [found, good] = readAll(path, piece);
        QCOMPARE(good, whole);
        if (whole) {
            QCOMPARE(found, text);
        }
    }
}

void TestLogInput::saysWhatIsWrong()
{
    QTemporaryDir folder;
    const Result<LogInput> missing = LogInput::open(folder.filePath(u"nothing"_s));
    QVERIFY(!missing);
    QVERIFY(missing.error().kind == ErrorKind::Storage);
    QVERIFY(missing.error().message.contains(u"nothing"_s));
    QVERIFY(!LogInput::open(folder.path()));

    const QStringList files{folder.filePath(u"nothing"_s), kafkaData(u"3.9.1-cut/server.log"_s)};
    const RebalanceReport report = analyseRebalances(files);
    QCOMPARE(report.files.size(), 2);
    QVERIFY(!report.groups.isEmpty());
    int problems = 0;
    for (const RebalanceFile& file : report.files) {
        problems += file.problem.isEmpty() ? 0 : 1;
    }
    QCOMPARE(problems, 1);
}

void TestLogInput::splitsLines()
{
    const QByteArray text("one\r\n\n\0\0\0two\nthr\0ee\r\r\nfour", 26);
    for (const int piece : {1, 2, 5, 100}) {
        const QStringList lines = linesOf(text, piece);
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[0], u"one"_s);
        QCOMPARE(lines[1], QString());
        QCOMPARE(lines[2], u"two"_s);
        QCOMPARE(lines[3].size(), 6);
        QCOMPARE(lines[4], u"rest:four"_s);
    }
}

void TestLogInput::keepsMemoryFlatInALongLine()
{
    LineSplitter splitter;
    const std::string piece(1 << 20, 'x');
    std::size_t length = 0;
    const auto note = [&length](std::string_view line) { length = line.size(); };
    for (int i = 0; i < 100; ++i) {
        splitter.feed(piece, note);
    }
    splitter.feed("\n", note);
    QCOMPARE(length, LineSplitter::kLongestLine);
    splitter.feed("short\n", note);
    QCOMPARE(length, std::size_t(5));
    const std::string hole(1 << 20, '\0');
    for (int i = 0; i < 100; ++i) {
        splitter.feed(hole, note);
    }
    QVERIFY(!splitter.hasRest());

    // What follows such a line is still understood.
    QByteArray log = QByteArray(3 << 20, 'y') + "\n" + rebalanceLines(0, 4, 2);
    QCOMPARE(analyse(log).groups.size(), 1);
}

void TestLogInput::expandsPatterns()
{
    QTemporaryDir folder;
    for (const char* name : {"b1/server.log", "b1/server.log.1", "b2/server.log", "b2/controller.log", "b2/[x].log"}) {
        QVERIFY(write(folder.filePath(QString::fromLatin1(name)), "x"));
    }
    const QString base = folder.path() + u'/';
    QCOMPARE(expandLogPaths({base + u"b?/server.log*"_s}),
        (QStringList{base + u"b1/server.log"_s, base + u"b1/server.log.1"_s, base + u"b2/server.log"_s}));
    QCOMPARE(expandLogPaths({base + u"b[2]/*.log"_s, base + u"b2/server.log"_s}).size(), 3);
    QCOMPARE(expandLogPaths({base + u"b2/[x].log"_s}), QStringList{base + u"b2/[x].log"_s});
    QCOMPARE(expandLogPaths({base + u"none*"_s}), QStringList{base + u"none*"_s});
    QCOMPARE(expandLogPaths({base + u"none"_s}), QStringList{base + u"none"_s});
}

void TestLogInput::knowsRotatedSets_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("stem");
    for (const char* name : {"server.log", "server.log.1", "server.log.2020-07-01-06", "server.log.2020-07-01-06.gz",
             "server.log.gz", "server-2020-07-01.log", "server.log-20200701"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << u"/x/server.log"_s;
    }
    QTest::newRow("another") << u"server-1.log"_s << u"/x/server-1.log"_s;
    QTest::newRow("no log") << u"kafka.2"_s << u"/x/kafka.2"_s;
}

void TestLogInput::knowsRotatedSets()
{
    QFETCH(QString, name);
    QFETCH(QString, stem);
    QCOMPARE(rotationStem(u"/x/"_s + name), stem);
}

void TestLogInput::ordersFilesOfOneBroker()
{
    // A rebalance that begins in one file and ends in the next, whatever order the files are named in.
    QTemporaryDir folder;
    QVERIFY(
        write(folder.filePath(u"server.log"_s), joinedLine(20, 5) + assignedLine(21, 5) + rebalanceLines(60, 5, 3)));
    QVERIFY(write(
        folder.filePath(u"server.log.2020-07-01-09.gz"_s), packed(rebalanceLines(0, 3, 2) + startLine(10, 4, "r"))));
    QVERIFY(write(folder.filePath(u"later.log"_s), rebalanceLines(100, 6, 3)));
    const QStringList names{folder.filePath(u"later.log"_s), folder.filePath(u"server.log"_s),
        folder.filePath(u"server.log.2020-07-01-09.gz"_s), folder.filePath(u"server.log"_s)};
    const std::vector<BrokerLogFiles> sources = orderBrokerLogs(names);
    QCOMPARE(sources.size(), std::size_t(1));
    QCOMPARE(sources[0].files, (QStringList{names[2], names[1], names[0]}));
    const RebalanceReport report = analyseRebalances(names);
    QCOMPARE(report.groups.size(), 1);
    QCOMPARE(report.groups[0].rebalances.size(), 4);
    for (const Rebalance& rebalance : report.groups[0].rebalances) {
        QCOMPARE(toId(rebalance.outcome), u"completed"_s);
    }
    QCOMPARE(report.groups[0].rebalances[1].totalMs().value(), 11'000);
}

void TestLogInput::keepsBrokersApart()
{
    // The group moves from broker 0 to broker 1; the clocks differ, so that the logs overlap.
    QTemporaryDir folder;
    const QByteArray other = "[GroupCoordinator 1]: ";
    const QByteArray moved = logLine(40, "Loading group metadata for g with generation 4", other)
        + logLine(41,
            "Preparing to rebalance group g in state PreparingRebalance with old generation 4 (__consumer_offsets-3) "
            "(reason: r)",
            other)
        + logLine(44, "Stabilized group g generation 5 (__consumer_offsets-3) with 2 members", other)
        + logLine(45,
            "Assignment received from leader x for group g for generation 5. The group has 2 members, 0 of which are "
            "static.",
            other);
    QVERIFY(write(folder.filePath(u"b0/server.log"_s),
        rebalanceLines(0, 3, 2) + startLine(30, 4, "r")
            + logLine(43, "Resigned as the group coordinator for partition 3 in epoch OptionalInt[1]")));
    QVERIFY(write(folder.filePath(u"b1/server.log"_s), moved));
    const QStringList names{folder.filePath(u"b1/server.log"_s), folder.filePath(u"b0/server.log"_s)};
    QCOMPARE(orderBrokerLogs(names).size(), std::size_t(2));
    const RebalanceReport report = analyseRebalances(names);
    QCOMPARE(report.groups.size(), 1);
    const QList<Rebalance>& rebalances = report.groups[0].rebalances;
    QCOMPARE(rebalances.size(), 3);
    QCOMPARE(toId(rebalances[0].outcome), u"completed"_s);
    QCOMPARE(toId(rebalances[1].outcome), u"coordinator_lost"_s);
    QCOMPARE(toId(rebalances[2].outcome), u"completed"_s);
    QCOMPARE(rebalances[2].broker, 1);
    // From the start that was lost to the assignment by the new coordinator nobody consumed.
    QCOMPARE(rebalanceOutages(rebalances, report.to).size(), 2);
    QCOMPARE(report.groups[0].statistics.unavailableMs, 2'000 + 15'000);
}

void TestLogInput::followsAGrowingFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"server.log"_s);
    GrowingFile growing(path);
    QByteArray seen;
    const auto take = [&seen](QByteArrayView bytes) { seen.append(bytes); };
    QVERIFY(!growing.poll(take));
    QVERIFY(write(path, "one\ntw"));
    QCOMPARE(growing.poll(take).value().bytes, 6);
    QCOMPARE(growing.poll(take).value().bytes, 0);
    QVERIFY(write(path, "o\nthree\n", QIODevice::Append));
    const Result<GrowingFile::Progress> more = growing.poll(take, {}, 4);
    QCOMPARE(more.value().bytes, 4);
    QVERIFY(!more->startedAnew);
    QCOMPARE(growing.poll(take).value().bytes, 4);
    QCOMPARE(seen, QByteArray("one\ntwo\nthree\n"));
}

void TestLogInput::followsTruncationAndRotation()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"server.log"_s);
    GrowingFile growing(path);
    QByteArray seen;
    int restarts = 0;
    const auto take = [&seen](QByteArrayView bytes) { seen.append(bytes); };
    const auto restart = [&restarts] { ++restarts; };
    QVERIFY(write(path, "first beginning\n"));
    QVERIFY(growing.poll(take, restart));
    QVERIFY(write(path, "short\n"));
    QVERIFY(growing.poll(take, restart).value().startedAnew);
    QCOMPARE(restarts, 1);
    // Rotated away, and a longer file put in its place.
    QVERIFY(QFile::rename(path, path + u".1"_s));
    QVERIFY(growing.poll(take, restart));
    QVERIFY(write(path, "a new file that is longer than the old one\n"));
    QVERIFY(growing.poll(take, restart).value().startedAnew);
    QCOMPARE(restarts, 2);
    QCOMPARE(seen, QByteArray("first beginning\nshort\na new file that is longer than the old one\n"));
}

QTEST_GUILESS_MAIN(TestLogInput)
#include "tst_loginput.moc"
