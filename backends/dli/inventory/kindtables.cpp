// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/fields.h"
#include "backends/dli/inventory/parts.h"
#include "backends/dli/inventory/tablekind.h"
#include "backends/http/pause.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace millrace::dli {

using namespace Qt::StringLiterals;
using namespace fieldsof;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliInventory)
};

constexpr auto s_reachPoll = 1s;

/// An address is tried in the background: asks until the service knows.
QCoro::Task<Result<InventoryOutcome>> awaitReached(
    std::shared_ptr<DliClient> client, QString queue, QJsonObject started, CancellationToken token)
{
    const QString task = textOf(started.value("task_id"_L1));
    const CallValues values{{u"queue_name"_s, queue}, {u"task_id"_s, task}};
    while (!token.isCancelled()) {
        const Result<QJsonObject> answer = co_await callObject(client, u"show_connectivity_task"_s, values, {}, token);
        if (!answer) {
            co_return failure(answer.error());
        }
        const QString connectivity = answer->value("connectivity"_L1).toString();
        if (connectivity.compare("RUNNING"_L1, Qt::CaseInsensitive) != 0) {
            const bool reached = connectivity.compare("REACHABLE"_L1, Qt::CaseInsensitive) == 0
                || connectivity.compare("SUCCESS"_L1, Qt::CaseInsensitive) == 0;
            InventoryOutcome outcome;
            outcome.changed = false;
            outcome.message = reached ? Texts::tr("The queue %1 reaches the address.").arg(queue)
                                      : Texts::tr("The queue %1 does not reach the address: the service says %2.")
                                            .arg(queue, connectivity.isEmpty() ? u"—"_s : connectivity);
            co_return outcome;
        }
        co_await pauseFor(s_reachPoll, token);
    }
    co_return failure(Error::cancelled());
}

const QStringList s_queueRights{u"SUBMIT_JOB"_s, u"CANCEL_JOB"_s, u"DROP_QUEUE"_s, u"GRANT_PRIVILEGE"_s,
    u"REVOKE_PRIVILEGE"_s, u"SHOW_PRIVILEGES"_s, u"RESTART"_s, u"SCALE_QUEUE"_s};

std::vector<ActionCall> queueActions()
{
    const QString id = u"queue_name"_s;
    ActionCall make = createCall(u"create_queue"_s, Texts::tr("Create a queue…"),
        {text(id, Texts::tr("Name"), true),
            withHelp(choice(u"queue_type"_s, Texts::tr("Kind"), {u"general"_s, u"sql"_s}),
                Texts::tr("general runs Flink and Spark jobs, sql runs SQL jobs.")),
            number(u"cu_count"_s, Texts::tr("Compute units"), 16, 100'000, u"16"_s),
            withHelp(text(u"elastic_resource_pool_name"_s, Texts::tr("Elastic resource pool")),
                Texts::tr("Empty: the queue has compute units of its own.")),
            choice(u"engine"_s, Texts::tr("Engine"), {QString(), u"spark"_s, u"hetuEngine"_s}),
            text(u"description"_s, Texts::tr("Description"))});
    make.done = Texts::tr("The queue %1 is created. Its first job may wait up to 15 minutes.");
    ActionCall act = itemCall(u"run_queue_action"_s, Texts::tr("Restart or scale…"), id,
        {choice(u"action"_s, Texts::tr("Action"), {u"restart"_s, u"scale_out"_s, u"scale_in"_s}),
            number(u"cu_count"_s, Texts::tr("Compute units"), 16, 100'000),
            toggle(u"force"_s, Texts::tr("End the jobs that run on it"))});
    act.action.form.fields[1].shownWhen = FormField::Condition{u"action"_s, {u"scale_out"_s, u"scale_in"_s}};
    act.action.form.fields[1].required = true;
    act.action.form.fields[2].shownWhen = FormField::Condition{u"action"_s, {u"restart"_s}};
    const FormDescription form = act.action.form;
    act.bodyOf = [form](const FormValues& values, const QString&) { return bodyOf(form, values); };
    act.done = Texts::tr("The service takes care of the queue %1: it may not take jobs for some minutes.");
    ActionCall reach = itemCall(u"create_connectivity_task"_s, Texts::tr("Test an address…"), id,
        {checked(text(u"address"_s, Texts::tr("Address and port"), true), checks::hostAndPort)});
    reach.action.changes = false;
    reach.follow = awaitReached;
    ActionCall rights = itemCall(u"register_authorized_queue"_s, Texts::tr("Rights…"), id,
        {text(u"user_name"_s, Texts::tr("IAM user"), true),
            withHelp(choice(u"action"_s, Texts::tr("Action"), {u"grant"_s, u"revoke"_s, u"update"_s}),
                Texts::tr("update takes all rights away and gives those named here.")),
            withHelp(lines(u"privileges"_s, Texts::tr("Rights")), s_queueRights.join(", "_L1))});
    rights.bodyOf = [](const FormValues& values, const QString& queue) {
        return QJsonObject{{u"queue_name"_s, queue}, {u"user_name"_s, values.value(u"user_name"_s).trimmed()},
            {u"action"_s, values.value(u"action"_s)}, {u"privileges"_s, listOf(values.value(u"privileges"_s))}};
    };
    rights.idParameter.clear(); // the body names the queue
    rights.done = Texts::tr("The rights on the queue %1 are changed.");
    return {make, act, reach, rights,
        eraseCall(u"delete_queue"_s, id, Texts::tr("Delete the queue %1? Jobs that run or wait on it end."))};
}

KindCalls queueTable()
{
    KindCalls kind;
    kind.kind = {.id = u"queues"_s,
        .title = Texts::tr("Queues"),
        .icon = u"view-list-details"_s,
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
    kind.detailCalls = {
        {Texts::tr("Rights"), u"list_queue_users"_s, u"queue_name"_s, [](const QJsonObject& answer) {
             return InventoryPart{Texts::tr("Rights"),
                 tableOfList(answer.value("privileges"_L1).toArray(), {u"user_name"_s, u"is_admin"_s, u"privileges"_s}),
                 {}};
         }}};
    kind.actions = queueActions();
    return kind;
}

KindCalls poolTable()
{
    KindCalls kind;
    kind.kind = {.id = u"pools"_s,
        .title = Texts::tr("Elastic resource pools"),
        .icon = u"network-server"_s,
        .columns = {Texts::tr("Name"), Texts::tr("State"), Texts::tr("Compute units"), Texts::tr("Least"),
            Texts::tr("Most"), Texts::tr("Queues")},
        .emptyText = Texts::tr("This project has no elastic resource pool.")};
    kind.listOperation = u"list_elastic_resource_pools"_s;
    kind.listParameters = {{u"limit"_s, u"100"_s}};
    kind.arrayName = u"elastic_resource_pools"_s;
    const QString id = u"elastic_resource_pool_name"_s;
    kind.idMember = id;
    kind.nameMember = id;
    kind.stateMember = u"status"_s;
    kind.cellMembers = {id, u"status"_s, u"current_cu"_s, u"min_cu"_s, u"max_cu"_s, u"queues"_s};
    kind.detailCalls = {
        {Texts::tr("Queues"), u"list_elastic_resource_pool_queues"_s, id, [](const QJsonObject& answer) {
             return InventoryPart{Texts::tr("Queues"),
                 tableOfList(answer.value("queues"_L1).toArray(),
                     {u"queue_name"_s, u"queue_type"_s, u"engine"_s, u"owner"_s, u"create_time"_s}),
                 {}};
         }}};
    const auto least = [] { return number(u"min_cu"_s, Texts::tr("Least compute units"), 16, 100'000, u"64"_s); };
    const auto most = [] { return number(u"max_cu"_s, Texts::tr("Most compute units"), 16, 100'000, u"64"_s); };
    const auto range = [] { return checked(text(u"cidr_in_vpc"_s, Texts::tr("Address range (CIDR)")), checkCidr); };
    ActionCall make = createCall(u"create_elastic_resource_pool"_s, Texts::tr("Create a pool…"),
        {text(id, Texts::tr("Name"), true), least(), most(), range(),
            text(u"description"_s, Texts::tr("Description"))});
    make.done = Texts::tr("The pool %1 is created.");
    ActionCall change = itemCall(u"update_elastic_resource_pool"_s, Texts::tr("Change…"), id,
        {least(), most(), text(u"description"_s, Texts::tr("Description"))});
    change.done = Texts::tr("The pool %1 is changed.");
    ActionCall add = itemCall(u"associate_queue_to_elastic_resource_pool"_s, Texts::tr("Add a queue…"), id,
        {text(u"queue_name"_s, Texts::tr("Queue"), true)});
    add.done = Texts::tr("The queue is in the pool %1.");
    kind.actions = {make, change, add,
        eraseCall(u"delete_elastic_resource_pool"_s, id, Texts::tr("Delete the pool %1? Its queues go with it."))};
    return kind;
}

KindCalls variableTable()
{
    KindCalls kind;
    kind.kind = {.id = u"variables"_s,
        .title = Texts::tr("Global variables"),
        .icon = u"code-typedef"_s,
        .columns = {Texts::tr("Name"), Texts::tr("Value"), Texts::tr("Sensitive"), Texts::tr("User")},
        .emptyText = Texts::tr("This project has no global variable.")};
    kind.listOperation = u"list_global_variables"_s;
    kind.listParameters = {{u"limit"_s, u"1000"_s}};
    kind.arrayName = u"global_vars"_s;
    kind.idMember = u"var_name"_s;
    kind.nameMember = u"var_name"_s;
    kind.cellMembers = {u"var_name"_s, u"var_value"_s, u"is_sensitive"_s, u"user_name"_s};
    ActionCall make = createCall(u"create_global_variable"_s, Texts::tr("Create a variable…"),
        {text(u"var_name"_s, Texts::tr("Name"), true), text(u"var_value"_s, Texts::tr("Value"), true),
            toggle(u"is_sensitive"_s, Texts::tr("Sensitive: the service shows its value to nobody"))});
    make.done = Texts::tr("The variable %1 is created.");
    ActionCall change = itemCall(u"update_global_variable"_s, Texts::tr("Change…"), u"var_name"_s,
        {text(u"var_value"_s, Texts::tr("Value"), true)});
    change.done = Texts::tr("The variable %1 is changed.");
    kind.actions = {make, change,
        eraseCall(u"delete_global_variable"_s, u"var_name"_s,
            Texts::tr("Delete the variable %1? Statements that use it fail from then on."))};
    return kind;
}

KindCalls catalogTable()
{
    KindCalls kind;
    kind.kind = {.id = u"catalogs"_s,
        .title = Texts::tr("Catalogs"),
        .icon = u"view-list-tree"_s,
        .columns = {Texts::tr("Name"), Texts::tr("State"), Texts::tr("Description"), Texts::tr("Created")},
        .emptyText = Texts::tr("This project has no catalog of its own.")};
    kind.listOperation = u"list_catalogs"_s;
    kind.arrayName = u"catalogs"_s;
    kind.idMember = u"name"_s;
    kind.nameMember = u"name"_s;
    kind.stateMember = u"status"_s;
    kind.cellMembers = {u"name"_s, u"status"_s, u"description"_s, u"create_time"_s};
    kind.detailOperation = u"show_catalog"_s;
    kind.detailParameter = u"catalog_name"_s;
    return kind;
}

} // namespace

std::vector<KindCalls> inventoryTable()
{
    return {queueTable(), poolTable(), variableTable(), catalogTable()};
}

} // namespace millrace::dli
