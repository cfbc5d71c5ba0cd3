// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "widgets/common/messagebar.h"
#include "widgets/logs/logfilterbar.h"
#include "widgets/logs/logspage.h"
#include "widgets/logs/logtextview.h"
#include "widgets/logs/logviewer.h"
#include "widgets/panels/paneltable.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

QByteArray sample(int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i) {
        text += "2026-11-22 10:" + QByteArray::number(10 + i / 60 % 50) + ':'
            + QByteArray::number(i % 60).rightJustified(2, '0') + ",000 " + (i % 10 == 3 ? "WARN" : "INFO")
            + " a.B - line " + QByteArray::number(i) + '\n';
        if (i % 100 == 50) {
            text += "2026-11-22 10:59:00,000 ERROR a.B - broke\njava.io.IOException: disk " + QByteArray::number(i)
                + "\n\tat a.B.c(B.java:1)\n";
        }
    }
    return text;
}

} // namespace

class TestLogViewer : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;

    std::shared_ptr<LogDocument> open(const QByteArray& text)
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            return nullptr;
        }
        file.close();
        return std::make_shared<LogDocument>(logOrigins({m_path}));
    }

private Q_SLOTS:

    void initTestCase()
    {
        test::failOnWarnings();
        m_path = m_folder.filePath(u"a.log"_s);
    }

    void movesByKeysAndCopies()
    {
        LogViewer viewer;
        viewer.resize(900, 500);
        viewer.setDocument(open(sample(1000)));
        QVERIFY(test::showActive(viewer));
        LogTextView* text = viewer.text();
        text->setFocus();
        QTRY_COMPARE(text->rows().count(), qint64(1030));
        QTest::keyClick(text, Qt::Key_Down);
        QCOMPARE(text->currentLine(), qint64(0));
        QTest::keyClick(text, Qt::Key_Down);
        QTest::keyClick(text, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
            u"2026-11-22 10:10:01,000 INFO a.B - line 1\n2026-11-22 10:10:02,000 INFO a.B - line 2\n"_s);
        QTest::keyClick(text, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(text->currentLine(), qint64(1029));
        QVERIFY(text->isFollowing()); // at the end it follows
        QTest::keyClick(text, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(text->firstRow(), qint64(0));
        QVERIFY(!text->isFollowing());
    }

    void searchesWhileTyping()
    {
        LogViewer viewer;
        viewer.resize(900, 500);
        viewer.setDocument(open(sample(1000)));
        QVERIFY(test::showActive(viewer));
        QTRY_COMPARE(viewer.text()->rows().count(), qint64(1030));
        viewer.text()->setFocus();
        QTest::keyClick(viewer.text(), Qt::Key_F, Qt::ControlModifier);
        auto* search = viewer.findChild<QLineEdit*>(u"logSearch"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"line 99"_s);
        QTRY_COMPARE(viewer.text()->rows().matches().hitCount, qint64(11)); // 99, 990 … 999
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(viewer.text()->currentLine() > 0);
        const qint64 first = viewer.text()->currentLine();
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(viewer.text()->currentLine() > first);
        QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(viewer.text()->currentLine(), first);
        viewer.findChild<QToolButton*>(u"logOnly"_s)->click();
        QTRY_COMPARE(viewer.text()->rows().count(), qint64(11));
        viewer.findChild<QSpinBox*>(u"logContext"_s)->setValue(1);
        QTRY_VERIFY(viewer.text()->rows().count() > 12);
    }

    void filtersByLevelAndTime()
    {
        LogViewer viewer;
        viewer.resize(900, 500);
        viewer.setDocument(open(sample(1000)));
        QVERIFY(test::showActive(viewer));
        QTRY_COMPARE(viewer.text()->rows().count(), qint64(1030));
        viewer.findChild<QToolButton*>(u"logLevel3"_s)->click(); // INFO goes
        QTRY_COMPARE(viewer.text()->rows().count(), qint64(130));
        viewer.findChild<QToolButton*>(u"logLevel3"_s)->click();
        viewer.findChild<QLineEdit*>(u"logFrom"_s)->setText(u"nonsense"_s);
        QTRY_VERIFY(viewer.findChild<QLineEdit*>(u"logFrom"_s)->property("millraceInvalid").toBool());
        QTRY_COMPARE(viewer.text()->rows().count(), qint64(1030));
    }

    void goesToExceptions()
    {
        LogViewer viewer;
        viewer.resize(900, 600);
        viewer.setDocument(open(sample(1000)));
        QVERIFY(test::showActive(viewer));
        QTRY_COMPARE(viewer.text()->rows().count(), qint64(1030));
        viewer.findChild<QToolButton*>(u"logExceptions"_s)->click();
        auto* table = viewer.findChild<PanelTable*>(u"logExceptionTable"_s);
        QVERIFY(table->isVisible());
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"10"_s);
        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
        QCOMPARE(viewer.text()->currentLine(), qint64(51));
        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
        QCOMPARE(viewer.text()->currentLine(), qint64(154)); // the next of its kind
    }

    void followsAndJumps()
    {
        LogViewer viewer;
        viewer.resize(900, 500);
        viewer.setDocument(open(sample(200)));
        QVERIFY(test::showActive(viewer));
        QTRY_COMPARE(viewer.text()->rows().count(), qint64(206));
        viewer.findChild<QToolButton*>(u"logFollow"_s)->click();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("2026-11-22 11:00:00,000 ERROR a.B - the end\n");
        file.close();
        QTRY_COMPARE(viewer.text()->rows().count(), qint64(207));
        QTRY_COMPARE(viewer.text()->firstRow() + viewer.text()->pageRows(), qint64(207));
        viewer.jumpTo(u"disk 150"_s, {});
        QTRY_COMPARE(viewer.text()->currentLine(), qint64(155));
        QVERIFY(!viewer.text()->isFollowing());
    }

    void wrapsAndBookmarks()
    {
        LogViewer viewer;
        viewer.resize(500, 400);
        viewer.setDocument(open("short\n" + QByteArray(3000, 'w') + "\nend\n"));
        QVERIFY(test::showActive(viewer));
        QTRY_COMPARE(viewer.text()->rows().count(), qint64(3));
        viewer.text()->setFocus();
        QTest::keyClick(viewer.text(), Qt::Key_W, Qt::AltModifier);
        QVERIFY(viewer.text()->isWrapping());
        QTest::keyClick(viewer.text(), Qt::Key_Down);
        QTest::keyClick(viewer.text(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(viewer.text()->bookmarks().size(), std::size_t(1));
        QVERIFY(viewer.grab().toImage().width() > 0);
    }

    void savesARange()
    {
        LogViewer viewer;
        viewer.setDocument(open(sample(500)));
        QVERIFY(test::showActive(viewer));
        QTRY_COMPARE(viewer.text()->rows().count(), qint64(515));
        QSignalSpy spy(&viewer, &LogViewer::saved);
        viewer.save(m_folder.filePath(u"out.txt"_s));
        QTRY_COMPARE(spy.count(), 1);
        QFile out(m_folder.filePath(u"out.txt"_s));
        QFile in(m_path);
        QVERIFY(out.open(QIODevice::ReadOnly) && in.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll(), in.readAll());
        viewer.save(m_folder.filePath(u"none/out.txt"_s));
        QTRY_COMPARE(spy.count(), 2);
        QVERIFY(!spy.at(1).at(1).toString().isEmpty());
    }

    void listsLogs()
    {
        LogsPage page;
        page.resize(900, 500);
        const QAbstractItemModelTester tester(page.entries(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        page.setEntries({{.id = u"1"_s, .title = u"jm.log"_s, .group = u"JobManager"_s, .bytes = 5},
            {.id = u"2"_s, .title = u"tm.log"_s, .group = u"TaskManager"_s}});
        QVERIFY(test::showActive(page));
        QSignalSpy spy(&page, &LogsPage::entriesChosen);
        auto* list = page.findChild<PanelTable*>(u"logList"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(page.entries()->index(0)).center());
        QCOMPARE(spy.takeFirst().first().toStringList(), QStringList{u"1"_s});
        auto* merge = page.findChild<QPushButton*>(u"mergeLogs"_s);
        QVERIFY(!merge->isEnabled());
        QTest::mouseClick(
            list->viewport(), Qt::LeftButton, Qt::ControlModifier, list->visualRect(page.entries()->index(1)).center());
        QVERIFY(merge->isEnabled());
        QTest::mouseClick(merge, Qt::LeftButton);
        QCOMPARE(spy.takeFirst().first().toStringList(), (QStringList{u"1"_s, u"2"_s}));
    }

    void readsMoments_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("moment");
        QTest::newRow("time") << u"14:05"_s << u"2026-11-22T14:05:00.000"_s;
        QTest::newRow("seconds") << u" 14:05:06,5 "_s << u"2026-11-22T14:05:06.500"_s;
        QTest::newRow("day") << u"11-20 14:05"_s << u"2026-11-20T14:05:00.000"_s;
        QTest::newRow("date") << u"2025-01-02 03:04"_s << u"2025-01-02T03:04:00.000"_s;
        QTest::newRow("date only") << u"2025-01-02"_s << u"2025-01-02T00:00:00.000"_s;
        QTest::newRow("nonsense") << u"soon"_s << QString();
        QTest::newRow("no such day") << u"02-31 10:00"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void readsMoments()
    {
        QFETCH(QString, text);
        QFETCH(QString, moment);
        const qint64 reference = QDateTime(QDate(2026, 11, 22), QTime(9, 0), QTimeZone::utc()).toMSecsSinceEpoch();
        const qint64 ms = parseLogMoment(text, reference);
        QCOMPARE(ms == kNoTime
                ? QString()
                : QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s),
            moment);
    }
};

QTEST_MAIN(TestLogViewer)
#include "logs_viewer.moc"
