// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace millrace::test;
using namespace Qt::StringLiterals;

class RebalancesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void namesTheChangePoint()
    {
        Program program;
        const Program::Outcome ended =
            program.run({u"rebalances"_s, incident(), u"--group"_s, u"1"_s, u"--format"_s, u"json"_s});
        QCOMPARE(ended.status, 0);
        const QJsonArray groups = QJsonDocument::fromJson(ended.out).object()["groups"_L1].toArray();
        QCOMPARE(groups.size(), 1);
        QCOMPARE(groups[0]["group"_L1].toString(), u"1"_s);
        QCOMPARE(groups[0]["rebalances"_L1].toArray().size(), 392);
        QStringList findings;
        const QJsonArray all = groups[0]["findings"_L1].toArray();
        for (const auto& finding : all) {
            findings << finding["id"_L1].toString() + u' ' + finding["from"_L1].toString();
        }
        QVERIFY2(
            !findings.filter(u"change_point 2020-07-01T06:49:49.010"_s).isEmpty(), qPrintable(findings.join(u'\n')));
        QVERIFY(!findings.filter(u"plateau"_s).isEmpty());
    }

    void printsATable()
    {
        Program program;
        const Program::Outcome ended = program.run({u"rebalances"_s, incident()});
        QCOMPARE(ended.status, 0);
        QVERIFY(ended.out.contains("billing-export"));
        QVERIFY(ended.out.contains("just under 300 s"));
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("no file") << QStringList{} << 2;
        QTest::newRow("unknown format") << QStringList{incident(), u"--format"_s, u"xml"_s} << 2;
        QTest::newRow("unknown zone") << QStringList{incident(), u"--zone"_s, u"Mars/Olympus"_s} << 2;
        QTest::newRow("missing file") << QStringList{u"no-such.log"_s} << 1;
    }

    void refusesWrongUsage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, status);
        Program program;
        const Program::Outcome ended = program.run(QStringList{u"rebalances"_s} + arguments);
        QCOMPARE(ended.status, status);
        QVERIFY(ended.out.isEmpty());
        QVERIFY(!ended.err.isEmpty());
    }

private:
    static QString incident()
    {
        const QDir folder(QStringLiteral(MILLRACE_TEST_DATA "/kafka/synthetic"));
        return folder.filePath(folder.entryList({u"server.log*"_s}, QDir::Files).value(0));
    }
};

QTEST_GUILESS_MAIN(RebalancesTest)
#include "tst_cli_rebalances.moc"
