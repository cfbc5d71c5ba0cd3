// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkyinventory.h"

#include "backends/dinky/catalogue.h"
#include "backends/dinky/dinkyjson.h"

#include <QCoreApplication>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyInventory)
};

using Items = std::vector<InventoryItem>;
using Parts = std::vector<InventoryPart>;

FormField field(const QString& id, const QString& label, const QString& value, const QString& help = {})
{
    FormField made{.id = id, .label = label, .defaultValue = value, .help = help, .required = true};
    made.section = Texts::tr("Cluster");
    return made;
}

InventoryKind clusterKind()
{
    InventoryKind kind{.id = u"clusters"_s, .title = Texts::tr("Clusters")};
    kind.columns = {Texts::tr("Name"), Texts::tr("Id"), Texts::tr("Kind"), Texts::tr("Address"), Texts::tr("Flink"),
        Texts::tr("State")};
    kind.emptyText = Texts::tr("No cluster is registered.");
    InventoryAction add{.id = u"register"_s, .text = Texts::tr("Register…"), .icon = u"list-add"_s, .onItems = false};
    add.form = {.title = add.text,
        .fields = {field(u"name"_s, Texts::tr("Name"), {}), field(u"type"_s, Texts::tr("Kind"), u"standalone"_s),
            field(u"hosts"_s, Texts::tr("Addresses"), {}, Texts::tr("host:port, several with commas"))}};
    InventoryAction beat{.id = u"heartbeats"_s, .text = Texts::tr("Ask all whether they live"), .onItems = false};
    beat.changes = false;
    InventoryAction remove{.id = u"delete"_s, .text = Texts::tr("Delete"), .icon = u"edit-delete"_s};
    remove.confirm = Texts::tr("Take the cluster %1 off the server's list? The cluster itself goes on.");
    remove.many = true;
    kind.actions = {add, beat, remove};
    return kind;
}

InventoryKind configurationKind()
{
    InventoryKind kind{.id = u"configurations"_s, .title = Texts::tr("Cluster configurations")};
    kind.columns = {Texts::tr("Name"), Texts::tr("Id"), Texts::tr("Kind")};
    kind.emptyText = Texts::tr("There is no cluster configuration.");
    return kind;
}

InventoryKind tenantKind()
{
    InventoryKind kind{.id = u"tenants"_s, .title = Texts::tr("Tenants")};
    kind.columns = {Texts::tr("Code"), Texts::tr("Id"), Texts::tr("Chosen")};
    kind.emptyText = Texts::tr("The user belongs to no tenant.");
    return kind;
}

InventoryItem clusterItem(const QJsonObject& cluster)
{
    InventoryItem item{.id = textOf(cluster.value("id"_L1)), .name = cluster.value("name"_L1).toString()};
    const bool lives = numberOf(cluster.value("status"_L1)) == 1;
    item.state = lives ? JobState::Running : JobState::Failed;
    const QString host = cluster.value("jobManagerHost"_L1).toString();
    item.cells = {item.name, item.id, cluster.value("type"_L1).toString(),
        host.isEmpty() ? cluster.value("hosts"_L1).toString() : host, cluster.value("version"_L1).toString(),
        lives ? Texts::tr("lives") : Texts::tr("does not answer")};
    item.actions = {u"delete"_s};
    return item;
}

InventoryItem configurationItem(const QJsonObject& row)
{
    InventoryItem item{.id = textOf(row.value("id"_L1)), .name = row.value("name"_L1).toString()};
    item.cells = {item.name, item.id, row.value("type"_L1).toString()};
    return item;
}

Items tenantItems(const DinkyClient& client)
{
    Items items;
    for (const DinkyClient::Tenant& tenant : client.tenants()) {
        InventoryItem item{.id = tenant.id, .name = tenant.code};
        item.cells = {tenant.code, tenant.id, tenant.id == client.tenantId() ? Texts::tr("yes") : QString()};
        items.push_back(std::move(item));
    }
    return items;
}

QCoro::Task<Result<InventoryOutcome>> actOnCluster(
    std::shared_ptr<DinkyClient> client, QString action, QString itemId, FormValues values, CancellationToken token)
{
    QString operation = u"cluster.delete"_s;
    CallValues parameters;
    QJsonValue body;
    if (action == "register"_L1) {
        operation = u"cluster.save"_s;
        const QString name = values.value(u"name"_s);
        body = QJsonObject{{u"name"_s, name}, {u"alias"_s, name}, {u"type"_s, values.value(u"type"_s)},
            {u"hosts"_s, values.value(u"hosts"_s)}, {u"enabled"_s, true}, {u"autoRegisters"_s, false}};
    } else if (action == "heartbeats"_L1) {
        operation = u"cluster.heartbeats"_s;
    } else if (client->isOld()) {
        body = QJsonArray{itemId.toInt()};
    } else {
        parameters.insert(u"id"_s, itemId);
    }
    const Result<Payload> answer = co_await call(client, operation, parameters, body, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    InventoryOutcome outcome{.message = Texts::tr("Done."), .parts = {}};
    if (action == "heartbeats"_L1 && answer->data.isDouble()) {
        outcome.message = Texts::tr("%n cluster(s) live.", nullptr, int(numberOf(answer->data)));
    }
    co_return outcome;
}

} // namespace

DinkyInventory::DinkyInventory(std::shared_ptr<DinkyClient> client) : m_client(std::move(client)) { }

std::vector<InventoryKind> DinkyInventory::kinds() const
{
    return {taskKind(), clusterKind(), configurationKind(), tenantKind()};
}

QCoro::Task<Result<std::vector<InventoryItem>>> DinkyInventory::items(
    QString kind, QString parent, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    if (kind == "tasks"_L1) {
        co_return co_await taskItems(client, parent, token);
    }
    if (kind == "tenants"_L1) {
        if (!client->isLoggedIn()) {
            const Result<void> done = co_await logIn(client, token);
            if (!done) {
                co_return failure(done.error());
            }
        }
        co_return tenantItems(*client);
    }
    const bool isCluster = kind == "clusters"_L1;
    const QString operation = isCluster ? u"cluster.list"_s : u"clusterConfiguration.list"_s;
    const Result<Payload> answer = co_await call(client, operation, {}, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    Items items;
    const QJsonArray rows = answer->data.toArray();
    for (const QJsonValue& row : rows) {
        items.push_back(isCluster ? clusterItem(row.toObject()) : configurationItem(row.toObject()));
    }
    co_return items;
}

QCoro::Task<Result<std::vector<InventoryPart>>> DinkyInventory::detail(
    QString kind, QString itemId, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    if (kind == "tasks"_L1) {
        co_return co_await taskDetail(client, itemId, token);
    }
    Parts parts;
    if (kind == "tenants"_L1) {
        co_return parts;
    }
    const QString operation = kind == "clusters"_L1 ? u"cluster.list"_s : u"clusterConfiguration.list"_s;
    const Result<Payload> answer = co_await call(client, operation, {}, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    const QJsonArray rows = answer->data.toArray();
    for (const QJsonValue& row : rows) {
        if (textOf(row.toObject().value("id"_L1)) == itemId) {
            parts.push_back({Texts::tr("Settings"), json::factsOf(row.toObject()), {}});
        }
    }
    co_return parts;
}

QCoro::Task<Result<FormDescription>> DinkyInventory::form(
    QString kind, QString action, QStringList itemIds, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    if (kind == "tasks"_L1) {
        co_return co_await taskForm(client, action, itemIds.value(0), token);
    }
    co_return FormDescription();
}

QCoro::Task<Result<InventoryOutcome>> DinkyInventory::act(QString kind, QString action, QStringList itemIds,
    FormValues values, ProgressObserver progress, CancellationToken token)
{
    const std::shared_ptr<DinkyClient> client = m_client;
    const auto onLog = m_onLog;
    InventoryOutcome outcome;
    const QStringList targets = itemIds.isEmpty() ? QStringList{QString()} : itemIds;
    for (const QString& target : targets) {
        if (progress && !target.isEmpty()) {
            progress(target);
        }
        Result<InventoryOutcome> done = failure(ErrorKind::Usage, Texts::tr("There is nothing to do with these."));
        if (kind == "tasks"_L1) {
            TaskAction task{.action = action, .itemId = target, .values = values, .progress = progress, .onLog = onLog};
            done = co_await actOnTask(client, std::move(task), token);
        } else if (kind == "clusters"_L1) {
            done = co_await actOnCluster(client, action, target, values, token);
        }
        if (!done) {
            co_return failure(done.error());
        }
        outcome = std::move(*done);
    }
    co_return outcome;
}

} // namespace millrace::dinky
