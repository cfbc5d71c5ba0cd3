// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkissql.h"

#include <QJsonArray>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

namespace {

using Entries = std::vector<CatalogEntry>;

const QString s_hive = u"hive"_s;
const QString s_system = u"Millrace"_s; // the calls want to know who asks

CallValues sourceValues(const QString& source)
{
    return {{u"dataSourceName"_s, source}, {u"system"_s, s_system}};
}

QCoro::Task<Result<Entries>> roots(std::shared_ptr<LinkisClient> client, CancellationToken token)
{
    Entries entries;
    entries.push_back({.kind = CatalogEntryKind::Catalog, .path = {s_hive}, .detail = u"Hive"_s});
    const CallValues values{{u"system"_s, s_system}, {u"currentPage"_s, u"1"_s}, {u"pageSize"_s, u"1000"_s}};
    const Result<QJsonObject> data = co_await call(client, u"data-source-manager.info"_s, values, {}, token);
    if (data) {
        for (const QJsonValue& value : data->value("queryList"_L1).toArray()) {
            const QJsonObject source = value.toObject();
            entries.push_back({.kind = CatalogEntryKind::Catalog,
                .path = {source.value("dataSourceName"_L1).toString()},
                .detail = source.value("dataSourceType"_L1).toObject().value("name"_L1).toString()});
        }
    }
    co_return entries;
}

/// Names of a list, which are texts of data sources and objects of Hive.
Entries entriesFrom(const QJsonArray& list, QLatin1StringView member, CatalogEntryKind kind, const QStringList& parent)
{
    Entries entries;
    for (const QJsonValue& value : list) {
        const QString name = value.isString() ? value.toString() : value.toObject().value(member).toString();
        const bool isView = value.toObject().value("isView"_L1).toBool();
        entries.push_back(
            {.kind = isView ? CatalogEntryKind::View : kind, .path = parent + QStringList{name}, .detail = {}});
    }
    return entries;
}

QCoro::Task<Result<Entries>> databases(
    std::shared_ptr<LinkisClient> client, QStringList parent, CancellationToken token)
{
    const bool isHive = parent.constFirst() == s_hive;
    const QString operation = isHive ? u"datasource.dbs"_s : u"metadataQuery.getDatabases"_s;
    const CallValues values = isHive ? CallValues() : sourceValues(parent.constFirst());
    const Result<QJsonObject> data = co_await call(client, operation, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    co_return entriesFrom(data->value("dbs"_L1).toArray(), "dbName"_L1, CatalogEntryKind::Database, parent);
}

QCoro::Task<Result<Entries>> tables(std::shared_ptr<LinkisClient> client, QStringList parent, CancellationToken token)
{
    const bool isHive = parent.constFirst() == s_hive;
    const QString operation = isHive ? u"datasource.tables"_s : u"metadataQuery.getTables"_s;
    CallValues values = isHive ? CallValues() : sourceValues(parent.constFirst());
    values.insert(u"database"_s, parent.value(1));
    const Result<QJsonObject> data = co_await call(client, operation, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    co_return entriesFrom(data->value("tables"_L1).toArray(), "tableName"_L1, CatalogEntryKind::Table, parent);
}

QCoro::Task<Result<Entries>> columns(std::shared_ptr<LinkisClient> client, QStringList parent, CancellationToken token)
{
    const bool isHive = parent.constFirst() == s_hive;
    const QString operation = isHive ? u"datasource.columns"_s : u"metadataQuery.getColumns"_s;
    CallValues values = isHive ? CallValues() : sourceValues(parent.constFirst());
    values.insert(u"database"_s, parent.value(1));
    values.insert(u"table"_s, parent.value(2));
    const Result<QJsonObject> data = co_await call(client, operation, values, {}, token);
    if (!data) {
        co_return failure(data.error());
    }
    Entries entries;
    for (const QJsonValue& value : data->value("columns"_L1).toArray()) {
        const QJsonObject column = value.toObject();
        entries.push_back({.kind = CatalogEntryKind::Column,
            .path = parent + QStringList{column.value(isHive ? "columnName"_L1 : "name"_L1).toString()},
            .detail = column.value(isHive ? "columnType"_L1 : "type"_L1).toString(),
            .isKey = column.value("primaryKey"_L1).toBool()});
    }
    co_return entries;
}

} // namespace

LinkisCatalog::LinkisCatalog(std::shared_ptr<LinkisClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<Entries>> LinkisCatalog::children(
    std::shared_ptr<SqlSession>, CatalogEntry parent, CancellationToken token)
{
    const std::shared_ptr<LinkisClient> client = m_client;
    switch (parent.path.size()) {
    case 0:
        co_return co_await roots(client, token);
    case 1:
        co_return co_await databases(client, parent.path, token);
    case 2:
        co_return co_await tables(client, parent.path, token);
    case 3:
        co_return co_await columns(client, parent.path, token);
    default:
        break;
    }
    Entries none;
    co_return none;
}

} // namespace millrace::linkis
