// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/selectresult.h"

#include "results/loosetable.h"

#include <QCoreApplication>

#include <simdjson.h>

#include <algorithm>
#include <charconv>

namespace millrace::dinky {

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyRows)
};

std::optional<RowKind> kindFrom(std::string_view op)
{
    if (op == "+I") {
        return RowKind::Insert;
    }
    if (op == "-U") {
        return RowKind::UpdateBefore;
    }
    if (op == "+U") {
        return RowKind::UpdateAfter;
    }
    return op == "-D" ? std::optional(RowKind::Delete) : std::nullopt;
}

SelectResult::Cell cellOf(ondemand::value value)
{
    switch (value.type().value()) {
    case ondemand::json_type::null:
        return {};
    case ondemand::json_type::string:
        return {std::string(value.get_string().value()), false};
    case ondemand::json_type::number: {
        std::string_view raw = value.raw_json_token();
        while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\r' || raw.back() == '\t')) {
            raw.remove_suffix(1);
        }
        return {std::string(raw), true};
    }
    case ondemand::json_type::boolean:
        return {value.get_bool().value() ? "true" : "false", false};
    default:
        return {std::string(simdjson::to_json_string(value).value()), false};
    }
}

void readRow(ondemand::object object, bool hasOp, SelectResult& result)
{
    std::vector<SelectResult::Cell> cells(result.columns.size());
    RowKind kind = RowKind::Insert;
    for (auto field : object) {
        const std::string name(field.unescaped_key().value());
        SelectResult::Cell cell = cellOf(field.value().value());
        if (hasOp && name == "op" && cell.text) {
            kind = kindFrom(*cell.text).value_or(RowKind::Insert);
            continue;
        }
        const auto column = std::ranges::find(result.columns, name);
        if (column != result.columns.end()) {
            cells[size_t(column - result.columns.begin())] = std::move(cell);
        }
    }
    result.rows.push_back(std::move(cells));
    result.kinds.push_back(kind);
}

bool flag(ondemand::object& object, std::string_view name)
{
    bool value = false;
    return object.find_field_unordered(name).get_bool().get(value) == simdjson::SUCCESS && value;
}

QString text(ondemand::object& object, std::string_view name)
{
    std::string_view value;
    const bool found = object.find_field_unordered(name).get_string().get(value) == simdjson::SUCCESS;
    return found ? QString::fromUtf8(value.data(), qsizetype(value.size())) : QString();
}

SelectResult readPayload(ondemand::object object)
{
    SelectResult result;
    result.success = flag(object, "success");
    result.destroyed = flag(object, "destroyed");
    result.hasEnded = !text(object, "endTime").isEmpty();
    result.error = text(object, "error");
    bool hasOp = false;
    ondemand::array columns;
    if (object.find_field_unordered("columns").get_array().get(columns) == simdjson::SUCCESS) {
        for (auto column : columns) {
            const std::string name(column.get_string().value());
            // In change-log mode the first column is the kind of the change.
            if (name == "op" && result.columns.empty() && !hasOp) {
                hasOp = true;
            } else {
                result.columns.push_back(name);
            }
        }
    }
    ondemand::array rows;
    if (object.find_field_unordered("rowData").get_array().get(rows) == simdjson::SUCCESS) {
        for (auto row : rows) {
            readRow(row.get_object().value(), hasOp, result);
        }
    }
    return result;
}

} // namespace

Result<SelectResult> readSelectResult(const QByteArray& body)
{
    try {
        ondemand::parser parser;
        const simdjson::padded_string padded(body.constData(), size_t(body.size()));
        ondemand::document document = parser.iterate(padded).value();
        ondemand::object envelope = document.get_object().value();
        ondemand::object payload;
        if (envelope.find_field_unordered("data").get_object().get(payload) != simdjson::SUCCESS
            && envelope.find_field_unordered("datas").get_object().get(payload) != simdjson::SUCCESS) {
            return failure(ErrorKind::Protocol, Texts::tr("The answer of the server holds no rows."),
                QString::fromUtf8(body.left(64 * 1024)));
        }
        return readPayload(payload);
    } catch (const simdjson::simdjson_error& error) {
        return failure(ErrorKind::Protocol,
            Texts::tr("The rows of the server are no whole JSON: %1.").arg(QString::fromUtf8(error.what())),
            QString::fromUtf8(body.left(64 * 1024)));
    }
}

std::vector<ResultColumn> columnsFor(const SelectResult& result)
{
    std::vector<ResultColumn> columns;
    for (size_t column = 0; column < result.columns.size(); ++column) {
        bool numbers = false;
        bool whole = true;
        bool texts = false;
        for (const auto& row : result.rows) {
            const SelectResult::Cell& cell = row[column];
            if (cell.isNumber) {
                numbers = true;
                whole = whole && cell.text->find_first_of(".eE") == std::string::npos && cell.text->size() < 19;
            } else if (cell.text && !cell.text->empty()) {
                texts = true;
            }
        }
        const QString type = texts || !numbers ? u"string"_s : whole ? u"bigint"_s : u"double"_s;
        columns.push_back({QString::fromStdString(result.columns[column]), typeFromForeignName(type)});
    }
    return columns;
}

std::optional<RowBatch> rowsFrom(const SelectResult& result, size_t first, const std::vector<ResultColumn>& columns)
{
    RowBatch batch(columns);
    for (size_t row = first; row < result.rows.size(); ++row) {
        for (size_t column = 0; column < columns.size(); ++column) {
            const SelectResult::Cell cell =
                column < result.rows[row].size() ? result.rows[row][column] : SelectResult::Cell{};
            const bool isText = columns[column].type.root == TypeRoot::VarChar;
            bool fits = true;
            if (!cell.text || (!isText && cell.text->empty())) {
                batch.appendNull(int(column));
            } else if (storageOf(columns[column].type.root) == ColumnStorage::Text) {
                fits = batch.appendText(int(column), *cell.text);
            } else {
                qint64 number = 0;
                const char* end = cell.text->data() + cell.text->size();
                const auto [at, problem] = std::from_chars(cell.text->data(), end, number);
                fits = problem == std::errc() && at == end && batch.appendInteger(int(column), number);
            }
            if (!fits) {
                return std::nullopt;
            }
        }
        batch.endRow(result.kinds[row]);
    }
    return batch;
}

} // namespace millrace::dinky
