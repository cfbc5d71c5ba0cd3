// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledgermodel.h"
#include "models/linediff.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

LedgerEntry entry(qint64 id, const QString& location)
{
    return {
        .id = id, .jobName = u"orders"_s, .location = location, .takenAt = QDateTime::fromSecsSinceEpoch(id, Qt::UTC)};
}

/// "=a -b +c", for tables of expectations.
QString asText(const LineDiff& diff)
{
    QStringList parts;
    for (const DiffLine& line : diff.lines) {
        const QChar sign = line.kind == DiffLine::Kind::Same ? u'=' : line.kind == DiffLine::Kind::Added ? u'+' : u'-';
        parts << sign + line.text;
    }
    return parts.join(u' ');
}

} // namespace

class TestLedgerModels : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void differences_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("diff");
        QTest::newRow("nothing") << u""_s << u""_s << u""_s;
        QTest::newRow("same") << u"a\nb"_s << u"a\nb\n"_s << u"=a =b"_s;
        QTest::newRow("spaces at the end") << u"a  \nb"_s << u"a\nb\r\n"_s << u"=a =b"_s;
        QTest::newRow("added") << u"a\nc"_s << u"a\nb\nc"_s << u"=a +b =c"_s;
        QTest::newRow("removed") << u"a\nb\nc"_s << u"a\nc"_s << u"=a -b =c"_s;
        QTest::newRow("changed") << u"a\nb\nc"_s << u"a\nx\nc"_s << u"=a -b +x =c"_s;
        QTest::newRow("two changed") << u"a\nb\nc\nd"_s << u"a\nx\ny\nd"_s << u"=a -b -c +x +y =d"_s;
        QTest::newRow("moved") << u"a\nb\nc"_s << u"c\na\nb"_s << u"+c =a =b -c"_s;
        QTest::newRow("all new") << u""_s << u"a"_s << u"+a"_s;
        QTest::newRow("line repeated") << u"a\na"_s << u"a\na\na"_s << u"=a =a +a"_s;
    }

    void differences()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        const LineDiff diff = diffLines(before, after);
        QTEST(asText(diff), "diff");
        int oldLine = 0;
        int newLine = 0;
        for (const DiffLine& line : diff.lines) {
            oldLine += line.oldLine > 0 ? 1 : 0;
            newLine += line.newLine > 0 ? 1 : 0;
            QVERIFY(line.oldLine == 0 || line.oldLine == oldLine);
            QVERIFY(line.newLine == 0 || line.newLine == newLine);
        }
    }

    void hugeTextsAreTakenAsAWhole()
    {
        QString before;
        QString after;
        for (int i = 0; i < 5000; ++i) {
            before += u"old %1\n"_s.arg(i);
            after += u"new %1\n"_s.arg(i);
        }
        const LineDiff diff = diffLines(before, after);
        QCOMPARE(diff.added, 5000);
        QCOMPARE(diff.removed, 5000);
    }

    void listsAreMerged()
    {
        LedgerModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setEntries({entry(3, u"c"_s), entry(2, u"b"_s), entry(1, u"a"_s)});
        const QPersistentModelIndex kept = model.index(1, 0);
        QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
        model.setEntries({entry(4, u"d"_s), entry(1, u"a"_s), entry(2, u"b2"_s)});
        QCOMPARE(kept.row(), 2);
        QCOMPARE(model.entry(2).location, u"b2"_s);
        QCOMPARE(data.count(), 1);
        model.setEntries({});
        QVERIFY(!kept.isValid());
        QCOMPARE(reset.count(), 0);
    }

    void notesAreEditedInPlace()
    {
        LedgerModel model;
        model.setEntries({entry(7, u"a"_s)});
        QSignalSpy edited(&model, &LedgerModel::noteEdited);
        QVERIFY(model.setData(model.index(0, LedgerModel::Note), u" before the change "_s));
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited.at(0).at(0).toLongLong(), 7);
        QCOMPARE(edited.at(0).at(1).toString(), u"before the change"_s);
        QVERIFY(!model.setData(model.index(0, LedgerModel::Job), u"x"_s));
    }

    void whatIsGoneSaysSo()
    {
        LedgerModel model;
        LedgerEntry gone = entry(1, u"s3://b/savepoint-41a7c2/"_s);
        gone.state = LedgerEntry::State::Gone;
        LedgerEntry expired = entry(2, u"b"_s);
        expired.expiresAt = QDateTime::fromSecsSinceEpoch(10, Qt::UTC);
        LedgerEntry pinned = expired;
        pinned.id = 3;
        pinned.pinned = true;
        model.setEntries({gone, expired, pinned});
        QCOMPARE(model.index(0, LedgerModel::State).data().toString(), u"gone"_s);
        QVERIFY(model.index(0, 0).data(LedgerModel::DeadRole).toBool());
        QCOMPARE(model.index(1, LedgerModel::State).data().toString(), u"expired"_s);
        QCOMPARE(model.index(2, LedgerModel::State).data().toString(), u"there"_s);
        QCOMPARE(model.index(2, LedgerModel::Expires).data().toString(), u"pinned"_s);
        QCOMPARE(shortLocation(gone.location), u"savepoint-41a7c2"_s);
    }

    void marksTellTextsApart()
    {
        QCOMPARE(sqlMark(u"SELECT 1"_s), sqlMark(u" SELECT\n 1 "_s));
        QVERIFY(sqlMark(u"SELECT 1"_s) != sqlMark(u"SELECT 2"_s));
        QCOMPARE(sqlMark(u"  "_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestLedgerModels)
#include "tst_ledgermodels.moc"
