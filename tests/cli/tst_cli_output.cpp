// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace millrace;
using namespace millrace::cli;
using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

class OutputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QVERIFY(m_folder.isValid()); }

    void aFileAppearsWhenItIsWhole()
    {
        const QString path = m_folder.filePath(u"whole.txt"_s);
        auto output = Output::open(path);
        QVERIFY(output);
        (*output)->write(u"一\n"_s);
        (*output)->flush();
        QVERIFY(!QFile::exists(path));
        QVERIFY((*output)->commit());
        QCOMPARE(read(path), QByteArray("一\n"));
    }

    void aDiscardedFileStaysAsItWas()
    {
        const QString path = m_folder.filePath(u"kept.txt"_s);
        {
            QFile before(path);
            QVERIFY(before.open(QIODevice::WriteOnly));
            before.write("before");
        }
        {
            auto output = Output::open(path);
            QVERIFY(output);
            (*output)->write("after"sv);
            (*output)->discard();
        }
        QCOMPARE(read(path), QByteArray("before"));
        {
            auto output = Output::open(path);
            (*output)->write("after"sv);
        }
        QCOMPARE(read(path), QByteArray("before"));
        QCOMPARE(QDir(m_folder.path()).entryList({u"kept*"_s}, QDir::Files), QStringList{u"kept.txt"_s});
    }

    void largeOutputIsWhole()
    {
        const QString path = m_folder.filePath(u"large.txt"_s);
        auto output = Output::open(path);
        QByteArray expected;
        for (int i = 0; i < 50'000; ++i) {
            const QByteArray line = QByteArray::number(i) + '\n';
            expected += line;
            (*output)->write(std::string_view(line.constData(), std::size_t(line.size())));
        }
        QVERIFY((*output)->commit());
        QCOMPARE(read(path), expected);
    }

    void placesThatCannotBeWritten()
    {
        for (const QString& path : {u"/nowhere/file.txt"_s, m_folder.path()}) {
            const auto output = Output::open(path);
            QVERIFY(!output);
            QCOMPARE(output.error().kind, ErrorKind::Usage);
            QVERIFY(output.error().message.contains(path));
        }
    }

    void devicesAreWrittenDirectly()
    {
        auto output = Output::open(u"/dev/null"_s);
        QVERIFY(output);
        (*output)->write("x"sv);
        QVERIFY((*output)->commit());
    }

    void aFullDiskIsAnError()
    {
        auto output = Output::open(u"/dev/full"_s);
        QVERIFY(output);
        int told = 0;
        (*output)->setBrokenNotifier([&told] { ++told; });
        (*output)->write("x"sv);
        (*output)->flush();
        (*output)->write("y"sv);
        (*output)->flush();
        QVERIFY((*output)->isBroken() && !(*output)->isClosedPipe());
        QCOMPARE(told, 1);
        const auto done = (*output)->commit();
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Storage);
    }

    void aClosedPipeIsNone()
    {
        std::signal(SIGPIPE, SIG_IGN);
        const QByteArray fifo = QFile::encodeName(m_folder.filePath(u"fifo"_s));
        QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
        const int reader = ::open(fifo.constData(), O_RDONLY | O_NONBLOCK);
        QVERIFY(reader >= 0);
        auto output = Output::open(QFile::decodeName(fifo));
        QVERIFY(output);
        (*output)->checkReader();
        QVERIFY(!(*output)->isBroken());
        ::close(reader);
        int told = 0;
        (*output)->setBrokenNotifier([&told] { ++told; });
        (*output)->checkReader(); // without having written anything
        QVERIFY((*output)->isClosedPipe());
        QCOMPARE(told, 1);
        QVERIFY((*output)->commit());
    }

private:
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(OutputTest)
#include "tst_cli_output.moc"
