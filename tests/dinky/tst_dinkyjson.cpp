// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/catalogue.h"
#include "backends/dinky/dinkyjson.h"
#include "backends/dinky/dinkyrun.h"
#include "backends/dinky/selectresult.h"
#include "backends/flink/jobjson.h"
#include "backends/flink/planjson.h"
#include "backends/http/redaction.h"
#include "core/apidescription.h"
#include "tests/dinky/recorded.h"

#include <QTest>

using namespace millrace;
using namespace millrace::dinky;
using namespace Qt::StringLiterals;

namespace {

QJsonValue payloadOf(const test::Exchange& exchange)
{
    const Redactor redactor;
    const Result<Payload> answer = readAnswer(exchange.response, redactor);
    return answer ? answer->data : QJsonValue();
}

QJsonValue payloadOf(const QString& dialect, const QString& name)
{
    return payloadOf(test::recordedAs(dialect, name));
}

/// How many good answers of a path there are; each is given to read, which says whether it could.
template <typename Read> int readAll(const QString& dialect, const QString& path, Read read)
{
    int count = 0;
    for (const test::Exchange& each : test::recorded(dialect)) {
        const QJsonValue data = payloadOf(each);
        if (each.path.endsWith(path) && !data.isNull() && !data.isUndefined()) {
            if (!read(each, data)) {
                qWarning("%s", qPrintable(each.name));
                return -1;
            }
            ++count;
        }
    }
    return count;
}

QJsonObject documentedBody(const QString& entry)
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/dinky/documented.jsonl"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (object.value("entry"_L1).toString() == entry) {
                return object.value("body"_L1).toObject();
            }
        }
    }
    return {};
}

} // namespace

class DinkyJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordedInstances();
    void recordedExplanations();
    void recordedPlans();
    void recordedSavepoints();
    void recordedRows();
    void changeLogRows();
    void numbersStayExact();
    void recordedResults();
    void recordedTrees();
    void recordedDetails();
    void times();
    void faultsHaveTheirPlace();
    void bodiesAreTheDocumentedOnes();
    void localRunsListen();
    void everyCallIsDescribed();
};

void DinkyJsonTest::recordedInstances()
{
    const auto isInstance = [](bool isOld) {
        return [isOld](const test::Exchange&, const QJsonValue& data) {
            const json::Instance each = json::instance(data.toObject(), isOld);
            return each.jid.size() == 32 && !each.summary.rawState.isEmpty() && each.summary.start.isValid()
                && each.summary.durationMs >= 0;
        };
    };
    QVERIFY(readAll(u"0.7"_s, u"/getJobInstanceByTaskId"_s, isInstance(true)) >= 3);
    QVERIFY(readAll(u"1.x"_s, u"/getJobInstanceByTaskId"_s, isInstance(false)) >= 6);
    const json::Instance running =
        json::instance(payloadOf(u"1.x"_s, u"093_openapi_getJobInstanceByTaskId"_s).toObject(), false);
    QCOMPARE(running.summary.id, u"3"_s);
    QCOMPARE(running.summary.state, JobState::Running);
    QCOMPARE(running.summary.durationMs, 815); // milliseconds
    QVERIFY(!running.summary.end.isValid()); // 1970 stands for "not yet"
    const QJsonArray rows = payloadOf(u"0.7"_s, u"117_api_jobInstance_paged"_s).toArray();
    QVERIFY(rows.size() > 1); // although total says 0
    const json::Instance ended = json::instance(rows.at(0).toObject(), true);
    QCOMPARE(ended.summary.durationMs, 3000); // seconds
    QCOMPARE(ended.summary.state, JobState::Cancelled);
    QCOMPARE(json::instance(rows.at(1).toObject(), true).summary.id, u"2ea9d476e91b5fd502b8728f6f683fb9"_s);
}

void DinkyJsonTest::recordedExplanations()
{
    int faults = 0;
    const auto read = [&](const test::Exchange&, const QJsonValue& data) {
        for (const json::ExplainedSql& row : json::explainedSql(data)) {
            faults += row.ok ? 0 : 1;
            if (!row.ok && json::sqlFault(row.error, row.sql).message.isEmpty()) {
                return false;
            }
        }
        return true;
    };
    QVERIFY(readAll(u"0.7"_s, u"/explainSql"_s, read) >= 8);
    QVERIFY(readAll(u"1.x"_s, u"/explainSql"_s, read) >= 15);
    QVERIFY(faults >= 6);
    const auto rows = json::explainedSql(payloadOf(u"0.7"_s, u"005_seed02_explainSql"_s));
    QCOMPARE(int(rows.size()), 3);
    QCOMPARE(rows[0].type, u"DDL"_s);
    QVERIFY(rows[2].ok);
}

void DinkyJsonTest::recordedPlans()
{
    const auto stream = [](const test::Exchange&, const QJsonValue& data) {
        const auto graph = flink::planjson::executionPlan(data.toObject());
        return graph && graph->nodes.size() > 1 && !graph->edges.empty();
    };
    const auto job = [](const test::Exchange&, const QJsonValue& data) {
        const auto graph = flink::planjson::jobPlan(data.toObject());
        return graph && !graph->nodes.empty();
    };
    QVERIFY(readAll(u"0.7"_s, u"/getStreamGraph"_s, stream) >= 3);
    QVERIFY(readAll(u"1.x"_s, u"/getStreamGraph"_s, stream) >= 3);
    QVERIFY(readAll(u"0.7"_s, u"/getJobPlan"_s, job) >= 3);
    QVERIFY(readAll(u"1.x"_s, u"/getJobPlan"_s, job) >= 4);
    const Graph lineage = json::lineage(payloadOf(u"0.7"_s, u"103_getTaskLineage"_s).toObject());
    QCOMPARE(int(lineage.nodes.size()), 2);
    QCOMPARE(int(lineage.edges.size()), 1);
}

void DinkyJsonTest::recordedSavepoints()
{
    // success is false although each of them worked.
    const auto taken = json::savepointResult(payloadOf(u"1.x"_s, u"096_openapi_savepoint_trigger"_s));
    QVERIFY(taken);
    QCOMPARE(taken->location, u"file:/opt/dinky/savepoints/savepoint-d05da1-303dff96c436"_s);
    QVERIFY(json::savepointResult(payloadOf(u"0.7"_s, u"080_savepoint_stop"_s)));
    const auto failed = json::savepointResult(payloadOf(u"0.7"_s, u"035_savepoint_unknown_job"_s));
    QVERIFY(!failed);
    QVERIFY2(failed.error().message.contains("Could not find Flink job"_L1), qPrintable(failed.error().message));
}

void DinkyJsonTest::recordedRows()
{
    int withRows = 0;
    const auto read = [&](const test::Exchange& exchange, const QJsonValue&) {
        const Result<SelectResult> result = readSelectResult(exchange.response.body);
        withRows += result && !result->rows.empty() ? 1 : 0;
        return result && (result->rows.empty() || rowsFrom(*result, 0, columnsFor(*result)));
    };
    QVERIFY(readAll(u"0.7"_s, u"/getJobData"_s, read) >= 10);
    QVERIFY(readAll(u"1.x"_s, u"/getJobData"_s, read) >= 8);
    QVERIFY(withRows >= 8);
    const auto unknown = readSelectResult(test::recordedAs(u"0.7"_s, u"009_seed_getJobData"_s).response.body);
    QVERIFY(unknown && !unknown->success && unknown->destroyed);
    QVERIFY(!readSelectResult("{\"data\":{\"rowData\":[{"));
    QVERIFY(!readSelectResult("[]"));
}

void DinkyJsonTest::changeLogRows()
{
    const auto result =
        readSelectResult(test::recordedAs(u"1.x"_s, u"151_api_studio_getJobData_changelog_live"_s).response.body);
    QVERIFY(result);
    QCOMPARE(result->columns, (std::vector<std::string>{"k", "c"}));
    QCOMPARE(int(result->rows.size()), 10);
    QVERIFY(result->kinds[1] == RowKind::UpdateBefore);
    QVERIFY(result->kinds[2] == RowKind::UpdateAfter);
    const auto rest = rowsFrom(*result, 8, columnsFor(*result));
    QVERIFY(rest);
    QCOMPARE(rest->rowCount(), 2);
    QCOMPARE(rest->cell(0, 0).integer, 1);
}

void DinkyJsonTest::numbersStayExact()
{
    const auto result = readSelectResult(R"({"datas":{"success":true,"columns":["a","b","c"],"rowData":[)"
                                         R"({"a":9007199254740993,"b":12345678901234567890.12,"c":""},)"
                                         R"({"a":"","b":1.5,"c":null}]}})");
    QVERIFY(result);
    const std::vector<ResultColumn> columns = columnsFor(*result);
    QCOMPARE(columns[0].type.root, TypeRoot::BigInt);
    const auto rows = rowsFrom(*result, 0, columns);
    QVERIFY(rows);
    QCOMPARE(rows->cell(0, 0).integer, 9007199254740993);
    QCOMPARE(rows->cell(0, 1).text, std::string_view("12345678901234567890.12"));
    QVERIFY(rows->cell(1, 0).isNull); // the server writes NULL as ""
    QVERIFY(!rows->cell(0, 2).isNull); // a text may really be empty
    QVERIFY(rows->cell(1, 2).isNull);
}

void DinkyJsonTest::recordedResults()
{
    const json::JobResult good = json::jobResult(payloadOf(u"0.7"_s, u"074_executeSql_standalone"_s).toObject());
    QVERIFY(good.success);
    QCOMPARE(good.jobId, u"66b82a869c40bd4f163ed2d6ab671167"_s);
    // Code 0 says nothing of the job.
    const json::JobResult bad = json::jobResult(payloadOf(u"0.7"_s, u"083_executeSql_bad_sql"_s).toObject());
    QVERIFY(!bad.success && bad.jobId.isEmpty());
    QVERIFY(json::sqlFault(bad.error, {}).message.contains("Cannot find table"_L1));
    const json::JobResult debug = json::jobResult(payloadOf(u"1.x"_s, u"142_api_task_debugTask"_s).toObject());
    QCOMPARE(debug.historyId, u"12"_s);
}

void DinkyJsonTest::recordedTrees()
{
    const auto flat = catalogueNodes(payloadOf(u"0.7"_s, u"067_api_catalogue_tree2"_s));
    const auto nested = catalogueNodes(payloadOf(u"1.x"_s, u"170_api_catalogue_tree_after"_s));
    QVERIFY(flat.size() >= 4 && nested.size() >= 6);
    for (const auto& nodes : {flat, nested}) {
        for (const CatalogueNode& node : nodes) {
            QVERIFY(!node.id.isEmpty() && !node.name.isEmpty() && node.isLeaf == !node.taskId.isEmpty());
        }
    }
}

void DinkyJsonTest::recordedDetails()
{
    const QJsonObject now = payloadOf(u"1.x"_s, u"124_api_jobInstance_getJobInfoDetail"_s).toObject();
    const QJsonObject kept = now.value("jobDataDto"_L1).toObject();
    const auto page = flink::json::jobPage(QJsonDocument(kept.value("job"_L1).toObject()).toJson());
    QVERIFY(page);
    QCOMPARE(int(page->graph.nodes.size()), 2);
    const QJsonObject old = payloadOf(u"0.7"_s, u"119_api_jobInstance_detail"_s).toObject();
    const QJsonObject history = old.value("jobHistory"_L1).toObject();
    QVERIFY(flink::json::jobPage(QJsonDocument(history.value("job"_L1).toObject()).toJson()));
}

void DinkyJsonTest::times()
{
    const QDateTime plain = json::timeOf(u"2026-11-22 19:46:48"_s);
    QCOMPARE(plain, QDateTime(QDate(2026, 11, 22), QTime(19, 46, 48)).toUTC());
    QCOMPARE(json::timeOf(u"2026-11-22T19:46:48.599681041"_s), plain.addMSecs(599));
    QCOMPARE(json::timeOf(u"2026-11-22T19:46:48.5"_s), plain.addMSecs(500));
    QVERIFY(!json::timeOf(u"1970-01-01 00:00:00"_s).isValid());
    QVERIFY(!json::timeOf(QJsonValue()).isValid());
    QVERIFY(!json::timeOf(u"nonsense that is long enough"_s).isValid());
}

void DinkyJsonTest::faultsHaveTheirPlace()
{
    const QString statement = u"select *\nfrom nope"_s;
    const Error error = json::sqlFault(
        u"a.B: SQL validation failed. From line 2, column 6 to line 2, column 9: Object 'nope' not found"_s, statement);
    QVERIFY(error.range.has_value());
    QCOMPARE(error.range->begin, (TextPosition{2, 6}));
    QCOMPARE(error.range->end, (TextPosition{2, 10}));
    QCOMPARE(error.kind, ErrorKind::Sql);
    QVERIFY(!json::sqlFault(u"x"_s, statement).range.has_value());
}

void DinkyJsonTest::bodiesAreTheDocumentedOnes()
{
    const QJsonObject documented = documentedBody(u"executeSql yarn-per-job"_s);
    QVERIFY(!documented.isEmpty());
    RunOrder order;
    order.statement = documented.value("statement"_L1).toString();
    order.properties = {{runfields::type, u"yarn-per-job"_s}, {runfields::jobName, u"openapitest"_s},
        {runfields::parallelism, u"1"_s}, {runfields::maxRows, u"100"_s}, {runfields::checkpoint, u"0"_s},
        {runfields::savepointPath, documented.value("savePointPath"_L1).toString()},
        {runfields::configuration, u"table.exec.resource.default-parallelism = 2"_s},
        {runfields::gateway,
            QString::fromUtf8(QJsonDocument(documented.value("gatewayConfig"_L1).toObject()).toJson())}};
    QJsonObject body = executeBody(order);
    QCOMPARE(body.take("useChangeLog"_L1), QJsonValue(false)); // which this one entry leaves to the server
    QCOMPARE(body.take("useAutoCancel"_L1), QJsonValue(false));
    QCOMPARE(body, documented);
}

void DinkyJsonTest::localRunsListen()
{
    RunOrder order;
    order.properties = {{runfields::type, u"local"_s}, {runfields::address, u"127.0.0.1:8098"_s}};
    const QJsonObject body = executeBody(order);
    QCOMPARE(body.value("address"_L1).toString(), u"127.0.0.1"_s);
    QCOMPARE(body.value("configuration"_L1).toObject().value("rest.port"_L1).toInt(), 8098);
    QCOMPARE(joined({u"a"_s, u"b"_s}), u"a;\r\nb"_s);
}

void DinkyJsonTest::everyCallIsDescribed()
{
    QFile file(u":/millrace/openapi/dinky.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto description = ApiDescription::read(file.readAll());
    QVERIFY(description);
    QCOMPARE(int(description->operations().size()), 140);
    for (const QString& name : {u"cancel"_s, u"explainSql"_s, u"executeJar"_s, u"executeSql"_s, u"getJobData"_s,
             u"getJobPlan"_s, u"getStreamGraph"_s, u"savepoint"_s, u"savepointTask"_s, u"submitTask"_s}) {
        QVERIFY2(description->find(name, u"0.7"), qPrintable(name));
    }
    QVERIFY(!description->find(u"executeSql", u"1.x"));
    QCOMPARE(description->find(u"cancel", u"1.x")->method, QByteArray("GET"));
    QCOMPARE(description->find(u"cancel", u"0.7")->method, QByteArray("POST"));
}

QTEST_GUILESS_MAIN(DinkyJsonTest)
#include "tst_dinkyjson.moc"
