// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkcatalog.h"

#include "backends/flink/flinkerrors.h"
#include "backends/flink/flinksession.h"
#include "backends/flink/statementrun.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

using Entries = std::vector<CatalogEntry>;
using Core = std::shared_ptr<SessionCore>;

QStringList firstColumn(const TextTable& table)
{
    QStringList names;
    for (const QStringList& row : table.rows) {
        names << row.value(0);
    }
    return names;
}

Entries entries(CatalogEntryKind kind, const QStringList& path, const QStringList& names)
{
    Entries result;
    for (const QString& name : names) {
        result.push_back({.kind = kind, .path = path + QStringList{name}});
    }
    return result;
}

QCoro::Task<Result<QStringList>> names(Core core, QString statement, CancellationToken token)
{
    const Result<TextTable> table = co_await fetchTable(std::move(core), std::move(statement), std::move(token));
    if (!table) {
        co_return failure(table.error());
    }
    co_return firstColumn(*table);
}

/// Where the session stands: catalog and database.
QCoro::Task<Result<QStringList>> currentPath(Core core, CancellationToken token)
{
    const Result<QStringList> catalog = co_await names(core, u"SHOW CURRENT CATALOG"_s, token);
    if (!catalog) {
        co_return failure(catalog.error());
    }
    const Result<QStringList> database = co_await names(core, u"SHOW CURRENT DATABASE"_s, token);
    if (!database) {
        co_return failure(database.error());
    }
    co_return QStringList{catalog->value(0), database->value(0)};
}

/// A listing of another place than the current one, as statement IN path. Versions whose grammar lacks the IN can only
/// list the current place.
QCoro::Task<Result<QStringList>> namesIn(Core core, QString statement, QStringList path, CancellationToken token)
{
    const Result<QStringList> found = co_await names(core, statement + u" IN "_s + quotedPath(path), token);
    if (found || !errors::isSyntaxError(found.error())) {
        co_return found;
    }
    const Result<QStringList> current = co_await currentPath(core, token);
    if (!current) {
        co_return failure(current.error());
    }
    if (current->first(path.size()) == path) {
        co_return co_await names(core, statement, token);
    }
    co_return failure(ErrorKind::Unsupported,
        QCoreApplication::translate(
            "Flink", "This version of Flink lists only what is current: run USE CATALOG or USE first to see %1.")
            .arg(path.join(u'.')),
        found.error().detail);
}

QCoro::Task<Result<Entries>> catalogs(Core core, CancellationToken token)
{
    const Result<QStringList> found = co_await names(core, u"SHOW CATALOGS"_s, token);
    if (!found) {
        co_return failure(found.error());
    }
    co_return entries(CatalogEntryKind::Catalog, {}, *found);
}

QCoro::Task<Result<Entries>> databases(Core core, QStringList path, CancellationToken token)
{
    const Result<QStringList> found = co_await namesIn(core, u"SHOW DATABASES"_s, path, token);
    if (!found) {
        co_return failure(found.error());
    }
    co_return entries(CatalogEntryKind::Database, path, *found);
}

QCoro::Task<Result<Entries>> tables(Core core, QStringList path, CancellationToken token)
{
    const Result<QStringList> found = co_await namesIn(core, u"SHOW TABLES"_s, path, token);
    if (!found) {
        co_return failure(found.error());
    }
    // Views stand among the tables; where they cannot be listed apart, they are shown as tables.
    const Result<QStringList> views = co_await namesIn(core, u"SHOW VIEWS"_s, path, token);
    Entries result = entries(CatalogEntryKind::Table, path, *found);
    for (CatalogEntry& entry : result) {
        if (views && views->contains(entry.path.last())) {
            entry.kind = CatalogEntryKind::View;
        }
    }
    result.push_back({.kind = CatalogEntryKind::FunctionGroup,
        .path = path + QStringList{QCoreApplication::translate("Flink", "Functions")}});
    co_return result;
}

QCoro::Task<Result<Entries>> functions(Core core, QStringList path, CancellationToken token)
{
    const Result<QStringList> found = co_await namesIn(core, u"SHOW USER FUNCTIONS"_s, path.first(2), token);
    if (!found) {
        co_return failure(found.error());
    }
    co_return entries(CatalogEntryKind::Function, path, *found);
}

QCoro::Task<Result<Entries>> columns(Core core, QStringList path, CancellationToken token)
{
    const Result<TextTable> table = co_await fetchTable(core, u"DESCRIBE "_s + quotedPath(path), token);
    if (!table) {
        co_return failure(table.error());
    }
    Entries result;
    for (const QStringList& row : table->rows) {
        QString type = row.value(1);
        if (row.value(2).compare("false"_L1, Qt::CaseInsensitive) == 0) {
            type += u" NOT NULL"_s;
        }
        result.push_back({.kind = CatalogEntryKind::Column,
            .path = path + QStringList{row.value(0)},
            .detail = type,
            .isKey = row.value(3).startsWith("PRI"_L1)});
    }
    co_return result;
}

QCoro::Task<Result<Entries>> nothing()
{
    co_return Entries();
}

} // namespace

QString quotedPath(const QStringList& names)
{
    QStringList quoted;
    for (QString name : names) {
        quoted << u'`' + name.replace(u'`', u"``"_s) + u'`';
    }
    return quoted.join(u'.');
}

QCoro::Task<Result<Entries>> FlinkCatalog::children(
    std::shared_ptr<SqlSession> session, CatalogEntry parent, CancellationToken token)
{
    const auto* flinkSession = qobject_cast<const FlinkSession*>(session.get());
    if (!flinkSession) {
        return nothing();
    }
    const Core core = flinkSession->core();
    if (parent.path.isEmpty()) {
        return catalogs(core, token);
    }
    switch (parent.kind) {
    case CatalogEntryKind::Catalog:
        return databases(core, parent.path, token);
    case CatalogEntryKind::Database:
        return tables(core, parent.path, token);
    case CatalogEntryKind::FunctionGroup:
        return functions(core, parent.path, token);
    case CatalogEntryKind::Table:
    case CatalogEntryKind::View:
        return columns(core, parent.path, token);
    case CatalogEntryKind::Column:
    case CatalogEntryKind::Function:
        break;
    }
    return nothing();
}

} // namespace millrace::flink
