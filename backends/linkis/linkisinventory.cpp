// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkisinventory.h"

#include "backends/linkis/linkisjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisInventory)
};

using Items = std::vector<InventoryItem>;
using Parts = std::vector<InventoryPart>;

FormField field(const QString& id, const QString& label, FieldKind kind = FieldKind::Text)
{
    FormField made{.id = id, .label = label, .kind = kind, .required = true};
    made.section = Texts::tr("Values");
    return made;
}

InventoryKind files()
{
    InventoryKind kind{.id = u"files"_s, .title = Texts::tr("Files")};
    kind.columns = {Texts::tr("Name"), Texts::tr("Size"), Texts::tr("Changed")};
    kind.isTree = true;
    kind.emptyText = Texts::tr("This folder holds nothing that the login may see.");
    InventoryAction folder{.id = u"filesystem.createNewDir"_s, .text = Texts::tr("New folder…"), .onItems = true};
    folder.form = {.title = folder.text, .fields = {field(u"name"_s, Texts::tr("Name"))}};
    InventoryAction save{.id = u"filesystem.saveScript"_s, .text = Texts::tr("Save a text…"), .onItems = true};
    save.form = {.title = save.text, .fields = {field(u"text"_s, Texts::tr("Text"), FieldKind::Lines)}};
    InventoryAction remove{
        .id = u"filesystem.deleteDirOrFile"_s, .text = Texts::tr("Delete"), .icon = u"edit-delete"_s};
    remove.confirm = Texts::tr("Delete %1 from the server? It cannot be brought back.");
    remove.many = true;
    kind.actions = {folder, save, remove};
    return kind;
}

InventoryKind engines()
{
    InventoryKind kind{.id = u"engines"_s, .title = Texts::tr("Engines")};
    kind.columns = {Texts::tr("Instance"), Texts::tr("Kind"), Texts::tr("State"), Texts::tr("Creator"),
        Texts::tr("Memory"), Texts::tr("Cores")};
    kind.emptyText = Texts::tr("No engine of this user is running.");
    InventoryAction kill{.id = u"linkisManager.rm.enginekill"_s, .text = Texts::tr("Kill")};
    kill.confirm = Texts::tr("Kill the engine %1? Its tasks end with it.");
    kill.many = true;
    kind.actions = {kill};
    return kind;
}

InventoryKind sources()
{
    InventoryKind kind{.id = u"datasources"_s, .title = Texts::tr("Data sources")};
    kind.columns = {Texts::tr("Name"), Texts::tr("Kind"), Texts::tr("Owner"), Texts::tr("Version")};
    kind.emptyText = Texts::tr("No data source is registered.");
    InventoryAction expire{.id = u"data-source-manager.expire"_s, .text = Texts::tr("Expire")};
    expire.confirm = Texts::tr("Expire the data source %1? Tasks cannot use it any more.");
    kind.actions = {expire};
    return kind;
}

InventoryKind variables()
{
    InventoryKind kind{.id = u"variables"_s, .title = Texts::tr("Global variables")};
    kind.columns = {Texts::tr("Name"), Texts::tr("Value")};
    kind.emptyText = Texts::tr("There is no global variable.");
    InventoryAction set{.id = u"set"_s, .text = Texts::tr("Set a variable…"), .icon = u"list-add"_s, .onItems = false};
    set.form = {
        .title = set.text, .fields = {field(u"key"_s, Texts::tr("Name")), field(u"value"_s, Texts::tr("Value"))}};
    InventoryAction remove{.id = u"remove"_s, .text = Texts::tr("Delete"), .icon = u"edit-delete"_s};
    remove.confirm = Texts::tr("Delete the variable %1?");
    remove.many = true;
    kind.actions = {set, remove};
    return kind;
}

InventoryKind categories()
{
    InventoryKind kind{.id = u"configuration"_s, .title = Texts::tr("Creators and engine versions")};
    kind.columns = {Texts::tr("Creator"), Texts::tr("Engine")};
    kind.emptyText = Texts::tr("The server lists no creators.");
    return kind;
}

InventoryKind services()
{
    InventoryKind kind{.id = u"services"_s, .title = Texts::tr("Services")};
    kind.columns = {Texts::tr("Service"), Texts::tr("Instance")};
    kind.emptyText = Texts::tr("Only administrators see the services.");
    return kind;
}

QString sizeText(qint64 bytes)
{
    return bytes < 0 ? QString() : QLocale().formattedDataSize(bytes);
}

Items fileItems(const QJsonObject& data)
{
    Items items;
    for (const json::FileNode& node : json::fileNodes(data)) {
        InventoryItem item{.id = node.path, .name = node.name};
        item.cells = {node.name, sizeText(node.bytes),
            node.modifiedAt.isValid() ? node.modifiedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString()};
        item.hasChildren = node.isFolder;
        item.actions = node.isFolder ? QStringList{u"filesystem.createNewDir"_s, u"filesystem.deleteDirOrFile"_s}
                                     : QStringList{u"filesystem.saveScript"_s, u"filesystem.deleteDirOrFile"_s};
        items.push_back(std::move(item));
    }
    return items;
}

QCoro::Task<Result<Items>> fileRoots(std::shared_ptr<LinkisClient> client, CancellationToken token)
{
    Items items;
    std::optional<Error> problem;
    for (const QString& kind : {u"file"_s, u"hdfs"_s}) {
        const CallValues values{{u"pathType"_s, kind}};
        const Result<QJsonObject> data = co_await call(client, u"filesystem.getUserRootPath"_s, values, {}, token);
        if (!data) {
            problem = data.error();
            continue;
        }
        for (const QJsonValue& value : *data) {
            if (value.toString().contains("://"_L1)) {
                InventoryItem item{.id = value.toString(), .name = value.toString(), .cells = {value.toString()}};
                item.hasChildren = true;
                item.actions = {u"filesystem.createNewDir"_s};
                items.push_back(std::move(item));
            }
        }
    }
    if (items.empty() && problem) {
        co_return failure(*problem);
    }
    co_return items;
}

Items engineItems(const QJsonArray& engines)
{
    Items items;
    for (const QJsonValue& value : engines) {
        const QJsonObject engine = value.toObject();
        const QJsonObject used = engine.value("usedResource"_L1).toObject();
        InventoryItem item{.id = engine.value("engineInstance"_L1).toString()};
        item.name = item.id;
        const QString state = engine.value("engineStatus"_L1).toString();
        item.cells = {item.id, engine.value("engineType"_L1).toString(), state, engine.value("creator"_L1).toString(),
            sizeText(numberOf(used.value("memory"_L1))), textOf(used.value("cores"_L1))};
        item.state = state == "Failed"_L1 ? JobState::Failed : JobState::Running;
        item.actions = {u"linkisManager.rm.enginekill"_s};
        items.push_back(std::move(item));
    }
    return items;
}

Items sourceItems(const QJsonArray& sources)
{
    Items items;
    for (const QJsonValue& value : sources) {
        const QJsonObject source = value.toObject();
        InventoryItem item{.id = textOf(source.value("id"_L1)), .name = source.value("dataSourceName"_L1).toString()};
        item.cells = {item.name, source.value("dataSourceType"_L1).toObject().value("name"_L1).toString(),
            source.value("createUser"_L1).toString(), textOf(source.value("publishedVersionId"_L1))};
        item.actions = {u"data-source-manager.expire"_s};
        items.push_back(std::move(item));
    }
    return items;
}

Items variableItems(const QJsonArray& variables)
{
    Items items;
    for (const QJsonValue& value : variables) {
        const QString key = value.toObject().value("key"_L1).toString();
        InventoryItem item{.id = key, .name = key, .cells = {key, value.toObject().value("value"_L1).toString()}};
        item.actions = {u"remove"_s};
        items.push_back(std::move(item));
    }
    return items;
}

Items categoryItems(const QJsonArray& categories)
{
    Items items;
    for (const QJsonValue& value : categories) {
        const QString creator = value.toObject().value("categoryName"_L1).toString();
        for (const QJsonValue& child : value.toObject().value("childCategory"_L1).toArray()) {
            const QString engine = child.toObject().value("categoryName"_L1).toString();
            items.push_back(
                {.id = creator + u'\n' + engine, .name = creator + u" · "_s + engine, .cells = {creator, engine}});
        }
    }
    return items;
}

Items serviceItems(const QJsonArray& instances)
{
    Items items;
    for (const QJsonValue& value : instances) {
        const QJsonObject service = value.toObject();
        const QString instance = service.value("instance"_L1).toString();
        items.push_back(
            {.id = instance, .name = instance, .cells = {service.value("applicationName"_L1).toString(), instance}});
    }
    return items;
}

Parts asParts(const QJsonObject& data)
{
    return {{Texts::tr("Answer"), QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Indented)), u"json"_s}};
}

/// Saving replaces the whole list: it is read first, and what is there stays.
QCoro::Task<Result<QJsonObject>> changeVariables(
    std::shared_ptr<LinkisClient> client, QString key, std::optional<QString> value, CancellationToken token)
{
    const Result<QJsonObject> before = co_await call(client, u"variable.listGlobalVariable"_s, {}, {}, token);
    if (!before) {
        co_return failure(before.error());
    }
    QJsonArray all;
    for (const QJsonValue& each : before->value("globalVariables"_L1).toArray()) {
        if (each.toObject().value("key"_L1).toString() != key) {
            all.append(each);
        }
    }
    if (value) {
        all.append(QJsonObject{{u"key"_s, key}, {u"value"_s, *value}});
    }
    const QJsonObject body{{u"globalVariables"_s, all}};
    co_return co_await call(client, u"variable.saveGlobalVariable"_s, {}, body, token);
}

/// What one action on one item sends.
QCoro::Task<Result<QJsonObject>> actOn(
    std::shared_ptr<LinkisClient> client, QString action, QString item, FormValues form, CancellationToken token)
{
    CallValues values;
    QJsonObject body;
    if (action == "set"_L1) {
        co_return co_await changeVariables(client, form.value(u"key"_s), form.value(u"value"_s), token);
    }
    if (action == "remove"_L1) {
        co_return co_await changeVariables(client, item, std::nullopt, token);
    }
    if (action == "filesystem.createNewDir"_L1) {
        body.insert(u"path"_s, QString(item + u'/' + form.value(u"name"_s)));
    } else if (action == "filesystem.saveScript"_L1) {
        body = {{u"path"_s, item}, {u"scriptContent"_s, form.value(u"text"_s)}, {u"charset"_s, u"utf-8"_s},
            {u"params"_s, QJsonObject{{u"variable"_s, QJsonObject()}, {u"configuration"_s, QJsonObject()}}}};
    } else if (action == "filesystem.deleteDirOrFile"_L1) {
        body.insert(u"path"_s, item);
    } else if (action == "data-source-manager.expire"_L1) {
        values.insert(u"id"_s, item);
    } else if (action == "linkisManager.rm.enginekill"_L1) {
        action = u"linkisManager.killEngineConn"_s;
        body = {{u"applicationName"_s, u"linkis-cg-engineconn"_s}, {u"instance"_s, item}};
    }
    co_return co_await call(client, action, values, body, token);
}

} // namespace

LinkisInventory::LinkisInventory(std::shared_ptr<LinkisClient> client) : m_client(std::move(client)) { }

std::vector<InventoryKind> LinkisInventory::kinds() const
{
    return {files(), engines(), sources(), variables(), categories(), services()};
}

QCoro::Task<Result<Items>> LinkisInventory::items(QString kind, QString parent, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    if (kind == "files"_L1 && parent.isEmpty()) {
        co_return co_await fileRoots(client, token);
    }

    struct Source {
        QString operation;
        QLatin1StringView member;
        Items (*read)(const QJsonArray&);
    };

    static const QHash<QString, Source> s_sources{
        {u"engines"_s, {u"linkisManager.rm.engines"_s, "engines"_L1, engineItems}},
        {u"datasources"_s, {u"data-source-manager.info"_s, "queryList"_L1, sourceItems}},
        {u"variables"_s, {u"variable.listGlobalVariable"_s, "globalVariables"_L1, variableItems}},
        {u"configuration"_s, {u"configuration.getCategory"_s, "Category"_L1, categoryItems}},
        {u"services"_s, {u"microservice.allInstance"_s, "instances"_L1, serviceItems}}};
    CallValues values;
    QString operation = s_sources.value(kind).operation;
    if (kind == "files"_L1) {
        operation = u"filesystem.getDirFileTrees"_s;
        values.insert(u"path"_s, parent);
    } else if (kind == "datasources"_L1) {
        values = {{u"system"_s, u"Millrace"_s}, {u"currentPage"_s, u"1"_s}, {u"pageSize"_s, u"1000"_s}};
    }
    const Result<QJsonObject> data = co_await call(client, operation, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    if (kind == "files"_L1) {
        co_return fileItems(*data);
    }
    const Source source = s_sources.value(kind);
    co_return source.read(data->value(source.member).toArray());
}

QCoro::Task<Result<Parts>> LinkisInventory::detail(QString kind, QString itemId, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    CallValues values;
    QString operation;
    if (kind == "files"_L1) {
        operation = u"filesystem.openFile"_s;
        values = {
            {u"path"_s, itemId}, {u"page"_s, u"1"_s}, {u"pageSize"_s, u"1000"_s}, {u"nullValue"_s, u"LINKIS_NULL"_s}};
    } else if (kind == "datasources"_L1) {
        operation = u"data-source-manager.info.get"_s;
        values.insert(u"id"_s, itemId);
    } else if (kind == "configuration"_L1) {
        const QString engine = itemId.section(u'\n', 1);
        operation = u"configuration.getFullTreesByAppName"_s;
        values = {{u"creator"_s, itemId.section(u'\n', 0, 0)}, {u"engineType"_s, engine.section(u'-', 0, 0)},
            {u"version"_s, engine.section(u'-', 1)}};
    } else {
        co_return Parts();
    }
    const Result<QJsonObject> data = co_await call(client, operation, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    if (kind != "files"_L1) {
        co_return asParts(*data);
    }
    const json::ResultPage page = json::resultPage(*data, 1000);
    Parts parts;
    if (page.kind == json::ResultPage::Kind::Table) {
        const LooseTable::Built built = page.table.build();
        TextTable table;
        for (const ResultColumn& column : built.columns) {
            table.columns.append(column.name);
        }
        for (const QJsonValue& row : data->value("fileContent"_L1).toArray()) {
            QStringList cells;
            for (const QJsonValue& cell : row.toArray()) {
                cells.append(cell.isNull() ? u"NULL"_s : textOf(cell));
            }
            table.rows.push_back(cells);
        }
        parts.push_back({Texts::tr("Rows"), table, {}});
    } else {
        // HTML is shown as its source and never run.
        parts.push_back({Texts::tr("Text"), page.text, itemId.endsWith(".sql"_L1) ? u"sql"_s : u"text"_s});
    }
    co_return parts;
}

QCoro::Task<Result<InventoryOutcome>> LinkisInventory::act(
    QString, QString action, QStringList itemIds, FormValues values, ProgressObserver progress, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    InventoryOutcome outcome;
    const QStringList targets = itemIds.isEmpty() ? QStringList{QString()} : itemIds;
    for (const QString& target : targets) {
        if (progress) {
            progress(target);
        }
        const Result<QJsonObject> data = co_await actOn(client, action, target, values, token);
        if (!data) {
            co_return failure(data.error());
        }
        outcome.parts = asParts(*data);
    }
    outcome.message = Texts::tr("Done.");
    co_return outcome;
}

} // namespace millrace::linkis
