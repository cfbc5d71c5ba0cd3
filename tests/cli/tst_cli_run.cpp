// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/fakegateway.h"

#include <QRegularExpression>

using namespace millrace::test;
using namespace Qt::StringLiterals;

/// millrace run against a gateway that keeps state as the real one does, and against some that do not.
class RunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_gateway = std::make_unique<FakeGateway>();
        QVERIFY(m_gateway->start());
    }

    void cleanup()
    {
        QCOMPARE(m_gateway->complaints(), QStringList());
        m_gateway.reset();
    }

    void tableau()
    {
        m_gateway->script(u"SELECT * FROM orders"_s, FakeStatement::counted(3, 2));
        Program program;
        const auto outcome = run(program, u"SET 'a' = 'b'; SELECT * FROM orders"_s);
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.status, 0);
        const QByteArray text = withoutTime(outcome.out);
        QCOMPARE(text,
            QByteArray("[INFO] Execute statement succeeded.\n\n"
                       "+----+----------------------+--------------------------------+\n"
                       "| op |                   id |                           name |\n"
                       "+----+----------------------+--------------------------------+\n"
                       "| +I |                    0 |                         text 0 |\n"
                       "| +I |                    1 |                         text 1 |\n"
                       "| +I |                    2 |                         text 2 |\n"
                       "+----+----------------------+--------------------------------+\n"
                       "Received a total of 3 rows\n\n"));
        QCOMPARE(m_gateway->openSessions(), QStringList());
        QCOMPARE(m_gateway->openOperations(), QStringList());
    }

    void theModeIsTheSessions()
    {
        m_gateway->script(u"SELECT * FROM orders"_s, FakeStatement::counted(1, 5));
        Program program;
        const QString select = u"SELECT * FROM orders"_s;
        QVERIFY(run(program, select, {u"--mode"_s, u"batch"_s}).out.contains("1 row in set"));
        QVERIFY(run(program, select, {u"--set"_s, u"execution.runtime-mode=batch"_s}).out.contains("1 row in set"));
        const auto both = run(
            program, u"SET 'execution.runtime-mode' = 'batch'; %1; RESET 'execution.runtime-mode'; %1"_s.arg(select));
        QVERIFY(both.out.contains("1 row in set") && both.out.contains("Received a total of 1 row"));
    }

    void otherFormats()
    {
        m_gateway->script(u"SELECT * FROM orders"_s, FakeStatement::counted(2, 5));
        Program program;
        const QString script = u"SET 'a' = 'b'; SELECT * FROM orders"_s;
        QCOMPARE(run(program, script, {u"--format"_s, u"csv"_s}).out,
            QByteArray("op,id,name\r\n+I,0,text 0\r\n+I,1,text 1\r\n"));
        QCOMPARE(run(program, script, {u"--format"_s, u"jsonl"_s, u"--mode"_s, u"batch"_s}).out,
            QByteArray("{\"id\":0,\"name\":\"text 0\"}\n{\"id\":1,\"name\":\"text 1\"}\n"));
    }

    void statementSetsGoAsOne()
    {
        Program program;
        const auto outcome =
            run(program, u"BEGIN STATEMENT SET; INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END; SHOW JARS"_s);
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(m_gateway->statements().size(), 2);
        QCOMPARE(outcome.out.count("[INFO] Execute statement succeeded."), 3);
        QCOMPARE(outcome.out.count("Job ID: "), 1);
    }

    void clientCommandsStayHere()
    {
        Program program;
        const auto outcome = run(program, u"HELP; CLEAR; SELECT 1; QUIT; SELECT 2"_s);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(m_gateway->statements(), QStringList{u"SELECT 1"_s});
    }

    void failuresTellThePlace()
    {
        m_gateway->script(
            u"SELECT * FROM nowhere"_s, FakeStatement::failing(stacks::unknownTable(u"nowhere"_s, 1, 15)));
        Program program;
        program.writeFile(u"x.sql"_s, "-- 一\n/* two\n */ SELECT 1;\n\n  SELECT * FROM nowhere; SELECT 2;\n");
        const auto outcome = program.run({u"run"_s, u"--gateway"_s, m_gateway->url().toString(), u"-f"_s, u"x.sql"_s});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("[ERROR] Could not execute SQL statement. Reason:\n"), outcome.err.constData());
        QVERIFY2(outcome.err.contains("\nx.sql:5:17: error: "), outcome.err.constData());
        QVERIFY(!outcome.out.contains("[ERROR]"));
        QCOMPARE(m_gateway->statements(), (QStringList{u"SELECT 1"_s, u"SELECT * FROM nowhere"_s}));
    }

    void goesOnWhenAsked()
    {
        m_gateway->script(
            u"SELECT * FROM nowhere"_s, FakeStatement::failing(stacks::unknownTable(u"nowhere"_s, 1, 15)));
        Program program;
        const auto outcome =
            run(program, u"SELECT * FROM nowhere; SELECT 2; SELECT * FROM nowhere"_s, {u"--on-error"_s, u"continue"_s});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(m_gateway->statements().size(), 3);
        QCOMPARE(outcome.err.count("error: "), 2);
    }

    void aJobThatFailsInTheMiddle()
    {
        FakeStatement failing = FakeStatement::counted(4, 2);
        failing.stack = stacks::divisionByZero();
        failing.failAtToken = 2;
        m_gateway->script(u"SELECT * FROM broken"_s, failing);
        Program program;
        const auto outcome = run(program, u"SELECT * FROM broken"_s);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("by zero"), outcome.err.constData());
        QVERIFY(outcome.out.contains("text 1")); // what had come is not lost
    }

    void rowCap()
    {
        FakeStatement endless = FakeStatement::counted(20, 5, true);
        endless.endless = true;
        endless.jobId = u"0123456789abcdef0123456789abcdef"_s;
        m_gateway->script(u"SELECT * FROM stream"_s, endless);
        Program program;
        const auto outcome =
            run(program, u"SELECT * FROM stream"_s, {u"--max-rows"_s, u"7"_s, u"--format"_s, u"jsonl"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out.count('\n'), 7);
        QVERIFY2(outcome.err.contains("-e:1:1") && outcome.err.contains('7'), outcome.err.constData());
        QTRY_COMPARE(m_gateway->jobState(endless.jobId), u"CANCELED"_s);
    }

    void files()
    {
        m_gateway->script(u"SELECT * FROM orders"_s, FakeStatement::counted(1, 5));
        m_gateway->script(
            u"SELECT * FROM nowhere"_s, FakeStatement::failing(stacks::unknownTable(u"nowhere"_s, 1, 15)));
        Program program;
        const QStringList toFile{u"--format"_s, u"csv"_s, u"-o"_s, u"rows.csv"_s};
        const auto good = run(program, u"SELECT * FROM orders"_s, toFile);
        QCOMPARE(good.status, 0);
        QCOMPARE(good.out, QByteArray());
        const QByteArray rows = program.readFile(u"rows.csv"_s);
        QCOMPARE(rows, QByteArray("op,id,name\r\n+I,0,text 0\r\n"));
        QCOMPARE(run(program, u"SELECT * FROM orders; SELECT * FROM nowhere"_s, toFile).status, 1);
        QCOMPARE(program.readFile(u"rows.csv"_s), rows);
        QCOMPARE(
            run(program, u"SELECT * FROM nowhere; SELECT 1"_s, toFile + QStringList{u"--on-error"_s, u"continue"_s})
                .status,
            1);
        QVERIFY(program.readFile(u"rows.csv"_s) != rows);
    }

    void stdinIsAScript()
    {
        Program program;
        const auto outcome = program.run(
            {u"run"_s, u"--gateway"_s, m_gateway->url().toString(), u"-f"_s, u"-"_s}, "SELECT 1;\n-- end\n");
        QCOMPARE(outcome.status, 0);
        QCOMPARE(m_gateway->statements(), QStringList{u"SELECT 1"_s});
    }

    void serversThatAreNone_data()
    {
        QTest::addColumn<int>("trick");
        QTest::newRow("web page") << -1;
        for (const auto trick :
            {Answer::Trick::CloseAtOnce, Answer::Trick::Reset, Answer::Trick::CutBody, Answer::Trick::NotHttp}) {
            QTest::addRow("trick %d", int(trick)) << int(trick);
        }
    }

    void serversThatAreNone()
    {
        QFETCH(int, trick);
        LoopbackServer server;
        QVERIFY(server.listen());
        server.setHandler([trick](const ReceivedRequest&) {
            return trick < 0 ? Answer::html("<html><title>Welcome</title></html>")
                             : Answer::tricked(Answer::Trick(trick));
        });
        Program program;
        const auto outcome = program.run({u"run"_s, u"--gateway"_s, server.url().toString(), u"-e"_s, u"SELECT 1"_s});
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.startsWith("millrace: "), outcome.err.constData());
    }

    void nobodyListens()
    {
        Program program;
        const auto outcome =
            program.run({u"run"_s, u"--gateway"_s, u"127.0.0.1:%1"_s.arg(unusedPort()), u"-e"_s, u"SELECT 1"_s});
        QCOMPARE(outcome.status, 3);
    }

    void aSessionThatIsGone()
    {
        FakeStatement slow = FakeStatement::counted(1, 1);
        slow.pages[0].notReadyTimes = 1000;
        m_gateway->script(u"SELECT * FROM slow"_s, slow);
        Program program;
        program.start({u"run"_s, u"--gateway"_s, m_gateway->url().toString(), u"-e"_s,
            u"SELECT * FROM slow; SELECT 1"_s, u"--on-error"_s, u"continue"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->openOperations().size(), 1, 20'000);
        m_gateway->expireAllSessions();
        const auto outcome = program.wait();
        QCOMPARE(outcome.status, 3);
        QCOMPARE(m_gateway->statements(), QStringList{u"SELECT * FROM slow"_s}); // no use in going on
    }

private:
    Program::Outcome run(Program& program, const QString& sql, const QStringList& more = {})
    {
        return program.run(QStringList{u"run"_s, u"--gateway"_s, m_gateway->url().toString(), u"-e"_s, sql} + more);
    }

    static QByteArray withoutTime(const QByteArray& out)
    {
        static const QRegularExpression time(u" \\(\\d+\\.\\d\\d seconds\\)"_s);
        return QString::fromUtf8(out).remove(time).toUtf8();
    }

    std::unique_ptr<FakeGateway> m_gateway;
};

QTEST_GUILESS_MAIN(RunTest)
#include "tst_cli_run.moc"
