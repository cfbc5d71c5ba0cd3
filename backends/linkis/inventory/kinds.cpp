// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/inventory/kinds.h"

#include <QCoreApplication>

namespace millrace::linkis::kinds {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisInventory)
};

InventoryAction action(QLatin1StringView id, const QString& text, const QString& icon, std::vector<FormField> fields)
{
    InventoryAction made{.id = id, .text = text, .icon = icon};
    if (!fields.empty()) {
        made.form = {.title = QString(text).remove(u'…'), .fields = std::move(fields)};
    }
    return made;
}

std::vector<FormField> searchFields()
{
    std::vector<FormField> fields{
        field(u"from"_s, Texts::tr("From"), FieldKind::Text, Texts::tr("A day, as 2026-03-17.")),
        field(u"until"_s, Texts::tr("Until"), FieldKind::Text, Texts::tr("The last day; empty: today.")),
        field(u"status"_s, Texts::tr("Status"), FieldKind::Choice), field(u"engine"_s, Texts::tr("Engine type")),
        field(u"creator"_s, Texts::tr("Creator")), field(u"taskID"_s, Texts::tr("Task id"), FieldKind::Number),
        field(u"user"_s, Texts::tr("Of all users"), FieldKind::Toggle)};
    fields[0].placeholder = u"2026-03-17"_s;
    fields[1].placeholder = u"2026-03-18"_s;
    fields[2].options = {{QString(), Texts::tr("Any")}, {u"Inited,WaitForRetry,Scheduled"_s, Texts::tr("Waiting")},
        {u"Running"_s, Texts::tr("Running")}, {u"Succeed"_s, Texts::tr("Finished")},
        {u"Failed,Timeout"_s, Texts::tr("Failed")}, {u"Cancelled"_s, Texts::tr("Cancelled")}};
    fields[3].placeholder = u"spark"_s;
    fields[4].placeholder = u"IDE"_s;
    fields[6].caption = Texts::tr("For administrators of the history");
    for (FormField& each : fields) {
        each.required = false;
    }
    return fields;
}

std::vector<FormField> exportFields(bool asTable)
{
    std::vector<FormField> fields;
    if (asTable) {
        fields.push_back(field(u"type"_s, Texts::tr("Format"), FieldKind::Segments));
        fields.back().options = {{u"csv"_s, u"CSV"_s}, {u"xlsx"_s, u"Excel"_s}};
        fields.back().defaultValue = u"csv"_s;
        fields.push_back(field(u"separator"_s, Texts::tr("Separator"), FieldKind::Choice));
        fields.back().options = {
            {u","_s, Texts::tr("Comma")}, {u";"_s, Texts::tr("Semicolon")}, {u"t"_s, Texts::tr("Tab")}};
        fields.back().defaultValue = u","_s;
        fields.back().shownWhen = FormField::Condition{u"type"_s, {u"csv"_s}};
    }
    fields.push_back(field(u"null"_s, Texts::tr("NULL as"), FieldKind::Text,
        Texts::tr("The server writes empty texts the same way. Empty: nothing is written.")));
    fields.back().defaultValue = u"NULL"_s;
    fields.back().required = false;
    fields.push_back(field(
        u"limit"_s, Texts::tr("Rows"), FieldKind::Number, Texts::tr("0: as many as the server gives, mostly 5,000.")));
    fields.back().defaultValue = u"0"_s;
    fields.push_back(field(u"file"_s, Texts::tr("File"), FieldKind::Text,
        Texts::tr("On this computer: a path, or a name in the home folder.")));
    fields.back().defaultValue = asTable ? u"result.csv"_s : u"results.xlsx"_s;
    return fields;
}

InventoryKind tasks()
{
    InventoryKind kind{.id = ids::tasks, .title = Texts::tr("Tasks and results"), .icon = u"view-history"_s};
    kind.columns = {Texts::tr("Code"), Texts::tr("Task"), Texts::tr("State"), Texts::tr("Engine"), Texts::tr("Creator"),
        Texts::tr("Submitted")};
    kind.isTree = true;
    kind.emptyText = Texts::tr("The history has no task of this user.");
    InventoryAction search = action(actions::search, Texts::tr("Search the history…"), u"search"_s, searchFields());
    search.onItems = false;
    search.changes = false;
    InventoryAction code = action(actions::openCode, Texts::tr("Open the code"), u"document-open"_s, {});
    code.changes = false;
    InventoryAction kill = action(actions::kill, Texts::tr("Kill"), u"media-playback-stop"_s, {});
    kill.confirm = Texts::tr("Kill the task %1?");
    kill.many = true;
    InventoryAction set =
        action(actions::exportSet, Texts::tr("Export through the server…"), u"document-export"_s, exportFields(true));
    set.changes = false;
    InventoryAction sets =
        action(actions::exportAll, Texts::tr("All tables as Excel…"), u"document-export"_s, exportFields(false));
    sets.changes = false;
    kind.actions = {search, code, kill, set, sets};
    return kind;
}

InventoryKind files()
{
    InventoryKind kind{.id = ids::files, .title = Texts::tr("Files"), .icon = u"folder-open"_s};
    kind.columns = {Texts::tr("Name"), Texts::tr("Size"), Texts::tr("Changed")};
    kind.isTree = true;
    kind.emptyText = Texts::tr("This folder holds nothing that the login may see.");
    InventoryAction open = action(actions::openFile, Texts::tr("Open in the editor"), u"document-open"_s, {});
    open.changes = false;
    InventoryAction save = action(
        actions::saveFile, Texts::tr("Replace the text…"), {}, {field(u"text"_s, Texts::tr("Text"), FieldKind::Lines)});
    InventoryAction download = action(actions::downloadFile, Texts::tr("Download…"), {},
        {field(u"file"_s, Texts::tr("File"), FieldKind::Text, Texts::tr("On this computer."))});
    download.changes = false;
    InventoryAction remove = action(actions::deleteFile, Texts::tr("Delete"), u"edit-delete"_s, {});
    remove.confirm = Texts::tr("Delete %1 from the server? It cannot be brought back.");
    remove.many = true;
    kind.actions = {open,
        action(actions::newFolder, Texts::tr("New folder…"), {}, {field(u"name"_s, Texts::tr("Name"))}),
        action(actions::newFile, Texts::tr("New file…"), {}, {field(u"name"_s, Texts::tr("Name"))}), save,
        action(actions::renameFile, Texts::tr("Rename…"), {}, {field(u"name"_s, Texts::tr("New name"))}), download,
        remove};
    return kind;
}

InventoryKind engines()
{
    InventoryKind kind{.id = ids::engines, .title = Texts::tr("Engines"), .icon = u"network-server"_s};
    kind.columns = {Texts::tr("Instance"), Texts::tr("Kind"), Texts::tr("State"), Texts::tr("Creator"),
        Texts::tr("Memory"), Texts::tr("Cores")};
    kind.emptyText = Texts::tr("No engine of this user is running.");
    InventoryAction kill = action(actions::killEngine, Texts::tr("Kill"), u"media-playback-stop"_s, {});
    kill.confirm = Texts::tr("Kill the engine %1? Its tasks end with it.");
    kill.many = true;
    kind.actions = {kill};
    return kind;
}

InventoryKind resources()
{
    InventoryKind kind{.id = ids::resources, .title = Texts::tr("Resources"), .icon = u"office-chart-line"_s};
    kind.columns = {Texts::tr("Creator"), Texts::tr("Engine"), Texts::tr("Used")};
    kind.emptyText = Texts::tr("No engine uses resources now.");
    return kind;
}

InventoryKind sources()
{
    InventoryKind kind{.id = ids::sources, .title = Texts::tr("Data sources"), .icon = u"server-database"_s};
    kind.columns = {Texts::tr("Name"), Texts::tr("Kind"), Texts::tr("Owner"), Texts::tr("Version"), Texts::tr("State")};
    kind.emptyText = Texts::tr("No data source is registered.");
    InventoryAction attempt = action(actions::trySource, Texts::tr("Test"), {}, {});
    attempt.changes = false;
    InventoryAction expire = action(actions::expireSource, Texts::tr("Expire"), {}, {});
    expire.confirm = Texts::tr("Expire the data source %1? Tasks cannot use it any more.");
    kind.actions = {attempt, expire};
    return kind;
}

InventoryKind variables()
{
    InventoryKind kind{.id = ids::variables, .title = Texts::tr("Global variables"), .icon = u"code-context"_s};
    kind.columns = {Texts::tr("Name"), Texts::tr("Value")};
    kind.emptyText = Texts::tr("There is no global variable. Set one: ${name} in code stands for its value.");
    InventoryAction set = action(actions::setVariable, Texts::tr("Set a variable…"), u"list-add"_s,
        {field(u"key"_s, Texts::tr("Name")), field(u"value"_s, Texts::tr("Value"))});
    set.onItems = false;
    InventoryAction remove = action(actions::removeVariable, Texts::tr("Delete"), u"edit-delete"_s, {});
    remove.confirm = Texts::tr("Delete the variable %1?");
    remove.many = true;
    kind.actions = {set, remove};
    return kind;
}

InventoryKind configuration()
{
    InventoryKind kind{.id = ids::configuration, .title = Texts::tr("Configuration"), .icon = u"configure"_s};
    kind.columns = {Texts::tr("Creator"), Texts::tr("Engine")};
    kind.emptyText = Texts::tr("The server lists no creators.");
    InventoryAction set = action(actions::setSetting, Texts::tr("Set a value…"), {},
        {field(u"key"_s, Texts::tr("Name"), FieldKind::Choice), field(u"value"_s, Texts::tr("Value"))});
    set.asks = true; // the names are those of the engine
    set.form.fields[1].required = false;
    set.form.fields[1].help = Texts::tr("Empty: the server's own.");
    kind.actions = {set};
    return kind;
}

InventoryKind services()
{
    InventoryKind kind{.id = ids::services, .title = Texts::tr("Services"), .icon = u"network-connect"_s};
    kind.columns = {Texts::tr("Service"), Texts::tr("Instance"), Texts::tr("Since")};
    kind.emptyText = Texts::tr("The server names no service.");
    return kind;
}

InventoryKind account()
{
    InventoryKind kind{.id = ids::account, .title = Texts::tr("Login"), .icon = u"key"_s};
    kind.columns = {Texts::tr("User"), Texts::tr("Works as"), Texts::tr("Logged in until")};
    kind.emptyText = Texts::tr("Nobody is logged in.");
    InventoryAction again = action(actions::logInAgain, Texts::tr("Log in again"), {}, {});
    again.changes = false;
    kind.actions = {again};
    return kind;
}

} // namespace

FormField field(const QString& id, const QString& label, FieldKind kind, const QString& help)
{
    FormField made{.id = id, .label = label, .kind = kind, .help = help, .required = true};
    made.section = Texts::tr("Values");
    return made;
}

std::vector<InventoryKind> all()
{
    return {tasks(), files(), engines(), resources(), sources(), variables(), configuration(), services(), account()};
}

} // namespace millrace::linkis::kinds
