// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/sqlresult.h"

#include "backends/dli/dlianswer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> cellOf(const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined()) {
        return std::nullopt;
    }
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    if (value.isArray()) {
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    }
    return textOf(value);
}

} // namespace

LooseTable tableOf(const QJsonObject& answer)
{
    std::vector<ResultColumn> columns;
    for (const QJsonValue& entry : answer.value("schema"_L1).toArray()) {
        const QJsonObject pair = entry.toObject();
        for (auto it = pair.begin(); it != pair.end(); ++it) {
            columns.push_back({it.key(), typeFromForeignName(it.value().toString())});
        }
    }
    LooseTable table(columns);
    for (const QJsonValue& row : answer.value("rows"_L1).toArray()) {
        std::vector<std::optional<QString>> cells;
        for (const QJsonValue& cell : row.toArray()) {
            cells.push_back(cellOf(cell));
        }
        table.addRow(std::move(cells));
    }
    return table;
}

} // namespace millrace::dli
