// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/fakegateway.h"

#include <QElapsedTimer>

using namespace millrace::test;
using namespace Qt::StringLiterals;

/// All the ways in which a run ends before its script does: the job on the cluster must end, too.
class StopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_gateway = std::make_unique<FakeGateway>();
        QVERIFY(m_gateway->start());
        FakeStatement endless = FakeStatement::counted(4, 2, true);
        endless.endless = true;
        endless.jobId = m_job;
        m_gateway->script(u"SELECT * FROM stream"_s, endless);
    }

    void cleanup()
    {
        QCOMPARE(m_gateway->complaints(), QStringList());
        m_gateway.reset();
    }

    void interrupt_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
        QTest::newRow("hang up") << SIGHUP;
    }

    void interrupt()
    {
        QFETCH(int, number);
        Program program;
        start(program, {u"-o"_s, u"rows.txt"_s});
        program.signal(number);
        const auto outcome = program.wait();
        QCOMPARE(outcome.status, 130);
        // What had come is in the file.
        QVERIFY(program.readFile(u"rows.txt"_s).endsWith("Query terminated, received a total of 4 rows\n\n"));
        QCOMPARE(m_gateway->cancelledOperations().size(), 1);
        QCOMPARE(m_gateway->jobState(m_job), u"CANCELED"_s);
        QCOMPARE(m_gateway->openSessions(), QStringList());
        QCOMPARE(m_gateway->statements().size(), 1); // the rest of the script was not run
    }

    void timeout()
    {
        Program program;
        start(program, {u"--timeout"_s, u"1"_s});
        const auto outcome = program.wait();
        QCOMPARE(outcome.status, 4);
        QVERIFY(outcome.out.endsWith("Query terminated, received a total of 4 rows\n\n"));
        QCOMPARE(m_gateway->jobState(m_job), u"CANCELED"_s);
    }

    void timeoutWhileASessionIsOpened()
    {
        LoopbackServer silent;
        QVERIFY(silent.listen());
        silent.setHandler([](const ReceivedRequest&) { return Answer::tricked(Answer::Trick::Hang); });
        Program program;
        const auto outcome = program.run(
            {u"run"_s, u"--gateway"_s, silent.url().toString(), u"-e"_s, u"SELECT 1"_s, u"--timeout"_s, u"1"_s});
        QCOMPARE(outcome.status, 4);
    }

    void aClosedPipe()
    {
        Program program;
        QProcess head;
        program.process().setStandardOutputProcess(&head);
        program.start(
            {u"run"_s, u"--gateway"_s, m_gateway->url().toString(), u"-e"_s, u"SELECT * FROM stream; SELECT 1"_s});
        head.start(u"head"_s, {u"-n"_s, u"2"_s});
        QTRY_COMPARE_WITH_TIMEOUT(head.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(head.readAllStandardOutput().count('\n'), 2);
        QCOMPARE(program.wait().status, 0);
        QCOMPARE(m_gateway->jobState(m_job), u"CANCELED"_s);
        QCOMPARE(m_gateway->openSessions(), QStringList());
        QCOMPARE(m_gateway->statements().size(), 1);
    }

    void aServerThatDoesNotLetGo()
    {
        FakeStatement stuck = FakeStatement::counted(2, 2, true);
        stuck.endless = true;
        stuck.cancelInstead = Answer::tricked(Answer::Trick::Hang);
        m_gateway->script(u"SELECT * FROM stuck"_s, stuck);
        Program program;
        program.start({u"run"_s, u"--gateway"_s, m_gateway->url().toString(), u"-e"_s, u"SELECT * FROM stuck"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_gateway->openOperations().size() == 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(program.process().bytesAvailable() > 0, 20'000);
        program.signal(SIGINT);
        const auto outcome = program.wait();
        QCOMPARE(outcome.status, 130);
    }

    void theSecondInterruptEndsAtOnce()
    {
        FakeStatement stuck = FakeStatement::counted(2, 2, true);
        stuck.endless = true;
        stuck.cancelInstead = Answer::tricked(Answer::Trick::Hang);
        m_gateway->script(u"SELECT * FROM stuck"_s, stuck);
        Program program;
        program.start({u"run"_s, u"--gateway"_s, m_gateway->url().toString(), u"-e"_s, u"SELECT * FROM stuck"_s});
        QTRY_VERIFY_WITH_TIMEOUT(program.process().bytesAvailable() > 0, 20'000);
        program.signal(SIGINT);
        QTRY_VERIFY_WITH_TIMEOUT(program.errorsSoFar().contains("Ctrl+C"), 20'000);
        QElapsedTimer clock;
        clock.start();
        program.signal(SIGINT);
        QCOMPARE(program.wait().status, -1); // by the signal
        QVERIFY(clock.elapsed() < 4'000);
    }

private:
    /// Starts the endless query and waits until its rows are there.
    void start(Program& program, const QStringList& more)
    {
        program.start(QStringList{u"run"_s, u"--gateway"_s, m_gateway->url().toString(), u"-e"_s,
                          u"SELECT * FROM stream; SELECT 1"_s}
            + more);
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->jobState(m_job), u"RUNNING"_s, 20'000);
        if (!more.contains(u"-o"_s)) {
            QTRY_VERIFY_WITH_TIMEOUT(program.process().bytesAvailable() > 300, 20'000);
        } else {
            // Rows to a file are not to be seen; the gateway knows when the last page was asked for.
            QTRY_VERIFY_WITH_TIMEOUT(lastToken() > 2, 20'000);
        }
    }

    int lastToken() const
    {
        int last = -1;
        for (const ReceivedRequest& request : m_gateway->server().requests()) {
            const qsizetype at = request.target.indexOf("/result/");
            if (at >= 0) {
                last = std::max(last, request.target.mid(at + 8).split('?').constFirst().toInt());
            }
        }
        return last;
    }

    const QString m_job = u"00112233445566778899aabbccddeeff"_s;
    std::unique_ptr<FakeGateway> m_gateway;
};

QTEST_GUILESS_MAIN(StopTest)
#include "tst_cli_stop.moc"
