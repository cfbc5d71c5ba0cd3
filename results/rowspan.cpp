// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/rowspan.h"

namespace millrace {

QLatin1StringView toOp(RowKind kind)
{
    switch (kind) {
    case RowKind::Insert:
        return QLatin1StringView("+I");
    case RowKind::UpdateBefore:
        return QLatin1StringView("-U");
    case RowKind::UpdateAfter:
        return QLatin1StringView("+U");
    case RowKind::Delete:
        return QLatin1StringView("-D");
    }
    return {};
}

bool rowKindFromWire(std::string_view text, RowKind& kind)
{
    if (text == "INSERT") {
        kind = RowKind::Insert;
    } else if (text == "UPDATE_BEFORE") {
        kind = RowKind::UpdateBefore;
    } else if (text == "UPDATE_AFTER") {
        kind = RowKind::UpdateAfter;
    } else if (text == "DELETE") {
        kind = RowKind::Delete;
    } else {
        return false;
    }
    return true;
}

ColumnStorage storageOf(TypeRoot root)
{
    switch (root) {
    case TypeRoot::Boolean:
    case TypeRoot::TinyInt:
        return ColumnStorage::Int8;
    case TypeRoot::SmallInt:
        return ColumnStorage::Int16;
    case TypeRoot::Integer:
    case TypeRoot::IntervalYearMonth:
        return ColumnStorage::Int32;
    case TypeRoot::BigInt:
    case TypeRoot::IntervalDayTime:
        return ColumnStorage::Int64;
    default:
        return ColumnStorage::Text;
    }
}

int widthOf(ColumnStorage storage)
{
    switch (storage) {
    case ColumnStorage::Int8:
        return 1;
    case ColumnStorage::Int16:
        return 2;
    case ColumnStorage::Int32:
        return 4;
    case ColumnStorage::Int64:
        return 8;
    case ColumnStorage::Text:
        break;
    }
    return 0;
}

} // namespace millrace
