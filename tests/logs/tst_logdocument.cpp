// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logdocument.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

bool write(const QString& path, const QByteArray& text, QIODevice::OpenMode mode = QIODevice::WriteOnly)
{
    QFile file(path);
    return file.open(mode) && file.write(text) == text.size();
}

bool writeGz(const QString& path, const QByteArray& text)
{
    const gzFile file = gzopen(QFile::encodeName(path).constData(), "wb");
    const bool written = gzwrite(file, text.constData(), unsigned(text.size())) == text.size();
    return gzclose(file) == Z_OK && written;
}

/// All lines, with one letter for the level and a star where a record begins.
QString dump(const LogSnapshot& log, qint64 mostBytes = 100)
{
    QString text;
    log.forLines(0, log.lineCount(), mostBytes, [&text](LogLine&& line) {
        text +=
            QString(u"?TDIWEF"[int(line.level)]) + (line.begins ? u'*' : u' ') + QString::fromUtf8(line.bytes) + u'\n';
        return true;
    });
    return text;
}

QByteArray stamped(int second, const QByteArray& rest)
{
    return "2026-11-22 10:00:" + QByteArray::number(second).rightJustified(2, '0') + ",000 " + rest + '\n';
}

} // namespace

class TestLogDocument : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const QString& name) { return m_folder.filePath(name); }

private Q_SLOTS:

    void cleanup()
    {
        m_folder.remove();
        m_folder = QTemporaryDir();
    }

    void readsLinesLevelsAndTimes()
    {
        QVERIFY(write(path(u"a.log"_s),
            "header\n" + stamped(1, "INFO a") + stamped(2, "ERROR b") + "\tat x.Y(Z.java:1)\n" + stamped(4, "WARN c")
                + "end"));
        LogDocument document(logOrigins({path(u"a.log"_s)}));
        QTRY_VERIFY(document.snapshot().isComplete() && document.snapshot().lineCount() == 6);
        const LogSnapshot log = document.snapshot();
        QCOMPARE(dump(log),
            u"? header\nI*2026-11-22 10:00:01,000 INFO a\nE*2026-11-22 10:00:02,000 ERROR b\nE \tat x.Y(Z.java:1)\n"
            "W*2026-11-22 10:00:04,000 WARN c\nW end\n"_s);
        QCOMPARE(log.records(LogLevel::Error), qint64(1));
        QCOMPARE(log.recordOf(3), qint64(2));
        QCOMPARE(log.timeOf(3) - log.firstMs(), qint64(1000));
        QCOMPARE(log.lineOfTime(log.firstMs() + 1500), qint64(4));
        QCOMPARE(log.lineOfTime(log.firstMs() - 5000), qint64(1));
        QCOMPARE(log.lineOfTime(log.lastMs() + 1), qint64(6));
        for (qint64 line = 0; line < 6; ++line) {
            QCOMPARE(log.lineAt(log.offsetOf(line)), line);
        }
    }

    void findsEveryLineOfALongLog()
    {
        QRandomGenerator random(5);
        QByteArray text;
        QList<qint64> offsets;
        for (int i = 0; i < 20'000; ++i) {
            offsets += text.size();
            text += QByteArray::number(i) + ' ' + QByteArray(random.bounded(300), 'z');
            if (i == 5000 || i == 5003) {
                text += QByteArray(200'000, 'L'); // noted apart
            }
            text += '\n';
        }
        QVERIFY(write(path(u"a.log"_s), text));
        LogDocument document(logOrigins({path(u"a.log"_s)}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(20'000));
        const LogSnapshot log = document.snapshot();
        for (qint64 line = 0; line < 20'000; line += 1 + random.bounded(40)) {
            QCOMPARE(log.offsetOf(line), offsets[line]);
            QCOMPARE(log.lines(line, 1, 10).front().bytes.split(' ').first().toLongLong(), line);
        }
        for (const qint64 line : {5000, 5001, 5002, 5003, 5004}) {
            QCOMPARE(log.offsetOf(line), offsets[line]);
        }
        QCOMPARE(log.lines(5000, 1, 10).front().length, offsets[5001] - offsets[5000] - 1);
    }

    void followsAGrowingFile()
    {
        QVERIFY(write(path(u"a.log"_s), "one\ntw"));
        LogDocument document(logOrigins({path(u"a.log"_s)}));
        QTRY_COMPARE(dump(document.snapshot()), u"? one\n? tw\n"_s);
        QVERIFY(write(path(u"a.log"_s), "o\nthree", QIODevice::Append));
        QTRY_COMPARE(dump(document.snapshot()), u"? one\n? two\n? three\n"_s);
    }

    void keepsWhatWasRotatedAway()
    {
        QVERIFY(write(path(u"a.log"_s), "old 1\nold 2"));
        LogDocument document(logOrigins({path(u"a.log"_s)}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(2));
        QVERIFY(QFile::rename(path(u"a.log"_s), path(u"a.log.1"_s)));
        QVERIFY(write(path(u"a.log.1"_s), " and more", QIODevice::Append));
        QVERIFY(write(path(u"a.log"_s), "new\n"));
        QTRY_COMPARE(dump(document.snapshot()), u"? old 1\n? old 2 and more\n? new\n"_s);
        QCOMPARE(document.snapshot().generation(), 0);
        QCOMPARE(document.snapshot().segments().size(), std::size_t(2));
    }

    void beginsAnewWhenTruncated()
    {
        QVERIFY(write(path(u"a.log"_s), "old 1\nold 2\n"));
        LogDocument document(logOrigins({path(u"a.log"_s)}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(2));
        const LogSnapshot before = document.snapshot();
        QVERIFY(write(path(u"a.log"_s), "new\n"));
        QTRY_COMPARE(dump(document.snapshot()), u"? new\n"_s);
        QCOMPARE(document.snapshot().generation(), 1);
        QVERIFY(before.lines(0, 2, 100).size() <= 2); // what is gone reads as nothing, and nothing breaks
        // Cut off and grown beyond where it was: the beginning tells.
        QVERIFY(write(path(u"a.log"_s), "another beginning\nand a second line\n"));
        QTRY_COMPARE(dump(document.snapshot()), u"? another beginning\n? and a second line\n"_s);
    }

    void readsRotatedAndPackedFilesAsOneLog()
    {
        QVERIFY(writeGz(path(u"s.log.2026-11-20.gz"_s), "2026-11-20 00:00:00,000 INFO a\n"));
        QVERIFY(write(path(u"s.log.2026-11-21"_s), "2026-11-21 00:00:00,000 INFO b\nb2"));
        QVERIFY(write(path(u"s.log"_s), "2026-11-22 00:00:00,000 INFO c\n"));
        const auto origins = logOrigins({path(u"s.log*"_s)});
        QCOMPARE(origins.size(), std::size_t(1));
        LogDocument document(origins);
        QTRY_COMPARE(dump(document.snapshot()),
            u"I*2026-11-20 00:00:00,000 INFO a\nI*2026-11-21 00:00:00,000 INFO b\nI b2\nI*2026-11-22 00:00:00,000 INFO c\n"_s);
    }

    void showsWhatADamagedPackageHolds()
    {
        QByteArray text;
        for (int i = 0; i < 20'000; ++i) {
            text += QByteArray::number(QRandomGenerator::global()->generate()) + '\n';
        }
        QVERIFY(writeGz(path(u"a.gz"_s), text));
        QFile file(path(u"a.gz"_s));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
        LogDocument document(logOrigins({path(u"a.gz"_s)}));
        QTRY_VERIFY(!document.snapshot().problem().isEmpty());
        QVERIFY(document.snapshot().lineCount() > 1000);
    }

    void readsUtf16()
    {
        QStringEncoder encoder(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
        const QByteArray text = encoder(u"2026-11-22 10:00:00 ERROR 失败\nzwei\n"_s);
        QVERIFY(write(path(u"a.log"_s), text));
        LogDocument document(logOrigins({path(u"a.log"_s)}));
        QTRY_COMPARE(dump(document.snapshot()), u"E*2026-11-22 10:00:00 ERROR 失败\nE zwei\n"_s);
    }

    void survivesHolesOfNuls()
    {
        QVERIFY(write(path(u"a.log"_s), QByteArray(300'000, '\0') + stamped(1, "WARN x") + QByteArray("\0\0y\n", 4)));
        LogDocument document(logOrigins({path(u"a.log"_s)}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(2));
        QCOMPARE(document.snapshot().lines(0, 1, 10).front().length, qint64(300'000 + 30));
    }

    void saysWhatItCannotRead()
    {
        LogDocument missing(logOrigins({path(u"none.log"_s)}));
        QTRY_VERIFY(missing.snapshot().problem().contains(u"none.log"_s));
        LogDocument folder(logOrigins({m_folder.path()}));
        QTRY_VERIFY(!folder.snapshot().problem().isEmpty());
        // It comes into being while it is watched.
        QVERIFY(write(path(u"none.log"_s), "here\n"));
        QTRY_COMPARE(missing.snapshot().lineCount(), qint64(1));
        QTRY_VERIFY(missing.snapshot().problem().isEmpty());
    }

    void keepsReadingWhatWasRemoved()
    {
        QVERIFY(write(path(u"a.log"_s), "one\n"));
        LogDocument document(logOrigins({path(u"a.log"_s)}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(1));
        QVERIFY(QFile::remove(path(u"a.log"_s)));
        document.poll();
        QCOMPARE(dump(document.snapshot()), u"? one\n"_s);
    }

    void groupsExceptionsByRootCause()
    {
        const auto trace = [](int second, const QByteArray& id) -> QByteArray {
            return stamped(second, "ERROR o.a.f.Task - task " + id + " failed") + "java.lang.RuntimeException: split "
                + id + "\n\tat a.B.c(B.java:1)\nCaused by: java.net.ConnectException: refused by 10.0.0." + id
                + ":9092\n\tat a.B.d(B.java:2)\n\t... 3 more\n";
        };
        QVERIFY(write(path(u"a.log"_s),
            trace(1, "7") + stamped(2, "INFO fine, no Exception here") + trace(3, "8")
                + stamped(4, "ERROR c.D - java.lang.IllegalStateException: no") + "\tat a.B.e(B.java:3)\n"));
        LogDocument document(logOrigins({path(u"a.log"_s)}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(15));
        const QList<LogExceptionGroup> groups = document.snapshot().exceptions();
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups[0].type, u"java.net.ConnectException"_s);
        QCOMPARE(groups[0].count, qint64(2));
        QCOMPARE(groups[0].first, qint64(0));
        QCOMPARE(groups[0].last, qint64(7));
        QCOMPARE(groups[0].message, u"refused by 10.0.0.7:9092"_s);
        QCOMPARE(groups[1].type, u"java.lang.IllegalStateException"_s);
        QCOMPARE(groups[1].message, u"no"_s);
    }

    void mergesByTime()
    {
        QVERIFY(write(
            path(u"jm.log"_s), stamped(1, "INFO j1") + stamped(3, "ERROR j3") + "\tat j\n" + stamped(5, "INFO j5")));
        QVERIFY(write(path(u"tm.log"_s), stamped(2, "INFO t2") + stamped(4, "WARN t4")));
        LogDocument document(logOrigins({path(u"jm.log"_s), path(u"tm.log"_s)}));
        QVERIFY(document.isMerged());
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(6));
        QString order;
        document.snapshot().forLines(0, 6, 100, [&order](LogLine&& line) {
            order += QString::number(line.source) + QString::fromUtf8(line.bytes.last(2)) + u' ';
            return true;
        });
        QCOMPARE(order, u"0j1 1t2 0j3 0 j 1t4 0j5 "_s);
        QCOMPARE(document.snapshot().sources(), (QStringList{u"jm.log"_s, u"tm.log"_s}));
        QVERIFY(write(path(u"tm.log"_s), stamped(6, "INFO t6"), QIODevice::Append));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(7));
        QCOMPARE(document.snapshot().source(6), 1);
    }

    void mergesStampsOfDifferentZones()
    {
        QVERIFY(write(path(u"a.log"_s), "2026-11-22T10:00:00Z INFO a\n2026-11-22T10:00:02Z INFO c\n"));
        QVERIFY(write(path(u"b.log"_s), "2026-11-22T18:00:01+08:00 INFO b\n"));
        LogDocument document(logOrigins({path(u"a.log"_s), path(u"b.log"_s)}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(3));
        QCOMPARE(document.snapshot().source(1), 1);
    }

    void staysSmallOnAHugeLine()
    {
        // A line of 100 MB, most of it a hole on the disk.
        QFile file(path(u"a.log"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("2026-11-22 10:00:00 INFO begin");
        QVERIFY(file.resize(100'000'000));
        file.seek(100'000'000);
        file.write("\nlast\n");
        file.close();
        LogDocument document(logOrigins({path(u"a.log"_s)}));
        QTRY_COMPARE(document.snapshot().lineCount(), qint64(2));
        const std::vector<LogLine> lines = document.snapshot().lines(0, 2, 64);
        QCOMPARE(lines[0].length, qint64(100'000'000));
        QCOMPARE(lines[0].bytes.size(), 64);
        QCOMPARE(lines[1].bytes, QByteArray("last"));
    }
};

QTEST_GUILESS_MAIN(TestLogDocument)
#include "tst_logdocument.moc"
