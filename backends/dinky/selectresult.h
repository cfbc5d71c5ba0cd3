// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "results/rowbatch.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <vector>

namespace millrace::dinky {

/// What getJobData said: all rows since the beginning. total is not read, since it stays 0.
struct SelectResult {
    struct Cell {
        std::optional<std::string> text; ///< numbers as they were written
        bool isNumber = false;
    };

    bool success = false; ///< false: the server does not know the run, or not just now
    bool destroyed = false; ///< nothing more will come
    bool hasEnded = false; ///< 1.x says when
    QString error;
    std::vector<std::string> columns; ///< without "op"
    std::vector<std::vector<Cell>> rows;
    std::vector<RowKind> kinds; ///< one for each row
};

/// Reads the answer of getJobData, of every version. Numbers stay as they were written.
Result<SelectResult> readSelectResult(const QByteArray& body);

/// The types that the rows fit: whole numbers, other numbers, texts.
std::vector<ResultColumn> columnsFor(const SelectResult& result);

/// The rows from one on, under these columns. The server writes NULL as "": in columns of numbers it is NULL. Nothing
/// when a cell does not fit.
std::optional<RowBatch> rowsFrom(const SelectResult& result, size_t first, const std::vector<ResultColumn>& columns);

} // namespace millrace::dinky
