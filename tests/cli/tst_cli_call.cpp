// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/callcommand.h"
#include "app/cli/logscommand.h"
#include "tests/cli/commandharness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <csignal>

using namespace millrace;
using namespace millrace::cli;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList s_there{u"--url"_s, u"a:1"_s, u"--system"_s, u"fake"_s};

LogChunk chunk(const QByteArray& bytes, qint64 next, bool atEnd = false)
{
    LogChunk chunk;
    chunk.bytes = bytes;
    chunk.next = next;
    chunk.atEnd = atEnd;
    return chunk;
}

} // namespace

class TestCliCall : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_harness = std::make_unique<CommandHarness>();
        m_harness->cluster->answer.status = 200;
        m_harness->cluster->answer.body = "{\"odd\" : 1.0}";
        m_harness->cluster->answer.elapsedMs = 12;
        m_harness->cluster->answer.sent = u"GET http://a:1/jobs/1\nAuthorization: ***\n"_s;
    }

    void cleanup() { m_harness.reset(); }

    void printsTheBodyAsItCame()
    {
        const auto outcome = m_harness->run(
            callCommand, QStringList{u"call"_s, u"job"_s, u"id=a b"_s, u"part=x"_s, u"part=y=z"_s} + s_there);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, u"{\"odd\" : 1.0}"_s);
        QCOMPARE(outcome.err, QString());
        QCOMPARE(m_harness->cluster->log, QStringList{u"call GET /jobs/a%20b"_s});
        using Pairs = QList<QPair<QString, QString>>;
        QCOMPARE(m_harness->cluster->called.query, (Pairs{{u"part"_s, u"x"_s}, {u"part"_s, u"y=z"_s}}));
    }

    void tellsTheRequestWhenAsked()
    {
        const auto outcome =
            m_harness->run(callCommand, QStringList{u"call"_s, u"job"_s, u"id=1"_s, u"--verbose"_s} + s_there);
        QCOMPARE(outcome.err, u"> GET http://a:1/jobs/1\n> Authorization: ***\n< HTTP 200 in 12 ms\n"_s);
        QCOMPARE(outcome.out, u"{\"odd\" : 1.0}"_s);
    }

    void statuses()
    {
        m_harness->cluster->answer.status = 404;
        const QStringList call = QStringList{u"call"_s, u"job"_s, u"id=1"_s} + s_there;
        const auto missing = m_harness->run(callCommand, call);
        QCOMPARE(missing.status, 1);
        QCOMPARE(missing.out, u"{\"odd\" : 1.0}"_s);
        m_harness->cluster->answer.status = 302;
        QCOMPARE(m_harness->run(callCommand, call).status, 1);
        m_harness->cluster->answer.status = 204;
        QCOMPARE(m_harness->run(callCommand, call).status, 0);
        m_harness->cluster->refuses = Error{.kind = ErrorKind::Network, .message = u"Nobody answers."_s};
        QCOMPARE(m_harness->run(callCommand, call).status, 3);
        m_harness->cluster->refuses = Error{.kind = ErrorKind::Http, .message = u"It leads elsewhere."_s};
        QCOMPARE(m_harness->run(callCommand, call).status, 3);
    }

    void sendsABody()
    {
        const QString file = m_harness->writeFile(u"body.json"_s, "{\"sql\":\"SELECT 2\"}");
        const auto outcome = m_harness->run(callCommand, QStringList{u"call"_s, u"run"_s, u"--body"_s, file} + s_there);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(m_harness->cluster->called.body, QByteArray("{\"sql\":\"SELECT 2\"}"));
        QCOMPARE(
            m_harness->run(callCommand, QStringList{u"call"_s, u"run"_s, u"--body"_s, u"/no/such"_s} + s_there).status,
            2);
    }

    void speaksTheServersDialect()
    {
        m_harness->cluster->dialect = u"v1"_s;
        QCOMPARE(m_harness->run(callCommand, QStringList{u"call"_s, u"info"_s} + s_there).status, 0);
        QCOMPARE(m_harness->cluster->log, (QStringList{u"dialect"_s, u"call GET /v1/info"_s}));
        m_harness->cluster->dialect = u"v9"_s;
        const auto unknown = m_harness->run(callCommand, QStringList{u"call"_s, u"info"_s} + s_there);
        QCOMPARE(unknown.status, 2);
        QVERIFY(unknown.err.contains(u"v9"_s));
    }

    void wrongUsageSendsNothing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QStringList() << u"Name the call"_s;
        QTest::newRow("unknown call") << QStringList{u"fly"_s} << u"no call “fly”"_s;
        QTest::newRow("missing parameter") << QStringList{u"job"_s} << u"needs the parameter id"_s;
        QTest::newRow("unknown parameter") << QStringList{u"job"_s, u"id=1"_s, u"x=2"_s} << u"no parameter x"_s;
        QTest::newRow("no value") << QStringList{u"job"_s, u"id"_s} << u"NAME=VALUE"_s;
        QTest::newRow("no body") << QStringList{u"run"_s} << u"needs a body"_s;
    }

    void wrongUsageSendsNothing()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const auto outcome = m_harness->run(callCommand, QStringList{u"call"_s} + arguments + s_there);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
        QCOMPARE(m_harness->cluster->log, QStringList());
    }

    void readOnlyConnectionsOnlyRead()
    {
        m_harness->save(u"prod"_s, u"http://one:1"_s, true);
        const auto outcome = m_harness->run(callCommand, {u"call"_s, u"drop"_s, u"id=1"_s});
        QCOMPARE(outcome.status, 2); // DELETE takes no id here: the path is left as it is described
        const auto drop = m_harness->run(callCommand, {u"call"_s, u"drop"_s});
        QCOMPARE(drop.status, 2);
        QVERIFY2(drop.err.contains(u"prod is read-only: it sends no DELETE"_s), qPrintable(drop.err));
        QCOMPARE(m_harness->cluster->log, QStringList());
        QCOMPARE(m_harness->run(callCommand, {u"call"_s, u"job"_s, u"id=1"_s}).status, 0);
    }

    void listsTheCalls()
    {
        const auto table = m_harness->run(callCommand, {u"call"_s, u"--list"_s});
        QCOMPARE(table.status, 0);
        QVERIFY2(table.out.contains(u"fake    job "_s) && table.out.contains(u"id [part]"_s), qPrintable(table.out));
        const auto json =
            m_harness->run(callCommand, {u"call"_s, u"--list"_s, u"--system"_s, u"fake"_s, u"--format"_s, u"json"_s});
        const QJsonArray all = QJsonDocument::fromJson(json.out.toUtf8()).array();
        QCOMPARE(all.size(), 5);
        QCOMPARE(m_harness->run(callCommand, {u"call"_s, u"--list"_s, u"--system"_s, u"x"_s}).status, 2);
    }

    void printsALog()
    {
        m_harness->cluster->logSources = {{.id = u"1"_s, .title = u"a.log"_s, .group = u"tm"_s}};
        m_harness->cluster->logChunks = {chunk("one\ntwo\nth", 10), chunk("ree\nfour\nopen", 23, true)};
        const auto all = m_harness->run(logsCommand, QStringList{u"logs"_s, u"j"_s} + s_there);
        QCOMPARE(all.status, 0);
        QCOMPARE(all.out, u"one\ntwo\nthree\nfour\nopen"_s);
        QCOMPARE(m_harness->cluster->log, (QStringList{u"logs of j"_s, u"read 1 from 0"_s, u"read 1 from 10"_s}));

        m_harness->cluster->logChunks = {chunk("one\ntwo\nth", 10), chunk("ree\nfour\nopen", 23, true)};
        const auto tail = m_harness->run(logsCommand, QStringList{u"logs"_s, u"--tail"_s, u"2"_s} + s_there);
        QCOMPARE(tail.out, u"four\nopen"_s);
    }

    void followsALog()
    {
        m_harness->cluster->logSources = {{.id = u"1"_s, .title = u"a.log"_s}};
        LogChunk last = chunk("two\n", 8, true);
        last.complete = true;
        m_harness->cluster->logChunks = {chunk("one\n", 4, true), last};
        const auto complete = m_harness->run(logsCommand, QStringList{u"logs"_s, u"--follow"_s} + s_there);
        QCOMPARE(complete.status, 0);
        QCOMPARE(complete.out, u"one\ntwo\n"_s);

        m_harness->cluster->logChunks = {chunk("", 0, true)};
        QTimer::singleShot(50, [] { std::raise(SIGINT); });
        QCOMPARE(m_harness->run(logsCommand, QStringList{u"logs"_s, u"--follow"_s} + s_there).status, 130);
    }

    void choosesALog_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("read"); ///< which one; empty: none
        QTest::newRow("none named") << QString() << QString();
        QTest::newRow("by id") << u"3"_s << u"3"_s;
        QTest::newRow("by title") << u"gc.log"_s << u"3"_s;
        QTest::newRow("by group and title") << u"tm-2/a.log"_s << u"2"_s;
        QTest::newRow("of two") << u"a.log"_s << QString();
        QTest::newRow("unknown") << u"b.log"_s << QString();
    }

    void choosesALog()
    {
        m_harness->cluster->logSources = {{.id = u"1"_s, .title = u"a.log"_s, .group = u"tm-1"_s},
            {.id = u"2"_s, .title = u"a.log"_s, .group = u"tm-2"_s},
            {.id = u"3"_s, .title = u"gc.log"_s, .group = u"tm-2"_s, .bytes = 2048}};
        m_harness->cluster->logChunks = {chunk("x", 1, true)};
        QFETCH(QString, source);
        QFETCH(QString, read);
        const QStringList named = source.isEmpty() ? QStringList() : QStringList{u"--source"_s, source};
        const auto outcome = m_harness->run(logsCommand, QStringList{u"logs"_s} + named + s_there);
        QCOMPARE(outcome.status, read.isEmpty() ? 2 : 0);
        QCOMPARE(m_harness->cluster->log.value(1), read.isEmpty() ? QString() : u"read %1 from 0"_s.arg(read));
    }

    void namesTheLogs()
    {
        m_harness->cluster->logSources = {{.id = u"3"_s, .title = u"gc.log"_s, .group = u"tm-2"_s, .bytes = 2048}};
        const auto table = m_harness->run(logsCommand, QStringList{u"logs"_s, u"--list"_s} + s_there);
        QCOMPARE(table.out, u"SOURCE       SIZE  CHANGED (UTC)\ntm-2/gc.log  2 KB  -\n"_s);
        const auto json =
            m_harness->run(logsCommand, QStringList{u"logs"_s, u"--list"_s, u"--format"_s, u"json"_s} + s_there);
        QCOMPARE(QJsonDocument::fromJson(json.out.toUtf8()).array()[0].toObject()[u"title"].toString(), u"gc.log"_s);
    }

private:
    std::unique_ptr<CommandHarness> m_harness;
};

QTEST_GUILESS_MAIN(TestCliCall)
#include "tst_cli_call.moc"
