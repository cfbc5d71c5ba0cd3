// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/dli/inventory/kindhandler.h"

/// What can be asked of a table or a database, and done with it.
namespace millrace::dli {

/// Tables stand below their database: their id holds both names.
QString tableId(const QString& database, const QString& table);
bool isTableId(const QString& id);

/// Every table of a database, in the service's order; several pages at a time, since there may be 100,000.
QCoro::Task<Result<std::vector<QJsonObject>>> tablesOf(
    std::shared_ptr<DliClient> client, QString database, bool withDetail, CancellationToken token);

QCoro::Task<Result<Parts>> tableDetail(std::shared_ptr<DliClient> client, QString id, CancellationToken token);

/// preview_table, delete_table, export_table or import_table.
QCoro::Task<Result<InventoryOutcome>> actOnTable(
    std::shared_ptr<DliClient> client, QString id, ActRequest request, CancellationToken token);
QCoro::Task<Result<InventoryOutcome>> dropDatabase(
    std::shared_ptr<DliClient> client, QString database, ActRequest request, CancellationToken token);

/// Waits for a job that an answer named and gives its last status; a failed one is an Error.
QCoro::Task<Result<QJsonObject>> awaitSqlJob(
    std::shared_ptr<DliClient> client, QString jobId, ActRequest request, CancellationToken token);

} // namespace millrace::dli
