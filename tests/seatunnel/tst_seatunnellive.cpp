// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apiconsole.h"
#include "core/checkpoints.h"
#include "core/inventory.h"
#include "core/joblogs.h"
#include "core/metrics.h"
#include "tests/seatunnel/seatunnelfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

QUrl liveSeaTunnel()
{
    QFile file(qEnvironmentVariable("MILLRACE_LIVE_SEATUNNEL_JSON"));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return QUrl(QJsonDocument::fromJson(text).object().value("v1"_L1).toString());
}

/// Waits until the job has reached a state; what it had last is returned.
QString waitFor(Connection& connection, const QString& id, JobState wanted)
{
    QString raw;
    const auto isThere = [&] {
        const JobDetail job = jobNow(connection, id);
        raw = job.summary.rawState;
        return job.summary.state == wanted;
    };
    (void)QTest::qWaitFor(isThere, 45000);
    return raw;
}

InventoryOutcome act(Connection& connection, const QString& kind, const QString& action, const QStringList& items,
    const FormValues& values)
{
    const auto outcome = await(connection.inventory()->act(kind, action, items, values, {}, {}), 60000);
    if (!outcome || !*outcome) {
        return {.message = outcome ? outcome->error().message : u"the test gave up"_s};
    }
    return **outcome;
}

} // namespace

/// A real SeaTunnel 2.3.8, which speaks REST v1.
class TestSeaTunnelLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void testsTheConnection();
    void runsABatchJob();
    void stopsWithASavepointAndStartsFromIt();
    void cancels();
    void tellsWhyAJobFailed();
    void drawsTheSameGraphWhileItRunsAndAfter();
    void saysWhatIsWrongWithAText_data();
    void saysWhatIsWrongWithAText();
    void startsAndStopsSeveral();
    void refusesWhatMakesNoSense();
    void monitorsTheMembers();
    void setsTags();
    void encrypts();
    void saysWhatThisVersionLacks();

private:
    QUrl m_url;
    std::unique_ptr<Connection> m_connection;
};

void TestSeaTunnelLive::initTestCase()
{
    m_url = liveSeaTunnel();
    QVERIFY2(m_url.isValid() && !m_url.isEmpty(), "no SeaTunnel: run it with ctest, whose fixture starts one");
}

void TestSeaTunnelLive::init()
{
    m_connection = seaTunnelAt(m_url);
}

void TestSeaTunnelLive::testsTheConnection()
{
    QStringList titles;
    const auto test =
        await(m_connection->test([&](const TestStep& step) { titles.append(step.title); }, CancellationToken()));
    QVERIFY(test);
    QVERIFY2(test->worst() != TestStep::State::Failed, qPrintable(test->verdict));
    QVERIFY2(test->verdict.contains(u"v1"_s), qPrintable(test->verdict));
    QVERIFY(titles.contains(u"SeaTunnel"_s));
    const auto can = [&](const QString& title) {
        const auto it = std::ranges::find(test->capabilities, title, &CapabilityState::title);
        return it != test->capabilities.end() && it->available;
    };
    QVERIFY(can(u"Jobs"_s));
    QVERIFY(can(u"Thread dumps"_s));
    QVERIFY(can(u"Telemetry"_s));
    QVERIFY(!can(u"Logs"_s));
    QVERIFY(!can(u"Checkpoints"_s));
}

void TestSeaTunnelLive::runsABatchJob()
{
    const auto started = submitText(*m_connection, seaTunnelTemplate(u"fake-to-console-batch.json"_s),
        u"fake-to-console-batch.json"_s, {{u"jobName"_s, u"named 作业 & 1"_s}});
    QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    QCOMPARE(started->jobName, u"named 作业 & 1"_s);
    QCOMPARE(waitFor(*m_connection, started->jobId, JobState::Finished), u"FINISHED"_s);
    const JobDetail job = jobNow(*m_connection, started->jobId);
    QCOMPARE(job.summary.name, started->jobName);
    QVERIFY(job.summary.start.isValid());
    QVERIFY(job.summary.end >= job.summary.start);
    QVERIFY(std::abs(job.summary.end.secsTo(QDateTime::currentDateTimeUtc())) < 120);
    QCOMPARE(job.graph.nodes.size(), 2U);
    QCOMPARE(job.graph.edges.size(), 1U);
    QCOMPARE(job.vertices.at(0).recordsOut, std::optional<qint64>(16));
    QCOMPARE(job.vertices.at(1).recordsIn, std::optional<qint64>(16));
    const auto list = await(m_connection->jobMonitor()->jobs({.state = JobState::Finished}, {}));
    QVERIFY(list && *list);
    QVERIFY((*list)->warnings.isEmpty());
    QVERIFY(std::ranges::find((*list)->jobs, started->jobId, &JobSummary::id) != (*list)->jobs.end());
}

void TestSeaTunnelLive::stopsWithASavepointAndStartsFromIt()
{
    const QString text = seaTunnelTemplate(u"fake-to-console-streaming.json"_s);
    const auto started = submitText(*m_connection, text, u"s.json"_s);
    QVERIFY(started);
    QCOMPARE(waitFor(*m_connection, started->jobId, JobState::Running), u"RUNNING"_s);

    QStringList said;
    SavepointRequest request{.jobId = started->jobId, .stop = true};
    request.progress = [&](const QString& message) { said.append(message); };
    const auto savepoint = await(m_connection->savepoints()->take(request, {}), 60000);
    QVERIFY(savepoint);
    QVERIFY2(*savepoint, qPrintable(*savepoint ? QString() : savepoint->error().message));
    QCOMPARE((*savepoint)->location, started->jobId);
    QCOMPARE(jobNow(*m_connection, started->jobId).summary.rawState, u"SAVEPOINT_DONE"_s);

    const auto again = submitText(*m_connection, text, u"s.json"_s, {}, (*savepoint)->location);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
    QCOMPARE(again->jobId, started->jobId);
    QCOMPARE(waitFor(*m_connection, again->jobId, JobState::Running), u"RUNNING"_s);
    const JobDetail job = jobNow(*m_connection, again->jobId);
    QVERIFY(std::ranges::find(job.facts, NamedText{u"Started from a savepoint"_s, u"yes"_s}) != job.facts.end());
    // Its old record is still among the ended ones; the list has it once.
    const auto list = await(m_connection->jobMonitor()->jobs({}, {}));
    QVERIFY(list && *list);
    QCOMPARE(std::ranges::count((*list)->jobs, started->jobId, &JobSummary::id), 1);

    const auto twice = submitText(*m_connection, text, u"s.json"_s, {{u"jobId"_s, started->jobId}});
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::Usage);
    const auto cancelled = await(m_connection->jobControl()->cancel(started->jobId, {}, {}), 60000);
    QVERIFY(cancelled && *cancelled);
}

void TestSeaTunnelLive::cancels()
{
    const auto started = submitText(*m_connection, seaTunnelTemplate(u"fake-to-console-streaming.json"_s), u"s.json"_s);
    QVERIFY(started);
    const auto done = await(m_connection->jobControl()->cancel(started->jobId, {}, {}), 60000);
    QVERIFY(done);
    QVERIFY2(*done, qPrintable(*done ? QString() : done->error().message));
    QCOMPARE(jobNow(*m_connection, started->jobId).summary.state, JobState::Cancelled);
    // The engine would say yes again.
    const auto again = await(m_connection->jobControl()->cancel(started->jobId, {}, {}));
    QVERIFY(again && !*again);
    QCOMPARE(again->error().kind, ErrorKind::Usage);
}

void TestSeaTunnelLive::tellsWhyAJobFailed()
{
    const QString text = uR"({"env":{"job.mode":"BATCH","job.retry.times":0},
        "source":[{"plugin_name":"FakeSource","result_table_name":"fake","row.num":4,
                   "schema":{"fields":{"name":"string"}}}],
        "transform":[{"plugin_name":"Sql","source_table_name":["fake"],"result_table_name":"bad",
                      "query":"select cast(name as int) as number from fake"}],
        "sink":[{"plugin_name":"Console","source_table_name":["bad"]}]})"_s;
    const auto started = submitText(*m_connection, text, u"failing.json"_s);
    QVERIFY(started);
    QCOMPARE(waitFor(*m_connection, started->jobId, JobState::Failed), u"FAILED"_s);
    const JobDetail job = jobNow(*m_connection, started->jobId);
    QCOMPARE(job.failures.size(), 1U);
    QVERIFY2(job.failures.front().rootCause.startsWith(u"NumberFormatException: For input string"_s),
        qPrintable(job.failures.front().rootCause));
    QVERIFY(job.failures.front().text.contains(u"\tat "_s));
    QCOMPARE(job.summary.failure, job.failures.front().rootCause);
}

void TestSeaTunnelLive::drawsTheSameGraphWhileItRunsAndAfter()
{
    const auto started = submitText(*m_connection, seaTunnelTemplate(u"two-sources-two-sinks.json"_s), u"two.json"_s);
    QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    QCOMPARE(waitFor(*m_connection, started->jobId, JobState::Running), u"RUNNING"_s);
    const JobDetail running = jobNow(*m_connection, started->jobId);
    QCOMPARE(running.graph.nodes.size(), 5U);
    QCOMPARE(running.graph.edges.size(), 4U);
    const auto done = await(m_connection->jobControl()->cancel(started->jobId, {}, {}), 60000);
    QVERIFY(done && *done);
    const JobDetail ended = jobNow(*m_connection, started->jobId);
    const auto ids = [](const JobDetail& job) {
        QStringList list;
        for (const GraphNode& node : job.graph.nodes) {
            list.append(node.id);
        }
        list.sort();
        return list;
    };
    QCOMPARE(ids(ended), ids(running));
    const auto edges = [](const JobDetail& job) {
        QStringList list;
        for (const GraphEdge& edge : job.graph.edges) {
            list.append(edge.from + u" > "_s + edge.to);
        }
        list.sort();
        return list;
    };
    QCOMPARE(edges(ended), edges(running));
    QVERIFY(!ended.notes.isEmpty());
    QVERIFY(!running.notes.isEmpty());
}

void TestSeaTunnelLive::saysWhatIsWrongWithAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const QString& text, const QString& file, const QString& sentence, int line) {
        QTest::newRow(name) << text << file << sentence << line;
    };
    row("no json", u"{\n  \"env\": x\n}"_s, u"a.json"_s, u"no valid JSON"_s, 2);
    row("empty object", u"{}"_s, u"a.json"_s, u"no source"_s, 1);
    row("no env",
        u"{\"source\":[{\"plugin_name\":\"FakeSource\",\"schema\":{\"fields\":{\"a\":\"int\"}}}],\n\"sink\":[{\"plugin_name\":\"Console\"}]}"_s,
        u"a.json"_s, u"no env"_s, 1);
    row("no plug-in",
        u"{\"env\":{},\n\"source\":[\n{\"plugin_name\":\"NoSuchSource\"}],\n\"sink\":[{\"plugin_name\":\"Console\"}]}"_s,
        u"a.json"_s, u"no plug-in NoSuchSource"_s, 3);
    row("bad mode",
        u"{\"env\":{\n\"job.mode\":\"SOMETIMES\"},\"source\":[{\"plugin_name\":\"FakeSource\",\"schema\":{\"fields\":{\"a\":\"int\"}}}],\"sink\":[{\"plugin_name\":\"Console\"}]}"_s,
        u"a.json"_s, u"SOMETIMES"_s, 2);
}

void TestSeaTunnelLive::saysWhatIsWrongWithAText()
{
    QFETCH(QString, text);
    QFETCH(QString, fileName);
    QFETCH(QString, sentence);
    QFETCH(int, line);
    const auto started = submitText(*m_connection, text, fileName);
    QVERIFY(!started);
    QVERIFY2(started.error().message.contains(sentence), qPrintable(started.error().message));
    QCOMPARE(started.error().kind, ErrorKind::Sql);
    QVERIFY(started.error().range);
    QCOMPARE(started.error().range->begin.line, line);
}

void TestSeaTunnelLive::startsAndStopsSeveral()
{
    QJsonObject job = QJsonDocument::fromJson(seaTunnelTemplate(u"fake-to-console-streaming.json"_s).toUtf8()).object();
    job.insert("params"_L1, QJsonObject{{u"jobName"_s, u"one of two"_s}});
    const QByteArray one = QJsonDocument(job).toJson();
    job.remove("params"_L1);
    const QByteArray two = QJsonDocument(job).toJson();
    const auto started = submitText(*m_connection, QString::fromUtf8('[' + one + ',' + two + ']'), u"list.json"_s);
    QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    QCOMPARE(started->jobName, u"one of two"_s);
    QCOMPARE(started->warnings.size(), 1);
    const auto items = await(m_connection->inventory()->items(u"running"_s, {}, {}));
    QVERIFY(items && *items);
    QStringList ids;
    for (const InventoryItem& item : **items) {
        ids.append(item.id);
    }
    QVERIFY(ids.contains(started->jobId));
    QVERIFY(ids.size() >= 2);
    const InventoryOutcome outcome = act(*m_connection, u"running"_s, u"stop"_s, ids, {});
    QVERIFY2(outcome.parts.size() == 1, qPrintable(outcome.message));
    for (const QStringList& row : std::get<TextTable>(outcome.parts.front().content).rows) {
        QCOMPARE(row.at(1), u"CANCELED"_s);
    }
}

void TestSeaTunnelLive::refusesWhatMakesNoSense()
{
    const auto unknown = await(m_connection->jobMonitor()->job(u"123456789012345678"_s, {}));
    QVERIFY(unknown && !*unknown);
    QCOMPARE(unknown->error().httpStatus, 404);
    const auto word = await(m_connection->jobControl()->cancel(u"abc"_s, {}, {}));
    QVERIFY(word && !*word);
    QCOMPARE(word->error().kind, ErrorKind::Usage);
    const auto nobody = await(m_connection->jobControl()->cancel(u"123456789012345678"_s, {}, {}));
    QVERIFY(nobody && !*nobody);
    QCOMPARE(nobody->error().httpStatus, 404);
    const auto running = await(m_connection->savepoints()->take({.jobId = u"1"_s}, {}));
    QVERIFY(running && !*running);
    QCOMPARE(running->error().kind, ErrorKind::Unsupported);
}

void TestSeaTunnelLive::monitorsTheMembers()
{
    for (const InventoryKind& kind : m_connection->inventory()->kinds()) {
        if (kind.id == u"pending"_s || kind.id == u"logs"_s) {
            continue; // not in this version
        }
        const auto items = await(m_connection->inventory()->items(kind.id, {}, {}));
        QVERIFY2(items && *items, qPrintable(kind.id));
        for (const InventoryItem& item : **items) {
            QCOMPARE(item.cells.size(), kind.columns.size());
        }
    }
    const auto members = await(m_connection->inventory()->items(u"members"_s, {}, {}));
    QCOMPARE((*members)->size(), 1U);
    const auto parts = await(m_connection->inventory()->detail(u"members"_s, (*members)->front().id, {}));
    QVERIFY(parts && *parts);
    QVERIFY((*parts)->size() >= 5);
    const auto scopes = await(m_connection->metrics()->scopes({}, {}));
    QVERIFY(scopes && *scopes);
    QCOMPARE((*scopes)->size(), 2U);
    for (const MetricScope& scope : **scopes) {
        const auto names = await(m_connection->metrics()->names(scope, {}));
        QVERIFY2(names && *names, qPrintable(scope.title));
        QVERIFY((*names)->size() > 10);
        const auto values = await(m_connection->metrics()->values(scope, **names, {}));
        QVERIFY(values && *values);
        QCOMPARE(qsizetype((*values)->size()), (*names)->size());
    }
    const auto used = await(m_connection->metrics()->values((*scopes)->front(), {u"heap.memory.used"_s}, {}));
    QVERIFY(used && *used);
    QVERIFY((*used)->front().value.value_or(0) > 1024 * 1024);
}

void TestSeaTunnelLive::setsTags()
{
    const InventoryOutcome set =
        act(*m_connection, u"members"_s, u"update-tags"_s, {}, {{u"tags"_s, u"team = a\nzone=one"_s}});
    QCOMPARE(set.parts.size(), 1U);
    const InventoryOutcome cleared = act(*m_connection, u"members"_s, u"update-tags"_s, {}, {});
    QVERIFY2(cleared.message.contains(u"no tags"_s), qPrintable(cleared.message));
    const InventoryOutcome wrong = act(*m_connection, u"members"_s, u"update-tags"_s, {}, {{u"tags"_s, u"team"_s}});
    QVERIFY2(wrong.message.contains(u"\"team\""_s), qPrintable(wrong.message));
}

void TestSeaTunnelLive::encrypts()
{
    const QString job = uR"({"env":{"shade.identifier":"base64"},
        "source":[{"plugin_name":"MySQL-CDC","username":"seatunnel","password":"seatunnel_password"}],
        "sink":[{"plugin_name":"Console"}]})"_s;
    const InventoryOutcome outcome = act(*m_connection, u"encryption"_s, u"encrypt-config"_s, {}, {{u"config"_s, job}});
    QCOMPARE(outcome.parts.size(), 1U);
    const TextPair texts = std::get<TextPair>(outcome.parts.front().content);
    QVERIFY(texts.before.contains(u"seatunnel_password"_s));
    QVERIFY(texts.after.contains(u"c2VhdHVubmVsX3Bhc3N3b3Jk"_s));
    QString plain = job;
    plain.remove(u"\"shade.identifier\":\"base64\""_s);
    const InventoryOutcome unchanged =
        act(*m_connection, u"encryption"_s, u"encrypt-config"_s, {}, {{u"config"_s, plain}});
    QVERIFY2(unchanged.message.contains(u"Nothing was encrypted"_s), qPrintable(unchanged.message));
}

void TestSeaTunnelLive::saysWhatThisVersionLacks()
{
    const auto logs = await(m_connection->jobLogs()->sources({}, {}));
    QVERIFY(logs && !*logs);
    QCOMPARE(logs->error().kind, ErrorKind::Unsupported);
    QVERIFY2(logs->error().message.contains(u"2.3.9"_s), qPrintable(logs->error().message));
    const auto checkpoints = await(m_connection->checkpoints()->overview(u"1"_s, {}));
    QVERIFY(checkpoints && !*checkpoints);
    QVERIFY2(checkpoints->error().message.contains(u"2.3.13"_s), qPrintable(checkpoints->error().message));
    const auto sql = submitText(*m_connection, seaTunnelTemplate(u"fake-to-console.sql"_s), u"fake-to-console.sql"_s);
    QVERIFY(!sql);
    QCOMPARE(sql.error().kind, ErrorKind::Sql);
    QVERIFY2(sql.error().message.contains(u"2.3.12"_s), qPrintable(sql.error().message));
    QVERIFY(sql.error().range);
}

QTEST_GUILESS_MAIN(TestSeaTunnelLive)
#include "tst_seatunnellive.moc"
