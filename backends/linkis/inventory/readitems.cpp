// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/inventory/kinds.h"
#include "backends/linkis/inventory/readers.h"
#include "backends/linkis/linkistasks.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace millrace::linkis::readers {

using namespace Qt::StringLiterals;
using namespace kinds;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisInventory)
};

QStringList taskCells(const json::Task& task)
{
    return {task.summary.name, task.summary.id, task.summary.rawState, task.summary.cluster, task.creator,
        timeText(task.summary.start)};
}

Items taskItems(const QJsonObject& data)
{
    std::vector<json::Task> tasks;
    for (const QJsonValue& row : data.value("tasks"_L1).toArray()) {
        json::mergeTasks(tasks, {json::task(row.toObject())});
    }
    Items items;
    for (const json::Task& task : tasks) {
        InventoryItem item{.id = task.summary.id, .name = task.summary.id, .cells = taskCells(task)};
        item.state = task.summary.state;
        item.hasChildren = isFinal(item.state) && !task.resultLocation.isEmpty();
        item.actions = {actions::openCode};
        if (!isFinal(item.state)) {
            item.actions.append(actions::kill);
        } else if (item.hasChildren) {
            item.actions.append(actions::exportAll);
        }
        items.push_back(std::move(item));
    }
    return items;
}

QCoro::Task<Result<Items>> setItems(std::shared_ptr<LinkisClient> client, QString taskId, CancellationToken token)
{
    const Result<json::Task> task = co_await historyTask(client, taskId, token);
    if (!task) {
        co_return failure(task.error());
    }
    const Result<std::vector<json::FileNode>> sets = co_await resultSetsOf(client, *task, token);
    if (!sets) {
        co_return failure(sets.error());
    }
    Items items;
    for (const json::FileNode& set : *sets) {
        const int number = int(items.size()) + 1;
        InventoryItem item{.id = taskId + u'\n' + set.path, .name = set.name};
        item.cells = {
            Texts::tr("Result %1").arg(number), set.name, {}, {}, sizeText(set.bytes), timeText(set.modifiedAt)};
        item.actions = {actions::exportSet};
        items.push_back(std::move(item));
    }
    co_return items;
}

Items fileItems(const QJsonObject& data)
{
    Items items;
    for (const json::FileNode& node : json::fileNodes(data)) {
        InventoryItem item{.id = node.path, .name = node.name};
        item.cells = {node.name, sizeText(node.bytes), timeText(node.modifiedAt)};
        item.hasChildren = node.isFolder;
        item.actions = node.isFolder ? QStringList{actions::newFolder, actions::newFile}
                                     : QStringList{actions::openFile, actions::saveFile, actions::downloadFile};
        item.actions += QStringList{actions::renameFile, actions::deleteFile};
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
                item.actions = {actions::newFolder, actions::newFile};
                items.push_back(std::move(item));
            }
        }
    }
    if (items.empty() && problem) {
        co_return failure(*problem);
    }
    co_return items;
}

JobState engineState(const QString& state)
{
    static const QHash<QString, JobState> s_states{{u"Starting"_s, JobState::Pending},
        {u"ShuttingDown"_s, JobState::Stopping}, {u"Failed"_s, JobState::Failed}, {u"Success"_s, JobState::Finished}};
    return s_states.value(state, JobState::Running);
}

Items engineItems(const QJsonObject& data)
{
    Items items;
    for (const QJsonValue& value : data.value("engines"_L1).toArray()) {
        const QJsonObject engine = value.toObject();
        const QJsonObject used = engine.value("usedResource"_L1).toObject();
        InventoryItem item{.id = engine.value("engineInstance"_L1).toString()};
        item.name = item.id;
        const QString state = engine.value("engineStatus"_L1).toString();
        item.cells = {item.id, engine.value("engineType"_L1).toString(), state, engine.value("creator"_L1).toString(),
            sizeText(numberOf(used.value("memory"_L1))), textOf(used.value("cores"_L1))};
        item.state = engineState(state);
        item.actions = {actions::killEngine};
        items.push_back(std::move(item));
    }
    return items;
}

/// "(hadoop,IDE)" as "IDE", "(shell,1)" as "shell-1".
QString unwrapped(QString text, bool isEngine)
{
    text.remove(u'(').remove(u')');
    return isEngine ? text.replace(u',', u'-') : text.section(u',', 1);
}

Items resourceItems(const QJsonObject& data)
{
    Items items;
    for (const QJsonValue& value : data.value("userResources"_L1).toArray()) {
        const QJsonObject user = value.toObject();
        const QString creator = unwrapped(user.value("userCreator"_L1).toString(), false);
        for (const QJsonValue& each : user.value("engineTypes"_L1).toArray()) {
            const QString engine = unwrapped(each.toObject().value("engineType"_L1).toString(), true);
            const double share = realOf(each.toObject().value("percent"_L1), 0);
            items.push_back({.id = creator + u'\n' + engine,
                .name = creator + u" · "_s + engine,
                .cells = {creator, engine, QString::number(qRound(share * 100)) + u" %"_s}});
        }
    }
    return items;
}

Items sourceItems(const QJsonObject& data)
{
    Items items;
    for (const QJsonValue& value : data.value("queryList"_L1).toArray()) {
        const QJsonObject source = value.toObject();
        const bool isExpired = source.value("expire"_L1).toBool();
        const QString version = textOf(source.value("publishedVersionId"_L1));
        InventoryItem item{.id = textOf(source.value("id"_L1)), .name = source.value("dataSourceName"_L1).toString()};
        item.cells = {item.name, source.value("dataSourceType"_L1).toObject().value("name"_L1).toString(),
            source.value("createUser"_L1).toString(), version,
            isExpired               ? Texts::tr("expired")
                : version.isEmpty() ? Texts::tr("not published")
                                    : Texts::tr("published")};
        item.state = isExpired ? JobState::Cancelled : JobState::Unknown;
        item.actions = isExpired ? QStringList{} : QStringList{actions::trySource, actions::expireSource};
        items.push_back(std::move(item));
    }
    return items;
}

Items variableItems(const QJsonObject& data)
{
    Items items;
    for (const QJsonValue& value : data.value("globalVariables"_L1).toArray()) {
        const QString key = value.toObject().value("key"_L1).toString();
        items.push_back({.id = key,
            .name = key,
            .cells = {key, value.toObject().value("value"_L1).toString()},
            .actions = {actions::removeVariable}});
    }
    return items;
}

Items categoryItems(const QJsonObject& data)
{
    Items items;
    const QString all = Texts::tr("All engines");
    items.push_back({.id = u"GlobalSettings\n"_s,
        .name = all,
        .cells = {Texts::tr("For all"), all},
        .actions = {actions::setSetting}});
    for (const QJsonValue& value : data.value("Category"_L1).toArray()) {
        const QString creator = value.toObject().value("categoryName"_L1).toString();
        for (const QJsonValue& child : value.toObject().value("childCategory"_L1).toArray()) {
            const QString engine = child.toObject().value("categoryName"_L1).toString();
            items.push_back({.id = creator + u'\n' + engine,
                .name = creator + u" · "_s + engine,
                .cells = {creator, engine},
                .actions = {actions::setSetting}});
        }
    }
    return items;
}

Items serviceItems(const QJsonObject& data)
{
    Items items;
    for (const QJsonValue& value : data.value("instances"_L1).toArray()) {
        const QJsonObject service = value.toObject();
        const QString instance = service.value("instance"_L1).toString();
        const QDateTime since = QDateTime::fromMSecsSinceEpoch(numberOf(service.value("createTime"_L1)), Qt::UTC);
        items.push_back({.id = instance,
            .name = instance,
            .cells = {service.value("applicationName"_L1).toString(), instance, timeText(since)}});
    }
    return items;
}

Items accountItems(const LinkisClient& client)
{
    const bool isToken = client.settings().signIn == LinkisSettings::SignIn::Token;
    const QString until = isToken ? Texts::tr("each call carries the token") : timeText(client.sessionUntil());
    return {{.id = client.settings().user,
        .name = client.settings().user,
        .cells = {client.settings().user, client.user(), until},
        .actions = isToken ? QStringList{} : QStringList{actions::logInAgain}}};
}

} // namespace

QString sizeText(qint64 bytes)
{
    return bytes < 0 ? QString() : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString timeText(const QDateTime& at)
{
    return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

TextTable taskTable(const QJsonObject& data)
{
    TextTable table{.columns = {Texts::tr("Code"), Texts::tr("Task"), Texts::tr("State"), Texts::tr("Engine"),
                        Texts::tr("Creator"), Texts::tr("Submitted")}};
    std::vector<json::Task> tasks;
    for (const QJsonValue& row : data.value("tasks"_L1).toArray()) {
        json::mergeTasks(tasks, {json::task(row.toObject())});
    }
    for (const json::Task& task : tasks) {
        table.rows.push_back(taskCells(task));
    }
    return table;
}

QCoro::Task<Result<Items>> items(
    std::shared_ptr<LinkisClient> client, QString kind, QString parent, CancellationToken token)
{
    struct Source {
        QString operation;
        Items (*read)(const QJsonObject&);
    };

    static const QHash<QString, Source> s_sources{{ids::tasks, {u"jobhistory.list"_s, taskItems}},
        {ids::files, {u"filesystem.getDirFileTrees"_s, fileItems}},
        {ids::engines, {u"linkisManager.rm.engines"_s, engineItems}},
        {ids::resources, {u"linkisManager.rm.userresources"_s, resourceItems}},
        {ids::sources, {u"data-source-manager.info"_s, sourceItems}},
        {ids::variables, {u"variable.listGlobalVariable"_s, variableItems}},
        {ids::configuration, {u"configuration.getCategory"_s, categoryItems}},
        {ids::services, {u"microservice.allInstance"_s, serviceItems}}};
    if (kind == ids::files && parent.isEmpty()) {
        co_return co_await fileRoots(client, token);
    }
    if (kind == ids::tasks && !parent.isEmpty()) {
        co_return co_await setItems(client, parent, token);
    }
    if (kind == ids::account) {
        const Result<QJsonObject> alive = co_await call(client, u"gateway.heartbeat"_s, {}, {}, token);
        if (!alive) {
            co_return failure(alive.error());
        }
        co_return accountItems(*client);
    }
    CallValues values;
    if (kind == ids::files) {
        values.insert(u"path"_s, parent);
    } else if (kind == ids::sources) {
        values = {{u"system"_s, u"Millrace"_s}, {u"currentPage"_s, u"1"_s}, {u"pageSize"_s, u"1000"_s}};
    } else if (kind == ids::tasks) {
        values = {{u"pageNow"_s, u"1"_s}, {u"pageSize"_s, u"200"_s}};
    }
    const Source source = s_sources.value(kind);
    const Result<QJsonObject> data = co_await call(client, source.operation, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    co_return source.read(*data);
}

} // namespace millrace::linkis::readers
