// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "results/export.h"
#include "results/sortfilter.h"

#include <QString>

#include <memory>

namespace millrace {

/// What to write where.
struct ExportJob {
    QString title; ///< of the operation: "Export shop_revenue to result.csv"
    QString path;
    ResultSnapshot snapshot;
    std::optional<RowIndex> rows; ///< which rows in which order; nothing: all of them
    ExportOptions options;
};

/// Writes rows to a file in the background: first to a temporary one beside it, renamed at the end, so a cancelled or
/// failed export leaves the old file as it was. The operation has been started; it deletes itself never: the caller
/// owns it.
std::unique_ptr<Operation> startExport(ExportJob job);

/// The rows and columns as text, for the clipboard and small previews. Empty when cancelled. Any thread.
QByteArray rowsAsText(
    const ResultSnapshot& snapshot, const RowIndex& rows, const ExportOptions& options, const CancellationToken& token);

/// Rows as a spreadsheet takes them from the clipboard: values as shown, tabs between them, NULL as the word, quotes
/// around what holds a tab, a line break or a quote. leading adds number, time of arrival and op. Any thread.
QString cellsAsText(const ResultSnapshot& snapshot, const RowIndex& rows, const std::vector<int>& columns,
    bool withHeader, const CancellationToken& token);

} // namespace millrace
