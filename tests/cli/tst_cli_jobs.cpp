// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cancelcommand.h"
#include "app/cli/jobcommand.h"
#include "app/cli/jobscommand.h"
#include "tests/cli/commandharness.h"

#include <QElapsedTimer>
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

JobSummary job(const QString& id, const QString& name, JobState state)
{
    JobSummary summary;
    summary.id = id;
    summary.name = name;
    summary.state = state;
    summary.rawState = toId(state).toUpper();
    summary.start = QDateTime(QDate(2026, 3, 17), QTime(14, 22, 5, 404), Qt::UTC);
    summary.durationMs = 41200;
    return summary;
}

/// Quotes are written as ', since moc stumbles over raw strings.
QString asJson(const char* text)
{
    return QString::fromUtf8(text).replace(u'\'', u'"');
}

const QStringList s_there{u"--url"_s, u"a:1"_s, u"--system"_s, u"fake"_s};

} // namespace

class TestCliJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { m_harness = std::make_unique<CommandHarness>(); }

    void cleanup() { m_harness.reset(); }

    void printsExactlyThisJson()
    {
        JobSummary bare;
        bare.id = u"9007199254740993"_s;
        bare.name = u"\"订单\"\n"_s;
        m_harness->cluster->jobs[u"http://a:1"_s] = {job(u"a"_s, u"orders"_s, JobState::Running), bare};
        const auto outcome = m_harness->run(jobsCommand, QStringList{u"jobs"_s, u"--format"_s, u"json"_s} + s_there);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.err, QString());
        QCOMPARE(outcome.out,
            asJson("[\n"
                   "{'id':'a','name':'orders','state':'running','rawState':'RUNNING','system':'fake',"
                   "'connection':'a:1','start':'2026-03-17T14:22:05.404Z','durationMs':41200},\n"
                   "{'id':'9007199254740993','name':'\\'订单\\'\\n','state':'unknown','rawState':'','system':'fake',"
                   "'connection':'a:1','start':null,'durationMs':null}\n"
                   "]\n"));
        m_harness->cluster->jobs.clear();
        QCOMPARE(
            m_harness->run(jobsCommand, QStringList{u"jobs"_s, u"--format"_s, u"json"_s} + s_there).out, u"[]\n"_s);
    }

    void printsATable()
    {
        m_harness->cluster->jobs[u"http://a:1"_s] = {
            job(u"a"_s, u"订单\n!"_s, JobState::Running), job(u"long-id"_s, u"x"_s, JobState::Failed)};
        const auto outcome = m_harness->run(jobsCommand, QStringList{u"jobs"_s} + s_there);
        QCOMPARE(outcome.out,
            u"ID       STATE    STARTED (UTC)        DURATION  CONNECTION  NAME\n"
            "a        running  2026-03-17 14:22:05  41.2 s    a:1         订单 !\n"
            "long-id  failed   2026-03-17 14:22:05  41.2 s    a:1         x\n"_s);
    }

    void filtersByState()
    {
        m_harness->cluster->jobs[u"http://a:1"_s] = {
            job(u"a"_s, u"x"_s, JobState::Running), job(u"b"_s, u"y"_s, JobState::Failed)};
        const auto outcome = m_harness->run(jobsCommand, QStringList{u"jobs"_s, u"--state"_s, u"FAILED"_s} + s_there);
        QVERIFY(outcome.out.contains(u"\nb "_s) && !outcome.out.contains(u"\na "_s));
        QCOMPARE(m_harness->run(jobsCommand, QStringList{u"jobs"_s, u"--state"_s, u"odd"_s} + s_there).status, 2);
    }

    void asksAllSavedConnections()
    {
        QCOMPARE(m_harness->run(jobsCommand, {u"jobs"_s}).status, 2); // none is saved
        m_harness->save(u"one"_s, u"http://one:1"_s);
        m_harness->save(u"two"_s, u"http://two:1"_s);
        m_harness->cluster->jobs[u"http://one:1"_s] = {job(u"a"_s, u"x"_s, JobState::Running)};
        m_harness->cluster->jobs[u"http://two:1"_s] = {job(u"b"_s, u"y"_s, JobState::Running)};
        m_harness->cluster->warnings = {u"Some are missing."_s};
        const auto both = m_harness->run(jobsCommand, {u"jobs"_s});
        QCOMPARE(both.status, 0);
        QVERIFY(both.out.contains(u"one "_s) && both.out.contains(u"two "_s));
        QCOMPARE(both.err, u"millrace: one: Some are missing.\nmillrace: two: Some are missing.\n"_s);

        const Error refused{.kind = ErrorKind::Network, .message = u"Nobody answers."_s};
        m_harness->cluster->unreachable.insert(u"http://one:1"_s, refused);
        const auto half = m_harness->run(jobsCommand, {u"jobs"_s});
        QCOMPARE(half.status, 0);
        QVERIFY(half.out.contains(u"two "_s));
        QVERIFY(half.err.startsWith(u"millrace: one: Nobody answers.\n"_s));

        m_harness->cluster->unreachable.insert(u"http://two:1"_s, refused);
        const auto none = m_harness->run(jobsCommand, {u"jobs"_s});
        QCOMPARE(none.status, 3);
        QCOMPARE(none.out, QString());

        const auto chosen = m_harness->run(jobsCommand, {u"jobs"_s, u"--connection"_s, u"TWO"_s});
        QCOMPARE(chosen.status, 3);
        QCOMPARE(chosen.err, u"millrace: two: Nobody answers.\n"_s);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("no system") << QStringList{u"--url"_s, u"a:1"_s} << u"--system"_s;
        QTest::newRow("unknown system") << QStringList{u"--url"_s, u"a:1"_s, u"--system"_s, u"x"_s}
                                        << u"it is one of fake"_s;
        QTest::newRow("two") << QStringList{u"--connection"_s, u"one"_s, u"--url"_s, u"a:1"_s} << u"not both"_s;
        QTest::newRow("system alone") << QStringList{u"--system"_s, u"fake"_s} << u"--url"_s;
        QTest::newRow("unknown name") << QStringList{u"--connection"_s, u"nowhere"_s} << u"nowhere"_s;
        QTest::newRow("no address") << QStringList{u"--url"_s, u"http://"_s, u"--system"_s, u"fake"_s}
                                    << u"cannot be used"_s;
        QTest::newRow("too much") << QStringList{u"extra"_s} << u"extra"_s;
        QTest::newRow("format") << QStringList{u"--format"_s, u"xml"_s} << u"xml"_s;
        QTest::newRow("foreign option") << QStringList{u"--connection"_s, u"one"_s, u"--project"_s, u"p"_s}
                                        << u"--project belongs to --url"_s;
    }

    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        m_harness->save(u"one"_s, u"http://one:1"_s);
        const auto outcome = m_harness->run(jobsCommand, QStringList{u"jobs"_s} + arguments);
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QString());
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    }

    void takesWhatTheSystemNeedsBesideTheAddress()
    {
        qputenv("MILLRACE_FAKE_TOKEN", "t0ken");
        const auto outcome = m_harness->run(jobsCommand, QStringList{u"jobs"_s, u"--project"_s, u"p1"_s} + s_there);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(m_harness->cluster->values.value(u"project"_s), u"p1"_s);
        QCOMPARE(m_harness->cluster->secrets.value(u"token"_s), u"t0ken"_s);
        qunsetenv("MILLRACE_FAKE_TOKEN");

        m_harness->save(u"shop"_s, u"http://one:1"_s);
        QCOMPARE(m_harness->run(jobsCommand, {u"jobs"_s, u"--connection"_s, u"shop"_s}).status, 0);
        QCOMPARE(m_harness->cluster->secrets.value(u"token"_s), u"secret"_s);
    }

    void aConnectionWithoutJobs()
    {
        m_harness->cluster->hasCapabilities = false;
        QCOMPARE(m_harness->run(jobsCommand, QStringList{u"jobs"_s} + s_there).status, 2);
        m_harness->save(u"one"_s, u"http://one:1"_s);
        QCOMPARE(m_harness->run(jobsCommand, {u"jobs"_s}).status, 2);
    }

    void watchesUntilInterrupted()
    {
        JobSummary first = job(u"a"_s, u"x"_s, JobState::Running);
        JobSummary older = first;
        older.durationMs = 50000; // only time went by
        m_harness->cluster->rounds = {{first}, {older}, {job(u"a"_s, u"x"_s, JobState::Failed)}};
        QTimer stop;
        connect(&stop, &QTimer::timeout, &stop, [&] {
            if (m_harness->cluster->rounds.size() == 1) {
                stop.stop();
                QTimer::singleShot(0, &stop, [] { std::raise(SIGINT); });
            }
        });
        stop.start(50);
        const auto outcome = m_harness->run(jobsCommand,
            QStringList{u"jobs"_s, u"--watch"_s, u"--interval"_s, u"1"_s, u"--format"_s, u"json"_s} + s_there);
        QCOMPARE(outcome.status, 130);
        const QStringList lines = outcome.out.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(!lines.isEmpty() && lines.size() <= 2); // the interrupt may come before the change is printed
        QVERIFY(lines[0].contains(u"\"state\":\"running\""_s));
        for (const QString& line : lines) {
            QVERIFY(QJsonDocument::fromJson(line.toUtf8()).isObject());
        }
    }

    void ctrlCEndsAWaitingList()
    {
        m_harness->cluster->hangs = true;
        QTimer::singleShot(50, [] { std::raise(SIGINT); });
        const auto outcome = m_harness->run(jobsCommand, QStringList{u"jobs"_s} + s_there);
        QCOMPARE(outcome.status, 130);
        QCOMPARE(outcome.out, QString());
    }

    void showsOneJob()
    {
        fillDetail();
        const auto text = m_harness->run(jobCommand, QStringList{u"job"_s, u"a"_s} + s_there);
        QCOMPARE(text.status, 0);
        QCOMPARE(text.out,
            u"orders\n"
            "Id          a\n"
            "State       failed\n"
            "Connection  a:1 (fake)\n"
            "Started     2026-03-17 14:22:05 UTC\n"
            "Duration    41.2 s\n"
            "Zone        Berlin\n"
            "\nFailures\n"
            "2026-03-17 14:23:05  No space left on device\n"
            "  Sink: out (1/2), tm-1\n"
            "    java.io.IOException: x\n"
            "    Caused by: No space left on device\n"
            "\n"
            "VERTEX     STATE   PARALLELISM  BUSY  BACKPRESSURED  RECORDS IN  RECORDS OUT\n"
            "Sink: out  FAILED  2            25 %  -              7           -\n"_s);
        QCOMPARE(text.err, u"The graph is logical.\n"_s);
    }

    void showsOneJobAsJson()
    {
        fillDetail();
        const auto outcome =
            m_harness->run(jobCommand, QStringList{u"job"_s, u"a"_s, u"--format"_s, u"json"_s} + s_there);
        QCOMPARE(outcome.status, 0);
        const QJsonObject object = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
        QCOMPARE(object.keys(),
            (QStringList{u"checkpoints"_s, u"cluster"_s, u"configuration"_s, u"connection"_s, u"durationMs"_s,
                u"edges"_s, u"end"_s, u"facts"_s, u"failures"_s, u"id"_s, u"kind"_s, u"name"_s, u"notes"_s, u"owner"_s,
                u"rawState"_s, u"restarts"_s, u"sql"_s, u"start"_s, u"state"_s, u"system"_s, u"tasks"_s, u"timeline"_s,
                u"vertices"_s}));
        QCOMPARE(object[u"state"].toString(), u"failed"_s);
        QCOMPARE(object[u"failures"][0][u"rootCause"].toString(), u"No space left on device"_s);
        QCOMPARE(object[u"vertices"][0][u"name"].toString(), u"Sink: out"_s);
        QVERIFY(object[u"checkpoints"].isNull() && object[u"end"].isNull());
    }

    void aJobThatIsNotThere()
    {
        const auto outcome = m_harness->run(jobCommand, QStringList{u"job"_s, u"zzz"_s} + s_there);
        QCOMPARE(outcome.status, 1); // the server answered
        QCOMPARE(outcome.err, u"millrace: There is no job zzz.\n"_s);
        QCOMPARE(m_harness->run(jobCommand, QStringList{u"job"_s} + s_there).status, 2);
    }

    void cancelsSeveral()
    {
        const auto outcome = m_harness->run(cancelCommand, QStringList{u"cancel"_s, u"a"_s, u"b"_s} + s_there);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(m_harness->cluster->log, (QStringList{u"cancel a"_s, u"cancel b"_s}));
        QCOMPARE(outcome.out, u"ID  OUTCOME\na   cancelled\nb   cancelled\n"_s);
        QCOMPARE(outcome.err, u"a: CANCELLING\nb: CANCELLING\n"_s);
    }

    void tellsWhatCouldNotBeCancelled()
    {
        m_harness->cluster->refuses =
            Error{.kind = ErrorKind::Http, .message = u"It is finished."_s, .httpStatus = 409};
        const auto outcome =
            m_harness->run(cancelCommand, QStringList{u"cancel"_s, u"a"_s, u"--format"_s, u"json"_s} + s_there);
        QCOMPARE(outcome.status, 1);
        const QJsonObject object = QJsonDocument::fromJson(outcome.out.toUtf8()).array()[0].toObject();
        QCOMPARE(object, (QJsonObject{{u"id"_s, u"a"_s}, {u"cancelled"_s, false}, {u"error"_s, u"It is finished."_s}}));
        QVERIFY(outcome.err.contains(u"millrace: a: It is finished."_s));
        m_harness->cluster->refuses = Error{.kind = ErrorKind::Network, .message = u"Gone."_s};
        QCOMPARE(m_harness->run(cancelCommand, QStringList{u"cancel"_s, u"a"_s} + s_there).status, 3);
    }

    void readOnlyConnectionsCancelNothing()
    {
        m_harness->save(u"prod"_s, u"http://one:1"_s, true);
        const auto outcome = m_harness->run(cancelCommand, {u"cancel"_s, u"a"_s});
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.err, u"millrace: The connection prod is read-only: it cancels no jobs.\n"_s);
        QCOMPARE(m_harness->cluster->log, QStringList());
    }

private:
    void fillDetail()
    {
        JobDetail& detail = m_harness->cluster->detail;
        detail.summary = job(u"a"_s, u"orders"_s, JobState::Failed);
        detail.graph.nodes = {{.id = u"v1"_s, .title = u"Sink: out"_s}};
        detail.vertices = {{.id = u"v1"_s, .state = JobState::Failed, .rawState = u"FAILED"_s, .parallelism = 2}};
        detail.vertices[0].busy = 0.25;
        detail.vertices[0].recordsIn = 7;
        detail.failures = {{.at = detail.summary.start.addSecs(60),
            .rootCause = u"No space left on device"_s,
            .text = u"java.io.IOException: x\nCaused by: No space left on device\n"_s,
            .task = u"Sink: out (1/2)"_s,
            .location = u"tm-1"_s}};
        detail.facts = {{u"Zone"_s, u"Berlin"_s}};
        detail.notes = {u"The graph is logical."_s};
    }

    std::unique_ptr<CommandHarness> m_harness;
};

QTEST_GUILESS_MAIN(TestCliJobs)
#include "tst_cli_jobs.moc"
