// SPDX-License-Identifier: GPL-3.0-or-later
#include "guitest.h"
#include "logs/rebalancewatch.h"
#include "models/rebalancemodel.h"
#include "widgets/logs/rebalancechart.h"
#include "widgets/logs/rebalancefindingsview.h"
#include "widgets/logs/rebalancespage.h"
#include "widgets/panels/paneltable.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestRebalancesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { test::failOnWarnings(); }

    void showsTheIncident()
    {
        RebalanceWatch watch({QStringLiteral(MILLRACE_TEST_DATA "/kafka/synthetic/server.log.gz")}, {});
        RebalancesPage page;
        page.resize(1200, 800);
        connect(&watch, &RebalanceWatch::changed, &page, [&] { page.setReport(watch.report(), watch.progress()); });
        QVERIFY(test::showActive(page));
        QTRY_COMPARE(watch.progress(), 1.0);
        QTRY_COMPARE(page.currentGroup(), u"1"_s); // the one with problems, though it is not alone
        auto* table = page.findChild<PanelTable*>(u"rebalanceTable"_s);
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(table->model()->rowCount(), 392);
        const QString findings = page.findChild<RebalanceFindingsView*>()->plainText();
        QVERIFY2(findings.contains(u"2020-07-01 06:49:49,010"_s), qPrintable(findings));
        QVERIFY2(findings.contains(u"max.poll.interval.ms"_s), qPrintable(findings));
        for (const QLabel* label : page.findChild<RebalanceFindingsView*>()->findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        // A click on a stem chooses its row.
        auto* chart = page.findChild<RebalanceChart*>();
        const QPoint head = chart->headOf(300).toPoint();
        QTest::mouseClick(chart, Qt::LeftButton, {}, head);
        QVERIFY(chart->current() >= 0);
        QCOMPARE(table->currentIndex().row(), chart->current());
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(table->currentIndex().row(), chart->current());
        // The wheel makes the range narrower.
        const auto before = chart->range();
        QWheelEvent wheel(
            head, chart->mapToGlobal(head), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart, &wheel);
        QVERIFY(chart->range().second - chart->range().first < before.second - before.first);
        page.showGroup(u"billing-export"_s);
        QTRY_COMPARE(table->model()->rowCount(), 52);
    }

    void goesOnWithAGrowingLog()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"server.log"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[2020-07-01 10:00:00,000] INFO [GroupCoordinator 0]: Preparing to rebalance group g in state "
                   "PreparingRebalance with old generation 1 (__consumer_offsets-3) (reason: Adding new member a) "
                   "(kafka.coordinator.group.GroupCoordinator)\n");
        file.flush();
        RebalanceWatch watch({path}, {});
        RebalancesPage page;
        connect(&watch, &RebalanceWatch::changed, &page, [&] { page.setReport(watch.report(), watch.progress()); });
        QVERIFY(test::showActive(page));
        auto* table = page.findChild<PanelTable*>(u"rebalanceTable"_s);
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(watch.report()->groups.first().rebalances.first().outcome, RebalanceOutcome::Open);
        file.write(
            "[2020-07-01 10:00:03,000] INFO [GroupCoordinator 0]: Stabilized group g generation 2 "
            "(__consumer_offsets-3) (kafka.coordinator.group.GroupCoordinator)\n"
            "[2020-07-01 10:00:04,000] INFO [GroupCoordinator 0]: Assignment received from leader for group g for "
            "generation 2 (kafka.coordinator.group.GroupCoordinator)\n");
        file.flush();
        QTRY_COMPARE(watch.report()->groups.first().rebalances.first().outcome, RebalanceOutcome::Completed);
        QTRY_COMPARE(table->model()->index(0, RebalanceModel::Total).data().toString(), u"4.000"_s);
    }

    void takesZones()
    {
        RebalancesPage page;
        QVERIFY(test::showActive(page));
        QSignalSpy spy(&page, &RebalancesPage::zonesChanged);
        auto* box = page.findChild<QComboBox*>(u"displayZone"_s);
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), u"+08:00"_s);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        QTRY_VERIFY(!spy.isEmpty());
        QCOMPARE(page.displayZone().offsetFromUtc(QDateTime::currentDateTimeUtc()), 8 * 3600);
    }
};

QTEST_MAIN(TestRebalancesPage)
#include "logs_rebalances.moc"
