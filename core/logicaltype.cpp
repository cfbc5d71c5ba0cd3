// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logicaltype.h"

#include <QStringList>

namespace millrace {

namespace {

using namespace Qt::StringLiterals;

constexpr int s_maxLength = 2147483647;

QString sized(const QString& name, int size)
{
    return size < 0 ? name : u"%1(%2)"_s.arg(name).arg(size);
}

QString fieldList(const std::vector<LogicalType::Field>& fields)
{
    QStringList parts;
    for (const auto& field : fields) {
        parts << (field.name.isEmpty() ? field.type.toSql() : field.name + u' ' + field.type.toSql());
    }
    return parts.join(u", "_s);
}

QString rootName(TypeRoot root)
{
    switch (root) {
    case TypeRoot::Boolean:
        return u"BOOLEAN"_s;
    case TypeRoot::TinyInt:
        return u"TINYINT"_s;
    case TypeRoot::SmallInt:
        return u"SMALLINT"_s;
    case TypeRoot::Integer:
        return u"INT"_s;
    case TypeRoot::BigInt:
        return u"BIGINT"_s;
    case TypeRoot::Float:
        return u"FLOAT"_s;
    case TypeRoot::Double:
        return u"DOUBLE"_s;
    case TypeRoot::Date:
        return u"DATE"_s;
    case TypeRoot::IntervalYearMonth:
        return u"INTERVAL YEAR TO MONTH"_s;
    case TypeRoot::IntervalDayTime:
        return u"INTERVAL DAY TO SECOND"_s;
    case TypeRoot::Array:
        return u"ARRAY"_s;
    case TypeRoot::Multiset:
        return u"MULTISET"_s;
    case TypeRoot::Map:
        return u"MAP"_s;
    case TypeRoot::Row:
        return u"ROW"_s;
    case TypeRoot::Raw:
        return u"RAW"_s;
    case TypeRoot::Null:
        return u"NULL"_s;
    case TypeRoot::Symbol:
        return u"SYMBOL"_s;
    case TypeRoot::Descriptor:
        return u"DESCRIPTOR"_s;
    case TypeRoot::Variant:
        return u"VARIANT"_s;
    default:
        return {};
    }
}

QString withoutNullability(const LogicalType& type)
{
    switch (type.root) {
    case TypeRoot::Decimal:
        return type.precision < 0 ? u"DECIMAL"_s : u"DECIMAL(%1, %2)"_s.arg(type.precision).arg(type.scale);
    case TypeRoot::Char:
        return sized(u"CHAR"_s, type.precision);
    case TypeRoot::VarChar:
        return type.precision == s_maxLength ? u"STRING"_s : sized(u"VARCHAR"_s, type.precision);
    case TypeRoot::Binary:
        return sized(u"BINARY"_s, type.precision);
    case TypeRoot::VarBinary:
        return type.precision == s_maxLength ? u"BYTES"_s : sized(u"VARBINARY"_s, type.precision);
    case TypeRoot::Time:
        return sized(u"TIME"_s, type.precision);
    case TypeRoot::Timestamp:
        return sized(u"TIMESTAMP"_s, type.precision);
    case TypeRoot::TimestampTz:
        return sized(u"TIMESTAMP"_s, type.precision) + u" WITH TIME ZONE"_s;
    case TypeRoot::TimestampLtz:
        return sized(u"TIMESTAMP_LTZ"_s, type.precision);
    case TypeRoot::Array:
    case TypeRoot::Multiset:
    case TypeRoot::Map:
    case TypeRoot::Row:
        return rootName(type.root) + u'<' + fieldList(type.children) + u'>';
    case TypeRoot::Unknown:
        return type.text;
    default:
        return rootName(type.root);
    }
}

} // namespace

QString LogicalType::toSql() const
{
    const QString name = withoutNullability(*this);
    return nullable || root == TypeRoot::Unknown ? name : name + u" NOT NULL"_s;
}

bool LogicalType::isNumeric() const
{
    return root >= TypeRoot::TinyInt && root <= TypeRoot::Decimal;
}

bool operator==(const LogicalType& a, const LogicalType& b)
{
    return a.root == b.root && a.nullable == b.nullable && a.precision == b.precision && a.scale == b.scale
        && a.text == b.text && a.children == b.children;
}

} // namespace millrace
