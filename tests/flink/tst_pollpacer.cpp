// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/pollpacer.h"

#include <QTest>

using namespace millrace::flink;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class PollPacerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quickAtFirst();
    void backsOffWhileNothingComes();
    void shortResults();
    void underLoad();
    void fullPages();
    void trickle();
    void longSilence();
};

void PollPacerTest::quickAtFirst()
{
    PollPacer pacer;
    QVERIFY(pacer.afterPage(0, 0ms) <= 5ms);
    milliseconds sum = 0ms;
    for (int i = 0; i < 5; ++i) {
        sum += pacer.afterPage(0, sum);
    }
    QVERIFY2(sum <= 100ms, "five polls within the first tenth of a second");
}

void PollPacerTest::backsOffWhileNothingComes()
{
    PollPacer pacer;
    milliseconds now = 0ms;
    milliseconds before = 0ms;
    int polls = 0;
    while (now < 10s) {
        const milliseconds wait = pacer.afterPage(0, now);
        QVERIFY(wait >= before);
        QVERIFY(wait > 0ms && wait <= 100ms);
        before = wait;
        now += wait;
        ++polls;
    }
    QCOMPARE(before, 100ms);
    QVERIFY2(polls < 125, "a job that starts slowly must not be hammered");
}

/// One page and the end, as SHOW and DDL answer: nobody may wait for that.
void PollPacerTest::shortResults()
{
    PollPacer pacer;
    QCOMPARE(pacer.afterPage(1, 0ms), 0ms);
}

/// Back to back a gateway gives a few rows at a time; with 20 ms between them the pages get fuller.
void PollPacerTest::underLoad()
{
    PollPacer pacer;
    milliseconds now = 0ms;
    for (int i = 0; i < 4; ++i) {
        now += pacer.afterPage(40, now) + 1ms;
    }
    for (int i = 0; i < 100; ++i) {
        const milliseconds wait = pacer.afterPage(999, now);
        QCOMPARE(wait, 20ms);
        now += wait;
    }
}

void PollPacerTest::fullPages()
{
    PollPacer pacer;
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(pacer.afterPage(i % 2 ? 5000 : PollPacer::fullPage, milliseconds(i)), 0ms);
    }
    QCOMPARE(pacer.afterPage(100, 20ms), 20ms);
}

/// Ten rows a second, one at a time: none may wait longer than 50 ms for its poll.
void PollPacerTest::trickle()
{
    PollPacer pacer;
    milliseconds now = 0ms;
    milliseconds nextRow = 300ms;
    milliseconds polled = 0ms;
    while (now < 20s) {
        const bool hasRow = nextRow <= now;
        if (hasRow) {
            QVERIFY2(now - nextRow <= 50ms || nextRow == 300ms, qPrintable(QString::number((now - nextRow).count())));
            nextRow += 100ms;
        }
        polled = pacer.afterPage(hasRow ? 1 : 0, now);
        QVERIFY(polled <= 50ms || nextRow == 300ms);
        now += std::max(polled, 1ms);
    }
}

void PollPacerTest::longSilence()
{
    PollPacer pacer;
    QCOMPARE(pacer.afterPage(5, 0ms), 0ms);
    milliseconds now = 0ms;
    milliseconds wait = 0ms;
    while (now < 30s) {
        wait = pacer.afterPage(0, now);
        now += wait;
    }
    QCOMPARE(wait, 100ms);
    QVERIFY(pacer.afterPage(1, now) <= 20ms);
    QVERIFY2(pacer.afterPage(0, now) <= 5ms, "awake again");
}

QTEST_GUILESS_MAIN(PollPacerTest)
#include "tst_pollpacer.moc"
