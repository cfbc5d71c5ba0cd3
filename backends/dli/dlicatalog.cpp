// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlijobjson.h"
#include "backends/dli/dlisql.h"
#include "backends/dli/inventory/tablecalls.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliCatalog)
};

using Entries = std::vector<CatalogEntry>;

QCoro::Task<Result<Entries>> databases(std::shared_ptr<DliClient> client, CancellationToken token)
{
    const Result<QJsonObject> answer = co_await callObject(client, u"list_databases"_s, {}, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    Entries entries;
    for (const QJsonValue& value : answer->value("databases"_L1).toArray()) {
        const QJsonObject database = value.toObject();
        const int tables = int(std::max<qint64>(0, numberOf(database.value("table_number"_L1))));
        entries.push_back({.kind = CatalogEntryKind::Database,
            .path = {database.value("database_name"_L1).toString()},
            .detail = Texts::tr("%n table(s)", nullptr, tables)});
    }
    co_return entries;
}

QCoro::Task<Result<Entries>> tables(std::shared_ptr<DliClient> client, QStringList database, CancellationToken token)
{
    const auto found = co_await tablesOf(client, database.constLast(), false, token);
    if (!found) {
        co_return failure(found.error());
    }
    Entries entries;
    for (const QJsonObject& table : *found) {
        const bool isView = table.value("table_type"_L1).toString().contains("VIEW"_L1);
        entries.push_back({.kind = isView ? CatalogEntryKind::View : CatalogEntryKind::Table,
            .path = database + QStringList{table.value("table_name"_L1).toString()},
            .detail = isView ? QString() : table.value("data_location"_L1).toString()});
    }
    co_return entries;
}

QCoro::Task<Result<Entries>> columns(std::shared_ptr<DliClient> client, QStringList table, CancellationToken token)
{
    const CallValues values{{u"database_name"_s, table.value(0)}, {u"table_name"_s, table.value(1)}};
    const Result<QJsonObject> answer = co_await callObject(client, u"show_table"_s, values, {}, token);
    if (!answer) {
        co_return failure(answer.error());
    }
    Entries entries;
    for (const QJsonValue& value : answer->value("columns"_L1).toArray()) {
        const QJsonObject column = value.toObject();
        QString detail = column.value("type"_L1).toString();
        if (column.value("is_partition_column"_L1).toBool()) {
            detail += u" · "_s + Texts::tr("partition");
        }
        entries.push_back({.kind = CatalogEntryKind::Column,
            .path = table + QStringList{column.value("column_name"_L1).toString()},
            .detail = detail});
    }
    co_return entries;
}

} // namespace

DliCatalog::DliCatalog(std::shared_ptr<DliClient> client) : m_client(std::move(client)) { }

QCoro::Task<Result<Entries>> DliCatalog::children(
    std::shared_ptr<SqlSession>, CatalogEntry parent, CancellationToken token)
{
    const std::shared_ptr<DliClient> client = m_client;
    // Statements name a table by its database alone, so the tree begins there.
    switch (parent.path.size()) {
    case 0:
        co_return co_await databases(client, token);
    case 1:
        if (parent.path.constFirst().isEmpty()) {
            co_return co_await databases(client, token); // of the one catalog, which has no name
        }
        co_return co_await tables(client, parent.path, token);
    case 2:
        co_return co_await columns(client, parent.path, token);
    default:
        co_return Entries{};
    }
}

} // namespace millrace::dli
