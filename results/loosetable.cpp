// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/loosetable.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_anyLength = 2147483647;

LogicalType stringType()
{
    return {.root = TypeRoot::VarChar, .precision = s_anyLength};
}

/// The number that a cell of a column kept as numbers stands for; nothing when it does not fit.
std::optional<qint64> numberFor(TypeRoot root, const QString& text)
{
    if (root == TypeRoot::Boolean) {
        const bool isTrue = text.compare("true"_L1, Qt::CaseInsensitive) == 0 || text == "1"_L1;
        const bool isFalse = text.compare("false"_L1, Qt::CaseInsensitive) == 0 || text == "0"_L1;
        return isTrue || isFalse ? std::optional<qint64>(isTrue ? 1 : 0) : std::nullopt;
    }
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    // "007" and "+7" are no numbers to the one who wrote them.
    if (!ok || QString::number(number) != text) {
        return std::nullopt;
    }
    const auto within = [number]<typename T>(T) {
        return number >= std::numeric_limits<T>::min() && number <= std::numeric_limits<T>::max();
    };
    switch (storageOf(root)) {
    case ColumnStorage::Int8:
        return within(qint8()) ? std::optional(number) : std::nullopt;
    case ColumnStorage::Int16:
        return within(qint16()) ? std::optional(number) : std::nullopt;
    case ColumnStorage::Int32:
        return within(qint32()) ? std::optional(number) : std::nullopt;
    default:
        return number;
    }
}

bool isRealNumber(const QString& text)
{
    bool ok = false;
    text.toDouble(&ok);
    return ok;
}

bool cellFits(const LogicalType& type, const QString& text)
{
    if (storageOf(type.root) != ColumnStorage::Text) {
        return numberFor(type.root, text).has_value();
    }
    const bool isReal = type.root == TypeRoot::Double || type.root == TypeRoot::Float || type.root == TypeRoot::Decimal;
    return !isReal || isRealNumber(text);
}

} // namespace

LooseTable::LooseTable(std::vector<ResultColumn> columns) : m_columns(std::move(columns)) { }

void LooseTable::addRow(std::vector<std::optional<QString>> cells)
{
    cells.resize(m_columns.size());
    m_rows.push_back(std::move(cells));
}

LooseTable LooseTable::withColumns(std::vector<ResultColumn> columns) const
{
    LooseTable table = *this;
    table.m_columns = std::move(columns);
    return table;
}

bool LooseTable::fits(size_t column) const
{
    return std::ranges::all_of(m_rows, [&](const auto& row) {
        const std::optional<QString>& cell = row[column];
        return !cell || cellFits(m_columns[column].type, *cell);
    });
}

LooseTable::Built LooseTable::build() const
{
    Built built{.columns = m_columns, .rows = {}};
    for (size_t column = 0; column < m_columns.size(); ++column) {
        if (!fits(column)) {
            built.columns[column].type = stringType();
        }
    }
    built.rows = RowBatch(built.columns);
    built.rows.reserve(rowCount());
    for (const auto& row : m_rows) {
        for (size_t column = 0; column < row.size(); ++column) {
            const TypeRoot root = built.columns[column].type.root;
            bool kept = row[column].has_value();
            if (kept && storageOf(root) != ColumnStorage::Text) {
                kept = built.rows.appendInteger(int(column), numberFor(root, *row[column]).value_or(0));
            } else if (kept) {
                kept = built.rows.appendText(int(column), row[column]->toStdString());
            }
            if (!kept) {
                built.rows.appendNull(int(column));
            }
        }
        built.rows.endRow(RowKind::Insert);
    }
    return built;
}

LooseTable okTable()
{
    LooseTable table({{u"result"_s, stringType()}});
    table.addRow({u"OK"_s});
    return table;
}

LogicalType typeFromForeignName(const QString& name)
{
    static constexpr std::array<std::pair<QLatin1StringView, TypeRoot>, 17> s_names{
        {{"boolean"_L1, TypeRoot::Boolean}, {"bool"_L1, TypeRoot::Boolean}, {"tinyint"_L1, TypeRoot::TinyInt},
            {"byte"_L1, TypeRoot::TinyInt}, {"smallint"_L1, TypeRoot::SmallInt}, {"short"_L1, TypeRoot::SmallInt},
            {"int"_L1, TypeRoot::Integer}, {"integer"_L1, TypeRoot::Integer}, {"bigint"_L1, TypeRoot::BigInt},
            {"long"_L1, TypeRoot::BigInt}, {"float"_L1, TypeRoot::Float}, {"double"_L1, TypeRoot::Double},
            {"decimal"_L1, TypeRoot::Decimal}, {"date"_L1, TypeRoot::Date}, {"timestamp"_L1, TypeRoot::Timestamp},
            {"binary"_L1, TypeRoot::VarBinary}, {"string"_L1, TypeRoot::VarChar}}};
    static const QRegularExpression s_shape(u"^\\s*(\\w+)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?"_s);
    const auto match = s_shape.match(name.toLower());
    const auto it = std::ranges::find_if(
        s_names, [&](const auto& known) { return match.hasMatch() && match.capturedView(1) == known.first; });
    if (it == s_names.end() || it->second == TypeRoot::VarChar) {
        return stringType();
    }
    LogicalType type{.root = it->second};
    if (it->second == TypeRoot::Decimal) {
        type.precision = match.captured(2).isEmpty() ? 38 : match.captured(2).toInt();
        type.scale = match.captured(3).toInt();
    } else if (it->second == TypeRoot::Timestamp) {
        type.precision = 3;
    }
    return type;
}

} // namespace millrace
