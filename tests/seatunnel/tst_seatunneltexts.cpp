// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/redaction.h"
#include "backends/seatunnel/seatunnelbackend.h"
#include "backends/seatunnel/zetaactions.h"
#include "backends/seatunnel/zetadag.h"
#include "backends/seatunnel/zetaerrors.h"
#include "backends/seatunnel/zetajobjson.h"
#include "backends/seatunnel/zetajobtext.h"
#include "backends/seatunnel/zetavalues.h"
#include "core/apidescription.h"

#include <QJsonDocument>
#include <QTest>

#include <set>

using namespace millrace;
using namespace millrace::seatunnel;
using namespace Qt::StringLiterals;

/// The small pure functions, by table.
class TestSeaTunnelTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNumbersWithUnits_data();
    void readsNumbersWithUnits();
    void learnsTheZoneFromAnId_data();
    void learnsTheZoneFromAnId();
    void namesVertices_data();
    void namesVertices();
    void findsRootCauses_data();
    void findsRootCauses();
    void tellsFormatsApart_data();
    void tellsFormatsApart();
    void takesListsApart();
    void writesTags();
    void comparesVersions();
    void placesFaults_data();
    void placesFaults();
    void foldsChains();
    void describesEveryDocumentedCall();
    void checksItsForm();
    void readsTheJobsToBeginWith();
};

void TestSeaTunnelTexts::readsNumbersWithUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("number");
    QTest::newRow("count") << u"16"_s << 16.0;
    QTest::newRow("rate") << u"12.738853503184714"_s << 12.738853503184714;
    QTest::newRow("megabytes") << u"135.7M"_s << 135.7 * 1024 * 1024;
    QTest::newRow("gigabytes") << u"3.6G"_s << 3.6 * 1024 * 1024 * 1024;
    QTest::newRow("percent") << u"23.54%"_s << 23.54;
    QTest::newRow("time") << u"110ms"_s << 110.0;
    QTest::newRow("small") << u"1.0E-5"_s << 1.0e-5;
    QTest::newRow("word") << u"true"_s << -1.0;
    QTest::newRow("address") << u"127.0.0.1"_s << -1.0;
    QTest::newRow("nothing") << QString() << -1.0;
}

void TestSeaTunnelTexts::readsNumbersWithUnits()
{
    QFETCH(QString, text);
    QTEST(values::number(text).value_or(-1), "number");
}

void TestSeaTunnelTexts::learnsTheZoneFromAnId_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("created");
    QTest::addColumn<int>("offset");
    constexpr int none = 99;
    QTest::newRow("UTC") << u"1176962959859712001"_s << u"2026-11-22 19:10:57"_s << 0;
    QTest::newRow("Shanghai") << u"1176962959859712001"_s << u"2026-11-23 03:10:57"_s << 8 * 3600;
    QTest::newRow("Kathmandu") << u"1176962959859712001"_s << u"2026-11-23 00:55:57"_s << 20700;
    QTest::newRow("New York") << u"1176962959859712001"_s << u"2026-11-22 14:10:57"_s << -5 * 3600;
    QTest::newRow("reserved ten minutes before") << u"1176962959859712001"_s << u"2026-11-22 19:20:30"_s << 0;
    QTest::newRow("chosen by somebody") << u"7"_s << u"2026-11-22 19:10:57"_s << none;
    QTest::newRow("chosen, long") << u"900000000000000001"_s << u"2026-11-22 19:10:57"_s << none;
    QTest::newRow("no time") << u"1176962959859712001"_s << QString() << none;
    QTest::newRow("no id") << u"abc"_s << u"2026-11-22 19:10:57"_s << none;
}

void TestSeaTunnelTexts::learnsTheZoneFromAnId()
{
    QFETCH(QString, id);
    QFETCH(QString, created);
    QTEST(values::zoneOffset(id, created).value_or(99), "offset");
    QCOMPARE(values::zoneName(20700), u"UTC+05:45"_s);
    QCOMPARE(values::zoneName(-12600), u"UTC-03:30"_s);
    QCOMPARE(values::zoneName(0), u"UTC"_s);
}

void TestSeaTunnelTexts::namesVertices_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("key");
    QTest::newRow("running") << u"Source[0]-FakeSource(id=1)"_s << u"Source[0]-FakeSource"_s << u"Source[0]"_s;
    QTest::newRow("edge") << u"Sink[1]-Console-left"_s << u"Sink[1]-Console-left"_s << u"Sink[1]"_s;
    QTest::newRow("pipeline") << u"pipeline-12 [Source[0]-MySQL-CDC]"_s << u"Source[0]-MySQL-CDC"_s << u"Source[0]"_s;
    QTest::newRow("chain") << u"pipeline-1 [TransformChain[Transform[0]-Sql]]"_s
                           << u"TransformChain[Transform[0]-Sql]"_s << QString();
    QTest::newRow("foreign") << u"x"_s << u"x"_s << QString();
}

void TestSeaTunnelTexts::namesVertices()
{
    QFETCH(QString, name);
    QTEST(plainVertexName(name), "plain");
    QTEST(vertexKey(plainVertexName(name)), "key");
}

void TestSeaTunnelTexts::findsRootCauses_data()
{
    QTest::addColumn<QString>("stack");
    QTest::addColumn<QString>("cause");
    QTest::newRow("plain")
        << u"java.lang.NumberFormatException: For input string: \"x\"\n\tat java.base/a.b(C.java:1)\n"_s
        << u"NumberFormatException: For input string: \"x\""_s;
    QTest::newRow("innermost")
        << u"a.b.Outer: outside\n\tat x\nCaused by: a.b.Middle: between\n\t... 3 more\nCaused by: java.io.IOException: disk full\n\tat y"_s
        << u"IOException: disk full"_s;
    QTest::newRow("wrapped in messages")
        << u"org.apache.JobException: org.apache.JobException: java.lang.RuntimeException: The job id 7 has run\n\tat x"_s
        << u"RuntimeException: The job id 7 has run"_s;
    QTest::newRow("no message") << u"java.lang.NullPointerException\n\tat x"_s << u"NullPointerException"_s;
    QTest::newRow("a sentence") << u"Plugin X not found."_s << u"Plugin X not found."_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestSeaTunnelTexts::findsRootCauses()
{
    QFETCH(QString, stack);
    QTEST(json::rootCause(stack), "cause");
}

void TestSeaTunnelTexts::tellsFormatsApart_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("format");
    QTest::newRow("json") << u"auto"_s << u"a.json"_s << u"{}"_s << u"json"_s;
    QTest::newRow("json in .conf") << u"auto"_s << u"a.conf"_s << u"{\"env\":{}}"_s << u"json"_s;
    QTest::newRow("broken json") << u"auto"_s << u"a.json"_s << u"{\"env\":"_s << u"json"_s;
    QTest::newRow("hocon") << u"auto"_s << u"a.conf"_s << u"env { }"_s << u"hocon"_s;
    QTest::newRow("hocon, not saved") << QString() << QString() << u"# a job\nenv { }"_s << u"hocon"_s;
    QTest::newRow("sql") << u"auto"_s << u"a.sql"_s << u"INSERT INTO b SELECT 1"_s << u"sql"_s;
    QTest::newRow("sql, not saved") << u"auto"_s << QString()
                                    << u"/* config\nenv { }\n*/\ncreate table a with ('x'='y');"_s << u"sql"_s;
    QTest::newRow("chosen") << u"sql"_s << u"a.json"_s << u"{}"_s << u"sql"_s;
    QTest::newRow("a query in hocon") << u"auto"_s << u"a.conf"_s << u"transform { Sql { query = \"\n select 1\" } }"_s
                                      << u"hocon"_s;
}

void TestSeaTunnelTexts::tellsFormatsApart()
{
    QFETCH(QString, chosen);
    QFETCH(QString, file);
    QFETCH(QString, text);
    QTEST(toId(formatOf(chosen, file, text)), "format");
}

void TestSeaTunnelTexts::takesListsApart()
{
    QVERIFY(isJobList(u" [ {} ]"_s, JobFormat::Json));
    QVERIFY(isJobList(u"# two\n// jobs\n[ {} ]"_s, JobFormat::Hocon));
    QVERIFY(!isJobList(u"{}"_s, JobFormat::Json));
    QVERIFY(!isJobList(u"[ {} ]"_s, JobFormat::Sql));
    const auto jobs = listedJobs(uR"([{"env":{"job.name":"one"}},
        {"env":{},"params":{"jobName":"two","jobId":733584788375666689,"isStartWithSavePoint":true}},{"env":{}}])"_s);
    QVERIFY(jobs);
    QCOMPARE(jobs->size(), 3U);
    QCOMPARE(jobs->at(0).entry, QByteArray(R"({"env":{"job.name":"one"},"params":{"jobName":"one"}})"));
    QCOMPARE(jobs->at(1).entry,
        QByteArray(
            R"({"env":{},"params":{"jobName":"two","jobId":"733584788375666689","isStartWithSavePoint":"true"}})"));
    QCOMPARE(jobs->at(1).body, QByteArray(R"({"env":{}})"));
    QCOMPARE(jobs->at(2).entry, QByteArray(R"({"env":{},"params":{"jobName":"SeaTunnel_Job"}})"));
    // the fields of a schema are columns: their order is kept
    const auto ordered = listedJobs(uR"([{"env":{},"source":[{"schema":{"fields":{"z":"int","a":"int"}}}]}])"_s);
    QVERIFY(ordered->front().body.contains(R"({"z":"int","a":"int"})"));
    QVERIFY(!listedJobs(u"[]"_s));
    QVERIFY(!listedJobs(u"[1]"_s));
    QVERIFY(!listedJobs(uR"([{"env":{},"params":{"jobName":"a&b"}}])"_s));
}

void TestSeaTunnelTexts::writesTags()
{
    QCOMPARE(*actions::tagsBody(u" team = a \n\nzone=one=two"_s), QByteArray(R"({"team":"a","zone":"one=two"})"));
    QCOMPARE(*actions::tagsBody(QString()), QByteArray("{}"));
    QVERIFY(!actions::tagsBody(u"team"_s));
    QVERIFY(!actions::tagsBody(u"= a"_s));
}

void TestSeaTunnelTexts::comparesVersions()
{
    QVERIFY(values::isAtLeast(u"2.3.13"_s, u"2.3.9"_s));
    QVERIFY(values::isAtLeast(u"2.3.8"_s, u"2.3.8"_s));
    QVERIFY(!values::isAtLeast(u"2.3.8"_s, u"2.3.9"_s));
    QVERIFY(!values::isAtLeast(QString(), u"2.3.4"_s));
    QVERIFY(values::isAtLeast(u"3.0.0"_s, u"2.3.13"_s));
}

void TestSeaTunnelTexts::placesFaults_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("plug-in, 2.3.8")
        << 500
        << u"Plugin PluginIdentifier{engineType='seatunnel', pluginType='sink', pluginName='NoSuch'} not found."_s
        << u"{\n \"sink\": [{\"plugin_name\": \"NoSuch\"}]}"_s << u"2:28-2:34"_s;
    QTest::newRow("plug-in, 2.3.13")
        << 500
        << u"ErrorCode:[API-06], ErrorDescription:[Factory initialize failed] - Unable to create a source for identifier 'Nope'."_s
        << u"source {\n  Nope {\n  }\n}"_s << u"2:3-2:7"_s;
    QTest::newRow("value") << 400 << u"Json parsing exception, value 'SOMETIMES', and expected type 'x'"_s
                           << u"{\"job.mode\": \"SOMETIMES\"}"_s << u"1:15-1:24"_s;
    QTest::newRow("no source") << 400 << u"Miss <Source> config! Please check the config file."_s
                               << u"{\"env\": {},\n \"source\": []}"_s << u"2:3-2:9"_s;
    QTest::newRow("no env") << 500 << u"No configuration setting found for key 'env'"_s << u"\n{}"_s << u"1:1-1:1"_s;
    QTest::newRow("no json") << 400 << u"Invalid JSON format in request body."_s << u"{\n\"作\": x}"_s << u"2:6-2:6"_s;
    QTest::newRow("hocon line") << 500 << u"String: 3: Expecting close brace } or a comma"_s << u"a {\n b = 1\n"_s
                                << u"3:1-3:1"_s;
}

void TestSeaTunnelTexts::placesFaults()
{
    QFETCH(int, status);
    QFETCH(QString, message);
    QFETCH(QString, text);
    HttpResponse response;
    response.status = status;
    response.url = QUrl(u"http://seatunnel.example:5801/submit-job"_s);
    response.body = QJsonDocument(QJsonObject{{u"status"_s, u"fail"_s}, {u"message"_s, message}}).toJson();
    const Error error = errors::placedIn(text, errors::fromAnswer(response, u"submit-job"_s, Redactor()));
    QCOMPARE(error.kind, ErrorKind::Sql);
    QVERIFY(error.range);
    const TextRange range = *error.range;
    QTEST(u"%1:%2-%3:%4"_s.arg(range.begin.line).arg(range.begin.column).arg(range.end.line).arg(range.end.column),
        "place");
}

void TestSeaTunnelTexts::foldsChains()
{
    const QByteArray dag = R"({"pipelineEdges":{"1":[{"inputVertexId":"1","targetVertexId":"2"},
        {"inputVertexId":"2","targetVertexId":"3"}]},"vertexInfoMap":[
        {"vertexId":1,"vertexName":"pipeline-1 [Source[0]-A]"},
        {"vertexId":2,"vertexName":"pipeline-1 [TransformChain[Transform[0]-Sql->Transform[1]-Copy]]"},
        {"vertexId":3,"vertexName":"pipeline-1 [Sink[0]-B]"}]})";
    const Dag read = readDag(QJsonDocument::fromJson(dag).object());
    QCOMPARE(read.graph.nodes.size(), 4U);
    QCOMPARE(read.graph.edges.size(), 3U);
    QCOMPARE(read.graph.edges.at(0).from, u"Transform[0]-Sql"_s);
    QVERIFY(readDag(QJsonValue(u"{"_s)).graph.isEmpty());
    QVERIFY(readDag(QJsonValue()).graph.isEmpty());
}

void TestSeaTunnelTexts::describesEveryDocumentedCall()
{
    const SeaTunnelBackend backend;
    const auto description = ApiDescription::read(backend.apiDescription());
    QVERIFY2(description, qPrintable(description ? QString() : description.error().message));
    for (const QString& dialect : {u"v1"_s, u"v2"_s}) {
        for (const QString& name : {u"running-jobs"_s, u"job-info"_s, u"running-job"_s, u"finished-jobs"_s,
                 u"system-monitoring-information"_s, u"submit-job"_s, u"stop-job"_s, u"encrypt-config"_s}) {
            const ApiOperation* operation = description->find(name, dialect);
            QVERIFY2(operation && operation->dialect == dialect, qPrintable(name));
            QCOMPARE(operation->path.startsWith(u"/hazelcast/"_s), dialect == u"v1"_s);
            QVERIFY(operation->method == "GET" || !operation->bodyExample.isEmpty());
        }
    }
    std::set<std::pair<QString, QString>> names;
    for (const ApiOperation& operation : description->operations()) {
        QVERIFY(operation.method == "GET" || operation.method == "POST"); // a member takes DELETE for its own
        QVERIFY(!operation.summary.isEmpty());
        QVERIFY2(names.emplace(operation.id, operation.dialect).second, qPrintable(operation.id));
    }
    QVERIFY(names.size() >= 40);
}

void TestSeaTunnelTexts::checksItsForm()
{
    const SeaTunnelBackend backend;
    const FormDescription form = backend.form();
    FormValues values = form.defaults();
    values.insert(QString(fields::v2), u"seatunnel:8080"_s);
    QCOMPARE(form.problems(values).keys(), QStringList{u"v2"_s});
    values.remove(QString(fields::v2));
    values.insert(QString(fields::v1), u"http://localhost:5801"_s);
    QVERIFY(form.problems(values).isEmpty());
    values.insert(QString(fields::zone), u"Nowhere/At all"_s);
    QCOMPARE(form.problems(values).keys(), QStringList{u"zone"_s});
    const FormValues member = backend.valuesForUrl(u"localhost:5801/hazelcast/rest/maps"_s);
    QVERIFY(member.value(fields::v2).isEmpty());
    QCOMPARE(backend.valuesForUrl(u"https://a:8443/seatunnel"_s).value(fields::v2), u"https://a:8443/seatunnel"_s);
    QCOMPARE(backend.valuesForUrl(u"me@a:8080"_s).value(u"login"_s), u"basic"_s);
}

void TestSeaTunnelTexts::readsTheJobsToBeginWith()
{
    for (const QString& name :
        {u"fake-to-console-batch"_s, u"fake-to-console-streaming"_s, u"two-sources-two-sinks"_s}) {
        QFile file(QStringLiteral(MILLRACE_SOURCE_DIR "/resources/templates/seatunnel/") + name + u".json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!errors::jsonProblem(QString::fromUtf8(file.readAll())));
    }
}

QTEST_GUILESS_MAIN(TestSeaTunnelTexts)
#include "tst_seatunneltexts.moc"
