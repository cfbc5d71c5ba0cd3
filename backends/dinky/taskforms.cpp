// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with folders and tasks, and what is asked for it.
#include "backends/dinky/dinkycontrol.h"
#include "backends/dinky/dinkyrun.h"
#include "backends/dinky/readoffers.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyTaskForms)
};

FormField field(const QString& id, const QString& label, FieldKind kind = FieldKind::Text)
{
    FormField made{.id = id, .label = label, .kind = kind, .required = true};
    made.section = Texts::tr("Values");
    return made;
}

InventoryAction action(
    const QString& id, const QString& text, const char* icon = "", std::vector<FormField> fields = {})
{
    InventoryAction made{.id = id, .text = text, .icon = QString::fromLatin1(icon)};
    made.form.fields = std::move(fields);
    return made;
}

InventoryAction asking(const QString& id, const QString& text, const char* icon = "")
{
    InventoryAction made = action(id, text, icon);
    made.asks = true;
    return made;
}

InventoryAction confirmed(InventoryAction action, const QString& question)
{
    action.confirm = question;
    return action;
}

InventoryAction harmless(InventoryAction action)
{
    action.changes = false;
    return action;
}

InventoryAction forMany(InventoryAction action)
{
    action.many = true;
    return action;
}

FormField choice(const QString& id, const QString& label, Offers::Options options)
{
    FormField made = field(id, label, FieldKind::Choice);
    made.options = std::move(options);
    made.defaultValue = made.options.empty() ? QString() : made.options.front().id;
    return made;
}

QCoro::Task<FormField> savepointField(std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token)
{
    FormField made = field(u"savepoint"_s, Texts::tr("Start from"));
    made.required = false;
    made.placeholder = Texts::tr("afresh");
    made.help = Texts::tr("A savepoint's path; empty: without one.");
    DinkySavepoints savepoints(client);
    const Result<std::vector<SavepointInfo>> known = co_await savepoints.savepoints(taskId, token);
    for (const SavepointInfo& each : known ? *known : std::vector<SavepointInfo>()) {
        made.options.push_back({each.location, each.location});
    }
    co_return made;
}

QCoro::Task<Result<FormDescription>> submitTaskForm(
    std::shared_ptr<DinkyClient> client, QString taskId, CancellationToken token)
{
    FormDescription form;
    FormField savepoint = co_await savepointField(client, taskId, token);
    form.fields.push_back(std::move(savepoint));
    if (!client->isOld()) {
        FormField variables = field(QString(runfields::variables), Texts::tr("Variables"), FieldKind::Lines);
        variables.required = false;
        variables.placeholder = u"day = 2026-11-23"_s;
        variables.help = Texts::tr("name = value, one a line; used as ${name} in the statement.");
        form.fields.push_back(variables);
    }
    const Result<json::Instance> last = co_await instanceOfJob(client, taskId, token);
    if (last && !isFinal(last->summary.state) && last->summary.state != JobState::Unknown) {
        FormField again = field(u"again"_s, Texts::tr("It runs already"), FieldKind::Toggle);
        again.required = false;
        again.defaultValue = u"false"_s;
        again.caption = Texts::tr("Submit it a second time");
        again.help = Texts::tr("Dinky would start it beside the job %1 without a word.").arg(last->jid.left(8));
        again.check = [](const QString& value, const FormValues&) -> std::optional<QString> {
            return value == "true"_L1 ? std::nullopt
                                      : std::optional(Texts::tr("It runs: cancel it first, or say that it is to run "
                                                                "twice."));
        };
        form.fields.push_back(again);
    }
    co_return form;
}

FormDescription savepointForm()
{
    FormField type = field(u"type"_s, Texts::tr("Afterwards"), FieldKind::Segments);
    type.defaultValue = u"trigger"_s;
    type.options = {{u"trigger"_s, Texts::tr("The job goes on")}, {u"stop"_s, Texts::tr("It is stopped")},
        {u"cancel"_s, Texts::tr("It is cancelled")}};
    type.help = Texts::tr("Stopping lets the sources end orderly; cancelling does not wait for them.");
    return {.title = {}, .fields = {type}};
}

FormDescription cancelForm()
{
    FormField how = field(u"savepoint"_s, Texts::tr("Savepoint"), FieldKind::Segments);
    how.defaultValue = u"false"_s;
    how.options = {{u"false"_s, Texts::tr("Without")}, {u"true"_s, Texts::tr("Take one first")}};
    return {.title = {}, .fields = {how}};
}

Offers::Options versionOptions(const std::vector<TaskVersion>& versions, bool byRow)
{
    Offers::Options options;
    for (const TaskVersion& version : versions) {
        options.push_back(
            {byRow ? version.rowId : version.id, Texts::tr("Version %1, %2").arg(version.id, version.madeAt)});
    }
    return options;
}

QCoro::Task<Result<FormDescription>> versionForm(
    std::shared_ptr<DinkyClient> client, QString action, QString taskId, CancellationToken token)
{
    const Result<std::vector<TaskVersion>> versions = co_await readVersions(client, taskId, token);
    if (!versions) {
        co_return failure(versions.error());
    }
    if (versions->empty()) {
        co_return failure(ErrorKind::Usage,
            Texts::tr("There is no version of the task %1 yet: Dinky makes one when a task is published.").arg(taskId));
    }
    const Offers::Options options = versionOptions(*versions, action == "deleteVersion"_L1);
    FormDescription form;
    form.fields.push_back(choice(u"version"_s, Texts::tr("Version"), options));
    if (action == "compare"_L1) {
        Offers::Options others{{QString(), Texts::tr("As it stands now")}};
        others.insert(others.end(), options.begin(), options.end());
        FormField other = choice(u"other"_s, Texts::tr("With"), std::move(others));
        other.required = false;
        form.fields.push_back(other);
    }
    co_return form;
}

} // namespace

InventoryKind taskKind()
{
    InventoryKind kind{.id = u"tasks"_s, .title = Texts::tr("Tasks")};
    kind.columns = {
        Texts::tr("Name"), Texts::tr("Dialect"), Texts::tr("Task"), Texts::tr("Life"), Texts::tr("Last job")};
    kind.isTree = true;
    kind.emptyText = Texts::tr("There is no task yet: make a folder first.");
    const FormField name = field(u"name"_s, Texts::tr("Name"));
    FormField statement = field(u"statement"_s, Texts::tr("Statement"), FieldKind::Lines);
    statement.required = false;
    statement.help = Texts::tr("May stay empty: it is written in the editor.");
    InventoryAction top = action(u"newTopFolder"_s, Texts::tr("New folder…"), "folder", {name});
    top.onItems = false;
    kind.actions = {harmless(action(u"open"_s, Texts::tr("Open"), "document-open")),
        asking(u"submit"_s, Texts::tr("Submit…"), "media-playback-start"),
        action(u"newTask"_s, Texts::tr("New task…"), "document-new", {name, statement}), top,
        action(u"newFolder"_s, Texts::tr("New folder inside…"), "folder", {name}),
        asking(u"restart"_s, Texts::tr("Restart…"), "view-refresh"),
        asking(u"savepoint"_s, Texts::tr("Savepoint…"), "bookmark-new"),
        confirmed(
            asking(u"cancel"_s, Texts::tr("End the job…"), "media-playback-stop"), Texts::tr("End the job of %1?")),
        forMany(action(u"publish"_s, Texts::tr("Publish"), "object-locked")),
        forMany(action(u"unpublish"_s, Texts::tr("Unpublish"), "object-unlocked")),
        harmless(asking(u"compare"_s, Texts::tr("Compare versions…"), "view-split-left-right")),
        confirmed(asking(u"rollback"_s, Texts::tr("Roll back…"), "view-history"),
            Texts::tr("Replace the statement of %1? What stands there now is lost, unless it was published.")),
        confirmed(asking(u"deleteVersion"_s, Texts::tr("Delete a version…")),
            Texts::tr("Delete a version of %1? It cannot be brought back.")),
        harmless(action(u"lineage"_s, Texts::tr("Lineage"), "vcs-branch")),
        harmless(action(u"exportSql"_s, Texts::tr("Export SQL"), "document-export")),
        asking(u"rename"_s, Texts::tr("Rename…")), asking(u"move"_s, Texts::tr("Move…")),
        action(u"copy"_s, Texts::tr("Copy"), "edit-copy"),
        forMany(confirmed(action(u"delete"_s, Texts::tr("Delete"), "edit-delete"),
            Texts::tr("Delete %1 from the server? It cannot be brought back.")))};
    return kind;
}

QCoro::Task<Result<FormDescription>> taskForm(
    std::shared_ptr<DinkyClient> client, QString action, QString itemId, CancellationToken token)
{
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    const QString taskId = itemId.section(u'/', 1);
    if (action == "submit"_L1) {
        co_return co_await submitTaskForm(client, taskId, token);
    }
    if (action == "compare"_L1 || action == "rollback"_L1 || action == "deleteVersion"_L1) {
        co_return co_await versionForm(client, action, taskId, token);
    }
    FormDescription form;
    if (action == "restart"_L1) {
        FormField savepoint = co_await savepointField(client, taskId, token);
        savepoint.placeholder = Texts::tr("the state that the job has when it is ended");
        form.fields.push_back(std::move(savepoint));
        co_return form;
    }
    if (action == "savepoint"_L1 || action == "cancel"_L1) {
        co_return action == "cancel"_L1 ? cancelForm() : savepointForm();
    }
    const Result<std::vector<CatalogueNode>> nodes = co_await readCatalogue(client, token);
    if (!nodes) {
        co_return failure(nodes.error());
    }
    const auto node = std::ranges::find(*nodes, itemId.section(u'/', 0, 0), &CatalogueNode::id);
    if (action == "move"_L1) {
        FormField folder = choice(u"folder"_s, Texts::tr("To the folder"), folderOptions(*nodes));
        folder.defaultValue = node == nodes->end() ? QString() : node->parentId;
        form.fields.push_back(folder);
    } else {
        FormField name = field(u"name"_s, Texts::tr("Name"));
        name.defaultValue = node == nodes->end() ? QString() : node->name;
        form.fields.push_back(name);
    }
    co_return form;
}

} // namespace millrace::dinky
