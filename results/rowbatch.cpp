// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/rowbatch.h"

#include <limits>
#include <utility>

namespace millrace {

namespace {

template <typename T> bool appendNumber(std::string& bytes, qint64 value)
{
    if (!std::in_range<T>(value)) {
        return false;
    }
    const T narrow = T(value);
    bytes.append(reinterpret_cast<const char*>(&narrow), sizeof narrow);
    return true;
}

} // namespace

RowBatch::RowBatch(const std::vector<ResultColumn>& columns) : m_columns(columns.size())
{
    for (size_t i = 0; i < columns.size(); ++i) {
        m_columns[i].storage = storageOf(columns[i].type.root);
    }
}

void RowBatch::reserve(qsizetype rows)
{
    m_kinds.reserve(size_t(rows));
    for (Column& column : m_columns) {
        if (column.storage == ColumnStorage::Text) {
            column.ends.reserve(size_t(rows));
        } else {
            column.bytes.reserve(size_t(rows) * size_t(widthOf(column.storage)));
        }
    }
}

void RowBatch::mark(Column& column, bool isNull)
{
    // The bitmap is kept only from the first NULL on: most columns never see one.
    if (isNull || column.hasNulls) {
        column.nulls.resize(size_t(column.rows >> 6) + 1);
        column.nulls.back() |= quint64(isNull) << (column.rows & 63);
        column.hasNulls = true;
    }
    ++column.rows;
}

void RowBatch::appendNull(int column)
{
    Column& target = m_columns[size_t(column)];
    if (target.storage == ColumnStorage::Text) {
        target.ends.push_back(quint32(target.bytes.size()));
    } else {
        target.bytes.append(size_t(widthOf(target.storage)), '\0');
    }
    mark(target, true);
}

bool RowBatch::appendInteger(int column, qint64 value)
{
    Column& target = m_columns[size_t(column)];
    bool fits = false;
    switch (target.storage) {
    case ColumnStorage::Int8:
        fits = appendNumber<qint8>(target.bytes, value);
        break;
    case ColumnStorage::Int16:
        fits = appendNumber<qint16>(target.bytes, value);
        break;
    case ColumnStorage::Int32:
        fits = appendNumber<qint32>(target.bytes, value);
        break;
    case ColumnStorage::Int64:
        fits = appendNumber<qint64>(target.bytes, value);
        break;
    case ColumnStorage::Text:
        break;
    }
    if (fits) {
        mark(target, false);
    }
    return fits;
}

bool RowBatch::appendText(int column, std::string_view value)
{
    Column& target = m_columns[size_t(column)];
    if (target.storage != ColumnStorage::Text
        || value.size() > std::numeric_limits<quint32>::max() - target.bytes.size()) {
        return false;
    }
    target.bytes.append(value);
    target.ends.push_back(quint32(target.bytes.size()));
    mark(target, false);
    return true;
}

void RowBatch::abandonRow()
{
    truncate(rowCount());
}

void RowBatch::truncate(qsizetype count)
{
    m_kinds.resize(size_t(qMin(count, rowCount())));
    for (Column& column : m_columns) {
        if (column.rows <= count) {
            continue;
        }
        column.rows = count;
        if (column.storage == ColumnStorage::Text) {
            column.ends.resize(size_t(count));
            column.bytes.resize(count == 0 ? 0 : column.ends.back());
        } else {
            column.bytes.resize(size_t(count) * size_t(widthOf(column.storage)));
        }
        if (column.hasNulls) {
            column.nulls.resize(size_t((count + 63) >> 6));
            if ((count & 63) != 0) {
                column.nulls.back() &= (quint64(1) << (count & 63)) - 1;
            }
        }
    }
}

RowSpan RowBatch::span() const
{
    m_views.resize(m_columns.size());
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        const bool text = column.storage == ColumnStorage::Text;
        m_views[i] = {.storage = column.storage,
            .values = text ? nullptr : column.bytes.data(),
            .ends = text ? column.ends.data() : nullptr,
            .arena = text ? column.bytes.data() : nullptr,
            .nulls = column.hasNulls ? column.nulls.data() : nullptr};
    }
    return {.columns = m_views.data(), .columnCount = columnCount(), .kinds = m_kinds.data(), .count = rowCount()};
}

} // namespace millrace
