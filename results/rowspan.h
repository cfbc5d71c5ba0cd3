// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logicaltype.h"

#include <QLatin1StringView>

#include <string_view>

namespace millrace {

/// What a row does to the table it belongs to.
enum class RowKind : quint8 { Insert, UpdateBefore, UpdateAfter, Delete };

/// "+I", "-U", "+U", "-D"
QLatin1StringView toOp(RowKind kind);
/// "INSERT", "UPDATE_BEFORE", … as the gateway writes them; false when text is none of them.
bool rowKindFromWire(std::string_view text, RowKind& kind);

/// How the cells of a column are kept: whole numbers of the least width that holds the type, everything else as UTF-8.
enum class ColumnStorage : quint8 { Int8, Int16, Int32, Int64, Text };

/// BOOLEAN, whole numbers and intervals are numbers. DECIMAL, FLOAT, DOUBLE, times and binary keep the text of the
/// wire, which is exact; ARRAY, MAP, MULTISET and ROW keep their JSON.
ColumnStorage storageOf(TypeRoot root);
int widthOf(ColumnStorage storage); ///< bytes; 0 for Text

/// One cell. Its text points into the batch or snapshot it came from and lives as long as that.
struct CellView {
    bool isNull = true;
    bool isInteger = false; ///< integer is meant, else text
    qint64 integer = 0; ///< also BOOLEAN as 0 and 1, INTERVAL as months or milliseconds
    std::string_view text;

    friend bool operator==(const CellView&, const CellView&) = default;
};

/// The cells of one column of a batch or chunk, without owning them.
struct ColumnView {
    ColumnStorage storage = ColumnStorage::Text;
    const char* values = nullptr; ///< fixed width: the numbers
    const quint32* ends = nullptr; ///< Text: where each cell ends in arena; it starts where the one before ended
    const char* arena = nullptr;
    const quint64* nulls = nullptr; ///< a bit per row, set for NULL; null pointer: no NULL here

    [[nodiscard]] bool isNull(qsizetype row) const { return nulls && (nulls[row >> 6] >> (row & 63) & 1) != 0; }

    [[nodiscard]] qint64 integer(qsizetype row) const
    {
        switch (storage) {
        case ColumnStorage::Int8:
            return reinterpret_cast<const qint8*>(values)[row];
        case ColumnStorage::Int16:
            return reinterpret_cast<const qint16*>(values)[row];
        case ColumnStorage::Int32:
            return reinterpret_cast<const qint32*>(values)[row];
        case ColumnStorage::Int64:
            return reinterpret_cast<const qint64*>(values)[row];
        case ColumnStorage::Text:
            break;
        }
        return 0;
    }

    [[nodiscard]] std::string_view text(qsizetype row) const
    {
        const quint32 begin = row == 0 ? 0 : ends[row - 1];
        return {arena + begin, ends[row] - begin};
    }

    [[nodiscard]] CellView cell(qsizetype row) const
    {
        if (isNull(row)) {
            return {};
        }
        if (storage == ColumnStorage::Text) {
            return {.isNull = false, .text = text(row)};
        }
        return {.isNull = false, .isInteger = true, .integer = integer(row)};
    }
};

/// One row, without owning it.
struct RowRef {
    const ColumnView* columns = nullptr;
    int columnCount = 0;
    qsizetype index = 0;
    RowKind kind = RowKind::Insert;

    [[nodiscard]] CellView cell(int column) const { return columns[column].cell(index); }
};

/// A run of rows that lie together: what loops over many rows should use. Owns nothing.
struct RowSpan {
    const ColumnView* columns = nullptr;
    int columnCount = 0;
    const RowKind* kinds = nullptr;
    qsizetype first = 0; ///< index of the first row in columns and kinds
    qsizetype count = 0;
    qint64 firstRow = 0; ///< number of the first row in its result

    [[nodiscard]] RowRef row(qsizetype i) const
    {
        return {.columns = columns, .columnCount = columnCount, .index = first + i, .kind = kinds[first + i]};
    }
};

} // namespace millrace
