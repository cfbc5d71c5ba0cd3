// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/inventory/databaseskind.h"

#include "backends/dli/inventory/fields.h"
#include "backends/dli/inventory/parts.h"
#include "backends/dli/inventory/tablecalls.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace millrace::dli {

using namespace Qt::StringLiterals;
using namespace fieldsof;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliInventory)
};

const QStringList s_tableActions{u"preview_table"_s, u"export_table"_s, u"import_table"_s, u"delete_table"_s};

FormField background()
{
    return toggle(u"async"_s, Texts::tr("In the background: the service answers before it is done"));
}

InventoryAction deleteDatabase()
{
    InventoryAction action{
        .id = u"delete_database"_s, .text = Texts::tr("Delete the database…"), .icon = u"edit-delete"_s};
    action.confirm = Texts::tr("Delete the database %1? With its tables, all of their data goes, too; without them the "
                               "service refuses while there is one. Nothing of it can be brought back.");
    action.form = {
        .title = {}, .fields = {toggle(u"cascade"_s, Texts::tr("With all of its tables and views")), background()}};
    action.asks = true;
    return action;
}

InventoryAction deleteTable()
{
    InventoryAction action{.id = u"delete_table"_s, .text = Texts::tr("Delete the table…"), .icon = u"edit-delete"_s};
    action.confirm =
        Texts::tr("Delete %1? The data of a table in DLI goes with it and cannot be brought back; files of "
                  "a table in OBS stay.");
    action.form = {.title = {}, .fields = {background()}};
    action.many = true;
    return action;
}

InventoryAction preview()
{
    FormField mode = choice(u"mode"_s, Texts::tr("Read"), {u"SYNC"_s, u"ASYNC"_s});
    mode.kind = FieldKind::Segments;
    mode.options = {{u"SYNC"_s, Texts::tr("At once")}, {u"ASYNC"_s, Texts::tr("As a job")}};
    mode.help = Texts::tr("As a job: for tables that take longer than the service waits.");
    InventoryAction action{.id = u"preview_table"_s, .text = Texts::tr("Preview…"), .icon = u"view-preview"_s};
    action.form = {.title = {}, .fields = {mode}};
    action.changes = false;
    return action;
}

InventoryAction exportTable()
{
    InventoryAction action{.id = u"export_table"_s, .text = Texts::tr("Export…"), .icon = u"document-export"_s};
    action.form = {.title = {},
        .fields = {withHelp(checked(text(u"data_path"_s, Texts::tr("Folder in OBS"), true), checkObsPaths),
                       Texts::tr("A folder that does not exist yet.")),
            choice(u"data_type"_s, Texts::tr("Format"), {u"csv"_s, u"json"_s}),
            choice(u"compress"_s, Texts::tr("Compression"), {u"none"_s, u"gzip"_s, u"bzip2"_s, u"deflate"_s}),
            choice(u"export_mode"_s, Texts::tr("If the folder exists"), {u"ErrorIfExists"_s, u"Overwrite"_s}),
            toggle(u"with_column_header"_s, Texts::tr("Names of the columns in the first line")),
            text(u"queue_name"_s, Texts::tr("Queue"))}};
    return action;
}

InventoryAction importTable()
{
    InventoryAction action{.id = u"import_table"_s, .text = Texts::tr("Import…")};
    action.form = {.title = {},
        .fields = {checked(text(u"data_path"_s, Texts::tr("Folder or file in OBS"), true), checkObsPaths),
            choice(u"data_type"_s, Texts::tr("Format"), {u"csv"_s, u"json"_s, u"parquet"_s, u"orc"_s, u"avro"_s}),
            toggle(u"overwrite"_s, Texts::tr("In place of what the table holds")),
            toggle(u"with_column_header"_s, Texts::tr("Names of the columns in the first line")),
            text(u"queue_name"_s, Texts::tr("Queue"))}};
    return action;
}

InventoryAction createDatabase()
{
    InventoryAction action{.id = u"create_database"_s, .text = Texts::tr("Create a database…"), .icon = u"list-add"_s};
    action.form = {.title = {},
        .fields = {
            text(u"database_name"_s, Texts::tr("Name"), true), text(u"description"_s, Texts::tr("Description"))}};
    action.onItems = false;
    return action;
}

QString bytesText(const QJsonValue& size)
{
    return numberOf(size) > 0 ? textOf(size) : QString();
}

InventoryItem tableItem(const QString& database, const QJsonObject& table)
{
    InventoryItem item;
    item.name = table.value("table_name"_L1).toString();
    item.id = tableId(database, item.name);
    item.cells = {item.name, table.value("table_type"_L1).toString(), table.value("owner"_L1).toString(),
        bytesText(table.value("table_size"_L1)), table.value("location"_L1).toString()};
    item.actions = s_tableActions;
    return item;
}

/// The service has no call for one of them.
QCoro::Task<Result<QJsonObject>> databaseNamed(std::shared_ptr<DliClient> client, QString name, CancellationToken token)
{
    const CallValues keyword{{u"keyword"_s, name}};
    const Result<QJsonObject> answer = co_await callObject(client, u"list_databases"_s, keyword, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    for (const QJsonValue& value : answer->value("databases"_L1).toArray()) {
        if (value.toObject().value("database_name"_L1).toString() == name) {
            co_return value.toObject();
        }
    }
    Error gone{.kind = ErrorKind::Http, .message = Texts::tr("The database %1 is gone.").arg(name), .httpStatus = 404};
    co_return failure(gone);
}

} // namespace

DatabasesKind::DatabasesKind(std::shared_ptr<DliClient> client) : m_client(std::move(client))
{
    m_kind = {.id = u"databases"_s,
        .title = Texts::tr("Databases"),
        .icon = u"server-database"_s,
        .columns = {Texts::tr("Name"), Texts::tr("Kind"), Texts::tr("Owner"), Texts::tr("Bytes"),
            Texts::tr("Description or place")},
        .isTree = true,
        .emptyText = Texts::tr("This project has no database that the login may see.")};
    m_kind.actions = {createDatabase(), preview(), exportTable(), importTable(), deleteTable(), deleteDatabase()};
}

QCoro::Task<Result<Items>> DatabasesKind::items(QString parent, CancellationToken token)
{
    if (!parent.isEmpty()) {
        const auto tables = co_await tablesOf(m_client, parent, true, token);
        if (!tables) {
            co_return failure(tables.error());
        }
        Items items;
        for (const QJsonObject& table : *tables) {
            items.push_back(tableItem(parent, table));
        }
        co_return items;
    }
    const Result<QJsonObject> answer = co_await callObject(m_client, u"list_databases"_s, {}, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    Items items;
    for (const QJsonValue& value : answer->value("databases"_L1).toArray()) {
        const QJsonObject database = value.toObject();
        const int tables = int(std::max<qint64>(0, numberOf(database.value("table_number"_L1))));
        InventoryItem item;
        item.id = database.value("database_name"_L1).toString();
        item.name = item.id;
        item.cells = {item.name, Texts::tr("%n table(s)", nullptr, tables), database.value("owner"_L1).toString(),
            QString(), database.value("description"_L1).toString()};
        item.hasChildren = true;
        item.actions = {u"delete_database"_s};
        items.push_back(std::move(item));
    }
    co_return items;
}

QCoro::Task<Result<FormDescription>> DatabasesKind::form(QString, QStringList itemIds, CancellationToken token)
{
    FormDescription form = deleteDatabase().form;
    const Result<QJsonObject> database = co_await databaseNamed(m_client, itemIds.value(0), token);
    if (!database) {
        co_return failure(database.error());
    }
    // What goes is counted before it is asked for.
    const int tables = int(std::max<qint64>(0, numberOf(database->value("table_number"_L1))));
    form.fields.front().caption = Texts::tr("With all of its %n table(s) and views", nullptr, tables);
    co_return form;
}

QCoro::Task<Result<Parts>> DatabasesKind::detail(QString itemId, CancellationToken token)
{
    if (isTableId(itemId)) {
        co_return co_await tableDetail(m_client, itemId, token);
    }
    const Result<QJsonObject> database = co_await databaseNamed(m_client, itemId, token);
    if (!database) {
        co_return failure(database.error());
    }
    Parts parts;
    parts.push_back({Texts::tr("Properties"), labelledFacts(*database), {}});
    co_return parts;
}

QCoro::Task<Result<InventoryOutcome>> DatabasesKind::act(ActRequest request, CancellationToken token)
{
    if (request.action == "create_database"_L1) {
        const QJsonObject body = bodyOf(createDatabase().form, request.values);
        const Result<QJsonObject> made = co_await callObject(m_client, u"create_database"_s, {}, body, token);
        if (!made) {
            co_return failure(made.error());
        }
        InventoryOutcome outcome;
        outcome.message = Texts::tr("The database %1 is created.").arg(request.value(u"database_name"_s));
        co_return outcome;
    }
    Result<InventoryOutcome> outcome = failure(ErrorKind::Usage, Texts::tr("Choose a table first."));
    for (const QString& id : request.itemIds) {
        request.tell(id.section(u'\n', -1));
        if (request.action == "delete_database"_L1) {
            outcome = co_await dropDatabase(m_client, id, request, token);
        } else {
            outcome = co_await actOnTable(m_client, id, request, token);
        }
        if (!outcome) {
            break;
        }
    }
    co_return outcome;
}

} // namespace millrace::dli
