// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace millrace {

/// The root of a Flink SQL type, as the gateway's logicalType.type names it.
enum class TypeRoot : quint8 {
    Unknown,
    Boolean,
    TinyInt,
    SmallInt,
    Integer,
    BigInt,
    Float,
    Double,
    Decimal,
    Char,
    VarChar,
    Binary,
    VarBinary,
    Date,
    Time,
    Timestamp,
    TimestampTz,
    TimestampLtz,
    IntervalYearMonth,
    IntervalDayTime,
    Array,
    Multiset,
    Map,
    Row,
    Raw,
    Null,
    Symbol,
    Descriptor,
    Variant,
};

/// A column's or a nested value's type. children holds the fields of a ROW (named), the element of an ARRAY or
/// MULTISET, or key and value of a MAP.
struct LogicalType {
    struct Field;

    TypeRoot root = TypeRoot::Unknown;
    bool nullable = true;
    /// CHAR, VARCHAR, BINARY, VARBINARY: the length; STRING is 2147483647. Times and DECIMAL: the precision. -1: none.
    int precision = -1;
    int scale = -1;
    /// What the server called it when root is Unknown.
    QString text;
    std::vector<Field> children;

    /// As DDL writes it: "DECIMAL(38, 2)", "STRING", "ROW<a INT, b STRING>", "INT NOT NULL".
    [[nodiscard]] QString toSql() const;
    [[nodiscard]] bool isNumeric() const;

    friend bool operator==(const LogicalType&, const LogicalType&);
};

struct LogicalType::Field {
    QString name;
    LogicalType type;
    friend bool operator==(const Field&, const Field&) = default;
};

struct ResultColumn {
    QString name;
    LogicalType type;
    friend bool operator==(const ResultColumn&, const ResultColumn&) = default;
};

/// What is known of a result before its first row.
struct ResultSchema {
    std::vector<ResultColumn> columns;
    /// True for SELECT and the like; false for the one OK row of a DDL and the job id of an INSERT.
    bool isQuery = false;
    /// The session's table.local-time-zone, an IANA name; in which TIMESTAMP_LTZ is shown.
    QString timeZone;
};

} // namespace millrace
