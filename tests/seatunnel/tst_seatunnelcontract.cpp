// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apiconsole.h"
#include "core/checkpoints.h"
#include "core/inventory.h"
#include "core/joblogs.h"
#include "core/metrics.h"
#include "tests/contract/fakeseatunnel.h"
#include "tests/seatunnel/seatunnelfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

std::optional<Result<void>> cancelled(Connection& connection, const QString& id)
{
    return await(connection.jobControl()->cancel(id, {}, {}));
}

} // namespace

/// Both dialects against a server that is made from recordings of real ones, and that misbehaves as they do.
class TestSeaTunnelContract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheDialect_data();
    void findsTheDialect();
    void livesThroughAJob_data();
    void livesThroughAJob();
    void logsInOverV2Only();
    void sendsEveryFormat();
    void startsSeveral();
    void listsByStateWhenTheWholeListFails();
    void readsCheckpointsLogsAndFigures();
    void findsLogsOfAJobOverV1();
    void survivesARestart();
    void sendsDocumentedCalls();
    void saysWhatAnAddressIs_data();
    void saysWhatAnAddressIs();
};

void TestSeaTunnelContract::findsTheDialect_data()
{
    QTest::addColumn<FakeSeaTunnel::Kind>("kind");
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<int>("lacks");
    QTest::newRow("2.3.8") << FakeSeaTunnel::Kind::V1 << u"v1"_s << 3;
    QTest::newRow("2.3.13 v1") << FakeSeaTunnel::Kind::V1Newer << u"v1"_s << 2;
    QTest::newRow("2.3.13 v2") << FakeSeaTunnel::Kind::V2 << u"v2"_s << 0;
}

void TestSeaTunnelContract::findsTheDialect()
{
    QFETCH(FakeSeaTunnel::Kind, kind);
    FakeSeaTunnel fake(kind);
    QVERIFY(fake.start());
    const auto connection = seaTunnelAt(fake.url());
    const auto dialect = await(connection->apiConsole()->dialect({}));
    QVERIFY(dialect && *dialect);
    QTEST(**dialect, "dialect");
    const auto test = await(connection->test({}, {}));
    QVERIFY(test);
    QVERIFY2(test->worst() == TestStep::State::Ok, qPrintable(test->verdict));
    QTEST(int(std::ranges::count(test->capabilities, false, &CapabilityState::available)), "lacks");
    QCOMPARE(fake.complaints(), QStringList());
}

void TestSeaTunnelContract::livesThroughAJob_data()
{
    QTest::addColumn<FakeSeaTunnel::Kind>("kind");
    QTest::newRow("v1") << FakeSeaTunnel::Kind::V1;
    QTest::newRow("v2") << FakeSeaTunnel::Kind::V2;
}

void TestSeaTunnelContract::livesThroughAJob()
{
    QFETCH(FakeSeaTunnel::Kind, kind);
    FakeSeaTunnel fake(kind);
    fake.setContextPath(kind == FakeSeaTunnel::Kind::V2 ? u"/seatunnel"_s : QString());
    QVERIFY(fake.start());
    const auto connection = seaTunnelAt(fake.url());
    const QString text = seaTunnelTemplate(u"fake-to-console-streaming.json"_s);
    const auto started = submitText(*connection, text, u"a.json"_s, {{u"jobName"_s, u"作业 & 1+1"_s}});
    QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    QCOMPARE(started->jobName, u"作业 & 1+1"_s);
    QCOMPARE(jobNow(*connection, started->jobId).summary.state, JobState::Running);

    QStringList said;
    SavepointRequest request{.jobId = started->jobId, .stop = true};
    request.progress = [&](const QString& message) { said.append(message); };
    const auto savepoint = await(connection->savepoints()->take(request, {}));
    QVERIFY(savepoint);
    QVERIFY2(*savepoint, qPrintable(*savepoint ? QString() : savepoint->error().message));
    QCOMPARE(said.size(), 1);
    QVERIFY(said.front().contains(u"DOING_SAVEPOINT"_s));
    const JobDetail done = jobNow(*connection, started->jobId);
    QCOMPARE(done.summary.rawState, u"SAVEPOINT_DONE"_s);
    QVERIFY(done.summary.end.isValid()); // asked again until the record was there
    // What a job left can be asked for, so that a stop of several jobs gets into the record, too.
    const auto left = await(connection->savepoints()->savepoints(started->jobId, {}));
    QVERIFY(left && *left);
    QCOMPARE((*left)->size(), std::size_t(1));
    QCOMPARE((*left)->front().location, (*savepoint)->location);

    const auto again = submitText(*connection, text, u"a.json"_s, {}, (*savepoint)->location);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
    QCOMPARE(again->jobId, started->jobId);
    QCOMPARE(fake.lastChange().query("isStartWithSavePoint"), QByteArray("true"));
    const auto list = await(connection->jobMonitor()->jobs({}, {}));
    QVERIFY(list && *list);
    QCOMPARE((*list)->jobs.size(), 1U);
    QCOMPARE((*list)->jobs.front().state, JobState::Running);
    const auto ended = cancelled(*connection, again->jobId);
    QVERIFY(ended && *ended);
    QCOMPARE(jobNow(*connection, again->jobId).summary.state, JobState::Cancelled);
    const auto twice = cancelled(*connection, again->jobId);
    QVERIFY(twice && !*twice);
    QCOMPARE(fake.complaints(), QStringList());
}

void TestSeaTunnelContract::logsInOverV2Only()
{
    FakeSeaTunnel fake;
    fake.setContextPath(u"/seatunnel"_s);
    fake.setAuthorization("Basic " + QByteArray("me:secret").toBase64());
    QVERIFY(fake.start());
    const FormValues login{{u"login"_s, u"basic"_s}, {u"user"_s, u"me"_s}};
    const auto right = seaTunnelAt(fake.url(), login, {{u"password"_s, u"secret"_s}});
    const auto jobs = await(right->jobMonitor()->jobs({}, {}));
    QVERIFY(jobs && *jobs);
    const auto wrong = seaTunnelAt(fake.url(), login, {{u"password"_s, u"guess"_s}});
    const auto refused = await(wrong->jobMonitor()->jobs({}, {}));
    QVERIFY(refused && !*refused);
    QCOMPARE(refused->error().kind, ErrorKind::Auth);
    QVERIFY(!refused->error().detail.contains(u"guess"_s));

    FakeSeaTunnel member(FakeSeaTunnel::Kind::V1);
    QVERIFY(member.start());
    const auto open = seaTunnelAt(member.url(), login, {{u"password"_s, u"secret"_s}});
    const auto own = await(open->jobMonitor()->jobs({}, {}));
    QVERIFY(own && *own);
    QCOMPARE(member.complaints(), QStringList());
}

void TestSeaTunnelContract::sendsEveryFormat()
{
    FakeSeaTunnel fake;
    QVERIFY(fake.start());
    const auto connection = seaTunnelAt(fake.url());
    const auto format = [&](const QString& file) {
        const auto started = submitText(*connection, seaTunnelTemplate(file), file);
        return started ? fake.lastChange().query("format") : started.error().message.toUtf8();
    };
    QCOMPARE(format(u"fake-to-console-batch.conf"_s), QByteArray("hocon"));
    QCOMPARE(format(u"fake-to-console.sql"_s), QByteArray("sql"));
    QCOMPARE(format(u"fake-to-console-batch.json"_s), QByteArray());
    // A server from before the parameter reads JSON only.
    FakeSeaTunnel old(FakeSeaTunnel::Kind::V1);
    QVERIFY(old.start());
    const auto member = seaTunnelAt(old.url());
    const auto refused = submitText(*member, seaTunnelTemplate(u"fake-to-console.sql"_s), u"a.sql"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Sql);
    QVERIFY(refused.error().range);
    QVERIFY2(refused.error().message.contains(u"2.3.8"_s), qPrintable(refused.error().message));
    // HOCON is made JSON for it, in the order it was written in
    const auto made = submitText(*member, seaTunnelTemplate(u"fake-to-console-batch.conf"_s), u"a.conf"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QVERIFY(old.lastChange().query("format").isEmpty());
    QVERIFY(old.lastChange().body.contains("\"fields\":{\"name\":\"string\",\"age\":\"int\"}"));
    QCOMPARE(fake.complaints() + old.complaints(), QStringList());
}

void TestSeaTunnelContract::startsSeveral()
{
    FakeSeaTunnel fake;
    QVERIFY(fake.start());
    const auto connection = seaTunnelAt(fake.url());
    const auto started = submitText(
        *connection, uR"([{"env":{"job.name":"one"}},{"env":{},"params":{"jobName":"two"}}])"_s, u"l.json"_s);
    QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    QCOMPARE(started->jobName, u"one"_s);
    QVERIFY(started->warnings.value(0).contains(u"two"_s));
    const auto items = await(connection->inventory()->items(u"running"_s, {}, {}));
    QVERIFY(items && *items);
    QCOMPARE((*items)->size(), 2U);
    const QStringList ids{(*items)->at(0).id, (*items)->at(1).id};
    const auto stopped = await(connection->inventory()->act(u"running"_s, u"stop-savepoint"_s, ids, {}, {}, {}));
    QVERIFY(stopped);
    QVERIFY2(*stopped, qPrintable(*stopped ? QString() : stopped->error().message));
    for (const QStringList& row : std::get<TextTable>((*stopped)->parts.front().content).rows) {
        QCOMPARE(row.at(1), u"SAVEPOINT_DONE"_s);
    }
}

void TestSeaTunnelContract::listsByStateWhenTheWholeListFails()
{
    FakeSeaTunnel fake;
    QVERIFY(fake.start());
    const auto connection = seaTunnelAt(fake.url());
    const auto started = submitText(*connection, u"{}"_s, u"a.json"_s);
    QVERIFY(started);
    const SavepointRequest request{.jobId = started->jobId, .stop = true};
    const auto savepoint = await(connection->savepoints()->take(request, {}));
    QVERIFY(savepoint && *savepoint);
    fake.setBroken(true);
    const auto list = await(connection->jobMonitor()->jobs({}, {}));
    QVERIFY(list);
    QVERIFY2(*list, qPrintable(*list ? QString() : list->error().message));
    QCOMPARE((*list)->jobs.size(), 1U);
    QCOMPARE((*list)->jobs.front().rawState, u"SAVEPOINT_DONE"_s);
    QCOMPARE((*list)->warnings.size(), 1);
    QVERIFY((*list)->warnings.front().contains(u"CANCELED"_s));
}

void TestSeaTunnelContract::readsCheckpointsLogsAndFigures()
{
    FakeSeaTunnel fake;
    QVERIFY(fake.start());
    const auto connection = seaTunnelAt(fake.url());
    const auto checkpoints = await(connection->checkpoints()->overview(u"1176967193528631297"_s, {}));
    QVERIFY(checkpoints && *checkpoints);
    QCOMPARE((*checkpoints)->completed, std::optional<int>(4));

    const auto sources = await(connection->jobLogs()->sources(u"1176967193523388417"_s, {}));
    QVERIFY(sources && *sources);
    QCOMPARE((*sources)->size(), 1U);
    LogSource log = (*sources)->front();
    QByteArray whole;
    qint64 from = 0;
    for (bool atEnd = false; !atEnd;) {
        const auto chunk = await(connection->jobLogs()->read(log, from, 1000, {}));
        QVERIFY(chunk && *chunk);
        whole += (*chunk)->bytes;
        from = (*chunk)->next;
        atEnd = (*chunk)->atEnd;
    }
    QVERIFY(whole.size() > 5000);
    QVERIFY(whole.contains("Init JobMaster for Job from-env"));
    log.id = u"no-such.log"_s;
    const auto gone = await(connection->jobLogs()->read(log, 0, 1000, {}));
    QVERIFY(gone && !*gone);
    QCOMPARE(gone->error().httpStatus, 404);

    const auto started = submitText(*connection, u"{}"_s, u"a.json"_s);
    const auto scopes = await(connection->metrics()->scopes(started->jobId, {}));
    QVERIFY(scopes && *scopes);
    QCOMPARE((*scopes)->size(), 3U);
    const auto source = std::ranges::find(**scopes, u"Source[0]-FakeSource"_s, &MetricScope::id);
    QVERIFY(source != (*scopes)->end());
    const auto names = await(connection->metrics()->names(*source, {}));
    QVERIFY(names && *names);
    QVERIFY((*names)->contains(u"TableSourceReceivedCount.Source[0].fake"_s));
    for (const InventoryKind& kind : connection->inventory()->kinds()) {
        const auto items = await(connection->inventory()->items(kind.id, {}, {}));
        QVERIFY2(items && *items, qPrintable(kind.id));
    }
}

void TestSeaTunnelContract::findsLogsOfAJobOverV1()
{
    FakeSeaTunnel fake(FakeSeaTunnel::Kind::V1Newer);
    QVERIFY(fake.start());
    const auto connection = seaTunnelAt(fake.url());
    const auto sources = await(connection->jobLogs()->sources(u"1176967466262200321"_s, {}));
    QVERIFY(sources);
    QVERIFY2(*sources, qPrintable(*sources ? QString() : sources->error().message));
    QVERIFY(!(*sources)->empty());
    QVERIFY((*sources)->front().title.contains(u"1176967466262200321"_s));
}

void TestSeaTunnelContract::survivesARestart()
{
    FakeSeaTunnel fake(FakeSeaTunnel::Kind::V1);
    QVERIFY(fake.start());
    const quint16 port = fake.server().port();
    const auto connection = seaTunnelAt(fake.url());
    const QString text = seaTunnelTemplate(u"fake-to-console-streaming.json"_s);
    const auto started = submitText(*connection, text, u"a.json"_s);
    QVERIFY(started);
    const SavepointRequest request{.jobId = started->jobId, .stop = true};
    const auto savepoint = await(connection->savepoints()->take(request, {}));
    QVERIFY(savepoint && *savepoint);
    fake.server().kill();
    const auto down = await(connection->jobMonitor()->jobs({}, {}));
    QVERIFY(down && !*down);
    QCOMPARE(down->error().kind, ErrorKind::Network);
    fake.restart();
    QVERIFY(fake.start(port));
    const auto forgotten = await(connection->jobMonitor()->job(started->jobId, {}));
    QVERIFY(forgotten && !*forgotten);
    QCOMPARE(forgotten->error().httpStatus, 404);
    // Its savepoint outlives it.
    const auto again = submitText(*connection, text, u"a.json"_s, {}, (*savepoint)->location);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
    QCOMPARE(again->jobId, started->jobId);
}

void TestSeaTunnelContract::sendsDocumentedCalls()
{
    FakeSeaTunnel fake;
    fake.setContextPath(u"/seatunnel"_s);
    QVERIFY(fake.start());
    const seatunnel::SeaTunnelBackend backend;
    const auto description = ApiDescription::read(backend.apiDescription());
    QVERIFY(description);
    const auto connection = seaTunnelAt(fake.url());
    QTemporaryDir folder;
    QFile file(folder.filePath(u"job.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
    file.close();
    for (const ApiOperation& operation : description->operations()) {
        if (operation.dialect != u"v2"_s) {
            continue;
        }
        QMultiMap<QString, QString> values;
        for (const ApiParameter& parameter : operation.parameters) {
            if (parameter.required) {
                values.insert(parameter.name, parameter.type == u"file"_s ? file.fileName() : parameter.example);
            }
        }
        const auto request = prepareCall(operation, values, operation.bodyExample);
        QVERIFY2(request, qPrintable(operation.id));
        const auto answer = await(connection->apiConsole()->call(*request, {}));
        QVERIFY2(answer && *answer, qPrintable(operation.id));
        QVERIFY2((*answer)->sent.contains(u"/seatunnel/"_s) && !(*answer)->sent.contains(u"{"_s),
            qPrintable((*answer)->sent));
    }
    QCOMPARE(fake.complaints(), QStringList());
}

void TestSeaTunnelContract::saysWhatAnAddressIs_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a web page") << Answer::html("<html><title>Jenkins</title></html>") << u"not as a SeaTunnel"_s;
    QTest::newRow("other JSON") << Answer::json(R"({"flink-version":"2.3.0"})") << u"not as a SeaTunnel"_s;
    QTest::newRow("not found") << Answer::json("{}", 404) << u"not as a SeaTunnel"_s;
    QTest::newRow("hangs up") << Answer::tricked(Answer::Trick::CloseAtOnce) << u"closed the connection"_s;
    QTest::newRow("cut") << Answer::tricked(Answer::Trick::CutBody) << u"closed the connection"_s;
    QTest::newRow("not HTTP") << Answer::tricked(Answer::Trick::NotHttp) << u":"_s;
}

void TestSeaTunnelContract::saysWhatAnAddressIs()
{
    QFETCH(Answer, answer);
    QFETCH(QString, sentence);
    LoopbackServer server;
    server.setHandler([answer](const ReceivedRequest&) { return answer; });
    QVERIFY(server.listen());
    const auto connection = seaTunnelAt(server.url());
    const auto jobs = await(connection->jobMonitor()->jobs({}, {}));
    QVERIFY(jobs && !*jobs);
    QVERIFY2(jobs->error().message.contains(sentence), qPrintable(jobs->error().message));
    const auto test = await(connection->test({}, {}));
    QVERIFY(test);
    QCOMPARE(test->worst(), TestStep::State::Failed);
}

QTEST_GUILESS_MAIN(TestSeaTunnelContract)
#include "tst_seatunnelcontract.moc"
