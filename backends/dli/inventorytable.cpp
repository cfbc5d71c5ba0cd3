// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventorytable.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliInventory)
};

FormField field(
    const QString& id, const QString& label, bool required, FieldKind kind = FieldKind::Text, const QString& value = {})
{
    FormField made{.id = id, .label = label, .kind = kind, .defaultValue = value, .required = required};
    made.section = Texts::tr("Values");
    return made;
}

FormField choice(const QString& id, const QString& label, const QStringList& options)
{
    FormField made = field(id, label, false, FieldKind::Choice, options.constFirst());
    for (const QString& option : options) {
        made.options.push_back({option, option});
    }
    return made;
}

QJsonArray listOf(const QString& lines)
{
    QJsonArray list;
    for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        list.append(line.trimmed());
    }
    return list;
}

/// A body of the form's fields under their own ids: numbers as numbers, toggles as booleans, lines as lists, and
/// nothing for what was left empty.
QJsonObject bodyOfForm(const FormDescription& form, const FormValues& values)
{
    QJsonObject body;
    for (const FormField& each : form.fields) {
        const QString text = values.value(each.id).trimmed();
        if (text.isEmpty()) {
            continue;
        }
        if (each.kind == FieldKind::Number) {
            body.insert(each.id, text.toLongLong());
        } else if (each.kind == FieldKind::Toggle) {
            body.insert(each.id, text == "true"_L1);
        } else if (each.kind == FieldKind::Lines) {
            body.insert(each.id, listOf(text));
        } else {
            body.insert(each.id, text);
        }
    }
    return body;
}

ActionCall create(const QString& operation, const QString& text, std::vector<FormField> fields)
{
    ActionCall call;
    call.operation = operation;
    call.action = {.id = operation, .text = text, .icon = u"list-add"_s, .onItems = false};
    call.action.form = {.title = text, .fields = std::move(fields)};
    const FormDescription form = call.action.form;
    call.bodyOf = [form](const FormValues& values, const QStringList&) { return bodyOfForm(form, values); };
    return call;
}

ActionCall onItem(
    const QString& operation, const QString& text, const QString& idParameter, std::vector<FormField> fields = {})
{
    ActionCall call = create(operation, text, std::move(fields));
    call.action.onItems = true;
    call.action.icon.clear();
    call.idParameter = idParameter;
    if (call.action.form.fields.empty()) {
        call.action.form = {};
        call.bodyOf = {};
    }
    return call;
}

ActionCall erase(const QString& operation, const QString& idParameter, const QString& confirm)
{
    ActionCall call = onItem(operation, Texts::tr("Delete"), idParameter);
    call.action.icon = u"edit-delete"_s;
    call.action.confirm = confirm;
    call.action.many = true;
    return call;
}

KindCalls queues()
{
    KindCalls kind;
    kind.kind = {.id = u"queues"_s,
        .title = Texts::tr("Queues"),
        .columns = {Texts::tr("Name"), Texts::tr("Kind"), Texts::tr("Compute units"), Texts::tr("In use"),
            Texts::tr("Pool"), Texts::tr("Owner")},
        .emptyText = Texts::tr("This project has no queue that the login may see.")};
    kind.listOperation = u"list_queues"_s;
    kind.listParameters = {{u"queue_type"_s, u"all"_s}};
    kind.arrayName = u"queues"_s;
    kind.idMember = u"queue_name"_s;
    kind.nameMember = u"queue_name"_s;
    kind.cellMembers = {
        u"queue_name"_s, u"queue_type"_s, u"cu_count"_s, u"used_cu"_s, u"elastic_resource_pool_name"_s, u"owner"_s};
    kind.detailOperation = u"show_queue"_s;
    kind.detailParameter = u"queue_name"_s;
    ActionCall restart = onItem(u"run_queue_action"_s, Texts::tr("Restart or scale…"), u"queue_name"_s,
        {choice(u"action"_s, Texts::tr("Action"), {u"restart"_s, u"scale_out"_s, u"scale_in"_s}),
            field(u"cu_count"_s, Texts::tr("Compute units"), false, FieldKind::Number),
            field(u"force"_s, Texts::tr("Force"), false, FieldKind::Toggle, u"false"_s)});
    ActionCall reach = onItem(u"create_connectivity_task"_s, Texts::tr("Test an address…"), u"queue_name"_s,
        {field(u"address"_s, Texts::tr("Address and port"), true)});
    kind.actions = {create(u"create_queue"_s, Texts::tr("Create a queue…"),
                        {field(u"queue_name"_s, Texts::tr("Name"), true),
                            choice(u"queue_type"_s, Texts::tr("Kind"), {u"general"_s, u"sql"_s}),
                            field(u"cu_count"_s, Texts::tr("Compute units"), true, FieldKind::Number, u"16"_s),
                            field(u"elastic_resource_pool_name"_s, Texts::tr("Elastic resource pool"), false),
                            field(u"description"_s, Texts::tr("Description"), false)}),
        restart, reach,
        erase(u"delete_queue"_s, u"queue_name"_s, Texts::tr("Delete the queue %1? Jobs on it are ended."))};
    return kind;
}

KindCalls packages()
{
    KindCalls kind;
    kind.kind = {.id = u"packages"_s,
        .title = Texts::tr("Packages"),
        .columns = {Texts::tr("Name"), Texts::tr("Kind"), Texts::tr("State"), Texts::tr("Owner"), Texts::tr("Created")},
        .emptyText = Texts::tr("No package is uploaded to this project.")};
    kind.listOperation = u"list_job_resources"_s;
    kind.arrayName = u"resources"_s;
    kind.idMember = u"resource_name"_s;
    kind.nameMember = u"resource_name"_s;
    kind.stateMember = u"status"_s;
    kind.cellMembers = {u"resource_name"_s, u"resource_type"_s, u"status"_s, u"owner"_s, u"create_time"_s};
    kind.detailOperation = u"show_job_resource"_s;
    kind.detailParameter = u"resource_name"_s;
    kind.actions = {
        create(u"upload_job_resources"_s, Texts::tr("Upload by address…"),
            {field(u"paths"_s, Texts::tr("OBS addresses, one a line"), true, FieldKind::Lines),
                choice(u"kind"_s, Texts::tr("Kind"), {u"jar"_s, u"pyFile"_s, u"file"_s, u"modelFile"_s}),
                field(u"group"_s, Texts::tr("Group"), true),
                field(u"is_async"_s, Texts::tr("In the background"), false, FieldKind::Toggle, u"false"_s)}),
        erase(u"delete_job_resource"_s, u"resource_name"_s, Texts::tr("Delete the package %1?"))};
    return kind;
}

KindCalls connections()
{
    KindCalls kind;
    kind.kind = {.id = u"connections"_s,
        .title = Texts::tr("Enhanced connections"),
        .columns = {Texts::tr("Name"), Texts::tr("State"), Texts::tr("VPC"), Texts::tr("Subnet"), Texts::tr("Queues"),
            Texts::tr("Created")},
        .emptyText = Texts::tr("This project has no enhanced connection.")};
    kind.listOperation = u"list_enhanced_connections"_s;
    kind.arrayName = u"connections"_s;
    kind.idMember = u"id"_s;
    kind.nameMember = u"name"_s;
    kind.stateMember = u"status"_s;
    kind.cellMembers = {
        u"name"_s, u"status"_s, u"dest_vpc_id"_s, u"dest_network_id"_s, u"available_queue_info"_s, u"create_time"_s};
    kind.detailOperation = u"show_enhanced_connection"_s;
    kind.detailParameter = u"connection_id"_s;
    const auto queueNames = [] { return field(u"queues"_s, Texts::tr("Queues, one a line"), true, FieldKind::Lines); };
    const QString id = u"connection_id"_s;
    ActionCall removeRoute = onItem(u"delete_route_from_enhanced_connection"_s, Texts::tr("Delete a route…"), id,
        {field(u"name"_s, Texts::tr("Name"), true)});
    removeRoute.parameters = {{u"name"_s, u"name"_s}};
    removeRoute.bodyOf = {};
    kind.actions = {create(u"create_enhanced_connection"_s, Texts::tr("Create a connection…"),
                        {field(u"name"_s, Texts::tr("Name"), true), field(u"dest_vpc_id"_s, Texts::tr("VPC id"), true),
                            field(u"dest_network_id"_s, Texts::tr("Subnet id"), true),
                            field(u"queues"_s, Texts::tr("Queues, one a line"), false, FieldKind::Lines),
                            field(u"routetable_id"_s, Texts::tr("Route table id"), false)}),
        onItem(u"associate_queue_to_enhanced_connection"_s, Texts::tr("Bind queues…"), id, {queueNames()}),
        onItem(u"disassociate_queue_from_enhanced_connection"_s, Texts::tr("Unbind queues…"), id, {queueNames()}),
        onItem(u"create_route_to_enhanced_connection"_s, Texts::tr("Add a route…"), id,
            {field(u"name"_s, Texts::tr("Name"), true), field(u"cidr"_s, Texts::tr("Address range (CIDR)"), true)}),
        removeRoute, erase(u"delete_enhanced_connection"_s, id, Texts::tr("Delete the connection %1?"))};
    return kind;
}

KindCalls pools()
{
    KindCalls kind;
    kind.kind = {.id = u"pools"_s,
        .title = Texts::tr("Elastic resource pools"),
        .columns = {Texts::tr("Name"), Texts::tr("State"), Texts::tr("Compute units"), Texts::tr("Least"),
            Texts::tr("Most"), Texts::tr("Queues")},
        .emptyText = Texts::tr("This project has no elastic resource pool.")};
    kind.listOperation = u"list_elastic_resource_pools"_s;
    kind.listParameters = {{u"limit"_s, u"100"_s}};
    kind.arrayName = u"elastic_resource_pools"_s;
    kind.idMember = u"elastic_resource_pool_name"_s;
    kind.nameMember = u"elastic_resource_pool_name"_s;
    kind.stateMember = u"status"_s;
    kind.cellMembers = {
        u"elastic_resource_pool_name"_s, u"status"_s, u"current_cu"_s, u"min_cu"_s, u"max_cu"_s, u"queues"_s};
    const QString id = u"elastic_resource_pool_name"_s;
    kind.actions = {create(u"create_elastic_resource_pool"_s, Texts::tr("Create a pool…"),
                        {field(id, Texts::tr("Name"), true),
                            field(u"min_cu"_s, Texts::tr("Least compute units"), true, FieldKind::Number, u"64"_s),
                            field(u"max_cu"_s, Texts::tr("Most compute units"), true, FieldKind::Number, u"64"_s),
                            field(u"cidr_in_vpc"_s, Texts::tr("Address range (CIDR)"), false),
                            field(u"description"_s, Texts::tr("Description"), false)}),
        onItem(u"associate_queue_to_elastic_resource_pool"_s, Texts::tr("Add a queue…"), id,
            {field(u"queue_name"_s, Texts::tr("Queue"), true)}),
        erase(u"delete_elastic_resource_pool"_s, id, Texts::tr("Delete the pool %1?"))};
    return kind;
}

KindCalls batches()
{
    KindCalls kind;
    kind.kind = {.id = u"batches"_s,
        .title = Texts::tr("Spark batches"),
        .columns = {Texts::tr("Name"), Texts::tr("State"), Texts::tr("Queue"), Texts::tr("Owner"),
            Texts::tr("Created")},
        .emptyText = Texts::tr("No Spark batch was created in this project.")};
    kind.listOperation = u"list_spark_jobs"_s;
    kind.listParameters = {{u"size"_s, u"100"_s}};
    kind.arrayName = u"sessions"_s;
    kind.idMember = u"id"_s;
    kind.nameMember = u"name"_s;
    kind.stateMember = u"state"_s;
    kind.cellMembers = {u"name"_s, u"state"_s, u"queue"_s, u"owner"_s, u"create_time"_s};
    kind.detailOperation = u"show_spark_job"_s;
    kind.detailParameter = u"batch_id"_s;
    ActionCall cancel = erase(u"cancel_spark_job"_s, u"batch_id"_s, Texts::tr("Cancel the batch %1?"));
    cancel.action.text = Texts::tr("Cancel");
    kind.actions = {create(u"create_spark_job"_s, Texts::tr("Create a batch…"),
                        {field(u"name"_s, Texts::tr("Name"), false), field(u"file"_s, Texts::tr("Program file"), true),
                            field(u"className"_s, Texts::tr("Main class"), true),
                            field(u"args"_s, Texts::tr("Arguments, one a line"), false, FieldKind::Lines),
                            field(u"queue"_s, Texts::tr("Queue"), true),
                            choice(u"sc_type"_s, Texts::tr("Size"), {u"A"_s, u"B"_s, u"C"_s}),
                            field(u"jars"_s, Texts::tr("Further jars, one a line"), false, FieldKind::Lines),
                            field(u"spark_version"_s, Texts::tr("Spark version"), false),
                            field(u"obs_bucket"_s, Texts::tr("OBS bucket"), false)}),
        cancel};
    return kind;
}

KindCalls databases()
{
    KindCalls kind;
    kind.kind = {.id = u"databases"_s,
        .title = Texts::tr("Databases"),
        .columns = {Texts::tr("Name"), Texts::tr("Tables"), Texts::tr("Owner"), Texts::tr("Description")},
        .isTree = true,
        .emptyText = Texts::tr("This project has no database that the login may see.")};
    kind.listOperation = u"list_databases"_s;
    kind.arrayName = u"databases"_s;
    kind.idMember = u"database_name"_s;
    kind.nameMember = u"database_name"_s;
    kind.cellMembers = {u"database_name"_s, u"table_number"_s, u"owner"_s, u"description"_s};
    ActionCall remove = onItem(u"delete_database"_s, Texts::tr("Delete…"), u"database_name"_s,
        {field(u"cascade"_s, Texts::tr("With all of its tables"), false, FieldKind::Toggle, u"false"_s),
            field(u"async"_s, Texts::tr("In the background"), false, FieldKind::Toggle, u"false"_s)});
    remove.parameters = {{u"cascade"_s, u"cascade"_s}, {u"async"_s, u"async"_s}};
    remove.bodyOf = {};
    remove.action.confirm = Texts::tr("Delete the database %1? What it holds cannot be brought back.");
    kind.actions = {create(u"create_database"_s, Texts::tr("Create a database…"),
                        {field(u"database_name"_s, Texts::tr("Name"), true),
                            field(u"description"_s, Texts::tr("Description"), false)}),
        remove};
    return kind;
}

KindCalls variables()
{
    KindCalls kind;
    kind.kind = {.id = u"variables"_s,
        .title = Texts::tr("Global variables"),
        .columns = {Texts::tr("Name"), Texts::tr("Value"), Texts::tr("Sensitive")},
        .emptyText = Texts::tr("This project has no global variable.")};
    kind.listOperation = u"list_global_variables"_s;
    kind.arrayName = u"global_vars"_s;
    kind.idMember = u"var_name"_s;
    kind.nameMember = u"var_name"_s;
    kind.cellMembers = {u"var_name"_s, u"var_value"_s, u"is_sensitive"_s};
    kind.actions = {create(u"create_global_variable"_s, Texts::tr("Create a variable…"),
                        {field(u"var_name"_s, Texts::tr("Name"), true), field(u"var_value"_s, Texts::tr("Value"), true),
                            field(u"is_sensitive"_s, Texts::tr("Sensitive"), false, FieldKind::Toggle, u"false"_s)}),
        onItem(u"update_global_variable"_s, Texts::tr("Change…"), u"var_name"_s,
            {field(u"var_value"_s, Texts::tr("Value"), true)}),
        erase(u"delete_global_variable"_s, u"var_name"_s, Texts::tr("Delete the variable %1?"))};
    return kind;
}

} // namespace

std::vector<KindCalls> inventoryTable()
{
    std::vector<KindCalls> table{queues(), databases(), packages(), connections(), batches(), pools(), variables()};
    for (KindCalls& kind : table) {
        for (const ActionCall& call : kind.actions) {
            kind.kind.actions.push_back(call.action);
        }
    }
    return table;
}

} // namespace millrace::dli
