// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlibackend.h"
#include "core/inventory.h"
#include "core/joblogs.h"
#include "core/jobmonitor.h"
#include "core/metrics.h"
#include "core/planexplainer.h"
#include "tests/dli/contractservice.h"
#include "tests/support/await.h"

#include <QTest>

#include <algorithm>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// What the task comes to; an Error when it takes too long.
template <typename T> Result<T> outcomeOf(QCoro::Task<Result<T>> task)
{
    auto outcome = await(std::move(task));
    return outcome ? std::move(*outcome) : Result<T>(failure(ErrorKind::Timeout, u"no answer"_s));
}

/// A connection to a contract server of its own.
class Fixture {
public:
    bool open(const QStringList& options = {})
    {
        if (!service.start(options)) {
            return false;
        }
        connection = dli::DliBackend().connect(service.profile(u"dli"_s), {{u"secretKey"_s, service.secretKey()}});
        return true;
    }

    Result<std::vector<InventoryItem>> items(const QString& kind, const QString& parent = {})
    {
        return outcomeOf(connection->inventory()->items(kind, parent, {}));
    }

    Result<InventoryOutcome> act(
        const QString& kind, const QString& action, const QStringList& ids, const FormValues& values = {})
    {
        return outcomeOf(connection->inventory()->act(kind, action, ids, values, {}, {}));
    }

    Result<std::vector<InventoryPart>> detail(const QString& kind, const QString& id)
    {
        return outcomeOf(connection->inventory()->detail(kind, id, {}));
    }

    /// Creates a Flink job and gives its id.
    QString makeJob(const QString& name)
    {
        const FormValues values{{u"name"_s, name}, {u"sql_body"_s, u"INSERT INTO b\nSELECT * FROM c;"_s},
            {u"job_type"_s, u"flink_opensource_sql_job"_s}, {u"run_mode"_s, u"exclusive_cluster"_s},
            {u"cu_number"_s, u"2"_s}};
        if (!act(u"flinkjobs"_s, u"create_flink_sql_job"_s, {}, values)) {
            return {};
        }
        return items(u"flinkjobs"_s)->front().id;
    }

    ContractService service;
    std::unique_ptr<Connection> connection;
};

const InventoryItem* named(const std::vector<InventoryItem>& items, const QString& name)
{
    const auto it = std::ranges::find(items, name, &InventoryItem::name);
    return it == items.end() ? nullptr : &*it;
}

const InventoryPart* partOf(const std::vector<InventoryPart>& parts, const QString& title)
{
    const auto it = std::ranges::find(parts, title, &InventoryPart::title);
    return it == parts.end() ? nullptr : &*it;
}

} // namespace

class DliInventoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void everyTableOfALargeDatabaseIsThere()
    {
        Fixture f;
        QVERIFY(f.open({u"--tables"_s, u"1234"_s}));
        const auto tables = f.items(u"databases"_s, u"big"_s);
        QVERIFY2(tables, qPrintable(tables ? QString() : tables.error().message));
        QCOMPARE(tables->size(), std::size_t(1234));
        QCOMPARE(tables->back().name, u"t001233"_s);
    }

    void aTableIsDescribedPreviewedAndDeleted()
    {
        Fixture f;
        QVERIFY(f.open());
        const auto parts = f.detail(u"databases"_s, u"db1\nobs_t"_s);
        QVERIFY(parts);
        QVERIFY(std::get<QString>(partOf(*parts, u"Create statement"_s)->content).startsWith("CREATE TABLE"_L1));
        QCOMPARE(std::get<TextTable>(partOf(*parts, u"Columns"_s)->content).rows.size(), std::size_t(2));
        QVERIFY(partOf(*parts, u"Partitions"_s));
        for (const QString& mode : {u"SYNC"_s, u"ASYNC"_s}) {
            const auto rows = f.act(u"databases"_s, u"preview_table"_s, {u"db1\nt1"_s}, {{u"mode"_s, mode}});
            QVERIFY2(rows, qPrintable(mode + (rows ? QString() : rows.error().message)));
            QVERIFY(!std::get<TextTable>(rows->parts.front().content).rows.empty());
        }
        for (const QString& background : {u"false"_s, u"true"_s}) {
            const QString table = background == "true"_L1 ? u"表 1"_s : u"t1"_s;
            const auto gone =
                f.act(u"databases"_s, u"delete_table"_s, {u"db1\n"_s + table}, {{u"async"_s, background}});
            QVERIFY2(gone, qPrintable(table));
            QVERIFY(!named(*f.items(u"databases"_s, u"db1"_s), table));
        }
    }

    void wideNestedRowsStayWhole()
    {
        Fixture f;
        QVERIFY(f.open());
        const auto rows = f.act(u"databases"_s, u"preview_table"_s, {u"db1\nwide"_s}, {});
        QVERIFY(rows);
        const auto& table = std::get<TextTable>(rows->parts.front().content);
        QCOMPARE(table.columns.size(), 60);
        QCOMPARE(table.columns.at(1), u"payload"_s);
        QCOMPARE(table.rows.front().at(0), u"9007199254740993"_s);
        QCOMPARE(table.rows.front().at(1), u"{\"tags\":[\"a\",\"b\",{\"deep\":[1,2,null]}],\"user\":\"张三\"}"_s);
        QVERIFY(table.rows.front().contains(u"NULL"_s));
    }

    void aDatabaseGoesOnlyWithItsTables()
    {
        Fixture f;
        QVERIFY(f.open());
        const auto form =
            outcomeOf(f.connection->inventory()->form(u"databases"_s, u"delete_database"_s, {u"db1"_s}, {}));
        QVERIFY(form && form->fields.front().caption.contains(u'5'));
        const auto refused = f.act(u"databases"_s, u"delete_database"_s, {u"db1"_s}, {{u"cascade"_s, u"false"_s}});
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains("not empty"_L1));
        const auto gone = f.act(
            u"databases"_s, u"delete_database"_s, {u"db1"_s}, {{u"cascade"_s, u"true"_s}, {u"async"_s, u"true"_s}});
        QVERIFY2(gone, qPrintable(gone ? QString() : gone.error().message));
        QVERIFY(!named(*f.items(u"databases"_s), u"db1"_s));
    }

    void someOfSeveralJobsAreRefused()
    {
        Fixture f;
        QVERIFY(f.open());
        const QString first = f.makeJob(u"first"_s);
        const QString second = f.makeJob(u"second"_s);
        QVERIFY(!first.isEmpty() && !second.isEmpty());
        QVERIFY(f.act(u"flinkjobs"_s, u"batch_run_flink_jobs"_s, {first}, {{u"resume_savepoint"_s, u"false"_s}}));
        const auto both =
            f.act(u"flinkjobs"_s, u"batch_run_flink_jobs"_s, {first, second}, {{u"resume_savepoint"_s, u"false"_s}});
        QVERIFY(both);
        QVERIFY2(both->message.contains("1 of 2"_L1), qPrintable(both->message));
        const auto& table = std::get<TextTable>(both->parts.front().content);
        QCOMPARE(table.rows.at(0), (QStringList{u"first"_s, first, u"refused"_s, u"the job is running"_s}));
        QCOMPARE(table.rows.at(1).at(2), u"taken"_s);
        // None of them is an error.
        const auto none =
            f.act(u"flinkjobs"_s, u"batch_run_flink_jobs"_s, {first, second}, {{u"resume_savepoint"_s, u"false"_s}});
        QVERIFY(!none);
        QVERIFY(none.error().message.contains("the job is running"_L1));
    }

    void aFlinkJobIsChangedDrawnAndMeasured()
    {
        Fixture f;
        QVERIFY(f.open());
        const QString job = f.makeJob(u"orders"_s);
        const auto form =
            outcomeOf(f.connection->inventory()->form(u"flinkjobs"_s, u"update_flink_sql_job"_s, {job}, {}));
        QVERIFY(form);
        QCOMPARE(form->field(u"name")->defaultValue, u"orders"_s);
        QCOMPARE(form->field(u"sql_body")->defaultValue, u"INSERT INTO b\nSELECT * FROM c;"_s);
        FormValues values = form->defaults();
        values.insert(u"sql_body"_s, u"INSERT INTO b\nSELECT 1;"_s);
        QVERIFY(f.act(u"flinkjobs"_s, u"update_flink_sql_job"_s, {job}, values));
        const auto parts = f.detail(u"flinkjobs"_s, job);
        QCOMPARE(std::get<QString>(partOf(*parts, u"SQL"_s)->content), u"INSERT INTO b\nSELECT 1;"_s);
        const auto graph = f.act(u"flinkjobs"_s, u"create_flink_sql_job_graph"_s, {job},
            {{u"graph_type"_s, u"simple_graph"_s}, {u"flink_version"_s, u"1.12"_s}});
        QVERIFY2(graph, qPrintable(graph ? QString() : graph.error().message));
        QCOMPARE(std::get<Graph>(graph->parts.front().content).nodes.size(), std::size_t(3));
        const auto samples = outcomeOf(f.connection->metrics()->values({.jobId = job, .id = {}, .title = {}},
            {u"sources.orders.records"_s, u"total_read_rate"_s, u"nothing"_s}, {}));
        QVERIFY(samples);
        QCOMPARE(samples->size(), std::size_t(2));
        QCOMPARE(samples->front().value, std::optional(48211.0));
    }

    void queuesAreBoundToAConnection()
    {
        Fixture f;
        QVERIFY(f.open());
        const FormValues values{{u"name"_s, u"to_kafka"_s}, {u"dest_vpc_id"_s, u"vpc-1"_s},
            {u"dest_network_id"_s, u"net-1"_s}, {u"hosts"_s, u"192.168.0.7 kafka-1"_s}};
        QVERIFY(f.act(u"connections"_s, u"create_enhanced_connection"_s, {}, values));
        const QString id = f.items(u"connections"_s)->front().id;
        QVERIFY(
            f.act(u"connections"_s, u"associate_queue_to_enhanced_connection"_s, {id}, {{u"queues"_s, u"queue1"_s}}));
        const auto parts = f.detail(u"connections"_s, id);
        QCOMPARE(std::get<TextTable>(partOf(*parts, u"Queues"_s)->content).rows.front().at(0), u"queue1"_s);
        QCOMPARE(std::get<TextTable>(partOf(*parts, u"Hosts"_s)->content).rows.front(),
            (QStringList{u"192.168.0.7"_s, u"kafka-1"_s}));
        QVERIFY(f.act(u"connections"_s, u"create_route_to_enhanced_connection"_s, {id},
            {{u"name"_s, u"r1"_s}, {u"cidr"_s, u"10.0.0.0/16"_s}}));
        QVERIFY(f.act(u"connections"_s, u"delete_route_from_enhanced_connection"_s, {id}, {{u"name"_s, u"r1"_s}}));
        QVERIFY(f.act(
            u"connections"_s, u"disassociate_queue_from_enhanced_connection"_s, {id}, {{u"queues"_s, u"queue1"_s}}));
        const auto gone = f.act(u"connections"_s, u"delete_enhanced_connection"_s, {id});
        QVERIFY(gone);
        QCOMPARE(gone->message, u"to_kafka is deleted."_s);
        QVERIFY(f.items(u"connections"_s)->empty());
    }

    void packagesStandInTheirGroups()
    {
        Fixture f;
        QVERIFY(f.open());
        QVERIFY(f.act(u"packages"_s, u"upload_job_resources"_s, {},
            {{u"paths"_s, u"obs://b/a.jar\nobs://b/c.jar"_s}, {u"kind"_s, u"jar"_s}, {u"group"_s, u"shop"_s}}));
        const auto groups = f.items(u"packages"_s);
        QCOMPARE(groups->size(), std::size_t(1));
        QVERIFY(groups->front().hasChildren);
        const auto packages = f.items(u"packages"_s, groups->front().id);
        QCOMPARE(packages->size(), std::size_t(2));
        QVERIFY(f.detail(u"packages"_s, packages->front().id));
        QVERIFY(f.act(u"packages"_s, u"delete_job_resource"_s, {groups->front().id}));
        QVERIFY(f.items(u"packages"_s)->empty());
    }

    void aResultIsExportedAsAJobOfItsOwn()
    {
        Fixture f;
        QVERIFY(f.open());
        const auto checked = f.act(u"sqljobs"_s, u"check_sql"_s, {}, {{u"sql"_s, u"SELECT 1"_s}});
        QVERIFY(checked);
        QVERIFY(checked->message.contains("QUERY"_L1));
        const auto wrong = f.act(u"sqljobs"_s, u"check_sql"_s, {}, {{u"sql"_s, u"syntax error"_s}});
        QVERIFY(!wrong && wrong.error().kind == ErrorKind::Sql);
        QVERIFY(f.act(u"databases"_s, u"preview_table"_s, {u"db1\nt1"_s}, {{u"mode"_s, u"ASYNC"_s}}));
        const InventoryItem job = f.items(u"sqljobs"_s)->front();
        QVERIFY(job.actions.contains(u"export_sql_job_result"_s));
        QVERIFY(f.act(u"sqljobs"_s, u"preview_sql_job_result"_s, {job.id}));
        const auto exported = f.act(u"sqljobs"_s, u"export_sql_job_result"_s, {job.id},
            {{u"data_path"_s, u"obs://bucket/out"_s}, {u"data_type"_s, u"csv"_s}});
        QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().message));
        QCOMPARE(exported->message, u"The result lies in obs://bucket/out."_s);
        QVERIFY(partOf(*f.detail(u"sqljobs"_s, job.id), u"Statement"_s));
    }

    void theRestIsMadeAndDeleted()
    {
        Fixture f;
        QVERIFY(f.open());
        QVERIFY(f.act(u"queues"_s, u"create_queue"_s, {},
            {{u"queue_name"_s, u"q2"_s}, {u"queue_type"_s, u"general"_s}, {u"cu_count"_s, u"16"_s}}));
        QVERIFY(partOf(*f.detail(u"queues"_s, u"q2"_s), u"Rights"_s));
        const auto reached =
            f.act(u"queues"_s, u"create_connectivity_task"_s, {u"q2"_s}, {{u"address"_s, u"10.0.0.1:9092"_s}});
        QVERIFY(reached && reached->message.contains("reaches"_L1));
        QVERIFY(f.act(u"queues"_s, u"register_authorized_queue"_s, {u"q2"_s},
            {{u"user_name"_s, u"tenant2"_s}, {u"action"_s, u"grant"_s}, {u"privileges"_s, u"SUBMIT_JOB"_s}}));
        QVERIFY(f.act(u"queues"_s, u"run_queue_action"_s, {u"q2"_s}, {{u"action"_s, u"restart"_s}}));
        QVERIFY(f.act(u"queues"_s, u"delete_queue"_s, {u"q2"_s}));
        QVERIFY(f.act(u"variables"_s, u"create_global_variable"_s, {},
            {{u"var_name"_s, u"day"_s}, {u"var_value"_s, u"monday"_s}}));
        QCOMPARE(f.items(u"variables"_s)->front().cells.at(1), u"monday"_s);
        QVERIFY(f.act(u"variables"_s, u"delete_global_variable"_s, {u"day"_s}));
        QVERIFY(f.act(u"batches"_s, u"create_spark_job"_s, {},
            {{u"name"_s, u"nightly"_s}, {u"file"_s, u"a.jar"_s}, {u"className"_s, u"M"_s}, {u"queue"_s, u"queue1"_s},
                {u"conf"_s, u"spark.a = 1"_s}}));
        const InventoryItem batch = f.items(u"batches"_s)->front();
        QVERIFY(partOf(*f.detail(u"batches"_s, batch.id), u"Log"_s));
        QVERIFY(f.act(u"batches"_s, u"cancel_spark_job"_s, {batch.id}));
        QVERIFY(f.items(u"batches"_s)->front().actions.isEmpty());
        QVERIFY(!f.items(u"pools"_s)->empty());
        QVERIFY(f.detail(u"pools"_s, f.items(u"pools"_s)->front().id));
        QVERIFY(!f.items(u"catalogs"_s)->empty());
    }

    void onlyBatchesHaveLogs()
    {
        Fixture f;
        QVERIFY(f.open());
        QVERIFY(f.act(u"batches"_s, u"create_spark_job"_s, {},
            {{u"file"_s, u"a.jar"_s}, {u"className"_s, u"M"_s}, {u"queue"_s, u"queue1"_s}}));
        JobLogs* logs = f.connection->jobLogs();
        const auto ofBatch = outcomeOf(logs->sources(f.items(u"batches"_s)->front().id, {}));
        QVERIFY(ofBatch && ofBatch->size() == 1);
        QVERIFY(f.act(u"databases"_s, u"preview_table"_s, {u"db1\nt1"_s}, {{u"mode"_s, u"ASYNC"_s}}));
        const auto ofSql = outcomeOf(logs->sources(f.items(u"sqljobs"_s)->front().id, {}));
        QVERIFY(ofSql && ofSql->empty());
        const auto ofFlink = outcomeOf(logs->sources(f.makeJob(u"orders"_s), {}));
        QVERIFY(!ofFlink);
        QCOMPARE(ofFlink.error().kind, ErrorKind::Unsupported);
    }

    void aStatementIsCheckedWithItsPlace()
    {
        Fixture f;
        QVERIFY(f.open());
        const auto right = outcomeOf(f.connection->planExplainer()->explain(nullptr, u"SELECT 1"_s, {}));
        QVERIFY(right);
        QCOMPARE(right->graph.nodes.front().type, u"QUERY"_s);
        const auto wrong = outcomeOf(f.connection->planExplainer()->explain(nullptr, u"SELECT syntax error"_s, {}));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, ErrorKind::Sql);
        QVERIFY(wrong.error().range && wrong.error().range->begin == (TextPosition{1, 8}));
    }
};

QTEST_GUILESS_MAIN(DliInventoryTest)
#include "tst_dliinventory.moc"
