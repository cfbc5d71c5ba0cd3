// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

using namespace millrace::test;
using namespace Qt::StringLiterals;

/// What the program says to arguments, right and wrong ones. None of this may need a server or a display.
class UsageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("complaint"); // a part of it
        const auto row = [](const char* id, const QString& arguments, const QString& complaint) {
            QTest::newRow(id) << arguments.split(u' ') << complaint;
        };
        row("unknown command", u"frobnicate"_s, u"frobnicate"_s);
        row("unknown option", u"--frobnicate"_s, u"--frobnicate"_s);
        row("unknown option of a command", u"run --frobnicate"_s, u"frobnicate"_s);
        row("no script", u"run --gateway http://127.0.0.1:1"_s, u"-f FILE"_s);
        row("two scripts", u"run -f a.sql -e SELECT"_s, u"-f FILE"_s);
        row("a script without -f", u"run a.sql"_s, u"-f FILE"_s);
        row("format", u"run -e SELECT --format xml"_s, u"tableau, csv, json, jsonl"_s);
        row("mode", u"run -e SELECT --mode sometimes"_s, u"batch, streaming"_s);
        row("on-error", u"run -e SELECT --on-error retry"_s, u"stop, continue"_s);
        row("max-rows", u"run -e SELECT --max-rows many"_s, u"--max-rows"_s);
        row("timeout", u"run -e SELECT --timeout 0"_s, u"--timeout"_s);
        row("set", u"run -e SELECT --set alone"_s, u"KEY=VALUE"_s);
        row("missing file", u"run -f nowhere.sql --gateway http://127.0.0.1:1"_s, u"nowhere.sql"_s);
        row("no connection", u"run -e SELECT"_s, u"--url"_s);
        row("unknown connection", u"run -e SELECT --connection nobody"_s, u"nobody"_s);
        row("two connections", u"run -e SELECT --connection a --gateway b"_s, u"not both"_s);
        row("no address", u"run -e SELECT --gateway ftp://x"_s, u"ftp://x"_s);
        row("output in a missing folder", u"run -e SELECT --gateway http://127.0.0.1:1 -o no/where"_s, u"no/where"_s);
        row("split nothing", u"split"_s, u"script"_s);
        row("split two", u"split a b"_s, u"script"_s);
        row("split a folder", u"split /"_s, u"folder"_s);
        row("split as xml", u"split a --format xml"_s, u"text, json"_s);
        row("connections", u"connections"_s, u"list|add|test|remove"_s);
        row("connections of a wrong kind", u"connections burn"_s, u"burn"_s);
        row("add without an address", u"connections add x"_s, u"--url"_s);
        row("add of an unknown system", u"connections add x --url http://h:1 --system spark"_s, u"spark"_s);
        row("add with an unknown field", u"connections add x --url http://h:1 --set colour=red"_s, u"colour"_s);
        row("add with a secret in an argument", u"connections add x --url http://h:1 --set token=abc"_s, u"--secret"_s);
        row("remove nobody", u"connections remove nobody"_s, u"nobody"_s);
        row("test nobody", u"connections test nobody"_s, u"nobody"_s);
    }

    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, complaint);
        Program program;
        const auto outcome = program.run(arguments);
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(QString::fromUtf8(outcome.err).contains(complaint), outcome.err.constData());
    }

    void help_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("program") << QStringList{u"--help"_s} << u"millrace run"_s;
        QTest::newRow("version") << QStringList{u"--version"_s} << u"millrace "_s;
        QTest::newRow("run") << QStringList{u"run"_s, u"--help"_s} << u"Usage: millrace run"_s;
        QTest::newRow("split") << QStringList{u"split"_s, u"-h"_s} << u"Usage: millrace split"_s;
        QTest::newRow("connections") << QStringList{u"connections"_s, u"--help"_s} << u"Usage: millrace connections"_s;
        QTest::newRow("add") << QStringList{u"connections"_s, u"add"_s, u"--help"_s}
                             << u"Usage: millrace connections add"_s;
    }

    void help()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        Program program;
        const auto outcome = program.run(arguments);
        QCOMPARE(outcome.status, 0);
        QVERIFY2(QString::fromUtf8(outcome.out).contains(says), outcome.out.constData());
        QCOMPARE(outcome.err, QByteArray());
    }

    void splitsFilesAndStdin()
    {
        Program program;
        program.writeFile(u"a.sql"_s, "\xEF\xBB\xBFSELECT 1;\nSHOW TABLES");
        auto outcome = program.run({u"split"_s, u"a.sql"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, QByteArray("1:1\tSELECT\tSELECT 1\n2:1\tSHOW TABLES\tSHOW TABLES\n"));
        outcome = program.run({u"split"_s, u"-"_s, u"--format"_s, u"json"_s}, "SET");
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out,
            QByteArray(
                "[\n{\"line\":1,\"column\":1,\"endLine\":1,\"endColumn\":4,\"kind\":\"SET\",\"text\":\"SET\"}\n]\n"));
    }

    void refusesWhatIsNoText()
    {
        Program program;
        program.writeFile(u"latin1.sql"_s, "SELECT '\xE9'");
        const auto outcome = program.run({u"split"_s, u"latin1.sql"_s});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains("UTF-8"), outcome.err.constData());
    }
};

QTEST_GUILESS_MAIN(UsageTest)
#include "tst_cli_usage.moc"
