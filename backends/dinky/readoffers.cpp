// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/readoffers.h"

#include "backends/dinky/dinkyjson.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyOffers)
};

void takeClusters(Offers& offers, const QJsonArray& rows)
{
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        const QString id = textOf(row.value("id"_L1));
        const QString host = row.value("jobManagerHost"_L1).toString();
        const bool lives = numberOf(row.value("status"_L1)) == 1;
        QStringList parts{row.value("name"_L1).toString(), row.value("type"_L1).toString(),
            host.isEmpty() ? row.value("hosts"_L1).toString() : host};
        if (!lives) {
            parts.append(Texts::tr("does not answer"));
        }
        parts.removeAll(QString());
        offers.clusters.push_back({id, parts.join(u" · "_s)});
        if (lives && offers.firstCluster.isEmpty()) {
            offers.firstCluster = id;
            offers.firstAddress = host;
        }
    }
}

void takeConfigurations(Offers& offers, const QJsonArray& rows)
{
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        offers.configurations.push_back({textOf(row.value("id"_L1)),
            u"%1 · %2"_s.arg(row.value("name"_L1).toString(), row.value("type"_L1).toString())});
    }
}

/// "folder / folder / name" of each node.
QHash<QString, QString> pathsOf(const std::vector<CatalogueNode>& nodes)
{
    QHash<QString, const CatalogueNode*> byId;
    for (const CatalogueNode& node : nodes) {
        byId.insert(node.id, &node);
    }
    QHash<QString, QString> paths;
    for (const CatalogueNode& node : nodes) {
        QStringList names{node.name};
        // A tree that leads back to itself ends at its own size.
        for (const CatalogueNode* up = byId.value(node.parentId); up && names.size() <= byId.size();
             up = byId.value(up->parentId)) {
            names.prepend(up->name);
        }
        paths.insert(node.id, names.join(u" / "_s));
    }
    return paths;
}

} // namespace

Offers::Options folderOptions(const std::vector<CatalogueNode>& nodes)
{
    Offers::Options folders{{u"0"_s, Texts::tr("at the top")}};
    const QHash<QString, QString> paths = pathsOf(nodes);
    for (const CatalogueNode& node : nodes) {
        if (node.taskId.isEmpty() && !node.isLeaf) {
            folders.push_back({node.id, paths.value(node.id)});
        }
    }
    return folders;
}

QCoro::Task<Result<void>> readOffers(std::shared_ptr<DinkyClient> client, CancellationToken token)
{
    const Result<QString> dialect = co_await findDialect(client, token);
    if (!dialect) {
        co_return failure(dialect.error());
    }
    if (!client->canLogIn()) {
        co_return Result<void>(); // all that there is to choose stands behind the login
    }
    const Result<Payload> clusters = co_await call(client, u"cluster.list"_s, {}, {}, token);
    if (!clusters) {
        co_return failure(clusters.error());
    }
    Offers offers;
    takeClusters(offers, clusters->data.toArray());
    const Result<Payload> configurations = co_await call(client, u"clusterConfiguration.list"_s, {}, {}, token);
    takeConfigurations(offers, configurations ? configurations->data.toArray() : QJsonArray());
    const Result<std::vector<CatalogueNode>> tree = co_await readCatalogue(client, token);
    const std::vector<CatalogueNode> nodes = tree ? *tree : std::vector<CatalogueNode>();
    offers.folders = folderOptions(nodes);
    const QHash<QString, QString> paths = pathsOf(nodes);
    for (const CatalogueNode& node : nodes) {
        if (!node.taskId.isEmpty()) {
            offers.tasks.push_back({node.taskId, u"%1 (%2)"_s.arg(paths.value(node.id), node.taskId)});
        }
    }
    client->setOffers(std::move(offers));
    co_return Result<void>();
}

} // namespace millrace::dinky
