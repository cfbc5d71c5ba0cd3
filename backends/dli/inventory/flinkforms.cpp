// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/flinkforms.h"

#include "backends/dli/dlianswer.h"
#include "backends/dli/inventory/fields.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace millrace::dli::flinkforms {

using namespace Qt::StringLiterals;
using namespace fieldsof;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliFlinkForms)
};

using Fields = std::vector<FormField>;

void append(Fields& fields, Fields more)
{
    for (FormField& field : more) {
        fields.push_back(std::move(field));
    }
}

FormField jobName(bool required)
{
    FormField field = text(u"name"_s, Texts::tr("Name"), required);
    field.check = [](const QString& value, const FormValues&) -> std::optional<QString> {
        return value.size() > 57 ? std::optional(Texts::tr("A job's name has at most 57 characters.")) : std::nullopt;
    };
    return field;
}

FormField sqlBody(bool required)
{
    FormField field = lines(u"sql_body"_s, Texts::tr("SQL"), required);
    field.help.clear();
    field.placeholder = u"INSERT INTO sink SELECT … FROM source;"_s;
    return field;
}

FormField checkpointMode(bool asItIs)
{
    FormField field = choice(u"checkpoint_mode"_s, Texts::tr("Checkpoints are"), {u"1"_s, u"2"_s});
    field.options = {{u"1"_s, Texts::tr("Exactly once")}, {u"2"_s, Texts::tr("At least once")}};
    if (asItIs) {
        field.options.insert(field.options.begin(), {QString(), Texts::tr("As it is")});
        field.defaultValue.clear();
    }
    return field;
}

/// Resources; empty on a change.
Fields resources(bool isNew)
{
    const auto value = [isNew](const QString& number) { return isNew ? number : QString(); };
    return {number(u"cu_number"_s, Texts::tr("Compute units"), 2, 400, value(u"2"_s)),
        number(u"manager_cu_number"_s, Texts::tr("JobManager units"), 1, 100, value(u"1"_s)),
        number(u"parallel_number"_s, Texts::tr("Parallelism"), 1, 2000, value(u"1"_s)),
        number(u"tm_cus"_s, Texts::tr("TaskManager units"), 1, 100),
        number(u"tm_slot_num"_s, Texts::tr("TaskManager slots"), 1, 100)};
}

std::optional<QString> needsBucket(const QString& value, const FormValues& all)
{
    return value == "true"_L1 && all.value(u"obs_bucket"_s).trimmed().isEmpty()
        ? std::optional(Texts::tr("It needs a bucket: name one below."))
        : std::nullopt;
}

/// What keeps a job alive and tells of it.
Fields care(bool isNew)
{
    Fields fields;
    if (isNew) {
        fields.push_back(toggle(u"checkpoint_enabled"_s, Texts::tr("Take checkpoints")));
        fields.push_back(toggle(u"log_enabled"_s, Texts::tr("Write logs into the bucket")));
        fields.push_back(toggle(u"restart_when_exception"_s, Texts::tr("Start again after a failure")));
        fields.push_back(toggle(u"resume_checkpoint"_s, Texts::tr("From its last checkpoint")));
        fields.back().shownWhen = FormField::Condition{u"restart_when_exception"_s, {u"true"_s}};
    } else {
        fields = {maybe(u"checkpoint_enabled"_s, Texts::tr("Take checkpoints")),
            maybe(u"log_enabled"_s, Texts::tr("Write logs into the bucket")),
            maybe(u"restart_when_exception"_s, Texts::tr("Start again after a failure")),
            maybe(u"resume_checkpoint"_s, Texts::tr("From its last checkpoint"))};
    }
    append(fields,
        {checkpointMode(!isNew),
            number(u"checkpoint_interval"_s, Texts::tr("Seconds between them"), 1, 86'400, isNew ? u"10"_s : QString()),
            text(u"obs_bucket"_s, Texts::tr("OBS bucket")), text(u"smn_topic"_s, Texts::tr("SMN topic")),
            text(u"runtime_config"_s, Texts::tr("Runtime settings")),
            text(u"execution_agency_urn"_s, Texts::tr("Agency"))});
    for (FormField& field : fields) {
        if (isNew && (field.id == "checkpoint_enabled"_L1 || field.id == "log_enabled"_L1)) {
            field.check = needsBucket;
        }
        if (isNew && (field.id == "checkpoint_mode"_L1 || field.id == "checkpoint_interval"_L1)) {
            field.shownWhen = FormField::Condition{u"checkpoint_enabled"_s, {u"true"_s}};
        }
        if (field.id == "obs_bucket"_L1) {
            field.help = Texts::tr("For checkpoints, savepoints, logs and dirty data. The service must be allowed to "
                                   "write there.");
        }
    }
    return fields;
}

Fields sqlExtras()
{
    return {number(u"idle_state_retention"_s, Texts::tr("Keep idle state (s)"), 0, 100'000'000),
        withHelp(text(u"dirty_data_strategy"_s, Texts::tr("Dirty data")),
            Texts::tr("0 ignores it, 1 fails the job, 2:folder keeps it in OBS.")),
        text(u"udf_jar_url"_s, Texts::tr("Package of functions"))};
}

Fields program(bool required)
{
    return {withHelp(text(u"entrypoint"_s, Texts::tr("Program file"), required),
                Texts::tr("group/package, or obs://bucket/app.jar.")),
        text(u"main_class"_s, Texts::tr("Main class")), text(u"entrypoint_args"_s, Texts::tr("Arguments")),
        lines(u"dependency_jars"_s, Texts::tr("Further jars")),
        lines(u"dependency_files"_s, Texts::tr("Further files"))};
}

/// With a description behind the first section.
FormDescription withDescription(Fields fields)
{
    const auto end =
        std::ranges::find_if(fields, [&](const FormField& field) { return field.section != fields.front().section; });
    fields.insert(end, text(u"desc"_s, Texts::tr("Description")));
    return {.title = {}, .fields = std::move(fields)};
}

} // namespace

FormDescription createSql()
{
    FormField kind = choice(u"job_type"_s, Texts::tr("Dialect"), {u"flink_opensource_sql_job"_s, u"flink_sql_job"_s});
    kind.options = {{u"flink_opensource_sql_job"_s, Texts::tr("Flink SQL as in open source")},
        {u"flink_sql_job"_s, Texts::tr("Flink SQL of the service")}};
    FormField mode = choice(u"run_mode"_s, Texts::tr("Runs on"), {u"exclusive_cluster"_s, u"shared_cluster"_s});
    mode.options = {
        {u"exclusive_cluster"_s, Texts::tr("A queue")}, {u"shared_cluster"_s, Texts::tr("The shared cluster")}};
    mode.check = [](const QString& value, const FormValues& all) -> std::optional<QString> {
        return value == "shared_cluster"_L1 && all.value(u"job_type"_s) != "flink_sql_job"_L1
            ? std::optional(Texts::tr("The shared cluster runs only Flink SQL of the service."))
            : std::nullopt;
    };
    Fields fields{jobName(true), sqlBody(true), kind, mode, text(u"queue_name"_s, Texts::tr("Queue")),
        text(u"flink_version"_s, Texts::tr("Flink version"))};
    append(fields, inSection(Texts::tr("Resources"), resources(true)));
    append(fields, inSection(Texts::tr("Checkpoints, logs and restarts"), care(true)));
    append(fields, inSection(Texts::tr("SQL"), sqlExtras()));
    return withDescription(fields);
}

FormDescription createEdgeSql()
{
    Fields fields{jobName(true), sqlBody(true), lines(u"edge_group_ids"_s, Texts::tr("Edge groups"), true),
        number(u"parallel_number"_s, Texts::tr("Parallelism"), 1, 2000, u"1"_s)};
    append(fields, inSection(Texts::tr("SQL"), sqlExtras()));
    return withDescription(fields);
}

FormDescription createJar()
{
    Fields fields{jobName(true)};
    append(fields, program(true));
    append(fields,
        {text(u"queue_name"_s, Texts::tr("Queue"), true), text(u"flink_version"_s, Texts::tr("Flink version")),
            choice(u"feature"_s, Texts::tr("Image"), {QString(), u"basic"_s, u"custom"_s}),
            text(u"image"_s, Texts::tr("Own image"))});
    fields.back().shownWhen = FormField::Condition{u"feature"_s, {u"custom"_s}};
    append(fields, inSection(Texts::tr("Resources"), resources(true)));
    append(fields, inSection(Texts::tr("Checkpoints, logs and restarts"), care(true)));
    return withDescription(fields);
}

FormDescription changeSql()
{
    Fields fields{withHelp(jobName(false), Texts::tr("What is left empty stays as it is.")), sqlBody(false),
        text(u"queue_name"_s, Texts::tr("Queue")), text(u"flink_version"_s, Texts::tr("Flink version"))};
    append(fields, inSection(Texts::tr("Resources"), resources(false)));
    append(fields, inSection(Texts::tr("Checkpoints, logs and restarts"), care(false)));
    append(fields, inSection(Texts::tr("SQL"), sqlExtras()));
    return withDescription(fields);
}

FormDescription changeJar()
{
    Fields fields{withHelp(jobName(false), Texts::tr("What is left empty stays as it is."))};
    append(fields, program(false));
    append(fields, {text(u"queue_name"_s, Texts::tr("Queue")), text(u"flink_version"_s, Texts::tr("Flink version"))});
    append(fields, inSection(Texts::tr("Resources"), resources(false)));
    append(fields, inSection(Texts::tr("Checkpoints, logs and restarts"), care(false)));
    return withDescription(fields);
}

FormDescription filled(FormDescription form, const QJsonObject& job)
{
    const QJsonObject config = job.value("job_config"_L1).toObject();
    for (FormField& field : form.fields) {
        const QJsonValue value = job.contains(field.id) ? job.value(field.id) : config.value(field.id);
        if (value.isBool()) {
            field.defaultValue = value.toBool() ? u"true"_s : u"false"_s;
        } else if (value.isArray()) {
            QStringList items;
            for (const QJsonValue& item : value.toArray()) {
                items << item.toString();
            }
            field.defaultValue = items.join(u'\n');
        } else if (field.id == "checkpoint_mode"_L1) {
            // A number when it is sent, a word when it is told.
            field.defaultValue = value.toString() == "at_least_once"_L1 ? u"2"_s : u"1"_s;
        } else {
            field.defaultValue = textOf(value);
        }
    }
    return form;
}

QJsonObject bodyFor(const QString& action, const FormValues& values)
{
    const auto filled = [&](const FormDescription& form) {
        QJsonObject body = bodyOf(form, values);
        // A script has several lines and is one text.
        if (body.contains("sql_body"_L1)) {
            body.insert(u"sql_body"_s, values.value(u"sql_body"_s));
        }
        return body;
    };
    if (action == "create_edge_sql"_L1) {
        QJsonObject body = filled(createEdgeSql());
        body.insert(u"job_type"_s, u"flink_sql_edge_job"_s);
        body.insert(u"run_mode"_s, u"edge_node"_s);
        return body;
    }
    if (action == "create_flink_jar_job"_L1) {
        return filled(createJar());
    }
    if (action == "update_flink_sql_job"_L1) {
        return filled(changeSql());
    }
    return filled(action == "update_flink_jar_job"_L1 ? changeJar() : createSql());
}

} // namespace millrace::dli::flinkforms
