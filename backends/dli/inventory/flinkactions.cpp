// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/flinkactions.h"

#include "backends/dli/dlianswer.h"
#include "backends/dli/inventory/fields.h"
#include "backends/dli/inventory/flinkforms.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace millrace::dli::flinkactions {

using namespace Qt::StringLiterals;
using namespace fieldsof;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliFlinkJobs)
};

InventoryAction above(const QString& id, const QString& title, FormDescription form, const QString& icon = {})
{
    return {.id = id, .text = title, .icon = icon, .form = std::move(form), .confirm = {}, .onItems = false};
}

InventoryAction onJob(const QString& id, const QString& title, std::vector<FormField> fields)
{
    return {.id = id, .text = title, .icon = {}, .form = {.title = {}, .fields = std::move(fields)}, .confirm = {}};
}

InventoryAction run()
{
    InventoryAction action = onJob(u"batch_run_flink_jobs"_s, Texts::tr("Run…"),
        {toggle(u"resume_savepoint"_s, Texts::tr("From the last savepoint of each job"))});
    action.icon = u"media-playback-start"_s;
    action.many = true;
    return action;
}

InventoryAction stop()
{
    InventoryAction action = onJob(u"batch_stop_flink_jobs"_s, Texts::tr("Stop…"),
        {toggle(u"trigger_savepoint"_s, Texts::tr("Take a savepoint first"), true)});
    action.icon = u"media-playback-stop"_s;
    action.confirm = Texts::tr("Stop %1? Without a savepoint, what the job has gathered since its last one is lost.");
    action.many = true;
    return action;
}

InventoryAction erase()
{
    InventoryAction action{
        .id = u"batch_delete_flink_jobs"_s, .text = Texts::tr("Delete"), .icon = u"edit-delete"_s, .form = {}};
    action.confirm = Texts::tr("Delete %1? A job that runs is ended without a savepoint, and its text goes with it.");
    action.many = true;
    return action;
}

InventoryAction graph()
{
    FormField kind = choice(u"graph_type"_s, Texts::tr("Graph"), {u"simple_graph"_s, u"job_graph"_s});
    kind.options = {{u"simple_graph"_s, Texts::tr("Simple")}, {u"job_graph"_s, Texts::tr("With its operators")}};
    InventoryAction action = onJob(u"create_flink_sql_job_graph"_s, Texts::tr("Static graph…"),
        {kind, choice(u"flink_version"_s, Texts::tr("Flink version"), {u"1.12"_s, u"1.10"_s}),
            number(u"parallel_number"_s, Texts::tr("Parallelism"), 1, 2000),
            toggle(u"static_estimator"_s, Texts::tr("Estimate what the job needs"))});
    action.changes = false;
    return action;
}

InventoryAction takeSavepoint()
{
    FormField folder = text(u"savepoint_path"_s, Texts::tr("Folder"), true);
    folder.placeholder = u"bucket/savepoints/"_s;
    folder.help = Texts::tr("Bucket and folder, without obs://.");
    return onJob(u"execute_flink_job_savepoint"_s, Texts::tr("Take a savepoint…"), {folder});
}

InventoryAction importSavepointAction()
{
    FormField folder = text(u"savepoint_path"_s, Texts::tr("Folder of the savepoint"), true);
    folder.placeholder = u"obs://bucket/savepoints/savepoint-1"_s;
    folder.help = Texts::tr("The folder that holds _metadata. The next run from a savepoint begins there.");
    return onJob(u"import_flink_job_savepoint"_s, Texts::tr("Import a savepoint…"), {folder});
}

InventoryAction change(const QString& id, const QString& title, FormDescription form)
{
    InventoryAction action{.id = id, .text = title, .icon = {}, .form = std::move(form), .confirm = {}};
    action.asks = true;
    return action;
}

InventoryAction openScript()
{
    InventoryAction action{.id = u"open_script"_s, .text = Texts::tr("Open in the editor"), .icon = {}, .form = {}};
    action.changes = false;
    return action;
}

} // namespace

std::vector<InventoryAction> all()
{
    FormField jobs = lines(u"job_selected"_s, Texts::tr("Ids of the jobs"));
    jobs.help = Texts::tr("One a line. Empty: all jobs.");
    return {above(u"create_flink_sql_job"_s, Texts::tr("Create a SQL job…"), flinkforms::createSql(), u"list-add"_s),
        above(u"create_flink_jar_job"_s, Texts::tr("Create a jar job…"), flinkforms::createJar(), u"list-add"_s), run(),
        stop(), openScript(),
        change(u"update_flink_sql_job"_s, Texts::tr("Change the SQL job…"), flinkforms::changeSql()),
        change(u"update_flink_jar_job"_s, Texts::tr("Change the jar job…"), flinkforms::changeJar()), takeSavepoint(),
        importSavepointAction(), graph(), erase(),
        above(u"create_edge_sql"_s, Texts::tr("Create an edge SQL job…"), flinkforms::createEdgeSql()),
        above(u"register_bucket"_s, Texts::tr("Authorize a bucket…"),
            {.title = {}, .fields = {lines(u"obs_buckets"_s, Texts::tr("OBS buckets"), true)}}),
        above(u"export_flink_jobs"_s, Texts::tr("Export jobs…"),
            {.title = {},
                .fields = {checked(text(u"obs_dir"_s, Texts::tr("Folder in OBS"), true), checkObsPaths), jobs}}),
        above(u"import_flink_jobs"_s, Texts::tr("Import jobs…"),
            {.title = {},
                .fields = {checked(text(u"zip_file"_s, Texts::tr("Archive in OBS"), true), checkObsPaths),
                    toggle(u"is_cover"_s, Texts::tr("In place of jobs of the same name"))}})};
}

QStringList actionsFor(const QString& jobType, const QString& status)
{
    static const QStringList s_stoppable{
        u"job_submitting"_s, u"job_running"_s, u"job_idle"_s, u"job_downloading"_s, u"job_savepointing"_s};
    static const QStringList s_passing{u"job_canceling"_s, u"job_arrearage_recovering"_s};
    const bool isJar = jobType.contains("jar"_L1);
    QStringList actions;
    if (s_stoppable.contains(status)) {
        actions << u"batch_stop_flink_jobs"_s;
    } else if (!s_passing.contains(status)) {
        actions << u"batch_run_flink_jobs"_s << u"import_flink_job_savepoint"_s;
    }
    if (status == "job_running"_L1) {
        actions << u"execute_flink_job_savepoint"_s;
    }
    if (!isJar) {
        actions << u"open_script"_s;
    }
    actions << (isJar ? u"update_flink_jar_job"_s : u"update_flink_sql_job"_s);
    if (jobType == "flink_opensource_sql_job"_L1) {
        actions << u"create_flink_sql_job_graph"_s;
    }
    return actions << u"batch_delete_flink_jobs"_s;
}

ManyOutcome manyOutcome(const QJsonValue& answer, const QStringList& ids, const QHash<QString, QString>& names)
{
    // Older services answer one object for all.
    const QJsonArray elements = answer.isArray() ? answer.toArray() : QJsonArray{answer};
    ManyOutcome outcome;
    outcome.table.columns = {Texts::tr("Job"), Texts::tr("Id"), Texts::tr("Outcome"), Texts::tr("Message")};
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const QJsonObject element = elements.at(std::min(i, elements.size() - 1)).toObject();
        const bool refused = isSuccess(element) == false;
        const QString message = element.value("message"_L1).toString().simplified();
        if (refused) {
            outcome.firstRefusal = outcome.refused == 0 ? message : outcome.firstRefusal;
            ++outcome.refused;
        }
        outcome.table.rows.push_back({names.value(ids.at(i), ids.at(i)), ids.at(i),
            refused ? Texts::tr("refused") : Texts::tr("taken"), message});
    }
    return outcome;
}

} // namespace millrace::dli::flinkactions
