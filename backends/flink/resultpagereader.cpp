// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/resultpagereader.h"

#include "results/jsonscan.h"

#include <QHash>

#include <charconv>
#include <cstring>

namespace millrace::flink {

namespace {

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

// No SQL type nests as deep as this; guards the stack.
constexpr int s_maxDepth = 100;

struct NamedRoot {
    std::string_view name;
    TypeRoot root;
};

// Flink's LogicalTypeRoot, as the gateways of 1.16 to 2.3 write it.
constexpr NamedRoot s_roots[] = {
    {"BOOLEAN", TypeRoot::Boolean},
    {"TINYINT", TypeRoot::TinyInt},
    {"SMALLINT", TypeRoot::SmallInt},
    {"INTEGER", TypeRoot::Integer},
    {"BIGINT", TypeRoot::BigInt},
    {"FLOAT", TypeRoot::Float},
    {"DOUBLE", TypeRoot::Double},
    {"DECIMAL", TypeRoot::Decimal},
    {"CHAR", TypeRoot::Char},
    {"VARCHAR", TypeRoot::VarChar},
    {"BINARY", TypeRoot::Binary},
    {"VARBINARY", TypeRoot::VarBinary},
    {"DATE", TypeRoot::Date},
    {"TIME_WITHOUT_TIME_ZONE", TypeRoot::Time},
    {"TIMESTAMP_WITHOUT_TIME_ZONE", TypeRoot::Timestamp},
    {"TIMESTAMP_WITH_TIME_ZONE", TypeRoot::TimestampTz},
    {"TIMESTAMP_WITH_LOCAL_TIME_ZONE", TypeRoot::TimestampLtz},
    {"INTERVAL_YEAR_MONTH", TypeRoot::IntervalYearMonth},
    {"INTERVAL_DAY_TIME", TypeRoot::IntervalDayTime},
    {"ARRAY", TypeRoot::Array},
    {"MULTISET", TypeRoot::Multiset},
    {"MAP", TypeRoot::Map},
    {"ROW", TypeRoot::Row},
    {"RAW", TypeRoot::Raw},
    {"NULL", TypeRoot::Null},
    {"SYMBOL", TypeRoot::Symbol},
    {"DESCRIPTOR", TypeRoot::Descriptor},
    {"VARIANT", TypeRoot::Variant},
};

LogicalType readType(ondemand::object object, int depth);

std::vector<LogicalType::Field> readFields(ondemand::array fields, int depth)
{
    std::vector<LogicalType::Field> read;
    for (auto item : fields) {
        LogicalType::Field field;
        for (auto part : need(need(std::move(item), "a field").get_object(), "a field")) {
            ondemand::field member = need(std::move(part), "a member");
            const std::string_view key = need(member.unescaped_key(), "a name");
            if (key == "name") {
                field.name = toText(need(member.value().get_string(), "a field's name"));
            } else if (key == "fieldType") {
                field.type = readType(need(member.value().get_object(), "a field's type"), depth + 1);
            }
        }
        read.push_back(std::move(field));
    }
    return read;
}

int readSize(ondemand::value value)
{
    const qint64 size = need(value.get_int64(), "a size");
    if (size < 0 || size > 2147483647) {
        throw PageFault{.what = u"%1 is no length, precision or scale"_s.arg(size)};
    }
    return int(size);
}

void readTypeMember(LogicalType& type, std::string_view key, ondemand::value value, int depth)
{
    if (key == "type") {
        const std::string_view name = need(value.get_string(), "a type's name");
        for (const NamedRoot& known : s_roots) {
            if (known.name == name) {
                type.root = known.root;
                return;
            }
        }
        type.text = toText(name);
    } else if (key == "nullable") {
        type.nullable = need(value.get_bool(), "true or false");
    } else if (key == "length" || key == "precision") {
        type.precision = readSize(value);
    } else if (key == "scale" || key == "fractionalPrecision") {
        type.scale = readSize(value);
    } else if (key == "fields") {
        type.children = readFields(need(value.get_array(), "a row's fields"), depth);
    } else if (key == "elementType" || key == "keyType") {
        type.children.insert(type.children.begin(), {.type = readType(need(value.get_object(), "a type"), depth + 1)});
    } else if (key == "valueType") {
        type.children.push_back({.type = readType(need(value.get_object(), "a type"), depth + 1)});
    }
}

LogicalType readType(ondemand::object object, int depth)
{
    if (depth > s_maxDepth) {
        throw PageFault{.what = u"a type is nested too deep"_s};
    }
    LogicalType type;
    for (auto item : object) {
        ondemand::field field = need(std::move(item), "a member");
        const std::string_view key = need(field.unescaped_key(), "a name");
        readTypeMember(type, key, field.value(), depth);
    }
    return type;
}

std::string_view trimmed(std::string_view token)
{
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ') {
        token.remove_suffix(1);
    }
    return token;
}

[[noreturn]] void refuse(const char* expected, std::string_view token)
{
    throw PageFault{.what = u"%1 was expected, not %2"_s.arg(QLatin1StringView(expected), toText(token.substr(0, 60))),
        .at = token.data()};
}

/// The cell's text: strings without quotes and escapes, everything else as it stands there.
void readText(ondemand::value cell, std::string_view token, int column, RowBatch& batch)
{
    std::string_view text = token;
    if (token.front() == '"') {
        if (token.size() < 2 || token.back() != '"') {
            refuse("the end of a text", token);
        }
        // A look for escapes and one copy are quicker than simdjson's own unescaping.
        if (!std::memchr(token.data(), '\\', token.size())) {
            text = token.substr(1, token.size() - 2);
        } else {
            text = need(cell.get_string(), "a text");
        }
    } else if (token.front() == '[') {
        text = need(need(cell.get_array(), "an array").raw_json(), "an array");
    } else if (token.front() == '{') {
        text = need(need(cell.get_object(), "an object").raw_json(), "an object");
    }
    const bool number = token.front() <= '9';
    if (token.front() != '"' && !(number ? isJsonNumber(text) : isJsonValue(text))) {
        refuse("a value", token);
    }
    if (!batch.appendText(column, text)) {
        refuse("less text", token);
    }
}

bool wholeNumber(std::string_view text, qint64& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

void readBoolean(std::string_view token, int column, RowBatch& batch)
{
    const bool isTrue = token == "true" || token == "\"TRUE\"";
    if (!isTrue && token != "false" && token != "\"FALSE\"") {
        refuse("true or false", token);
    }
    (void)batch.appendInteger(column, isTrue ? 1 : 0);
}

void readInteger(std::string_view token, int column, RowBatch& batch)
{
    // PLAIN_TEXT pages hold numbers in quotes.
    std::string_view digits = token;
    if (digits.size() > 1 && digits.front() == '"') {
        digits = digits.substr(1, digits.size() - 2);
    }
    qint64 value = 0;
    if (!wholeNumber(digits, value) || !batch.appendInteger(column, value)) {
        refuse("a whole number that fits the type", token);
    }
}

/// How a column's cells are read.
enum class CellKind : quint8 { Boolean, Integer, Text };

class RowReader {
public:
    RowReader(const std::vector<ResultColumn>& columns, RowBatch& batch) : m_batch(batch)
    {
        for (const ResultColumn& column : columns) {
            const bool text = storageOf(column.type.root) == ColumnStorage::Text;
            const bool boolean = column.type.root == TypeRoot::Boolean;
            m_kinds.push_back(text ? CellKind::Text : boolean ? CellKind::Boolean : CellKind::Integer);
        }
    }

    void read(ondemand::object row)
    {
        RowKind kind = RowKind::Insert;
        bool hasFields = false;
        for (auto item : row) {
            ondemand::field member = need(std::move(item), "a member");
            const ondemand::raw_json_string key = member.key();
            if (key == "kind") {
                const std::string_view name = need(member.value().get_string(), "a row's kind");
                if (!rowKindFromWire(name, kind)) {
                    throw PageFault{.what = u"the row kind %1 is not known"_s.arg(toText(name))};
                }
            } else if (key == "fields" && !hasFields) {
                readFields(need(member.value().get_array(), "a row's fields"));
                hasFields = true;
            }
        }
        if (!hasFields) {
            throw PageFault{.what = u"the row has no fields"_s};
        }
        m_batch.endRow(kind);
    }

    [[nodiscard]] int column() const { return m_column; }

private:
    void readFields(ondemand::array fields)
    {
        const auto count = int(m_kinds.size());
        m_column = 0;
        for (auto item : fields) {
            ondemand::value cell = need(std::move(item), "a cell");
            if (m_column >= count) {
                m_column = -1;
                throw PageFault{.what = u"the row has more than %1 cells"_s.arg(count)};
            }
            readCell(cell);
            ++m_column;
        }
        if (m_column < count) {
            const int found = std::exchange(m_column, -1);
            throw PageFault{.what = u"the row has %1 cells instead of %2"_s.arg(found).arg(count)};
        }
        m_column = -1;
    }

    void readCell(ondemand::value cell)
    {
        const std::string_view token = trimmed(cell.raw_json_token());
        if (token.empty()) {
            refuse("a value", token);
        }
        if (token == "null") {
            m_batch.appendNull(m_column);
            return;
        }
        switch (m_kinds[size_t(m_column)]) {
        case CellKind::Boolean:
            readBoolean(token, m_column, m_batch);
            return;
        case CellKind::Integer:
            readInteger(token, m_column, m_batch);
            return;
        case CellKind::Text:
            readText(cell, token, m_column, m_batch);
            return;
        }
    }

    std::vector<CellKind> m_kinds;
    RowBatch& m_batch;
    int m_column = -1;
};

} // namespace

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::vector<ResultColumn> readColumns(ondemand::array columns)
{
    std::vector<ResultColumn> read;
    for (auto item : columns) {
        ResultColumn column;
        bool hasType = false;
        for (auto part : need(need(std::move(item), "a column").get_object(), "a column")) {
            ondemand::field member = need(std::move(part), "a member");
            const std::string_view key = need(member.unescaped_key(), "a name");
            if (key == "name") {
                column.name = toText(need(member.value().get_string(), "a column's name"));
            } else if (key == "logicalType") {
                column.type = readType(need(member.value().get_object(), "a column's type"), 0);
                hasType = true;
            }
        }
        if (!hasType) {
            throw PageFault{.what = u"the column %1 has no type"_s.arg(column.name)};
        }
        read.push_back(std::move(column));
    }
    return read;
}

void readRows(ondemand::array data, const std::vector<ResultColumn>& columns, RowBatch& batch)
{
    RowReader reader(columns, batch);
    try {
        for (auto item : data) {
            reader.read(need(need(std::move(item), "a row").get_object(), "a row"));
        }
    } catch (PageFault& fault) {
        fault.row = batch.rowCount();
        fault.column = reader.column();
        throw;
    }
}

std::vector<ResultColumn> asPlainText(std::vector<ResultColumn> columns)
{
    for (ResultColumn& column : columns) {
        const TypeRoot root = column.type.root;
        const bool interval = root == TypeRoot::IntervalYearMonth || root == TypeRoot::IntervalDayTime;
        if (interval || (storageOf(root) == ColumnStorage::Text && !column.type.isNumeric())) {
            column.type = {.root = TypeRoot::VarChar, .nullable = column.type.nullable, .precision = 2147483647};
        }
    }
    return columns;
}

} // namespace millrace::flink
