// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlexecution.h"

#include <vector>

namespace millrace {

enum class CatalogEntryKind { Catalog, Database, Table, View, Column, FunctionGroup, Function };

/// A node of the catalog tree.
struct CatalogEntry {
    CatalogEntryKind kind = CatalogEntryKind::Catalog;
    QStringList path; ///< names from the catalog down to this one, unquoted
    QString detail; ///< a column's type, a table's "temporary", a catalog's kind
    bool isKey = false; ///< a column of the primary key

    friend bool operator==(const CatalogEntry&, const CatalogEntry&) = default;
};

/// Capability: lists catalogs, databases, tables, columns and functions as one session sees them.
class CatalogBrowser {
public:
    virtual ~CatalogBrowser() = default;

    /// What stands below parent, in the server's order; catalogs when parent is empty.
    virtual QCoro::Task<Result<std::vector<CatalogEntry>>> children(
        std::shared_ptr<SqlSession> session, CatalogEntry parent, CancellationToken token) = 0;
};

} // namespace millrace
