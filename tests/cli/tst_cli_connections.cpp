// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/fakegateway.h"

#include <QJsonDocument>

using namespace millrace::test;
using namespace Qt::StringLiterals;

class ConnectionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void addListTestAndRemove()
    {
        FakeGateway gateway;
        QVERIFY(gateway.start());
        Program program;
        const QString url = gateway.url().toString();
        QCOMPARE(program
                     .run({u"connections"_s, u"add"_s, u"Orders prod"_s, u"--url"_s, url, u"--environment"_s, u"prod"_s,
                         u"--read-only"_s})
                     .status,
            0);
        const auto twice = program.run({u"connections"_s, u"add"_s, u"orders PROD"_s, u"--url"_s, url});
        QCOMPARE(twice.status, 2);

        const auto table = program.run({u"connections"_s, u"list"_s});
        QCOMPARE(table.status, 0);
        const QStringList lines = QString::fromUtf8(table.out).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[1].startsWith(u"Orders prod  flink   prod"_s) && lines[1].contains(u"read only"_s),
            table.out.constData());

        const auto json = program.run({u"connections"_s, u"list"_s, u"--format"_s, u"json"_s});
        const QJsonArray all = QJsonDocument::fromJson(json.out).array();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].toObject()[u"name"].toString(), u"Orders prod"_s);
        QCOMPARE(all[0].toObject()[u"environment"].toString(), u"prod"_s);
        QCOMPARE(all[0].toObject()[u"readOnly"].toBool(), true);

        const auto tested = program.run({u"connections"_s, u"test"_s, u"orders prod"_s});
        QCOMPARE(tested.status, 0);
        QVERIFY2(tested.out.contains("ok  ") && tested.out.contains("2.3.0"), tested.out.constData());
        QCOMPARE(gateway.openSessions(), QStringList());

        QCOMPARE(program.run({u"connections"_s, u"remove"_s, u"Orders prod"_s}).status, 0);
        QCOMPARE(QJsonDocument::fromJson(program.run({u"connections"_s, u"list"_s, u"--format"_s, u"json"_s}).out)
                     .array()
                     .size(),
            0);
    }

    void aTestThatFails()
    {
        Program program;
        const QString url = u"http://127.0.0.1:%1"_s.arg(unusedPort());
        const auto outcome = program.run({u"connections"_s, u"test"_s, u"--gateway"_s, url, u"--format"_s, u"json"_s});
        QCOMPARE(outcome.status, 3);
        QCOMPARE(QJsonDocument::fromJson(outcome.out).object()[u"state"].toString(), u"failed"_s);
    }

    /// A connection with a token: it comes from the environment, and is nowhere to be seen.
    void secretsComeFromTheEnvironment()
    {
        FakeGateway gateway;
        QVERIFY(gateway.start());
        gateway.setAuthorization("Bearer s3cr3t-token");
        Program program;
        QCOMPARE(program
                     .run({u"connections"_s, u"add"_s, u"Closed one"_s, u"--url"_s, gateway.url().toString(),
                         u"--set"_s, u"login=bearer"_s})
                     .status,
            0);
        const QStringList run{u"run"_s, u"--connection"_s, u"Closed one"_s, u"-e"_s, u"SELECT 1"_s};
        program.setEnvironment(u"MILLRACE_SECRET_CLOSED_ONE"_s, u"wrong"_s);
        const auto refused = program.run(run);
        QCOMPARE(refused.status, 3);
        program.setEnvironment(u"MILLRACE_SECRET_CLOSED_ONE"_s, u"s3cr3t-token"_s);
        const auto done = program.run(run);
        QVERIFY2(done.status == 0, done.err.constData());
        const auto list = program.run({u"connections"_s, u"list"_s, u"--format"_s, u"json"_s});
        for (const QByteArray& text : {done.out, done.err, list.out, refused.err}) {
            QVERIFY(!text.contains("s3cr3t"));
        }
    }

    void readOnlyConnectionsSendNothingThatWrites()
    {
        FakeGateway gateway;
        QVERIFY(gateway.start());
        Program program;
        QCOMPARE(
            program.run({u"connections"_s, u"add"_s, u"look"_s, u"--url"_s, gateway.url().toString(), u"--read-only"_s})
                .status,
            0);
        const auto refused =
            program.run({u"run"_s, u"-e"_s, u"SHOW TABLES;\nINSERT INTO t SELECT 1"_s}); // the only one saved
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("-e:2:1") && refused.err.contains("look"), refused.err.constData());
        QCOMPARE(gateway.statements(), QStringList());
        QCOMPARE(program.run({u"run"_s, u"-e"_s, u"SELECT 1"_s}).status, 0);
    }
};

QTEST_GUILESS_MAIN(ConnectionsTest)
#include "tst_cli_connections.moc"
