// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/editordocument.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

QByteArray bytesOf(std::initializer_list<int> values)
{
    QByteArray bytes;
    for (const int value : values) {
        bytes += static_cast<char>(value);
    }
    return bytes;
}

QByteArray gb18030(const QString& text)
{
    QStringEncoder encoder("GB18030");
    return encoder.encode(text);
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void decode_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("lineEnd");
        QTest::addColumn<bool>("guessed");
        QTest::newRow("empty") << QByteArray() << QString() << u"UTF-8"_s << u"LF"_s << false;
        QTest::newRow("ASCII") << QByteArray("SELECT 1;\n") << u"SELECT 1;\n"_s << u"UTF-8"_s << u"LF"_s << false;
        QTest::newRow("UTF-8") << QByteArray("-- 店\xF0\x9F\x8E\x89") << u"-- 店🎉"_s << u"UTF-8"_s << u"LF"_s << false;
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                            "a\r\nb\r\n")
                              << u"a\r\nb\r\n"_s << u"UTF-8 BOM"_s << u"CRLF"_s << false;
        QTest::newRow("UTF-16 LE mark") << bytesOf({0xFF, 0xFE, 'a', 0, 0x97, 0x5E})
                                        << u"a店"_s.replace(u"店"_s, QString(QChar(0x5E97))) << u"UTF-16 LE BOM"_s
                                        << u"LF"_s << false;
        QTest::newRow("UTF-16 BE mark") << bytesOf({0xFE, 0xFF, 0, 'a', 0, '\n'}) << u"a\n"_s << u"UTF-16 BE BOM"_s
                                        << u"LF"_s << false;
        QTest::newRow("UTF-16 bare") << bytesOf({'S', 0, 'E', 0, 'T', 0, ';', 0}) << u"SET;"_s << u"UTF-16 LE"_s
                                     << u"LF"_s << true;
        QTest::newRow("old Mac") << QByteArray("a\rb\r") << u"a\rb\r"_s << u"UTF-8"_s << u"CR"_s << false;
        QTest::newRow("mixed, mostly CRLF")
            << QByteArray("a\r\nb\r\nc\n") << u"a\r\nb\r\nc\n"_s << u"UTF-8"_s << u"CRLF"_s << false;
        QTest::newRow("Latin-1") << QByteArray("Stra\xDF"
                                               "e; -- \xE9")
                                 << u"Straße; -- é"_s << u"Latin-1"_s << u"LF"_s << true;
        if (canDecode(TextEncoding::Gb18030)) {
            QTest::newRow("GB18030") << gb18030(u"-- 每家门店的营收"_s) << u"-- 每家门店的营收"_s << u"GB18030"_s
                                     << u"LF"_s << true;
        }
    }

    void decode()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QString, encoding);
        QFETCH(QString, lineEnd);
        QFETCH(bool, guessed);
        const Result<DecodedText> decoded = decodeText(bytes, u"x.sql"_s);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
        QCOMPARE(encodingName(decoded->format), encoding);
        QCOMPARE(decoded->text, text);
        QCOMPARE(lineEndName(decoded->format.lineEnd), lineEnd);
        QCOMPARE(decoded->guessed, guessed);
        // whatever it was: written back it is the same, byte by byte
        const Result<QByteArray> again = encodeText(decoded->text, decoded->format);
        QVERIFY(again);
        QCOMPARE(*again, bytes);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("zero bytes") << bytesOf({0x7F, 'E', 'L', 'F', 0, 0, 0, 1, 2, 0});
        QTest::newRow("mark, then not UTF-8") << QByteArray("\xEF\xBB\xBF"
                                                            "a\xFF"
                                                            "b");
        QTest::newRow("UTF-16 with half a pair") << bytesOf({0xFF, 0xFE, 0x3D, 0xD8, 'a', 0});
        QTest::newRow("UTF-16 with an odd byte") << bytesOf({0xFF, 0xFE, 'a', 0, 'b'});
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const Result<DecodedText> decoded = decodeText(bytes, u"x.bin"_s);
        QVERIFY(!decoded);
        QVERIFY(decoded.error().message.startsWith("x.bin"_L1));
    }

    void encodeSaysWhatIsLost()
    {
        const Result<QByteArray> bytes = encodeText(u"é\n--\n店"_s, {.encoding = TextEncoding::Latin1});
        QVERIFY(!bytes);
        QVERIFY2(bytes.error().message.contains(u"店"_s) && bytes.error().message.contains(u'3'),
            qPrintable(bytes.error().message));
        QVERIFY(encodeText(u"é"_s, {.encoding = TextEncoding::Latin1}));
    }

    void loadAndSave()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sql"_s);
        QVERIFY(write(path,
            "\xEF\xBB\xBF"
            "SELECT 1;\r\n"));
        EditorDocument document;
        QSignalSpy moved(&document, &EditorDocument::pathChanged);
        const Result<QString> text = document.load(path);
        QVERIFY(text);
        QCOMPARE(*text, u"SELECT 1;\r\n"_s);
        QCOMPARE(document.fileName(), u"a.sql"_s);
        QVERIFY(document.notice().isEmpty());
        QCOMPARE(moved.count(), 1);
        QVERIFY(document.save(u"SELECT 2;\r\n"_s));
        QCOMPARE(read(path),
            QByteArray("\xEF\xBB\xBF"
                       "SELECT 2;\r\n"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"a.sql"_s}); // no temporary file stays
        const QString other = folder.filePath(u"b.sql"_s);
        QVERIFY(document.saveAs(other, u"SELECT 3;"_s));
        QCOMPARE(document.path(), other);
        QCOMPARE(read(path),
            QByteArray("\xEF\xBB\xBF"
                       "SELECT 2;\r\n"));
        QCOMPARE(moved.count(), 2);
    }

    void errorsLeaveEverythingAsItWas()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sql"_s);
        QVERIFY(write(path, "caf\xE9"));
        EditorDocument document;
        QVERIFY(document.load(path));
        QVERIFY(!document.notice().isEmpty());
        const Result<void> lost = document.save(u"店"_s); // Latin-1, or a GB18030 guess
        if (document.format().encoding == TextEncoding::Latin1) {
            QVERIFY(!lost);
            QCOMPARE(read(path), QByteArray("caf\xE9"));
        }
        QVERIFY(!document.load(folder.filePath(u"none.sql"_s)));
        QVERIFY(!document.load(folder.path()));
        QCOMPARE(document.path(), path);
        QVERIFY(!document.saveAs(folder.filePath(u"no/such/folder.sql"_s), u"x"_s));
        QCOMPARE(document.path(), path);
        QVERIFY(!document.saveAs({}, u"x"_s));
    }

    void readOnlyIsToldAndRespected()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sql"_s);
        QVERIFY(write(path, "SELECT 1;"));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadUser));
        EditorDocument document;
        QVERIFY(document.load(path));
        QVERIFY(document.isReadOnly());
        const Result<void> saved = document.save(u"SELECT 2;"_s);
        QVERIFY(!saved);
        QVERIFY2(saved.error().message.contains("read-only"_L1), qPrintable(saved.error().message));
        QCOMPARE(read(path), QByteArray("SELECT 1;"));
        QVERIFY(document.saveAs(folder.filePath(u"b.sql"_s), u"SELECT 2;"_s));
        QVERIFY(!document.isReadOnly());
    }

    void seesWhatOthersDoToTheFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sql"_s);
        QVERIFY(write(path, "SELECT 1;"));
        EditorDocument document;
        QVERIFY(document.load(path));
        QSignalSpy states(&document, &EditorDocument::diskStateChanged);
        QVERIFY(document.save(u"SELECT 22;"_s));
        document.checkDisk();
        QCOMPARE(states.count(), 0); // its own writing is no news
        QVERIFY(write(path, "SELECT 333;"));
        QTRY_COMPARE(document.diskState(), EditorDocument::DiskState::Changed);
        document.acceptDisk();
        QCOMPARE(document.diskState(), EditorDocument::DiskState::Unchanged);
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE(document.diskState(), EditorDocument::DiskState::Deleted);
        // replaced by renaming, as editors do it
        QVERIFY(write(folder.filePath(u"new"_s), "SELECT 4444;"));
        QVERIFY(QFile::rename(folder.filePath(u"new"_s), path));
        QTRY_COMPARE(document.diskState(), EditorDocument::DiskState::Changed);
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE(document.diskState(), EditorDocument::DiskState::Deleted);
        QVERIFY(document.save(u"SELECT 5;"_s)); // nothing lost
        QCOMPARE(document.diskState(), EditorDocument::DiskState::Unchanged);
        QCOMPARE(read(path), QByteArray("SELECT 5;"));
    }

    void savesThroughALink()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"real.sql"_s);
        const QString link = folder.filePath(u"link.sql"_s);
        QVERIFY(write(path, "SELECT 1;"));
        QVERIFY(QFile::link(path, link));
        EditorDocument document;
        QVERIFY(document.load(link));
        QVERIFY(document.save(u"SELECT 2;"_s));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(read(path), QByteArray("SELECT 2;"));
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "editor_document.moc"
