// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logicaltype.h"
#include "results/rowbatch.h"

#include <QString>

#include <simdjson.h>

#include <optional>
#include <vector>

namespace millrace::flink {

/// What stopped the reading of a page. Thrown inside resultpage*.cpp only: with some ten cells a row and thousands of
/// rows, checking a result behind each of them costs more than the parsing.
struct PageFault {
    QString what; ///< "a whole number was expected"
    const char* at = nullptr; ///< into the page; null: not known
    qsizetype row = -1;
    int column = -1;
};

/// Throws for any error of simdjson, saying what was expected.
template <typename T> T need(simdjson::simdjson_result<T> result, const char* expected)
{
    T value;
    const simdjson::error_code error = std::move(result).get(value);
    if (error) {
        throw PageFault{
            .what = QStringLiteral("%1 was expected (%2)")
                        .arg(QLatin1StringView(expected), QLatin1StringView(simdjson::error_message(error)))};
    }
    return value;
}

QString toText(std::string_view utf8);

/// The columns of a page: [{"name", "logicalType": {…}, "comment"}].
std::vector<ResultColumn> readColumns(simdjson::ondemand::array columns);

/// Appends rows [{"kind", "fields": […]}] to batch.
void readRows(simdjson::ondemand::array data, const std::vector<ResultColumn>& columns, RowBatch& batch);

/// The columns as PLAIN_TEXT pages hold them: what Flink has put into words already is a STRING.
std::vector<ResultColumn> asPlainText(std::vector<ResultColumn> columns);

} // namespace millrace::flink
