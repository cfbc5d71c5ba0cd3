// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/flinkjobskind.h"

#include "backends/dli/dlijobjson.h"
#include "backends/dli/flinkjobcalls.h"
#include "backends/dli/inventory/fields.h"
#include "backends/dli/inventory/flinkactions.h"
#include "backends/dli/inventory/flinkforms.h"
#include "backends/dli/inventory/parts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliFlinkJobs)
};

constexpr int s_pageSize = 100; // the most that the service gives at once
constexpr int s_mostJobs = 1000;

InventoryItem itemOf(const QJsonObject& object)
{
    const JobSummary job = json::flinkJob(object);
    InventoryItem item;
    item.id = job.id;
    item.name = job.name;
    item.state = job.state;
    item.cells = {job.name, json::flinkStateText(job.rawState), json::flinkKind(job.kind), job.cluster, job.owner,
        cellText(u"create_time"_s, object.value("create_time"_L1)), object.value("savepoint_path"_L1).toString()};
    item.actions = flinkactions::actionsFor(object.value("job_type"_L1).toString(), job.rawState);
    return item;
}

/// Sources and sinks with their figures, and the rates of the whole job.
Parts figureParts(const QJsonObject& answer)
{
    const QJsonObject job = answer.value("metrics"_L1).toObject().value("jobs"_L1).toArray().at(0).toObject();
    const QJsonObject metrics = job.value("metrics"_L1).toObject();
    TextTable table{
        .columns = {Texts::tr("Kind"), Texts::tr("Name"), Texts::tr("Records"), Texts::tr("Corrupted")}, .rows = {}};
    for (const auto& [member, kind] :
        {std::pair("sources"_L1, Texts::tr("Source")), std::pair("sinks"_L1, Texts::tr("Sink"))}) {
        for (const QJsonValue& value : metrics.value(member).toArray()) {
            const QJsonObject each = value.toObject();
            table.rows.push_back({kind, each.value("name"_L1).toString(), textOf(each.value("records"_L1)),
                textOf(each.value("corrupted_records"_L1))});
        }
    }
    for (const auto& [member, kind] : {std::pair("total_read_rate"_L1, Texts::tr("Records read a second")),
             std::pair("total_write_rate"_L1, Texts::tr("Records written a second"))}) {
        if (metrics.contains(member)) {
            table.rows.push_back({Texts::tr("Job"), kind, textOf(metrics.value(member)), QString()});
        }
    }
    return table.rows.empty() ? Parts() : Parts{{Texts::tr("Figures"), table, {}}};
}

Parts partsOf(const QJsonObject& job)
{
    Parts parts;
    std::vector<NamedText> facts = labelledFacts(
        job, {u"job_config"_s, u"sql_body"_s, u"execution_graph"_s, u"graph_editor_enabled"_s, u"graph_editor_data"_s});
    const QString logs = json::logAddress(job);
    if (!logs.isEmpty()) {
        facts.push_back({Texts::tr("Logs lie in"), logs});
    }
    parts.push_back({Texts::tr("Properties"), facts, {}});
    const QString sql = job.value("sql_body"_L1).toString();
    if (!sql.isEmpty() && !job.value("job_type"_L1).toString().contains("jar"_L1)) {
        parts.push_back({Texts::tr("SQL"), sql, u"sql"_s});
    }
    parts.push_back({Texts::tr("Configuration"), labelledFacts(job.value("job_config"_L1).toObject()), {}});
    return parts;
}

InventoryOutcome said(const QString& message, bool changed = true)
{
    InventoryOutcome outcome;
    outcome.message = message;
    outcome.changed = changed;
    return outcome;
}

/// The sentence for several jobs that all were taken.
QString takenText(const QString& action, int count)
{
    if (action == "batch_run_flink_jobs"_L1) {
        return Texts::tr("%n job(s) start.", nullptr, count);
    }
    return action == "batch_stop_flink_jobs"_L1 ? Texts::tr("%n job(s) stop.", nullptr, count)
                                                : Texts::tr("%n job(s) are deleted.", nullptr, count);
}

QJsonArray idList(const QStringList& ids)
{
    QJsonArray list;
    for (const QString& id : ids) {
        list.append(id.toLongLong());
    }
    return list;
}

} // namespace

FlinkJobsKind::FlinkJobsKind(std::shared_ptr<DliClient> client) : m_client(std::move(client))
{
    m_kind = {.id = u"flinkjobs"_s,
        .title = Texts::tr("Flink jobs"),
        .icon = u"vcs-branch"_s,
        .columns = {Texts::tr("Name"), Texts::tr("State"), Texts::tr("Kind"), Texts::tr("Queue"), Texts::tr("Owner"),
            Texts::tr("Created"), Texts::tr("Last savepoint")},
        .actions = flinkactions::all(),
        .emptyText = Texts::tr("No Flink job was created in this project.")};
}

QCoro::Task<Result<Items>> FlinkJobsKind::items(QString, CancellationToken token)
{
    Items items;
    for (int offset = 0; offset < s_mostJobs; offset += s_pageSize) {
        const CallValues values{{u"limit"_s, QString::number(s_pageSize)}, {u"offset"_s, QString::number(offset)}};
        const Result<QJsonObject> answer = co_await callObject(m_client, u"list_flink_jobs"_s, values, {}, token);
        if (!answer) {
            co_return failure(answer.error());
        }
        const QJsonObject list = answer->value("job_list"_L1).toObject();
        const QJsonArray jobs = list.value("jobs"_L1).toArray();
        for (const QJsonValue& job : jobs) {
            items.push_back(itemOf(job.toObject()));
            m_names.insert(items.back().id, items.back().name);
        }
        if (jobs.isEmpty() || qint64(items.size()) >= numberOf(list.value("total_count"_L1))) {
            break;
        }
    }
    co_return items;
}

QCoro::Task<Result<Parts>> FlinkJobsKind::detail(QString itemId, CancellationToken token)
{
    const Result<QJsonObject> job = co_await flinkJobDetail(m_client, itemId, token);
    if (!job) {
        co_return failure(job.error());
    }
    Parts parts = partsOf(*job);
    if (job->value("status"_L1).toString() != "job_running"_L1) {
        co_return parts;
    }
    const CallValues id{{u"job_id"_s, itemId}};
    const Result<QJsonObject> plan = co_await callObject(m_client, u"show_flink_job_execution_graph"_s, id, {}, token);
    const Graph graph = plan ? json::executeGraph(plan->value("execute_graph"_L1).toObject()) : Graph();
    if (!graph.isEmpty()) {
        parts.push_back({Texts::tr("Execution plan"), graph, {}});
    }
    const QJsonObject body{{u"job_ids"_s, idList({itemId})}};
    const Result<QJsonObject> figures = co_await callObject(m_client, u"show_flink_metric"_s, {}, body, token);
    if (figures) {
        std::ranges::move(figureParts(*figures), std::back_inserter(parts));
    }
    co_return parts;
}

QCoro::Task<Result<FormDescription>> FlinkJobsKind::form(QString action, QStringList itemIds, CancellationToken token)
{
    const Result<QJsonObject> job = co_await flinkJobDetail(m_client, itemIds.value(0), token);
    if (!job) {
        co_return failure(job.error());
    }
    co_return flinkforms::filled(
        action == "update_flink_jar_job"_L1 ? flinkforms::changeJar() : flinkforms::changeSql(), *job);
}

QCoro::Task<Result<InventoryOutcome>> FlinkJobsKind::openScript(QString jobId, CancellationToken token)
{
    const Result<QJsonObject> job = co_await flinkJobDetail(m_client, jobId, token);
    if (!job) {
        co_return failure(job.error());
    }
    InventoryOutcome outcome = said(Texts::tr("The SQL of %1 is open in the editor.").arg(m_names.value(jobId)), false);
    outcome.script = InventoryScript{.name = m_names.value(jobId) + u".sql"_s,
        .text = job->value("sql_body"_L1).toString(),
        .saveAction = u"update_flink_sql_job"_s,
        .saveField = u"sql_body"_s};
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> FlinkJobsKind::save(ActRequest request, CancellationToken token)
{
    const bool isNew = request.action.startsWith("create"_L1);
    const QString operation = request.action == "create_edge_sql"_L1 ? u"create_flink_sql_job"_s : request.action;
    CallValues values;
    if (!isNew) {
        values.insert(u"job_id"_s, request.itemIds.value(0));
    }
    const QJsonObject body = flinkforms::bodyFor(request.action, request.values);
    const Result<QJsonObject> answer = co_await callObject(m_client, operation, values, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const QString id = textOf(answer->value("job"_L1).toObject().value("job_id"_L1));
    co_return isNew ? said(Texts::tr("The job %1 is created as a draft (id %2): run it when it is ready.")
                               .arg(request.value(u"name"_s), id))
                    : said(Texts::tr("%1 is changed. A job that runs takes it up with its next start.")
                               .arg(m_names.value(request.itemIds.value(0))));
}

QCoro::Task<Result<InventoryOutcome>> FlinkJobsKind::actOnSeveral(ActRequest request, CancellationToken token)
{
    QJsonObject body{{u"job_ids"_s, idList(request.itemIds)}};
    for (const QString& flag : {u"resume_savepoint"_s, u"trigger_savepoint"_s}) {
        if (request.values.contains(flag)) {
            body.insert(flag, request.value(flag) == "true"_L1);
        }
    }
    CallValues values;
    QString operation = request.action;
    if (operation == "batch_delete_flink_jobs"_L1 && request.itemIds.size() == 1) {
        operation = u"delete_flink_job"_s;
        values.insert(u"job_id"_s, request.itemIds.constFirst());
        body = {};
    }
    const Result<QJsonValue> answer = co_await call(m_client, operation, values, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const flinkactions::ManyOutcome many = flinkactions::manyOutcome(*answer, request.itemIds, m_names);
    const int count = int(request.itemIds.size());
    if (many.refused == 0) {
        co_return said(takenText(request.action, count));
    }
    if (many.refused == count) {
        const QString reason = many.firstRefusal.isEmpty() ? Texts::tr("it gave no reason") : many.firstRefusal;
        co_return failure(ErrorKind::Http, Texts::tr("The service refused: %1").arg(reason));
    }
    InventoryOutcome outcome =
        said(Texts::tr("The service refused %1 of %2 jobs: %3").arg(many.refused).arg(count).arg(many.firstRefusal));
    outcome.parts.push_back({Texts::tr("Outcome"), many.table, {}});
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> FlinkJobsKind::showGraph(ActRequest request, CancellationToken token)
{
    const QString jobId = request.itemIds.value(0);
    const Result<QJsonObject> job = co_await flinkJobDetail(m_client, jobId, token);
    if (!job) {
        co_return failure(job.error());
    }
    QJsonObject body{{u"sql_body"_s, job->value("sql_body"_L1)}, {u"job_type"_s, u"flink_opensource_sql_job"_s},
        {u"graph_type"_s, request.value(u"graph_type"_s)}, {u"flink_version"_s, request.value(u"flink_version"_s)},
        {u"static_estimator"_s, request.value(u"static_estimator"_s) == "true"_L1}};
    if (const int parallel = request.value(u"parallel_number"_s).toInt(); parallel > 0) {
        body.insert(u"parallel_number"_s, parallel);
    }
    const CallValues id{{u"job_id"_s, jobId}};
    const Result<QJsonObject> answer = co_await callObject(m_client, u"create_flink_sql_job_graph"_s, id, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const Graph graph = json::streamGraph(answer->value("stream_graph"_L1));
    if (graph.isEmpty()) {
        co_return failure(ErrorKind::Protocol, Texts::tr("The service drew a graph without nodes."),
            answer->value("stream_graph"_L1).toString());
    }
    InventoryOutcome outcome =
        said(Texts::tr("%n node(s) in the static graph.", nullptr, int(graph.nodes.size())), false);
    outcome.parts.push_back({Texts::tr("Static graph"), graph, {}});
    outcome.parts.push_back({Texts::tr("Answer"),
        QString::fromUtf8(QJsonDocument::fromJson(answer->value("stream_graph"_L1).toString().toUtf8()).toJson()),
        u"json"_s});
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> FlinkJobsKind::handleSavepoint(ActRequest request, CancellationToken token)
{
    const QString jobId = request.itemIds.value(0);
    const QString path = request.value(u"savepoint_path"_s);
    if (request.action == "import_flink_job_savepoint"_L1) {
        const Result<void> imported = co_await importSavepoint(m_client, jobId, path, token);
        if (!imported) {
            co_return failure(imported.error());
        }
        co_return said(Texts::tr("The next run of %1 from a savepoint begins at %2.").arg(m_names.value(jobId), path));
    }
    const Result<QJsonObject> taken = co_await takeSavepoint(m_client, jobId, path, request.progress, token);
    if (!taken) {
        co_return failure(taken.error());
    }
    co_return said(Texts::tr("The savepoint of %1 lies in %2.")
                       .arg(m_names.value(jobId), taken->value("savepoint_path"_L1).toString(path)));
}

QCoro::Task<Result<InventoryOutcome>> FlinkJobsKind::actOnProject(ActRequest request, CancellationToken token)
{
    QJsonObject body;
    if (request.action == "register_bucket"_L1) {
        body.insert(u"obs_buckets"_s, fieldsof::listOf(request.values.value(u"obs_buckets"_s)));
    } else if (request.action == "import_flink_jobs"_L1) {
        body = {
            {u"zip_file"_s, request.value(u"zip_file"_s)}, {u"is_cover"_s, request.value(u"is_cover"_s) == "true"_L1}};
    } else {
        QStringList ids;
        for (const QJsonValue& id : fieldsof::listOf(request.values.value(u"job_selected"_s))) {
            ids << id.toString();
        }
        body = {{u"obs_dir"_s, request.value(u"obs_dir"_s)}, {u"is_selected"_s, !ids.isEmpty()}};
        if (!ids.isEmpty()) {
            body.insert(u"job_selected"_s, idList(ids));
        }
    }
    const Result<QJsonObject> answer = co_await callObject(m_client, request.action, {}, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const QString message = answer->value("message"_L1).toString().simplified();
    InventoryOutcome outcome = said(message.isEmpty() ? Texts::tr("The service has done it.") : message);
    if (answer->contains("job_mapping"_L1)) {
        outcome.parts.push_back({Texts::tr("Jobs"),
            tableOfList(answer->value("job_mapping"_L1).toArray(), {u"old_job_id"_s, u"new_job_id"_s, u"remark"_s}),
            {}});
    } else if (answer->contains("zip_file"_L1)) {
        outcome.parts.push_back(answerPart(*answer));
    }
    co_return outcome;
}

QCoro::Task<Result<InventoryOutcome>> FlinkJobsKind::act(ActRequest request, CancellationToken token)
{
    const QString action = request.action;
    if (action.startsWith("batch_"_L1)) {
        co_return co_await actOnSeveral(request, token);
    }
    if (action == "open_script"_L1) {
        co_return co_await openScript(request.itemIds.value(0), token);
    }
    if (action == "create_flink_sql_job_graph"_L1) {
        co_return co_await showGraph(request, token);
    }
    if (action.startsWith("create_"_L1) || action.startsWith("update_"_L1)) {
        co_return co_await save(request, token);
    }
    if (action.endsWith("_savepoint"_L1)) {
        co_return co_await handleSavepoint(request, token);
    }
    co_return co_await actOnProject(request, token);
}

} // namespace millrace::dli
