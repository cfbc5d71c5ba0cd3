// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/zipwriter.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

/// What a program of somebody else says of the file; its exit status, or -1.
int unzip(const QStringList& arguments, QByteArray* output)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"unzip"_s, arguments);
    if (!process.waitForFinished()) {
        return -1;
    }
    *output = process.readAll();
    return process.exitCode();
}

} // namespace

class TestZipWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void unzipAcceptsIt()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.zip"_s);
        QByteArray large;
        for (int i = 0; i < 100'000; ++i) {
            large += QByteArray::number(i * 7919);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        ZipWriter zip(file);
        QVERIFY(zip.add(u"empty.txt"_s, {}));
        QVERIFY(zip.add(u"one.txt"_s, "x"));
        QVERIFY(zip.add(u"logs/large.log"_s, large));
        QVERIFY(zip.add(u"logs/über 日本.txt"_s, "names in UTF-8"));
        QVERIFY(zip.finish());
        file.close();
        QVERIFY(file.size() < large.size());
        QByteArray output;
        QVERIFY2(unzip({u"-t"_s, path}, &output) == 0, output.constData());
        QVERIFY(output.contains("No errors detected"));
        QCOMPARE(unzip({u"-p"_s, path, u"logs/large.log"_s}, &output), 0);
        QCOMPARE(output, large);
    }

    void badNamesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : {u""_s, u"/etc/passwd"_s, u"a/../b"_s, u"a\\b"_s, u"c:x"_s, u"twice"_s}) {
            QTest::newRow(qPrintable(u"<%1>"_s.arg(name))) << name;
        }
    }

    void badNamesAreRefused()
    {
        QFETCH(QString, name);
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        ZipWriter zip(buffer);
        QVERIFY(zip.add(u"twice"_s, "a"));
        const auto added = zip.add(name, "b");
        QVERIFY(!added);
        QCOMPARE(added.error().kind, ErrorKind::Usage);
        QVERIFY(zip.finish());
    }

    void aFullDiskIsAnError()
    {
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        ZipWriter zip(full);
        const auto added = zip.add(u"a"_s, QByteArray(100'000, 'a'));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestZipWriter)
#include "tst_zipwriter.moc"
